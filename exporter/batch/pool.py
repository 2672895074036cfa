"""A pool of processes that a bad page can't break: an `Executor` with limits for each task.

A task that runs longer than `timeout` seconds, eats more than `memory` bytes of address space, or
takes its process down (a crash of the interpreter, a kill) fails alone, with `WorkerDied` or
`TaskTimeout`; its process is replaced and the others go on. ``ProcessPoolExecutor`` fails all
pending work when one process dies, and can't end a task that loops (its documentation:
``BrokenProcessPool``).
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, NamedTuple

START = 120.0
"""Seconds that a new process may take until its first task begins; they are not the task's."""
SPAWN = multiprocessing.get_context("spawn")
"""A forked child would inherit locks and open files of whoever embeds us."""


class WorkerDied(Exception):
    """The process of the task ended before the task did."""


class TaskTimeout(Exception):
    """The task ran longer than allowed and was stopped."""


class _Order(NamedTuple):
    future: Future[Any]
    call: tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]


class _Worker:
    """A process, the pipe to it, and what it is working at."""

    def __init__(self, memory: int) -> None:
        self.pipe, theirs = SPAWN.Pipe()
        self.process: BaseProcess = SPAWN.Process(target=_serve, args=(theirs, memory), daemon=True)
        self.process.start()
        theirs.close()
        self.order: _Order | None = None
        self.deadline = float("inf")
        self._fresh = True

    def begin(self, order: _Order, timeout: float) -> None:
        self.order = order
        self.deadline = time.monotonic() + timeout + (START if self._fresh else 0)
        # a worker that died idle is seen by its pipe in the next round
        with contextlib.suppress(OSError):
            self.pipe.send(order.call)

    def started(self, timeout: float) -> None:
        """It has imported what its first task needs, and begins with it."""
        self._fresh = False
        self.deadline = time.monotonic() + timeout

    def end(self) -> _Order | None:
        """The order that was under way; the worker is idle again."""
        order, self.order, self.deadline = self.order, None, float("inf")
        return order

    def kill(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


class Pool(Executor):
    """`workers` processes; `timeout` seconds and `memory` bytes a task (0: no limit)."""

    def __init__(self, workers: int, *, timeout: float = 0, memory: int = 0) -> None:
        self._timeout = timeout or float("inf")
        self._memory = memory
        self.workers = workers
        self._orders: deque[_Order] = deque()
        self._lock = threading.Lock()
        self._closing = False
        self._ear, self._bell = SPAWN.Pipe(duplex=False)
        self._thread = threading.Thread(target=self._manage, name="exporter-pool", daemon=True)
        self._thread.start()

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """A future of ``fn(*args, **kwargs)``; all of it must pickle."""
        future: Future[Any] = Future()
        with self._lock:
            if self._closing:
                raise RuntimeError("the pool is shut down")
            self._orders.append(_Order(future, (fn, args, kwargs)))
            self._bell.send_bytes(b"!")
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Ends the workers: after the work in hand, or at once when `cancel_futures`."""
        with self._lock:
            if cancel_futures:
                while self._orders:
                    self._orders.popleft().future.cancel()
            self._abandon = cancel_futures
            if not self._closing:
                self._closing = True
                self._bell.send_bytes(b".")
        if wait:
            self._thread.join()

    _abandon = False

    # -- the managing thread -----------------------------------------------------------------------

    def _manage(self) -> None:
        workers: list[_Worker] = []
        with deaf():
            try:
                while self._go_on(workers):
                    self._hand_out(workers)
                    self._listen(workers)
            finally:
                for worker in list(workers):
                    self._lose(worker, workers, WorkerDied("stopped"))

    def _go_on(self, workers: list[_Worker]) -> bool:
        if not self._closing:
            return True
        busy = any(worker.order for worker in workers)
        return not self._abandon and (busy or bool(self._orders))

    def _hand_out(self, workers: list[_Worker]) -> None:
        while True:
            with self._lock:
                if not self._orders:
                    return
                idle = next((w for w in workers if w.order is None), None)
                if idle is None and len(workers) >= self.workers:
                    return
                order = self._orders.popleft()
            if order.future.set_running_or_notify_cancel():
                if idle is None:
                    idle = _Worker(self._memory)
                    workers.append(idle)
                idle.begin(order, self._timeout)

    def _listen(self, workers: list[_Worker]) -> None:
        """Waits for a result, a death, a deadline or a new order, and deals with it."""
        nearest = min((w.deadline for w in workers), default=float("inf"))
        limit = None if nearest == float("inf") else max(0.0, nearest - time.monotonic())
        pipes: dict[object, _Worker] = {worker.pipe: worker for worker in workers}
        for ready in wait([self._ear, *(w.pipe for w in workers)], limit):
            if ready is self._ear:
                self._ear.recv_bytes()
            else:
                self._hear(pipes[ready], workers)
        now = time.monotonic()
        for worker in [w for w in workers if w.deadline <= now]:
            self._lose(worker, workers, TaskTimeout(f"{self._timeout:g} s"))

    def _hear(self, worker: _Worker, workers: list[_Worker]) -> None:
        try:
            good, value = worker.pipe.recv()
        except (EOFError, OSError):
            worker.process.join()
            self._lose(worker, workers, WorkerDied(str(worker.process.exitcode)))
            return
        if good is None:
            worker.started(self._timeout)
            return
        order = worker.end()
        if order is not None and good:
            order.future.set_result(value)
        elif order is not None:
            order.future.set_exception(value)

    def _lose(self, worker: _Worker, workers: list[_Worker], why: Exception) -> None:
        workers.remove(worker)
        worker.kill()
        if (order := worker.end()) is not None:
            order.future.set_exception(why)


@contextlib.contextmanager
def deaf() -> Iterator[None]:
    """Ctrl-C goes to the whole group of processes, and who started us decides what ends. Threads
    and processes started within inherit the mask of this thread, so that none is stopped before it
    can ignore the signal itself; a Ctrl-C of that time is met at the end.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # multiprocessing starts its tracker with the first process, and takes the mask off again
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(pipe: Connection, memory: int) -> None:
    """The life of a worker: calls in, results out, until the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow, name="exporter-follow", daemon=True).start()
    if memory:
        limit(memory)
    fresh = True
    while True:
        try:
            fn, args, kwargs = pipe.recv()
        except EOFError:
            return
        if fresh:
            pipe.send((None, None))
            fresh = False
        try:
            answer = (True, fn(*args, **kwargs))
        except Exception as error:
            answer = (False, error)
        with contextlib.suppress(BrokenPipeError):  # who asked is gone; the next round ends
            pipe.send(answer)


def _follow() -> None:
    """Ends this process when the one that started it is gone, whatever a page is at."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def limit(memory: int) -> int:
    """At most so many bytes of address space for this process from now on, where the system has
    such a limit; what held before comes back (-1: nothing did).
    """
    try:
        import resource
    except ImportError:
        return -1
    before, hard = resource.getrlimit(resource.RLIMIT_AS)
    with contextlib.suppress(ValueError, OSError):  # macOS names the limit and refuses it
        resource.setrlimit(resource.RLIMIT_AS, (memory if hard < 0 else min(memory, hard), hard))
    return before
