"""The part ``fontTable.xml``: what to take when a reader hasn't the fonts that the style names."""

from __future__ import annotations

from exporter.styling.model import Style
from exporter.writers._word_xml import Node, node, serialize

_GB2312 = "86"
_LATIN = "00"


def font_table(style: Style) -> bytes:
    """The part's bytes: each font of the style's typefaces once, with its alternative."""
    fonts: dict[str, Node] = {}
    for face in style.typefaces.values():
        east = face.docx_east_asian
        fonts.setdefault(east, _font(east, face.docx_alternative, _GB2312))
        fonts.setdefault(face.docx_latin, _font(face.docx_latin, None, _LATIN))
    return serialize(node("w:fonts", *fonts.values()).root("w"))


def _font(name: str, alternative: str | None, charset: str) -> Node:
    other = (node("w:altName", val=alternative),) if alternative and alternative != name else ()
    return node(
        "w:font",
        *other,
        node("w:charset", val=charset),
        node("w:family", val="auto"),
        node("w:pitch", val="variable"),
        name=name,
    )
