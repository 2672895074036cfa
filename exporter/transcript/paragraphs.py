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

from exporter.transcript.items import Depths, first_items, heads_nothing, may_list, new_matter

# The end of a sentence with the closing marks that belong to it; a full stop only before a blank,
# and none after a single letter or a shortened word (U.S. · Mr. · No.)
_END = re.compile(
    r"[。！？!?….](?:(?<=\.)(?<!\b[A-Za-z]\.)(?<!\b(?:Mr|Ms|Dr|No|St|vs|Co|Jr)\.)"
    r"(?<!\b(?:Mrs|Gen|Sen|Rep|Gov|Inc)\.)(?<!\bProf\.)[”’)\"]*(?=\s|$)"
    r"|(?<!\.)[。！？!?…]*[”’」』）)\"]*)"
)
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
    (4, re.compile("[ 　]{0,4}(?:首先|其次|再次|再者|最后)[，,、是]")),
)
# What the first character of any of these can be
_ENUMERATOR = re.compile("[ 　]{0,4}[一二三四五六七八九十（(\\d其第另首再最]")
# What a line has with an enumerator in it, a list or a signature; a set comes first, for speed
_NOT_PLAIN = re.compile("[\u4e00-\u9fff“.．、）)](?:(?<![.．、）)])|(?<=\\d[.．、）)]))")
# A new thought: 近年来 · 下一步 · 目前 · 2023年
_TURNS = re.compile(
    "(?:近年来|近期|近些年|下一步|下步|接下来|目前|当前|截至|同时|此外|另外|总之|今年|去年|明年|"
    "20\\d\\d年|展望|回顾|着眼|在此|各位|记者朋友|对于|关于|针对|围绕|为了|为此|与此同时|这里|当然|"
    "具体|主要|通过|我们|“十|借此|现在|我想|我们将|未来|"
    "First|Second|Third|Finally|Moreover|In addition|At the same time|However|Next|On |As )"
)
# What goes on with the sentence before it opens no paragraph.
_GOES_ON = re.compile(
    r"\s*(?:并(?:且|与|对|在|将|就|向|把|于|给|以|为|从|被|通过|同步|积极|成功|专门|[，,])|而(?!今)|且|"
    "从而|以及|甚至|因此|所以|因而|其中|但|不过|然而|比如|例如|也就是|即[，,])"
)
# 昭通市人民政府2024年5月1日, at the end of what was read out
_SIGNATURE = re.compile(
    r"\s*[\u4e00-\u9fff（）]{2,40}(?:政府|[局厅委院会部社台办室]|公司|集团|中心)(?P<day>\s*20\d\d年"
    r"\d{1,2}月\d{1,2}日)\s*$"
)
_SPOKEN, _DEEPEST = 4, 5  # levels of 一是, and of 第一 within it
_INDENT = 4
_SIGNED, _SIGNATURE_MOST = -1, 80  # opens a paragraph of level 0; characters
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
    depths = Depths(text, end)
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        if text[at:stop].strip():
            for piece in _cut_line(text, at, stop, (start, end)):
                yield _deepened(piece, depths, piece.start - at <= _INDENT)
        at = stop + 1


def _deepened(piece: Piece, depths: Depths, own_line: bool) -> Piece:
    """The piece, a spoken item with its depth in the lists that are open."""
    if piece.level == _SPOKEN:
        depth = depths.depth(piece.start)
        return piece._replace(level=min(_DEEPEST, _SPOKEN + depth))
    if piece.level or own_line:
        depths.close()
    return piece


def sentence_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where the sentences of a stretch end, closing marks included."""
    return (found.end() for found in _END.finditer(text, start, end))


def _cut_line(text: str, start: int, end: int, whole: tuple[int, int]) -> Iterator[Piece]:
    """The paragraphs of one line of the source, which stands in the stretch `whole`."""
    pending: tuple[int, int, int] | None = None  # start, end, level
    for low, high, level in _steps(text, start, end, whole):
        if pending is None:
            pending = (low, high, level)
            continue
        if level or _breaks(text, pending, low, high, whole[1]):
            yield _piece(text, *pending)
            pending = (low, high, level)
        else:
            pending = (pending[0], high, pending[2])
    if pending is not None:
        yield _piece(text, *pending)


def _breaks(text: str, pending: tuple[int, int, int], low: int, high: int, end: int) -> bool:
    """Whether the sentence ``[low, high)`` opens a new paragraph after what is pending."""
    length, more = pending[1] - pending[0], high - low
    if length + more > _CEILING:
        return True
    if pending[2] > 0 and new_matter(text, pending[0], pending[2], (low, high), end):
        return True
    if length < _LEAST or _GOES_ON.match(text, low):
        return False
    return length >= _AIM or length + more > _MOST or _TURNS.match(text, low) is not None


def _steps(
    text: str, start: int, end: int, whole: tuple[int, int]
) -> Iterator[tuple[int, int, int]]:
    """The sentences of a line, parted also before enumerators in them; with the level of each."""
    low = start
    if _NOT_PLAIN.search(text, start, end) is None:  # nothing but sentences, as most in English
        for stop in sentence_ends(text, start, end):
            yield low, stop, 0
            low = stop
        if text[low:end].strip():
            yield low, end, 0
        return
    quoted = text.find("“", start, end) >= 0
    listed = may_list(text, start, end)
    for stop in sentence_ends(text, start, end):
        quote = text.count("“", low, stop) - text.count("”", low, stop) if quoted else 0
        if quote > 0 and stop - low < 300 and stop < end:
            continue
        yield from _inner_steps(text, low, stop, whole, listed=listed)
        low = stop
    if text[low:end].strip():
        yield from _inner_steps(text, low, end, whole, listed=listed)


def _inner_steps(
    text: str, low: int, high: int, whole: tuple[int, int], *, listed: bool
) -> Iterator[tuple[int, int, int]]:
    """A sentence, parted where its first item starts and the items are sentences of their own, if
    any can be `listed` in its line; a signature, parted from its date."""
    may_sign = high - low < _SIGNATURE_MOST and text.find("20", low, high) >= 0
    signed = _SIGNATURE.match(text, low, high) if may_sign else None
    if signed:
        yield low, signed.start("day"), _SIGNED
        yield signed.start("day"), high, _SIGNED
        return
    for cut in (*(first_items(text, low, high, whole[1]) if listed else ()), high):
        level = level_at(text, low)
        yield low, cut, 0 if level and heads_nothing(text, whole[0], low, whole[1]) else level
        low = cut


def level_at(text: str, at: int) -> int:
    """The level of the enumerator at `at`; 0 when there is none."""
    if _ENUMERATOR.match(text, at) is None:
        return 0
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
_STOPPED_MOST = 24  # characters of a heading of the first level that a full stop ends
_FULL_STOP = re.compile("[。！？；]")


def _piece(text: str, start: int, end: int, level: int) -> Piece:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    heading = _heading_length(text, start, end, level) if level > 0 else 0
    return Piece(start, end, max(level, 0), heading)


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
    listed = level == 1 and stop is not None and stop.end() - start > _STOPPED_MOST
    if listed and "，" in text[start:near]:  # a sentence that goes on from a heading without mark
        return 0
    if stop and stop[0] in "。！" and (stop.end() < end or level < 4):
        return stop.end() - start
    whole = stop is None and end - start <= _HEADING_MOST and text[end - 1] not in "：:，,；;、"
    return end - start if whole else 0
