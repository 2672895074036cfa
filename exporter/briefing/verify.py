"""Whether a finished file says only what its source says: numerals, dates, names, in their words.

The file's lines are compared with the lines that the source gives (`known`: the source's paragraphs
and those of a fresh briefing of it). A numeral or a name passes when it stands there among the same
neighbours; a digit, a unit, a name or a period that was changed then has none. White space is no
difference, nor is where a line was broken.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from typing import Literal

import msgspec

from exporter.briefing.readback import TextPage

Kind = Literal["number", "date", "name", "words"]

_BLANK = re.compile(r"[\s\u200b\u2060\ufeff\u00ad]+")
_NUMERAL = re.compile(
    r"[0-9]+(?:[.,:/][0-9]+)*[%％‰]?|[一二三四五六七八九十百千万亿两零〇半]+|[０-９]+"
)
_DATE_AFTER = re.compile(r"[年月日]")
_PAGE_NUMBER = re.compile(
    r"第?\d++页?(?:[,，/·]?共?\d++页?)?|[—–-]\d+[—–-]|page\d+(?:of\d+)?", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_MARKER = re.compile(r"^(?:[·•▪■□*–—-]|\d{1,2}[.．、])")
_LEADERS = re.compile(r"(?:(?<![.…·‥・\s])[.…·‥・\s]++|(?<![.…·‥・\s\d]))\d++$")
_NUMBERED = re.compile(r"^\d{1,4}(?!\d)")
_LED = re.compile(r"\D{0,3}\d")
"""A line that starts with a number, or with a bound and a number (突破1700亿元)."""
_CONTEXT = 4
_OWN, _PANEL_CELL = 8, 3
_NEAR, _AROUND = 6, 8
_GRAM = 3
_RELATED = 0.6


class TextMismatch(msgspec.Struct, frozen=True):
    """A place of a finished file that its source doesn't bear out.

    `page` and `line` count from 1; `text` is the numeral or name at fault, `context` the line it
    stands in, `expected` the source's words that come nearest (empty when none do).
    """

    page: int
    line: int
    kind: Kind
    text: str
    context: str
    expected: str = ""


class Known:
    """The lines that the source gives, made ready to be searched; cells of a row parted by tabs,
    the paragraphs of a cell by vertical tabs."""

    def __init__(self, lines: Iterable[str], names: Iterable[str] = ()) -> None:
        lines = tuple(lines)
        self.cells = tuple(
            tuple(tuple(map(_bare, cell.split("\v"))) for cell in line.split("\t"))
            for line in lines
            if "\t" in line
        )
        figures = [cell for row in self.cells for cell in row if _is_figure(cell)]
        self.panel = _panel(figures)
        self._figures = frozenset(map("".join, figures))
        self.blocks = tuple(tuple(chain.from_iterable(row)) for row in self.cells)
        self.rows = tuple(tuple(map(_bare, line.split("\t"))) for line in lines if "\t" in line)
        self.lines = tuple(dict.fromkeys(bare for line in lines if (bare := _bare(line))))
        self._text = "\n" + "\n".join(self.lines) + "\n"
        self._starts = [0]
        for line in self.lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._grams = frozenset(_grams(self._text))
        listed = sorted({n for n in names if len(n) > 1}, key=lambda n: (-len(n), n))
        self.names = re.compile("|".join(map(re.escape, listed))) if listed else None
        self._after = _followers(lines, frozenset(map(_bare, listed)))

    def has(self, words: str) -> bool:
        """Whether the words stand together in a line, no number in them cut off at the ends."""
        return _stands(words, self._text)

    def longest(self, words: str) -> int:
        """The length of the longest start of the words that stands in a line."""
        return _longest_piece(words, 0, self._text)

    def starts(self, words: str) -> bool:
        """Whether a line starts with the words, no number in them cut off."""
        at = self._text.find(f"\n{words}")
        return at >= 0 and not _cuts(self._text, at + 1 + len(words))

    def is_line(self, words: str) -> bool:
        """Whether the words are a whole line."""
        return f"\n{words}\n" in self._text

    def has_around(self, before: str, number: str, after: str) -> bool:
        """Whether a lone number is a piece of a line: between what stands before and after it,
        after the one at its end, before the other at its start."""
        head, tail = before[-_AROUND:], after[:_AROUND]
        if head and tail and self.has(head + number + tail):
            return True
        ends = len(head) >= _CONTEXT and f"{head}{number}\n" in self._text
        return ends or (len(tail) >= _CONTEXT and f"\n{number}{after}" in self._text)

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

    def misnamed(self, name: str, following: str) -> str:
        """Who the line that follows is of, where a name stands alone above it and it is of another;
        empty where it is of that name or of nobody."""
        start = _NUMBERED.sub("", following)[:_OWN]
        if name not in self._after or len(start) < _OWN or self._goes_under(name, start):
            return ""
        others = (other for other in self._after if self._goes_under(other, start))
        return next(others, "")

    def _goes_under(self, name: str, start: str) -> bool:
        return any(line.startswith(start) for line in self._after[name])

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


def _stands(words: str, text: str) -> bool:
    """Whether the words stand in the text, no number cut off at their ends."""
    at = text.find(words)
    while at >= 0:
        if not (_cuts(text, at) or _cuts(text, at + len(words))):
            return True
        at = text.find(words, at + 1)
    return False


def _cuts(text: str, at: int) -> bool:
    """Whether there are digits on both sides of the place."""
    return text[at - 1 : at].isdigit() and text[at : at + 1].isdigit()


def _is_figure(cell: tuple[str, ...]) -> bool:
    """Whether the cell is one of a panel's, with a label, a value and a note."""
    return len(cell) == _PANEL_CELL and bool(_LED.match(cell[1]))


