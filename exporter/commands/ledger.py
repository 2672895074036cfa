"""A record's clean text and its ledger side by side: what was kept on the left, what was removed or
changed on the right, in the row where it happened, with rule and reason.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from exporter.messages import Language, text
from exporter.source.model import CleanText, Edit

KEPT = 48
"""Columns of the terminal for the kept text; a Han character takes two."""
SHOWN = 48
"""Characters of an edit's text that are shown; the rest is an ellipsis."""


class Row(NamedTuple):
    """A line of kept text, from `start` to `end` of the clean text."""

    start: int
    end: int
    words: str


def side_by_side(record: CleanText, language: Language) -> Iterator[str]:
    """The lines to print, a heading first."""
    title = record.metadata.title or ""
    facts = {"record": record.id, "start": record.start, "end": record.end, "title": title}
    yield text("cli.record-heading", language, **facts)
    kept, removed, reason = (
        text(f"cli.clean-{n}", language) for n in ("kept", "removed", "reason")
    )
    yield f"{_padded(kept)} | {removed} ({reason})"
    edits = list(_placed(record))
    for row in _rows(record.text):
        here = []
        while edits and edits[0][0] < max(row.end, row.start + 1):
            here.append(edits.pop(0)[1])
        yield from _beside(row.words, here)
    if edits:
        yield from _beside("", [edit for _, edit in edits])
    yield ""


def _placed(record: CleanText) -> Iterator[tuple[int, Edit]]:
    """Each edit with the offset in the clean text where it took place."""
    at, source_at = 0, record.start
    for edit in record.ledger:
        at += edit.start - source_at
        yield at, edit
        at, source_at = at + len(edit.after), edit.end


def _rows(words: str) -> Iterator[Row]:
    """The text in lines of `KEPT` columns; a line of its own for each paragraph."""
    start = 0
    for paragraph in words.split("\n"):
        at, width = start, 0
        for offset, char in enumerate(paragraph, start):
            width += _width(char)
            if width > KEPT:
                yield Row(at, offset, words[at:offset])
                at, width = offset, _width(char)
        end = start + len(paragraph)
        yield Row(at, end + 1, words[at:end])
        start = end + 1


def _beside(words: str, edits: list[Edit]) -> Iterator[str]:
    """A row and the edits in it; edits that are alike stand together with their number."""
    left = words
    for (rule, reason, change), alike in groupby(edits, _kind):
        several = list(alike)
        place = f"[{several[0].start}, {several[-1].end})"
        times = f" × {len(several)}" if len(several) > 1 else ""
        yield f"{_padded(left)} | {change}{times}  {place} {rule}: {reason}"
        left = ""
    if left or not edits:
        yield f"{_padded(left)} |".rstrip()


def _kind(edit: Edit) -> tuple[str, str, str]:
    before, after = _short(edit.before), _short(edit.after)
    change = f"- {before}" if not edit.after else f"~ {before} -> {after}"
    return edit.rule, edit.reason, change


def _short(words: str) -> str:
    shown = words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
    return repr(shown)


def _padded(words: str) -> str:
    return words.replace("\t", " ") + " " * (KEPT - sum(map(_width, words)))


def _width(char: str) -> int:
    """Columns that a terminal gives the character (Unicode, annex 11)."""
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Cc"):
        return char == "\t"
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1
