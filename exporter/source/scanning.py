"""Looking through a text with an expression that only a line's start can satisfy.

The matcher of the standard library tries an expression that begins with ``^`` at every character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator


def at_lines(pattern: re.Pattern[str], text: str, low: int = 0) -> Iterator[re.Match[str]]:
    """What the pattern, which begins with ``^`` and matches within a line, finds from `low` on."""
    at = low - 1
    if low and text[at : at + 1] != "\n":
        at = text.find("\n", low)
        if at < 0:
            return
    while True:
        if found := pattern.match(text, at + 1):
            yield found
        at = text.find("\n", at + 1)
        if at < 0:
            return
