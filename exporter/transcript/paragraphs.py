"""Paragraphs of sense: a speech of thousands of characters cut at the ends of its sentences.

A page's own paragraphs are kept. A long one is cut before its enumerators (一、（一）1. 一是 首先)
and, where these leave more than a reader takes in at once, before sentences that open a new
thought. No character is changed and none is lost: the pieces add up to the stretch but for white
space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# The end of a sentence with the closing marks that belong to it; a full stop only before a blank.
_END = re.compile(r"[。！？!?…]+[”’」』）)\"]*|\.[”’)\"]*(?=\s|$)")
# A full stop after these, or after a single capital, closes no sentence: Mr. · U.S. · No.
_ABBREVIATED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|No|St|vs|Prof|Gen|Sen|Rep|Gov|Inc|Co|Jr|[A-Za-z])$")
_NUMBER = "[一二三四五六七八九十]{1,3}"
_LEVELS = (
    (1, re.compile(rf"[ 　]{{0,4}}{_NUMBER}、")),
    (2, re.compile(rf"[ 　]{{0,4}}[（(]{_NUMBER}[）)]")),
    (3, re.compile(r"[ 　]{0,4}(?:\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)])")),
    (
        4,
        re.compile(
            rf"[ 　]{{0,4}}(?:{_NUMBER}(?:是|要)(?!否)|其[一二三四五](?=[，,：是])|"
            rf"第{_NUMBER}(?=[，,、：]|是|方面)|另一方面|一方面)"
        ),
    ),
    (4, re.compile("[ 　]{0,4}(?:首先|其次|再次|再者|最后|此外)[，,、是]")),
)
# A new thought: 近年来 · 下一步 · 目前 · 2023年
_TURNS = re.compile(
    "(?:近年来|近期|近些年|下一步|下步|接下来|目前|当前|截至|同时|此外|另外|总之|今年|去年|明年|"
    "20\\d\\d年|展望|回顾|着眼|在此|各位|记者朋友|对于|关于|针对|围绕|为了|为此|与此同时|这里|但|不过|当然|"
    "具体|主要|通过|我们|“十|借此|现在|我想|我们将|未来|其中|比如|例如|"
    "First|Second|Third|Finally|Moreover|In addition|At the same time|However|Next|On |As )"
)
_LEAST, _AIM, _MOST, _CEILING = 120, 260, 350, 600


class Piece(NamedTuple):
    """A paragraph ``[start, end)`` of the clean text, white space around it left out."""

    start: int
    end: int
    level: int
    heading: int


def cut_paragraphs(text: str, start: int, end: int) -> Iterator[Piece]:
    """The paragraphs of ``text[start:end]`` in order."""
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        if text[at:stop].strip():
            yield from _cut_line(text, at, stop)
        at = stop + 1


def sentence_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where the sentences of a stretch end, closing marks included."""
    for found in _END.finditer(text, start, end):
        if found[0][0] != "." or not _ABBREVIATED.search(
            text, max(start, found.start() - 6), found.start()
        ):
            yield found.end()


def _cut_line(text: str, start: int, end: int) -> Iterator[Piece]:
    """The paragraphs of one line of the source."""
    pending: tuple[int, int, int] | None = None  # start, end, level
    for low, high, level in _steps(text, start, end):
        if pending is None:
            pending = (low, high, level)
            continue
        if level or _breaks(text, pending, low, high):
            yield _piece(text, *pending)
            pending = (low, high, level)
        else:
            pending = (pending[0], high, pending[2])
    if pending is not None:
        yield _piece(text, *pending)


def _breaks(text: str, pending: tuple[int, int, int], low: int, high: int) -> bool:
    """Whether the sentence ``[low, high)`` opens a new paragraph after what is pending."""
    length, more = pending[1] - pending[0], high - low
    if length + more > _CEILING or length >= _MOST:
        return True
    if length < _LEAST:
        return False
    if _TURNS.match(text, low):
        return True
    return length >= _AIM or length + more > _MOST


def _steps(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """The sentences of a line, parted also before enumerators in them; with the level of each."""
    low = start
    for stop in sentence_ends(text, start, end):
        quote = text.count("“", low, stop) - text.count("”", low, stop)
        if quote > 0 and stop - low < 300 and stop < end:
            continue
        yield from _inner_steps(text, low, stop)
        low = stop
    if text[low:end].strip():
        yield from _inner_steps(text, low, end)


_INNER = re.compile("(?<=[：；。！])(?=一是|一要|首先[，,是])")


def _inner_steps(text: str, low: int, high: int) -> Iterator[tuple[int, int, int]]:
    """A sentence, parted where its first item starts and the items are sentences of their own."""
    for found in _INNER.finditer(text, low + 1, high):
        if "二是" not in text[found.end() : high] and "二要" not in text[found.end() : high]:
            yield low, found.start(), level_at(text, low)
            low = found.start()
    yield low, high, level_at(text, low)


def level_at(text: str, at: int) -> int:
    """The level of the enumerator at `at`; 0 when there is none."""
    for level, pattern in _LEVELS:
        if pattern.match(text, at):
            return level
    return 0


# Nouns that close an enumerated heading which no stop closes:
# 一、全市水资源保护管理工作开展情况近年来，…
_HEADING_END = re.compile(
    "(?:情况|背景|打算|思路|过程|内容|任务|时间|措施|成效|意义|要求|目标|安排|举措|特点|特色|亮点|条例》的.{2,8}?|调查|计划|方面|战|工作|做法)"
    "(?=近年来|今年|去年|我市|我县|我区|我省|我们|目前|当前|20\\d\\d年|按照|根据|为|市委|《|在|近|全市|全县|全省|一是|（一）|\\(一\\)|自|截至|各|随着)"
)
_HEADING_MOST = 45
_FULL_STOP = re.compile("[。！？；]")


def _piece(text: str, start: int, end: int, level: int) -> Piece:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Piece(start, end, level, _heading_length(text, start, end, level) if level else 0)


def _heading_length(text: str, start: int, end: int, level: int) -> int:
    """The length of the heading that an enumerated paragraph starts with; 0 when it has none.

    A heading ends with its full stop (一是规划先行。近年来…), or without one before words that open
    a sentence (一、总体情况近年来…), or is the whole line. A colon introduces, it heads nothing.
    """
    near = min(end, start + _HEADING_MOST)
    stop = _FULL_STOP.search(text, start, near)
    loose = _HEADING_END.search(text, start, near)
    if loose and (stop is None or loose.end() < stop.start()):
        comma = text.find("，", start, loose.end())
        return loose.end() - start if comma < 0 or loose.end() - start < 32 else 0
    if stop and stop[0] in "。！" and (stop.end() < end or level < 4):
        return stop.end() - start
    whole = stop is None and end - start <= _HEADING_MOST and text[end - 1] not in "：:，,；;、"
    return end - start if whole else 0
