"""What SOURCE means on the command line: a file, a folder, a glob or a zip → the pages, in order.

Listing is sorted by name, so that two runs over one tree see one order. A page is named by the path
that was given, with POSIX separators; a member of a zip is ``archive.zip!/member``.
"""

from __future__ import annotations

import glob
import os
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from exporter.errors import SourceError, UsageError
from exporter.notices import Notice

SUFFIXES = frozenset({".txt", ".text", ".htm", ".html", ".xhtml", ".shtml"})
MAX_BYTES = 256 * 1024 * 1024
MAX_RATIO = 200
"""A zip member that inflates to more than this many times its size is a bomb, not a page."""
INNER = "!/"


class Source(msgspec.Struct, frozen=True):
    """One page to read: its name for people, its file, and the member when the file is a zip.

    `label` is the name that documents bear: relative to the folder or zip that was given, so that
    the same archive gives the same bytes wherever it lies, and no document tells of our folders.

    `fault` says why it can't be read, when that was seen in listing (a folder without permission):
    it is reported in its turn and does not stop the rest.
    """

    name: str
    file: str
    label: str = ""
    member: str | None = None
    fault: Notice | None = None


def find_sources(given: Sequence[str]) -> Iterator[Source]:
    """The pages that the arguments name, each once, in order of the arguments and then by name.

    Raises `UsageError` at once for a path that isn't there or a glob that matches nothing. A folder
    or zip that can't be listed is yielded with its fault.
    """
    for argument in given:
        if not Path(argument).exists() and not _matches(argument):
            code = "batch.glob-empty" if glob.has_magic(argument) else "batch.no-such-path"
            raise UsageError(code, path=argument)
    return _each_once(given)


def _each_once(given: Sequence[str]) -> Iterator[Source]:
    seen: set[str] = set()
    for argument in given:
        for source in _expand(argument):
            key = f"{os.path.realpath(source.file)}{INNER}{source.member or ''}"
            if key not in seen:
                seen.add(key)
                yield source


def _matches(argument: str) -> bool:
    return glob.has_magic(argument) and any(True for _ in glob.iglob(argument, recursive=True))


def _expand(argument: str) -> Iterator[Source]:
    path = Path(argument)
    paths = [path] if path.exists() else map(Path, sorted(glob.iglob(argument, recursive=True)))
    for each in paths:
        yield from _walk(each, each) if each.is_dir() else _open(each, each.parent)


def _walk(folder: Path, root: Path) -> Iterator[Source]:
    """Pages below a folder, sorted; hidden entries, other types, linked folders are passed by."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield _faulty(folder, "batch.unreadable", error.strerror)
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), root)
        elif entry.is_file() and Path(entry.name).suffix.lower() in SUFFIXES | {".zip"}:
            yield from _open(Path(entry.path), root)


def _open(path: Path, root: Path) -> Iterator[Source]:
    label = path.relative_to(root).as_posix()
    if path.suffix.lower() == ".zip":
        yield from _members(path, label)
    else:
        yield Source(name=path.as_posix(), file=str(path), label=label)


def _members(path: Path, label: str) -> Iterator[Source]:
    try:
        with zipfile.ZipFile(path) as archive:
            names = sorted(info.filename for info in archive.infolist() if not info.is_dir())
    except (OSError, zipfile.BadZipFile) as error:
        yield _faulty(path, "batch.bad-zip", error)
        return
    for name in names:
        if Path(name).suffix.lower() in SUFFIXES:
            inner = f"{INNER}{name}"
            yield Source(f"{path.as_posix()}{inner}", str(path), f"{label}{inner}", name)


def _faulty(path: Path, code: str, why: object) -> Source:
    fault = Notice(code, params={"path": path.as_posix(), "why": str(why)})
    return Source(path.as_posix(), str(path), path.name, fault=fault)


def read_bytes(source: Source) -> bytes:
    """The page's bytes. Raises `SourceError` when it can't be read or exceeds `MAX_BYTES`."""
    if source.fault is not None:
        raise SourceError(source.fault.code, **source.fault.params)
    try:
        if source.member is not None:
            return _read_member(source)
        path = Path(source.file)
        if not path.is_file():
            raise SourceError("batch.not-a-file", path=source.name)
        if path.stat().st_size > MAX_BYTES:
            raise SourceError("batch.too-large", path=source.name, limit=MAX_BYTES)
        return path.read_bytes()
    except OSError as error:
        raise SourceError(
            "batch.unreadable", path=source.name, why=error.strerror or error
        ) from error


def _read_member(source: Source) -> bytes:
    try:
        with zipfile.ZipFile(source.file) as archive:
            info = archive.getinfo(source.member or "")
            bomb = info.file_size > max(info.compress_size, 1024) * MAX_RATIO
            if info.file_size > MAX_BYTES or bomb:
                raise SourceError("batch.too-large", path=source.name, limit=MAX_BYTES)
            return archive.read(info)
    except (zipfile.BadZipFile, KeyError, RuntimeError, NotImplementedError) as error:
        raise SourceError("batch.bad-zip", path=source.name, why=error) from error
