"""A short name lent what its passage is about (罚款 of 环境违法案件), by weights.

A name of a few characters (批出, 单位, 概算投资) often tells nothing without the thing that its
sentence told before. `topics` cuts from the sentence what the name may be lent; each is weighed by
its `marks`, and the best stands before the name if its sum is above nought, the weight of leaving
the name alone. What has no name at all takes that of the number before it by the same weights.

The weights (``lending.toml``, where each mark is explained) are those of a conditional logit over
the topics of one name: fitted on names that editors gave some 2,900 figures of 88 pages, by how far
the characters agree (F1 of 0.6 or more); each page's names were those of the rules of before that
page was known. Kept are the marks that gained on pages which took no part in the fit.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import msgspec

from exporter.briefing.model import Fact
from exporter.briefing.quantities.indicators.owning import is_owned, owner_of, undone
from exporter.briefing.quantities.indicators.trimming import trimmed
from exporter.briefing.quantities.lexicon import endings, openings, words

_LONGEST_NAME, _LEAST_TOPIC, _LONGEST_TOPIC, _MOST = 8, 2, 16, 26
_NEAR, _USUAL, _SAID, _BAR = 14, 4, 200, 0.3
_GENERAL = ("general_things", "anyone")
_OF_TAKEN = ("same unit", "same type")
_SCOPE = re.compile(
    r"^(?:[一-鿿]{2,3}(?=全[省市县区州]))?(?:全[国省市县区州港澳台旗镇乡村校院厂]|我[国省市县区州])"
    r"(?:现有|共有?|已|累计|计划|拟|预计|将|目前|还|仍|曾)*"
)
# 我们举办…, 从先行指标: a clause or its beginning, no topic
_NO_TOPIC = re.compile(
    r"[我你您他她本这该其有各经对为将要按受在把让以从到由向与和及或则也都就还又再只不没未每共约近超逾占比较]|当中"
    r"|.{0,15}(?:[了在会将已把被让使]|我们|有关|协助|即时|同时|分别|其中|一个|[^一-鿿A-Za-z])"
)
_ACTOR = re.compile(r"(?:政府|部门|[局厅署委院部处府]|公司|中心|银行|机关|小时|时间|[年月日])$")
_FIELD = re.compile(
    r"(?:[一二三四五六七八九]是|第[一二三四五六七八九]个?[，是]?(?:是|，)?|首先是?|其次是?|再次|最后|另外|此外|至于|关于|在|从|就|而|对于){0,2}"
    r"“?((?![在从就是])[一-鿿A-Za-z0-9]{2,10}?)”?(?:的?部分|方面|这一块|这块|领域)[，：]"
    r"|(?:至于|关于|[一二三四五六七八九]是|首先是|其次是)“?([一-鿿A-Za-z0-9]{3,10}?)”?[，：]"
)
_QUOTED = re.compile(r"[“《]([^“”《》]{2,14})[”》]")
_SCHEME = re.compile(
    r"[一-鿿A-Za-z]{2,14}?(?:计划|计画|方案|专案|基金|津贴|补助|补贴|工程|行动|项目|保险|贷款|政策|预算|试点)"
)
_OPENS = re.compile(r"(?:^|[，；])(?:至于|而|另外|其中|首先是|其次是|[一二三四五]是)?，?[“《]?$")
_DATED = re.compile(r"[^，]{0,14}[年月日]，")
_FIRST_CLAUSE = re.compile(r"[，；：0-9]")
_MEASURE = re.compile(r"[额量值率数费价资入出积]$")


class Topic(NamedTuple):
    """What a name may be lent: the words, where they are from, and the fact that told them."""

    text: str
    source: str
    told: Fact | None = None


class Offer(NamedTuple):
    """What a fact may be called instead, and the marks that weigh it."""

    name: str
    marks: list[str]


class _Told(msgspec.Struct):
    """The named facts of a sentence before the one at hand: the first (`lead`), the first behind
    the last semicolon (`part`), the last."""

    lead: Fact | None = None
    part: Fact | None = None
    last: Fact | None = None

    def hold(self, fact: Fact, gap: str) -> None:
        """Keep a named fact for those behind it; `gap` are the words before it."""
        self.part = None if "；" in gap else self.part
        if fact.indicator:
            self.lead = self.lead or fact
            self.part = self.part or fact
            self.last = fact


@cache
def weights() -> dict[str, float]:
    """The weight of each mark."""
    text = (files("exporter.briefing.quantities") / "lending.toml").read_text(encoding="utf-8")
    return {mark: float(entry["weight"]) for mark, entry in tomllib.loads(text).items()}


def lent(text: str, out: list[Fact], first: int) -> None:
    """Names in place the facts of a sentence, those from `first` on, that tell too little alone;
    `text` is their folded paragraph."""
    for at, offered in enumerate(offers(text, out[first:]), first):
        best = max(offered, key=_weight, default=None)
        if best is not None and _weight(best) > _BAR:
            rule = f"{out[at].rule}/lent"
            out[at] = msgspec.structs.replace(out[at], indicator=best.name, rule=rule)


def _weight(offer: Offer) -> float:
    return sum(weights()[mark] for mark in offer.marks)


def offers(text: str, facts: list[Fact]) -> list[list[Offer]]:
    """For each fact of a sentence what it may be called instead."""
    told, out = _Told(), []
    end = facts[0].sentence[0] if facts else 0
    for fact in facts:
        out.append(_lending(text, fact, told) if fact.indicator else _taking(text, fact, told))
        told.hold(fact, text[end : fact.at])
        end = fact.at
    return out


def _taking(text: str, fact: Fact, told: _Told) -> list[Offer]:
    """What a fact without a name may take over."""
    found: dict[str, Offer] = {}
    for other in (told.lead, told.last):
        name = _unmoved(other.indicator or "") if other is not None else ""
        if other is not None and name and name not in found:
            found[name] = Offer(name, _taken(text, fact, other))
    return list(found.values())


def _taken(text: str, fact: Fact, other: Fact) -> list[str]:
    """What speaks for or against the name of the other fact."""
    said = _between(fact, other, text)
    marks = ["taken", *(f"taken {mark}" for mark in said if mark in _OF_TAKEN)]
    near = fact.at - other.at - len(other.quantity.text) < _NEAR
    return [*marks, "taken near"] if near else marks


def _lending(text: str, fact: Fact, told: _Told) -> list[Offer]:
    """What a short name may become."""
    name = fact.indicator or ""
    own = _unmoved(name)
    if len(own) > _LONGEST_NAME:
        return []
    found: dict[str, Offer] = {}
    for topic in topics(text, fact, told):
        apart = topic.text not in name and own not in topic.text
        if apart and topic.text not in found and is_topic(topic.text):
            whole = _joined(topic.text, name)
            if len(whole) <= _MOST:
                found[topic.text] = Offer(whole, marks(fact, topic, text))
    return list(found.values())


def _joined(topic: str, name: str) -> str:
    """The topic and the name, what the one ends and the other begins with said once."""
    size = next((n for n in range(len(name), 0, -1) if topic.endswith(name[:n])), 0)
    return topic + name[size:]


def _unmoved(name: str) -> str:
    """The name without what the number did (增长)."""
    return name[: len(name) - len(endings("moves").longest(name))]


@lru_cache(maxsize=1024)
def thing_of(name: str) -> str:
    """The thing of a fact's name, without what was done with it and what is measured of it."""
    name = undone(_SCOPE.sub("", _unmoved(name)))
    name = name if is_owned(name) else undone(owner_of(name))
    if "的" in name:
        head, _, last = name.rpartition("的")
        name = last if len(last) > _LEAST_TOPIC else head
    name = name.strip("的了共已")
    done = endings("verbs").longest(name)
    return name[: -len(done)] if done and len(name) - len(done) > _LEAST_TOPIC else name


