"""Where lines end: never between a forbidden pair, and otherwise where it costs least.

Each line takes the break that fits, or the next one where shrinking the marks on the line costs
less than stretching it, or an earlier one where that keeps a number with its unit. Costs are of one
line: 0 is a line that fills its room, 1 about what an attentive reader begins to see.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from exporter.typeset.characters import COMBINING, NEVER, NEVER_IN_LONG_WORD, is_held
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

_WORD_JOINTS: Final = "p-/"
"""Classes after which a long word is broken rather than after a letter."""


def find_breaks(
    paragraph: Paragraph, measure: Measure, start: int, end: int, indent: float
) -> list[int]:
    """The ends of the lines of ``[start, end)``, the last being `end`; one line for an empty text.

    `indent` is of the first line.
    """
    breaks: list[int] = []
    room = measure.width - indent
    flexible = measure.align == "justify"
    while paragraph.width(start, end) > room + EPSILON:
        start = next_break(paragraph, start, end, room, flexible)
        breaks.append(start)
        room = measure.width
        if start >= end:
            return breaks
    breaks.append(end)
    return breaks


def next_break(paragraph: Paragraph, start: int, end: int, room: float, flexible: bool) -> int:
    """The end of the line that starts at `start`. `flexible` lines can be shrunk and stretched."""
    reach = _reach(paragraph, start, end, room)
    fit = _legal_at_or_before(paragraph.classes, start, reach, NEVER)
    if not flexible:
        if fit <= start:
            return _emergency(paragraph, start, reach)
        return _held_earlier(paragraph, start, fit) or fit
    slack = room - paragraph.width(start, fit)
    if fit > start and slack <= EPSILON and not is_held(paragraph.text, paragraph.classes, fit):
        return fit
    over = _legal_after(paragraph.classes, reach, end)
    need = paragraph.width(start, over) - room
    most = paragraph.give(start, over) if need <= 2 * paragraph.em else 0.0
    if need > most:
        over = 0
    if fit <= start:
        return over or _emergency(paragraph, start, reach)
    return _cheapest(paragraph, start, fit, over, room) or _in_word(paragraph, start, fit, reach)


def _cheapest(paragraph: Paragraph, start: int, fit: int, over: int, room: float) -> int:
    """Of the possible ends the one that costs least; 0 where a long word leaves a hole."""
    best, least = fit, _cost(paragraph, start, fit, room)
    earlier = _held_earlier(paragraph, start, fit)
    for option in (over, earlier):
        if option:
            cost = _cost(paragraph, start, option, room)
            if cost < least:
                best, least = option, cost
    if best == fit and least > (_HOLE / _STRETCH_SEEN) ** 2:
        return 0
    return best


def _cost(paragraph: Paragraph, start: int, end: int, room: float) -> float:
    """What it costs to end the line there."""
    slack = room - paragraph.width(start, end)
    held = _HELD if is_held(paragraph.text, paragraph.classes, end) else 0.0
    if slack < 0:
        return held + _SHRINK_ALL * (slack / paragraph.give(start, end)) ** 2
    places = max(paragraph.openings(start, end), 1)
    return held + (slack / paragraph.em / places / _STRETCH_SEEN) ** 2


def _reach(paragraph: Paragraph, start: int, end: int, room: float) -> int:
    """The furthest offset up to which the text stands in the room, whatever stands there."""
    before, trims, trim = paragraph.before, paragraph.trims, paragraph.trim
    limit = before[start] + paragraph.leads.get(start, 0.0) + room + EPSILON
    reach = bisect_right(before, limit, start, end + 1) - 1
    while reach < end and before[reach + 1] - trims.get(reach, trim) <= limit:
        reach += 1
    return reach


def _legal_at_or_before(classes: str, start: int, reach: int, never: frozenset[str]) -> int:
    """The last offset up to `reach` where a line may end, `start` where there is none."""
    while reach > start and classes[reach - 1 : reach + 1] in never:
        reach -= 1
    return reach


def _legal_after(classes: str, reach: int, end: int) -> int:
    """The first offset after `reach` where a line may end."""
    reach += 1
    while reach < end and classes[reach - 1 : reach + 1] in NEVER:
        reach += 1
    return min(reach, end)


def _held_earlier(paragraph: Paragraph, start: int, fit: int) -> int:
    """The break a little before `fit` that parts nothing, when `fit` does; else 0."""
    text, classes = paragraph.text, paragraph.classes
    if not is_held(text, classes, fit):
        return 0
    for offset in range(fit - 1, max(fit - 1 - _EARLIER, start), -1):
        if classes[offset - 1 : offset + 1] not in NEVER and not is_held(text, classes, offset):
            return offset
    return 0


def _in_word(paragraph: Paragraph, start: int, fit: int, reach: int) -> int:
    """A break in the long word after `fit`, at a joint where that leaves no hole; else `fit`."""
    classes = paragraph.classes
    if _legal_after(classes, fit, len(classes)) - fit < _LONG_WORD:
        return fit
    word = _legal_at_or_before(classes, fit, reach, NEVER_IN_LONG_WORD)
    for offset in range(word, max(word - _LONG_WORD, fit), -1):
        legal = classes[offset - 1 : offset + 1] not in NEVER_IN_LONG_WORD
        if legal and classes[offset - 1] in _WORD_JOINTS:
            return offset
    return word


def _emergency(paragraph: Paragraph, start: int, reach: int) -> int:
    """A break where none is allowed: in a word, else in a number, else after one character."""
    reach = max(reach, start + 1)
    found = _in_word(paragraph, start, start, reach)
    if found > start:
        return found
    found = _legal_at_or_before(paragraph.classes, start, reach, NEVER_IN_LONG_WORD)
    if found > start:
        return found
    classes = paragraph.classes
    while reach < len(classes) and classes[reach] == COMBINING:
        reach += 1
    return reach
