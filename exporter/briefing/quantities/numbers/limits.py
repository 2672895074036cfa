"""Units that count only where their words say so: hours of a clock, grades, years."""

from __future__ import annotations

import re

from exporter.briefing.quantities.lexicon import words
from exporter.briefing.quantities.numbers.plain import Number

_MINUTES = re.compile(r"[零又]?[0-9一二三四五六七八九十]{1,3}分")
_FAR_YEARS = 100
_GRADE_AFTER = re.compile(
    r"(?:以上|以下|左右)?的?(?:破坏性|强)?(?:地震|余震|强震|主震|大风|阵风|台风)"
)


def of_clock(text: str, start: int, unit: str, end: int) -> bool:
    """Whether it is one half of a time in two units (1小时52分, 10秒02) or of a ratio (1比2比7分):
    neither tells it alone."""
    if unit in ("秒", "分", "分钟") and text[end : end + 1].isdigit():
        return True
    if unit == "分" and text[start - 1 : start] == "比":
        return True
    if unit in ("小时", "个小时"):
        return _MINUTES.match(text, end) is not None
    return unit in ("分", "分钟") and text[max(0, start - 2) : start] in ("小时", "个半")


def is_grade(text: str, number: Number, end: int) -> bool:
    """Whether so many 级 measure an earthquake or a wind."""
    if not number.arabic:
        return False
    left = text[max(0, number.start - 5) : number.start].rstrip("为是达约近到的")
    return bool(_GRADE_AFTER.match(text, end)) or left.endswith(words("grade_heads"))


def years_last(number: Number, text: str, end: int) -> bool:
    """Whether so many 年 are a span of time that is told, not part of a name or of a far past."""
    if number.value is None or number.value >= _FAR_YEARS:
        return False
    left = text[max(0, number.start - 4) : number.start]
    named = text[end : end + 1] in ("”", "的") or text.startswith(words("plan_names"), end)
    if text.startswith(words("duration_after"), end) and not named:
        return True
    return left.endswith(words("duration_before")) and (number.arabic or not left.endswith("连续"))
