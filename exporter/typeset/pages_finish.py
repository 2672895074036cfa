"""Drafts become pages: margins, frames, footnotes, running lines, and where the headings stand."""

from __future__ import annotations

import msgspec

from exporter.styling.model import PageSetup
from exporter.typeset.pages_fill import NOTE_GAP, Draft, Placed
from exporter.typeset.pages_flow import Flow
from exporter.typeset.pages_frames import border_strokes, frame_items
from exporter.typeset.pages_model import (
    HeadingPlace,
    Item,
    Mark,
    Page,
    Pages,
    Part,
    Stroke,
    TextLine,
)
from exporter.typeset.pages_running import Running, watermark
from exporter.typeset.pages_strips import Columns, moved

_NOTE_RULE = 0.25  # of the type area's width
_Span = tuple[float, float]


def finish(flow: Flow, drafts: list[Draft]) -> Pages:
    """The pages, with all that goes round their text."""
    setup = flow.style.page
    running = Running(flow.document, flow.style, flow.dresser, len(drafts))
    framing = _Framing(flow, drafts)
    pages: list[Page] = []
    parts = list(flow.parts)
    for number, draft in enumerate(drafts, 1):
        left, top = left_margin(setup, number), setup.margin_top
        items = _items(draft, parts, left, top)
        items += _notes(draft, setup, left)
        behind = framing.items(draft, left, top)
        behind += _column_rules(draft, setup, left)
        head, foot = running.head(number, left), running.foot(number, left)
        pages.append(Page(number, tuple(items), tuple(behind), head, foot))
    return Pages(
        setup.width,
        setup.height,
        tuple(pages),
        tuple(parts),
        _headings(flow, pages),
        watermark(flow.style, flow.dresser),
        flow.notices(),
    )


def left_margin(setup: PageSetup, page: int) -> float:
    """The left edge of the type area: mirrored on even pages where the style says so."""
    return setup.margin_right if setup.mirrored and page % 2 == 0 else setup.margin_left


def _items(draft: Draft, parts: list[Part], left: float, top: float) -> list[Item]:
    items: list[Item] = []
    for placed in draft.placed:
        dx, dy = left + placed.x, top + placed.y
        for item in placed.strip.items:
            if type(item) is TextLine:
                items.append(TextLine(item.x + dx, item.y + dy, item.line, item.part))
            else:
                items.append(moved(item, dx, dy))
        for figure in placed.strip.figures:
            box = parts[figure].box or (0.0, 0.0, 0.0, 0.0)
            there = (box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy)
            parts[figure] = msgspec.structs.replace(parts[figure], box=there)
    return items


def _notes(draft: Draft, setup: PageSetup, left: float) -> list[Item]:
    """The footnotes at the foot of the type area, under a short rule."""
    if not draft.notes:
        return []
    y = setup.margin_top + setup.text_height - draft.notes_height
    ends = ((left, y + NOTE_GAP / 2), (left + setup.text_width * _NOTE_RULE, y + NOTE_GAP / 2))
    items: list[Item] = [Stroke(ends, 0.4, "#000000")]
    y += NOTE_GAP
    for note in draft.notes:
        items += [moved(item, left, y) for item in note.items]
        y += note.height
    return items


def _column_rules(draft: Draft, setup: PageSetup, left: float) -> list[Item]:
    items: list[Item] = []
    for columns, top, bottom in draft.rules:
        items += _rules_between(columns, setup, left, (top, bottom))
    return items


def _rules_between(columns: Columns, setup: PageSetup, left: float, span: _Span) -> list[Item]:
    if not columns.rule:
        return []
    width = columns.width(setup.text_width)
    items: list[Item] = []
    for index in range(1, columns.count):
        x = left + index * (width + columns.gap) - columns.gap / 2
        start, end = (x, setup.margin_top + span[0]), (x, setup.margin_top + span[1])
        items += border_strokes(columns.rule, start, end)
    return items


class _Framing:
    """Knows how many strips of each frame are still to come, to see where frames begin and end."""

    def __init__(self, flow: Flow, drafts: list[Draft]) -> None:
        self._frames = flow.frames
        self._left: dict[int, int] = {}
        self._begun: set[int] = set()
        for draft in drafts:
            for placed in draft.placed:
                for frame in placed.strip.frames:
                    self._left[frame] = self._left.get(frame, 0) + 1

    def items(self, draft: Draft, left: float, top: float) -> list[Item]:
        """What the frames paint on this page, outer ones first."""
        spans: dict[tuple[int, int], list[Placed]] = {}
        for placed in draft.placed:
            for frame in placed.strip.frames:
                spans.setdefault((frame, placed.column), []).append(placed)
        items: list[Item] = []
        for (frame, _), inside in sorted(spans.items(), key=lambda span: span[0]):
            self._left[frame] -= len(inside)
            items += frame_items(
                self._frames[frame],
                left + inside[0].x,
                top + min(placed.y for placed in inside),
                top + max(placed.y + placed.strip.height for placed in inside),
                first=frame not in self._begun,
                last=self._left[frame] == 0,
            )
            self._begun.add(frame)
        return items


def _headings(flow: Flow, pages: list[Page]) -> tuple[HeadingPlace, ...]:
    """Where the headings of the outline stand; one that isn't printed is left out."""
    places: dict[str, tuple[int, float]] = {}
    for page in pages:
        for item in page.items:
            if type(item) is Mark:
                places.setdefault(item.anchor, (page.number, item.y))
    return tuple(
        HeadingPlace(heading.level, heading.text, heading.anchor, *places[heading.anchor])
        for heading in flow.outline
        if heading.anchor in places
    )
