"""The part ``styles.xml``: every role a named style, and the variants that a document needs.

A role's style is based on its parent's and says only what differs, so that whoever changes a style
in Word changes what descends from it. A *variant* is a role's style as it stands inside a box or in
an aligned column: a style too, so that nothing is formatted by hand.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

import msgspec

from exporter.document.model import Language
from exporter.styling.model import Align, Rule, Style, TabStop
from exporter.writers import _word_names as names
from exporter.writers._word_rules import changed, inset, paragraph_properties, side_border
from exporter.writers._word_sheet import role_styles, style_node
from exporter.writers._word_xml import Node, node, part

_BEFORE_NUMBERING = ("w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:widowControl")


# the parts of a running line that stand right of its first: which tab stops it needs
Edges = Literal["", "center", "right", "both"]


class Dress(NamedTuple):
    """What a place adds to a role's own style.

    `groups` are the groups round it, outermost first; `align` is a table column's; `tab` gives a
    right tab at the edge of `measure` (pt) to a rule without stops; `decimal` is where the decimal
    point stands (pt), `short` how far a number ends before the right edge; `unlisted`
    is a heading that stays out of the contents, `uncounted` one without number; `edges` gives a
    running line its tabs to the middle and the right edge; `counted` makes room in the indent for a
    number; `abreast` parts `measure` into so many columns by tabs.
    """

    groups: tuple[str, ...] = ()
    align: Align | None = None
    tab: bool = False
    measure: float = 0.0
    decimal: float | None = None
    short: float = 0.0
    unlisted: bool = False
    uncounted: bool = False
    edges: Edges = ""
    counted: bool = False
    abreast: int = 0

    @property
    def words(self) -> tuple[str, ...]:
        """The parts of the variant's name; none for the role's own style."""
        flags = (
            ("Tabbed", self.tab),
            ("Decimal", self.decimal is not None),
            ("Short", self.short > 0),
            ("Unlisted", self.unlisted),
            ("Uncounted", self.uncounted),
            (self.edges.capitalize(), bool(self.edges)),
            ("Counted", self.counted),
            ("Abreast", self.abreast > 0),
        )
        groups = tuple(names.style_name(group) for group in self.groups)
        aligned = (self.align.capitalize(),) if self.align else ()
        return (*groups, *aligned, *(word for word, on in flags if on))


BARE = Dress()


def boxed(rule: Rule, group: Rule) -> Rule:
    """`rule` as it is inside the box of `group`: moved in, with the box's lines and background."""
    changes: dict[str, object] = {}
    if group.background_color:
        changes["background_color"] = group.background_color
    for side in ("top", "right", "bottom", "left"):
        line = side_border(group, side)
        if line is not None:
            changes[f"border_{side}"] = line
            changes[f"padding_{side}"] = inset(group, side)
    for side in ("left", "right"):
        bare = side_border(group, side) is None
        padding = inset(group, side) if bare else 0.0
        key = f"margin_{side}"
        changes[key] = getattr(rule, key) + getattr(group, key) + padding
    if group.row_border:
        changes["row_border"] = group.row_border
    return msgspec.structs.replace(rule, **changes)


