"""A folder of our own disk: files are renamed into their place, the journal is appended to."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, BinaryIO

from exporter.batch.store import STATE
from exporter.errors import UsageError, WriteError

JOURNAL = "journal.jsonl"
SCRATCH = "run-"


class LocalStore:
    """The store in `folder`, which is made at the start of a run."""

    window = 1

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._state = folder / STATE
        self.shown = str(folder)
        self._scratch = ""
        self._lock: IO[bytes] | None = None
        self._file: BinaryIO | None = None

    def start(self) -> str:
        """The folder is made and locked, the scratch of killed runs removed."""
        with self._refusals(self._folder):
            self._state.mkdir(parents=True, exist_ok=True)
            self._refuse_links()
            self._lock = _lock(self._state)
            for left in self._state.glob(f"{SCRATCH}*"):
                shutil.rmtree(left, ignore_errors=True)
            self._scratch = tempfile.mkdtemp(prefix=SCRATCH, dir=self._state)
            self._file = (self._state / JOURNAL).open("ab")
            if self._file.tell():
                self._file.write(b"\n")  # closes off the torn last line of a killed run
        return self._scratch

    def _refuse_links(self) -> None:
        """What we append to or empty must not be a link to a file elsewhere."""
        for path in (self._state, *self._state.iterdir()):
            if path.is_symlink():
                raise WriteError("batch.linked", path=path)

    def stop(self) -> None:
        """The scratch goes, then the lock."""
        if self._file is not None:
            self._file.close()
        shutil.rmtree(self._scratch, ignore_errors=True)
        if self._lock is not None:
            self._lock.close()

    def size(self, name: str) -> int | None:
        """By a look at the disk; what can't be looked at is not there."""
        try:
            return (self._folder / name).stat().st_size
        except OSError:
            return None

    def digest(self, name: str) -> str | None:
        """By reading it."""
        path = self._folder / name
        try:
            with path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise _refused(path, error) from error

    def put(self, name: str, scratch: Path) -> None:
        """By a rename, which is atomic (POSIX rename)."""
        path = self._folder / name
        with self._refusals(path):
            os.replace(scratch, path)

    def state(self) -> Iterator[bytes]:
        """The journal's lines."""
        path = self._state / JOURNAL
        with self._refusals(self._folder):
            if path.is_file():
                with path.open("rb") as lines:
                    yield from lines

    def note(self, line: bytes) -> None:
        """Appended and handed to the system: it outlives this process."""
        assert self._file is not None
        with self._refusals(self._folder):
            self._file.write(line + b"\n")
            self._file.flush()

    def commit(self) -> None:
        """Every line is safe when `note` comes back."""

    def settle(self, lines: Iterable[bytes]) -> None:
        """The journal written anew and renamed. Where the disk is full, it stays as it was appended
        to: as true, only not in order.
        """
        assert self._file is not None
        unfinished = Path(self._scratch) / JOURNAL
        with suppress(OSError):
            self._file.close()
            with unfinished.open("wb") as file:
                file.writelines(line + b"\n" for line in lines)
            os.replace(unfinished, self._state / JOURNAL)

    def load(self, name: str) -> bytes:
        """By reading it."""
        path = self._state / name
        with self._refusals(path):
            return path.read_bytes() if path.is_file() else b""

    def append(self, name: str, data: bytes) -> None:
        """Forced to the disk."""
        with self._refusals(self._folder), (self._state / name).open("ab") as file:
            _force(file, data)

    def save(self, name: str, data: bytes) -> None:
        """By way of another name."""
        unfinished = self._state / f"{name}.part"
        with self._refusals(self._folder):
            with unfinished.open("wb") as file:
                _force(file, data)
            os.replace(unfinished, self._state / name)

    @contextmanager
    def _refusals(self, path: Path) -> Iterator[None]:
        """What the system refuses is a `WriteError` that names the path."""
        try:
            yield
        except OSError as error:
            raise _refused(path, error) from error


def _force(file: BinaryIO, data: bytes) -> None:
    file.write(data)
    file.flush()
    os.fsync(file.fileno())


def _lock(state: Path) -> IO[bytes] | None:
    """The folder's lock, held until it is closed or we die; ``None`` where there are no such locks.

    Raises `UsageError` when another run holds it.
    """
    try:
        import fcntl
    except ImportError:
        return None
    file = (state / "lock").open("wb")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        file.close()
        raise UsageError("batch.locked", path=state.parent) from error
    return file


def _refused(path: Path, error: OSError) -> WriteError:
    return WriteError("batch.cannot-write", path=path, why=error.strerror or error)
