"""A paragraph made ready for breaking: its characters' classes, advances, the room between."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from exporter.typeset.characters import (
    ADJACENT,
    FULL_WIDTH_CLOSING,
    MIXED,
    OPENING,
    RIGID,
    UNPAINTED,
    classify,
    held_together,
)
from exporter.typeset.model import Run

EPSILON: Final = 0.01
"""Lengths that differ by less, in pt, are taken as equal."""

_FULL_WIDTH: Final = 0.9
_SWALLOWED: Final = " " + UNPAINTED


class Paragraph:
    """Runs as one text, measured. Lengths are pt, offsets are of the text.

    `advances` are the characters' own; `kerns` what is set between them wherever they stand (offset
    of the character before → pt); `before[i]` is where character ``i`` starts on an endless line.
    """

    def __init__(self, runs: tuple[Run, ...], text_spacing: float) -> None:
        self.runs = runs
        self.text = "".join([run.text for run in runs]) if len(runs) != 1 else runs[0].text
        self.classes = classify(self.text, narrow_quotes=any(map(_narrow_quotes, runs)))
        self.starts = list(accumulate([len(run.text) for run in runs], initial=0))[:-1]
        self.advances: list[float] = []
        for run in runs:
            scale = run.font_size * run.font_stretch / 100
            self.advances += map(run.chain.scaled(scale, run.letter_spacing).__getitem__, run.text)
        self.kerns = dict(self._find_kerns(text_spacing))
        self.kerned = sorted(self.kerns)
        widths = self.advances
        if self.kerns:
            widths = widths.copy()
            for offset, kern in self.kerns.items():
                widths[offset] += kern
        self.before = list(accumulate(widths, initial=0.0))
        self.rigid = [found.start() for found in RIGID.finditer(self.classes)]
        self.held = held_together(self.text)
        self.largest = max([run.font_size * run.font_stretch / 100 for run in runs], default=0.0)

    def _find_kerns(self, text_spacing: float) -> Iterator[tuple[int, float]]:
        if text_spacing:
            for found in MIXED.finditer(self.classes):
                offset = found.start()
                yield offset, text_spacing * self.em(offset)
        for found in ADJACENT.finditer(self.classes):
            offset = found.start()
            room = offset + 1 if self.classes[offset] == OPENING else offset
            if self.is_full_width(room):
                yield offset, -0.5 * self.em(room)

    def run_at(self, offset: int) -> int:
        """Number of the run that the character at `offset` is in."""
        return bisect_right(self.starts, offset) - 1 if len(self.starts) > 1 else 0

    def em(self, offset: int) -> float:
        """Width of 1 em there, pt."""
        run = self.runs[self.run_at(offset)]
        return run.font_size * run.font_stretch / 100

    def is_full_width(self, offset: int) -> bool:
        """Whether the character takes a whole cell, and so has half a cell to give."""
        return self.advances[offset] >= _FULL_WIDTH * self.em(offset)

    def visible_end(self, start: int, end: int) -> int:
        """`end` without the spaces and unpainted characters that a line ends with."""
        while end > start and self.classes[end - 1] in _SWALLOWED:
            end -= 1
        return end

    def lead(self, start: int) -> float:
        """What a line that starts here gives back: half a cell of an opening bracket."""
        if self.classes[start : start + 1] == OPENING and self.is_full_width(start):
            return 0.5 * self.em(start)
        return 0.0

    def right_edge(self, start: int, end: int) -> float:
        """Where the ink cell of a line ``[start, end)`` ends, on the endless line.

        Spaces at the end don't count, nor does letter spacing after the last character, nor the
        empty half of a closing mark.
        """
        last = self.visible_end(start, end) - 1
        if last < start:
            return self.before[start]
        edge = self.before[last] + self.advances[last]
        run = self.runs[self.run_at(last)]
        edge -= run.letter_spacing
        if self.classes[last] in FULL_WIDTH_CLOSING and self.is_full_width(last):
            edge -= 0.5 * run.font_size * run.font_stretch / 100
        return edge

    def width(self, start: int, end: int) -> float:
        """Natural width of the line ``[start, end)``, trimmed at both sides."""
        if end <= start:
            return 0.0
        return self.right_edge(start, end) - self.before[start] - self.lead(start)


def _narrow_quotes(run: Run) -> bool:
    return run.chain.widths["“"] < _FULL_WIDTH
