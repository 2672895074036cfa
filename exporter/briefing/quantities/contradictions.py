"""Contradictions: one indicator, entity and period with two values."""

from __future__ import annotations

import re
from decimal import Decimal

from exporter.briefing.model import Contradiction, Fact
from exporter.briefing.quantities.lexicon import units

_LETTERS = re.compile(r"[^一-鿿A-Za-z]")
_SHARED = ("percent", "money", "count", "area", "volume", "mass", "energy", "power", "length")


def find_contradictions(facts: tuple[Fact, ...]) -> tuple[Contradiction, ...]:
    """Groups of facts that name the same and differ, in source order; both are to be shown.

    Only reached values are compared, and only when told in different sentences: in one sentence two values
    of one indicator are a move (由A降至B) or a list.
    """
    groups: dict[tuple[str, str, str], list[Fact]] = {}
    for fact in facts:
        if fact.indicator and fact.status == "actual" and fact.quantity.type in _SHARED:
            key = (_LETTERS.sub("", fact.indicator), fact.entity or "", _dimension(fact))
            groups.setdefault(key, []).append(fact)
    found = [_differing(group) for group in groups.values()]
    return tuple(contradiction for contradiction in found if contradiction is not None)


def _dimension(fact: Fact) -> str:
    unit = units().get(fact.quantity.unit or "")
    return unit.dimension if unit is not None else fact.quantity.unit or ""


def compared(fact: Fact) -> Decimal | None:
    """The value in the base unit of its dimension, for comparing only."""
    unit = units().get(fact.quantity.unit or "")
    value = fact.quantity.value
    return value * unit.factor if value is not None and unit is not None else value


def _differing(group: list[Fact]) -> Contradiction | None:
    for at, fact in enumerate(group):
        for other in group[at + 1 : at + 20]:
            if _contradict(fact, other):
                return Contradiction(fact.indicator or "", (fact.id, other.id))
    return None


def _contradict(fact: Fact, other: Fact) -> bool:
    if (fact.paragraph, fact.sentence) == (other.paragraph, other.sentence):
        return False
    if not fact.period or fact.period != other.period or fact.change != other.change:
        return False
    a, b = compared(fact), compared(other)
    return a is not None and b is not None and a != b
