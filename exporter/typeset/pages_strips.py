"""The vertical list: a document as strips, each as wide as the type area and never cut.

A strip is a line of a paragraph, a row of a table, a chart. What stands in a strip is placed from
the left edge of the type area (or column) and from the strip's top. Between strips a page may end,
unless `Strip.keep` forbids it: TeX's vertical list, with penalties of two sizes only.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from exporter.document.model import Inline
from exporter.styling.model import Border, Rule
from exporter.typeset.model import Measure, Run
from exporter.typeset.pages_model import Dot, Fill, Item, Mark, Stroke, TextLine


class Columns(msgspec.Struct, frozen=True):
    """Newspaper columns that strips run through: how many, how far apart, the rule between them."""

    count: int
    gap: float
    rule: Border | None
    number: int

    def width(self, whole: float) -> float:
        """The width of one column where all take up `whole`."""
        return (whole - self.gap * (self.count - 1)) / self.count


class Frame(msgspec.Struct, frozen=True):
    """Borders and background around strips, from `left` for `width` pt.

    `closed` draws the upper and lower border on every page that the strips go over (tables);
    otherwise they stand only where the strips begin and end.
    """

    rule: Rule
    left: float
    width: float
    closed: bool = False


class Strip(msgspec.Struct, frozen=True, gc=False):
    """A strip. `before` is the room above it, which falls away at the top of a page or column.

    `keep`: no page ends before it. `start` begins a page or a column with it. `header` are strips
    to be repeated above it where it comes first on a page. `notes` are the footnotes called in it.
    `frames` are the numbers of the frames around it. `snap` puts it on the page's grid. `foot`
    pushes it, and what is kept with it, to the foot of its page. `figures` are the parts of
    the figures that it holds.
    """

    height: float
    items: tuple[Item, ...]
    before: float = 0.0
    keep: bool = False
    start: Literal["auto", "page", "column"] = "auto"
    header: tuple[Strip, ...] = ()
    notes: tuple[Strip, ...] = ()
    frames: tuple[int, ...] = ()
    columns: Columns | None = None
    snap: bool = False
    foot: bool = False
    figures: tuple[int, ...] = ()


class Outlined(msgspec.Struct, frozen=True):
    """A heading for contents and bookmarks."""

    level: int
    text: str
    anchor: str


class Called(msgspec.Struct, frozen=True):
    """A footnote that is called: its words, the part that calls it, its number."""

    words: tuple[Inline, ...]
    part: int
    number: int

    @property
    def anchor(self) -> str:
        """Where the call leads to."""
        return f"note-{self.number}"


class Entry(msgspec.Struct, frozen=True):
    """An entry as it was set: which strips it is, and all that is needed to set it again."""

    first: int
    count: int
    anchor: str
    rule: Rule
    left: float
    measure: Measure
    words: tuple[Run, ...]
    number: Run
    part: int


def moved(item: Item, dx: float, dy: float) -> Item:
    """The same thing further to the right and down."""
    match item:
        case TextLine(x, y, line, part):
            return TextLine(x + dx, y + dy, line, part)
        case Stroke():
            points = tuple((x + dx, y + dy) for x, y in item.points)
            return msgspec.structs.replace(item, points=points)
        case Fill() | Dot() | Mark():
            return msgspec.structs.replace(item, x=item.x + dx, y=item.y + dy)
