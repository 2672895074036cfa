"""What a page's own elements leave right within a sentence where its blocks were run together
(``…先用纸板，00:00/03:27 倍速 高清练熟了再上牛皮。``), told by words that nobody says; the sentence
around them closes again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.source.alternatives import meetings
from exporter.source.draft import Change
from exporter.source.furniture import LONGEST, reason_of
from exporter.source.phrases import GLUED, GluedCue

_CUES = tuple((re.compile(cue.pattern), cue) for cue in GLUED)
_hinted = meetings([hint for cue in GLUED for hint in cue.hints])
_BEFORE = 80  # characters before a hint in which its words begin
_BEHIND = 120  # behind it in which they end
_TEXT = 40  # characters of a line that is broken off
_LINE = LONGEST + 1  # characters on either side: a longer line is no furniture as a whole
_STOPS = "。！？!?…；;”）)】"
_CLAUSES = f"{_STOPS}，,、：:"
# 返回顶部的电梯 · 展开全文检索 · 关注…第一时间获取信息，
_GOES_ON = re.compile(
    r"[的了过過着著等是、和与與及或也都就会會后後时時需要功行方成由被为為服按键，,。！？!?；;：:”）)】]"
    r"|前[，,]|检索|搜索|比对|数据|机房|咨询"
)


def glued(text: str) -> Iterator[Change]:
    """A removal for each piece; a line with nothing else goes with its end."""
    hinted = {hint for _, hint in _hinted(text)}
    if not hinted:
        return
    told = [each for each in _CUES if any(hint.startswith(each[1].hints) for hint in hinted)]
    found = sorted(
        (place for pattern, cue in told for place in _places(text, pattern, cue)),
        key=lambda change: change.start,
    )
    at = 0
    for change in found:
        if change.start >= at:
            at = change.end
            yield change


def _places(text: str, pattern: re.Pattern[str], cue: GluedCue) -> Iterator[Change]:
    """A removal for what the pattern finds by the hints of its cue."""
    for hint in cue.hints:
        at = text.find(hint)
        while at >= 0:
            stop = at + len(hint)
            low = max(0, at - _BEFORE)
            low = max(low, text.rfind("\n", low, at) + 1)
            end = text.find("\n", stop, stop + _BEHIND)
            high = end if end >= 0 else min(len(text), stop + _BEHIND)
            for found in pattern.finditer(text, low, high):
                place = found.span()
                here = place[0] < stop and place[1] > at
                if here and _stands(text, place, cue) and _interrupts(text, place):
                    yield _removal(text, *place, cue.reason)
                    stop = max(stop, place[1])
            at = text.find(hint, stop)


def _stands(text: str, place: tuple[int, int], cue: GluedCue) -> bool:
    """Whether what stands before the place and behind it leaves it the site's."""
    if cue.place == "any":
        return True
    before = text[max(0, place[0] - 1) : place[0]]
    begins = before.strip() == "" or before in (_CLAUSES if cue.place == "clause" else _STOPS)
    return begins and _GOES_ON.match(text, place[1]) is None


def _interrupts(text: str, place: tuple[int, int]) -> bool:
    """Whether the place is its whole line, or the line has text of somebody, and isn't furniture as
    a whole."""
    before = text[max(0, place[0] - _LINE) : place[0]].rpartition("\n")[2]
    behind = text[place[1] : place[1] + _LINE].partition("\n")[0]
    rest = len(before) + len(behind)
    if rest == 0:
        return True
    line = f"{before}{text[slice(*place)]}{behind}"
    told = rest >= _TEXT or any(stop in line for stop in "。！？!?")
    return told and (len(line) > LONGEST or reason_of(line.strip()) is None)


def _removal(text: str, start: int, end: int, reason: str) -> Change:
    """The removal of a piece: of its line if that has nothing else, of one of two blanks around
    it."""
    first = start == 0 or text[start - 1] == "\n"
    if first and (end == len(text) or text[end] == "\n"):
        end = min(end + 1, len(text))
    elif text[end : end + 1] == " " and (first or text[start - 1] == " "):
        end += 1
    return Change(start, end, "", "furniture.glued", reason)
