"""The vocabulary of a style file: every key, what it takes and what it is for.

One description, three readers: `exporter.styling.read` checks files against it,
`exporter.styling.reference` prints it as ``styles/README.md``, and `nearest` answers for a
misspelt name. Names are those of CSS Paged Media in snake case where CSS has one; `space_before`
and `space_after` are Word's.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Final, NamedTuple

from exporter.document.plan import SECTIONS
from exporter.document.roles import ROLES
from exporter.styling import values as v
from exporter.styling.values import Kind, choice, integer


class Key(NamedTuple):
    """A key: the kind of its value, its purpose, and its field where the model names it so."""

    kind: Kind
    purpose: str
    field: str = ""


class Table(NamedTuple):
    """A table of TOML whose keys are known."""

    keys: dict[str, Node]
    purpose: str


class Named(NamedTuple):
    """A table of things with names: names out of a vocabulary, or the author's own (`names`
    empty).
    """

    names: tuple[str, ...]
    node: Node
    purpose: str


class Sections(NamedTuple):
    """The list of sections: names, or tables with a name."""

    keys: dict[str, Key]
    purpose: str


Node = Key | Table | Named | Sections

SIDES: Final = ("top", "right", "bottom", "left")
BREAKS: Final = choice("auto", "avoid")

RULE_KEYS: Final[dict[str, Key]] = {
    "font_family": Key(v.TEXT, "a typeface: a name of `[typefaces]`", "face"),
    "font_size": Key(v.SIZE, "size of the type; `em` and `%` are of the role `base`"),
    "line_height": Key(v.SIZE, "from line to line, exact; `em` and `%` are of the font size"),
    "color": Key(v.COLOR, "colour of the text"),
    "letter_spacing": Key(v.LENGTH, "added after each character (tracking)"),
    "font_stretch": Key(v.PERCENT, "width of the glyphs"),
    "text_spacing": Key(v.EM, "gap between Han and Latin or digits (CSS `text-autospace`)"),
    "text_align": Key(choice("left", "right", "center", "justify"), "how lines stand"),
    "text_indent": Key(v.LENGTH, "indent of the first line; negative hangs"),
    "margin_left": Key(v.LENGTH, "space at the left of the block"),
    "margin_right": Key(v.LENGTH, "space at the right of the block"),
    "space_before": Key(v.DISTANCE, "space above; none at the top of a page"),
    "space_after": Key(v.DISTANCE, "space below"),
    "break_before": Key(choice("auto", "page", "column"), "start a page or a column"),
    "break_after": Key(BREAKS, "`avoid` keeps the block with the next one"),
    "break_inside": Key(BREAKS, "`avoid` keeps the block on one page"),
    "widows": Key(integer(1, 9), "fewest lines at the top of a page"),
    "orphans": Key(integer(1, 9), "fewest lines at the foot of a page"),
    **{f"border_{side}": Key(v.BORDER, f"line at the {side}") for side in SIDES},
    "background_color": Key(v.BACKGROUND, "colour behind the block"),
    **{f"padding_{side}": Key(v.DISTANCE, f"space inside the {side} edge") for side in SIDES},
    "tab_stops": Key(v.TABS, "stops, from the left edge; `100%` is the right edge"),
    "row_border": Key(v.BORDER, "tables: line between rows"),
    "head_border": Key(v.BORDER, "tables: line under the head rows"),
    "cell_padding_x": Key(v.DISTANCE, "tables: space left and right in a cell"),
    "cell_padding_y": Key(v.DISTANCE, "tables: space above and below in a cell"),
    "column_count": Key(integer(1, 4), "groups: newspaper columns", "columns"),
    "column_gap": Key(v.DISTANCE, "groups: space between columns"),
    "column_rule": Key(v.BORDER, "groups: line between columns"),
    "list_style_type": Key(
        choice("none", "decimal", "bullet", "chinese"),
        "lists: what stands before an item",
        "numbering",
    ),
    "number_position": Key(
        choice("margin", "indent", "none"), "where the number of a paragraph stands"
    ),
    "display": Key(choice("show", "none"), "`none` leaves the block out"),
}

MARGIN_BOXES: Final[dict[str, Key]] = {
    **{
        f"{edge}_{part}": Key(v.TEXT, f"{name} of the page, {part}")
        for edge, name in (("top", "head"), ("bottom", "foot"))
        for part in ("left", "center", "right")
    },
    "top_role": Key(choice(*ROLES), "the role that dresses the head"),
    "bottom_role": Key(choice(*ROLES), "the role that dresses the foot"),
    "top_offset": Key(v.DISTANCE, "from the type area up to the head (else `head_distance`)"),
    "bottom_offset": Key(v.DISTANCE, "from the type area down to the foot (else `foot_distance`)"),
}

PAGE_KEYS: Final[dict[str, Node]] = {
    "size": Key(v.PAPER, "the paper"),
    "margin": Key(v.SIDES, "all four margins"),
    **{f"margin_{side}": Key(v.DISTANCE, f"the {side} margin") for side in SIDES},
    "mirrored": Key(v.YES_NO, "left and right margins change places on even pages"),
    "grid_lines": Key(integer(0, 100), "lines a page (GB/T 9704: 22)"),
    "grid_chars": Key(integer(0, 200), "characters a line (GB/T 9704: 28)"),
    "head_distance": Key(v.DISTANCE, "from the edge of the paper to the running head"),
    "foot_distance": Key(v.DISTANCE, "from the edge of the paper to the running foot"),
    **MARGIN_BOXES,
    "first": Table(
        dict(MARGIN_BOXES), "the first page, where it differs: `top_` and `bottom_` keys"
    ),
    "even": Table(dict(MARGIN_BOXES), "even pages, where they differ: `top_` and `bottom_` keys"),
}

TYPEFACE_KEYS: Final[dict[str, Node]] = {
    "chain": Key(
        v.NAMES,
        "PDF: fonts tried in order for each character: `shipped:song` (`title`, `hei`, `kai`, "
        "`medium`), names of installed families, or files beside the style",
    ),
    "docx_latin": Key(v.TEXT, "DOCX: font of Latin letters and digits"),
    "docx_east_asian": Key(v.TEXT, "DOCX: font of Chinese"),
    "docx_alternative": Key(v.TEXT, "DOCX: the font to take where that one is missing"),
}

SECTION_KEYS: Final[dict[str, Key]] = {
    "name": Key(choice(*SECTIONS), "which section"),
    "form": Key(
        choice(*dict.fromkeys(form for _, forms in SECTIONS.values() for form in forms)),
        "one of its forms (see below; the first is the default)",
    ),
    "heading": Key(v.TEXT, 'words in place of the usual heading; `""` prints none'),
    "limit": Key(integer(0, 9999), "most items to show; 0 shows all"),
    "new_page": Key(v.YES_NO, "starts a page"),
}

LETTERHEAD_KEYS: Final[dict[str, Node]] = {
    "name": Key(v.TEXT, "the name in the masthead (发文机关标志, 简报 name)"),
    "document_number": Key(
        v.TEXT,
        "发文字号 or 期号; a counter fills `{issue}` (within its year), `{total}`, `{year}` and"
        " `{counted}`",
    ),
    "classification": Key(v.TEXT, "密级, or 内部资料"),
    "copy_number": Key(v.TEXT, "份号, 编号"),
    "issuer": Key(v.TEXT, "the issuing body (编发单位, 印发机关)"),
    "addressee": Key(v.TEXT, "主送"),
    "editor_note": Key(v.TEXT, "按语"),
    "signatory": Key(v.TEXT, "署名"),
    "report_to": Key(v.TEXT, "报"),
    "send_to": Key(v.TEXT, "送"),
    "copy_to": Key(v.TEXT, "抄送, 发"),
    "print_run": Key(v.TEXT, "印数"),
    "first_issue": Key(integer(1, 999_999), "the first `{issue}` of the first year counted"),
    "first_total": Key(integer(1, 9_999_999), "the first `{total}`"),
    "logo": Key(
        v.TEXT,
        "a picture in place of the first page's running head: a PNG or JPEG file beside the style",
    ),
    "logo_width": Key(
        v.DISTANCE, "its width (pt, mm, or % of the paper); else 25mm or what has room"
    ),
    "logo_text": Key(v.TEXT, "what it shows, for who can't see it; the name when left out"),
}

STYLE: Final = Table(
    {
        "name": Key(v.TEXT, "its name; the file's own name when left out"),
        "title": Key(v.TEXT, "one line that says what it is for"),
        "extends": Key(v.TEXT, "the style that it starts from: a name, or a file beside this one"),
        "sections": Sections(SECTION_KEYS, "what the briefing shows, in order"),
        "source_marks": Key(v.YES_NO, "print ¶12 after a line, linked to its paragraph"),
        "mark_words": Key(v.YES_NO, "print （第12段） in place of ¶12"),
        "contents_depth": Key(integer(0, 6), "deepest level of heading in the contents"),
        "number_headings": Key(v.YES_NO, "一、二、三、 before the headings of sections"),
        "annexes": Key(v.YES_NO, "sections that start a page are 附件1, 附件2 …"),
        "watermark": Key(v.TEXT, "words behind every page"),
        "chart_colors": Key(v.COLORS, "colours of a chart's series, in order"),
        "fallback_character": Key(
            v.TEXT, "printed for a character that no font has (with a notice)"
        ),
        "embed_fonts": Key(v.YES_NO, "DOCX: put subsets of the fonts into the file"),
        "colors": Named((), Key(v.HEX, "a colour"), "the palette: names for colours"),
        "page": Table(PAGE_KEYS, "paper, margins, running heads"),
        "typefaces": Named((), Table(TYPEFACE_KEYS, "a typeface"), "typefaces by name"),
        "letterhead": Table(LETTERHEAD_KEYS, "what only you can know; an empty part is left out"),
        "rules": Named(tuple(ROLES), Table(dict(RULE_KEYS), "a rule"), "how each role looks"),
    },
    "a style",
)


def nearest(name: str, known: tuple[str, ...]) -> str:
    """The name of `known` that is most like `name`; the empty string when nothing is known."""
    low = name[:100].lower()
    return max(known, key=lambda other: SequenceMatcher(None, low, other).ratio(), default="")
