"""Runs to lines: the one entry of line setting.

A paragraph is cut at its newlines, each part is broken (`exporter.typeset.reflow`), each line is
justified (`exporter.typeset.justify`) and cut into fragments of one face.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from exporter.typeset.characters import NEWLINE, TAB
from exporter.typeset.fragments import cut_fragments
from exporter.typeset.justify import justify, natural
from exporter.typeset.model import Leader, Line, Measure, Run
from exporter.typeset.paragraph import Paragraph
from exporter.typeset.reflow import find_breaks
from exporter.typeset.tabs import Piece, set_tabs

ASCENT: Final = 0.88
"""Of the ideographic em box above the baseline, em; the rest is below."""


def break_lines(runs: tuple[Run, ...], measure: Measure) -> tuple[Line, ...]:
    """The paragraph's lines; at least one, for no text an empty one. They join up to the text."""
    paragraph = Paragraph(runs, measure.text_spacing)
    if NEWLINE not in paragraph.classes:
        return tuple(_set_part(paragraph, measure, 0, len(paragraph.text), measure.indent))
    lines: list[Line] = []
    start, indent = 0, measure.indent
    for part in paragraph.classes.split(NEWLINE):
        lines.extend(_set_part(paragraph, measure, start, start + len(part), indent))
        start, indent = start + len(part) + 1, 0.0
    return tuple(lines)


def text_width(runs: tuple[Run, ...], text_spacing: float = 0.25) -> float:
    """Width of the text on one line, pt, as `break_lines` would set it; tabs count nothing."""
    paragraph = Paragraph(runs, text_spacing)
    return paragraph.width(0, len(paragraph.text))


def _set_part(
    paragraph: Paragraph, measure: Measure, start: int, end: int, indent: float
) -> Iterator[Line]:
    """The lines of ``[start, end)``, which holds no newline; the last takes the newline along."""
    close = min(end + 1, len(paragraph.text))
    if TAB in paragraph.classes[start:end]:
        for pieces, leaders, stop in set_tabs(paragraph, measure, start, end, indent):
            last = stop == end
            yield _line(paragraph, pieces, start, close if last else stop, last, tuple(leaders))
            start = stop
        return
    for stop in find_breaks(paragraph, measure, start, end, indent):
        last = stop == end
        piece = _align(paragraph, measure, start, stop, indent, last)
        yield _line(paragraph, [piece], start, close if last else stop, last)
        start, indent = stop, 0.0


def _align(
    paragraph: Paragraph, measure: Measure, start: int, end: int, indent: float, last: bool
) -> Piece:
    room = measure.width - indent
    if measure.align == "justify":
        setting = justify(paragraph, start, end, room, last)
        left = 0.0
    else:
        setting = natural(paragraph, start, end)
        left = room - paragraph.width(start, end)
    shares = {"left": 0.0, "justify": 0.0, "center": 0.5, "right": 1.0}
    return Piece(start, end, indent + left * shares[measure.align], setting)


def _line(
    paragraph: Paragraph,
    pieces: list[Piece],
    start: int,
    end: int,
    last: bool,
    leaders: tuple[Leader, ...] = (),
) -> Line:
    fragments = tuple([f for piece in pieces for f in cut_fragments(paragraph, piece)])
    runs = [fragment.run for fragment in fragments] or paragraph.runs[:1]
    x = right = 0.0
    if pieces:
        x, last_piece = pieces[0].x, pieces[-1]
        right = last_piece.x + last_piece.setting.delta
        right += paragraph.width(last_piece.start, last_piece.end)
    return Line(
        fragments=fragments,
        start=start,
        end=end,
        x=x,
        width=right - x,
        ascent=max([run.font_size * ASCENT + run.rise for run in runs], default=0.0),
        descent=max([run.font_size * (1 - ASCENT) - run.rise for run in runs], default=0.0),
        last=last,
        leaders=leaders,
    )
