"""What was done in an output folder, so that a later run does only what is missing or changed.

``OUT/.exporter/journal.jsonl`` has two kinds of lines: a file that was put in its place, and a page
whose files are all in place, with the digest of its bytes, the key of what it was made with (style
and its parents, formats, version), its report lines, and what is kept of each record. A line is
appended after what it tells of, so the journal is never ahead of the files; the torn last line of a
killed run is passed over, and its page is made again, byte for byte the same. At a clean end the
journal is written anew, sorted: the same whatever way the run went.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO

import msgspec

from exporter.batch.model import Keepsake, Output, ReportLine

NAME = "journal.jsonl"


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


class _Name(msgspec.Struct, frozen=True, tag="page"):
    """What a page is found by."""

    source: str
    key: str


class Journal:
    """The journal of one folder: `read`, `open`, then `add_file` and `add_page`, then `close`."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._pages: dict[tuple[str, str], bytes] = {}
        self.files: dict[str, File] = {}
        self._file: BinaryIO | None = None

    def read(self) -> None:
        """Takes in what earlier runs left; lines that can't be read count as not done. Pages are
        held as they stand and decoded when asked for: a run looks at each once.
        """
        if not self._path.is_file():
            return
        with self._path.open("rb") as lines:
            for line in lines:
                try:
                    entry = msgspec.json.decode(line, type=File | _Name)
                except msgspec.MsgspecError:
                    continue
                if isinstance(entry, File):
                    self.files[entry.path] = entry
                else:
                    self._pages[entry.source, entry.key] = line.strip()

    def open(self) -> None:
        """Ready to append; a torn last line is closed off first."""
        self._file = self._path.open("ab")
        if self._file.tell():
            self._file.write(b"\n")

    def page(self, source: str, sha256: str, key: str) -> Page | None:
        """The page, if it was finished from the same bytes with the same key, and none of its files
        was written over since.
        """
        line = self._pages.get((source, key))
        if line is None:
            return None
        try:
            page = msgspec.json.decode(line, type=Page)
        except msgspec.MsgspecError:
            return None
        if page.sha256 != sha256 or len(page.kept) != len(page.lines):
            return None
        return page if all(self._stands(o) for line in page.lines for o in line.outputs) else None

    def _stands(self, output: Output) -> bool:
        file = self.files.get(output.path)
        return file is not None and file.sha256 == output.sha256

    def add(self, entry: File | Page) -> None:
        """Remember a file that is in its place, or a page whose files all are."""
        line = msgspec.json.encode(entry)
        if isinstance(entry, File):
            self.files[entry.path] = entry
        else:
            self._pages[entry.source, entry.key] = line
        if self._file is not None:
            self._file.write(line + b"\n")
            self._file.flush()

    def close(self, scratch: Path) -> None:
        """The journal written anew, sorted, by way of `scratch`."""
        if self._file is None:
            return
        self._file.close()
        unfinished = scratch / NAME
        with unfinished.open("wb") as file:
            for path in sorted(self.files):
                file.write(msgspec.json.encode(self.files[path]) + b"\n")
            file.writelines(self._pages[name] + b"\n" for name in sorted(self._pages))
        os.replace(unfinished, self._path)
