"""How far a time expression holds, by the words around it."""

from __future__ import annotations

import re

from exporter.briefing.quantities.periods.token import Reach

_BASE_BEFORE = re.compile(r"(?:较|比|相较|对比|与|高于|低于|相当于)$")
_FIVE_HOLDS = re.compile(r"(?:以来|期间|时期|末|初|前[一二三四]年|[共，、新全累我再])”?.?$")
_LOCAL_BEFORE = re.compile(r"(?:由|从)$")
# 从今年的案件看，…: what the sentence goes by, no origin of a move.
_SEEN_FROM = re.compile(r"[^，。；]{0,12}[看说讲][，：]")
_MOMENT = re.compile(
    r"[春夏秋冬]季$|(?<![前首])[一二三四1-4]季度?$|(?<![至到\-0-9])[0-9]{1,2}\ ?月[份底末初]?$"
)
_BY = re.compile("[之以]?前$")
_FEAST_ENDS = tuple("节期午秋庆一”")  # 中秋节前, 国庆假期前: a deadline of what its sentence tells
_OF_THINGS = re.compile("(?:[一-鿿]{2,3})?的(?![0-9])")
_RANGED = re.compile(r"[月日号时点]\ ?(?:-|至|到)\ ?[0-9一二三四五六七八九十]")
# 在今年已开工项目总投资中占比约43.7%
_AMONG = re.compile("[^，。；0-9]{2,16}中，?占")
# 是2020年末的1.37倍
_IS, _OF_THEN = (
    ("是", "为", "达", "约"),
    # 为上年人均水平的3%
    re.compile(r"(?:[一-鿿]{2,6})?的(?:近|约)?[0-9.]{1,6}(?:%|倍|成)|的(?:近|约|[0-9])"),
)
# 恢复到2019年的约五成, 只剩下去年的八分之一: a share of what was then.
_SHARE_OF_THEN = re.compile(
    r"(?:同期|全年|[一-鿿]{2})?的(?:大?约|近|逾|超过|将近)?(?!百分)"
    r"(?:(?:[0-9.]{1,6}|[一二三四五六七八九两十百点]{1,5})(?:成|倍|分之)|一半)"
)


def _is_attribute(text: str, match: re.Match[str]) -> bool:
    """Whether the words only tell which things are meant (2000年底前建成的小区)."""
    if match.group().endswith("前"):
        return _OF_THINGS.match(text, match.end()) is not None
    return text.endswith("在", 0, match.start()) and _AMONG.match(text, match.end()) is not None


def reach_of(text: str, match: re.Match[str], kind: str) -> Reach:
    """How far the expression that `match` found in `text` holds."""
    before = text[max(0, match.start() - 3) : match.start()]
    if kind == "fiveyear" and before.endswith(("是", "比", "较", "为")):
        return "base"
    if kind == "fiveyear" and not _FIVE_HOLDS.search(
        match.group() + text[match.end() : match.end() + 1]
    ):
        return "none"
    if text.startswith(("电", "讯"), match.end()) or _is_attribute(text, match):
        return "none"
    if before.endswith(("同", "和", "跟")) and text.startswith("相比", match.end()):
        return "base"
    if _BASE_BEFORE.search(before) or match.group().endswith(("同期", "同月", "同季")):
        return "base"
    if text.startswith(("可比", "同口径"), match.end()) or _SHARE_OF_THEN.match(text, match.end()):
        return "base"
    if before.endswith(_IS) and _OF_THEN.match(text, match.end()):
        return "base"
    ranged = _RANGED.search(match.group()) is not None
    if (
        _LOCAL_BEFORE.search(before)
        and not ranged
        and not _SEEN_FROM.match(text, match.end())
        and not match.group().endswith(("起", "开始", "以来"))
        and "年度起" not in match.group()
    ):
        return "local"
    raw = _BY.sub("", match.group())
    of_day = re.search(r"[日号]", raw) and not raw.startswith("截") and not ranged
    by_feast = match.group().endswith("前") and raw[-1:] in _FEAST_ENDS
    if of_day or by_feast or before.endswith(("其中", "其中，")):
        return "sentence"
    return "moment" if _MOMENT.search(raw) and not raw.startswith("截") else "carry"
