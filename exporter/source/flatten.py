"""An HTML page made text: the changes of its source that leave what a reader sees of the article.

Paragraphs are parted by ``\\n``, cells of a table row by ``\\t``. Everything between two pieces of
text that stay is one edit, or one for each reason if furniture stood there.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import msgspec

from exporter.source.article import Gap, Run, runs
from exporter.source.dom import release, tree
from exporter.source.draft import Change
from exporter.source.fields import fields_of
from exporter.source.hints import Hints, hints_of
from exporter.source.markup import REFERENCE
from exporter.source.model import MarkKind
from exporter.source.openings import Openings
from exporter.source.scripts import is_han

BETWEEN = {Gap.NONE: "", Gap.BLANK: " ", Gap.LINE: "\n"}
# Lines of fields are kept from where they are often put; from a footer they'd speak of the site.
_FIELDS_KEPT = ("outside the article", "page head", "page tools", "share buttons")
_BELOW = 3  # lines below the title in which a date alone is the record's
_INNER = re.compile(r"[ \t\r\n\f][ \t\r\n\f]*")
_CLOSE_UP = frozenset("，。、：；？！（）《》“”‘’—…【】")


class Flat(msgspec.Struct, frozen=True):
    """The changes that make the page text, the stretches of the source that it sets apart (kind,
    start, end, and for openings the number of their element), and what its head says of it."""

    changes: tuple[Change, ...] = ()
    marks: tuple[tuple[MarkKind, int, int, int], ...] = ()
    hints: Hints = Hints()
    depth: int = 0


def flatten(source: str) -> Flat:
    """The page as text. Never raises."""
    found, hints, depth = _runs(source)
    kept = [run for run in found if not run.dropped]
    changes, marks = tuple(_changes(source, found)), tuple(_marks(source, kept))
    return Flat(changes, marks, hints, depth)


def _runs(source: str) -> tuple[tuple[Run, ...], Hints, int]:
    """The runs of the page, what its head says, and its depth. The tree, most of the memory that a
    page takes, is gone when this returns."""
    root, depth = tree(source)
    found = tuple(_with_fields(source, runs(root)))
    hints = hints_of(root, source, found)
    release(root)
    return found, hints, depth


def _with_fields(source: str, found: tuple[Run, ...]) -> Iterator[Run]:
    """The runs, those in dropped lines that are fields of the record kept after all, or its date
    right below the title."""
    below = 0
    for line in _lines(found):
        below = _BELOW if line[0].heading == "h1" and not line[0].dropped else below - 1
        if all(run.dropped in _FIELDS_KEPT for run in line) and _is_fields(source, line, below > 0):
            line = [msgspec.structs.replace(run, dropped="") for run in line]
        yield from line


def _lines(found: tuple[Run, ...]) -> Iterator[list[Run]]:
    line: list[Run] = []
    for run in found:
        if run.gap is Gap.LINE and line:
            yield line
            line = []
        line.append(run)
    if line:
        yield line


def _is_fields(source: str, line: list[Run], below: bool) -> bool:
    text = "".join(_between(run.gap, run.tabs) + source[run.start : run.end] for run in line)
    text = re.sub(r"[^\S\t]+", " ", html.unescape(text)).strip()
    fields = fields_of(text, 0, len(text))
    dated = below and [field.kind for field in fields] == ["published"]
    return dated or any(f.label and f.kind not in ("editor", "other") for f in fields)


def _between(gap: Gap, tabs: int) -> str:
    return "\t" * tabs if gap is Gap.CELL else BETWEEN[gap]


def _marks(source: str, kept: list[Run]) -> Iterator[tuple[MarkKind, int, int, int]]:
    openings = Openings(source)
    for run in kept:
        start, end = _trimmed(source, run)
        if run.heading:
            yield "heading", start, end, 0
        if run.strong:
            yield "strong", start, end, 0
        if run.cell:
            yield "cell", start, end, 0
        if run.term:
            yield "term", start, end, 0
        if run.centred:
            yield "caption", start, end, 0
        openings.add(start, end, run.kind, begins=run.gap is Gap.LINE)
    for start, end, number in openings.found():
        yield "opening", start, end, number


def _changes(source: str, found: tuple[Run, ...]) -> Iterator[Change]:
    at, gap, tabs, any_kept = 0, Gap.NONE, 0, False
    between: list[Run] = []
    for run in found:
        gap = max(gap, run.gap)
        tabs = run.tabs if run.gap is Gap.LINE else tabs + run.tabs
        if run.dropped:
            between.append(run)
            continue
        start, end = _trimmed(source, run)
        lead = Gap.BLANK if start > run.start else Gap.NONE
        after = _between(max(gap, lead), tabs) if any_kept else ""
        yield from _gap(source, at, start, after, between)
        yield from _inside(source, start, end, pre=run.pre)
        at, gap, tabs, any_kept = end, Gap.BLANK if end < run.end else Gap.NONE, 0, True
        between = []
    yield from _gap(source, at, len(source), "", between)


def _trimmed(source: str, run: Run) -> tuple[int, int]:
    text = source[run.start : run.end]
    blank = " \t\r\n\f"
    left = len(text) - len(text.lstrip(blank))
    return run.start + left, run.start + max(left, len(text.rstrip(blank)))


def _gap(source: str, start: int, end: int, after: str, between: list[Run]) -> Iterator[Change]:
    """The edits for ``source[start:end]``, where nothing stays; the first of them puts `after`."""
    reason, at = "", start
    for run in between:
        if run.dropped != reason:
            if reason or after:
                yield _removal(at, run.start, after, reason)
                at, after = run.start, ""
            reason = run.dropped
    if at < end or after:
        yield _removal(at, end, after, reason)


def _removal(start: int, end: int, after: str, reason: str) -> Change:
    rule = f"furniture.{reason.replace(' ', '-')}" if reason else "markup.tag"
    return Change(start, end, after, rule, reason or "markup")


def _inside(source: str, start: int, end: int, *, pre: bool) -> Iterator[Change]:
    """The edits within a piece of text that stays: character references and source line ends."""
    text = source[start:end]
    found: list[Change] = []
    if "&" in text:
        for match in REFERENCE.finditer(text):
            low, high = match.span()
            meant = html.unescape(match[0])
            if meant != match[0]:
                reason = "character reference"
                found.append(Change(start + low, start + high, meant, "markup.reference", reason))
    if not pre:
        found += _white(text, start)
    yield from sorted(found, key=lambda change: change.start)


def _white(text: str, shift: int) -> Iterator[Change]:
    for match in _INNER.finditer(text):
        if match[0] == " ":
            continue
        low, high = match.span()
        left, right = text[low - 1 : low], text[high : high + 1]
        chinese = (is_han(left) or left in _CLOSE_UP) and (is_han(right) or right in _CLOSE_UP)
        after = "" if chinese and "\n" in match[0] else " "
        if after != match[0]:
            yield Change(shift + low, shift + high, after, "white-space", "line end of the source")
