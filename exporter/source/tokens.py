"""HTML cut into tokens, every character in exactly one, with its offsets.

Written for pages that are broken: nothing is ever refused, an unclosed comment or tag is text or a
token of its own, and each character is looked at a bounded number of times (the parser of the
standard library is quadratic on unclosed constructs before Python 3.13.6, and gives line and
column).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

TokenKind = Literal["text", "open", "close", "comment", "raw"]
# Elements whose content is no markup (WHATWG, 13.2.5: rawtext and script data).
RAW = frozenset(("script", "style", "noframes", "xmp", "iframe", "template", "svg", "math"))
# Values may hold ``>`` (an onclick) but no ``<`` and no full stop: then a quote was left open. All
# quantifiers are possessive, so that a tag that doesn't end costs one look.
_TAG = re.compile(
    r"<(?P<slash>/?)(?P<name>[A-Za-z][A-Za-z0-9:_\-]{0,40}+)"
    r"(?P<attrs>(?:[\s/](?:[^\"'<>=]++|=\s*+\"[^\"<。]*+\"|=\s*+'[^'<。]*+'|=)*+)?)>"
    r"|<!--|<[!?][^<>]*+>"
)
_LOOSE_TAG = re.compile(
    r"<(?P<slash>/?)(?P<name>[A-Za-z][A-Za-z0-9:_\-]{0,40}+)\s(?P<attrs>[^<>]*+)>"
)


class Token(msgspec.Struct, frozen=True, gc=False):
    """``source[start:end]``; `name` in lower case and `attrs` as written for tags."""

    kind: TokenKind
    start: int
    end: int
    name: str = ""
    attrs: str = ""


def tokens(source: str) -> Iterator[Token]:
    """The tokens of the page in order; they partition it."""
    at, done = 0, 0
    closers = _Closers(source)
    while (at := source.find("<", at)) >= 0:
        found = _TAG.match(source, at) or _LOOSE_TAG.match(source, at)
        if found is None:
            at += 1
            continue
        if done < at:
            yield Token("text", done, at)
        token = _token(found, closers)
        yield token
        at = done = token.end
        if token.kind == "open" and token.name in RAW and not token.attrs.endswith("/"):
            at = done = closers.find(f"</{token.name}", token.end, otherwise=token.end)
            if token.end < done:
                yield Token("raw", token.end, done, token.name)
    if done < len(source):
        yield Token("text", done, len(source))


def _token(found: re.Match[str], closers: _Closers) -> Token:
    start, end = found.span()
    if found["name"] is None:
        if found[0] == "<!--":
            close = closers.find("-->", end, otherwise=-1)
            # one that is never closed ends with the next tag, as in the browsers of its time: to
            # the end of the page, as the standard says, would be to lose what its author saw
            end = close + 3 if close >= 0 else closers.find(">", end, otherwise=end - 1) + 1
        return Token("comment", start, end)
    kind: TokenKind = "close" if found["slash"] else "open"
    return Token(kind, start, end, found["name"].lower(), found["attrs"] or "")


class _Closers:
    """Looks for what ends a comment or raw text, and never again for what isn't there."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._missing: set[str] = set()

    def find(self, closer: str, at: int, otherwise: int) -> int:
        if closer in self._missing:
            return otherwise
        found = re.compile(re.escape(closer), re.IGNORECASE).search(self._source, at)
        if found is None:
            self._missing.add(closer)
            return otherwise
        return found.start()
