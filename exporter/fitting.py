"""A briefing that fits a number of pages: whole items come in, the most wanted first, while there
is room.

Never a sentence is cut and never type made smaller: what doesn't fit is not there. From title and
lead on, each step of `STEPS` is tried; one that would need a page more is passed over and the next
tried.
"""

from __future__ import annotations

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

EVIDENCE = frozenset({"transcript", "contents", "all_figures", "annexes"})
"""Sections that a short brief does without: the evidence stays with the full one."""
STEPS: tuple[tuple[str, int], ...] = (
    # (section, how many of its items; 0 is all), the most wanted first
    ("key_points", 2),
    ("key_points", 4),
    ("key_figures", 3),
    ("key_points", 5),
    ("key_figures", 6),
    ("exchanges", 2),
    ("exchanges", 4),
    ("exchanges", 0),
    ("key_points", 0),
    ("charts", 0),
    ("source_notes", 0),
    ("doubts", 0),
    ("people", 0),
    ("key_figures", 9),
    ("key_figures", 0),
    ("announcements", 0),
)
ITEMS = frozenset(name for name, _ in STEPS)


def fit(briefing: Briefing, style: Style, pages: int) -> Outcome[Document]:
    """The fullest document of at most `pages` pages, with a notice of the sections left out.

    Two lines of the page are kept free, since Word and LibreOffice set lines a little differently.
    Raises `WriteError` when not even title and two key points fit.
    """
    narrow = _roomy(style)
    taken: dict[str, int] = {}
    for name, count in STEPS:
        wider = taken | {name: count}
        if _size(briefing, _plan(style.plan, wider), narrow) <= pages:
            taken = wider
    if not taken:
        raise WriteError("cli.does-not-fit", pages=pages, title=briefing.title)
    plan = _plan(style.plan, taken)
    made = compose(briefing, plan)
    return Outcome(made.value, (*made.notices, *_left_out(style.plan, plan)))


def _size(briefing: Briefing, plan: Plan, style: Style) -> int:
    return len(paginate(compose(briefing, plan).value, style).pages)


def _roomy(style: Style) -> Style:
    """The style with two lines less on the page."""
    lines = 2 * style.rule("paragraph").line_height
    page = msgspec.structs.replace(style.page, margin_bottom=style.page.margin_bottom + lines)
    return msgspec.structs.replace(style, page=page)


def short_plan(plan: Plan) -> Plan:
    """The plan with every item that a short brief may have, however many pages they would need."""
    return _plan(plan, dict.fromkeys(ITEMS, 0))


def _plan(plan: Plan, taken: dict[str, int]) -> Plan:
    """The plan with only the sections taken, and those that aren't items at all (title, lead)."""
    return msgspec.structs.replace(plan, sections=tuple(_sections(plan, taken)))


def _sections(plan: Plan, taken: dict[str, int]) -> Iterator[SectionSpec]:
    for spec in plan.sections:
        if spec.name in EVIDENCE or (spec.name in ITEMS and spec.name not in taken):
            continue
        count = taken.get(spec.name, 0)
        limit = min(filter(None, (count, spec.limit)), default=0)
        # a line a question: the points of the answers would be the key points once more
        form = "lines" if spec.name == "exchanges" else spec.form
        yield msgspec.structs.replace(spec, limit=limit, form=form, new_page=False)


def _left_out(whole: Plan, plan: Plan) -> Iterator[Notice]:
    present = {spec.name for spec in plan.sections}
    missing = [spec.name for spec in whole.sections if spec.name not in present]
    if missing:
        yield Notice("cli.left-out", severity="info", params={"names": ", ".join(missing)})
