"""The words of the source as inlines: what stands for something lost is told from the rest, and no
number in groups of three (120 300) is broken over two lines.
"""

from __future__ import annotations

import re
from typing import Final

from exporter.document.model import Inline, Text

DAMAGE: Final = re.compile(r"（原文此处[^（）]{1,12}）")
"""What cleaning puts in the place of a hole: （原文此处被篡改）."""
_GROUPED: Final = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
"""The space in 120 300, as Hong Kong prints its thousands (ISO 80000-1, 7.3.1)."""


def runs(words: str) -> tuple[Inline, ...]:
    """The words as inlines, damage with its role. Joined they are the words again, but for spaces
    in a number, where no line may end."""
    words = unbroken(words)
    found: list[Inline] = []
    at = 0
    for hole in DAMAGE.finditer(words):
        found += [Text(words[at : hole.start()])] if hole.start() > at else []
        found.append(Text(hole.group(), role="damage"))
        at = hole.end()
    if at < len(words) or not words:
        found.append(Text(words[at:]))
    return tuple(found)


def unbroken(words: str) -> str:
    """The words with spaces in a number at which no line ends."""
    return _GROUPED.sub("\u00a0", words)


def holes(words: str) -> int:
    """How many holes the words have."""
    return sum(1 for _ in DAMAGE.finditer(words))
