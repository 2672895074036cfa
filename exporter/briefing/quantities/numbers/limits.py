"""Units that count only where their words say so: hours of a clock, grades, years."""

from __future__ import annotations

import re

from exporter.briefing.quantities.lexicon import words
from exporter.briefing.quantities.numbers.plain import Number

_MINUTES = re.compile(r"[零又]?[0-9一二三四五六七八九十]{1,3}分")
_FAR_YEARS = 100
_LAST_DAY = 31
_DAY_REACH = 20
# 15日内, 3日以上, 三日游
_DAYS_AFTER = re.compile(
    r"(?:以|之)?内|[以之]?[上下]|左右|上下|之久|时间|工期|游(?!客)|的?(?:期限|时限|时间|假期)"
)
# 为期7日, 办理时限由20日压缩到5日, 平均3日
_DAYS_BEFORE = re.compile(
    r"(?:为期|历时|持续|一?连续?|满|需要?|用|用时|耗时|仅|最[多少长短快慢]|不[超多]过|不少于|不低于|至少|缩短|压缩|压减|延长|提前|推迟"
    r"|间隔|每隔?|长达|[共约近逾]|超过|平均|逗留|停留|隔离|检疫|休业|停课|停业|法定的?)[了到至为约是]{0,2}$"
    r"|(?:时限|期限|期间|时间|周期|工期|住院日|天数|日数|有效期)[^，。；]{0,12}$"
)
# 輪候時間為6年, 工期四年
_LASTS_REACH = 10
_LASTS = re.compile(r"(?:时间|工期|年限|寿命|年期)(?:平均)?[为是约达长近有]{0,3}$")
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


def days_last(number: Number, text: str, end: int) -> bool:
    """Whether so many 日 are a span of time (15日内, 为期7日), no day of a month (15日公布)."""
    value = number.value
    if value is None or value > _LAST_DAY or value != int(value) or number.infix:
        return True
    before = max(0, number.start - _DAY_REACH)
    spans = _DAYS_AFTER.match(text, end) or _DAYS_BEFORE.search(text, before, number.start)
    return spans is not None


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
    if number.value % 1 and not text.startswith(words("plan_names"), end):  # 5.5年
        return True
    if _LASTS.search(text, max(0, number.start - _LASTS_REACH), number.start) and not named:
        return True
    return left.endswith(words("duration_before")) and (number.arabic or not left.endswith("连续"))


LASTING = {"年": years_last, "日": days_last}
"""For a unit that dates are told in too, whether so many of it are a span of time."""
