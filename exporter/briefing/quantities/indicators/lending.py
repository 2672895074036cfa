"""A short name lent what its passage is about (罚款 of 环境违法案件), by weights.

A name of a few characters (批出, 单位, 概算投资) often tells nothing without the thing that its
sentence told before. `topics` cuts from the sentence what the name may be lent; each is weighed by
its `marks`, and the best stands before the name if it weighs enough more than nought, which is to
leave the name alone: a longer name that is wrong is worse than a short one that is right.

The weights (``lending.toml``, where each mark is explained) are those of a conditional logit over
the topics of one name, ridge 2, fitted on the names that editors gave some 3,400 figures of 98
pages: a name is right if its characters agree with the editor's (F1 of 0.6 or more). Of each page
there are the names of the rules as they stand and of the rules as they were before the page was
known, so that what they already do well is left alone. Kept are the marks without which pages that
took no part in the fit were named worse. On such pages 66 names are mended by it and 15 broken:
those in Traditional script that are right rise from .57 to .61, in Simplified from .80 to .81.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import msgspec

from exporter.briefing.model import Fact
from exporter.briefing.normal import is_traditional
from exporter.briefing.quantities.indicators.lendable import (
    GENERAL,
    NUMERALS,
    is_topic,
    is_torn,
    scheme_of,
    thing_of,
    unmoved,
)
from exporter.briefing.quantities.indicators.owning import is_owned
from exporter.briefing.quantities.indicators.trimming import trimmed
from exporter.briefing.quantities.lexicon import openings, words

_LONGEST_NAME, _MOST = 7, 24
_LEAST_NAME, _LEAST_TOPIC, _USUAL, _OPENING, _SAID = 2, 2, 4, 12, 200
_BAR, _TRADITIONAL_BAR = 0.7, 0.4
"""How much more than nought a topic must weigh. In Traditional script the short names were wrong
twice as often, so that a change costs less."""
_OF_THINGS = frozenset(
    {
        "count",
        "population",
        "money",
        "percent",
        "delta",
        "multiple",
        "area",
        "length",
        "volume",
        "mass",
        "capacity",
        "energy",
        "power",
    }
)
"""The types of what a thing has; a grade, a speed or a time is told with its own name."""
_JOINTS = ("和", "及", "与", "以及")
_RATE, _RESPECTIVELY = "率", "分别"
_SOURCES = frozenset({"quoted", "lead", "opened"})
_THINGS = frozenset({"lead", "opened"})
"""Where topics are no names of their own: one with the head of the short name in it (酒庄企业 of
建成酒庄) tells it nothing."""
_ARRIVES = ("到", "至", "为", "是")
_FIELD = re.compile(
    r"(?:[一二三四五六七八九]是|第[一二三四五六七八九]个?[，是]?(?:是|，)?|首先是?|其次是?|再次|最后|另外|此外|至于|关于|在|从|就|而|对于){0,2}"
    r"“?((?![在从就是])[一-鿿A-Za-z0-9]{2,10}?)”?(?:的?部分|方面|这一块|这块|领域)[，：]"
    r"|(?:至于|关于|[一二三四五六七八九]是|首先是|其次是)“?([一-鿿A-Za-z0-9]{3,10}?)”?[，：]"
)
_QUOTED = re.compile(r"[“《]([^“”《》]{2,14})[”》]")
_SCHEME = re.compile(
    r"(?<![0-9])[一-鿿A-Za-z]{2,14}?(?:计划|计画|方案|专案|基金|津贴|补助|补贴|工程|行动|项目|保险|贷款|政策|预算|试点)"
)
_OPENS = re.compile(r"(?:^|[，；])(?:至于|而|另外|其中|首先是|其次是|[一二三四五]是)?，?$")
_DATED = re.compile(r"[^，]{0,14}[年月日]，")
_FIRST_CLAUSE = re.compile(r"[，；：0-9]")
_MEASURE = re.compile(r"(?:[额量值率数费价资入出积]|[长宽深高厚密浓温湿强进]度)$")
_COUNTS_ALL = "个"
"""The measure word of things of every kind, which tells nothing of what two numbers share."""


class Topic(NamedTuple):
    """What a name may be lent: the words, where they are from, and the fact that told them."""

    text: str
    source: str
    told: Fact | None = None


class Offer(NamedTuple):
    """The topic that a name may be lent, and the marks that weigh it."""

    topic: str
    marks: list[str]


class Told(msgspec.Struct):
    """What a sentence has told before the number at hand: its named facts, the first (`lead`), the
    first behind the last semicolon (`part`), the last that counts things (`counted`), the last
    with each unit (`alike`); what each name was `lent` since the last semicolon, or nothing.
    `calls` are what the whole sentence calls by name, each with where it ends; found when first
    asked for."""

    lead: Fact | None = None
    part: Fact | None = None
    counted: Fact | None = None
    alike: dict[str | None, Fact] = {}
    lent: dict[str, str] = {}
    calls: tuple[list[tuple[int, str, str]], ...] = ()

    def reach(self, gap: str) -> None:
        """Go on over the words between two numbers."""
        if "；" in gap:
            self.part = None
            self.lent = {}

    def hold(self, fact: Fact) -> None:
        """Keep a named fact for those behind it."""
        if fact.indicator:
            self.lead = self.lead or fact
            self.part = self.part or fact
            self.counted = fact if fact.quantity.classifier else self.counted
            self.alike[fact.quantity.unit] = fact

    def called(self, text: str, fact: Fact) -> Iterator[Topic]:
        """What the sentence says first that it is about; the last name in quotes before the
        number, and the last scheme."""
        self.calls = self.calls or tuple(find(text, *fact.sentence) for find in _CALLS)
        for kind in self.calls:
            near = [call for call in kind if fact.at - _SAID < call[0] <= fact.at]
            if near:
                _, name, source = near[-1]
                yield Topic(scheme_of(trimmed(name)) if source == "scheme" else name, source)


@cache
def weights() -> dict[str, float]:
    """The weight of each mark."""
    text = (files("exporter.briefing.quantities") / "lending.toml").read_text(encoding="utf-8")
    return {mark: float(entry["weight"]) for mark, entry in tomllib.loads(text).items()}


def lent(text: str, original: str, out: list[Fact], first: int) -> None:
    """Names in place the facts of a sentence, those from `first` on, that tell too little alone;
    `text` is their paragraph folded, `original` as printed."""
    if first == len(out):
        return
    told, at = Told(), out[first].sentence[0]
    for index in range(first, len(out)):
        fact = out[index]
        told.reach(text[at : fact.at])
        if fact.indicator:
            name = _lent_name(text, original, fact, told)
        else:
            name = _again(text, fact, told)
        if name:
            rule = f"{fact.rule}/lent"
            out[index] = msgspec.structs.replace(fact, indicator=name, rule=rule)
        told.hold(fact)
        at = fact.at


def _lent_name(text: str, original: str, fact: Fact, told: Told) -> str:
    """The name with what it is lent, or nothing; a growth is lent what its level was."""
    name = fact.indicator or ""
    own = unmoved(name)
    if own not in told.lent:
        told.lent[own] = _best(offers(text, fact, told), original)
    topic = told.lent[own]
    return _joined(topic, name) if topic else ""


def _best(offered: list[Offer], original: str) -> str:
    """The topic that weighs most, if that is enough to lend it, or nothing."""
    best, most = "", _TRADITIONAL_BAR
    for offer in offered:
        weight = sum(weights()[mark] for mark in offer.marks)
        if weight > most:
            best, most = offer.topic, weight
    return best if most > _BAR or (best and is_traditional(original)) else ""


def _again(text: str, fact: Fact, told: Told) -> str:
    """The name of a level that says only where it is now (每公斤48元，今天已经回落到41元): that of
    the last number of its unit."""
    last = told.alike.get(fact.quantity.unit)
    if last is None or not text.endswith(_ARRIVES, 0, fact.at):
        return ""
    return unmoved(last.indicator or "")


def offers(text: str, fact: Fact, told: Told) -> list[Offer]:
    """What the fact's short name may become."""
    name = fact.indicator or ""
    if len(name) > _LONGEST_NAME or fact.quantity.type not in _OF_THINGS or "的" in name:
        return []
    own = unmoved(name)
    if len(own) < _LEAST_NAME or own in words("fates"):
        return []
    if len(own) == _LEAST_NAME and own[0] in NUMERALS:
        return []
    found: dict[str, Offer] = {}
    for topic in topics(text, fact, told):
        said = topic.text
        if said in found or not is_topic(said) or not _apart(said, own):
            continue
        if is_torn(said, text) or (topic.source in _THINGS and own[-_LEAST_NAME:] in said):
            continue
        if len(said) + len(name) <= _MOST:
            found[said] = Offer(said, marks(fact, topic, text))
    return list(found.values())


