"""WARC, what a crawler keeps of each address that it met (ISO 28500): its pages by their addresses.

The extra ``warc`` brings the library that reads it.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr
from typing import IO, Any

from exporter.batch.unpacking import CHUNK, MAX_BYTES, fault_of, ungzip, unpacked
from exporter.errors import SourceError
from exporter.notices import Notice

PAGES = ("text/html", "application/xhtml+xml", "text/plain")
NO_PAGES = ("/robots.txt",)


class Warc:
    """The answers with a page in them, by address; of two of one address the later counts. A packed
    file is unpacked once, into one without a name: few writers pack so that one can begin anywhere.
    """

    def __init__(self, path: str, file: IO[bytes]) -> None:
        self.names: tuple[str, ...] = ()
        self.fault: Notice | None = None
        self._file = file
        self._places: dict[str, int] = {}
        try:
            from warcio.archiveiterator import ArchiveIterator
        except ImportError:
            params = {"name": "warc", "package": "warcio"}
            self.fault = Notice("cli.needs-extra", params=params)
            return
        self._records = ArchiveIterator
        if path.lower().endswith(".gz"):
            self._file, self.fault = unpacked(file, ungzip, path, "batch.bad-wrapping")
        try:
            with _quiet():
                for address, offset in self._index():
                    self._places[address] = offset
        except Exception as error:
            self.fault = self.fault or fault_of("batch.bad-wrapping", path, error)
        self.names = tuple(sorted(self._places))

    def _index(self) -> Iterator[tuple[str, int]]:
        records = self._records(self._file)
        for record in records:
            offset = records.get_record_offset()
            address = record.rec_headers.get_header("WARC-Target-URI")
            if address and _has_page(record) and not address.endswith(NO_PAGES):
                yield address.encode("utf-8", "backslashreplace").decode(), offset

    def read(self, member: str, label: str) -> bytes:
        """The page's bytes. Raises `SourceError`, which calls it `label`."""
        place = self._places.get(member)
        if place is None:
            raise SourceError("batch.bad-wrapping", path=label, why=member)
        self._file.seek(place)
        whole = bytearray()
        try:
            with _quiet():
                stream = next(iter(self._records(self._file))).content_stream()
                while len(whole) <= MAX_BYTES and (chunk := stream.read(CHUNK)):
                    whole += chunk
        except Exception as error:
            raise SourceError("batch.bad-wrapping", path=label, why=error) from error
        if len(whole) > MAX_BYTES:
            raise SourceError("batch.too-large", path=label, limit=MAX_BYTES)
        return bytes(whole)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


@contextmanager
def _quiet() -> Iterator[None]:
    """warcio writes what it doubts to the error stream and the log; what it can't read at all, it
    raises as errors of every kind, not only its own.
    """
    logging.getLogger("warcio").setLevel(logging.CRITICAL)
    with redirect_stderr(io.StringIO()):
        yield


def _has_page(record: Any) -> bool:
    """Whether it is an answer that came well and holds a page, or a page kept without one."""
    if record.rec_type == "resource":
        kind = record.rec_headers.get_header("Content-Type")
    elif record.rec_type == "response" and record.http_headers is not None:
        if record.http_headers.get_statuscode() != "200":
            return False
        kind = record.http_headers.get_header("Content-Type")
    else:
        return False
    return (kind or "").partition(";")[0].strip().lower() in PAGES
