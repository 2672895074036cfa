"""The key figures chosen from those that are scored: spread over speakers and sentences, one for
each indicator, done and planned apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from exporter.briefing.model import Fact

FEWEST, MOST = 6, 15
_WHOLE, _ROUND = Decimal(100), Decimal("0.02")
_UNLETTERED = re.compile(r"[^一-鿿A-Za-z]")
_FREELY = 0.8
_CONSIDERED, _ALL_OF_IT, _SHORTEST = 60, 8.0, 4
_SAME_TURN, _SAME_TYPE, _OF_ONE_TYPE, _SUMS, _WHOLES, _ALIKE = 2.0, 2.0, 4, 2, 3, 2.0


class _Entry(NamedTuple):
    """A fact that may be chosen, with what the choice asks of it."""

    score: float
    turn: str | None
    type: str
    head: str
    whole: bool
    fact: Fact


def _entry(fact: Fact, score: float) -> _Entry:
    kind = fact.quantity.type
    return _Entry(score, fact.turn, kind, _head(fact), is_whole(fact), fact)


def _shares(entries: list[_Entry], wanted: int) -> dict[str | None, float]:
    """How many of those wanted each turn may give before it weighs against it: as many as its part
    of the candidates, and half of that freely."""
    told = Counter(entry.turn for entry in entries)
    return {turn: _FREELY * wanted * number / len(entries) for turn, number in told.items()}


def chosen(facts: list[Fact], scores: dict[str, float], wanted: int) -> dict[str, int]:
    """The ids chosen, each with its rank from 1."""
    ordered = sorted(facts, key=lambda fact: (-scores[fact.id], fact.paragraph, fact.at))
    entries = [_entry(fact, scores[fact.id]) for fact in ordered[:_CONSIDERED]]
    shares = _shares(entries, wanted)
    order: dict[str, int] = {}
    turns: Counter[str | None] = Counter()
    types: Counter[str] = Counter()
    heads: Counter[str] = Counter()
    seen: set[tuple[str, bool]] = set()
    counted: set[tuple[str | None, str]] = set()
    taken: list[Fact] = []
    ahead = sums = full = 0

    def gain(entry: _Entry) -> float:
        score = entry.score
        if (told_by := turns.get(entry.turn, 0) - shares[entry.turn]) > 0:
            score -= _SAME_TURN * told_by
        if (of_type := types.get(entry.type, 0) - _OF_ONE_TYPE) > 0:
            score -= _SAME_TYPE * of_type
        if entry.whole and full > 1:
            score -= _ALL_OF_IT * (full - 1)
        return score - _ALIKE * heads.get(entry.head, 0)

    while entries and len(order) < wanted:
        best = _best(entries, gain)
        entries = [entry for entry in entries if entry is not best]
        same = same_figure(best.fact)
        told = best.fact.status != "actual"
        planned = best.fact.status == "plan" and best.type == "money"
        enough = told and ahead >= wanted * 2 // 5
        if (
            any(_one_indicator(same, other) for other in seen)
            or any(_restated(best.fact, other) for other in taken)
            or (best.type == "count" and (best.turn, best.fact.quantity.text) in counted)
            or (enough and any(entry.fact.status == "actual" for entry in entries))
            or (planned and sums == _SUMS)
            or (best.whole and full == _WHOLES)
        ):
            continue
        full += best.whole
        ahead, sums = ahead + told, sums + planned
        seen.add(same)
        taken.append(best.fact)
        counted.add((best.turn, best.fact.quantity.text))
        order[best.fact.id] = len(order) + 1
        turns[best.turn] += 1
        types[best.type] += 1
        heads[best.head] += 1
    return order


def _best(entries: list[_Entry], gain: Callable[[_Entry], float]) -> _Entry:
    """The first with the highest gain; no gain is above its score, by which they are ordered."""
    best, most = entries[0], gain(entries[0])
    for entry in entries:
        if entry.score < most:
            break
        if (found := gain(entry)) > most:
            best, most = entry, found
    return best


def _one_indicator(one: tuple[str, bool], other: tuple[str, bool]) -> bool:
    """Whether two figures are one for the panel; also if one name ends with all of the other."""
    if one == other or one[1] != other[1]:
        return one == other
    short, long = sorted((one[0], other[0]), key=len)
    return len(short.split("|")[0]) >= _SHORTEST and long.endswith(short)


def _restated(fact: Fact, other: Fact) -> bool:
    """Whether one tells the other again in round figures (20.1万亿元, 突破20万亿元)."""
    one, two = fact.quantity, other.quantity
    if one.value is None or two.value is None or one.unit != two.unit or one.unit == "%":
        return False
    near = abs(one.value - two.value) <= _ROUND * max(abs(one.value), abs(two.value))
    short, long = sorted((fact.indicator or "", other.indicator or ""), key=len)
    return near and fact.status == other.status and one.type == two.type and short in long


def is_whole(fact: Fact) -> bool:
    """Whether it is 100 %: one or two tell, a row of them says nothing."""
    return fact.quantity.unit == "%" and fact.quantity.value == _WHOLE


def _head(fact: Fact) -> str:
    """What kind of thing is measured (达标率), by which figures are alike."""
    return f"{(fact.indicator or '')[-3:]}{fact.quantity.unit}"


def same_figure(fact: Fact) -> tuple[str, bool]:
    """What makes two figures one for the panel: indicator, unit and entity; done and planned
    stay apart."""
    name = _lettered(fact.indicator or "")
    return f"{name}|{fact.quantity.unit}|{fact.entity}", fact.status == "actual"


@lru_cache(maxsize=1024)
def _lettered(name: str) -> str:
    return _UNLETTERED.sub("", name)
