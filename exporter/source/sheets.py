"""Chinese text that was taken from printed sheets, as out of a PDF: page numbers, running heads,
line ends where the sheet was full.

Such a text is as wide as its sheet: its lines are of one length, most of them stop in mid-sentence,
and a new paragraph is indented. A page number has a line to itself, the running head stands beside
it, sheet after sheet. The white space must still be as it was found. (English lines break where a
word didn't fit: `wrapping`.)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from exporter.source.draft import Change
from exporter.source.scanning import at_lines

# — 12 — · 第3页 共8页 · Page 3 of 8 · 3/8
_DASHED = re.compile(
    r"^[ \t\u3000]*[-—–－―]{1,2} ?(\d{1,4}) ?[-—–－―]{1,2}[ \t\u3000\r]*$", re.MULTILINE
)
_NUMBERED = re.compile(
    r"^[ \t\u3000]*(?:第 ?(\d{1,4}) ?页(?:[,，/、 ]{0,3}共 ?\d{1,4} ?页)?|(\d{1,4}) ?/ ?\d{1,4}"
    r"|Page (\d{1,4})(?: of \d{1,4})?)[ \t\u3000\r]*$",
    re.MULTILINE | re.IGNORECASE,
)
# Department of Health | Media Call Transcript | Page 2 of 4 · Page 2 · 发布会实录
_HEADED = re.compile(
    r"[ \t\u3000]*(?:(?P<above>\S[^\n]{1,78}?)(?P<bar>[ \t]{0,3}[|｜丨·•–—/-])?[ \t]{1,40})?"
    r"(?:[Pp]age |第 ?)(?P<page>\d{1,4})(?: ?[页頁])?"
    r"(?P<of>(?:[,，/、 ]{0,3}共 ?| of | ?/ ?)\d{1,4}(?: ?[页頁])?)?"
    r"(?:(?P<bar_below>[ \t]{0,3}[|｜丨·•–—/-])?[ \t]{1,40}(?P<below>\S[^\n]{1,78}))?"
    r"[ \t\u3000\r]*$",
    re.MULTILINE,
)
_PAGES = (re.compile(r"age (?=\d)"), re.compile("页"), re.compile("頁"))
_REACH = 300  # characters of such a line before its page number is told
_BARE = re.compile(r"^[ \t\u3000]*(\d{1,3})[ \t\u3000\r]*$", re.MULTILINE)
_STOPS = "。！？；：…!?;:"
_CLOSING = '”’」』）)》"'
_INSIDE = re.compile(r"[。！？；][^\s”]|[.!?] [A-Z]")
_CLAUSES = re.compile(r"[，,、][^\s”]")
_BLANK = " \t\u3000\xa0"
_RULES = "_-—=*#~─"
_HEAD = 60  # characters of a running head
_LINES = 12  # of a sheet, at least
_NARROWEST, _WIDEST = 40, 120  # columns of a sheet
_RAGGED = 6  # columns that a full line may fall short of
Line = tuple[int, int]


def sheets(text: str) -> Iterator[Change]:
    """A removal for each page number and running head, blank lines around them included."""
    numbers = [*at_lines(_DASHED, text), *_in_order(at_lines(_NUMBERED, text))]
    bare = [] if numbers else _in_order(at_lines(_BARE, text))
    numbers = numbers or bare
    headed = _headed(text)
    if not numbers and not headed:
        return
    lines = _lines(text)
    at = {start: index for index, (start, _) in enumerate(lines)}
    found = {at[number.start()]: "page number" for number in numbers if number.start() in at}
    beside = {index for number in found for index in _beside(text, lines, number)}
    words = Counter(_words(text, line) for line in lines)
    heads = {_words(text, lines[index]) for index in beside - found.keys()}
    heads = {head for head in heads if 1 < words[head] <= len(found) + 1 and _heads(head)}
    if bare and not heads and _full_from(text, lines) is None:
        return  # they count something else
    for index, line in enumerate(lines):
        if index not in found and _words(text, line) in heads:
            found[index] = "running head"
    found |= {at[head.start()]: "running head" for head in headed if head.start() in at}
    yield from _without(text, lines, found)


def _headed(text: str) -> list[re.Match[str]]:
    """The lines that are a running head and a page number: behind a bar and told of how many, or
    the same head with another number twice."""
    at = [found.start() for page in _PAGES for found in page.finditer(text)]
    starts = {text.rfind("\n", max(0, place - _REACH), place) + 1 for place in at}
    found = [head for start in sorted(starts) if (head := _HEADED.match(text, start))]
    found = [head for head in found if head["above"] or head["below"]]
    numbers: dict[str, set[str]] = {}
    for head in found:
        numbers.setdefault(f"{head['above']}{head['below']}", set()).add(head["page"])
    return [
        head
        for head in found
        if ((head["bar"] or head["bar_below"]) and head["of"])
        or len(numbers[f"{head['above']}{head['below']}"]) > 1
    ]


def _in_order(found: Iterator[re.Match[str]]) -> list[re.Match[str]]:
    """The numbers, if there are several and each is the next."""
    numbers = list(found)
    values = [int(next(filter(None, number.groups()))) for number in numbers]
    counted = values == list(range(values[0], values[0] + len(values))) if values else False
    return numbers if counted and len(numbers) > 1 else []


def _lines(text: str) -> list[Line]:
    """Start and end of every line, the line end left out."""
    out, start = [], 0
    for line in text.split("\n"):
        out.append((start, start + len(line)))
        start += len(line) + 1
    return out


def _words(text: str, line: Line) -> str:
    return "".join(text[line[0] : line[1]].split())


def _heads(words: str) -> bool:
    return 2 < len(words) <= _HEAD and words[-1] not in _STOPS


def _beside(text: str, lines: list[Line], index: int) -> Iterator[int]:
    """The next lines with words above and below one."""
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(lines) and not _words(text, lines[at]):
            at += step
        if 0 <= at < len(lines):
            yield at


def _without(text: str, lines: list[Line], found: dict[int, str]) -> Iterator[Change]:
    """A removal for each line found, blank lines behind it and before it included."""
    done = 0
    for index in sorted(found):
        first, last = index, index
        while first > 0 and not _words(text, lines[first - 1]):
            first -= 1
        while last + 1 < len(lines) and not _words(text, lines[last + 1]):
            last += 1
        start, end = max(done, lines[first][0]), min(len(text), lines[last][1] + 1)
        if start < end:
            rule = "furniture." + found[index].replace(" ", "-")
            yield Change(start, end, "", rule, found[index])
            done = end


# 署 , 聚 焦 目 标 定 位: a line set so wide that its characters stand apart
_SPREAD = re.compile(r"(?<=[\u4e00-\u9fff，,]) (?:[\u4e00-\u9fff“”‘’《》、，,。：:；;！!？?] ){6,}")


def wraps(text: str) -> Iterator[Change]:
    """A removal for each line end at which the sheet was full, and for the blanks of a line whose
    characters were set apart to fill it."""
    lines = _lines(text)
    full = _full_from(text, lines)
    if full is None:
        return
    lines = [line for line in lines if text[line[0] : line[1]].strip()]
    indented = any(text[start] in _BLANK for start, _ in lines)
    for index, (start, stop) in enumerate(lines):
        for run in _SPREAD.finditer(text, start, stop):
            for at in range(run.start(), run.end(), 2):
                yield Change(at, at + 1, "", "white-space.spread", "characters set apart")
        below = lines[index + 1] if index + 1 < len(lines) else None
        end = start + len(text[start:stop].rstrip())
        least = full if index == 0 else 0  # the title goes on in a full line only
        if below and below[0] - stop == 1 and _width(text[below[0] : below[1]]) >= least:
            ended = _ended(text, end) and not indented
            if _width(text[start:stop]) >= full and not ended and _follows(text, end, below[0]):
                blank = " " if text[end - 1].isascii() and text[below[0]].isascii() else ""
                yield Change(end, below[0], blank, "line.wrapped", "a line broken at the width")


def _ended(text: str, end: int) -> bool:
    """Whether a sentence ends at `end`."""
    return text[end - 1] in _STOPS or (text[end - 1] in _CLOSING and text[end - 2] in _STOPS)


def _follows(text: str, end: int, start: int) -> bool:
    """Whether a line that begins at `start` may go on with one that ends at `end`."""
    return text[start] not in _BLANK + _RULES and text[end - 1] not in _RULES


def _width(line: str) -> int:
    """The columns of a line, two for a Chinese character."""
    return len(line.rstrip().encode("gbk", "replace"))


def _full_from(text: str, rows: list[Line]) -> int | None:
    """The columns from which on a line is full; ``None`` where the text is of no sheet."""
    if len(rows) < _LINES or max(end - start for start, end in rows) > _WIDEST:
        return None
    lines = [line for start, end in rows if (line := text[start:end].rstrip())]
    widths = [_width(line) for line in lines]
    # a line in twenty may be wider: characters set apart to fill it
    most = sorted(widths)[-1 - len(widths) // 20] if widths else 0
    full = most - _RAGGED
    wide = sum(_width("".join(line.split())) for line in lines)
    if 2 * wide < 3 * len("".join(text.split())) or not _NARROWEST <= most <= _WIDEST:
        return None
    whole = [line for line, width in zip(lines, widths, strict=True) if width >= full]
    cut = sum(line[-1] not in _STOPS + _CLOSING + "." for line in whole)
    inside = sum(_INSIDE.search(line) is not None for line in whole)
    running = sum(_CLAUSES.search(line) is not None for line in whole)
    prose = 5 * inside >= len(whole) or (5 * cut >= 4 * len(whole) and 2 * running >= len(whole))
    enough = 5 * len(whole) >= 2 * len(lines) and len(whole) >= _LINES // 2
    return full if enough and 5 * cut >= 3 * len(whole) and prose else None
