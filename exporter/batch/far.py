"""A load of pages made by a worker that is not ours, on this machine or another.

The worker's process may not be limited or killed by us, so it starts one of ours and lets that make
the pages: a page that loops, crashes or eats memory fails alone there too. It ends with the worker.
Results must be those that we would make: a worker with another version of exporter, or of the
style, refuses the load.
"""

from __future__ import annotations

import multiprocessing
import socket
import threading

import msgspec

from exporter.batch.model import PageResult, Task
from exporter.batch.pool import Pool, TaskTimeout, WorkerDied
from exporter.batch.work import convert_page, job_key, stopped
from exporter.errors import WriteError

MOST = 256
"""Pages that one worker may make at the same time, one for each of its threads."""


class Load(msgspec.Struct, frozen=True):
    """Pages with all that they are made from; `key` is what the sender would make them with."""

    tasks: tuple[Task, ...]
    key: str
    timeout: float
    memory: int


def convert_far(load: Load) -> tuple[PageResult, ...]:
    """What came of each page. Raises `WriteError` when it would not be what the sender makes, or
    what is wrong with the style here.
    """
    if job_key(load.tasks[0].job) != load.key:
        raise WriteError("batch.engine-differs", host=socket.gethostname())
    guard = _guard(load.timeout, load.memory)
    return tuple(_one(task, guard) for task in load.tasks)


def _one(task: Task, guard: Pool) -> PageResult:
    try:
        made: PageResult = guard.submit(convert_page, task).result()
    except (WorkerDied, TaskTimeout) as fault:
        return stopped(task, fault)
    return made


_guards: dict[tuple[float, int], Pool] = {}
_lock = threading.Lock()


def _guard(timeout: float, memory: int) -> Pool:
    """The pool of this worker, with a process for each of its threads that asks."""
    with _lock:
        if (timeout, memory) not in _guards:
            # a worker of Dask's is a daemon, and a daemon may have no children (multiprocessing);
            # ours ends by itself when its pipe does
            multiprocessing.current_process().daemon = False
            _guards[timeout, memory] = Pool(MOST, timeout=timeout, memory=memory)
        return _guards[timeout, memory]
