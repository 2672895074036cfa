"""Running heads and feet, and the watermark: what every page has round and under its text."""

from __future__ import annotations

import re

from exporter.document.model import Document
from exporter.styling.model import Align, PageSetup, Rule, RunningLine, Style
from exporter.typeset.lines import break_lines
from exporter.typeset.model import Line, Measure
from exporter.typeset.pages_frames import border_strokes
from exporter.typeset.pages_model import ARTIFACT, Item, TextLine, Watermark
from exporter.typeset.pages_runs import Dresser
from exporter.typeset.pages_text import line_place

_PLACE = re.compile(r"\{(\w+)\}")
_WATERMARK_ANGLE = 55.0
_DASH_HEIGHT = 0.38  # em above the baseline where the dashes of ``— 1 —`` stand


class Running:
    """Makes the running lines of each page."""

    def __init__(self, document: Document, style: Style, dresser: Dresser, pages: int) -> None:
        self._style = style
        self._dresser = dresser
        self._lines: dict[tuple[str, str, str], Line] = {}
        self._fields = {
            "title": document.title,
            "date": document.date or "",
            **document.fields,
            "pages": str(pages),
        }

    def head(self, page: int, left: float) -> tuple[Item, ...]:
        """The head of the page; `left` is the left edge of its type area."""
        setup = self._style.page
        line = chosen(page, setup.head, setup.head_even, setup.head_first)
        return self._line(line, page, left, above=True) if line else ()

    def foot(self, page: int, left: float) -> tuple[Item, ...]:
        """The foot of the page."""
        setup = self._style.page
        line = chosen(page, setup.foot, setup.foot_even, setup.foot_first)
        return self._line(line, page, left, above=False) if line else ()

    def _line(self, line: RunningLine, page: int, left: float, *, above: bool) -> tuple[Item, ...]:
        rule = self._style.rule(line.role)
        setup = self._style.page
        width = setup.text_width - rule.margin_left - rule.margin_right
        aligned: tuple[tuple[str, Align], ...] = (
            (line.left, "left"),
            (line.center, "center"),
            (line.right, "right"),
        )
        top = _top(line, setup, rule.line_height, rule.font_size, above=above)
        items: list[Item] = []
        for template, align in aligned:
            words = self._filled(template, page)
            if words:
                placed = self._placed(words, line.role, width, align)
                _, base = line_place(rule, placed)
                items.append(TextLine(left + rule.margin_left, top + base, placed, ARTIFACT))
        if not items:
            return ()
        bottom = top + rule.line_height + rule.padding_bottom
        for border, y in ((rule.border_top, top - rule.padding_top), (rule.border_bottom, bottom)):
            if border:
                items += border_strokes(border, (left, y), (left + setup.text_width, y))
        return tuple(items)

    def _placed(self, words: str, role: str, width: float, align: Align) -> Line:
        """The words in one line, worked out once for all pages that have them."""
        key = (words, role, align)
        known = self._lines.get(key)
        if known is None:
            rule = self._style.rule(role)
            measure = Measure(width, align=align, text_spacing=rule.text_spacing)
            known = self._lines[key] = self._fitted(words, rule, measure)
        return known

    def _fitted(self, words: str, rule: Rule, measure: Measure) -> Line:
        """The words in one line, cut short with … where they are too long."""
        lines = break_lines((self._dresser.run(words, rule),), measure)
        while len(lines) > 1 and words:
            words = words[: max(lines[0].end - 1, 0)]
            lines = break_lines((self._dresser.run(words + "…", rule),), measure)
        return lines[0]

    def _filled(self, template: str, page: int) -> str:
        """The template with its places filled; a place that the document has nothing for is
        empty.
        """
        fields = self._fields | {"page": str(page)}
        return _PLACE.sub(lambda found: fields.get(found[1], ""), template).strip()


def _top(line: RunningLine, setup: PageSetup, height: float, size: float, *, above: bool) -> float:
    """The upper edge of a running line. With an offset, its dashes stand so far from the text."""
    if line.offset is None:
        return setup.head_distance if above else setup.height - setup.foot_distance - height
    if above:
        return setup.margin_top - line.offset - height
    return setup.height - setup.margin_bottom + line.offset - dash_place(height, size)


def dash_place(height: float, size: float) -> float:
    """How far under the top of a line of that `height` the dashes of ``— 1 —`` stand; pt."""
    return (height - size) / 2 + (0.88 - _DASH_HEIGHT) * size


def chosen(
    page: int,
    every: RunningLine | None,
    even: RunningLine | None,
    first: RunningLine | None,
) -> RunningLine | None:
    """Which running line the page has."""
    if page == 1 and first is not None:
        return first
    if page % 2 == 0 and even is not None:
        return even
    return every


def watermark(style: Style, dresser: Dresser) -> Watermark | None:
    """The words behind the text, if the style has any."""
    if not style.watermark:
        return None
    rule = style.rule("watermark")
    run = dresser.run(style.watermark, rule)
    (line, *_) = break_lines((run,), Measure(100_000.0, align="left", text_spacing=0.0))
    return Watermark(line, _WATERMARK_ANGLE)
