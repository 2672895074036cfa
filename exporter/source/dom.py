"""The page as a tree (beautifulsoup4), every piece of text with its place in the source.

The builders that come with beautifulsoup4 don't tell where a text stands: lxml knows lines only,
the standard library's parser line and column of what it has decoded. So the tree is fed from our
own tokens; it gets each text undecoded, as a `Piece` that knows its offsets.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup
from bs4.builder import HTMLTreeBuilder
from bs4.element import NavigableString, PageElement, Tag

from exporter.source.phrases import elements
from exporter.source.tokens import Token, tokens

# Elements that end when one of these begins (WHATWG, 13.1.2.4 Optional tags).
_ENDS: dict[str, frozenset[str]] = {
    "p": elements()["ends_paragraph"],
    "li": frozenset(("li",)),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "td": frozenset(("td", "th", "tr")),
    "th": frozenset(("td", "th", "tr")),
    "tr": frozenset(("tr",)),
    "option": frozenset(("option",)),
}
_ATTRIBUTE = re.compile(
    r"([^\s=\"'<>/]{1,60}+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'<>]++)))?"
)


_VOID = elements()["void"]


class Piece(NavigableString):
    """Text as it stands in the source, character references undecoded, from `start` on."""

    start: int = 0

    @property
    def end(self) -> int:
        """Offset in the source behind the last character."""
        return self.start + len(self)


class _TokenBuilder(HTMLTreeBuilder):
    """Builds the tree from `tokens`; text of scripts and styles is left out of it."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self._source = source
        self.deepest = 0  # elements open at a time

    def feed(self, markup: Any) -> None:
        """Fills the tree from the source; `markup` is a stand-in, see `tree`."""
        soup, source = self.soup, self._source
        assert soup is not None
        for token in tokens(source):
            match token.kind:
                case "text":
                    piece = Piece(source[token.start : token.end])
                    piece.start = token.start
                    soup.object_was_parsed(piece)
                case "open":
                    self._open(soup, token)
                case "close" if token.name not in _VOID:
                    soup.handle_endtag(token.name)
                case _:
                    pass

    def _open(self, soup: BeautifulSoup, token: Token) -> None:
        while (now := soup.currentTag) is not None and token.name in _ENDS.get(now.name, ()):
            soup.handle_endtag(now.name)
        self.deepest = max(self.deepest, len(soup.tagStack))
        tag = soup.handle_starttag(token.name, None, None, attributes(token.attrs))
        if tag is not None:
            tag.sourcepos = token.start
        if token.name in _VOID or token.attrs.endswith("/"):
            soup.handle_endtag(token.name)


def attributes(written: str) -> dict[str, str]:
    """The attributes of a tag as it is written, names in lower case, references decoded."""
    if not written or written.isspace():
        return {}
    out: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(written):
        value = double or single or bare
        out.setdefault(name.lower(), html.unescape(value) if "&" in value else value)
    return out


def tree(source: str) -> tuple[BeautifulSoup, int]:
    """The tree of the page and its depth. Never raises, whatever the page is like."""
    builder = _TokenBuilder(source)
    # beautifulsoup4 encodes its markup to see whether it is a path, which fails on lone surrogates
    return BeautifulSoup("<", builder=builder), builder.deepest


def release(root: BeautifulSoup) -> None:
    """Takes the tree apart, so that its memory is free at once and not when the collector finds the
    circle of its nodes: it is most of what a page takes."""
    node: PageElement | None = root.contents[0] if root.contents else None
    while node is not None:
        following = node.next_element
        node.__dict__.clear()
        node = following
    root.contents.clear()


def walk(root: Tag) -> Iterator[tuple[PageElement, bool]]:
    """Every node below `root` in document order, ``(node, True)`` on entering, and each tag once
    more, ``(tag, False)``, on leaving. Not recursive: pages nest tags 100,000 deep."""
    open_tags: list[Tag] = []
    for node in root.descendants:
        while open_tags and open_tags[-1] is not node.parent:
            yield open_tags.pop(), False
        yield node, True
        if isinstance(node, Tag):
            open_tags.append(node)
    while open_tags:
        yield open_tags.pop(), False
