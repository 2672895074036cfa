"""Many pages: one after the other, or side by side in processes; the same order and the same files.

A worker makes files without names; naming and renaming are done here, in the order of the sources,
so that the tree does not depend on which worker was first. A worker that dies takes only its page
along: the page is tried once more alone and then reported, and the pool is made anew.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

import msgspec

from exporter.batch.model import Job, Output, PageResult, RecordResult, ReportLine, Task
from exporter.batch.shelf import Shelf
from exporter.batch.sources import Source
from exporter.batch.work import NOWHERE, convert_page
from exporter.errors import WriteError
from exporter.messages import Language, render
from exporter.notices import Notice

AHEAD = 4
"""Pages per worker that may be under way or wait for their turn to be named."""


def convert(
    sources: Iterable[Source], job: Job, shelf: Shelf, jobs: int, language: Language
) -> Iterator[ReportLine]:
    """A report line for each record, in the order of the sources, as it is done.

    `job.scratch` is filled in from the shelf, which must be open.
    """
    job = msgspec.structs.replace(job, scratch=shelf.scratch)
    tasks = (Task(index, source, job) for index, source in enumerate(sources))
    results = map(convert_page, tasks) if jobs == 1 else _side_by_side(tasks, jobs)
    for result in results:
        for record in result.records:
            yield _report(result, record, shelf, language)


def _side_by_side(tasks: Iterable[Task], jobs: int) -> Iterator[PageResult]:
    """Results in order; at most `AHEAD` pages per worker are held."""
    waiting: deque[tuple[Task, Future[PageResult]]] = deque()
    pool = _pool(jobs)
    try:
        for task in tasks:
            waiting.append((task, pool.submit(convert_page, task)))
            if len(waiting) >= jobs * AHEAD:
                pool, result = _next(waiting, pool, jobs)
                yield result
        while waiting:
            pool, result = _next(waiting, pool, jobs)
            yield result
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _next(
    waiting: deque[tuple[Task, Future[PageResult]]], pool: ProcessPoolExecutor, jobs: int
) -> tuple[ProcessPoolExecutor, PageResult]:
    task, future = waiting.popleft()
    try:
        return pool, future.result()
    except BrokenProcessPool:
        pool.shutdown(wait=False, cancel_futures=True)
        result = _alone(task)
        fresh = _pool(jobs)
        again = [(task, fresh.submit(convert_page, task)) for task, _ in waiting]
        waiting.clear()
        waiting.extend(again)
        return fresh, result


def _alone(task: Task) -> PageResult:
    """The page in a process of its own; one that dies again is reported as the culprit."""
    with _pool(1) as pool:
        try:
            return pool.submit(convert_page, task).result()
        except BrokenProcessPool:
            error = Notice("batch.worker-died", params={"path": task.source.name})
            record = RecordResult(task.source.name, NOWHERE, "failed", error=error)
            return PageResult(task.index, task.source.name, None, (record,))


def _pool(jobs: int) -> ProcessPoolExecutor:
    # spawn: a forked child would inherit locks and open files of whoever embeds us
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"))


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
