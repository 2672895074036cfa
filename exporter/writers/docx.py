"""Document + style → DOCX that Word, WPS and LibreOffice open without repair.

Every role is a named style of Word's (`_word_sheet`, `_word_styles`), headings, numbers, contents,
notes and charts are Word's own, and the file says where its text comes from (custom properties).
"""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from exporter.document.model import Document
from exporter.notices import Outcome
from exporter.styling.model import Rule, Style
from exporter.writers import _word_fonts as fonts
from exporter.writers import _word_package as package
from exporter.writers._word_body import BodyWriter
from exporter.writers._word_chart import ChartPart, drawing, workbook
from exporter.writers._word_pages import running_parts, section
from exporter.writers._word_styles import StyleBook
from exporter.writers._word_text import Runs
from exporter.writers._word_xml import part

suffix = ".docx"
media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_PREFIXES = ("w", "r", "wp", "a", "c")
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_FONT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def write(document: Document, style: Style) -> Outcome[bytes]:
    """The file's bytes; the notices name dropped control characters and links that lead nowhere."""
    if style.embed_fonts:
        style = fonts.with_embedded_names(style)
    word = package.WordPackage()
    runs, book = Runs(style, document.language, word.link), StyleBook(style)
    body = BodyWriter(document, style, runs, book)
    body.write(document.blocks)
    body.finish()
    notices = runs.settle()
    _charts(word, body, style, runs)
    references = _running(word, document, style, runs, book)
    _sections(body, style, references)
    word.fill(package.MAIN, part("w:document", _PREFIXES, "<w:body>", *body.out, "</w:body>"))
    _supporting(word, body, style, (runs, book))
    _describe(word, document, style, runs)
    return Outcome(word.zipped(), notices)


def _charts(word: package.WordPackage, body: BodyWriter, style: Style, runs: Runs) -> None:
    """A part for each chart, with its workbook, and the drawing that shows it."""
    for number, (chart, place, size) in enumerate(body.charts, start=1):
        uri = f"/word/charts/chart{number}.xml"
        relation = word.attach(uri, _CHART_TYPE, RT.CHART)
        sheet = f"/word/embeddings/chart{number}.xlsx"
        data = workbook(chart, runs.sieve)
        inside = word.attach(sheet, _SHEET_TYPE, RT.PACKAGE, data, source=uri)
        word.fill(uri, ChartPart(chart, style, runs.sieve, size, runs.language).xml(inside))
        shown = drawing(chart, relation, number, size, runs.sieve).markup()
        body.out[place] = f"<w:r>{shown}</w:r>"


def _running(
    word: package.WordPackage, document: Document, style: Style, runs: Runs, book: StyleBook
) -> tuple[tuple[str, str, str], ...]:
    """The parts of heads and feet: (header or footer, pages, relation)."""
    kinds = {"header": (CT.WML_HEADER, RT.HEADER), "footer": (CT.WML_FOOTER, RT.FOOTER)}
    references = []
    for number, line in enumerate(running_parts(document, style, runs, book), start=1):
        content_type, relation = kinds[line.kind]
        uri = f"/word/{line.kind}{number}.xml"
        made = word.attach(uri, content_type, relation, line.data)
        references.append((line.kind, line.pages, made))
        if line.logo:
            image = f"/word/media/logo.{line.logo.kind}"
            kind = f"image/{line.logo.kind}"
            word.attach(image, kind, RT.IMAGE, line.logo.data, source=uri)
    return tuple(references)


def _sections(body: BodyWriter, style: Style, references: tuple[tuple[str, str, str], ...]) -> None:
    """Puts the sections' properties in their places; heads and feet stand with the first."""
    ended = body.columned
    last: Rule | None = None
    if ended and ended[-1][0] == body.last.place:
        last = ended[-1][1]
        ended = ended[:-1]
    for index, (place, columns) in enumerate(ended):
        own = references if index == 0 else ()
        properties = section(style, own, columns, continuous=index > 0)
        body.out[place] = f"{properties.markup()}</w:pPr>"
    own = () if ended else references
    body.out.append(section(style, own, last, continuous=bool(ended)).markup())


def _supporting(
    word: package.WordPackage, body: BodyWriter, style: Style, tools: tuple[Runs, StyleBook]
) -> None:
    """Styles, numbering, notes, settings, fonts."""
    runs, book = tools
    notes, numbering = runs.footnotes.part(), body.numbers.part()
    word.attach("/word/styles.xml", CT.WML_STYLES, RT.STYLES, book.part(runs.language))
    if numbering is not None:
        word.attach("/word/numbering.xml", CT.WML_NUMBERING, RT.NUMBERING, numbering)
    if notes is not None:
        word.attach(package.NOTES, CT.WML_FOOTNOTES, RT.FOOTNOTES, notes)
    comments = body.comments.part()
    if comments is not None:
        word.attach("/word/comments.xml", CT.WML_COMMENTS, RT.COMMENTS, comments)
    settings = package.settings(style, runs.language, has_notes=notes is not None)
    word.attach("/word/settings.xml", CT.WML_SETTINGS, RT.SETTINGS, settings)
    _fonts(word, style)


def _fonts(word: package.WordPackage, style: Style) -> None:
    """The font table, and the faces themselves where the style embeds them."""
    table = "/word/fontTable.xml"
    word.attach(table, CT.WML_FONT_TABLE, RT.FONT_TABLE)
    faces = fonts.embedded_faces(style, word.characters()) if style.embed_fonts else ()
    held = []
    for number, face in enumerate(faces, start=1):
        uri = f"/word/fonts/font{number}.odttf"
        held.append((face, word.attach(uri, _FONT_TYPE, RT.FONT, face.data, source=table)))
    word.fill(table, fonts.font_table(style, tuple(held)))


def _describe(word: package.WordPackage, document: Document, style: Style, runs: Runs) -> None:
    """The properties: core, extended, custom."""
    core = package.core_properties(document, runs.sieve)
    custom = package.custom_properties(document, style, runs.sieve)
    app = package.app_properties()
    for name, content_type, relation, data in (
        ("core", CT.OPC_CORE_PROPERTIES, RT.CORE_PROPERTIES, core),
        ("app", CT.OFC_EXTENDED_PROPERTIES, RT.EXTENDED_PROPERTIES, app),
        ("custom", package.CUSTOM_TYPE, RT.CUSTOM_PROPERTIES, custom),
    ):
        word.attach(f"/docProps/{name}.xml", content_type, relation, data, package.PACKAGE)
