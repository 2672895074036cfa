"""Contradictions: one indicator with two values, told by two speakers or in two places."""

from __future__ import annotations

import re
from decimal import Decimal

from exporter.briefing.model import Contradiction, Fact
from exporter.briefing.quantities.lexicon import units

_LETTERS = re.compile(r"[^一-鿿A-Za-z0-9]")
_YEARS = re.compile(r"[12][0-9]{3}")
_RATES = frozenset({"percent"})
_AMOUNTS = frozenset({"money", "area", "volume", "mass", "energy", "power", "length", "count"})
_SHORTEST, _LEAST_ALIKE = 5, Decimal("0.7")
_OPEN = 9999
_MOST_COMPARED = 60


def find_contradictions(facts: tuple[Fact, ...]) -> tuple[Contradiction, ...]:
    """Pairs of facts that name the same and differ, in source order; both are to be shown.

    Compared are reached values of one entity whose periods can be one. Within one turn, or for
    amounts, the names must be equal; for the rates of two turns it is enough that one name
    holds the other (畜禽粪污综合利用率, 粪污综合利用率).
    """
    out: list[Contradiction] = []
    told: set[str] = set()
    for group in _groups(facts):
        for at, fact in enumerate(group):
            other = _against(fact, group[at + 1 : at + _MOST_COMPARED])
            if other is not None and fact.id not in told and other.id not in told:
                told.update((fact.id, other.id))
                out.append(Contradiction(fact.indicator or "", (fact.id, other.id)))
    return tuple(out)


def _groups(facts: tuple[Fact, ...]) -> list[list[Fact]]:
    """Facts that can be compared at all: by dimension, entity and the last characters of the
    name."""
    groups: dict[tuple[str, str, str], list[Fact]] = {}
    for fact in facts:
        name = _name(fact)
        if fact.status == "actual" and fact.quantity.type in _RATES | _AMOUNTS and compared(fact):
            key = (_dimension(fact), fact.entity or "", name[-3:])
            groups.setdefault(key, []).append(fact)
    return list(groups.values())


def _is_bare(fact: Fact) -> bool:
    """Whether the name is one English word: people, jobs are of many things."""
    name = fact.indicator or ""
    return name.isascii() and " " not in name


def _name(fact: Fact) -> str:
    return _LETTERS.sub("", fact.indicator or "")


def _dimension(fact: Fact) -> str:
    unit = units().get(fact.quantity.unit or "")
    return unit.dimension if unit is not None else fact.quantity.unit or ""


def compared(fact: Fact) -> Decimal | None:
    """The value in the base unit of its dimension, for comparing only; ``None`` for no exact
    value."""
    unit = units().get(fact.quantity.unit or "")
    value = fact.quantity.value
    if value is None or fact.quantity.approx is not None:
        return None
    return value * unit.factor if unit is not None else value


def _against(fact: Fact, others: list[Fact]) -> Fact | None:
    return next((other for other in others if _contradict(fact, other)), None)


def _contradict(fact: Fact, other: Fact) -> bool:
    if (fact.paragraph, fact.sentence) == (other.paragraph, other.sentence):
        return False
    if compared(fact) == compared(other) or fact.change != other.change:
        return False
    apart = fact.turn != other.turn
    if _is_bare(fact) or _is_bare(other):
        return False
    names = _name(fact), _name(other)
    if min(map(len, names)) < _SHORTEST or not _one_time(fact, other):
        return False
    if names[0] == names[1]:
        return apart or (_span(fact) is not None and fact.period == other.period)
    return apart and fact.quantity.type in _RATES and _holds(*names)


def _holds(one: str, other: str) -> bool:
    """Whether the longer name holds all characters of the shorter in order, and little more."""
    short, long = sorted((one, other), key=len)
    if Decimal(len(short)) / len(long) < _LEAST_ALIKE:
        return False
    rest = iter(long)
    return all(char in rest for char in short)


def _one_time(fact: Fact, other: Fact) -> bool:
    """Whether the periods can be one; an unknown period can be any."""
    a, b = _span(fact), _span(other)
    return a is None or b is None or (a[0] <= b[1] and b[0] <= a[1])


def _span(fact: Fact) -> tuple[int, int] | None:
    """The years that the fact's own sentence names; a period carried over may be another's."""
    period = fact.period or ""
    years = [int(year) for year in _YEARS.findall(period)]
    if not years or fact.rule.endswith("carried"):
        return None
    return years[0], _OPEN if period.endswith(("来", "起")) else years[-1]
