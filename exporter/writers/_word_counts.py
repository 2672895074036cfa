"""Numbers in the document's text that Word can count: 一、 before headings, 图1 in captions.

What Word counts isn't text any more: sections and figures can be moved, and renumber themselves.
"""

from __future__ import annotations

import re

import msgspec

from exporter.document.model import Heading, Inline, Link, Text
from exporter.document.roles import ROLES
from exporter.writers import _word_names as names
from exporter.writers._word_numbering import NumberBook
from exporter.writers._word_styles import StyleBook
from exporter.writers._word_text import Runs, field

COUNTED = ("heading_1", "page_title")
_ORDINAL = re.compile(r"([〇一二三四五六七八九十]{1,3}、|[0-9]{1,3}\. )")
_CAPTION = re.compile(r"(图|圖|表|Figure |Table )([0-9]{1,3})(?![0-9])")


class HeadingCount:
    """Takes the numbers of section headings over into Word's numbering."""

    def __init__(self, numbers: NumberBook, book: StyleBook, *, wanted: bool) -> None:
        self._numbers = numbers
        self._book = book
        self._wanted = wanted
        self._count = 0

    def take(self, role: str, content: tuple[Inline, ...]) -> tuple[tuple[Inline, ...], bool]:
        """The content without the number that Word gives; whether the heading is uncounted."""
        if not self._wanted or role not in COUNTED:
            return content, False
        first = content[0] if content else None
        label = _ORDINAL.fullmatch(first.text) if isinstance(first, Text) else None
        if label is None:
            return content, True
        if self._count == 0:
            self._tie(chinese=label[1].endswith("、"))
        self._count += 1
        return content[1:], False

    def _tie(self, *, chinese: bool) -> None:
        """Ties the levels to the heading styles; what else descends from those is not numbered."""
        number = self._numbers.headings(chinese=chinese)
        for level, role in enumerate(names.PARTS_OF_HEADINGS):
            self._book.number(names.style_id(role), number, level)
        for role, info in ROLES.items():
            if info.parent in names.PARTS_OF_HEADINGS and role not in COUNTED:
                self._book.number(names.style_id(role), "0")


def write_caption(runs: Runs, out: list[str], content: tuple[Inline, ...]) -> None:
    """Appends a caption's words, its number as a field, in a link where the words are one."""
    first = content[0] if content else None
    found = _CAPTION.match(first.text) if isinstance(first, Text | Link) else None
    if found is None or not isinstance(first, Text | Link):
        runs.write(out, content)
        return
    label, number = found[1], found[2]
    counted: list[str] = []
    runs.text(counted, label, first.role)
    counted.append(field(f"SEQ {label.strip()} \\* ARABIC", number))
    if isinstance(first, Link):
        runs.linked(out, first.target, counted)
    else:
        out += counted
    rest = msgspec.structs.replace(first, text=first.text[found.end() :])
    runs.write(out, (rest, *content[1:]) if rest.text else content[1:])


class Outline:
    """The levels of headings in the outline, none left out on the way down, for readers who go by
    the outline alone.
    """

    def __init__(self) -> None:
        self._last = -1

    def level(self, block: Heading) -> int | None:
        """The heading's level where its style has another."""
        usual = names.outline_level(block.role)
        if usual is None:
            return None
        self._last = min(max(block.level - 2, 0), self._last + 1)
        return None if self._last == usual else self._last
