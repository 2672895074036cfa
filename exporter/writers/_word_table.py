"""Tables: a grid in twips, repeated header rows, rows that don't split, decimals in line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import accumulate, pairwise

from exporter.document.model import Cell, Inline, Link, Paragraph, Row, Tab, Table, Text
from exporter.styling.model import Align, Rule, Style
from exporter.writers import _word_names as names
from exporter.writers._word_rules import border
from exporter.writers._word_styles import Dress
from exporter.writers._word_xml import Element, Node, node, twips

_NOTHING = (Paragraph((), "table_cell"),)
_INTEGER = re.compile(r"\d[\d,，]*")
WriteCell = Callable[[Element, Paragraph, Dress, str | None, bool], None]
_ALIGNED: dict[str, Align] = {"right": "right", "center": "center", "decimal": "right"}


def column_widths(table: Table, measure: float) -> list[int]:
    """Widths in twips by the columns' weights, exact in sum."""
    total = twips(measure)
    weight = sum(column.weight for column in table.columns) or 1.0
    edges = [
        round(total * reached / weight)
        for reached in accumulate((column.weight for column in table.columns), initial=0.0)
    ]
    return [right - left for left, right in pairwise(edges)]


class TableWriter:
    """Writes one table; `write_cell` writes a paragraph into a cell (anchor, keep with next)."""

    def __init__(self, table: Table, style: Style, measure: float, write_cell: WriteCell) -> None:
        self._table = table
        self._style = style
        self._rule = style.rule(table.role)
        self._widths = column_widths(table, measure)
        self._write_cell = write_cell
        self._decimals = {
            index: self._decimal_stop(index)
            for index, column in enumerate(table.columns)
            if column.align == "decimal"
        }

    def write(self, parent: Element, box: Rule | None, clean: Callable[[str], str]) -> Element:
        """Appends the table to `parent`; `box` is the rule of the group round it."""
        element = node("w:tbl").under(parent)
        self._properties(box, clean).under(element)
        grid = node("w:tblGrid", *(node("w:gridCol", w=width) for width in self._widths))
        grid.under(element)
        heads = len(self._table.head)
        for index, row in enumerate((*self._table.head, *self._table.rows)):
            self._row(element, row, index, heads)
        return element

    def _properties(self, box: Rule | None, clean: Callable[[str], str]) -> Node:
        table, look = self._table, self._table
        children = [
            node("w:tblStyle", val=names.style_id(table.role)),
            node("w:tblW", w=sum(self._widths), type="dxa"),
        ]
        if box is not None and box.margin_left + box.padding_left:
            indent = twips(box.margin_left + box.padding_left)
            children.append(node("w:tblInd", w=indent, type="dxa"))
        children += [
            node("w:tblLayout", type="fixed"),
            node(
                "w:tblLook",
                val="0000",
                firstRow=int(bool(look.head)),
                lastRow=0,
                firstColumn=int(look.header_column),
                lastColumn=0,
                noHBand=1,
                noVBand=1,
            ),
        ]
        caption = clean(words(table.caption))
        if caption:
            children.append(node("w:tblCaption", val=caption))
        if table.summary:
            children.append(node("w:tblDescription", val=clean(table.summary)))
        return Node("w:tblPr", (), tuple(children))

    def _row(self, parent: Element, row: Row, index: int, heads: int) -> None:
        element = node("w:tr").under(parent)
        head = index < heads
        properties = (node("w:cantSplit"), *((node("w:tblHeader"),) if head else ()))
        Node("w:trPr", (), properties).under(element)
        at = 0
        for cell in row.cells:
            if at >= len(self._widths):
                break
            columns = max(1, min(cell.columns, len(self._widths) - at))
            tc = self._cell(element, at, columns, ends_head=heads > 1 and index == heads - 1)
            anchor = row.anchor if at == 0 else None
            width = sum(self._widths[at : at + columns])
            for number, block in enumerate(cell.blocks or _NOTHING):
                dress = self._dress(block, at, columns, width, head=head)
                first = None if number else anchor
                self._write_cell(tc, block, dress, first, head or row.group)
            at += columns

    def _cell(self, parent: Element, at: int, columns: int, *, ends_head: bool) -> Element:
        """An empty cell over `columns` from `at`."""
        width = sum(self._widths[at : at + columns])
        properties = [node("w:tcW", w=width, type="dxa")]
        if columns > 1:
            properties.append(node("w:gridSpan", val=columns))
        if ends_head and self._rule.head_border:
            line = border("bottom", self._rule.head_border, 0.0)
            properties.append(node("w:tcBorders", line))
        pad = self._rule.cell_padding_x
        sides = zip(("left", "right"), self._sides(at, columns), strict=True)
        open_ = tuple(node(f"w:{s}", w=twips(room), type="dxa") for s, room in sides if room != pad)
        if open_:
            properties.append(node("w:tcMar", *open_))
        element = node("w:tc").under(parent)
        Node("w:tcPr", (), tuple(properties)).under(element)
        return element

    def _dress(self, block: Paragraph, at: int, columns: int, width: int, *, head: bool) -> Dress:
        """What the column does to a paragraph: heads stand as their numbers do, at the right."""
        align = self._table.columns[at].align
        if columns > 1 and not head:
            align = "left"
        if any(isinstance(inline, Tab) for inline in block.content):
            return Dress(tab=True, measure=width / 20 - self._padding(at, columns))
        if align == "decimal" and not head:
            return Dress(decimal=self._decimals[at])
        return Dress(align=_ALIGNED.get(align))

    def _padding(self, at: int, columns: int) -> float:
        """Padding at both sides of a cell, pt: none at an open edge of the table."""
        left, right = self._sides(at, columns)
        return left + right

    def _sides(self, at: int, columns: int) -> tuple[float, float]:
        rule = self._rule
        closed = rule.border_left or rule.border_right or rule.background_color
        pad, outer = rule.cell_padding_x, rule.cell_padding_x if closed else 0.0
        last = at + columns >= len(self._widths)
        return (outer if at == 0 else pad), (outer if last else pad)

    def _decimal_stop(self, at: int) -> float:
        """Where the decimal points of the column stand, pt from the cell's text edge."""
        fraction = 0.0
        for row in self._table.rows:
            cell = cell_at(row, at)
            if cell is None:
                continue
            size = max((self._style.rule(block.role).font_size for block in cell.blocks), default=0)
            text = "".join(words(block.content) for block in cell.blocks)
            found = _INTEGER.search(text)
            after = text[found.end() :] if found else ""
            fraction = max(fraction, advance(after) * size)
        room = self._widths[at] / 20 - self._padding(at, 1)
        return round(max(0.0, room - fraction) * 2) / 2


def cell_at(row: Row, at: int) -> Cell | None:
    """The cell that covers the column `at` alone."""
    reached = 0
    for cell in row.cells:
        if reached == at and cell.columns == 1:
            return cell
        reached += cell.columns
    return None


def advance(text: str) -> float:
    """The width of `text` in em, a full-width character being one and any other a half."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.5 for c in text)


def words(inlines: tuple[Inline, ...]) -> str:
    """The plain words of inlines, for alternatives and properties."""
    return "".join(inline.text for inline in inlines if isinstance(inline, Text | Link))
