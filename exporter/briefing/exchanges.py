"""Questions and answers as a digest, and what was announced before them."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.briefing.cues import anywhere, at_start
from exporter.briefing.digest import announcement_parts, answer_points
from exporter.briefing.model import Announcement, Answer, Cut, Excerpt, Exchange
from exporter.briefing.reading import Reading
from exporter.briefing.clauses import trim
from exporter.transcript.model import Turn

LONGEST_QUESTION = 40


def announcements(reading: Reading) -> tuple[Announcement, ...]:
    """What each speaker announced before the questions, in order."""
    return tuple(_announcements(reading))


def _announcements(reading: Reading) -> Iterator[Announcement]:
    for turn in reading.transcript.turns:
        if turn.section not in ("release", "guest_speech") or turn.role in ("host", "journalist"):
            continue
        if parts := announcement_parts(reading, turn.paragraphs):
            yield Announcement(reading.speaker(turn), reading.office(turn), turn.id, parts)


def exchanges(reading: Reading) -> tuple[Exchange, ...]:
    """Every question that can be told, with its answers."""
    return tuple(_exchanges(reading))


def _exchanges(reading: Reading) -> Iterator[Exchange]:
    for turn in reading.transcript.turns:
        if turn.role != "journalist":
            continue
        question = ask(reading, turn)
        answers = tuple(
            Answer(
                reading.speaker(other),
                reading.office(other),
                other.id,
                answer_points(reading, other.paragraphs),
            )
            for other in reading.transcript.turns
            if other.answers == turn.id
        )
        if question is not None:
            yield Exchange(turn.id, turn.org, turn.speaker, question, answers)


def ask(reading: Reading, turn: Turn) -> Excerpt | None:
    """The question itself, in at most `LONGEST_QUESTION` characters where it can be had."""
    rows = [_asking(reading, s) for p in turn.paragraphs for s in reading.sentences(p)]
    asked = [row for row in rows if row and anywhere("interrogative").search(_words(reading, row))]
    if not asked:
        return None
    best = max(asked, key=lambda row: _rank(reading, row))
    return reading.excerpt(_shortest(reading, best), question=True)


def _rank(reading: Reading, row: list[Cut]) -> tuple[bool, int]:
    return reading.text(row[-1]).rstrip().endswith(("？", "?")), -row[0].start


def _asking(reading: Reading, sentence: Cut) -> list[Cut]:
    """The clauses of a sentence from the one that asks (请问 …) on, without the words of asking."""
    row = [trim(reading, clause) for clause in reading.clauses(sentence)]
    start = next((i for i, c in enumerate(row) if at_start("ask").match(reading.text(c))), 0)
    kept = []
    for clause in row[start:]:
        text = reading.text(clause)
        found = at_start("ask").match(text)
        at = found.end() if found else 0
        if at < len(text) and not at_start("self_reference").match(text):
            kept.append(Cut(clause.paragraph, clause.start + at, clause.end))
    return kept


def _shortest(reading: Reading, row: list[Cut]) -> list[Cut]:
    """Clauses round the one that asks, as many as fit."""
    asking = [i for i, c in enumerate(row) if anywhere("interrogative").search(reading.text(c))]
    first = last = asking[0] if asking else 0
    while last + 1 < len(row) and row[last + 1].end - row[first].start <= LONGEST_QUESTION:
        last += 1
    while first and row[last].end - row[first - 1].start <= LONGEST_QUESTION:
        first -= 1
    return row[first : last + 1]


def _words(reading: Reading, row: list[Cut]) -> str:
    return "".join(map(reading.text, row))
