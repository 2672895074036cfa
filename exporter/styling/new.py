"""The text of a new style file: small, complete, and with every table that one may want,
commented.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from exporter.document.plan import SectionSpec
from exporter.errors import StyleError
from exporter.styling.keys import LETTERHEAD_KEYS, PAGE_KEYS, RULE_KEYS, Key
from exporter.styling.load import load, palette
from exporter.styling.model import RunningLine, Style
from exporter.styling.values import TEXT

_WORDS: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_-")
_SHOWN_ROLES: Final = ("base", "title", "heading_1", "key_point", "question", "speech")
_SHOWN_KEYS: Final = ("font_family", "font_size", "line_height", "color", "space_before")


def new(name: str, extends: str = "plain") -> str:
    """A style file named `name` that starts from `extends`; as it stands it looks like that one.

    Raises `UnknownStyle` for no such base and `StyleError` for a name that isn't one of small
    letters, digits, ``-`` and ``_``.
    """
    if not name or len(name) > 40 or not _WORDS.issuperset(name):
        raise StyleError(
            "styling.bad-value", file=name[:80], key="name", found=name[:80], expected="a-z 0-9 - _"
        )
    base = load(extends)
    lines = [*_head(name, extends), *_sections(base), *_page(base), *_colors(extends)]
    lines += [*_letterhead(base), *_rules(base)]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A TOML string; JSON's is one."""
    return json.dumps(text, ensure_ascii=False)


def _head(name: str, extends: str) -> Iterator[str]:
    yield "# A style of the exporter. Every key and every role is explained in styles/README.md."
    yield f"# Try it:    exporter convert PAGE -o OUT --style {name}.toml"
    yield f"# Check it:  exporter styles check {name}.toml"
    yield "# Take away the # before a line to change it; what isn't said here is as in the base."
    yield f"name = {_quoted(name)}"
    yield f"title = {_quoted(name)}"
    yield f"extends = {_quoted(extends)}"


def _sections(base: Style) -> Iterator[str]:
    yield ""
    yield "# What the briefing shows, in order."
    yield "# sections = ["
    for section in base.plan.sections:
        yield f"#   {_section(section)},"
    yield "# ]"
    yield f"# source_marks = {str(base.plan.source_marks).lower()}   # ¶12 after each line"


def _section(section: SectionSpec) -> str:
    said = [f"name = {_quoted(section.name)}"]
    said += [f"form = {_quoted(section.form)}"] if section.form else []
    said += [f"heading = {_quoted(section.heading)}"] if section.heading is not None else []
    said += [f"limit = {section.limit}"] if section.limit else []
    said += ["new_page = true"] if section.new_page else []
    return "{ " + ", ".join(said) + " }" if len(said) > 1 else _quoted(section.name)


def _page(base: Style) -> Iterator[str]:
    page = base.page
    margins = (page.margin_top, page.margin_right, page.margin_bottom, page.margin_left)
    yield ""
    yield "# [page]"
    examples = {
        "size": '"A4"',
        "margin": _quoted(" ".join(f"{margin:g}pt" for margin in margins)),
        "head_distance": _quoted(f"{page.head_distance:g}pt"),
        "foot_distance": _quoted(f"{page.foot_distance:g}pt"),
        **_boxes("top", page.head),
        **_boxes("bottom", page.foot),
    }
    for key in examples:
        node = PAGE_KEYS[key]
        assert isinstance(node, Key)
        yield f"# {key} = {examples[key]}   # {node.purpose}"


def _boxes(edge: str, line: RunningLine | None) -> dict[str, str]:
    """The margin boxes at one edge of a page, as the base fills them."""
    line = line or RunningLine()
    return {f"{edge}_{part}": _quoted(getattr(line, part)) for part in ("left", "center", "right")}


def _colors(extends: str) -> Iterator[str]:
    yield ""
    yield "# [colors]   # the base's own names; a new value changes them everywhere"
    for name, value in palette(extends).items():
        yield f"# {name} = {_quoted(value)}"


def _letterhead(base: Style) -> Iterator[str]:
    yield ""
    yield "# [letterhead]   # what only you can know; an empty part is left out"
    for key, node in LETTERHEAD_KEYS.items():
        assert isinstance(node, Key)
        example = getattr(base.plan.letterhead, key, "" if node.kind is TEXT else "25mm")
        yield f"# {key} = {json.dumps(example, ensure_ascii=False)}   # {node.purpose}"


def _rules(base: Style) -> Iterator[str]:
    for role in _SHOWN_ROLES:
        rule = base.rule(role)
        yield ""
        yield f"# [rules.{role}]"
        for key in _SHOWN_KEYS:
            value = getattr(rule, RULE_KEYS[key].field or key)
            shown = f"{value:g}pt" if isinstance(value, float) else str(value)
            yield f"# {key} = {_quoted(shown)}"
