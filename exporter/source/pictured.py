"""Captions that tell where in the picture somebody stands (``發言人連清韻（中）主持記者會。``), and
those that a page of one line has between its speeches, with who took the picture.

Nobody says （左二）, and no sentence ends in ``尹照 摄``. The sentence goes whole, and the line
with it where the line says nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.source.draft import Change
from exporter.source.phrases import caption_words

_NUMBER = "[一二三四五六七八九十\\d]"
# （中） · （左二） · （前排右一至右三） · （右2）
_PLACE = re.compile(
    rf"[(（](?<=[\u4e00-\u9fff].)(?:[圖图]|照片)?(?:[前後后中]排?(?=[左右])|[前後后中]排)?"
    rf"(?:[左右](?:起|[側侧邊边])?(?:第?{_NUMBER}{{1,2}})?(?:[至、和到][左右]?{_NUMBER}{{0,2}})?|中(?:[間间央])?)"
    r"[)）]"
)
# 圖示局長視察山坡。
_SHOWN = re.compile(r"(?m)^[▲△]?[圖图]示(?![的中上下是了為为：:])[^\n：:“「]{4,120}$")
_STOPS = "。！？!?\n：:"
_LONGEST = 120  # characters of a caption's sentence
_PART = re.compile(r"[(（]中[)）]\s*(?:$|\n)")  # …访谈实录（中）: a part of three
_SPOKEN = re.compile("[我你您]|谢谢|謝謝|大家")
# （院方提供） · （陳明攝）
_CREDIT = re.compile(r" ?[(（][^()（）\n。，]{1,16}(?:提供|供[圖图]|[攝摄](?:影)?)[)）]。?")


def pictured(text: str) -> Iterator[Change]:
    """A removal for each sentence that says where in a picture somebody stands, and for each line
    that says what a picture shows."""
    done = 0
    for found in _PLACE.finditer(text):
        if found.start() < done or _PART.match(text, found.start()):
            continue
        start, end = _sentence(text, found)
        if end - start > _LONGEST or _SPOKEN.search(text, start, end):
            continue
        credit = _CREDIT.match(text, end)
        end = credit.end() if credit else end
        alone = text[start - 1 : start] in ("", "\n") and text[end : end + 1] == "\n"
        done = end + alone
        yield Change(start, done, "", "caption", "caption that tells who stands where")
    for found in _SHOWN.finditer(text):
        if not _PLACE.search(text, found.start(), found.end()):
            end = min(found.end() + 1, len(text))
            yield Change(found.start(), end, "", "caption", "caption in a line of its own")


_DEEDS = caption_words()["deeds"]
_TAKEN = (
    r"(?:(?:[\u4e00-\u9fff]{2,6} ?)?(?:首席|特约|见习|本报|本网)?(?:记者|記者|通讯员) ?)?"
    r"[\u4e00-\u9fff·]{2,4} ?(?:摄影?|攝影?)|(?:摄影|攝影|供[图圖])[:：/／] ?[\u4e00-\u9fff·]{2,4}"
)
# 通报完毕，谢谢大家。 省交通厅厅长柯恺作主发布 尹照 摄 穆清：…
_GLUED = re.compile(
    rf"(?<=[。！？!?”）] )(?P<shown>[^。！？：:，,；;\n“”]{{0,60}}?。?) ?"
    rf"(?<=[ 。])(?:{_TAKEN})(?=[ \n]|$)"
)
# 谢谢大家。 图为厅长柯恺发布新闻。 穆清：…
_SHOWS = re.compile(r"(?<=[。！？!?”）] )[▲△]?[图圖][为為][^。！？：:\n“”]{2,60}。?(?=[ \n]|$)")
# …谁也不能例外。图为庭长柯恺回答提问海州日报…: blocks run together
_RUN_ON = re.compile(
    rf"(?:(?<=[。！？!?”）])|^)[▲△]?[图圖][为為][^。！？：:，,\s“”]{{2,30}}?(?:{_DEEDS})"
    r"(?=[\u4e00-\u9fff])(?![的时時后後前中和与與及])",
    re.MULTILINE,
)
# 厅长柯恺回答记者提问。（省政府新闻办供图）
_CREDITED = re.compile(
    r"(?P<before>[。！？!?”）] |^)(?P<shown>[^。！？：:\n“”]{4,60}。) ?"
    r"[(（][^()（）\n。，]{0,16}(?:供[图圖]|[资資]料[图圖]片?)[)）]。?"
    r"(?=[ \n]|$)",
    re.MULTILINE,
)


# each with the words of which it has one, asked for first
_SHOWING = ("图为", "圖為")
_TOLD_BY = (
    (("摄", "攝", "供图", "供圖"), _GLUED),
    (_SHOWING, _SHOWS),
    (_SHOWING, _RUN_ON),
    (("供图", "供圖", "料图", "料圖"), _CREDITED),
)


def glued(text: str) -> Iterator[Change]:
    """A removal for each caption behind a sentence and a blank that a credit or 图为 tells, and for
    a sentence in front of a credit in brackets that has its line, or stands so, too."""
    for pattern in (one for cues, one in _TOLD_BY if any(map(text.__contains__, cues))):
        for found in pattern.finditer(text):
            low = found.end("before") if pattern is _CREDITED else found.start()
            if _SPOKEN.search(text, low, found.end()):
                continue
            end = found.end()
            alone = text[low - 1 : low] in ("", "\n") and text[end : end + 1] == "\n"
            yield Change(low, end + alone, "", "caption", "caption between speeches")


def _sentence(text: str, found: re.Match[str]) -> tuple[int, int]:
    """Where the sentence begins and ends in which a place is told."""
    low = max(0, found.start() - _LONGEST)
    start = max(text.rfind(mark, low, found.start()) for mark in _STOPS) + 1
    start += len(text[start : found.start()]) - len(text[start : found.start()].lstrip(" "))
    ends = (text.find(mark, found.end(), found.end() + _LONGEST) for mark in "。！？\n")
    stop = min((at for at in ends if at >= 0), default=len(text))
    return start, stop + (text[stop : stop + 1] in tuple("。！？"))
