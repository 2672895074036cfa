"""A package of somebody else: a style (``style.toml`` here, and `transform`) and a format."""

from __future__ import annotations

import msgspec

from exporter.document.cited import places
from exporter.document.model import Document, Link, Text
from exporter.notices import Outcome
from exporter.styling.model import Style

suffix = ".lines"
media_type = "text/plain"


def transform(document: Document) -> Document:
    """The document without its last section."""
    return msgspec.structs.replace(document, blocks=document.blocks[:-2])


def write(document: Document, style: Style) -> Outcome[bytes]:
    """Every run of words on its line, the style's name first."""
    lines = [style.name]
    for _, inlines in places(document.blocks):
        lines.append("".join(i.text for i in inlines if isinstance(i, Text | Link)))
    return Outcome("\n".join(lines).encode())
