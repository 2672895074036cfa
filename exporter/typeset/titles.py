"""Titles in several lines: broken by sense, lines of about one length (GB/T 9704—2012 7.3.1).

As few lines as the room allows, or one more where that parts words better. The ways to break are
compared by what each break parts and by how uneven the lines become. What belongs together is known
from the lists in ``titles.toml``, not from a dictionary: elsewhere balance decides.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Final, NamedTuple

from exporter.typeset.breaks import Breaker
from exporter.typeset.characters import HAN, NEVER
from exporter.typeset.model import Measure
from exporter.typeset.paragraph import EPSILON, Paragraph

_INSIDE: Final = 8.0
_ANYWHERE: Final = 2.5
_AT_WORD: Final = 1.2
_AT_BRACKET: Final = 0.6
_AT_MARK: Final = 0.0
_IN_BRACKETS: Final = 2.0
_UNEVEN: Final = 0.04
"""Cost of a line 1 em longer or shorter than the mean; grows with the square."""
_ACROSS_MARK: Final = 2.0
"""Cost of a line with a mark or space inside, where it had better be broken."""
_NARROW_OVER_WIDE: Final = 0.3
_HOURGLASS: Final = 3.0
_ONE_MORE_LINE: Final = 3.0
_MOST_LINES: Final = 3
_LEAST_OF_MEAN: Final = 0.4


_BRACKETED: Final = re.compile("《[^《》]*》|“[^“”]*”|（[^（）]*）")
_LONGEST_END: Final = 8
_MARK: Final = re.compile("[,. ]")
_LATIN_MARK: Final = re.compile("[:;–—|] ")
# October 3, 2024 · 3 October 2024 · No. 12
_LATIN_HELD: Final = re.compile(
    r"(?:\d{1,2} )?[A-Z][a-z]{2,8}\.? (?:\d{1,2}, )?\d{4}\b|[A-Z][a-z]{2,8}\.? \d{1,2}\b"
)


class _Cues(NamedTuple):
    """Patterns of ``titles.toml``."""

    word: re.Pattern[str]
    end: re.Pattern[str]
    start: re.Pattern[str]
    leaning: re.Pattern[str]


@cache
def _cues() -> _Cues:
    table = tomllib.loads((files(__package__) / "titles.toml").read_text(encoding="utf-8"))
    word, end, start = (_any_of(table[key]) for key in ("words", "ends", "starts"))
    leaning = re.compile(rf"\b(?:{_any_of(table['leaning'])}) $", re.IGNORECASE)
    return _Cues(re.compile(word), re.compile(f"(?:{end})$"), re.compile(start), leaning)


def _any_of(words: str) -> str:
    return "|".join(sorted(words.split(), key=len, reverse=True))


def balanced_breaks(
    paragraph: Paragraph, measure: Measure, start: int, end: int, indent: float
) -> list[int]:
    """The ends of the lines of the title ``[start, end)``; empty where it must be broken anyhow."""
    rooms = [measure.width - indent]
    breaker = Breaker(paragraph, end, flexible=False)
    place = start
    while not breaker.fits(place, rooms[-1]):
        place, _ = breaker.next(place, rooms[-1])
        rooms.append(measure.width)
        if place >= end:
            return []
    if len(rooms) == 1:
        return [end]
    if len(rooms) > _MOST_LINES:
        return []
    costs = _break_costs(paragraph, start, end)
    best = _best(paragraph, costs, start, end, rooms)
    more = _best(paragraph, costs, start, end, [*rooms, measure.width])
    return min((best, (more[0] + _ONE_MORE_LINE, more[1])))[1]


def _break_costs(paragraph: Paragraph, start: int, end: int) -> dict[int, float]:
    """Legal break → what it parts, in order."""
    text, classes = paragraph.text, paragraph.classes
    latin = _is_latin(paragraph, start, end)
    word = _LATIN_HELD if latin else _cues().word
    inside = {k for m in word.finditer(text, start, end) for k in range(m.start() + 1, m.end())}
    bracketed = {
        k for m in _BRACKETED.finditer(text, start, end) for k in range(m.start() + 1, m.end())
    }
    costs: dict[int, float] = {}
    for offset in range(start + 1, end):
        if classes[offset - 1 : offset + 1] in NEVER:
            continue
        if offset in inside or offset in paragraph.held:
            cost = _INSIDE
        else:
            cost = _latin_sense(text, offset) if latin else _sense(text, classes, offset)
        costs[offset] = cost + (_IN_BRACKETS if offset in bracketed else 0.0)
    return costs


def _is_latin(paragraph: Paragraph, start: int, end: int) -> bool:
    """Whether a title has no Chinese in it: its spaces part words and are no marks."""
    return HAN not in paragraph.classes[start:end]


def _latin_sense(text: str, offset: int) -> float:
    """What a break between two Latin words costs; little behind a mark, much behind a word that
    leans on the next (of, the)."""
    if _LATIN_MARK.match(text, max(offset - 2, 0), offset):
        return _AT_MARK
    if text[offset] == "(" or text.endswith(", ", 0, offset):
        return _AT_BRACKET
    leans = _cues().leaning.search(text, max(offset - _LONGEST_END, 0), offset)
    return _ANYWHERE if leans or text[offset] in "–—|" else _AT_WORD


def _sense(text: str, classes: str, offset: int) -> float:
    if classes[offset - 1] in ",. i":
        return _AT_MARK
    if classes[offset - 1] == "c" or classes[offset] == "o":
        return _AT_BRACKET
    cues = _cues()
    before = max(offset - _LONGEST_END, 0)
    if cues.start.match(text, offset) or cues.end.search(text, before, offset):
        return _AT_WORD
    return _ANYWHERE


def _best(
    paragraph: Paragraph, costs: dict[int, float], start: int, end: int, rooms: list[float]
) -> tuple[float, list[int]]:
    """The cheapest way to break into lines of these rooms; infinitely dear where there is none."""
    mean = paragraph.width(start, end) / len(rooms)
    latin = _is_latin(paragraph, start, end)
    marks = _LATIN_MARK if latin else _MARK
    looked_at = paragraph.text if latin else paragraph.classes
    ways: dict[tuple[int, ...], tuple[float, list[int]]] = {(start,): (0.0, [start])}
    for number, room in enumerate(rooms):
        stops = (end,) if number == len(rooms) - 1 else tuple(costs)
        following: dict[tuple[int, ...], tuple[float, list[int]]] = {}
        for cost, path in ways.values():
            for stop in stops:
                width = paragraph.width(path[-1], stop)
                if not _LEAST_OF_MEAN * mean <= width <= room + EPSILON:
                    continue
                total = cost + costs.get(stop, 0.0) + _line_cost(paragraph, path, stop, mean)
                total += _ACROSS_MARK if marks.search(looked_at, path[-1], stop - 1) else 0.0
                state = (path[-1], stop)
                if state not in following or total < following[state][0]:
                    following[state] = (total, [*path, stop])
        ways = following
    best = min(ways.values(), default=(float("inf"), []))
    return best[0], best[1][1:]


def _line_cost(paragraph: Paragraph, path: list[int], stop: int, mean: float) -> float:
    """What a line costs that goes on from the path to `stop`, among lines of `mean` width."""
    width = paragraph.width(path[-1], stop)
    return _UNEVEN * ((width - mean) / paragraph.em) ** 2 + _shape(paragraph, path, width)


def _shape(paragraph: Paragraph, places: list[int], width: float) -> float:
    """What a line of this width costs under those between the places.

    Trapezoids and lozenges are wanted, no hourglass.
    """
    widths = [paragraph.width(a, b) for a, b in pairwise(places[-3:])]
    if not widths or width <= widths[-1] + EPSILON:
        return 0.0
    return _HOURGLASS if widths[0] > widths[-1] + EPSILON else _NARROW_OVER_WIDE