class StyleBook:
    """The styles of one document: those of all roles, and variants in the order they came up."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self._ids: dict[tuple[str, Dress], str] = {}
        self._variants: list[tuple[str, Dress, str]] = []
        self._stems: dict[str, int] = {}
        self._numbering: dict[str, tuple[str, int]] = {}
        self.width = style.page.text_width

    def paragraph(self, role: str, dress: Dress = BARE) -> str:
        """The id of the style of `role` in that `dress`."""
        known = self._ids.get((role, dress))
        if known is None:
            known = self._ids[role, dress] = self._named(role, dress)
        return known

    def _named(self, role: str, dress: Dress) -> str:
        """A new variant's id, of its role and what the dress adds; the role's own for no dress."""
        if not dress.words:
            return names.style_id(role)
        stem = "-".join((names.style_id(role), *(w.replace(" ", "") for w in dress.words)))
        count = self._stems[stem] = self._stems.get(stem, 0) + 1
        known = stem if count == 1 else f"{stem}-{count}"
        self._variants.append((role, dress, known))
        if dress.uncounted:
            self.number(known, "0")
        return known

    def number(self, style_id: str, number_id: str, level: int = 0) -> None:
        """Ties the style to a level of a numbering."""
        self._numbering[style_id] = (number_id, level)

    def rule(self, role: str, dress: Dress = BARE) -> Rule:
        """The rule of `role` with what `dress` does to it."""
        rule = self._style.rule(role)
        for group in reversed(dress.groups):
            rule = boxed(rule, self._style.rule(group))
        if dress.align:
            rule = msgspec.structs.replace(rule, text_align=dress.align)
        if dress.tab:
            room = (dress.measure or self.width) - rule.margin_left - inset(rule, "left")
            stop = TabStop(room - rule.margin_right - inset(rule, "right"), "right")
            rule = msgspec.structs.replace(rule, tab_stops=(stop,))
        if dress.edges:
            rule = msgspec.structs.replace(
                rule,
                tab_stops=_edges(rule, self.width, dress.edges),
                text_align="left",
                text_indent=0.0,
            )
        if dress.abreast:
            width = dress.measure / dress.abreast
            stops = tuple(TabStop(width * at) for at in range(1, dress.abreast))
            rule = msgspec.structs.replace(rule, tab_stops=stops, text_align="left")
        if dress.counted:
            stop = TabStop(max(rule.text_indent, 0.0))
            rule = msgspec.structs.replace(rule, tab_stops=(stop,), text_indent=0.0)
        if dress.short:
            right = rule.margin_right + dress.short
            rule = msgspec.structs.replace(rule, margin_right=right)
        if dress.decimal is not None:
            stop = TabStop(dress.decimal, "decimal")
            rule = msgspec.structs.replace(rule, tab_stops=(stop,), text_align="left")
        return rule

    def variant(self, role: str, dress: Dress, known: str) -> Node:
        """The style with the id `known`: that of `role`, changed as `dress` wants."""
        style = self._style
        bare = paragraph_properties(style.rule(role), style)
        if dress.uncounted:
            del bare["w:ind"]
        mine = paragraph_properties(self.rule(role, dress), style, dress.measure or None)
        differing = changed(mine, bare)
        title = f"{names.style_name(role)} ({' + '.join(dress.words)})"
        if not known.endswith(dress.words[-1].replace(" ", "")):
            title += f" {known.rpartition('-')[2]}"
        properties = Node("w:pPr", (), differing)
        return style_node("paragraph", (known, title), names.style_id(role), role, properties)

    def part(self, language: Language) -> bytes:
        """The part's bytes, for a document of that language."""
        numbering = tuple(self._numbering.items())
        return _sheet(msgspec.json.encode(self._style), tuple(self._variants), numbering, language)


@lru_cache(maxsize=64)
def _sheet(
    encoded: bytes,
    variants: tuple[tuple[str, Dress, str], ...],
    numbering: tuple[tuple[str, tuple[str, int]], ...],
    language: Language,
) -> bytes:
    """The part for the style with that JSON: documents of one style mostly need the same."""
    book = StyleBook(msgspec.json.decode(encoded, type=Style))
    styles = (*role_styles(encoded, language), *(book.variant(*variant) for variant in variants))
    tied = dict(numbering)
    marked = (_tied(style, tied) if tied else style for style in styles)
    return part("w:styles", ("w",), *(style.markup() for style in marked))


def _edges(rule: Rule, width: float, edges: Edges) -> tuple[TabStop, ...]:
    """The stops of a running line: the middle of the type area, and the right edge of its rule."""
    left = rule.margin_left + inset(rule, "left")
    middle = TabStop(width / 2 - left, "center")
    right = TabStop(width - left - rule.margin_right - inset(rule, "right"), "right")
    stops = {"": (), "center": (middle,), "right": (right,), "both": (middle, right)}
    return stops[edges]


def _tied(style: Node, numbering: dict[str, tuple[str, int]]) -> Node:
    """The style with its numbering in its paragraph properties, where the schema wants it."""
    found = numbering.get(dict(style.attributes).get("w:styleId", ""))
    if found is None:
        return style
    number_id, level = found
    number = node("w:numPr", node("w:ilvl", val=level), node("w:numId", val=number_id))
    children = list(style.children)
    tags = [child.tag for child in children]
    if "w:pPr" not in tags:
        at = tags.index("w:rPr") if "w:rPr" in tags else len(tags)
        children.insert(at, Node("w:pPr", (), (number,)))
    else:
        at = tags.index("w:pPr")
        properties = children[at].children
        before = sum(child.tag in _BEFORE_NUMBERING for child in properties)
        numbered = (*properties[:before], number, *properties[before:])
        children[at] = Node("w:pPr", (), numbered)
    return style._replace(children=tuple(children))
