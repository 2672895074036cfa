"""Native charts: a chart part that Word draws and edits, with the workbook that it edits.

Every value is printed at its point; there is no axis of values, grid or legend of one. A planned
value's point is hollow and its line dashed, so that it isn't told by colour alone.
"""

from __future__ import annotations

import datetime as dt
import math
from decimal import Decimal, InvalidOperation
from io import BytesIO

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from exporter.document.model import Chart, ChartPoint, ChartSeries, Language
from exporter.styling.model import Logo, Style
from exporter.writers import _word_names as names
from exporter.writers._word_table import advance
from exporter.writers._word_xml import Node, Sieve, node, part, plain, worded

EMU = 12700  # English Metric Units in a point
_EPOCH = dt.datetime(1980, 1, 1)
_LINE_WIDTH = 1.4
_POINT_SIZE = 5
_LINE = 1.35  # from line to line of a title, in its size
_SIDE = 0.03  # of the width, beside the plot
_OVER, _UNDER = 0.4, 0.12  # of the range of values, over the highest and under the lowest
_LOGO_ID = 1_000_000  # after those of all charts


def workbook(chart: Chart, clean: Sieve) -> bytes:
    """The chart's data as XLSX; text is never a formula. The same bytes for the same chart."""
    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"created": _EPOCH})
        sheet = book.add_worksheet("Sheet1")
        for row, category in enumerate(chart.categories, start=1):
            sheet.write_string(row, 0, clean(category))
        for column, series in enumerate(chart.series, start=1):
            sheet.write_string(0, column, clean(series.name))
            for row, point in enumerate(series.points, start=1):
                sheet.write_number(row, column, float(_digits(point)))
    return out.getvalue()


def drawing(
    chart: Chart, relation: str, number: int, size: tuple[float, float], clean: Sieve
) -> Node:
    """The ``w:drawing`` that shows the chart part in the text; `size` in pt."""
    reference = plain("c:chart", r_id=relation)
    uri = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    title = clean(chart.title) or f"Chart {number}"
    told = plain("wp:docPr", id=number, name=title, descr=clean(chart.alternative) or title)
    return _inline(told, reference, uri, size)


def picture(logo: Logo, relation: str, clean: Sieve) -> Node:
    """The ``w:drawing`` of the logo."""
    words = clean(logo.alternative)
    wide, high = round(logo.width * EMU), round(logo.height * EMU)
    held = plain(
        "pic:pic",
        plain("pic:nvPicPr", plain("pic:cNvPr", id=0, name="Logo"), plain("pic:cNvPicPr")),
        plain(
            "pic:blipFill",
            plain("a:blip", r_embed=relation),
            plain("a:stretch", plain("a:fillRect")),
        ),
        plain(
            "pic:spPr",
            plain("a:xfrm", plain("a:off", x=0, y=0), plain("a:ext", cx=wide, cy=high)),
            plain("a:prstGeom", plain("a:avLst"), prst="rect"),
        ),
    )
    uri = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    told = plain("wp:docPr", id=_LOGO_ID, name="Logo", descr=words)
    return _inline(told, held, uri, (logo.width, logo.height))


def _inline(told: Node, held: Node, uri: str, size: tuple[float, float]) -> Node:
    """A drawing in the line, of a size in pt."""
    width, height = (round(length * EMU) for length in size)
    return node(
        "w:drawing",
        plain(
            "wp:inline",
            plain("wp:extent", cx=width, cy=height),
            told,
            plain("wp:cNvGraphicFramePr"),
            plain("a:graphic", plain("a:graphicData", held, uri=uri)),
            distT=0,
            distB=0,
            distL=0,
            distR=0,
        ),
    )


def chart_height(chart: Chart, width: float) -> float:
    """A height in pt that gives every bar or point its room."""
    if chart.kind == "bar":
        bars = len(chart.categories) * max(1, len(chart.series))
        return 36.0 + 14.0 * bars
    return min(130.0, max(86.0, width * 0.4))


