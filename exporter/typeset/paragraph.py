"""A paragraph made ready for breaking: its characters' classes, advances and the room between.

Everything that breaking asks again and again is laid out here once, so that the width of a line,
what it can give and at how many places it can be opened are differences of sums.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate, groupby
from typing import Final, NamedTuple

from exporter.typeset import faces
from exporter.typeset.characters import (
    ADJACENT,
    ANY_SPACE,
    CLOSING_HALF,
    HAN_LIKE,
    INTERPUNCT,
    LATIN,
    MARK,
    ODD,
    OPENING,
    OPENING_HALF,
    PAINTED,
    QUOTE,
    RIGID,
    UNEVEN,
    UNPAINTED,
    UNSEEN,
    UNSEEN_AT_END,
    WESTERN,
    WESTERN_CLUSTER,
    held_together,
    settle,
)
from exporter.typeset.face import Face
from exporter.typeset.model import Run

EPSILON: Final = 0.01
"""Lengths that differ by less, in pt, are taken as equal."""

MIXED_GAP_LEAST: Final = 0.125
"""The gap between Han and Western shrinks to this, em."""

_FULL_WIDTH: Final = 0.9
_SPACE_GIVES: Final = 0.3
_APOSTROPHE: Final = 0.3
_CLASS: Final = bytes(byte & ~faces.ODD for byte in range(256))
"""Drops the mark of odd characters."""

LEVELS: Final = 6
"""How many levels of `Site` there are."""

_SPACE_LEVEL: Final = 0
_STOP_LEVEL: Final = 5
_LEVELS: Final = {"i": 1, "o": 2, "c": 2, ",": 3, ".": _STOP_LEVEL}
_GAP_LEVEL: Final = 4


Site = tuple[int, int, float]
"""A place that can shrink: after the character at this offset, its level (low ones shrink first),
by so many pt at most."""


Stretch = tuple[int, int, Run, Face]
"""``[start, end)`` of one run, painted in one face."""


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
    worked out when they are asked for: most texts stand on one line. `plain`: all is of the runs'
    first faces, and what should be as wide as a cell is.
    """

    def __init__(self, runs: tuple[Run, ...], text_spacing: float) -> None:
        self.runs = runs
        self.text = runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])
        self._ems = [run.font_size * run.font_stretch / 100 for run in runs]
        self.em = max(self._ems, default=0.0)
        self._even = self.em if len(set(self._ems)) == 1 else 0.0
        self.starts = list(accumulate([len(run.text) for run in runs], initial=0))
        self.advances: list[float] = []
        self.classes = settle(self.text, self._read_runs())
        self._odd = ODD.search(self.classes) is not None
        self.kerns: dict[int, float] = {}
        self.rigid: list[int] = []
        self._narrowed: set[int] = set()
        self._find_western(text_spacing)
        self._close_up_marks()
        self._narrow_western_quotes()
        widths = self.advances
        if self.kerns:
            widths = widths.copy()
            for offset, kern in self.kerns.items():
                widths[offset] += kern
        self.left = list(accumulate(widths, initial=0.0))
        self.right = self._right_edges()
        self._trim()
        self.kerned = sorted(self.kerns)
        self.stretches = self._find_stretches()

    def _read_runs(self) -> str:
        """Measures the runs; the classes of their characters, each by itself."""
        found: list[str] = []
        for run, em in zip(self.runs, self._ems, strict=True):
            letters = run.letters or run.text.translate(run.chain.letters)
            found.append(letters)
            widths = [em + run.letter_spacing] * len(letters)
            for uneven in UNEVEN.finditer(letters):
                start, end = uneven.span()
                scaled = run.chain.scaled(em, run.letter_spacing)
                widths[start:end] = map(scaled.__getitem__, run.text[start:end])
            self.advances += widths
        letters = found[0] if len(found) == 1 else "".join(found)
        self.plain = letters.isascii()
        return letters if self.plain else letters.encode("latin-1").translate(_CLASS).decode()

    def _find_stretches(self) -> list[Stretch]:
        """The stretches of one run, one face and of painted characters, in order."""
        runs = zip(self.starts, self.starts[1:], self.runs, strict=False)
        if self.plain and not (self._odd and UNPAINTED.search(self.classes)):
            return [(start, end, run, run.chain.faces[0]) for start, end, run in runs if run.text]
        return [
            stretch
            for first, last, run in runs
            for found in PAINTED.finditer(self.classes, first, last)
            for stretch in self._by_face(run, *found.span())
        ]

    def _by_face(self, run: Run, start: int, end: int) -> Iterator[Stretch]:
        chain, text = run.chain, self.text
        if self.plain or chain.foreign.keys().isdisjoint(text[start:end]):
            yield start, end, run, chain.faces[0]
            return
        for index, offsets in groupby(range(start, end), lambda i: chain.foreign.get(text[i], 0)):
            places = list(offsets)
            yield places[0], places[-1] + 1, run, chain.faces[index]

    @cached_property
    def held(self) -> frozenset[int]:
        """The legal but unwelcome breaks."""
        return held_together(self.text, self.classes)

    def _find_western(self, text_spacing: float) -> None:
        """Notes the gaps beside words and numbers, and that nothing is opened inside them."""
        classes, kerns, rigid, even = self.classes, self.kerns, self.rigid, self._even
        for found in WESTERN_CLUSTER.finditer(classes):
            start, end = found.span()
            rigid.extend(range(start, end - 1))
            if not text_spacing:
                continue
            if classes[end - 1] in WESTERN and classes[end : end + 1] in HAN_LIKE:
                kerns[end - 1] = text_spacing * (even or self.em_at(end - 1))
            if start and classes[start] in WESTERN and classes[start - 1] in HAN_LIKE:
                kerns[start - 1] = text_spacing * (even or self.em_at(start))
        if self._odd:
            rigid.extend([found.start() for found in RIGID.finditer(classes)])
            rigid.sort()

    def _close_up_marks(self) -> None:
        """Sets adjacent marks closer: a closing one gives up its empty half, an opening one after
        another too.
        """
        for found in ADJACENT.finditer(self.classes):
            offset = found.start()
            full = offset if found[0] != OPENING else offset + 1
            if self.plain or self.is_full_width(full):
                self.kerns[offset] = -0.5 * self.em_at(full)

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
                    self._narrowed.add(place)

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

    def _trim(self) -> None:
        """Takes the empty halves of marks, and spaces, from the edges."""
        left, right, even = self.left, self.right, self.plain and self._even
        half = 0.5 * self.em
        for found in CLOSING_HALF.finditer(self.classes):
            offset = found.start()
            if even:
                right[offset + 1] -= half
            elif self.plain or self.is_full_width(offset):
                right[offset + 1] -= 0.5 * self.em_at(offset)
        for found in OPENING_HALF.finditer(self.classes):
            offset = found.start()
            if even:
                left[offset] += half
            elif self.plain or self.is_full_width(offset):
                left[offset] += 0.5 * self.em_at(offset)
        if self._odd:
            for found in UNSEEN.finditer(self.classes):
                for offset in range(found.start(), found.end()):
                    right[offset + 1] = right[offset]

    def _sites_of_marks(self) -> Iterator[Site]:
        """What marks can give."""
        classes, kerns, even = self.classes, self.kerns, self._even
        for found in MARK.finditer(classes):
            offset, letter = found.start(), found[0]
            if not self.plain and not self.is_full_width(offset):
                continue
            half, level = 0.5 * (even or self.em_at(offset)), _LEVELS[letter]
            if letter == INTERPUNCT:
                yield offset - 1, level, half / 2
                yield offset, level, half / 2
                continue
            place = offset - 1 if letter == OPENING else offset
            if place not in self._narrowed and kerns.get(place, 0.0) >= 0:
                yield place, level, half

    @cached_property
    def shrinking(self) -> Shrinking:
        """The places that can shrink."""
        sites = list(self._sites_of_marks())
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

    def run_at(self, offset: int) -> int:
        """Number of the run that the character at `offset` is in."""
        return min(bisect_right(self.starts, offset), len(self.runs)) - 1

    def em_at(self, offset: int) -> float:
        """Width of 1 em there, pt."""
        return self._even or self._ems[self.run_at(offset)]

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
