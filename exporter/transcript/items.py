"""The order of lists that are spoken: which item comes next, what heads a list, what ends it.

Looks ahead no farther than `AHEAD` characters, so that the time is linear in the text.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

AHEAD = 6_000
_DIGITS = "一二三四五六七八九十"
_ITEM = re.compile(
    rf"[ 　]{{0,4}}(?:(?P<is>[{_DIGITS}])(?P<verb>[是要])(?!否)|"
    rf"第(?P<nth>[{_DIGITS}])(?=[，,、：是])|其(?P<of>[一二三四五])(?=[，,：是])|[（(](?P<round>[{_DIGITS}])[）)]|"
    "(?P<first>首先)|(?P<later>其次|再次|再者))"
)
# 首先，感谢… 首先，有请… 首先向大家介绍…
_COURTESY = re.compile(
    "[ 　]{0,4}首先[，,、]?(?:请|有请|让我|允许|欢迎|祝|我?谨?代表|我介绍|介绍|"
    "我?[^，。]{0,6}(?:感谢|荣幸|欢迎|祝贺)|我?[向对为][^，。]{2,40}(?:表示|介绍))"
)
# Where the first item of a list may stand within a sentence: 三件事：|一是 · 开展情况|一是
_OPENING = re.compile(
    "[一首第其（(]"
    "(?:(?<=[：:；。！，”》].)|(?<=(?:情况|内容|工作|做法|措施|方面|打算|安排|举措|任务).))"
    "(?:(?<=一)(?=[是要])|(?<=首)(?=先[，,是])|(?<=第)(?=一[，,、：])|(?<=其)(?=一[，,：是])"
    "|(?<=[（(])(?=一[）)]))"
)
# New matter, when the list before it has come to its end
_ADDRESS = re.compile(
    "(?:各位|(?:新闻|媒体|记者)[^，。]{0,6}朋友们?|朋友们|同志们|女士们)[^。；]{0,14}[，,：:！!]"
)
_NEW = re.compile(
    "(?:下一步|下步|接下来|今后|总之|最后|以上|我(?:就|的)?(?:介绍|发布|回答)(?:就|到|完))"
)
_ANOTHER = re.compile("(?:与此同时|同时|此外|另外|为此|对此)[^。！？]*[：:]$")


class Item(NamedTuple):
    """The series that an item belongs to and its number, 1-based; 首先 is 1, 其次 and 再次 2."""

    series: str
    number: int


def item_at(text: str, at: int) -> Item | None:
    """The item that starts at `at`."""
    found = _ITEM.match(text, at)
    if found is None:
        return None
    if found["first"] or found["later"]:
        return Item("首先", 1 if found["first"] else 2)
    name = found.lastgroup or ""
    name = "is" if name == "verb" else name
    return Item(name + (found["verb"] or ""), _DIGITS.index(found[name]) + 1)


@cache
def _next(item: Item) -> re.Pattern[str] | None:
    """What the next item of the series starts with, behind the end of a sentence."""
    series, number = item
    if series != "首先" and number >= len(_DIGITS):
        return None
    if series == "首先":
        ordinal = "二三"[number - 1]
        return _behind_stop(("其次", 2), ("再[次者]", 2), (f"第{ordinal}[，,、：是]", 3))
    digit = _DIGITS[number]
    marker = {
        "is是": (f"{digit}是", 2),
        "is要": (f"{digit}要", 2),
        "nth": (f"第{digit}[，,、：是]", 3),
        "of": (f"其{digit}", 2),
        "round": (f"[（(]{digit}[）)]", 3),
    }[series]
    return _behind_stop(marker)


def _behind_stop(*markers: tuple[str, int]) -> re.Pattern[str]:
    """Meets the markers, each with how many characters it has, behind the end of a sentence. That
    is looked at last: the matcher skips to a marker's first character."""
    return re.compile(
        "|".join(f"{marker}(?<=[。！？；;”’）\n 　].{{{size}}})" for marker, size in markers)
    )


def goes_on(text: str, at: int, end: int) -> bool:
    """Whether the item at `at` is followed by the next of its series before `end`."""
    item = item_at(text, at)
    follower = _next(item) if item else None
    return follower is not None and bool(follower.search(text, at + 2, min(end, at + AHEAD)))


def heads_nothing(text: str, start: int, at: int, end: int) -> bool:
    """Whether 首先 or 最后 at `at` of ``text[start:end]`` is no item: a courtesy, or no list is
    there."""
    if text.startswith("首先", at):
        return bool(_COURTESY.match(text, at)) or not goes_on(text, at, end)
    if text.startswith("最后", at):
        before = text[max(start, at - AHEAD) : at]
        return not any(word in before for word in ("其次", "再次", "第二", "二是"))
    return False


def may_list(text: str, start: int, end: int) -> bool:
    """Whether a list may begin within a sentence of ``text[start:end]``."""
    return _OPENING.search(text, start, end) is not None


def first_items(text: str, low: int, high: int, end: int) -> list[int]:
    """Where in the sentence ``[low, high)`` a list begins whose other items are sentences of their
    own."""
    return [
        found.start()
        for found in _OPENING.finditer(text, low + 1, high)
        if goes_on(text, found.start(), end) and not goes_on(text, found.start(), high)
    ]


def new_matter(text: str, item: int, level: int, sentence: tuple[int, int], end: int) -> bool:
    """Whether the sentence leaves the list whose last item stands at `item`, of `level`."""
    low, high = sentence
    while low < high and text[low].isspace():
        low += 1
    if _ADDRESS.match(text, low, high):
        return True
    if level < 4 or goes_on(text, item, end):
        return False
    return bool(_NEW.match(text, low, high) or _ANOTHER.match(text, low, high))


class Depths:
    """The depth of spoken items, 0 for those of a list that stands in no other's item."""

    def __init__(self, text: str, end: int) -> None:
        self._text, self._end = text, end
        self._open: list[tuple[str, int]] = []  # series, place of its last item

    def close(self) -> None:
        """No list is open any more."""
        self._open = []

    def depth(self, at: int) -> int:
        """The depth of the item at `at`: one deeper where its series begins within an item of
        another that goes on behind it, 第一 within 二是."""
        item = item_at(self._text, at)
        if item is None:
            return max(0, len(self._open) - 1)
        names = [name for name, _ in self._open]
        if item.series in names:
            self._open = self._open[: names.index(item.series)]
        elif item.number > 1:
            return max(0, len(self._open) - 1)
        elif self._open and not goes_on(self._text, self._open[-1][1], self._end):
            self._open = []
        self._open.append((item.series, at))
        return len(self._open) - 1
