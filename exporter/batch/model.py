"""What a run is asked to do, and what came of each page: plain data that crosses processes."""

from __future__ import annotations

from pathlib import PurePath
from typing import Literal

import msgspec

from exporter.batch.duplicates import Sketch
from exporter.batch.page import Source
from exporter.notices import Notice, Span

Status = Literal["done", "unchanged", "empty", "duplicate", "failed"]


class Job(msgspec.Struct, frozen=True):
    """What holds for every page of a run. `target` is the output folder, `scratch` for unfinished
    files; `pages` limits each briefing (0: no limit). `keep_duplicates`: no record is compared with
    those before it. `annotate`: doubts become comments. `summarizer`:
    the installed one that chooses the key points (none: the rules do). `catalogue`: what the
    catalogue needs is gathered. `away`: the pages are made where `scratch` can't be reached.
    """

    target: str
    scratch: str
    formats: tuple[str, ...]
    style: str
    strict: bool = False
    dry_run: bool = False
    pages: int = 0
    keep_duplicates: bool = False
    annotate: bool = False
    catalogue: bool = False
    away: bool = False
    summarizer: str = ""


class Task(msgspec.Struct, frozen=True):
    """One page of the run, by its place in the order.

    `data` are its bytes when only one process has to open where they come from (an archive, another
    file system), or when the page is made on another machine; else a file is read where it is
    converted.
    """

    index: int
    source: Source
    job: Job
    data: bytes | None = None


class Draft(msgspec.Struct, frozen=True):
    """A finished file without a name yet: format, scratch file, digest, size in bytes. `data` is
    what will stand in the scratch file, when it was made where that can't be written.
    """

    format: str
    suffix: str
    scratch: str
    sha256: str
    size: int
    data: bytes = b""


class Entry(msgspec.Struct, frozen=True):
    """A record's line in the catalogue. `figures` are the key figures as printed, the most wanted
    first; `rows` its lines of ``figures.jsonl``, deflated.
    """

    date: str | None
    title: str
    issuer: str | None
    people: tuple[str, ...]
    figures: tuple[str, ...]
    rows: bytes


class Keepsake(msgspec.Struct, frozen=True):
    """What is kept of a record when it is done, for the records that follow and the catalogue."""

    sketch: Sketch | None = None
    entry: Entry | None = None


class RecordResult(msgspec.Struct, frozen=True):
    """What came of one record: drafts to be named, or why there are none.

    `briefing` is its JSON where the drafts wait for a number, which only the records before it can
    tell.
    """

    record: str
    span: Span
    status: Status
    title: str | None = None
    date: str | None = None
    drafts: tuple[Draft, ...] = ()
    notices: tuple[Notice, ...] = ()
    error: Notice | None = None
    trace: str | None = None
    kept: Keepsake = Keepsake()
    pages: int | None = None
    briefing: bytes = b""


class PageResult(msgspec.Struct, frozen=True):
    """What came of one page. A page that could not be read at all has one failed record."""

    index: int
    source: str
    sha256: str | None
    records: tuple[RecordResult, ...]
    seconds: float = 0.0


class Output(msgspec.Struct, frozen=True):
    """A file under its final name, relative to the output folder."""

    path: str
    format: str
    sha256: str
    size: int


class ReportLine(msgspec.Struct, frozen=True):
    """A line of the report: one record, what was made of it, what was noticed.

    `pages` is the length of the briefing, where a format has pages. `duplicate_of` names the record
    (``source#record``) whose files stand for this one too.
    """

    source: str
    sha256: str | None
    record: str
    span: Span
    status: Status
    title: str | None
    date: str | None
    outputs: tuple[Output, ...]
    notices: tuple[Notice, ...]
    error: str | None
    error_code: str | None
    seconds: float
    trace: str | None = None
    duplicate_of: str | None = None
    pages: int | None = None

    @property
    def owner(self) -> str:
        """The record's name in the whole run; the page's where its records could not be told."""
        return self.source if self.record == self.source else f"{self.source}#{self.record}"

    @property
    def why(self) -> str:
        """What went wrong, without the names of the record that stand beside it; else nothing."""
        words = self.error or ""
        for name in (self.source, PurePath(self.source).name, self.record):
            words = words.removeprefix(f"{name}: ").removeprefix(f"{name}：")
        return words
