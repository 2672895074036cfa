"""The words of a finished DOCX or PDF, page by page, line by line, to compare with the source.

A line is a paragraph, or a row of a table with its cells parted by tabs (PDF: a printed line).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from exporter.errors import SourceError

if TYPE_CHECKING:
    from lxml.etree import _Element

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_READ = tuple(f"{_WORD}{tag}" for tag in ("t", "tab", "br", "fldChar", "instrText"))
_OF_PAGES = re.compile(r"\s*(PAGE|NUMPAGES|SECTIONPAGES|PAGEREF)\b")
_BODY = "word/document.xml"
_MARGINS = ("word/header", "word/footer", "word/footnotes.xml")
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"


class TextPage(NamedTuple):
    """A page of a finished file, numbered from 1; a DOCX has the pages that its breaks tell."""

    number: int
    lines: tuple[str, ...]


def read_pages(path: str, data: bytes) -> tuple[TextPage, ...]:
    """The pages of a DOCX or PDF. Raises `SourceError` for anything else, or a broken one."""
    if data.startswith(b"%PDF"):
        return _read_pdf(path, data)
    if data.startswith(b"PK"):
        return _read_docx(path, data)
    raise SourceError("briefing.not-a-briefing", path=path)


def _read_pdf(path: str, data: bytes) -> tuple[TextPage, ...]:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        texts = [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
    except (PyPdfError, ValueError, KeyError, RecursionError) as error:
        raise SourceError("briefing.unreadable", path=path, reason=str(error)) from error
    return tuple(TextPage(i, tuple(text.splitlines())) for i, text in enumerate(texts, 1))


def _read_docx(path: str, data: bytes) -> tuple[TextPage, ...]:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            body = etree.fromstring(archive.read(_BODY), parser)
            margins = [
                etree.fromstring(archive.read(name), parser)
                for name in sorted(archive.namelist())
                if name.startswith(_MARGINS) and name.endswith(".xml")
            ]
            charts = [
                etree.fromstring(archive.read(name), parser)
                for name in sorted(archive.namelist())
                if name.startswith("word/charts/chart") and name.endswith(".xml")
            ]
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        raise SourceError("briefing.unreadable", path=path, reason=str(error)) from error
    lines = [line for part in (body, *margins) for line in _docx_lines(part)]
    drawn = [(False, line) for chart in charts for line in _chart_lines(chart)]
    return tuple(_paged([*lines, *drawn]))


def _chart_lines(chart: _Element) -> Iterator[str]:
    """The words of a native chart; its categories and the values of a series each in one line."""
    for node in chart.iter(_DRAWN):
        yield node.text or ""
    for run in chart.iter(f"{_CHART}cat", f"{_CHART}val", f"{_CHART}tx"):
        yield "\t".join(node.text or "" for node in run.iter(f"{_CHART}v"))


def _paged(lines: list[tuple[bool, str]]) -> Iterator[TextPage]:
    """Lines gathered into pages; each comes with whether a new page starts before it."""
    number, held = 1, list[str]()
    for breaks, line in lines:
        if breaks:
            yield TextPage(number, tuple(held))
            number, held = number + 1, []
        if line.strip():
            held.append(line)
    yield TextPage(number, tuple(held))


def _docx_lines(element: _Element) -> Iterator[tuple[bool, str]]:
    """The paragraphs and table rows under an element, in order."""
    for child in element:
        if child.tag == f"{_WORD}p":
            yield _breaks(child), _docx_text(child)
        elif child.tag == f"{_WORD}tr":
            cells = child.iterchildren(f"{_WORD}tc")
            yield False, "\t".join(_docx_text(cell) for cell in cells)
        elif isinstance(child.tag, str):
            yield from _docx_lines(child)


def _breaks(paragraph: _Element) -> bool:
    if paragraph.find(f"{_WORD}pPr/{_WORD}pageBreakBefore") is not None:
        return True
    kinds = [node.get(f"{_WORD}type") for node in paragraph.iter(f"{_WORD}br")]
    return "page" in kinds or paragraph.find(f".//{_WORD}lastRenderedPageBreak") is not None


def _docx_text(element: _Element) -> str:
    """The text under an element. Field codes are no text, and numbers of pages, which whoever saved
    the file last has counted anew, aren't the briefing's.
    """
    pieces = []
    fields: list[str] = []
    for node in element.iter(*_READ):
        kind = node.tag.removeprefix(_WORD)
        if kind == "fldChar":
            _open_fields(fields, node.get(f"{_WORD}fldCharType"))
        elif kind == "instrText" and fields:
            fields[-1] += node.text or ""
        elif kind in ("tab", "br"):
            pieces.append(" ")
        elif kind == "t" and node.text and not any(map(_OF_PAGES.match, _around(node, fields))):
            pieces.append(node.text)
    return "".join(pieces)


def _open_fields(fields: list[str], kind: str | None) -> None:
    """The instructions of the fields that are open, after a mark of one."""
    if kind == "begin":
        fields.append("")
    elif kind == "end" and fields:
        fields.pop()


def _around(node: _Element, fields: list[str]) -> Iterator[str]:
    """The instructions of all fields that a piece of text is the result of."""
    yield from fields
    for simple in node.iterancestors(f"{_WORD}fldSimple"):
        yield simple.get(f"{_WORD}instr") or ""