def _apart(topic: str, name: str) -> bool:
    """Whether neither has the other in it, and they are no two of one sort (制造业, 机电业) or of
    one thing (登革热病例, 登革热死亡)."""
    alike = topic[-1] == name[-1] or topic[:_LEAST_TOPIC] == name[:_LEAST_TOPIC]
    return topic not in name and name not in topic and not alike


def _joined(topic: str, name: str) -> str:
    """The topic and the name, what the one ends and the other begins with said once."""
    if topic[-1] not in name:
        return topic + name
    size = next((n for n in range(len(name), 0, -1) if topic.endswith(name[:n])), 0)
    return topic + name[size:]


def _quoted(text: str, start: int, end: int) -> list[tuple[int, str, str]]:
    found = []
    for match in _QUOTED.finditer(text, start, end):
        before = text[max(start, match.start() - _OPENING) : match.start()]
        found.append((match.end(), match[1], "quoted" if _OPENS.search(before) else "named"))
    return found


def _schemes(text: str, start: int, end: int) -> list[tuple[int, str, str]]:
    return [(found.end(), found[0], "scheme") for found in _SCHEME.finditer(text, start, end)]


def _field(text: str, start: int, end: int) -> list[tuple[int, str, str]]:
    found = _FIELD.match(text, start, end)
    return [(found.end(), found[1] or found[2], "field")] if found is not None else []


