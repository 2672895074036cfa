"""Numbers from a low end to a high one (20-100万元, 3000元至5000元)."""

from __future__ import annotations

import re
from decimal import Decimal

from exporter.briefing.quantities.lexicon import Unit, endings
from exporter.briefing.quantities.numbers import numerals
from exporter.briefing.quantities.numbers.plain import MULTIPLIER, Number
from exporter.briefing.quantities.numbers.unit_at import unit_at

_HIGH_END = re.compile(
    r" ?(?:-+|至|到) ?"
    r"((?:[0-9]{1,3}(?:(?:,[0-9]{3})+|(?: [0-9]{3})+(?![0-9]))|[0-9]+)(?:\.[0-9]+)?)(?![0-9.,:])"
)
"""What a range goes up to, behind its low end and the unit of that (740元至3,180元)."""
_TO_HIGH = re.compile(r"[-至到]")
_TO_REACH = 18
"""A unit with its rate, in brackets, and what goes on to the high end are no longer."""


def ranged(text: str, number: Number) -> Number | None:
    """The number as the low end of a range (20-100万元: both ends get 万元); ``None``
    where it is none."""
    if not number.arabic or number.value is None or number.infix:
        return None
    at = number.end
    if not _TO_HIGH.search(text, at, at + _TO_REACH):
        return None
    unit, unit_end = unit_at(text, at)
    match = _HIGH_END.match(text, unit_end if unit else at)
    if match is None or text[max(0, number.start - 1) : number.start] in ("由", "从"):
        return None
    if unit is not None and not _same_unit_range(text, number.start, unit_end):
        return None
    high = numerals.arabic(match.group(1))
    size = MULTIPLIER.match(text, match.end())
    if high is None:
        return None
    factor = numerals.MULTIPLIERS[size.group(1)] if size else Decimal(1)
    low = number.value if number.multiplied else numerals.plain(number.value * factor)
    top = numerals.plain(high * factor)
    end = size.end() if size else match.end()
    second = unit_at(text, end)[0]
    if low >= top or second is None or (unit is not None and _moves_by(text, number, unit, second)):
        return None
    return Number(number.start, end, None, low, top, multiplied=size is not None)


def _moves_by(text: str, low: Number, unit: Unit, second: Unit) -> bool:
    """Whether the first number tells by how much a thing has moved to the second
    (下跌0.1个百分点至3.3%, 减少2700人至115700人)."""
    if unit.name != second.name:
        return True
    left = text[max(0, low.start - _TO_REACH) : low.start].rstrip("约近逾大了 ")
    return unit.type != "percent" and bool(endings("moves").longest(left))


def _same_unit_range(text: str, start: int, unit_end: int) -> bool:
    """Whether 3000元至5000元 is a range: no 由, 从 or 提高 tells of a move from one to the
    other."""
    if text.startswith(("-", " -"), unit_end):
        return True
    clause = re.split(r"[，；。：\n]", text[max(0, start - 20) : start])[-1]
    return "由" not in clause and "从" not in clause
