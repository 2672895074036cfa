"""The building of a face: subset, mended, renamed, the same bytes each time."""

from __future__ import annotations

import bz2
import io
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from exporter.fonts import shipped_faces
from exporter.fonts.build import build
from exporter.fonts.charset import FORMS, han, symbols

# character → advance, left and right edge of its ink
GLYPHS = {
    "一": (1000, 50, 950),
    "—": (890, 60, 830),
    "·": (330, 120, 210),
    "“": (350, 40, 300),
    "”": (350, 40, 300),
    "‘": (200, 40, 160),
    "’": (200, 40, 160),
    "¶": (1000, 100, 800),
    "丂": (1000, 50, 950),
    **{digit: (471 if digit == "1" else 556, 40, 400) for digit in "0123456789"},
}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    builder = FontBuilder(1000, isTTF=True)
    names = {character: f"u{ord(character):04X}" for character in GLYPHS}
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap({ord(character): name for character, name in names.items()})
    outlines, metrics = {".notdef": TTGlyphPen(None).glyph()}, {".notdef": (1000, 0)}
    for character, (advance, left, right) in GLYPHS.items():
        pen = TTGlyphPen(None)
        pen.moveTo((left, 0))
        pen.lineTo((right, 0))
        pen.lineTo((right, 700))
        pen.closePath()
        outlines[names[character]] = pen.glyph()
        metrics[names[character]] = (advance, left)
    builder.setupGlyf(outlines)
    builder.setupHorizontalMetrics(metrics)
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Reserved", "styleName": "Regular", "copyright": "(c)"})
    builder.setupOS2(fsType=4)
    builder.setupPost()
    path = tmp_path / "source.ttf"
    builder.save(path)
    return path


def built(name: str, source: Path) -> bytes:
    characters = frozenset(map(ord, GLYPHS)) - {ord("丂")}
    out = io.BytesIO()
    with build(name, shipped_faces()[name], source, characters) as font:
        font.save(out)
    return out.getvalue()


def metrics(data: bytes) -> dict[str, tuple[int, int, int]]:
    with TTFont(io.BytesIO(data)) as font:
        glyf, hmtx = font["glyf"], font["hmtx"]
        return {
            chr(code): (hmtx[name][0], glyf[name].xMin, glyf[name].xMax)
            for code, name in font.getBestCmap().items()
        }


def test_mended_widths(source: Path) -> None:
    found = metrics(built("song", source))
    assert "丂" not in found
    assert found["一"] == (1000, 50, 950)
    advance, left, right = found["—"]
    assert (advance, left < 0, right > 1000) == (1000, True, True)
    assert found["·"] == (1000, 455, 545)
    assert found["“"] == (1000, 700, 960)
    assert found["’"] == (1000, 40, 160)
    assert {found[digit][0] for digit in "0123456789"} == {558}
    assert found["¶"][0] == 640


def test_title_keeps_proportional_digits(source: Path) -> None:
    assert metrics(built("title", source))["1"][0] == 471


def test_renamed_and_free(source: Path) -> None:
    with TTFont(io.BytesIO(built("kai", source))) as font:
        names = {record.nameID: record.toUnicode() for record in font["name"].names}
        assert names[0] == "(c)"
        assert names[1] == "Exporter Kai"
        assert "Reserved" not in "".join(names.values())
        assert font["OS/2"].fsType == 0


def test_same_bytes(source: Path) -> None:
    assert built("hei", source) == built("hei", source)


@pytest.mark.parametrize("packed", [False, True])
def test_han_of_the_charset(tmp_path: Path, packed: bool) -> None:
    table = "# Unihan\nU+4E00\tkTGH\t2013:1\nU+2C9B0\tkTGH\t2013:7000\nU+4E02\tkXerox\t241:041\n"
    table += "U+885E\tkHKSCS\t8F5D\nU+21D90\tkHKSCS\t8CE3\n"
    path = tmp_path / ("Unihan.txt.bz2" if packed else "Unihan.txt")
    path.write_bytes(bz2.compress(table.encode()) if packed else table.encode())
    found = han(path)
    assert 0x2C9B0 in found
    assert 0x4E02 not in found
    assert {ord(c) for c in "国國溫閾瑋佢"} <= found
    assert 0x885E in found  # 衞
    assert 0x21D90 not in found  # beyond the basic plane
    # GB2312, Big5, less what they share; 𬦰 and 衞
    assert len(found) == 6763 + 13061 - 4383 + 2 + len(FORMS)


def test_symbols() -> None:
    assert {ord(c) for c in "A0āǚɡ—…“℃①Ⅳ→≥■、〔ㄅ㎡，￥"} <= symbols()
    assert not {ord(c) for c in "一가"} & symbols()
