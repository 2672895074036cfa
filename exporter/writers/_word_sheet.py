"""The styles that don't depend on the document: defaults, one for every role, tables, notes."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from exporter.document.model import Language
from exporter.document.roles import ROLES
from exporter.styling.model import Rule, Style
from exporter.writers import _word_names as names
from exporter.writers._word_rules import (
    CHARACTER_FIELDS,
    SIDES,
    border,
    changed,
    paragraph_properties,
    run_properties,
    shading,
)
from exporter.writers._word_xml import Node, node, twips

# Word knows 376 styles of its own; those that no role uses are kept out of the reader's way
_LATENT = node(
    "w:latentStyles",
    defLockedState=0,
    defUIPriority=99,
    defSemiHidden=1,
    defUnhideWhenUsed=1,
    defQFormat=0,
    count=376,
)
_DEFAULT_TABLE = Node(
    "w:style",
    (("w:type", "table"), ("w:default", "1"), ("w:styleId", "TableNormal")),
    (
        node("w:name", val="Normal Table"),
        node("w:uiPriority", val=99),
        node("w:semiHidden"),
        node("w:unhideWhenUsed"),
        node(
            "w:tblPr",
            node("w:tblInd", w=0, type="dxa"),
            node("w:tblCellMar", *(node(f"w:{side}", w=0, type="dxa") for side in SIDES)),
        ),
    ),
)
_DEFAULTS_OF_CHARACTERS = Node(
    "w:style",
    (("w:type", "character"), ("w:default", "1"), ("w:styleId", "DefaultParagraphFont")),
    (
        node("w:name", val="Default Paragraph Font"),
        node("w:uiPriority", val=1),
        node("w:semiHidden"),
        node("w:unhideWhenUsed"),
    ),
)
_NO_LIST = Node(
    "w:style",
    (("w:type", "numbering"), ("w:default", "1"), ("w:styleId", "NoList")),
    (
        node("w:name", val="No List"),
        node("w:uiPriority", val=99),
        node("w:semiHidden"),
        node("w:unhideWhenUsed"),
    ),
)


@lru_cache(maxsize=16)
def role_styles(encoded: bytes, language: Language) -> tuple[Node, ...]:
    """The sheet of the style with that JSON, but for the variants."""
    style = msgspec.json.decode(encoded, type=Style)
    blocks = (_block_style(role, style) for role in names.roles_of_kind("block"))
    inlines = (_inline_style(role, style) for role in names.roles_of_kind("inline"))
    tables = (_table_style(role, style) for role in names.roles_of_kind("table"))
    return (
        _defaults(style, language),
        _LATENT,
        *blocks,
        _DEFAULTS_OF_CHARACTERS,
        *(node for node in inlines if node is not None),
        _footnote_reference(),
        _DEFAULT_TABLE,
        *tables,
        _NO_LIST,
        *_carriers(style),
    )


def style_node(
    kind: str, names_: tuple[str, str], based_on: str | None, role: str, *properties: Node
) -> Node:
    """A ``w:style``: `names_` are its id and name. Properties without content are left out."""
    style_id, title = names_
    default = (("w:default", "1"),) if style_id == "Normal" else ()
    custom = (
        (("w:customStyle", "1"),)
        if role not in names.BUILT_IN or title != names.style_name(role)
        else ()
    )
    head = [node("w:name", val=title)]
    if based_on:
        head.append(node("w:basedOn", val=based_on))
    if role in names.FOLLOWED_BY_TEXT:
        head.append(node("w:next", val=names.style_id("paragraph")))
    head += [node("w:uiPriority", val=_RANK.get(role, 99)), node("w:qFormat")]
    filled = (child for child in properties if child.children or child.attributes)
    return Node(
        "w:style",
        (("w:type", kind), *default, *custom, ("w:styleId", style_id)),
        (*head, *filled),
    )


_RANK = {role: rank for rank, role in enumerate(ROLES, start=1)}


def _defaults(style: Style, spoken: Language) -> Node:
    """What every paragraph starts from: the base's characters, the language, no space."""
    characters = run_properties(style.rule("base"), style, ("face", "font_size")).values()
    language = node("w:lang", val="en-US", eastAsia=names.east_asian(spoken), bidi="ar-SA")
    return node(
        "w:docDefaults",
        node("w:rPrDefault", Node("w:rPr", (), (*characters, language))),
        node("w:pPrDefault"),
    )


