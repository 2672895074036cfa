"""A clause cut down to the thing it is about: adverbs before it and verbs behind it taken off."""

from __future__ import annotations

import re
from functools import cache

from exporter.briefing.quantities.lexicon import endings, openings, words

_EACH = re.compile(r"[由从](?:每[一-鿿]{1,2}|(?:原来|原先|过去|此前|最初|去年|上年|年初)的?)$")
ENUMERATOR = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}是|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十0-9]{1,3}）|[0-9]{1,2}[.、])"
)


def trimmed(piece: str) -> str:
    """The piece without opening adverbs and without the verbs that lead to the number."""
    return open_trimmed(ENUMERATOR.sub("", end_trimmed(piece)))


@cache
def _kept_ends() -> tuple[str, ...]:
    return words("kept_endings")


def end_trimmed(piece: str) -> str:
    """The piece without what leads on to a number at its end (达到, 分别为, 提高到)."""
    piece = _EACH.sub("", piece)
    while piece and not piece.endswith(_kept_ends()):
        word = _arrival(piece) or endings("links").longest(piece)
        if not word:
            return piece
        piece = piece[: -len(word)]
    return piece


def _arrival(piece: str) -> str:
    """A closing 提高到, 降至: the number is a level. A bare 增长 stays: the number is the
    growth."""
    return endings("arrivals").longest(piece)


def open_trimmed(piece: str) -> str:
    """The piece without adverbs and conjunctions at its start (其中, 目前, 累计)."""
    while piece and not piece.startswith(words("kept_openings")):
        word = openings("openers").longest(piece)
        if not word or (word == piece and endings("moves").longest(word) == word):
            return piece
        piece = piece[len(word) :]
    return piece
