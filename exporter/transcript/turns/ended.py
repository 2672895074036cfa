"""Marks of the end (完, ENDS, ###) that cleaning has taken out of the text: where they stood the
ledger tells, and what stands behind them is the page's own.
"""

from __future__ import annotations

import re

from exporter.source.model import CleanText

_MARK = re.compile(
    r"[（(\[【*~—–\- ]{0,4}(?:(?:实录|實錄|本文)?全?文?[完結结]束?|###|# # #|-30-"
    r"|(?i:(?:the )?ends?(?: of (?:the )?(?:transcript|interview|briefing|press conference))?"
    r"|transcript (?:ends|concludes)))[）)\]】*~—–\- .]{0,4}"
)
_LONGEST = 40  # characters of such a mark


def ends_taken_out(clean: CleanText) -> tuple[int, ...]:
    """The offsets in the clean text at which a mark of the end stood in a line of its own."""
    found = []
    shift = -clean.start
    for edit in clean.ledger:
        shift += len(edit.after) - len(edit.before)
        words = edit.before.strip() if edit.rule.startswith("furniture.") else ""
        if 0 < len(words) <= _LONGEST and _MARK.fullmatch(words):
            found.append(edit.end + shift)
    return tuple(found)
