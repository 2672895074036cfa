"""What a stretch of speech is worth to a reader with three minutes: figures before slogans."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from exporter.briefing.cues import anywhere
from exporter.briefing.model import Fact

_DATE = re.compile(r"\d{4}年|\d{1,2}月\d{1,2}日|\b(?:19|20)\d\d\b")
_PUN = re.compile(r"“.”")
_DULL_TYPES = frozenset({"duration", "frequency", "threshold", "ratio", "elevation", "temperature"})
_STRONG_TYPES = frozenset({"percent", "money", "rank", "delta", "multiple"})
_KEY_FIGURE = 2.6
_KEY_STEP = 0.05
_NEXT = 0.6


class WordCounts(NamedTuple):
    """What the words of a clause hold, figures aside; the counts of clauses can be joined."""

    prominent: frozenset[str]
    slogans: int
    dated: bool
    date: bool
    first: bool

    def join(self, other: WordCounts) -> WordCounts:
        """Those of both clauses together."""
        return WordCounts(
            self.prominent | other.prominent,
            self.slogans + other.slogans,
            self.dated or other.dated,
            self.date or other.date,
            self.first or other.first,
        )


NOTHING = WordCounts(frozenset(), 0, False, False, False)


def count_words(text: str) -> WordCounts:
    """What the words of `text` hold: what is new, first or decided; slogans and puns."""
    return WordCounts(
        prominent=frozenset(anywhere("prominent").findall(text)),
        slogans=len(anywhere("slogan").findall(text)) + 2 * len(_PUN.findall(text)),
        dated=bool(anywhere("dated").search(text)),
        date=bool(_DATE.search(text)),
        first=bool(anywhere("unprecedented").search(text)),
    )


def word_worth(counts: WordCounts) -> float:
    """The worth of the words alone; slogans count against."""
    worth = min(0.75, 0.25 * len(counts.prominent)) - 0.6 * counts.slogans
    if counts.dated and counts.date:
        worth += 0.8
    return worth + (0.6 if counts.first else 0.0)


def figures_worth(worths: Iterable[float]) -> float:
    """The worth of several figures in one line: the best in full, each next one for less.

    A line of nine numbers is a table, not a key point.
    """
    ranked = sorted(worths, reverse=True)
    return sum(worth * _NEXT**place for place, worth in enumerate(ranked))


def fact_worth(fact: Fact) -> float:
    """The worth of one figure; about 1 for a plain count, 2.6 for the first key figure."""
    weight = 1.0
    if fact.key:
        weight = _KEY_FIGURE - _KEY_STEP * fact.rank
    elif fact.quantity.type in _DULL_TYPES:
        weight = 0.4
    elif fact.quantity.type in _STRONG_TYPES:
        weight = 1.3
    if fact.change or fact.status != "actual":
        weight += 0.3
    return weight if fact.indicator else weight * 0.7
