"""A paragraph made ready for breaking: its characters' classes, advances and the room between.

Everything that breaking asks again and again is laid out here once, so that the width of a line,
what it can give and at how many places it can be opened are differences of sums.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate
from typing import Final, NamedTuple

from exporter.typeset.characters import (
    ADJACENT,
    GIVING,
    MIXED,
    OPENING,
    RIGID,
    TRIMMED,
    TRIMMED_HALF,
    classify,
)
from exporter.typeset.model import Run

EPSILON: Final = 0.01
"""Lengths that differ by less, in pt, are taken as equal."""

MIXED_GAP_LEAST: Final = 0.125
"""The gap between Han and Western shrinks to this, em."""

_FULL_WIDTH: Final = 0.9
_SPACE_GIVES: Final = 0.3
_GIVING_LEVELS: Final = {" ": 0, "_": 0, "i": 1, "o": 2, "c": 2, ",": 3, ".": 5}
_GAP_LEVEL: Final = 4


class Site(NamedTuple):
    """A place that can shrink: after the character at `offset`, by `most` pt; low levels first."""

    offset: int
    level: int
    most: float


class Paragraph:
    """Runs as one text, measured. Lengths are pt, offsets are of the text.

    `advances` are the characters' own; `kerns` what is set between them wherever they stand (offset
    of the character before → pt); `before[i]` is where character ``i`` starts on an endless line.
    `trims` is what a line that ends after a character leaves out of `before` (`trim` where it isn't
    listed): spaces, letter spacing, kerns, the empty half of a closing mark. `leads` is what a line
    that starts with a character gives back: half a cell of an opening bracket. `em` is the size of
    the largest run.
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
        self.kerns = dict(self._find_kerns(text_spacing))
        widths = self.advances
        if self.kerns:
            widths = widths.copy()
            for offset, kern in self.kerns.items():
                widths[offset] += kern
        self.before = list(accumulate(widths, initial=0.0))
        self._find_edges()

    def _find_kerns(self, text_spacing: float) -> Iterator[tuple[int, float]]:
        if text_spacing:
            for found in MIXED.finditer(self.classes):
                offset = found.start()
                yield offset, text_spacing * self.em_at(offset)
        for found in ADJACENT.finditer(self.classes):
            offset = found.start()
            room = offset + 1 if self.classes[offset] == OPENING else offset
            if self.is_full_width(room):
                yield offset, -0.5 * self.em_at(room)

    def _find_edges(self) -> None:
        """Fills `trims` and `leads`."""
        self.trim = _end_spacing(self.runs[0]) if self.runs else 0.0
        trims = {}
        if any(_end_spacing(run) != self.trim for run in self.runs):
            for run, start in zip(self.runs, self.starts, strict=False):
                places = range(start, start + len(run.text))
                trims.update(dict.fromkeys(places, _end_spacing(run)))
        for offset, kern in self.kerns.items():
            trims[offset] = trims.get(offset, self.trim) + kern
        self.leads: dict[int, float] = {}
        for found in TRIMMED_HALF.finditer(self.classes):
            offset = found.start()
            if not self.is_full_width(offset):
                continue
            half = 0.5 * self.em_at(offset)
            if found[0] == OPENING:
                self.leads[offset] = half
            else:
                trims[offset] = trims.get(offset, self.trim) + half
        for found in TRIMMED.finditer(self.classes):
            for offset in range(found.start(), found.end()):
                trim = self.before[offset + 1] - self.before[offset]
                trims[offset] = trim + trims.get(offset - 1, self.trim)
        self.trims = trims

    @cached_property
    def kerned(self) -> list[int]:
        """The offsets of `kerns`, in order."""
        return sorted(self.kerns)

    @cached_property
    def rigid(self) -> list[int]:
        """Offsets of the characters after which nothing may be opened, in order."""
        return [found.start() for found in RIGID.finditer(self.classes)]

    @cached_property
    def sites(self) -> list[Site]:
        """All places that can shrink, in order."""
        sites: list[Site] = []
        for found in GIVING.finditer(self.classes):
            sites.extend(self._mark_sites(found[0], found.start()))
        for offset, kern in self.kerns.items():
            most = kern - MIXED_GAP_LEAST * self.em_at(offset)
            if most > 0:
                sites.append(Site(offset, _GAP_LEVEL, most))
        return sorted(sites)

    @cached_property
    def given(self) -> list[float]:
        """``given[i]`` is what the first ``i`` sites can give together."""
        return list(accumulate([site.most for site in self.sites], initial=0.0))

    def _mark_sites(self, letter: str, offset: int) -> Iterator[Site]:
        level, kerns = _GIVING_LEVELS[letter], self.kerns
        if level == 0:
            yield Site(offset, level, _SPACE_GIVES * self.advances[offset])
        elif self.is_full_width(offset):
            half = 0.5 * self.em_at(offset)
            if letter == "i":
                if offset - 1 not in kerns:
                    yield Site(offset - 1, level, half / 2)
                if offset not in kerns:
                    yield Site(offset, level, half / 2)
            else:
                place = offset - 1 if letter == "o" else offset
                if place not in kerns:
                    yield Site(place, level, half)

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
        if end <= start:
            return 0.0
        edge = self.before[end] - self.trims.get(end - 1, self.trim)
        return max(edge - self.before[start] - self.leads.get(start, 0.0), 0.0)

    def last(self, start: int, end: int) -> int:
        """Offset of the last character of the line that isn't a space or unpainted."""
        classes = self.classes
        while end > start and classes[end - 1] in " zj":
            end -= 1
        return end - 1

    def sites_in(self, start: int, end: int) -> tuple[int, int]:
        """The range in `sites` of those that lie between the line's characters."""
        if not self.sites:
            return 0, 0
        last = self.last(start, end)
        low = bisect_left(self.sites, (start,))
        return low, bisect_left(self.sites, (last,), low)

    def give(self, start: int, end: int) -> float:
        """How much the line can be shrunk, pt."""
        low, high = self.sites_in(start, end)
        return self.given[high] - self.given[low]

    def openings(self, start: int, end: int) -> int:
        """At how many places the line can be stretched."""
        last = self.last(start, end)
        rigid = self.rigid
        held = bisect_left(rigid, last) - bisect_left(rigid, start) if rigid else 0
        return max(last - start - held, 0)


def _end_spacing(run: Run) -> float:
    """Spacing that a line's end leaves out; cells made narrower (a grid) stay so."""
    return max(run.letter_spacing, 0.0)


def _narrow_quotes(run: Run) -> bool:
    return run.chain.widths["“"] < _FULL_WIDTH
