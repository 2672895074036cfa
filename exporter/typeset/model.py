"""What the setting of lines takes and gives: runs in, lines of fragments out.

Lengths are pt unless said; `em` is the font size. x grows to the right from the left edge of the
measure. Offsets are of the paragraph's text, which is the runs' texts joined.

    runs --exporter.typeset.lines.break_lines(runs, measure)--> tuple[Line, ...]

Characters with a meaning of their own in a run: ``\\t`` on to the next tab stop, ``\\n`` a new
line, U+00A0 a space that doesn't break, U+2060 joins its neighbours, U+200B allows a break. None
but the no-break space is ever painted; all stay in the offsets.
"""

from __future__ import annotations

import msgspec

from exporter.document.model import Language
from exporter.styling.model import Align, TabStop
from exporter.typeset.face import Face
from exporter.typeset.faces import Chain


class Run(msgspec.Struct, frozen=True, gc=False):
    """A stretch of text in one dress.

    `chain` are the faces to take each character from. `letter_spacing` is added after each
    character, `font_stretch` is the glyphs' width in per cent, `rise` lifts the baseline. `tag` is
    the caller's own (an inline, a link's target, an index): it is handed through and never looked
    at. `letters` is the text translated by the chain's letters, if that is known already.
    """

    text: str
    chain: Chain
    font_size: float
    color: str = "#000000"
    letter_spacing: float = 0.0
    font_stretch: float = 100.0
    rise: float = 0.0
    language: Language | None = None
    tag: object = None
    letters: str = ""


class Measure(msgspec.Struct, frozen=True):
    """The room that lines are broken to.

    `indent` is of the first line (negative hangs it out to the left, x < 0 there). `text_spacing`
    is the gap between Han and Latin letters or digits in em; 0 sets none. `balance` makes lines of
    about one length, broken by sense (titles). `tab_stops` as in a style's rule; a tab beyond the
    last stop goes to the right edge, flush right.
    """

    width: float
    indent: float = 0.0
    align: Align = "justify"
    text_spacing: float = 0.25
    tab_stops: tuple[TabStop, ...] = ()
    balance: bool = False


class Fragment(msgspec.Struct, frozen=True, gc=False):
    """Characters of one run in one face on one line: what is painted with one font setting.

    `text` are the characters to paint, `text[i]` by `face.glyph(text[i])`, the first with its
    origin at `x`. `spacing` pt follow every character (PDF's ``Tc``; divide by the stretch where
    the painter scales); `kerns` are ``(index, pt)``: so much more room after that character
    (negative: less), in order. Neither makes a character: copied text has no spaces that the
    document hasn't. `width` is the whole advance. `start` is the offset of the first character in
    the paragraph's text.
    """

    run: Run
    face: Face
    text: str
    x: float
    width: float
    start: int
    spacing: float = 0.0
    kerns: tuple[tuple[int, float], ...] = ()


class Leader(msgspec.Struct, frozen=True, gc=False):
    """Room that a tab leaves for dots, from `x` for `width` pt (painted as an artifact)."""

    run: Run
    x: float
    width: float


class Line(msgspec.Struct, frozen=True, gc=False):
    """One line: its fragments from left to right.

    `x` is where its ink starts and `width` how far it goes, hanging and trimming included. Offsets
    ``[start, end)`` cover also what isn't painted (the newline, a joiner): lines join up to the
    text. `ascent` and `descent` are of the tallest em box on the line (0.88 and 0.12 em: the
    ideographic box), for setting the baseline. `last` is true at a paragraph's end and before a
    newline.
    """

    fragments: tuple[Fragment, ...]
    start: int
    end: int
    x: float
    width: float
    ascent: float
    descent: float
    last: bool = False
    leaders: tuple[Leader, ...] = ()
