"""A style's picture file → `Logo`: read as data, and refused before it could do harm.

PNG and JPEG alone, beside the style file; nothing is fetched. The size that a picture declares is
looked at before it is unpacked, so that a bomb of a few kilobytes stays one.
"""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from exporter.styling.model import Logo
from exporter.styling.read import Entry

if TYPE_CHECKING:
    from PIL import Image

BIGGEST_FILE: Final = 4_000_000  # bytes
MOST_PIXELS: Final = 16_000_000
_EXPECTED: Final = "PNG | JPEG, 4 MB, 16 Mpx"
_SUFFIXES: Final = (".png", ".jpg", ".jpeg")


def read_picture(entry: Entry, folder: Path, width: float, words: str) -> Logo:
    """The picture that the entry names, `width` pt wide. Raises `StyleError` with file and key."""
    name = str(entry.value)
    path = folder / name
    if not name.lower().endswith(_SUFFIXES) or "://" in name or not path.is_file():
        raise entry.error("styling.bad-value", found=name[:80], expected=_EXPECTED)
    if path.stat().st_size > BIGGEST_FILE:
        raise entry.error("styling.bad-value", found=f"{name[:80]} (> 4 MB)", expected=_EXPECTED)
    try:
        data = path.read_bytes()
        kind, wide, high = _opened(data)
    except (OSError, ValueError, SyntaxError, Warning) as fault:
        why = f"{name[:80]} ({_reason(fault)})"
        raise entry.error("styling.bad-value", found=why, expected=_EXPECTED) from fault
    return Logo(data, kind, width, width * high / wide, words)


def _reason(fault: Exception) -> str:
    return str(fault)[:80] or type(fault).__name__


def _picture(data: bytes) -> Image.Image:
    """The picture, not yet unpacked. Raises `ValueError` for other data, and for one that Pillow
    itself takes for a bomb.
    """
    from PIL import Image, UnidentifiedImageError  # only styles with a picture pay for the import

    try:
        return Image.open(BytesIO(data), formats=("PNG", "JPEG"))
    except UnidentifiedImageError as fault:
        raise ValueError("no PNG, no JPEG") from fault
    except Image.DecompressionBombError as fault:
        raise ValueError("> 16 Mpx") from fault


def _opened(data: bytes) -> tuple[str, int, int]:
    """Kind, width and height in pixels. Raises for what can't be unpacked whole."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with _picture(data) as picture:
            wide, high = picture.size
            if wide * high > MOST_PIXELS:
                raise ValueError(f"{wide} × {high} px")
            if picture.mode == "CMYK":
                raise ValueError("CMYK")
            picture.load()
            return str(picture.format).lower(), wide, high
