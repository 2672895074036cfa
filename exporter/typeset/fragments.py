"""A piece of a line cut into fragments: one run, one face, nothing that isn't painted."""

from __future__ import annotations

from exporter.typeset.model import Fragment
from exporter.typeset.paragraph import Paragraph
from exporter.typeset.tabs import Piece


def cut_fragments(paragraph: Paragraph, piece: Piece) -> list[Fragment]:
    """The fragments of the piece, from left to right."""
    spacing, kerns = piece.setting.spacing, piece.setting.kerns
    start, end = piece.start, piece.end
    x = piece.x - paragraph.hidden(start)
    text, advances = paragraph.text, paragraph.advances
    fragments: list[Fragment] = []
    for first, last, run, face in paragraph.stretches:
        if last <= start:
            continue
        if first >= end:
            break
        first, last = first if first > start else start, last if last < end else end
        inside = kerns
        width = sum(advances[first:last]) + spacing * (last - first)
        if kerns:
            inside = tuple([(o - first, kern) for o, kern in kerns if first <= o < last])
            width += sum([kern for _, kern in inside])
        between = spacing + run.letter_spacing
        fragments.append(Fragment(run, face, text[first:last], x, width, first, between, inside))
        x += width
    return fragments
