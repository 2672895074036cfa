"""Questions and answers as a digest, and what was announced before them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from exporter.briefing.digest.announced import announcement_parts
from exporter.briefing.digest.answers import answer_points
from exporter.briefing.digest.questions import ask
from exporter.briefing.digest.replies import asked
from exporter.briefing.model import Announcement, Answer, Exchange
from exporter.briefing.speech.reading import Reading
from exporter.transcript.model import Turn


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
    answering: dict[str, list[Turn]] = defaultdict(list)
    for turn in reading.transcript.turns:
        if turn.answers is not None:
            answering[turn.answers].append(turn)
    for turn in reading.transcript.turns:
        if turn.role != "journalist":
            continue
        question = ask(reading, turn)
        wanted = asked(reading.judged(turn.text))
        answers = tuple(
            Answer(
                reading.speaker(other),
                reading.office(other),
                other.id,
                answer_points(reading, other.paragraphs, question.text if question else "", wanted),
            )
            for other in answering[turn.id]
        )
        if question is not None:
            yield Exchange(turn.id, turn.org, turn.speaker, question, answers)
