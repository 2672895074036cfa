"""Signs that a page sets before a label: ▲ ● ◤ ※ ▎ 🎤 and whatever else looks like them.

Pages take any sign they like, so the set is by Unicode blocks and not a list: geometric shapes,
block elements and box drawing, miscellaneous symbols, dingbats but for their digits, symbols and
arrows B, emoji, and the private area in which icon faces have their pictures.
"""

from __future__ import annotations

import re

SIGNS = (
    "※\u2193-\u2193\u2500-\u2775\u2794-\u27bf\u2b12-\u2bff\ue000-\uf8ff\U0001f1e6-\U0001f1ff"
    "\U0001f300-\U0001faff\ufe0f"
)
"""The inside of a character class."""
MARK = f"[{SIGNS}]"
FILL = (
    frozenset(" ”’》）」』•")
    | {
        chr(code)
        for low, high in re.findall(r"(.)-(.)", SIGNS)
        for code in range(ord(low), ord(high) + 1)
    }
    | {"※"}
)
"""What may stand between the end of a sentence and the words of a label glued to it."""


def without_fill(words: str) -> str:
    """`words` without signs, blanks and closing marks around them."""
    start, end = 0, len(words)
    while start < end and words[start] in FILL:
        start += 1
    while end > start and words[end - 1] in FILL:
        end -= 1
    return words[start:end]
