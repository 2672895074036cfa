"""What a style is, loaded and resolved: every length in pt, every inheritance settled.

A style file (TOML) is what people write; `exporter.styling.load` turns it into this. A writer needs
nothing else: it asks `Style.rule` for the role of a block, table or group and gets a complete
`Rule`, and `Style.inline` for the role of an inline that stands in such a block.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from exporter.document.plan import Plan

Align = Literal["left", "right", "center", "justify"]


class Border(msgspec.Struct, frozen=True):
    """A line beside a block: `width` pt, `color` ``#rrggbb``, `padding` pt between it and the text.

    `padding` repeats the rule's ``padding_*`` of that side: use the one or the other, not their
    sum.
    """

    width: float
    color: str
    padding: float = 0.0
    style: Literal["solid", "thick-thin", "thin-thick", "dashed"] = "solid"


class TabStop(msgspec.Struct, frozen=True):
    """A tab stop at `position` pt from the block's left edge (negative: from its right edge)."""

    position: float
    align: Literal["left", "right", "center", "decimal"] = "left"
    leader: Literal["none", "dot"] = "none"


class Rule(msgspec.Struct, frozen=True):
    """How one role looks, complete. Lengths in pt; `line_height` is exact, line to line.

    `face` names a typeface of the style. `text_indent` is of the first line (negative hangs).
    `letter_spacing` is added after each character. `font_stretch` is the glyphs' width in per cent.
    `text_spacing` is the gap between Han and Latin or digits, in em (0 = none). Table, panel and
    group rules use `border_*`, `background_color`, `padding_*`; `columns` sets a group in
    newspaper columns. `row_border` stands between rows, `head_border` under the head rows. `sets`
    names the fields that the style says for this role or its parents: of an inline's rule only
    those count (`Style.inline`).
    """

    face: str = "song"
    font_size: float = 10.5
    line_height: float = 16.0
    color: str = "#000000"
    letter_spacing: float = 0.0
    font_stretch: float = 100.0
    text_spacing: float = 0.25
    text_align: Align = "justify"
    text_indent: float = 0.0
    margin_left: float = 0.0
    margin_right: float = 0.0
    space_before: float = 0.0
    space_after: float = 0.0
    break_before: Literal["auto", "page", "column"] = "auto"
    break_after: Literal["auto", "avoid"] = "auto"
    break_inside: Literal["auto", "avoid"] = "auto"
    widows: int = 2
    orphans: int = 2
    border_top: Border | None = None
    border_bottom: Border | None = None
    border_left: Border | None = None
    border_right: Border | None = None
    background_color: str | None = None
    padding_top: float = 0.0
    padding_right: float = 0.0
    padding_bottom: float = 0.0
    padding_left: float = 0.0
    tab_stops: tuple[TabStop, ...] = ()
    row_border: Border | None = None
    head_border: Border | None = None
    cell_padding_x: float = 0.0
    cell_padding_y: float = 0.0
    columns: int = 1
    column_gap: float = 0.0
    column_rule: Border | None = None
    numbering: Literal["none", "decimal", "bullet", "chinese"] = "none"
    number_position: Literal["margin", "indent", "none"] = "none"
    display: Literal["show", "none"] = "show"
    sets: tuple[str, ...] = ()


class Typeface(msgspec.Struct, frozen=True):
    """A named face of a style: where PDF finds glyphs, and what DOCX calls it.

    `chain` are font names or files to try for each character, in order; the shipped faces are
    ``shipped:song`` ``shipped:title`` ``shipped:hei`` ``shipped:kai`` ``shipped:medium``.
    `docx_latin` and `docx_east_asian` are the names written into DOCX, `docx_alternative` the
    fall-back name (altName).
    """

    chain: tuple[str, ...]
    docx_latin: str
    docx_east_asian: str
    docx_alternative: str | None = None


class RunningLine(msgspec.Struct, frozen=True):
    """A line at the head or foot of a page: three parts, each a template.

    Places: ``{page}`` ``{pages}`` and the document's fields ``{title}`` ``{date}`` ``{issuer}``.
    `offset` is the distance in pt from the edge of the type area to the near edge of the line
    (``None``: the style's head or foot margin decides). `role` dresses it.
    """

    left: str = ""
    center: str = ""
    right: str = ""
    role: str = "running_head"
    offset: float | None = None


class PageSetup(msgspec.Struct, frozen=True):
    """Paper, margins (pt) and running lines. `*_even`, `*_first` ``None``: as on the other pages.

    `grid_lines` and `grid_chars` ask for a page of so many lines of so many characters (GB/T 9704:
    22 and 28); 0 = no grid. `binding` mirrors left and right margins on even pages.
    """

    width: float = 595.28
    height: float = 841.89
    margin_top: float = 72.0
    margin_right: float = 72.0
    margin_bottom: float = 72.0
    margin_left: float = 72.0
    mirrored: bool = False
    grid_lines: int = 0
    grid_chars: int = 0
    head: RunningLine | None = None
    head_even: RunningLine | None = None
    head_first: RunningLine | None = None
    foot: RunningLine | None = None
    foot_even: RunningLine | None = None
    foot_first: RunningLine | None = None
    head_distance: float = 42.0
    foot_distance: float = 42.0

    @property
    def text_width(self) -> float:
        """Width of the type area, pt."""
        return self.width - self.margin_left - self.margin_right

    @property
    def text_height(self) -> float:
        """Height of the type area, pt."""
        return self.height - self.margin_top - self.margin_bottom


class Logo(msgspec.Struct, frozen=True):
    """A picture (PNG or JPEG) in place of the first page's running head, at its left; pt."""

    data: bytes
    kind: str
    width: float
    height: float
    alternative: str


class Style(msgspec.Struct, frozen=True):
    """A whole look, resolved. `digest` is the sha256 of the files it was made from."""

    name: str
    title: str
    page: PageSetup
    typefaces: dict[str, Typeface]
    rules: dict[str, Rule]
    plan: Plan
    watermark: str = ""
    chart_colors: tuple[str, ...] = ("#1f3b5c", "#7a8794", "#aab0b6")
    fallback_character: str = ""
    embed_fonts: bool = False
    digest: str = ""
    logo: Logo | None = None

    def rule(self, role: str) -> Rule:
        """The complete rule of `role`. Every role of `exporter.document.roles.ROLES` has one."""
        return self.rules[role]

    def inline(self, role: str, block: Rule) -> Rule:
        """The rule of an inline of `role` in a block with rule `block`: what the style says of the
        inline laid over the block's rule.
        """
        own = self.rules[role]
        return msgspec.structs.replace(block, **{name: getattr(own, name) for name in own.sets})
