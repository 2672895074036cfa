"""The lines that a source gives, made ready to be searched for the words of a finished file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import chain, pairwise

_BLANK = re.compile(r"[\s\u200b\u2060\ufeff\u00ad]+")
MARKER = re.compile(r"^(?:[·•▪■□*–—-]|\d{1,2}[.．、])")
"""What a list prints before its items."""
LED = re.compile(r"\D{0,3}\d")
"""A line that starts with a number, or with a bound and a number (突破1700亿元)."""
_SAID = re.compile(r"[，。；：！？,.;:!?\t¶]")
_LABEL = 40
"""A name with its office is no longer, and has no mark of a sentence."""
_FIGURE = re.compile(r"[^\d：:]{0,8}?[\d一二三四五六七八九十百千万两兩半][^：:]*$")
HEADING = re.compile(
    r"(?P<number>[一二三四五六七八九十]{1,3}(?=、)|\d{1,2}(?=\.))[、.](?P<title>\D+)"
)
"""A section's heading with its number (二、问答摘要, 2. Questions), blanks left out."""
_NUMBERED = re.compile(r"^\d{1,4}(?!\d)")
_MARK = re.compile(r"¶\d+")
_PARTED = re.compile(r"\.\d")
CONTEXT = 4
_OWN, _OWN_LATIN, _PANEL_CELL = 8, 24, 3
_NEAR, _AROUND = 6, 8
_GRAM = 3
_HAN = re.compile(r"[\u4e00-\u9fff]")


class Known:
    """The lines that the source gives, made ready to be searched; cells of a row parted by tabs,
    the paragraphs of a cell by vertical tabs."""

    def __init__(self, lines: Iterable[str], names: Iterable[str] = ()) -> None:
        lines = tuple(lines)
        self.cells = tuple(
            tuple(tuple(map(bare_of, cell.split("\v"))) for cell in line.split("\t"))
            for line in lines
            if "\t" in line
        )
        figures = [cell for row in self.cells for cell in row if _is_figure(cell)]
        self.panel = _panel(figures)
        self._figures = frozenset(map("".join, figures))
        self.blocks = tuple(tuple(chain.from_iterable(row)) for row in self.cells)
        self.rows = tuple(tuple(map(bare_of, line.split("\t"))) for line in lines if "\t" in line)
        self.lines = tuple(dict.fromkeys(bare for line in lines if (bare := bare_of(line))))
        self._text = "\n" + "\n".join(self.lines) + "\n"
        self._starts = [0]
        for line in self.lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._grams = frozenset(_grams(self._text))
        closed = {bare_of(name) for name in names}
        listed = sorted({name for name in closed if len(name) > 1}, key=lambda n: (-len(n), n))
        self.names = re.compile("|".join(map(re.escape, listed))) if listed else None
        self._after = _followers(lines, self.rows, frozenset(listed))
        self._labelled = self._labels()
        self._headings = frozenset(
            heading["title"] for line in self.lines if (heading := HEADING.fullmatch(line))
        )

    def has(self, words: str) -> bool:
        """Whether the words stand together in a line, no number in them cut off at the ends."""
        return stands(words, self._text)

    def longest(self, words: str) -> int:
        """The length of the longest start of the words that stands in a line."""
        return longest_piece(words, 0, self._text)

    def starts(self, words: str) -> bool:
        """Whether a line starts with the words, no number in them cut off."""
        at = self._text.find(f"\n{words}")
        return at >= 0 and not cuts(self._text, at + 1 + len(words))

    def is_line(self, words: str) -> bool:
        """Whether the words are a whole line."""
        return f"\n{words}\n" in self._text

    def heads(self, words: str) -> bool:
        """Whether the words stand in lines of their own, one of them behind a heading's number."""
        return words in self._headings and self.is_line(words)

    def has_around(self, before: str, number: str, after: str) -> bool:
        """Whether a lone number is a piece of a line: between what stands before and after it,
        after the one at its end, before the other at its start."""
        head, tail = before[-_AROUND:], after[:_AROUND]
        if head and tail and self.has(head + number + tail):
            return True
        ends = len(head) >= CONTEXT and f"{head}{number}\n" in self._text
        return ends or (len(tail) >= CONTEXT and f"\n{number}{after}" in self._text)

    def under(self, label: str) -> list[tuple[str, str, str]]:
        """What the cells say under words that end with `label`: the words and the two paragraphs
        below them."""
        return [
            below
            for row in self.blocks
            for below in zip(row, row[1:], row[2:], strict=False)
            if label and below[0].endswith(label)
        ]

    def panels(self, row: tuple[str, ...]) -> bool:
        """Whether the row is of whole figures of a panel, which a shorter brief groups anew."""
        return any(row) and all(not cell or cell in self._figures for cell in row)

    def misnamed(self, before: str, bare: str, following: str) -> str:
        """Who the line that follows is of, where a name stands alone above it (or ends there,
        broken over two lines) and it is of another; empty where it is of that name or nobody."""
        if other := self._renamed(bare) or self._relabelled(bare, following):
            return other
        own = _OWN if _HAN.search(following) else _OWN_LATIN
        start = following if _MARK.fullmatch(following) else _unmarked(following)[:own]
        alone = bare in self._after or self._is_name(bare)
        named = bare if alone else self._broken(before, bare)
        if not named or not start or self._goes_under(named, start):
            return ""
        alike = [other for other in self._after if self._is_name(other) == self._is_name(named)]
        return next((other for other in alike if self._goes_under(other, start)), "")

    def _labels(self) -> dict[str, list[tuple[str, ...]]]:
        """The lines of a cell that are a label and a name (答：李文博), each with what may stand
        below: the next line of its cell, under the last one any line of the cells beside it."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for row in self.cells:
            for at, cell in enumerate(row):
                beside = tuple(chain.from_iterable(row[at + 1 :]))
                for place, words in enumerate(cell):
                    if self._is_labelled(words):
                        found.setdefault(words, []).append(cell[place + 1 : place + 2] or beside)
        return found

    def _is_labelled(self, words: str) -> bool:
        label, mark, name = words.replace(":", "：").rpartition("：")
        return bool(label and mark) and self._is_name(name)

    def _relabelled(self, bare: str, following: str) -> str:
        """The label and name that the line below goes with, where it doesn't with these: in a PDF
        the cells of a row are lines below each other, and each by itself may be known."""
        own = self._labelled.get(bare)
        start = following[: _OWN if _HAN.search(following) else _OWN_LATIN]
        if not own or not start or _below(own, start):
            return ""
        return next((other for other, held in self._labelled.items() if _below(held, start)), "")

    def _renamed(self, bare: str) -> str:
        """The known name and office that the line has with another name before the office."""
        found = self.names.match(bare) if self.names and len(bare) <= _LABEL else None
        if found is None or found.end() == len(bare) or self.is_line(bare):
            return ""
        office = bare[found.end() :]
        held = (line for line in self._after if line.endswith(office))
        named = (line for line in held if self._is_name(line[: len(line) - len(office)]))
        return next(named, "")

    def _is_name(self, words: str) -> bool:
        return bool(self.names and self.names.fullmatch(words))

    def _goes_under(self, name: str, start: str) -> bool:
        below = self._after.get(name, set())
        if start.startswith("¶"):
            return start in below
        return any(line.startswith(start) for line in below)

    def _broken(self, before: str, bare: str) -> str:
        """The name that ends with all of this line and begins in the one before it."""
        if self._is_name(before) and self._goes_under(before, bare):
            return ""  # a list of guests: the name in one line, the office in the next
        ended = (name for name in self._after if name.endswith(bare) and name != bare)
        return next((name for name in ended if bare and (before + bare).endswith(name)), "")

    def relation(self, words: str) -> float:
        """The share of the words' runs of three characters that some line has."""
        grams = _grams(words)
        return sum(g in self._grams for g in grams) / len(grams) if grams else 0.0

    def nearest(self, line: str, at: int) -> str:
        """The line that has the longest stretch in common round the place."""
        for size in range(_NEAR * 2, 1, -1):
            for start in (max(0, at - size), at + 1):
                found = self._text.find(line[start : start + size])
                if found >= 0 and len(line[start : start + size]) == size:
                    index = bisect_right(self._starts, found - 1) - 1
                    return self.lines[min(max(index, 0), len(self.lines) - 1)]
        return ""


