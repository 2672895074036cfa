"""The first verb of the sentence: from a `RawPage` to the `CleanText` of each of its records.

A visible tuple of passes is run over the page, one over each record. A pass is a function from the
text as it stands to the changes that it wants, in order; `Draft` keeps the ledger. Dirty input
never raises: what can't be understood stays, and is noticed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import msgspec

from exporter.notices import Notice, Outcome, Span
from exporter.source import (
    asides,
    bracketed,
    captions,
    catalogue,
    characters,
    edges,
    feet,
    furniture,
    glued,
    glued_feet,
    insertions,
    lead,
    lead_days,
    listings,
    markup,
    misaligned,
    parting,
    pinyin,
    punctuation,
    quotes,
    repeats,
    sheets,
    spam,
    spoken_days,
    tails,
    watermarks,
    wrapping,
)
from exporter.source.collector import uncollected
from exporter.source.dates import FULL, iso, slashed
from exporter.source.draft import Change, Draft, EditedPlaces
from exporter.source.english_days import headed, told_day
from exporter.source.flatten import Flat, flatten
from exporter.source.metadata import gather
from exporter.source.model import HOLE, CleanText, Edit, Mark, Metadata, RawPage
from exporter.source.records import Part, articles, parts
from exporter.source.restoring import propose
from exporter.source.scripts import language_of

PROPOSALS = 50  # holes of a record for which words are proposed; a page with more is lost
DEEP = 1_000  # elements open at a time that no honest page has
Pass = Callable[[str], Iterator[Change]]

PAGE_PASSES: tuple[Pass, ...] = (
    characters.unseen,
    characters.misread,
    characters.jammed,
    markup.leaked,
    markup.bold,
    sheets.sheets,
    sheets.wraps,
    wrapping.wrapped,
    characters.blanks,
    characters.lost_blanks,
    characters.strewn,
    spam.spam,
    pinyin.pictured,
    pinyin.injected,
    misaligned.misaligned,
    watermarks.watermarks,
    catalogue.entries,
    glued.glued,
    bracketed.bracketed,
    glued_feet.feet,
    insertions.insertions,
    parting.parted,
    tails.tails,
    edges.edges,
    edges.buttons,
    feet.below,
    listings.contents,
    asides.asides,
    furniture.furniture,
    listings.listing,
)
HTML_PASSES: tuple[Pass, ...] = (*PAGE_PASSES, repeats.copies)
RECORD_PASSES: tuple[Pass, ...] = (
    repeats.repeats,
    repeats.beginnings,
    characters.bars,
    captions.captions,
    furniture.inside,
    characters.blanks,
)
CHINESE_PASSES: tuple[Pass, ...] = (
    punctuation.restore,
    punctuation.doubled,
    quotes.mend,
    characters.around_numbers,
)


@uncollected
def clean(page: RawPage) -> Outcome[tuple[CleanText, ...]]:
    """The records of the page, in order; they partition it. A page without text is an empty
    record."""
    flat = flatten(page.text) if page.kind == "html" else Flat()
    draft = Draft(page.text, 0, len(page.text), page.text).apply(flat.changes)
    draft = run(HTML_PASSES if page.kind == "html" else PAGE_PASSES, draft)
    found = articles(draft.text) if page.kind == "html" else parts(draft.text)
    pieces = draft.cut([part.end for part in found[:-1]])
    done = [_record(page, flat, piece, part) for piece, part in zip(pieces, found, strict=True)]
    records = tuple(
        msgspec.structs.replace(outcome.value, id=f"r{number}")
        for number, outcome in enumerate(done, 1)
    )
    notices = [notice for outcome in done for notice in outcome.notices]
    return Outcome(records, (*_of_page(page, flat, records), *notices))


def _of_page(page: RawPage, flat: Flat, records: tuple[CleanText, ...]) -> Iterator[Notice]:
    """What is to be said of the page as a whole."""
    if flat.depth > DEEP:
        yield Notice("source.deep", "warning", {"path": page.path, "depth": str(flat.depth)})
    unseen = sum(
        len(edit.before)
        for record in records
        for edit in record.ledger
        if edit.rule == "character.unseen" and edit.reason in characters.SUSPICIOUS
    )
    if unseen:
        yield Notice("source.unseen", "info", {"path": page.path, "count": str(unseen)})
    if not any(record.text for record in records):
        edits = [edit for record in records for edit in record.ledger]
        spammed = any(edit.rule == spam.RULE for edit in edits)
        listed = any(edit.rule == listings.RULE for edit in edits)
        code = "source.spam-only" if spammed else "source.listing" if listed else "source.empty"
        yield Notice(code, "warning", {"path": page.path})


def run(passes: tuple[Pass, ...], draft: Draft) -> Draft:
    """The draft after all passes, in their order."""
    for each in passes:
        draft = draft.apply(tuple(each(draft.text)))
    return draft


def _record(page: RawPage, flat: Flat, draft: Draft, part: Part) -> Outcome[CleanText]:
    alone = (draft.start, draft.end) == (0, len(page.text))
    hints = flat.hints if alone else flat.hints.within(draft.start, draft.end)
    found = gather(draft, part, hints)
    draft = run(RECORD_PASSES, draft.apply(found.changes))
    if spam.left_over(draft.text, draft.edits):
        rest = Change(0, len(draft.text), "", spam.RULE, "what is left of a page of spam")
        draft = draft.apply((rest,))
    language = language_of(draft.text)
    if language != "en":
        draft = run(CHINESE_PASSES, draft)
    places = EditedPlaces(draft)
    holes = _holes(draft.text)
    notices, proposal = _noticed(draft, places, holes, found.metadata.title or "")
    metadata = _dated(
        _with_lead(found.metadata, draft.text, places, proposal),
        draft.text if language == "en" else "",
        places,
    )
    metadata = _spoken(_pictured(metadata, draft.edits), draft, places, page.text)
    metadata = _live(metadata, draft, places, language)
    notices = tuple(_with_issuer(notice, metadata) for notice in notices)
    record = CleanText(
        id="",
        path=page.path,
        sha256=page.sha256,
        start=draft.start,
        end=draft.end,
        text=draft.text,
        metadata=metadata,
        ledger=draft.edits,
        marks=tuple(
            sorted(
                [*_marks(flat, draft, places), *holes, *_gaps(draft, places, language)], key=_place
            )
        ),
        language=language,
        notices=notices,
    )
    return Outcome(record, notices)


def _with_lead(known: Metadata, text: str, places: EditedPlaces, proposal: str | None) -> Metadata:
    """The metadata with what the record's first sentences add; a field that was printed stands."""
    said = lead.read(text, known.published_date, proposal, known.title or "")
    spans = dict(known.spans)
    values: dict[str, str] = {}
    for name in ("title", "event_date", "venue", "issuer"):
        value = getattr(said, name)
        if value is not None and getattr(known, name) is None:
            values[name] = value
            spans[name] = places.span(*said.places[name])
    return msgspec.structs.replace(known, **values, spans=spans)


