"""A name as it is printed, without what its clause says beside it."""

from __future__ import annotations

import re

# 化肥使用量连续六年下降，去年降到108万吨; 产量有望连续两年稳定在300万吨
_STREAK = re.compile(
    r"(?:有望|可望)?(?:已)?连续[一二三四五六七八九十两]{1,2}(?:年|个?月|个?季度?)"
    r"(?:下降|增长|上升|提升|回落|正增长|两位数增长)?"
)
# 脱班率须低于0.5%; 负荷三创新高; 患者目前7人; 送餐费每次2元
_ADDED = re.compile(
    r"(?:目前|先后|初步(?:统计|核算|测算|估算|核定)|专门|最[迟少快慢]|必?须|每次|有望|可望|(?:合共|一共)?(?<![第统唯之期周初高大成案段组类款])[二三四五六七八九])$"
)
# 下一步，要确保到今年年底完工小区150个; 建议把罚款提高
_MEANT = re.compile(r"(?:[还仍]?要确保到?|建议[把将由]|要为(?=[一-鿿]{6}))")
_FIRST, _LEAST = frozenset("要还仍建"), 3
_LASTS = frozenset("前后计算定门迟少快慢须次望二三四五六七八九")
"""What the adverbs and numerals at a name's end can end with."""


def worded(name: str) -> str:
    """The name without the words of hope and of how long it has gone on, and without the adverbs
    or the numeral at its end that are of the words behind it; itself where less would be left than
    a name."""
    told = _STREAK.sub("", name) if "连续" in name else name
    if told[:1] in _FIRST:
        told = _MEANT.sub("", told, count=1)
    while told[-1:] in _LASTS and (left := _ADDED.sub("", told)) != told and len(left) >= _LEAST:
        told = left
    return told if len(told) >= _LEAST else name
