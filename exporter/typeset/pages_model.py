"""What page building gives: pages of placed things, and the logical parts that the things belong
to.

Lengths are pt; on a page x grows to the right and y **down** from its upper left corner. Things
that bear meaning point to a `Part` by its index in `Pages.parts`; things of `ARTIFACT` (rules,
running heads, repeated table heads) have none. Parts stand in reading order.
"""

from __future__ import annotations

from typing import Final, Literal

import msgspec

from exporter.document.model import Language
from exporter.notices import Notice
from exporter.typeset.model import Line

ARTIFACT: Final = -1

PartKind = Literal[
    "document",
    "section",
    "heading",
    "paragraph",
    "list",
    "item",
    "label",
    "body",
    "table",
    "head_rows",
    "body_rows",
    "row",
    "head_cell",
    "cell",
    "caption",
    "figure",
    "contents",
    "entry",
    "reference",
    "link",
    "span",
    "note",
]


class Part(msgspec.Struct, frozen=True, gc=False):
    """A node of the document's logical structure; `parent` is the index of the part that holds it.

    `level` is a heading's; `scope` a header cell's; `columns` how many a cell spans; `text` the
    words of an alternative (figure) or a summary (table); `target` the anchor that a link leads to,
    or a file's address where it is `outside`; `box` (left, top, right, bottom) where a figure
    stands on its page; `ordered` whether a list is numbered.
    """

    kind: PartKind
    parent: int
    level: int = 0
    scope: Literal["column", "row"] | None = None
    columns: int = 1
    text: str = ""
    language: Language | None = None
    target: str = ""
    box: tuple[float, float, float, float] | None = None
    ordered: bool = False
    outside: bool = False


class TextLine(msgspec.Struct, frozen=True, gc=False):
    """A line of text: its measure's left edge and its baseline.

    The `tag` of a fragment's run is the index of the part (a link, a span) inside `part` that the
    fragment belongs to, ``None`` for `part` itself.
    """

    x: float
    y: float
    line: Line
    part: int


class Stroke(msgspec.Struct, frozen=True, gc=False):
    """A line through points, `width` pt wide; `dash` (on, off) pt."""

    points: tuple[tuple[float, float], ...]
    width: float
    color: str
    dash: tuple[float, float] | None = None
    part: int = ARTIFACT


class Fill(msgspec.Struct, frozen=True, gc=False):
    """A rectangle, filled and, with `frame` (a width), outlined in the same colour only."""

    x: float
    y: float
    width: float
    height: float
    color: str
    part: int = ARTIFACT
    frame: float = 0.0


class Dot(msgspec.Struct, frozen=True, gc=False):
    """A round point; a hollow one is white inside."""

    x: float
    y: float
    radius: float
    color: str
    hollow: bool = False
    part: int = ARTIFACT


class Mark(msgspec.Struct, frozen=True, gc=False):
    """A place that links lead to."""

    anchor: str
    x: float
    y: float


Item = TextLine | Stroke | Fill | Dot | Mark


class Page(msgspec.Struct, frozen=True):
    """A page: what stands on it in reading order, and what is printed around and under that.

    `behind` (backgrounds, watermark) is painted first; `head` and `foot` are the running lines.
    """

    number: int
    items: tuple[Item, ...]
    behind: tuple[Item, ...] = ()
    head: tuple[Item, ...] = ()
    foot: tuple[Item, ...] = ()


class HeadingPlace(msgspec.Struct, frozen=True):
    """A heading for contents and bookmarks: its words, where it stands, its anchor."""

    level: int
    text: str
    anchor: str
    page: int
    y: float


class Watermark(msgspec.Struct, frozen=True):
    """Words behind the text of every page, set along the diagonal."""

    line: Line
    angle: float


class Pages(msgspec.Struct, frozen=True):
    """The whole document on pages of one size.

    `headings` are in order, those kept out of the contents left out.
    """

    width: float
    height: float
    pages: tuple[Page, ...]
    parts: tuple[Part, ...]
    headings: tuple[HeadingPlace, ...]
    watermark: Watermark | None = None
    notices: tuple[Notice, ...] = ()
