"""The key points: five to eight lines cut from the speeches, in source order, no two alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from exporter.briefing.cues import at_start
from exporter.briefing.model import Cut, KeyPoint
from exporter.briefing.outline import outline
from exporter.briefing.reading import Reading
from exporter.briefing.shorten import (
    HARD,
    SOFT,
    Clause,
    finished,
    is_courtesy,
    read_clauses,
    stands_alone,
    without_brackets,
)
from exporter.briefing.worth import worth
from exporter.transcript.model import Paragraph

MOST = 8
_SHORTEST = 12
_LATER_START = 0.4
_OVERLONG = 0.04
_REPEAT = 0.55
_ALIKE = 0.5
_LEAST = 0.9
_ROLE_WEIGHT = {"spokesperson": 1.0, "guest": 0.7, "reader": 0.6, "host": 0.0, "journalist": 0.0}


class Candidate(NamedTuple):
    """A line that could be a key point. `bucket` is what it is spread over: a turn, a stretch of news."""

    order: tuple[int, int]
    bucket: str
    cuts: tuple[Cut, ...]
    text: str
    score: float


def key_points(reading: Reading, taken: Iterable[Cut] = ()) -> tuple[KeyPoint, ...]:
    """The key points; none repeats the sentences `taken` (those of the lead)."""
    used = {(cut.paragraph, cut.start) for cut in taken}
    candidates = [
        c for c in _candidates(reading) if (c.cuts[0].paragraph, c.cuts[0].start) not in used
    ]
    chosen = sorted(_choose(candidates), key=lambda c: c.order)
    return tuple(_point(reading, candidate) for candidate in chosen)


def _point(reading: Reading, candidate: Candidate) -> KeyPoint:
    turn = reading.turns.get(candidate.bucket)
    return KeyPoint(
        excerpt=reading.excerpt(candidate.cuts),
        speaker=reading.speaker(turn) if turn else None,
        turn=turn.id if turn else None,
        facts=reading.facts_of(candidate.cuts),
    )


def _candidates(reading: Reading) -> Iterator[Candidate]:
    """The best line of every sentence of every speech (of the article, for news)."""
    for place, (bucket, weight, paragraphs) in enumerate(_speeches(reading)):
        for part in outline(reading, paragraphs):
            for sentence in part.sentences:
                best = best_window(reading, sentence)
                if best is None:
                    continue
                cuts, score = best
                order = (place, reading.position(cuts[0]))
                text = "".join(map(reading.text, cuts))
                yield Candidate(order, bucket, cuts, text, score * weight)


def _speeches(reading: Reading) -> Iterator[tuple[str, float, tuple[Paragraph, ...]]]:
    if reading.transcript.kind == "news" or not reading.transcript.turns:
        for paragraph in reading.transcript.narration:
            yield paragraph.id, 1.0, (paragraph,)
        return
    for turn in reading.transcript.turns:
        if weight := _ROLE_WEIGHT[turn.role]:
            yield turn.id, weight, turn.paragraphs


def best_window(reading: Reading, sentence: Cut) -> tuple[tuple[Cut, ...], float] | None:
    """The best line that can be cut from a sentence, with its score; ``None`` if there is none."""
    row = read_clauses(reading, sentence)
    best: tuple[tuple[Cut, ...], float] | None = None
    for first in range(len(row)):
        if not _may_start(row, first):
            continue
        for cuts, score in _windows(reading, row, first):
            if best is None or score > best[1]:
                best = cuts, score
    return best if best and best[1] > 0 else None


def _may_start(row: tuple[Clause, ...], first: int) -> bool:
    clause = row[first]
    if is_courtesy(clause.text) or at_start("dangling").match(clause.text):
        return False
    return not first or finished(row[first - 1].text) or row[first - 1].preamble


def _windows(
    reading: Reading, row: tuple[Clause, ...], first: int
) -> Iterator[tuple[tuple[Cut, ...], float]]:
    """The lines that start at clause `first`, each with its score."""
    opener = [row[0].cut] if first and _is_opener(row[0].text) else []
    kept: list[Cut] = list(opener)
    length = sum(cut.end - cut.start for cut in kept)
    for index in range(first, len(row)):
        clause = row[index]
        if is_courtesy(clause.text):
            return
        kept.append(clause.cut)
        length += len(clause.text)
        if length > HARD + 40:
            return
        last = index == len(row) - 1
        if length < _SHORTEST or not (last or finished(clause.text)):
            continue
        cuts = kept if length <= SOFT else without_brackets(reading, kept)
        line = "".join(map(reading.text, cuts))
        if len(line) <= HARD and stands_alone(line):
            yield tuple(cuts), _score(reading, row, first, cuts, len(line))


def _is_opener(text: str) -> bool:
    return bool(at_start("openers").match(text.rstrip("，, ")))


def _score(
    reading: Reading, row: tuple[Clause, ...], first: int, cuts: list[Cut], length: int
) -> float:
    later = _LATER_START if first and not row[first - 1].text.endswith("；") else 0.0
    idle = 0.012 * sum(len(c.text) for c in row if c.cut in cuts and not c.figures)
    return worth(reading, cuts) - later - idle - _OVERLONG * max(0, length - SOFT)


def _choose(candidates: list[Candidate]) -> list[Candidate]:
    """Greedy: the best next line, one of a speech that was used already counting for less."""
    chosen: list[Candidate] = []
    used: Counter[str] = Counter()
    rest = sorted(candidates, key=lambda c: (-c.score, c.order))[:80]
    grams = {c.order: bigrams(c.text) for c in rest}
    while rest and len(chosen) < MOST:
        best = max(
            rest, key=lambda c: (c.score * _REPEAT ** used[c.bucket], -c.order[0], -c.order[1])
        )
        if best.score * _REPEAT ** used[best.bucket] < _LEAST:
            break
        chosen.append(best)
        used[best.bucket] += 1
        rest = [c for c in rest if not alike(grams[c.order], grams[best.order])]
    return chosen


def bigrams(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters."""
    return frozenset(text[i : i + 2] for i in range(len(text) - 1))


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether half of the shorter text's pairs are in the other."""
    return len(one & other) >= _ALIKE * max(1, min(len(one), len(other)))
