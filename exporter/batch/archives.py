"""Zip and tar archives read in place: the names of their files, and the bytes of one.

Nothing is ever unpacked under a member's name, so a name with ``..`` or a leading ``/`` is a name
and no more; links, devices and sparse files are no pages. A packed tar (``.tar.gz``, ``.tar.xz``)
can't be read from its middle: it is unpacked once, into a nameless file that vanishes with the
process, and within limits. The archives used last stay open.
"""

from __future__ import annotations

import contextlib
import lzma
import os
import struct
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Protocol

import msgspec

from exporter.batch.urls import is_url
from exporter.errors import SourceError
from exporter.notices import Notice

ZIPS = (".zip",)
TARS = (".tar", ".tar.gz", ".tgz", ".tar.xz")
MAX_BYTES = 256 * 1024 * 1024
"""Of one page, unpacked."""
MAX_RATIO = 200
"""What unpacks to more than this many times its size is a bomb, not pages."""
FLOOR = 64 * 1024 * 1024
"""A packed tar may unpack to so much whatever its size."""
XZ_MEMORY = 256 * 1024 * 1024
"""An xz file names the memory that it wants, up to 4 GiB; ``xz -9`` wants 65 MiB."""
CHUNK = 1024 * 1024
KEPT_OPEN = 2
GZIP = 31
"""``wbits`` of a gzip stream (zlib's manual, inflateInit2)."""

_BROKEN = (
    OSError,
    EOFError,
    ValueError,
    OverflowError,
    NotImplementedError,
    struct.error,
    zipfile.BadZipFile,
    tarfile.TarError,
    lzma.LZMAError,
    zlib.error,
)
"""What the readers of the standard library raise at an archive that is none."""


class Archive(Protocol):
    """An open archive. `names` are sorted; `fault` says why some of it can't be read."""

    names: tuple[str, ...]
    fault: Notice | None

    def read(self, member: str, label: str) -> bytes:
        """The member's bytes. Raises `SourceError`, which calls it `label`."""
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...


def is_archive(name: str) -> bool:
    """Whether a file of this name is taken for an archive."""
    return name.lower().endswith((*ZIPS, *TARS))


def open_archive(path: str) -> Archive:
    """The archive, open; the same one again while its file is unchanged.

    One that is broken has no names, or those before the break, and a `fault`.
    """
    try:
        status = os.stat(path)
        if not os.path.isfile(path):
            return _Broken(_fault("batch.not-a-file", path, ""))
    except OSError as error:
        return _broken(path, error)
    state = (path, status.st_mtime_ns, status.st_size)
    return kept_open(state, lambda: open(path, "rb"))


def kept_open(state: tuple[str, int, int], opener: Callable[[], IO[bytes]]) -> Archive:
    """The archive by its name, time of change and size, from the file that `opener` opens."""
    path, _, size = state
    try:
        if state not in _open:
            _open[state] = _Zip(opener()) if _is_zip(path) else _Tar(path, size, opener())
            while len(_open) > KEPT_OPEN:
                _open.pop(next(iter(_open))).close()
        return _open[state]
    except _BROKEN as error:
        return _broken(path, error)


def _broken(path: str, why: object) -> Archive:
    return _Broken(_fault("batch.bad-zip" if _is_zip(path) else "batch.bad-tar", path, why))


_open: dict[tuple[str, int, int], Archive] = {}
"""The open archives of this process by path, time of change and size, the oldest first."""


def _is_zip(path: str) -> bool:
    return path.lower().endswith(ZIPS)


def _fault(code: str, path: str, why: object) -> Notice:
    return Notice(code, params={"path": shown(path), "why": str(why)})


def shown(path: str) -> str:
    """The path as text for people and reports: POSIX separators, undecodable bytes as ``\\xff``."""
    plain = path if is_url(path) else Path(path).as_posix()
    raw = plain.encode("utf-8", "surrogateescape")
    return raw.decode("utf-8", "backslashreplace")


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
        self.names = tuple(sorted({info.filename for info in infos if not info.is_dir()}))
        self.fault: Notice | None = None

    def read(self, member: str, label: str) -> bytes:
        try:
            info = self._archive.getinfo(member)
            bomb = info.file_size > max(info.compress_size, 1024) * MAX_RATIO
            if info.file_size > MAX_BYTES or bomb:
                raise SourceError("batch.too-large", path=label, limit=MAX_BYTES)
            return self._archive.read(info)
        except (*_BROKEN, KeyError, RuntimeError, NotImplementedError) as error:
            raise SourceError("batch.bad-zip", path=label, why=error) from error

    def close(self) -> None:
        self._archive.close()
        self._file.close()


class _Place(msgspec.Struct, frozen=True):
    """Where a member's bytes stand in the unpacked tar."""

    offset: int
    size: int


class _Tar:
    def __init__(self, path: str, size: int, file: IO[bytes]) -> None:
        self.fault: Notice | None = None
        self._file = file
        if not path.lower().endswith(".tar"):
            self._file = self._unpacked(path, size)
        self._places: dict[str, _Place] = {}
        try:
            self._index()
        except _BROKEN as error:
            self.fault = self.fault or _fault("batch.bad-tar", path, error)
        self.names = tuple(sorted(self._places))

    def _unpacked(self, path: str, size: int) -> IO[bytes]:
        """The tar without its packing, as far as that can be undone and is allowed."""
        limit = max(FLOOR, size * MAX_RATIO)
        plain = tempfile.TemporaryFile()  # noqa: SIM115 - closed by `close`
        unpack = _unxz if path.lower().endswith(".xz") else _ungzip
        try:
            with self._file as packed:
                for chunk in unpack(packed):
                    if plain.tell() + len(chunk) > limit:
                        params = {"path": shown(path), "limit": str(limit)}
                        self.fault = Notice("batch.too-large", params=params)
                        break
                    plain.write(chunk)
        except _BROKEN as error:
            self.fault = _fault("batch.bad-tar", path, error)
        plain.seek(0)
        return plain

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


def _ungzip(file: IO[bytes]) -> Iterator[bytes]:
    """Every member of the gzip file, piece by piece, so that a torn one gives what is whole."""
    decoder, data = zlib.decompressobj(GZIP), file.read(CHUNK)
    while data:
        yield decoder.decompress(data, CHUNK)
        data = decoder.unconsumed_tail
        if decoder.eof:
            data = decoder.unused_data.lstrip(b"\0")
            decoder = zlib.decompressobj(GZIP)
            fresh = not data
        else:
            fresh = False
        data = data or file.read(CHUNK)
        if not data and not fresh:
            raise EOFError("the stream is cut short")


def _unxz(file: IO[bytes]) -> Iterator[bytes]:
    """One stream; ``LZMAFile`` can't be held to a limit of memory."""
    decoder = lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=XZ_MEMORY)
    while not decoder.eof:
        data = file.read(CHUNK) if decoder.needs_input else b""
        if decoder.needs_input and not data:
            raise EOFError("the stream is cut short")
        yield decoder.decompress(data, CHUNK)
