"""A text in the making: what the passes of `exporter.source.clean` have made of the source so far,
and the ledger that leads to it.

A pass sees only `Draft.text`, the text as it stands, and says what to change in offsets of that
text; `Draft.apply` turns the changes into edits of the source and merges them into the ledger. So
no pass needs to know what earlier passes did, and the ledger is in source offsets at any moment.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from exporter.notices import Span
from exporter.source.model import Edit


class Change(msgspec.Struct, frozen=True, gc=False):
    """``text[start:end]`` of the draft is to become `after`, by `rule`, for `reason`.

    Like `Edit` it holds no other object, and there may be millions: hidden from the collector of
    circles, which would walk over them all again and again.
    """

    start: int
    end: int
    after: str
    rule: str
    reason: str


class Draft(msgspec.Struct, frozen=True):
    """`text` is ``source[start:end]`` with `edits` applied (sorted, not overlapping)."""

    source: str
    start: int
    end: int
    text: str
    edits: tuple[Edit, ...] = ()

    def apply(self, changes: Sequence[Change]) -> Draft:
        """The draft with `changes` (sorted, not overlapping) made."""
        if not changes:
            return self
        return Draft(
            self.source,
            self.start,
            self.end,
            _changed(self.text, changes),
            _Merge(self).run(changes),
        )

    def cut(self, points: Sequence[int]) -> tuple[Draft, ...]:
        """The draft in pieces, cut at the offsets `points` of the text (sorted).

        A cut falls after the removals that stand at its place; one inside a replacement moves to
        the end of it.
        """
        pieces: list[Draft] = []
        text_at, source_at, edit_at = 0, self.start, 0
        views = EditedPlaces(self)
        for point in [*points, None]:
            text_to, source_to, edit_to = views.cut(point)
            pieces.append(
                Draft(
                    self.source,
                    source_at,
                    source_to,
                    self.text[text_at:text_to],
                    self.edits[edit_at:edit_to],
                )
            )
            text_at, source_at, edit_at = text_to, source_to, edit_to
        return tuple(pieces)


class EditedPlaces:
    """Where the edits of a draft stand in its text: leads offsets of the text to the source."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._at: list[int] = []
        self._starts: list[int] | None = None
        shift = -draft.start
        for edit in draft.edits:
            self._at.append(edit.start + shift)
            shift += len(edit.after) - (edit.end - edit.start)

    def cut(self, point: int | None) -> tuple[int, int, int]:
        """Offset in the text, offset in the source and number of edits before a cut at `point`."""
        draft = self._draft
        if point is None:
            return len(draft.text), draft.end, len(draft.edits)
        index = bisect_right(self._at, point)
        if not index:
            return point, draft.start + point, 0
        last = draft.edits[index - 1]
        past = self._at[index - 1] + len(last.after)
        if past >= point:
            return past, last.end, index
        return point, last.end + point - past, index

    def text(self, point: int) -> int:
        """The offset in the text of the character at `point` of the source; behind what replaced it
        if it was replaced together with characters before it."""
        if self._starts is None:
            self._starts = [edit.start for edit in self._draft.edits]
        index = bisect_right(self._starts, point) - 1
        if index < 0:
            return point - self._draft.start
        last = self._draft.edits[index]
        if point == last.start < last.end:
            return self._at[index]
        return self._at[index] + len(last.after) + max(0, point - last.end)

    def span(self, start: int, end: int) -> Span:
        """The stretch of the source that ``text[start:end]`` was read from."""
        if start >= end:
            return Span(self.source(start), self.source(start))
        low, last = self.source(start), self.source(end - 1)
        return Span(low, max(low + 1, last + 1, self._replaced_to(end - 1)))

    def _replaced_to(self, point: int) -> int:
        """The end in the source of the replacement that the character at `point` is in, 0 if
        none."""
        index = bisect_right(self._at, point) - 1
        if index < 0:
            return 0
        last = self._draft.edits[index]
        return last.end if self._at[index] + len(last.after) > point else 0

    def source(self, point: int) -> int:
        """The offset in the source of the character at `point` of the text."""
        index = bisect_right(self._at, point)
        if not index:
            return self._draft.start + point
        last = self._draft.edits[index - 1]
        past = self._at[index - 1] + len(last.after)
        return last.start if past > point else last.end + point - past


