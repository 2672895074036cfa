"""Charts as vectors: lines with their values at the points, columns, bars; a strip each.

No axes, grids or legends where the values can be read at the points themselves. What is planned is
hollow and dashed, so that nothing depends on colour.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from itertools import pairwise

import msgspec

from exporter.document.model import Chart, ChartPoint, ChartSeries
from exporter.styling.model import Align, Rule
from exporter.typeset.lines import break_lines
from exporter.typeset.model import Line, Measure
from exporter.typeset.pages_flow import Flow
from exporter.typeset.pages_model import Dot, Fill, Item, Mark, Part, Stroke, TextLine
from exporter.typeset.pages_strips import moved
from exporter.typeset.pages_text import line_place, set_block

# Measures at a caption of 9 pt, pt; they grow with it.
_PLOT = 36.0  # height of the plot of lines and columns
_LINE, _DOT, _BASE = 1.4, 2.6, 0.4
_GAP = 4.0
_BETWEEN = 6.0  # pt between rows of charts
_ASIDE = 8.0  # how far a value makes way for the line that climbs beside it
_CAPTION = 9.0
_NAMES = 0.4  # of the width, at most, for the names beside bars
_DASHES: tuple[tuple[float, float] | None, ...] = (None, (4.0, 2.0), (1.5, 1.5))
_PLANNED_DASH = (2.5, 2.5)


def set_chart(flow: Flow, chart: Chart) -> None:
    """The chart with its title above and its caption below, kept together."""
    rule = flow.style.rule(chart.role)
    if rule.display == "none" or not chart.categories or not chart.series:
        return
    flow.start(rule.break_before)
    flow.space(rule.space_before)
    if chart.anchor:
        flow.mark_next(chart.anchor)
    with flow.together():
        height, items, part = _drawn(flow, chart)
        _boxed(flow, part, 0.0, height)
        flow.add(height, tuple(items), figures=(part,))
        if chart.caption:
            flow.keep_next()
            caption = flow.add_part(Part("caption", flow.part))
            set_block(flow, chart.caption, "caption", caption)
    flow.space(rule.space_after)


def set_charts(flow: Flow, charts: tuple[Chart, ...], rule: Rule) -> None:
    """Charts abreast, as many in a row as `rule` has columns: they stand on a common base line.

    Bars stand alone: their names need the width.
    """
    row: list[Chart] = []
    for chart in charts:
        if not chart.categories or not chart.series:
            continue
        if row and (chart.kind == "bar" or len(row) == rule.columns):
            _set_row(flow, row, rule)
            row = []
        if chart.kind == "bar":
            set_chart(flow, chart)
        else:
            row.append(chart)
    if row:
        _set_row(flow, row, rule)


def _set_row(flow: Flow, charts: list[Chart], rule: Rule) -> None:
    width = (flow.width - rule.column_gap * (rule.columns - 1)) / rule.columns
    rooms = [flow.left + at * (width + rule.column_gap) for at in range(len(charts))]
    drawn: list[tuple[float, list[Item], int]] = []
    captions: list[tuple[float, list[Item]]] = []
    for left, chart in zip(rooms, charts, strict=True):
        with flow.room(left, width):
            drawn.append(_drawn(flow, chart))
            captions.append(_caption(flow, chart))
    tallest = max(height for height, _, _ in drawn)
    items: list[Item] = [
        Mark(chart.anchor, left, 0.0)
        for left, chart in zip(rooms, charts, strict=True)
        if chart.anchor
    ]
    for left, (height, inside, part), (_, words) in zip(rooms, drawn, captions, strict=True):
        items += [moved(item, 0.0, tallest - height) for item in inside]
        items += [moved(item, 0.0, tallest) for item in words]
        with flow.room(left, width):
            _boxed(flow, part, tallest - height, tallest)
    below = max(height for height, _ in captions)
    flow.add(tallest + below, tuple(items), figures=tuple(part for _, _, part in drawn))
    flow.space(_BETWEEN)


def _drawn(flow: Flow, chart: Chart) -> tuple[float, list[Item], int]:
    """The chart's height, what it is made of, and the figure that it is."""
    part = flow.add_part(Part("figure", flow.part, text=chart.alternative or _read_out(chart)))
    return (*_Drawing(flow, chart, part).draw(), part)


def _boxed(flow: Flow, part: int, top: float, bottom: float) -> None:
    """Says where the figure stands in its strip."""
    box = (flow.left, top, flow.left + flow.width, bottom)
    flow.parts[part] = msgspec.structs.replace(flow.parts[part], box=box)