def _digits(point: ChartPoint) -> str:
    """The value as plain digits; nought for what is no number."""
    try:
        value = Decimal(point.value)
    except InvalidOperation:
        return "0"
    return format(value, "f") if value.is_finite() else "0"


class ChartPart:
    """Makes the part's XML for one chart in one style."""

    def __init__(
        self,
        chart: Chart,
        style: Style,
        clean: Sieve,
        size: tuple[float, float],
        language: Language,
    ) -> None:
        self._language = names.east_asian(language)
        self._chart = chart
        self._width, self._height = size
        self._clean = clean
        self._colors = style.chart_colors
        self._rule = style.inline("figure_note", style.rule("figure_note"))
        self._face = style.typefaces[self._rule.face]

    def xml(self, workbook_relation: str) -> bytes:
        """The part's bytes."""
        external = plain("c:externalData", plain("c:autoUpdate", val=0), r_id=workbook_relation)
        titled = bool(self._chart.title)
        chart = plain(
            "c:chart",
            *((self._title(),) if titled else ()),
            plain("c:autoTitleDeleted", val=0 if titled else 1),
            self._plot(),
            *((self._legend(),) if len(self._chart.series) > 1 else ()),
            plain("c:plotVisOnly", val=1),
            plain("c:dispBlanksAs", val="gap"),
        )
        space = (
            plain("c:date1904", val=0),
            plain("c:roundedCorners", val=0),
            chart,
            plain("c:spPr", plain("a:noFill"), plain("a:ln", plain("a:noFill"))),
            self._text_properties(),
            external,
        )
        return part("c:chartSpace", ("c", "a", "r"), *(child.markup() for child in space))

    def _words(self) -> str:
        unit = f"（{self._chart.unit}）" if self._chart.unit else ""
        return self._clean(self._chart.title + unit)

    def _title(self) -> Node:
        words = self._words()
        run = plain("a:r", self._characters("a:rPr"), worded("a:t", words))
        paragraph = plain("a:p", plain("a:pPr", self._characters("a:defRPr"), algn="l"), run)
        rich = plain("c:rich", plain("a:bodyPr"), plain("a:lstStyle"), paragraph)
        corner = _layout(x=0.0, y=0.0)
        return plain("c:title", plain("c:tx", rich), corner, plain("c:overlay", val=0))

    def _legend(self) -> Node:
        return plain("c:legend", plain("c:legendPos", val="b"), plain("c:overlay", val=0))

    def _characters(self, tag: str, color: str | None = None) -> Node:
        latin, east = self._face.docx_latin, self._face.docx_east_asian
        return plain(
            tag,
            _fill(color or self._rule.color),
            plain("a:latin", typeface=latin),
            plain("a:ea", typeface=east),
            lang=self._language,
            sz=round(self._rule.font_size * 100),
            b=0,
        )

    def _text_properties(self) -> Node:
        paragraph = plain(
            "a:p",
            plain("a:pPr", self._characters("a:defRPr")),
            plain("a:endParaRPr", lang=self._language),
        )
        return plain("c:txPr", plain("a:bodyPr"), plain("a:lstStyle"), paragraph)

    def _plot(self) -> Node:
        kind = self._chart.kind
        series = tuple(self._series(i, s) for i, s in enumerate(self._chart.series))
        axes = (plain("c:axId", val=1), plain("c:axId", val=2))
        if kind == "line":
            body = plain(
                "c:lineChart",
                plain("c:grouping", val="standard"),
                plain("c:varyColors", val=0),
                *series,
                plain("c:marker", val=1),
                *axes,
            )
        else:
            body = plain(
                "c:barChart",
                plain("c:barDir", val="bar" if kind == "bar" else "col"),
                plain("c:grouping", val="clustered"),
                plain("c:varyColors", val=0),
                *series,
                plain("c:gapWidth", val=80),
                *axes,
            )
        return plain("c:plotArea", self._place(), body, *self._axes())

    def _place(self) -> Node:
        """Where the plot stands: under the title and over the categories. Beside the names of bars
        only who draws them knows.
        """
        if self._chart.kind == "bar" or len(self._chart.series) > 1:
            return plain("c:layout")
        line = self._rule.font_size * _LINE
        lines = math.ceil(advance(self._words()) * self._rule.font_size / (0.9 * self._width))
        top = (lines + 0.3) * line / self._height if self._chart.title else 0.0
        high = 1 - top - 1.5 * line / self._height
        return _layout(x=_SIDE, y=top, w=1 - 2 * _SIDE, h=high, inner=True)

    def _range(self) -> tuple[Node, ...]:
        """The ends of the axis of values, which isn't shown: room for the words over the points and
        under the lowest. Bars begin at nought, or their lengths would lie.
        """
        values = [float(_digits(p)) for series in self._chart.series for p in series.points]
        low, high = min(values), max(values)
        if self._chart.kind != "line":
            ends = (("c:max", high <= 0), ("c:min", low >= 0))
            return tuple(plain(tag, val=0) for tag, wanted in ends if wanted)
        span = (high - low) or abs(high) or 1.0
        over, under = (_UNDER, _OVER) if self._chart.reverse else (_OVER, _UNDER)
        return (
            plain("c:max", val=f"{high + over * span:.6g}"),
            plain("c:min", val=f"{low - under * span:.6g}"),
        )

    def _axes(self) -> tuple[Node, Node]:
        sideways = self._chart.kind == "bar"
        hairline = self._colors[min(2, len(self._colors) - 1)]
        categories = plain(
            "c:catAx",
            plain("c:axId", val=1),
            # bars grow from the top down in the order of the table
            plain("c:scaling", plain("c:orientation", val="maxMin" if sideways else "minMax")),
            plain("c:delete", val=0),
            plain("c:axPos", val="l" if sideways else "b"),
            plain("c:numFmt", formatCode="General", sourceLinked=0),
            plain("c:majorTickMark", val="none"),
            plain("c:minorTickMark", val="none"),
            plain("c:tickLblPos", val="nextTo"),
            plain("c:spPr", _line(0.4, hairline)),
            plain("c:crossAx", val=2),
            plain("c:crosses", val="max" if self._chart.reverse and not sideways else "autoZero"),
        )
        values = plain(
            "c:valAx",
            plain("c:axId", val=2),
            plain(
                "c:scaling",
                plain("c:orientation", val="maxMin" if self._chart.reverse else "minMax"),
                *self._range(),
            ),
            plain("c:delete", val=1),
            plain("c:axPos", val="b" if sideways else "l"),
            plain("c:numFmt", formatCode="General", sourceLinked=0),
            plain("c:majorTickMark", val="none"),
            plain("c:minorTickMark", val="none"),
            plain("c:tickLblPos", val="none"),
            plain("c:crossAx", val=1),
            plain("c:crosses", val="autoZero"),
        )
        return categories, values

    def _series(self, index: int, series: ChartSeries) -> Node:
        letter, last = xl_col_to_name(index + 1), len(self._chart.categories) + 1
        color = self._colors[index % len(self._colors)]
        line = self._chart.kind == "line"
        shape = (
            plain("c:spPr", _line(_LINE_WIDTH, color)) if line else plain("c:spPr", _fill(color))
        )
        points = (self._point(i, point, color) for i, point in enumerate(series.points))
        marker = (_marker(color, hollow=False),) if line else (plain("c:invertIfNegative", val=0),)
        names = tuple(self._clean(category) for category in self._chart.categories)
        values = tuple(_digits(point) for point in series.points)
        return plain(
            "c:ser",
            plain("c:idx", val=index),
            plain("c:order", val=index),
            plain("c:tx", _strings(f"Sheet1!${letter}$1", (self._clean(series.name),))),
            shape,
            *marker,
            *(point for point in points if point is not None),
            self._labels(series),
            plain("c:cat", _strings(f"Sheet1!$A$2:$A${last}", names)),
            plain("c:val", _numbers(f"Sheet1!${letter}$2:${letter}${last}", values)),
            *((plain("c:smooth", val=0),) if line else ()),
        )

    def _point(self, index: int, point: ChartPoint, color: str) -> Node | None:
        """The look of a planned value; ``None`` for the others."""
        if not point.planned:
            return None
        place = plain("c:idx", val=index)
        dashed = _line(_LINE_WIDTH, color, dash="sysDash")
        if self._chart.kind == "line":
            shape = plain("c:spPr", dashed)
            return plain(
                "c:dPt", place, _marker(color, hollow=True), plain("c:bubble3D", val=0), shape
            )
        outline = plain("c:spPr", _fill("#ffffff"), dashed)
        return plain(
            "c:dPt", place, plain("c:invertIfNegative", val=0), plain("c:bubble3D", val=0), outline
        )

    def _labels(self, series: ChartSeries) -> Node:
        position = "t" if self._chart.kind == "line" else "outEnd"
        own = tuple(self._label(i, p, position) for i, p in enumerate(series.points) if p.label)
        return plain(
            "c:dLbls",
            *own,
            plain("c:spPr", plain("a:noFill"), plain("a:ln", plain("a:noFill"))),
            plain("c:dLblPos", val=position),
            *_shown(),
        )

    def _label(self, index: int, point: ChartPoint, position: str) -> Node:
        """The words at a point, as printed in the source."""
        run = plain("a:r", self._characters("a:rPr"), worded("a:t", self._clean(point.label)))
        unwrapped = plain("a:bodyPr", wrap="none")
        rich = plain("c:rich", unwrapped, plain("a:lstStyle"), plain("a:p", run))
        return plain(
            "c:dLbl",
            plain("c:idx", val=index),
            plain("c:tx", rich),
            plain("c:dLblPos", val=position),
            *_shown(),
        )


