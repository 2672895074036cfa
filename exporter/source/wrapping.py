"""Lines of English plain text that were broken at a width, put together again.

Mail and text archives break a paragraph wherever the next word would pass the width. So a break is
one of these when the first word of the next line did not fit behind it, and the page as a whole
shows a width: most lines that end in no stop are as long as they can be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from exporter.source.draft import Change
from exporter.source.records import lines
from exporter.source.scripts import language_of

_NARROW, _WIDE = 50, 130  # characters of such a width
_WORD = 24  # characters of a word that did not fit, at most
_FEWEST = 6  # lines that show it
_MOST = 0.85  # of the lines without a stop that are full, at least
_STOPS = (".", "!", "?", ":", '"', "”", ")")
# What begins a line of its own: MS. REYES: · Q    Thanks · - an item · 2. an item
_BEGINS = re.compile(
    r"(?:Q|A)(?:\s{2,}|:)|[A-Z][\w.'’ \-]{1,40}:\s|[-*•·]\s|\d{1,2}[.)]\s|\s{3,}|END\b"
)
Line = tuple[int, int]
# Above the line end a number, below what it is counted in: $745 / billion, 3.2 / per cent
_COUNTED_IN = re.compile(
    r"\n[ \t]*(?P<unit>hundred|thousand|million|billion|trillion|per ?cent|percentage points?"
    r"|basis points?)\b"
)
_PARTED = "a number and what it is counted in, parted by the end of a line"


def wrapped(text: str) -> Iterator[Change]:
    """A blank for each line end that only the width has put there, or that parts a number from
    its word of size on a page of any width."""
    if language_of(text) != "en":
        return
    rows = list(lines(text))
    width = _width(text, rows)
    if width is None:
        yield from _numbers(text)
        return
    for (start, end), (low, high) in pairwise(rows):
        if start < end and low < high and _full(text, (start, end), (low, high), width):
            gap = len(text[start:end]) - len(text[start:end].rstrip())
            yield Change(end - gap, low, " ", "line.wrapped", "a line broken at the page's width")


def _numbers(text: str) -> Iterator[Change]:
    """A blank for each line end between a number and its word of size; not below a number alone."""
    for match in _COUNTED_IN.finditer(text):
        first = text.rfind("\n", 0, match.start()) + 1
        said = text[first : match.start()].rstrip()
        if said[-1:].isdigit() and " " in said.strip():
            yield Change(first + len(said), match.start("unit"), " ", "line.wrapped", _PARTED)


def _width(text: str, rows: list[Line]) -> int | None:
    """The width at which the page's lines were broken; ``None`` if they weren't."""
    run_on = [
        (row, below)
        for row, below in pairwise(rows)
        if _NARROW <= row[1] - row[0] <= _WIDE
        and below[0] < below[1]
        and not text[row[0] : row[1]].rstrip().endswith(_STOPS)
    ]
    if len(run_on) < _FEWEST:
        return None
    sizes = sorted(len(text[start:end].rstrip()) for (start, end), _ in run_on)
    width = sizes[9 * len(sizes) // 10]  # a line or two may be longer: an address
    full = sum(_full(text, row, below, width) for row, below in run_on)
    return width if full >= _MOST * len(run_on) else None


def _full(text: str, row: Line, below: Line, width: int) -> bool:
    """Whether the first word below did not fit into the row."""
    if row[1] - row[0] > 2 * _WIDE or _BEGINS.match(text, *below):
        return False
    words = text[below[0] : below[1]].split(maxsplit=1)
    word = words[0] if words else ""
    if len(word) > _WORD or not any(map(str.isalnum, word)):
        return False
    return len(text[row[0] : row[1]].rstrip()) + 1 + len(word) > width
