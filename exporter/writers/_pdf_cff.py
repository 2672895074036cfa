"""A face with CFF outlines cut down to the glyphs that a document uses.

The glyphs are drawn anew into a CID-keyed CFF font whose CIDs run in the order in which the glyphs
were asked for, so that a character's code in the page is its CID (ISO 32000-1, 9.7.4.2). fontTools
is loaded only for such faces.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from fontTools.cffLib import FDArrayIndex, FDSelect, FontDict
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

from exporter.typeset.face import Face
from exporter.writers._pdf_subset import Wanted, advance


def cff_subset(face: Face, wanted: Sequence[Wanted]) -> bytes:
    """A CFF font program with the glyphs of `wanted` in that order (the first is ``.notdef``)."""
    names = [".notdef", *(f"cid{i:05}" for i in range(1, len(wanted)))]
    strings = dict(zip(names, (_char_string(face, glyph) for glyph in wanted), strict=True))
    builder = FontBuilder(face.units_per_em, isTTF=False)
    builder.setupGlyphOrder(names)
    builder.setupCFF(face.postscript_name, {}, strings, {})
    table = builder.font["CFF "]
    _key_by_cid(table.cff.topDictIndex[0], len(names))
    return bytes(table.compile(builder.font))


def _key_by_cid(top: Any, count: int) -> None:
    """Makes the font CID-keyed, with one font dictionary for all its glyphs."""
    only = FontDict()
    only.Private = top.Private
    fonts, choice = FDArrayIndex(), FDSelect()
    fonts.append(only)
    choice.format, choice.gidArray = 3, [0] * count
    strings = top.CharStrings
    strings.fdArray, strings.fdSelect = fonts, choice
    top.ROS = ("Adobe", "Identity", 0)
    top.CIDCount = count
    top.FDArray, top.FDSelect = fonts, choice
    del top.Private


@lru_cache(maxsize=20_000)
def _char_string(face: Face, wanted: Wanted) -> Any:
    """The glyph as a Type 2 charstring without subroutines and hints."""
    source, glyphs = _source(face)
    pen = T2CharStringPen(advance(face, wanted), None)
    glyphs[source.getGlyphName(wanted[0])].draw(pen)
    return pen.getCharString()


@cache
def _source(face: Face) -> tuple[TTFont, Any]:
    """The face's file as fontTools reads it, opened once in a process, and its glyphs."""
    font = TTFont(face.path, fontNumber=face.number, lazy=True)
    return font, font.getGlyphSet()
