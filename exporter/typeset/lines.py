"""Runs to lines: the one entry of line setting.

A paragraph is cut at its newlines, each part is broken (`exporter.typeset.reflow`), each line is
justified (`exporter.typeset.justify`) and cut into fragments of one face.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from exporter.typeset.characters import NEWLINE, TAB
from exporter.typeset.fragments import cut_fragments
from exporter.typeset.justify import justify, natural
from exporter.typeset.model import Fragment, Leader, Line, Measure, Run
from exporter.typeset.paragraph import Paragraph
from exporter.typeset.reflow import find_breaks
from exporter.typeset.tabs import Piece, set_tabs
from exporter.typeset.titles import balanced_breaks

ASCENT: Final = 0.88
"""Of the ideographic em box above the baseline, em; the rest is below."""

_SHORT: Final = 24
"""Texts of so many characters come again and again (numbers, labels, cells): set once."""


def break_lines(runs: tuple[Run, ...], measure: Measure) -> tuple[Line, ...]:
    """The paragraph's lines; at least one, for no text an empty one. They join up to the text."""
    if len(runs) == 1 and len(runs[0].text) <= _SHORT and runs[0].tag is None:
        return _short_lines(runs, measure)
    return _lines(Paragraph(runs, measure.text_spacing), measure)


@lru_cache(maxsize=2048)
def _short_lines(runs: tuple[Run, ...], measure: Measure) -> tuple[Line, ...]:
    return _lines(_short_paragraph(runs, measure.text_spacing), measure)


@lru_cache(maxsize=1024)
def _short_paragraph(runs: tuple[Run, ...], text_spacing: float) -> Paragraph:
    return Paragraph(runs, text_spacing)


def _lines(paragraph: Paragraph, measure: Measure) -> tuple[Line, ...]:
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
    short = sum([len(run.text) for run in runs]) <= _SHORT
    paragraph = (_short_paragraph if short else Paragraph)(runs, text_spacing)
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
    breaks = balanced_breaks(paragraph, measure, start, end, indent) if measure.balance else []
    for stop in breaks or find_breaks(paragraph, measure, start, end, indent):
        last = stop == end
        piece = _align(paragraph, measure, start, stop, indent, last)
        yield _line(paragraph, [piece], start, close if last else stop, last)
        start, indent = stop, 0.0


def _align(
    paragraph: Paragraph, measure: Measure, start: int, end: int, indent: float, last: bool
) -> Piece:
    room = measure.width - indent
    width = paragraph.width(start, end)
    if measure.align == "justify" and not measure.balance:
        setting = justify(paragraph, start, end, room - width, last)
        return Piece(start, end, indent, width + setting.delta, setting)
    setting = natural(paragraph, start, end)
    if measure.align in ("center", "right"):
        indent += (room - width) / (2 if measure.align == "center" else 1)
    return Piece(start, end, indent, width, setting)


def _line(
    paragraph: Paragraph,
    pieces: list[Piece],
    start: int,
    end: int,
    last: bool,
    leaders: tuple[Leader, ...] = (),
) -> Line:
    if len(pieces) == 1:
        fragments = tuple(cut_fragments(paragraph, pieces[0]))
    else:
        fragments = tuple([f for piece in pieces for f in cut_fragments(paragraph, piece)])
    x = width = 0.0
    if pieces:
        x = pieces[0].x
        width = pieces[-1].x + pieces[-1].width - x
    ascent, descent = _height(paragraph, fragments)
    return Line(fragments, start, end, x, width, ascent, descent, last, leaders)


def _height(paragraph: Paragraph, fragments: tuple[Fragment, ...]) -> tuple[float, float]:
    """Ascent and descent of the tallest em boxes; of an empty line, those of the first run."""
    if len(fragments) > 1:
        ascent = max([f.run.font_size * ASCENT + f.run.rise for f in fragments])
        return ascent, max([f.run.font_size * (1 - ASCENT) - f.run.rise for f in fragments])
    if not paragraph.runs:
        return 0.0, 0.0
    run = fragments[0].run if fragments else paragraph.runs[0]
    return run.font_size * ASCENT + run.rise, run.font_size * (1 - ASCENT) - run.rise
