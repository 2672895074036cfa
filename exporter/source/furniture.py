"""Lines that belong to the page and not to the record: navigation, breadcrumbs, tools, page feet.

A line goes for what it says (`phrases.FURNITURE_LINES`) or, before the first sentence of the page,
for repeating the last item of a navigation line (the name of the column).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from exporter.source import tools
from exporter.source.dates import FULL_DATE
from exporter.source.draft import Change
from exporter.source.fields import fields_of
from exporter.source.leaves import leaf_of
from exporter.source.phrases import (
    BARE_MARKER,
    FURNITURE_LINES,
    HOME,
    MARKER,
    NAVIGATION,
    Cue,
    simpler,
)
from exporter.source.records import lines

LONGEST = 260


def _any_of(cues: Iterable[Cue]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{simpler(cue.pattern)})" for cue in cues))


_CUES = tuple((re.compile(simpler(cue.pattern)), cue.reason) for cue in FURNITURE_LINES)
_ANY_CUE = _any_of(FURNITURE_LINES)
_SENTENCES = _any_of(cue for cue in FURNITURE_LINES if cue.sentences)
_ANYWHERE = _any_of(cue for cue in FURNITURE_LINES if not cue.edge)
_CLOSING = "”’」』】)） "
_STOPS = tuple("。！？；!?.")  # a line that ends with one is most often said by somebody
_BREAKS_OFF = ("..", "…", "….")  # Loading... is no sentence
_SENTENCE = re.compile(r"[。！？；，,:：]")
_DATED = re.compile(r"\d{4}年?[-\d]")  # the title, which a breadcrumb may end with
_CODE = re.compile(r"(?:var|function|document\.|window\.|\$\(|if\s?\(|\}|//|/\*)[ -~]{0,400}")


_ITEM = re.compile(r"[\s>›»|｜/]+")
_COLUMN = 12  # characters of a column's name; the last item may be the title


def furniture(text: str) -> Iterator[Change]:
    """A removal for each line of furniture, with its line end."""
    columns: set[str] = set()
    below = _below_editors(text)
    low, high = _spoken(text)
    for start, end in lines(text):
        line = text[start:end].strip() if end - start <= LONGEST else ""
        if not line:
            continue
        column = line in columns and not _DATED.search(line)
        reason = "name of the column" if column else reason_of(line)
        if reason is not None and low < start < high and is_told(line):
            continue
        if reason == "counter" and any(field.label for field in fields_of(text, start, end)):
            continue  # kept as metadata
        if reason == "navigation" or reason == "breadcrumb":
            columns.update(item for item in _ITEM.split(line) if len(item) <= _COLUMN)
        if reason is None and (length := navigation_before(text[start:end])):
            reason, end = "navigation", start + length - 1
        if reason is None and start >= below and not fields_of(text, start, end):
            reason = "below the editors"
        if reason is not None:
            rule = "furniture." + reason.replace(" ", "-")
            yield Change(start, min(end + 1, len(text)), "", rule, reason)


def is_told(line: str) -> bool:
    """Whether a line of furniture would be speech if a speaker stood before and behind it."""
    line = simpler(line)
    stopped = line.rstrip(_CLOSING).endswith(_STOPS)
    return not stopped and _ANY_CUE.fullmatch(line) is not None and not _ANYWHERE.fullmatch(line)


_FOOT = 80  # lines of a foot, at most


def _spoken(text: str) -> tuple[int, int]:
    """Where the first line stands that ends like a sentence, and the last that is no furniture."""
    rows = list(lines(text))
    first = next((start for start, end in rows if _ends(text, start, end)), len(text))
    for start, end in reversed(rows[-_FOOT:]):
        if _ends(text, start, end) and reason_of(text[start:end].strip()) is None:
            return first, start
    return first, len(text) if len(rows) > _FOOT else first


def _ends(text: str, start: int, end: int) -> bool:
    return start < end and text[end - 1] in "。！？!?."


_FIELDS = 100  # characters of a line of fields within the text
_TOLD = frozenset(("publisher", "count", "editor"))


def inside(text: str) -> Iterator[Change]:
    """A removal for each line within the text that is nothing but fields of a page
    (``浏览次数：278``), as between a record and what a page prints below it."""
    for start, end in lines(text):
        if not 4 < end - start <= _FIELDS or not _COLON.search(text, start, end):
            continue
        found = fields_of(text, start, end)
        kinds = {field.kind for field in found}
        labelled = found and all(field.label for field in found)
        if labelled and (kinds == {"count"} or (len(found) > 1 and kinds & _TOLD)):
            end = min(end + 1, len(text))
            yield Change(start, end, "", "furniture.field", "fields of the page within the text")


_COLON = re.compile("[:：]")
# 责任编辑：李四
_EDITORS = re.compile(
    r"(?m)^[\[（(【]?[\u4e00-\u9fff]{0,4}(?:编辑|責編|责编|編輯)[ ]?[:：][^\n。]{0,24}$"
)
_REST = 240  # characters that stand below the editors of a page
_GOES_ON = re.compile(r"(?m)^[^\n，。]{1,24}[:：]|^\d{4}年|\d月\d{1,2}日")


def _below_editors(text: str) -> int:
    """Where the page's own words begin that stand below who edited it; the end of the text if
    nothing does, or too much, or another record or speech."""
    low = max(0, len(text) - _REST)
    found = _EDITORS.search(text, low)
    if found is None or _GOES_ON.search(text, found.end()):
        return len(text)
    return found.end()


def reason_of(line: str) -> str | None:
    """Why the line is furniture, ``None`` if it isn't; `line` stands above or below all speech."""
    return _reason_of(line) if len(line) <= LONGEST else None


