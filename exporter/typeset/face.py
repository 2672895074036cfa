"""A font file read lazily: what lines need of it, and what an embedder needs of it.

The file is mapped, not loaded, and its tables of thirty thousand entries are looked up where asked:
opening a face costs a fraction of a millisecond. TrueType (``glyf``) and CFF outlines, alone or in
a collection (TTC). Table layouts: OpenType 1.9.1.
"""

from __future__ import annotations

import mmap
import struct
import sys
from array import array
from bisect import bisect_right
from functools import cache, cached_property
from pathlib import Path
from typing import Final, Literal

from exporter.errors import WriteError

_SFNT_TAGS: Final = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_ENGLISH: Final = 0x409
_LONG_CMAP: Final = 12
_SHORT_CMAP: Final = 4


class Face:
    """One face of a font file. Lengths are in font units (`units_per_em` of them are 1 em).

    `outlines` tells which table holds the glyphs; `variable` faces have only their default instance
    (often Thin), which is seldom wanted. `bbox`, `ascent`, `descent` (negative), `cap_height`,
    `italic_angle`, `weight` are what a PDF font descriptor asks for.
    """

    def __init__(self, path: Path, number: int = 0) -> None:
        """Maps the file. Raises `WriteError` (``typeset.font-unreadable``)."""
        self.path = path
        self.number = number
        try:
            with path.open("rb") as file:
                self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            self._tables = _directory(self._data, number)
            self._read_metrics()
            self._cmap = _find_cmap(self._data, self._tables["cmap"][0])
        except (OSError, ValueError, KeyError, IndexError, struct.error) as fault:
            raise WriteError("typeset.font-unreadable", file=path) from fault
        self.advances = Advances(self)

    def __repr__(self) -> str:
        return f"Face({self.path.name!r}, {self.number})"

    def _read_metrics(self) -> None:
        data = self._data
        head, hhea = self._tables["head"][0], self._tables["hhea"][0]
        self.units_per_em: int = _u16(data, head + 18)
        self.bbox: tuple[int, int, int, int] = struct.unpack_from(">4h", data, head + 36)
        self._long_loca = _u16(data, head + 50) != 0
        self.ascent: int
        self.descent: int
        self.ascent, self.descent = struct.unpack_from(">hh", data, hhea + 4)
        self._metrics_count = _u16(data, hhea + 34)
        self._hmtx = self._tables["hmtx"][0]
        self.glyph_count = _u16(data, self._tables["maxp"][0] + 4)
        self.outlines: Literal["glyf", "cff"] = "glyf" if "glyf" in self._tables else "cff"
        self.variable = "fvar" in self._tables
        self._read_style()

    def _read_style(self) -> None:
        data = self._data
        self.italic_angle: float = 0.0
        if "post" in self._tables:
            (angle,) = struct.unpack_from(">i", data, self._tables["post"][0] + 4)
            self.italic_angle = angle / 65536
        self.weight, self.fs_type, self.cap_height = 400, 0, self.ascent
        if "OS/2" in self._tables:
            offset = self._tables["OS/2"][0]
            self.weight, self.fs_type = _u16(data, offset + 4), _u16(data, offset + 8)
            if _u16(data, offset) >= 2:
                (self.cap_height,) = struct.unpack_from(">h", data, offset + 88)

    @cached_property
    def glyphs(self) -> CharacterMap:
        """Character → glyph number, 0 for none. Raises `WriteError` for a broken table."""
        try:
            return CharacterMap(self._data, *self._cmap)
        except (ValueError, IndexError, struct.error) as fault:
            raise WriteError("typeset.font-unreadable", file=self.path) from fault

    @property
    def embeddable(self) -> bool:
        """False where the font's maker forbids embedding a subset (OS/2 ``fsType``)."""
        restricted = self.fs_type & 0x000F == 0x0002
        return not restricted and not self.fs_type & 0x0300

    @property
    def family(self) -> str:
        """The English family name, else any; the file's stem where the font has none."""
        found = self.names(16, 1)
        return found[0] if found else self.path.stem

    @property
    def postscript_name(self) -> str:
        """The name a PDF gives the font: ASCII without spaces."""
        found = self.names(6)
        plain = "".join(c for c in (found[0] if found else self.path.stem) if c.isascii())
        return "".join(c for c in plain if c.isalnum() or c in "-_") or "Face"

    def names(self, *name_ids: int) -> tuple[str, ...]:
        """The names of these kinds (OpenType nameIDs), English first, then in the file's order."""
        if "name" not in self._tables:
            return ()
        return _names(self._data, self._tables["name"][0], name_ids)

    def has(self, character: str) -> bool:
        """Whether the face has a glyph for the character."""
        return self.glyphs[character] != 0

    def glyph(self, character: str) -> int:
        """The glyph's number, 0 (``.notdef``) where there is none."""
        return self.glyphs[character]

    def advance(self, glyph: int) -> int:
        """The glyph's advance, font units."""
        return _u16(self._data, self._hmtx + 4 * min(glyph, self._metrics_count - 1))

    def left_bearing(self, glyph: int) -> int:
        """The glyph's left side bearing, font units."""
        if glyph < self._metrics_count:
            offset = self._hmtx + 4 * glyph + 2
        else:
            offset = self._hmtx + 4 * self._metrics_count + 2 * (glyph - self._metrics_count)
        (bearing,) = struct.unpack_from(">h", self._data, offset)
        return int(bearing)

    def table(self, tag: str) -> bytes:
        """The bytes of a table, empty where the font has none."""
        if tag not in self._tables:
            return b""
        offset, length = self._tables[tag]
        return self._data[offset : offset + length]

    def outline(self, glyph: int) -> bytes:
        """The glyph's ``glyf`` entry; empty for a blank. Raises `ValueError` for CFF outlines."""
        if self.outlines != "glyf":
            raise ValueError("no glyf table")
        loca, glyf = self._tables["loca"][0], self._tables["glyf"][0]
        if self._long_loca:
            start, end = struct.unpack_from(">II", self._data, loca + 4 * glyph)
        else:
            start, end = (2 * n for n in struct.unpack_from(">HH", self._data, loca + 2 * glyph))
        return self._data[glyf + start : glyf + end]


