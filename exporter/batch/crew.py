"""Who makes the pages: the processes of an executor, each given one page or a load of pages.

An executor near us (our own pool) keeps the limits of each page itself and shares our disk. One far
away (a cluster) is given loads: the pages' bytes go with them, the finished files come back in the
results, and the limits are kept by a process that each worker starts for it (`exporter.batch.far`).
Whatever fails a whole load is not laid on its pages: they are tried again one by one.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError, Executor, Future
from typing import NamedTuple

import msgspec

from exporter.batch.alarm import Here
from exporter.batch.far import Load, convert_far
from exporter.batch.journal import Page
from exporter.batch.model import Job, PageResult, RecordResult, Task
from exporter.batch.pool import TaskTimeout, WorkerDied
from exporter.batch.work import (
    check,
    convert_pages,
    job_key,
    number_record,
    stop_notice,
    stopped,
    unpacked,
)
from exporter.document.plan import Issue
from exporter.errors import ExporterError, WriteError
from exporter.notices import Notice

NEAR = 16
"""Pages for each of our own workers that may be under way or wait for their turn to be named: the
others have work while one of them takes long.
"""
FAR = 2
"""Loads for each worker of a cluster; their finished files are held here, 3 to 8 MB a load."""
HELD = 64 * 1024 * 1024
"""Bytes of pages (of archives, of other file systems) that may be held at a time."""
LOAD = 16
"""Pages a load: 3 to 10 s of work. A scheduler that takes a millisecond a task then keeps up with
thousands of workers, and a lost worker costs seconds.
"""
LOAD_BYTES = 2 * 1024 * 1024
LOST = 8
"""So many pages in a row that no worker brought back: there is nobody there any more."""


class Limits(NamedTuple):
    """Number of processes; seconds and bytes that a page may take (0: no limit)."""

    jobs: int
    timeout: float
    memory: int


class Step(msgspec.Struct, frozen=True):
    """A page of the run: `page` known from an earlier run, or the name of a `twin` earlier in this
    one with the same bytes, or neither: then it must be made.
    """

    task: Task
    sha256: str
    page: Page | None = None
    twin: str | None = None

    @property
    def to_make(self) -> bool:
        """Whether nothing is known of it."""
        return self.page is None and self.twin is None


class _Pending:
    """A load being filled, or under way."""

    def __init__(self) -> None:
        self.tasks: list[Task] = []
        self.size = 0
        self.future: Future[tuple[PageResult, ...]] | None = None
        self.results: tuple[PageResult, ...] | None = None

    def add(self, task: Task) -> int:
        """The place of the task in the load."""
        self.tasks.append(task)
        self.size += len(task.data or b"")
        return len(self.tasks) - 1


class Crew:
    """The workers of a run, by way of an `executor`; `limits` hold for each page.

    `far` says that they are not ours: see above. `total` is the number of pages, when it is known.
    """

    def __init__(
        self, executor: Executor, limits: Limits, *, far: bool = False, total: int | None = None
    ) -> None:
        self._executor, self._limits, self.far = executor, limits, far
        self._total = total
        self._lost = 0

    @property
    def workers(self) -> int:
        """Pages that can be made at the same time; asked again and again, a cluster may grow."""
        return max(1, int(getattr(self._executor, "workers", self._limits.jobs)))

    @property
    def _pages(self) -> int:
        """Pages a load: fewer where there are too few for all to have some."""
        if not self.far:
            return 1
        return LOAD if self._total is None else min(LOAD, -(-self._total // (2 * self.workers)))

    @property
    def _ahead(self) -> int:
        """Pages that may be under way or wait for their turn."""
        return self.workers * (FAR * self._pages if self.far else NEAR)

    # -- loads -------------------------------------------------------------------------------------

    def in_order(self, steps: Iterable[Step]) -> Iterator[tuple[Step, PageResult | None]]:
        """Each step with what came of its page, ``None`` where it was not to be made; in the order
        of the steps. A bounded number of pages is held.
        """
        waiting: deque[tuple[Step, _Pending | None, int]] = deque()
        pending, held = _Pending(), 0
        for step in steps:
            if pending.future is not None:
                pending = _Pending()
            at = pending.add(step.task) if step.to_make else 0
            waiting.append((step, pending if step.to_make else None, at))
            if len(pending.tasks) >= self._pages or pending.size >= LOAD_BYTES:
                self._send(pending)
            held += len(step.task.data or b"")
            while waiting and (len(waiting) >= self._ahead or held > HELD):
                held -= len(waiting[0][0].task.data or b"")
                yield self._next(waiting)
        self._send(pending)
        while waiting:
            yield self._next(waiting)

    def _next(
        self, waiting: deque[tuple[Step, _Pending | None, int]]
    ) -> tuple[Step, PageResult | None]:
        step, pending, at = waiting.popleft()
        return step, None if pending is None else self._results(pending)[at]

    def _send(self, pending: _Pending) -> None:
        if pending.tasks and pending.future is None:
            pending.future = self._submit(tuple(pending.tasks))

    def _submit(self, tasks: tuple[Task, ...]) -> Future[tuple[PageResult, ...]]:
        if not self.far:
            return self._executor.submit(convert_pages, tasks)
        job = tasks[0].job
        away = msgspec.structs.replace(job, scratch="", away=True)
        sent = tuple(msgspec.structs.replace(task, job=away) for task in tasks)
        limits = self._limits
        load = Load(sent, job_key(job), limits.timeout, limits.memory)
        return self._executor.submit(convert_far, load)

    def _results(self, pending: _Pending) -> tuple[PageResult, ...]:
        if pending.results is None:
            self._send(pending)
            assert pending.future is not None
            pending.results = self._awaited(pending.tasks, pending.future)
        return pending.results

    def _awaited(
        self, tasks: list[Task], future: Future[tuple[PageResult, ...]]
    ) -> tuple[PageResult, ...]:
        """The results; where the load was lost as a whole, of its pages one by one."""
        try:
            results = future.result()
        except ExporterError:
            raise
        except (Exception, CancelledError) as fault:
            if len(tasks) > 1:
                return tuple(self.make(task) for task in tasks)
            return (self._failed(tasks[0], fault),)
        self._lost = 0
        pairs = zip(tasks, results, strict=True)
        return tuple(_unpacked(task, made) if self.far else made for task, made in pairs)

    def _failed(self, task: Task, fault: BaseException) -> PageResult:
        """The page that its worker didn't bring back. Raises `WriteError` when all workers are
        gone.
        """
        if isinstance(fault, WorkerDied | TaskTimeout):
            return stopped(task, fault)
        self._lost += 1
        why = f"{type(fault).__name__}: {fault}"
        if self._lost >= LOST:
            raise WriteError("batch.engine-lost", why=why)
        return stopped(task, WorkerDied(why))

    # -- one page ----------------------------------------------------------------------------------

    def warm(self, job: Job) -> None:
        """One of our own workers gets ready before the first page comes."""
        if not self.far:
            self._executor.submit(check, job)

    def make(self, task: Task) -> PageResult:
        """What came of one page, now."""
        return self._awaited([task], self._submit((task,)))[0]

    def number(self, task: Task, record: RecordResult, issue: Issue) -> RecordResult:
        """The record that waited for its number, with its files: made near us, since the next one
        waits for it.
        """
        near = Here(self._limits.timeout, self._limits.memory) if self.far else self._executor
        try:
            made: RecordResult = near.submit(number_record, task, record, issue).result()
        except (WorkerDied, TaskTimeout) as fault:
            error = stop_notice(task, fault)
            return RecordResult(record.record, record.span, "failed", error=error)
        return made


def _unpacked(task: Task, page: PageResult) -> PageResult:
    """The page with its files in the scratch folder of this run."""
    records = []
    for record in page.records:
        try:
            drafts = tuple(unpacked(draft, task.job) for draft in record.drafts)
            records.append(msgspec.structs.replace(record, drafts=drafts))
        except WriteError as error:
            fact = Notice(error.code, params=error.params)
            failed = msgspec.structs.replace(record, status="failed", drafts=(), error=fact)
            records.append(failed)
    return msgspec.structs.replace(page, records=tuple(records))
