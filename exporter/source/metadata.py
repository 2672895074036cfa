"""The labelled and bare fields of a record gathered into its `Metadata`, and taken out of its
text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from exporter.notices import Span
from exporter.source import dates, headlines
from exporter.source.bare import COUNT, Field
from exporter.source.bylines import PROVINCES, byline_of
from exporter.source.draft import Change, Draft, EditedPlaces
from exporter.source.fields import LONGEST, fields_of, rank, under
from exporter.source.hints import Hints
from exporter.source.masts import above
from exporter.source.model import HOLE, Metadata
from exporter.source.records import OUTLET, Group, Part, lines
from exporter.source.scripts import language_of
from exporter.source.titles import title_of
from exporter.source.tools import without

TITLE_CUES = re.compile(
    r"发布会|通气会|吹风会|见面会|记者会|通报会|实录|答记者问|答问|(?:谈话|談話|发言|發言)(?:全文|内容|內容)|會見傳媒|新聞發布|發佈會|發布會|記者會|實錄|答記者問|答問|說明會|说明会|茶敘|茶叙"
    r"|记者招待会|記者招待會|记者的?提问|記者的?提問|在线(?:交流|访谈)|在線(?:交流|訪談)|conference|briefing|transcript|press|remarks",
    re.IGNORECASE,
)
# A label or a caption: 新闻发布会主持人 李梅, 李梅主持新闻发布会.
_NO_TITLE = re.compile(
    r"(?:发布会|發布會|發佈會|直播)(?:正式)?(?:开始|開始|结束|結束)$"
    r"|(?:发布会|發布會|發佈會|见面会|记者会)(?:现场|現場)(?:图片?|照片)?[ |｜]{0,3}$"
    r"|主持(?!例行)|(?:发言人|發言人)(?![^：:\n]{0,60}(?:[答就][^：:\n]{0,20}记者问|答問|答記者問|例行记者会|例行記者會)(?:$|[(（]))|发布人|發布人"
    r"|记者(?!会|見面|见面|问|的?提问|招待|隔空|茶)|記者(?!會|問|的?提問|招待|隔空|茶)"
)
# A column's name, which pages have for a heading: 发布会预告, 新闻发布会.
_COLUMN = re.compile(
    r"(?:新闻)?(?:发布会|发布|直播|访谈|实录)?(?:预告|实录|直播|详情|正文|回放|内容|列表)?|新闻中心|在线访谈"
)
_SITE_NAME = re.compile(r"(?:政府|网|网站|網站|门户|首页|详情|正文|内容页|信息公开)$|^.{0,3}$")
SHORTEST_TITLE, LONGEST_TITLE = 8, 90  # characters
# Lines of nothing but a date and a time: the stamps of a live text, unless there is only one.
_STAMPS = re.compile(rf"(?m)^[\[【(（]?{dates.FULL}{dates.CLOCK}[\]】)）]?$", re.IGNORECASE)
_ATTRIBUTES = {
    "publisher": "publisher",
    "published": "published_date",
    "event": "event_date",
    "count": "read_count",
    "venue": "venue",
    "index": "index_number",
    "title": "title",
}
_REPORTERS = re.compile(r"(?:记者|記者|通讯员)[\s:：]{1,3}(?P<names>[^\d，。]{2,40})$")


class Found(msgspec.Struct, frozen=True):
    """The metadata of a record, and the changes that take their lines out of its text."""

    metadata: Metadata
    changes: tuple[Change, ...]


# 访谈主题：如何…, the title of a talk that has no other
_TOPICS = ("访谈主题", "訪談主題", "直播主题", "直播主題", "发布会主题", "发布主题")


def gather(draft: Draft, part: Part, hints: Hints) -> Found:
    """What the fields of the record say: those of its group, labelled lines at its head and foot,
    and what the head of the page adds."""
    text = draft.text
    rows = [*_rows(text, part.group)]
    fields = [field for _, _, found in rows for field in found]
    changes = [_out(text, start, end, found) for start, end, found in rows]
    places = EditedPlaces(draft)
    metadata = _metadata(text, fields, places)
    taken = {change.start for change in changes}
    title = _title_line(text, taken, hints)
    if not hints.titles and language_of(text) == "en":
        title = title_of(text, taken)
    elif not hints.titles and title is None:
        title = headlines.by_place(text, rows)
    if title is not None:
        title = headlines.without_mark(text, *headlines.whole(text, *title, taken))
        # a field may print the title's words, too
        changes += [line for line in _titles(text, *title) if line.start not in taken]
        changes += above(text, title[0], taken)
        changes += _trails(text, title, {change.start for change in changes})
        words = headlines.joined(text[slice(*title)].replace(HOLE, "")).removeprefix("• ")
        metadata = _with(metadata, "title", words, places.span(*title))
    changes.sort(key=lambda change: change.start)
    metadata = _hinted(metadata, hints)
    if original := next((f for f in fields if f.label in ("原标题", "原標題")), None):
        value = text[original.start : original.end].strip("()（）")
        if (
            metadata.title and metadata.title in value
        ):  # 2024年…柯恺主持例行记者会 / 柯恺主持例行记者会
            metadata = msgspec.structs.replace(metadata, title=None)
        metadata = _with(metadata, "title", value, places.span(original.start, original.end))
    topic = next((field for field in fields if field.label in _TOPICS), None)
    if topic and not metadata.title:
        value = text[topic.start : topic.end].strip()
        metadata = _with(metadata, "title", value, places.span(topic.start, topic.end))
    if metadata.title:
        words = headlines.tidied(metadata.title)
        metadata = msgspec.structs.replace(metadata, title=words)
    return Found(metadata, tuple(changes))


def _titles(text: str, start: int, end: int) -> Iterator[Change]:
    """The removal of the title's line, and of every other that prints it again (as the words of a
    picture between the speeches)."""
    title, first = text[start:end], start
    while title and start >= 0:
        whole = text[start - 1 : start] in ("", "\n") and text[end : end + 1] in ("", "\n")
        if whole or start == first:
            low = text.rfind("\n", 0, start) + 1  # with the mark that may stand before it
            stop = text.find("\n", end)  # the whole line, with what stands behind the title
            stop = stop + 1 if stop >= 0 else len(text)
            yield Change(low, stop, "", "metadata.title", "the title, kept as metadata")
        start = text.find(title, end)
        end = start + len(title)


def _trails(text: str, title: tuple[int, int], taken: set[int]) -> Iterator[Change]:
    """The removal of the lines above the title that say nothing but where the page is, and of the
    one right below it that says who wrote it for a channel."""
    for start, end in lines(text, 0, max(0, title[0] - 1)):
        if start not in taken and headlines.is_trail(text[start:end]):
            yield Change(start, end + 1, "", "furniture.navigation", "breadcrumb")
    stop = text.find("\n", title[1] + 1)
    if title[1] + 1 not in taken and _ORIGINAL_BY.fullmatch(text, title[1] + 1, max(stop, 0)):
        yield Change(title[1] + 1, stop + 1, "", "metadata.editor", "kept as metadata")


def _with(metadata: Metadata, name: str, value: str, span: Span) -> Metadata:
    """The metadata with `name` set, unless the page has printed it."""
    if getattr(metadata, name) is not None:
        return metadata
    spans = {**metadata.spans, name: span}
    return msgspec.structs.replace(metadata, **{name: value}, spans=spans)


def _hinted(metadata: Metadata, hints: Hints) -> Metadata:
    for title in [hint for hint in hints.titles if not _COLUMN.fullmatch(hint.value)][:1]:
        if TITLE_CUES.search(title.value) or not _SITE_NAME.search(title.value):
            metadata = _with(metadata, "title", title.value, title.span)
    if hints.publisher:
        metadata = _with(metadata, "publisher", hints.publisher.value, hints.publisher.span)
    if hints.site:
        metadata = _with(metadata, "publisher", hints.site.value, hints.site.span)
    if hints.published and (day := dates.iso(hints.published.value)):
        metadata = _with(metadata, "published_date", day, hints.published.span)
    return metadata


def _rows(text: str, group: Group | None) -> Iterator[tuple[int, int, tuple[Field, ...]]]:
    """The lines of fields: those of the group, and labelled ones at the head and foot."""
    last = max((start for start, end in lines(text) if _is_text(text, start, end)), default=0)
    stamped = _stamped(text)
    before: tuple[Field, ...] = ()
    for start, end in _edges(text):
        by = _by(text, start, end)
        found = before = by or under(before, fields_of(text, start, end))
        inside = group is not None and group.start <= start and end <= group.end
        if group is not None and inside:
            found = tuple(f for f in group.fields if start <= f.start and f.end <= end) or by
        if _PLACED.match(text, start, end):
            found = tuple(field for field in found if field.kind == "published")
        dated = [field.kind for field in found] == ["published"] and (last < start or not stamped)
        if dated and not inside and start < last and text[start] in "(（":
            found = (msgspec.structs.replace(found[0], kind="event"),)
        posted = _POSTED.search(text, start, end) and any(f.kind == "published" for f in found)
        if found and (inside or dated or posted or all(field.label for field in found)):
            yield start, end, found


# Harbour City, 23 July 2024: the place is no publisher
_PLACED = re.compile(rf"[A-Z][a-z]{{1,16}}(?: [A-Z][a-z]{{1,16}})?, {dates.FULL}$")
_ASKED = re.compile(r"\n{0,4}(?:请问|[^\n？?]{1,400}[？?])")


def _by(text: str, start: int, end: int) -> tuple[Field, ...]:
    """The reporters of a byline; none where what stands below is a question, which one asks."""
    at = byline_of(text[start:end].strip()) if end - start <= LONGEST_BYLINE else None
    if at is None or _ASKED.match(text, end):
        return ()
    low = start + len(text[start:end]) - len(text[start:end].lstrip())
    return (Field("reporter", "记者", low + at[0], low + at[1]),)


LONGEST_BYLINE = 60  # characters


# 海州检察 2024-04-24 17:30 发表于江苏 · 原创 海州检察 2024年4月24日 17:30 江苏: a channel's byline
_POSTED = re.compile(
    r"\d{1,2}[:：]\d{2}\s{0,2}发[表布]于|(?:^|(?<=\n))原创 "
    rf"|\d{{1,2}}:\d{{2}}[ \t]{{1,4}}{PROVINCES}\s{{0,3}}(?:\n|$)"
)


def _stamped(text: str) -> bool:
    """Whether the text has the time stamps of a live text: two with the time of day, or three. Two
    dates may stand at its head and foot."""
    stamps = _STAMPS.findall(text)
    timed = sum(":" in stamp or "：" in stamp for stamp in stamps)
    return len(stamps) > 2 or timed > 1


def _edges(text: str) -> Iterator[tuple[int, int]]:
    """The short lines before the first line of text and behind the last."""
    short = [(start, end, _is_text(text, start, end)) for start, end in lines(text)]
    first = next((i for i, line in enumerate(short) if line[2]), len(short))
    last = next((i for i in range(len(short) - 1, -1, -1) if short[i][2]), -1)
    for index, (start, end, _) in enumerate(short):
        if start < end and (index < first or index > last):
            yield start, end


def _is_text(text: str, start: int, end: int) -> bool:
    if text[end - 1 : end] == "”":  # a title may end in the name of something
        return text[end - 2 : end - 1] in tuple("。！？!?") or end - start > LONGEST_TITLE
    if end - start > LONGEST or text[end - 1 : end] == "。":
        return True
    closed = text[end - 1 : end] in ("！", "？", "!", "?")
    return closed and not headlines.heads_fields(text, start, end)


def _out(text: str, start: int, end: int, found: tuple[Field, ...]) -> Change:
    kind = found[0].kind
    return Change(start, min(end + 1, len(text)), "", f"metadata.{kind}", "kept as metadata")


def _metadata(text: str, fields: list[Field], places: EditedPlaces) -> Metadata:
    values: dict[str, str | int | None] = {}
    spans: dict[str, Span] = {}
    named: dict[str, str] = {}
    for field in fields:
        printed, *more = _fields_in(field, text[field.start : field.end])
        if field.label and field.kind != "tool":
            named.setdefault(field.label, printed)
        for other in more:
            label, _, words = other.replace(":", "：").partition("：")
            named.setdefault(label.strip(), words.strip())
    for field in sorted(fields, key=lambda field: (field.kind == "event", rank(field))):
        printed, *_ = _fields_in(field, text[field.start : field.end])
        name = _ATTRIBUTES.get(field.kind)
        value = _value(field, printed)
        if field.kind in ("published", "event") and value is None and field.label:
            value = dates.slashed(printed, None, text)
        if field.kind == "event" and value is None:
            known = str(values.get("published_date") or "") or dates.same_day(printed, text)
            value = dates.without_year(printed, known)
        if name and value is not None and name not in values:
            values[name] = value
            digits = re.search(COUNT, printed) if field.kind == "count" else None
            low, high = digits.span() if digits else (0, len(printed))
            spans[name] = places.span(field.start + low, field.start + high)
    _held_before(text, fields, values, spans)
    reporters = _reporters(text, fields)
    return msgspec.convert(
        {**values, "reporters": reporters, "fields": named, "spans": spans}, Metadata
    )


def _held_before(
    text: str, fields: list[Field], values: dict[str, str | int | None], spans: dict[str, Span]
) -> None:
    """A date without a label, on which the event was where another one is told to be that of the
    publication (``Harbour City, 23 July 2024`` / ``Published on 24 July 2024``)."""
    dated = [field for field in fields if field.kind == "published"]
    told = next((day for f in dated if f.label and (day := dates.iso(text[f.start : f.end]))), None)
    bare = [day for f in dated if not f.label and (day := dates.iso(text[f.start : f.end]))]
    if told and bare and bare[0] < told and "event_date" not in values:
        values["event_date"], spans["event_date"] = bare[0], spans["published_date"]
        values["published_date"] = told


# 三楼发布厅 主办：市人民政府新闻办公室
_NEXT_FIELD = re.compile(r"(?<![ \t\u3000])[ \t\u3000]++(?=[\u4e00-\u9fff]{2,6}[：:])")


def _fields_in(field: Field, printed: str) -> list[str]:
    """The value of a field, of a venue without the fields behind it, which follow."""
    return _NEXT_FIELD.split(printed) if field.kind == "venue" else [printed]


def _value(field: Field, printed: str) -> str | int | None:
    if field.kind == "count":
        digits = re.search(COUNT, printed)
        return int(re.sub(r"\D", "", digits[0])) if digits else None
    if field.kind in ("published", "event"):
        return dates.iso(printed)
    if field.kind == "publisher" and _CODE.fullmatch(printed):
        return None
    if field.kind == "publisher":
        printed = without(printed)
    if field.kind == "publisher" and not field.label:  # 原创 津小布 天津发布
        named = [words for words in printed.split() if OUTLET.search(words)]
        return named[-1] if printed.startswith("原创") and named else printed or None
    return printed or None


_CODE = re.compile(r"[A-Za-z_\-]{0,8}\d[\w\-]{5,24}")  # sp20241122: a site's number, nobody's name


_LATIN_PARTING = r"\s?[,/&]\s?|\sand\s"  # Jo Hale and Kim Ward


def _reporters(text: str, fields: list[Field]) -> tuple[str, ...]:
    for field in fields:
        printed = text[field.start : field.end]
        found = _REPORTERS.search(printed) if field.kind == "publisher" else None
        names = found["names"] if found else printed if field.kind == "reporter" else ""
        if names:
            parting = _LATIN_PARTING if names.isascii() else r"[\s、，,/]+"
            return tuple(name for name in re.split(parting, names) if name)
    return ()


def _title_line(text: str, taken: set[int], hints: Hints) -> tuple[int, int] | None:
    """The first line that is left at the head of the record, if it is or reads like its title."""
    titles = {"".join(hint.value.split()) for hint in hints.titles}
    if titles and (said := _hinted_line(text, titles)):
        return said
    passed = 0
    last: tuple[int, int] | None = None
    column: tuple[int, int] | None = None  # 在线访谈, above the title
    below: tuple[int, int] | None = None  # the first headline
    for start, end in _head_lines(text):
        if start in taken:
            if last is not None and _DATED.search(text, start, end):
                return (
                    column and below
                ) or last  # whatever it says, it stands right above the date of the page
            continue
        line = text[start:end]
        if _is_speech(text, start, end) or not text[end:].strip():
            return column and (below or column)
        if column is None and _TALKS.fullmatch(line):
            column = (start, end)
            continue
        if TITLE_CUES.search(line) and not _NO_TITLE.search(line) and _heads(line, passed):
            return start, end
        last = (start, end) if len(line) >= SHORTEST_TITLE and _HEADLINE.fullmatch(line) else None
        below = below or last
        passed += 1
        if passed > _ABOVE:
            return column
    return column


# 原创 小海 海州海事: who wrote it for a channel, below the title
_ORIGINAL_BY = re.compile(r"原[创創] [^\s，。]{1,8} [^\s，。]{2,10}")


def _head_lines(text: str) -> Iterator[tuple[int, int]]:
    """The lines that hold something but where the page is and who wrote it."""
    for start, end in lines(text):
        line = text[start:end]
        if line and not (headlines.is_trail(line) or _ORIGINAL_BY.fullmatch(line)):
            yield start, end


def _is_speech(text: str, start: int, end: int) -> bool:
    """Whether a line of the head ends or is as long as speech, and is no title all the same."""
    line = text[start:end]
    if len(line) > LONGEST_TITLE or line[-1] in "。；;：:，" or "。" in line:
        return True
    return line[-1] in "！？!?" and not headlines.heads_fields(text, start, end)


# 中经在线访谈: the column of a site, in which the talk has its own title
_TALKS = re.compile(r"[^\s，。：]{0,6}(?:在线|在線|网上|網上|高端)?(?:访谈|訪談)")


def _hinted_line(text: str, titles: set[str]) -> tuple[int, int] | None:
    """The first of the lines at the head that is one of the `titles`."""
    for start, end in lines(text, 0, min(len(text), headlines.HEAD)):
        line = "".join(headlines.tidied(text[start:end]).split())
        if line in titles or (
            len(line) >= SHORTEST_TITLE and any(title.startswith(line) for title in titles)
        ):
            return start, end
    return None


def _heads(line: str, passed: int) -> bool:
    """Whether a line with a title's words is the title, below `passed` others: no second line of
    one (``——…侧记``), and below other lines no English heading (Office of the Press Secretary)."""
    credited = re.search(r"[摄攝影][)）]?\s?\|?$", line) is not None
    return not line.startswith("—") and not credited and (passed == 0 or not line.isascii())


_ABOVE = 4  # lines that may stand above the title: the site's name, the day of the week
_DATED = re.compile(dates.FULL, re.IGNORECASE)
# A headline stands before its page's date: no label alone, no picture's credit, no list of links.
_HEADLINE = re.compile(
    r"(?!.{0,6}(?:位置|栏目))[^\n。；|｜>]{8,90}(?<![摄攝])(?<![摄攝][)）])(?<!摄影)(?<!攝影)"
)
