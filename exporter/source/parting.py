"""Line ends put back where a page has lost them: between navigation, title, fields and text at the
head of a line, and between the last words and the fields and furniture behind them.

``…发布会到此结束,再见! 来源:青岩发布 编辑:小满 发布时间:2023-10-19 上一篇:… 版权所有:…`` is text up
to 再见! and a run of fields and furniture from there to the end of the line. The line that is made
of each is then read, or removed, by the passes that know whole lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.source import dates
from exporter.source.bare import FieldKind
from exporter.source.captions import is_caption
from exporter.source.draft import Change
from exporter.source.fields import KIND_OF, either, fields_of
from exporter.source.furniture import navigation_before, reason_of
from exporter.source.glued_heads import glued_head
from exporter.source.lead_days import CONFERENCE
from exporter.source.records import lines
from exporter.source.scripts import EAST_ASIAN

RULE = "layout.line-end"
_REASON = "line end that the page has lost"
SHORT = 30  # a shorter line holds nothing to part
REACH = 1500  # characters of a run of fields and furniture at a line's end
SEGMENT = 160  # characters of one field or piece of furniture
HEAD = 600  # characters of the head of a line

_COLON = r"[ \u3000]{0,3}[:：][ \u3000]{0,3}"
_FIELD_KINDS: tuple[FieldKind, ...] = (
    "publisher",
    "published",
    "count",
    "editor",
    "reporter",
    "index",
)
# 记者：… opens a question
_SPEECH = ("记者", "記者", "文字", "By", "Reporter", "Source", "Date", "When")
_NAMES = either(n for n, kind in KIND_OF.items() if kind in _FIELD_KINDS and n not in _SPEECH)
_DATED = rf"(?:时间|時間)(?={_COLON}\d{{4}})"
# 字体:[大 中 小] · 【字号 …】 may stand among the fields of a head
_TOOL = r"字[体體号號](?:大小)?"
_TITLE = re.compile(
    r"(?P<title>(?:(?:[“《][^”》\n]{1,40}[”》]|[^\s。！？!?，,:：;；“《]){4,70}?|[“《][^”》\n]{4,40}[”》])"
    rf"(?:{CONFERENCE}|答记者问|答記者問|(?:文字|图文|圖文|发布会|现场|現場|活动|活動|全程|采访)(?:实录|實錄))"
    r"(?:[(（][^()（）\n]{1,16}[)）])?(?:(?:文字|图文|圖文)?(?:实录|實錄))?)(?P<gap>[ \t\u3000]+)"
    rf"(?=\S)(?=(?:{dates.FULL}|\d{{1,2}}月\d{{1,2}}日|[\[【(（]?(?:{_NAMES}|{_DATED}|{_TOOL}){_COLON}"
    r"|各位|女士|尊敬|大家|[◤▲●◆■★【\[]"
    r"|[^\s，。：:；！？]{2,40}(?: [^\s，。：:；！？]{2,6})?[:：]))"
)
_HEAD_FIELD = re.compile(
    rf"[ \t\u3000|｜]*[\[【(（]?(?:{_NAMES}|{_DATED}|{_TOOL}){_COLON}"
    rf"(?:{dates.FULL}{dates.CLOCK}|[\[【(（][^\]】)）\n]{{1,16}}[\]】)）]|[^\s，。！？]{{1,40}})"
    r"(?:[ \u3000]?次)?(?:[ \u3000]?[大中小](?=[ \u3000\]】)）]))*[\]】)）]?(?=[ \t\u3000|｜]|$)"
)
# 打印 · 【关闭窗口】 · 分享到: behind the fields of a head
_HEAD_TOOL = re.compile(
    r"[ \t\u3000|｜]+(?:(?:打印|关闭|收藏|分享|纠错|朗读|评论)(?:本页|本文|窗口|到)?"
    r"[:：]?(?=[ \t\u3000|｜]|$|(?<=[:：])(?:\d{4}年)?\d{1,2}月)"
    r"|【[^】\n]{0,4}(?:打印|关闭|字[体号]|收藏|分享|返回|纠错)[^】\n]{0,6}】|[\[(（](?:大|中|小|打印|关闭|收藏|分享)[\])）])"
)
_BARE_DATE = re.compile(rf"{dates.FULL}{dates.CLOCK}(?=[ \t\u3000|｜]|$)")
# 青岩发布 2023-10-19 1204, at the end of a line of speech
_BARE = re.compile(
    rf"(?<=[。！？!?”])[ \u3000]{{1,4}}[\u4e00-\u9fff]{{1,16}}"
    r"(?:网|报|社|台|发布|在线|新闻|融媒|中心|办|局)"
    rf"[ \u3000]{{1,3}}{dates.FULL}{dates.CLOCK}(?:[ \u3000]{{1,3}}\d{{1,7}}(?:次)?)?\s*$"
)
_FURNITURE = (
    r"[上下]一?[篇条页则](?:新闻|文章)?[:：]|版权所有(?![者人])|主[办管]单位|主办[:：]|承办(?:单位)?[:：]|技术支持[:：]"
    r"|网站标识码|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵黔粤青藏川蜀宁琼滇陇]?ICP备"
    r"|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵黔粤青藏川蜀宁琼滇陇]?公网安备|©"
    r"|Copyright(?= ?[©\d])|Share (?:this )?on (?=Facebook|Twitter|X\b)"
    r"|分享到?[:：]|(?<=[\s】\])）])(?:打印|关闭|返回)(?:本页|本文|此页|窗口|页面|顶部|首页|列表)?(?=[\s|｜】]|$)"
    r"|(?<=[\s】\])）])(?:联系我们|网站地图|关于我们)(?=[\s|｜】]|$)"
    r"|【(?:打印|关闭|返回|收藏|字[体号]|[大中小])"
    r"|(?:相关|往期|延伸|推荐)(?:文章|新闻|链接|阅读|报道|稿件)[:：]|附件(?:下载)?[:：]|扫一扫|您是第\d"
)
_CREDIT = (
    r"[(（](?:本报|本网|本台|全媒体"
    r"|[\u4e00-\u9fff]{2,10}(?:报|社|台|网|媒体?|中心|发布))?(?:记者|通讯员)"
    r"[ \u3000:：][^()（）。！？\n]{2,40}[)）]"
    r"(?=[\s\[【(（]|$)"
)
_STARTER = re.compile(
    rf"(?P<field>[\[【(（]?(?:{_NAMES}|{_DATED}){_COLON})|(?P<furniture>{_FURNITURE})"
    rf"|(?P<credit>{_CREDIT})"
)
_BLANKS = " \t\u3000\xa0"
_SENTENCE_END = "。！？.!?…”）)】"
_STOPS = "。！？!?；"
_STOP = re.compile(f"[{_STOPS}]")
# What a Latin text has of all these
_LATIN_NAMES = tuple(name for name in KIND_OF if EAST_ASIAN.search(name) is None)
_LINKED = re.compile("[:：]")


def _may_start_latin(words: str) -> bool:
    """Whether a field or furniture can begin in `words`, which are in Latin letters."""
    pieces = _LINKED.split(words)[:-1]
    fields = any(piece.rstrip(_BLANKS).endswith(_LATIN_NAMES) for piece in pieces)
    return fields or "©" in words or "Copyright" in words or "Share " in words


def parted(text: str) -> Iterator[Change]:
    """A line end for each place within a line where one was lost."""
    for start, end in lines(text):
        stamp = _stamp(text, start, end)
        if end - start < SHORT and not stamp:
            continue
        cuts = stamp or sorted(
            {*_head(text, start, end), *_between(text, start, end), *_foot(text, start, end)}
        )
        for at in cuts:
            low = at
            while low > start and text[low - 1] in _BLANKS:
                low -= 1
            yield Change(low, at, "\n", RULE, _REASON)


# …有什么安排？2024-03-05 15:04:51: a post of a live text with its stamp behind it
_STAMP = re.compile(
    r"(?<=[。！？!?…”])[ \u3000]{0,4}(?P<stamp>[\[(（]?[ ]?\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?"
    r"[ T]{1,2}\d{1,2}:\d\d(?::\d\d)?[ ]?[\])）]?)$"
)
_STAMP_LONGEST = 32


def _stamp(text: str, start: int, end: int) -> list[int]:
    """Where the time stamp begins that a line of speech ends with; empty for any other line."""
    if ":" not in text[max(start, end - 5) : end]:
        return []
    found = _STAMP.search(text[max(start, end - _STAMP_LONGEST) : end])
    return [max(start, end - _STAMP_LONGEST) + found.start("stamp")] if found else []


def _head(text: str, start: int, end: int) -> Iterator[int]:
    """Where the title of a line ends, and the fields behind it."""
    stop = min(end, start + HEAD)
    at = start + navigation_before(text[start:stop])
    title = _TITLE.match(text, at, stop) or _title_behind(text, at, stop)
    if title is None and (glued := glued_head(text, start, end)):
        yield from glued
        return
    fields_at = at = title.end() if title else at
    count = 0
    if title and (date := _BARE_DATE.match(text, at, stop)):
        at = date.end()
    while found := _HEAD_FIELD.match(text, at, stop):
        at = found.end()
        count += 1
    while count and (tool := _HEAD_TOOL.match(text, at, stop)):
        at = tool.end()
    if title:
        yield from {title.start(), title.end()} - {start}
    if not (title or count > 1) or _STOP.search(text, at, min(end, at + HEAD)) is None:
        return  # nothing but fields
    behind = at + len(text[at:stop]) - len(text[at:stop].lstrip(_BLANKS))
    if behind < end and at > fields_at and (title or count > 1):
        yield behind


_MAST = 120  # characters of a site's name and tools before a title
_ITEM = re.compile(r"[^\s。！？!?；，,“《]{1,30}[ \t\u3000]{1,4}")


def _title_behind(text: str, at: int, stop: int) -> re.Match[str] | None:
    """The title behind what a site prints at its head (``海州市人民政府 长者模式 海州市…发布会
    来源：…``), which has no sentence."""
    last = min(stop, at + _MAST)
    if EAST_ASIAN.search(text, at, last) is None:
        return None  # no such title is in Latin letters
    while (item := _ITEM.match(text, at, stop)) and item.end() <= last:
        at = item.end()
        if title := _TITLE.match(text, at, stop):
            return title
    return None


def _tail(text: str, start: int, end: int) -> list[int]:
    """Where the fields and furniture begin that fill the line from a sentence's end on."""
    if text[end - 1] in _STOPS and not _LINKED.search(text, max(start, end - SEGMENT), end):
        return []  # a sentence ends the line: most lines, told without a search for furniture
    low = max(start, end - REACH)
    if EAST_ASIAN.search(text, low, end) is None and not _may_start_latin(text[low:end]):
        return []
    found = list(_STARTER.finditer(text, low, end))
    stop = end
    run: list[re.Match[str]] = []
    for starter in reversed(found):
        if not _is_segment(text, starter, stop):
            break
        run.append(starter)
        stop = starter.start()
    run.reverse()
    first = next((i for i, each in enumerate(run) if _follows(text, start, each)), len(run))
    run = run[first:]
    if not run and (cuts := _last_words(text, max(start, end - SEGMENT), end)):
        return cuts
    if not run and (bare := _BARE.search(text[max(start, end - SEGMENT) : end])):
        blank = len(bare[0]) - len(bare[0].lstrip(_BLANKS))
        return [max(start, end - SEGMENT) + bare.start() + blank]
    sure = len(run) > 1 or any(_sure(text[each.start() : end].strip(), each) for each in run)
    return [each.start() for each in run] if sure else []


