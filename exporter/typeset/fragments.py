"""A piece of a line cut into fragments: one run, one face, nothing that isn't painted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from exporter.typeset.characters import UNPAINTED
from exporter.typeset.face import Face
from exporter.typeset.model import Fragment, Run
from exporter.typeset.paragraph import Paragraph
from exporter.typeset.tabs import Piece

_PAINTED: Final = re.compile(f"[^{UNPAINTED}]+")


def cut_fragments(paragraph: Paragraph, piece: Piece) -> list[Fragment]:
    """The fragments of the piece, from left to right."""
    spacing, kerns, _ = piece.setting
    x = piece.x - paragraph.leads.get(piece.start, 0.0)
    fragments: list[Fragment] = []
    for run, face, start, end in _stretches(paragraph, piece.start, piece.end):
        inside = _from(kerns, start, end) if kerns else kerns
        width = sum(paragraph.advances[start:end]) + spacing * (end - start)
        if inside:
            width += sum([kern for _, kern in inside])
        fragments.append(
            Fragment(
                run,
                face,
                paragraph.text[start:end],
                x,
                width,
                start,
                spacing + run.letter_spacing,
                inside,
            )
        )
        x += width
    return fragments


def _from(
    kerns: tuple[tuple[int, float], ...], start: int, end: int
) -> tuple[tuple[int, float], ...]:
    """The kerns of ``[start, end)``, counted from its start."""
    return tuple([(offset - start, kern) for offset, kern in kerns if start <= offset < end])


def _stretches(paragraph: Paragraph, start: int, end: int) -> Iterator[tuple[Run, Face, int, int]]:
    """The stretches of one run, one face and of painted characters."""
    for run, first, last in _run_stretches(paragraph, start, end):
        chain = run.chain
        foreign = chain.foreign
        for found in _PAINTED.finditer(paragraph.classes, first, last):
            at, to = found.span()
            if not foreign or foreign.keys().isdisjoint(paragraph.text[at:to]):
                yield run, chain.faces[0], at, to
            else:
                yield from _by_face(run, paragraph.text, at, to)


def _run_stretches(paragraph: Paragraph, start: int, end: int) -> Iterator[tuple[Run, int, int]]:
    if len(paragraph.runs) == 1:
        yield paragraph.runs[0], start, end
        return
    for number in range(paragraph.run_at(start), len(paragraph.runs)):
        first = paragraph.starts[number]
        if first >= end:
            return
        last = min(paragraph.starts[number + 1], end)
        yield paragraph.runs[number], max(first, start), last


def _by_face(run: Run, text: str, start: int, end: int) -> Iterator[tuple[Run, Face, int, int]]:
    foreign = run.chain.foreign
    for index, offsets in groupby(range(start, end), lambda i: foreign.get(text[i], 0)):
        places = list(offsets)
        yield run, run.chain.faces[index], places[0], places[-1] + 1
