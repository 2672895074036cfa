"""The logo on the first page: a figure with words for who can't see it, before all other content.

Painted without transparency, on white: PDF/A-2 has rules for it that a letterhead needs nothing of.
"""

from __future__ import annotations

from io import BytesIO
from typing import NamedTuple

import msgspec

from exporter.styling.model import Logo, Style
from exporter.typeset.pages_model import Pages, Part
from exporter.writers._pdf_canvas import PageCanvas
from exporter.writers._pdf_file import stream_bytes
from exporter.writers._pdf_structure import StructureTree
from exporter.writers._pdf_text import number


class PlacedLogo(NamedTuple):
    """The logo, its part of the structure, its place (left, top, right, bottom; pt)."""

    logo: Logo
    part: int
    box: tuple[float, float, float, float]


def with_logo(pages: Pages, style: Style) -> tuple[Pages, PlacedLogo | None]:
    """The pages with the style's logo in place of the first page's running head."""
    logo = style.logo
    if logo is None or not pages.pages:
        return pages, None
    left, top = style.page.margin_left, style.page.head_distance
    box = (left, top, left + logo.width, top + logo.height)
    figure = Part("figure", 0, text=logo.alternative, box=box)
    first = msgspec.structs.replace(pages.pages[0], head=())
    changed = msgspec.structs.replace(
        pages, pages=(first, *pages.pages[1:]), parts=(*pages.parts, figure)
    )
    return changed, PlacedLogo(logo, len(pages.parts), box)


def paint_logo(placed: PlacedLogo, canvas: PageCanvas, tree: StructureTree, height: float) -> None:
    """Paints the logo on the current page, which is `height` pt high."""
    from PIL import Image  # only styles with a picture pay for the import

    with Image.open(BytesIO(placed.logo.data), formats=("PNG", "JPEG")) as opened:
        picture = opened.convert("RGBA")
    ground = Image.new("RGBA", picture.size, "white")
    ground.alpha_composite(picture)
    wide, high = picture.size
    entries = (
        f"/Type/XObject/Subtype/Image/Width {wide}/Height {high}"
        "/ColorSpace/DeviceRGB/BitsPerComponent 8"
    )
    canvas.pictures["Logo"] = canvas.document.add_stream(
        stream_bytes(entries, ground.convert("RGB").tobytes())
    )
    left, _, _, bottom = placed.box
    place = (placed.logo.width, 0, 0, placed.logo.height, left, height - bottom)
    canvas.addLiteral(tree.mark(placed.part))
    canvas.addLiteral(f"q {' '.join(map(number, place))} cm /Logo Do Q EMC")
