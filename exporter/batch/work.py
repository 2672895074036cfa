"""One page, whole: bytes → records → files without a name. Runs in a worker process or in ours.

Nothing that goes wrong with one record or page escapes: an error for people is kept as a `Notice`,
anything else is a bug of ours and is kept with its traceback, and the rest goes on.
"""

from __future__ import annotations

import hashlib
import time
import traceback
import zlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import msgspec

import exporter
from exporter import pipeline
from exporter.batch.duplicates import sketch
from exporter.batch.model import Draft, Entry, Job, Keepsake, PageResult, RecordResult, Task
from exporter.batch.pool import TaskTimeout
from exporter.batch.sources import read_bytes
from exporter.briefing import summarizer
from exporter.briefing.figures_table import figure_rows, to_jsonl
from exporter.briefing.model import Briefing
from exporter.document.plan import Issue, with_issue
from exporter.errors import ExporterError, WriteError
from exporter.notices import Notice, Span
from exporter.source.model import CleanText
from exporter.styling.find import transform
from exporter.styling.load import load
from exporter.styling.model import Style
from exporter.typeset.pages import pages_of_last
from exporter.writers import Writer
from exporter.writers.find import find

NOWHERE = Span(0, 0)
KEY_FIGURES = 5
"""Figures of a record that the catalogue prints."""


def convert_pages(tasks: Sequence[Task]) -> tuple[PageResult, ...]:
    """What came of each page, in their order."""
    return tuple(map(convert_page, tasks))


def convert_page(task: Task) -> PageResult:
    """What came of the page; never raises but for a stop from outside."""
    began = time.perf_counter()
    sha256: str | None = None
    try:
        data = read_bytes(task.source) if task.data is None else task.data
        sha256 = hashlib.sha256(data).hexdigest()
        page = pipeline.read_page(task.source.label, data)
        records = pipeline.clean_page(page.value)
        notices = page.notices + records.notices
        results = tuple(
            _convert_record(task, record, _those_of(record, records.value, notices))
            for record in records.value
        )
    except Exception as error:
        results = (_failure(task.source.name, NOWHERE, error),)
    seconds = time.perf_counter() - began
    return PageResult(task.index, task.source.name, sha256, results, seconds)


def _those_of(
    record: CleanText, records: Sequence[CleanText], notices: Sequence[Notice]
) -> tuple[Notice, ...]:
    """The page's notices that fall into the record; those without a place go to the first."""
    first = record is records[0]
    return tuple(
        notice
        for notice in notices
        if (first if notice.span is None else record.start <= notice.span.start < record.end)
    )


def _convert_record(task: Task, record: CleanText, notices: tuple[Notice, ...]) -> RecordResult:
    span = Span(record.start, record.end)
    try:
        transcript = pipeline.read_record(record)
        notices += transcript.notices
        if transcript.value.kind == "empty":
            title, date = transcript.value.title, transcript.value.published_date
            return RecordResult(record.id, span, "empty", title, date, notices=notices)
        briefing = pipeline.brief_record(transcript.value, task.job.summarizer)
        notices += briefing.notices
        date = briefing.value.date or transcript.value.published_date
        kept = Keepsake(sketch(record), _entry(briefing.value) if task.job.catalogue else None)
        title = briefing.value.title
        result = RecordResult(record.id, span, "done", title, date, notices=notices, kept=kept)
        if first_numbers(task.job.style) is not None:
            waiting = msgspec.json.encode(briefing.value)
            return _judged(task.job, msgspec.structs.replace(result, briefing=waiting))
        return _dressed(task, result, briefing.value)
    except Exception as error:
        return _failure(record.id, span, error, notices)


def number_record(task: Task, result: RecordResult, issue: Issue) -> RecordResult:
    """The record that waited for its number, with its files; never raises."""
    try:
        briefing = msgspec.json.decode(result.briefing, type=Briefing)
        return _dressed(task, msgspec.structs.replace(result, briefing=b""), briefing, issue)
    except Exception as error:
        return _failure(result.record, result.span, error, result.notices)


def _dressed(
    task: Task, result: RecordResult, briefing: Briefing, issue: Issue | None = None
) -> RecordResult:
    """The result with its files, and what the writers noticed."""
    drafts, written, pages = _draft(task, result.record, briefing, issue)
    notices = result.notices + written
    made = msgspec.structs.replace(result, drafts=drafts, notices=notices, pages=pages)
    return _judged(task.job, made)


def _entry(briefing: Briefing) -> Entry:
    """The record's line in the catalogue, and all its quantities."""
    transcript = briefing.transcript
    facts = sorted((f for f in briefing.figures if f.key), key=lambda f: (f.rank == 0, f.rank))
    rows = to_jsonl(figure_rows(transcript, briefing.figures))
    return Entry(
        date=briefing.date or transcript.published_date,
        title=briefing.title,
        issuer=transcript.issuer or transcript.host_org or transcript.publisher,
        people=tuple(person.name for person in briefing.people),
        figures=tuple(
            " ".join(filter(None, (f.indicator, f.quantity.text))) for f in facts[:KEY_FIGURES]
        ),
        rows=zlib.compress(rows),
    )


