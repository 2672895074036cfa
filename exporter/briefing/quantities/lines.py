"""The sentences of a paragraph, each with its time expressions and its numbers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from exporter.briefing import sentences
from exporter.briefing.normal import fold, is_traditional
from exporter.briefing.quantities.indicators import nouns
from exporter.briefing.quantities.lexicon import endings, openings, words
from exporter.briefing.quantities.numbers import fractions, mentions, ranks
from exporter.briefing.quantities.numbers.masks import Masks
from exporter.briefing.quantities.numbers.mentions import Mention
from exporter.briefing.quantities.periods.finding import find as times
from exporter.briefing.quantities.periods.token import Day, Token


class Line(msgspec.Struct, frozen=True, gc=False):
    """One sentence: its paragraph's folded text, its bounds there, and what was found in it."""

    text: str
    bounds: tuple[int, int]
    tokens: tuple[Token, ...]
    found: tuple[Mention, ...]


@lru_cache(maxsize=512)
def lines(original: str, day: Day) -> tuple[Line, ...]:
    """The sentences of a paragraph's text; kept, since checks read a record again."""
    text = fold(original)
    tokens = times(text, day, republic=is_traditional(original))
    masks = Masks(text, [(token.start, token.end) for token in tokens])
    ranked = ranks.find(text, original, tokens)
    plain = mentions.find(text, original, masks)
    found = ranks.merged(plain, [*ranked, *fractions.find(text, original, masks)])
    return tuple(_shared_out(text, original, tokens, found))


def _shared_out(
    text: str, original: str, tokens: list[Token], found: list[Mention]
) -> Iterator[Line]:
    token_at = mention_at = 0
    for start, end in sentences.sentences(original):
        first_token, first_mention = token_at, mention_at
        while token_at < len(tokens) and tokens[token_at].start < end:
            token_at += 1
        while mention_at < len(found) and found[mention_at].start < end:
            mention_at += 1
        own = tuple(m for m in found[first_mention:mention_at] if not _talk(text, m))
        yield Line(text, (start, end), tuple(tokens[first_token:token_at]), own)


def _talk(text: str, mention: Mention) -> bool:
    """Whether the number only counts the parts of the speech itself (三条措施, 6个方面)."""
    if mention.quantity.classifier is None:
        return False
    left = text[max(0, mention.left - 6) : mention.left]
    if left.endswith(words("thanks")) or (not mention.arabic and left.endswith(words("reasons"))):
        return True
    right = text[mention.right : mention.right + 12]
    if openings("talk_heads_strict").longest(right):
        return True
    if not mention.arabic and openings("talk_openings").longest(right):
        return True
    group = "talk_heads_strict" if mention.arabic else "talk_heads"
    return bool(endings(group).longest(nouns.noun_after(right)))
