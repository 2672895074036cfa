"""Bare nouns made whole by the fuller phrase that the speech, or the question that it answers, said
before (urgent care clinics … 14 clinics), or by the disease that it speaks of (18,730 cases)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from exporter.briefing.model import Fact
from exporter.briefing.quantities.english.topics import Heads, lengthened, opens_with_topic
from exporter.briefing.quantities.english.words import WORD, group, is_adverb, united
from exporter.transcript.model import Transcript

_REACH, _MOST, _BEFORE, _TRIES = 1500, 3, 60, 6
_DEFINITE = ("the", "that", "this", "our", "those", "these", "their")
_ARTICLES = [["the"], ["The"], ["a"], ["our"], ["its"]]
"""Behind one of these a word in -ing belongs to the noun (the waiting list)."""
_SPACED = re.compile(r"\S+")


def completed(facts: list[Fact], transcript: Transcript) -> list[Fact]:
    """The facts, those named by one bare noun with what was said of it before."""
    said = _before_each(transcript)
    heads = Heads(transcript)
    return [_whole(fact, *said.get(fact.paragraph, ("", "")), heads) for fact in facts]


def _whole(fact: Fact, text: str, said: str, heads: Heads) -> Fact:
    """The fact with the fuller phrase said before, where its sentence doesn't open with a topic of
    its own (*On smuggling, 392 cases*), or else with what the passage is about."""
    if not fact.indicator or not text:
        return fact
    if not opens_with_topic(text, fact):
        fact = _completed(fact, text, said)
    return lengthened(fact, text, heads.over(fact))


def _before_each(transcript: Transcript) -> dict[str, tuple[str, str]]:
    """For each paragraph its text, and the words before it: of its turn, and of the question."""
    out: dict[str, tuple[str, str]] = {}
    asked = ""
    for turn in transcript.turns:
        said = asked
        for paragraph in turn.paragraphs:
            out[paragraph.id] = (paragraph.text, said)
            said = f"{said}\n{paragraph.text}"[-_REACH:]
        asked = said if turn.role == "journalist" else ""
    return out


def _completed(fact: Fact, text: str, said: str) -> Fact:
    name = fact.indicator or ""
    words = name.split(" ")
    counts = fact.quantity.type == "count"
    noun = fact.quantity.unit if counts and fact.quantity.unit in words else words[0]
    at = words.index(noun)
    led = at == 0 or (at == 1 and words[0] in group("doing"))
    named = led and len(words) <= at + 2
    if not named or noun not in words or not noun.isalpha() or noun in group("lone"):
        return fact
    ill = len(words) == 1 and noun.lower() in group("of_disease")
    definite = counts or (len(words) == 1 and _is_definite(text, fact, noun))
    if not definite and not ill:
        return fact
    before = f"{said}\n{text[: fact.at]}"[-_REACH:]
    more = _fuller(before, noun, own=not counts) if definite else ""
    if not more and noun.lower() in group("of_disease"):
        more = _disease(before, name)
    if not more or more in name:
        return fact
    whole = " ".join([*words[:at], more, noun[0].lower() + noun[1:], *words[at + 1 :]])
    return msgspec.structs.replace(fact, indicator=whole, rule=f"{fact.rule}/completed")


def _is_definite(text: str, fact: Fact, noun: str) -> bool:
    """Whether the sentence points to a thing known before (the list is 52,300 people)."""
    at = text.find(noun, fact.sentence[0], fact.at)
    return at > 0 and text[: at - 1].rpartition(" ")[2].lower() in _DEFINITE


def _fuller(before: str, noun: str, *, own: bool) -> str:
    """The words said before the noun where it was last named in full; not where it was counted
    in part (40 serious cases), unless the number's `own` subject points back to it."""
    for at in _places(before, f" {noun.lower()}"):
        bound, *told = _leading(before[max(0, at - _BEFORE) : at]) or [""]
        if told and (own or not any(char.isdigit() for char in bound)):
            return " ".join(told)
    return ""


def _places(text: str, noun: str) -> Iterator[int]:
    end = len(text)
    for _ in range(_TRIES):
        end = text.rfind(noun, 0, end)
        if end < 0:
            return
        if not text[end + len(noun) : end + len(noun) + 1].isalpha():
            yield end


def _leading(left: str) -> list[str]:
    """The attributes that end `left`, at most three, behind the word that bounds them."""
    words = _SPACED.findall(left)
    stops = united("stops", "pronouns", "helping", "levels", "rise", "fall", "no_attributes")
    stops = stops | group("doing") | group("plan") | group("said") | group("links")
    at = len(words)
    while at > 0 and len(words) - at < _MOST:
        word = words[at - 1]
        known = WORD.fullmatch(word) is not None or word == "COVID-19"
        if (
            not known
            or word.lower() in stops
            or is_adverb(word)
            or word.endswith(("ed", "'s", "’s"))
        ):
            break
        if word.endswith("ing") and words[at - 2 : at - 1] not in _ARTICLES:
            break
        at -= 1
    bound = words[at - 1] if at > 0 else "."
    if at == 0 or (bound in group("no_attributes") and bound not in _DEFINITE):
        return []
    return [bound, *words[at:]]


@cache
def _diseases() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{'|'.join(sorted(group('diseases'), key=len, reverse=True))})\b", re.I
    )


def _disease(before: str, indicator: str) -> str:
    """The disease spoken of last."""
    if _diseases().search(indicator):
        return ""
    found = _diseases().findall(before)
    return found[-1] if found else ""
