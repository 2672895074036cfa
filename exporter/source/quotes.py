"""Quotation marks mended: a pair that opens as “ and closes as an ASCII quote, ASCII pairs in
Chinese, and a mark typed the wrong way round (“十四五“).

Only what has one reading is mended, and only within a line: a “ that never closes may be a
quotation that runs over several paragraphs, which is correct in print.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from exporter.source.draft import Change
from exporter.source.scripts import is_han

RULE = "punctuation.quote"
SHORT = (
    20  # a quoted term; longer stretches between two marks of one kind may be text between quotes
)
_QUOTE = re.compile(r"[“”\"\n]")

Mark = tuple[int, str]


def mend(text: str) -> Iterator[Change]:
    """A change for each quotation mark of `text` that can only have been meant as another."""
    line = 0
    found = []
    for match in _QUOTE.finditer(text):
        line += match[0] == "\n"
        found.append((line, match.start(), match[0]))
    for _, group in groupby(found, key=lambda entry: entry[0]):
        yield from _mend_line(text, [(at, char) for _, at, char in group if char != "\n"])


def _mend_line(text: str, marks: list[Mark]) -> Iterator[Change]:
    open_at: int | None = None
    for index, (at, char) in enumerate(marks):
        meant = _meant(text, marks, index, open_at)
        if meant != char:
            yield Change(at, at + 1, meant, RULE, _reason(char))
        open_at = at if meant == "“" else None if meant == "”" else open_at


def _reason(char: str) -> str:
    return "ASCII quote in Chinese text" if char == '"' else "quotation mark the wrong way round"


def _meant(text: str, marks: list[Mark], index: int, open_at: int | None) -> str:
    """What the mark at ``marks[index]`` was meant as, itself when in doubt."""
    at, char = marks[index]
    ahead = marks[index + 1] if index + 1 < len(marks) else None
    if char == '"':
        return _ascii_meant(text, at, ahead, open_at)
    if char == "“" and open_at is not None and at - open_at <= SHORT:
        return "”" if ahead is None or ahead[1] == "“" else char
    if char == "”" and open_at is None and ahead is not None and ahead[0] - at <= SHORT:
        return "“" if ahead[1] == "”" else char
    return char


def _ascii_meant(text: str, at: int, ahead: Mark | None, open_at: int | None) -> str:
    if open_at is not None:
        return "”" if any(map(is_han, text[max(open_at, at - 80) : at])) else '"'
    if ahead is None or ahead[1] == "“":
        return '"'
    return "“" if any(map(is_han, text[at : min(ahead[0], at + 80)])) else '"'
