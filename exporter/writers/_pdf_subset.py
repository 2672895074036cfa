"""A face cut down to the glyphs that a document uses.

New glyph 0 is the face's ``.notdef``; the others keep the order in which they were asked for, so
that a character's code in the page (its CID) is its glyph in the file. Parts of composite glyphs
follow.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from exporter.typeset.face import Face

_KEPT = ("cvt ", "fpgm", "prep")
_ARGUMENTS_ARE_WORDS, _HAS_SCALE, _MORE_PARTS, _HAS_TWO_SCALES, _HAS_MATRIX = 1, 8, 32, 64, 128

_ARGUMENTS_ARE_OFFSETS = 2
ROOM_STEPS = 16  # to the em: how finely room inside a glyph's advance is set

Wanted = tuple[int, int]
"""A glyph, and how much room it gets at its right, in steps."""

Parts = tuple[tuple[int, int], ...]


def truetype_subset(face: Face, wanted: Sequence[Wanted]) -> bytes:
    """A TrueType file with the glyphs of `wanted` in that order (the first is ``.notdef``)."""
    glyphs = _with_parts(face, wanted)
    place: dict[int, int] = {}
    for i, (glyph, room) in enumerate(glyphs):
        if not room:
            place.setdefault(glyph, i)
    outlines = [_placed_outline(face, glyph, place) for glyph in glyphs]
    offsets = list(accumulate(map(len, outlines), initial=0))
    head, hhea = face.table("head"), face.table("hhea")
    count = struct.pack(">H", len(glyphs))
    tables = {tag: face.table(tag) for tag in _KEPT}
    tables |= {
        "head": head[:8] + bytes(4) + head[12:50] + b"\0\1" + head[52:54],
        "hhea": hhea[:34] + count,
        "maxp": _limits(face.table("maxp"), len(glyphs)),
        "hmtx": b"".join([_metrics(face, glyph)[1] for glyph in glyphs]),
        "loca": struct.pack(f">{len(offsets)}I", *offsets),
        "glyf": b"".join(outlines),
    }
    return _font_file({tag: data for tag, data in tables.items() if data})


def advance(face: Face, wanted: Wanted) -> int:
    """The glyph's advance with its room, font units."""
    glyph, room = wanted
    return face.advance(glyph) + round(room * face.units_per_em / ROOM_STEPS)


def width(face: Face, wanted: Wanted) -> str:
    """The glyph's advance with its room in thousandths of an em, as a PDF writes it."""
    return _metrics(face, wanted)[0]


@lru_cache(maxsize=40_000)
def _metrics(face: Face, wanted: Wanted) -> tuple[str, bytes]:
    """The glyph's advance with its room as a PDF writes it, and its entry in ``hmtx``."""
    units = advance(face, wanted)
    return (
        f"{round(units * 1000 / face.units_per_em, 2):g}",
        struct.pack(">Hh", units, face.left_bearing(wanted[0])),
    )


def _limits(maxp: bytes, count: int) -> bytes:
    """``maxp`` for `count` glyphs, one level of composites deeper (widened glyphs are
    composites).
    """
    points, contours, deep_points, deep_contours = struct.unpack_from(">4H", maxp, 6)
    parts, depth = struct.unpack_from(">2H", maxp, 28)
    return (
        maxp[:4]
        + struct.pack(">3H", count, points, contours)
        + struct.pack(">2H", max(points, deep_points), max(contours, deep_contours))
        + maxp[14:28]
        + struct.pack(">2H", max(parts, 1), depth + 1)
    )


def _with_parts(face: Face, wanted: Sequence[Wanted]) -> list[Wanted]:
    """`wanted` and, after it, the glyphs that its composites are made of."""
    glyphs = list(wanted)
    known = {glyph for glyph, room in glyphs if not room}
    for glyph, room in glyphs:  # grows while it is walked: parts may have parts
        parts = [glyph] if room else [part for _, part in _outline(face, glyph)[1]]
        for part in parts:
            if part not in known:
                known.add(part)
                glyphs.append((part, 0))
    return glyphs


def _placed_outline(face: Face, wanted: Wanted, place: dict[int, int]) -> bytes:
    """The outline with its parts' new indices; a widened glyph is a composite of the plain one."""
    glyph, room = wanted
    data, parts = _outline(face, glyph)
    if room:
        if not data:
            return data
        flags = _ARGUMENTS_ARE_OFFSETS
        return struct.pack(">h8sHHbb", -1, data[2:10], flags, place[glyph], 0, 0)
    return _renumbered(data, parts, place)


@lru_cache(maxsize=20_000)
def _outline(face: Face, glyph: int) -> tuple[bytes, Parts]:
    """The outline, padded to four bytes, and its parts: (offset of the part's index, its glyph)."""
    data = face.outline(glyph)
    return data + bytes(-len(data) % 4), _parts(data)


def _parts(data: bytes) -> Parts:
    """The parts of a composite glyph (OpenType, ``glyf``: composite glyph description)."""
    if len(data) < 10 or not data[0] & 0x80:
        return ()
    parts: list[tuple[int, int]] = []
    at, flags = 10, _MORE_PARTS
    while flags & _MORE_PARTS:
        flags, part = struct.unpack_from(">HH", data, at)
        parts.append((at + 2, part))
        at += 8 if flags & _ARGUMENTS_ARE_WORDS else 6
        if flags & _HAS_SCALE:
            at += 2
        elif flags & _HAS_TWO_SCALES:
            at += 4
        elif flags & _HAS_MATRIX:
            at += 8
    return tuple(parts)


def _renumbered(data: bytes, parts: Parts, place: dict[int, int]) -> bytes:
    """The outline with its parts' new indices."""
    if not parts:
        return data
    copy = bytearray(data)
    for at, part in parts:
        struct.pack_into(">H", copy, at, place[part])
    return bytes(copy)


def _font_file(tables: dict[str, bytes]) -> bytes:
    """A TrueType file of these tables; checksums are zero, as readers of PDF don't look at them."""
    tags = sorted(tables)
    power = len(tags).bit_length() - 1
    head = struct.pack(
        ">IHHHH", 0x00010000, len(tags), 16 << power, power, 16 * len(tags) - (16 << power)
    )
    padded = [tables[tag] + bytes(-len(tables[tag]) % 4) for tag in tags]
    offsets = accumulate((len(data) for data in padded), initial=12 + 16 * len(tags))
    directory = b"".join(
        tag.encode("ascii") + struct.pack(">III", 0, offset, len(tables[tag]))
        for tag, offset in zip(tags, offsets, strict=False)
    )
    return head + directory + b"".join(padded)
