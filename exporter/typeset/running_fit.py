"""Running lines that are too wide: the longest part is cut short until the three stand apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

Parts = tuple[str, str, str]
"""What stands at the left, in the middle and at the right."""

ELLIPSIS: Final = "…"


def fitted(
    parts: Parts,
    width: Callable[[str], float],
    room: float,
    gap: float,
    fixed: Callable[[str], bool] = lambda _: False,
) -> Parts:
    """The parts with at least `gap` pt between them in `room` pt; `width` measures words.

    A part that is `fixed` (a page's number) is never cut, nor is a part cut to nothing.
    """
    own = list(parts)
    widths = [width(words) for words in own]
    kept = [fixed(words) for words in own]
    while not _apart(widths, room, gap):
        longest = max(
            (at for at in range(3) if not kept[at] and len(own[at]) > 2),
            key=widths.__getitem__,
            default=None,
        )
        if longest is None:
            break
        own[longest] = own[longest].removesuffix(ELLIPSIS)[:-1].rstrip() + ELLIPSIS
        widths[longest] = width(own[longest])
    return own[0], own[1], own[2]


def _apart(widths: list[float], room: float, gap: float) -> bool:
    """Whether words of these widths leave each other room; the middle one is centred."""
    left, middle, right = widths
    if middle:
        side = (room - middle) / 2
        return middle <= room and all(not w or w + gap <= side for w in (left, right))
    return left + right + (gap if left and right else 0.0) <= room
