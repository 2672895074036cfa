"""Where lines end: never between a forbidden pair, and otherwise where it costs least.

Each line takes the break that fits, or the next one where shrinking the marks on the line costs
less than stretching it, or an earlier one where that keeps a number with its unit. Costs are of one
line: 0 is a line that fills its room, 1 about what an attentive reader begins to see. Where lines
one by one come out badly, they are broken anew together (`exporter.typeset.reflow`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from exporter.typeset.characters import COMBINING, NEVER, NEVER_IN_LONG_WORD
from exporter.typeset.paragraph import EPSILON, Paragraph

HELD: Final = 4.0
"""Cost of parting a number from its unit, or a short title."""

_STRETCH_SEEN: Final = 0.04
"""Em between characters that an attentive reader sees: cost 1."""

_GOOD: Final = 0.2
"""Lines that cost no more aren't compared with others."""

_SHRINK_SEEN: Final = 0.8
"""Cost of a line whose marks give all they have, but for 。？！; twice that when those do too."""

_RAGGED_SEEN: Final = 4.0
"""Em that a ragged line may fall short of the measure: cost 1."""

_EARLIER: Final = 6
"""How many characters earlier a break is looked for that holds together what belongs together."""

_HOLE: Final = 0.25
"""Em between characters from which on a long word is broken rather than moved to the next line."""

_HOLE_COST: Final = (_HOLE / _STRETCH_SEEN) ** 2

_LONG_WORD: Final = 16
"""From so many characters on, unbroken, a word may be broken to avoid a hole."""

_FAR: Final = 32
"""Further than this, in characters, no break is looked for: a line can't be shrunk so much."""

_WORD_JOINTS: Final = "p-/"
"""Classes after which a long word is broken rather than after a letter."""


class Breaker:
    """Finds breaks in a paragraph up to the offset `end`; `flexible` lines shrink and stretch."""

    def __init__(self, paragraph: Paragraph, end: int, *, flexible: bool) -> None:
        self.paragraph = paragraph
        self.classes = paragraph.classes
        self.end = end
        self.flexible = flexible

    def fits(self, start: int, room: float) -> bool:
        """Whether the rest of the text stands in the room."""
        return self.paragraph.width(start, self.end) <= room + EPSILON or start >= self.end

    def next(self, start: int, room: float) -> tuple[int, float]:
        """The end of the line that starts at `start`, and what it costs."""
        reach = self._reach(start, room)
        fit = self._legal_before(start, reach, NEVER)
        if fit <= start:
            over = next(self._overs(start, reach, room), 0)
            return over or self._emergency(start, reach), 0.0
        least = self.cost(start, fit, room)
        if least <= _GOOD:
            return fit, least
        best = fit
        for option in self._others(start, fit, reach, room):
            cost = self.cost(start, option, room)
            if cost < least:
                best, least = option, cost
        if best == fit and least > _HOLE_COST and self.flexible:
            return self._in_word(fit, reach), 0.0
        return best, least

    def options(self, start: int, room: float, most: float) -> Iterator[tuple[int, float]]:
        """The possible ends of the line and their costs, as far as those stay below `most`."""
        reach = self._reach(start, room)
        for over in self._overs(start, reach, room):
            yield over, self.cost(start, over, room)
        offset = self._legal_before(start, reach, NEVER)
        held = self.paragraph.held
        while offset > start:
            cost = self.cost(start, offset, room)
            if cost > (most + HELD if offset in held else most):
                return
            yield offset, cost
            offset = self._legal_before(start, offset - 1, NEVER)

    def cost(self, start: int, end: int, room: float) -> float:
        """What it costs to end the line there; the line must fit or be shrinkable."""
        paragraph = self.paragraph
        slack = room - paragraph.right[end] + paragraph.left[start]
        held = HELD if end in paragraph.held else 0.0
        if slack < -EPSILON:
            return held + _shrink_cost(-slack, *paragraph.give(start, end))
        if self.flexible:
            slack /= paragraph.openings(start, end) or 1
            return held + (slack / paragraph.em / _STRETCH_SEEN) ** 2
        return held + (slack / paragraph.em / _RAGGED_SEEN) ** 2

    def _reach(self, start: int, room: float) -> int:
        """The furthest offset up to which the text stands in the room, whatever stands there."""
        right = self.paragraph.right
        limit = self.paragraph.left[start] + room + EPSILON
        reach = bisect_right(right, limit, start, self.end + 1) - 1
        while reach > start and right[reach] > limit:
            reach -= 1
        return max(reach, start)

    def _legal_before(self, start: int, reach: int, never: frozenset[str]) -> int:
        """The last offset up to `reach` where a line may end, `start` where there is none."""
        classes = self.classes
        while reach > start and classes[reach - 1 : reach + 1] in never:
            reach -= 1
        return reach

    def _legal_after(self, reach: int) -> int:
        """The first offset after `reach` where a line may end, or `_FAR` after it."""
        classes, end = self.classes, min(self.end, reach + _FAR)
        reach += 1
        while reach < end and classes[reach - 1 : reach + 1] in NEVER:
            reach += 1
        return min(reach, end)

    def _others(self, start: int, fit: int, reach: int, room: float) -> Iterator[int]:
        """Ends that may be better than `fit`: beyond it; before it, where it parts something."""
        yield from self._overs(start, reach, room)
        if fit in self.paragraph.held:
            earlier = self._held_earlier(start, fit)
            if earlier:
                yield earlier

    def _overs(self, start: int, reach: int, room: float) -> Iterator[int]:
        """Breaks beyond `reach` that the line can be shrunk to: the first that parts nothing."""
        paragraph = self.paragraph
        while self.flexible and reach < self.end:
            reach = self._legal_after(reach)
            if reach < self.end and self.classes[reach - 1 : reach + 1] in NEVER:
                return
            need = paragraph.right[reach] - paragraph.left[start] - room
            if need > 2 * paragraph.em or need > paragraph.give(start, reach)[1]:
                return
            yield reach
            if reach not in paragraph.held:
                return

    def _held_earlier(self, start: int, fit: int) -> int:
        """The break a little before `fit` that parts nothing; 0 where there is none."""
        classes, held = self.classes, self.paragraph.held
        for offset in range(fit - 1, max(fit - 1 - _EARLIER, start), -1):
            legal = classes[offset - 1 : offset + 1] not in NEVER
            if legal and offset not in held:
                return offset
        return 0

    def _in_word(self, fit: int, reach: int) -> int:
        """A break in the long word after `fit`, at a joint where there is one; else `fit`."""
        if self._legal_after(fit) - fit < _LONG_WORD:
            return fit
        classes = self.classes
        word = self._legal_before(fit, reach, NEVER_IN_LONG_WORD)
        for offset in range(word, max(word - _LONG_WORD, fit), -1):
            legal = classes[offset - 1 : offset + 1] not in NEVER_IN_LONG_WORD
            if legal and classes[offset - 1] in _WORD_JOINTS:
                return offset
        return word

    def _emergency(self, start: int, reach: int) -> int:
        """A break where none is allowed: in a word, else in a number, else after one character."""
        reach = max(reach, start + 1)
        word = self._in_word(start, reach)
        if word > start:
            return word
        word = self._legal_before(start, reach, NEVER_IN_LONG_WORD)
        if word > start:
            return word
        while reach < self.end and self.classes[reach] == COMBINING:
            reach += 1
        return reach


def _shrink_cost(need: float, gently: float, most: float) -> float:
    if need <= gently:
        return _SHRINK_SEEN * (need / gently) ** 2
    return _SHRINK_SEEN * (1 + (need - gently) / (most - gently))
