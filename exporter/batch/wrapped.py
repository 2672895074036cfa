"""Files that hold one page: packed by gzip, or saved by a browser with its pictures (MHTML)."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from typing import IO

from exporter.batch.unpacking import BROKEN, FLOOR, MAX_BYTES, MAX_RATIO, shown, ungzip
from exporter.errors import SourceError
from exporter.notices import Notice


class _One:
    """An archive of one member, which bears the file's name without the last suffix."""

    fault: Notice | None = None

    def __init__(self, path: str, file: IO[bytes], suffix: str) -> None:
        self._file = file
        stem = os.path.splitext(os.path.basename(path))[0]
        self.names: tuple[str, ...] = (shown(f"{stem}{suffix}"),)

    def read(self, member: str, label: str) -> bytes:
        """The page's bytes. Raises `SourceError`, which calls it `label`."""
        del member
        self._file.seek(0)
        try:
            data = self._page(label)
        except BROKEN as error:
            raise SourceError("batch.bad-wrapping", path=label, why=error) from error
        if data is None:
            raise SourceError("batch.no-page-in-it", path=label)
        return data

    def _page(self, label: str) -> bytes | None:
        raise NotImplementedError

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


class Gzipped(_One):
    """``page.html.gz``: what `page.html` was."""

    def __init__(self, path: str, file: IO[bytes]) -> None:
        super().__init__(path, file, "")

    def _page(self, label: str) -> bytes:
        limit = min(MAX_BYTES, max(FLOOR, self._file.seek(0, 2) * MAX_RATIO))
        self._file.seek(0)
        whole = io.BytesIO()
        for chunk in ungzip(self._file):
            whole.write(chunk)
            if whole.tell() > limit:
                raise SourceError("batch.too-large", path=label, limit=limit)
        return whole.getvalue()


class Mhtml(_One):
    """``page.mhtml`` (RFC 2557): the first HTML in it, else the first plain text."""

    def __init__(self, path: str, file: IO[bytes]) -> None:
        super().__init__(path, file, ".html")

    def _page(self, label: str) -> bytes | None:
        data = self._file.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise SourceError("batch.too-large", path=label, limit=MAX_BYTES)
        whole = message_from_bytes(data)
        for kind in ("text/html", "text/plain"):
            for found in _parts(whole, kind):
                return found
        return None


def _parts(whole: Message, kind: str) -> Iterator[bytes]:
    for part in whole.walk():
        stated = part.get("Content-Type") is not None
        if stated and part.get_content_type() == kind:
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                yield payload
