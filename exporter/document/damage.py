"""Words that stand for what the source has lost, told from words of the source."""

from __future__ import annotations

import re
from typing import Final

from exporter.document.model import Inline, Text

DAMAGE: Final = re.compile(r"（原文此处[^（）]{1,12}）")
"""What cleaning puts in the place of a hole: （原文此处被篡改）."""


def runs(words: str) -> tuple[Inline, ...]:
    """The words as inlines, damage with its role. Joined they are the words again."""
    found: list[Inline] = []
    at = 0
    for hole in DAMAGE.finditer(words):
        found += [Text(words[at : hole.start()])] if hole.start() > at else []
        found.append(Text(hole.group(), role="damage"))
        at = hole.end()
    if at < len(words) or not words:
        found.append(Text(words[at:]))
    return tuple(found)


def holes(words: str) -> int:
    """How many holes the words have."""
    return sum(1 for _ in DAMAGE.finditer(words))
