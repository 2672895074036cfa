"""Time stamps of live text: ``[10:05]``, ``2024-01-17 10:00:31``, before a label or after a speech.

They are printed, not spoken: one in the line before a label belongs to that label, one after a
speech to the label of that speech.
"""

from __future__ import annotations

import re

CLOCK = (
    r"[\[【（(]? ?(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日? *)?"
    r"\d{1,2}[：:]\d{2}(?:[：:]\d{2})? ?[\]】）)]?"
)
# At the end of a line: a clock alone in it, or one in brackets after the speech.
_CLOSING = re.compile(
    rf"(?:(?:^|\n)[ \t]*{CLOCK}|[\[【][ ]?(?:\d{{4}}[-/.年]\d{{1,2}}[-/.月]\d{{1,2}}日? *)?"
    r"\d{1,2}[：:]\d{2}(?:[：:]\d{2})?[ ]?[\]】])\s*$"
)
_LINE_BEFORE = re.compile(rf"(?:^|(?<=\n))[ \t]*{CLOCK}\s*$")
_REACH = 40


def clock_before(view: str, start: int) -> int:
    """Where the time stamp begins that has the line before `start` to itself; else `start`."""
    low = max(0, start - _REACH)
    found = _LINE_BEFORE.search(view[low:start])
    return low + found.start() if found else start


def closing_clock(view: str, start: int, end: int) -> int:
    """Where a time stamp begins that ends the stretch; `end` when there is none."""
    low = max(start, end - _REACH)
    found = _CLOSING.search(view[low:end])
    return low + found.start() if found else end
