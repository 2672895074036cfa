"""A face cut down to the glyphs that a document uses.

New glyph 0 is the face's ``.notdef``; the others keep the order in which they were asked for, so
that a character's code in the page (its CID) is its glyph in the file. Parts of composite glyphs
follow.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

import msgspec

from exporter.typeset.face import Face

_KEPT = ("cvt ", "fpgm", "prep")
_ARGUMENTS_ARE_WORDS, _HAS_SCALE, _MORE_PARTS, _HAS_TWO_SCALES, _HAS_MATRIX = 1, 8, 32, 64, 128

_ARGUMENTS_ARE_OFFSETS = 2
_ONLY_PART = 12  # where the part of a composite of one part is named
_WIDEST = 0xFFFF
ROOM_STEPS = 16  # to the em: how finely room inside a glyph's advance is set

Wanted = tuple[int, int]
"""A glyph, and how much room it gets at its right, in steps."""

Parts = tuple[tuple[int, int], ...]
"""The parts of a composite glyph: (offset of the part's index, its glyph)."""


class Glyph(msgspec.Struct, frozen=True, gc=False):
    """A glyph made ready: its advance as a PDF writes it, its entry in ``hmtx``, its outline padded
    to four bytes, its parts.
    """

    width: str
    metrics: bytes
    outline: bytes
    parts: Parts


class Glyphs(dict[Wanted, Glyph]):
    """The glyphs of a face, made ready when they are first asked for: documents share them."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, wanted: Wanted) -> Glyph:
        face, (glyph, room) = self._face, wanted
        units = advance(face, wanted)
        outline = face.outline(glyph) if face.outlines == "glyf" else b""
        parts = _parts(outline)
        if room and outline:
            outline, parts = _widened(outline), ((_ONLY_PART, glyph),)
        made = self[wanted] = Glyph(
            f"{round(units * 1000 / face.units_per_em, 2):g}",
            struct.pack(">Hh", units, face.left_bearing(glyph)),
            outline + bytes(-len(outline) % 4),
            parts,
        )
        return made


@cache
def glyphs_of(face: Face) -> Glyphs:
    """The glyphs of the face, kept for the life of the process."""
    return Glyphs(face)


def truetype_subset(face: Face, wanted: Sequence[Wanted]) -> bytes:
    """A TrueType file with the glyphs of `wanted` in that order (the first is ``.notdef``)."""
    names, glyphs = _with_parts(glyphs_of(face), wanted)
    outlines = [glyph.outline for glyph in glyphs]
    _renumber(names, glyphs, outlines)
    offsets = list(accumulate(map(len, outlines), initial=0))
    head, hhea = face.table("head"), face.table("hhea")
    count = struct.pack(">H", len(glyphs))
    tables = {tag: face.table(tag) for tag in _KEPT}
    tables |= {
        "head": head[:8] + bytes(4) + head[12:50] + b"\0\1" + head[52:54],
        "hhea": hhea[:34] + count,
        "maxp": _limits(face.table("maxp"), len(glyphs)),
        "hmtx": b"".join([glyph.metrics for glyph in glyphs]),
        "loca": struct.pack(f">{len(offsets)}I", *offsets),
        "glyf": b"".join(outlines),
    }
    return _font_file({tag: data for tag, data in tables.items() if data})


def advance(face: Face, wanted: Wanted) -> int:
    """The glyph's advance with its room, font units; within what ``hmtx`` can hold."""
    glyph, room = wanted
    wide = face.advance(glyph) + round(room * face.units_per_em / ROOM_STEPS)
    return max(0, min(wide, _WIDEST))


def _widened(outline: bytes) -> bytes:
    """A composite of one part, still to be named, that has the outline's box."""
    return struct.pack(">h8sHHbb", -1, outline[2:10], _ARGUMENTS_ARE_OFFSETS, 0, 0, 0)


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


def _with_parts(store: Glyphs, wanted: Sequence[Wanted]) -> tuple[list[Wanted], list[Glyph]]:
    """`wanted` and, after it, the glyphs that its composites are made of."""
    names = list(wanted)
    glyphs = [store[name] for name in names]
    known = {glyph for glyph, room in names if not room}
    for glyph in glyphs:  # grows while it is walked: parts may have parts
        for _, part in glyph.parts:
            if part not in known:
                known.add(part)
                names.append((part, 0))
                glyphs.append(store[part, 0])
    return names, glyphs


def _renumber(names: list[Wanted], glyphs: list[Glyph], outlines: list[bytes]) -> None:
    """Gives the parts of the composites among `outlines` their new indices."""
    place = {glyph: index for index, (glyph, room) in enumerate(names) if not room}
    for index in [index for index, made in enumerate(glyphs) if made.parts]:
        data = outlines[index]
        for at, part in glyphs[index].parts:
            data = data[:at] + place[part].to_bytes(2, "big") + data[at + 2 :]
        outlines[index] = data


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
