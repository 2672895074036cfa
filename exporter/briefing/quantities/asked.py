"""The year that a question asks about, which its answer doesn't say again."""

from __future__ import annotations

from exporter.briefing.quantities.lines import lines
from exporter.briefing.quantities.periods.token import Day, Token
from exporter.transcript.model import Transcript, Turn


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
