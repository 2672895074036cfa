"""一、（一）1. before headings, as GB/T 9704 numbers them (7.3.3: 一、 （一） 1. （1）)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from exporter.document.model import Block, Group, Heading, Language, PageBreak, Text

_DIGITS: Final = "〇一二三四五六七八九"
_OWN: Final = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、是]|[（(][一二三四五六七八九十]{1,3}[）)]|[0-9]{1,2}[.．、])\s*"
)
_SECTION: Final = 2
_DEEPEST: Final = 4


def numbered(
    sections: Iterable[tuple[Block, ...]], language: Language
) -> Iterator[tuple[Block, ...]]:
    """The sections with numbers before their headings, up to the first that starts a page: what
    follows there is annexed (附件) and has no number in the body.
    """
    counter = _Counter(language)
    annexed = False
    for blocks in sections:
        annexed = annexed or (bool(blocks) and isinstance(blocks[0], PageBreak))
        yield blocks if annexed else tuple(counter.block(block) for block in blocks)


def ordinal(level: int, number: int, language: Language) -> str:
    """The number of a heading: level 2 一、 3 （一） 4 1.; in English 1. (1) a)."""
    if language == "en":
        letter = chr(ord("a") + (number - 1) % 26)
        return {2: f"{number}. ", 3: f"({number}) ", 4: f"{letter}) "}[level]
    return {2: f"{chinese(number)}、", 3: f"（{chinese(number)}）", 4: f"{number}."}[level]


def chinese(number: int) -> str:
    """A number from 1 to 99 in Chinese numerals; any other in digits."""
    if not 1 <= number <= 99:
        return str(number)
    tens, ones = divmod(number, 10)
    ten = ("" if tens == 1 else _DIGITS[tens]) + "十" if tens else ""
    return ten + (_DIGITS[ones] if ones else "")


def without_ordinal(words: str) -> str:
    """A heading of the source without its own number (一、（一）1. 一是): ours takes its place."""
    return _OWN.sub("", words, count=1) or words


class _Counter:
    """Counts headings of levels 2 to 4, each anew under the one above."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._counts = [0] * (_DEEPEST + 1)

    def block(self, block: Block) -> Block:
        """The block with its number, if it is a heading; the blocks of a group likewise."""
        if isinstance(block, Group):
            inner = tuple(self.block(one) for one in block.blocks)
            return msgspec.structs.replace(block, blocks=inner)
        if not isinstance(block, Heading) or not _SECTION <= block.level <= _DEEPEST:
            return block
        self._counts[block.level] += 1
        self._counts[block.level + 1 :] = [0] * (_DEEPEST - block.level)
        label = ordinal(block.level, self._counts[block.level], self._language)
        return msgspec.structs.replace(block, content=(Text(label), *block.content))
