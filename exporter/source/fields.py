"""What a line of a page says about the record: labelled fields (来源：昭通新闻网), and the bare
ones of a footer (``昭通新闻网`` / ``2024-07-29`` / ``278``), in any order, one to a line or several
in one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from exporter.source import dates
from exporter.source.alternatives import alternatives
from exporter.source.bare import (
    BY,
    COUNT,
    DATE,
    SEPARATOR,
    Field,
    FieldKind,
    bare,
    bare_or_blank,
    trim,
)
from exporter.source.buttons import BUTTONS
from exporter.source.bylines import MEDIUM, credits_of, without_address, without_place
from exporter.source.leaves import leaf_of
from exporter.source.phrases import labels

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
_NUMBER = re.compile(rf"[\[【(（]?\s?{COUNT}(?:\s?次)?\s?[\]】)）]?")  # 816 · 816次 · [816]
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
_NO_NAMES = ("我", "谢谢", "您好", "你好", "请问", "大家")


def rank(field: Field) -> int:
    """How well the field's label names its kind: the order of `LABELS`, bare fields in the middle;
    a bare date behind all labels but those of an update, as a site prints the day on which it is
    read, too."""
    names = LABELS[field.kind]
    if field.label not in names:
        return 2 * MIDDLE + (field.kind == "published" and not field.label)
    index = names.index(field.label)
    later = index >= MIDDLE and _UPDATED.search(field.label) is None
    return 2 * MIDDLE - 1 if later and field.kind == "published" else 2 * index


_UPDATED = re.compile("更新|[Uu]pdated")


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
        return bare(line[1:-1], start + 1) if wrapped else bare(line, start)
    before = bare_or_blank(line[: labels[0].start()], start)
    before = _titled(line, labels[0].start(), start) if before is None else before
    if before is None:  # 2024-03-05 17:05 【大 中 小】【打印】: no label stands there
        return bare(line, start) if DATE.match(line) else ()
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
    date = DATE.search(line, 0, end)
    title = line[: date.start()].strip() if date else ""
    if date is None or len(title) < SHORTEST_TITLE or _NO_TITLE.search(title):
        return None
    rest = bare_or_blank(line[date.start() : end], shift + date.start())
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
    date = DATE.match(line)
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
        start, end = trim(line, *value.span())
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
                DATE.search(value) is not None
                or dates.iso(value) is not None
                or dates.is_slashed(value)
            )
        case "event":
            clock = re.search(r"\d{1,2}\s?月\s?\d{1,2}|\d{4}|\d{1,2}[:：]\d{2}", value)
            dated = clock or DATE.search(value) or dates.iso(value)
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


_WRITERS = ("作者", "撰文")
_PEN = 30  # characters of who has written a page, if no names
_SAYS = re.compile("[。！？!?，：:]")
_HALF_DAY = re.compile(r"上午|下午|中午|晚上|[(（](?:星期|周|週)|\d\s?[时時](?!\d)")


def _labelled(line: str, shift: int, found: re.Match[str], stop: int) -> list[Field]:
    name = _label_of(found)
    kind = KIND_OF[name]
    start, end = trim(line, found.end(), stop)
    buttons = BUTTONS.search(line, start, end) if kind != "tool" else None
    if buttons and (buttons.end() == end or buttons[0][:1] in " |｜【["):
        start, end = trim(line, start, buttons.start())
    kind = _kind_of(name, line, start, end)
    rest: list[Field] = []
    if kind == "publisher" and (
        bar := _BAR.search(line, start, end) or BY.search(line, start, end)
    ):
        if bar["names"]:
            rest = [Field("reporter", "记者", shift + bar.start("names"), shift + bar.end("names"))]
        end = bar.start()
    if kind == "editor" and (closed := re.search(r"[)）]", line[start:end])):
        end = start + closed.start()  # (编辑：李四)1140410
    # 来源：海州日报 2024-01-10 · 专业号：某某 2024/1/10 · 【字体：大 中 小】 2024-01-10 海州日报
    dated = kind in ("publisher", "editor", "other", "tool")
    if dated and (date := DATE.search(line, start, end)) and date.start() > start:
        behind = bare_or_blank(line[date.start() : end], shift + date.start())
        if kind in ("publisher", "editor") or (behind and line[date.start() - 1] in SEPARATOR):
            rest = list(behind or ())
            start, end = trim(line, start, date.start())
    if kind == "published" and (date := DATE.match(line, start, end)):
        rest = list(bare_or_blank(line[date.end() : end], shift + date.end()) or ())
        end = date.end()
    return [Field(kind, name, shift + start, shift + end), *rest]


def _kind_of(name: str, line: str, start: int, end: int) -> FieldKind:
    """What the label names, as its value shows: 作者：市教育局 is who published it, 日期：4月17日
    （星期四）下午1时 when it was held, 时间 with a board's stamp when it was posted."""
    kind = KIND_OF[name]
    if kind == "reporter" and _BODY.search(line, start, end):
        return "publisher"
    anybody = name in _WRITERS and end - start <= _PEN and _SAYS.search(line, start, end) is None
    if anybody and not _NAMES.fullmatch(line, start, end):
        return "other"  # 作者：超级管理员
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
