"""The words and units this package goes by, read once from the tables beside it."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any, get_args

import msgspec

from exporter.briefing.model import QuantityType

_TYPES = frozenset(get_args(QuantityType))


class Unit(msgspec.Struct, frozen=True, gc=False):
    """One printed unit: what it measures, and how it compares (value × factor in `dimension`'s
    base).

    `weak` units count only after Arabic digits; `classifier` marks measure words of counts.
    """

    name: str
    type: QuantityType
    dimension: str
    factor: Decimal
    classifier: bool = False
    weak: bool = False


@cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def units() -> dict[str, Unit]:
    """Every printed unit, by its name."""
    return {unit.name: unit for entry in _table("units")["unit"] for unit in _entry_units(entry)}


def _entry_units(entry: dict[str, Any]) -> list[Unit]:
    if entry["type"] not in _TYPES:
        raise ValueError(f"units.toml: unknown type {entry['type']}")
    return [
        Unit(
            name=name,
            type=entry["type"],
            dimension=entry["dimension"],
            factor=Decimal(entry["factor"]),
            classifier=entry.get("classifier", False),
            weak=entry.get("weak", False),
        )
        for name in entry["names"]
    ]


@cache
def rates() -> tuple[str, ...]:
    """What may follow a slash after a unit (吨/日), longest first."""
    return tuple(sorted(_table("units")["rates"]["names"], key=lambda n: (-len(n), n)))


@cache
def rate_types() -> dict[str, QuantityType]:
    """Types of compound units whose plain unit would mislead (微克/立方米 is no mass)."""
    return dict(_table("units")["rate_types"])


@cache
def not_before() -> dict[str, str]:
    """For a unit's name the characters after which it is the start of another word."""
    return dict(_table("units")["not_before"])


@cache
def words(group: str) -> tuple[str, ...]:
    """The words of a group of ``cues.toml``, longest first."""
    return tuple(sorted(set(_table("cues")[group]["words"]), key=lambda w: (-len(w), w)))


@cache
def pairs(group: str) -> tuple[tuple[str, ...], ...]:
    """The words of a group that stand for each other."""
    return tuple(tuple(entry.split("|")) for entry in _table("cues")[group]["patterns"])


@cache
def pattern(group: str) -> re.Pattern[str]:
    """The patterns of a group as one expression, its first test the first character alone."""
    table = _table("cues")[group]
    parts = "|".join(f"(?:{part})" for part in table["patterns"])
    return re.compile(f"(?=[{table['first']}])(?:{parts})")


class Edge:
    """Finds the longest word of a group at one edge of a text; most texts fail at one character."""

    def __init__(self, group: tuple[str, ...], *, at_end: bool) -> None:
        self._words = frozenset(group)
        self._at_end = at_end
        lengths: dict[str, set[int]] = {}
        for word in group:
            lengths.setdefault(word[-1] if at_end else word[0], set()).add(len(word))
        self._lengths = {char: tuple(sorted(n, reverse=True)) for char, n in lengths.items()}

    def longest(self, text: str) -> str:
        """The longest word that the text starts (or ends) with, or the empty string."""
        if not text:
            return ""
        at_end = self._at_end
        lengths = self._lengths.get(text[-1 if at_end else 0])
        if lengths is None:
            return ""
        for length in lengths:
            piece = text[-length:] if at_end else text[:length]
            if piece in self._words:
                return piece
        return ""


@cache
def openings(group: str) -> Edge:
    """Asks for the group's words at the start of a text."""
    return Edge(words(group), at_end=False)


@cache
def endings(group: str) -> Edge:
    """Asks for the group's words at the end of a text."""
    return Edge(words(group), at_end=True)


@cache
def unit_lengths() -> dict[str, tuple[int, ...]]:
    """For a first character the lengths of the units that start with it, longest first."""
    lengths: dict[str, set[int]] = {}
    for name in units():
        lengths.setdefault(name[0], set()).add(len(name))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}
