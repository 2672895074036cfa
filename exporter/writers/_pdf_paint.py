"""Painting a page: placed things become operators on the canvas, each inside its marked content."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import groupby
from typing import assert_never

from exporter.typeset.face import Face
from exporter.typeset.model import Fragment, Leader, Run
from exporter.typeset.pages_model import (
    ARTIFACT,
    Dot,
    Fill,
    Item,
    Mark,
    Page,
    Pages,
    Stroke,
    TextLine,
    Watermark,
)
from exporter.typeset.pages_runs import RunTag
from exporter.writers._pdf_canvas import PageCanvas
from exporter.writers._pdf_font import EmbeddedFace
from exporter.writers._pdf_image import PlacedLogo, paint_logo
from exporter.writers._pdf_links import Links
from exporter.writers._pdf_structure import StructureTree
from exporter.writers._pdf_subset import ROOM_STEPS
from exporter.writers._pdf_text import color, number

_BEHIND = "/Artifact BMC"
_LAYOUT = "/Artifact <</Type/Layout>> BDC"
_HEADER = "/Artifact <</Type/Pagination/Subtype/Header>> BDC"
_FOOTER = "/Artifact <</Type/Pagination/Subtype/Footer>> BDC"
_WATERMARK = "/Artifact <</Type/Pagination/Subtype/Watermark>> BDC"
_SEEN = 0.05  # em: readers of PDF take gaps of a tenth of an em for spaces
_CIRCLE = 0.5522847  # how far the control points of a quarter circle stand, of its radius


class _TextState:
    """What the text operators have set on the page so far.

    `encoded` is the face as it is embedded, `step` one step of room, pt: both go with `run`.
    """

    def __init__(self) -> None:
        self.run: Run | None = None
        self.color = "#000000"
        self.face: Face | None = None
        self.encoded: EmbeddedFace | None = None
        self.size = 0.0
        self.stretch = 100.0
        self.spacing = 0.0
        self.step = 1.0


class Painter:
    """Paints page after page of `pages`; faces are embedded as they are met."""

    def __init__(
        self,
        pages: Pages,
        canvas: PageCanvas,
        tree: StructureTree,
        links: Links,
        logo: PlacedLogo | None = None,
    ) -> None:
        self._pages = pages
        self._logo = logo
        self._canvas = canvas
        self._tree = tree
        self._links = links
        self.faces: dict[Face, EmbeddedFace] = {}
        self._open: int | str | None = None
        self._mark: str | None = None
        self._state = _TextState()
        self._out: Callable[[str], None] = canvas.addLiteral

    def paint(self, page: Page) -> None:
        """The whole page, from what is behind to its foot, and on to the next."""
        self._tree.start_page()
        self._links.start_page()
        self._state = _TextState()
        if self._pages.watermark:
            self._watermark(self._pages.watermark)
        if self._logo and page is self._pages.pages[0]:
            paint_logo(self._logo, self._canvas, self._tree, self._pages.height)
        self._artifacts(page.behind, _BEHIND)
        self._artifacts(page.head, _HEADER)
        for item in page.items:
            self._item(item, _LAYOUT)
        self._artifacts(page.foot, _FOOTER)
        self._close()
        self._canvas.showPage()

    def _artifacts(self, items: tuple[Item, ...], begin: str) -> None:
        for item in items:
            self._item(item, begin)

    def _item(self, item: Item, artifact: str) -> None:
        """Paints one thing; `artifact` is how content without a part is marked."""
        match item:
            case TextLine():
                self._line(item, artifact)
            case Stroke():
                self._enter(item.part, artifact)
                self._stroke(item)
            case Fill():
                self._enter(item.part, artifact)
                self._fill(item)
            case Dot():
                self._enter(item.part, artifact)
                self._dot(item)
            case Mark():
                self._links.mark(item.anchor, item.x, item.y)
            case _:
                assert_never(item)

    def _enter(self, part: int, artifact: str) -> None:
        """Begins the content of `part`, unless it is still open."""
        key: int | str = artifact if part == ARTIFACT else part
        if key != self._open:
            self._close()
            self._open = key
            self._out(key if isinstance(key, str) else self._tree.mark(key))

    def _close(self) -> None:
        if self._open is not None:
            self._out("EMC")
            self._open = None

    def _line(self, item: TextLine, artifact: str) -> None:
        """The line's fragments, each stretch of one part in a text object of its own."""
        place = self._pages.height - item.y
        fragments = item.line.fragments
        if len(fragments) == 1:
            self._stretch(self._part_of(fragments[0], item.part), fragments, item, artifact)
        else:
            for part, inside in groupby(fragments, partial(self._part_of, part=item.part)):
                self._stretch(part, tuple(inside), item, artifact)
        for leader in item.line.leaders:
            self._enter(ARTIFACT, artifact if item.part == ARTIFACT else _LAYOUT)
            self._leader(leader, item.x, place)

    def _stretch(
        self, part: int, fragments: tuple[Fragment, ...], item: TextLine, artifact: str
    ) -> None:
        """Fragments of one part, in a text object."""
        self._enter(part, artifact)
        self._text(fragments, item.x, self._pages.height - item.y)
        if part != ARTIFACT and self._pages.parts[part].kind == "link":
            self._link(part, fragments, item)

    def _part_of(self, fragment: Fragment, part: int) -> int:
        tag = fragment.run.tag
        if part == ARTIFACT or not isinstance(tag, RunTag) or tag.part is None:
            return part
        return tag.part

    def _text(self, fragments: tuple[Fragment, ...], left: float, place: float) -> None:
        out = ["BT"]
        state = self._state
        x = y = 0.0
        for fragment in fragments:
            run = fragment.run
            if run is not state.run or fragment.face is not state.face:
                self._dress(out, run, fragment.face)
            room = _room(fragment.spacing, state.step)
            spacing = round((fragment.spacing - room * state.step) * 100 / run.font_stretch, 3)
            if spacing != state.spacing:
                state.spacing = spacing
                out.append(f"{spacing:.3f} Tc")
            dx, dy = round(left + fragment.x - x, 2), round(place + run.rise - y, 2)
            out.append(f"{dx:.10g} {dy:.10g} Td")
            x, y = x + dx, y + dy
            out.append(self._show(fragment, room))
        out.append("ET")
        self._out(" ".join(out))

    def _dress(self, out: list[str], run: Run, face: Face) -> None:
        """The operators that bring the text state to what the run wants."""
        state = self._state
        if run.color != state.color:
            state.color = run.color
            out.append(f"{color(run.color)} rg")
        if face is not state.face or run.font_size != state.size:
            state.face, state.size = face, run.font_size
            state.encoded = self._embedded(face)
            out.append(f"/{state.encoded.name} {number(run.font_size)} Tf")
        if run.font_stretch != state.stretch:
            state.stretch = run.font_stretch
            out.append(f"{number(run.font_stretch)} Tz")
        state.run = run
        state.step = run.font_size * run.font_stretch / 100 / ROOM_STEPS

    def _show(self, fragment: Fragment, room: int) -> str:
        """The operator that shows the fragment's characters, each with `room`, and its kerns."""
        face = self._state.encoded
        assert face is not None
        kerns = fragment.kerns
        if not kerns:
            return f"<{face.encode(fragment.text, room)}> Tj"
        step = self._state.step
        scale = -1000 / (step * ROOM_STEPS)
        gaps = [(index, _room(fragment.spacing + kern, step)) for index, kern in kerns]
        pieces = face.encode_spaced(fragment.text, room, gaps)
        out = [pieces[0]]
        for (_, kern), (_, wide), piece in zip(kerns, gaps, pieces[1:], strict=True):
            move = round((kern - (wide - room) * step) * scale)
            out.append(f">{move}<{piece}" if move else piece)
        return f"[<{''.join(out)}>] TJ"

    def _embedded(self, face: Face) -> EmbeddedFace:
        known = self.faces.get(face)
        if known is None:
            known = self.faces[face] = EmbeddedFace(face, f"F{len(self.faces) + 1}")
        return known

    def _link(self, part: int, fragments: tuple[Fragment, ...], item: TextLine) -> None:
        first, last = fragments[0], fragments[-1]
        bottom = self._pages.height - item.y - item.line.descent
        box = (
            item.x + first.x,
            bottom,
            item.x + last.x + last.width,
            bottom + item.line.ascent + item.line.descent,
        )
        self._canvas.annotations.append(self._links.link(part, box))

    def _leader(self, leader: Leader, left: float, place: float) -> None:
        """Dots on a grid of the page, so that the dots of one line stand under those of another."""
        size = leader.run.font_size
        step = size / 2
        start = -(-(left + leader.x + step / 2) // step) * step
        end = left + leader.x + leader.width - step
        if end > start:
            self._out(
                f"q 1 J {number(size / 12)} w {color(leader.run.color)} RG [0 {number(step)}] 0 d "
                f"{number(start)} {number(place + size / 12)} m "
                f"{number(end)} {number(place + size / 12)} l S Q"
            )

    def _stroke(self, item: Stroke) -> None:
        height = self._pages.height
        points = [f"{number(x)} {number(height - y)}" for x, y in item.points]
        dash = f"[{number(item.dash[0])} {number(item.dash[1])}] 0 d " if item.dash else ""
        path = " ".join(f"{point} {'l' if i else 'm'}" for i, point in enumerate(points))
        self._out(f"q {number(item.width)} w {color(item.color)} RG {dash}{path} S Q")

    def _fill(self, item: Fill) -> None:
        corner = f"{number(item.x)} {number(self._pages.height - item.y - item.height)}"
        box = f"{corner} {number(item.width)} {number(item.height)} re"
        if item.frame:
            self._out(f"q {number(item.frame)} w {color(item.color)} RG {box} S Q")
        else:
            self._out(f"q {color(item.color)} rg {box} f Q")

    def _dot(self, item: Dot) -> None:
        x, y, r = item.x, self._pages.height - item.y, item.radius
        k = r * _CIRCLE
        path = [f"{number(x + r)} {number(y)} m"]
        for dx, dy in ((0, 1), (-1, 0), (0, -1), (1, 0)):
            # from the point a quarter turn back (dy, -dx) to the point (dx, dy)
            controls = (
                x + r * dy + k * dx,
                y - r * dx + k * dy,
                x + r * dx + k * dy,
                y + r * dy - k * dx,
                x + r * dx,
                y + r * dy,
            )
            path.append(" ".join(map(number, controls)) + " c")
        paint = f"1 g {color(item.color)} RG 1.2 w" if item.hollow else f"{color(item.color)} rg"
        self._out(f"q {paint} {' '.join(path)} {'b' if item.hollow else 'f'} Q")

    def _watermark(self, mark: Watermark) -> None:
        """The words behind the text, as shapes: no reader takes them for text of the page."""
        if self._mark is None:
            from exporter.writers._pdf_drawn_text import drawn  # loads fontTools

            self._mark = drawn(mark.line)
        canvas = self._canvas
        canvas.saveState()
        self._enter(ARTIFACT, _WATERMARK)
        canvas.translate(self._pages.width / 2, self._pages.height / 2)
        canvas.rotate(mark.angle)
        canvas.translate(-mark.line.width / 2, -mark.line.ascent / 3)
        self._out(self._mark)
        self._close()
        canvas.restoreState()


def _room(gap: float, step: float) -> int:
    """How many steps of a gap of so many pt go into the advance: none of a gap too small to see."""
    return round(gap / step) if gap > _SEEN * ROOM_STEPS * step else 0
