"""The contents: headings with leaders and pages. The pages are known only when all is built, so the
entries are set anew with each building of the pages until the numbers stay (`with_pages`).
"""

from __future__ import annotations

import msgspec

from exporter.document.model import Contents, Heading, Text
from exporter.styling.model import TabStop
from exporter.typeset.lines import break_lines
from exporter.typeset.model import Measure
from exporter.typeset.pages_flow import Flow
from exporter.typeset.pages_model import Part, TextLine
from exporter.typeset.pages_runs import RunTag
from exporter.typeset.pages_strips import Entry, Strip
from exporter.typeset.pages_text import line_place, set_heading, stops_within

_UNKNOWN = "0"


def set_contents(flow: Flow, contents: Contents) -> None:
    """The contents' own heading, and an entry for each heading up to its depth."""
    listed = [heading for heading in flow.outline if heading.level <= contents.depth]
    if not listed:
        return
    if contents.title:
        content = (Text(contents.title),)
        set_heading(flow, Heading(2, content, "contents_title", contents=False))
    top = min(heading.level for heading in listed)
    whole = flow.add_part(Part("contents", flow.part))
    for i, heading in enumerate(listed):
        if i in (1, len(listed) - 1):
            flow.keep_next()
        role = "contents_1" if heading.level == top else "contents_2"
        _set_entry(flow, heading.text, heading.anchor, role, whole)


def _set_entry(flow: Flow, text: str, anchor: str, role: str, whole: int) -> None:
    rule = flow.style.rule(role)
    if rule.display == "none":
        return
    reference = flow.add_part(Part("reference", flow.add_part(Part("entry", whole))))
    link = flow.add_part(Part("link", reference, target=anchor, text=text))
    words = tuple(flow.dresser.run(part, rule, RunTag(link)) for part in (text, "\t"))
    width = flow.width - rule.margin_left - rule.margin_right
    stops = stops_within(rule.tab_stops, width) or (TabStop(width, "right", "dot"),)
    entry = Entry(
        len(flow.strips),
        0,
        anchor,
        rule,
        flow.left + rule.margin_left,
        Measure(width, rule.text_indent, "left", rule.text_spacing, stops),
        words,
        flow.dresser.run(_UNKNOWN, rule, RunTag(link)),
        reference,
    )
    flow.space(rule.space_before)
    strips = _strips(entry, _UNKNOWN)
    for strip in strips:
        flow.add(strip.height, strip.items, keep=strip.keep)
    flow.entries.append(msgspec.structs.replace(entry, count=len(strips)))
    flow.space(rule.space_after)


def _strips(entry: Entry, number: str) -> list[Strip]:
    run = msgspec.structs.replace(entry.number, text=number, letters="")
    strips: list[Strip] = []
    for line in break_lines((*entry.words, run), entry.measure):
        height, base = line_place(entry.rule, line)
        items = (TextLine(entry.left, base, line, entry.part),)
        strips.append(Strip(height, items, keep=bool(strips)))
    return strips


def with_pages(flow: Flow, pages: dict[str, int]) -> tuple[list[Strip], bool]:
    """The strips of the flow, with the entries of the contents naming these pages; whether any of
    them has become taller or lower, so that other things move.
    """
    strips: list[Strip] = []
    at, moves = 0, False
    for entry in flow.entries:
        strips += flow.strips[at : entry.first]
        at = entry.first + entry.count
        old = flow.strips[entry.first : at]
        new = _strips(entry, str(pages.get(entry.anchor, _UNKNOWN)))
        first = msgspec.structs.replace(old[0], height=new[0].height, items=new[0].items)
        others = [
            msgspec.structs.replace(strip, frames=first.frames, columns=first.columns)
            for strip in new[1:]
        ]
        strips += [first, *others]
        moves = moves or [strip.height for strip in old] != [strip.height for strip in new]
    return strips + flow.strips[at:], moves
