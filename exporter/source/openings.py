"""Words that an element of one kind sets apart before paragraph after paragraph, as pages do with
labels: ``<p><span class="nm">柯恺</span>　各位好。</p>``, ``<div class="who">柯恺</div>``.

No class is known beforehand. The kind of an element is its name, class, style and colour. It sets
openings apart if the page has it several times, nearly always before the rest of a line or alone in
it, and with no sentence in it.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterator

from bs4.element import Tag

from exporter.source.phrases import elements

_BLOCKS = elements()["blocks"] - {"dt", "h1", "h2", "h3", "h4", "h5", "h6"}
_SHOWN = ("class", "style", "color")
_SENTENCE = re.compile("[。！？!?；]|，[^，]{12}|,(?=[\u4e00-\u9fff])[^,]{12}")
_LETTER = re.compile(r"[^\W\d_]")
LONGEST = 90
"""Characters, in the source, of words that may be an opening."""
_FEWEST = 3  # openings that show what a kind is for
_MOST = 0.8  # share of a kind's pieces that are openings
_STOPS = "。！？…”?!."


def kind_of(parent: Tag | None) -> str:
    """The kind of the element that holds a text; empty for a block that says nothing of it."""
    if parent is None:
        return ""
    attrs = parent.attrs
    shown = " ".join(f"{attrs[name]}" for name in _SHOWN if name in attrs) if attrs else ""
    return f"{parent.name} {shown}" if shown or parent.name not in _BLOCKS else ""


class Openings:
    """Gathers the pieces of a page in order; `found` tells which are openings."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._all: dict[str, int] = defaultdict(int)  # pieces by the kind of their element
        self._opening: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._bare = True  # no letter in the line so far
        self._stopped = False  # the piece before ended a sentence

    def add(self, start: int, end: int, kind: str, *, begins: bool) -> None:
        """Notes a piece of text, and whether a line `begins` with it."""
        words = self._source[start:end]
        self._bare = self._bare or begins
        if kind:
            self._all[kind] += 1
            if (self._bare or self._stopped) and _may_open(words):
                self._opening[kind].append((start, end))
        self._stopped = words.rstrip()[-1:] in _STOPS
        self._bare = self._bare and _LETTER.search(words) is None

    def found(self) -> Iterator[tuple[int, int, int]]:
        """The openings, and a number for the kind of each, from 1 on in the order of the page."""
        for number, (kind, places) in enumerate(self._opening.items(), 1):
            if len(places) >= _FEWEST and len(places) >= _MOST * self._all[kind]:
                for start, end in places:
                    yield start, end, number


def _may_open(words: str) -> bool:
    """Whether a piece may be set apart as an opening: a few words with a letter and no sentence."""
    if len(words) > LONGEST:
        return False
    text = html.unescape(words) if "&" in words else words
    return _LETTER.search(text) is not None and _SENTENCE.search(text) is None