_LONG = 200  # characters of a line in which speeches follow each other
_PIECE = 120  # characters of a caption or button between two of them
# … 海州日报记者：, the label of the next
_NEXT = re.compile(r"[ \u3000](?=[^\s，。：:！？!?]{2,30}[:：])")
_ENDED = re.compile(r"[。！？!?”…][ \u3000]{1,4}")


def _between(text: str, start: int, end: int) -> Iterator[int]:
    """Where a caption or button begins between two speeches of one line, and where it ends
    (``…请大家放心。 左右滑动查看更多 海州日报记者：…``)."""
    if end - start < _LONG or EAST_ASIAN.search(text, start, start + _LONG) is None:
        return
    for label in _NEXT.finditer(text, start, end):
        for ended in _ENDED.finditer(text, max(start, label.start() - _PIECE), label.start()):
            piece = text[ended.end() : label.start()].strip()
            if piece and (reason_of(piece) or (_pictures(piece) and is_caption(piece))):
                yield from (ended.end(), label.end())
                break


_LABEL = re.compile(r"[^，。]{2,30}[:：]")


def _pictures(piece: str) -> bool:
    """Whether the words are one sentence and no speech with its label."""
    return piece.count("。") < 2 and _LABEL.match(piece) is None


_REST = 4  # characters of white space behind the last line of a page
# 今天的发布会到此结束，谢谢大家！ · …再见。 · Thank you very much, everyone.
_CLOSED = re.compile(
    r"(?:到此结束|到此結束|到这里结束|就到这里|就到這裡|再见|再見|散会|散會"
    r"|(?:谢谢|謝謝|感谢|感謝)[^\s，。！!？?]{0,12}|[Tt]hank you[^.!?\n]{0,40})"
    r"[。！!.]{1,2}[”）)]?[ \t\u3000\xa0]+"
)