def _panel(figures: Iterable[tuple[str, ...]]) -> dict[str, list[str]]:
    """The values of each label of a panel."""
    found: dict[str, list[str]] = {}
    for label, value, _ in figures:
        found.setdefault(label, []).append(value)
    return found


def _followers(lines: tuple[str, ...], names: frozenset[str]) -> dict[str, set[str]]:
    """What stands below each name that has a line of its own: whose speech it is."""
    found: dict[str, set[str]] = {}
    for line, following in pairwise(lines):
        if (name := _bare(line)) in names:
            found.setdefault(name, set()).add(_NUMBERED.sub("", _bare(following)))
    return found


def verify_text(pages: Iterable[TextPage], known: Known) -> tuple[TextMismatch, ...]:
    """Every numeral, date and name of the pages that the known lines don't bear out."""
    pages = tuple(pages)
    last = len(pages)
    return tuple(
        mismatch
        for page in pages
        for number, line in enumerate(page.lines, 1)
        if not _is_page_number(_bare(line), last)
        for mismatch in _on_page(page, number, line, known)
    )


def _on_page(page: TextPage, number: int, line: str, known: Known) -> Iterator[TextMismatch]:
    """The faults of a line. A lone number under what it measures (so a PDF prints the figures of a
    panel) is judged with it, and with the note below it.
    """
    bare = _bare(line)
    following = _bare("".join(page.lines[number : number + 1]))
    if other := known.misnamed(bare, following):
        yield TextMismatch(page.number, number, "name", bare, line.strip(), other)
        return
    label = _bare(page.lines[number - 2]) if number > 1 else ""
    if _LED.match(bare) and (value := _under_another(label, bare, known)):
        yield TextMismatch(page.number, number, "number", bare, line.strip(), label + value)
        return
    if _NUMERAL.fullmatch(bare):
        below = "".join(page.lines[number : number + 1])
        values = known.under(label)
        if any(value == bare and note.startswith(_bare(below)) for _, value, note in values):
            return
        if known.has_around(label, bare, _bare(below)):
            return
        if any(_goes_on(label, bare, row) for row in known.rows):
            return
        for words, value, _ in values:
            if words == label and _NUMERAL.fullmatch(value):
                yield TextMismatch(page.number, number, "number", bare, line.strip(), label + value)
                return
    elif number > 1 and _is_entry(_bare(page.lines[number - 2]) + bare, known):
        return  # the end of an entry of the contents that has two lines
    yield from _line(page.number, number, line, known)


def _under_another(label: str, bare: str, known: Known) -> str:
    """The value that stands under the label, where the line is another than any that does."""
    values = known.panel.get(label, ())
    if not values or any(bare.startswith(v) or v.startswith(bare) for v in values):
        return ""
    return values[0] if known.has(bare) else ""


def _goes_on(printed: str, number: str, row: tuple[str, ...]) -> bool:
    """Whether a lone number under a `printed` line of a row's pieces goes on with the cell that the
    line ends in (January | 2025), or is the whole of the next cell."""
    if not _printed_row(printed, tuple((cell,) for cell in row)):
        return False
    for cell, after in zip(row, (*row[1:], ""), strict=True):
        tail = next((printed[at:] for at in range(len(printed) - 1) if printed[at:] in cell), "")
        if tail and (_stands(tail + number, cell) or (cell.endswith(tail) and after == number)):
            return True
    return False


def _is_page_number(bare: str, last: int) -> bool:
    """Whether the line is a page number (3, — 3 —, 第3页，共8页) of a file of `last` pages."""
    if not _PAGE_NUMBER.fullmatch(bare):
        return False
    return all(int(number) <= last for number in _DIGITS.findall(bare))


