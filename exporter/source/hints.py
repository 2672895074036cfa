"""What the head of an HTML page says about the record: its title, and the meta elements that
Chinese government sites must have (ArticleTitle, PubDate, ContentSource)."""

from __future__ import annotations

import html
import re
from collections import Counter
from itertools import islice, takewhile

import msgspec
from bs4 import BeautifulSoup
from bs4.element import Tag

from exporter.notices import Span
from exporter.source.article import Run
from exporter.source.dom import Piece
from exporter.source.headlines import tidied
from exporter.source.spam import without

_META = {
    "articletitle": "title",
    "og:title": "title",
    "pubdate": "published",
    "publishdate": "published",
    "date": "published",
    "dc.date": "published",
    "dcterms.date": "published",
    "dcterms.issued": "published",
    "datepublished": "published",
    "weibo: article:create_at": "published",
    "article:published_time": "published",
    "contentsource": "publisher",
    "source": "publisher",
    "author": "author",
    "og:description": "",
}
_SITE = re.compile(
    r"\s{0,3}(?:[_|｜\-–—>»·]{1,4}|\s-\s)\s{0,3}[^_|｜]{0,30}?(?:网|网站|門戶|门户|政府|频道|日报|在线|官网|中心|新闻|信息公开|发布会|Government|Office|News|Website|Portal)\s{0,9}$",
)


class Hint(msgspec.Struct, frozen=True):
    """A value and where in the source it stands."""

    value: str
    span: Span


class Hints(msgspec.Struct, frozen=True):
    """Titles that the page gives itself, the best first, and fields of its head."""

    titles: tuple[Hint, ...] = ()
    published: Hint | None = None
    publisher: Hint | None = None
    headings: tuple[Hint, ...] = ()
    site: Hint | None = None

    def within(self, start: int, end: int) -> Hints:
        """What stands of this in ``[start, end)``, which is one article of several: the head of the
        page speaks of all of them, headings of the article that they begin."""
        inside = (hint for hint in self.headings if start <= hint.span.start < end)
        return Hints(tuple(inside)[:1])


def hints_of(root: BeautifulSoup, source: str, found: tuple[Run, ...]) -> Hints:
    """What the head and the first headings say."""
    metas: dict[str, Hint] = {}
    titles: list[Hint] = []
    named = (n for n in root.descendants if isinstance(n, Tag) and n.name in ("meta", "title"))
    tags = list(islice(named, 60))
    for tag in tags:
        if tag.name == "meta":
            _meta(tag, source, metas)
        elif hint := _of_title(tag):
            titles.append(hint)
    heads = _headings(source, found, ("h1",))
    headings = _once(_headings(source, found, ("h1", "h2", "h3")))
    sites = [site for tag in tags if tag.name == "title" and (site := _site_of(tag))]
    first = [metas["title"]] if "title" in metas else []
    best = (
        msgspec.structs.replace(h, value=tidied(without(h.value)))
        for h in (*first, *heads, *titles, *headings[:1])
    )
    return Hints(
        tuple(hint for hint in best if hint.value),
        metas.get("published") or _of_linked_data(source),
        metas.get("publisher"),
        tuple(headings),
        next(iter(sites), None),
    )


# {"@type": "NewsArticle", "datePublished": "2025-10-31T08:15:00-04:00"}
_LINKED_DATA = re.compile(r'"datePublished"\s{0,4}:\s{0,4}"(?P<day>\d{4}-\d{2}-\d{2})')


def _of_linked_data(source: str) -> Hint | None:
    """The date of publication in the page's linked data (schema.org, ``datePublished``)."""
    found = _LINKED_DATA.search(source, 0, 200_000)
    return Hint(found["day"], Span(*found.span("day"))) if found else None


def _meta(tag: Tag, source: str, metas: dict[str, Hint]) -> None:
    name = str(tag.attrs.get("name") or tag.attrs.get("property") or "").lower()
    value = str(tag.attrs.get("content") or "").strip()
    kind = _META.get(name, "")
    if not kind or not value or kind in metas:
        return
    at = tag.sourcepos or 0
    start = source.find(value, at, at + 4000)
    span = Span(start, start + len(value)) if start >= 0 else Span(at, at)
    metas[kind] = Hint(value, span)


def _of_title(tag: Tag) -> Hint | None:
    """The text of ``<title>`` without the names of the column and the site behind it."""
    pieces = [node for node in tag.contents if isinstance(node, Piece)]
    if not pieces:
        return None
    value = without(" ".join(html.unescape("".join(pieces)).split()))
    while (shorter := _SITE.sub("", value)) != value and len(shorter) >= 6:
        value = shorter
    return Hint(value, Span(pieces[0].start, pieces[-1].end)) if value else None


# …新闻发布会_海州市人民政府 · …实录-海州市人民检察院
_BEHIND = re.compile(
    r"[_|｜\-–—]\s{0,3}(?P<site>[^_|｜\-–—\s]{2,20}(?:政府|政府网|网站|门户网|新闻办公室|新闻办|检察院|法院|委员会|[厅局]|日报|晚报|都市报|法院网|检察网|新闻网|在线|发布))\s{0,9}$"
)


def _site_of(tag: Tag) -> Hint | None:
    """The name of the site that stands behind the title of its page."""
    for node in tag.contents:
        found = _BEHIND.search(node) if isinstance(node, Piece) else None
        if found and isinstance(node, Piece):
            start = node.start + found.start("site")
            return Hint(found["site"], Span(start, start + len(found["site"])))
    return None


def _once(headings: list[Hint]) -> list[Hint]:
    """The headings before the first that is printed again further on, if not all are: no titles,
    but who speaks."""
    often = Counter(hint.value for hint in headings)
    if min(often.values(), default=2) > 1:  # the article twice, for two kinds of screen
        return headings
    return list(takewhile(lambda hint: often[hint.value] == 1, headings))


def _headings(source: str, found: tuple[Run, ...], orders: tuple[str, ...]) -> list[Hint]:
    """The headings of these orders that the article has."""
    out: dict[int, list[Run]] = {}
    group = 0
    for before, run in zip((None, *found), found, strict=False):
        if run.heading not in orders or run.dropped:
            continue
        if before is None or before.heading != run.heading or run.gap >= 3:
            group += 1
        out.setdefault(group, []).append(run)
    return [_joined(source, group_runs) for group_runs in out.values()]


def _joined(source: str, group: list[Run]) -> Hint:
    text = html.unescape("".join(source[run.start : run.end] for run in group))
    return Hint(" ".join(text.split()), Span(group[0].start, group[-1].end))
