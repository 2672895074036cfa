"""Limits of time and memory for work in our own process, where no worker can be killed for it."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from types import FrameType
from typing import Any

from exporter.batch.pool import TaskTimeout, limit


class _Alarm(BaseException):
    """Not an `Exception`: what keeps a page's failures to itself must not swallow it."""


@contextmanager
def alarm(seconds: float) -> Iterator[None]:
    """Raises `TaskTimeout` when the body takes longer; 0 is no limit.

    Without effect where the system has no interval timer (Windows) and outside of the main thread,
    where Python runs no signal handlers.
    """
    main = threading.current_thread() is threading.main_thread()
    if not seconds or not main or not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    except _Alarm:
        raise TaskTimeout(f"{seconds:g} s") from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise _Alarm


class Here(Executor):
    """Work done at once in our own process, within `timeout` seconds and `memory` bytes of address
    space (0: no limit).

    For a run of a single page, which would only wait for a worker to start.
    """

    workers = 1

    def __init__(self, timeout: float, memory: int = 0) -> None:
        self._timeout, self._memory = timeout, memory

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """The finished future of the call."""
        future: Future[Any] = Future()
        before = limit(self._memory) if self._memory else None
        try:
            with alarm(self._timeout):
                future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        finally:
            if before is not None:
                limit(before)
        return future
