"""The tables of the English rules, and numbers written in words."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from functools import cache
from importlib.resources import files

from exporter.briefing.model import QuantityType

WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_NEARLY = (
    r"about|around|roughly|approximately|nearly|almost|some|just|over|under|well|close to"
    r"|more than|less than|at least|up to|only|another"
)
ABOUT = rf"(?:(?:{_NEARLY}) )*"
"""Words of approximation, if any, up to the number that they stand before."""
SIZES = {
    "dozen": Decimal(12),
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "million": Decimal(10**6),
    "mn": Decimal(10**6),
    "billion": Decimal(10**9),
    "bn": Decimal(10**9),
    "trillion": Decimal(10**12),
}
_KINDS: tuple[QuantityType, ...] = (
    "percent",
    "money",
    "area",
    "length",
    "mass",
    "volume",
    "energy",
    "power",
    "duration",
    "temperature",
    "speed",
)
_TENS = 20


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((files(__package__) / "english.toml").read_text(encoding="utf-8"))


def _listed(name: str) -> tuple[str, ...]:
    return tuple(_table()[name]["words"])


@cache
def group(name: str) -> frozenset[str]:
    """The words of a group of ``english.toml``."""
    return frozenset(_listed(name))


@cache
def united(*names: str) -> frozenset[str]:
    """The words of several groups."""
    return frozenset().union(*map(group, names))


@cache
def approximations() -> tuple[str, ...]:
    """The words of approximation, the longest first."""
    return tuple(sorted(group("approx"), key=len, reverse=True))


@cache
def units() -> dict[str, tuple[tuple[str, QuantityType], ...]]:
    """Printed units with their types by their first word, the longest first."""
    pairs: list[tuple[str, QuantityType]] = [(word, "delta") for word in group("points")]
    pairs += [(word, kind) for kind in _KINDS for word in group(kind)]
    out: dict[str, list[tuple[str, QuantityType]]] = {}
    for pair in sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])):
        out.setdefault(pair[0].split(" ")[0], []).append(pair)
    return {first: tuple(found) for first, found in out.items()}


@cache
def _numerals() -> dict[str, int]:
    ones, tens = _listed("numerals")[:18], _listed("numerals")[18:]
    out = {word: number for number, word in enumerate(ones, 2)}
    for count, word in enumerate(tens, 2):
        out[word] = count * 10
        units_of = ["one", *ones[:8]]
        out |= {f"{word}-{one}": count * 10 + at for at, one in enumerate(units_of, 1)}
    return out


@cache
def spelt() -> re.Pattern[str]:
    """Numbers in words, from two up (seven, twenty-five)."""
    words = sorted(_numerals(), key=len, reverse=True)
    whole = (
        "one(?= (?:million|billion|trillion))|(?<!of )(?<!half )(?<!in )an?(?= (?:m|b|tr)illion )"
    )
    some = rf"{'|'.join(words)}|{whole}"
    return re.compile(rf"\b(?=[AEFNOST])(?<![\w-])(?:{some})(?![\w-])", re.IGNORECASE)


def spelt_value(word: str) -> Decimal:
    """The value of a number in words."""
    return Decimal(_numerals().get(word.lower(), 1))


def is_adverb(word: str) -> bool:
    """Whether the word has the ending of an adverb, and is none of the nouns that have it too."""
    return word.endswith("ly") and word.lower() not in group("nouns_in_ly")


def is_attribute(word: str) -> bool:
    """Whether the word is one of two that *and* joins before a noun (chilled and frozen meat)."""
    return word.lower() in group("attributes") or word.endswith(("ed", "al", "ary", "ic", "zen"))


def is_small(value: Decimal) -> bool:
    """Whether a number in words is so small that it is often no figure (two sides)."""
    return value < _TENS
