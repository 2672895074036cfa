"""Questions without a label that the page prints bold, each a paragraph of its own, the answers
below in plain type, as central banks print their press conferences and papers their interviews.

Such a turn has no words for a label: its label is empty and stands where the paragraph begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from exporter.source.model import Mark
from exporter.transcript.labels.label import Label
from exporter.transcript.labels.reading import Reading

_FEWEST = 2  # bold questions beside labels of those who answer
_ALONE = 3  # where no label stands on the page, and its head says that somebody is asked
_TALK = re.compile(
    r"\b(?:Q ?(?:&|and) ?A|interview(?:ed)?|press (?:conference|briefing)|transcript"
    r"|questions? and answers?|answers? (?:\w+ )?questions?)\b",
    re.IGNORECASE,
)
_HEAD = 1500  # characters
_ASKING = ("question", "reporter", "outlet")
_SHORTEST = 8  # characters of a question


def bold_questions(
    view: str, marks: Iterable[Mark], labels: Sequence[Label], title: str
) -> list[Label]:
    """The empty labels of bold questions, and of the answers below them where the page has no
    label at all; none where the page labels those who ask, or what is bold asks nothing."""
    if any(label.reading.kind in _ASKING for label in labels):
        return []
    if not labels and not _TALK.search(f"{title}\n{view[:_HEAD]}"):
        return []
    bold = list(_paragraphs(view, marks))
    starts = {label.start for label in labels}
    asked = [run for run in bold if "?" in view[slice(*run)] and run[0] not in starts]
    if labels:  # a heading within a speech asks, too, and no label stands below it
        asked = [run for run in asked if _stands_over(view, run[1], starts)]
    if len(asked) < (_FEWEST if labels else _ALONE) or 3 * len(asked) < 2 * len(bold):
        return []
    found = [Label(start, start, Reading("question")) for start, _ in asked]
    if not labels:
        found += [Label(end + 1, end + 1, Reading("answer")) for _, end in asked]
    return sorted(found)


def _stands_over(view: str, end: int, starts: set[int]) -> bool:
    """Whether nothing but blanks stands between `end` and the next label."""
    below = min((start for start in starts if start >= end), default=-1)
    return below >= 0 and not view[end:below].strip()


def _paragraphs(view: str, marks: Iterable[Mark]) -> Iterator[tuple[int, int]]:
    """The runs of lines that are bold as a whole, a run as one; long enough to ask something."""
    start = last = -1
    for low, high in _lines(view, marks):
        if start >= 0 and low == last + 1:
            last = high
            continue
        if last - start >= _SHORTEST:
            yield start, last
        start, last = low, high
    if last - start >= _SHORTEST:
        yield start, last


def _lines(view: str, marks: Iterable[Mark]) -> Iterator[tuple[int, int]]:
    """The lines that bold stretches cover from end to end, one or several side by side."""
    start = last = -1
    for mark in marks:
        if mark.kind != "strong" or mark.end <= last:
            continue
        beside = start >= 0 and mark.start <= last + 1 and "\n" not in view[last : mark.start]
        opens = mark.start == 0 or view[mark.start - 1] == "\n"
        start = start if beside else mark.start if opens else -1
        last = mark.end
        if start >= 0 and view[last : last + 1] == "\n":
            yield start, last
            start = -1
