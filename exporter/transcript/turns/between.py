"""Printed lines between a speech and the next label: the heading of what follows (``黑土地保护``
over ``问：``), the caption of a picture, ``（广告时间）``.

Speech ends in a stop, and such a line has none. A line alone proves nothing, for a page may leave
the stop out once; it is believed where the page sets it bold or in brackets, where it says that it
is a caption, or where others like it stand before labels.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from exporter.source.model import Mark
from exporter.transcript.clocks import CLOCK
from exporter.transcript.labels.label import Label
from exporter.transcript.paragraphs import level_at

_STOPS = tuple("。！？”…）；：!?")
_LONGEST = 40
_LINES = 2  # of a heading or caption above a label
_PROVED = 2  # lines that prove each other
_CAPTION = re.compile("图为|[图摄]$|供图|摄影|做客|发布会现场|访谈现场|直播间$|^[▲△◎]")
_BRACKETED = re.compile(r"[（【\[〔][^（）【】\[\]〔〕]{2,30}[）】\]〕]")
_SPOKEN = re.compile("谢谢|感谢|再见|大家|各位|[你您我他]|请|好$|是$|^(?:好|对|嗯)")


def lines_between(
    view: str, labels: tuple[Label, ...], marks: Iterable[Mark]
) -> Iterator[tuple[int, int]]:
    """The places of such lines, before every label but the first."""
    bold = frozenset(mark.start for mark in marks if mark.kind in ("strong", "heading"))
    yield from _names_above(view, labels)
    above = [_above(view, one.end, two.start) for one, two in pairwise(labels)]
    found = [line for lines in above for line in lines]
    plain = sum(any(not _shows(view, line) for line in lines) for lines in above)
    proved = plain >= _PROVED or (plain == 1 and _punctuated(view, labels))
    for line in found:
        if proved or line[0] in bold or _shows(view, line):
            yield line


def _names_above(view: str, labels: tuple[Label, ...]) -> Iterator[tuple[int, int]]:
    """The lines of nothing but the name that the label below has with an office, as a picture's
    caption prints it (``柯恺`` over ``市水利局局长柯恺：``)."""
    for one, two in pairwise(labels):
        if not (two.reading.title and two.reading.name):
            continue
        end = _behind_blanks(view, one.end, two.start)
        start = view.rfind("\n", max(one.end, end - _LONGEST), end) + 1
        if start and view[start:end].strip() == two.reading.name:
            yield start, end


def _punctuated(view: str, labels: tuple[Label, ...]) -> bool:
    """Whether every line but one ends in a stop, from the first label to the last: then that one
    is no speech. Labels in lines of their own end in none."""
    stopped = bare = 0
    at = labels[0].start
    for label in labels[1:]:
        for line in view[at : label.start].split("\n"):
            words = line.rstrip()
            stopped += words.endswith(_STOPS)
            bare += bool(words) and not words.endswith(_STOPS)
        at = label.end
    return bare == 1 and stopped >= _MANY


_MANY = 4  # lines whose ends show how a page is punctuated


def _shows(view: str, line: tuple[int, int]) -> bool:
    """Whether the line itself shows that nobody speaks it."""
    words = view[slice(*line)]
    return bool(_CAPTION.search(words) or _BRACKETED.fullmatch(words))


def _above(view: str, low: int, high: int) -> list[tuple[int, int]]:
    """The lines without a stop at the end of a stretch, one with a stop above them."""
    lines: list[tuple[int, int]] = []
    end = high
    while True:
        end = _behind_blanks(view, low, end)
        start = view.rfind("\n", low, end) + 1 or low
        words = view[start:end].strip()
        if not words:
            return []
        if words.endswith(_STOPS) and not _BRACKETED.fullmatch(words):
            return lines
        if start == low or len(lines) == _LINES or not _bare(view, start, words):
            return []
        lines.append((start + len(view[start:end]) - len(view[start:end].lstrip()), end))
        end = start


def _behind_blanks(view: str, low: int, end: int) -> int:
    """The end of the last word before `end`."""
    while end > low and view[end - 1].isspace():
        end -= 1
    return end


# 15:08:30, nobody, 发布会现场座无虚席: the row of a table that names no speaker
_ROW = re.compile(rf"(?:{CLOCK})?[ ]?\t{{1,3}}(?P<words>[^\t]+)")


def _bare(view: str, start: int, words: str) -> bool:
    """Whether a line may be a heading or caption: short, of no sentence, none of an enumeration."""
    if _BRACKETED.fullmatch(words):
        return level_at(view, start) == 0
    if row := _ROW.fullmatch(words):
        words = row["words"]
    if not 2 < len(words) <= _LONGEST or _SPOKEN.search(words) or "\t" in words:
        return False
    told = re.search("[，。；：、]|\\d", words)  # 新增绿地120公顷 is said, in a list without stops
    return (told is None or _CAPTION.search(words) is not None) and level_at(view, start) == 0


def centred_lines(view: str, marks: Iterable[Mark], first: int) -> Iterator[tuple[int, int]]:
    """The lines among the speeches that the page sets in the middle, where it does so with few:
    captions."""
    lines = {
        mark.start: mark.end for mark in marks if mark.kind == "caption" and mark.start > first
    }
    if not lines or _CENTRED * len(lines) > view.count("\n", first):
        return
    for start, end in lines.items():
        words = view[start:end]
        alone = view[start - 1] == "\n" and view[end : end + 1] in ("", "\n")
        if alone and len(words) <= _SHORT and not _SAID.search(words):
            yield start, end


_CENTRED = 4  # lines of a page to one that is set in the middle, at least
_SHORT = 80  # characters of a caption
_SAID = re.compile("[我你您]|谢谢|謝謝|大家|各位|[？?]$|^[一二三四五六]是")
