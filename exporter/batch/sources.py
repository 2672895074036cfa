"""What SOURCE means on the command line: a file, a folder, a glob, a zip or tar, each of them also
by URL; ``archive.zip!/member`` is one page of an archive → the pages, in order.

Listing is sorted by the whole path, so that two runs over one tree see one order (which is that of
object stores too), and holds a bounded number
of names, however many a folder has. A page is named by the path that was given, with POSIX
separators; a member of an archive is ``archive.zip!/member``.
"""

from __future__ import annotations

import glob
import hashlib
import os
import re
import stat
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import takewhile
from pathlib import Path
from types import ModuleType

from exporter.batch.archives import is_archive, open_archive
from exporter.batch.ordering import in_order
from exporter.batch.page import INNER, Source, is_page, suffix_of
from exporter.batch.store import STATE
from exporter.batch.unpacking import MAX_BYTES, shown
from exporter.batch.urls import is_url, local_path
from exporter.errors import SourceError, UsageError
from exporter.notices import Notice

FETCHED = 16
"""Pages fetched at a time from another file system."""


def find_sources(given: Sequence[str], passed: Counter[str] | None = None) -> Iterator[Source]:
    """The pages that the arguments name, each once, in order of the arguments and then by name.
    `passed` counts, by suffix, the files of folders that are no pages by their names.

    Raises `UsageError` at once for a path that isn't there or a glob that matches nothing. A folder
    or archive that can't be listed is yielded with its fault.
    """
    arguments = [argument if is_url(argument) else local_path(argument) for argument in given]
    for argument in arguments:
        if is_url(argument):
            _remote().check(argument)
        elif not (_exists(Path(argument)) or _matches(argument) or _inside(argument)):
            code = "batch.glob-empty" if glob.has_magic(argument) else "batch.no-such-path"
            raise UsageError(code, path=argument)
    return _each_once(arguments, Counter() if passed is None else passed)


def _remote() -> ModuleType:
    """The same for other file systems, loaded when it is needed."""
    from exporter.batch import remote_sources

    return remote_sources


def _each_once(given: Sequence[str], passed: Counter[str]) -> Iterator[Source]:
    """One argument can't name a page twice, so its pages need not be remembered."""
    if len(given) == 1 and (is_url(given[0]) or _exists(Path(given[0]))):
        yield from _expand(given[0], passed)
        return
    seen: set[bytes] = set()
    for argument in given:
        for source in _expand(argument, passed):
            file = source.name if source.store else os.path.realpath(source.file)
            place = f"{file}{INNER}{source.member or ''}"
            key = hashlib.blake2b(os.fsencode(place), digest_size=16).digest()
            if key not in seen:
                seen.add(key)
                yield source


def _exists(path: Path) -> bool:
    """Whether there is such a path; one that we may not look at is reported when it is read."""
    try:
        return path.exists()
    except PermissionError:
        return True
    except (OSError, ValueError):
        return False


def _matches(argument: str) -> bool:
    return glob.has_magic(argument) and any(True for _ in glob.iglob(argument, recursive=True))


def _expand(argument: str, passed: Counter[str]) -> Iterator[Source]:
    if is_url(argument):
        yield from _remote().expand(argument, passed)
        return
    path = Path(argument)
    if _exists(path):
        yield from _tree(path, passed)
        return
    if inside := _inside(argument):
        yield from inside
        return
    base = _above_pattern(path)
    for each in map(Path, sorted(glob.iglob(argument, recursive=True))):
        if each.is_symlink() and _leads_out(each, base):
            yield _linked(each)
        else:
            yield from _tree(each, passed)


def _inside(argument: str) -> tuple[Source, ...]:
    """The page that ``archive.zip!/member`` names, else why the archive can't be read; empty for
    what is no such name."""
    for mark in re.finditer(re.escape(INNER), argument):
        path, member = Path(argument[: mark.start()]), argument[mark.end() :]
        if is_archive(path.name) and _exists(path):
            pages = tuple(below(path, path.parent))
            named = tuple(page for page in pages if page.member == member)
            return named or tuple(page for page in pages if page.fault)
    return ()


def _tree(path: Path, passed: Counter[str]) -> Iterator[Source]:
    return _walk(path, path, passed) if path.is_dir() else below(path, path.parent)


def _above_pattern(path: Path) -> Path:
    """The folder above the first part that is a pattern."""
    plain = takewhile(lambda part: not glob.has_magic(part), path.parts)
    return Path(*plain)


