"""Document + style → bytes. A writer *is* a module of this package (or of a package that announces
it under the entry point ``exporter.writers``), with the three names of `Writer`.

Finding one by name imports nothing but that one, so that ``--to pdf`` never loads python-docx.
"""

from __future__ import annotations

from typing import Protocol

from exporter.document.model import Document
from exporter.notices import Outcome
from exporter.styling.model import Style


class Writer(Protocol):
    """What a format offers. `suffix` has its dot (``.docx``)."""

    suffix: str
    media_type: str

    def write(self, document: Document, style: Style) -> Outcome[bytes]:
        """The finished file, the same bytes for the same input; touches no file but fonts."""
        ...