def _changed(text: str, changes: Sequence[Change]) -> str:
    out: list[str] = []
    at = 0
    for change in changes:
        out += (text[at : change.start], change.after)
        at = change.end
    out.append(text[at:])
    return "".join(out)


class _Merge:
    """Walks the old edits and the changes side by side; all places are offsets of the old text."""

    def __init__(self, draft: Draft) -> None:
        self._source = draft.source
        self._old = draft.edits
        self._index = 0
        self._shift = draft.start  # source offset - text offset, behind the last old edit
        self._start = self._end = 0  # what the current old edit put into the old text
        self._made = ""  # what stands already in place of the first `_eaten` characters of it
        self._eaten = 0
        self._rule: tuple[str, str] | None = None
        self._out: list[Edit] = []
        self._look()

    def run(self, changes: Sequence[Change]) -> tuple[Edit, ...]:
        """The old edits and the changes as one ledger."""
        for change in changes:
            if self._end <= change.start:
                self._keep_before(change.start)
            if self._start >= change.end:
                self._put(change.start, change.end, change.after, change)
            else:
                self._make(change)
        self._keep_before(sys.maxsize - 1)
        return tuple(self._out)

    def _look(self) -> None:
        """Where the current old edit stands; nowhere behind the last."""
        if self._index < len(self._old):
            edit = self._old[self._index]
            self._start = edit.start - self._shift
            self._end = self._start + len(edit.after)
        else:
            self._start = self._end = sys.maxsize

    def _keep(self) -> None:
        """The current old edit goes out, as it was or as the changes have left it."""
        edit = self._old[self._index]
        self._shift += (edit.end - edit.start) - len(edit.after)
        self._index += 1
        if self._rule is not None:
            after = self._made + edit.after[self._eaten :]
            edit = Edit(self._rule[0], edit.start, edit.end, edit.before, after, self._rule[1])
            self._made, self._eaten, self._rule = "", 0, None
        self._out.append(edit)
        self._look()

    def _keep_before(self, point: int) -> None:
        """The old edits that end at `point` or before it go out. Nearly every edit goes this way in
        every pass, so they go in one stretch."""
        if self._rule is not None:
            self._keep()
        old, index, shift = self._old, self._index, self._shift
        while index < len(old):
            edit = old[index]
            start, size = edit.start, len(edit.after)
            if start - shift + size > point:
                break
            shift += edit.end - start - size
            index += 1
        self._out += old[self._index : index]
        self._index, self._shift = index, shift
        self._look()

    def _make(self, change: Change) -> None:
        """A change that reaches into what old edits put there."""
        at, pending = change.start, change.after
        while self._start < change.end:
            start, end = self._start, self._end
            if at < start:
                self._put(at, start, pending, change)
                at, pending = start, ""
            if start < end:
                self._eat(at, min(end, change.end), pending, change)
                at, pending = min(end, change.end), ""
            if end > change.end:
                return
            self._keep()
        if at < change.end or pending:
            self._put(at, change.end, pending, change)

    def _eat(self, at: int, end: int, pending: str, change: Change) -> None:
        """Part of what the current old edit put into the text is changed again."""
        edit = self._old[self._index]
        self._made += edit.after[self._eaten : at - self._start] + pending
        self._eaten = end - self._start
        self._rule = (change.rule, change.reason)

    def _put(self, start: int, end: int, after: str, change: Change) -> None:
        low, high = start + self._shift, end + self._shift
        self._out.append(Edit(change.rule, low, high, self._source[low:high], after, change.reason))
