"""Shortening by cutting only: remarks in brackets go; what is left must stand alone."""

from __future__ import annotations

from collections.abc import Sequence

from exporter.briefing.clauses import BRACKET
from exporter.briefing.cues import at_start
from exporter.briefing.model import Cut
from exporter.briefing.reading import Reading
from exporter.briefing.sentences import balanced


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


def stands_alone(text: str) -> bool:
    """Whether `text` can be a line by itself: nothing dangling at its head, marks in pairs."""
    return bool(text) and not at_start("dangling").match(text) and balanced(text)
