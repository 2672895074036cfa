"""A stage of the reading as text or JSON, to see the model itself (pandoc's ``-t native``).

Returns strings; a command prints them. Stages are computed only as far as asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from exporter import pipeline
from exporter.commands.ledger import side_by_side
from exporter.document.plan import Plan
from exporter.messages import Language, render, text
from exporter.notices import Notice
from exporter.source.model import CleanText, RawPage
from exporter.transcript.contract import to_contract
from exporter.transcript.model import Transcript

Stage = Literal["page", "clean", "transcript", "briefing", "document"]
PLURALS = {
    "page": "pages",
    "clean": "records",
    "transcript": "transcripts",
    "briefing": "briefings",
    "document": "documents",
}


class Shown(msgspec.Struct, frozen=True):
    """One page, record or document at a stage: its model as builtins, and its text for people."""

    data: object
    lines: tuple[str, ...]
    notices: tuple[Notice, ...] = ()


def show(page: RawPage, stage: Stage, plan: Plan, language: Language) -> Iterator[Shown]:
    """The page's nouns at `stage`, one each. Raises `ExporterError` of the stages on the way."""
    if stage == "page":
        yield Shown(msgspec.to_builtins(page), (page.text,))
        return
    cleaned = pipeline.clean_page(page)
    for index, record in enumerate(cleaned.value):
        noticed = cleaned.notices if index == 0 else ()
        if stage == "clean":
            yield Shown(msgspec.to_builtins(record), tuple(side_by_side(record, language)), noticed)
        else:
            yield from _after_clean(record, stage, plan, language, noticed)


def _after_clean(
    record: CleanText, stage: Stage, plan: Plan, language: Language, noticed: tuple[Notice, ...]
) -> Iterator[Shown]:
    transcript = pipeline.read_record(record)
    noticed += transcript.notices
    if stage == "transcript":
        data = to_contract(transcript.value)
        yield Shown(data, tuple(_transcript_lines(transcript.value, language)), noticed)
        return
    if transcript.value.kind == "empty":
        return
    briefing = pipeline.brief_record(transcript.value)
    if stage == "briefing":
        data = msgspec.to_builtins(briefing.value)
        lines = _tree(data, skip=frozenset({"transcript", "spans", "cuts"}))
        yield Shown(data, tuple(lines), noticed + briefing.notices)
        return
    document = pipeline.compose_record(briefing.value, plan)
    data = msgspec.to_builtins(document.value)
    lines = _tree(data, skip=frozenset({"spans"}))
    yield Shown(data, tuple(lines), noticed + briefing.notices + document.notices)


def envelope(stage: Stage, shown: list[object]) -> bytes:
    """The JSON of a stage: ``{"schema": "exporter/STAGE@1", "PLURAL": [...]}``, UTF-8, indented."""
    whole = {"schema": f"exporter/{stage}@1", PLURALS[stage]: shown}
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"


def _transcript_lines(transcript: Transcript, language: Language) -> Iterator[str]:
    source = transcript.source
    yield text(
        "cli.record-heading",
        language,
        record=transcript.id,
        start=source.start,
        end=source.end,
        title=transcript.title or "",
    )
    told = (
        ("event ", transcript.event_date),
        ("published ", transcript.published_date),
        ("", transcript.publisher),
    )
    yield "  " + ", ".join((transcript.kind, *(f"{what}{of}" for what, of in told if of)))
    for person in transcript.people:
        spoke = "" if person.spoke else " (introduced only)"
        office = f"{person.org or ''}{person.office or ''}"
        yield f"  {person.id} {person.name} {person.role} {office}{spoke}"
    for paragraph in transcript.narration:
        yield f"  {paragraph.id}  {paragraph.text}"
    for turn in transcript.turns:
        who = turn.speaker or turn.org or "?"
        answers = f" -> {turn.answers}" if turn.answers else ""
        yield f"  {turn.id} [{turn.section}] {turn.role} {who} {turn.office or ''}{answers}"
        for paragraph in turn.paragraphs:
            yield f"    {paragraph.id}  {paragraph.text}"
    for notice in transcript.notices:
        yield f"  ! {render(notice, language)}"
    yield ""


def _tree(data: object, indent: int = 0, *, skip: frozenset[str]) -> Iterator[str]:
    """Builtins as an indented outline; empty values and the keys of `skip` are left out."""
    pad = "  " * indent
    if isinstance(data, dict):
        for key, value in data.items():
            if key in skip or value in (None, "", (), [], {}):
                continue
            if isinstance(value, dict | list | tuple):
                yield f"{pad}{key}:"
                yield from _tree(value, indent + 1, skip=skip)
            else:
                yield f"{pad}{key}: {value}"
    elif isinstance(data, list | tuple):
        for item in data:
            yield from _item(item, indent, skip)
    else:
        yield f"{pad}{data}"


def _item(item: object, indent: int, skip: frozenset[str]) -> Iterator[str]:
    lines = list(_tree(item, indent + 1, skip=skip))
    if lines:
        yield f"{'  ' * indent}- {lines[0].strip()}"
        yield from lines[1:]
