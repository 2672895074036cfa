"""What a stretch of speech is worth to a reader with three minutes: figures before slogans."""

from __future__ import annotations

import re
from collections.abc import Iterable

from exporter.briefing.cues import anywhere
from exporter.briefing.model import Cut, Fact
from exporter.briefing.reading import Reading

_DATE = re.compile(r"\d{1,4}年\d{0,2}月?\d{0,2}日?|\d{1,2}月\d{1,2}日|(?:19|20)\d\d")
_DULL_TYPES = frozenset({"duration", "frequency", "threshold", "ratio", "elevation", "temperature"})
_STRONG_TYPES = frozenset({"percent", "money", "rank", "delta", "multiple"})
_KEY_FIGURE = 2.6
_ENOUGH = 5.0


def worth(reading: Reading, cuts: Iterable[Cut]) -> float:
    """The worth of the words in the cuts; about 1 for a plain figure, 3 for a key figure.

    Beyond `_ENOUGH` more figures add little: a line of nine numbers is a table, not a key point.
    """
    cuts = tuple(cuts)
    figures = sum(_figure(fact) for cut in cuts for fact in reading.facts_in(cut))
    figures = min(figures, _ENOUGH) + 0.1 * max(0.0, figures - _ENOUGH)
    text = "".join(map(reading.text, cuts))
    return figures + _words(text)


def _figure(fact: Fact) -> float:
    weight = 1.0
    if fact.key:
        weight = _KEY_FIGURE - 0.06 * fact.rank
    elif fact.quantity.type in _DULL_TYPES:
        weight = 0.4
    elif fact.quantity.type in _STRONG_TYPES:
        weight = 1.3
    if fact.change or fact.status != "actual":
        weight += 0.3
    return weight if fact.indicator else weight * 0.7


def _words(text: str) -> float:
    prominent = len(set(anywhere("prominent").findall(text)))
    slogans = len(anywhere("slogan").findall(text))
    dated = 0.8 if _DATE.search(text) and anywhere("dated").search(text) else 0.0
    return min(1.2, 0.4 * prominent) + dated - 0.6 * slogans
