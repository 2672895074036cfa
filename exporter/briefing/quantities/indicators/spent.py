"""Money told with its use: 市级财政安排8600万元，用于补助寄宿生."""

from __future__ import annotations

import re

from exporter.briefing.quantities.indicators.leads import goal_after
from exporter.briefing.quantities.lexicon import endings, words
from exporter.briefing.quantities.place import Phrase

_USE = re.compile(
    r"(?:以上|左右)?，?(?:将|全部|主要|专项|专门|重点|统筹|统一|集中){0,2}(?:用于|用来|用以)"
    r"(?P<what>[一-鿿“”、]{2,40})"
)
_AIM = re.compile(
    r"^(?:提高|提升|改善|加强|推进|做好|解决|开展|实施|推动|促进|保障|支持|扶持)(?=[一-鿿]{4})"
)
_END = re.compile(r"[，。；]|等(?:方面|工作|支出|项目)?$")
_LONGEST, _BARE = 16, 2
_MONEY = ("资金", "补助", "补贴", "奖励", "贷款", "投资", "经费", "款", "费", "券", "金")


def used(core: str, right: str) -> Phrase | None:
    """The money with what it is spent on, where the words behind the number tell it."""
    spends = endings("spends").longest(core) or endings("spent_sums").longest(core)
    if spends and (use := _USE.match(right)) and (goal := _goal(use["what"])):
        return Phrase(_with_goal(core, goal), "indicator.purpose")
    if core not in words("spending") or right[:1] != "，":
        return None
    goal = goal_after(right)
    return Phrase(goal + core, "indicator.purpose") if goal else None


def _goal(what: str) -> str:
    """The use without what is meant to happen to it, its first where there are many."""
    goal = _AIM.sub("", _END.split(what, maxsplit=1)[0])
    goal = goal.split("、", maxsplit=1)[0] if len(goal) > _LONGEST else goal
    return goal if _BARE <= len(goal) <= _LONGEST else ""


def _with_goal(core: str, goal: str) -> str:
    """下达补助资金 of 老旧小区改造 is 下达老旧小区改造补助资金, 安排 of it 安排老旧小区改造资金."""
    noun = endings("spent_sums").longest(core)
    if noun:
        return core[: len(core) - len(noun)] + goal + noun
    return core + goal + ("" if goal.endswith(_MONEY) else "资金")
