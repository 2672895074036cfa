"""What the English rules find: a number with its unit, and its words of approximation."""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec

from exporter.briefing.model import Quantity, QuantityType
from exporter.briefing.quantities.english.words import approximations, united

_UP_TO = re.compile(r"(?<!\w)(?P<moved>\w+ )?up to (?:an? |about |some )*$")
NEARBY = 24
"""How far before a number the words are looked for that belong to it, in characters."""
BARE = "bare"
"""The `thing` of a number without a noun of its own."""


class Found(msgspec.Struct, frozen=True, gc=False):
    """A number with its unit at ``[start, end)`` of the paragraph."""

    start: int
    end: int
    quantity: Quantity
    thing: str = ""


def found_at(
    text: str, start: int, end: int, value: Decimal, unit: str | None, kind: QuantityType
) -> Found:
    return Found(start, end, quantity_at(text, start, end, value, unit, kind))


def quantity_at(
    text: str,
    start: int,
    end: int,
    value: Decimal,
    unit: str | None,
    kind: QuantityType = "count",
) -> Quantity:
    said = text[start:end]
    return Quantity(text=said, type=kind, value=value, unit=unit, approx=approx_at(text, start))


def approx_at(text: str, start: int) -> str | None:
    """The words of approximation before the number; the *up to* of *went up to* is none."""
    left = text[max(0, start - NEARBY) : start]
    if (up := _UP_TO.search(left)) and _moves(up):
        return None
    left = left.rstrip().lower()
    return next((word for word in approximations() if left.endswith(word)), None)


def without_bound(left: str) -> str:
    """The words without an *up to* at their end that bounds the number and tells no move."""
    up = _UP_TO.search(left)
    return left[: up.start()] if up is not None and not _moves(up) else left


def _moves(up: re.Match[str]) -> bool:
    word = (up.group("moved") or "").strip().lower()
    return word in united("rise", "fall", "moving") and word != "up"
