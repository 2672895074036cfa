"""A style's rule in Word's terms: properties of paragraphs and runs, borders, as comparable nodes.

Order of elements is the schema's (ECMA-376-1, CT_PPrBase and CT_RPr). Lengths leave in twentieths
of a point, sizes in half-points, border widths in eighths.
"""

from __future__ import annotations

import math

from exporter.styling.model import Border, Rule, Style, Typeface
from exporter.writers._word_xml import Node, node, twips

CHARACTER_FIELDS = ("face", "font_size", "color", "letter_spacing", "font_stretch")
# Word clips what is taller than an exact line; so tight a line is given as a minimum instead
TIGHT_LINE = 1.1
MAX_BORDER_SPACE = 31
SIDES = ("top", "left", "bottom", "right")
_BORDER_STYLES = {
    "solid": "single",
    "dashed": "dashed",
    "thick-thin": "thickThinSmallGap",
    "thin-thick": "thinThickSmallGap",
}


def fonts(face: Typeface) -> Node:
    """The four scripts' fonts of a typeface: none is left to a theme."""
    latin, east = face.docx_latin, face.docx_east_asian
    return node("w:rFonts", ascii=latin, hAnsi=latin, eastAsia=east, cs=latin)


def run_properties(rule: Rule, style: Style, fields: tuple[str, ...]) -> dict[str, Node]:
    """What `rule` says of characters, of those `fields` alone, by element in the schema's order."""
    size = round(rule.font_size * 2)
    every = {
        "face": (fonts(style.typefaces[rule.face]),),
        "color": (node("w:color", val=_color(rule.color)),),
        "letter_spacing": (node("w:spacing", val=_tracking(rule.letter_spacing)),),
        "font_stretch": (node("w:w", val=round(rule.font_stretch)),),
        "font_size": (node("w:sz", val=size), node("w:szCs", val=size)),
    }
    return {n.tag: n for field, nodes in every.items() if field in fields for n in nodes}


def _tracking(points: float) -> int:
    """Letter spacing in twips; rounded down: a twip too much costs a character on the line."""
    return math.floor(points * 20 + 0.01)


def _color(value: str) -> str:
    return value.lstrip("#").upper()


def border(side: str, line: Border | None, space: float | None = None) -> Node:
    """A border as the element of its `side`; ``None`` is an explicit nothing. `space` in pt."""
    if line is None:
        return node(f"w:{side}", val="nil")
    gap = min(MAX_BORDER_SPACE, round(line.padding if space is None else space))
    return node(
        f"w:{side}",
        val=_BORDER_STYLES[line.style],
        sz=max(2, round(line.width * 8)),
        space=gap,
        color=_color(line.color),
    )


def shading(color: str | None) -> Node:
    """The background; ``None`` is an explicit nothing."""
    return node("w:shd", val="clear", color="auto", fill=_color(color) if color else "auto")


def side_border(rule: Rule, side: str) -> Border | None:
    """The border of a side; a background without one gets one of its own colour, for padding."""
    line: Border | None = getattr(rule, f"border_{side}")
    padding: float = getattr(rule, f"padding_{side}")
    if line is None and rule.background_color and padding:
        return Border(0.25, rule.background_color, padding)
    return line


def inset(rule: Rule, side: str) -> float:
    """Room in pt that padding takes from the text at a side; a border lies inside it."""
    line = side_border(rule, side)
    padding: float = getattr(rule, f"padding_{side}")
    return padding if line is None else max(padding, line.padding, line.width)


def paragraph_properties(rule: Rule, style: Style, width: float | None = None) -> dict[str, Node]:
    """What `rule` says of a block, by element in the schema's order; `width` of its measure in pt
    where that isn't the page's.
    """
    spaced = "1" if rule.text_spacing > 0 else "0"
    nodes = (
        node("w:keepNext", val=_flag(rule.break_after == "avoid")),
        node("w:keepLines", val=_flag(rule.break_inside == "avoid")),
        node("w:pageBreakBefore", val=_flag(rule.break_before == "page")),
        node("w:widowControl", val=_flag(rule.widows > 1 or rule.orphans > 1)),
        _borders(rule),
        shading(rule.background_color),
        _tabs(rule, style.page.text_width if width is None else width),
        # no mark hangs out into the margin: Word is to compress marks instead
        node("w:overflowPunct", val=0),
        node("w:autoSpaceDE", val=spaced),
        node("w:autoSpaceDN", val=spaced),
        *(
            (node("w:snapToGrid", val=_flag(_on_grid(rule, style))),)
            if style.page.grid_lines
            else ()
        ),
        _spacing(rule),
        _indents(rule),
        node("w:jc", val="both" if rule.text_align == "justify" else rule.text_align),
    )
    return {n.tag: n for n in nodes}


