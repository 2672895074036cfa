"""Every style with every writer: a new file of either kind is covered by being there.

What is compared between formats: paper, margins, the fonts asked for, headings and sections in
order, and the whole text. PDF is read by pypdf, DOCX by python-docx.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cache

import docx
import pytest
from docx.document import Document as WordDocument
from pypdf import PdfReader
from pypdf.generic import Destination

from exporter.document.cited import places
from exporter.document.model import Block, Document, Group, Heading, Inline, Link, Text
from exporter.document.ordinals import without_ordinal
from exporter.styling.find import shipped
from exporter.styling.load import load
from exporter.writers import find as writers
from tests.sample import LINES, sample_document

WIDTH = "\u00a0\u2060\u200b\u3000"
EMU = 12700


@cache
def written(style: str, writer: str) -> bytes:
    return writers.find(writer).write(sample_document(style), load(style)).value


@cache
def pdf(style: str) -> PdfReader:
    return PdfReader(io.BytesIO(written(style, "pdf")))


@cache
def word(style: str) -> WordDocument:
    return docx.Document(io.BytesIO(written(style, "docx")))


def squeezed(text: str) -> str:
    return re.sub(rf"[\s{WIDTH}\u00ad]", "", text)


def plain(inlines: tuple[Inline, ...]) -> str:
    return squeezed("".join(i.text for i in inlines if isinstance(i, Text | Link)))


def headings(document: Document) -> list[str]:
    def walk(blocks: tuple[Block, ...]) -> Iterator[Heading]:
        for block in blocks:
            if isinstance(block, Heading):
                yield block
            elif isinstance(block, Group):
                yield from walk(block.blocks)

    return [plain(heading.content) for heading in walk(document.blocks)]


def word_text(style: str) -> str:
    body = word(style).element.body
    runs = body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t")
    return squeezed("".join(run.text or "" for run in runs))


def pdf_text(style: str) -> str:
    """The text without the folio, which stands between the halves of a parted paragraph."""
    pages = (squeezed(page.extract_text()) for page in pdf(style).pages)
    return "".join(re.sub(r"—\d+—$", "", page) for page in pages)


@pytest.mark.parametrize("style", shipped())
@pytest.mark.parametrize("writer", writers.shipped())
def test_the_file_is_written_and_is_the_same_again(style: str, writer: str) -> None:
    again = writers.find(writer).write(sample_document(style), load(style)).value
    assert written(style, writer) == again
    assert len(again) > 1000


@pytest.mark.parametrize("style", shipped())
def test_the_paper_is_that_of_the_style(style: str) -> None:
    page = load(style).page
    section = word(style).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert section.page_width / EMU == pytest.approx(page.width, abs=0.5)
    assert section.page_height / EMU == pytest.approx(page.height, abs=0.5)
    for sheet in pdf(style).pages:
        assert float(sheet.mediabox.width) == pytest.approx(page.width, abs=0.5)
        assert float(sheet.mediabox.height) == pytest.approx(page.height, abs=0.5)


@pytest.mark.parametrize("style", shipped())
def test_the_margins_of_word_are_those_of_the_style(style: str) -> None:
    page = load(style).page
    for section in word(style).sections:
        for side in ("top", "right", "bottom", "left"):
            found = getattr(section, f"{side}_margin") / EMU
            assert found == pytest.approx(getattr(page, f"margin_{side}"), abs=0.5), side


@pytest.mark.parametrize("style", shipped())
def test_the_fonts_that_word_asks_for_are_the_typefaces_of_the_style(style: str) -> None:
    typefaces = load(style).typefaces.values()
    known = {face.docx_latin for face in typefaces} | {face.docx_east_asian for face in typefaces}
    xml = word(style).styles.element.xml
    fonts = "".join(re.findall(r"<w:rFonts[^>]*>", xml))
    asked = set(re.findall(r'w:(?:ascii|hAnsi|eastAsia)="([^"]+)"', fonts))
    assert asked
    assert asked <= known
    assert "Theme" not in fonts


@pytest.mark.parametrize("style", shipped())
def test_headings_stand_in_the_same_order(style: str) -> None:
    at, in_word = 0, word_text(style)
    further, in_pdf = 0, pdf_text(style)
    for heading in headings(sample_document(style)):
        at = in_word.index(without_ordinal(heading), at)
        further = in_pdf.index(heading, further)


@pytest.mark.parametrize("style", shipped())
def test_the_bookmarks_of_the_pdf_are_the_sections(style: str) -> None:
    def titles(outline: list[Destination | list[Destination]]) -> Iterator[str]:
        for entry in outline:
            if isinstance(entry, list):
                yield from titles(entry)  # type: ignore[arg-type]
            else:
                yield squeezed(str(entry.title))

    found = list(titles(pdf(style).outline))  # type: ignore[arg-type]
    sections = [
        plain(block.content)
        for block in sample_document(style).blocks
        if isinstance(block, Heading) and block.level == 2
    ]
    assert [title for title in found if title in sections] == sections


@pytest.mark.parametrize("style", shipped())
def test_both_files_hold_the_whole_text(style: str) -> None:
    in_word, in_pdf = word_text(style), pdf_text(style)
    for line in LINES.values():
        for piece in line.split("\t"):
            assert squeezed(piece) in in_word
            assert squeezed(piece) in in_pdf


@pytest.mark.parametrize("style", shipped())
def test_word_holds_every_run_of_the_document_in_order(style: str) -> None:
    text, at = word_text(style), 0
    for _, inlines in places(sample_document(style).blocks):
        piece = plain(inlines)
        at = text.index(without_ordinal(piece), at)
