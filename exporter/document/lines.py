"""The words of a document, line by line, as any writer prints them; a finished file is compared
with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from exporter.document.model import (
    Anchor,
    Block,
    Chart,
    Contents,
    Document,
    FileLink,
    Group,
    Heading,
    Inline,
    LineBreak,
    Link,
    List,
    Note,
    PageBreak,
    Paragraph,
    Row,
    Tab,
    Table,
    Text,
)


def lines(document: Document) -> tuple[str, ...]:
    """Every paragraph, list item, row (cells parted by tabs, the paragraphs of a cell by vertical
    tabs) and word of a chart, in order.

    A numbered paragraph stands without its number and with it. Footnotes and running heads follow
    at the end.
    """
    notes: list[Note] = []
    found = [line for block in document.blocks for line in _block(block, notes)]
    found += [_words(note.content, []) for note in notes]
    return (*found, document.title, *document.fields.values())


def _block(block: Block, notes: list[Note]) -> Iterator[str]:
    match block:
        case Heading():
            yield _words(block.content, notes)
        case Paragraph():
            yield from _paragraph(block, notes)
        case List():
            yield from (_words(item.content, notes) for item in block.items)
        case Table():
            yield _words(block.caption, notes)
            yield from (_row(row, notes) for row in (*block.head, *block.rows))
        case Chart():
            yield from _chart(block, notes)
        case Group():
            for inner in block.blocks:
                yield from _block(inner, notes)
        case Contents():
            yield block.title
        case PageBreak():
            pass
        case _:
            assert_never(block)


def _paragraph(paragraph: Paragraph, notes: list[Note]) -> Iterator[str]:
    words = _words(paragraph.content, notes)
    yield words
    if paragraph.number:
        yield f"{paragraph.number} {words}"


def _row(row: Row, notes: list[Note]) -> str:
    cells = ("\v".join(_words(p.content, notes) for p in cell.blocks) for cell in row.cells)
    return "\t".join(cells)


def _chart(chart: Chart, notes: list[Note]) -> Iterator[str]:
    yield from (chart.title, chart.alternative, _words(chart.caption, notes), chart.unit or "")
    yield f"{chart.title}（{chart.unit}）" if chart.unit else chart.title
    yield from chart.categories
    yield "\t".join(chart.categories)
    for series in chart.series:
        yield series.name
        yield "\t".join(point.label for point in series.points)
        yield "\t".join(point.value for point in series.points)
        for point in series.points:
            yield from (point.label, point.value)


def _words(content: Iterable[Inline], notes: list[Note]) -> str:
    return "".join(_inline(inline, notes) for inline in content)


def _inline(inline: Inline, notes: list[Note]) -> str:
    match inline:
        case Text() | Link() | FileLink():
            return inline.text
        case Note():
            notes.append(inline)
            return ""
        case Tab() | LineBreak():
            return " "
        case Anchor():
            return ""
        case _:
            assert_never(inline)