_CALLS = (_field, _quoted, _schemes)


def topics(text: str, fact: Fact, told: Told) -> Iterator[Topic]:
    """What a name may be lent: the things of the numbers before, what the sentence says first that
    it is about, the last name in quotes and the last scheme, what the sentence opens with."""
    start = fact.sentence[0]
    for lead in _leads(text, fact, told):
        if lead is not None and fact.at - lead.at < _SAID and not _beside(text, lead, fact):
            yield Topic(thing_of(lead.indicator or ""), "lead", lead)
    yield from told.called(text, fact)
    if told.lead is None:
        opening = _DATED.sub("", text[start : min(start + _SAID, fact.at)], count=1)
        first = _FIRST_CLAUSE.split(opening, maxsplit=1)[0]
        yield Topic(thing_of(trimmed(first)), "opened")


def _leads(text: str, fact: Fact, told: Told) -> tuple[Fact | None, ...]:
    """The facts whose thing the name may be of: a rate is of what was counted last (收到意见876条，
    采纳率82%), if it is no list of rates for several."""
    counted, own = told.counted, unmoved(fact.indicator or "")
    if counted and own.endswith(_RATE) and _RESPECTIVELY not in _gap(text, counted, fact):
        thing = thing_of(counted.indicator or "")
        if is_topic(thing) and _apart(thing, own):
            return (counted,)
    return told.lead, told.part


def _beside(text: str, told: Fact, fact: Fact) -> bool:
    """Whether the two are members of one list (分别是6%和9%, 230万亩马铃薯，10万亩天麻)."""
    follow = "indicator.following" in told.rule and "indicator.following" in fact.rule
    if follow and told.quantity.unit == fact.quantity.unit:
        return True
    gap = _gap(text, told, fact)
    return gap in _JOINTS or ("、" in gap and "，" not in gap)


def marks(fact: Fact, topic: Topic, text: str) -> list[str]:
    """What speaks for or against the topic before the fact's name."""
    name = unmoved(fact.indicator or "")
    out = ["lent", *["short"] * max(0, _USUAL - len(name))]
    out += [f"from {topic.source}"] if topic.source in _SOURCES else []
    out += _named(name, fact) + _about(topic.text, name)
    return out if topic.told is None else out + _between(fact, topic.told, text)


def _named(name: str, fact: Fact) -> list[str]:
    """The marks of the name alone."""
    verb = openings("verbs").longest(name)
    thing = name[len(verb) :]
    told = {
        "name verb": bool(verb),
        "name general": any(each in words(kind) for kind in GENERAL for each in (name, thing)),
        "name whole": bool(verb) and verb not in words("reaching") and len(thing) >= _USUAL,
        "name owned": is_owned(name),
    }
    return [mark for mark, holds in told.items() if holds]


def _about(topic: str, name: str) -> list[str]:
    """The marks of the topic, and of both."""
    told = {
        "topic far": 2 * len(topic) > 5 * len(name),
        "topic measure": _MEASURE.search(topic) is not None,
    }
    return [mark for mark, holds in told.items() if holds]


def _between(fact: Fact, told: Fact, text: str) -> list[str]:
    """The marks of the number that told the topic, and of what stands between the two."""
    gap = _gap(text, told, fact)
    found = {
        "same unit": told.quantity.unit == fact.quantity.unit != _COUNTS_ALL,
        "same type": told.quantity.type == fact.quantity.type,
        "told counted": told.quantity.classifier is not None,
        "gap semicolon": "；" in gap,
        "gap list": _RESPECTIVELY in gap,
    }
    return [mark for mark, holds in found.items() if holds]


def _gap(text: str, told: Fact, fact: Fact) -> str:
    """The words between two numbers."""
    return text[told.at + len(told.quantity.text) : fact.at]
