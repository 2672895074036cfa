"""A piece of a line cut into fragments: one run, one face, nothing that isn't painted."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from exporter.typeset.characters import UNPAINTED
from exporter.typeset.face import Face
from exporter.typeset.model import Fragment, Run
from exporter.typeset.paragraph import Paragraph
from exporter.typeset.tabs import Piece

_PAINTED: Final = re.compile(f"[^{UNPAINTED}]+")


def cut_fragments(paragraph: Paragraph, piece: Piece) -> Iterator[Fragment]:
    """The fragments of the piece, from left to right."""
    spacing, kerns, _ = piece.setting
    x = piece.x - paragraph.lead(piece.start)
    for run, start, end in _painted(paragraph, piece.start, piece.end):
        for face, first, last in _by_face(run, paragraph.text, start, end):
            inside = kerns
            if kerns:
                low, high = bisect_left(kerns, (first,)), bisect_left(kerns, (last,))
                inside = tuple([(offset - first, kern) for offset, kern in kerns[low:high]])
            width = sum(paragraph.advances[first:last]) + spacing * (last - first)
            width += sum([kern for _, kern in inside])
            text = paragraph.text[first:last]
            yield Fragment(run, face, text, x, width, first, spacing + run.letter_spacing, inside)
            x += width


def _painted(paragraph: Paragraph, start: int, end: int) -> Iterator[tuple[Run, int, int]]:
    """The stretches of one run and of painted characters."""
    for number in range(paragraph.run_at(start), len(paragraph.runs)):
        run, first = paragraph.runs[number], paragraph.starts[number]
        last = min(first + len(run.text), end)
        if first >= end:
            return
        for found in _PAINTED.finditer(paragraph.classes, max(first, start), last):
            yield run, found.start(), found.end()


def _by_face(run: Run, text: str, start: int, end: int) -> Iterator[tuple[Face, int, int]]:
    """The stretches of one face."""
    chain = run.chain
    foreign = chain.foreign
    if not foreign or foreign.keys().isdisjoint(text[start:end]):
        yield chain.faces[0], start, end
        return
    for index, offsets in groupby(range(start, end), lambda i: foreign.get(text[i], 0)):
        places = list(offsets)
        yield chain.faces[index], places[0], places[-1] + 1
