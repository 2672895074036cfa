"""From pages to the finished file: paint them all, then write fonts, structure, metadata,
catalogue.
"""

from __future__ import annotations

from exporter.document.model import Document
from exporter.styling.model import Style
from exporter.typeset.pages_model import Pages
from exporter.writers._pdf_canvas import PageCanvas
from exporter.writers._pdf_color_profile import DESCRIPTION, srgb_profile
from exporter.writers._pdf_file import (
    ArchiveDocument,
    RawObject,
    plain_stream_bytes,
    stream_bytes,
)
from exporter.writers._pdf_image import with_logo
from exporter.writers._pdf_links import Links
from exporter.writers._pdf_metadata import information, xmp_packet
from exporter.writers._pdf_paint import Painter
from exporter.writers._pdf_structure import LANGUAGES, StructureTree


def assemble(document: Document, pages: Pages, style: Style) -> bytes:
    """The bytes of the file."""
    pages, logo = with_logo(pages, style)
    canvas = PageCanvas(pages.width, pages.height)
    file = canvas.document
    tree = StructureTree(pages.parts, file, pages.height)
    links = Links(
        pages.parts,
        tree,
        file,
        pages=len(pages.pages),
        page_height=pages.height,
        language=document.language,
    )
    painter = Painter(pages, canvas, tree, links, logo)
    for page in pages.pages:
        painter.paint(page)
    _write_fonts(file, painter)
    numbers = [file.number(page) for page in file.Pages.pages]
    file.info = RawObject(information(document))
    catalog = (
        f"<</Type/Catalog/Pages {file.number(file.Pages)} 0 R"
        f"/Lang({LANGUAGES[document.language]})/MarkInfo<</Marked true>>"
        f"/ViewerPreferences<</DisplayDocTitle true>>/StructTreeRoot {tree.write(numbers)} 0 R"
        f"/Metadata {_metadata(file, document)} 0 R/OutputIntents[{_output_intent(file)} 0 R]"
    ).encode("ascii")
    places = links.outline(pages.headings) + links.destinations(numbers)
    file.Catalog = RawObject(b"%s%s>>" % (catalog, places))
    return file.format()


def _write_fonts(file: ArchiveDocument, painter: Painter) -> None:
    """Adds the fonts to the resources that all pages share (reportlab's ``BasicFonts``)."""
    fonts = file.idToObject["BasicFonts"]
    for face in painter.text.faces.values():
        fonts[face.name] = f"{face.write(file)} 0 R"


def _metadata(file: ArchiveDocument, document: Document) -> int:
    packet = plain_stream_bytes("/Type/Metadata/Subtype/XML", xmp_packet(document))
    return file.add_stream(packet)


def _output_intent(file: ArchiveDocument) -> int:
    profile = file.add_stream(stream_bytes("/N 3", srgb_profile()))
    intent = (
        f"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier({DESCRIPTION})"
        f"/Info({DESCRIPTION})/DestOutputProfile {profile} 0 R>>"
    )
    return file.add(intent.encode("ascii"))
