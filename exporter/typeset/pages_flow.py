"""The vertical list while it is made: where the next strip goes, in which frames, under which
part.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Literal

import msgspec

from exporter.document.model import Document, Inline
from exporter.notices import Notice
from exporter.styling.model import Rule, Style
from exporter.typeset.pages_model import Item, Mark, Part
from exporter.typeset.pages_runs import Dresser
from exporter.typeset.pages_strips import Called, Columns, Entry, Frame, Outlined, Strip

_LARGEST_HOLE = 0.22  # of a page, that blocks kept together may leave on the page before


class Flow:
    """Collects strips and parts. `left` and `width` are the room of the block being set.

    `anchors` are all the anchors of the document: a link elsewhere leads nowhere and is plain text.
    `outline` are its headings for contents and bookmarks, `entries` those of the contents as set,
    `measured` the natural widths of cells (tables say the same thing over and over).
    """

    def __init__(
        self,
        document: Document,
        style: Style,
        anchors: frozenset[str],
        outline: tuple[Outlined, ...],
    ) -> None:
        self.document = document
        self.style = style
        self.anchors = anchors
        self.dresser = Dresser(style, document.language)
        self.parts: list[Part] = [Part("document", -1)]
        self.frames: list[Frame] = []
        self.strips: list[Strip] = []
        self.outline = outline
        self._anchors = iter([heading.anchor for heading in outline])
        self.entries: list[Entry] = []
        self.measured: dict[tuple[str, tuple[Inline, ...]], float] = {}
        self.left = 0.0
        self.width = style.page.text_width
        self.part = 0
        self.columns: Columns | None = None
        self.pitch = (
            style.page.text_height / style.page.grid_lines if style.page.grid_lines else 0.0
        )
        self._open_frames: tuple[int, ...] = ()
        self._space = 0.0
        self._keep = False
        self._start: Literal["auto", "page", "column"] = "auto"
        self._foot = False
        self._column_groups = 0
        self._marks: tuple[Mark, ...] = ()
        self._noted: list[Called] = []
        self._note_count = 0
        self._notices: dict[str, Notice] = {}

    def add_part(self, part: Part) -> int:
        """Adds a part; its index."""
        self.parts.append(part)
        return len(self.parts) - 1

    def heading_anchor(self) -> str:
        """The anchor of the next heading of the outline."""
        return next(self._anchors)

    def notice(self, notice: Notice) -> None:
        """Notes something odd, once."""
        self._notices.setdefault(repr(notice), notice)  # its params can't be hashed

    def notices(self) -> tuple[Notice, ...]:
        """Everything noticed, in order."""
        return (*self._notices.values(), *self.dresser.notices())

    def add_note(self, words: tuple[Inline, ...], part: int) -> int:
        """Takes up a footnote called in `part`; its number. `take_notes` gives it to be set."""
        self._note_count += 1
        self._noted.append(Called(words, part, self._note_count))
        return self._note_count

    @property
    def has_notes(self) -> bool:
        """Whether footnotes are called that nobody has taken."""
        return bool(self._noted)

    def take_notes(self) -> list[Called]:
        """The footnotes called since the last time."""
        noted, self._noted = self._noted, []
        return noted

    def give_back(self, note: Called) -> None:
        """Leaves a footnote for a later line, in which it is called."""
        self._noted.append(note)

    def space(self, amount: float) -> None:
        """Asks for room before the next strip."""
        self._space += amount

    def mark_next(self, anchor: str) -> None:
        """Puts an anchor at the top of the next strip."""
        self._marks += (Mark(anchor, self.left, 0.0),)

    def keep_next(self) -> None:
        """Forbids a page's end before the next strip."""
        self._keep = True

    def push_down(self) -> None:
        """Sends the next strip to the foot of its page."""
        self._foot = True

    def start(self, where: Literal["auto", "page", "column"]) -> None:
        """Begins a page or column with the next strip."""
        if where != "auto":
            self._start = where

    def add(
        self,
        height: float,
        items: tuple[Item, ...],
        *,
        keep: bool = False,
        header: tuple[Strip, ...] = (),
        notes: tuple[Strip, ...] = (),
        snap: bool = False,
        figures: tuple[int, ...] = (),
    ) -> None:
        """Adds a strip below the others."""
        self.strips.append(
            Strip(
                height,
                (*self._marks, *items) if self._marks else items,
                before=self._space,
                keep=keep or self._keep,
                start=self._start,
                header=header,
                notes=notes,
                frames=self._open_frames,
                columns=self.columns,
                snap=snap,
                foot=self._foot,
                figures=figures,
            )
        )
        self._marks = ()
        self._space, self._keep, self._start, self._foot = 0.0, False, "auto", False

    @contextmanager
    def together(self) -> Iterator[None]:
        """Strips that are added inside stay on one page, unless that would leave too large a
        hole.
        """
        start = len(self.strips)
        yield
        added = self.strips[start:]
        height = sum(strip.before + strip.height for strip in added)
        if height <= _LARGEST_HOLE * self.style.page.text_height:
            kept = [msgspec.structs.replace(strip, keep=True) for strip in added[1:]]
            self.strips[start + 1 :] = kept

    @contextmanager
    def inside(self, part: int) -> Iterator[None]:
        """Parts that are added inside have `part` as their parent."""
        before, self.part = self.part, part
        try:
            yield
        finally:
            self.part = before

    @contextmanager
    def room(self, left: float, width: float) -> Iterator[None]:
        """Blocks that are set inside stand from `left` for `width` pt."""
        before = self.left, self.width
        self.left, self.width = left, width
        try:
            yield
        finally:
            self.left, self.width = before

    def next_columns(self) -> int:
        """A number for a group that is set in columns."""
        self._column_groups += 1
        return self._column_groups

    @contextmanager
    def in_columns(self, columns: Columns) -> Iterator[None]:
        """Strips that are added inside run through `columns`."""
        self.columns = columns
        try:
            with self.room(self.left, columns.width(self.width)):
                yield
        finally:
            self.columns = None

    def framed(self, rule: Rule, *, closed: bool = False) -> AbstractContextManager[None]:
        """Strips that are added inside stand in the margins, borders and padding of `rule`, if it
        has any.
        """
        if _fills_its_room(rule):
            return _NO_FRAME
        return self._framed(rule, closed=closed)

    @contextmanager
    def _framed(self, rule: Rule, *, closed: bool) -> Iterator[None]:
        left = self.left + rule.margin_left
        width = self.width - rule.margin_left - rule.margin_right
        inner = width - rule.padding_left - rule.padding_right
        before = self.left, self.width, self._open_frames
        self.left, self.width = left + rule.padding_left, inner
        framed = has_frame(rule)
        if framed:
            self._open_frames = (*self._open_frames, len(self.frames))
            self.frames.append(Frame(rule, left, width, closed))
            if rule.padding_top:
                self.add(rule.padding_top, ())
                self.keep_next()
        try:
            yield
        finally:
            if framed and rule.padding_bottom:
                self.add(rule.padding_bottom, (), keep=True)
            self.left, self.width, self._open_frames = before


_NO_FRAME = nullcontext()


def _fills_its_room(rule: Rule) -> bool:
    """Whether nothing stands round a block of this rule."""
    beside = rule.margin_left or rule.margin_right or rule.padding_left or rule.padding_right
    return not beside and not has_frame(rule)


def has_frame(rule: Rule) -> bool:
    """Whether the rule draws anything round its block."""
    return bool(
        rule.border_top
        or rule.border_bottom
        or rule.border_left
        or rule.border_right
        or rule.background_color
    )
