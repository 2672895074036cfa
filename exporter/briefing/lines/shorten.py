"""Shortening by cutting only: remarks in brackets go; what is left must stand alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from exporter.briefing.cues import at_start, words
from exporter.briefing.model import Cut
from exporter.briefing.quantities.lexicon import openings
from exporter.briefing.sentences import balanced
from exporter.briefing.speech.clauses import BRACKET, trim
from exporter.briefing.speech.reading import Reading

_WE = len("我们")
_COUNTED = re.compile(r"等(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})[种类项个条大]")
_MEMBER = re.compile(r"(?:对|凡|因|有|存在|包括|针对|涉及)[^，、；。]{2,24}?(?=[，、；]|$)")


def without_brackets(reading: Reading, cuts: Sequence[Cut]) -> list[Cut]:
    """The cuts with remarks in brackets (of six characters or more) taken out."""
    kept: list[Cut] = []
    for cut in cuts:
        at = cut.start
        for found in BRACKET.finditer(reading.text(cut)):
            if found.start() + cut.start > at:
                kept.append(Cut(cut.paragraph, at, cut.start + found.start()))
            at = cut.start + found.end()
        if at < cut.end:
            kept.append(Cut(cut.paragraph, at, cut.end))
    return kept


def without_we(reading: Reading, cuts: Sequence[Cut]) -> list[Cut]:
    """The cuts without a 我们 that only says who speaks (目前我们已谋划项目344个)."""
    text = "".join(map(reading.text, cuts))
    found = at_start("we").match(text) if "我们" in text else None
    acts = found and (text.startswith(words("we_do"), found.end()) or _acts(text[found.end() :]))
    if not found or not acts:
        return list(cuts)
    at = found.end() - _WE
    kept: list[Cut] = []
    for cut in cuts:
        size = cut.end - cut.start
        if not 0 <= at < size:
            kept.append(cut)
        else:
            parts = (
                Cut(cut.paragraph, cut.start, cut.start + at),
                Cut(cut.paragraph, cut.start + at + _WE, cut.end),
            )
            kept += [part for part in parts if part.start < part.end]
        at -= size
    return kept


def without_members(reading: Reading, sentence: Cut) -> tuple[Cut, ...]:
    """对甲，乙，丙等7种情形取消荣誉 with the first of its members only: their number tells of the
    rest. Nothing where the sentence is short enough, or counts no members.
    """
    if sentence.end - sentence.start <= reading.hard or reading.english:
        return ()
    counted = _COUNTED.search(reading.text(sentence))
    if not counted:
        return ()
    rest = Cut(sentence.paragraph, sentence.start + counted.start(), sentence.end)
    for clause in reading.clauses(trim(reading, sentence)):
        first = _MEMBER.match(reading.text(clause))
        if first and clause.start + first.end() < rest.start:
            return (Cut(clause.paragraph, clause.start, clause.start + first.end()), rest)
    return ()


def _acts(text: str) -> bool:
    """Whether the words start with what was done."""
    return bool(openings("verbs").longest(text))


def stands_alone(text: str) -> bool:
    """Whether `text` can be a line by itself: nothing dangling at its head, marks in pairs."""
    return bool(text) and not at_start("dangling").match(text) and balanced(text)
