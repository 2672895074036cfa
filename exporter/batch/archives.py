"""Archives of pages read in place: the names of their pages, and the bytes of one. Zip and tar; of
single pages, gzip and MHTML (`exporter.batch.wrapped`); of what a crawler met, WARC
(`exporter.batch.warc`).

Nothing is ever unpacked under a member's name, so a name with ``..`` or a leading ``/`` is a name
and no more; links, devices and sparse files are no pages. A packed tar (``.tar.gz``, ``.tar.xz``)
can't be read from its middle: it is unpacked once, into a nameless file that vanishes with the
process, and within limits. The archives used last stay open.
"""

from __future__ import annotations

import contextlib
import os
import tarfile
import zipfile
from collections.abc import Callable
from typing import IO

import msgspec

from exporter.batch.unpacking import (
    BROKEN,
    MAX_BYTES,
    MAX_RATIO,
    SUFFIXES,
    Archive,
    fault_of,
    shown,
    ungzip,
    unpacked,
    unxz,
)
from exporter.errors import SourceError
from exporter.notices import Notice

ZIPS = (".zip",)
TARS = (".tar", ".tar.gz", ".tgz", ".tar.xz")
WARCS = (".warc", ".warc.gz")
MHTMLS = (".mhtml", ".mht")
KEPT_OPEN = 2


def is_archive(name: str) -> bool:
    """Whether a file of this name is taken for an archive."""
    lower = name.lower()
    packed = lower.endswith(".gz") and is_page_name(lower.removesuffix(".gz"))
    return packed or lower.endswith((*ZIPS, *TARS, *WARCS, *MHTMLS))


def is_page_name(name: str) -> bool:
    """Whether a file of this name is taken for a page."""
    return os.path.splitext(name)[1].lower() in SUFFIXES


def open_archive(path: str) -> Archive:
    """The archive, open; the same one again while its file is unchanged.

    One that is broken has no names, or those before the break, and a `fault`.
    """
    try:
        status = os.stat(path)
        if not os.path.isfile(path):
            return _Broken(fault_of("batch.not-a-file", path, ""))
    except OSError as error:
        return _broken(path, error)
    state = (path, status.st_mtime_ns, status.st_size)
    return kept_open(state, lambda: open(path, "rb"))


def kept_open(state: tuple[str, int, int], opener: Callable[[], IO[bytes]]) -> Archive:
    """The archive by its name, time of change and size, from the file that `opener` opens."""
    path = state[0]
    try:
        if state not in _open:
            _open[state] = _opened(path, opener())
            while len(_open) > KEPT_OPEN:
                _open.pop(next(iter(_open))).close()
        return _open[state]
    except BROKEN as error:
        return _broken(path, error)


def _opened(path: str, file: IO[bytes]) -> Archive:
    name = path.lower()
    if name.endswith(ZIPS):
        return _Zip(file)
    if name.endswith(TARS):
        return _Tar(path, file)
    if name.endswith(WARCS):
        from exporter.batch.warc import Warc

        return Warc(path, file)
    from exporter.batch.wrapped import Gzipped, Mhtml

    return Gzipped(path, file) if name.endswith(".gz") else Mhtml(path, file)


def _broken(path: str, why: object) -> Archive:
    name = path.lower()
    kind = "zip" if name.endswith(ZIPS) else "tar" if name.endswith(TARS) else "wrapping"
    return _Broken(fault_of(f"batch.bad-{kind}", path, why))


_open: dict[tuple[str, int, int], Archive] = {}
"""The open archives of this process by path, time of change and size, the oldest first."""


class _Broken:
    """What stands for an archive that can't be opened."""

    def __init__(self, fault: Notice) -> None:
        self.names: tuple[str, ...] = ()
        self.fault: Notice | None = fault

    def read(self, member: str, label: str) -> bytes:
        del member, label
        assert self.fault is not None
        raise SourceError(self.fault.code, **self.fault.params)

    def close(self) -> None:
        pass


class _Zip:
    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        try:
            self._archive = zipfile.ZipFile(file)
        except BaseException:
            file.close()
            raise
        infos = self._archive.infolist()
        names = {info.filename for info in infos if not info.is_dir()}
        self.names = tuple(sorted(filter(is_page_name, names)))
        self.fault: Notice | None = None

    def read(self, member: str, label: str) -> bytes:
        try:
            info = self._archive.getinfo(member)
            bomb = info.file_size > max(info.compress_size, 1024) * MAX_RATIO
            if info.file_size > MAX_BYTES or bomb:
                raise SourceError("batch.too-large", path=label, limit=MAX_BYTES)
            return self._archive.read(info)
        except (*BROKEN, KeyError, RuntimeError, NotImplementedError) as error:
            raise SourceError("batch.bad-zip", path=label, why=error) from error

    def close(self) -> None:
        self._archive.close()
        self._file.close()


class _Place(msgspec.Struct, frozen=True):
    """Where a member's bytes stand in the unpacked tar."""

    offset: int
    size: int


class _Tar:
    def __init__(self, path: str, file: IO[bytes]) -> None:
        self.fault: Notice | None = None
        self._file = file
        if not path.lower().endswith(".tar"):
            unpack = unxz if path.lower().endswith(".xz") else ungzip
            self._file, self.fault = unpacked(file, unpack, path, "batch.bad-tar")
        self._places: dict[str, _Place] = {}
        try:
            self._index()
        except BROKEN as error:
            self.fault = self.fault or fault_of("batch.bad-tar", path, error)
        self.names = tuple(sorted(filter(is_page_name, self._places)))

    def _index(self) -> None:
        """Notes every regular file; of two with one name the later counts, as in unpacking."""
        with contextlib.closing(tarfile.TarFile(fileobj=self._file, mode="r")) as tar:
            while (info := tar.next()) is not None:
                tar.members.clear()  # type: ignore[attr-defined]  # else every header is held
                if info.isreg() and info.sparse is None:
                    self._places[shown(info.name)] = _Place(info.offset_data, info.size)

    def read(self, member: str, label: str) -> bytes:
        place = self._places.get(member)
        if place is None:
            raise SourceError("batch.bad-tar", path=label, why=member)
        if place.size > MAX_BYTES:
            raise SourceError("batch.too-large", path=label, limit=MAX_BYTES)
        self._file.seek(place.offset)
        data = self._file.read(place.size)
        if len(data) < place.size:
            raise SourceError("batch.bad-tar", path=label, why=f"{len(data)} < {place.size}")
        return data

    def close(self) -> None:
        self._file.close()
