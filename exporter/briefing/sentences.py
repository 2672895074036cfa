"""Sentences and clauses of Chinese and English text, as offsets into it.

A mark inside a short pair of quotes or brackets parts nothing (“岗位怎么稳？收入怎么高？”两问), one
inside a long quotation does: that is speech. Marks that close a sentence keep the closers after
them. What is counted (：一是…；二是…) are sentences, whatever the marks between them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from exporter.briefing.cues import vocabulary

Bounds = tuple[int, int]
Shut = tuple[list[int], list[int]]

PAIRS = {
    "“": "”",
    "‘": "’",
    "（": "）",
    "(": ")",
    "《": "》",
    "「": "」",
    "『": "』",
    "【": "】",
    "〔": "〕",
}
_CLOSERS = frozenset(PAIRS.values())
_MARKS = re.compile(r"[“”‘’（）()《》「」『』【】〔〕]")
_COUNT = "[一二三四五六七八九十]{1,3}"
_ITEM = rf"(?:{_COUNT}是|第{_COUNT}[，、]|（{_COUNT}）)"
_STOPS = re.compile(rf"[。！？!?…\n]+|\.(?=\s+[A-Z“\"(]|\s*$)|[：；](?={_ITEM})")
_BREAKS = re.compile(r"[，；：]|[,;:](?=\s)|——|\t")
_SPACE = re.compile(r"\s*")
_LONG_PAIR = 60
_DEEPEST = 8
_CLOSED = re.compile(r"[。！？!?…：:；;.\-—~～][”’」』）)》〉】\]\"'\s]*$|[”’」』\"'|]\s*$")
_NEAR_END = 4
_MOST_OPEN = 0.3
_LAST_WORD = re.compile(r"[A-Za-z][A-Za-z.]{0,11}$")


def pairs(text: str) -> list[Bounds]:
    """The matched pairs of quotes and brackets, innermost first; what has no partner is left out.

    The end is that of the closing mark, exclusive.
    """
    found: list[Bounds] = []
    opened: list[tuple[str, int]] = []
    for mark in _MARKS.finditer(text):
        sign = mark.group()
        if closer := PAIRS.get(sign):
            opened.append((closer, mark.start()))
            if len(opened) > _DEEPEST:
                del opened[0]
            continue
        if opened and opened[-1][0] == sign:  # as nearly always
            found.append((opened.pop()[1], mark.end()))
            continue
        depth = next((i for i in range(len(opened) - 1, -1, -1) if opened[i][0] == sign), None)
        if depth is not None:
            found.append((opened[depth][1], mark.end()))
            del opened[depth:]
    return found


def balanced(text: str) -> bool:
    """Whether every quote and bracket of `text` has its partner."""
    marks = len(_MARKS.findall(text))
    return not marks or 2 * len(pairs(text)) == marks


@lru_cache(maxsize=512)
def sentences(text: str) -> tuple[Bounds, ...]:
    """The sentences of `text`, with their final marks, without the white space around them; kept,
    since the figures and the points of a record are both found by them."""
    return tuple(_split(text))


def clauses(text: str, start: int, end: int) -> tuple[Bounds, ...]:
    """The clauses of ``text[start:end]``, each with the mark that closes it; they touch.

    The marks of a long quotation part it from the words around it.
    """
    piece = text[start:end]
    found = pairs(piece)
    if not found:
        ends = [start + m.end() for m in _BREAKS.finditer(piece)]
        return tuple(pairwise([start, *ends] if ends[-1:] == [end] else [start, *ends, end]))
    shut = _shut(found)
    breaks = {m.end() for m in _BREAKS.finditer(piece) if not _inside(shut, m.start())}
    for opening, closing in found:
        if closing - opening > _LONG_PAIR:
            breaks |= {opening + 1, closing - 1}
    edges = [0, *sorted(at for at in breaks if 0 < at < len(piece)), len(piece)]
    return tuple((start + a, start + b) for a, b in pairwise(edges))


def left_open(texts: Mapping[str, str]) -> frozenset[str]:
    """The keys of the paragraphs that end without a mark where nearly all others have one: the
    words of a page's own (点击下方卡片预约, 下载影片 MP4 48MB), names on cards, torn sentences.

    Nothing where many end so: the page is not punctuated, or cut into lines; rows of tables aren't.
    """
    found = [key for key, text in texts.items() if "\t" not in text and not _is_closed(text)]
    return frozenset(found if len(found) <= _MOST_OPEN * len(texts) else ())


def _is_closed(text: str) -> bool:
    """Whether a mark closes the text, as most do at their very end: that is looked at first."""
    near = max(0, len(text) - _NEAR_END)
    return _CLOSED.search(text, near) is not None or (near > 0 and bool(_CLOSED.search(text)))


def _split(text: str) -> Iterator[Bounds]:
    shut = _shut(pairs(text))
    at = _skip(text, 0)
    for mark in _STOPS.finditer(text):
        end = _close(text, mark.end())
        if mark.start() < at or not _parts(text, mark, end, shut):
            continue
        yield at, end
        at = _skip(text, end)
    if at < len(text.rstrip()):
        yield at, len(text.rstrip())


def _parts(text: str, mark: re.Match[str], end: int, shut: Shut) -> bool:
    """Whether this mark ends a sentence."""
    if mark.group() == ".":
        word = _LAST_WORD.search(text, max(0, mark.start() - 12), mark.start())
        return not (word and word.group().lower() in vocabulary("english_stops"))
    if not _inside(shut, mark.start()):
        return True
    return end > mark.end() and not _inside(shut, end) and _speech_ends(text, mark, end)


def _speech_ends(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether the quotation that closes here is a sentence of its own, not a title in one."""
    following = text[end : end + 1]
    return mark.group()[0] in "。！" or following in ("", "“", "\n", " ")


def _shut(found: list[Bounds]) -> Shut:
    """The stretches in pairs that are not split: their starts and their ends, merged and sorted."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(pair for pair in found if pair[1] - pair[0] <= _LONG_PAIR):
        if ends and start < ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)
    return starts, ends


def _inside(shut: Shut, at: int) -> bool:
    starts, ends = shut
    if not starts:
        return False
    index = bisect_left(starts, at) - 1
    return index >= 0 and at < ends[index]


def _close(text: str, at: int) -> int:
    while at < len(text) and (text[at] in _CLOSERS or text[at] == '"'):
        at += 1
    return at


def _skip(text: str, at: int) -> int:
    if not text[at : at + 1].isspace():
        return at
    found = _SPACE.match(text, at)
    return found.end() if found else at
