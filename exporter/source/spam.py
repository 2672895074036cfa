"""Search-engine spam that was spliced into a page: gambling and pornography, by its words.

What a run weighs tells whether it is one (`spam_words`, `brands`); here is what becomes of it.
Where a run stands within a sentence it has destroyed words: the hole is shown, and what may have
stood there is proposed in a notice, with its evidence, never in the text.
"""

from __future__ import annotations

import heapq
import re
from bisect import bisect
from collections.abc import Iterator
from itertools import accumulate

from exporter.source.alternatives import alternatives, whereabouts
from exporter.source.brands import formed
from exporter.source.dates import FULL_DATE
from exporter.source.draft import Change
from exporter.source.model import HOLE, Edit
from exporter.source.phrases import (
    SPAM_BLATANT,
    SPAM_REGIONS,
    SPAM_SEARCHED,
)
from exporter.source.spam_words import of_houses, stretched, weighed, without_words

RULE = "spam"


_JOINT = " _-|｜—·:：,，"
_ENDS = frozenset("。！？!?\n")


# 亚洲…一区,日韩…无码,…: a line of nothing but search words, that some of them give away
_SEARCHED = re.compile(alternatives(word.lower() for word in SPAM_SEARCHED))
_searched_in = whereabouts(word.lower() for word in SPAM_SEARCHED)
_PARTS = re.compile(r"[_|｜,，、;；\-—\s]+")
_MOST = 900  # characters of such a line
_MANY = 3  # parts of it with such a word


def _lower(text: str) -> str:
    """The text in small letters, as long as it was: looked through faster than without regard to
    case."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text  # İ becomes two characters


def _found(
    words: re.Pattern[str], text: str, stretches: Iterator[tuple[int, int]]
) -> Iterator[re.Match[str]]:
    """What the expression finds in the stretches."""
    return (found for low, high in stretches for found in words.finditer(text, low, high))


def _joined_lines(text: str) -> Iterator[Change]:
    """A removal for each line of search words."""
    done = 0
    lower = _lower(text)
    for found in _found(_SEARCHED, lower, _searched_in(lower)):
        if found.start() < done:
            continue
        start = text.rfind("\n", 0, found.start()) + 1
        stop = text.find("\n", found.end())
        done = end = stop if stop >= 0 else len(text)
        if end - start <= _MOST and is_searched(text[start:end]):
            yield Change(start, min(end + 1, len(text)), "", RULE, _SEARCH)
        elif tag := _TAG.search(lower, max(start, end - _LONGEST_TAG), end):
            yield Change(*tag.span(), "", RULE, _SEARCH)


# …——访海州市市长柯恺|欧美日韩高清无码: search words and nothing else behind a bar
_TAG_WORD = alternatives((*SPAM_BLATANT, *SPAM_SEARCHED, *SPAM_REGIONS))
_TAG = re.compile(
    rf"(?<=\S)\s?[|｜_](?=[^|｜_\n]{{0,30}}?(?:{alternatives(SPAM_BLATANT)}))"
    rf"(?:(?:{_TAG_WORD})[\u4e00-\u9fff]{{0,3}}){{2,8}}$"
)
_LONGEST_TAG = 40  # characters of it


def is_searched(line: str) -> bool:
    """Whether the line is search words and nothing else: no sentence, most of its parts with one of
    them."""
    if "。" in line or FULL_DATE.search(line):
        return False
    parts = [part for part in _PARTS.split(_lower(line)) if len(part) > 1]
    hits = sum(_SEARCHED.search(part) is not None for part in parts)
    return hits >= _MANY and 2 * hits >= len(parts)


# 生肖图片 / 1、“生肖图片”他带来好消息 / 2、“生肖图片”…: headlines behind one search word
_KEYED = re.compile(
    r"(?m)^(?P<word>[^\n。“”]{4,24})\n(?:\d{1,2}、“(?P=word)”[^\n]{4,90}(?:\n|$)){2,9}"
)


def _keyed(text: str) -> Iterator[Change]:
    """A removal for each list of headlines behind one search word."""
    at = text.find("\n1、“")
    while at >= 0:
        found = _KEYED.match(text, text.rfind("\n", 0, at) + 1)
        if found:
            yield Change(*found.span(), "", RULE, _SEARCH)
        at = text.find("\n1、“", at + 1)


_SEARCH = "gambling or pornographic search spam"


def spam(text: str) -> Iterator[Change]:
    """A change for each run of spam: a removal at the edge of a sentence, a hole within one."""
    lines = tuple(heapq.merge(_joined_lines(text), _keyed(text), key=lambda line: line.start))
    places = [line.start for line in lines]
    for change in heapq.merge(lines, _runs_of(text), key=lambda change: change.start):
        at = bisect(places, change.start) - 1
        if at < 0 or change is lines[at] or change.start >= lines[at].end:
            yield change


def _runs_of(text: str) -> Iterator[Change]:
    """A change for each run of spam."""
    last = 0  # end of the run before: the joint between two runs goes with the first
    for start, end in runs(text):
        if whole := _whole_line(text, start, end):
            yield Change(*whole, "", RULE, "gambling or pornographic search spam")
            last = whole[1]
            continue
        left, right = text[start - 1 : start] or "\n", text[end : end + 1] or "\n"
        if left in tuple("_|｜") and right in tuple("_|｜"):  # put between two words, and no part
            yield Change(start - 1, end + 1, "", RULE, "gambling or pornographic search spam")
            continue
        if _within(left, right):
            yield Change(start, end, HOLE, RULE, "gambling or pornographic search spam")
            last = end
            continue
        while left == "\n" and text[end : end + 1] in tuple(_JOINT):
            end += 1
        while right == "\n" and start > last and text[start - 1] in _JOINT:
            start -= 1
        yield Change(start, end, "", RULE, "gambling or pornographic search spam")
        last = end


# 首页-【彩神viii】-welcome注册送38元: what a line of spam has beside it
_BESIDE = re.compile(r"(?:首页|官网|网址|导航|[\s\-_|｜·—:：【】\[\]（）()])*")


_LITTLE = 24  # characters of it


def _whole_line(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The line of a run when nothing else stands in it; ``None`` if something does, or if nothing
    but the run is there."""
    low = text.rfind("\n", max(0, start - _LITTLE - 1), start) + 1
    high = text.find("\n", end, end + _LITTLE + 1)
    high = high if high >= 0 else len(text)
    if high - low > end - start + _LITTLE or (low, high) == (start, end):
        return None
    beside = _BESIDE.fullmatch(text, low, start) and _BESIDE.fullmatch(text, end, high)
    return (low, high) if beside else None


