"""What a line without figures is worth as a key point: deeds before anecdotes.

Where a conference names hardly any figure, its points are sentences. One that says what is done,
decided, allowed or to come stands for itself; one that leans on the sentence before it (it, 这,
but) or speaks to the audience doesn't.
"""

from __future__ import annotations

from exporter.briefing.cues import anywhere_of, at_start

WORDS_ONLY = 0.3
_DEED, _LEANS = 1.7, 0.35


def words_worth(text: str) -> float:
    """The worth of a line of words, about `WORDS_ONLY`; less for one that leans on another."""
    worth = WORDS_ONLY
    if anywhere_of("deeds").search(text):
        worth *= _DEED
    if leans(text):
        worth *= _LEANS
    return worth


def leans(text: str) -> bool:
    """Whether the line begins with what only the sentence before it explains."""
    return at_start("leans_back").match(text) is not None
