"""Tables of more columns than a page has room for: cut into tables that stand one under the other.

Each has the first column, which says what a row is about, and as many of the others as can be read.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from exporter.document.model import Cell, Row, Table
from exporter.styling.model import Rule

_LEAST = 1.0  # em that a column has when a table is left whole
_READABLE = 4.0  # em for each column of a table that is cut


def cut_table(table: Table, rule: Rule, size: float, width: float) -> list[Table]:
    """The tables to set instead of `table` in `width` pt, its cells' text being of `size` pt; the
    table alone where its columns have room for a character.
    """
    count, padding = len(table.columns), 2 * rule.cell_padding_x
    if count < 3 or width / count >= _LEAST * size + padding:
        return [table]
    step = max(int(width // (_READABLE * size + padding)) - 1, 1)
    return [
        _columns(table, start, min(start + step, count), first=start == 1)
        for start in range(1, count, step)
    ]


def _columns(table: Table, start: int, end: int, *, first: bool) -> Table:
    """The table's first column and those of ``[start, end)``; anchors stand in the first part."""
    return msgspec.structs.replace(
        table,
        columns=(table.columns[0], *table.columns[start:end]),
        head=tuple(_row(row, start, end, first=first) for row in table.head),
        rows=tuple(_row(row, start, end, first=first) for row in table.rows),
        caption=table.caption if first else (),
        anchor=table.anchor if first else None,
    )


def _row(row: Row, start: int, end: int, *, first: bool) -> Row:
    cells = tuple(_cells(row, start, end))
    return Row(cells, row.anchor if first else None, row.group)


def _cells(row: Row, start: int, end: int) -> Iterator[Cell]:
    """The cells in the first column and in ``[start, end)``, as wide as they are there."""
    at = 0
    for cell in row.cells:
        after = at + max(cell.columns, 1)
        inside = max(min(after, end) - max(at, start), 0) + (at == 0)
        if inside:
            yield msgspec.structs.replace(cell, columns=inside)
        at = after