def _within(left: str, right: str) -> bool:
    """Whether a run between these characters stands within a sentence."""
    if left in _ENDS:
        return False
    return right not in _ENDS or left not in "，,、；;”》）) _-|｜—"


def without(text: str) -> str:
    """The text, a title, without its spam."""
    if is_searched(text):
        return ""
    for start, end in reversed(list(runs(text))):
        text = text[:start].rstrip(_JOINT) + text[end:].lstrip(_JOINT)
    return text


def left_over(text: str, edits: tuple[Edit, ...]) -> bool:
    """Whether `text` is only what `spam` has left of a page of nothing else: few different words,
    fewer than were removed, and none that a page about a conference would have."""
    removed = sum(len(edit.before) for edit in edits if edit.rule == RULE)
    lines = {line for line in text.replace(HOLE, "").split("\n") if line.strip()}
    most = min(FEW, removed)
    if not most or any(map(_GENUINE.search, lines)):
        return False
    left = accumulate(len(without_words(line)) for line in lines)  # no further than tells it
    return all(count < most for count in left)


FEW = 200  # characters that may be left of a page of spam
_GENUINE = re.compile(
    r"发布会|新闻|记者|主持|政府|委员会|\d月\d{1,2}日|\d{4}[-年]\d|[发會会]议|press|briefing|minister"
)


# …官网注册_o365邮箱_365bet…: between two runs
_BRIDGE = re.compile(r"[_|｜][^\s，。、_|｜]{1,12}[_|｜]")


def runs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each run of words that together are spam, by its words or by its form."""
    lower = _lower(text)
    found = [*formed(text, lower), *weighed(lower), *_pictured(text)]
    found = [stretched(lower, low, high) for low, high in found]
    if found:
        found += [stretched(lower, low, high) for low, high in of_houses(lower, found)]
    start = end = -1
    for low, high in sorted(found):
        if low > end and not (end >= 0 and _BRIDGE.fullmatch(lower, end, low)):
            if end >= 0:
                yield start, end
            start, end = low, high
        else:
            end = max(end, high)
    if end >= 0:
        yield start, end


# 👥…网页登录入口👪: a line between pictures, whose words stand in the text as well
_PICTURED = re.compile(
    "^[\U0001f300-\U0001faff\u2600-\u27bf]{1,4}(?P<words>[^\\s。，]{3,24}"
    "(?:入口|登录|下载|官网|app|平台|网址|注册))[\U0001f300-\U0001faff\u2600-\u27bf]{1,4}$",
    re.MULTILINE | re.IGNORECASE,
)


_PICTURE = re.compile("[\U0001f300-\U0001faff]")


def _pictured(text: str) -> list[tuple[int, int]]:
    """The places of what a line of search words between pictures says."""
    if text.isascii() or _PICTURE.search(text) is None:
        return []
    found = list(_PICTURED.finditer(text))
    spans = {line.span() for line in found}
    for words in {line["words"] for line in found}:
        at = text.find(words)
        while at >= 0:
            if not any(low <= at < high for low, high in spans):
                spans.add((at, at + len(words)))
            at = text.find(words, at + len(words))
    return sorted(spans)