def _followers(
    lines: tuple[str, ...], rows: Iterable[tuple[str, ...]], names: frozenset[str]
) -> dict[str, set[str]]:
    """What stands below each name that has a line of its own (whose speech it is), and beside one
    that has a cell of its own."""
    found: dict[str, set[str]] = {}
    starts = tuple(names)
    beside = chain.from_iterable(map(pairwise, rows))
    for line, following in chain(pairwise(lines), beside):
        name = bare_of(line) if len(line) <= _LABEL else ""
        if name in names or (name.startswith(starts) and not _SAID.search(name)):
            found.setdefault(name, set()).add(_unmarked(bare_of(following)))
    return found


def _below(held: Iterable[tuple[str, ...]], start: str) -> bool:
    """Whether any of the lines held has the start of a printed one."""
    return any(start in line for lines in held for line in lines)


def _is_figure(cell: tuple[str, ...]) -> bool:
    """Whether the cell is one of a panel's, with a label, a value and a note."""
    return len(cell) == _PANEL_CELL and bool(_FIGURE.match(cell[1]))


def _panel(figures: Iterable[tuple[str, ...]]) -> dict[str, list[tuple[str, str]]]:
    """The values of each label of a panel, each with its note."""
    found: dict[str, list[tuple[str, str]]] = {}
    for label, value, note in figures:
        found.setdefault(label, []).append((value, note))
    return found


def _unmarked(bare: str) -> str:
    """The line without its paragraph's number or its list's mark."""
    return _NUMBERED.sub("", MARKER.sub("", bare))


def stands(words: str, text: str) -> bool:
    """Whether the words stand in the text, no number cut off at their ends."""
    at = text.find(words)
    while at >= 0:
        if not (cuts(text, at) or cuts(text, at + len(words))):
            return True
        at = text.find(words, at + 1)
    return False


def cuts(text: str, at: int) -> bool:
    """Whether the place is within a number: between digits, or beside the point of one."""
    before, after = text[max(0, at - 2) : at], text[at : at + 2]
    if before[-1:].isdigit() and (after[:1].isdigit() or _PARTED.match(after)):
        return True
    return bool(_PARTED.match(before[::-1])) and after[:1].isdigit()


def longest_piece(bare: str, at: int, cell: str) -> int:
    """The length of the longest start of ``bare[at:]`` that stands in the cell, 0 for none."""
    low, high = 0, min(len(bare) - at, len(cell))
    while low < high:
        middle = (low + high + 1) // 2
        if bare[at : at + middle] in cell:
            low = middle
        else:
            high = middle - 1
    return low


def _grams(text: str) -> list[str]:
    return [text[i : i + _GRAM] for i in range(len(text) - _GRAM + 1)]


def bare_of(line: str) -> str:
    """The line without blanks, as lines are compared."""
    return _BLANK.sub("", line)
