"""Painting a page: placed things become operators on the canvas, each inside its marked content."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from exporter.typeset.model import Fragment, Leader
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
from exporter.writers._pdf_image import PlacedLogo, paint_logo
from exporter.writers._pdf_links import Links
from exporter.writers._pdf_show import TextPainter
from exporter.writers._pdf_structure import StructureTree
from exporter.writers._pdf_text import color, number

_BEHIND = "/Artifact BMC"
_LAYOUT = "/Artifact <</Type/Layout>> BDC"
_HEADER = "/Artifact <</Type/Pagination/Subtype/Header>> BDC"
_FOOTER = "/Artifact <</Type/Pagination/Subtype/Footer>> BDC"
_WATERMARK = "/Artifact <</Type/Pagination/Subtype/Watermark>> BDC"
_CIRCLE = 0.5522847  # how far the control points of a quarter circle stand, of its radius


class Painter:
    """Paints page after page of `pages`.

    Marked content is begun inside a text object where text comes first in it, else outside.
    """

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
        self.text = TextPainter()
        self._open: int | str | None = None
        self._inside = False
        self._mark: str | None = None
        self._out: Callable[[str], None] = canvas.addLiteral

    def paint(self, page: Page) -> None:
        """The whole page, from what is behind to its foot, and on to the next."""
        self._tree.start_page()
        self._links.start_page()
        self._out = self._canvas.content.append
        self.text.start_page(self._canvas.content)
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
        """Begins the content of `part`, unless it is still open; for what isn't text."""
        key: int | str = artifact if part == ARTIFACT else part
        if key != self._open or self._inside:
            self._close()
            self._begin(key)

    def _begin(self, key: int | str) -> None:
        self._open, self._inside = key, self.text.is_open
        self._out(key if isinstance(key, str) else self._tree.mark(key))

    def _close(self) -> None:
        """Ends the content that is open, and the text object round it."""
        if self._open is not None:
            self._out("EMC")
            self._open = None
        self.text.close()
        self._inside = False

    def _line(self, item: TextLine, artifact: str) -> None:
        """The line's fragments, each stretch of one part in that part's content."""
        part, left, base = item.part, item.x, self._pages.height - item.y
        parts = self._pages.parts
        links: dict[int, list[Fragment]] = {}
        for fragment in item.line.fragments:
            inside, tag = part, fragment.run.tag
            if isinstance(tag, RunTag) and tag.part is not None and part != ARTIFACT:
                inside = tag.part
            key: int | str = artifact if inside == ARTIFACT else inside
            if key != self._open:
                self._begin_text(key)
            self._show(fragment, left, base)
            if inside != ARTIFACT and parts[inside].kind == "link":
                links.setdefault(inside, []).append(fragment)
        for link, fragments in links.items():
            self._link(link, fragments, item)
        for leader in item.line.leaders:
            self._enter(ARTIFACT, artifact if part == ARTIFACT else _LAYOUT)
            self._leader(leader, left, base)

    def _begin_text(self, key: int | str) -> None:
        """Begins content inside the open text object, or in a new one."""
        if self._inside:
            self._out("EMC")
        else:
            self._close()
        if not self.text.is_open:
            self.text.open()
        self._begin(key)

    def _show(self, fragment: Fragment, left: float, base: float) -> None:
        """Shows text in the open content, in a text object of its own where that began outside."""
        if self._inside:
            self.text.show(fragment, left, base)
        else:
            self.text.open()
            self.text.show(fragment, left, base)
            self.text.close()

    def _link(self, part: int, fragments: list[Fragment], item: TextLine) -> None:
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