def _caption(flow: Flow, chart: Chart) -> tuple[float, list[Item]]:
    """The caption's lines and how much room they take below a chart."""
    if not chart.caption:
        return 0.0, []
    rule = flow.style.rule("caption")
    part = flow.add_part(Part("caption", flow.part))
    runs = flow.dresser.runs(flow, chart.caption, "caption", part)
    y, items = rule.space_before, list[Item]()
    for line in break_lines(
        runs, Measure(flow.width, align="left", text_spacing=rule.text_spacing)
    ):
        height, base = line_place(rule, line)
        items.append(TextLine(flow.left, y + base, line, part))
        y += height
    return y, items


class _Drawing:
    """One chart being drawn; y grows down from its top."""

    def __init__(self, flow: Flow, chart: Chart, part: int) -> None:
        self.flow, self.chart, self.part = flow, chart, part
        self.rule: Rule = flow.style.rule("caption")
        scale = self.rule.font_size / _CAPTION
        self.plot, self.stroke, self.dot = _PLOT * scale, _LINE * scale, _DOT * scale
        self.scale = scale
        self.colors = flow.style.chart_colors or ("#000000",)
        self.items: list[Item] = []
        self.y = 0.0

    def draw(self) -> tuple[float, list[Item]]:
        """The chart's height and what it is made of."""
        title = self.chart.title + (f"（{self.chart.unit}）" if self.chart.unit else "")
        self._words(title, self.flow.left, self.flow.width)
        self._names()
        match self.chart.kind:
            case "line":
                self._lines()
            case "column":
                self._columns()
            case "bar":
                self._bars()
        return self.y, self.items

    def _names(self) -> None:
        """The names of the series where there are several, each with a sample of its line."""
        if len(self.chart.series) < 2:
            return
        x = self.flow.left
        for index, series in enumerate(self.chart.series):
            middle = self.y + self.rule.line_height / 2
            self.items.append(
                Stroke(
                    ((x, middle), (x + 16, middle)),
                    self.stroke,
                    self._color(index),
                    _DASHES[index % len(_DASHES)],
                    self.part,
                )
            )
            line = self._line(series.name, self.flow.width)
            self._place(line, x + 20)
            x += 20 + line.width + 12
        self.y += self.rule.line_height

    def _lines(self) -> None:
        """Points joined by lines, the values at the points, the categories under a base line."""
        top = self.y + self.rule.line_height
        for index, series in enumerate(self.chart.series):
            self._polyline(index, series, top)
        self.y = top + self.plot + _GAP
        self._categories()

    def _polyline(self, index: int, series: ChartSeries, top: float) -> None:
        points = list(self._places(series, top))
        color = self._color(index)
        for (x1, y1, _), (x2, y2, point) in pairwise(points):
            dash = _PLANNED_DASH if point.planned else _DASHES[index % len(_DASHES)]
            self.items.append(Stroke(((x1, y1), (x2, y2)), self.stroke, color, dash, self.part))
        for at, (x, y, point) in enumerate(points):
            self.items.append(Dot(x, y, self.dot, color, point.planned, self.part))
            climbs = at + 1 < len(points) and points[at + 1][1] < y
            falls = at > 0 and points[at - 1][1] < y
            self._label(
                point, x + _ASIDE * self.scale * (falls - climbs), y - self.dot - 3 * self.scale
            )

    def _places(self, series: ChartSeries, top: float) -> Iterator[tuple[float, float, ChartPoint]]:
        """Where each point stands, the largest value highest (the smallest, for ranks)."""
        low, high = self._range()
        for at, point in enumerate(series.points[: len(self.chart.categories)]):
            share = float((_value(point) - low) / (high - low)) if high > low else 0.5
            up = 1 - share if self.chart.reverse else share
            yield self._middle(at), top + self.plot * (1 - up), point

    def _range(self) -> tuple[Decimal, Decimal]:
        values = [_value(point) for series in self.chart.series for point in series.points]
        if not values:
            return Decimal(0), Decimal(0)
        if self.chart.kind == "line":
            return min(values), max(values)
        return min(*values, Decimal(0)), max(*values, Decimal(0))

    def _columns(self) -> None:
        """A column for each value, from a common base at nought."""
        top = self.y + self.rule.line_height
        count = len(self.chart.series)
        cell = self.flow.width / len(self.chart.categories)
        width = min(cell * 0.6, 48.0 * count) / count
        low, high = self._range()
        for index, series in enumerate(self.chart.series):
            for at, point in enumerate(series.points[: len(self.chart.categories)]):
                share = float(abs(_value(point)) / (high - low)) if high > low else 0.0
                left = self._middle(at) - width * count / 2 + width * index
                height = max(share * self.plot, 0.5)
                self._bar(index, point, left, top + self.plot - height, width, height)
                self._label(point, left + width / 2, top + self.plot - height - 1)
        self.y = top + self.plot
        self._categories()

    def _bars(self) -> None:
        """A bar for each value: its category on the left, its value at its end."""
        most = self.flow.width * _NAMES
        names = [self._broken(name, most, "left") for name in self.chart.categories]
        room = max(line.width for lines in names for line in lines) + 8
        longest = self.flow.width - room - self._widest_label() - 8
        low, high = self._range()
        for at, lines in enumerate(names):
            top = self.y
            for line in lines:
                self._place(line, self.flow.left)
                self.y += self.rule.line_height
            below, self.y = self.y, top
            for index, series in enumerate(self.chart.series):
                if at >= len(series.points):
                    continue
                point = series.points[at]
                share = float(abs(_value(point)) / (high - low)) if high > low else 0.0
                width = max(share * longest, 0.5)
                left = self.flow.left + room
                thickness = self.rule.line_height * 0.5
                self._bar(index, point, left, self.y + thickness / 2, width, thickness)
                self._place(self._line(point.label, self.flow.width), left + width + 5)
                self.y += self.rule.line_height
            self.y = max(self.y, below)

    def _widest_label(self) -> float:
        labels = [point.label for series in self.chart.series for point in series.points]
        return max((self._line(label, self.flow.width).width for label in labels), default=0)

    def _bar(
        self, index: int, point: ChartPoint, x: float, y: float, width: float, height: float
    ) -> None:
        """A filled bar; a planned one is an outline."""
        frame = 0.8 if point.planned else 0.0
        self.items.append(Fill(x, y, width, height, self._color(index), self.part, frame))

    def _categories(self) -> None:
        left, right = self.flow.left, self.flow.left + self.flow.width
        self.items.append(
            Stroke(((left, self.y), (right, self.y)), _BASE, self.rule.color, part=self.part)
        )
        cell = self.flow.width / len(self.chart.categories)
        lowest = self.y
        for at, category in enumerate(self.chart.categories):
            y = self.y
            for line in self._broken(category, cell, "center"):
                height, base = line_place(self.rule, line)
                self.items.append(TextLine(left + cell * at, y + base, line, self.part))
                y += height
            lowest = max(lowest, y)
        self.y = lowest

    def _middle(self, at: int) -> float:
        return self.flow.left + self.flow.width / len(self.chart.categories) * (at + 0.5)

    def _color(self, index: int) -> str:
        return self.colors[index % len(self.colors)]

    def _label(self, point: ChartPoint, x: float, bottom: float) -> None:
        """A value, centred over `x`, inside the chart's edges."""
        line = self._line(point.label, self.flow.width)
        right = self.flow.left + self.flow.width - line.width
        left = max(self.flow.left, min(x - line.width / 2, right))
        self.items.append(TextLine(left, bottom - line.descent, line, self.part))

    def _words(self, text: str, x: float, width: float) -> None:
        for line in self._broken(text, width, "left"):
            height, base = line_place(self.rule, line)
            self.items.append(TextLine(x, self.y + base, line, self.part))
            self.y += height

    def _line(self, text: str, width: float) -> Line:
        return self._broken(text, width, "left")[0]

    def _broken(self, text: str, width: float, align: Align) -> tuple[Line, ...]:
        return break_lines((self.flow.dresser.run(text, self.rule),), Measure(width, align=align))

    def _place(self, line: Line, x: float) -> None:
        _, base = line_place(self.rule, line)
        self.items.append(TextLine(x, self.y + base, line, self.part))


def _read_out(chart: Chart) -> str:
    """The chart in words, where the document gives none."""
    values = (
        f"{category} {point.label}"
        for series in chart.series
        for category, point in zip(chart.categories, series.points, strict=False)
    )
    return "；".join((chart.title, *values)).strip("；") or "—"


def _value(point: ChartPoint) -> Decimal:
    try:
        value = Decimal(point.value)
    except InvalidOperation:
        return Decimal(0)
    return value if value.is_finite() else Decimal(0)
