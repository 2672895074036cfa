"""Tables as strips: a strip a row, or several where a row is too tall for that.

Numbers of a ``decimal`` column stand with their points in one line.
"""

from __future__ import annotations

from contextlib import ExitStack
from itertools import pairwise
from typing import Literal

import msgspec

from exporter.document.model import Cell, Column, Paragraph, Row, Table
from exporter.notices import Notice
from exporter.styling.model import Align, Border, Rule
from exporter.typeset.lines import break_lines
from exporter.typeset.model import Line, Measure, Run
from exporter.typeset.pages_flow import Flow
from exporter.typeset.pages_frames import border_strokes
from exporter.typeset.pages_model import ARTIFACT, Item, Mark, Part, TextLine
from exporter.typeset.pages_strips import Strip, moved
from exporter.typeset.pages_table_columns import column_widths, decimal_extent, point_of
from exporter.typeset.pages_table_cuts import cut_table
from exporter.typeset.pages_text import (
    frames_round,
    line_place,
    note_strips,
    set_block,
    stops_within,
)

_TALL = 0.18  # a row taller than this part of the page may be split inside
_KEPT = 3  # so many of its lines stay together at either end


def set_table(flow: Flow, table: Table) -> None:
    """The table with its caption above it; its head rows are repeated on every page. One with more
    columns than have room is cut into several, with a notice.
    """
    rule = flow.style.rule(table.role)
    if rule.display == "none":
        return
    flow.start(rule.break_before)
    flow.space(rule.space_before)
    tables = cut_table(table, rule, flow.style.rule("table_cell").font_size, flow.width)
    for number, part in enumerate(tables):
        if number:
            flow.space(rule.line_height)
        _set_whole(flow, part, rule)
    if len(tables) > 1:
        params = {"columns": str(len(table.columns)), "parts": str(len(tables))}
        flow.notice(Notice("writers.pdf-table-cut", params=params))
    flow.space(rule.space_after)
    if rule.break_after == "avoid":
        flow.keep_next()


def _set_whole(flow: Flow, table: Table, rule: Rule) -> None:
    part = flow.add_part(Part("table", flow.part, text=table.summary))
    if table.caption:
        caption = flow.add_part(Part("caption", part))
        set_block(flow, table.caption, "caption", caption, anchor=table.anchor)
        flow.keep_next()
    elif table.anchor:
        flow.mark_next(table.anchor)
    with ExitStack() as stack:
        if rule.break_inside == "avoid":
            stack.enter_context(flow.together())
        stack.enter_context(flow.framed(rule, closed=True))
        _Rows(flow, table, rule, part).set()


class _Slot(msgspec.Struct, frozen=True):
    """A cell with its place: its first column, from where, how wide, its part."""

    cell: Cell
    column: Column
    first: int
    left: float
    width: float
    part: int


class _SetRow(msgspec.Struct, frozen=True):
    """A row of the table, its cells in their places."""

    row: Row
    slots: tuple[_Slot, ...]