@lru_cache(maxsize=1024)
def is_topic(text: str) -> bool:
    """Whether the words can be what a passage is about."""
    return (
        _LEAST_TOPIC <= len(text) <= _LONGEST_TOPIC
        and _NO_TOPIC.match(text) is None
        and _ACTOR.search(text) is None
        and text not in words("bare_heads")
    )


def topics(text: str, fact: Fact, told: _Told) -> Iterator[Topic]:
    """What a name may be lent: what the sentence says first that it is about, the things of the
    numbers before, what it opens with, the last name in quotes and the last scheme."""
    start = fact.sentence[0]
    if field := _FIELD.match(text, start, fact.at):
        yield Topic(field[1] or field[2], "field")
    for lead in (told.lead, told.part):
        if lead is not None:
            yield Topic(thing_of(lead.indicator or ""), "lead", lead)
    if told.lead is None:
        opening = _DATED.sub("", text[start : min(start + _SAID, fact.at)], count=1)
        first = _FIRST_CLAUSE.split(opening, maxsplit=1)[0]
        yield Topic(thing_of(trimmed(first)), "opened")
    said = text[max(start, fact.at - _SAID) : fact.at]
    if quoted := list(_QUOTED.finditer(said))[-1:]:
        opens = _OPENS.search(said, 0, quoted[0].start())
        yield Topic(quoted[0][1], "quoted" if opens else "named")
    if scheme := _SCHEME.findall(said)[-1:]:
        yield Topic(thing_of(trimmed(scheme[0])), "named")


def marks(fact: Fact, topic: Topic, text: str) -> list[str]:
    """What speaks for or against the topic before the fact's name."""
    name = _unmoved(fact.indicator or "")
    out = ["lent", *["short"] * max(0, _USUAL - len(name))]
    out += [f"from {topic.source}"] if topic.source != "named" else []
    out += _named(name, fact) + _about(topic.text, name)
    return out if topic.told is None else out + _between(fact, topic.told, text)


def _named(name: str, fact: Fact) -> list[str]:
    """The marks of the name alone."""
    verb = openings("verbs").longest(name)
    thing = name[len(verb) :]
    told = {
        "name verb": bool(verb),
        "name general": any(each in words(kind) for kind in _GENERAL for each in (name, thing)),
        "name owned": is_owned(name),
        "name rate": bool(endings("rate_heads").longest(name)),
        "name moves": name != fact.indicator,
        "percent": fact.quantity.type == "percent",
    }
    return [mark for mark, holds in told.items() if holds]


def _about(topic: str, name: str) -> list[str]:
    """The marks of the topic, and of both."""
    told = {
        "topic far": 2 * len(topic) > 5 * len(name),
        "topic shares": not set(topic).isdisjoint(name),
        "topic measure": _MEASURE.search(topic) is not None,
    }
    return [mark for mark, holds in told.items() if holds]


def _between(fact: Fact, told: Fact, text: str) -> list[str]:
    """The marks of the number that told the topic, and of what stands between the two."""
    gap = text[told.at + len(told.quantity.text) : fact.at]
    found = {
        "same unit": told.quantity.unit == fact.quantity.unit,
        "same type": told.quantity.type == fact.quantity.type,
        "told counted": told.quantity.classifier is not None,
        "gap semicolon": "；" in gap,
        "gap list": "分别" in gap,
        "gap member": "、" in gap and "，" not in gap,
    }
    return [mark for mark, holds in found.items() if holds]