def _shown() -> tuple[Node, ...]:
    flags = (
        "showLegendKey",
        "showVal",
        "showCatName",
        "showSerName",
        "showPercent",
        "showBubbleSize",
    )
    return tuple(plain(f"c:{flag}", val=int(flag == "showVal")) for flag in flags)


def _layout(*, inner: bool = False, **places: float) -> Node:
    """A place in parts of the chart's width and height, from its upper left corner."""
    modes = (plain("c:xMode", val="edge"), plain("c:yMode", val="edge"))
    target = (plain("c:layoutTarget", val="inner"),) if inner else ()
    told = (plain(f"c:{name}", val=f"{place:.4f}") for name, place in places.items())
    return plain("c:layout", plain("c:manualLayout", *target, *modes, *told))


def _fill(color: str) -> Node:
    return plain("a:solidFill", plain("a:srgbClr", val=color.lstrip("#").upper()))


def _line(width: float, color: str, dash: str | None = None) -> Node:
    dashes = (plain("a:prstDash", val=dash),) if dash else ()
    return plain("a:ln", _fill(color), *dashes, w=round(width * EMU))


def _marker(color: str, *, hollow: bool) -> Node:
    inside = _fill("#ffffff" if hollow else color)
    shape = plain("c:spPr", inside, _line(1.0, color))
    return plain(
        "c:marker", plain("c:symbol", val="circle"), plain("c:size", val=_POINT_SIZE), shape
    )


def _strings(formula: str, values: tuple[str, ...]) -> Node:
    return plain("c:strRef", worded("c:f", formula), _cache("c:strCache", values))


def _numbers(formula: str, values: tuple[str, ...]) -> Node:
    code = worded("c:formatCode", "General")
    return plain("c:numRef", worded("c:f", formula), _cache("c:numCache", values, code))


def _cache(tag: str, values: tuple[str, ...], *first: Node) -> Node:
    points = (plain("c:pt", worded("c:v", value), idx=index) for index, value in enumerate(values))
    return plain(tag, *first, plain("c:ptCount", val=len(values)), *points)
