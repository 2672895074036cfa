"""Many pages: in our own process or side by side in others; the same order and the same files.

A worker makes files without names; naming and renaming are done here, in the order of the sources,
so that the tree does not depend on which worker was first. Pages that an earlier run finished are
reported from the journal and not made again.
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future

import msgspec

from exporter.batch.model import Job, Output, PageResult, RecordResult, ReportLine, Task
from exporter.batch.pool import TaskTimeout, WorkerDied
from exporter.batch.shelf import Shelf
from exporter.batch.sources import Source, read_bytes
from exporter.batch.work import NOWHERE, convert_page, style_digest, tool_digest
from exporter.errors import ExporterError, WriteError
from exporter.messages import Language, render
from exporter.notices import Notice

AHEAD = 4
"""Pages per worker that may be under way or wait for their turn to be named."""


class Step(msgspec.Struct, frozen=True):
    """A page of the run: either `lines` known from an earlier run, or a `task` for a worker."""

    source: Source
    sha256: str
    lines: tuple[ReportLine, ...] | None
    task: Task | None


def convert(
    sources: Iterable[Source], job: Job, shelf: Shelf, pool: Executor | None, language: Language
) -> Iterator[ReportLine]:
    """A report line for each record, in the order of the sources, as it is done.

    `job.scratch` is filled in from the shelf, which must be open. Without a `pool` the pages are
    made in this process, one after the other.
    """
    job = msgspec.structs.replace(job, scratch=shelf.scratch)
    key = _key(job)
    steps = (_step(index, source, job, shelf, key) for index, source in enumerate(sources))
    for step, result in _in_turn(steps) if pool is None else _side_by_side(steps, pool):
        if result is None:
            yield from step.lines or ()
            continue
        lines = tuple(_report(result, record, shelf, language) for record in result.records)
        shelf.remember(step.source.name, result.sha256 or step.sha256, key, lines)
        yield from lines


def _key(job: Job) -> str:
    """What the output depends on besides the page."""
    facts = (tool_digest(), style_digest(job.style), job.formats, job.strict, job.pages)
    return hashlib.sha256(repr(facts).encode()).hexdigest()


def _step(index: int, source: Source, job: Job, shelf: Shelf, key: str) -> Step:
    try:
        data = read_bytes(source)
    except ExporterError:
        return Step(source, "", None, Task(index, source, job))
    sha256 = hashlib.sha256(data).hexdigest()
    lines = shelf.finished(source.name, sha256, key)
    if lines is not None:
        return Step(source, sha256, lines, None)
    carried = None if source.member is None else data
    return Step(source, sha256, None, Task(index, source, job, carried))


def _in_turn(steps: Iterable[Step]) -> Iterator[tuple[Step, PageResult | None]]:
    for step in steps:
        yield step, None if step.task is None else convert_page(step.task)


def _side_by_side(
    steps: Iterable[Step], pool: Executor
) -> Iterator[tuple[Step, PageResult | None]]:
    """Results in order of the steps; a bounded number of pages is held."""
    waiting: deque[tuple[Step, Future[PageResult] | None]] = deque()
    ahead = AHEAD * int(getattr(pool, "workers", 1))
    for step in steps:
        future = None if step.task is None else pool.submit(convert_page, step.task)
        waiting.append((step, future))
        if len(waiting) >= ahead:
            yield _next(waiting)
    while waiting:
        yield _next(waiting)


def _next(
    waiting: deque[tuple[Step, Future[PageResult] | None]],
) -> tuple[Step, PageResult | None]:
    step, future = waiting.popleft()
    if future is None or step.task is None:
        return step, None
    try:
        return step, future.result()
    except (WorkerDied, TaskTimeout) as fault:
        code = "batch.worker-died" if isinstance(fault, WorkerDied) else "batch.timeout"
        error = Notice(code, params={"path": step.source.name, "why": str(fault)})
        record = RecordResult(step.source.name, NOWHERE, "failed", error=error)
        return step, PageResult(step.task.index, step.source.name, step.sha256, (record,))


def _report(page: PageResult, record: RecordResult, shelf: Shelf, language: Language) -> ReportLine:
    """The record's line, its files put in their place first."""
    outputs: tuple[Output, ...] = ()
    status, error = record.status, record.error
    if status == "done":
        try:
            outputs, changed = shelf.place(page.source, record)
            status = "done" if changed else "unchanged"
        except WriteError as refusal:
            status, error = "failed", Notice(refusal.code, params=refusal.params)
    return ReportLine(
        source=page.source,
        sha256=page.sha256,
        record=record.record,
        span=record.span,
        status=status,
        title=record.title,
        date=record.date,
        outputs=outputs,
        notices=record.notices,
        error=None if error is None else render(error, language),
        error_code=None if error is None else error.code,
        seconds=round(page.seconds, 3),
        trace=record.trace,
    )
