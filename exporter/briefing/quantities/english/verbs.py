"""What the verb of an English clause makes a number of: its subject, the object that it moves, or
the aim that it is held against."""

from __future__ import annotations

import re

from exporter.briefing.quantities.english import referring
from exporter.briefing.quantities.english.clauses import antecedent, verb_at
from exporter.briefing.quantities.english.nouns import (
    RELATIVES,
    behind_verb,
    bounded,
    does,
    leads_on,
    noun_phrase,
    without_opening,
)
from exporter.briefing.quantities.english.words import group, is_adverb, united

_ATTRIBUTES = ("fixed", "limited", "restricted", "improved", "set")
_MORE = frozenset({"further", "back", "again", "up", "down", "sharply", "slightly"})
_THAT_OF = re.compile(r"(?:that|those) (?P<joint>of|in|for|from|among|on) ", re.IGNORECASE)


def aim(bare: str) -> str:
    """*Inflation is above our goal of*: the goal itself."""
    words = bare.split(" ")
    if len(words) < 3 or words[-1] != "of":
        return ""
    grown = words[-2] == "growth" and words[-3].lower() not in united(
        "moves_only", "stops", "links"
    )
    aimed = words[-2].lower() in group("target")
    return noun_phrase(behind_verb(words[:-1])) if aimed or grown else ""


def object_of(bare: str) -> str:
    """*cut emissions by*, *raise the minimum wage to*: what is moved."""
    words = bare.split(" ")
    brought = _transitive(words)
    if brought and words[-1].lower() not in group("stops") | {"of"}:
        return bounded(words[brought:]) if verb_at(["", *words[brought:]]) is None else ""
    if len(words) < 3 or words[-1].lower() not in ("by", "to", "at", "from"):
        return ""
    ends = 2 if words[-2].lower() in ("cost", "costs") else 1
    at = verb_at(["", *words[:-ends]]) or 0
    moved = words[brought : at - 1] if brought and words[brought - 1] != "saw" else []
    if moved and verb_at(["", *moved]) is None and words[at - 1].lower() in ("down", "up"):
        return bounded(moved)
    at = brought if brought and words[-2].endswith("ed") else max(at, brought)
    if not at or at - 1 >= len(words) - 2:
        return ""
    passive = at >= 2 and words[at - 2].lower() in ("been", "was", "were", "is", "are", "be")
    between = words[at : len(words) - 1]
    adverb = all(is_adverb(word) or word in _MORE for word in between)
    if passive or adverb or words[at - 1].lower() in group("levels"):
        return ""
    return "" if between[0].lower() in group("stops") else bounded(between)


def _transitive(words: list[str]) -> int:
    """The place behind the last verb that brings something to a level (holds spending to)."""
    at = [i + 1 for i, word in enumerate(words) if word.lower() in group("transitive")]
    attribute = at == [1] and words[0].lower() in _ATTRIBUTES and verb_at(words) is not None
    return max(at, default=0) if not attribute else 0


def subject_of(bare: str, last: str | None) -> str:
    """*Exports rose*, *trade reached*: what stands before the verb."""
    words = bare.split(" ") if bare else []
    at = _sees_move(words) or verb_at(words)
    if at is None:
        return ""
    done = at == len(words) - 1 and does(words[at]) and not _moves(words[at])
    while at > 1 and leads_on(words[at - 1]) and not _is_noun(words, at - 1):
        at -= 1
    said = " ".join(words[:at])
    if last and (of := _THAT_OF.match(said)):
        return _same_of(last, of.group("joint"), said[of.end() :])
    told = without_opening(words[:at])
    if told and words[at].lower() in ("worth", "valued", "costing"):
        return bounded(antecedent(said).split(" "))
    if not told or told[0].lower() in RELATIVES:
        return (last or "") if len(told) <= 1 and words[-1].lower() not in ("is", "are") else ""
    at = next(
        (i for i in range(len(told) - 1, 0, -1) if told[i] in group("plan") - group("papers")), None
    )
    if done:
        return bounded([*told, words[-1]])
    return _seen(told[:at] if at else told)


def _is_noun(words: list[str], at: int) -> bool:
    """Whether a word of moves or levels is the subject itself (the tax cut is worth, the weekly
    average is)."""
    nominal = _moves(words[at]) or words[at].lower() in ("average", "total", "cost", "costs")
    return nominal and words[at + 1].lower() in ("is", "was", "are", "were", "will")


def _moves(word: str) -> bool:
    return word.lower() in united("moving", "rise", "fall")


def _sees_move(words: list[str]) -> int | None:
    """Where the verb stands that only has a move behind it (output saw a growth of)."""
    seeing = group("seeing")
    at = next((i for i, word in enumerate(words) if i and word.lower() in seeing), None)
    return at if at is not None and referring.only_moves(" ".join(words[at + 1 :])) else None


def _seen(told: list[str]) -> str:
    """*robots saw output*: the output of robots."""
    at = next((i for i, word in enumerate(told) if word in ("saw", "witnessed", "posted")), 0)
    seen = bounded(told[at + 1 :]) if at else ""
    return f"{seen} of {bounded(told[:at])}" if seen else bounded(told)


def _same_of(last: str, joint: str, other: str) -> str:
    """*that of milk*, where the last number was of the output of eggs."""
    head, of, _ = last.partition(f" {joint} ")
    other = bounded(other.split(" "))
    return f"{head}{of}{other}" if of else f"{last.split(' in ')[0]} {joint} {other}"
