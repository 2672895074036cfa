"""Plans that ask for less and less, for a briefing that has to fit a given number of pages.

Whole items go, the least important first; no sentence is cut and no type made smaller. Whoever lays
out pages takes the first plan that fits: each asks for a subset of what the one before it does, so
bisection finds it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from exporter.briefing.model import Briefing
from exporter.document.plan import Plan, SectionSpec

LOOKED_UP: Final = frozenset({"contents", "all_figures", "transcript", "annexes"})
"""Sections that are consulted, not read: a brief of few pages has none of them."""
ROUNDS: Final = (
    ("announcements", 0),
    ("charts", 0),
    ("people", 0),
    ("key_figures", 8),
    ("exchanges", 6),
    ("key_figures", 5),
    ("key_points", 6),
    ("exchanges", 3),
    ("key_figures", 3),
    ("key_points", 4),
    ("exchanges", 0),
    ("source_notes", 0),
    ("doubts", 0),
    ("key_points", 2),
    ("key_figures", 0),
    ("key_points", 1),
)
"""What goes, in order: from the section so named items are left out, the last first, down to the
number."""


def shorter(plan: Plan, briefing: Briefing) -> tuple[Plan, ...]:
    """The plan without what is only looked up, then with one item less each time."""
    kept = tuple(
        msgspec.structs.replace(spec, new_page=False)
        for spec in plan.sections
        if spec.name not in LOOKED_UP
    )
    counts = {spec.name: _count(spec, briefing) for spec in kept}
    return tuple(_plans(msgspec.structs.replace(plan, sections=kept, annexes=False), counts))


def _plans(plan: Plan, counts: dict[str, int]) -> Iterator[Plan]:
    yield plan
    for name, least in ROUNDS:
        while counts.get(name, 0) > least:
            counts[name] -= 1
            plan = _with_limit(plan, name, counts[name])
            yield plan


def _with_limit(plan: Plan, name: str, count: int) -> Plan:
    """The plan with at most so many items in the section; with none the section goes."""
    sections = tuple(
        msgspec.structs.replace(spec, limit=count) if spec.name == name else spec
        for spec in plan.sections
        if spec.name != name or count
    )
    return msgspec.structs.replace(plan, sections=sections)


def _count(spec: SectionSpec, briefing: Briefing) -> int:
    """How many items the section shows; 1 for one that goes as a whole."""
    items: dict[str, int] = {
        "announcements": len(briefing.announcements),
        "charts": len(briefing.series),
        "people": len(briefing.people),
        "key_figures": sum(fact.key for fact in briefing.figures),
        "exchanges": len(briefing.exchanges),
        "key_points": len(briefing.key_points),
    }
    found = items.get(spec.name, 1)
    return min(found, spec.limit) if spec.limit else found
