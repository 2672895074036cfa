"""Shares and ratios that are no plain number with a unit: 百分之二十, 近三分之一, 过半, 2.3:1."""

from __future__ import annotations

import re
from decimal import Decimal

from exporter.briefing.model import Quantity, QuantityType
from exporter.briefing.quantities.lexicon import endings, openings
from exporter.briefing.quantities.numbers import numerals
from exporter.briefing.quantities.numbers.masks import Masks
from exporter.briefing.quantities.numbers.mentions import Mention

_CN = "一二三四五六七八九十百两"
_PART = (
    rf"(?:[〇零](?=点)|[{_CN}](?:[{_CN}零]{{0,5}}[{_CN}])?)(?:点[〇零{_CN}]{{1,4}})?"
    r"|[0-9]{1,4}(?:\.[0-9]{1,4})?"
)
_FRACTION = re.compile(rf"([百千万]|[十百]万|10万|[{_CN}]{{1,3}}|[0-9]{{1,3}})分之({_PART})")
# 百分之二至三, but 由百分之二到百分之三: a move has two numbers.
_UP_TO = re.compile(rf"(?:至|到|-)(?:百分之)?({_PART})(?=的|，|。|；|、|左右|之间|）|$)")
_MOVES = ("由", "从")
_HALF = re.compile(
    r"过半数|过半(?=的|，|。)|半数以上|超半数|一半以上|近一半|近半数|一半(?=的|，|。)"
)
_DOUBLED = re.compile(
    r"翻(?:了|上)?(?P<near>近|约|将近|差不多|接近|超过)?(?P<times>[一二两三四1-4])番(?:还)?(?P<more>多|有余|以上)?"
)
DOUBLED = "quantity.doubled"
"""The rule of 翻一番: twice as much, 翻两番 four times."""
_RATIO = re.compile(
    r"(?<![0-9:.])([0-9]{1,4}(?:\.[0-9]{1,4})?):([0-9]{1,4}(?:\.[0-9]{1,4})?)(?![0-9:.])"
)
_SHARES = {
    "百": ("%", Decimal("0.01")),
    "千": ("‰", Decimal("0.001")),
    "万": ("‱", Decimal("0.0001")),
    "十万": ("/10万", Decimal("0.00001")),
    "10万": ("/10万", Decimal("0.00001")),
    "百万": ("/百万", Decimal("0.000001")),
}
_PLACES = Decimal("0.000001")
_SHARE_PLACES = Decimal("0.000000000001")
_WHOLE = Decimal(100)


def find(text: str, original: str, masks: Masks) -> list[Mention]:
    """The shares and ratios of a folded paragraph, in order.

    百分之二十 is 20 with the unit %, 百分之二至三 a range; so are 三分之一 33.333333333333 and
    一半 50: what is a share is told as one. 2.3:1 is 2.3 without unit, as is 1:2.3; 翻一番 is 2
    and 翻两番 4 with the unit 倍. A ratio in which neither side is 1 (a structure, 7:36:57) is
    left alone.
    """
    if not any(mark in text for mark in ("分之", "半", ":", "翻")):
        return []
    found = [
        mention
        for each in (_FRACTION, _HALF, _RATIO, _DOUBLED)
        for match in each.finditer(text)
        if not masks.covers(match.start()) and (mention := _read(match, original)) is not None
    ]
    found.sort(key=lambda mention: mention.start)
    return [each for n, each in enumerate(found) if not n or each.start >= found[n - 1].end]


def _read(match: re.Match[str], original: str) -> Mention | None:
    if match.re is _HALF:
        return _share(match, original, _WHOLE / 2, approx=_approx_of(match.group()))
    if match.re is _RATIO:
        return _ratio(match, original)
    if match.re is _DOUBLED:
        return _doubled(match, original)
    return _fraction(match, original)


def _doubled(match: re.Match[str], original: str) -> Mention | None:
    times = numerals.value_of(match.group("times"))
    if times is None:
        return None
    start, end = match.start(), match.end("times") + 1
    quantity = Quantity(
        text=original[start:end],
        type="multiple",
        value=Decimal(2) ** times,
        unit="倍",
        approx=match.group("near") or match.group("more"),
    )
    return Mention(
        start=start,
        end=end,
        left=start,
        right=match.end(),
        quantity=quantity,
        rule=DOUBLED,
        dimension="multiple",
    )


def _approx_of(raw: str) -> str | None:
    return next((mark for mark in ("以上", "过", "超", "近") if mark in raw), None)


def _ratio(match: re.Match[str], original: str) -> Mention | None:
    left, right = (numerals.arabic(part) for part in match.groups())
    if left is None or right is None or right == 0 or Decimal(1) not in (left, right):
        return None
    if left == 1 < right:
        return _mention(match, original, "ratio", right)
    return _mention(match, original, "ratio", numerals.plain((left / right).quantize(_PLACES)))


def _fraction(match: re.Match[str], original: str) -> Mention | None:
    whole, part = match.groups()
    value = numerals.value_of(part)
    if value is None:
        return None
    if whole in _SHARES:
        unit, factor = _SHARES[whole]
        top = (
            None
            if match.string.endswith(_MOVES, 0, match.start())
            else _UP_TO.match(match.string, match.end())
        )
        return _mention(match, original, "percent", value, top, unit=unit, factor=factor)
    parts = numerals.value_of(whole)
    if not parts or value > parts:
        return None
    return _share(match, original, (_WHOLE * value / parts).quantize(_SHARE_PLACES))


def _share(
    match: re.Match[str], original: str, percent: Decimal, approx: str | None = None
) -> Mention:
    unit, factor = _SHARES["百"]
    value = numerals.plain(percent)
    return _mention(match, original, "percent", value, unit=unit, factor=factor, approx=approx)


def _mention(
    match: re.Match[str],
    original: str,
    kind: QuantityType,
    value: Decimal,
    top: re.Match[str] | None = None,
    *,
    unit: str | None = None,
    factor: Decimal = Decimal(1),
    approx: str | None = None,
) -> Mention:
    most = numerals.value_of(top.group(1)) if top is not None else None
    start, end = match.start(), match.end() if top is None or most is None else top.end()
    left = match.string[max(0, start - 4) : start]
    before = endings("approx_before").longest(left) or None
    after = openings("approx_after").longest(match.string[end : end + 8]) or None
    quantity = Quantity(
        text=original[start:end],
        type=kind,
        value=value if most is None else None,
        min_value=value if most is not None else None,
        max_value=most,
        unit=unit,
        approx=before or after or approx,
    )
    return Mention(
        start=start,
        end=end,
        left=start - len(before or ""),
        right=end + len(after or ""),
        quantity=quantity,
        rule=f"quantity.{kind}",
        dimension="share" if unit else "ratio",
        factor=factor,
    )
