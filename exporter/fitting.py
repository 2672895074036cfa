"""A briefing that fits a number of pages, by leaving out whole items, the least important first.

Never a sentence is cut and never type made smaller: what doesn't fit is not there. The plans to try
are a ladder, each rung without something that the one before has; the first rung whose pages are
few enough is taken, and then whole sections come back in where there is room after all.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

import msgspec

from exporter.briefing.model import Briefing
from exporter.document.compose import compose
from exporter.document.model import Document
from exporter.document.plan import Plan, SectionSpec
from exporter.errors import WriteError
from exporter.notices import Notice, Outcome
from exporter.styling.model import Style
from exporter.typeset.pages import paginate

NEVER = frozenset({"transcript", "contents", "all_figures"})
"""Sections that a short brief does without from the start: the evidence stays with the full one."""
LADDER: tuple[tuple[str, int], ...] = (
    # (section, items left; 0 drops it), the least important first
    ("announcements", 0),
    ("people", 0),
    ("charts", 0),
    ("key_figures", 9),
    ("exchanges", 6),
    ("key_figures", 6),
    ("exchanges", 4),
    ("key_points", 6),
    ("exchanges", 2),
    ("key_points", 5),
    ("exchanges", 0),
    ("doubts", 0),
    ("key_figures", 3),
    ("source_notes", 0),
    ("key_points", 4),
    ("key_figures", 0),
    ("key_points", 3),
    ("lead", 0),
    ("key_points", 2),
)
RETURNING = ("people", "charts", "announcements", "source_notes", "doubts")
"""Sections that are tried again when a rung left room, the most wanted first."""


def fit(briefing: Briefing, style: Style, pages: int) -> Outcome[Document]:
    """The fullest document of at most `pages` pages, with a notice of what was left out.

    Two lines of the page are kept free, since Word and LibreOffice set lines a little differently.
    Raises `WriteError` when not even title and two key points fit.
    """
    narrow = _roomy(style)
    rungs = tuple(_rungs(style.plan))

    def fits(plan: Plan) -> bool:
        return len(paginate(compose(briefing, plan).value, narrow).pages) <= pages

    at = bisect_left(rungs, True, key=fits)
    if at == len(rungs):
        raise WriteError("cli.does-not-fit", pages=pages, title=briefing.title)
    plan = rungs[at]
    for name in RETURNING if at else ():
        fuller = _with(plan, style.plan, name)
        if fuller != plan and fits(fuller):
            plan = fuller
    made = compose(briefing, plan)
    return Outcome(made.value, (*made.notices, *_left_out(style.plan, plan)))


def _roomy(style: Style) -> Style:
    """The style with two lines less on the page."""
    line = 2 * style.rule("paragraph").line_height
    page = msgspec.structs.replace(style.page, margin_bottom=style.page.margin_bottom + line)
    return msgspec.structs.replace(style, page=page)


def _rungs(plan: Plan) -> Iterator[Plan]:
    """Plans from the fullest to the barest, all on running pages."""
    specs = tuple(
        msgspec.structs.replace(spec, new_page=False)
        for spec in plan.sections
        if spec.name not in NEVER
    )
    yield msgspec.structs.replace(plan, sections=specs)
    for name, left in LADDER:
        shorter = tuple(_limited(specs, name, left))
        if shorter != specs:
            specs = shorter
            yield msgspec.structs.replace(plan, sections=specs)


def _limited(specs: tuple[SectionSpec, ...], name: str, left: int) -> Iterator[SectionSpec]:
    for spec in specs:
        if spec.name != name:
            yield spec
        elif left:
            limit = min(left, spec.limit or left)
            yield msgspec.structs.replace(spec, limit=limit)


def _with(plan: Plan, whole: Plan, name: str) -> Plan:
    """`plan` with the section of `whole` put back in its place, if it is missing."""
    present = {spec.name: spec for spec in plan.sections}
    specs = tuple(
        present.get(spec.name, msgspec.structs.replace(spec, new_page=False))
        for spec in whole.sections
        if spec.name in present or spec.name == name
    )
    return msgspec.structs.replace(plan, sections=specs)


def _left_out(whole: Plan, plan: Plan) -> Iterator[Notice]:
    present = {spec.name for spec in plan.sections}
    missing = [spec.name for spec in whole.sections if spec.name not in present]
    if missing:
        yield Notice("cli.left-out", severity="info", params={"names": ", ".join(missing)})
