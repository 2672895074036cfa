"""Pages in another file system: what a URL names, and their bytes; loaded when a URL is met.

The rules are those of `exporter.batch.sources`: a folder is walked in order of the whole paths, an
archive is read in place, hidden entries and files of other types are passed by, one page that can't
be had does not stop the rest.
"""

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Iterator

from exporter.batch.archives import is_archive, kept_open
from exporter.batch.page import INNER, Source, is_page, suffix_of
from exporter.batch.remote import Remote, opened
from exporter.batch.remote_listing import Entry
from exporter.batch.unpacking import MAX_BYTES, Archive
from exporter.errors import SourceError, UsageError
from exporter.notices import Notice


def check(url: str) -> None:
    """Raises `UsageError` when the URL names nothing, `SourceError` when it can't be asked."""
    remote = opened(url)
    if glob.has_magic(remote.root):
        if not remote.matches():
            raise UsageError("batch.glob-empty", path=remote.url)
    elif remote.entry(remote.root) is None:
        raise UsageError("batch.no-such-path", path=remote.url)


def expand(url: str, passed: Counter[str]) -> Iterator[Source]:
    """The pages that the URL names, in order; `passed` counts other files of folders by suffix."""
    remote = opened(url)
    if not glob.has_magic(remote.root):
        yield from _expand(remote, remote.root, passed)
        return
    base = opened(_above_pattern(url))
    for path in remote.matches():
        yield from _expand(base, path, passed)


def _above_pattern(url: str) -> str:
    """The URL of the folder above the first part with a pattern in it."""
    head, chain, tail = url.partition("::")
    scheme, rest = head.split("://", 1)
    parts = rest.split("/")
    first = next(at for at, part in enumerate(parts) if glob.has_magic(part))
    return f"{scheme}://{'/'.join(parts[:first])}{chain}{tail}"


def _expand(remote: Remote, path: str, passed: Counter[str]) -> Iterator[Source]:
    try:
        entry = remote.entry(path)
        if entry is not None and entry.folder:
            yield from _walk(remote, path, passed)
        elif entry is not None:
            yield from _pages(remote, entry, os.path.basename(path))
    except SourceError as error:
        yield _faulty(remote, path, Notice(error.code, params=error.params))


def _walk(remote: Remote, folder: str, passed: Counter[str]) -> Iterator[Source]:
    for entry in remote.below(folder):
        label = entry.path[len(folder) :].lstrip("/")
        if any(part.startswith(".") for part in label.split("/")):
            continue
        if is_page(entry.path):
            yield from _pages(remote, entry, label)
        else:
            passed[suffix_of(os.path.basename(entry.path))] += 1


def _pages(remote: Remote, entry: Entry, label: str) -> Iterator[Source]:
    """The page, or those of the archive."""
    name = remote.name(entry.path)
    if is_archive(entry.path):
        yield from _members(remote, entry, label)
    elif entry.size > MAX_BYTES:
        fault = Notice("batch.too-large", params={"path": name, "limit": str(MAX_BYTES)})
        yield _faulty(remote, entry.path, fault)
    else:
        yield Source(name, entry.path, label, store=remote.url)


def _members(remote: Remote, entry: Entry, label: str) -> Iterator[Source]:
    archive = _archive(remote, entry)
    name = remote.name(entry.path)
    for member in archive.names:
        inner = f"{INNER}{member}"
        yield Source(f"{name}{inner}", entry.path, f"{label}{inner}", member, store=remote.url)
    if archive.fault is not None:
        yield _faulty(remote, entry.path, archive.fault)


def _archive(remote: Remote, entry: Entry) -> Archive:
    state = (remote.name(entry.path), 0, entry.size)
    return kept_open(state, lambda: remote.open(entry.path))


def _faulty(remote: Remote, path: str, fault: Notice) -> Source:
    return Source(remote.name(path), path, remote.label(path), fault=fault, store=remote.url)


def read(source: Source) -> bytes:
    """The page's bytes. Raises `SourceError`."""
    remote = opened(source.store)
    if source.member is None:
        return remote.read(source.file)
    entry = remote.entry(source.file)
    if entry is None:
        raise SourceError("batch.store-missing", path=source.name)
    member = source.member
    return remote.attempt(source.file, lambda: _archive(remote, entry).read(member, source.name))
