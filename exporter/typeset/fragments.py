"""A piece of a line cut into fragments: one run, one face, nothing that isn't painted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from exporter.typeset.face import Face
from exporter.typeset.model import Fragment, Run
from exporter.typeset.paragraph import Paragraph
from exporter.typeset.tabs import Piece

_PAINTED: Final = re.compile("[^tnjz]+")


def cut_fragments(paragraph: Paragraph, piece: Piece) -> list[Fragment]:
    """The fragments of the piece, from left to right."""
    spacing, kerns, _ = piece.setting
    x = piece.x - paragraph.hidden(piece.start)
    fragments: list[Fragment] = []
    for run, face, start, end in _stretches(paragraph, piece.start, piece.end):
        inside = kerns
        width = sum(paragraph.advances[start:end]) + spacing * (end - start)
        if kerns:
            inside = tuple([(o - start, kern) for o, kern in kerns if start <= o < end])
            width += sum([kern for _, kern in inside])
        text, between = paragraph.text[start:end], spacing + run.letter_spacing
        fragments.append(Fragment(run, face, text, x, width, start, between, inside))
        x += width
    return fragments


_Stretch = tuple[Run, Face, int, int]


def _stretches(paragraph: Paragraph, start: int, end: int) -> list[_Stretch]:
    """The stretches of one run, one face and of painted characters."""
    if paragraph.single:
        run = paragraph.runs[0]
        return [(run, run.chain.faces[0], start, end)] if end > start else []
    return [
        stretch
        for run, first, last in _by_run(paragraph, start, end)
        for found in _PAINTED.finditer(paragraph.classes, first, last)
        for stretch in _by_face(run, paragraph.text, found.start(), found.end())
    ]


def _by_run(paragraph: Paragraph, start: int, end: int) -> Iterator[tuple[Run, int, int]]:
    for number in range(paragraph.run_at(start), len(paragraph.runs)):
        first = paragraph.starts[number]
        if first >= end:
            return
        last = min(paragraph.starts[number + 1], end)
        yield paragraph.runs[number], max(first, start), last


def _by_face(run: Run, text: str, start: int, end: int) -> Iterator[_Stretch]:
    chain = run.chain
    if chain.foreign.keys().isdisjoint(text[start:end]):
        yield run, chain.faces[0], start, end
        return
    for index, offsets in groupby(range(start, end), lambda i: chain.foreign.get(text[i], 0)):
        places = list(offsets)
        yield run, chain.faces[index], places[0], places[-1] + 1
