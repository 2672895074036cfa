"""Times given once, which the speeches don't say again: the year that a question asks about, the
years of the plan that the record is on."""

from __future__ import annotations

import re

from exporter.briefing.normal import fold
from exporter.briefing.quantities.lines import lines
from exporter.briefing.quantities.periods.token import Day, Token
from exporter.transcript.model import Transcript, Turn

# 养老服务三年行动方案（2024—2026年）
_PLAN = re.compile(
    r"([三四五])年[^（(，。]{0,20}[（(]([12][0-9]{3})年?[-—–至到]{1,2}([12][0-9]{3})年?[）)]"
)
_LENGTHS = {"三": 3, "四": 4, "五": 5}


def plan_of(transcript: Transcript) -> dict[str, Token]:
    """The years of the plan that the record's title names, by how the speeches call them (三年)."""
    found = _PLAN.search(fold(transcript.title or ""))
    if found is None:
        return {}
    length, first, last = _LENGTHS[found[1]], int(found[2]), int(found[3])
    if last - first + 1 != length:
        return {}
    years = Token(*found.span(), f"{first}-{last}年", "range", "sentence", first, last)
    return {f"{found[1]}年": years}


def asked_of(turn: Turn, transcript: Transcript, day: Day) -> Token | None:
    """The conference's year where the question that the turn answers names it and no other time
    (今年的种粮补贴怎么发？); ``None`` for other turns and questions."""
    if turn.answers is None or transcript.language == "en":
        return None
    question = next((each for each in transcript.turns if each.id == turn.answers), None)
    told = [
        token
        for paragraph in (question.paragraphs if question is not None else ())
        for line in lines(paragraph.text, day)
        for token in line.tokens
        if token.reach != "none"
    ]
    if {token.text for token in told} != {f"{day.year}年"}:
        return None
    return told[0] if told[0].reach == "carry" else None