class CharacterMap(dict[str, int]):
    """Character → glyph number, filled as it is asked; 0 where the font has none."""

    def __init__(self, data: mmap.mmap, kind: int, at: int) -> None:
        super().__init__()
        self._indirect: tuple[array[int], mmap.mmap, int] | None = None
        if kind == _LONG_CMAP:
            self._read_groups(data, at)
        else:
            self._read_segments(data, at)

    def _read_groups(self, data: mmap.mmap, at: int) -> None:
        count: int = struct.unpack_from(">I", data, at + 12)[0]
        groups = _array("I", data[at + 16 : at + 16 + 12 * count])
        self._first, self._last = groups[0::3], groups[1::3]
        self._glyph = [
            glyph - first for first, glyph in zip(self._first, groups[2::3], strict=True)
        ]

    def _read_segments(self, data: mmap.mmap, at: int) -> None:
        size = _u16(data, at + 6)
        last, first, delta, offsets = (
            _array("H", data[start : start + size])
            for start in (at + 14, at + 16 + size, at + 16 + 2 * size, at + 16 + 3 * size)
        )
        self._first, self._last, self._glyph = first, last, list(delta)
        self._indirect = (offsets, data, at + 16 + 3 * size)

    def __missing__(self, character: str) -> int:
        code = ord(character)
        segment = bisect_right(self._first, code) - 1
        glyph = 0
        if segment >= 0 and code <= self._last[segment]:
            glyph = self._lookup(segment, code)
        self[character] = glyph
        return glyph

    def _lookup(self, segment: int, code: int) -> int:
        if self._indirect is None:
            return code + self._glyph[segment]
        offsets, data, base = self._indirect
        if offsets[segment] == 0:
            return (code + self._glyph[segment]) & 0xFFFF
        place = base + 2 * segment + offsets[segment] + 2 * (code - self._first[segment])
        glyph = _u16(data, place)
        return (glyph + self._glyph[segment]) & 0xFFFF if glyph else 0


class Advances(dict[str, float]):
    """Character → advance in em, filled as it is asked (``.notdef``'s where there is no glyph)."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, character: str) -> float:
        face = self._face
        width = self[character] = face.advance(face.glyphs[character]) / face.units_per_em
        return width


@cache
def open_face(path: Path, number: int = 0) -> Face:
    """The face, opened once in a process. Raises `WriteError` for what isn't a font."""
    return Face(path, number)


def count_faces(path: Path) -> int:
    """How many faces the file holds: 1, or those of a collection; 0 for what isn't a font."""
    try:
        with path.open("rb") as file:
            start = file.read(12)
    except OSError:
        return 0
    if start[:4] == b"ttcf" and len(start) == 12:
        return int(struct.unpack(">I", start[8:])[0])
    return 1 if start[:4] in _SFNT_TAGS else 0


def _u16(data: mmap.mmap, offset: int) -> int:
    return data[offset] << 8 | data[offset + 1]


def _array(kind: Literal["H", "I"], data: bytes) -> array[int]:
    values = array(kind, data)
    if sys.byteorder == "little":
        values.byteswap()
    return values


def _directory(data: mmap.mmap, number: int) -> dict[str, tuple[int, int]]:
    """Tag → (offset, length) of the face's tables."""
    start = 0
    if data[:4] == b"ttcf":
        if number >= struct.unpack_from(">I", data, 8)[0]:
            raise ValueError("no such face in the collection")
        (start,) = struct.unpack_from(">I", data, 12 + 4 * number)
    if data[start : start + 4] not in _SFNT_TAGS:
        raise ValueError("not a font")
    tables: dict[str, tuple[int, int]] = {}
    for i in range(_u16(data, start + 4)):
        tag, _, offset, length = struct.unpack_from(">4sIII", data, start + 12 + 16 * i)
        tables[tag.decode("latin-1")] = (offset, length)
    return tables


def _find_cmap(data: mmap.mmap, cmap: int) -> tuple[int, int]:
    """Format and offset of the best Unicode character map; `ValueError` where there is none."""
    best: dict[int, int] = {}
    for i in range(_u16(data, cmap + 2)):
        platform, encoding, offset = struct.unpack_from(">HHI", data, cmap + 4 + 8 * i)
        if platform == 0 or (platform == 3 and encoding in (1, 10)):
            best.setdefault(_u16(data, cmap + offset), cmap + offset)
    for kind in (_LONG_CMAP, _SHORT_CMAP):
        if kind in best:
            return kind, best[kind]
    raise ValueError("no Unicode cmap")


def _names(data: mmap.mmap, table: int, name_ids: tuple[int, ...]) -> tuple[str, ...]:
    found: dict[str, tuple[int, int, int]] = {}
    strings = table + _u16(data, table + 4)
    for i in range(_u16(data, table + 2)):
        platform, _, language, kind, length, offset = struct.unpack_from(
            ">6H", data, table + 6 + 12 * i
        )
        if platform == 3 and kind in name_ids:
            raw = data[strings + offset : strings + offset + length]
            order = (name_ids.index(kind), int(language != _ENGLISH), i)
            text = raw.decode("utf-16-be", "replace")
            found[text] = min(order, found.get(text, order))
    return tuple(sorted(found, key=found.__getitem__))
