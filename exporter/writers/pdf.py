"""PDF: pages painted on reportlab's canvas; tagged (PDF/UA-1), archival (PDF/A-2a), self-contained.

document + style --paginate--> pages --paint--> canvas and structure --> bytes
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from exporter.document.model import Document
from exporter.notices import Outcome
from exporter.styling.model import Style
from exporter.typeset.pages import paginated
from exporter.typeset.pages_model import Pages

suffix = ".pdf"
media_type = "application/pdf"


def write(document: Document, style: Style) -> Outcome[bytes]:
    """The finished PDF. Raises `WriteError` for a character that no face of the style has."""
    with _uncollected():
        pages = paginated(document, style)
        return Outcome(paint(document, pages, style), pages.notices)


def paint(document: Document, pages: Pages, style: Style) -> bytes:
    """The PDF of pages that are already built."""
    from exporter.writers._pdf_assembly import assemble  # reportlab is loaded only to paint

    return assemble(document, pages, style)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Holds the collector of cycles back: all that is made lives until the file is written, and
    walking it over and over again would take a tenth of the time.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
