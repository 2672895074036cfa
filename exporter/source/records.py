"""Where one record of a flat page ends and the next begins.

A page that was joined from several has a group of fields for each record: publisher, date, read
count, each on its own line or all on one, in any order, mostly behind the body (then two groups in
a row are a record without a body), sometimes before it. Within a group a kind of field stands once;
a kind that comes again begins the next group.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import msgspec

from exporter.source.bare import Field
from exporter.source.fields import fields_of, under
from exporter.source.scripts import HAN_CHAR

# How the name of a publisher ends, or its reporter is named.
OUTLET = re.compile(
    r"(?:网|報|报|社|台|局|厅|办|府|委|院|会|中心|频道|发布|客户端|公众号|之音|之声|新闻|传媒|融媒体?|部|室|处|公司|号|在线|资讯|網|廳|署|處|海关|海關|银行|銀行|大学|大學|集团|协会|協會|委員會|支队|總隊|总队"
    r"|News|Times|Post|Office|Department|Ministry)$"
    r"|(?:Bureau|Department|Ministry|Office|Agency|Commission|Authority|Institute) (?:of|for) "
    r"[A-Z][A-Za-z ,&-]{2,48}$|(?:网|报|社|台|中心)\s?记者"
)
# What follows a footer: the end, or the title or first words of the next record.
_BEGINS = re.compile(
    r"\s{0,9}(?:$|(?:\d{4}年)?\d{1,2}月\d{1,2}日|[^\n。：:]{0,60}(?:发布会|通气会|吹风会|發布會))"
)
_SENTENCE_END = re.compile(r"[。！？!?]|[.]\s")


class Group(msgspec.Struct, frozen=True):
    """Lines ``text[start:end]`` that say of one record who published it, and when."""

    start: int
    end: int
    fields: tuple[Field, ...]


class Part(msgspec.Struct, frozen=True):
    """A record within the text: its own stretch, and its group of fields if it has one.

    The group's offsets count from `start`.
    """

    start: int
    end: int
    group: Group | None


def lines(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Start and end (without the line end) of every line of ``text[start:end]``."""
    stop = len(text) if end is None else end
    while start <= stop:
        at = text.find("\n", start, stop)
        yield start, at if at >= 0 else stop
        if at < 0:
            return
        start = at + 1


def groups(text: str) -> tuple[Group, ...]:
    """The groups of fields of the text, in order."""
    out: list[Group] = []
    held: list[tuple[int, int, tuple[Field, ...]]] = []
    above: tuple[Field, ...] = ()
    for start, end in lines(text):
        found = under(above, fields_of(text, start, end))
        above = found or (above if start == end else ())
        if not found or _again(held, found):
            out += _group(text, held)
            held = []
        if found:
            held.append((start, end, found))
    return tuple(_not_repeated(text, [*out, *_group(text, held)]))


def _not_repeated(text: str, found: list[Group]) -> Iterator[Group]:
    """The groups without those that only print the date of the one before again: a page's head and
    foot (``Published 13 June 2025``), and no two records."""
    last = ""
    for group in found:
        dates = [text[f.start : f.end].strip() for f in group.fields if f.kind == "published"]
        if len(group.fields) == 1 and dates == [last]:
            continue
        last = dates[0] if dates else ""
        yield group


def _again(held: list[tuple[int, int, tuple[Field, ...]]], found: tuple[Field, ...]) -> bool:
    """Whether a kind of `found` that stands only once is among the fields held: twice under the
    same label, or once bare (成文日期 and 发布日期 may stand together)."""
    once = [(f.kind, f.label) for _, _, fields in held for f in fields if f.kind in _ONCE]
    return any(
        kind == field.kind and (label == field.label or not label or not field.label)
        for field in found
        for kind, label in once
    )


_ANY_TIME = ("", "时间", "時間", "日期", "Date", "When")  # of the conference, or of publishing
_ONCE = ("publisher", "published", "count", "index")


