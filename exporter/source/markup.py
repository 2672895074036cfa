"""Tags, attributes, style rules and character references that leaked into flat text.

A page saved as text has no DOM, but pieces of one: junk tags injected at its top (``<delect
id="h4sia">``), a broken tag in mid-sentence (``<p 5"="" style="...;">``), the style rules of the
editor it was written in (``.TRS_Editor P{margin:0}``), ``&nbsp;``.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from exporter.source.draft import Change
from exporter.source.phrases import elements
from exporter.source.tokens import Token, tokens

_KNOWN, _BREAKS = elements()["known"], elements()["breaks"]
REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,24});")
_ATTRIBUTES = re.compile(
    r"(?<![\w\-])(?:style|class|id|align|lang|width|height|href|src|data-[a-z\-]{1,20})"
    r"=\"[^<>\n。]{0,2000}?\"\s{0,4}/?>"
)
_STYLE_RULE = re.compile(
    r"(?:[.#@]?[A-Za-z][\w.\-# ,>:*()]{0,80}\{\s{0,4}"
    r"(?:[a-z\-]{2,30}\s{0,4}:[^;{}<>。]{0,120};?\s{0,4}){1,30}\}\s{0,4})+"
)


def leaked(text: str) -> Iterator[Change]:
    """A removal for each tag, comment, script, stray attribute and style rule in flat text, a
    replacement for each character reference."""
    at = 0
    for token in tokens(text) if "<" in text else (Token("text", 0, len(text)),):
        if _is_markup(text, token):
            yield from _rubbish(text, at, token.start)
            reason = _REASONS[token.kind]
            after = "\n" if token.name in _BREAKS and _breaks(text, token) else ""
            yield Change(token.start, token.end, after, f"markup.{token.kind}", reason)
            at = token.end
    yield from _rubbish(text, at, len(text))


# **柯恺:**各位好 · **记者：** 请问: a label set bold in Markdown
_BOLD = re.compile(r"(?m)^(?P<open>\*\*)[^*\n]{1,40}?[:：](?P<close>\*\*)")


def bold(text: str) -> Iterator[Change]:
    """A removal for the stars around each label at the start of a line."""
    for found in _BOLD.finditer(text) if "**" in text else ():
        for name in ("open", "close"):
            yield Change(*found.span(name), "", "markup.bold", "stars around a label")


_REASONS = {
    "open": "tag left in flat text",
    "close": "tag left in flat text",
    "comment": "comment left in flat text",
    "raw": "script or style left in flat text",
}


def _is_markup(text: str, token: Token) -> bool:
    """Whether the token is markup and not words that stand in angle brackets."""
    if token.kind in ("comment", "raw"):
        return True
    known = token.name in _KNOWN
    return token.kind != "text" and (known or "=" in token.attrs or token.kind == "close")


def _breaks(text: str, token: Token) -> bool:
    """A paragraph's tag parts paragraphs, unless it is broken or stands within a sentence."""
    before, behind = text[token.start - 1 : token.start], text[token.end : token.end + 1]
    return before in "。！？!?" and behind not in "，。；、" and not token.attrs.count('"') % 2


def _rubbish(text: str, start: int, end: int) -> Iterator[Change]:
    piece = text[start:end]
    found: list[Change] = []
    if '">' in piece or '"/>' in piece or '" >' in piece:
        found += _each(_ATTRIBUTES, piece, start, "markup.attribute", "attribute left in flat text")
    if "{" in piece:
        found += _each(_STYLE_RULE, piece, start, "markup.style", "style rule left in flat text")
    if "&" in piece:
        found += _references(piece, start)
    last = start
    for change in sorted(found, key=lambda change: change.start):
        if change.start >= last:
            yield change
            last = change.end


def _each(
    pattern: re.Pattern[str], piece: str, shift: int, rule: str, reason: str
) -> Iterator[Change]:
    for found in pattern.finditer(piece):
        yield Change(found.start() + shift, found.end() + shift, "", rule, reason)


def _references(piece: str, shift: int) -> Iterator[Change]:
    for found in REFERENCE.finditer(piece):
        meant = html.unescape(found[0])
        if meant != found[0]:
            start, end = found.start() + shift, found.end() + shift
            yield Change(start, end, meant, "markup.reference", "character reference")
