"""What a page's own elements leave right within a sentence where its blocks were run together
(``…先用纸板，00:00/03:27 倍速 高清练熟了再上牛皮。``), and its foot glued to the last sentence.

The one is told by words that nobody says, the sentence around them closes again; the other by its
place, behind the last stop of the page, and by words of a foot in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.source.draft import Change
from exporter.source.furniture import LONGEST, reason_of
from exporter.source.phrases import GLUED, GLUED_FEET, GluedCue

_CUES = tuple((re.compile(cue.pattern), cue) for cue in GLUED)
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
    """A removal for each piece, and for the foot; a line with nothing else goes with its end."""
    found = sorted(
        (place for pattern, cue in _CUES for place in _places(text, pattern, cue)),
        key=lambda change: change.start,
    )
    at = 0
    for change in found:
        if change.start >= at:
            at = change.end
            yield change
    foot = _foot(text, at)
    if foot:
        yield foot


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


_FOOT = 500  # characters of a foot
_STOPPED = re.compile(r"[。！？!?][”）)]?|[.](?=\s)|(?<=[a-z])[.](?=[A-Z])")
_FEET = re.compile("|".join(f"(?:{cue.pattern})" for cue in GLUED_FEET))
# 今天的发布会到此结束，谢谢大家！
_CLOSES = re.compile(
    r"(?:[结結]束|到这里|到這裡|再见|再見|散会|散會|(?:谢谢|謝謝|感谢|感謝)[^。！？!?]{0,8}"
    r"|[Tt]hank(?:s| you)[^.!?]{0,40}|[Gg]ood ?bye|[Hh]ave a (?:good|nice|great) [a-z]{3,12})"
    r"[。！!.]$"
)
_SURE = re.compile("Copyright|©|ICP|公网安备|网站标识码|All rights reserved")
# what may be a field of the page, or somebody's words
_SAID = re.compile("[:：我]|谢|謝|大家")
_FIELD = re.compile(
    r"编辑|編輯|责编|責編|来源|來源|记者|記者|审核|\d{4}(?:年\d|-\d{1,2}-\d)|[Ee]dit(?:or|ed)"
)


def _foot(text: str, low: int) -> Change | None:
    """The removal of what stands in a line behind the last stop of the page."""
    low = max(low, len(text) - _FOOT)
    stop = max((found.end() for found in _STOPPED.finditer(text, low)), default=-1)
    end = text.find("\n", stop)
    end = len(text) if end < 0 else end
    found = _FEET.search(text, stop, end) if 0 < stop < end else None
    if found is None:
        return None
    closed = _CLOSES.search(text[max(0, stop - 60) : stop])
    first = text[stop : found.start()].strip()
    if first and closed and not (_FIELD.search(first) or _SAID.search(first)):
        start = stop
    elif not first or closed or _SURE.match(found[0]):
        start = found.start()
    else:
        return None
    if start >= end or _FIELD.search(text, start, end) or text[start:end].isspace():
        return None
    return Change(start, end, "", "furniture.glued", GLUED_FEET[0].reason)
