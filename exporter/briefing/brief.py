"""From a transcript to what a reader needs of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Literal

import msgspec

from exporter.briefing.checks.gate import Derived, Mismatch, derive, gate
from exporter.briefing.digest.exchanges import announcements, exchanges
from exporter.briefing.lead import lead
from exporter.briefing.lines.points import key_points
from exporter.briefing.model import Briefing, Excerpt, KeyPoint
from exporter.briefing.notes import source_notes, title_of
from exporter.briefing.people import key_people
from exporter.briefing.speech.reading import Reading
from exporter.briefing.summarizer import Summarizer
from exporter.errors import GateError
from exporter.notices import Notice, Outcome
from exporter.source.collector import uncollected
from exporter.transcript.model import Transcript

_ELEMENT = re.compile(r"(key_points|people|announcements|exchanges)\[(\d+)\]")


def brief(transcript: Transcript, summarizer: Summarizer | None = None) -> Outcome[Briefing]:
    """The briefing of a transcript, with what was noticed while making it.

    A part that the gate refuses is left out with a notice. Raises `GateError` when what is refused
    can't be left out (title, date, a figure).
    """
    found = derive(transcript)
    facts = found.value.facts
    draft = _draft(Reading(transcript, facts), found.value)
    chosen = _chosen(summarizer, draft) if summarizer else Outcome(draft.key_points)
    draft = msgspec.structs.replace(draft, key_points=chosen.value)
    passed = _pass(draft, gate(draft, found.value))
    notices = (*found.notices, *chosen.notices, *passed.notices, *_missing(passed.value))
    return Outcome(
        msgspec.structs.replace(passed.value, notices=(*transcript.notices, *notices)), notices
    )


def _chosen(summarizer: Summarizer, draft: Briefing) -> Outcome[tuple[KeyPoint, ...]]:
    """The key points that a summariser of others chooses; ours, with a notice, where it fails.

    It may raise anything or give back anything: no page is lost by it.
    """
    try:
        chosen = tuple(summarizer(draft.transcript, draft.figures))
        data = msgspec.to_builtins(chosen)
        return Outcome(msgspec.convert(data, tuple[KeyPoint, ...]))
    except Exception as error:
        params = {"why": f"{type(error).__name__}: {error}"}
        notice = Notice("briefing.summarizer-failed", "warning", params)
        return Outcome(draft.key_points, (notice,))


@uncollected
def _draft(reading: Reading, derived: Derived) -> Briefing:
    """All parts of the briefing, before the gate."""
    transcript = reading.transcript
    opening = lead(reading)
    announced = announcements(reading)
    asked = exchanges(reading)
    return Briefing(
        id=transcript.id,
        language=_language(transcript),
        title=title_of(transcript, opening.text if opening else None),
        kind="news" if transcript.kind == "news" else "transcript",
        transcript=transcript,
        notes=source_notes(transcript),
        date=transcript.event_date or transcript.published_date,
        venue=transcript.venue,
        publisher=transcript.publisher,
        lead=opening,
        key_points=_points(reading, opening),
        figures=derived.facts,
        series=derived.series,
        contradictions=derived.contradictions,
        checks=derived.checks,
        people=key_people(reading, announced, asked),
        announcements=announced,
        exchanges=asked,
    )


def _language(transcript: Transcript) -> Literal["zh", "zh-Hant", "en"]:
    return "zh" if transcript.language == "zh-Hans" else transcript.language


def _points(reading: Reading, opening: Excerpt | None) -> tuple[KeyPoint, ...]:
    return key_points(reading, opening.cuts if opening else ())


def _pass(draft: Briefing, faults: Iterable[Mismatch]) -> Outcome[Briefing]:
    """The draft without the elements that have a fault. Raises `GateError` for any other fault."""
    refused: dict[str, set[int]] = {}
    notices: list[Notice] = []
    changes: dict[str, Any] = {}
    for fault in faults:
        element = _ELEMENT.match(fault.part)
        if element:
            refused.setdefault(element[1], set()).add(int(element[2]))
        elif fault.part == "lead":
            changes["lead"] = None
        else:
            raise GateError("briefing.gate", part=fault.part, text=fault.text)
        params = {"part": fault.part, "text": fault.text}
        notices.append(Notice("briefing.dropped", "warning", params))
    for name, indices in refused.items():
        kept = (v for i, v in enumerate(getattr(draft, name)) if i not in indices)
        changes[name] = tuple(kept)
    return Outcome(msgspec.structs.replace(draft, **changes), tuple(notices))


def _missing(briefing: Briefing) -> Iterable[Notice]:
    """Notices for what a briefing should have and this one couldn't."""
    if not briefing.key_points:
        yield Notice("briefing.no-key-points", "info")
    told = {exchange.turn for exchange in briefing.exchanges}
    for turn in briefing.transcript.turns:
        if turn.role == "journalist" and turn.id not in told:
            yield Notice("briefing.no-question", "info", {"turn": turn.id})
