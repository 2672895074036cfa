"""What one number of a sentence leaves to another to say: a list's thing, of what a rate is."""

from __future__ import annotations

import re

import msgspec

from exporter.briefing.model import Fact
from exporter.briefing.quantities.indicators import governing
from exporter.briefing.quantities.lexicon import words
from exporter.briefing.quantities.lines import Line

_LIST_GAP = 16
_SHORTEST, _LONGEST, _RATE, _PART = 2, 8, 4, 6
_RATES_BACK = 6
_OF_EACH = ("收入", "支出", "工资", "存款", "补助", "补助标准", "费用")
_COMPARES = re.compile(r"(高出|超出|超过|高于|低于)[^，。；]{0,100}$")


def completed(line: Line, out: list[Fact], first: int) -> None:
    """Completes in place the indicators of the facts of one sentence, those from `first` on."""
    _name_from_last(line, out, first)
    _fill_rates(out, first)
    _fill_parts(out, first)
    _name_gaps(line, out, first)


def _name_from_last(line: Line, out: list[Fact], first: int) -> None:
    """In 2019年完成34.95万亩、2020年完成53.62万亩高标准农田建设 the last of the list names the
    thing for all."""
    for at in range(len(out) - 2, first - 1, -1):
        fact, following = out[at], out[at + 1]
        tail = _graded(fact, following)
        if fact.indicator and fact.indicator not in governing.verbs() and not tail:
            continue
        gap = line.text[fact.at + len(fact.quantity.text) : following.at]
        gap = gap[len(gap) - 1 :] if tail else gap
        alike = fact.quantity.unit == following.quantity.unit and fact.quantity.type != "rank"
        behind = (
            bool(tail) or "indicator.following" in following.rule or "/following" in following.rule
        )
        if alike and behind and gap.startswith(("、", "，")) and len(gap) <= _LIST_GAP:
            named = tail or following.indicator
            out[at] = msgspec.structs.replace(fact, indicator=named, rule=f"{fact.rule}/following")


def _graded(fact: Fact, following: Fact) -> str:
    """In 1个千亿级、5个百亿级先进制造业集群 the grade with the thing that the last one names."""
    own, next_own = fact.indicator or "", following.indicator or ""
    at = next_own.find("级")
    if not own.endswith("级") or at < 0 or at + 1 == len(next_own):
        return ""
    return own + next_own[at + 1 :]


def _fill_rates(out: list[Fact], first: int) -> None:
    """In 小水电站生态流量接入率100%。中型水电站接入率100% the second rate is of 生态流量 too."""
    for at in range(first, len(out)):
        fact = out[at]
        if fact.quantity.type != "percent" or not fact.indicator:
            continue
        for other in out[max(0, at - _RATES_BACK) : at]:
            alike = other.quantity.type == "percent" and other.paragraph == fact.paragraph
            if alike and (whole := _filled(fact.indicator, other.indicator or "")):
                out[at] = msgspec.structs.replace(fact, indicator=whole)
                break


def _filled(own: str, other: str) -> str:
    """`own` with what `other` says between the same thing and the same rate, or nothing."""
    size = _common_end(own, other)
    rate = own[len(own) - size :]
    if not _SHORTEST < size <= _RATE or not rate.endswith(words("rate_heads")):
        return ""
    thing, said = own[: len(own) - size], other[: len(other) - size]
    for shared in range(len(thing), _SHORTEST - 1, -1):
        at = said.find(thing[-shared:])
        if at >= 0:
            between = said[at + shared :]
            return thing + between + rate if _SHORTEST <= len(between) <= _LONGEST else ""
    return ""


def _fill_parts(out: list[Fact], first: int) -> None:
    """In 居民人均可支配收入16842元，其中城镇居民22715元 the part's sum is of what the whole's is,
    and its growth too."""
    names: dict[str, str] = {}
    for at in range(first + 1, len(out)):
        fact = out[at]
        own = fact.indicator or ""
        if fact.quantity.type == "money" and _SHORTEST < len(own) <= _PART:
            wholes = (
                other.indicator or ""
                for other in out[first:at]
                if other.quantity.unit == fact.quantity.unit
            )
            said = next((w.split(own[-2:], 1)[1] for w in wholes if own[-2:] in w), "")
            if said.endswith(_OF_EACH) and own not in governing.verbs():
                names[own] = own + said
        part = next((name for name in names if own.startswith(name)), "")
        if part and not own.startswith(names[part]):
            named = names[part] + own[len(part) :]
            out[at] = msgspec.structs.replace(fact, indicator=named)


def _common_end(own: str, other: str) -> int:
    size = 0
    while size < min(len(own), len(other)) and own[-size - 1] == other[-size - 1]:
        size += 1
    return size


def _name_gaps(line: Line, out: list[Fact], first: int) -> None:
    """In 优良率99.7%，高出98.9%的考核目标0.8个百分点 the gap is of the rate, over the target."""
    for at in range(first + 2, len(out)):
        fact, goal, own = out[at], out[at - 1], out[at - 2]
        if fact.quantity.type != "delta" or goal.quantity.type != "percent" or not own.indicator:
            continue
        compares = _COMPARES.search(line.text, line.bounds[0], goal.at)
        between = line.text[goal.at + len(goal.quantity.text) : fact.at]
        if compares and goal.indicator and between.startswith("的") and "，" not in between:
            named = own.indicator + compares.group(1) + between[1:]
            out[at] = msgspec.structs.replace(fact, indicator=named)
