"""One label of the page, found and read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from exporter.transcript.labels.reading import Reading
from exporter.transcript.marks import SIGNS

_FILL = re.compile(rf"[ \t：{SIGNS}【】\[\]]")


class Label(NamedTuple):
    """A label ``[start, end)`` of the clean text, colon and marks included; the speech follows it.

    `weight` is how much speaks for it: three and more is a label. `doubt` says why its end or its
    being a label is not certain (a message's name), empty when it is.
    """

    start: int
    end: int
    reading: Reading
    weight: int = 3
    doubt: str = ""


def label_key(words: str) -> str:
    """`words` of a label as one compares them: without blanks, marks and colon."""
    return _FILL.sub("", words)


def before_in_line(view: str, label: Label) -> str:
    """What stands before `label` in its line, of the last few characters; empty if it opens it."""
    return view[max(0, label.start - _NEAR) : label.start].rpartition("\n")[2].strip()


_NEAR = 8  # characters before a label that show whether it opens its line


def apart(labels: Iterable[Label]) -> Iterator[Label]:
    """The labels in order, the stronger of two that overlap."""
    last: Label | None = None
    for label in sorted(labels, key=lambda item: (item.start, -item.weight, -item.end)):
        if last is None or label.start >= last.end:
            if last is not None:
                yield last
            last = label
        elif label.weight > last.weight:
            last = label
    if last is not None:
        yield last
