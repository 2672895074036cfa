"""The first verb of the sentence: from a `RawPage` to the `CleanText` of each of its records.

A visible tuple of passes is run over the page, one over each record. A pass is a function from the
text as it stands to the changes that it wants, in order; `Draft` keeps the ledger. Dirty input never
raises: what can't be understood stays, and is noticed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from exporter.notices import Notice, Outcome, Span
from exporter.source import captions, characters, furniture, lead, markup, metadata, pinyin
from exporter.source import punctuation, quotes, repeats, spam
from exporter.source.draft import Change, Draft, EditedPlaces
from exporter.source.model import CleanText, Mark, Metadata, RawPage
from exporter.source.records import Part, parts
from exporter.source.scripts import language_of

Pass = Callable[[str], Iterator[Change]]

FLAT_PASSES: tuple[Pass, ...] = (
    characters.unseen,
    markup.leaked,
    characters.blanks,
    spam.spam,
    pinyin.injected,
    furniture.furniture,
)
RECORD_PASSES: tuple[Pass, ...] = (
    repeats.repeats,
    captions.captions,
    characters.blanks,
)
CHINESE_PASSES: tuple[Pass, ...] = (punctuation.restore, quotes.mend)


def clean(page: RawPage) -> Outcome[tuple[CleanText, ...]]:
    """The records of the page, in order; they partition it. A page without text is one empty record."""
    draft = run(FLAT_PASSES, Draft(page.text, 0, len(page.text), page.text))
    found = parts(draft.text)
    drafts = draft.cut([part.end for part in found[:-1]])
    records, notices = [], []
    at = 0
    for part, piece in zip(found, drafts, strict=True):
        record, noticed = _record(page, piece, _shifted(part, at), len(records))
        records.append(record)
        notices += noticed
        at += len(piece.text)
    return Outcome(tuple(records), tuple(notices))


def run(passes: tuple[Pass, ...], draft: Draft) -> Draft:
    """The draft after all passes, in their order."""
    for each in passes:
        draft = draft.apply(tuple(each(draft.text)))
    return draft


def _shifted(part: Part, at: int) -> Part:
    """The part with its group in offsets of its own text."""
    if part.group is None:
        return part
    group = msgspec.structs.replace(
        part.group,
        start=part.group.start - at,
        end=part.group.end - at,
        fields=tuple(
            msgspec.structs.replace(field, start=field.start - at, end=field.end - at)
            for field in part.group.fields
        ),
    )
    return Part(0, part.end - at, group)


def _record(page: RawPage, draft: Draft, part: Part, index: int) -> tuple[CleanText, list[Notice]]:
    found = metadata.gather(draft, part.group)
    draft = run(RECORD_PASSES, draft.apply(found.changes))
    language = language_of(draft.text)
    if language != "en":
        draft = run(CHINESE_PASSES, draft)
    proposals = [Notice("source.tampered", "warning", {}, Span(0, 0))][:0]
    known = _with_lead(found.metadata, draft)
    record = CleanText(
        id=f"r{index + 1}",
        path=page.path,
        sha256=page.sha256,
        start=draft.start,
        end=draft.end,
        text=draft.text,
        metadata=known,
        ledger=draft.edits,
        marks=_marks(draft),
        language=language,
    )
    return record, proposals


def _with_lead(known: Metadata, draft: Draft) -> Metadata:
    """The metadata with what the record's first sentences add; a field that was printed stands."""
    said = lead.read(draft.text, known.published_date, None)
    places = EditedPlaces(draft)
    spans = dict(known.spans)
    values: dict[str, str] = {}
    for name in ("title", "event_date", "venue", "issuer"):
        value = getattr(said, name)
        if value is not None and getattr(known, name) is None:
            values[name] = value
            start, end = said.places[name]
            spans[name] = Span(places.source(start), places.source(end - 1) + 1)
    return msgspec.structs.replace(known, **values, spans=spans)


def _marks(draft: Draft) -> tuple[Mark, ...]:
    """The holes that spam left, in offsets of the clean text."""
    out, at = [], 0
    start = draft.text.find(spam.HOLE)
    while start >= 0:
        at = start + len(spam.HOLE)
        out.append(Mark("damage", start, at))
        start = draft.text.find(spam.HOLE, at)
    return tuple(out)
