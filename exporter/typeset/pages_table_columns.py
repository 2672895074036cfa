"""How wide the columns of a table are, and where the decimal points of its numbers stand."""

from __future__ import annotations

import re

from exporter.document.model import Note, Paragraph, Table
from exporter.styling.model import Rule
from exporter.typeset.lines import break_lines
from exporter.typeset.model import Fragment, Line, Measure
from exporter.typeset.pages_flow import Flow

_INTEGER = re.compile(r"\d[\d,，]*")
_UNBOUNDED = 100_000.0
_MOST_FOR_NUMBERS = 0.6  # of the table's width, however wide its numbers are


def column_widths(flow: Flow, table: Table, rule: Rule) -> list[float]:
    """The columns' widths, padding included: shared by weight, but numbers don't break.

    A column that stands right or at the point is at least as wide as its widest number, as long as
    such columns leave room for the others.
    """
    total = sum(max(column.weight, 0.0) for column in table.columns) or 1.0
    widths = [flow.width * max(column.weight, 0.0) / total for column in table.columns]
    needs = {
        index: _need(flow, table, index) + 2 * rule.cell_padding_x
        for index, column in enumerate(table.columns)
        if column.align in ("right", "decimal")
    }
    short = {index: need for index, need in needs.items() if need > widths[index]}
    rest = [index for index in range(len(widths)) if index not in short]
    if not short or not rest or sum(short.values()) > _MOST_FOR_NUMBERS * flow.width:
        return widths
    share = (flow.width - sum(short.values())) / sum(widths[index] for index in rest)
    return [short.get(index, width * share) for index, width in enumerate(widths)]


def _need(flow: Flow, table: Table, index: int) -> float:
    """The widest line of the column's cells."""
    widest = 0.0
    for row in (*table.head, *table.rows):
        at = 0
        for cell in row.cells:
            if at == index and cell.columns == 1:
                lines = (line_of(flow, paragraph) for paragraph in cell.blocks)
                widest = max([widest, *(line.x + line.width for line in lines)])
            at += cell.columns
    return widest + 0.1


def line_of(flow: Flow, paragraph: Paragraph) -> Line:
    """The paragraph in one line as long as it likes; leaves no trace in the flow."""
    count = len(flow.parts)
    rule = flow.style.rule(paragraph.role)
    content = tuple(inline for inline in paragraph.content if not isinstance(inline, Note))
    runs = flow.dresser.runs(flow, content, paragraph.role, flow.part)
    del flow.parts[count:]
    measure = Measure(_UNBOUNDED, align="left", text_spacing=rule.text_spacing)
    return break_lines(runs, measure)[0]


def point_of(line: Line) -> float:
    """Where the first number's integer part ends, from the left edge of the line's measure.

    A line without digits has its point at its end.
    """
    text = "".join(fragment.text for fragment in line.fragments)
    found = _INTEGER.search(text)
    end = found.end() if found else len(text)
    for fragment in line.fragments:
        if end <= len(fragment.text):
            return fragment.x + _advance(fragment, end)
        end -= len(fragment.text)
    return line.x + line.width


def _advance(fragment: Fragment, count: int) -> float:
    """The width of the fragment's first `count` characters."""
    run = fragment.run
    scale = run.font_size * run.font_stretch / 100
    width = sum(run.chain.widths[character] for character in fragment.text[:count]) * scale
    kerns = sum(kern for index, kern in fragment.kerns if index < count)
    return width + fragment.spacing * count + kerns
