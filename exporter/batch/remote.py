"""A place in another file system, by way of fsspec: read, list, put; every failure one of ours.

Only this module and those that it is imported by on demand know of fsspec; it is loaded when a URL
is met. Credentials come from where fsspec's file systems look for them (environment, their own
configuration) and stay inside the file system object: no name, message or pickled task has them.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, TypeVar

from exporter.batch.remote_listing import Entry, below, entry_of, right_in
from exporter.batch.urls import redacted, scrubbed, secrets
from exporter.errors import ExporterError, SourceError, UsageError, WriteError

if TYPE_CHECKING:
    from datetime import datetime

    from fsspec import AbstractFileSystem

T = TypeVar("T")
EXTRA = "stores"
LARGE = 64 * 1024 * 1024
"""Bytes; more is sent in parts, as object stores have it for large objects."""
WHOLE_PUTS = frozenset(
    {"s3", "s3a", "gs", "gcs", "abfs", "abfss", "az", "adl", "oci", "oss", "memory"}
)
"""File systems where an object appears under its name only when all of it is there."""


DRIVERS = ("aiobotocore", "botocore", "fsspec", "gcsfs", "google", "s3fs")
"""Libraries that log what they raise besides, with tracebacks and addresses."""


class Remote:
    """What a URL names. `url` may be printed; `root` is the path in the file system.

    Raises `UsageError` for a scheme that nobody knows, or whose package is missing.
    """

    def __init__(self, url: str) -> None:
        self.url = redacted(url)
        self.scheme = url.partition("://")[0].split("::")[0].lower()
        self._secrets = secrets(url)
        self._fs, self.root = self._open(url)
        self.root = self.root.rstrip("/")
        names = self._fs.protocol
        self._whole_puts = not WHOLE_PUTS.isdisjoint((names,) if isinstance(names, str) else names)

    def _open(self, url: str) -> tuple[AbstractFileSystem, str]:
        try:
            from fsspec.core import url_to_fs
        except ImportError as error:
            raise UsageError("batch.needs-store", scheme=self.scheme, extra=EXTRA) from error
        for driver in DRIVERS:
            logging.getLogger(driver).setLevel(logging.CRITICAL)
        try:
            opened: tuple[AbstractFileSystem, str] = url_to_fs(url, skip_instance_cache=True)
        except ImportError as error:
            why = self._clean(error)
            raise UsageError("batch.needs-driver", scheme=self.scheme, why=why) from error
        except Exception as error:
            if isinstance(error, ValueError) and "rotocol not known" in str(error):
                raise UsageError("batch.unknown-scheme", scheme=self.scheme) from error
            raise self._fault(SourceError, self.url, error) from error
        return opened

    def _clean(self, error: object) -> str:
        return scrubbed(str(error), self._secrets) or type(error).__name__

    def _fault(self, kind: type[ExporterError], shown: str, error: Exception) -> ExporterError:
        """The error for people: what is missing or denied, else what the file system said."""
        if isinstance(error, FileNotFoundError):
            return kind("batch.store-missing", path=shown)
        if isinstance(error, PermissionError) or "Credentials" in type(error).__name__:
            return kind("batch.store-denied", path=shown, why=self._clean(error))
        code = "batch.unreadable" if kind is SourceError else "batch.cannot-write"
        return kind(code, path=shown, why=self._clean(error))

    def _try(self, kind: type[ExporterError], path: str, act: Callable[[], T]) -> T:
        """What `act` gives. Drivers raise errors of libraries of their own: all become `kind`."""
        try:
            return act()
        except ExporterError:
            raise
        except Exception as error:
            raise self._fault(kind, self.name(path), error) from None

    def name(self, path: str) -> str:
        """The URL of a path of this file system, for people and as a source's name."""
        if path == self.root:
            return self.url
        head, chain, tail = self.url.partition("::")
        inner = path[len(self.root) :] if path.startswith(self.root) else path
        base = head if head.endswith("/") else f"{head}/"
        return f"{base}{inner.lstrip('/')}{chain}{tail}"

    def label(self, path: str) -> str:
        """The path relative to what the URL names; of the named file itself, its last part."""
        inner = path[len(self.root) :] if path.startswith(self.root) else path
        return inner.lstrip("/") or path.rsplit("/", 1)[-1]

    def path(self, name: str) -> str:
        """The path of `name` below what the URL names."""
        return f"{self.root}/{name}" if self.root else name

    # -- reading -----------------------------------------------------------------------------------

    def entry(self, path: str) -> Entry | None:
        """What is there under the path; ``None`` for nothing. Raises `SourceError`."""
        return self._look(SourceError, path)

    def _look(self, kind: type[ExporterError], path: str) -> Entry | None:
        def look() -> Entry | None:
            try:
                return entry_of(self._fs.info(path))
            except FileNotFoundError:
                return None

        return self._try(kind, path, look)

    def read(self, path: str) -> bytes:
        """The file's bytes. Raises `SourceError`."""

        def cat() -> bytes:
            data: bytes = self._fs.cat_file(path)
            return data

        return self._try(SourceError, path, cat)

    def attempt(self, path: str, act: Callable[[], T]) -> T:
        """What `act` makes of the file. Raises `SourceError`, whatever the driver raised."""
        return self._try(SourceError, path, act)

    def open(self, path: str) -> IO[bytes]:
        """The file, to be read in any order. Raises `SourceError`."""

        def opened() -> IO[bytes]:
            file: IO[bytes] = self._fs.open(path, "rb")
            return file

        return self._try(SourceError, path, opened)

    def lines(self, path: str) -> Iterator[bytes]:
        """The file's lines, without holding it. Raises `SourceError`."""
        with self.open(path) as file:
            while line := self._try(SourceError, path, file.readline):
                yield line

    def matches(self) -> list[str]:
        """The paths that the URL's pattern matches, sorted. Raises `SourceError`."""
        return self._try(SourceError, self.root, lambda: sorted(self._fs.glob(self.root)))

    def below(self, folder: str) -> Iterator[Entry]:
        """The files below a folder, in the order of their whole paths. Raises `SourceError`.

        S3 and Google's store are asked for a thousand keys at a time and nothing is held; other
        file systems list a folder at once.
        """
        yield from self._each(folder, below(self._fs, folder))

    def files(self, folder: str) -> Iterator[Entry]:
        """The files right in the folder, in no order; none when there is no such folder. Raises
        `SourceError`.
        """
        yield from self._each(folder, right_in(self._fs, folder))

    def _each(self, folder: str, listing: Iterator[Entry]) -> Iterator[Entry]:
        while (entry := self._try(SourceError, folder, lambda: next(listing, None))) is not None:
            yield entry

    # -- writing -----------------------------------------------------------------------------------

    def size(self, path: str) -> int | None:
        """The file's size in bytes; ``None`` when there is none. Raises `WriteError`."""
        entry = self._look(WriteError, path)
        return None if entry is None else entry.size

    def digest(self, path: str) -> str | None:
        """The sha256 of the file; ``None`` when there is none. Raises `WriteError`."""

        def digest() -> str | None:
            try:
                return hashlib.sha256(self._fs.cat_file(path)).hexdigest()
            except FileNotFoundError:
                return None

        return self._try(WriteError, path, digest)

    def modified(self, path: str) -> float:
        """When the file was last put, in seconds since 1970 by the clock of where it is. Raises
        `WriteError`, also where no such times are told.
        """

        def modified() -> float:
            self._fs.invalidate_cache()
            when: datetime = self._fs.modified(path)
            return when.timestamp()

        return self._try(WriteError, path, modified)

    def put(self, path: str, data: bytes) -> None:
        """The bytes under that path, at once: by a put where that is atomic, else under another
        name first and then renamed. Raises `WriteError`.
        """

        def put() -> None:
            if self._whole_puts:
                self._fs.pipe_file(path, data)
                return
            folder, _, name = path.rpartition("/")
            self._fs.makedirs(folder, exist_ok=True)
            self._fs.pipe_file(f"{folder}/.{name}.part", data)
            self._fs.mv(f"{folder}/.{name}.part", path)

        self._try(WriteError, path, put)

    def put_file(self, path: str, scratch: Path) -> None:
        """The file's bytes under that path, at once; a large one is not held in memory. Raises
        `WriteError`.
        """
        if scratch.stat().st_size <= LARGE or not self._whole_puts:
            self.put(path, scratch.read_bytes())
            return
        self._try(WriteError, path, lambda: self._fs.put_file(str(scratch), path))

    def remove(self, path: str) -> None:
        """The file is there no more. Raises `WriteError`."""

        def remove() -> None:
            try:
                self._fs.rm_file(path)
            except FileNotFoundError:
                return

        self._try(WriteError, path, remove)


_opened: dict[str, Remote] = {}
"""What this process has opened, by the URL that may be printed."""


def opened(url: str) -> Remote:
    """What the URL names; the same one again for a URL, or its redacted form, met before."""
    shown = redacted(url)
    if shown not in _opened or shown != url:
        _opened[shown] = Remote(url)
    return _opened[shown]
