"""Where a record comes from, and what it is called."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Final

from exporter.briefing.model import SourceNotes
from exporter.transcript.model import Transcript

_FIRST: Final = "r1"
_LONGEST: Final = 40
_NAMES: Final = re.compile(
    r"(?:发布会|吹风会|通气会|见面会|记者会|听证会|通报会|發佈會|發布會|記者會|"
    r"press (?:conference|briefing)|media briefing)$",
    re.IGNORECASE,
)


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
    """The record's title; without one the first clause of the lead, a line of the page that only
    names the event (…例行新闻发布会), else the name of its file, with its id where it isn't the
    file's first record."""
    if found := transcript.title or (lead or "").rstrip("。.") or _event(transcript):
        return found
    stem = PurePosixPath(transcript.source.path.replace("\\", "/")).stem
    return " ".join(filter(None, (stem, "" if transcript.id == _FIRST else transcript.id)))


def _event(transcript: Transcript) -> str:
    """The first short line of the page's prose that ends in the name of an event."""
    lines = (paragraph.text for paragraph in transcript.narration)
    return next((line for line in lines if len(line) <= _LONGEST and _NAMES.search(line)), "")
