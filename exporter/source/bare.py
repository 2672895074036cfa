"""Fields that a page prints without a label: the date, the publisher, the reporter and the read
count of a line (``昭通新闻网 2024-07-29 278``), in any order."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from exporter.source import dates, tools
from exporter.source.buttons import without_buttons
from exporter.source.bylines import byline_of, outlet_of
from exporter.source.phrases import simpler

FieldKind = Literal[
    "publisher",
    "published",
    "event",
    "count",
    "reporter",
    "venue",
    "index",
    "title",
    "editor",
    "tool",
    "other",
]

COUNT = r"(?:\d{1,3}(?:[,， ]\d{3}){1,2}(?!\d)|\d{1,9})"  # 1283 · 1,283 · 1 283
DATE = re.compile(dates.FULL + dates.WEEKDAY + dates.CLOCK, re.IGNORECASE)
_COUNTED = re.compile(
    r"(?:(?:阅读|浏览|点击|访问|瀏覽|點閱|點擊|閱讀|觀看|热度|人气|已阅)(?:次数|人次|量|数)?\s?[(（:：]?\s?)?(?P<n>"
    rf"{COUNT})(?:\s?次)?[)）]?(?![^\s|｜/])"
)
_LAST_COUNT = re.compile(r"(?<=[\s|｜/])" + _COUNTED.pattern + "$")
_DIGIT = re.compile(r"\d")
_NAME = re.compile(
    r"[^\s，。：；？！,:;?!“”《》()（）<>|｜\d◤▲●【】\[\]][^\t，。：；？！,:;?!“”《》<>|｜]{1,28}"
)
# 沧澜晚报 记者 钱多多
BY = re.compile(
    r"(?<=\S)[ \u3000]{1,4}(?:全媒体|融媒体?|见习|特约)?(?:记者|記者)[ \u3000:：]{1,3}"
    r"(?P<names>[\u4e00-\u9fff·]{2,4}(?:[、 ][\u4e00-\u9fff·]{2,4}){0,3}?)(?=$|\s)"
)
_ABBREVIATED = re.compile(r"(?<=[\u4e00-\u9fff]) [A-Z]{2,6}$")  # 新聞處 ISD
SEPARATOR = " \t|｜/·•»›,，;；"
# Short lines that are printed between turns or name a page: no publishers.
NO_PUBLISHER = re.compile(
    r"^(?:主持|发布人|发言人|记者|嘉宾|司仪)|"
    r"^(?:journalist|question(?:er)?|reporter|interviewer|host|moderator|operator|speaker"
    r"|(?:prime )?minister|premier|treasurer)s?$|"
    r"发布会|發布會|發佈會|說明會|说明会|茶敘|茶叙|紀要|记者会$|記者會$|会议|"
    r"(?:通气|吹风|见面|通报|座谈|听证|推介|恳谈|沟通|動員|通氣|吹風|見面|通報|座談|聽證|溝通)[会會]$|"
    r"实录|提问|答问|答记者问|新闻发布$|结束|开始|现场|附件|求贤书|conference|briefing|transcript|首页",
    re.IGNORECASE,
)


class Field(msgspec.Struct, frozen=True, gc=False):
    """A field: what it is, its label as printed (empty if bare), and its value at ``[start,
    end)``."""

    kind: FieldKind
    label: str
    start: int
    end: int


def trim(line: str, start: int, end: int) -> tuple[int, int]:
    """Where the words of ``[start, end)`` stand, separators and lone brackets around them left
    out."""
    while start < end and line[start] in SEPARATOR + "]】":
        start += 1
    while start < end and (
        line[end - 1] in SEPARATOR + "[【(（"
        or (line[end - 1] in ")）" and not re.search(r"[(（]", line[start:end]))
        or (line[end - 1] in "]】" and not re.search(r"[\[【]", line[start:end]))
    ):
        end -= 1
    return start, end


# Ends/Tuesday, 8 April 2014 · 完／2014年4月8日: beside a date; no name
_WEEKDAY = re.compile(
    r"(?:(?:Ends|完) ?[/／])?"
    r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?)?"
    # 2016/4/29 14:50（4/29 14:59 更新）
    r"|[(（](?:\d{4}/)?\d{1,2}/\d{1,2} \d{1,2}:\d{2} ?更新[)）]?",
    re.IGNORECASE,
)


def bare_or_blank(piece: str, shift: int) -> tuple[Field, ...] | None:
    """Bare fields that fill `piece`, an empty tuple for a blank one or a day of the week, ``None``
    for anything else."""
    start, end = trim(piece, 0, len(piece))
    if _WEEKDAY.fullmatch(piece, start, end):
        return ()
    return (bare(piece[start:end], shift + start) or None) if start < end else ()


def bare(line: str, start: int) -> tuple[Field, ...]:
    """The fields of a line without labels; none for a line of anything else."""
    date = DATE.search(line) if dates.YEAR.search(line) else None
    date = date or dates.REPUBLIC.fullmatch(line)
    if date is None:
        return _names_and_counts(line, start)
    told = _TOLD_ON.fullmatch(line, 0, date.start())
    low = _BUTTONS_BEFORE.match(line, 0, date.start())
    first = low.end() if low else 0
    around = _AROUND.match(line, date.end()) if told else None
    sides = [
        () if told else _beside(line[first : date.start()], start + first),
        () if around else _beside(without_buttons(line[date.end() :]), start + date.end()),
    ]
    if any(side is None for side in sides):
        return ()
    label = told["label"] if told else ""
    published = Field("published", label, start + date.start(), start + date.end())
    return (*(sides[0] or ()), published, *(sides[1] or ()))


# Published on 24 July 2024
_TOLD_ON = re.compile(
    r"(?P<label>(?:first |date |last )?(?:published|posted|updated|issued|released|modified)"
    r"(?: on| at)?|(?:最[后後])?(?:更新|发布|發布|發佈|发表|發表)[于於]?):?\s{1,3}",
    re.IGNORECASE,
)
# 0 Comment(s)Print E-mail Harbour.org, May 5, 2024
_BUTTONS_BEFORE = re.compile(
    r"(?:(?:\d{1,5} ?Comment(?:s|\(s\))?|Print|E-?mail|Share|Tweet)\s?){1,6}"
)
# Posted November 14, 2024 by Harbour District 3 min read
_AROUND = re.compile(
    r"(?: {1,3}by [A-Z][^\n]{1,60}?)?(?: {1,3}(?:[-–—|] )?\d{1,3} min(?:utes?)?(?: read)?)?$"
)
# 10 March 2023 | Transcript: what kind of page it is
_KIND = re.compile(
    r"(?:(?:press |news |media )?releases?|transcripts?|speech(?:es)?|remarks"
    r"|statements?|news|新闻稿|新聞稿|原创)",
    re.IGNORECASE,
)
# 2024-03-05 09:30 记者 李四
_BY_ALONE = re.compile(
    r"(?:本报|本网|全媒体|融媒体?|见习|特约)?(?:记者|記者)[ \u3000:：]{1,3}"
    r"(?P<names>[\u4e00-\u9fff·]{2,4}(?:[、 ][\u4e00-\u9fff·]{2,4}){0,3})"
)


# 海州新聞網 記者陳明／海州報導
_OUTLET_BY = re.compile(
    r"(?P<outlet>[\u4e00-\u9fff]{2,12}(?:网|網|报|報|社|台|臺|新聞|新闻)) "
    r"(?P<by>\S{0,4}(?:记者|記者)\S{2,24})"
)


def _beside(piece: str, shift: int) -> tuple[Field, ...] | None:
    """The fields that fill what stands beside a date, none for a blank, for the page's tools and
    for the kind of the page; ``None`` for anything else."""
    start, end = trim(piece, 0, len(piece))
    if (glued := _OUTLET_BY.fullmatch(piece, start, end)) and byline_of(glued["by"]):
        low, high = byline_of(glued["by"]) or (0, 0)
        at = shift + glued.start("by")
        outlet = Field("publisher", "", shift + start, shift + glued.end("outlet"))
        return (outlet, Field("reporter", "记者", at + low, at + high))
    found = bare_or_blank(piece, shift)
    if found is not None:
        return found
    if by := _BY_ALONE.fullmatch(piece, start, end):
        return (Field("reporter", "记者", shift + by.start("names"), shift + by.end("names")),)
    kind = piece[:1] in " |" and _KIND.fullmatch(piece, start, end)
    tool = kind or tools.reason_of(simpler(piece.strip(SEPARATOR)))
    return () if tool else None


def _names_and_counts(line: str, shift: int) -> tuple[Field, ...]:
    """A read count, a publisher, or both in either order; nothing if anything else is there."""
    if _DIGIT.search(line) is None:
        return _publisher(line, 0, len(line), shift)
    if number := _COUNTED.fullmatch(line):
        return (Field("count", "", shift + number.start("n"), shift + number.end("n")),)
    first, last = _COUNTED.match(line), _LAST_COUNT.search(line)
    if first and first.end() < len(line) and line[first.end()] in SEPARATOR:
        low, high = trim(line, first.end(), len(line))
        found = first
    elif last:
        low, high = trim(line, 0, last.start())
        found = last
    else:
        return _publisher(line, 0, len(line), shift)
    count = Field("count", "", shift + found.start("n"), shift + found.end("n"))
    name = _publisher(line, low, high, shift)
    if not name:
        return ()
    return (count, *name) if found is first else (*name, count)


def _publisher(line: str, low: int, high: int, shift: int) -> tuple[Field, ...]:
    if by := BY.search(line, low, high):  # 沧澜晚报 记者 钱多多
        names = Field("reporter", "记者", shift + by.start("names"), shift + by.end("names"))
        return (*_publisher(line, low, by.start(), shift), names)
    name, at = line[low:high], shift + low
    if pieces := outlet_of(name):
        return tuple(Field(kind, label, at + a, at + b) for kind, label, a, b in pieces)
    lower = name.isascii() and name.islower() and name.isalpha()  # by 9 May 2019
    if _NAME.fullmatch(name) and not lower and not NO_PUBLISHER.search(name):
        short = _ABBREVIATED.search(name)
        return (Field("publisher", "", at, at + (short.start() if short else len(name))),)
    return ()
