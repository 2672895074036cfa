"""A place in another file system, an object store above all: files put whole, state in pieces.

Objects can't be appended to and waiting for each is slow. So the files of some pages are put side
by side, and lines of state are gathered into a numbered object for each `commit`; at the end all
are merged into one. Before the files of a batch are put, what will be put is noted as planned;
after they all are there, as done. A run killed in between finds its files by what was planned.

Another run is kept away by a flag (`exporter.batch.lease`).
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from exporter.batch.lease import Lease
from exporter.batch.remote import opened
from exporter.batch.store import STATE
from exporter.errors import UsageError, WriteError

JOURNAL = "journal.jsonl"
PIECES = "journal"
FLAGS = "flags"
READ_ONLY = frozenset({"zip", "tar", "libarchive", "http", "https", "github", "git", "data"})
"""File systems that can't be written, or not so that a killed run leaves whole files."""


class RemoteStore:
    """The store at a URL. Raises `UsageError` for one that can only be read."""

    window = 64

    def __init__(self, url: str) -> None:
        scheme = url.partition("://")[0].lower()
        if scheme in READ_ONLY:
            raise UsageError("batch.read-only-store", scheme=scheme)
        self._place = opened(url)
        self.shown = self._place.url
        self._scratch = ""
        self._lines: list[bytes] = []
        self._pieces: list[str] = []
        self._number = 0
        self._sizes: dict[str, int] | None = None
        self._lease = Lease(self._place, self._path(FLAGS))

    def _path(self, *parts: str) -> str:
        return self._place.path("/".join((STATE, *parts)))

    # -- a run -------------------------------------------------------------------------------------

    def start(self) -> str:
        """Raises the flag, which shows too that writing is allowed."""
        try:
            self._lease.take()
        except WriteError as error:
            raise WriteError(error.code, **{**error.params, "path": self.shown}) from error
        self._scratch = tempfile.mkdtemp(prefix="exporter-")
        return self._scratch

    def stop(self) -> None:
        """The scratch goes, then the flag."""
        shutil.rmtree(self._scratch, ignore_errors=True)
        self._lease.release()

    # -- files -------------------------------------------------------------------------------------

    def size(self, name: str) -> int | None:
        """From one listing of the place, and what was put since."""
        if self._sizes is None:
            self._sizes = self._listed()
        return self._sizes.get(name)

    def _listed(self) -> dict[str, int]:
        top = len(self._place.path("x")) - 1
        return {entry.path[top:]: entry.size for entry in self._place.files(self._place.root)}

    def digest(self, name: str) -> str | None:
        """By reading it; what is not there costs one question."""
        return self._place.digest(self._place.path(name))

    def put(self, name: str, scratch: Path) -> None:
        """By one put."""
        self._lease.check()
        size = scratch.stat().st_size
        self._place.put_file(self._place.path(name), scratch)
        scratch.unlink()
        if self._sizes is not None:
            self._sizes[name] = size

    # -- state -------------------------------------------------------------------------------------

    def state(self) -> Iterator[bytes]:
        """Of the merged journal, then of the pieces that a killed run left."""
        journal = self._path(JOURNAL)
        if self._place.size(journal) is not None:
            yield from self._place.lines(journal)
        folder = self._path(PIECES)
        if self._place.size(folder) is None:
            return
        self._pieces = [entry.path for entry in self._place.below(folder)]
        for path in self._pieces:
            self._number = int(path.rpartition("/")[2].partition(".")[0]) + 1
            yield from self._place.lines(path)

    def note(self, line: bytes) -> None:
        """Held until `commit`."""
        self._lines.append(line)

    def commit(self) -> None:
        """The lines held, as an object of their own."""
        if not self._lines:
            return
        self._lease.check()
        path = self._path(PIECES, f"{self._number:08}.jsonl")
        self._place.put(path, b"".join(line + b"\n" for line in self._lines))
        self._pieces.append(path)
        self._number += 1
        self._lines.clear()

    def settle(self, lines: Iterable[bytes]) -> None:
        """All in one object; then the pieces go, the oldest first, so that those left by a run
        killed here still end in the same state.
        """
        self._lease.check()
        whole = Path(self._scratch) / JOURNAL
        with whole.open("wb") as file:
            file.writelines(line + b"\n" for line in lines)
        self._place.put_file(self._path(JOURNAL), whole)
        self._lines.clear()
        for path in self._pieces:
            self._place.remove(path)
        self._pieces.clear()

    def load(self, name: str) -> bytes:
        """By reading it."""
        path = self._path(name)
        return b"" if self._place.size(path) is None else self._place.read(path)

    def append(self, name: str, data: bytes) -> None:
        """By reading it and putting the whole: for files that few lines are added to."""
        self.save(name, self.load(name) + data)

    def save(self, name: str, data: bytes) -> None:
        """By one put."""
        self._lease.check()
        self._place.put(self._path(name), data)
