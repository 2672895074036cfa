"""Which key point heads all others: the news of the day."""

from __future__ import annotations

import re
from typing import NamedTuple

from exporter.briefing.cues import anywhere_of, at_start
from exporter.briefing.model import Cut
from exporter.briefing.speech.reading import Reading
from exporter.briefing.speech.subject import Subject

MOST_HITS = 3
_ENOUGH, _RELEASED, _PLANNED, _PART_OF_IT, _HEADS = 2.5, 1.4, 0.8, 0.5, 0.5
_FAR_OFF, _FIRST_OF_ALL, _DAMAGES = 0.5, 2.5, 1.5
_YEAR = re.compile(r"20\d\d")
_DIGIT = re.compile(r"\d")


class Candidate(NamedTuple):
    """A line that could be a key point. `speech` and `section` are what points are spread over.

    `release`: the speech is an announcement, not an answer.
    """

    order: int
    speech: str
    release: bool
    section: int
    cuts: tuple[Cut, ...]
    text: str
    score: float


def headline(reading: Reading, subject: Subject, candidate: Candidate) -> float:
    """How well the line heads all others: announced, done, on the subject, before the rest.

    Beyond some worth more figures make no better headline. What is told to be made known that day
    is the news, and after a disaster the dead, or what was lost; a target for a later year isn't.
    """
    worth = min(candidate.score, _ENOUGH) * (_RELEASED if candidate.release else 1.0)
    worth *= _PLANNED if at_start("planned").search(candidate.text) else 1.0
    worth *= _PART_OF_IT if at_start("part_of_it").match(candidate.text) else 1.0
    worth += _HEADS * min(MOST_HITS, subject.hits(candidate.text))
    today = anywhere_of("made_known_today").search(candidate.text)
    if today or _tells(reading, candidate, "casualties"):
        worth += _FIRST_OF_ALL
    elif _tells(reading, candidate, "damages"):
        worth += _DAMAGES
    return worth * _FAR_OFF if _is_far_off(reading, candidate) else worth


def _tells(reading: Reading, candidate: Candidate, toll: str) -> bool:
    """Whether a conference on a disaster announces in the line how many are dead or missing
    (`toll` is ``casualties``), or what was lost (``damages``)."""
    if not candidate.release or not anywhere_of(toll).search(candidate.text):
        return False
    title = reading.judged(reading.transcript.title or "")
    return bool(anywhere_of("disasters").search(title) and _DIGIT.search(candidate.text))


def _is_far_off(reading: Reading, candidate: Candidate) -> bool:
    """Whether all figures of the line are aimed at, none foreseen, and one is of a year after that
    of the event."""
    transcript = reading.transcript
    year = (transcript.event_date or transcript.published_date or "")[:4]
    facts = [fact for cut in candidate.cuts for fact in reading.facts_in(cut)]
    if not year or not facts or any(fact.status == "actual" for fact in facts):
        return False
    if anywhere_of("forecast").search(candidate.text):
        return False
    years = (_YEAR.match(fact.period or "") for fact in facts)
    return any(found and found[0] > year for found in years)
