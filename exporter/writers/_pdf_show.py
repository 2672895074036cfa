"""Fragments of lines as text operators: the innermost loop of painting.

The text object stays open from line to line, and an operator is written only where the state of the
text changes. Places are whole hundredths of a point, so that no rounding adds up on the way.
"""

from __future__ import annotations

from exporter.typeset.face import Face
from exporter.typeset.model import Fragment, Run
from exporter.writers._pdf_font import EmbeddedFace
from exporter.writers._pdf_subset import ROOM_STEPS
from exporter.writers._pdf_text import color, number

_SEEN = 0.05  # em: readers of PDF take gaps of a tenth of an em for spaces


class TextPainter:
    """Writes text into the content of page after page; faces are embedded as they are met.

    `is_open` tells whether a text object is open.
    """

    def __init__(self) -> None:
        self.faces: dict[Face, EmbeddedFace] = {}
        self.is_open = False
        self._code: list[str] = []

    def start_page(self, code: list[str]) -> None:
        """From now on operators are added to `code`, where no text has been set yet."""
        self._code = code
        self.is_open = False
        self._run: Run | None = None
        self._face: Face | None = None
        self._encoded: EmbeddedFace | None = None
        self._color = "#000000"
        self._size = 0.0
        self._stretch = 100.0
        self._spacing = 0
        self._seen = self._step = 1.0

    def open(self) -> None:
        """Begins a text object."""
        self._code.append("BT")
        self.is_open = True
        self._x = self._y = 0

    def close(self) -> None:
        """Ends the text object, if one is open."""
        if self.is_open:
            self._code.append("ET")
            self.is_open = False

    def show(self, fragment: Fragment, left: float, base: float) -> None:
        """The operators for a fragment of a line that begins at `left`, on the baseline `base`."""
        run, code = fragment.run, self._code
        if run is not self._run or fragment.face is not self._face:
            self._dress(run, fragment.face)
        spacing = fragment.spacing
        room = round(spacing / self._step) if spacing > self._seen else 0
        own = round((spacing - room * self._step) * 100_000 / self._stretch)
        if own != self._spacing:
            self._spacing = own
            code.append(f"{own / 1000:g} Tc")
        x, y = round((left + fragment.x) * 100), round((base + run.rise) * 100)
        encoded = self._encoded
        assert encoded is not None
        if fragment.kerns:
            shown = self._kerned(fragment, room, encoded)
        else:
            shown = f"<{encoded.encode(fragment.text, room)}> Tj"
        code.append(f"{_HUNDREDTHS[x - self._x]} {_HUNDREDTHS[y - self._y]} Td {shown}")
        self._x, self._y = x, y

    def _dress(self, run: Run, face: Face) -> None:
        """The operators that bring the text state to what the run wants."""
        code = self._code
        if run.color != self._color:
            self._color = run.color
            code.append(f"{color(run.color)} rg")
        if face is not self._face or run.font_size != self._size:
            self._face, self._size = face, run.font_size
            self._encoded = self._embedded(face)
            code.append(f"/{self._encoded.name} {number(run.font_size)} Tf")
        if run.font_stretch != self._stretch:
            self._stretch = run.font_stretch
            code.append(f"{number(run.font_stretch)} Tz")
        self._run = run
        self._step = run.font_size * run.font_stretch / 100 / ROOM_STEPS
        self._seen = _SEEN * ROOM_STEPS * self._step

    def _kerned(self, fragment: Fragment, room: int, face: EmbeddedFace) -> str:
        """Shows the fragment's characters, each with `room`, and its kerns: as far as they can be
        seen they become room too.
        """
        step, seen, spacing = self._step, self._seen, fragment.spacing
        scale = -1000 / (step * ROOM_STEPS)
        gaps: list[tuple[int, int]] = []
        moves: list[int] = []
        for index, kern in fragment.kerns:
            gap = spacing + kern
            wide = round(gap / step) if gap > seen else 0
            gaps.append((index, wide))
            moves.append(round((kern - (wide - room) * step) * scale))
        first, *others = face.encode_spaced(fragment.text, room, gaps)
        if not any(moves):
            return f"<{first}{''.join(others)}> Tj"
        rest = "".join(
            [
                f">{move}<{piece}" if move else piece
                for move, piece in zip(moves, others, strict=True)
            ]
        )
        return f"[<{first}{rest}>] TJ"

    def _embedded(self, face: Face) -> EmbeddedFace:
        known = self.faces.get(face)
        if known is None:
            known = self.faces[face] = EmbeddedFace(face, f"F{len(self.faces) + 1}")
        return known


class _Hundredths(dict[int, str]):
    """Hundredths of a point → the number as a PDF writes it; the same few come again and again."""

    def __missing__(self, count: int) -> str:
        text = f"{count / 100:.10g}"
        if len(self) < 100_000:
            self[count] = text
        return text


_HUNDREDTHS = _Hundredths()
