"""Shortening by cutting only: from a sentence to the few words that a reader with no time needs.

A sentence is a row of clauses. What may go: connectives at the head (同时，此外，), enumerators
(一是), political preambles (在…领导下，深入贯彻…，), aims at the tail (为…作出贡献), clauses without a
figure in the middle, remarks in brackets. What remains is a row of cuts that reads as a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from exporter.briefing.clauses import BRACKET, Clause, read_clauses
from exporter.briefing.cues import at_start
from exporter.briefing.model import Cut
from exporter.briefing.reading import Reading
from exporter.briefing.sentences import balanced


def shorten(reading: Reading, cut: Cut) -> tuple[Cut, ...]:
    """The cuts that remain of a sentence: at most about `reading.soft` characters if possible.

    Empty when nothing that stands alone can be made of it.
    """
    row = _without_preamble(read_clauses(reading, cut))
    row = _without_tail(row, reading.soft)
    if _length(row) > reading.soft and len(row) > 2:
        row = [row[0], *(clause for clause in row[1:-1] if not clause.spare), row[-1]]
    row = _within(row, reading.soft)
    cuts: Sequence[Cut] = [clause.cut for clause in row]
    if _length(row) > reading.soft:
        cuts = without_brackets(reading, cuts)
    return tuple(cuts) if stands_alone("".join(map(reading.text, cuts))) else ()


def without_brackets(reading: Reading, cuts: Sequence[Cut]) -> list[Cut]:
    """The cuts with remarks in brackets (of six characters or more) taken out."""
    kept: list[Cut] = []
    for cut in cuts:
        at = cut.start
        for found in BRACKET.finditer(reading.text(cut)):
            if found.start() + cut.start > at:
                kept.append(Cut(cut.paragraph, at, cut.start + found.start()))
            at = cut.start + found.end()
        if at < cut.end:
            kept.append(Cut(cut.paragraph, at, cut.end))
    return kept


def stands_alone(text: str) -> bool:
    """Whether `text` can be a line by itself: nothing dangling at its head, marks in pairs."""
    return bool(text) and not at_start("dangling").match(text) and balanced(text)


def _without_preamble(row: Sequence[Clause]) -> list[Clause]:
    at = 0
    while at < len(row) - 1 and row[at].preamble and not row[at].worths and row[at + 1].starts:
        at += 1
    return list(row[at:])


def _without_tail(row: list[Clause], soft: int) -> list[Clause]:
    """Aims at the end go when there is a figure before them, or when the line is too long."""
    figured = any(clause.worths for clause in row)
    while len(row) > 1 and not row[-1].worths and row[-1].aim and (figured or _length(row) > soft):
        row = row[:-1]
    return row


def _within(row: list[Clause], soft: int) -> list[Clause]:
    """Clauses without a figure go from the end until the line is short enough."""
    end = len(row)
    while end > 1 and not row[end - 1].worths and _length(row[:end]) > soft:
        end -= 1
    while end < len(row) and not row[end - 1].ends:
        end += 1
    return row[:end]


def _length(row: Sequence[Clause]) -> int:
    return sum(len(clause.text) for clause in row)