def _block_style(role: str, style: Style) -> Node:
    rule, parent = style.rule(role), ROLES[role].parent
    mine = paragraph_properties(rule, style)
    characters = run_properties(rule, style, CHARACTER_FIELDS)
    own, base = tuple(mine.values()), {}
    if parent is not None:
        base_rule = style.rule(parent)
        inherited = paragraph_properties(base_rule, style)
        if names.outline_level(role) is not None:
            # where a numbering begins or ends, LibreOffice forgets indents that are inherited
            del inherited["w:ind"]
        own = changed(mine, inherited)
        base = run_properties(base_rule, style, CHARACTER_FIELDS)
    else:
        own = changed(mine, {})
    level = names.outline_level(role)
    if level is not None:
        own = (*own, node("w:outlineLvl", val=level))
    elif parent is not None and names.outline_level(parent) is not None:
        own = (*own, node("w:outlineLvl", val=9))
    return style_node(
        "paragraph",
        (names.style_id(role), names.style_name(role)),
        names.style_id(parent) if parent else None,
        role,
        Node("w:pPr", (), own),
        Node("w:rPr", (), changed(characters, base)),
    )


def _inline_style(role: str, style: Style) -> Node | None:
    """A style of characters that says what the inline's rule sets; ``None`` for the root."""
    parent = ROLES[role].parent
    if parent is None:
        return None
    rule = style.rule(role)
    said = tuple(field for field in CHARACTER_FIELDS if field in rule.sets)
    nodes = list(run_properties(rule, style, said).values())
    if "background_color" in rule.sets and rule.background_color:
        nodes.append(shading(rule.background_color))
    if "border_top" in rule.sets and rule.border_top:
        nodes.insert(len(nodes), border("bdr", rule.border_top))
    based = "DefaultParagraphFont" if ROLES[parent].parent is None else names.style_id(parent)
    ordered = sorted(nodes, key=lambda n: _RUN_ORDER.index(n.tag))
    return style_node(
        "character",
        (names.style_id(role), names.style_name(role)),
        based,
        role,
        Node("w:rPr", (), tuple(ordered)),
    )


_RUN_ORDER = ("w:rFonts", "w:color", "w:spacing", "w:w", "w:sz", "w:szCs", "w:bdr", "w:shd")


def _footnote_reference() -> Node:
    raised = Node("w:rPr", (), (node("w:vertAlign", val="superscript"),))
    return style_node(
        "character", names.FOOTNOTE_REFERENCE, "DefaultParagraphFont", "footnote", raised
    )


def _table_style(role: str, style: Style) -> Node:
    rule = style.rule(role)
    parent = ROLES[role].parent
    head = (
        (
            node(
                "w:tblStylePr",
                node("w:tblPr"),
                node("w:tcPr", node("w:tcBorders", border("bottom", rule.head_border))),
                type="firstRow",
            ),
        )
        if rule.head_border
        else ()
    )
    fill = (
        node("w:tcPr", shading(rule.background_color)) if rule.background_color else node("w:tcPr")
    )
    return style_node(
        "table",
        (names.style_id(role), names.style_name(role)),
        names.style_id(parent) if parent else "TableNormal",
        role,
        node("w:tblPr", _table_borders(rule), _cell_margins(rule)),
        fill,
        *head,
    )


def _table_borders(rule: Rule) -> Node:
    sides = (border(side, getattr(rule, f"border_{side}"), 0.0) for side in SIDES)
    between = border("insideH", rule.row_border, 0.0)
    return node("w:tblBorders", *sides, between, border("insideV", None))


def _cell_margins(rule: Rule) -> Node:
    x, y = twips(rule.cell_padding_x), twips(rule.cell_padding_y)
    sizes = {"top": y, "left": x, "bottom": y, "right": x}
    return node("w:tblCellMar", *(node(f"w:{s}", w=size, type="dxa") for s, size in sizes.items()))


def _properties(flush: Node) -> Node:
    """A line as high as what stands in it."""
    auto = node("w:spacing", before=0, after=0, line=240, lineRule="auto")
    return node("w:pPr", node("w:snapToGrid", val=0), auto, flush)


def _carriers(style: Style) -> tuple[Node, ...]:
    """Paragraphs that carry a chart, or part two tables (as low as Word allows)."""
    chart = style.rule("chart")
    room = node(
        "w:spacing",
        before=twips(chart.space_before),
        after=twips(chart.space_after),
        line=240,
        lineRule="auto",
    )
    flush = node("w:ind", left=0, right=0, firstLineChars=0, firstLine=0)
    low = node("w:spacing", before=0, after=0, line=20, lineRule="exact")
    return (
        style_node(
            "paragraph",
            names.CHART_PARAGRAPH,
            "Normal",
            "chart",
            node("w:pPr", node("w:keepNext"), node("w:snapToGrid", val=0), room, flush),
        ),
        style_node(
            "paragraph",
            names.SEPARATOR,
            "Normal",
            "chart",
            node("w:pPr", node("w:snapToGrid", val=0), low, flush),
            node("w:rPr", node("w:sz", val=2), node("w:szCs", val=2)),
        ),
        *(
            (style_node("paragraph", names.LOGO_PARAGRAPH, "Normal", "chart", _properties(flush)),)
            if style.logo
            else ()
        ),
    )
