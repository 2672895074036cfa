"""Numbers told in two parts, around or behind their unit: 八成半, 6块8毛, 两个半小时, 1个多月,
1小时10分钟, 18.3/10万."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

import msgspec

from exporter.briefing.model import QuantityType
from exporter.briefing.quantities.lexicon import Unit, units
from exporter.briefing.quantities.numbers import numerals
from exporter.briefing.quantities.numbers.plain import Number

_PER_HEADS = re.compile(r"/(?:10|十|百|千|1)?[万千]人?(?:口|年)?(?![0-9])")
_HALF, _HOUR = Decimal(5), Decimal(60)
_TENTHS = re.compile(
    r"成(半(?!数)|[一二三四五六七八九])(?![一二三四五六七八九十百千万个次年月日位名家步起定些般直共边面样件条项座所种户])"
)
# 6块8毛 · 两块五 · 1块1毛7 · 7块9毛5分一升
_COINS = re.compile(
    r"块([0-9一二三四五六七八九])?[毛角]?(?:(?<=[毛角])(?P<cents>[0-9一二三四五六七八九])分?)?"
    r"(?=[，。；、）！？：\n]|$|左右|以上|上下|[一每的])"
)
# 划分为3块, 这3块
_PIECES, _PIECES_REACH = re.compile(r"[分切划拼][一-鿿]{0,2}$|[这那哪此]$"), 3
# 两个半小时, 1个多月, 2个多百分点
_UNITS = {"小时": "小时", "钟头": "小时", "月": "个月", "星期": "星期", "百分点": "百分点"}
_AND_MORE = re.compile(rf"个(?P<more>[半多])(?P<unit>{'|'.join(_UNITS)})")
# 1小时10分钟; a race's 2小时12分35秒 is left alone
_HOURS = re.compile(
    r"个?小时[零又]?(?P<minutes>[0-9]{1,2}|[一二三四五六七八九十]{1,3})分钟?(?![0-9秒之])"
)


class Parted(NamedTuple):
    """The whole number, where it ends with its unit, and what unit that is."""

    number: Number
    end: int
    kind: QuantityType
    name: str
    unit: Unit | None


def parted(text: str, number: Number) -> Parted | None:
    """The number with the part that stands behind it, or ``None`` where it has none."""
    if number.value is None or number.infix == "几":
        return None
    if number.arabic and (per := _PER_HEADS.match(text, number.end)) is not None:
        return Parted(number, per.end(), "ratio", per.group(), None)
    if text.startswith("个", number.end) and (found := _AND_MORE.match(text, number.end)):
        return _and_more(found, number, number.value)
    if text.find("小时", number.end, number.end + 3) >= 0 and (
        hours := _HOURS.match(text, number.end)
    ):
        return _hours(hours, number, number.value)
    return _tenths(text, number, number.value)


def _with_value(number: Number, value: Decimal) -> Number:
    return msgspec.structs.replace(number, value=numerals.plain(value))


def _and_more(found: re.Match[str], number: Number, value: Decimal) -> Parted:
    """两个半小时 as 2.5 hours, 1个多月 as a month and more."""
    unit = units()[_UNITS[found["unit"]]]
    if found["more"] == "多":
        whole = msgspec.structs.replace(number, infix="多")
    else:
        whole = _with_value(number, value + _HALF / numerals.TEN)
    return Parted(whole, found.end(), unit.type, unit.name, unit)


def _hours(found: re.Match[str], number: Number, value: Decimal) -> Parted | None:
    """1小时10分钟 as 70 minutes."""
    minutes = numerals.arabic(found["minutes"]) or numerals.chinese(found["minutes"])
    if minutes is None or minutes >= _HOUR or number.multiplied or value != int(value):
        return None
    unit = units()["分钟"]
    return Parted(
        _with_value(number, value * _HOUR + minutes), found.end(), unit.type, "分钟", unit
    )


def _coins(text: str, number: Number) -> re.Match[str] | None:
    """The 块 behind the number, where it is money and no pieces of something."""
    found = _COINS.match(text, number.end)
    if found is None or found.group(1):
        return found
    before = max(0, number.start - _PIECES_REACH)
    return None if _PIECES.search(text, before, number.start) else found


def _tenths(text: str, number: Number, value: Decimal) -> Parted | None:
    """八成半 and 七成二 of 成, 6块8毛 of 块."""
    tenths = _TENTHS.match(text, number.end) if not number.multiplied else None
    if tenths is not None and value < numerals.TEN:
        found, unit, cents = tenths, units()["成"], ""
    elif (coins := _coins(text, number)) is not None:
        found, unit, cents = coins, units()["元"], coins["cents"] or ""
    else:
        return None
    tenth = found.group(1) or "0"
    more = _HALF if tenth == "半" else numerals.chinese(tenth) or numerals.arabic(tenth)
    value += (more or Decimal(0)) / numerals.TEN
    part = numerals.chinese(cents) or numerals.arabic(cents) if cents else None
    value += (part or Decimal(0)) / numerals.TEN / numerals.TEN
    return Parted(_with_value(number, value), found.end(), unit.type, found.group()[0], unit)
