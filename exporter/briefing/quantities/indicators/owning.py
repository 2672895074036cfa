"""Attributes and the things that they are of (库容 of a 冷库, 总支出 of a fund)."""

from __future__ import annotations

import re

from exporter.briefing.quantities.lexicon import endings, openings, words

MAKES_NOUN = (
    "点",
    "站",
    "所",
    "金",
    "款",
    "费",
    "率",
    "量",
    "数",
    "额",
    "员",
    "者",
    "权",
    "期",
    "性",
    "型",
    "机构",
    "基地",
)
"""With one of these behind it a verb is a piece of a noun (安置点, 服务站, 保障性)."""
_SCOPE = re.compile(
    r"^(?:[一-鿿]{2,3}(?=全[省市县区州]))?(?:全[国省市县区州港澳台旗镇乡村校院厂]|我[国省市县区州院校])"
    r"(?:现有|共有?|已|累计|计划|拟|预计|将|目前|还|仍|曾)*"
)
# 法院共受理各类案件: who did it
_DOER = re.compile(
    r"^[一-鿿]{0,4}(?:法院|检察院|检察机关|公安机关|[执政]法机关|部门|消防救援队伍|热线|平台)(?:共|已|累计|一?共计?)*"
)


def is_owned(core: str) -> bool:
    """Whether the core is an attribute that is of a thing told before (库容, 平均票价, 总支出)."""
    head = endings("owned_heads").longest(core)
    own = core[: len(core) - len(head)]
    return bool(head) and (not own or own in words("owned_modifiers"))


def owner_of(subject: str, verb: str = "") -> str:
    """The thing without its attribute and what was done with it
    (一次性扩岗补助标准 → 一次性扩岗补助, 新建田头冷库 → 田头冷库)."""
    head = endings("owned_heads").longest(subject)
    if head and len(subject) > len(head) + 1:
        subject = subject[: -len(head)]
        own = endings("owned_modifiers").longest(subject)
        subject = subject[: len(subject) - len(own)] or subject
    verb = verb or openings("verbs").longest(subject)
    noun = subject[len(verb) :].startswith(MAKES_NOUN)
    if verb and subject.startswith(verb) and not noun:
        return subject if verb in words("stages") else subject[len(verb) :].removeprefix("的")
    last = "" if head else endings("verbs").longest(subject)
    return subject[: len(subject) - len(last)] or subject


def undone(text: str) -> str:
    """The thing without its place and without what was done with it
    (全国新开工改造城镇老旧小区 → 城镇老旧小区)."""
    text = _SCOPE.sub("", text)
    if (doer := _DOER.match(text)) and openings("verbs").longest(text[doer.end() :]):
        text = text[doer.end() :]
    while verb := openings("verbs").longest(text):
        rest = text[len(verb) :].lstrip("、和及了")
        if len(rest) < 2 or rest.startswith(MAKES_NOUN):
            break
        text = rest
    return text
