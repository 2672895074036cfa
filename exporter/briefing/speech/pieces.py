"""What a speech is cut into: parts under headings, and lines fit to be printed."""

from __future__ import annotations

from typing import NamedTuple

from exporter.briefing.model import Cut


class Part(NamedTuple):
    """A piece of a speech: the heading's words without its enumerator, and what is said under it.

    `heading` is ``None`` for what stands before the first heading, and for an enumerated sentence
    that has no heading of its own. `level` is as in `Paragraph` (1 一、, 2 （一）, 3 1., 4 一是).
    `opens`: its enumerator is the first of a list, or (level 0) it turns to what comes next.
    """

    level: int
    heading: Cut | None
    sentences: tuple[Cut, ...]
    opens: bool = False


class Line(NamedTuple):
    """A line cut from one sentence, with its worth."""

    cuts: tuple[Cut, ...]
    text: str
    worth: float
