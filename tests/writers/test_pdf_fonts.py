"""Faces in the PDF: what is embedded is what was painted, with the widths that the page says."""

from __future__ import annotations

import io
from pathlib import Path

import msgspec
import pypdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from exporter.document.model import Document, Paragraph, Provenance, Text
from exporter.notices import Span
from exporter.styling.load import load
from exporter.typeset.face import open_face
from exporter.typeset.faces import find_face, resolve
from exporter.writers import pdf
from exporter.writers._pdf_subset import truetype_subset

STYLE = load("plain")
SONG = resolve(("shipped:song",)).faces[0]


def written(text: str, *chain: str) -> pypdf.PdfReader:
    face = STYLE.typefaces["song"]
    faces = {**STYLE.typefaces, "song": msgspec.structs.replace(face, chain=chain or face.chain)}
    style = msgspec.structs.replace(STYLE, typefaces=faces)
    provenance = Provenance("a.txt", "0" * 64, "r1", Span(0, 1))
    document = Document("题", "zh", (Paragraph((Text(text),)),), provenance)
    return pypdf.PdfReader(io.BytesIO(pdf.write(document, style).value), strict=True)


def program(file: pypdf.PdfReader, name: str, key: str) -> bytes:
    """The font program under `key` of the font whose name ends with `name`."""
    for font in file.pages[0]["/Resources"]["/Font"].values():
        if str(font.get_object()["/BaseFont"]).endswith(name):
            descriptor = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
            return bytes(descriptor.get_object()[key].get_object().get_data())
    raise AssertionError(f"no font {name}")


def test_a_subset_has_just_the_glyphs_asked_for_in_their_order() -> None:
    glyphs = [(0, 0), *((SONG.glyph(character), 0) for character in "水中文")]
    font = TTFont(io.BytesIO(truetype_subset(SONG, glyphs)))
    assert font["maxp"].numGlyphs == 4
    whole = TTFont(SONG.path)
    for index, character in enumerate("水中", 1):
        mine = font["glyf"][font.getGlyphOrder()[index]]
        theirs = whole["glyf"][whole.getBestCmap()[ord(character)]]
        assert mine.getCoordinates(font["glyf"])[0] == theirs.getCoordinates(whole["glyf"])[0]


@pytest.mark.parametrize("room", [1, 4, 16])
def test_a_widened_glyph_looks_the_same_and_is_wider(room: int) -> None:
    glyph = SONG.glyph("水")
    font = TTFont(io.BytesIO(truetype_subset(SONG, [(0, 0), (glyph, 0), (glyph, room)])))
    plain, wide = font.getGlyphOrder()[1:3]
    advance = font["hmtx"][wide][0] - font["hmtx"][plain][0]
    assert advance == round(room * SONG.units_per_em / 16)
    assert font["glyf"][wide].isComposite()
    assert (
        font["glyf"][wide].getCoordinates(font["glyf"])[0]
        == (font["glyf"][plain].getCoordinates(font["glyf"])[0])
    )


def composite_font(path: Path) -> Path:
    """A font whose B is two A's side by side."""
    names = [".notdef", "A", "B"]
    builder = FontBuilder(1000)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord("A"): "A", ord("B"): "B"})
    square = TTGlyphPen(None)
    square.moveTo((0, 0))
    square.lineTo((0, 400))
    square.lineTo((400, 400))
    square.closePath()
    plain = square.glyph()
    pair = TTGlyphPen({"A": plain})
    pair.addComponent("A", (1, 0, 0, 1, 0, 0))
    pair.addComponent("A", (1, 0, 0, 1, 450, 0))
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "A": plain, "B": pair.glyph()})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (900, 0)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Pairs", "styleName": "Regular", "psName": "Pairs"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)
    return path


def test_composite_glyphs_bring_their_parts(tmp_path: Path) -> None:
    face = open_face(composite_font(tmp_path / "pairs.ttf"))
    subset = truetype_subset(face, [(0, 0), (face.glyph("B"), 0), (face.glyph("B"), 4)])
    font = TTFont(io.BytesIO(subset))
    assert font["maxp"].numGlyphs == 4
    whole = TTFont(face.path)
    theirs = whole["glyf"]["B"].getCoordinates(whole["glyf"])[0]
    for name in font.getGlyphOrder()[1:3]:
        assert font["glyf"][name].getCoordinates(font["glyf"])[0] == theirs


def test_widths_in_the_page_are_those_of_the_font() -> None:
    file = written("2023年，GDP增长5.2%。")
    font = TTFont(io.BytesIO(program(file, "ExporterSong", "/FontFile2")))
    for entry in file.pages[0]["/Resources"]["/Font"].values():
        if str(entry.get_object()["/BaseFont"]).endswith("ExporterSong"):
            widths = entry.get_object()["/DescendantFonts"][0].get_object()["/W"][1]
    units = font["head"].unitsPerEm
    advances = [font["hmtx"][name][0] * 1000 / units for name in font.getGlyphOrder()]
    assert advances[: len(widths)] == pytest.approx([float(width) for width in widths], abs=0.5)


def cff_font(path: Path) -> Path:
    """A font with CFF outlines that has A and 中, both squares."""
    names = [".notdef", "A", "zhong"]
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord("A"): "A", ord("中"): "zhong"})
    strings = {}
    for name, side in zip(names, (100, 500, 900), strict=True):
        pen = T2CharStringPen(side + 100, None)
        pen.moveTo((0, 0))
        pen.lineTo((side, 0))
        pen.lineTo((side, side))
        pen.closePath()
        strings[name] = pen.getCharString()
    builder.setupCFF("Squares", {}, strings, {})
    builder.setupHorizontalMetrics({".notdef": (200, 0), "A": (600, 0), "zhong": (1000, 0)})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Squares", "styleName": "Regular", "psName": "Squares"})
    builder.setupOS2(sTypoAscender=880, usWeightClass=400)
    builder.setupPost()
    builder.save(path)
    return path


def test_faces_with_cff_outlines_are_embedded_keyed_by_cid(tmp_path: Path) -> None:
    file = written("A中水", str(cff_font(tmp_path / "squares.otf")))
    assert "A中水" in file.pages[0].extract_text().replace(" ", "")
    cff = program(file, "Squares", "/FontFile3")
    from fontTools.cffLib import CFFFontSet

    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(cff), None)
    top = fonts.topDictIndex[0]
    assert top.ROS == ("Adobe", "Identity", 0)
    assert top.charset[1:3] == ["cid00001", "cid00002"]


def test_each_character_comes_from_the_first_face_that_has_it(tmp_path: Path) -> None:
    path = cff_font(tmp_path / "squares.otf")
    file = written("A中水", str(path))
    names = {
        str(font.get_object()["/BaseFont"])[8:]
        for font in file.pages[0]["/Resources"]["/Font"].values()
    }
    assert names == {"Squares", "ExporterSong"}
    assert find_face(str(path)) is not None
