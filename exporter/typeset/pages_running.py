"""Running heads and feet, and the watermark: what every page has round and under its text."""

from __future__ import annotations

import re

from exporter.document.model import Document
from exporter.styling.model import Align, PageSetup, Rule, RunningLine, Style
from exporter.typeset.characters import NEVER
from exporter.typeset.lines import break_lines, text_width
from exporter.typeset.model import Line, Measure
from exporter.typeset.pages_frames import border_strokes
from exporter.typeset.pages_model import ARTIFACT, Item, TextLine, Watermark
from exporter.typeset.pages_runs import Dresser
from exporter.typeset.pages_text import line_place
from exporter.typeset.paragraph import EPSILON, Paragraph

_PLACE = re.compile(r"\{(\w+)\}")
_WATERMARK_ANGLE = 55.0
_ALIGNED: tuple[Align, ...] = ("left", "center", "right")
_NO_ENDING = "，、；：。！？ 　·—…《（“‘〈「『【〔([|/-"
_DASH_HEIGHT = 0.38  # em above the baseline where the dashes of ``— 1 —`` stand


class Running:
    """Makes the running lines of each page."""

    def __init__(self, document: Document, style: Style, dresser: Dresser, pages: int) -> None:
        self._style = style
        self._dresser = dresser
        self._lines: dict[tuple[tuple[str, ...], str], tuple[Line, ...]] = {}
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
        parts = (line.left, line.center, line.right)
        words = tuple([self._filled(template, page) for template in parts])
        top = _top(line, setup, rule.line_height, rule.font_size, above=above)
        items: list[Item] = []
        for placed in self._placed(words, line.role, width):
            _, base = line_place(rule, placed)
            items.append(TextLine(left + rule.margin_left, top + base, placed, ARTIFACT))
        if not items:
            return ()
        bottom = top + rule.line_height + rule.padding_bottom
        for border, y in ((rule.border_top, top - rule.padding_top), (rule.border_bottom, bottom)):
            if border:
                items += border_strokes(border, (left, y), (left + setup.text_width, y))
        return tuple(items)

    def _placed(self, words: tuple[str, ...], role: str, width: float) -> tuple[Line, ...]:
        """The parts as lines, worked out once for all pages that have them."""
        key = (words, role)
        known = self._lines.get(key)
        if known is None:
            rule = self._style.rule(role)
            widths = [width_of(self._dresser, part, rule) for part in words]
            rooms = shared_room(widths, width, rule.font_size)
            lines: list[Line] = []
            for part, room, align in zip(words, rooms, _ALIGNED, strict=True):
                if part:
                    short = shortened(self._dresser, part, rule, room)
                    measure = Measure(width, align=align, text_spacing=rule.text_spacing)
                    lines.append(break_lines((self._dresser.run(short, rule),), measure)[0])
            known = self._lines[key] = tuple(lines)
        return known

    def _filled(self, template: str, page: int) -> str:
        """The template with its places filled; a place that the document has nothing for is
        empty.
        """
        fields = self._fields | {"page": str(page)}
        return _PLACE.sub(lambda found: fields.get(found[1], ""), template).strip()


def width_of(dresser: Dresser, words: str, rule: Rule) -> float:
    """The width in pt of words in the dress of `rule`."""
    return text_width((dresser.run(words, rule),), rule.text_spacing) if words else 0.0


def shortened(dresser: Dresser, words: str, rule: Rule, room: float) -> str:
    """The words, cut short with … where they are too wide: where a line might end, so that no
    number and no Latin word is cut.
    """
    if width_of(dresser, words, rule) <= room + EPSILON:
        return words
    paragraph = Paragraph((dresser.run(words, rule),), rule.text_spacing)
    classes, held = paragraph.classes, paragraph.held
    for end in range(len(words) - 1, 0, -1):
        if classes[end - 1 : end + 1] in NEVER or end in held:
            continue
        short = words[:end].rstrip(_NO_ENDING) + "…"
        if width_of(dresser, short, rule) <= room + EPSILON:
            return short
    return "…"


def shared_room(widths: list[float], width: float, gap: float) -> tuple[float, float, float]:
    """How much of `width` each part of a running line gets, so that `gap` lies between any two.

    `widths` are the parts' own, 0 for none. What is in the middle stays there. The page's
    number, mostly at the right, yields last; nothing gets less than about a third.
    """
    left, center, right = widths
    if center:
        beside = max(left, right)
        room = max(width - 2 * (beside + gap), width / 3) if beside else width
        side = (width - min(center, room)) / 2 - gap
        return side, room, side
    if not left or not right:
        return width, width, width
    for_right = max(width - left - gap, (width - gap) * 2 / 3)
    return width - gap - min(right, for_right), 0.0, for_right


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