def _on_grid(rule: Rule, style: Style) -> bool:
    """Whether lines of `rule` are lines of the page's grid. A larger letter would take two of them
    (LibreOffice), and in a grid no decimal point is aligned there.
    """
    pitch = style.page.text_height / style.page.grid_lines
    return abs(rule.line_height - pitch) < 0.5 and rule.font_size <= style.rule("base").font_size


def _flag(on: bool) -> str:
    return "1" if on else "0"


def _borders(rule: Rule) -> Node:
    lines = (
        border(side, side_border(rule, side), max(0.0, inset(rule, side) - _width(rule, side)))
        for side in SIDES
    )
    return Node("w:pBdr", (), (*lines, border("between", rule.row_border)))


def _width(rule: Rule, side: str) -> float:
    line = side_border(rule, side)
    return 0.0 if line is None else line.width


def _tabs(rule: Rule, width: float) -> Node:
    left = rule.margin_left + inset(rule, "left")
    room = width - left - rule.margin_right - inset(rule, "right")
    stops = sorted(
        (min(room, stop.position + (room if stop.position < 0 else 0.0)), stop.align, stop.leader)
        for stop in rule.tab_stops
    )
    tabs = (
        node("w:tab", val=align, leader=leader, pos=twips(left + position))
        for position, align, leader in stops
    )
    return Node("w:tabs", (), tuple(tabs))


def _spacing(rule: Rule) -> Node:
    exact = rule.line_height >= rule.font_size * TIGHT_LINE
    return node(
        "w:spacing",
        before=twips(rule.space_before),
        after=twips(rule.space_after),
        line=math.floor(rule.line_height * 20 + 0.01),
        lineRule="exact" if exact else "atLeast",
    )


def _indents(rule: Rule) -> Node:
    left = twips(rule.margin_left + inset(rule, "left"))
    right = twips(rule.margin_right + inset(rule, "right"))
    if rule.text_indent < 0:
        return node("w:ind", left=left, right=right, hanging=twips(-rule.text_indent))
    first = twips(rule.text_indent)
    return node("w:ind", left=left, right=right, firstLineChars=_characters(rule), firstLine=first)


def _characters(rule: Rule) -> int:
    """The indent in hundredths of a character where it is whole characters, so that it follows
    the font size; else nought, which leaves it to the length.
    """
    count = round(rule.text_indent / rule.font_size)
    whole = math.isclose(rule.text_indent, count * rule.font_size, rel_tol=0.03)
    return count * 100 if whole else 0


def changed(nodes: dict[str, Node], base: dict[str, Node]) -> tuple[Node, ...]:
    """The `nodes` that `base` hasn't just so; a tab stop of the base that is gone is cleared."""
    out = []
    for tag, mine in nodes.items():
        theirs = base.get(tag)
        if mine == theirs or (theirs is None and tag in _EMPTY_WHEN_BARE and not _says(mine)):
            continue
        out.append(_retabbed(mine, theirs) if tag == "w:tabs" and theirs else mine)
    return tuple(out)


_EMPTY_WHEN_BARE = ("w:pBdr", "w:tabs", "w:shd")


def _says(mine: Node) -> bool:
    """Whether borders, tabs or shading are more than nothing."""
    if mine.tag == "w:shd":
        return ("w:fill", "auto") not in mine.attributes
    return any(("w:val", "nil") not in child.attributes for child in mine.children)


def _retabbed(mine: Node, base: Node) -> Node:
    kept = {dict(tab.attributes)["w:pos"] for tab in mine.children}
    gone = (dict(tab.attributes)["w:pos"] for tab in base.children)
    clears = tuple(node("w:tab", val="clear", pos=pos) for pos in gone if pos not in kept)
    return Node("w:tabs", (), (*clears, *mine.children))