def _group(text: str, held: list[tuple[int, int, tuple[Field, ...]]]) -> Iterator[Group]:
    """The lines held, if they are a group: a date, and something beside it that no speech has."""
    if not held:
        return
    fields = _times_published(text, [field for _, _, found in held for field in found])
    kinds = {field.kind for field in fields}
    if "published" not in kinds:
        return
    # 时间：2025年底前；任务：再建20处。这些都写进了方案。: a speech that has a field's word
    labelled = (x for x in fields if x.label and "。" not in text[x.start : x.end])
    sure = "count" in kinds or any(labelled)
    end = held[-1][1]
    if sure or (len(kinds) > 1 and _ends_record(text, fields, end)):
        yield Group(held[0][0], end, fields)


_WRITTEN = ("作者", "撰文", "撰稿")  # who has written the page: no label of a conference


def _times_published(text: str, fields: list[Field]) -> tuple[Field, ...]:
    """The fields, 时间 beside a publisher or read count read as the time of publishing; beside a
    place, or below what may be a title, it is that of the conference."""
    kinds = {
        field.kind
        for field in fields
        if field.kind != "publisher" or field.label or OUTLET.search(text, field.start, field.end)
    }
    if any(field.label in _WRITTEN for field in fields):
        kinds.add("publisher")
    if "published" in kinds or "venue" in kinds or not kinds & {"publisher", "count"}:
        return tuple(fields)
    return tuple(
        msgspec.structs.replace(field, kind="published")
        if field.kind == "event" and field.label in _ANY_TIME
        else field
        for field in fields
    )


def _ends_record(text: str, fields: tuple[Field, ...], end: int) -> bool:
    """Whether a bare date beside a bare name is a footer.

    With a time of day it may be the time stamp of a live text, and the name beside it a speaker;
    written in words it may sign a document that is read out, unless a record begins behind it.
    """
    if any(_stands_again(text, field) for field in fields):
        return False
    for field in fields:
        printed = text[field.start : field.end]
        if field.kind == "published" and re.search(r"\d[:：时]\d", printed):
            named = (f for f in fields if f.kind == "publisher")
            outlet = any(OUTLET.search(text, f.start, f.end) for f in named)
            head = _SENTENCE_END.search(text, 0, fields[0].start) is None
            return outlet and (head or not text[end:].strip())
        if field.kind == "published" and "年" in printed:
            return _BEGINS.match(text, end) is not None
    return True


def _stands_again(text: str, field: Field) -> bool:
    """Whether a bare name in capitals has other lines of the text, too: it labels speeches."""
    name = text[field.start : field.end]
    bare = field.kind == "publisher" and not field.label and name.isascii() and name.isupper()
    return bare and len(re.findall(rf"(?m)^{re.escape(name)}:?$", text)) > 1


def parts(text: str) -> tuple[Part, ...]:
    """The records of the text, in order; they partition it."""
    found = groups(text)
    if not found:
        return (Part(0, len(text), None),)
    cut = _by_heads(text, found) if _are_heads(text, found) else _by_feet(text, found)
    return _whole(text, found) if len(cut) > 1 and _one_body(text, cut, found) else cut


def _one_body(text: str, cut: tuple[Part, ...], found: tuple[Group, ...]) -> bool:
    """Whether the groups belong to one record, above and below it: nothing but one of the parts has
    a sentence, and no group has the same fields as another, or all tell the same date."""
    kinds = {tuple((field.kind, field.label) for field in group.fields) for group in found}
    dates = {
        text[f.start : f.end] for group in found for f in group.fields if f.kind == "published"
    }
    apart = len(kinds) == len(found) or len(dates) == 1
    return apart and sum(_has_sentence(text, part) for part in cut) == 1


def _has_sentence(text: str, part: Part) -> bool:
    """Whether a sentence stands outside the fields of the part."""
    low, high = (part.group.start, part.group.end) if part.group else (0, 0)
    around = ((part.start, part.start + low), (part.start + high, part.end))
    return any(_SENTENCE_END.search(text, start, end) for start, end in around)


def _whole(text: str, found: tuple[Group, ...]) -> tuple[Part, ...]:
    """The text as one record, with the first group of fields in it that tells the date of its
    publication by a label, or else the first."""
    first = next((group for group in found if _labels(group)), found[0] if found else None)
    return (Part(0, len(text), _head(text, first) if first else None),)


