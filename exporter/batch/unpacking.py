"""Bytes out of their packing, within limits against bombs; what archives of every kind share."""

from __future__ import annotations

import lzma
import struct
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Protocol

from exporter.batch.urls import is_url
from exporter.notices import Notice

SUFFIXES = frozenset(
    {".txt", ".text", ".htm", ".html", ".xhtml", ".shtml", ".jhtml"}
    | {".asp", ".aspx", ".jsp", ".php", ".do", ".action"}
)
"""Of pages: those of their own kind, and of addresses that a server answers with one, under which
crawlers keep it.
"""
MAX_BYTES = 256 * 1024 * 1024
"""Of one page, unpacked."""
MAX_RATIO = 200
"""What unpacks to more than this many times its size is a bomb, not pages."""
FLOOR = 64 * 1024 * 1024
"""A packed tar may unpack to so much whatever its size."""
XZ_MEMORY = 256 * 1024 * 1024
"""An xz file names the memory that it wants, up to 4 GiB; ``xz -9`` wants 65 MiB."""
CHUNK = 1024 * 1024
GZIP = 31
"""``wbits`` of a gzip stream (zlib's manual, inflateInit2)."""

BROKEN = (
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


def fault_of(code: str, path: str, why: object) -> Notice:
    """What is wrong with the archive, for people."""
    return Notice(code, params={"path": shown(path), "why": str(why)})


def shown(path: str) -> str:
    """The path as text for people and reports: POSIX separators, undecodable bytes as ``\\xff``."""
    plain = path if is_url(path) else Path(path).as_posix()
    raw = plain.encode("utf-8", "surrogateescape")
    return raw.decode("utf-8", "backslashreplace")


def unpacked(
    file: IO[bytes], unpack: Callable[[IO[bytes]], Iterator[bytes]], path: str, code: str
) -> tuple[IO[bytes], Notice | None]:
    """A nameless file with what is packed in the given one, which is closed, as far as that can be
    undone and is allowed; and what stopped it, of that code.
    """
    plain = tempfile.TemporaryFile()  # noqa: SIM115 - closed by the archive that reads it
    fault: Notice | None = None
    try:
        with file as packed:
            limit = max(FLOOR, packed.seek(0, 2) * MAX_RATIO)
            packed.seek(0)
            for chunk in unpack(packed):
                if plain.tell() + len(chunk) > limit:
                    params = {"path": shown(path), "limit": str(limit)}
                    fault = Notice("batch.too-large", params=params)
                    break
                plain.write(chunk)
    except BROKEN as error:
        fault = fault_of(code, path, error)
    plain.seek(0)
    return plain, fault


def ungzip(file: IO[bytes]) -> Iterator[bytes]:
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


def unxz(file: IO[bytes]) -> Iterator[bytes]:
    """One stream; ``LZMAFile`` can't be held to a limit of memory."""
    decoder = lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=XZ_MEMORY)
    while not decoder.eof:
        data = file.read(CHUNK) if decoder.needs_input else b""
        if decoder.needs_input and not data:
            raise EOFError("the stream is cut short")
        yield decoder.decompress(data, CHUNK)
