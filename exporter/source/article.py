"""Which pieces of an HTML page are the record, and why the others are not.

First every element that is no text for a reader is told by its name, its class, being hidden, or
being a farm of links; the article is the smallest element that holds all that is left and reads
like text. What stands outside of it stays only if it is a title or says something about the record
(a line of fields).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache
from itertools import takewhile

import msgspec
from bs4 import BeautifulSoup
from bs4.element import Tag

from exporter.source.boxes import (
    MOST_BOXES,
    Box,
    Weight,
    by_bare_class,
    by_class,
    is_link,
    is_list_of_links,
    is_small,
    odd,
)
from exporter.source.dom import Piece, walk
from exporter.source.fields import KIND_OF
from exporter.source.furniture import reason_of
from exporter.source.openings import kind_of
from exporter.source.phrases import DROPPED_ELEMENTS, elements

_BLOCKS = elements()["blocks"]
_CELLS = frozenset(("td", "th"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_STRONG = frozenset(("b", "strong"))
_SETTING = _CELLS | _HEADINGS | _STRONG | {"a", "pre"}
_HIDING = re.compile(
    r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|font-size\s{0,3}:\s{0,3}0(?![.\d])"
    r"|(?:left|top|text-indent)\s{0,3}:\s{0,3}-\d{3,6}|opacity\s{0,3}:\s{0,3}0(?![.\d])"
    r"|(?<![\w\-])(?:height|width)\s{0,3}:\s{0,3}0(?:px)?\s{0,3}(?:;|$)",
    re.IGNORECASE,
)
_BOLD = re.compile(r"font-weight\s{0,3}:\s{0,3}(?:bold|[6-9]00)", re.IGNORECASE)
_SENTENCE = re.compile(
    r"[。！？；，,;!?.](?:(?<=[。！？；，])|(?<=[,;!?])(?=[\u4e00-\u9fff])|(?<=[.!?])(?=\s|$))"
)
FEW = 3  # with fewer pieces of content the smallest element around them may be too small
ALL = 0.9  # what is hidden and has more than this share of all sentences is the article
MOST_BETWEEN = 8  # pieces between a heading and the article
LONGEST_BETWEEN = 60  # characters of one of them
MOST = 0.5  # an element with more than this share of all sentences is never furniture


class Gap(IntEnum):
    """What parts a piece from the one before it."""

    NONE = 0
    BLANK = 1
    CELL = 2
    LINE = 3


class Run(msgspec.Struct, frozen=True, gc=False):
    """A piece of text: its place in the source, what parts it from the one before (`tabs` cells
    further on in a row), why it goes (empty if it stays), how the page sets it, and the kind of the
    element around it."""

    start: int
    end: int
    gap: Gap
    tabs: int = 0
    dropped: str = ""
    linked: bool = False
    heading: str = ""
    strong: bool = False
    cell: bool = False
    pre: bool = False
    term: bool = False
    centred: bool = False
    kind: str = ""


_NOTHING = Weight()


class _State(msgspec.Struct, frozen=True, gc=False):
    """What a tag hands down to what stands in it."""

    dropped: str = ""
    linked: bool = False
    heading: str = ""
    strong: bool = False
    cell: bool = False
    pre: bool = False
    centred: bool = False


def runs(root: BeautifulSoup) -> tuple[Run, ...]:
    """The pieces of text of the page in order, furniture marked as such."""
    boxes: list[Box] = []
    total, weights = _weigh(root, boxes)
    reader = _read(root, weights, total, odd(boxes))
    if not reader.content and any(run.dropped == "hidden" for run in reader.runs):
        # everything is hidden: better than nothing
        reader = _read(root, weights, Weight(), frozenset())
    low, high = _article(root, reader)
    low = _below_heading(reader, low)
    return tuple(
        run if run.dropped or low <= run.start < high else _outside(run) for run in reader.runs
    )


def _weigh(root: BeautifulSoup, boxes: list[Box]) -> tuple[Weight, dict[int, Weight]]:
    """The weight of the page, and of each tag for which `_Reader` may ask, by its id; short
    elements with a class are added to `boxes`.

    Most tags of a long page are bare and have no links: what they weigh decides nothing, and not
    keeping it saves a fifth of the memory that the page takes.
    """
    weights: dict[int, Weight] = {}
    stack = [Weight()]
    in_link = in_script = 0
    for node, entering in walk(root):
        if isinstance(node, Tag):
            change = 1 if entering else -1
            in_link += change * (node.name == "a")
            in_script += change * (node.name in ("script", "style", "head", "noscript"))
            if entering:
                stack.append(Weight())
                stack[-1].links += node.name == "a"
            else:
                last = stack.pop()
                above = stack[-1]
                above.add(last)
                above.texts += last.marks > 0
                if node.attrs and len(boxes) < MOST_BOXES and is_small(node, last):
                    boxes.append(Box(node, above, above.texts - (last.marks > 0)))
                if last.links or node.attrs or node.name in DROPPED_ELEMENTS:
                    weights[id(node)] = last
        elif isinstance(node, Piece) and not in_script and not node.isspace():
            _weigh_piece(stack[-1], node, bool(in_link))
    return stack[0], weights


def _weigh_piece(weight: Weight, piece: Piece, linked: bool) -> None:
    text = piece.strip()
    weight.letters += len(text)
    weight.linked += len(text) if linked else 0
    weight.marks += 0 if linked else len(_SENTENCE.findall(text))
    weight.first = weight.first or text[:80]


def _read(
    root: BeautifulSoup, weights: dict[int, Weight], total: Weight, boxes: frozenset[int]
) -> _Reader:
    """The runs of the page, and which tags hold its content."""
    reader = _Reader(weights, total, boxes)
    for node, entering in walk(root):
        if isinstance(node, Tag):
            (reader.enter if entering else reader.leave)(node)
        elif isinstance(node, Piece):
            reader.text(node)
    return reader


class _Reader:
    """Gathers the runs on a walk through the tree."""

    def __init__(self, weights: dict[int, Weight], total: Weight, boxes: frozenset[int]) -> None:
        self._weights, self._total, self._boxes = weights, total, boxes
        self._states = [_State()]
        self._before: list[int] = []  # pieces of content before each open tag
        self._gap = Gap.LINE
        self._tabs = 0
        self._fresh = False  # at the start of a cell: a paragraph's tag begins no line there
        self._row_begins = False
        self._closed = ""  # the class of the span that was just closed
        self._term = ""  # the last piece, if a term of a list
        self._in_term = False
        self.runs: list[Run] = []
        self.count = 0  # pieces of content met so far
        self.people: set[int] = set()  # where a short piece begins that names who speaks
        # how many stand in a tag; only of tags with none before them, which may hold them all
        self.content: dict[int, int] = {}

    def enter(self, tag: Tag) -> None:
        above = self._states[-1]
        self._part(tag)
        self._before.append(self.count)
        self._in_term = self._in_term or tag.name == "dt"
        style = str(tag.attrs.get("style", "")) if tag.attrs else ""
        dropped = above.dropped or self._reason(tag, style)
        bold = bool(style) and not above.strong and _is_bold(style)
        centred = _is_centred(tag, style)
        plain = not (bold or centred) and tag.name not in _SETTING
        if dropped == above.dropped and plain:
            self._states.append(above)
            return
        self._states.append(
            _State(
                dropped,
                above.linked or tag.name == "a",
                tag.name if tag.name in _HEADINGS else above.heading,
                above.strong or bold or tag.name in _STRONG,
                above.cell or tag.name in _CELLS,
                above.pre or tag.name == "pre",
                above.centred or centred,
            )
        )

    def leave(self, tag: Tag) -> None:
        self._in_term = self._in_term and tag.name != "dt"
        if tag.name in _BLOCKS and not self._fresh:
            self._break()
        self._closed = _class_of(tag) if tag.name == "span" else ""
        self._states.pop()
        if not self._before.pop() and self.count:
            self.content[id(tag)] = self.count

    def _part(self, tag: Tag) -> None:
        """Notes what the beginning of the tag parts."""
        if tag.name in _CELLS:
            if not self._row_begins:
                self._gap, self._tabs = Gap.CELL, self._tabs + 1
            self._fresh, self._row_begins = True, False
        elif tag.name == "dd" and self._term.strip(" \u3000:：") in KIND_OF:
            self._gap, self._tabs = Gap.CELL, 1  # 访谈时间 | 2025年5月20日
        elif tag.name == "tr":
            self._break()
            self._row_begins = True
        elif tag.name in _BLOCKS and not self._fresh:
            self._break()
        elif self._closed not in ("", _class_of(tag)) and _class_of(tag):
            self._gap = max(self._gap, Gap.BLANK)  # columns that the style sheet parts

    def _break(self) -> None:
        self._gap, self._tabs, self._fresh = Gap.LINE, 0, False

    def text(self, piece: Piece) -> None:
        if not piece or piece.isspace():
            self._gap = max(self._gap, Gap.BLANK if piece else Gap.NONE)
            return
        self._closed = ""
        self._term = piece if self._in_term else ""
        now = self._states[-1]
        run = Run(
            piece.start,
            piece.end,
            self._gap,
            self._tabs,
            now.dropped,
            now.linked,
            now.heading,
            now.strong,
            now.cell,
            now.pre,
            self._in_term,
            now.centred,
            "" if now.dropped or now.linked else kind_of(piece.parent),
        )
        self._gap, self._tabs, self._fresh = Gap.NONE, 0, False
        self.runs.append(run)
        if now.dropped or now.linked:
            return
        if _reads_like_text(piece):
            self.count += 1
        elif piece.isascii() and _PERSON.search(piece):
            self.people.add(run.start)

    def _reason(self, tag: Tag, style: str) -> str:
        """Why the tag and all in it go; empty if they stay."""
        if tag.name in DROPPED_ELEMENTS and tag.name not in ("nav", "footer", "aside"):
            return DROPPED_ELEMENTS[tag.name]
        weight = self._weights.get(id(tag), _NOTHING)
        share = weight.marks / self._total.marks if self._total.marks >= 4 else 0.0
        if share <= ALL and ((style and _hides(style)) or _hidden(tag)):
            return "hidden" if self._total.letters else ""
        if share > MOST:
            return ""
        if id(tag) in self._boxes:
            return "box of the site"
        reason = DROPPED_ELEMENTS.get(tag.name, "") or by_class(tag)
        if reason == "page head" and not weight.links:  # the head of the article, not of the site
            return ""
        return reason or by_bare_class(tag, weight) or self._by_content(tag, weight)

    def _by_content(self, tag: Tag, weight: Weight) -> str:
        if tag.name not in _BLOCKS or not weight.letters:
            return ""
        if weight.links >= 3 and weight.linked > 0.6 * weight.letters and weight.marks < 4:
            return "links"
        if not weight.links or weight.letters >= 0.3 * self._total.letters:
            return ""
        if self.count and (is_list_of_links(tag, weight) or is_link(tag, weight)):
            return "links"
        reason = reason_of(weight.first) or ""
        return reason if reason in ("related links", "site footer", "share buttons") else ""


@lru_cache(maxsize=256)
def _hides(style: str) -> bool:
    """Whether the style hides what has it; a page has few styles, and each many times."""
    return _HIDING.search(style) is not None


@lru_cache(maxsize=256)
def _is_bold(style: str) -> bool:
    return _BOLD.search(style) is not None


def _is_centred(tag: Tag, style: str) -> bool:
    """Whether a paragraph is set in the middle, as pictures' captions are."""
    if tag.name not in ("p", "center", "figcaption"):
        return False
    return tag.name != "p" or tag.attrs.get("align") == "center" or bool(_CENTRING.search(style))


