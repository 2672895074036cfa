"""What a page of one line has between two sentences that nobody says: a row of buttons, a caption,
a counter (``…的饮水问题。 点击查看大图 下一步，…``), and buttons that stand with no blank before or
behind them, as where a page's blocks were run together (``…写一次日记。分享到微信 打印半年以后…``).

A line break that became a blank is proved by the stop before it. Words behind it that would be
furniture as a line of their own, up to another blank, are furniture here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.source.asides import is_screen, screen_words
from exporter.source.captions import RULE, is_caption, is_shown
from exporter.source.draft import Change
from exporter.source.furniture import is_told, reason_of
from exporter.source.records import lines
from exporter.source.scripts import EAST_ASIAN

_SITE = ("furniture.within-the-line", "the site's own between two sentences of a line")
_CAPTION = (RULE, "caption between two sentences of a line")
_LONG = 200  # characters of a line in which paragraphs follow each other
_PIECE = 70  # characters of what stands between two of them
_AHEAD = 300  # characters behind it in which a sentence ends
_RUN = 8  # of buttons that nothing parts from the text
_NAMED = re.compile(r"[。！？!?”](?P<named>[^\W\d_]{2,20})$")
_COMMAS = frozenset("，,、：:；。的")
_CAPTION_LONG = 300  # characters of a caption of several sentences
# 新华社记者 田野 摄 · （市府提供） · 圖／中央社
_CREDITED = re.compile(r"(?:[摄攝]影?|[供网網臉脸][图圖书書]|[)）日]|[／/:：] ?[^\s。，]{2,20}) ")
_BEFORE = 24  # characters of buttons before their first blank
_STOPS = frozenset("。！？!?…”）)】")
_STOP = re.compile("[。！？!?]")
_BLANK = re.compile(" {1,4}")
# What is no piece of its own: 本场直播到此结束， · 總共 27 before 戶 · 发布会结束 before ，
_GOES_ON = re.compile(
    r"[，,、：:；] {1,4}.$|(?:[\u4e00-\u9fff]| )\d+ {1,4}.$|^\W+ .$| [，,、：:；。]$|^[我總总]"
)


def insertions(text: str) -> Iterator[Change]:
    """A removal for each such piece, with the blank behind it."""
    for start, end in lines(text):
        if end - start < _LONG or EAST_ASIAN.search(text, start, start + _LONG) is None:
            continue
        at = text.find(" ", start, end)
        while at >= 0:
            low, stop = _inserted(text, start, at, end)
            if stop > at:
                shown = is_caption(text[low:stop].rstrip())
                yield Change(low, stop, "", *(_CAPTION if shown else _SITE))
            at = text.find(" ", max(stop, at + 1), end)


def _inserted(text: str, start: int, at: int, end: int) -> tuple[int, int]:
    """Where what is inserted around the blank at `at` begins and ends; an end not above `at` if
    nothing is."""
    if text[at - 1] not in _STOPS:
        return _run_together(text, max(start, at - _BEFORE), at, end)
    low = at + 1
    while text[low : low + 1] == " ":
        low += 1
    stop = _next_stop(text, low, min(end, low + _PIECE))
    for here, behind in _blanks(text, low, stop):
        if _GOES_ON.search(text[low : behind + 1]) or not _ends_ahead(text, behind, end):
            continue
        if here - low > 1 and _is_site(text[low:here]):
            return low, behind
    reach = min(end, low + _CAPTION_LONG)
    for signed in reversed(list(_CREDITED.finditer(text, low, reach))):
        if _ends_ahead(text, signed.end(), end) and is_shown(text[low : signed.end() - 1]):
            return low, signed.end()
    return at, at


def _next_stop(text: str, low: int, reach: int) -> int:
    found = _STOP.search(text, low, reach)
    return found.start() if found else reach


def _blanks(text: str, low: int, stop: int) -> list[tuple[int, int]]:
    """The blanks between two places, the last first."""
    return [found.span() for found in _BLANK.finditer(text, low, stop)][::-1]


def _ends_ahead(text: str, low: int, end: int) -> bool:
    """Whether a sentence ends in what stands behind."""
    return _STOP.search(text, low, min(end, low + _AHEAD)) is not None


def _is_site(words: str) -> bool:
    """Whether words between two blanks would be the site's as a line of their own."""
    if (reason_of(words) is not None and not is_told(words)) or is_screen(words):
        return True
    return is_caption(words)


def _run_together(text: str, low: int, at: int, end: int) -> tuple[int, int]:
    """Where buttons begin and end that stand right behind a sentence, a blank at `at` among
    them."""
    named = _NAMED.search(text, low, at)
    if named is None:
        return at, at
    first = named.start("named")
    stop = screen_words(text, at + 1, min(end, at + _PIECE))
    goes_on = text[stop : stop + 1] in _COMMAS or stop - first < _RUN
    found = stop > at + 1 and not goes_on and is_screen(text[first:stop])
    return (first, stop) if found else (at, at)
