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
from itertools import accumulate

import deflate
from reportlab.pdfbase import pdfdoc

_VERSION = (1, 7)
_OBJECTS_PER_STREAM = 250
_LEVEL = 1  # of libdeflate: level 6 takes half as long again for files 2 % smaller


_row = struct.Struct(">BIH").pack  # an entry of the cross-reference stream

_Numbered = tuple[int, bytes]


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
        self._streams: dict[int, bytes] = {}

    def add(self, data: bytes) -> int:
        """The number of a new object, whose bytes are `data`; not a stream."""
        number = self.reserve()
        self._ready[number] = data
        return number

    def add_stream(self, data: bytes) -> int:
        """The number of a new stream (`stream_bytes`)."""
        number = self.reserve()
        self._streams[number] = data
        return number

    def reserve(self, count: int = 1) -> int:
        """The first of `count` new object numbers in a row, each to be filled in later."""
        first: int = self.objectcounter + 1
        self.objectcounter += count
        return first

    def fill(self, number: int, data: bytes) -> None:
        """Gives the object of a known number its bytes: one reserved, or reportlab's own."""
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

    def _formatted(self) -> tuple[list[_Numbered], list[_Numbered]]:
        """Streams and other objects, each with its number."""
        number = 1
        while number <= self.objectcounter:  # formatting may still add objects
            if number in self.numberToId and number not in self._ready:
                registered = self.idToObject[self.numberToId[number]]
                data = pdfdoc.format(registered, self, toplevel=1).rstrip(b"\n")
                kind = self._streams if data.endswith(b"endstream") else self._ready
                kind[number] = data
            number += 1
        return sorted(self._streams.items()), sorted(self._ready.items())


def _assemble(plain: list[_Numbered], packed: list[_Numbered], root: int, info: int) -> bytes:
    """The bytes of a file with these objects, those of `packed` in object streams."""
    size = 1 + len(plain) + len(packed)
    rows = {0: _row(0, 0, 65535)}
    digest = hashlib.sha1(usedforsecurity=False)
    out = bytearray(b"%%PDF-%d.%d\n%%\xe2\xe3\xcf\xd3\n" % _VERSION)
    for first in range(0, len(packed), _OBJECTS_PER_STREAM):
        chunk = packed[first : first + _OBJECTS_PER_STREAM]
        rows |= {number: _row(2, size, i) for i, (number, _) in enumerate(chunk)}
        plain.append((size, _object_stream(chunk)))
        size += 1
    for number, data in plain:
        rows[number] = _row(1, len(out), 0)
        digest.update(data)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, data)
    start = len(out)
    rows[size] = _row(1, start, 0)
    identifier = digest.hexdigest()[:32]
    table = b"".join(map(rows.__getitem__, range(size + 1)))
    trailer = (
        f"/Type/XRef/Size {size + 1}/W[1 4 2]/Root {root} 0 R/Info {info} 0 R"
        f"/ID[<{identifier}><{identifier}>]"
    )
    out += b"%d 0 obj\n%s\nendobj\n" % (size, stream_bytes(trailer, table))
    out += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def _object_stream(chunk: list[_Numbered]) -> bytes:
    """One object stream that holds `chunk`."""
    objects = [data for _, data in chunk]
    offsets = accumulate([len(data) + 1 for data in objects], initial=0)
    index = [f"{number} {at}" for (number, _), at in zip(chunk, offsets, strict=False)]
    head = (" ".join(index) + "\n").encode("ascii")
    return stream_bytes(
        f"/Type/ObjStm/N {len(chunk)}/First {len(head)}", head + b"\n".join(objects)
    )