def _walk(folder: Path, root: Path, passed: Counter[str]) -> Iterator[Source]:
    """Pages below a folder, sorted; hidden entries, other types, linked folders are passed by."""
    try:
        for name, is_folder in _entries(folder, passed):
            path = folder / name
            if is_folder:
                yield from _walk(path, root, passed)
            elif path.is_symlink() and _leads_out(path, root):
                yield _linked(path)
            else:
                yield from below(path, root)
    except OSError as error:
        yield _faulty(folder, Notice("batch.unreadable", params=_why(folder, error.strerror)))


def _leads_out(link: Path, root: Path) -> bool:
    """Whether the link leads to a place outside of the folder that was given."""
    return not os.path.realpath(link).startswith(os.path.join(os.path.realpath(root), ""))


def _entries(folder: Path, passed: Counter[str]) -> Iterator[tuple[str, bool]]:
    """Name, and whether it is a folder, of what may hold pages; sorted. What an output folder of
    ours holds was not passed by.
    """
    if (folder / STATE).exists():
        passed = Counter()
    with os.scandir(folder) as found:
        keys = in_order(_key(entry) for entry in found if _wanted(entry, passed))
        yield from ((key.removesuffix("/"), key.endswith("/")) for key in keys)


def _key(entry: os.DirEntry[str]) -> str:
    """A folder sorts as its files' paths do: ``a.txt`` before ``a/b.txt``."""
    return f"{entry.name}/" if entry.is_dir(follow_symlinks=False) else entry.name


def _wanted(entry: os.DirEntry[str], passed: Counter[str]) -> bool:
    if entry.name.startswith("."):
        return False
    if entry.is_dir(follow_symlinks=False):
        return True
    if not is_page(entry.name):
        passed[suffix_of(entry.name)] += 1
        return False
    try:
        return entry.is_file()
    except OSError:  # a link that leads in a circle: told when it is read
        return True


def below(path: Path, root: Path) -> Iterator[Source]:
    """The pages of one file: itself or its members; their labels are relative to `root`."""
    label = shown(str(path.relative_to(root)))
    if is_archive(path.name):
        yield from _members(path, label)
    else:
        yield Source(name=shown(str(path)), file=str(path), label=label)


def _members(path: Path, label: str) -> Iterator[Source]:
    archive = open_archive(str(path))
    for name in archive.names:
        inner = f"{INNER}{name}"
        yield Source(f"{shown(str(path))}{inner}", str(path), f"{label}{inner}", name)
    if archive.fault is not None:
        yield _faulty(path, archive.fault)


def _linked(path: Path) -> Source:
    """A scraped folder may be anybody's work: it must not choose what else we print."""
    return _faulty(path, Notice("batch.leads-out", params={"path": shown(str(path))}))


def _faulty(path: Path, fault: Notice) -> Source:
    return Source(shown(str(path)), str(path), shown(path.name), fault=fault)


def _why(path: Path, why: object) -> dict[str, str]:
    return {"path": shown(str(path)), "why": str(why)}


def read_bytes(source: Source) -> bytes:
    """The page's bytes. Raises `SourceError` when it can't be read or exceeds `MAX_BYTES`."""
    if source.fault is not None:
        raise SourceError(source.fault.code, **source.fault.params)
    if source.store:
        data: bytes = _remote().read(source)
        return data
    try:
        if source.member is not None:
            return open_archive(source.file).read(source.member, source.name)
        path = Path(source.file)
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise SourceError("batch.not-a-file", path=source.name)
        if status.st_size > MAX_BYTES:
            raise SourceError("batch.too-large", path=source.name, limit=MAX_BYTES)
        return path.read_bytes()
    except OSError as error:
        raise SourceError(
            "batch.unreadable", path=source.name, why=error.strerror or error
        ) from error


def read_ahead(sources: Iterable[Source]) -> Iterator[tuple[Source, Callable[[], bytes]]]:
    """Each source with a call that gives its bytes or raises `SourceError`. Pages of other file
    systems, where each read is a wait, are fetched some at a time.
    """
    waiting: deque[tuple[Source, Callable[[], bytes]]] = deque()
    with ThreadPoolExecutor(FETCHED, "exporter-fetch") as threads:  # starts a thread when needed
        try:
            for source in sources:
                slow = source.store and source.member is None and source.fault is None
                read = threads.submit(read_bytes, source).result if slow else None
                waiting.append((source, read or partial(read_bytes, source)))
                if len(waiting) > FETCHED or not slow:
                    yield waiting.popleft()
            yield from waiting
        finally:
            threads.shutdown(cancel_futures=True)
