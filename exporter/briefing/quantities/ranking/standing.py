"""Where a figure stands in its speech: what a speaker says first, and with its time, he means most.

The weights here and in `importance` are logits times ten, fitted on figures that editors marked
as key, each record judged by what the others taught.
"""

from __future__ import annotations

import math
from collections import Counter
from itertools import pairwise

from exporter.briefing.model import Fact
from exporter.briefing.quantities.ranking.sound import is_official, read_name
from exporter.transcript.model import Transcript, Turn

NEVER = frozenset({"duration", "frequency", "threshold"})
"""Types that are no key figure."""
_RELEASED, _LEADS, _GUEST, _PART = 6.0, 8.0, -8.0, -9.0
_DATED, _OPENS_SENTENCE, _OPENS_PARAGRAPH = 9.0, 4.0, 4.0
_LATER_IN_TURN, _LATER_IN_SENTENCE, _LAST_OF_SENTENCE = -2.4, -3.0, 4
_GROWN, _TOLD_BY_LEVEL, _OFFICIAL_TOO, _HEADLINE, _HEADS = 9.0, -12.0, -4.0, 6.0, 3
_MOVED, _FROM = 10.0, ("从", "由", "從")
_RELEASE = 4
"""A host who tells as many figures as this releases them himself."""
_SILENT = frozenset({"journalist", "host", "reader"})


def informing(facts: tuple[Fact, ...], transcript: Transcript) -> list[Turn]:
    """The turns that tell what is so: not those that ask, lead or read out; a host's that releases
    figures is among them."""
    named = (fact for fact in facts if fact.indicator and fact.quantity.type not in NEVER)
    told = Counter(fact.turn for fact in named)
    return [
        turn
        for turn in transcript.turns
        if turn.role not in _SILENT or (turn.role == "host" and told[turn.id] >= _RELEASE)
    ]


def standing(facts: tuple[Fact, ...], turns: list[Turn]) -> dict[str, float]:
    """What its place adds to each figure's weight, by the fact's id; `turns` are those that
    inform."""
    speakers = {turn.id: _speaking(turn, turns) for turn in turns}
    grown = _grown(facts)
    in_turn: Counter[str | None] = Counter()
    in_sentence: Counter[tuple[str, int]] = Counter()
    opened: set[tuple[str, int]] = set()
    paragraphs: set[str] = set()
    out: dict[str, float] = {}
    for fact in facts:
        sentence = (fact.paragraph, fact.sentence[0])
        score = speakers.get(fact.turn or "", 0.0) + grown.get(fact.id, 0.0)
        score += _PART if fact.entity and fact.turn is not None else 0.0
        score += _DATED if fact.period_from == "sentence" and fact.period is not None else 0.0
        score += _LATER_IN_TURN * math.log1p(in_turn[fact.turn])
        score += _LATER_IN_SENTENCE * min(in_sentence[sentence], _LAST_OF_SENTENCE)
        score += _MOVED if is_end(fact) else 0.0
        score += 0.0 if fact.paragraph in paragraphs else _OPENS_PARAGRAPH
        if sentence not in opened and fact.quantity.type not in NEVER:
            opened.add(sentence)
            score += _OPENS_SENTENCE
        paragraphs.add(fact.paragraph)
        in_turn[fact.turn] += 1
        in_sentence[sentence] += 1
        out[fact.id] = score
    return out


def _speaking(turn: Turn, turns: list[Turn]) -> float:
    """The main release weighs more than an answer, the first speech more than the next."""
    released = turn.section == "release" or turn.role == "host"
    guest = _GUEST if turn.role == "guest" else 0.0
    return guest + (_RELEASED if released else 0.0) + (_LEADS if turn is turns[0] else 0.0)


def is_end(fact: Fact) -> bool:
    """Whether it is what a move ends at (80.6% of 由74%提升到80.6%)."""
    return fact.change is not None and (fact.comparison_base or "").startswith(_FROM)


def _grown(facts: tuple[Fact, ...]) -> dict[str, float]:
    """More for the level whose growth its sentence tells, less for that growth
    (总产量41.6万吨，比上年增加1.9万吨): one figure tells the reader both. Only of what official
    statistics are known for is the growth itself news, the first few rates most."""
    out: dict[str, float] = {}
    heads = 0
    for level, move in pairwise(facts):
        one = (level.paragraph, level.sentence) == (move.paragraph, move.sentence)
        name, told = level.indicator or "", move.indicator or ""
        if not one or not name or move.change is None or level.change is not None:
            continue
        if "/base" in level.rule:  # the move's beginning (from 4.1 to 3.3 per cent), no level
            continue
        if told.startswith(name) and (len(told) > len(name) or name.isascii()):
            out[level.id] = _GROWN
            if not is_official(read_name(told)):
                out[move.id] = _TOLD_BY_LEVEL
                continue
            heads += 1
            headline = heads <= _HEADS and move.quantity.type in ("percent", "delta")
            out[move.id] = _HEADLINE if headline else _OFFICIAL_TOO
    return out
