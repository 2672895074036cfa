"""The index of a whole run: every record with its date, title, issuer, people, key figures, files.

As DOCX and PDF by way of the document model, as XLSX with links, and all quantities as JSON lines.
It is made at the end from what the journal keeps of each record, so a run that was killed and
resumed has a whole one, the same bytes as an unbroken run's. Rows stand by date, then by title.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path
from urllib.parse import quote

import msgspec
import xlsxwriter

from exporter import pipeline
from exporter.batch.model import Entry, Output, ReportLine
from exporter.batch.shelf import Shelf
from exporter.document.model import (
    Block,
    Cell,
    Column,
    Document,
    FileLink,
    Heading,
    Inline,
    Paragraph,
    Provenance,
    Row,
    Table,
    Text,
)
from exporter.messages import Language, text
from exporter.notices import Span
from exporter.source.scripts import language_of as language_in
from exporter.styling.model import Style
from exporter.writers.find import find

FIGURES, PARQUET = "figures.jsonl", "figures.parquet"
DOCUMENTS = {"catalogue.docx": "docx", "catalogue.pdf": "pdf"}
SHEET = "catalogue.xlsx"
COLUMNS = (
    ("date", Column(2.0)),
    ("title", Column(6.0)),
    ("people", Column(2.4)),
    ("figures", Column(5.0)),
)
LONGEST_CELL = 32_767
MOST_LINKS = 65_530
"""Limits of XLSX (Excel specifications and limits)."""
HAN = range(0x4E00, 0xA000)


class Item(msgspec.Struct, frozen=True):
    """A record of the catalogue, with the files that hold it."""

    owner: str
    entry: Entry
    outputs: tuple[Output, ...]

    @property
    def place(self) -> tuple[str, str, str]:
        """Where it stands in the order; a record without a date comes last."""
        return self.entry.date or "9999", self.entry.title, self.owner


class Catalogue:
    """Gathers records as a run goes on (`add`), then puts its files on the shelf (`finish`); with
    `parquet` the figures in that form too, which needs the extra.
    """

    def __init__(self, shelf: Shelf, style: Style, *, parquet: bool = False) -> None:
        self._shelf = shelf
        self._parquet = parquet
        self._style = style
        self._items: list[Item] = []
        self._figures = Path(shelf.scratch) / FIGURES
        self._figures.write_bytes(b"")

    def add(self, line: ReportLine, entry: Entry) -> None:
        """Takes a record in; its quantities go to the disk at once."""
        with self._figures.open("ab") as file:
            file.write(zlib.decompress(entry.rows))
        self._items.append(Item(line.owner, msgspec.structs.replace(entry, rows=b""), line.outputs))

    def finish(self) -> tuple[Output, ...]:
        """The catalogue's files, in their place. Raises `WriteError` for one that isn't ours."""
        items = sorted(self._items, key=lambda item: item.place)
        language = language_of(items)
        made = [self._lay(PARQUET, self._as_parquet())] if self._parquet else []
        figures = self._shelf.lay(self._figures)
        document = compose(items, language, figures.sha256)
        made.append(figures)
        for name, format_name in DOCUMENTS.items():
            data = pipeline.write_document(document, self._style, find(format_name)).value
            made.append(self._lay(name, data))
        return (*made, self._lay(SHEET, sheet(items, language)))

    def _as_parquet(self) -> bytes:
        from exporter.batch.parquet import read_rows, to_parquet

        return to_parquet(read_rows(self._figures))

    def _lay(self, name: str, data: bytes) -> Output:
        path = Path(self._shelf.scratch) / name
        path.write_bytes(data)
        return self._shelf.lay(path)


def language_of(items: Iterable[Item]) -> Language:
    """Chinese, unless most titles have no Chinese character: the user's locale has no say in it.

    It is in the script that the titles are in.
    """
    titles = [item.entry.title for item in items]
    chinese = [title for title in titles if any(ord(char) in HAN for char in title)]
    if len(chinese) * 2 < len(titles):
        return "en"
    return "zh-Hant" if language_in(" ".join(chinese)) == "zh-Hant" else "zh"


def compose(items: Sequence[Item], language: Language, digest: str) -> Document:
    """The catalogue as a document: one table, a group of rows for each year."""
    title = text("batch.catalogue", language)
    count = text("batch.catalogue-count", language, count=len(items))
    blocks: tuple[Block, ...] = (
        Heading(1, (Text(title),), "title"),
        Paragraph((Text(count),), "dateline"),
    )
    if items:
        blocks += (_table(items, language, count),)
    return Document(
        title=title,
        language=language,
        blocks=blocks,
        provenance=Provenance(FIGURES, digest, "catalogue", Span(0, 0)),
        fields={"title": title, "short_title": title},
    )


def _table(items: Sequence[Item], language: Language, summary: str) -> Table:
    head = Row(
        tuple(
            Cell((Paragraph((Text(text(f"batch.head-{name}", language)),), "table_head"),))
            for name, _ in COLUMNS
        )
    )
    columns = tuple(column for _, column in COLUMNS)
    return Table(columns, (head,), tuple(_rows(items, language)), summary=summary)


def _rows(items: Sequence[Item], language: Language) -> Iterator[Row]:
    for year, those in groupby(items, key=lambda item: (item.entry.date or "")[:4]):
        name = year or text("batch.catalogue-undated", language)
        yield Row((Cell((Paragraph((Text(name),), "table_group"),), len(COLUMNS)),), group=True)
        for item in those:
            yield _row(item)


def _row(item: Item) -> Row:
    entry = item.entry
    lines = (entry.title, entry.issuer) if entry.issuer else (entry.title,)
    titled = _cell(lines)
    if item.outputs:
        links = Paragraph(tuple(_links(item.outputs)), "table_cell")
        titled = Cell((*titled.blocks, links))
    return Row((_cell((entry.date or "",)), titled, _cell(entry.people), _cell(entry.figures)))


def _links(outputs: Sequence[Output]) -> Iterator[Inline]:
    """A word for each file, that opens it; its name is that of the record: date and title."""
    for at, output in enumerate(outputs):
        if at:
            yield Text(" · ")
        yield FileLink(output.format.upper(), quote(output.path))


def _cell(lines: Sequence[str]) -> Cell:
    return Cell(tuple(Paragraph((Text(line),), "table_cell") for line in lines or ("",)))


def sheet(items: Sequence[Item], language: Language) -> bytes:
    """The catalogue as a workbook: a row for each record, a link to each of its files."""
    formats = sorted({output.format for item in items for output in item.outputs})
    names = ("date", "title", "issuer", "people", "figures")
    heads = [text(f"batch.head-{name}", language) for name in names] + formats
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"created": datetime(1980, 1, 1)})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        page = book.add_worksheet(text("batch.catalogue", language))
        for column, head in enumerate([*heads, text("batch.head-source", language)]):
            page.write_string(0, column, head, book.add_format({"bold": True}))
        for row, item in enumerate(items, 1):
            _write(page, row, item, formats, wrap)
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, max(len(items), 1), len(heads))
        page.set_column(0, len(heads), 24)
    return buffer.getvalue()


def _write(
    page: xlsxwriter.worksheet.Worksheet,
    row: int,
    item: Item,
    formats: Sequence[str],
    wrap: xlsxwriter.format.Format,
) -> None:
    """A row: every text as a string, never a formula; links to files beside the workbook."""
    entry = item.entry
    people, figures = "\n".join(entry.people), "\n".join(entry.figures)
    cells = (entry.date or "", entry.title, entry.issuer or "", people, figures)
    for column, words in enumerate(cells):
        page.write_string(row, column, words[:LONGEST_CELL], wrap)
    for output in item.outputs:
        column = len(cells) + formats.index(output.format)
        if row * len(formats) <= MOST_LINKS:
            target = output.path.replace("%", "%25").replace("#", "%23")
            page.write_url(row, column, f"external:{target}", string=output.path[:255])
        else:
            page.write_string(row, column, output.path)
    page.write_string(row, len(cells) + len(formats), item.owner[:LONGEST_CELL])