class _Rows:
    """The rows of one table being set."""

    def __init__(self, flow: Flow, table: Table, rule: Rule, part: int) -> None:
        self.flow, self.table, self.rule, self.part = flow, table, rule, part
        self.widths = column_widths(flow, table, rule)
        self.points: dict[int, float] = {}

    def set(self) -> None:
        """Adds the strips of all rows to the flow."""
        flow, rule = self.flow, self.rule
        head = self._placed(self.table.head, "head_rows", head=True)
        body = self._placed(self.table.rows, "body_rows", head=False)
        self._align_points(body)
        header: list[Strip] = []
        for i, row in enumerate(head):
            below = rule.head_border if i == len(head) - 1 else None
            strips = self._strips(row, None, below)
            header += [_as_artifact(strip) for strip in strips]
            self._add(strips, ())
            flow.keep_next()
        for i, row in enumerate(body):
            self._add(self._strips(row, rule.row_border if i else None, None), tuple(header))
            if row.row.group or i in (0, len(body) - 2):
                flow.keep_next()

    def _placed(self, rows: tuple[Row, ...], kind: str, *, head: bool) -> list[_SetRow]:
        """The rows' cells in their places; rows and cells become parts."""
        section = self.part
        if self.table.head and rows:
            section = self.flow.add_part(
                Part("head_rows" if kind == "head_rows" else "body_rows", self.part)
            )
        placed: list[_SetRow] = []
        for row in rows:
            part = self.flow.add_part(Part("row", section))
            placed.append(_SetRow(row, tuple(self._slots(row, part, head=head))))
        return placed

    def _slots(self, row: Row, part: int, *, head: bool) -> list[_Slot]:
        slots: list[_Slot] = []
        at, count = 0, len(self.table.columns)
        for cell in row.cells:
            if at >= count:
                break
            end = min(at + max(cell.columns, 1), count)
            pad, outer = self.rule.cell_padding_x, outer_padding(self.rule)
            left = sum(self.widths[:at]) + (pad if at else outer)
            right = sum(self.widths[:end]) - (pad if end < count else outer)
            slots.append(
                _Slot(
                    cell,
                    self.table.columns[at],
                    at,
                    left,
                    max(right - left, 1.0),
                    self._cell_part(part, head=head, first=at == 0, columns=end - at),
                )
            )
            at = end
        return slots

    def _cell_part(self, row: int, *, head: bool, first: bool, columns: int) -> int:
        header = head or (first and self.table.header_column)
        if not header:
            return self.flow.add_part(Part("cell", row, columns=columns))
        scope: Literal["column", "row"] = "column" if head else "row"
        return self.flow.add_part(Part("head_cell", row, scope=scope, columns=columns))

    def _align_points(self, rows: list[_SetRow]) -> None:
        """Finds where the points of the decimal columns stand: their numbers end at the right."""
        for index, column in enumerate(self.table.columns):
            if column.align != "decimal":
                continue
            before, after = decimal_extent(self.flow, self.table, index)
            slots = [slot for row in rows for slot in row.slots if slot.first == index]
            width = min((slot.width for slot in slots if _single(slot)), default=0.0)
            if before + after <= width + 0.01:
                self.points[index] = width - after

    def _strips(self, row: _SetRow, above: Border | None, below: Border | None) -> list[Strip]:
        """The row as one strip, or cut between its lines when it is tall."""
        flow, pad = self.flow, self.rule.cell_padding_y
        tallest = 0.0
        items: list[Item] = [Mark(row.row.anchor, flow.left, 0.0)] if row.row.anchor else []
        for slot in row.slots:
            height, inside = self._cell(slot, pad)
            tallest = max(tallest, height)
            items += inside
        height = tallest + 2 * pad
        right = flow.left + flow.width
        if above:
            items += border_strokes(above, (flow.left, 0.0), (right, 0.0))
        if below:
            items += border_strokes(below, (flow.left, height), (right, height))
        whole = Strip(height, tuple(items), notes=note_strips(flow, flow.take_notes()))
        limit = _TALL * flow.style.page.text_height
        return [whole] if height <= limit else _sliced(whole)

    def _cell(self, slot: _Slot, pad: float) -> tuple[float, list[Item]]:
        """A cell's height and its lines, from `pad` under the top."""
        y = 0.0
        items: list[Item] = []
        for paragraph in slot.cell.blocks:
            rule = self.flow.style.rule(paragraph.role)
            if rule.display == "none":
                continue
            part = self.flow.add_part(Part("paragraph", slot.part))
            y += rule.space_before
            if paragraph.anchor:
                items.append(Mark(paragraph.anchor, self.flow.left + slot.left, pad + y))
            for line in self._lines(paragraph, rule, slot, part):
                height, base = line_place(rule, line)
                left = self.flow.left + slot.left + rule.margin_left + self._shift(line, slot)
                items.append(TextLine(left, pad + y + base, line, part))
                items += frames_round(line, left, pad + y + base)
                y += height
            y += rule.space_after
        return y, items

    def _lines(self, paragraph: Paragraph, rule: Rule, slot: _Slot, part: int) -> tuple[Line, ...]:
        runs: tuple[Run, ...] = self.flow.dresser.runs(
            self.flow, paragraph.content, paragraph.role, part
        )
        width = max(slot.width - rule.margin_left - rule.margin_right, 1.0)
        align = "left" if slot.first in self.points and _single(slot) else _align(slot, rule)
        if paragraph.role == "table_head" and slot.column.align == "decimal" and not _single(slot):
            align = "center"  # over a number and its unit: where the two meet
        return break_lines(
            runs,
            Measure(
                width,
                rule.text_indent,
                align,
                rule.text_spacing,
                stops_within(rule.tab_stops, width),
            ),
        )

    def _shift(self, line: Line, slot: _Slot) -> float:
        """How far right a number goes for its point to stand under the others."""
        point = self.points.get(slot.first)
        return max(point - point_of(line), 0.0) if point is not None and _single(slot) else 0.0

    def _add(self, strips: list[Strip], header: tuple[Strip, ...]) -> None:
        last = len(strips) - 1
        for at, strip in enumerate(strips):
            keep = at > 0 and (at < _KEPT or at > last - _KEPT + 1)
            if at == 1 and header:  # the rest of a row keeps its distance from the head above it
                header = (*header, Strip(self.rule.cell_padding_y, ()))
            self.flow.add(strip.height, strip.items, header=header, notes=strip.notes, keep=keep)


def outer_padding(rule: Rule) -> float:
    """The padding of cells at the table's own edges: none where no border stands there."""
    edged = rule.border_left or rule.border_right or rule.background_color
    return rule.cell_padding_x if edged else 0.0


def _single(slot: _Slot) -> bool:
    return slot.cell.columns == 1


def _align(slot: _Slot, rule: Rule) -> Align:
    """The column's alignment; a column that stands left leaves it to the paragraph's rule."""
    match slot.column.align:
        case "left":
            return rule.text_align
        case "decimal":
            return "right"
        case "right" | "center" as align:
            return align


def _as_artifact(strip: Strip) -> Strip:
    """The strip as it is repeated: its words belong to no part, no link leads to it."""
    items = tuple(
        msgspec.structs.replace(item, part=ARTIFACT)
        for item in strip.items
        if not isinstance(item, Mark)
    )
    return Strip(strip.height, items)


def _sliced(strip: Strip) -> list[Strip]:
    """The strip cut at each height where no line of any cell is cut through."""
    spans = sorted(
        (item.y - item.line.ascent, item.y + item.line.descent)
        for item in strip.items
        if isinstance(item, TextLine)
    )
    cuts = [0.0]
    reach = 0.0
    for top, bottom in spans:
        if top > reach and reach > 0:
            cuts.append((top + reach) / 2)
        reach = max(reach, bottom)
    cuts.append(strip.height)
    slices: list[Strip] = []
    for top, bottom in pairwise(cuts):
        last = bottom == strip.height
        inside = [
            i for i in strip.items if top <= _place(i) < bottom or (last and _place(i) >= bottom)
        ]
        notes = strip.notes if last else ()
        slices.append(
            Strip(bottom - top, tuple(moved(item, 0.0, -top) for item in inside), notes=notes)
        )
    return slices


def _place(item: Item) -> float:
    return item.points[0][1] if hasattr(item, "points") else item.y
