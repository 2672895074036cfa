"""What was done in an output folder, so that a later run does only what is missing or changed.

The state of a store (``OUT/.exporter/journal.jsonl`` on a disk) has three kinds of lines: a file
that was put in its place; a page whose files are all in place, with the digest of its bytes, the
key of what it was made with (style and its parents, formats, version), its report lines, and what
is kept of each record; and, where files are put many at a time, a page whose files are about to be.
The first two are written after what they tell of, so the journal is never ahead of the files; the
torn last line of a killed run is passed over, and its page is made again, byte for byte the same.
A planned page claims nothing: its files are compared with the plan before it counts as done. At a
clean end the state is written anew, sorted: the same whatever way the run went.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from typing import IO

import msgspec

from exporter.batch.model import Keepsake, Output, ReportLine
from exporter.batch.store import Store


class File(msgspec.Struct, frozen=True, tag="file"):
    """A file that we wrote for `owner` (``source#record``): its name, sha256, size in bytes."""

    path: str
    owner: str
    sha256: str
    size: int


class Page(msgspec.Struct, frozen=True, tag="page"):
    """A finished page. `lines` have no seconds: they are the same for every run. `kept` is of the
    records of `lines`, in their order.
    """

    source: str
    sha256: str
    key: str
    lines: tuple[ReportLine, ...]
    kept: tuple[Keepsake, ...] = ()

    @property
    def files(self) -> tuple[File, ...]:
        """The files of all its records."""
        return tuple(
            File(output.path, line.owner, output.sha256, output.size)
            for line in self.lines
            for output in line.outputs
        )


class Plan(msgspec.Struct, frozen=True, tag="plan"):
    """A page whose files are about to be put in their place."""

    page: Page


class _Name(msgspec.Struct, frozen=True, tag="page"):
    """What a page is found by."""

    source: str
    key: str


class _Spool:
    """Lines kept in a nameless file, not in memory; each is found by its place: offset, size."""

    def __init__(self) -> None:
        self._file: IO[bytes] | None = None
        self._end = 0

    def add(self, line: bytes) -> tuple[int, int]:
        """The place of the line from now on."""
        if self._file is None:
            self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by `close`
        self._file.seek(self._end)
        self._file.write(line)
        place = (self._end, len(line))
        self._end += len(line)
        return place

    def line(self, place: tuple[int, int]) -> bytes:
        """The line at a place."""
        assert self._file is not None
        offset, size = place
        self._file.seek(offset)
        return self._file.read(size)

    def close(self) -> None:
        """The lines are gone."""
        if self._file is not None:
            self._file.close()


class Journal:
    """The journal of one store: `read`, then `add` and `plan`, then `close`."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._spool = _Spool()
        self._pages: dict[tuple[str, str], tuple[int, int]] = {}
        self._plans: dict[tuple[str, str], Page] = {}
        self.files: dict[str, File] = {}

    def read(self) -> None:
        """Takes in what earlier runs left; lines that can't be read count as not done. Pages are
        spooled as they stand and decoded when asked for: a run looks at each once.
        """
        for line in self._store.state():
            try:
                entry = msgspec.json.decode(line, type=File | Plan | _Name)
            except msgspec.MsgspecError:
                continue
            if isinstance(entry, File):
                self.files[entry.path] = entry
            elif isinstance(entry, Plan):
                self._plans[entry.page.source, entry.page.key] = entry.page
            else:
                self._pages[entry.source, entry.key] = self._spool.add(line.strip())
                self._plans.pop((entry.source, entry.key), None)

    def page(self, source: str, sha256: str, key: str) -> Page | None:
        """The page, if it was finished from the same bytes with the same key, and none of its files
        was written over since.
        """
        place = self._pages.get((source, key))
        if place is None:
            return None
        try:
            page = msgspec.json.decode(self._spool.line(place), type=Page)
        except msgspec.MsgspecError:
            return None
        if page.sha256 != sha256 or len(page.kept) != len(page.lines):
            return None
        return page if all(self._stands(o) for line in page.lines for o in line.outputs) else None

    def planned(self, source: str, sha256: str, key: str) -> Page | None:
        """The page as a killed run planned it, from the same bytes with the same key."""
        page = self._plans.get((source, key))
        return None if page is None or page.sha256 != sha256 else page

    def claims(self) -> Iterator[File]:
        """The files of all plans that were not seen through: ours, if they came to be."""
        for page in self._plans.values():
            yield from page.files

    def _stands(self, output: Output) -> bool:
        file = self.files.get(output.path)
        return file is not None and file.sha256 == output.sha256

    def plan(self, pages: Iterable[Page]) -> None:
        """Notes that the files of these pages will be put, before the first of them is."""
        for page in pages:
            if page.files:
                self._plans[page.source, page.key] = page
                self._store.note(msgspec.json.encode(Plan(page)))
        self._store.commit()

    def add(self, entry: File | Page) -> None:
        """Remember a file that is in its place, or a page whose files all are."""
        line = msgspec.json.encode(entry)
        if isinstance(entry, File):
            self.files[entry.path] = entry
        else:
            self._pages[entry.source, entry.key] = self._spool.add(line)
            self._plans.pop((entry.source, entry.key), None)
        self._store.note(line)

    def close(self) -> None:
        """The state written anew, sorted."""
        self._store.settle(self._whole())

    def forget(self) -> None:
        """Lets go of the spool; the journal is of no use any more."""
        self._spool.close()

    def _whole(self) -> Iterator[bytes]:
        yield from (msgspec.json.encode(self.files[path]) for path in sorted(self.files))
        yield from (self._spool.line(self._pages[name]) for name in sorted(self._pages))
        yield from (msgspec.json.encode(Plan(self._plans[name])) for name in sorted(self._plans))
