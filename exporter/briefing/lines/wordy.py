"""What a line without figures is worth as a key point: deeds before anecdotes.

Where a conference names hardly any figure, its points are sentences. One that says what is done,
decided, allowed or to come, and when and by whom, stands for itself; one that leans on the sentence
before it (it, 这, but), tells of the speaker or speaks to the audience doesn't.
"""

from __future__ import annotations

from math import prod, sqrt

from exporter.briefing.cues import anywhere_of, at_start

WORDS_ONLY = 0.3
_DEED, _REPORTS, _WHEN, _NAMED, _COUNTED = 1.7, 1.2, 1.3, 1.3, 1.3
_LEANS, _OWN_VOICE, _TO_YOU, _VOWS, _OF_THE_MEETING, _QUOTED = 0.35, 0.4, 0.6, 0.3, 0.2, 0.2
_SAYING, _LONGEST_SAYING = 0.2, 24


def words_worth(text: str) -> float:
    """The worth of a line of words, `WORDS_ONLY` or more: for a deed, a time to note, a name, an
    amount in words."""
    weights = (
        (_DEED, anywhere_of("deeds")),
        (_REPORTS, anywhere_of("reports")),
        (_WHEN, anywhere_of("times_to_note")),
        (_NAMED, anywhere_of("names_somebody")),
        (_COUNTED, anywhere_of("amounts_in_words")),
    )
    return WORDS_ONLY * prod(weight for weight, cue in weights if cue.search(text))


def soundness(text: str, *, counted: bool = False) -> float:
    """What part of its worth a line of words keeps: not all if it leans on another, tells what the
    speaker feels, turns to the audience, vows in general, or tells how the conference goes."""
    weights = (
        (_LEANS, leans(text)),
        (_OWN_VOICE, at_start("own_voice").match(text)),
        (_TO_YOU, anywhere_of("to_you").search(text)),
        (_TO_YOU, anywhere_of("to_one").search(text)),
        (_QUOTED, at_start("quoted").match(text)),
        (_SAYING, is_saying(text)),
        (_VOWS, not counted and anywhere_of("vows").search(text)),
        (_OF_THE_MEETING, anywhere_of("of_the_meeting").search(text)),
    )
    part = prod(weight for weight, met in weights if met)
    return sqrt(part) if counted else part


def is_saying(text: str) -> bool:
    """Whether the line is said for its sound (老的拿补贴，少的有工位)."""
    return len(text) <= _LONGEST_SAYING and at_start("aphorism").match(text) is not None


def leans(text: str) -> bool:
    """Whether the line begins with what only the sentence before it explains."""
    return at_start("leans_back").match(text) is not None
