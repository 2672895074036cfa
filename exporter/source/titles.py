"""The title of an English page without a DOM: the first line above the first speech that says what
it is a record of (``Press briefing by …``), else the headline.

Above it stand the names of site, body and room, dates and cards of speakers in any number, so a
line is told by its words: a title has no stop, isn't the name of a column (``Press Briefings``) or
of a kind (``Transcript``) alone, and says in no verb what was held.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.source.phrases import title_words
from exporter.source.records import lines

_WORDS = title_words()
_CUES = re.compile(rf"\b(?:{_WORDS['cues']})\b", re.IGNORECASE)
_COLUMN = re.compile(rf"(?:{_WORDS['columns']})", re.IGNORECASE)
_KIND = re.compile(rf"(?:{_WORDS['kinds']})", re.IGNORECASE)
_NO_TITLE = re.compile(rf"^(?:{_WORDS['starts']})|\b(?:{_WORDS['verbs']})\b", re.IGNORECASE)
# MS. LIND: · QUESTION: · Lin Bo: but no POST-CABINET PRESS CONFERENCE: Monday, …
_LABEL = re.compile(r"(?:Q\s|[A-Z][\w.'’\- ]{0,60}(?:, [^:]{1,80}|\([^)]{1,40}\))?:)")
_STOPS = (".", "!", "?", ":", ";", ",", "”", '"')
# … in Washington, D.C. · … at 12:30 p.m. · … from Arlington, Va.
_SHORT = re.compile(r"(?:\b[A-Za-z]\.){2}$|\b(?:Jr|Sr|Inc|Co)\.$|, [A-Z][a-z]{1,4}\.$")
# Lines in capitals that go on with no title: 1:15 P.M. EST · FOR IMMEDIATE RELEASE
_NO_MORE = re.compile(r"\d|FOR |EMBARGO|\(|THE WHITE HOUSE$")
_CRUMB = re.compile(r"\s[>›»]\s")  # Media Center > Media Briefings
# U.S. Department of State - Great Seal: a body's mast
_BODY = re.compile(
    r"(?:[Tt]he )?(?:[A-Z][\w.]{0,14} ){0,2}"
    r"(?:Department|Ministry|Office|Government|Embassy) (?:of|for)\b"
    r"[^:,–—]{2,40}(?: - [A-Z][\w ]{2,20})?$"
)
LONGEST = 320  # characters of a title
_HEAD = 24  # lines above the first speech in which it stands
_HEADLINE = (4, 24)  # words of a headline that has no cue, at least and at most
_SETTING = 16  # characters of a setting of the site (Edition: UK)
_JOINED = 4  # lines in capitals that are one title, at most


def title_of(text: str, taken: set[int]) -> tuple[int, int] | None:
    """Where the title of an English record stands, lines that begin at `taken` aside; ``None`` if
    no line of its head is one."""
    rows = list(_head(text, taken))
    kind = None
    for index, (start, end) in enumerate(rows):
        line = text[start:end]
        if not _may_be(line) or not _CUES.search(line):
            continue
        whole = _joined(text, rows[index:])
        if not _COLUMN.fullmatch(" ".join(text[slice(*whole)].split())):
            return whole
        if kind is None and _KIND.fullmatch(line):
            kind = (start, end)
    return kind or _headline(text, rows, taken)


def _head(text: str, taken: set[int]) -> Iterator[tuple[int, int]]:
    """The lines above the first speech or prose, without blanks at their ends."""
    seen = 0
    for start, end in lines(text):
        line = text[start:end]
        if start in taken or not line.strip():
            continue
        seen += 1
        spoken = _LABEL.match(line) and not (_CUES.search(line) or _NO_TITLE.search(line))
        spoken = spoken and (len(line) > _SETTING or line.endswith(_STOPS))
        if seen > _HEAD or len(line) > LONGEST or spoken:
            return
        low = start + len(line) - len(line.lstrip(" •\t"))
        yield low, start + len(line.rstrip())


def _may_be(line: str) -> bool:
    stopped = (line.endswith(_STOPS) and not _SHORT.search(line)) or _CRUMB.search(line)
    return len(line) > 8 and not stopped and not _NO_TITLE.search(line)


def _joined(text: str, rows: list[tuple[int, int]]) -> tuple[int, int]:
    """The first of the rows, with those right below it where all are in capitals."""
    start, end = rows[0]
    if not text[start:end].isupper():
        return start, end
    for low, high in rows[1:_JOINED]:
        parted = text[end:low].count("\n") > 1
        line = text[low:high]
        if parted or not line.isupper() or line.endswith(_STOPS) or _NO_MORE.match(line):
            break
        end = high
    return start, end


def _headline(text: str, rows: list[tuple[int, int]], taken: set[int]) -> tuple[int, int] | None:
    """The line that reads like the headline of the prose below it: the first above a byline, or
    else the first of all."""
    if not rows or (len(rows) < 2 and not taken):
        return None
    for row in rows[:_ABOVE]:
        if _BYLINE.match(text, row[1]) and _heads(text[slice(*row)]):
            return row
    first = text[slice(*rows[0])]
    return rows[0] if _heads(first) and _may_be(first) else None


def _heads(line: str) -> bool:
    long = _HEADLINE[0] <= len(line.split()) <= _HEADLINE[1] and not _BODY.match(line)
    return long and line[0].isupper() and "|" not in line and not line.endswith(_STOPS)


_ABOVE = 8  # lines of the site, its menu and the headline
# By Jo Hale, Port Editor
_BYLINE = re.compile(r"\s{1,6}By [A-Z][\w.'’-]{1,20} [A-Z][\w.'’-]{1,20}")
