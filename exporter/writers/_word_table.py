"""Tables: a grid in twips, repeated header rows, rows that don't split, decimals in line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import accumulate, pairwise

from exporter.document.model import Cell, FileLink, Inline, Link, Paragraph, Row, Tab, Table, Text
from exporter.styling.model import Align, Rule, Style
from exporter.writers import _word_names as names
from exporter.writers._word_rules import border
from exporter.writers._word_styles import Dress
from exporter.writers._word_xml import Node, node, twips

_ROW = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
_HEAD_ROW = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
_EM = {".": 0.25, ",": 0.25, **dict.fromkeys("“”‘’…—·", 1.0)}
_NOTHING = (Paragraph((), "table_cell"),)
_INTEGER = re.compile(r"\d[\d,，]*")
WriteCell = Callable[[Paragraph, Dress, str | None, bool], None]
_ALIGNED: dict[str, Align] = {"right": "right", "center": "center", "decimal": "right"}


class TableWriter:
    """Writes one table of columns of these `widths` (pt).

    `write_cell` writes a paragraph into a cell (anchor, keep with next).
    """

    def __init__(
        self, table: Table, style: Style, widths: list[float], write_cell: WriteCell
    ) -> None:
        self._table = table
        self._style = style
        self._rule = style.rule(table.role)
        edges = [twips(edge) for edge in accumulate(widths, initial=0.0)]
        self._widths = [right - left for left, right in pairwise(edges)]
        self._write_cell = write_cell
        self._openings: dict[tuple[int, int, bool], str] = {}
        self._decimals = {
            index: self._widest_fraction(index)
            for index, column in enumerate(table.columns)
            if column.align == "decimal"
        }

    def write(self, out: list[str], box: Rule | None, clean: Callable[[str], str]) -> None:
        """Appends the table to `out`; `box` is the rule of the group round it."""
        grid = node("w:tblGrid", *(node("w:gridCol", w=width) for width in self._widths))
        out.append(f"<w:tbl>{self._properties(box, clean).markup()}{grid.markup()}")
        heads = len(self._table.head)
        for index, row in enumerate((*self._table.head, *self._table.rows)):
            if row.cells:
                self._row(out, row, index, heads)
        out.append("</w:tbl>")

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

    def _row(self, out: list[str], row: Row, index: int, heads: int) -> None:
        head = index < heads
        ends_head = heads > 1 and index == heads - 1
        out.append(_HEAD_ROW if head else _ROW)
        at = 0
        for cell in row.cells:
            if at >= len(self._widths):
                break
            columns = max(1, min(cell.columns, len(self._widths) - at))
            place = (at, columns, ends_head)
            if place not in self._openings:
                self._openings[place] = self._opening(*place)
            out.append(self._openings[place])
            anchor = row.anchor if at == 0 else None
            for number, block in enumerate(cell.blocks or _NOTHING):
                dress = self._dress(block, at, columns, head=head)
                first = None if number else anchor
                self._write_cell(block, dress, first, head or row.group)
            out.append("</w:tc>")
            at += columns
        out.append("</w:tr>")

    def _width(self, at: int, columns: int) -> int:
        return sum(self._widths[at : at + columns])

    def _opening(self, at: int, columns: int, ends_head: bool) -> str:
        """How a cell over `columns` from `at` begins."""
        properties = [node("w:tcW", w=self._width(at, columns), type="dxa")]
        if columns > 1:
            properties.append(node("w:gridSpan", val=columns))
        if ends_head and self._rule.head_border:
            line = border("bottom", self._rule.head_border, 0.0)
            properties.append(node("w:tcBorders", line))
        pad = self._rule.cell_padding_x
        sides = zip(("left", "right"), self._sides(at, columns), strict=True)
        room = tuple(
            node(f"w:{side}", w=twips(own), type="dxa") for side, own in sides if own != pad
        )
        if room:
            properties.append(node("w:tcMar", *room))
        return "<w:tc>" + node("w:tcPr", *properties).markup()

    def _dress(self, block: Paragraph, at: int, columns: int, *, head: bool) -> Dress:
        """What the column does to a paragraph; a head stands as the numbers under it do."""
        align = self._table.columns[at].align
        if columns > 1:
            # over a number and its unit: the head where the two meet, words at their end
            align = ("center" if head else "right") if align == "decimal" else "left"
        if any(isinstance(inline, Tab) for inline in block.content):
            width = self._width(at, columns) / 20
            return Dress(tab=True, measure=width - self._padding(at, columns))
        if align == "decimal" and not head and self._style.page.grid_lines:
            # LibreOffice aligns no decimals on a page with a grid: numbers end where they must
            return Dress(align="right", short=self._decimals[at] - self._fraction(block))
        if align == "decimal" and not head:
            room = self._widths[at] / 20 - self._padding(at, 1)
            return Dress(decimal=max(0.0, room - self._decimals[at]))
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

    def _widest_fraction(self, at: int) -> float:
        """Room in pt that the column's numbers need from the decimal point on."""
        cells = (cell_at(row, at) for row in self._table.rows)
        blocks = (block for cell in cells if cell is not None for block in cell.blocks)
        return max((self._fraction(block) for block in blocks), default=0.0)

    def _fraction(self, block: Paragraph) -> float:
        """The width in pt of what follows the integer part of the paragraph's number."""
        text = words(block.content)
        found = _INTEGER.search(text)
        after = text[found.end() :] if found else ""
        return round(advance(after) * self._style.rule(block.role).font_size * 2) / 2


def foot_table(rule: Rule, style: Style) -> tuple[str, str]:
    """How a table of one column at the foot of the type area begins, for what ends the last page
    (版记), and each of its rows. It holds no data and has no style.
    """
    width = twips(style.page.text_width)
    borders = (
        border("top", rule.border_top, 0.0),
        border("left", None),
        border("bottom", rule.border_bottom, 0.0),
        border("right", None),
        border("insideH", rule.row_border, 0.0),
    )
    place = node(
        "w:tblpPr",
        leftFromText=0,
        rightFromText=0,
        vertAnchor="margin",
        horzAnchor="margin",
        tblpXSpec="left",
        tblpYSpec="bottom",
    )
    properties = node(
        "w:tblPr",
        node("w:tblStyle", val="TableNormal"),
        place,
        node("w:tblW", w=width, type="dxa"),
        node("w:tblBorders", *borders),
        node("w:tblLayout", type="fixed"),
    )
    grid = node("w:tblGrid", node("w:gridCol", w=width))
    cell = node("w:tcPr", node("w:tcW", w=width, type="dxa"))
    return f"<w:tbl>{properties.markup()}{grid.markup()}", f"{_ROW}<w:tc>{cell.markup()}"


def cell_at(row: Row, at: int) -> Cell | None:
    """The cell that covers the column `at` alone."""
    reached = 0
    for cell in row.cells:
        if reached == at and cell.columns == 1:
            return cell
        reached += cell.columns
    return None


def advance(text: str) -> float:
    """The width of `text` in em: full-width characters one, points a quarter, others a half."""
    return sum(_EM.get(c, 1.0 if unicodedata.east_asian_width(c) in "WF" else 0.5) for c in text)


def words(inlines: tuple[Inline, ...]) -> str:
    """The plain words of inlines, for alternatives and properties."""
    return "".join(inline.text for inline in inlines if isinstance(inline, Text | Link | FileLink))
