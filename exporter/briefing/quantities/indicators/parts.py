"""Parts named by what a sentence before measured, or by the clause that leads their list:
水稻24万亩 of a 播种面积, 小学72% of a 教师占比."""

from __future__ import annotations

import re

from exporter.briefing.quantities.indicators.governing import deed, moving
from exporter.briefing.quantities.indicators.owning import undone
from exporter.briefing.quantities.indicators.trimming import open_trimmed
from exporter.briefing.quantities.lexicon import endings, openings, words
from exporter.briefing.quantities.numbers.mentions import Mention
from exporter.briefing.quantities.place import Phrase, Place

PART = "indicator.part-of-said"
"""The rule of a part of what the sentence before measured."""
_SHORTEST, _LONGEST, _TIE, _NEAR = 2, 8, 2, 12
_PARTS = (PART, "indicator.part", "indicator.of-whole")
_SORTS = re.compile(r"^(?:各级)?各类")
_OF_WHICH = re.compile(r"其中[，：]?")
_HEADED = re.compile(r"[积值量额率数价比费款债资入利税速幅]$")
# 本科以上教师占比，小学为72.4%，初中为93.1%
_HEAD = re.compile(r"[^。；：0-9]{2,18}(?:率|占比|比例|比重|标准|均价|单价|价格|收入|产量|面积)")
_MEMBER, _MOST = re.compile(r"[一-鿿]{2,10}[0-9]"), 8
_LINK = re.compile(r"[^，；。：0-9]{2,10}$")


def part_said(core: str, mention: Mention, place: Place) -> Phrase | None:
    """A part with the head of the whole that was measured in its unit (粮食播种面积58万亩…。其中，
    水稻24万亩、12万吨), or of the clause that its list follows."""
    if core and not _names(core):
        return None
    if core and (led := _led(core, mention, place)):
        return led
    whole, part = place.kin, core or _part_again(mention, place)
    if whole is None or not part or not _goes_on(mention, place):
        return None
    told = whole.subject or whole.text
    head = told if whole.rule == "indicator.part" and told != whole.text else _head(told, part)
    if not head and mention.quantity.classifier is not None:
        kind = _kind(told if place.phrase is None else place.about, part)
        return Phrase(kind + part, PART, subject=kind + part) if kind else None
    return Phrase(part + head, PART, subject=part + head) if head else None


def _goes_on(mention: Mention, place: Place) -> bool:
    """Whether the number is of a part: the first behind 其中, or the next one."""
    last, before, like = place.phrase, place.before, place.like
    if last is None or before is None:
        return _OF_WHICH.match(place.text, place.start) is not None
    if last.rule == PART:
        return True
    apart = before.quantity.unit != mention.quantity.unit and before.quantity.type == "percent"
    return apart and like is not None and like.rule in _PARTS


def _kind(whole: str, part: str) -> str:
    """What the whole is, told of a part that ends like it (涉民企案件…。其中，民事案件)."""
    thing = _SORTS.sub("", undone(whole))
    kind = thing[:-_TIE]
    alike = any(kind[at : at + _TIE] in part for at in range(len(kind) - 1))
    return "" if alike or len(kind) > _LONGEST or not thing.endswith(part[-_TIE:]) else kind


def _names(core: str) -> bool:
    """Whether the core is a bare noun, and tells nothing of what is measured of it."""
    if not _SHORTEST <= len(core) <= _LONGEST or "占" in core or core in moving() or deed(core):
        return False
    acts = openings("verbs").longest(core) or endings("moves").longest(core)
    acts = "" if core.endswith("业") else acts
    return not acts and not _HEADED.search(core) and not core.endswith(words("rate_heads"))


def _part_again(mention: Mention, place: Place) -> str:
    """The part that the number before was of, where it is told in another measure
    (水稻24万亩、12万吨)."""
    before, last = place.before, place.phrase
    if before is None or last is None or before.quantity.unit == mention.quantity.unit:
        return ""
    if place.text[before.right : mention.left] not in ("、", "，"):
        return ""
    head = endings("bare_heads").longest(last.text)
    return last.text[: len(last.text) - len(head)] if head else ""


def _head(whole: str, part: str) -> str:
    """What is measured of the whole: behind the noun that both have (…居民人均可支配收入), or its
    head (播种面积)."""
    at = whole.find(part[-_TIE:])
    tail = whole[at + _TIE :] if at >= 0 else ""
    if len(tail) >= _TIE and not endings("moves").longest(tail):
        return tail
    head = endings("bare_heads").longest(whole)
    return head if len(whole) > len(head) + 1 and not endings("moves").longest(head) else ""


def _led(core: str, mention: Mention, place: Place) -> Phrase | None:
    begins = place.text.rfind("，", place.start, mention.left)
    if begins < 0 or mention.left - begins > _NEAR:
        return None
    own = _LINK.search(place.text, begins, mention.left)
    if own is None or not own.group().startswith(core):
        return None
    clauses = place.text[place.start : own.start()].split("，")[:-1]
    for clause in clauses[: -_MOST - 1 : -1]:
        if _MEMBER.match(clause):
            continue
        head = open_trimmed(clause) if _HEAD.fullmatch(clause) else ""
        if len(head) < _SHORTEST or deed(head) or core in head:
            return None
        return Phrase(core + head, PART, subject=core + head)
    return None
