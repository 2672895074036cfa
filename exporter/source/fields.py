"""What a line of a page says about the record: labelled fields (来源：昭通新闻网), and the bare
ones of a footer (``昭通新闻网`` / ``2024-07-29`` / ``278``), in any order, one to a line or several
in one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

import msgspec

from exporter.source import dates
from exporter.source.alternatives import alternatives
from exporter.source.buttons import BUTTONS, without_buttons
from exporter.source.bylines import MEDIUM, credits_of, outlet_of, without_address, without_place
from exporter.source.leaves import leaf_of
from exporter.source.phrases import labels

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
MIDDLE = 9  # rank of a bare field, and of 时间 read as the time of publishing
_TIME = 80  # characters of a time, its weekday and remarks included
LONGEST = 160  # a line of fields is short; a longer line is text

# Labels by what they name, the best first.
LABELS: dict[FieldKind, tuple[str, ...]] = msgspec.convert(
    labels(), dict[FieldKind, tuple[str, ...]]
)
KIND_OF: dict[str, FieldKind] = {label: kind for kind, names in LABELS.items() for label in names}
_COLON = r"\s{0,3}(?:[】\]]\s{0,2}[:：]?|[:：丨]|(?<=来源)[|｜/／])\s{0,3}"


def either(names: Iterable[str]) -> str:
    """The names as alternatives, the longest first, blanks in Chinese ones allowed (索 引 号)."""
    listed = sorted(names, key=len, reverse=True)
    return "|".join(
        re.escape(name) if name.isascii() or len(name) > 4 else r"[ \u3000\u00a0]{0,4}".join(name)
        for name in listed
    )


_BARE_LABELS = ("时间", "日期", "地点", "時間", "地點", "標題", "刊出日期", "发布时间", "发布日期")
_LABEL = re.compile(
    rf"(?:^(?:[一二三四五六七八九十壹貳贰參叁肆伍]、|\d{{1,2}}[.、]|[-•·*])?\s?|(?<=[\s|｜\]】)）]))[\[【(（]?(?P<label>{either(KIND_OF)}){_COLON}"
    rf"|^(?P<bare>{'|'.join(_BARE_LABELS)})[ \u3000]{{1,4}}(?=\S)"
)
_COLONED = re.compile(r"[:：】\]丨]|来源[|｜/／]")
# Within a line of fields these may follow without a blank, as columns that a style sheet parts.
_GLUING: tuple[FieldKind, ...] = ("publisher", "published", "count", "editor", "tool")
_GLUED = re.compile(  # 海州发布 时间：… has no label 发布时间
    f"(?P<label>{alternatives(name for kind in _GLUING for name in LABELS[kind])}"
    r"|(?:时间|時間)(?=[:：]\s{0,2}\d{4}))" + _COLON
)
COUNT = r"(?:\d{1,3}(?:[,， ]\d{3}){1,2}(?!\d)|\d{1,9})"  # 1283 · 1,283 · 1 283
_DATE = re.compile(dates.FULL + dates.WEEKDAY + dates.CLOCK, re.IGNORECASE)
_COUNTED = re.compile(
    r"(?:(?:阅读|浏览|点击|访问|瀏覽|點閱|點擊|閱讀|觀看|热度|人气|已阅)(?:次数|人次|量|数)?\s?[(（:：]?\s?)?(?P<n>"
    rf"{COUNT})(?:\s?次)?[)）]?(?![^\s|｜/])"
)
_LAST_COUNT = re.compile(r"(?<=[\s|｜/])" + _COUNTED.pattern + "$")
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(rf"[\[【(（]?\s?{COUNT}(?:\s?次)?\s?[\]】)）]?")  # 816 · 816次 · [816]
_NAME = re.compile(
    r"[^\s，。：；？！,:;?!“”《》()（）<>|｜\d◤▲●【】\[\]][^\t，。：；？！,:;?!“”《》<>|｜]{1,28}"
)
_NAMES = re.compile(
    r"[\u4e00-\u9fff·]{2,4}(?:[\s、/]{1,3}[\u4e00-\u9fff·]{2,4}){0,7}"
    r"|[A-Z][\w.'\-]{0,30}(?: [\w.'\-]{1,30}){1,5}"
)
# 作者：市教育局办公室: whoever has written it for a body
_BODY = re.compile(
    r"(?:网|报|社|台|局|厅|办|府|委|院|会|中心|部|室|处|公司|办公室|融媒体?|大学|学校|网站)$"
)
_BAR = re.compile(
    r"\s{0,3}[|｜]\s{0,3}(?:(?:记者|記者)\s{0,2}"
    r"(?P<names>[\u4e00-\u9fff·]{2,4}(?:[、 ][\u4e00-\u9fff·]{2,4}){0,3}?)(?=$|\s|通讯员))?"
)
# 沧澜晚报 记者 钱多多
_BY = re.compile(
    r"(?<=\S)[ \u3000]{1,4}(?:全媒体|融媒体?|见习|特约)?(?:记者|記者)[ \u3000:：]{1,3}"
    r"(?P<names>[\u4e00-\u9fff·]{2,4}(?:[、 ][\u4e00-\u9fff·]{2,4}){0,3}?)(?=$|\s)"
)
_NO_NAMES = ("我", "谢谢", "您好", "你好", "请问", "大家")
_SEPARATOR = " \t|｜/·•»›,，;；"
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


def rank(field: Field) -> int:
    """How well the field's label names its kind: the order of `LABELS`, bare fields in the
    middle."""
    names = LABELS[field.kind]
    return names.index(field.label) if field.label in names else MIDDLE


def fields_of(text: str, start: int, end: int) -> tuple[Field, ...]:
    """The fields that fill the line ``text[start:end]`` wholly; none for a line of anything
    else."""
    if end - start > LONGEST or start == end:
        return ()
    line = text[start:end]
    line = without_place(without_address(line))
    if "\t" in line and (cells := _in_cells(line, start)):
        return cells
    pieces = credits_of(line) or leaf_of(line)
    if pieces:
        return tuple(Field(kind, name, start + a, start + b) for kind, name, a, b in pieces)
    labels = _labels_in(line)
    if not labels:
        # （湖北日报 2020-02-10）
        wrapped = len(line) > 2 and line[0] in "(（" and line[-1] in ")）"
        return _bare(line[1:-1], start + 1) if wrapped else _bare(line, start)
    before = _bare_or_blank(line[: labels[0].start()], start)
    before = _titled(line, labels[0].start(), start) if before is None else before
    if before is None:
        return ()
    stops = [found.start() for found in labels[1:]] + [len(line)]
    out = list(before)
    for found, stop in zip(labels, stops, strict=True):
        out += _labelled(line, start, found, stop)
    if len(out) > 1:
        return _demoted(line, out, start)
    return tuple(out) if _plausible(line, out, start) else ()


def under(above: tuple[Field, ...], found: tuple[Field, ...]) -> tuple[Field, ...]:
    """The fields of a line, a bare date as what the line `above` it calls it, if that is a label
    and nothing else (``Date:`` / ``Sept. 3, 2019``)."""
    alone = above[0] if len(above) == 1 and above[0].start == above[0].end else None
    if alone is None or alone.kind not in ("event", "published") or len(found) != 1:
        return found
    date = found[0]
    if date.kind != "published" or date.label:
        return found
    return (msgspec.structs.replace(date, kind=alone.kind, label=alone.label),)


def _titled(line: str, end: int, shift: int) -> tuple[Field, ...] | None:
    """The title that stands with a date before the first label of a line (``海州市举行…发布会
    2024-03-05 来源：``); ``None`` where the words before it are none."""
    date = _DATE.search(line, 0, end)
    title = line[: date.start()].strip() if date else ""
    if date is None or len(title) < SHORTEST_TITLE or _NO_TITLE.search(title):
        return None
    rest = _bare_or_blank(line[date.start() : end], shift + date.start())
    at = shift + line.index(title)
    return None if rest is None else (Field("title", "", at, at + len(title)), *rest)


SHORTEST_TITLE = 8  # characters
_NO_TITLE = re.compile(r"[。！？；:：]|[，,]$|^(?:[（(\[【]|新华社|中新社)")


def _demoted(line: str, fields: list[Field], shift: int) -> tuple[Field, ...]:
    """The fields of a line with several, those whose value isn't such as their label promises kept
    as printed (作者：文/石磊 图/靳军); none if no other shows that it is such a line."""
    fits = [_fits(field, line[field.start - shift : field.end - shift]) for field in fields]
    sure = any(
        fit
        and field.end > field.start
        and field.kind in ("publisher", "published", "count", "index")
        for fit, field in zip(fits, fields, strict=True)
    )
    if all(fits):
        return tuple(fields)
    short = all(field.end - field.start <= 40 for field in fields)
    if not sure or not short or re.search(r"[。！？!?；]", line):
        return ()
    return tuple(
        field if fit else msgspec.structs.replace(field, kind="other")
        for fit, field in zip(fits, fields, strict=True)
    )


def _labels_in(line: str) -> list[re.Match[str]]:
    if not (_COLONED.search(line) or line.startswith(_BARE_LABELS)):
        return []
    labels = list(_LABEL.finditer(line))
    date = _DATE.match(line)
    if labels or date:
        begun = {found.start("label") for found in labels if found["label"]}
        at = date.end() if date else labels[0].start()
        glued = (f for f in _GLUED.finditer(line, at) if f.start() not in begun)
        labels += [f for f in glued if not any(o.start() < f.start() < o.end() for o in labels)]
    return sorted(labels, key=lambda found: found.start())


def _in_cells(line: str, shift: int) -> tuple[Field, ...]:
    """The fields of a table row whose cells are label and value by turns; none for another row."""
    cells = list(re.finditer(r"[^\t]+|(?<=\t)(?=\t|$)", line))
    out: list[Field] = []
    for label, value in zip(cells[::2], cells[1::2], strict=False):
        name = label[0].strip(" :：")
        name = name if name.isascii() else "".join(name.split())
        if name not in KIND_OF:
            return ()
        start, end = _trim(line, *value.span())
        out.append(Field(KIND_OF[name], name, shift + start, shift + end))
    return tuple(out) if _plausible(line, out, shift) else ()


def _plausible(line: str, fields: list[Field], shift: int) -> bool:
    """Whether the values are such as their labels promise (记者：the question … is a turn)."""
    return all(_fits(field, line[field.start - shift : field.end - shift]) for field in fields)


def _fits(field: Field, value: str) -> bool:
    if not value:  # Reporter: in a line of its own is who asks
        return not (field.kind == "reporter" and field.label.isascii())
    match field.kind:
        case "published":
            return (
                _DATE.search(value) is not None
                or dates.iso(value) is not None
                or dates.is_slashed(value)
            )
        case "event":
            clock = re.search(r"\d{1,2}\s?月\s?\d{1,2}|\d{4}|\d{1,2}[:：]\d{2}", value)
            dated = clock or _DATE.search(value) or dates.iso(value)
            return len(value) <= _TIME and bool(dated)
        case "count":
            return _NUMBER.fullmatch(value.strip("[]")) is not None
        case "publisher" if field.label == "媒体":  # a label of questions, too
            return len(value) <= 20 and MEDIUM.search(value) is not None
        case "publisher" | "editor" | "tool" | "index":
            return len(value) <= 60 and not re.search(r"[。！？!?；]", value)
        case "reporter":
            return _NAMES.fullmatch(value) is not None and not value.startswith(_NO_NAMES)
        case _:
            return not re.search(r"[。！？!?]", value)


_HALF_DAY = re.compile("上午|下午|中午|晚上|[(（](?:星期|周|週)")


def _labelled(line: str, shift: int, found: re.Match[str], stop: int) -> list[Field]:
    name = _label_of(found)
    kind = KIND_OF[name]
    start, end = _trim(line, found.end(), stop)
    buttons = BUTTONS.search(line, start, end) if kind != "tool" else None
    if buttons and (buttons.end() == end or buttons[0][:1] in " |｜【["):
        start, end = _trim(line, start, buttons.start())
    kind = _kind_of(name, line, start, end)
    rest: list[Field] = []
    if kind == "publisher" and (
        bar := _BAR.search(line, start, end) or _BY.search(line, start, end)
    ):
        if bar["names"]:
            rest = [Field("reporter", "记者", shift + bar.start("names"), shift + bar.end("names"))]
        end = bar.start()
    if kind == "editor" and (closed := re.search(r"[)）]", line[start:end])):
        end = start + closed.start()  # (编辑：李四)1140410
    # 来源：海州日报 2024-01-10 · 专业号：某某 2024/1/10 · 【字体：大 中 小】 2024-01-10 海州日报
    dated = kind in ("publisher", "editor", "other", "tool")
    if dated and (date := _DATE.search(line, start, end)) and date.start() > start:
        behind = _bare_or_blank(line[date.start() : end], shift + date.start())
        if kind in ("publisher", "editor") or (behind and line[date.start() - 1] in _SEPARATOR):
            rest = list(behind or ())
            start, end = _trim(line, start, date.start())
    if kind == "published" and (date := _DATE.match(line, start, end)):
        rest = list(_bare_or_blank(line[date.end() : end], shift + date.end()) or ())
        end = date.end()
    return [Field(kind, name, shift + start, shift + end), *rest]


def _kind_of(name: str, line: str, start: int, end: int) -> FieldKind:
    """What the label names, as its value shows: 作者：市教育局 is who published it, 日期：4月17日
    （星期四）下午1时 when it was held, 时间 with a board's stamp when it was posted."""
    kind = KIND_OF[name]
    if kind == "reporter" and _BODY.search(line, start, end):
        return "publisher"
    if name == "日期" and _HALF_DAY.search(line, start, end):
        return "event"
    if kind == "event" and dates.POSTED.match(line, start):
        return "published"
    return kind


