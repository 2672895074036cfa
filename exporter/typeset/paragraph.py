"""A paragraph made ready for breaking: its characters' classes, advances and the room between.

Everything that breaking asks again and again is laid out here once, so that the width of a line,
what it can give and at how many places it can be opened are differences of sums.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate
from typing import Final, NamedTuple

from exporter.typeset.characters import (
    ADJACENT,
    ANY_SPACE,
    HAN_LIKE,
    INTERPUNCT,
    LATIN,
    MARK,
    ODD,
    OPENING,
    QUOTE,
    RIGID,
    UNPAINTED,
    UNSEEN,
    UNSEEN_AT_END,
    WESTERN,
    WESTERN_CLUSTER,
    classify,
    held_together,
)
from exporter.typeset.model import Run

EPSILON: Final = 0.01
"""Lengths that differ by less, in pt, are taken as equal."""

MIXED_GAP_LEAST: Final = 0.125
"""The gap between Han and Western shrinks to this, em."""

_FULL_WIDTH: Final = 0.9
_SPACE_GIVES: Final = 0.3
_APOSTROPHE: Final = 0.3
LEVELS: Final = 6
"""How many levels of `Site` there are."""

_SPACE_LEVEL: Final = 0
_STOP_LEVEL: Final = 5
_LEVELS: Final = {"i": 1, "o": 2, "c": 2, ",": 3, ".": _STOP_LEVEL}
_GAP_LEVEL: Final = 4


Site = tuple[int, int, float]
"""A place that can shrink: after the character at this offset, its level (low ones shrink first),
by so many pt at most."""


class Shrinking(NamedTuple):
    """The places that can shrink, in order, and sums over them.

    ``given[i]`` is what the first ``i`` sites can give together, ``given_gently[i]`` what those of
    them can that aren't stops, which come last.
    """

    sites: list[Site]
    offsets: list[int]
    given: list[float]
    given_gently: list[float]


class Paragraph:
    """Runs as one text, measured. Lengths are pt, offsets are of the text.

    `advances` are the characters' own; `kerns` what is set between them wherever they stand (offset
    of the character before → pt). On an endless line a line that starts at ``i`` has its ink from
    ``left[i]`` on, one that ends at ``i`` up to ``right[i]``: without the empty halves of its first
    and last mark, spaces at its end, kerns and letter spacing after it. `em` is the size of the
    largest run. `rigid` are the characters after which nothing may be opened, `kerned` those with a
    kern, `shrinking` what can shrink; `held` are the legal but unwelcome breaks. Both are
    worked out when they are asked for: most texts stand on one line. `single`: all is of one run,
    in one face, and painted.
    """

    def __init__(self, runs: tuple[Run, ...], text_spacing: float) -> None:
        self.runs = runs
        self.text = runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])
        self.classes = classify(self.text, narrow_quotes=any(map(_narrow_quotes, runs)))
        self.starts = list(accumulate([len(run.text) for run in runs], initial=0))
        self._ems = [run.font_size * run.font_stretch / 100 for run in runs]
        self.em = max(self._ems, default=0.0)
        self.advances: list[float] = []
        for run, em in zip(runs, self._ems, strict=True):
            self.advances += map(run.chain.scaled(em, run.letter_spacing).__getitem__, run.text)
        self._odd = ODD.search(self.classes) is not None
        self.kerns: dict[int, float] = {}
        self.rigid: list[int] = []
        self._sites: list[Site] = []
        self._find_western(text_spacing)
        halves = self._find_marks()
        self._narrow_western_quotes()
        widths = self.advances
        if self.kerns:
            widths = widths.copy()
            for offset, kern in self.kerns.items():
                widths[offset] += kern
        self.left = list(accumulate(widths, initial=0.0))
        self.right = self._right_edges()
        self._trim(halves)
        self.kerned = sorted(self.kerns)
        self.single = self._is_single()

    @cached_property
    def held(self) -> frozenset[int]:
        """The legal but unwelcome breaks."""
        return held_together(self.text, self.classes)

    def _find_western(self, text_spacing: float) -> None:
        """Notes the gaps beside words and numbers, and that nothing is opened inside them."""
        classes, kerns, rigid = self.classes, self.kerns, self.rigid
        for found in WESTERN_CLUSTER.finditer(classes):
            start, end = found.span()
            rigid.extend(range(start, end - 1))
            if not text_spacing:
                continue
            if classes[end - 1] in WESTERN and classes[end : end + 1] in HAN_LIKE:
                kerns[end - 1] = text_spacing * self.em_at(end - 1)
            if start and classes[start] in WESTERN and classes[start - 1] in HAN_LIKE:
                kerns[start - 1] = text_spacing * self.em_at(start)
        if self._odd:
            rigid.extend([found.start() for found in RIGID.finditer(classes)])
            rigid.sort()

    def _find_marks(self) -> list[tuple[int, float]]:
        """Sets adjacent marks closer and notes what marks can give; their empty halves.

        A half is (offset, pt), negative for the left half of an opening mark.
        """
        classes, kerns, advances, sites = self.classes, self.kerns, self.advances, self._sites
        halves: list[tuple[int, float]] = []
        em, mixed = self.em, len(self._ems) > 1
        for found in MARK.finditer(classes):
            offset, letter = found.start(), found[0]
            if mixed:
                em = self.em_at(offset)
            if advances[offset] < _FULL_WIDTH * em:
                continue
            half = 0.5 * em
            if letter == OPENING:
                halves.append((offset, -half))
                if classes[offset - 1 : offset] == OPENING:
                    kerns[offset - 1] = -half
                elif offset - 1 not in kerns:
                    sites.append((offset - 1, _LEVELS[letter], half))
            elif letter == INTERPUNCT:
                sites.append((offset - 1, _LEVELS[letter], half / 2))
                sites.append((offset, _LEVELS[letter], half / 2))
            else:
                halves.append((offset, half))
                if classes[offset + 1 : offset + 2] in ADJACENT:
                    kerns[offset] = -half
                else:
                    sites.append((offset, _LEVELS[letter], half))
        return halves

    def _narrow_western_quotes(self) -> None:
        """Gives quotes in English, and apostrophes in words, the width that they have there."""
        for run, start in zip(self.runs, self.starts, strict=False):
            if run.language != "en" and "’" not in run.text:
                continue
            for found in QUOTE.finditer(run.text):
                offset = start + found.start()
                letter = self.classes[offset]
                if not self.is_full_width(offset):
                    continue
                if letter == LATIN:
                    self.kerns[offset] = (_APOSTROPHE - 1) * self.em_at(offset)
                elif run.language == "en" and letter in "oc":
                    place = offset - 1 if letter == OPENING else offset
                    self.kerns[place] = -0.5 * self.em_at(offset)
                    self._sites = [site for site in self._sites if site[0] != place]

    def _right_edges(self) -> list[float]:
        """Where lines end without the kerns and letter spacing after their last character.

        Cells that are made narrower (a grid of characters) keep their width at the end.
        """
        right = self.left.copy()
        for run, start in zip(self.runs, self.starts, strict=False):
            if run.letter_spacing > 0:
                for offset in range(start + 1, start + len(run.text) + 1):
                    right[offset] -= run.letter_spacing
        for offset, kern in self.kerns.items():
            right[offset + 1] -= kern
        return right

    def _trim(self, halves: list[tuple[int, float]]) -> None:
        """Takes the empty halves of marks, and spaces, from the edges."""
        left, right = self.left, self.right
        for offset, half in halves:
            if half > 0:
                right[offset + 1] -= half
            else:
                left[offset] -= half
        if self._odd:
            for found in UNSEEN.finditer(self.classes):
                for offset in range(found.start(), found.end()):
                    right[offset + 1] = right[offset]

    @cached_property
    def shrinking(self) -> Shrinking:
        """The places that can shrink."""
        sites = self._sites.copy()
        for offset, kern in self.kerns.items():
            if kern > 0:
                most = kern - MIXED_GAP_LEAST * self.em_at(offset)
                if most > EPSILON:
                    sites.append((offset, _GAP_LEVEL, most))
        if self._odd:
            for found in ANY_SPACE.finditer(self.classes):
                offset = found.start()
                sites.append((offset, _SPACE_LEVEL, _SPACE_GIVES * self.advances[offset]))
        sites.sort()
        gentle = [0.0 if level == _STOP_LEVEL else most for _, level, most in sites]
        return Shrinking(
            sites,
            [offset for offset, _, _ in sites],
            list(accumulate([most for _, _, most in sites], initial=0.0)),
            list(accumulate(gentle, initial=0.0)),
        )

    def _is_single(self) -> bool:
        if len(self.runs) != 1 or (self._odd and UNPAINTED.search(self.classes)):
            return False
        foreign = self.runs[0].chain.foreign
        return not foreign or foreign.keys().isdisjoint(self.text)

    def run_at(self, offset: int) -> int:
        """Number of the run that the character at `offset` is in."""
        return min(bisect_right(self.starts, offset), len(self.runs)) - 1

    def em_at(self, offset: int) -> float:
        """Width of 1 em there, pt."""
        return self._ems[0] if len(self._ems) == 1 else self._ems[self.run_at(offset)]

    def is_full_width(self, offset: int) -> bool:
        """Whether the character takes a whole cell, and so has half a cell to give."""
        return self.advances[offset] >= _FULL_WIDTH * self.em_at(offset)

    def width(self, start: int, end: int) -> float:
        """Natural width of the line ``[start, end)``, trimmed at both sides."""
        width = self.right[end] - self.left[start]
        return width if width > 0 else 0.0

    def hidden(self, start: int) -> float:
        """The empty half of an opening mark that a line's start leaves out; 0 for most."""
        if self.classes[start : start + 1] != OPENING or not self.is_full_width(start):
            return 0.0
        return 0.5 * self.em_at(start)

    def last(self, start: int, end: int) -> int:
        """Offset of the last character of the line that isn't a space or unpainted."""
        classes = self.classes
        end -= 1
        while end > start and classes[end] in UNSEEN_AT_END:
            end -= 1
        return end

    def sites_in(self, start: int, end: int) -> list[Site]:
        """The sites between the line's characters."""
        sites, offsets, _, _ = self.shrinking
        low = bisect_left(offsets, start)
        return sites[low : bisect_left(offsets, self.last(start, end), low)]

    def give(self, start: int, end: int) -> tuple[float, float]:
        """How much the line can be shrunk without touching 。？！, and how much in all, pt."""
        _, offsets, given, gently = self.shrinking
        low = bisect_left(offsets, start)
        high = bisect_left(offsets, self.last(start, end), low)
        return gently[high] - gently[low], given[high] - given[low]

    def openings(self, start: int, end: int) -> int:
        """At how many places the line can be stretched."""
        rigid = self.rigid
        last = self.last(start, end)
        if not rigid:
            return max(last - start, 0)
        low = bisect_left(rigid, start)
        return max(last - start - bisect_left(rigid, last, low) + low, 0)


def _narrow_quotes(run: Run) -> bool:
    return run.chain.widths["“"] < _FULL_WIDTH
