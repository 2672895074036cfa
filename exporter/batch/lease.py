"""Which run has a place: one at a time, whatever machine it is on.

A run raises a flag, an object of its own name, and then looks for those of others (the flag
principle; Lamport 1974): of two that start at once at least one sees the other, takes its flag down
and tries again a moment later. So no write needs to be conditional, which many servers of S3 can't
do or don't heed; all that is asked is that a listing shows what was put before it, as S3 (since
2020), Google's and Azure's stores promise.

A flag is good for `LEASE` seconds and is renewed while its run lives; that of a killed run is
passed over then, at once on the same machine. Ages are told by the store's own clock, from the
times that it notes: a clock of ours may be wrong. A run that slept longer than its flag was good
must raise it again, as at the start, before it writes anything.
"""

from __future__ import annotations

import os
import random
import socket
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec

from exporter.batch.remote import Remote
from exporter.errors import SourceError, UsageError, WriteError

LEASE = 120.0
"""Seconds that a flag is good for; renewed three times in that."""
TRUSTED = 90.0
"""Seconds after which a run doesn't trust its own flag any more: less, since the times that a store
notes may be whole seconds, and clocks run at their own pace.
"""
NEVER = float("-inf")
TRIES = 6
PAUSE = 1.0
"""Seconds at most between two of them, by chance."""


class Flag(msgspec.Struct, frozen=True):
    """Whose it is: the host's name, for people; what tells whether a number of a process means the
    same there as here; that number; whether the run has the place, or is asking.
    """

    host: str
    machine: str
    process: int
    held: bool


class _Other(NamedTuple):
    """The flag of another run, where it is, and the seconds for which it is still good."""

    flag: Flag
    path: str
    left: float


class Lease:
    """A flag in a `folder` of the place."""

    def __init__(self, place: Remote, folder: str) -> None:
        self._place, self._folder = place, folder
        self._mine = f"{folder}/{uuid.uuid4().hex}.json"
        self._renewed = NEVER
        self._lock = threading.Lock()
        self._over = threading.Event()
        self._renewer = threading.Thread(target=self._go_on_renewing, daemon=True)

    def take(self) -> None:
        """The place is ours. Raises `UsageError` when another run has it, `WriteError` when nothing
        can be written there.
        """
        for left in reversed(range(TRIES)):
            other = self._asked()
            if other is None:
                break
            if other.flag.held or not left:
                raise self._taken(other)
            time.sleep(random.uniform(0, PAUSE))
        for path, _ in self._others():
            self._place.remove(path)
        self._renewer.start()

    def release(self) -> None:
        """It is ours no more."""
        self._over.set()
        if self._renewer.ident is not None:
            self._renewer.join()
        self._place.remove(self._mine)

    def check(self) -> None:
        """Comes back if the place is still ours: to be called before each write. Raises
        `WriteError` when another run took it while this one slept.
        """
        if _now() - self._renewed <= TRUSTED:
            return
        with self._lock:
            if _now() - self._renewed > TRUSTED and (other := self._asked()) is not None:
                facts = {"host": other.flag.host, "process": other.flag.process}
                raise WriteError("batch.store-lost", path=self._place.url, **facts)

    def _asked(self) -> _Other | None:
        """The flag of a run that keeps us away; ``None`` when the place is ours now."""
        self._put(held=False)
        for path, flag in self._others():
            if (left := self._left(path, flag)) > 0:
                self._place.remove(self._mine)
                self._renewed = NEVER
                return _Other(flag, path, left)
        self._put(held=True)
        return None

    def _put(self, *, held: bool) -> None:
        now = _now()
        flag = Flag(socket.gethostname(), _machine(), os.getpid(), held)
        self._place.put(self._mine, msgspec.json.encode(flag))
        self._renewed = now

    def _others(self) -> Iterator[tuple[str, Flag]]:
        """Every flag but ours. One that can't be read is of a run that has it down just now."""
        try:
            found = [entry.path for entry in self._place.files(self._folder)]
        except SourceError as error:
            raise WriteError(error.code, **error.params) from error
        for path in found:
            with suppress(SourceError, msgspec.MsgspecError):
                if path != self._mine and path.endswith(".json"):
                    yield path, msgspec.json.decode(self._place.read(path), type=Flag)

    def _left(self, path: str, flag: Flag) -> float:
        if flag.machine == _machine() and _is_dead(flag.process):
            return 0
        try:
            age = self._place.modified(self._mine) - self._place.modified(path)
        except WriteError:  # it was taken down just now, or this store tells no times
            return LEASE
        return LEASE - age

    def _taken(self, other: _Other) -> UsageError:
        return UsageError(
            "batch.store-taken",
            path=self._place.url,
            host=other.flag.host,
            process=other.flag.process,
            seconds=round(other.left),
            mark=self._place.name(other.path),
        )

    def _go_on_renewing(self) -> None:
        while not self._over.wait(LEASE / 3):
            with self._lock, suppress(WriteError):  # the run itself will meet it, if it lasts
                if _now() - self._renewed <= TRUSTED:
                    self._put(held=True)


def _now() -> float:
    """Seconds that go on while the machine sleeps, where there is such a clock."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


def _machine() -> str:
    """What has the same numbers for the same processes: a kernel since its start, and in it a
    container; containers of one host may bear one name.
    """
    with suppress(OSError):
        boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
        return f"{boot} {os.readlink('/proc/self/ns/pid')}"
    return socket.gethostname()


def _is_dead(process: int) -> bool:
    """Whether there is no such process here."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False
