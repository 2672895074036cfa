"""The lines of a paragraph: one by one, and where that comes out badly the last ones anew together.

Line by line a paragraph may end in a line of one character (孤字), or part a number from its unit,
though a little room given or taken on the lines before would mend it. Then all ways to break those
lines are compared: the shortest path through the legal breaks.
"""

from __future__ import annotations

from heapq import heappop, heappush
from typing import Final

from exporter.typeset.breaks import Breaker
from exporter.typeset.characters import (
    CLOSING,
    COMMA,
    ELLIPSIS,
    HARD_SPACE,
    OPENING,
    SPACE,
    STOP,
    WESTERN_CLOSING,
)
from exporter.typeset.model import Measure
from exporter.typeset.paragraph import EPSILON, Paragraph

_SHORT_LINE: Final = 2.0
"""A last line narrower than this, in em, is an orphan, whatever stands in it (``5%``)."""

_MARKS: Final = OPENING + CLOSING + COMMA + STOP + ELLIPSIS + WESTERN_CLOSING + SPACE

_ORPHAN: Final = 12.0
"""Cost of an orphan: a line stretched until it is ugly costs less, one with holes more."""

_BAD: Final = 2.5
"""Lines that cost more are worth another try."""

_LINES_BEFORE: Final = 2
"""How many lines before a bad one are broken anew with it."""

_MOST: Final = 8.0
"""Lines that cost more aren't considered."""


def find_breaks(
    paragraph: Paragraph, measure: Measure, start: int, end: int, indent: float
) -> list[int]:
    """The ends of the lines of ``[start, end)``, the last being `end`; one line for an empty text.

    `indent` is of the first line.
    """
    breaker = Breaker(paragraph, end, flexible=measure.align == "justify" and not measure.balance)
    breaks, bad = _one_by_one(breaker, start, measure.width - indent, measure.width)
    if bad is None:
        return breaks
    kept = breaks[: max(bad - _LINES_BEFORE, 0)]
    first_room = measure.width if kept else measure.width - indent
    mended = _shortest(breaker, kept[-1] if kept else start, first_room, measure.width)
    return kept + mended if mended else breaks


def _one_by_one(
    breaker: Breaker, start: int, first_room: float, room: float
) -> tuple[list[int], int | None]:
    """The breaks, and the number of the first line that is bad."""
    breaks: list[int] = []
    bad: int | None = None
    here = first_room
    while not breaker.fits(start, here):
        start, cost = breaker.next(start, here)
        if cost > _BAD and bad is None:
            bad = len(breaks)
        breaks.append(start)
        here = room
        if start >= breaker.end:
            return breaks, bad
    if bad is None and breaks and is_orphan(breaker.paragraph, start, breaker.end):
        bad = len(breaks) - 1
    return [*breaks, breaker.end], bad


def is_orphan(paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether the last line ``[start, end)`` is too short to stand alone.

    What a hard space joins to its end (the mark of a source) doesn't make it longer.
    """
    glued = paragraph.classes.find(HARD_SPACE, start, end)
    end = glued if glued > start else end
    if len(paragraph.classes[start:end].strip(_MARKS)) == 1:
        return True
    return paragraph.width(start, end) < _SHORT_LINE * paragraph.em - EPSILON


def _shortest(breaker: Breaker, start: int, first_room: float, room: float) -> list[int]:
    """The breaks that cost least together; empty where the lines can't all be good enough."""
    best: dict[int, tuple[float, int]] = {start: (0.0, -1)}
    queue = [start]
    while queue:
        place = heappop(queue)
        if place == breaker.end:
            return _path(best, place)
        cost, here = best[place][0], first_room if place == start else room
        for stop, more in _lines_from(breaker, start, place, here):
            known = best.get(stop)
            if known is None:
                heappush(queue, stop)
            if known is None or cost + more < known[0]:
                best[stop] = (cost + more, place)
    return []


def _lines_from(breaker: Breaker, start: int, place: int, room: float) -> list[tuple[int, float]]:
    if breaker.fits(place, room):
        alone = place > start and is_orphan(breaker.paragraph, place, breaker.end)
        return [(breaker.end, _ORPHAN if alone else 0.0)]
    return list(breaker.options(place, room, _MOST))


def _path(best: dict[int, tuple[float, int]], place: int) -> list[int]:
    breaks: list[int] = []
    while best[place][1] >= 0:
        breaks.append(place)
        place = best[place][1]
    return breaks[::-1]
