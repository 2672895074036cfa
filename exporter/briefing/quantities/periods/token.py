"""A time expression: where it stands, what it resolves to, how far it holds."""

from __future__ import annotations

from typing import Literal

import msgspec

Reach = Literal["carry", "moment", "sentence", "local", "base", "none"]
"""How far a token holds: over following sentences; so too, unless a longer time is being told of
(2018年10月, 秋季); to the end of its sentence; for the number it is tied to; it is only compared
with (较上年); or not at all (a historical date)."""


class Day(msgspec.Struct, frozen=True, gc=False):
    """The day of the conference, as far as the record tells it: what 今年, 6月 and 今天 are of;
    `fiscal`: the record counts years from April to March (二○二五／二六年度); `first`: an English
    one writes the day before the month (19 February)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    fiscal: bool = False
    first: bool = False


class Token(msgspec.Struct, frozen=True, gc=False):
    """A time expression at ``[start, end)`` of the folded text.

    `text` is the resolved period; `first`, `last` are its years when known; `reach` how far it
    holds.
    """

    start: int
    end: int
    text: str
    kind: str
    reach: Reach
    first: int | None = None
    last: int | None = None
