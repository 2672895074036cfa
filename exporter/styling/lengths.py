"""Lengths of a style file: ``12pt 4mm 1.5em 80% 2字 1行``, and what they are in points.

Units are those of CSS Paged Media plus the two that Chinese print counts in: ``字`` is the advance
of one character of the body, ``行`` one line of it (GB/T 9704: 空二字, 空一行).
"""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

Unit = Literal["pt", "mm", "em", "%", "字", "行"]

UNITS: Final[tuple[Unit, ...]] = ("pt", "mm", "em", "%", "字", "行")
POINTS_PER_MM: Final = 72 / 25.4
_LENGTH: Final = re.compile(r"(-?[0-9]{1,6}(?:\.[0-9]{1,6})?) ?(pt|mm|em|%|字|行)")


class Length(NamedTuple):
    """A number with its unit, as written."""

    number: float
    unit: Unit


class Scale(NamedTuple):
    """What the relative units stand for where a length is used; all in pt."""

    em: float
    percent_of: float
    char: float
    line: float


def parse_length(text: str) -> Length:
    """The length written as `text`; ``0`` needs no unit. Raises ``ValueError`` for the rest."""
    if text == "0":
        return Length(0.0, "pt")
    found = _LENGTH.fullmatch(text)
    if found is None:
        raise ValueError(text)
    number, unit = found.groups()
    return Length(float(number), next(known for known in UNITS if known == unit))


def points(length: Length, scale: Scale) -> float:
    """The length in pt, to a thousandth, so that the same file gives the same bytes everywhere."""
    one: dict[Unit, float] = {
        "pt": 1.0,
        "mm": POINTS_PER_MM,
        "em": scale.em,
        "%": scale.percent_of / 100,
        "字": scale.char,
        "行": scale.line,
    }
    return round(length.number * one[length.unit], 3)
