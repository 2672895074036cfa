"""The transcript as others read it: schema ``exporter/transcript@1``.

Spans are ``[start, end]`` in the decoded source file. Unknown is ``null``; nothing is left out
because it is empty.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from exporter.transcript.model import Transcript, Turn

SCHEMA = "exporter/transcript@1"


def to_contract(transcript: Transcript) -> dict[str, Any]:
    """One transcript as the contract's object."""
    built: dict[str, Any] = msgspec.to_builtins(transcript)
    fields = [
        "id",
        "source",
        "kind",
        "title",
        "event_date",
        "published_date",
        "publisher",
        "read_count",
        "venue",
        "issuer",
        "host_org",
        "metadata",
        "agenda",
        "media",
        "people",
    ]
    return {name: built[name] for name in fields} | {
        "reporters": built["reporters"],
        "language": built["language"],
        "turns": [_turn(turn) for turn in transcript.turns],
        "narration": built["narration"],
        "headings": built["headings"],
        "removed": built["removed"],
        "notices": built["notices"],
    }


def _turn(turn: Turn) -> dict[str, Any]:
    built: dict[str, Any] = msgspec.to_builtins(turn)
    fields = [
        "id",
        "role",
        "speaker",
        "person",
        "office",
        "org",
        "section",
        "answers",
        "label",
        "text",
        "inferred",
        "paragraphs",
    ]
    return {name: built[name] for name in fields}


def document(transcripts: Iterable[Transcript]) -> dict[str, Any]:
    """The whole answer of ``show --stage transcript --json``."""
    return {"schema": SCHEMA, "transcripts": [to_contract(item) for item in transcripts]}