def articles(text: str) -> tuple[Part, ...]:
    """The articles of an HTML page, which mostly is one: several only where fields with the same
    labels, a date among them, stand before or behind each, and each has a text of its own."""
    found = groups(text)
    alike = Counter(labels for group in found if (labels := _labels(group)))
    labels, count = alike.most_common(1)[0] if alike else ((), 0)
    if count < 2:
        return _whole(text, found)
    same = tuple(group for group in found if _labels(group) == labels)
    cut = _by_heads(text, same) if _are_heads(text, same) else _by_feet(text, same)
    return cut if all(_has_body(text, part) for part in cut) else _whole(text, found)


def _labels(group: Group) -> tuple[str, ...]:
    """The labels of a group with a date; none for one that may stand at any place of a page."""
    labels = tuple(sorted(field.label for field in group.fields if field.label))
    dated = any(field.kind == "published" for field in group.fields)
    return labels if dated else ()


_BODY = 120  # characters that an article has at least, two sentences among them


def _has_body(text: str, part: Part) -> bool:
    group = part.group
    size = group.end - group.start if group else 0
    return part.end - part.start - size >= _BODY and (
        len(_SENTENCE_END.findall(text, part.start, part.end)) > 1
    )


def _head(text: str, group: Group) -> Group:
    """The group as it stands before a body: there a bare name may be the first speaker's, and is a
    publisher only if it ends like one."""
    fields = tuple(
        field
        for field in group.fields
        if field.kind != "publisher" or field.label or OUTLET.search(text, field.start, field.end)
    )
    return Group(group.start, group.end, fields)


def _within(group: Group, start: int) -> Group:
    """The group with offsets that count from `start`."""
    fields = tuple(
        msgspec.structs.replace(field, start=field.start - start, end=field.end - start)
        for field in group.fields
    )
    return Group(group.start - start, group.end - start, fields)


def _are_heads(text: str, found: tuple[Group, ...]) -> bool:
    """Whether the fields stand before the bodies: no sentence before the first group, and one
    behind the last."""
    above = text[: found[0].start].strip().split("\n")
    # 水价为何不涨？ may be the title right above the fields
    ends = [line[-1:] for line in above[:-1]] + [above[-1][-1:].strip("！？!?")]
    prose = any(map(_is_prose, above)) or any(map(_SENTENCE_END.search, ends))
    return not prose and _SENTENCE_END.search(text, found[-1].end) is not None


_TITLE = 90  # characters of a title, which may be a question and its answer
_LATIN_TITLE = 320


def _is_prose(line: str) -> bool:
    """Whether a line is longer than a title, or in Latin letters ends as a sentence of some
    length does."""
    if len(line) <= _TITLE and not line.endswith("."):
        return False
    latin = HAN_CHAR.search(line) is None
    return len(line) > (_LATIN_TITLE if latin else _TITLE) or (latin and line.endswith("."))


def _by_feet(text: str, found: tuple[Group, ...]) -> tuple[Part, ...]:
    out: list[Part] = []
    start = 0
    for group in found:
        end = min(group.end + 1, len(text))
        out.append(Part(start, end, _within(group, start)))
        start = end
    if text[start:].strip():
        out.append(Part(start, len(text), None))
    return tuple(out)


def _by_heads(text: str, found: tuple[Group, ...]) -> tuple[Part, ...]:
    starts = [0, *(_head_start(text, group) for group in found[1:]), len(text)]
    return tuple(
        Part(start, end, _within(_head(text, group), start))
        for start, end, group in zip(starts[:-1], starts[1:], found, strict=True)
    )


def _head_start(text: str, group: Group) -> int:
    """The start of the title before a head group, of the group itself if there is none."""
    at = text.rfind("\n", 0, max(0, group.start - 1)) + 1
    line = text[at : group.start].strip()
    is_title = 0 < len(line) <= 80 and line[-1] not in "。！？!?；;：:"
    return at if is_title else group.start
