"""Builds the shipped faces from their sources: ``python -m exporter.fonts.build SOURCES``.

SOURCES is a folder where ``npm install @expo-google-fonts/noto-serif-sc@0.4.3
@expo-google-fonts/noto-sans-sc@0.4.3`` was run. LXGW WenKai and the Unicode tables come from the
Debian packages fonts-lxgw-wenkai and unicode-data (`--wenkai`, `--unihan` for other places). Same
sources, same bytes: nothing of the clock gets in. The digests in ``faces.toml`` say what came out.

What is mended, beside the subset and the names (which the licences reserve):
- — is 1 em with ink from edge to edge, so that —— has no gap;
- · and the quotes are 1 em, each quote at its side of the cell, as Chinese print has them;
- Song's digits have one advance, so that columns of numbers align (Title's stay proportional);
- the pilcrow is narrow: it stands before paragraph numbers.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from pathlib import Path
from typing import Any, Final, NamedTuple

from fontTools import subset
from fontTools.ttLib import TTFont

from exporter.fonts import ShippedFace, face_path, shipped_faces
from exporter.fonts.charset import han, symbols

_NOTO: Final = "node_modules/@expo-google-fonts/"
_NOTO_FILES: Final = {
    "song": "noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
    "title": "noto-serif-sc/800ExtraBold/NotoSerifSC_800ExtraBold.ttf",
    "hei": "noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
    "medium": "noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf",
}
_WENKAI: Final = Path("/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf")
_UNIHAN: Final = Path("/usr/share/unicode/Unihan_OtherMappings.txt.bz2")

_DASH: Final = 0x2014
_DASH_OVERLAP: Final = 8
_FULL_WIDTH: Final = {
    0x201C: "right",
    0x2018: "right",
    0x201D: "left",
    0x2019: "left",
    0x00B7: "mid",
}
_QUOTE_MARGIN: Final = 40
_PILCROW: Final = 0x00B6
_PILCROW_WIDTH: Final = 640
_TABULAR: Final = {"song": 558}

_DROPPED_TABLES: Final = [
    "GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "kern", "DSIG", "STAT", "meta",
    "gasp", "prep", "fpgm", "cvt ", "hdmx", "LTSH", "VDMX", "FFTM",
]  # fmt: skip
_KEPT_NAMES: Final = (0, 13, 14)
_LANGUAGES: Final = ((3, 1, 0x409), (3, 1, 0x804))


class Sources(NamedTuple):
    """Where the sources lie."""

    folder: Path
    wenkai: Path
    unihan: Path

    def face(self, name: str) -> Path:
        """The source file of a shipped face."""
        return self.wenkai if name == "kai" else self.folder / _NOTO / _NOTO_FILES[name]


def build(name: str, face: ShippedFace, source: Path, characters: frozenset[int]) -> TTFont:
    """The face, ready to be saved."""
    font = TTFont(source, recalcTimestamp=False)
    _subset(font, characters)
    _mend_dash(font)
    for code, side in _FULL_WIDTH.items():
        _widen(font, code, side)
    _narrow_pilcrow(font)
    if name in _TABULAR:
        _make_tabular(font, _TABULAR[name])
    _rename(font, face.family)
    font["OS/2"].fsType = 0
    return font


def _subset(font: TTFont, characters: frozenset[int]) -> None:
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables = _DROPPED_TABLES
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.notdef_outline = True
    options.glyph_names = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=sorted(characters))
    subsetter.subset(font)


def _ink(font: TTFont, code: int) -> tuple[str, Any, int]:
    """The character's glyph name, its outline (its own, no composite), and its advance."""
    name = font.getBestCmap()[code]
    glyf = font["glyf"]
    glyph = glyf[name]
    if glyph.isComposite():
        coordinates, ends, flags = glyph.getCoordinates(glyf)
        glyph.numberOfContours = len(ends)
        glyph.coordinates, glyph.endPtsOfContours, glyph.flags = coordinates, ends, flags
        del glyph.components
    return name, glyph, font["hmtx"][name][0]


def _place(font: TTFont, name: str, glyph: Any, advance: int) -> None:
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (advance, glyph.xMin)


def _fit(glyph: Any, left: int, right: int) -> None:
    """Scales and moves the outline so that its ink goes from `left` to `right`."""
    scale = (right - left) / (glyph.xMax - glyph.xMin)
    glyph.coordinates.translate((-glyph.xMin, 0))
    glyph.coordinates.scale((scale, 1))
    glyph.coordinates.translate((left, 0))
    glyph.coordinates.toInt()


def _mend_dash(font: TTFont) -> None:
    em = font["head"].unitsPerEm
    name, glyph, _ = _ink(font, _DASH)
    _fit(glyph, -_DASH_OVERLAP, em + _DASH_OVERLAP)
    _place(font, name, glyph, em)


def _widen(font: TTFont, code: int, side: str) -> None:
    em = font["head"].unitsPerEm
    name, glyph, advance = _ink(font, code)
    if advance >= em:
        return
    shift = {
        "left": _QUOTE_MARGIN - glyph.xMin,
        "right": em - _QUOTE_MARGIN - glyph.xMax,
        "mid": (em - glyph.xMin - glyph.xMax) // 2,
    }[side]
    glyph.coordinates.translate((shift, 0))
    _place(font, name, glyph, em)


def _narrow_pilcrow(font: TTFont) -> None:
    name, glyph, advance = _ink(font, _PILCROW)
    if advance <= _PILCROW_WIDTH:
        return
    ink = min(glyph.xMax - glyph.xMin, _PILCROW_WIDTH - 60)
    left = (_PILCROW_WIDTH - ink) // 2
    _fit(glyph, left, left + ink)
    _place(font, name, glyph, _PILCROW_WIDTH)


def _make_tabular(font: TTFont, width: int) -> None:
    for digit in b"0123456789":
        name, glyph, advance = _ink(font, digit)
        glyph.coordinates.translate(((width - advance) // 2, 0))
        _place(font, name, glyph, width)


def _rename(font: TTFont, family: str) -> None:
    names = font["name"]
    names.names = [record for record in names.names if record.nameID in _KEPT_NAMES]
    plain = family.replace(" ", "")
    texts = {1: family, 2: "Regular", 3: f"{family} 1.0", 4: family, 5: "Version 1.0", 6: plain}
    for language in _LANGUAGES:
        for name_id, text in texts.items():
            names.setName(text, name_id, *language)


def main(arguments: list[str]) -> int:
    """Builds every face and prints its file, size and digest."""
    parser = argparse.ArgumentParser(prog="build", description=__doc__.partition(":")[0])
    parser.add_argument("folder", type=Path, metavar="SOURCES")
    parser.add_argument("--wenkai", type=Path, default=_WENKAI)
    parser.add_argument("--unihan", type=Path, default=_UNIHAN)
    sources = Sources(**vars(parser.parse_args(arguments)))
    characters = han(sources.unihan) | symbols()
    for name, face in shipped_faces().items():
        path = face_path(name)
        build(name, face, sources.face(name), characters).save(path)
        data = path.read_bytes()
        print(f"{path.name} {len(data)} {hashlib.sha256(data).hexdigest()}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