_CENTRING = re.compile(r"text-align\s{0,2}:\s{0,2}center")


def _class_of(tag: Tag) -> str:
    return str(tag.attrs.get("class", "")) if tag.attrs else ""


def _hidden(tag: Tag) -> bool:
    if not tag.attrs:
        return False
    return "hidden" in tag.attrs or tag.attrs.get("aria-hidden") == "true"


def _reads_like_text(piece: Piece) -> bool:
    """Whether the piece may be part of the record: it has a sentence's marks, or a label's
    colon."""
    text = piece.strip()
    if len(text) < 8 and not text.endswith((":", "：")):
        return False
    if not (_SENTENCE.search(text) or ":" in text or "：" in text):
        return False
    return len(text) > 200 or reason_of(text) is None


def _article(root: Tag, reader: _Reader) -> tuple[int, int]:
    """Where the smallest element that holds all content begins and ends."""
    node = root
    if reader.count < FEW:
        return _extent(root)
    while True:
        inner = next((c for c in _tags(node) if reader.content.get(id(c)) == reader.count), None)
        if inner is None or inner.name in ("p", "table", "tbody", "td", "tr", "span"):
            return _extent(node)
        node = inner


def _below_heading(reader: _Reader, low: int) -> int:
    """Where the few words begin that stand between the last heading and the article, which begins
    at `low`, and name who speaks (Jo Hale, Department Spokesperson / Harbour City); `low` itself
    where none do."""
    between = list(takewhile(lambda run: not run.heading, _before(reader.runs, low)))
    if not 0 < len(between) <= MOST_BETWEEN or len(between) == _count_before(reader.runs, low):
        return low
    longest = max(run.end - run.start for run in between)
    told = any(run.start in reader.people for run in between)
    linked = any(run.linked for run in between)
    return between[-1].start if told and not linked and longest <= LONGEST_BETWEEN else low


# Jo Hale, Department Spokesperson · The Hon Jo Hale MP
_PERSON = re.compile(
    r"^\s*(?:(?:[A-Z][\w.'-]{0,20} ){1,3}[A-Z][\w.'-]{1,20}, (?:the |of )?[A-Z]|(?:The )?Hon\b)"
)


def _before(found: list[Run], low: int) -> Iterator[Run]:
    """The runs that stay, from the last before `low` backwards."""
    return (run for run in reversed(found) if run.start < low and not run.dropped)


def _count_before(found: list[Run], low: int) -> int:
    return sum(1 for _ in _before(found, low))


def _extent(node: Tag) -> tuple[int, int]:
    pieces = [n for n in node.descendants if isinstance(n, Piece)]
    return (pieces[0].start, pieces[-1].end) if pieces else (0, 0)


def _tags(node: Tag) -> Iterator[Tag]:
    return (child for child in node.contents if isinstance(child, Tag))


def _outside(run: Run) -> Run:
    return run if run.heading else msgspec.structs.replace(run, dropped="outside the article")
