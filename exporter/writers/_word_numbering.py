"""The part ``numbering.xml``: headings 一、（一）1., lists, and the numbers beside paragraphs.

Numbers are Word's own: they renumber themselves, and no text holds them.
"""

from __future__ import annotations

from typing import NamedTuple

from exporter.styling.model import Rule, Style
from exporter.writers import _word_names as names
from exporter.writers._word_rules import CHARACTER_FIELDS, inset, run_properties
from exporter.writers._word_xml import Node, node, part, twips

# w:numFmt and w:lvlText by the style's word for it; what a list looks like in Chinese print
FORMATS = {
    "decimal": ("decimal", "%1."),
    "bullet": ("bullet", "·"),
    "chinese": ("chineseCountingThousand", "%1、"),
}
CHINESE_HEADINGS = (
    ("chineseCountingThousand", "%1、"),
    ("chineseCountingThousand", "（%2）"),
    ("decimal", "%3."),
    ("decimal", "（%4）"),
)
WESTERN_HEADINGS = (("decimal", "%1. "), ("decimal", "%1.%2 "), ("decimal", "%1.%2.%3 "))


class Indents(NamedTuple):
    """What the place of a paragraph's number depends on: lengths in pt, `size` is the number's."""

    margin: bool
    left: float
    first: float
    size: float


class NumberBook:
    """The numberings of one document; ids count from 1 in the order they were asked for."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self._abstract: dict[str, tuple[str, tuple[Node, ...]]] = {}
        self._numbers: list[tuple[str, int | None]] = []

    def headings(self, *, chinese: bool) -> str:
        """The numbering of headings, one for the document: 一、（一）1.（1） or 1. 1.1 1.1.1."""
        levels = []
        for index, looks in enumerate(CHINESE_HEADINGS if chinese else WESTERN_HEADINGS):
            known = index < len(names.PARTS_OF_HEADINGS)
            role = names.PARTS_OF_HEADINGS[index] if known else None
            rule = self._style.rule(role or names.PARTS_OF_HEADINGS[-1])
            levels.append(self._level(index, looks, "nothing", style_of=role, indent=rule))
        return self._number("headings", tuple(levels), None)

    def a_list(self, role: str, numbering: str, rule: Rule) -> str:
        """A numbering of its own for one list of `role`, from 1; its items hang as `rule` says."""
        fmt, text = FORMATS[numbering]
        hanging = rule.text_indent < 0
        # run in, "1." before "50 个" would read as 1.50: a space parts them
        run_in = "space" if fmt == "decimal" else "nothing"
        level = self._level(0, (fmt, text), "tab" if hanging else run_in, indent=rule)
        return self._number(f"list {role} {numbering}", (level,), 1)

    def paragraph_indents(self, rule: Rule) -> Indents:
        """What of a paragraph's `rule` its number's place depends on."""
        size = self._style.inline("paragraph_number", rule).font_size
        left = rule.margin_left + inset(rule, "left")
        return Indents(rule.number_position == "margin", left, rule.text_indent, size)

    def paragraphs(self, indents: Indents, start: int) -> str:
        """Numbers from `start` beside paragraphs, in their margin or their indent."""
        if indents.margin:
            first = node("w:ind", left=twips(indents.left), firstLine=twips(max(0, indents.first)))
            level = self._level(0, ("decimal", "%1" + self._gap(indents)), "nothing", right=True)
            room = node("w:pPr", first)
        else:
            stop = twips(indents.left + max(indents.first, 0.0))
            level = self._level(0, ("decimal", "%1"), "tab")
            room = node(
                "w:pPr",
                node("w:tabs", node("w:tab", val="num", pos=stop)),
                node("w:ind", left=twips(indents.left), firstLineChars=0, firstLine=0),
            )
        dress = Node("w:rPr", (), self._number_dress)
        whole = Node(level.tag, level.attributes, (*level.children, room, dress))
        return self._number(f"paragraphs {indents}", (whole,), start)

    @property
    def _number_dress(self) -> tuple[Node, ...]:
        rule = self._style.rule("paragraph_number")
        said = tuple(field for field in CHARACTER_FIELDS if field in rule.sets)
        return tuple(run_properties(rule, self._style, said).values())

    def _gap(self, indents: Indents) -> str:
        """Spaces of the number's own size that fill the gap to the text and the text's indent.

        The number ends where the first line begins, so what parts them has to be part of it.
        """
        gap = max(0.0, indents.first) + self._style.rule("paragraph_number").margin_right
        halves = round(gap / indents.size * 2)
        return "\u3000" * (halves // 2) + "\u2002" * (halves % 2)

    def _number(self, key: str, levels: tuple[Node, ...], start: int | None) -> str:
        if key not in self._abstract:
            self._abstract[key] = (str(len(self._abstract) + 1), levels)
        self._numbers.append((self._abstract[key][0], start))
        return str(len(self._numbers))

    def _level(
        self,
        index: int,
        looks: tuple[str, str],
        suffix: str,
        *,
        style_of: str | None = None,
        indent: Rule | None = None,
        right: bool = False,
    ) -> Node:
        fmt, text = looks
        children = [node("w:start", val=1), node("w:numFmt", val=fmt)]
        if style_of:
            children.append(node("w:pStyle", val=names.style_id(style_of)))
        children += [
            node("w:suff", val=suffix),
            node("w:lvlText", val=text),
            node("w:lvlJc", val="right" if right else "left"),
        ]
        if indent is not None:
            children.append(node("w:pPr", _indent(indent)))
        return Node("w:lvl", (("w:ilvl", str(index)),), tuple(children))

    def part(self) -> bytes | None:
        """The part's bytes; ``None`` when nothing is numbered."""
        if not self._numbers:
            return None
        kinds = (_abstract(key, levels) for key, levels in self._abstract.values())
        numbers = (
            _numbered(number, key, start)
            for number, (key, start) in enumerate(self._numbers, start=1)
        )
        return part("w:numbering", ("w",), *kinds, *numbers)


def _abstract(key: str, levels: tuple[Node, ...]) -> str:
    kind = node("w:multiLevelType", val="multilevel" if len(levels) > 1 else "singleLevel")
    return node("w:abstractNum", kind, *levels, abstractNumId=key).markup()


def _numbered(number: int, key: str, start: int | None) -> str:
    """A numbering of the kind `key`; one with a `start` counts anew."""
    anew = (
        f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        if start is not None
        else ""
    )
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{key}"/>{anew}</w:num>'


def _indent(rule: Rule) -> Node:
    left = twips(rule.margin_left)
    if rule.text_indent < 0:
        return node("w:ind", left=left, hanging=twips(-rule.text_indent))
    return node("w:ind", left=left, firstLineChars=0, firstLine=twips(rule.text_indent))