def _judged(job: Job, result: RecordResult) -> RecordResult:
    """The result; under ``strict`` a warning makes it a failure, and its drafts are dropped."""
    doubts = [notice for notice in result.notices if notice.severity == "warning"]
    if not job.strict or not doubts:
        return result
    drop(result)
    fact = Notice("batch.strict", params={"count": str(len(doubts))})
    return msgspec.structs.replace(result, status="failed", drafts=(), error=fact)


def drop(result: RecordResult) -> None:
    """The record's unfinished files are not wanted."""
    for draft in result.drafts:
        Path(draft.scratch).unlink(missing_ok=True)


def _draft(
    task: Task, record: str, briefing: Briefing, issue: Issue | None
) -> tuple[tuple[Draft, ...], tuple[Notice, ...], int | None]:
    """The record's files in the scratch folder, one a format, what the writers noticed, and how
    many pages there are.
    """
    job = task.job
    style = _style(job.style)
    plan = with_issue(style.plan, issue, briefing.language)
    style = msgspec.structs.replace(
        style, plan=msgspec.structs.replace(plan, annotate=job.annotate)
    )
    if job.pages:
        document = pipeline.fit_record(briefing, style, job.pages)
    else:
        document = pipeline.compose_record(briefing, style.plan)
    notices = document.notices
    change = transform(job.style)
    value = change(document.value) if change else document.value
    drafts = []
    for name in job.formats:
        writer = find(name)
        outcome = pipeline.write_document(value, style, writer)
        notices += outcome.notices
        drafts.append(_keep(task, record, name, writer, outcome.value))
    return tuple(drafts), notices, pages_of_last(value)


def _keep(task: Task, record: str, name: str, writer: Writer, data: bytes) -> Draft:
    """The bytes in the scratch folder; in the draft itself where we have none (`Job.scratch`)."""
    digest = hashlib.sha256(data).hexdigest()
    owner = hashlib.sha256(f"{task.source.name}\0{record}".encode()).hexdigest()
    path = f"{task.index}-{owner[:16]}-{name}{writer.suffix}"
    draft = Draft(name, writer.suffix, path, digest, len(data), data)
    return draft if task.job.away else unpacked(draft, task.job)


def unpacked(draft: Draft, job: Job) -> Draft:
    """The draft with its bytes in the scratch folder; nowhere in a dry run. Raises `WriteError`."""
    path = Path(job.scratch) / draft.scratch
    if not job.dry_run:
        try:
            path.write_bytes(draft.data)
        except OSError as error:
            raise WriteError("batch.cannot-write", path=job.target, why=error.strerror) from error
    return msgspec.structs.replace(draft, scratch=str(path), data=b"")


@cache
def _style(name: str) -> Style:
    return load(name)


def _failure(
    record: str, span: Span, error: Exception, notices: tuple[Notice, ...] = ()
) -> RecordResult:
    if isinstance(error, ExporterError):
        fact = Notice(error.code, params=error.params)
        return RecordResult(record, span, "failed", notices=notices, error=fact)
    if isinstance(error, MemoryError):
        fact = Notice("batch.memory", params={"path": record})
        return RecordResult(record, span, "failed", notices=notices, error=fact)
    fact = Notice("batch.internal", params={"what": f"{type(error).__name__}: {error}"})
    trace = "".join(traceback.format_exception(error))
    return RecordResult(record, span, "failed", notices=notices, error=fact, trace=trace)


def first_numbers(name: str) -> tuple[int, int] | None:
    """What a counter of the style begins with, issue and total; ``None`` if it counts nothing."""
    letterhead = _style(name).plan.letterhead
    return (letterhead.first_issue, letterhead.first_total) if letterhead.counts else None


def stopped(task: Task, fault: Exception) -> PageResult:
    """The page whose worker died or was stopped."""
    record = RecordResult(task.source.name, NOWHERE, "failed", error=stop_notice(task, fault))
    sha256 = None if task.data is None else hashlib.sha256(task.data).hexdigest()
    return PageResult(task.index, task.source.name, sha256, (record,))


def stop_notice(task: Task, fault: Exception) -> Notice:
    """Why the work on the page ended before its time."""
    code = "batch.timeout" if isinstance(fault, TaskTimeout) else "batch.worker-died"
    return Notice(code, params={"path": task.source.name, "why": str(fault)})


def job_key(job: Job) -> str:
    """What the output depends on besides the page."""
    facts = (
        tool_digest(),
        style_digest(job.style),
        job.formats,
        job.strict,
        job.pages,
        job.annotate,
        job.summarizer,
    )
    return hashlib.sha256(repr(facts).encode()).hexdigest()


def style_digest(name: str) -> str:
    """The digest of the style's files, its parents included."""
    return _style(name).digest


@cache
def tool_digest() -> str:
    """The digest of the package's own code and data: a version number misses a checkout's edits.

    Fonts count by name and size only, they are large and change rarely.
    """
    package = Path(exporter.__file__).parent
    digest = hashlib.sha256(exporter.__version__.encode())
    for path in sorted(package.rglob("*")):
        if path.suffix in (".py", ".toml"):
            digest.update(path.read_bytes())
        elif path.suffix == ".ttf":
            digest.update(f"{path.name} {path.stat().st_size}".encode())
    return digest.hexdigest()


def check(job: Job) -> None:
    """Raises the error that every page would meet: an unknown style, format or summariser, a
    wrong style."""
    _style(job.style)
    if job.summarizer:
        summarizer.load(job.summarizer)
    for name in job.formats:
        find(name)
