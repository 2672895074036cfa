"""The outer file: reportlab's document with our objects in it, packed in object streams.

reportlab numbers, names and formats its objects; this module differs in how they are written down.
Everything that isn't itself a stream goes compressed into object streams, the cross-reference
table is a stream too (ISO 32000-1, 7.5.7 and 7.5.8), and a line's end stands before each
``endstream`` (ISO 19005-2, 6.1.7.1). The file's identifier is a digest of its content, so that no
clock enters.
"""

from __future__ import annotations

import hashlib
import struct

import deflate
from reportlab.pdfbase import pdfdoc

_VERSION = (1, 7)
_OBJECTS_PER_STREAM = 250
_LEVEL = 1  # of libdeflate: level 6 takes half as long again for files 2 % smaller


class RawObject(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab is not typed
    """An object of ready bytes, where reportlab wants one of its own."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def format(self, document: object) -> bytes:
        """The bytes themselves."""
        return self.data


def stream_bytes(entries: str, data: bytes) -> bytes:
    """A compressed stream object with `entries` (formatted, may be empty) in its dictionary."""
    packed = bytes(deflate.zlib_compress(data, _LEVEL))
    head = f"<<{entries}/Filter/FlateDecode/Length {len(packed)}>>\nstream\n"
    return head.encode("ascii") + packed + _ending(packed)


def plain_stream_bytes(entries: str, data: bytes) -> bytes:
    """A stream object that is left readable (the XMP packet, which tools find by scanning)."""
    head = f"<<{entries}/Length {len(data)}>>\nstream\n"
    return head.encode("ascii") + data + _ending(data)


def _ending(data: bytes) -> bytes:
    """The line's end before ``endstream``, that can't be taken for part of the data."""
    return b"\r\nendstream" if data.endswith(b"\r") else b"\nendstream"


class ArchiveDocument(pdfdoc.PDFDocument):  # type: ignore[misc]  # reportlab is not typed
    """reportlab's document, written as a compact PDF 1.7 without a clock."""

    def __init__(self) -> None:
        super().__init__(compression=1, invariant=1, pdfVersion=_VERSION)
        self._ready: dict[int, bytes] = {}

    def add(self, data: bytes) -> int:
        """The number of a new object, whose bytes are `data`."""
        number = self.reserve()
        self._ready[number] = data
        return number

    def reserve(self, count: int = 1) -> int:
        """The first of `count` new object numbers in a row, each to be filled in later."""
        first: int = self.objectcounter + 1
        self.objectcounter += count
        return first

    def fill(self, number: int, data: bytes) -> None:
        """Gives the object of a reserved number its bytes."""
        self._ready[number] = data

    def number(self, obj: object) -> int:
        """The object number of `obj`, which is registered if it wasn't."""
        name = self.Reference(obj).name
        return int(self.idToObjectNumberAndVersion[name][0])

    def format(self) -> bytes:
        """The whole file."""
        self.encrypt.prepare(self)
        root = self.number(self.Catalog)
        info = self.number(self.info)
        plain, packed = self._formatted()
        return _assemble(plain, packed, root, info)

    def _formatted(self) -> tuple[list[tuple[int, bytes]], list[tuple[int, bytes]]]:
        """Streams and other objects, each with its number; formatting may still add objects."""
        plain: list[tuple[int, bytes]] = []
        packed: list[tuple[int, bytes]] = []
        number = 1
        while number <= self.objectcounter:
            data = self._ready.get(number)
            if data is None:
                registered = self.idToObject[self.numberToId[number]]
                data = pdfdoc.format(registered, self, toplevel=1).rstrip(b"\n")
            (plain if data.endswith(b"endstream") else packed).append((number, data))
            number += 1
        return plain, packed


def _assemble(
    plain: list[tuple[int, bytes]], packed: list[tuple[int, bytes]], root: int, info: int
) -> bytes:
    """The bytes of a file with these objects, those of `packed` in object streams."""
    size = 1 + len(plain) + len(packed)
    entries: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
    digest = hashlib.sha1(usedforsecurity=False)
    out = bytearray(b"%%PDF-%d.%d\n%%\xe2\xe3\xcf\xd3\n" % _VERSION)
    for first in range(0, len(packed), _OBJECTS_PER_STREAM):
        chunk = packed[first : first + _OBJECTS_PER_STREAM]
        entries.update((number, (2, size, i)) for i, (number, _) in enumerate(chunk))
        plain.append((size, _object_stream(chunk)))
        size += 1
    for number, data in plain:
        entries[number] = (1, len(out), 0)
        digest.update(data)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, data)
    start = len(out)
    entries[size] = (1, start, 0)
    identifier = digest.hexdigest()[:32]
    rows = b"".join(struct.pack(">BIH", *entries[number]) for number in range(size + 1))
    trailer = (
        f"/Type/XRef/Size {size + 1}/W[1 4 2]/Root {root} 0 R/Info {info} 0 R"
        f"/ID[<{identifier}><{identifier}>]"
    )
    out += b"%d 0 obj\n%s\nendobj\n" % (size, stream_bytes(trailer, rows))
    out += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def _object_stream(chunk: list[tuple[int, bytes]]) -> bytes:
    """One object stream that holds `chunk`."""
    index: list[str] = []
    offset = 0
    for number, data in chunk:
        index.append(f"{number} {offset}")
        offset += len(data) + 1
    head = (" ".join(index) + "\n").encode("ascii")
    body = b"\n".join(data for _, data in chunk)
    return stream_bytes(f"/Type/ObjStm/N {len(chunk)}/First {len(head)}", head + body)