_HEAD = 1500  # characters of a page in which it tells its days


def _dated(known: Metadata, english: str, places: EditedPlaces) -> Metadata:
    """The metadata with the day of the event from the title (记者会（5月18日）), or in `english`,
    the text of such a record, from the dateline, where the lead has none."""
    if known.event_date is not None:
        return known
    if told := told_day(english, known.published_date, known.title or ""):
        spans = {**known.spans, "event_date": places.span(*told[1])}
        return msgspec.structs.replace(known, event_date=told[0], spans=spans)
    if held := _held(known):
        return msgspec.structs.replace(known, event_date=held)
    title = known.title or ""
    day = iso(title) or slashed(title, known.published_date)
    if english and not known.published_date and day is None:
        return _headed(known, english, places)
    name = "title" if day else "published_date"
    day = day or (known.published_date if english else None)
    if day is None:
        return known
    spans = {**known.spans, "event_date": known.spans[name]} if name in known.spans else known.spans
    return msgspec.structs.replace(known, event_date=day, spans=spans)


# 上午10时 · 15:30-16:45: when something is held, and no stamp of a site
_HOURS = re.compile(
    r"[上下中]午|晚上?\d|\d\s?[时時點点](?!\d)|:\d\d\s?[-—–－~～至到]\s?\d{1,2}:\d\d"
)


def _pictured(known: Metadata, edits: tuple[Edit, ...]) -> Metadata:
    """The metadata with the day that a caption tells (``3月8日，…在海州举行。海州社记者某摄``),
    where nothing else does."""
    if known.event_date is not None:
        return known
    for edit in edits:
        told = edit.rule == captions.RULE and lead_days.event(
            edit.before, edit.before, known.published_date, known.title or ""
        )
        if told:
            day, (start, end) = told
            spans = {**known.spans, "event_date": Span(edit.start + start, edit.start + end)}
            return msgspec.structs.replace(known, event_date=day, spans=spans)
    return known


def _spoken(known: Metadata, draft: Draft, places: EditedPlaces, source: str) -> Metadata:
    """The metadata with the day that the speakers or the page's only date tell."""
    told = None if known.event_date else spoken_days.held(known, draft.text, source)
    if told is None:
        return known
    day, said = told
    at = places.span(*said) if said else known.spans["published_date"]
    return msgspec.structs.replace(known, event_date=day, spans={**known.spans, "event_date": at})


# 直播时间：2025-05-20 10:00
_BROADCAST = re.compile(
    rf"(?:时间|時間)[:：]\s{{0,2}}{FULL}\s{{0,3}}(?:[(（].{{1,4}}[)）])?\s?\d{{1,2}}[:：时時]"
)


# 0 Comment(s) Print E-mail Harbour.org, May 5, 2024 Adjust font size:
_AMONG_TOOLS = re.compile(rf"(?P<day>{FULL})", re.IGNORECASE)
# 版权所有：海州市政府 更新日期：2025-05-21
_TOLD_AWAY = re.compile(
    rf"(?:发布|发表|更新|發布|發佈|發表)(?:时间|日期|時間)[:：]\s{{0,2}}(?P<day>{FULL})"
)
# Thursday, May 2, 2024, 9 a.m. (transcript posted May 3, 2024)
_REMARKED = re.compile(
    rf"\((?:[a-z]+ )?(?:posted|published|released|issued)(?: on)? (?P<day>{FULL})\)", re.IGNORECASE
)