@lru_cache(maxsize=2048)
def _reason_of(line: str) -> str | None:
    """`reason_of` a line that isn't too long; several passes ask for each line of a page."""
    if "版" in line and leaf_of(line):  # 2024年3月6日 星期三 第02版：要闻, the field of a newspaper
        return None
    if line.endswith(_BREAKS_OFF):
        line = line.rstrip(".… ") or line
    simple = simpler(line)
    stopped = line.rstrip(_CLOSING).endswith(_STOPS)
    whole = _SENTENCES.fullmatch(simple) if stopped else _ANY_CUE.fullmatch(simple)
    if whole and not (len(line) > _CRUMBS and _SPOKEN.search(line)):
        return next(reason for pattern, reason in _CUES if pattern.fullmatch(simple))
    if len(line) <= MARKER and BARE_MARKER.fullmatch(line):
        return "list marker without text"
    if stopped:
        return None
    if line.isascii() and _CODE.fullmatch(line):
        return "script"
    if ("首页" in line or "首頁" in line) and navigation_before(f"{line} 。") > len(line):
        return "navigation"
    return tools.reason_of(simple) or _menu(line)


def _menu(line: str) -> str | None:
    """Whether the line is short items in a row: ``> A > B`` a breadcrumb, ``A | B | C`` or ``首页 A
    B`` navigation."""
    line = line.removeprefix(":::").strip()  # where sites of Taiwan anchor their content
    if "位置" in line and _LED.fullmatch(line):
        return "breadcrumb"
    if _SENTENCE.search(line) or _dated(line):  # a date is no item of a menu
        return None
    for separators, least, reason in ((">›»", 1, "breadcrumb"), ("|｜", 2, "navigation")):
        if not any(mark in line for mark in separators):
            continue
        items = [item.strip() for item in re.split(f"[{separators}]", line)]
        if items[0] in _ASKED_OR_ANSWERED:  # A｜柯恺｜区水务局局长
            return None
        if len(items) > least and all(len(item) <= 24 for item in items):
            titled = reason == "breadcrumb" and line.isascii() and line.istitle()
            column = reason == "breadcrumb" and items[0] in NAVIGATION
            known = _home(line) or titled or column or NAVIGATION.issuperset(items)
            return reason if line[0] in separators or len(items) > 2 or known else None
    return "navigation" if (_home(line) and len(line.split()) > 1) or _navigates(line) else None


