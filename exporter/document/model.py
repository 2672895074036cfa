"""The fifth noun: `Document`, blocks and inlines with roles. Format-neutral: no colours, no sizes,
no speaker logic (pandoc's ``Definition.hs`` is the model for it).

Closed unions: handle `Block` and `Inline` with ``match`` and ``assert_never``. Every string is
plain text; none of it is ever markup. Anchors are unique in a document: ``p12`` is paragraph 12 of
the transcript, ``f3`` key figure 3, ``k2`` key point 2, ``q4`` exchange 4, ``s-people`` a section.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from exporter.notices import Span

Language = Literal["zh", "zh-Hant", "en"]


class Text(msgspec.Struct, frozen=True, tag="text"):
    """A run of characters. `language` only where it differs from the document's."""

    text: str
    role: str = "text"
    language: Language | None = None


class Link(msgspec.Struct, frozen=True, tag="link"):
    """A link to an anchor of this document (`target` without ``#``), with words that say where."""

    text: str
    target: str
    role: str = "link"


class FileLink(msgspec.Struct, frozen=True, tag="file-link"):
    """A link to another file; `target` is its address relative to the document's own place, as a
    URI reference (RFC 3986, percent-encoded).
    """

    text: str
    target: str
    role: str = "link"


class Anchor(msgspec.Struct, frozen=True, tag="anchor"):
    """A place that links point to, inside a block (blocks have an `anchor` of their own too)."""

    id: str


class Note(msgspec.Struct, frozen=True, tag="note"):
    """A footnote, called where it stands; numbered by the writer."""

    content: tuple[Inline, ...]


class Tab(msgspec.Struct, frozen=True, tag="tab"):
    """On to the next tab stop of the block's rule; without one, flush right to the margin."""


class LineBreak(msgspec.Struct, frozen=True, tag="break"):
    """A new line in the same block."""


Inline = Text | Link | FileLink | Anchor | Note | Tab | LineBreak


class Heading(msgspec.Struct, frozen=True, tag="heading"):
    """A heading of level 1 (the title) to 6; `contents` false: not in contents and bookmarks."""

    level: int
    content: tuple[Inline, ...]
    role: str
    anchor: str | None = None
    contents: bool = True


class Paragraph(msgspec.Struct, frozen=True, tag="paragraph"):
    """Running text. `number` is printed beside it (the paragraph's number in the transcript), and
    is a link to the anchor `back`, the place that first cites the paragraph, when there is one.
    `comment` is for an editor: a note in the margin where the format has them (DOCX), else nothing.
    """

    content: tuple[Inline, ...]
    role: str = "paragraph"
    anchor: str | None = None
    number: str | None = None
    back: str | None = None
    comment: str | None = None


class ListItem(msgspec.Struct, frozen=True):
    """An item: its words, and an anchor."""

    content: tuple[Inline, ...]
    anchor: str | None = None


class List(msgspec.Struct, frozen=True, tag="list"):
    """Items of one `role`; numbered by the writer when `ordered`."""

    items: tuple[ListItem, ...]
    role: str = "key_point"
    ordered: bool = True


class Column(msgspec.Struct, frozen=True):
    """A column: its share of the table's width, and how its cells stand.

    `align` ``decimal`` lines numbers up at the decimal point. `weight` is relative to the other
    columns.
    """

    weight: float = 1.0
    align: Literal["left", "right", "center", "decimal"] = "left"


class Cell(msgspec.Struct, frozen=True):
    """A cell: one or more paragraphs. `columns` is how many columns it spans."""

    blocks: tuple[Paragraph, ...]
    columns: int = 1


class Row(msgspec.Struct, frozen=True):
    """A row of cells whose `columns` add up to the table's. `group`: a row that heads others."""

    cells: tuple[Cell, ...]
    anchor: str | None = None
    group: bool = False


class Table(msgspec.Struct, frozen=True, tag="table"):
    """A table: `head` rows are repeated on every page; `summary` says what it shows to who can't
    see it.

    `header_column` true makes the first cell of each row a header cell (scope: row).
    """

    columns: tuple[Column, ...]
    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    role: str = "table"
    caption: tuple[Inline, ...] = ()
    summary: str = ""
    anchor: str | None = None
    header_column: bool = False


class ChartPoint(msgspec.Struct, frozen=True):
    """A value as plain decimal digits, and as printed; `planned` values are drawn hollow."""

    value: str
    label: str
    planned: bool = False


class ChartSeries(msgspec.Struct, frozen=True):
    """A named run of points, one per category."""

    name: str
    points: tuple[ChartPoint, ...]


class Chart(msgspec.Struct, frozen=True, tag="chart"):
    """A chart as data. `reverse` draws small values high (ranks); `alternative` reads them all."""

    kind: Literal["line", "bar", "column"]
    title: str
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    unit: str | None
    alternative: str
    caption: tuple[Inline, ...] = ()
    reverse: bool = False
    role: str = "chart"
    anchor: str | None = None


class Group(msgspec.Struct, frozen=True, tag="group"):
    """Blocks that are dressed together (a box, a bar, columns, kept on one page)."""

    role: str
    blocks: tuple[Block, ...]


class Contents(msgspec.Struct, frozen=True, tag="contents"):
    """The contents: the writer fills it with the headings up to `depth` and their pages."""

    title: str
    depth: int = 2


class PageBreak(msgspec.Struct, frozen=True, tag="page-break"):
    """The next block starts a page."""


Block = Heading | Paragraph | List | Table | Chart | Group | Contents | PageBreak


class FigureSource(msgspec.Struct, frozen=True):
    """Provenance of a key figure: its words, its paragraph's anchor, its spans."""

    text: str
    anchor: str
    spans: tuple[Span, ...]


class Provenance(msgspec.Struct, frozen=True):
    """What a finished file says of its source, so that it can be verified with the page alone."""

    path: str
    sha256: str
    record: str
    span: Span
    figures: tuple[FigureSource, ...] = ()


class Document(msgspec.Struct, frozen=True):
    """A briefing ready to be dressed.

    `date` (ISO) is the event's, for properties and running heads. `fields` fill the places of
    running heads (``{title}``, ``{date}``, ``{issuer}`` ...).
    """

    title: str
    language: Language
    blocks: tuple[Block, ...]
    provenance: Provenance
    date: str | None = None
    author: str | None = None
    subject: str | None = None
    keywords: tuple[str, ...] = ()
    fields: dict[str, str] = {}
