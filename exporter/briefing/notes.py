"""Where a record comes from, and what it is called."""

from __future__ import annotations

from exporter.briefing.model import SourceNotes
from exporter.transcript.model import Transcript


def source_notes(transcript: Transcript) -> SourceNotes:
    """The page's own account of itself, and the counts of what cleaning did."""
    return SourceNotes(
        path=transcript.source.path,
        sha256=transcript.source.sha256,
        publisher=transcript.publisher,
        reporters=transcript.reporters,
        event_date=transcript.event_date,
        published_date=transcript.published_date,
        read_count=transcript.read_count,
        removed=dict(sorted(transcript.removed.items())),
        fields=dict(transcript.metadata),
    )


def title_of(transcript: Transcript, lead: str | None) -> str:
    """The record's title; without one the first clause of the lead, else its id."""
    return transcript.title or (lead or "").rstrip("。.") or transcript.id
