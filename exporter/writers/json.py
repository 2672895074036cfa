"""Document → JSON: the whole document as it is, for other programs. Read back by `read`, nothing
lost.
"""

from __future__ import annotations

import json as encoding
from typing import Final

import msgspec

from exporter.document.model import Document
from exporter.notices import Outcome
from exporter.styling.model import Style

suffix: Final = ".json"
media_type: Final = "application/json"
SCHEMA: Final = "exporter/document@1"


class _File(msgspec.Struct, frozen=True):
    document: Document
    schema: str = SCHEMA


def write(document: Document, style: Style) -> Outcome[bytes]:
    """The document as JSON in UTF-8, indented; of the style only the sections' order has left its
    mark.
    """
    plain = msgspec.to_builtins(document)
    text = encoding.dumps({"schema": SCHEMA, "document": plain}, ensure_ascii=False, indent=1)
    return Outcome(text.encode() + b"\n")


def read(data: bytes) -> Document:
    """The document that `write` wrote. Raises ``msgspec.ValidationError`` for anything else."""
    return msgspec.json.decode(data, type=_File).document
