"""Words as shapes: painted like text, but neither copied nor searched (the watermark).

fontTools reads the outlines; it is loaded only where something is drawn.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

from exporter.typeset.face import Face
from exporter.typeset.model import Line
from exporter.writers._pdf_text import color, number


class _PathPen(BasePen):  # type: ignore[misc]  # fontTools is not typed
    """Writes outlines as path operators, scaled, from `x` on."""

    def __init__(self, glyphs: Any, scale: float, x: float) -> None:
        super().__init__(glyphs)
        self._scale, self._x = scale, x
        self.operators: list[str] = []

    def _add(self, operator: str, *points: tuple[float, float]) -> None:
        places = (
            f"{number(self._x + x * self._scale)} {number(y * self._scale)}" for x, y in points
        )
        self.operators.append(" ".join([*places, operator]))

    def _moveTo(self, pt: tuple[float, float]) -> None:
        self._add("m", pt)

    def _lineTo(self, pt: tuple[float, float]) -> None:
        self._add("l", pt)

    def _curveToOne(
        self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]
    ) -> None:
        self._add("c", pt1, pt2, pt3)

    def _closePath(self) -> None:
        self.operators.append("h")


@cache
def _source(face: Face) -> tuple[TTFont, Any]:
    font = TTFont(face.path, fontNumber=face.number, lazy=True)
    return font, font.getGlyphSet()


def drawn(line: Line) -> str:
    """The operators that fill the line's shapes, its baseline starting at the origin."""
    operators: list[str] = []
    for fragment in line.fragments:
        font, glyphs = _source(fragment.face)
        size = fragment.run.font_size
        x = fragment.x
        operators.append(f"{color(fragment.run.color)} rg")
        for character in fragment.text:
            pen = _PathPen(glyphs, size / fragment.face.units_per_em, x)
            glyphs[font.getGlyphName(fragment.face.glyph(character))].draw(pen)
            operators += pen.operators
            x += fragment.face.advances[character] * size + fragment.spacing
        operators.append("f")
    return "\n".join(operators)
