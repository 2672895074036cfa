"""English labels that the dress alone tells from speech: in brackets, bold, in a cell of their own,
before a time; without a colon.

One such stretch proves nothing. A dress is that of the labels where several lines wear it, most of
them read as labels, and somebody comes back.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from exporter.source.model import Mark
from exporter.source.scanning import at_lines
from exporter.transcript.labels.label import Label
from exporter.transcript.labels.reading import Reading

Reader = Callable[[str, str, bool], tuple[Reading | None, int]]
_LONGEST = 80
_WORDS = rf"[A-Z][^\n\t:\[\]]{{0,{_LONGEST}}}?"
_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?"
_DAY = r"\d{4}-\d{2}-\d{2} "
# [JO HALE] Thank you. · JO HALE 2024-05-10 10:02:11 · JO HALE – Thank you. · JO HALE - Thank you.
# · a cell JO HALE before that of the speech
_DRESSES = {
    "brackets": re.compile(rf"^[ \t]*(?P<at>[\[【])(?P<who>{_WORDS})[\]】][ \t]*", re.MULTILINE),
    # (Harbour News, Hale) When will it be signed? · (Minister) In the autumn.
    "round": re.compile(
        rf"^[ \t]*(?P<at>\()(?P<who>[A-Z][^\n\t:()\[\]]{{0,{_LONGEST}}})\)[ \t]+(?=\S)",
        re.MULTILINE,
    ),
    "time": re.compile(
        rf"^[ \t]*(?P<at>)(?P<who>{_WORDS}),?[ \t]{{1,4}}[\[(]?(?:{_DAY})?{_TIME}[\])]?[ \t]*$",
        re.MULTILINE,
    ),
    # [00:03:21] JO HALE, over the speech
    "clock": re.compile(
        rf"^[ \t]*(?P<at>)[\[(]?{_TIME}[\])]?[ \t]{{1,4}}(?P<who>{_WORDS})[ \t]*$", re.MULTILINE
    ),
    "dash": re.compile(
        rf"^[ \t]*(?P<at>)(?P<who>[A-Z][^\n\t:\[\]–—]{{0,{_LONGEST}}}?)(?: ?[–—]| -) +(?=\S)",
        re.MULTILINE,
    ),
    # a cell of the time before it, or none
    "cell": re.compile(
        rf"^[ ]*(?P<at>)(?:[\[(]?{_TIME}[\])]?[ ]?\t[ ]*)?(?P<who>{_WORDS})[ ]?\t\s*(?=\S)",
        re.MULTILINE,
    ),
}
_STAMPED = re.compile(rf"[ \t]{{0,4}}[\[(]?(?:{_DAY})?{_TIME}[\])]?[ \t]{{0,4}}(?=\n)")
# Jo Hale, Harbour News · Jo Hale (Harbour News) · Governor, Jo Hale
# · Jo Hale, Harbour News (online)
_PARTS = re.compile(
    r"(?P<who>[^,()]{1,60}?)"
    r"(?:, (?P<more>[^()]{2,80}?)(?: \([^()]{2,40}\))?| \((?P<aside>[^()]{2,80})\))?"
)
FEWEST = 3
"""Labels of one dress that prove it."""


class _Worn(NamedTuple):
    """What wears a dress: its place, its words, what they say as a label."""

    start: int
    end: int
    who: str
    reading: Reading | None


def dressed_labels(view: str, marks: Iterable[Mark], read: Reader) -> list[Label]:
    """The labels of the one dress that is proved; none where none is. `read` tells what a name and
    what stands behind it say."""
    marks = tuple(marks)
    for wearing in (
        _bold(view, marks, read),
        *_by_lines(view, read),
        _before_gaps(view, marks, read),
    ):
        if found := _proved(list(wearing)):
            return found
    return []


def listed_labels(view: str, marks: Iterable[Mark], read: Reader) -> list[Label]:
    """The labels of a page that is a list of terms, each who speaks and below it the speech; none
    of another."""
    worn = []
    for mark in marks:
        if mark.kind == "term" and (mark.start == 0 or view[mark.start - 1] == "\n"):
            end = view.find("\n", mark.start)
            who = view[mark.start : end].strip() if end >= 0 else ""
            if who and len(who) <= _LONGEST:
                worn.append(_Worn(mark.start, end, who, _reading(who, read)))
    return _proved(worn)


def _by_lines(view: str, read: Reader) -> Iterator[Iterator[_Worn]]:
    for dress in _DRESSES.values():
        yield (
            _Worn(found.start("at"), found.end(), found["who"], _reading(found["who"], read))
            for found in at_lines(dress, view)
        )


def _bold(view: str, marks: Iterable[Mark], read: Reader) -> Iterator[_Worn]:
    """What is bold at a line's start with speech behind it in the line, or set apart otherwise."""
    seen: set[int] = set()
    for mark in marks:
        opens = mark.start == 0 or view[mark.start - 1] == "\n"
        set_apart = mark.kind in ("strong", "opening") and mark.start not in seen
        if not (opens and set_apart) or mark.end - mark.start > _LONGEST:
            continue
        seen.add(mark.start)
        who = view[mark.start : mark.end].strip()
        if _STAMPED.match(view, mark.end):  # JO HALE 10:05, over the speech
            continue
        if who and "\n" not in who and view[mark.end : mark.end + 1] not in ("", "\n"):
            yield _Worn(mark.start, mark.end, who, _reading(who, read))


def _before_gaps(view: str, marks: Iterable[Mark], read: Reader) -> Iterator[_Worn]:
    """What opens a line before a blank that was wide in the source (``Jo Hale    Thank you.``)."""
    for mark in marks:
        if mark.kind == "gap":
            start = view.rfind("\n", max(0, mark.start - _LONGEST), mark.start) + 1
            who = view[start : mark.start].strip()
            if who[:1].isupper() and len(who) < _LONGEST:
                yield _Worn(start, mark.end, who, _reading(who, read))


def _reading(who: str, read: Reader) -> Reading | None:
    parts = _PARTS.fullmatch(who.strip(" .:–—-"))
    if parts is None:
        return None
    return read(parts["who"], parts["more"] or parts["aside"] or "", parts["aside"] is not None)[0]


def _proved(worn: list[_Worn]) -> list[Label]:
    """The labels among what wears one dress, if they prove each other."""
    named = [each for each in worn if each.reading is not None]
    often = Counter(each.who for each in named)
    enough = len(named) >= FEWEST and len(often) > 1 and 2 * len(named) > len(worn)
    if not enough or max(often.values()) < 2:
        return []
    return [
        Label(each.start, each.end, each.reading, 3) for each in named if each.reading is not None
    ]
