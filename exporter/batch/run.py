"""Many pages: in our own process or side by side in others; the same order and the same files.

A worker makes files without names; naming and renaming are done here, in the order of the sources,
so that the tree does not depend on which worker was first. Pages that an earlier run finished are
reported from the journal and not made again; a record that repeats an earlier one gets no files.
Which one it repeats is decided here too, in the order of the sources: a page of the same bytes as
an earlier one is not made at all; of one that only turns out to be a re-post, the files are thrown
away (to ask first would cost every page a second trip to a worker).
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, Protocol

import msgspec

from exporter.batch.crew import Crew, Step
from exporter.batch.duplicates import Originals
from exporter.batch.journal import Page
from exporter.batch.model import (
    Entry,
    Job,
    Keepsake,
    PageResult,
    RecordResult,
    ReportLine,
    Status,
    Task,
)
from exporter.batch.page import Source
from exporter.batch.shelf import Parcel, Placed, Shelf
from exporter.batch.sources import read_ahead
from exporter.batch.work import drop, first_numbers, job_key
from exporter.document.plan import Issue
from exporter.errors import ExporterError
from exporter.messages import Language, render
from exporter.notices import Notice

LONGEST_HELD = 2.0
"""Seconds that pages may wait for others, so that their files are put together."""


class Gatherer(Protocol):
    """Takes what the catalogue needs, record by record, in the order of the sources."""

    def add(self, line: ReportLine, entry: Entry) -> None:
        """A record with files, and its line of the catalogue."""
        ...


def convert(
    sources: Iterable[Source],
    job: Job,
    shelf: Shelf,
    crew: Crew,
    language: Language,
    originals: Originals | None = None,
    gatherer: Gatherer | None = None,
) -> Iterator[ReportLine]:
    """A report line for each record, in the order of the sources, as it is done.

    `job.scratch` and `job.target` (without secrets) are filled in from the shelf, which must be
    open. `crew` makes the pages. `originals` are records of earlier runs over the same folder by
    the same process; they are added to.
    """
    job = msgspec.structs.replace(job, scratch=shelf.scratch, target=shelf.target)
    run = _Run(job, shelf, crew, language, originals or Originals(), gatherer)
    steps = (run.step(index, *found) for index, found in enumerate(read_ahead(sources)))
    held: list[Settled] = []
    since = time.monotonic()
    for step, result in crew.in_order(steps):
        if step.twin is not None:
            yield from run.confirm(held)
        held.append(run.settle(step, result))
        if len(held) >= shelf.window or time.monotonic() - since >= LONGEST_HELD:
            yield from run.confirm(held)
            since = time.monotonic()
    yield from run.confirm(held)


class Settled(NamedTuple):
    """A page whose turn has come: its lines, the files to be put for each of them, and whether it
    is to be remembered.
    """

    page: Page
    parcels: tuple[Parcel | None, ...]
    fresh: bool


class _Run:
    """What is known while a run goes on. `step` looks ahead; `settle` and `confirm` are called in
    order.
    """

    def __init__(
        self,
        job: Job,
        shelf: Shelf,
        crew: Crew,
        language: Language,
        originals: Originals,
        gatherer: Gatherer | None,
    ) -> None:
        self._job, self._shelf, self._crew, self._language = job, shelf, crew, language
        self._originals, self._gatherer = originals, gatherer
        self._key = job_key(job)
        self._numbers = first_numbers(job.style)
        self._first: dict[str, str] = {}

    def step(self, index: int, source: Source, read: Callable[[], bytes]) -> Step:
        """What is to be done for a page. Its bytes travel with the task unless it is a file that
        the crew can read.
        """
        try:
            data = read()
        except ExporterError:
            return Step(Task(index, source, self._job), "")
        sha256 = hashlib.sha256(data).hexdigest()
        plain = source.member is None and not source.store and not self._crew.far
        task = Task(index, source, self._job, None if plain else data)
        first = self._first.setdefault(sha256, source.name)
        page = self._shelf.finished(source.name, sha256, self._key)
        if page is not None and self._complete(page):
            return Step(task, sha256, page)
        apart = first == source.name or self._job.keep_duplicates or self._job.dry_run
        return Step(task, sha256, twin=None if apart else first)

    def _complete(self, page: Page) -> bool:
        """Whether an earlier run kept all that this one needs."""
        entries = zip(page.lines, page.kept, strict=True)
        return not self._job.catalogue or all(
            kept.entry is not None for line, kept in entries if line.outputs
        )

    def settle(self, step: Step, result: PageResult | None) -> Settled:
        """The page whose turn it is, with names for its files."""
        page = self._known(step) if result is None else None
        if page is None:
            return self._made(step, result or self._crew.make(step.task))
        return Settled(page, (None,) * len(page.lines), page is not step.page)

    def confirm(self, held: list[Settled]) -> Iterator[ReportLine]:
        """The lines of the pages held, which are none afterwards. Their files are in place, and
        remembered, when the first line comes back.
        """
        self._shelf.plan([settled.page for settled in held if any(settled.parcels)])
        placed = iter(self._shelf.place([p for s in held for p in s.parcels if p is not None]))
        pages = [self._all_placed(settled, placed) for settled in held]
        for page, settled in zip(pages, held, strict=True):
            if settled.fresh:
                self._shelf.remember(page)
        self._shelf.commit()
        held.clear()
        for page in pages:
            for line, kept in zip(page.lines, page.kept, strict=True):
                if self._gatherer is not None and line.outputs and kept.entry is not None:
                    self._gatherer.add(line, kept.entry)
            yield from page.lines

    def _known(self, step: Step) -> Page | None:
        """The page without making it; ``None`` when what was known doesn't hold any more."""
        if step.twin is not None:
            twin = self._shelf.finished(step.twin, step.sha256, self._key)
            return None if twin is None else _copied(twin, step.task.source.name)
        page = step.page
        if page is None:
            return None
        pairs = zip(page.lines, page.kept, strict=True)
        return page if all(self._holds(line, kept) for line, kept in pairs) else None

    def _holds(self, line: ReportLine, kept: Keepsake) -> bool:
        """Whether a record that was a duplicate is one still, of the same; one with files stays."""
        if line.status == "duplicate":
            return self._original(line.owner, kept) == line.duplicate_of
        self._remember(line, kept)
        return True

    def _remember(self, line: ReportLine, kept: Keepsake) -> None:
        if line.outputs and kept.sketch is not None:
            self._originals.add(line.owner, kept.sketch)

    def _original(self, owner: str, kept: Keepsake) -> str | None:
        if self._job.keep_duplicates or kept.sketch is None:
            return None
        return self._originals.find(kept.sketch, owner)

    def _made(self, step: Step, result: PageResult) -> Settled:
        made: dict[int, tuple[ReportLine, Parcel | None]] = {}
        for at in _by_date(result.records) if self._numbers else range(len(result.records)):
            record = result.records[at]
            line = _line(result, record)
            first = self._original(line.owner, record.kept) if record.status == "done" else None
            if first is None:
                record, issue = self._numbered(step, record, line.owner)
                made[at] = self._shelved(step, _line(result, record), record, issue)
            else:
                drop(record)
                again = msgspec.structs.replace(
                    line, status="duplicate", duplicate_of=first, pages=None
                )
                made[at] = again, None
        kept = tuple(record.kept for record in result.records)
        sha256 = result.sha256 or step.sha256
        ordered = [made[at] for at in sorted(made)]
        lines = tuple(line for line, _ in ordered)
        page = Page(step.task.source.name, sha256, self._key, lines, kept)
        return Settled(page, tuple(parcel for _, parcel in ordered), fresh=True)

    def _numbered(
        self, step: Step, record: RecordResult, owner: str
    ) -> tuple[RecordResult, Issue | None]:
        """The record with its files and the number in them, where they waited for one. The number
        is given when they are in their place: a record that fails here takes none.
        """
        if not record.briefing or self._numbers is None:
            return record, None
        issue = self._shelf.issues.next(owner, (record.date or "")[:4], self._numbers)
        made = self._crew.number(msgspec.structs.replace(step.task, data=None), record, issue)
        return made, None if made.status == "failed" else issue

    def _shelved(
        self, step: Step, line: ReportLine, record: RecordResult, issue: Issue | None
    ) -> tuple[ReportLine, Parcel | None]:
        """The line with the names of its files, and the files to be put. Those with a number are
        put at once: whether it is given tells which the next record gets.
        """
        if record.status != "done":
            return (line if record.error is None else self._failed(line, record.error)), None
        parcel = self._shelf.name(step.task.source, record, issue)
        line = msgspec.structs.replace(line, outputs=parcel.outputs)
        self._remember(line, record.kept)
        if issue is None:
            return line, parcel
        (placed,) = self._shelf.place([parcel])
        self._shelf.commit()
        return self._placed(line, placed), None

    def _all_placed(self, settled: Settled, placed: Iterator[Placed]) -> Page:
        """The page with what came of its parcels."""
        pairs = zip(settled.page.lines, settled.parcels, strict=True)
        lines = tuple(line if p is None else self._placed(line, next(placed)) for line, p in pairs)
        return msgspec.structs.replace(settled.page, lines=lines)

    def _placed(self, line: ReportLine, placed: Placed) -> ReportLine:
        if placed.error is None:
            status: Status = "done" if placed.changed else "unchanged"
            return msgspec.structs.replace(line, status=status)
        self._originals.withdraw(line.owner)
        fact = Notice(placed.error.code, params=placed.error.params)
        return self._failed(msgspec.structs.replace(line, outputs=()), fact)

    def _failed(self, line: ReportLine, error: Notice) -> ReportLine:
        words = render(error, self._language)
        return msgspec.structs.replace(line, status="failed", error=words, error_code=error.code)


def _copied(twin: Page, source: str) -> Page:
    """The page of the same bytes under another name: all its records are duplicates."""
    lines = tuple(
        msgspec.structs.replace(
            line,
            source=source,
            outputs=(),
            pages=None,
            status="duplicate" if line.outputs else line.status,
            duplicate_of=line.owner if line.outputs else line.duplicate_of,
        )
        for line in twin.lines
    )
    return msgspec.structs.replace(twin, source=source, lines=lines)


def _line(page: PageResult, record: RecordResult) -> ReportLine:
    """The record's line before anything is put in its place."""
    return ReportLine(
        source=page.source,
        sha256=page.sha256,
        record=record.record,
        span=record.span,
        status=record.status,
        title=record.title,
        date=record.date,
        outputs=(),
        notices=record.notices,
        error=None,
        error_code=None,
        seconds=round(page.seconds, 3),
        trace=record.trace,
        pages=record.pages,
    )


def _by_date(records: tuple[RecordResult, ...]) -> list[int]:
    """The places of a page's records by date, as their numbers are to follow; without date last."""
    return sorted(range(len(records)), key=lambda at: (records[at].date or "9", at))