def _live(known: Metadata, draft: Draft, places: EditedPlaces, language: str) -> Metadata:
    """The metadata with the day of publication that a line of furniture, or a remark at the head,
    tells, or else the day of the event where the page tells the hour at which it was on the air, or
    is an English record, which bears one date."""
    if known.published_date is not None:
        return known
    remark = _REMARKED.search(draft.text, 0, _HEAD) if language == "en" else None
    if remark and (day := iso(remark["day"])):
        return _with_day(known, day, places.span(*remark.span("day")))
    for edit in draft.edits:
        told = _TOLD_AWAY.search(edit.before) if edit.rule.startswith("furniture") else None
        if edit.rule == "furniture.page-tools":
            told = told or _AMONG_TOOLS.search(edit.before)
        if told and (day := iso(told["day"])):
            low, high = told.span("day")
            return _with_day(known, day, Span(edit.start + low, edit.start + high))
    fields = (f"{label}：{value}" for label, value in known.fields.items())
    live = any(map(_BROADCAST.search, fields)) or _BROADCAST.search(draft.text, 0, _HEAD)
    at = known.spans.get("event_date")
    if known.event_date is None or at is None or not (live or language == "en"):
        return known
    return _with_day(known, known.event_date, at)


def _with_day(known: Metadata, day: str, at: Span) -> Metadata:
    spans = {**known.spans, "published_date": at}
    return msgspec.structs.replace(known, published_date=day, spans=spans)


def _held(known: Metadata) -> str | None:
    """The day of the conference where a page calls it 时间 or 日期 with its hours (上午10时), or
    发布时间, beside a place and another date of its own publication (发布日期)."""
    for label in ("时间", "時間", "日期"):
        when = known.fields.get(label) or ""
        if _HOURS.search(when.replace("：", ":")) and (day := iso(when)):
            return day
    time, date = known.fields.get("发布时间"), known.fields.get("发布日期")
    day = iso(time) if time and date and known.venue else None
    return day if day and date and day != iso(date) else None


def _headed(known: Metadata, english: str, places: EditedPlaces) -> Metadata:
    """The metadata with the date that stands above an English transcript without any other."""
    found = headed(english)
    if found is None:
        return known
    spans = {**known.spans, "event_date": places.span(*found[1])}
    return msgspec.structs.replace(known, event_date=found[0], spans=spans)


def _holes(text: str) -> list[Mark]:
    """The holes that spam left, in offsets of the clean text."""
    return [Mark("damage", *found.span()) for found in re.finditer(re.escape(HOLE), text)]


def _noticed(
    draft: Draft, places: EditedPlaces, holes: list[Mark], title: str
) -> tuple[tuple[Notice, ...], str | None]:
    """A notice for every hole, and what is proposed for the first."""
    text = draft.text
    place = lead.place_of(text) if holes else ""
    notices, first = [], None
    for number, hole in enumerate(holes):
        context = text[max(0, hole.start - 12) : hole.end + 12].replace("\n", " ")
        span = places.span(hole.start, hole.end)
        proposal = propose(text, hole.start, place, title) if number < PROPOSALS else None
        if proposal is None:
            notices.append(Notice("source.damaged", "warning", {"context": context}, span))
            continue
        params = {
            "context": context,
            "proposal": proposal.words,
            "evidence": proposal.evidence,
            "removed": draft.source[span.start : span.end],
        }
        notices.append(Notice("source.tampered", "warning", params, span))
        first = first or proposal.words
    return tuple(notices), first


def _with_issuer(notice: Notice, known: Metadata) -> Notice:
    """The notice of a hole; where the issuer's name was read across it, with that name as
    derived."""
    at = known.spans.get("issuer")
    across = at and notice.span and at.start <= notice.span.start < at.end
    if not across or notice.code != "source.tampered" or known.issuer is None:
        return notice
    params = {**notice.params, "issuer": known.issuer}
    return msgspec.structs.replace(notice, code="source.tampered-issuer", params=params)


def _marks(flat: Flat, draft: Draft, places: EditedPlaces) -> list[Mark]:
    """What the page sets apart, in offsets of the clean text."""
    out = []
    for kind, start, end, number in flat.marks:
        if draft.start <= start and end <= draft.end:
            low, high = places.text(start), places.text(end)
            if low < high:
                out.append(Mark(kind, low, high, number))
    return out


_WIDE = 3  # blanks


def _gaps(draft: Draft, places: EditedPlaces, language: str) -> Iterator[Mark]:
    """The wide blanks within the lines of an English record, which became one."""
    for edit in draft.edits if language == "en" else ():
        if edit.after == " " and len(edit.before) >= _WIDE and not edit.before.strip():
            low = places.text(edit.start)
            yield Mark("gap", low, low + 1)


def _place(mark: Mark) -> tuple[int, int, str]:
    return mark.start, mark.end, mark.kind
