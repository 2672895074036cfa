"""From a transcript to what a reader needs of it."""

from __future__ import annotations

from typing import Literal

from exporter.briefing.exchanges import announcements, exchanges
from exporter.briefing.gate import Mismatch, gate
from exporter.briefing.lead import lead
from exporter.briefing.model import Briefing
from exporter.briefing.notes import source_notes, title_of
from exporter.briefing.people import key_people
from exporter.briefing.points import key_points
from exporter.briefing.quantities import (
    check_arithmetic,
    find_contradictions,
    find_facts,
    find_series,
)
from exporter.briefing.reading import Reading
from exporter.briefing.summarizer import Summarizer
from exporter.errors import GateError
from exporter.notices import Outcome
from exporter.transcript.model import Transcript


def brief(transcript: Transcript, summarizer: Summarizer | None = None) -> Outcome[Briefing]:
    """The briefing of a transcript that has a body. Raises `GateError` for what can't be left out."""
    facts = find_facts(transcript)
    reading = Reading(transcript, facts.value)
    opening = lead(reading)
    announced = announcements(reading)
    asked = exchanges(reading)
    language: Literal["zh", "en"] = "en" if transcript.language == "en" else "zh"
    points = (
        tuple(summarizer(transcript, facts.value))
        if summarizer
        else key_points(reading, opening.cuts if opening else ())
    )
    briefing = Briefing(
        id=transcript.id,
        language=language,
        title=title_of(transcript, opening.text if opening else None),
        kind="news" if transcript.kind == "news" else "transcript",
        transcript=transcript,
        notes=source_notes(transcript),
        date=transcript.event_date or transcript.published_date,
        venue=transcript.venue,
        publisher=transcript.publisher,
        lead=opening,
        key_points=points,
        figures=facts.value,
        series=find_series(facts.value),
        contradictions=find_contradictions(facts.value),
        checks=check_arithmetic(transcript),
        people=key_people(reading, announced, asked),
        announcements=announced,
        exchanges=asked,
        notices=transcript.notices + facts.notices,
    )
    faults = gate(briefing)
    if faults:
        raise GateError("briefing.gate", count=len(faults), first=_told(faults[0]))
    return Outcome(briefing, facts.notices)


def _told(fault: Mismatch) -> str:
    return f"{fault.part}: {fault.text}"
