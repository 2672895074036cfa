"""Fonts: the table that names what to take instead, and, when the style asks, the faces themselves.

Embedded are the package's own faces (their licence allows it), cut down to the document's
characters and obfuscated as ECMA-376-1, 17.8.1 wants it. They go by their own names; what the style
calls them is the alternative, for a reader that shows no embedded fonts.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from io import BytesIO
from itertools import pairwise
from typing import NamedTuple

import msgspec

from exporter.fonts import face_path, shipped_faces
from exporter.styling.model import Style, Typeface
from exporter.writers._word_xml import Node, node, part

_GB2312, _LATIN = "86", "00"
_SHIPPED = "shipped:"
_ALWAYS = "".join(map(chr, range(0x20, 0x7F))) + "·—…“”‘’"
_OBFUSCATED = 32  # bytes


class Embedded(NamedTuple):
    """A face to embed: its name in the document, its obfuscated file, the key of it."""

    family: str
    data: bytes
    key: str


def with_embedded_names(style: Style) -> Style:
    """The style with its typefaces named as the shipped faces that are to be embedded."""
    faces = {name: _renamed(face) for name, face in style.typefaces.items()}
    return msgspec.structs.replace(style, typefaces=faces)


def _renamed(face: Typeface) -> Typeface:
    shipped = _shipped(face)
    if shipped is None:
        return face
    family = shipped_faces()[shipped].family
    return msgspec.structs.replace(
        face, docx_latin=family, docx_east_asian=family, docx_alternative=face.docx_east_asian
    )


def _shipped(face: Typeface) -> str | None:
    """The name of the first shipped face of the chain."""
    names = (name.removeprefix(_SHIPPED) for name in face.chain if name.startswith(_SHIPPED))
    return next(names, None)


def embedded_faces(style: Style, text: str) -> tuple[Embedded, ...]:
    """The shipped faces that the style's roles use, with the characters of `text`."""
    used = dict.fromkeys(rule.face for rule in style.rules.values())
    found = (_shipped(style.typefaces[name]) for name in used)
    names = dict.fromkeys(name for name in found if name is not None)
    return tuple(_embedded(name, text) for name in names)


def _embedded(name: str, text: str) -> Embedded:
    data = _subset(name, text)
    digest = hashlib.sha256(data).hexdigest()[:32].upper()
    cuts = (0, 8, 12, 16, 20, 32)
    guid = "-".join(digest[a:b] for a, b in pairwise(cuts))
    return Embedded(shipped_faces()[name].family, obfuscated(data, guid), f"{{{guid}}}")


def _subset(name: str, text: str) -> bytes:
    # a third of a second to import, and only for files that embed fonts
    from fontTools import subset
    from fontTools.ttLib import TTFont

    options = subset.Options(hinting=False, layout_features=["kern", "vert"], notdef_outline=True)
    with TTFont(face_path(name), recalcTimestamp=False) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(text=text + _ALWAYS)
        cutter.subset(font)
        out = BytesIO()
        font.save(out)
    return out.getvalue()


def obfuscated(data: bytes, guid: str) -> bytes:
    """The font with its first 32 bytes changed by the key's digits, last byte first."""
    key = bytes.fromhex(guid.replace("-", ""))[::-1]
    head = bytes(byte ^ key[at % len(key)] for at, byte in enumerate(data[:_OBFUSCATED]))
    return head + data[_OBFUSCATED:]


def font_table(style: Style, embedded: tuple[tuple[Embedded, str], ...] = ()) -> bytes:
    """The part's bytes: each font of the style's typefaces once, with its alternative.

    `embedded` are the faces with the ids of their relations.
    """
    return _font_table(tuple(style.typefaces.values()), embedded)


@lru_cache(maxsize=16)
def _font_table(faces: tuple[Typeface, ...], embedded: tuple[tuple[Embedded, str], ...]) -> bytes:
    files = {face.family: (face.key, relation) for face, relation in embedded}
    fonts: dict[str, Node] = {}
    for face in faces:
        east = face.docx_east_asian
        fonts.setdefault(east, _font(east, face.docx_alternative, _GB2312, files.get(east)))
        fonts.setdefault(face.docx_latin, _font(face.docx_latin, None, _LATIN, None))
    return part("w:fonts", ("w", "r"), *(font.markup() for font in fonts.values()))


def _font(name: str, alternative: str | None, charset: str, file: tuple[str, str] | None) -> Node:
    other = (node("w:altName", val=alternative),) if alternative and alternative != name else ()
    held = (node("w:embedRegular", r_id=file[1], fontKey=file[0]),) if file else ()
    return node(
        "w:font",
        *other,
        node("w:charset", val=charset),
        node("w:family", val="auto"),
        node("w:pitch", val="variable"),
        *held,
        name=name,
    )
