"""Numbers in the document's text that Word can count: 一、 before headings, 图1 in captions.

What Word counts isn't text any more: sections and figures can be moved, and renumber themselves.
"""

from __future__ import annotations

import re

import msgspec

from exporter.document.model import Heading, Inline, Text
from exporter.document.roles import ROLES
from exporter.writers import _word_names as names
from exporter.writers._word_numbering import NumberBook
from exporter.writers._word_styles import StyleBook

COUNTED = ("heading_1", "page_title")
_ORDINAL = re.compile(r"([〇一二三四五六七八九十]{1,3}、|[0-9]{1,3}\. )")
_CAPTION = re.compile(r"(图|表|Figure |Table )([0-9]{1,3})(?![0-9])")


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


def split_caption(content: tuple[Inline, ...]) -> tuple[str, str, tuple[Inline, ...]] | None:
    """A caption's label (图), its number, and what follows; ``None`` where it has no number."""
    first = content[0] if content else None
    found = _CAPTION.match(first.text) if isinstance(first, Text) else None
    if found is None or not isinstance(first, Text):
        return None
    rest = msgspec.structs.replace(first, text=first.text[found.end() :])
    return found[1], found[2], (rest, *content[1:])


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
