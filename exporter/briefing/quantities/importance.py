"""Which figures a reader wants first: headline results, money, rates with change, ranks,
targets.

A score for each fact, then a greedy choice that spreads over speakers and sentences and keeps
one figure for each indicator, done and planned apart. What journalists ask and hosts say in
courtesy is never key.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from decimal import Decimal

import msgspec

from exporter.briefing.model import Fact
from exporter.transcript.model import Transcript, Turn

FEWEST, MOST = 6, 15
_TYPE_SCORES = {
    "rank": 26,
    "money": 24,
    "percent": 22,
    "delta": 14,
    "multiple": 18,
    "ratio": 10,
    "area": 15,
    "volume": 15,
    "mass": 15,
    "energy": 16,
    "power": 16,
    "capacity": 15,
    "count": 10,
    "population": 14,
    "length": 12,
    "elevation": 12,
    "temperature": 12,
    "speed": 8,
    "other": 8,
}
_NEVER = frozenset({"duration", "frequency", "threshold"})
_HEADLINE = re.compile(
    r"首次|突破|创(?:历史)?新高|历史(?:最好|最高|性)|翻番|率先|圆满|全面完成|实现了|累计"
)
_TOTAL = re.compile(r"总|全市|全省|全县|全国|生产总值|GDP|累计|综合|比重|覆盖率|达标率|优良率")
_DETAIL = re.compile(r"其中|例如|比如|以[^，。]{0,12}为例")
_CONSIDERED, _GUEST, _BRACKET = 60, 8.0, 200
_SAME_TURN, _SAME_SENTENCE, _SAME_TYPE, _OF_ONE_TYPE = 1.0, 1.5, 3.0, 7
_RELEASED, _PART, _MOVED, _AHEAD, _TOTALS, _DETAILED, _HEAD = 4.0, -2.0, 5.0, 6.0, 3.0, -6.0, 6.0


def marked(facts: tuple[Fact, ...], transcript: Transcript) -> tuple[Fact, ...]:
    """The facts with `key` and `rank` set on the chosen ones."""
    turns = {turn.id: turn for turn in transcript.turns}
    texts = {p.id: p.text for p in transcript.paragraphs()}
    latest = _latest(facts)
    scores = {
        fact.id: score
        for fact in facts
        if fact.id in latest
        and (score := _score(fact, transcript, turns, texts.get(fact.paragraph, ""))) is not None
    }
    order = _chosen([fact for fact in facts if fact.id in scores], scores, _wanted(len(facts)))
    return tuple(
        msgspec.structs.replace(fact, key=True, rank=order[fact.id]) if fact.id in order else fact
        for fact in facts
    )


def _wanted(number: int) -> int:
    return max(FEWEST, min(MOST, 5 + number * 35 // 100))


def _latest(facts: tuple[Fact, ...]) -> frozenset[str]:
    """The ids of the facts that no later year of the same indicator outdates, and that are
    where a move in one sentence (从100座减少到60座) ends."""
    last: dict[tuple[str, bool], str] = {}
    ending: dict[tuple[tuple[str, bool], str, int], str] = {}
    named = [(fact, _same(fact), _year(fact)) for fact in facts]
    for fact, name, year in named:
        last[name] = max(last.get(name, ""), year)
        ending[(name, fact.paragraph, fact.sentence[0])] = fact.id
    return frozenset(
        fact.id
        for fact, name, year in named
        if year == last[name] and ending[(name, fact.paragraph, fact.sentence[0])] == fact.id
    )


def _year(fact: Fact) -> str:
    years = re.findall(r"[12][0-9]{3}", fact.period or "")
    return str(years[-1]) if years else ""


def _score(fact: Fact, transcript: Transcript, turns: dict[str, Turn], text: str) -> float | None:
    """How much a reader wants the fact; ``None`` for never."""
    quantity = fact.quantity
    if fact.indicator is None or quantity.type in _NEVER:
        return None
    if not _spoken_to_inform(fact, transcript, turns):
        return None
    score = float(_TYPE_SCORES.get(quantity.type, 8)) + _size(fact) + _standing(fact, turns)
    if fact.change is not None:
        score += _MOVED if quantity.type in ("percent", "delta", "rank", "multiple") else 4.0
    if fact.status != "actual" and "指标" not in fact.indicator:
        score += _AHEAD
    score += _TOTALS if _TOTAL.search(fact.indicator) else 0.0
    if "inherited" in fact.rule and quantity.type == "count":
        score -= 6.0
    return score + _wording(fact, text)


def _standing(fact: Fact, turns: dict[str, Turn]) -> float:
    """The main release weighs more than an answer, the whole place more than a part of it."""
    turn = turns.get(fact.turn or "")
    released = _RELEASED if turn is not None and turn.section == "release" else 0.0
    released -= _GUEST if turn is not None and turn.role == "guest" else 0.0
    part = _PART if fact.entity and turn is not None else 0.0
    return released + part


def _wording(fact: Fact, text: str) -> float:
    """What the words around the number say of its weight: a first, a detail, an example in
    brackets."""
    start = fact.sentence[0]
    before = text[max(start, fact.at - 16) : fact.at]
    clause = re.split(r"[，；。]", before)[-1]
    score = _HEAD if _HEADLINE.search(clause) else 0.0
    score += _DETAILED if _DETAIL.search(before) else 0.0
    floor = max(start, fact.at - _BRACKET)
    opened = text.count("（", floor, fact.at) > text.count("）", floor, fact.at)
    return score - (8.0 if opened else 0.0)


def _spoken_to_inform(fact: Fact, transcript: Transcript, turns: dict[str, Turn]) -> bool:
    turn = turns.get(fact.turn or "")
    if turn is None:
        return transcript.kind == "news"
    return turn.role not in ("journalist", "host", "reader")


def _size(fact: Fact) -> float:
    """Large sums and counts weigh more, by their magnitude; shares near 0 or 100 % as they are."""
    value = fact.quantity.value if fact.quantity.value is not None else fact.quantity.max_value
    if value is None or value <= 0 or fact.quantity.type in ("percent", "rank", "delta"):
        return 4.0 if fact.quantity.type == "rank" and value in (Decimal(1), Decimal(2)) else 0.0
    magnitude = math.log10(float(value))
    weight = 1.4 if fact.quantity.type == "money" else 1.6
    return min(12.0, max(0.0, magnitude * weight - (6.0 if fact.quantity.type == "money" else 0.0)))


def _chosen(facts: list[Fact], scores: dict[str, float], wanted: int) -> dict[str, int]:
    """The ids chosen, each with its rank from 1."""
    ordered = sorted(facts, key=lambda fact: (-scores[fact.id], fact.paragraph, fact.at))[
        :_CONSIDERED
    ]
    order: dict[str, int] = {}
    turns: Counter[str | None] = Counter()
    sentences: Counter[tuple[str, int]] = Counter()
    types: Counter[str] = Counter()
    seen: set[tuple[str, bool]] = set()
    while ordered and len(order) < wanted:
        best = max(
            ordered,
            key=lambda fact: (
                scores[fact.id]
                - _SAME_TURN * turns[fact.turn]
                - _SAME_SENTENCE * sentences[(fact.paragraph, fact.sentence[0])] ** 2
                - _SAME_TYPE * max(0, types[fact.quantity.type] - _OF_ONE_TYPE)
            ),
        )
        ordered.remove(best)
        same = _same(best)
        if same in seen:
            continue
        seen.add(same)
        order[best.id] = len(order) + 1
        turns[best.turn] += 1
        types[best.quantity.type] += 1
        sentences[(best.paragraph, best.sentence[0])] += 1
    return order


def _same(fact: Fact) -> tuple[str, bool]:
    """What makes two figures one for the panel: indicator, unit and entity; done and planned
    stay apart."""
    name = re.sub(r"[^一-鿿A-Za-z]", "", fact.indicator or "")
    return f"{name}|{fact.quantity.unit}|{fact.entity}", fact.status == "actual"
