"""Faces in the file: each one an Identity-H font of just the glyphs that were painted.

reportlab would make several fonts of 256 characters each of a Chinese face, and takes no CFF
outlines. Here a character's code is its glyph in the subset, two bytes; ``ToUnicode`` leads back
to the characters, those above U+FFFF included.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache

from exporter.typeset.face import Face
from exporter.writers._pdf_file import ArchiveDocument, stream_bytes
from exporter.writers._pdf_subset import Wanted, truetype_subset, width

_SYMBOLIC = 4
_OUTLINES_LEVEL = 1  # of libdeflate: half the time of level 6, for outlines 4 % larger
_CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def\n"
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
)
_CMAP_TAIL = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"


class _Codes(dict[int, int]):
    """Code point → code in the page, given on first use. For `str.translate`."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        self.glyphs: list[Wanted] = [(0, 0)]
        self.characters: list[str] = [""]

    def __missing__(self, point: int) -> int:
        code = self[point] = self.add(chr(point), 0)
        return code

    def add(self, character: str, room: int) -> int:
        """A new code, for `character` with so many steps of room at its right."""
        self.glyphs.append((self._face.glyph(character), room))
        self.characters.append(character)
        return len(self.glyphs) - 1


class _WideCodes(dict[tuple[str, int], str]):
    """Character and room → hexadecimal code of its widened glyph, given on first use."""

    def __init__(self, codes: _Codes) -> None:
        super().__init__()
        self._codes = codes

    def __missing__(self, wanted: tuple[str, int]) -> str:
        character, room = wanted
        code = self._codes.add(character, room) if room else self._codes[ord(character)]
        text = self[wanted] = f"{code:04x}"
        return text


class EmbeddedFace:
    """A face of the file: turns text into codes, and in the end writes its font objects."""

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self._codes = _Codes(face)
        self._wide = _WideCodes(self._codes)

    def encode(self, text: str, room: int = 0) -> str:
        """The hexadecimal string (without its angle brackets) that paints `text`.

        Each character has `room` at its right, in steps (`ROOM_STEPS` to the em).
        """
        if room:
            return "".join([self._wide[character, room] for character in text])
        return text.translate(self._codes).encode("utf-16-be").hex()

    def encode_spaced(self, text: str, room: int, gaps: Iterable[tuple[int, int]]) -> list[str]:
        """The strings of `text` cut after each gap: ``(index, room)`` of the character before
        it.
        """
        codes = self.encode(text, room)
        pieces: list[str] = []
        start = 0
        for index, wide in gaps:
            pieces.append(codes[start : 4 * index] + self._wide[text[index], wide])
            start = 4 * index + 4
        pieces.append(codes[start:])
        return pieces

    def write(self, document: ArchiveDocument) -> int:
        """Adds the font's objects; the number of the Type 0 font."""
        glyphs = self._codes.glyphs
        truetype = self.face.outlines == "glyf"
        program = truetype_subset(self.face, glyphs) if truetype else _cff_subset(self.face, glyphs)
        entries = f"/Length1 {len(program)}" if truetype else "/Subtype/CIDFontType0C"
        base = f"{_tag(program)}+{self.face.postscript_name}"
        file, _ = document.add(stream_bytes(entries, program, level=_OUTLINES_LEVEL))
        unicode, _ = document.add(stream_bytes("", self._to_unicode().encode("ascii")))
        descriptor, _ = document.add(
            self._descriptor(base, f"{'FontFile2' if truetype else 'FontFile3'} {file} 0 R").encode(
                "ascii"
            )
        )
        widths = " ".join([width(self.face, glyph) for glyph in glyphs])
        kind = "CIDFontType2/CIDToGIDMap/Identity" if truetype else "CIDFontType0"
        descendant, _ = document.add(
            (
                f"<</Type/Font/Subtype/{kind}/BaseFont/{base}/CIDSystemInfo"
                f"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                f"/FontDescriptor {descriptor} 0 R"
                f"/DW 1000/W[0[{widths}]]>>"
            ).encode("ascii")
        )
        number, _ = document.add(
            (
                f"<</Type/Font/Subtype/Type0/BaseFont/{base}/Encoding/Identity-H"
                f"/DescendantFonts[{descendant} 0 R]/ToUnicode {unicode} 0 R>>"
            ).encode("ascii")
        )
        return number

    def _thousandths(self, units: float) -> float:
        return round(units * 1000 / self.face.units_per_em, 2)

    def _descriptor(self, base: str, file: str) -> str:
        face = self.face
        box = " ".join(str(round(self._thousandths(v))) for v in face.bbox)
        ascent, descent, capitals = (
            round(self._thousandths(v)) for v in (face.ascent, face.descent, face.cap_height)
        )
        return (
            f"<</Type/FontDescriptor/FontName/{base}/Flags {_SYMBOLIC}/FontBBox[{box}]"
            f"/ItalicAngle {face.italic_angle:g}/Ascent {ascent}/Descent {descent}"
            f"/CapHeight {capitals}/StemV {50 + round((face.weight / 65) ** 2)}"
            f"/{file}>>"
        )

    def _to_unicode(self) -> str:
        """The CMap from codes to characters, in blocks of at most a hundred."""
        pairs = [
            f"<{code:04X}> <{_utf16(character)}>"
            for code, character in enumerate(self._codes.characters)
            if character
        ]
        blocks = (
            f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n"
            for block in (pairs[at : at + 100] for at in range(0, len(pairs), 100))
        )
        return _CMAP_HEAD + "".join(blocks) + _CMAP_TAIL


@lru_cache(maxsize=20_000)
def _utf16(character: str) -> str:
    return character.encode("utf-16-be").hex().upper()


def _tag(program: bytes) -> str:
    """The six capitals before a subset's name; the same for the same subset."""
    digest = hashlib.md5(program, usedforsecurity=False).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])


def _cff_subset(face: Face, glyphs: list[Wanted]) -> bytes:
    from exporter.writers._pdf_cff import cff_subset  # loads fontTools, which few documents need

    return cff_subset(face, glyphs)