# [06-25 10:21] |, of a post · 希望大家支持, which is said
_NO_FOOT = re.compile(r"[\d\s:./|()（）\[\]-]+$|.*(?:大家|各位|我|希望|[祝愿])")


def _foot(text: str, start: int, end: int) -> list[int]:
    """Where fields and furniture begin at the line's end, and, in the page's last line, what stands
    before them behind the words that close the meeting (``…谢谢大家！ 手机青岩网``)."""
    cuts = _tail(text, start, end)
    if end + _REST < len(text):
        return cuts
    stop = cuts[0] if cuts else end
    low = max(start, stop - SEGMENT)
    at = max((found.end() for found in _CLOSED.finditer(text, low, stop)), default=stop)
    foot = text[at:stop].strip()
    if not foot or at - start < SHORT or _NO_FOOT.match(foot):
        return cuts
    return [at, *cuts] if _STOP.search(foot) is None or reason_of(foot) else cuts


_WORDS = 80  # characters of furniture behind the last sentence of a line
_PIECES = 8  # parts of it


def _last_words(text: str, low: int, end: int) -> list[int]:
    """Where the pieces begin of what stands behind the last sentence of the line, if all of it is
    furniture or fields (``…再见！ 展开全文 责编：李四``); none if not, or without a sentence."""
    stop = max(text.rfind(mark, low, end) for mark in "。！？!?”")
    at = stop + 1
    while text[at : at + 1] and text[at] in _BLANKS:
        at += 1
    if stop < 0 or not 1 < end - at <= _WORDS or text[at - 1] not in _BLANKS:
        return []
    words = [(found.start(), found.end()) for found in _UNBROKEN.finditer(text, at, end)]
    if len(words) > _PIECES:
        return []
    reached: list[list[int] | None] = [[], *(None for _ in words)]
    for first, (start, _) in enumerate(words):
        cuts = reached[first]
        for last in range(first, len(words)) if cuts is not None else ():
            if reached[last + 1] is None and _is_foot(text[start : words[last][1]]):
                reached[last + 1] = [*(cuts or []), start]
    return reached[-1] or []


_UNBROKEN = re.compile(r"\S+")


def _is_foot(words: str) -> bool:
    labelled = fields_of(words, 0, len(words))
    told = bool(labelled) and all(field.label for field in labelled)
    return told or reason_of(words) is not None


def _sure(segment: str, starter: re.Match[str]) -> bool:
    """Whether one piece behind a sentence is enough: furniture, a credit, who has published it."""
    named = starter["field"] is not None and len(segment) < 40 and not re.search("[，,]", segment)
    return starter["credit"] is not None or reason_of(segment) is not None or named


def _is_segment(text: str, starter: re.Match[str], stop: int) -> bool:
    """Whether a field or a piece of furniture reaches from `starter` to `stop`."""
    if stop - starter.start() > SEGMENT:
        return False
    linked = starter["furniture"] is not None and starter[0][-1] in "：:"
    return linked or not _STOP.search(text, starter.end(), stop)


def _follows(text: str, start: int, starter: re.Match[str]) -> bool:
    """Whether a sentence ends before the starter, in the same line."""
    before = text[max(start, starter.start() - 8) : starter.start()].rstrip(_BLANKS)
    return before[-1:] != "" and before[-1] in _SENTENCE_END
