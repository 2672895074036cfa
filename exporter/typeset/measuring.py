"""What a writer that leaves the setting of lines to others asks of our own: how wide a table's
columns are, and where the lines of a title end. The answers are those of the PDF.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property

import msgspec

from exporter.document.model import (
    Document,
    Inline,
    Language,
    LineBreak,
    Link,
    Tab,
    Table,
    Text,
)
from exporter.styling.model import Style
from exporter.typeset.lines import break_lines
from exporter.typeset.model import Measure
from exporter.typeset.pages_flow import Flow
from exporter.typeset.pages_running import shared_room, shortened, width_of
from exporter.typeset.pages_table_columns import column_widths
from exporter.typeset.pages_text import BALANCED

Parts = tuple[str, str, str]
"""What a running line has at the left, in the middle and at the right."""
_SUBSTITUTE = "?"
"""As wide as a character that no face has: the writer's reader has other faces."""


Widths = dict[tuple[str, tuple[Inline, ...]], float]
_MOST_KEPT = 4096
_kept: list[tuple[Style, Language, Widths]] = []


def _measured(style: Style, language: Language) -> Widths:
    """The widths of cells measured before in documents of the same look: tables of one style say
    the same units, names and periods over and over.
    """
    for known, spoken, widths in _kept:
        same = known.rules is style.rules and known.typefaces is style.typefaces
        if same and spoken == language and len(widths) < _MOST_KEPT:
            return widths
    widths = {}
    _kept[:] = [(style, language, widths)]
    return widths


class Measuring:
    """Measures the blocks of one document; nothing is loaded before it is asked."""

    def __init__(self, document: Document, style: Style) -> None:
        self._document, self._style = document, style

    @cached_property
    def _flow(self) -> Flow:
        style = self._style
        if not style.fallback_character:
            style = msgspec.structs.replace(style, fallback_character=_SUBSTITUTE)
        flow = Flow(self._document, style, frozenset(), ())
        flow.measured = _measured(self._style, self._document.language)
        return flow

    def columns(self, table: Table, width: float) -> list[float]:
        """The widths in pt of the table's columns, padding included, in `width` pt together."""
        self._flow.width = width
        return column_widths(self._flow, table, self._style.rule(table.role))

    def in_lines(self, role: str, content: tuple[Inline, ...], width: float) -> tuple[Inline, ...]:
        """A title's content with a break where each of its lines ends; other roles' as it is."""
        if role not in BALANCED:
            return content
        rule = self._style.rule(role)
        room = width - rule.margin_left - rule.margin_right
        measure = Measure(room, rule.text_indent, rule.text_align, rule.text_spacing, balance=True)
        lines = break_lines(self._flow.dresser.runs(self._flow, content, role, 0), measure)
        return tuple(_broken(content, [line.end for line in lines[:-1]]))

    def running(self, parts: Parts, role: str, fixed: Callable[[str], bool]) -> Parts:
        """The parts of a running line, cut short where they would meet; never a `fixed` one."""
        rule, dresser = self._style.rule(role), self._flow.dresser
        width = self._style.page.text_width - rule.margin_left - rule.margin_right
        rooms = shared_room([width_of(dresser, p, rule) for p in parts], width, rule.font_size)
        left, center, right = (
            words if fixed(words) else shortened(dresser, words, rule, room)
            for words, room in zip(parts, rooms, strict=True)
        )
        return left, center, right


def _broken(content: tuple[Inline, ...], ends: list[int]) -> Iterator[Inline]:
    """The content with breaks put in after so many characters of its text."""
    at = 0
    for inline in content:
        match inline:
            case Text(text=words) | Link(text=words):
                start = 0
                for end in [end - at for end in ends if at < end <= at + len(words)]:
                    yield msgspec.structs.replace(inline, text=words[start:end].rstrip())
                    yield LineBreak()
                    start = end
                at += len(words)
                yield msgspec.structs.replace(inline, text=words[start:])
            case Tab() | LineBreak():
                at += 1
                yield inline
            case _:
                yield inline
