"""Time stamps of live text: ``[10:05]``, ``2024-01-17 10:00:31``, ``[07-18 16:41]``, before a label
or after a speech.

They are printed, not spoken: one in the line before a label belongs to that label, one after a
speech to the label of that speech.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

# 2024-01-17 · 07-18 · 7月18日
DAY = r"(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?"
# 10:05 · 10:05:22 · 上午10:05
_TIME = r"(?:(?:凌晨|早上|上午|中午|下午|傍晚|晚上) ?)?\d{1,2}[：:]\d{2}(?:[：:]\d{2})?"
# 10:05 · 2024-04-12 10:05
STAMP = rf"(?:{DAY} {{0,4}})?{_TIME}"
CLOCK = rf"[\[【（(]? ?{STAMP} ?[\]】）)]?"
# At the end of a line: a clock alone in it, one in brackets or one with a day after the speech.
_CLOSING = re.compile(
    rf"(?:(?:^|\n)[ \t]*{CLOCK}|(?<=[^\t])\t ?{CLOCK}|[\[【] ?(?:{DAY} *)?{_TIME} ?[\]】]"
    rf"|(?:(?<=[。！？”）…])|[（(])[ \t]*{DAY} +{_TIME}[）)]?|(?<=[。！？”…])[（(]{_TIME}[）)]"
    # …提问就到这里。12:00:30
    r"|(?<=[。！？”…])\d{1,2}[：:]\d{2}[：:]\d{2})\s*$"
)
_LINE_BEFORE = re.compile(rf"(?:^|(?<=\n))[ \t]*{CLOCK}\s*$")
_TIMED = re.compile(r"\d[：:]\d{2}")
_REACH = 40


def clock_before(view: str, start: int) -> int:
    """Where the time stamp begins that has the line before `start` to itself; else `start`."""
    low = max(0, start - _REACH)
    found = _LINE_BEFORE.search(view[low:start])
    return low + found.start() if found else start


def closing_clock(view: str, start: int, end: int) -> int:
    """Where a time stamp begins that ends the stretch; `end` when there is none."""
    low = max(start, end - _REACH)
    tail = view[low:end]
    found = _CLOSING.search(tail) if _TIMED.search(tail) else None
    return low + found.start() if found else end


# 2025-07-17 15:00:34 · 00:03:12 · (01:37): a day and a time, or a time to the second or in
# brackets, in a line of its own; [09:37] before a post that goes on with the one above
_STAMP_LINE = re.compile(
    rf"^[ \t]*(?:[\[【（(]?(?:{DAY} +{_TIME}|\d{{1,2}}[：:]\d{{2}}[：:]\d{{2}})[\]】）)]?"
    r"|[\[【（(]\d{1,2}[：:]\d{2}[\]】）)])[ \t]*$"
    r"|^[ \t]*[\[【]\d{1,2}[：:]\d{2}(?:[：:]\d{2})?[\]】](?=[^\s：:])",
    re.MULTILINE,
)


def stamp_lines(view: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The lines of a stretch that are nothing but a day and a time, or a time to the second, as
    those between the posts of a live text; and the time in brackets that a line begins with."""
    return tuple(found.span() for found in _STAMP_LINE.finditer(view, start, end))


_DIGITS = re.compile(r"\d+")
_STAMPED = 4  # stamps that tell the order of a page


def newest_first(view: str, stretches: Iterable[tuple[int, int, int]]) -> bool:
    """Whether the time stamps of the turns run backwards, as on a board with the newest post on
    top. A stretch is a turn: the start of its label, of its speech, its end."""
    times = [time for stretch in stretches if (time := _time_of(view, *stretch))]
    pairs = [(one, two) for one, two in pairwise(times) if len(one) == len(two)]
    back = sum(one > two for one, two in pairs)
    return back >= _STAMPED - 1 and all(one >= two for one, two in pairs)


def _time_of(view: str, label: int, start: int, end: int) -> tuple[int, ...]:
    """The numbers of the time stamp in the label or at the end of a speech; empty if none is."""
    timed = _TIMED.search(view, label, start)
    stamp = view[label:start] if timed else view[closing_clock(view, start, end) : end]
    return tuple(map(int, _DIGITS.findall(stamp)))
