"""Lines with tabs: pieces set one after the other, each at its stop.

A stop lies right of what is already set; a tab beyond the last stop sends the rest to the right
edge. Text after a left stop flows on over the following lines; text before a right, centred or
decimal stop stays on one line (a new one, when it doesn't fit). A hanging indent is a left stop at
0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

import msgspec

from exporter.styling.model import TabStop
from exporter.typeset.breaks import Breaker
from exporter.typeset.characters import TAB
from exporter.typeset.justify import Setting, justify, natural
from exporter.typeset.model import Leader, Measure
from exporter.typeset.paragraph import EPSILON, Paragraph

_WHOLE_PART: Final = re.compile("[0-9](?:,?[0-9])*")


class Piece(msgspec.Struct, frozen=True, gc=False):
    """A part of a line: ``[start, end)``, its ink from `x` for `width`."""

    start: int
    end: int
    x: float
    width: float
    setting: Setting


class TabbedLine(NamedTuple):
    """A line of pieces, up to the offset `stop`."""

    pieces: list[Piece]
    leaders: list[Leader]
    stop: int


def set_tabs(
    paragraph: Paragraph, measure: Measure, start: int, end: int, indent: float
) -> Iterator[TabbedLine]:
    """The lines of ``[start, end)``, which holds tabs and no newline."""
    while True:
        line = _TabLine(paragraph, measure, indent).fill(start, end)
        yield line
        if line.stop >= end:
            return
        start, indent = line.stop, 0.0


class _TabLine:
    """One line in the making."""

    def __init__(self, paragraph: Paragraph, measure: Measure, indent: float) -> None:
        self.paragraph, self.measure = paragraph, measure
        self.x, self.hanging = indent, indent < 0
        self.pieces: list[Piece] = []
        self.leaders: list[Leader] = []

    def fill(self, start: int, end: int) -> TabbedLine:
        """Sets pieces until the line is full or the text at its end."""
        stop = start
        while True:
            tab = self.paragraph.classes.find(TAB, stop, end)
            piece_end = end if tab < 0 else tab
            stop = self._text(stop, piece_end)
            if stop < piece_end or tab < 0:
                return TabbedLine(self.pieces, self.leaders, stop)
            next_tab = self.paragraph.classes.find(TAB, tab + 1, end)
            following = end if next_tab < 0 else next_tab
            if not self._tab(tab, following):
                return TabbedLine(self.pieces, self.leaders, tab)
            stop = tab + 1

    def _text(self, start: int, end: int) -> int:
        """Sets as much of ``[start, end)`` as fits from here on; where it stopped."""
        paragraph, room = self.paragraph, self.measure.width - self.x
        flexible = self.measure.align == "justify"
        breaker = Breaker(paragraph, end, flexible=flexible)
        stop = end if breaker.fits(start, room) else breaker.next(start, room)[0]
        if stop == start:
            return stop
        width = paragraph.width(start, stop)
        if flexible:
            setting = justify(paragraph, start, stop, room - width, stop == end)
        else:
            setting = natural(paragraph, start, stop)
        width += setting.delta
        self.pieces.append(Piece(start, stop, self.x, width, setting))
        self.x += width
        return stop

    def _tab(self, tab: int, following: int) -> bool:
        """Moves on to the stop for ``(tab, following)``; false when that must start a line."""
        stop = self._stop()
        width = self.paragraph.width(tab + 1, following)
        x = stop.position - self._part_before(stop, tab + 1, following, width)
        if (
            x < self.x - EPSILON
            or x + self._least(stop, tab + 1, width) > self.measure.width + EPSILON
        ):
            if self.pieces:
                return False
            x = max(self.x, self.measure.width - width)
        if stop.leader == "dot":
            run = self.paragraph.runs[self.paragraph.run_at(tab)]
            self.leaders.append(Leader(run, self.x, x - self.x))
        self.x = x
        return True

    def _least(self, stop: TabStop, start: int, width: float) -> float:
        """How much room the text at the stop needs on this line."""
        return width if stop.align != "left" else min(width, 2 * self.paragraph.em)

    def _stop(self) -> TabStop:
        stops = [TabStop(0.0)] if self.hanging else []
        for stop in self.measure.tab_stops:
            position = stop.position if stop.position >= 0 else stop.position + self.measure.width
            stops.append(TabStop(position, stop.align, stop.leader))
        after = [stop for stop in stops if stop.position > self.x + EPSILON]
        if not after:
            return TabStop(self.measure.width, "right")
        return min(after, key=lambda stop: stop.position)

    def _part_before(self, stop: TabStop, start: int, end: int, width: float) -> float:
        """How much of ``[start, end)`` stands left of the stop."""
        match stop.align:
            case "left":
                return 0.0
            case "right":
                return width
            case "center":
                return width / 2
            case "decimal":
                point = decimal_point(self.paragraph.text[start:end])
                return self.paragraph.width(start, start + point)


def decimal_point(text: str) -> int:
    """Offset where the first number's whole part ends; the text's end where there is no number."""
    found = _WHOLE_PART.search(text)
    return found.end() if found else len(text)
