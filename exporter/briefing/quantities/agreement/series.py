"""Series: facts of one indicator over time or over places, in the order of a chart."""

from __future__ import annotations

import re
from collections.abc import Callable

from exporter.briefing.model import Fact, Series

_YEARS = re.compile(r"[12][0-9]{3}")
_FEWEST = 3


def find_series(facts: tuple[Fact, ...]) -> tuple[Series, ...]:
    """Runs of three or more comparable facts: one indicator and unit, differing in period or
    entity.

    A series over time is put in the order of its years, what is planned after what was reached;
    one over places keeps the text's order.
    """
    out: list[Series] = []
    used: set[str] = set()
    for group in _grouped(facts, lambda f: (f.indicator, f.quantity.unit, f.entity)):
        series = _over_time(group)
        if series is not None:
            out.append(series)
            used.update(series.facts)
    for group in _grouped(
        facts, lambda f: (_without_entity(f), f.quantity.unit, f.period, f.status)
    ):
        series = _over_places([fact for fact in group if fact.id not in used])
        if series is not None:
            out.append(series)
    return tuple(out)


def _grouped(
    facts: tuple[Fact, ...], key: Callable[[Fact], tuple[object, ...]]
) -> list[list[Fact]]:
    groups: dict[tuple[object, ...], list[Fact]] = {}
    for fact in facts:
        if fact.indicator is not None and fact.quantity.value is not None:
            groups.setdefault(key(fact), []).append(fact)
    return [group for group in groups.values() if len(group) >= _FEWEST]


def _over_time(group: list[Fact]) -> Series | None:
    told = [f for f in group if f.period and f.period_from != "earlier"]
    dated = {f.period: f for f in told if f.period and len(_YEARS.findall(f.period)) == 1}
    lengths = {len(period) for period in dated if period}
    if len(dated) < _FEWEST or len(lengths) != 1:
        return None
    ordered = sorted(dated.items())
    planned = [fact.status != "actual" for _, fact in ordered]
    if planned != sorted(planned):
        return None
    first = ordered[0][1]
    return Series(
        indicator=first.indicator or "",
        unit=first.quantity.unit,
        dimension="period",
        categories=tuple(str(period) for period, _ in ordered),
        facts=tuple(fact.id for _, fact in ordered),
    )


def _over_places(group: list[Fact]) -> Series | None:
    placed: dict[str, Fact] = {}
    for fact in group:
        if fact.entity:
            placed.setdefault(fact.entity, fact)
    if len(placed) < _FEWEST:
        return None
    first = next(iter(placed.values()))
    return Series(
        indicator=_without_entity(first) or "",
        unit=first.quantity.unit,
        dimension="entity",
        categories=tuple(placed),
        facts=tuple(fact.id for fact in placed.values()),
    )


def _without_entity(fact: Fact) -> str | None:
    if fact.indicator is None or not fact.entity:
        return fact.indicator
    return fact.indicator.removeprefix(fact.entity)
