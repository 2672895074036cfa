"""A stretch of speech on its way to becoming a turn."""

from __future__ import annotations

import msgspec

from exporter.transcript.labels.label import Label
from exporter.transcript.model import Role, Section


class Block(msgspec.Struct, frozen=True):
    """Speech ``[start, end)`` of the clean text under one label, or under none.

    `printed` are stretches in or after it that are no speech and belong to the label: time stamps,
    the same label again. `speaker`, `title` and `outlet` are what the label says, or what the sense
    says (`inferred`). `quoted` is a quotation in a news report. `doubt` is the message of a notice
    about its boundary, empty when it is certain.
    """

    start: int
    end: int
    label: Label | None = None
    role: Role = "spokesperson"
    section: Section = "qa"
    speaker: str | None = None
    title: str | None = None
    outlet: str | None = None
    inferred: bool = False
    quoted: bool = False
    doubt: str = ""
    answers: int | None = None
    printed: tuple[tuple[int, int], ...] = ()
