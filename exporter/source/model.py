"""The first two nouns of the sentence: `RawPage` (what was scraped) and `CleanText` (what a reader
should see of one record), with the ledger that leads from the one to the other.

All offsets are in characters (code points) of the decoded source file, 0-based, end exclusive,
unless a docstring says "of the clean text".
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

import msgspec

from exporter.notices import Notice, Span

PageKind = Literal["text", "html"]
MarkKind = Literal["strong", "heading", "cell", "term", "damage", "caption", "opening", "gap"]
HOLE = "（原文此处被篡改）"
"""What the clean text shows where the source's own words were destroyed."""


class RawPage(msgspec.Struct, frozen=True):
    """One source file, decoded and nothing else.

    `path` is the name as it was given (POSIX separators), `text` the decoded characters with line
    ends as found, without a byte order mark; `encoding` the codec that decoded it; `sha256` of the
    raw bytes.
    """

    path: str
    text: str
    encoding: str
    kind: PageKind
    sha256: str


class Edit(msgspec.Struct, frozen=True, gc=False):
    """One entry of the ledger: ``source[start:end] == before`` became `after` for `reason`.

    `rule` is the id of the rule (``punctuation.comma``, ``furniture.navigation`` ...); `reason`
    says in a few words what was seen. An empty `after` is a removal, an empty `before` an
    insertion.
    """

    rule: str
    start: int
    end: int
    before: str
    after: str
    reason: str

    @property
    def removes(self) -> bool:
        """Whether text went without another in its place; a hole that is shown is none."""
        return self.after in ("", HOLE)


class Mark(msgspec.Struct, frozen=True, gc=False):
    """A hint that the page gave about a stretch ``[start, end)`` **of the clean text**.

    ``strong``: bold or otherwise set apart; ``heading``: an HTML heading; ``cell``: a table cell
    (cells of a row stand in one line, parted by a tab); ``term``: a term of a definition list;
    ``damage``: text that replaces what spam
    destroyed; ``caption``: a paragraph set in the middle, as pictures' captions are; ``opening``:
    words before paragraph after paragraph that elements of one kind set apart, `number` the same
    for all of that kind (0 for other marks); ``gap``: a blank of an English line that was wide in
    the source, three blanks or more.
    """

    kind: MarkKind
    start: int
    end: int
    number: int = 0


class Metadata(msgspec.Struct, frozen=True):
    """What the page says about itself; exactly as printed, ``None`` or empty where it doesn't say.

    Dates are ISO ``YYYY-MM-DD``. `fields` are labelled fields as found (索引号, 文件编号 ...), an
    empty one kept as an empty string. `spans` tell where a value was read, by the names of the
    attributes here.
    """

    title: str | None = None
    event_date: str | None = None
    published_date: str | None = None
    publisher: str | None = None
    reporters: tuple[str, ...] = ()
    read_count: int | None = None
    venue: str | None = None
    issuer: str | None = None
    index_number: str | None = None
    fields: dict[str, str] = {}
    spans: dict[str, Span] = {}


class CleanText(msgspec.Struct, frozen=True):
    """One record of a page: the text that a reader should see, and how it was got.

    The records of a page partition it: the first starts at 0, the last ends at the end of the file,
    and what belongs to no record (navigation) is an edit of its neighbour. `start`, `end` are that
    partition. `text` is ``source[start:end]`` with the ledger's edits applied, in order: the text
    is never reordered. Paragraphs are parted by ``\\n``, cells of a table row by ``\\t``. An empty
    `text` is an empty record (kept, so that it can be reported). `notices` are those of this
    record: its holes, and what may have stood there.
    """

    id: str
    path: str
    sha256: str
    start: int
    end: int
    text: str
    metadata: Metadata = Metadata()
    ledger: tuple[Edit, ...] = ()
    marks: tuple[Mark, ...] = ()
    language: Literal["zh-Hans", "zh-Hant", "en"] = "zh-Hans"
    notices: tuple[Notice, ...] = ()

    def replay(self) -> str:
        """The source's own text of this record, rebuilt from `text` and `ledger` alone."""
        out, at, source_at = [], 0, self.start
        for edit in self.ledger:
            kept = edit.start - source_at
            out += [self.text[at : at + kept], edit.before]
            at += kept + len(edit.after)
            source_at = edit.end
        return "".join([*out, self.text[at:]])

    def source_map(self) -> SourceMap:
        """A map from offsets of the clean text to the source; build it once per record."""
        return SourceMap(self)


class SourceMap:
    """Leads offsets of a record's clean text back to the decoded source file.

    Only edits that change the length make a step in it: a mark that was replaced by another keeps
    its place (two thousand commas of a record need no entries).
    """

    def __init__(self, clean: CleanText) -> None:
        self._clean_at = [0]
        self._source_at = [clean.start]
        self._kept = [True]
        shift = -clean.start
        for start, end, after in [(e.start, e.end, len(e.after)) for e in clean.ledger]:
            if end - start == after:
                continue
            at = start + shift
            self._clean_at += (at, at + after)
            self._source_at += (start, end)
            self._kept += (False, True)
            shift = at + after - end
        self._clean_at.append(len(clean.text))
        self._source_at.append(clean.end)
        self._kept.append(True)

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """The source spans of ``text[start:end]`` of the clean text.

        Stretches that the ledger removed are left out, so one range may give several spans; a
        replaced stretch (a comma made full-width) counts as present. Never empty for start < end.
        """
        found: list[Span] = []
        index = bisect_right(self._clean_at, start) - 1
        last = len(self._clean_at) - 1
        if start < end and index < last and end <= self._clean_at[index + 1]:  # as most
            return (self._piece(index, start, end),)
        while index < last and (low := self._clean_at[index]) < end:
            high = self._clean_at[index + 1]
            if low < high:
                piece = self._piece(index, max(start, low), min(end, high))
                if found and piece.start <= found[-1].end:
                    piece = Span(found.pop().start, piece.end)
                found.append(piece)
            index += 1
        return tuple(found)

    def span(self, start: int, end: int) -> Span:
        """The hull of `spans`: first start to last end."""
        pieces = self.spans(start, end)
        return Span(pieces[0].start, pieces[-1].end)

    def _piece(self, index: int, start: int, end: int) -> Span:
        if not self._kept[index]:
            return Span(self._source_at[index], self._source_at[index + 1])
        shift = self._source_at[index] - self._clean_at[index]
        return Span(start + shift, end + shift)
