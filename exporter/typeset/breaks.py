"""Where lines end: never between a forbidden pair, and otherwise where it costs least.

Each line takes the break that fits, or the next one where shrinking the marks on the line costs
less than stretching it, or an earlier one where that keeps a number with its unit. Costs are of one
line: 0 is a line that fills its room, 1 about what an attentive reader begins to see.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from exporter.typeset.characters import COMBINING, NEVER, NEVER_IN_LONG_WORD
from exporter.typeset.justify import give, openings
from exporter.typeset.model import Measure
from exporter.typeset.paragraph import EPSILON, Paragraph

_STRETCH_SEEN: Final = 0.04
"""Em between characters that an attentive reader sees: cost 1."""

_SHRINK_ALL: Final = 0.6
"""Cost of a line whose marks give all they have."""

_HELD: Final = 4.0
"""Cost of parting a number from its unit, or a short title."""

_EARLIER: Final = 6
"""How many characters earlier a break is looked for that holds together what belongs together."""

_HOLE: Final = 0.25
"""Em between characters from which on a long word is broken rather than moved to the next line."""

_LONG_WORD: Final = 16
"""From so many characters on, unbroken, a word may be broken to avoid a hole."""


def find_breaks(
    paragraph: Paragraph, measure: Measure, start: int, end: int, indent: float
) -> list[int]:
    """The ends of the lines of ``[start, end)``, the last being `end`; one line for an empty text.

    `indent` is of the first line.
    """
    breaks: list[int] = []
    room = measure.width - indent
    flexible = measure.align == "justify"
    while not fits(paragraph, start, end, room):
        start = next_break(paragraph, start, end, room, flexible)
        breaks.append(start)
        room = measure.width
        if start >= end:
            return breaks
    return [*breaks, end]


def fits(paragraph: Paragraph, start: int, end: int, room: float) -> bool:
    """Whether ``[start, end)`` stands in the room as it is."""
    before = paragraph.before
    if before[end] - before[start] > room + 2 * paragraph.largest:
        return False
    return paragraph.width(start, end) <= room + EPSILON


def next_break(paragraph: Paragraph, start: int, end: int, room: float, flexible: bool) -> int:
    """The end of the line that starts at `start`. `flexible` lines can be shrunk and stretched."""
    reach = _reach(paragraph, start, end, room)
    fit = _legal_at_or_before(paragraph, start, reach, NEVER)
    over = _legal_after(paragraph, max(fit, reach), end) if flexible else 0
    if over and not _can_shrink(paragraph, start, over, room):
        over = 0
    if fit <= start:
        return over or _emergency(paragraph, start, reach)
    if flexible and not over and _leaves_hole(paragraph, start, fit, end, room):
        return _legal_at_or_before(paragraph, start, reach, NEVER_IN_LONG_WORD)
    if not over and fit not in paragraph.held:
        return fit
    options = [fit, *_earlier(paragraph, start, fit), *([over] if over else [])]
    return min(options, key=lambda k: cost(paragraph, start, k, room, flexible))


def cost(paragraph: Paragraph, start: int, end: int, room: float, flexible: bool) -> float:
    """What ends the line costs; a line that can't be shrunk enough costs infinitely much."""
    em = paragraph.em(start)
    slack = room - paragraph.width(start, end)
    held = _HELD if end in paragraph.held else 0.0
    if slack < -EPSILON:
        most = give(paragraph, start, end)
        return held + _SHRINK_ALL * (slack / most) ** 2 if most >= -slack else float("inf")
    places = openings(paragraph, start, end) if flexible else (end - start)
    return held + (slack / em / max(places, 1) / _STRETCH_SEEN) ** 2


def _reach(paragraph: Paragraph, start: int, end: int, room: float) -> int:
    """The furthest offset up to which the text stands in the room, whatever stands there."""
    limit = paragraph.before[start] + paragraph.lead(start) + room + EPSILON
    reach = bisect_right(paragraph.before, limit, start, end + 1) - 1
    while reach < end and paragraph.right_edge(start, reach + 1) <= limit:
        reach += 1
    return reach


def _legal_at_or_before(paragraph: Paragraph, start: int, reach: int, never: frozenset[str]) -> int:
    """The last offset up to `reach` where a line may end, `start` where there is none."""
    classes = paragraph.classes
    while reach > start and classes[reach - 1 : reach + 1] in never:
        reach -= 1
    return reach


def _legal_after(paragraph: Paragraph, reach: int, end: int) -> int:
    """The first offset after `reach` where a line may end."""
    classes = paragraph.classes
    reach += 1
    while reach < end and classes[reach - 1 : reach + 1] in NEVER:
        reach += 1
    return min(reach, end)


def _can_shrink(paragraph: Paragraph, start: int, end: int, room: float) -> bool:
    need = paragraph.width(start, end) - room
    return need <= 2 * paragraph.largest and need <= give(paragraph, start, end)


def _leaves_hole(paragraph: Paragraph, start: int, fit: int, end: int, room: float) -> bool:
    """Whether a line that ends at `fit`, before a long word, would have to be stretched too far."""
    slack = room - paragraph.width(start, fit)
    if slack < _HOLE * paragraph.em(start) * openings(paragraph, start, fit):
        return False
    return _legal_after(paragraph, fit, end) - fit >= _LONG_WORD


def _earlier(paragraph: Paragraph, start: int, fit: int) -> Iterator[int]:
    """The break a little before `fit` that parts nothing, when `fit` does."""
    if fit not in paragraph.held:
        return
    for offset in range(fit - 1, max(fit - 1 - _EARLIER, start), -1):
        legal = paragraph.classes[offset - 1 : offset + 1] not in NEVER
        if legal and offset not in paragraph.held:
            yield offset
            return


def _emergency(paragraph: Paragraph, start: int, reach: int) -> int:
    """A break where none is allowed: in a word, else in a number, else after one character."""
    reach = max(reach, start + 1)
    found = _legal_at_or_before(paragraph, start, reach, NEVER_IN_LONG_WORD)
    if found > start:
        return found
    classes = paragraph.classes
    while reach < len(classes) and classes[reach] == COMBINING:
        reach += 1
    return reach