def _line(page: int, number: int, line: str, known: Known) -> Iterator[TextMismatch]:
    bare = _bare(line)
    row = tuple(map(_bare, line.split("\t"))) if "\t" in line else ()
    if not bare or _explained(bare, row, known):
        return
    faults = list(_faults(bare, known))
    if not faults and _NUMERAL.fullmatch(bare):
        faults = [("number", 0, len(bare))]
    elif not faults and known.relation(bare) >= _RELATED:
        faults = [_break(bare, known)]
    for kind, start, end in faults:
        words = bare[start:end]
        yield TextMismatch(page, number, kind, words, line.strip(), known.nearest(bare, start))


def _explained(bare: str, row: tuple[str, ...], known: Known) -> bool:
    """Whether the line (the row, where the cells are told) is the source's as a whole, also behind
    a list's mark or between the dots of a running line that was cut."""
    if row and (row in known.rows or known.panels(row) or _is_head(row, known)):
        return True
    if _NUMERAL.fullmatch(bare) or row:
        return known.is_line(bare)
    return any(_is_known(words, known) for words in (bare, _MARKER.sub("", bare), bare.strip("…")))


def _is_head(row: tuple[str, ...], known: Known) -> bool:
    """Whether the row is a known head of a table without some of its columns: those that a shorter
    table has nothing for. No numeral and no name stands in one."""
    words = "\t".join(row)
    if _NUMERAL.search(words) or (known.names and known.names.search(words)):
        return False
    return any(_in_order(row, other) for other in known.rows)


def _in_order(some: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether all of `some` stand in the `whole`, in the same order."""
    rest = iter(whole)
    return all(cell in rest for cell in some)


def _is_known(bare: str, known: Known) -> bool:
    if known.has(bare) or _is_entry(bare, known) or _joined(bare, known) or _cut_off(bare, known):
        return True
    return any(_printed_row(bare, row) for row in known.cells)


def _joined(bare: str, known: Known) -> bool:
    """Whether two known lines were printed as one (the two ends of a running head)."""
    size = known.longest(bare)
    return known.is_line(bare[:size]) and known.is_line(bare[size:])


def _cut_off(bare: str, known: Known) -> bool:
    """Whether a running head that was cut for room (…) was printed as one line with its other
    end."""
    head, cut, end = bare.partition("…")
    return bool(head and cut) and known.starts(head) and known.is_line(end)


def _is_entry(bare: str, known: Known) -> bool:
    """Whether the line is an entry of the contents with its page."""
    entry = _LEADERS.sub("", bare)
    return entry != bare and known.is_line(entry)


def _faults(bare: str, known: Known) -> Iterator[tuple[Kind, int, int]]:
    """The numerals and names whose neighbours the source doesn't have."""
    for found in _NUMERAL.finditer(bare):
        if not _borne_out(bare, found.start(), found.end(), known):
            date = _DATE_AFTER.match(bare, found.end())
            yield ("date" if date else "number"), found.start(), found.end()
    for found in known.names.finditer(bare) if known.names else ():
        if not _borne_out(bare, found.start(), found.end(), known):
            yield "name", found.start(), found.end()


def _borne_out(bare: str, start: int, end: int, known: Known) -> bool:
    return known.has(bare[max(0, start - _CONTEXT) : end + _CONTEXT])


def _printed_row(bare: str, row: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a printed line is made of pieces of a row's cells, in order, one of each at most.

    So a row reads in a PDF when its cells were broken into several lines. A piece is of one
    paragraph of its cell.
    """
    at = 0
    for cell in row:
        at += max(_whole_piece(bare, at, paragraph) for paragraph in cell)
    return at == len(bare)


def _whole_piece(bare: str, at: int, words: str) -> int:
    """The length of the longest start of ``bare[at:]`` that stands in the words, no number in it
    cut off."""
    size = _longest_piece(bare, at, words)
    while size and (_cuts(bare, at + size) or not _stands(bare[at : at + size], words)):
        size -= 1
    return size


def _longest_piece(bare: str, at: int, cell: str) -> int:
    """The length of the longest start of ``bare[at:]`` that stands in the cell, 0 for none."""
    low, high = 0, min(len(bare) - at, len(cell))
    while low < high:
        middle = (low + high + 1) // 2
        if bare[at : at + middle] in cell:
            low = middle
        else:
            high = middle - 1
    return low


def _break(bare: str, known: Known) -> tuple[Kind, int, int]:
    """Where a line that is nearly the source's leaves it: the numeral, name or words there."""
    at = min(known.longest(bare), len(bare) - 1)
    for found in _NUMERAL.finditer(bare):
        if found.start() <= at < found.end():
            return ("date" if _DATE_AFTER.match(bare, found.end()) else "number"), *found.span()
    for found in known.names.finditer(bare) if known.names else ():
        if found.start() <= at < found.end():
            return "name", *found.span()
    return "words", at, min(len(bare), at + _CONTEXT)


def _bare(line: str) -> str:
    return _BLANK.sub("", line)


def _grams(text: str) -> list[str]:
    return [text[i : i + _GRAM] for i in range(len(text) - _GRAM + 1)]
