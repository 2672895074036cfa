"""Digits of English sentences: thousands, decimals, parts (*5-1/4*, *2½*), minus signs, signs of
money and words of size; and the unit that the numbers of a list share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from exporter.briefing.quantities.english.words import SIZES, WORD, group
from exporter.briefing.quantities.numbers import numerals

_VULGAR = {"¼": "0.25", "½": "0.5", "¾": "0.75", "⅓": "0.333333", "⅔": "0.666667", "⅛": "0.125"}
_VULGAR |= {"⅜": "0.375", "⅝": "0.625", "⅞": "0.875"}
AND_PARTS = {"a half": "0.5", "a quarter": "0.25", "three quarters": "0.75"}
"""What *and* adds to a number (four and a quarter per cent)."""
_PLACES = Decimal("0.000001")
NUMBER = re.compile(
    r"(?=[-−$€£¥0-9UHNACSR¼½¾⅓⅔⅛⅜⅝⅞])"
    r"(?<![\w.,$€£¥])(?<![A-Za-z]-)(?P<minus>(?<![\w)])(?<![0-9%] )[-−](?=[0-9$€£¥]))?"
    r"(?P<sign>(?:(?:US|HK|NT|A|C|S)?\$|€|£|¥|RMB) ?)?"
    r"(?:(?P<digits>[0-9]{1,3}(?: [0-9]{3})+(?![0-9.,/%]*[0-9%])|[0-9]+(?:[.,]+[0-9]+)*)"
    r"(?P<part>[- ][1-7]/[2-8](?![0-9/])|/[2-8](?![0-9/])|[¼½¾⅓⅔⅛⅜⅝⅞]"
    r"| and (?:a half|a quarter|three[- ]quarters)(?= ))?|(?P<alone>[¼½¾⅓⅔⅛⅜⅝⅞]))"
    r"(?![\w])(?P<tight>%)?"
)
_LISTED = re.compile(r"(?P<comma>, )|,? (?:and|or) ")
_YEAR = re.compile(r"(?:19|20|21)[0-9]{2}")
_LIST_MOST = 8


def value(match: re.Match[str]) -> Decimal | None:
    """The number printed, without its size word and its minus; ``None`` where it is broken."""
    if match.group("alone"):
        return Decimal(_VULGAR[match.group("alone")])
    whole = numerals.arabic(match.group("digits"))
    part = match.group("part") or ""
    if whole is None or not part:
        return whole
    if part in _VULGAR:
        return whole + Decimal(_VULGAR[part])
    if part.startswith(" and "):
        return whole + Decimal(AND_PARTS[part[5:].replace("-", " ")])
    upper, _, lower = part.strip("- ").partition("/")
    share = (Decimal(upper) if upper else whole) / Decimal(lower)
    return (share if not upper else whole + share).quantize(_PLACES).normalize()


def is_part(match: re.Match[str]) -> bool:
    """Whether the number has a fraction, or a minus, and so counts nothing."""
    return bool(match.group("part") or match.group("alone") or match.group("minus"))


def is_year(match: re.Match[str]) -> bool:
    """Whether the digits look like a year (in 2025 and 1.9 per cent in 2026)."""
    said = match.group("digits") or ""
    return not match.group("sign") and _YEAR.fullmatch(said) is not None


def size(text: str, end: int) -> tuple[int, Decimal]:
    """The end and the value of a word of size right behind `end`; 1 where there is none."""
    word = WORD.match(text, end + 1) if text[end : end + 1] in (" ", "-") else None
    if word is not None and word.group() in group("multipliers"):
        return word.end(), SIZES[word.group()]
    return end, Decimal(1)


def sized(text: str, match: re.Match[str]) -> tuple[int, int, Decimal]:
    """Start, end and value of a number with its size word."""
    end, times = size(text, match.end())
    return match.start(), end, numerals.plain((value(match) or Decimal(0)) * times)


def listed(text: str, match: re.Match[str], limit: int) -> Iterator[re.Match[str]]:
    """The numbers behind the first of a list (4.2 trillion, 26.3 trillion and 34.6 trillion
    yuan), up to the one that *and* leads to; nothing where no *and* or *or* ends it."""
    found: list[re.Match[str]] = []
    following: re.Match[str] | None = match
    while following is not None and len(found) < _LIST_MOST:
        end, _ = size(text, following.end())
        joint = _LISTED.match(text, end, limit)
        following = NUMBER.match(text, joint.end()) if joint is not None else None
        if joint is None or following is None or is_year(following):
            return
        found.append(following)
        if not joint.group("comma"):
            yield from found
            return
