"""Numbers without their units: digits or Chinese numerals, an infixed 余 or 多, a multiplier."""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec

from exporter.briefing.quantities.numbers import numerals

_LOW = re.compile(r"([一二三四五六七八九十两]{1,3})(?:到|至|-)$")
_MORE = re.compile(
    r"([0-9]{1,3},[0-9]{3}|[0-9]{1,4})(?![0-9.,])"
    r"([十百千]?亿|千万|百万|十万|万|千(?![米克瓦卡帕伏赫])|百(?![帕]))?"
)
_PLACES = 3
_INFIX = "余多来几"
# 3个亿, 5个多亿元; 3个亿元村 are three villages.
_SPOKEN = re.compile(r"个(?:亿(?![元级吨斤人千立户])|多亿)")
# Taiwan's 1兆2,300億元; 兆瓦 is a unit.
_TRILLION = "兆(?=[余多]?(?:[0-9元美欧日港人]|[新台]币))"
MULTIPLIER = re.compile(rf" ?(万亿|[十百千]?[亿万]|[百千](?![米克瓦卡帕伏赫])|{_TRILLION})")
_VAGUE = re.compile(r"[数几]([十百千]?[万亿]|十万?|百万?|千万?|百亿|千亿|万亿)")
_TEENS = re.compile(r"十[几数]")
_GLUED = re.compile(r"[A-Za-z.]$|[0-9],$|[0-9][十百千万亿]{1,2}$")
_SIGNED = re.compile(r"[为是达到至长：（ ]-$")


class Number(msgspec.Struct, frozen=True, gc=False):
    """A number without unit: `end` is behind number, infix and multiplier."""

    start: int
    end: int
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    infix: str | None = None
    multiplied: bool = False
    arabic: bool = True
    before: str | None = None


def arabic(text: str, match: re.Match[str]) -> Number | None:
    """The number whose digits `match` has found; ``None`` where they are of a word or broken."""
    start, end = match.start(), match.end()
    if _GLUED.search(text, max(0, start - 3), start):
        return None
    value = numerals.arabic(match.group())
    if value is None:
        return None
    if start >= 2 and _SIGNED.search(text[max(0, start - 2) : start]):
        start, value = start - 1, -value
    infix, at = _infix(text, end)
    size = MULTIPLIER.match(text, at)
    if size is None:
        return Number(start, at, value, infix=infix)
    total = value * numerals.MULTIPLIERS[size.group(1)]
    at = size.end()
    more, at = _smaller(text, at, numerals.MULTIPLIERS[size.group(1)])
    if more is None:
        return None
    total += more
    late, at = _infix(text, at)
    return Number(start, at, numerals.plain(total), infix=infix or late, multiplied=True)


def _smaller(text: str, at: int, above: Decimal) -> tuple[Decimal | None, int]:
    """What smaller places add (1亿6千万, 13万7千, 13万1,205), and where they end; ``None`` for a
    broken number (3万5, 5万6万)."""
    total = Decimal(0)
    while (found := _MORE.match(text, at)) is not None:
        digits = found.group(1).replace(",", "")
        unit = numerals.MULTIPLIERS[found.group(2)] if found.group(2) else Decimal(1)
        value = Decimal(digits) * unit
        if value >= above or (unit == 1 and len(digits) < _PLACES):
            return None, at
        total, above, at = total + value, unit, found.end()
    return total, at


def _infix(text: str, at: int) -> tuple[str | None, int]:
    if text.startswith("个", at) and _SPOKEN.match(text, at):
        return ("多", at + 2) if text[at + 1] == "多" else (None, at + 1)
    if (
        at < len(text)
        and text[at] in _INFIX
        and not text.startswith(("多年来", "来自", "来源"), at)
    ):
        return text[at], at + 1
    return None, at


def _chinese_range(text: str, start: int, end: int, raw: str) -> Number | None:
    """一到两成 and 三至五年 as ranges; no range after 从 and 由, which tell a move."""
    low = _LOW.search(text, max(0, start - 6), start)
    if low is None or text[max(0, low.start() - 1) : low.start()] in ("从", "由"):
        return None
    least, most = numerals.chinese(low.group(1)), numerals.chinese(raw)
    if least is None or most is None or least >= most:
        return None
    return Number(low.start(), end, None, least, most, multiplied=most >= 10000, arabic=False)


def chinese(text: str, match: re.Match[str]) -> Number | None:
    """The number whose numerals `match` has found; ``None`` where they are of a word or broken."""
    raw, start, end = match.group(), match.start(), match.end()
    if vague := _VAGUE.fullmatch(raw):
        low = numerals.MULTIPLIERS.get(vague.group(1))
        if low is None:
            return None
        return Number(start, end, None, low, low * 10, vague.group()[0], True, False)
    if _TEENS.fullmatch(raw):
        return Number(start, end, None, Decimal(11), Decimal(19), raw[1], False, False)
    if raw[0] == "数":  # the end of a noun (失业人数四十一万)
        raw, start = raw[1:], start + 1
    if (ranged := _chinese_range(text, start, end, raw)) is not None:
        return ranged
    infix, at = _infix(text, end)
    before = text[start - 1] if start else ""
    if (
        raw in numerals.MULTIPLIERS
        and raw != "十"
        and (infix or before in ("近", "上", "成", "逾", "超"))
    ):
        value: Decimal | None = numerals.MULTIPLIERS[raw]
    else:
        value = numerals.chinese(raw)
    if value is None:
        return None
    size = MULTIPLIER.match(text, at) if at > end or "点" in raw else None
    if size is not None:
        value, at = value * numerals.MULTIPLIERS[size.group(1)], size.end()
    marked = before if before == "上" else None
    return Number(
        start, at, value, infix=infix, multiplied=value >= 10000, arabic=False, before=marked
    )
