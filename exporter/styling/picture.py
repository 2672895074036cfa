"""A style's picture file → `Logo`: read as data, and refused before it could do harm.

PNG and JPEG alone, beside the style file; nothing is fetched. The size that a picture declares is
looked at before it is unpacked, so that a bomb of a few kilobytes stays one.
"""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import Path
from typing import Final

from exporter.styling.model import Logo
from exporter.styling.read import Entry

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
        why = f"{name[:80]} ({str(fault)[:80] or type(fault).__name__})"
        raise entry.error("styling.bad-value", found=why, expected=_EXPECTED) from fault
    return Logo(data, kind, width, width * high / wide, words)


def _opened(data: bytes) -> tuple[str, int, int]:
    """Kind, width and height in pixels. Raises for what can't be unpacked whole."""
    from PIL import Image  # only styles with a picture pay for the import

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
            wide, high = picture.size
            if wide * high > MOST_PIXELS:
                raise ValueError(f"{wide} × {high} px")
            if picture.mode == "CMYK":
                raise ValueError("CMYK")
            picture.load()
            return str(picture.format).lower(), wide, high
