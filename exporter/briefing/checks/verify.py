"""Whether a finished file says only what its source says: numerals, dates, names, in their words.

The file's lines are compared with the lines that the source gives (`known`: the source's paragraphs
and those of a fresh briefing of it). A numeral or a name passes when it stands there among the same
neighbours; a digit, a unit, a name or a period that was changed then has none. White space is no
difference, nor is where a line was broken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from exporter.briefing.checks.known import (
    CONTEXT,
    LED,
    MARKER,
    Known,
    bare_of,
    cuts,
    longest_piece,
    stands,
)
from exporter.briefing.checks.numbering import numbered_on
from exporter.briefing.checks.readback import TextPage

Kind = Literal["number", "date", "name", "words"]

_NUMERAL = re.compile(
    r"[0-9]+(?:[.,:/][0-9]+)*[%％‰]?|[一二三四五六七八九十百千万亿两零〇半]+|[０-９]+"
)
_DATE_AFTER = re.compile(r"[年月日]")
_PAGE_NUMBER = re.compile(
    r"第?\d++[页頁]?(?:[,，/·]?共?\d++[页頁]?)?|[—–-]\d+[—–-]|page\d+(?:of\d+)?", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_LEADERS = re.compile(r"(?:(?<![.…·‥・\s])[.…·‥・\s]++|(?<![.…·‥・\s\d]))\d++$")
# What a number that ends the line before is counted in: $745 / billion
_SCALES = (
    *("million", "billion", "trillion", "thousand", "percentagepoint", "percent"),
    *"万亿萬億千百十%％",
)
_TAIL = 8  # characters of the line before
_ITEM = re.compile(r"(\d{1,2})[.．]")
_HEAD = 12  # characters of a list's item
_RELATED = 0.6
_VALUE_ABOVE = 2


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


def verify_text(pages: Iterable[TextPage], known: Known) -> tuple[TextMismatch, ...]:
    """Every numeral, date and name of the pages that the known lines don't bear out."""
    pages = tuple(pages)
    last = len(pages)
    headings = numbered_on(pages, known)
    found = (
        mismatch
        for page in pages
        for number, line in enumerate(page.lines, 1)
        if not _is_page_number(bare_of(line), last) and (page.number, number) not in headings
        for mismatch in _on_page(page, number, line, known)
    )
    listed = (f for f in _misnumbered(pages, known) if (f.page, f.line) not in headings)
    faults = (*found, *listed)
    return tuple(sorted(faults, key=lambda fault: (fault.page, fault.line)))


def _misnumbered(pages: Iterable[TextPage], known: Known) -> Iterator[TextMismatch]:
    """The items of lists whose number is neither 1 nor the one after that of the item before."""
    awaited = 1
    for page in pages:
        for at, line in enumerate(page.lines, 1):
            bare = bare_of(line)
            item = _ITEM.match(bare)
            head = bare[: item.end() + _HEAD].rstrip("0123456789.,") if item else ""
            if not item or not known.starts(head[item.end() :]):
                continue
            if known.has(head):  # 1. 《供水条例》将于…, which the page prints as well
                awaited += int(item[1]) == awaited
                continue
            if int(item[1]) not in (1, awaited):
                yield TextMismatch(page.number, at, "number", item[1], line.strip(), str(awaited))
            else:
                awaited = int(item[1])
            awaited += 1


def _on_page(page: TextPage, number: int, line: str, known: Known) -> Iterator[TextMismatch]:
    """The faults of a line. A lone number under what it measures (so a PDF prints the figures of a
    panel) is judged with it, and with the note below it.
    """
    bare = bare_of(line)
    following = bare_of("".join(page.lines[number : number + 1]))
    label = bare_of(page.lines[number - 2]) if number > 1 else ""
    over = bare_of(page.lines[number - 3]) if number > _VALUE_ABOVE else ""
    if other := known.misnamed(label, bare, following):
        yield TextMismatch(page.number, number, "name", bare, line.strip(), other)
        return
    if found := _of_panel(over, label, bare, known):
        yield TextMismatch(page.number, number, found[0], bare, line.strip(), found[1])
        return
    if _NUMERAL.fullmatch(bare):
        below = "".join(page.lines[number : number + 1])
        values = known.under(label)
        if any(value == bare and note.startswith(bare_of(below)) for _, value, note in values):
            return
        if known.has_around(label, bare, bare_of(below)):
            return
        if any(_goes_on(label, bare, row) for row in known.rows):
            return
        for words, value, _ in values:
            if words == label and _NUMERAL.fullmatch(value):
                yield TextMismatch(page.number, number, "number", bare, line.strip(), label + value)
                return
    elif number > 1 and _is_entry(bare_of(page.lines[number - 2]) + bare, known):
        return  # the end of an entry of the contents that has two lines
    yield from _line(page.number, number, line, label, known)


