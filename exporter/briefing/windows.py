"""The best line that can be cut from a sentence: which run of its clauses is worth most.

A line starts where a thought starts and ends where one ends; political preambles before it and aims
after it cost nothing to leave out, a missing subject costs something.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from exporter.briefing.clauses import Clause, read_clauses
from exporter.briefing.cues import at_start
from exporter.briefing.model import Cut
from exporter.briefing.reading import Reading
from exporter.briefing.shorten import stands_alone, without_brackets
from exporter.briefing.worth import NOTHING, count_words, figures_worth, word_worth

_SHORTEST = 12
_EASY = 40
_AFTER_STOP = 0.5
_LATER_START = 1.1
_NO_SUBJECT = 0.5
_JOINED = 0.5
_LENGTH = 0.012
_OVERLONG = 0.05
_MOST_CLAUSES = 40
_BARE = re.compile(r"[于由经将已共在被把以从自对向给]")


class Line(NamedTuple):
    """A line cut from one sentence, with its worth."""

    cuts: tuple[Cut, ...]
    text: str
    worth: float


def best_line(reading: Reading, sentence: Cut) -> Line | None:
    """The best line that can be cut from a sentence; ``None`` if there is none worth it."""
    known = reading.lines
    if sentence not in known:
        known[sentence] = _best(reading, sentence)
    found = known[sentence]
    return Line(*found) if found else None


def _best(reading: Reading, sentence: Cut) -> Line | None:
    """Tries every start; a sentence with nothing that a reader looks for is passed over."""
    if not reading.facts_in(sentence) and word_worth(count_words(reading.text(sentence))) <= 0:
        return None
    row = read_clauses(reading, sentence)[:_MOST_CLAUSES]
    best: Line | None = None
    for first in range(len(row)):
        cost = _cost_of_start(row, first)
        if cost is not None:
            best = _best_from(reading, row, first, cost, best)
    return best


def _best_from(
    reading: Reading, row: Sequence[Clause], first: int, cost: float, best: Line | None
) -> Line | None:
    """The best of `best` and the lines that start at clause `first`."""
    head = [row[0]] if first and row[0].opener and not _tells_time(row[first]) else []
    kept, worths, counts = list(head), list[float](), NOTHING
    length = bare = sum(len(clause.text) for clause in head)
    for index in range(first, len(row)):
        clause = row[index]
        bare += clause.bare
        if clause.courtesy or bare > reading.hard:
            break
        kept.append(clause)
        worths += clause.worths
        counts = counts.join(clause.counts)
        length += len(clause.text)
        shown = length if length <= reading.soft else bare
        worth = figures_worth(worths) + word_worth(counts) - cost - _cost_of(reading, shown)
        if (clause.ends or index == len(row) - 1) and worth > (best.worth if best else 0.0):
            best = _line(reading, kept, worth, shown < length) or best
        cost += _JOINED if clause.text.endswith(("；", ";")) else 0.0
    return best


def _cost_of(reading: Reading, length: int) -> float:
    overlong = _OVERLONG * max(0, length - reading.soft)
    return _LENGTH * max(0, length - _EASY) + overlong


def _line(reading: Reading, kept: Sequence[Clause], worth: float, strip: bool) -> Line | None:
    cuts: Sequence[Cut] = [clause.cut for clause in kept]
    if strip:
        cuts = without_brackets(reading, cuts)
    text = "".join(map(reading.text, cuts))
    if _SHORTEST <= len(text) <= reading.hard and stands_alone(text):
        return Line(tuple(cuts), text, worth) if not at_start("signpost").search(text) else None
    return None


def _cost_of_start(row: Sequence[Clause], first: int) -> float | None:
    """What it costs to begin a line at this clause; ``None`` when it can't be done."""
    clause = row[first]
    if not clause.starts:
        return None
    if all(not c.worths and (c.preamble or c.opener) for c in row[:first]):
        return 0.0
    before = row[first - 1]
    if clause.opener or _tells_time(clause) or before.text.endswith(("；", "：", "“", "。")):
        return _AFTER_STOP
    if not before.ends:
        return None
    return _LATER_START + (_NO_SUBJECT if _BARE.match(clause.text) else 0.0)


def _tells_time(clause: Clause) -> bool:
    return bool(at_start("time").match(clause.text))
