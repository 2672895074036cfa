"""The lazy reader of font files says what fontTools says, of every format and of broken files."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

from exporter.errors import WriteError
from exporter.fonts import face_path
from exporter.typeset.face import Face, count_faces, open_face

SAMPLE = "一国家水Ag9，。“”𫖯é\u3000"


@pytest.mark.parametrize("name", ["song", "kai"])
def test_agrees_with_fonttools(name: str) -> None:
    face = open_face(face_path(name))
    with TTFont(face_path(name)) as font:
        cmap, glyf, order = font.getBestCmap(), font["glyf"], font.getGlyphOrder()
        for character in SAMPLE:
            glyph, there = face.glyph(character), cmap[ord(character)]
            assert order[glyph] == there
            assert (face.advance(glyph), face.left_bearing(glyph)) == font["hmtx"][there]
            assert bool(face.outline(glyph)) is (glyf[there].numberOfContours != 0)
        assert face.glyph_count == font["maxp"].numGlyphs
        assert face.units_per_em == font["head"].unitsPerEm
        assert face.ascent == font["hhea"].ascent
        assert face.weight == font["OS/2"].usWeightClass
        assert face.table("maxp") == font.reader["maxp"]
    assert face.table("CFF ") == b""


def test_missing_character_is_glyph_0() -> None:
    face = open_face(face_path("song"))
    assert not face.has("ꙮ")
    assert face.glyph("ꙮ") == 0


def small_font(path: Path, *, cff: bool, family: str = "Small", fs_type: int = 0) -> Path:
    """A font of 甲 and a, 1000 and 500 units wide, with a short cmap (format 4) alone."""
    builder = FontBuilder(1000, isTTF=not cff)
    builder.setupGlyphOrder([".notdef", "jia", "a"])
    builder.setupCharacterMap({0x7532: "jia", 0x61: "a"})
    names = (".notdef", "jia", "a")
    if cff:
        pen = T2CharStringPen(500, None)
        pen.moveTo((0, 0))
        pen.lineTo((100, 0))
        pen.lineTo((100, 100))
        pen.closePath()
        charstrings = dict.fromkeys(names, pen.getCharString())
        builder.setupCFF("Small-Regular", {"FullName": "Small"}, charstrings, {})
    else:
        glyph_pen = TTGlyphPen(None)
        glyph_pen.moveTo((0, 0))
        glyph_pen.lineTo((100, 0))
        glyph_pen.lineTo((100, 100))
        glyph_pen.closePath()
        builder.setupGlyf(dict.fromkeys(names, glyph_pen.glyph()))
    builder.setupHorizontalMetrics({".notdef": (600, 0), "jia": (1000, 0), "a": (500, 0)})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": family, "styleName": "Regular", "psName": "Small-R"})
    builder.setupOS2(fsType=fs_type)
    builder.setupPost()
    builder.save(path)
    return path


@pytest.mark.parametrize("cff", [False, True])
def test_short_cmap_and_both_outlines(tmp_path: Path, cff: bool) -> None:
    face = Face(small_font(tmp_path / "small.ttf", cff=cff))
    assert face.outlines == ("cff" if cff else "glyf")
    assert (face.advances["甲"], face.advances["a"], face.advances["乙"]) == (1.0, 0.5, 0.6)
    assert face.family == "Small"
    assert face.postscript_name == "Small-R"
    assert bool(face.table("CFF ")) is cff


def test_cff_has_no_glyf_outline(tmp_path: Path) -> None:
    face = Face(small_font(tmp_path / "small.otf", cff=True))
    with pytest.raises(ValueError, match="glyf"):
        face.outline(1)


def test_collections(tmp_path: Path) -> None:
    first, second = (
        small_font(tmp_path / f"{name}.ttf", cff=False, family=name) for name in ("One", "Two")
    )
    path = tmp_path / "both.ttc"
    with TTFont(first) as one, TTFont(second) as two:
        collection = TTCollection()
        collection.fonts = [one, two]
        collection.save(path)
    assert count_faces(path) == 2
    assert [Face(path, number).family for number in (0, 1)] == ["One", "Two"]
    assert Face(path, 1).advances["甲"] == 1.0
    with pytest.raises(WriteError):
        Face(path, 2)


def test_embedding_that_is_forbidden(tmp_path: Path) -> None:
    assert Face(small_font(tmp_path / "free.ttf", cff=False)).embeddable
    assert not Face(small_font(tmp_path / "barred.ttf", cff=False, fs_type=2)).embeddable
    assert not Face(small_font(tmp_path / "whole.ttf", cff=False, fs_type=0x100)).embeddable


@pytest.mark.parametrize("length", [0, 3, 12, 40, 400])
def test_broken_files_are_named(tmp_path: Path, length: int) -> None:
    whole = small_font(tmp_path / "small.ttf", cff=False).read_bytes()
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(whole[:length])
    with pytest.raises(WriteError) as caught:
        Face(broken)
    assert caught.value.params["file"] == str(broken)


def test_text_is_no_font(tmp_path: Path) -> None:
    path = tmp_path / "text.ttf"
    path.write_text("没有字体")
    assert count_faces(path) == 0
    with pytest.raises(WriteError):
        Face(path)
    assert count_faces(tmp_path / "nowhere.ttf") == 0
