"""What was done in an output folder, so that a later run does only what is missing or changed.

``OUT/.exporter/journal.jsonl`` has two kinds of lines: a file that was put in its place, and a page
whose files are all in place, with the digest of its bytes, the key of what it was made with (style
and its parents, formats, version) and its report lines. A line is appended after what it tells of,
so the journal is never ahead of the files; the torn last line of a killed run is passed over, and
its page is made again, byte for byte the same. At a clean end the journal is written anew, sorted:
the same whatever way the run went.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO

import msgspec

from exporter.batch.model import Output, ReportLine

NAME = "journal.jsonl"


class File(msgspec.Struct, frozen=True, tag="file"):
    """A file that we wrote for `owner` (``source#record``): its name, sha256, size in bytes."""

    path: str
    owner: str
    sha256: str
    size: int


class Page(msgspec.Struct, frozen=True, tag="page"):
    """A finished page. `lines` have no seconds: they are the same for every run."""

    source: str
    sha256: str
    key: str
    lines: tuple[ReportLine, ...]


class Journal:
    """The journal of one folder: `read`, `open`, then `add_file` and `add_page`, then `close`."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._pages: dict[tuple[str, str], Page] = {}
        self.files: dict[str, File] = {}
        self._file: BinaryIO | None = None

    def read(self) -> None:
        """Takes in what earlier runs left; lines that can't be read count as not done."""
        if not self._path.is_file():
            return
        for line in self._path.read_bytes().splitlines():
            try:
                entry = msgspec.json.decode(line, type=File | Page)
            except msgspec.MsgspecError:
                continue
            self._take(entry)

    def _take(self, entry: File | Page) -> None:
        if isinstance(entry, File):
            self.files[entry.path] = entry
        else:
            self._pages[entry.source, entry.key] = entry

    def open(self) -> None:
        """Ready to append; a torn last line is closed off first."""
        self._file = self._path.open("ab")
        if self._file.tell():
            self._file.write(b"\n")

    def page(self, source: str, sha256: str, key: str) -> Page | None:
        """The page, if it was finished from the same bytes with the same key, and none of its files
        was written over since.
        """
        page = self._pages.get((source, key))
        if page is None or page.sha256 != sha256:
            return None
        return page if all(self._stands(o) for line in page.lines for o in line.outputs) else None

    def _stands(self, output: Output) -> bool:
        file = self.files.get(output.path)
        return file is not None and file.sha256 == output.sha256

    def add(self, entry: File | Page) -> None:
        """Remember a file that is in its place, or a page whose files all are."""
        self._take(entry)
        if self._file is not None:
            self._file.write(msgspec.json.encode(entry) + b"\n")
            self._file.flush()

    def close(self, scratch: Path) -> None:
        """The journal written anew, sorted, by way of `scratch`."""
        if self._file is None:
            return
        self._file.close()
        unfinished = scratch / NAME
        entries: list[File | Page] = [self.files[path] for path in sorted(self.files)]
        entries += [self._pages[name] for name in sorted(self._pages)]
        with unfinished.open("wb") as file:
            file.writelines(msgspec.json.encode(entry) + b"\n" for entry in entries)
        os.replace(unfinished, self._path)
