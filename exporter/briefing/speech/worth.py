"""What a stretch of speech is worth to a reader with three minutes: figures before slogans."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from exporter.briefing.cues import anywhere, words
from exporter.briefing.model import Fact, Quantity

_DATE = re.compile(
    r"[\d十](?:(?<=\d)(?:\d{3}年|\d?月\d{1,2}日|(?<=\b[12])(?:(?<=1)9|(?<=2)0)\d\d\b)|(?<=十)[一二三四五]五)"
)
_TO_COME = re.compile(
    r"将[于在][^，。；]{2,12}?(?:通车|启用|启动|实施|施行|开放|开通|开学|推出|公布|举行|开幕|动工|落成|生效)"
)
"""What is to come on a day told in words (将于下月二十日正式通车)."""
_DIGIT = re.compile(r"\d")
_ORNATE = re.compile(r"[\u4e00-\u9fff]{4}、[\u4e00-\u9fff]{4}(?=[，。；])")
_KINDS = ("prominent", "slogan", "dated", "unprecedented", "rule", "ban")
_PUN = re.compile(r"“.”")
_DULL_TYPES = frozenset({"duration", "frequency", "threshold", "ratio", "elevation", "temperature"})
_DULL_UNITS = frozenset({"次", "场次", "场", "期", "轮", "天", "遍", "届"})
_STRONG_TYPES = frozenset({"percent", "money", "rank", "delta", "multiple"})
_VAGUE = ("数", "几", "上", "好几")
"""Amounts told by their size alone: 数千万元."""
_KEY_FIGURE = 1.9
_KEY_STEP = 0.03
_NEXT = 0.6
_FEW = 10
_IN_PASSING = 3
_DULL = 0.4
_WHOLE = 100
_RULE, _MOST_RULES, _BAN = 0.8, 3, 2
_PETTY, _SMALL_SUM = 1000, 0.6
_LARGER, _THOUSANDS = 0.1, 3
_CHANGED, _MOVED = 0.3, 0.9
_AS_EXPECTED = 0.7


class WordCounts(NamedTuple):
    """What the words of a clause hold, figures aside; the counts of clauses can be joined."""

    prominent: frozenset[str]
    slogans: int
    dated: bool
    date: bool
    first: bool
    ornate: int
    rules: int = 0

    def join(self, other: WordCounts) -> WordCounts:
        """Those of both clauses together."""
        if self is NOTHING or other is NOTHING:
            return self if other is NOTHING else other
        return WordCounts(
            self.prominent | other.prominent,
            self.slogans + other.slogans,
            self.dated or other.dated,
            self.date or other.date,
            self.first or other.first,
            self.ornate + other.ornate,
            self.rules + other.rules,
        )


NOTHING = WordCounts(frozenset(), 0, False, False, False, 0)


def count_words(text: str) -> WordCounts:
    """What the words of `text` hold: what is new, first or decided; slogans, puns, set phrases;
    what a law lays down."""
    prominent, slogans, rules, seen = set[str](), 0, 0, set[str]()
    known = _telling()
    for word in _telling_words().findall(text):
        kinds = known[word]
        seen |= kinds
        if "prominent" in kinds:
            prominent.add(word)
        slogans += "slogan" in kinds
        rules += ("rule" in kinds) + _BAN * ("ban" in kinds)
    if "“" in text:
        slogans += 2 * len(_PUN.findall(text))
    date = _DATE.search(text) is not None or ("将" in text and _TO_COME.search(text) is not None)
    ornate = len(_ORNATE.findall(text)) if "、" in text else 0
    if not (seen or slogans or date or ornate):
        return NOTHING
    first = "unprecedented" in seen
    return WordCounts(frozenset(prominent), slogans, "dated" in seen, date, first, ornate, rules)


@cache
def _telling() -> dict[str, frozenset[str]]:
    """The words that tell for or against a line, longest first, each with the tables it is in.

    A word is in a table also through a word inside it (总投资 holds 投资), but for 第一 where it
    only counts.
    """
    ordinals = frozenset(words("mere_ordinals"))
    listed = {*ordinals, *(word for kind in _KINDS for word in words(kind))}
    return {
        word: frozenset(
            kind for kind in _KINDS if word not in ordinals and anywhere(kind).search(word)
        )
        for word in sorted(listed, key=lambda word: (-len(word), word))
    }


@cache
def _telling_words() -> re.Pattern[str]:
    """Meets the words, grouped by their first characters: at most places none of them fits, and
    where the first character does, the second mostly tells so."""
    rests: dict[str, list[str]] = {}
    for word in _telling():
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    groups = (f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in rests.items())
    first, second = ("".join({re.escape(word[at]) for word in _telling()}) for at in (0, 1))
    return re.compile(f"(?=[{first}][{second}])(?:{'|'.join(groups)})")


def word_worth(counts: WordCounts, *, of_law: bool = False) -> float:
    """The worth of the words alone; slogans count against. `of_law`: told is what a law says."""
    if counts is NOTHING:
        return 0.0
    worth = min(0.75, 0.25 * len(counts.prominent)) - ornaments(counts)
    if counts.dated and counts.date:
        worth += 0.8
    worth += _RULE * min(_MOST_RULES, counts.rules) if of_law else 0.0
    return worth + (0.9 if counts.first else 0.0)


def ornaments(counts: WordCounts) -> float:
    """What slogans and set phrases take from the worth of words."""
    return 0.6 * counts.slogans + 0.7 * counts.ornate


def figures_worth(worths: Iterable[float]) -> float:
    """The worth of several figures in one line: the best in full, each next one for less.

    A line of nine numbers is a table, not a key point.
    """
    ranked = sorted(worths, reverse=True)
    if len(ranked) < 2:
        return ranked[0] if ranked else 0.0
    return sum(worth * _NEXT**place for place, worth in enumerate(ranked))


def in_passing(fact: Fact) -> bool:
    """Whether the figure counts but one, two or three things, and says so in words."""
    quantity = fact.quantity
    few = quantity.value is not None and quantity.value <= _IN_PASSING
    return few and quantity.type == "count" and _DIGIT.search(quantity.text) is None


def fact_worth(fact: Fact) -> float:
    """The worth of one figure; about 1 for a plain count, 1.9 for the first key figure, unless it
    is of one, two or three things named in passing (有两家差点关了门)."""
    weight = _plain_worth(fact.quantity)
    if fact.key and not in_passing(fact):
        weight = max(weight, _KEY_FIGURE - _KEY_STEP * fact.rank) if weight > _DULL else _DULL
    if fact.quantity.unit == "%" and fact.quantity.value == _WHOLE:
        weight *= _AS_EXPECTED
    planned = fact.status == "target" or (fact.status == "plan" and fact.quantity.type != "money")
    if fact.change or planned:
        weight += _MOVED if fact.change and fact.comparison_base else _CHANGED
    return weight if fact.indicator else weight * 0.7


def _plain_worth(quantity: Quantity) -> float:
    """The worth of a figure that is no key figure: by its kind, and by its size."""
    if quantity.type in _DULL_TYPES or quantity.unit in _DULL_UNITS:
        return _DULL
    if quantity.value is None and quantity.text.startswith(_VAGUE):
        return _DULL
    size = quantity.value or quantity.max_value or Decimal(0)
    if quantity.type == "money" and Decimal(0) < size < _PETTY:
        return _SMALL_SUM
    if quantity.type == "money":
        return 1.0 + 0.15 * max(0, size.adjusted() - 5) if size else 1.0
    if quantity.type in _STRONG_TYPES:
        return 1.3
    if size >= _FEW:
        return 1.0 + _LARGER * max(0, size.adjusted() - _THOUSANDS)
    return 0.6 if size > 1 else 0.3
