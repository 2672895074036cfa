"""An indicator that only points back: 把这个数字提高到45%, 去年这一比例为88%.

The name is that of the last figure of the same unit before it in its paragraph; without one the
words stay as they are.
"""

from __future__ import annotations

import re

import msgspec

from exporter.briefing.model import Fact

_POINTS = re.compile(
    r"(?:把|将|將|让|使)?(?P<said>(?:这个|这一|这项|该|上述|此|這個|這一|這項|該)?"
    r"(?:数字|数据|比例|比率|占比|指标|规模|數字|數據|指標))"
)
_SHOWING = ("这", "该", "上述", "此", "這", "該")
_BARE = ("数字", "數字", "数据", "數據")
_BACK = 12  # figures before it that are looked at


def pointed(out: list[Fact], first: int) -> None:
    """Names in place the facts, those from `first` on, whose indicator only points back."""
    for at in range(first, len(out)):
        fact = out[at]
        found = _POINTS.fullmatch(fact.indicator or "")
        if not found or not (found["said"].startswith(_SHOWING) or found["said"] in _BARE):
            continue
        named = next((x for x in reversed(out[max(0, at - _BACK) : at]) if _same(x, fact)), None)
        if named:
            rule = f"{fact.rule}/pointing"
            out[at] = msgspec.structs.replace(fact, indicator=named.indicator, rule=rule)


def _same(other: Fact, fact: Fact) -> bool:
    """Whether `fact` may be of what `other` is: a level of the same unit in the same paragraph."""
    return (
        bool(other.indicator)
        and other.paragraph == fact.paragraph
        and other.quantity.unit == fact.quantity.unit
        and not other.change
        and not _POINTS.fullmatch(other.indicator or "")
    )
