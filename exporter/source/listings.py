"""A page that only lists other pages: titles with their dates, or titles of conferences alone; and
the table of contents above a transcript.

The first has no record. Its lines go with a reason, so that no title of another page is read as
news. The lines of the second say nothing that isn't said below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.source.draft import Change
from exporter.source.records import lines

RULE = "layout.listing"
_REASON = "link to another page"
_LEAST = 5  # lines of a list
_SHARE = 0.8  # of them that must be entries
_TITLE = 8  # characters of one
_LONGEST = 90
_DAY = r"[\[(（]?(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?(?: \d{1,2}:\d\d)?[\])）]?"
_DATED = re.compile(rf"(?:[·•●■▪>-]\s{{0,2}})?(?:{_DAY}\s{{0,4}}(?=\D)|(?=\D)(?=.*{_DAY}$))\S.*")
_CONFERENCE = re.compile(
    r"(?:发布会|發布會|发佈會|吹风会|通气会|记者会|記者會|答记者问|实录|[Bb]riefing|[Cc]onference|[Tt]ranscript)"
    r"[^。：:]{0,16}$"
)
_SAYS = re.compile(r"[。！？!?；]$|[。！？；]|\t|^[^，。：:]{2,30}[:：]")


def listing(text: str) -> Iterator[Change]:
    """The removal of every line, where all that the page has is a list of others."""
    if len(text) > _LONGEST * 400 or "。" in text:
        return
    rows = [(start, end) for start, end in lines(text) if text[start:end].strip()]
    if len(rows) < _LEAST:
        return
    told = [text[start:end].strip() for start, end in rows]
    entries = sum(map(_is_entry, told))
    if any(map(_SAYS.search, told)) or entries < _SHARE * len(told):
        return
    for start, end in rows:
        yield Change(start, min(end + 1, len(text)), "", RULE, _REASON)


def _is_entry(line: str) -> bool:
    if not _TITLE <= len(line) <= _LONGEST:
        return False
    return _DATED.fullmatch(line) is not None or _CONFERENCE.search(line) is not None


_TABLE = "furniture.table-of-contents"
_HEAD = 3_000  # characters of a page in which such a table begins
# Index of topics, over SUDAN / CHAD and others
_INDEX = re.compile(
    r"(?i:index(?: (?:of|for|to) .{2,40})?|table of contents|topics (?:discussed|covered)):?"
)
_INDEXED = re.compile("(?i:index|contents|topics)")
# TRANSCRIPT: · 1:19 p.m. · MR HALE: …, a date, a sentence
_BEHIND = re.compile(
    r"(?i:transcript)\b|.{0,12}\d{1,2}:\d\d|.{0,40}\d{4}"
    r"|(?:M[RS]{1,2}|DR|Q|[A-Z]{3,20} [A-Z]{3,20})\b.{0,30}:|.{0,60}[.?!]$|.{80}"
)


def contents(text: str) -> Iterator[Change]:
    """A removal for each line of a table of contents and its heading."""
    if _INDEXED.search(text, 0, _HEAD) is None:
        return
    listed = False
    for start, end in lines(text, 0, min(len(text), 2 * _HEAD)):
        line = text[start:end].strip()
        listed = _INDEX.fullmatch(line) is not None or (listed and not _BEHIND.match(line))
        if listed and line:
            yield Change(start, min(end + 1, len(text)), "", _TABLE, "table of contents")
