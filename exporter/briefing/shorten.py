"""Shortening by cutting only: from a sentence to the few words that a reader with no time needs.

A sentence is a row of clauses. What may go: connectives at the head (同时，此外，), enumerators (一是),
political preambles (在…领导下，深入贯彻…，), aims at the tail (为…作出贡献), clauses without a figure in the
middle, remarks in brackets. What remains is a row of cuts that reads as a sentence by itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from exporter.briefing.cues import anywhere, at_start, words
from exporter.briefing.model import Cut
from exporter.briefing.reading import Reading
from exporter.briefing.sentences import balanced

SOFT = 60
HARD = 90

_ENUMERATOR = re.compile(
    r"[一二三四五六七八九十]{1,3}是[，,：:]?|第[一二三四五六七八九十]{1,3}[，,、：:]|[（(][一二三四五六七八九十\d]{1,3}[）)]|"
    r"[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、](?!\d)|(?:首先|其次|再次|最后)(?:是|[，,])|"
    r"(?:first|second|third|fourth|finally)(?:ly)?,\s*",
    re.IGNORECASE,
)
_LEADING_MARKS = re.compile(r"[\s，,、；;：:。”’）)》◤•·—-]+")
_BRACKET = re.compile(r"[（(][^（）()]{6,}[）)]")
_FIGURE = re.compile(r"\d|[一二三四五六七八九十百千两]+(?:万|亿|成|倍|个百分点)")


class Clause(NamedTuple):
    """A clause with what shortening asks of it. `figures` counts its facts."""

    cut: Cut
    text: str
    figures: int
    preamble: bool
    aim: bool

    @property
    def spare(self) -> bool:
        """Whether it can go without loss to a reader in haste."""
        return not self.figures and (self.preamble or self.aim)


@cache
def _heads() -> re.Pattern[str]:
    """A connective with the comma after it; without a comma only the ones that can't be a noun."""
    listed = "|".join(re.escape(word) for word in words("heads"))
    return re.compile(
        rf"(?:{listed})[，,：:、]\s*|(?:并且|并|而且|从而|进而|同时|此外|另外|其中)", re.IGNORECASE
    )


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


def read_clauses(reading: Reading, cut: Cut) -> tuple[Clause, ...]:
    """The clauses of a trimmed sentence."""
    return tuple(_clause(reading, piece) for piece in reading.clauses(trim(reading, cut)))


def _clause(reading: Reading, cut: Cut) -> Clause:
    text = reading.text(cut)
    return Clause(
        cut=cut,
        text=text,
        figures=len(reading.facts_in(cut)),
        preamble=bool(at_start("preamble").match(text)),
        aim=bool(at_start("aim").match(text)),
    )


def shorten(reading: Reading, cut: Cut, soft: int = SOFT) -> tuple[Cut, ...]:
    """The cuts that remain of a sentence: at most about `soft` characters where that can be had.

    Empty when nothing that stands alone can be made of it.
    """
    row = list(read_clauses(reading, cut))
    row = _without_preamble(row)
    row = _without_tail(row, soft)
    if _length(row) > soft:
        row = [row[0], *(c for c in row[1:-1] if not c.spare), *row[-1:]] if len(row) > 2 else row
    row = _within(row, soft)
    cuts = [clause.cut for clause in row]
    if _length(row) > soft:
        cuts = without_brackets(reading, cuts)
    return tuple(cuts) if stands_alone("".join(map(reading.text, cuts))) else ()


def without_brackets(reading: Reading, cuts: Sequence[Cut]) -> list[Cut]:
    """The cuts with remarks in brackets (of six characters or more) taken out."""
    kept: list[Cut] = []
    for cut in cuts:
        at = cut.start
        for found in _BRACKET.finditer(reading.text(cut)):
            if found.start() + cut.start > at:
                kept.append(Cut(cut.paragraph, at, cut.start + found.start()))
            at = cut.start + found.end()
        if at < cut.end:
            kept.append(Cut(cut.paragraph, at, cut.end))
    return kept


def stands_alone(text: str) -> bool:
    """Whether `text` can be a line by itself: nothing dangling at its head, marks in pairs."""
    return bool(text) and not at_start("dangling").match(text) and balanced(text)


def finished(text: str) -> bool:
    """Whether a clause may be the last of a line, although the sentence goes on after it."""
    bare = text.rstrip("，,；;：:。 ")
    return bare.endswith(("以上", "以下", "以内", "左右")) or not bare.endswith(words("unfinished"))


def is_courtesy(text: str) -> bool:
    """Whether the words thank, welcome, greet or hand over."""
    return bool(anywhere("courtesy").search(text))


def has_figure(text: str) -> bool:
    """Whether there is a number in it."""
    return bool(_FIGURE.search(text))


def _without_preamble(row: list[Clause]) -> list[Clause]:
    at = 0
    while at < len(row) - 1 and row[at].preamble and not row[at].figures and _opens(row[at + 1]):
        at += 1
    return row[at:]


def _opens(clause: Clause) -> bool:
    return not at_start("dangling").match(clause.text)


def _without_tail(row: list[Clause], soft: int) -> list[Clause]:
    """Aims at the end go when there is a figure before them, or when the line is too long."""
    figured = any(clause.figures for clause in row)
    while len(row) > 1 and not row[-1].figures and row[-1].aim and (figured or _length(row) > soft):
        row = row[:-1]
    return row


def _within(row: list[Clause], soft: int) -> list[Clause]:
    """Clauses without a figure go from the end until the line is short enough."""
    end = len(row)
    while end > 1 and not row[end - 1].figures and _length(row[:end]) > soft:
        end -= 1
    while end < len(row) and not finished(row[end - 1].text):
        end += 1
    return row[:end]


def _length(row: Sequence[Clause]) -> int:
    return sum(len(clause.text) for clause in row)
