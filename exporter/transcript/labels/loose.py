"""Labels before a colon whose speech before them ends without a stop
(``…2022年5月30日市政府新闻办…张正洪：``), and how far from a colon a label begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.transcript.labels.label import Label, label_key
from exporter.transcript.labels.reading import read_label
from exporter.transcript.people.roster import Roster

COLON = re.compile("：")
STOPS = "。！？…\n\t"
"""What ends a sentence before a label."""
REACH = 72
"""Characters before a colon in which its label begins."""
CLEAR = ("person", "host", "reporter")
# What speech may end in without a full stop, right before a glued label.
LOOSE_END = re.compile(r".{0,72}(?:\d{1,2}日|谢谢大家|谢谢各位|谢谢|完毕)(?=.)", re.DOTALL)


def is_ratio(view: str, at: int) -> bool:
    """Whether digits stand on both sides of a colon: a time, a score, a ratio."""
    return view[at - 1 : at].isdigit() and view[at + 1 : at + 2].isdigit()


def glued_labels(view: str, found: list[Label], roster: Roster) -> Iterator[Label]:
    """Labels whose speech before them ends without a stop
    (``…2022年5月30日市政府新闻办…张正洪：``).
    """
    taken = {label.end for label in found}
    names = roster.pattern()
    known = {label_key(view[label.start : label.end]) for label in found}
    for colon in COLON.finditer(view):
        at = colon.start()
        if at + 1 in taken or is_ratio(view, at):
            continue
        low = max(0, at - REACH)
        begin = max(view.rfind(stop, low, at) for stop in STOPS + "，；：") + 1
        label = _unglue(view, max(begin, low), at, known)
        if label and (names is None or label.reading.kind == "reporter" or label.reading.name):
            yield label


def _unglue(view: str, begin: int, colon: int, known: set[str]) -> Label | None:
    """The label at the end of loose words: after a date or thanks, or one known from elsewhere."""
    loose = LOOSE_END.match(view, begin, colon)
    if loose:
        reading = read_label(view[loose.end() : colon].strip())
        if reading and reading.kind in CLEAR:
            return Label(loose.end(), colon + 1, reading, 3)
    key = label_key(view[begin:colon])
    tail = next((key[cut:] for cut in range(len(key)) if key[cut:] in known), "")
    start = _start_of(view, begin, colon, len(tail)) if tail else colon
    reading = read_label(view[start:colon].strip()) if tail else None
    if reading and reading.kind in CLEAR:
        return Label(start, colon + 1, reading, 3)
    return None


def _start_of(view: str, begin: int, colon: int, length: int) -> int:
    """Where the last `length` characters before `colon` start that a label's key counts."""
    at = colon
    while length and at > begin:
        at -= 1
        length -= bool(label_key(view[at]))
    return at