def _label_of(found: re.Match[str]) -> str:
    """The label without the blanks that justified printing puts into it."""
    groups = found.groupdict()
    printed = groups["label"] or groups.get("bare") or ""
    return printed if printed.isascii() else "".join(printed.split())


def _trim(line: str, start: int, end: int) -> tuple[int, int]:
    while start < end and line[start] in _SEPARATOR + "]】":
        start += 1
    while start < end and (
        line[end - 1] in _SEPARATOR + "[【(（"
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


def _bare_or_blank(piece: str, shift: int) -> tuple[Field, ...] | None:
    """Bare fields that fill `piece`, an empty tuple for a blank one or a day of the week, ``None``
    for anything else."""
    start, end = _trim(piece, 0, len(piece))
    if _WEEKDAY.fullmatch(piece, start, end):
        return ()
    return (_bare(piece[start:end], shift + start) or None) if start < end else ()


def _bare(line: str, start: int) -> tuple[Field, ...]:
    date = _DATE.search(line) if dates.YEAR.search(line) else None
    date = date or dates.REPUBLIC.fullmatch(line)
    if date is None:
        return _names_and_counts(line, start)
    sides = [
        _bare_or_blank(line[: date.start()], start),
        _bare_or_blank(without_buttons(line[date.end() :]), start + date.end()),
    ]
    if any(side is None for side in sides):
        return ()
    published = Field("published", "", start + date.start(), start + date.end())
    return (*(sides[0] or ()), published, *(sides[1] or ()))


def _names_and_counts(line: str, shift: int) -> tuple[Field, ...]:
    """A read count, a publisher, or both in either order; nothing if anything else is there."""
    if _DIGIT.search(line) is None:
        return _publisher(line, 0, len(line), shift)
    if number := _COUNTED.fullmatch(line):
        return (Field("count", "", shift + number.start("n"), shift + number.end("n")),)
    first, last = _COUNTED.match(line), _LAST_COUNT.search(line)
    if first and first.end() < len(line) and line[first.end()] in _SEPARATOR:
        low, high = _trim(line, first.end(), len(line))
        found = first
    elif last:
        low, high = _trim(line, 0, last.start())
        found = last
    else:
        return _publisher(line, 0, len(line), shift)
    count = Field("count", "", shift + found.start("n"), shift + found.end("n"))
    name = _publisher(line, low, high, shift)
    if not name:
        return ()
    return (count, *name) if found is first else (*name, count)


def _publisher(line: str, low: int, high: int, shift: int) -> tuple[Field, ...]:
    if by := _BY.search(line, low, high):  # 沧澜晚报 记者 钱多多
        names = Field("reporter", "记者", shift + by.start("names"), shift + by.end("names"))
        return (*_publisher(line, low, by.start(), shift), names)
    name, at = line[low:high], shift + low
    if pieces := outlet_of(name):
        return tuple(Field(kind, label, at + a, at + b) for kind, label, a, b in pieces)
    lower = name.isascii() and name.islower() and name.isalpha()  # by 9 May 2019
    if _NAME.fullmatch(name) and not lower and not NO_PUBLISHER.search(name):
        return (Field("publisher", "", shift + low, shift + high),)
    return ()
