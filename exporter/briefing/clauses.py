"""Clauses with all that judging asks of them, worked out once."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from exporter.briefing.cues import anywhere, at_start, words
from exporter.briefing.model import Cut
from exporter.briefing.reading import Reading
from exporter.briefing.worth import WordCounts, count_words, fact_worth

_ENUMERATOR = re.compile(
    r"[一二三四五六七八九十]{1,3}是[，,：:]?|第[一二三四五六七八九十]{1,3}[，,、：:]|"
    r"[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、](?!\d)|"
    r"(?:首先|其次|再次|最后)(?:是|[，,])|(?:first|second|third|fourth|finally)(?:ly)?,\s*",
    re.IGNORECASE,
)
_LEADING_MARKS = re.compile(r"[\s，,、；;：:。”’）)》◤•·—-]+")
BRACKET = re.compile(r"[（(][^（）()]{6,}[）)]")
_BARE_HEADS = "并且|并|而且|从而|进而|同时|此外|另外|其中|紧接着|而是|但是|特别是|尤其是"


class Clause(NamedTuple):
    """A clause; its end is that of the mark that closes it.

    `worths` are those of its facts; `bare` its length without remarks in brackets; `opener`: only a
    time (2023年，); `starts`: it may begin a line; `ends`: it may end one before its sentence ends.
    """

    cut: Cut
    text: str
    worths: tuple[float, ...]
    counts: WordCounts
    bare: int
    preamble: bool
    aim: bool
    opener: bool
    courtesy: bool
    starts: bool
    ends: bool

    @property
    def spare(self) -> bool:
        """Whether it can go without loss to a reader in haste."""
        return not self.worths and (self.preamble or self.aim)


def read_clauses(reading: Reading, cut: Cut) -> tuple[Clause, ...]:
    """The clauses of a sentence, trimmed at its head."""
    return tuple(_clause(reading, piece) for piece in reading.clauses(trim(reading, cut)))


def _clause(reading: Reading, cut: Cut) -> Clause:
    text = reading.text(cut)
    courtesy = is_courtesy(text)
    return Clause(
        cut=cut,
        text=text,
        worths=tuple(fact_worth(fact) for fact in reading.facts_in(cut)),
        counts=count_words(text),
        bare=len(text) - sum(b - a for a, b in map(re.Match.span, BRACKET.finditer(text))),
        preamble=bool(at_start("preamble").match(text)),
        aim=bool(at_start("aim").match(text)),
        opener=is_opener(text),
        courtesy=courtesy,
        starts=not courtesy and not at_start("dangling").match(text),
        ends=finished(text),
    )


@cache
def _heads() -> re.Pattern[str]:
    """A connective with the comma after it; without a comma only those that can't be a noun."""
    listed = "|".join(re.escape(word) for word in words("heads"))
    return re.compile(rf"(?:{listed})[，,：:、]\s*|(?:{_BARE_HEADS})", re.IGNORECASE)


def trim(reading: Reading, cut: Cut) -> Cut:
    """The cut without enumerator, connectives and stray marks at its head."""
    text, at = reading.text(cut), 0
    while at < len(text):
        for expression in (_LEADING_MARKS, _ENUMERATOR, _heads()):
            found = expression.match(text, at)
            if found and found.end() > at:
                at = found.end()
                break
        else:
            break
    return Cut(cut.paragraph, cut.start + at, cut.end) if at < len(text) else cut


def enumerator(text: str) -> int:
    """The length of the enumerator (一是, 第二，, （三）) at the head of `text`, 0 for none."""
    found = _ENUMERATOR.match(text)
    return found.end() if found else 0


def is_courtesy(text: str) -> bool:
    """Whether the words thank, welcome, greet or hand over."""
    return bool(anywhere("courtesy").search(text))


def is_opener(text: str) -> bool:
    """Whether the clause is only a time (2023年，) that the rest of the sentence happens at."""
    return len(text) <= 16 and bool(at_start("openers").match(text.rstrip("，, ")))


@cache
def _unfinished() -> tuple[str, ...]:
    return words("unfinished")


def finished(text: str) -> bool:
    """Whether a clause may be the last of a line, although the sentence goes on after it."""
    bare = text.rstrip("，,；;：: ")
    if text.rstrip().endswith(("：", ":")):
        return False
    return bare.endswith(("以上", "以下", "以内", "左右")) or not bare.endswith(_unfinished())