# 首页机构职能新闻中心您当前的位置:首页>新闻中心>新闻发布: a menu glued to where the page is
_LED = re.compile(
    r"[^。！？；，\n]{4,80}?位置[:：]\s?(?:网站)?首页(?:\s?[>»›＞→]{1,2}\s?[^>»›＞→\s]{1,14}){1,6}"
)
_ASKED_OR_ANSWERED = frozenset(("Q", "A", "问", "答", "提问", "追问", "回答", "問", "提問", "追問"))
_DIGIT = re.compile(r"\d")


def _dated(line: str) -> bool:
    """Whether the line has a full date; in Latin letters alone none is without a digit."""
    return not (line.isascii() and _DIGIT.search(line) is None) and bool(FULL_DATE.search(line))


def _navigates(line: str) -> bool:
    """Whether the line is nothing but items of a menu, three of them well known."""
    items = _ITEMS.split(line)
    known = sum(item in NAVIGATION for item in items)
    short = len(items) > 3 and known > 0 and all(2 <= len(item) <= 6 for item in items)
    return short or (
        known >= 3 and all(len(item) <= 12 for item in items) and 2 * known >= len(items)
    )


def navigation_before(line: str) -> int:
    """How long the navigation is with which a line begins that goes on with a title (``首页
    政务公开 当前位置:首页>新闻发布 2023年…新闻发布会``)."""
    head = line[:_NAVIGATION]
    homely = "首页" in head or "首頁" in head
    crumb = _CRUMB.search(line, 0, _NAVIGATION) if homely else None
    if crumb and _are_items(line[: crumb.start()]):
        return crumb.end() if crumb.end() < len(line) else 0
    if trail := _TRAIL.match(line):
        return trail.end()
    at = end = known = 0
    if " " not in line[:_FIRST] and "|" not in line[:_FIRST]:
        return 0
    for item in _PARTED.finditer(line):
        words = item["words"]
        site = at == 0 and words.endswith(("网", "网站", "门户", "網", "政府"))
        if not (site or words in NAVIGATION):
            break
        known += words in NAVIGATION
        end = at = item.end()
    return end if known >= 2 and end < len(line) else 0


_FIRST = 40  # characters of the first item


def _are_items(words: str) -> bool:
    """Whether the words are nothing, or short items of a menu."""
    return not _SENTENCE.search(words) and all(len(item) <= 12 for item in _ITEMS.split(words))


_CRUMBS = 100  # characters of a line in which a sentence may stand behind a breadcrumb
_SPOKEN = re.compile(
    r"^(?:Home|首页|首頁|网站首页|.{0,10}(?:位置|栏目)\s{0,3}[:：])"
    r".*(?:[。？！；]|[.?!] [A-Z]).*(?:[。？！；.?!]|：.)"
)
_NAVIGATION = 300  # characters of the navigation before a title
_ITEMS = re.compile(r"[\s|｜·/]+")
_PARTED = re.compile(r"(?P<words>[^\s|｜]{1,60})(?:\s*[|｜]\s*|\s+|$)")
# 云溪新闻网>专题>2024两会 云溪市…
_TRAIL = re.compile(
    r"[^\s>›»＞，。：:]{2,16}(?: ?[>›»＞] ?[^\s>›»＞，。：:]{2,16}){2,5}[ \u3000]{1,4}(?=\S)"
)
# 当前位置:首页>新闻发布>实录, the title not, though it may be the last item
_CRUMB = re.compile(
    r"(?:[^\s|｜>]{0,8}(?:位置|栏目)\s{0,2}[:：]\s{0,2})?(?:首页|首頁|网站首页)"
    r"(?:(?:\s{0,2}[>›»＞]{1,2}\s{0,2}| / )"
    r"(?:正文(?=[^\s>›»＞])"  # glued to the title: 首页>>新闻发布>>正文海州市…
    r"|(?![^\s>›»＞]{4,60}(?:发布会|通气会|吹风会)(?:(?:文字|图文|现场)?实录)?(?:[\s(（]|$))"
    r"[^>›»＞\s]{1,14})){1,6}"
    r"(?:\s{0,2}[>›»＞]{1,2})?\s*"
    r"|[^\s|｜>]{0,8}(?:位置|栏目)\s{0,2}[:：]\s{0,2}(?:首页|首頁|网站首页)\s{0,2}[>›»＞]{1,2}\s*"
)


def _home(line: str) -> bool:
    return line.startswith(HOME)
