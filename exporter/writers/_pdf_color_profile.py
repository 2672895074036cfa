"""The sRGB output profile that PDF/A wants in the file, made from the published constants.

An ICC version 4.2 matrix profile of under 500 bytes (ICC.1:2004-10; the curve and primaries of
IEC 61966-2-1, adapted to D50). Made here so that its bytes never change and nobody's licence is
asked for.
"""

from __future__ import annotations

import struct
from functools import cache
from itertools import accumulate

DESCRIPTION = "sRGB IEC61966-2.1"
_D50 = (0.9642, 1.0, 0.8249)
_PRIMARIES = {
    b"rXYZ": (0.436066, 0.222488, 0.013916),
    b"gXYZ": (0.385147, 0.716873, 0.097076),
    b"bXYZ": (0.143066, 0.060608, 0.714096),
}
_ADAPTATION = (1.047882, 0.022918, -0.050217, 0.029587, 0.990479, -0.017059)
_ADAPTATION_LAST = (-0.009247, 0.015076, 0.751678)
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


def _fixed(*values: float) -> bytes:
    """The values as ICC's signed 16.16 numbers."""
    return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))


def _text(words: str) -> bytes:
    """A multiLocalizedUnicode element with one English record."""
    data = words.encode("utf-16-be")
    return b"mluc" + bytes(4) + struct.pack(">II4sII", 1, 12, b"enUS", len(data), 28) + data


def _elements() -> tuple[tuple[bytes, bytes], ...]:
    """The profile's tags and their data, each padded to four bytes."""
    curve = b"para" + bytes(4) + struct.pack(">HH", 3, 0) + _fixed(*_CURVE)
    plain = (
        (b"desc", _text(DESCRIPTION)),
        (b"cprt", _text("No copyright, use freely")),
        (b"wtpt", b"XYZ " + bytes(4) + _fixed(*_D50)),
        (b"chad", b"sf32" + bytes(4) + _fixed(*_ADAPTATION, *_ADAPTATION_LAST)),
        *((tag, b"XYZ " + bytes(4) + _fixed(*color)) for tag, color in _PRIMARIES.items()),
        *((tag, curve) for tag in (b"rTRC", b"gTRC", b"bTRC")),
    )
    return tuple((tag, data + bytes(-len(data) % 4)) for tag, data in plain)


@cache
def srgb_profile() -> bytes:
    """The profile's bytes, always the same."""
    elements = _elements()
    start = 128 + 4 + 12 * len(elements)
    offsets = accumulate((len(data) for _, data in elements), initial=start)
    table = struct.pack(">I", len(elements)) + b"".join(
        struct.pack(">4sII", tag, offset, len(data))
        for (tag, data), offset in zip(elements, offsets, strict=False)
    )
    body = table + b"".join(data for _, data in elements)
    header = struct.pack(
        ">I4xI4s4s4s6H4s",
        128 + len(body),
        0x04200000,
        b"mntr",
        b"RGB ",
        b"XYZ ",
        *(2004, 10, 1, 0, 0, 0),
        b"acsp",
    )
    return (header + bytes(28) + _fixed(*_D50)).ljust(128, b"\0") + body
