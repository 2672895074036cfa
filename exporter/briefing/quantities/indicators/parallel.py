"""What a number's own words leave out because the number before it is told alike: the other of a
pair (城镇…，农村…), a share of what was counted, a gap to a mark."""

from __future__ import annotations

import re
from functools import cache

from exporter.briefing.quantities.indicators.governing import verbs
from exporter.briefing.quantities.indicators.subjects import parted, with_subject
from exporter.briefing.quantities.lexicon import endings, pairs, words
from exporter.briefing.quantities.numbers.mentions import Mention
from exporter.briefing.quantities.place import Phrase, Place, raw_left_of

_HELD = re.compile(r"占(?:据|到|了|比)?(?:约|近|超过|超|达|足足|整整|将近|接近){0,2}$")
_ONLY = re.compile(r"(?:只|仅|却|就|也|还|均|都|已|则|约)$")
_LONGEST_PART, _MOST_REST, _LEAST_HEAD, _DOES_REACH = 14, 2, 3, 16
_MARK = r"(?:水位|警戒线|上限|下限|限值|限额|标准|红线|平均水平|平均值|均值|峰值|预期|进度)"
_PASSED = re.compile(
    rf"(?:超过|超出|超|高于|低于|超前于?|领先于?|落后于?)[一-鿿]{{0,10}}?{_MARK}(?:达|约|近|了)?$"
)
_GOAL = re.compile(
    r"的?((?:投资|建设|年度|全年|任务|预期){0,2}(?:目标任务|任务目标|目标|任务|计划|预算))"
)
_DOES = re.compile(
    r"完成(?:了|全年|年度|年初|既定|[的]){0,3}(?:[一-鿿]{0,4}(?:下达|分解|分配|交办|核定)[一-鿿]{0,4}的)?(?:约|近)?$"
)
_SINGLE = frozenset({"length", "percent", "delta", "temperature", "mass", "count"})


def other_of_pair(core: str, place: Place) -> Phrase | None:
    """The phrase of what `paired` tells."""
    told = paired(core, place)
    return Phrase(told, "indicator.other", subject=told) if told else None


def paired(core: str, place: Place) -> str:
    """What the last number with the same unit measured, of the other (公办养老机构9所、民办16所;
    城镇居民人均可支配收入…；农村居民…), or nothing."""
    like = place.like or place.phrase
    if like is None or not core or place.before is None:
        return ""
    told = like.subject or like.text
    for own, others in _counterparts().get(core[:1], ()):
        rest = core[len(own) :]
        if len(rest) > _MOST_REST or not core.startswith(own):
            continue
        for other in others:
            at = told.find(other + rest)
            ends = at + len(other + rest) == len(told)
            if (at >= _LEAST_HEAD and own.endswith("剂")) if ends else at >= 0:
                return told[:at] + core + told[at + len(other + rest) :]
    return ""


@cache
def _counterparts() -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """Each word that has counterparts, with those of one pair, by its first character."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for pair in pairs("counterparts"):
        for own in pair:
            others = tuple(other for other in pair if other != own)
            found.setdefault(own[0], []).append((own, others))
    return {first: tuple(entries) for first, entries in found.items()}


def of_goal(mention: Mention, place: Place) -> Phrase | None:
    """What part of its goal was done (完成投资1726亿元，完成全年1.8万亿元投资目标的9.6%), and
    the goal itself."""
    before, phrase = place.before, place.phrase
    subject = (phrase.subject or phrase.text) if phrase is not None else ""
    goal = _GOAL.match(place.text, mention.right)
    does = _DOES.search(place.text, max(place.start, mention.left - _DOES_REACH), mention.left)
    if goal is not None and does is not None:
        told = with_subject(subject, goal.group(1))
        return Phrase(told, "indicator.goal", subject=subject)
    if before is None or phrase is None or phrase.rule != "indicator.goal":
        return None
    if mention.quantity.type != "percent" or not _GOAL.fullmatch(
        place.text[before.right : mention.left].rstrip("约近的")
    ):
        return None
    return Phrase(f"{phrase.text}完成比例", "indicator.goal", subject=phrase.subject)


def held(core: str, mention: Mention, place: Place) -> Phrase | None:
    """A part with its share of what isn't named again (快充桩占四分之三 → 快充桩占比)."""
    if mention.quantity.type != "percent":
        return None
    if not _HELD.search(place.text, max(place.start, mention.left - _MOST_REST * 4), mention.left):
        return None
    part = _ONLY.sub("", core)
    named = _MOST_REST <= len(part) <= _LONGEST_PART and "占" not in part
    rated = part.endswith(words("rate_heads")) or part in verbs() or endings("moves").longest(part)
    return Phrase(f"{part}占比", "indicator.held", subject=part) if named and not rated else None


def passed(mention: Mention, place: Place) -> Phrase | None:
    """By how much a mark is passed (洪峰水位217.86米，超过警戒水位4.36米): no level of the mark."""
    raw, _ = raw_left_of(mention, place)
    found = _PASSED.search(raw)
    if found is None or mention.quantity.type not in _SINGLE:
        return None
    own = raw[: found.start()].lstrip("，、")
    phrase = place.phrase
    subject = (phrase.subject or phrase.text) if phrase is not None else ""
    if own or not subject or parted(mention, place):
        return None
    told = re.sub(r"(?:达|约|近|了)$", "", found.group())
    return Phrase(subject + told, "indicator.passed", subject=subject)
