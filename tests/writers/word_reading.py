"""Reads a DOCX back as a reader would see it: python-docx for the text, and the numbers that Word
counts where Word shows them.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from zipfile import ZipFile

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph
from lxml import etree

from exporter.document.model import (
    Block,
    Chart,
    Contents,
    Document,
    Group,
    Heading,
    Inline,
    LineBreak,
    Link,
    List,
    Paragraph,
    Tab,
    Table,
    Text,
)

W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
CHINESE = "〇一二三四五六七八九十"


def opened(data: bytes) -> WordDocument:
    """The file as python-docx opens it."""
    return docx.Document(io.BytesIO(data))


def part(data: bytes, name: str) -> etree._Element:
    """A part of the file as XML."""
    with ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def names(data: bytes) -> list[str]:
    """The members of the file, in order."""
    with ZipFile(io.BytesIO(data)) as archive:
        return archive.namelist()


def shown(data: bytes) -> list[str]:
    """Every paragraph in order, those of tables too, with the number that a heading is given.

    The contents and paragraphs that only carry something (a chart, a place) are left out.
    """
    word = opened(data)
    counted = 0
    lines = []
    for paragraph in _paragraphs(word, word.element.body):
        style = paragraph.style
        if style.style_id in ("Separator", "ChartParagraph"):
            continue
        label = ""
        if _numbered(style):
            counted += 1
            label = f"{CHINESE[counted]}、"
        # captions of charts that stand abreast are in one line
        abreast = "Abreast" in style.style_id
        # lines of a title are broken by sense
        words = paragraph.text.replace("\n", "") if style.name == "Title" else paragraph.text
        lines += words.split("\t") if abreast else [label + words]
    return lines


def _paragraphs(word: WordDocument, parent: etree._Element) -> Iterator[WordParagraph]:
    for child in parent:
        if child.tag == qn("w:p"):
            yield WordParagraph(child, word)
        elif child.tag == qn("w:tbl"):
            for row in WordTable(child, word).rows:
                for cell in row.cells:
                    yield from cell.paragraphs


def _numbered(style: object) -> bool:
    """Whether Word numbers paragraphs of the style, looked up along its ancestry."""
    while style is not None:
        number = style.element.find(f".//{qn('w:numId')}")
        if number is not None:
            return number.get(qn("w:val")) != "0"
        style = style.base_style
    return False


def said(document: Document) -> list[str]:
    """What the document says, a string for each paragraph that `shown` gives."""
    return [line for block in document.blocks for line in _block(block)]


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield words(block.content)
        case List():
            yield from (words(item.content) for item in block.items)
        case Table():
            yield from _table(block)
        case Chart() if block.caption:
            yield words(block.caption)
        case Group():
            yield from (line for child in block.blocks for line in _block(child))
        case Contents():
            yield block.title
        case _:
            pass


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield words(table.caption)
    cells = (cell for row in (*table.head, *table.rows) for cell in row.cells)
    for cell in cells:
        # python-docx gives a cell once for each column that it spans
        for _ in range(cell.columns):
            yield from (words(line.content) for line in cell.blocks)


def words(content: tuple[Inline, ...]) -> str:
    """The inlines as plain text."""
    marks = {Tab: "\t", LineBreak: "\n"}
    return "".join(
        inline.text if isinstance(inline, Text | Link) else marks.get(type(inline), "")
        for inline in content
    )
