"""Series of facts → charts as data: the kind chosen by the data, the values as printed."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, Literal

from exporter.briefing.model import Fact, Series
from exporter.document.model import (
    Block,
    Chart,
    ChartPoint,
    ChartSeries,
    Group,
    Inline,
)
from exporter.document.plan import SectionSpec
from exporter.document.quantities import planned
from exporter.document.setting import Setting, limited

FEWEST: Final = 3
MOST: Final = 12
_SHORT_LABEL: Final = 4


_CLASSIFIERS: Final = "个個"


def charts(setting: Setting, spec: SectionSpec) -> tuple[Block, ...]:
    """A chart for each series with at least three comparable values."""
    usable = tuple(series for series in setting.briefing.series if _points(setting, series))
    shown = limited(spec, usable)
    if not shown:
        return ()
    blocks = tuple(_chart(setting, series, at) for at, series in enumerate(shown, 1))
    return setting.section(spec, (Group("charts", blocks),))


def _points(setting: Setting, series: Series) -> tuple[Fact, ...]:
    """The series' facts when a chart of them would be honest: enough values, one unit."""
    facts = setting.facts(series.facts)
    whole = len(facts) == len(series.facts) == len(series.categories)
    units = {fact.quantity.unit for fact in facts}
    single = all(fact.quantity.value is not None for fact in facts)
    return facts if whole and single and len(units) == 1 and FEWEST <= len(facts) <= MOST else ()


def _chart(setting: Setting, series: Series, number: int) -> Chart:
    facts = _points(setting, series)
    rank = facts[0].quantity.type == "rank"
    unit = None if rank else series.unit
    points = tuple(
        ChartPoint(_plain(fact.quantity.value), label_of(fact, unit), planned(fact))
        for fact in facts
    )
    return Chart(
        kind=_kind(series),
        title=series.indicator,
        categories=series.categories,
        series=(ChartSeries(series.indicator, points),),
        unit=unit,
        alternative=_alternative(setting, series, facts),
        caption=_caption(setting, facts, number),
        reverse=rank,
        anchor=f"c{number}",
    )


def label_of(fact: Fact, unit: str | None) -> str:
    """The value as printed, without the unit that the chart's title tells: labels stand close."""
    text = fact.quantity.text
    if not unit or text == unit or not text.endswith(unit):
        return text
    return text.removesuffix(unit).rstrip().rstrip(_CLASSIFIERS)


def _plain(value: Decimal | None) -> str:
    """Plain decimal digits, without exponent."""
    return format(value if value is not None else Decimal(0), "f")


def _kind(series: Series) -> Literal["line", "bar", "column"]:
    """Over time a line; over places columns, or bars where the names are long."""
    if series.dimension == "period":
        return "line"
    longest = max(len(name) for name in series.categories)
    return "column" if longest <= _SHORT_LABEL else "bar"


def _alternative(setting: Setting, series: Series, facts: tuple[Fact, ...]) -> str:
    """All values, read out; what is only planned is called so."""
    pairs = (
        setting.word(
            "chart-planned" if planned(fact) else "chart-point",
            category=category,
            value=fact.quantity.text,
        )
        for category, fact in zip(series.categories, facts, strict=True)
    )
    return setting.word(
        "chart-alternative", indicator=series.indicator, values=setting.word("comma").join(pairs)
    )


def _caption(setting: Setting, facts: tuple[Fact, ...], number: int) -> tuple[Inline, ...]:
    """图1 and where its values stand; what it shows is its title, above it."""
    words = setting.words_of(setting.word("chart-caption", number=number), facts[0].paragraph)
    paragraphs = dict.fromkeys(fact.paragraph for fact in facts)
    marks = (inline for paragraph in paragraphs for inline in setting.mark(paragraph))
    return (*words, *marks)
