"""Faces in the file: each one an Identity-H font of just the glyphs that were painted.

reportlab would make several fonts of 256 characters each of a Chinese face, and takes no CFF
outlines. Here a character's code is its glyph in the subset, two bytes; ``ToUnicode`` leads back
to the characters, those above U+FFFF included.
"""

from __future__ import annotations

from collections.abc import Iterable

import deflate

from exporter.typeset.face import Face
from exporter.writers._pdf_file import ArchiveDocument, stream_bytes
from exporter.writers._pdf_subset import Wanted, glyphs_of, truetype_subset

_SYMBOLIC = 4
_CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def\n"
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
)
_CMAP_TAIL = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"


class _Codes(dict[int, int]):
    """Code point → code in the page, given on first use. For `str.translate`."""

    def __init__(self) -> None:
        super().__init__()
        self.characters: list[str] = [""]
        self.rooms: list[int] = [0]

    def __missing__(self, point: int) -> int:
        code = self[point] = len(self.rooms)
        self.rooms.append(0)
        self.characters.append(chr(point))
        return code

    def add(self, character: str, room: int) -> int:
        """A new code, for `character` with so many steps of room at its right."""
        self.rooms.append(room)
        self.characters.append(character)
        return len(self.rooms) - 1

    def glyphs(self, face: Face) -> list[Wanted]:
        """The glyphs of all codes, in order; the first is ``.notdef``."""
        numbers = map(face.glyphs.__getitem__, self.characters[1:])
        return [(0, 0), *zip(numbers, self.rooms[1:], strict=True)]


class _WideCodes(dict[str, str]):
    """Character → hexadecimal code of its glyph widened by `room`, given on first use."""

    def __init__(self, codes: _Codes, room: int) -> None:
        super().__init__()
        self._codes, self._room = codes, room

    def __missing__(self, character: str) -> str:
        room = self._room
        code = self._codes.add(character, room) if room else self._codes[ord(character)]
        text = self[character] = f"{code:04x}"
        return text


class EmbeddedFace:
    """A face of the file: turns text into codes, and in the end writes its font objects."""

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self._codes = _Codes()
        self._wide: dict[int, _WideCodes] = {}

    def encode(self, text: str, room: int = 0) -> str:
        """The hexadecimal string (without its angle brackets) that paints `text`.

        Each character has `room` at its right, in steps (`ROOM_STEPS` to the em).
        """
        if room:
            return "".join(map(self._widened(room).__getitem__, text))
        return text.translate(self._codes).encode("utf-16-be").hex()

    def encode_spaced(self, text: str, room: int, gaps: Iterable[tuple[int, int]]) -> list[str]:
        """The strings of `text` cut after each gap: ``(index, room)`` of the character before
        it.
        """
        codes = self.encode(text, room)
        pieces: list[str] = []
        start = 0
        for index, wide in gaps:
            pieces.append(codes[start : 4 * index] + self._widened(wide)[text[index]])
            start = 4 * index + 4
        pieces.append(codes[start:])
        return pieces

    def _widened(self, room: int) -> _WideCodes:
        known = self._wide.get(room)
        if known is None:
            known = self._wide[room] = _WideCodes(self._codes, room)
        return known

    def write(self, document: ArchiveDocument) -> int:
        """Adds the font's objects; the number of the Type 0 font."""
        glyphs = self._codes.glyphs(self.face)
        truetype = self.face.outlines == "glyf"
        program = truetype_subset(self.face, glyphs) if truetype else _cff_subset(self.face, glyphs)
        entries = f"/Length1 {len(program)}" if truetype else "/Subtype/CIDFontType0C"
        base = f"{_tag(program)}+{self.face.postscript_name}"
        file = document.add_stream(stream_bytes(entries, program))
        unicode = document.add_stream(stream_bytes("", self._to_unicode().encode("ascii")))
        descriptor = document.add(
            self._descriptor(base, f"{'FontFile2' if truetype else 'FontFile3'} {file} 0 R").encode(
                "ascii"
            )
        )
        ready = map(glyphs_of(self.face).__getitem__, glyphs)
        widths = " ".join([glyph.width for glyph in ready])
        kind = "CIDFontType2/CIDToGIDMap/Identity" if truetype else "CIDFontType0"
        descendant = document.add(
            (
                f"<</Type/Font/Subtype/{kind}/BaseFont/{base}/CIDSystemInfo"
                f"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                f"/FontDescriptor {descriptor} 0 R"
                f"/DW 1000/W[0[{widths}]]>>"
            ).encode("ascii")
        )
        return document.add(
            (
                f"<</Type/Font/Subtype/Type0/BaseFont/{base}/Encoding/Identity-H"
                f"/DescendantFonts[{descendant} 0 R]/ToUnicode {unicode} 0 R>>"
            ).encode("ascii")
        )

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
            f"<{code:04X}> {_UTF16[character]}\n"
            for code, character in enumerate(self._codes.characters)
        ]
        blocks = (
            f"{len(block)} beginbfchar\n{''.join(block)}endbfchar\n"
            for block in (pairs[at : at + 100] for at in range(1, len(pairs), 100))
        )
        return _CMAP_HEAD + "".join(blocks) + _CMAP_TAIL


class _Utf16(dict[str, str]):
    """Character → its target in a CMap."""

    def __missing__(self, character: str) -> str:
        target = self[character] = f"<{character.encode('utf-16-be').hex().upper()}>"
        return target


_UTF16 = _Utf16()


def _tag(program: bytes) -> str:
    """The six capitals before a subset's name; the same for the same subset."""
    number = deflate.crc32(program)
    return "".join(chr(65 + number // 26**place % 26) for place in range(6))


def _cff_subset(face: Face, glyphs: list[Wanted]) -> bytes:
    from exporter.writers._pdf_cff import cff_subset  # loads fontTools, which few documents need

    return cff_subset(face, glyphs)
