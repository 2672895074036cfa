"""Ranks and fractions of English sentences: *ranking first in the country*, *two thirds of it*."""

from __future__ import annotations

import re
from decimal import Decimal

from exporter.briefing.model import Quantity
from exporter.briefing.quantities.numbers import numerals

_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
]
_PARTS = {"third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
WORDS = ("half", *_PARTS)
"""One of these stands in every fraction."""
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7}
_PLACES = Decimal("0.000000000001")
RANK = re.compile(
    r"\b(?:rank(?:s|ed|ing)?|plac(?:es|ed|ing)|came|coming|finish(?:ed|ing))"
    r"(?: us| it| them)?(?: at| in)? "
    rf"(?P<rank>(?:No\. ?|number )?(?:{'|'.join(_ORDINALS)}|[0-9]{{1,3}}(?:st|nd|rd|th)"
    r"|(?<=No\. )[0-9]{1,3}|(?<=No\.)[0-9]{1,3}|(?<=number )[0-9]{1,3}))\b"
)
FRACTION = re.compile(
    r"\b(?=[AOTFSH])(?<![\w-])(?<!first )(?<!last )(?<!past )(?<!second )(?<!other )"
    rf"(?:(?P<number>{'|'.join(_NUMBERS)})[ -](?P<part>{'|'.join(_PARTS)})s?|half)"
    r"(?: (?=(?:an? )?(?:percentage )?point\b)|(?= (?:since|in|over|compared|from|on|this|last)\b)"
    r"| (?=(?:say|said|are|were|have|had|live|lived|come|go|went|need|work)\b)"
    r"| (?=of (?!(?:the |this |last |next )?(?:year|month|way|century)\b|[0-9]))|(?=[.,;])"
    r"| (?=(?:the|our|their|all) (?!time|size|price|way|cost|year|day)[a-z]))",
    re.IGNORECASE,
)
_YEAR = 4
_SPELT = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_WHOLES = {word: number for number, word in enumerate(_SPELT, start=1)}
_WHOLES |= {"twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_WHOLES |= {"hundred": 100, "a hundred": 100, "one hundred": 100, "thousand": 1000}
ODDS = re.compile(
    rf"\b(?P<part>{'|'.join(_SPELT[:9])}|(?<![\w.,:/-])(?:1(?= in )|[1-9](?= out of )))"
    rf" (?:in|out of)(?: every)? (?P<whole>{'|'.join(list(_WHOLES)[2:])}|[1-9][0-9]{{0,3}})"
    r"(?: (?=[A-Za-z])(?!(?:minute|hour|day|week|month|year)s?\b)|(?=[.,;]))",
    re.IGNORECASE,
)
_BY = re.compile(r"\b(?:by|to|than|over|about|nearly|almost|around) $", re.IGNORECASE)
SCOPE = re.compile(
    r"^(?: place)?(?P<scope> (?:(?:in|among) (?:the )?[A-Za-z]+(?: [a-z]+)?"
    r"|nationwide|nationally|worldwide|globally))"
)


def rank(match: re.Match[str]) -> Quantity | None:
    """The rank that the match tells."""
    said = match.group("rank")
    digits = re.search(r"[0-9]+", said)
    word = said.split(" ")[-1].lower()
    if digits is None and word not in _ORDINALS:
        return None
    value = Decimal(digits.group() if digits is not None else _ORDINALS.index(word) + 1)
    return Quantity(text=said, type="rank", value=value, unit=None)


def odds(match: re.Match[str]) -> Quantity | None:
    """The share that the odds tell (one in four), in percent."""
    said = match.group("whole").lower()
    told = match.group("part").lower()
    part = int(told) if told.isdigit() else _SPELT.index(told) + 1
    whole = int(said) if said.isdigit() else _WHOLES[said]
    if part >= whole or (said.isdigit() and len(said) == _YEAR):
        return None
    value = numerals.plain((100 * Decimal(part) / Decimal(whole)).quantize(_PLACES))
    return Quantity(text=match.group().rstrip(), type="percent", value=value, unit="%")


def fraction(match: re.Match[str]) -> Quantity | None:
    """The share that the match tells, in percent; a fraction at the end of a clause only behind
    *by* and the like (fell by a third)."""
    at_end = not match.group().endswith(" ")
    if at_end and not _BY.search(match.string, 0, match.start()):
        return None
    part = _PARTS.get((match.group("part") or "").lower(), 2)
    number = _NUMBERS.get((match.group("number") or "a").lower(), 1)
    value = numerals.plain((100 * Decimal(number) / Decimal(part)).quantize(_PLACES))
    return Quantity(text=match.group().rstrip(), type="percent", value=value, unit="%")
