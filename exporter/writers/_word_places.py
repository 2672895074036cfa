"""What the body's writer notes of places in the text: of paragraphs, of charts, of its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from exporter.document.model import Chart, Inline, Tab
from exporter.styling.model import Rule


class Placed(NamedTuple):
    """A chart in the text: the piece that its drawing goes into, and how large it is (pt)."""

    chart: Chart
    place: int
    size: tuple[float, float]


def chart_rows(charts: Iterable[Chart], columns: int) -> Iterator[tuple[tuple[Chart, ...], int]]:
    """Charts that stand abreast, and in how many columns: bars alone, their names need the
    width.
    """
    row: list[Chart] = []
    for chart in (chart for chart in charts if chart.categories and chart.series):
        if row and (chart.kind == "bar" or len(row) == columns):
            yield tuple(row), columns
            row = []
        if chart.kind == "bar":
            yield (chart,), 1
        else:
            row.append(chart)
    if row:
        yield tuple(row), columns


class Extra(NamedTuple):
    """What a paragraph has beside its style and words."""

    anchor: str | None = None
    keep_next: bool = False
    listed: str | None = None
    outline: int | None = None
    comment: str | None = None


PLAIN = Extra()


class Last(NamedTuple):
    """What the body ends with: an element's tag, and the piece that ends a paragraph's properties
    (where a section's may go).
    """

    tag: str = ""
    place: int = -1


def tabbed(inlines: tuple[Inline, ...]) -> bool:
    """Whether a tab is among them."""
    return any(isinstance(inline, Tab) for inline in inlines)


def is_box(rule: Rule) -> bool:
    """Whether the group's rule shows on its paragraphs: lines, ground, room at the sides."""
    lines = (rule.border_top, rule.border_right, rule.border_bottom, rule.border_left)
    rooms = (rule.margin_left, rule.margin_right, rule.padding_left, rule.padding_right)
    return any(lines) or any(rooms) or rule.background_color is not None