def _scaled_else(before: str, bare: str, known: Known) -> str:
    """The number that the line before ends with, in the middle of a sentence, with what this line
    counts it in, where the source counts it in something else; empty otherwise."""
    scale = next((each for each in _SCALES if bare.startswith(each)), "")
    number = before[len(before.rstrip("0123456789.,")) :]
    if not scale or not number or known.has(before[-_TAIL:] + scale):
        return ""
    told = any(known.has(before[-_TAIL:] + each) for each in _SCALES)
    return number + scale if told else ""


def _of_panel(over: str, label: str, bare: str, known: Known) -> tuple[Kind, str] | None:
    """What a panel says where the line says another: below a name, or below a name and its value
    (`over` and `label` are the two lines above)."""
    if LED.match(bare) and (value := _under_another(over, label, bare, known)):
        return "number", label + value
    if _DIGITS.search(bare) and (note := _noted_else(over, label, bare, known)):
        return "date", note
    return None


def _under_another(over: str, label: str, bare: str, known: Known) -> str:
    """The value that stands under the label, where the line is another than any that does; where
    values are printed over their labels, the value was in the line before (`over`)."""
    values = [value for value, _ in known.panel.get(label, ())]
    if (
        not values
        or over in values
        or any(bare.startswith(v) or v.startswith(bare) for v in values)
    ):
        return ""
    return values[0] if known.has(bare) else ""


def _noted_else(label: str, value: str, bare: str, known: Known) -> str:
    """The note below a label and its value, where the line is another than any that is."""
    notes = [note for known_value, note in known.panel.get(label, ()) if known_value == value]
    if not notes or any(bare.startswith(note) or note.startswith(bare) for note in notes):
        return ""
    return notes[0]


def _goes_on(printed: str, number: str, row: tuple[str, ...]) -> bool:
    """Whether a lone number under a `printed` line of a row's pieces goes on with the cell that the
    line ends in (January | 2025), or is the whole of the next cell."""
    if not _printed_row(printed, tuple((cell,) for cell in row)):
        return False
    for cell, after in zip(row, (*row[1:], ""), strict=True):
        tail = next((printed[at:] for at in range(len(printed) - 1) if printed[at:] in cell), "")
        if tail and (stands(tail + number, cell) or (cell.endswith(tail) and after == number)):
            return True
    return False


def _is_page_number(bare: str, last: int) -> bool:
    """Whether the line is a page number (3, — 3 —, 第3页，共8页) of a file of `last` pages."""
    if not _PAGE_NUMBER.fullmatch(bare):
        return False
    return all(int(number) <= last for number in _DIGITS.findall(bare))


def _line(page: int, number: int, line: str, before: str, known: Known) -> Iterator[TextMismatch]:
    bare = bare_of(line)
    if other := _scaled_else(before, bare, known):
        nearest = known.nearest(before, len(before) - 1)
        yield TextMismatch(page, number, "number", other, line.strip(), nearest)
        return
    row = tuple(map(bare_of, line.split("\t"))) if "\t" in line else ()
    if not bare or _explained(bare, row, known) or _are_abreast(line, known):
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
    item = MARKER.sub("", bare)
    if (
        item != bare and item[:1].isdigit()
    ):  # 1. 2020年以来, or else the 13.9 that a line starts with
        return _is_known(bare, known) or known.starts(item)
    return any(_is_known(words, known) for words in (bare, item, bare.strip("…")))


def _are_abreast(line: str, known: Known) -> bool:
    """Whether the line is of lone numbers of one row, in its order: a PDF prints the values of a
    chart's bars of nearly one height so."""
    numbers = tuple(line.split())
    lone = len(numbers) > 1 and all(map(_NUMERAL.fullmatch, numbers))
    return lone and any(_in_order(numbers, row) for row in known.rows)


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
    return known.has(bare[max(0, start - CONTEXT) : end + CONTEXT])


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
    size = longest_piece(bare, at, words)
    while size and (cuts(bare, at + size) or not stands(bare[at : at + size], words)):
        size -= 1
    return size


def _break(bare: str, known: Known) -> tuple[Kind, int, int]:
    """Where a line that is nearly the source's leaves it: the numeral, name or words there."""
    at = min(known.longest(bare), len(bare) - 1)
    for found in _NUMERAL.finditer(bare):
        if found.start() <= at < found.end():
            return ("date" if _DATE_AFTER.match(bare, found.end()) else "number"), *found.span()
    for found in known.names.finditer(bare) if known.names else ():
        if found.start() <= at < found.end():
            return "name", *found.span()
    return "words", at, min(len(bare), at + CONTEXT)
