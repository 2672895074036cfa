"""Names of counted things: with who did what with them (*private firms gained jobs*), of what they
are (*people in employment*), or what is told of them (*workers enrolled in training*)."""

from __future__ import annotations

import re

from exporter.briefing.quantities.english.clauses import verb_at
from exporter.briefing.quantities.english.nouns import (
    PARTICLES,
    after_determiner,
    bounded,
    doer,
    does,
    noun_phrase,
    nouns,
    sound,
    without_opening,
)
from exporter.briefing.quantities.english.predicates import ORDERED, beyond, predicate, relative
from exporter.briefing.quantities.english.shares import whole_of
from exporter.briefing.quantities.english.words import WORD, group, united

_FEW, _MANY = 4, 60
_PREPOSITIONS = frozenset(["to", "in", "from", "for", "across", "among", "covering", "into", "at"])
_LISTED = re.compile(
    r"(?:(?:of [a-z -]{1,40} )?and(?: another)?|another)?|including|among (?:them|whom)"
    r"|(?:and )?of whom"
)
_NEXT_OF_LIST = re.compile(r"[^ ]|$| (?:and|or|plus|as well as|including|who|that|which|aged)\b")
"""What may follow the things of a list that the verb before the list is of (with a preposition):
no verb of their own (killed 30 people, 12 boats sank)."""
_PART_OF = re.compile(
    r"(?:^ |\b(?:none|one|few|many|most|some|half|(?:third|quarter|fifth|tenth)s?|per ?cent) |% )"
    r"of (?:the |our |its |their |these |those )?(?:[a-z]+ )?$",
    re.IGNORECASE,
)
# power has been restored to 300,000 customers
_PASSIVE = re.compile(
    r"^(?P<what>[A-Za-z][^,;:.0-9]{2,40}?) (?:has|have|had|was|were|is|are|will be)"
    r"(?: (?:been|now|also|already|being))* (?P<done>[a-z]{3,}ed|sent|given|paid|brought|sold"
    r"|lent|cut) (?P<joint>to|in|from|at|on|for|among|across)$"
)
_OF_NAME = re.compile(r" of (?:the )?[A-Z][a-z]+")
_ONLY_DONE = re.compile(r" [a-z]{3,}ed(?=[.;]|, |$)")
_KEPT = frozenset(
    {"kept", "held", "left", "gave", "took", "brought", "fed", "sold", "bought", "taught", "caught"}
)
"""Verbs of doing without an ending of their own (paid out $5 and kept 18,300 families safe)."""
_UPON = ("on", "against")
_BEHIND = frozenset({"along", "near", "around", "against", "outside", "inside", "without", "off"})
_POINTERS = frozenset({"this", "that", "it"})
_WHOLES = frozenset({"average", "median", "total", "capacity", "backlog", "list", "record"})
_WHOLES |= {"production", "output", "demand", "supply", "attendance", "turnout", "consumption"}
# people impacted by the floods, children living in camps
_IS_DONE = re.compile(
    r" (?P<done>[a-z]{3,}ed by|(?:living|stranded|staying|waiting|working|going|travelling|arriving"
    r"|coming|returning|heading|seeking) (?:in|at|on|for|with|to|from))"
    r" (?:the |a |their )?(?=[A-Za-z])"
)
_LEADS = frozenset({"and", "or", "there", "of", "including", "that"})
_HAVE = frozenset({"have", "has", "had"})
_SOME_PLACES = re.compile(r" (?:in|across|from) [0-9][0-9,.]* [a-z]+(?= [a-z])")
# 900 citations with penalties totalling $11 million
_WORTH = re.compile(
    r"[a-z -]{2,40}? (?:totall?ing|worth|of|averaging|up to) (?:about |over )?[0-9$€£¥]"
)
_THERE = re.compile(
    r" (?P<joint>in|aged|with|without|under|across|for|from|against)"
    r" (?!this |that |our |a |an |total|all|recent|fact|each|less|more|example|instance)"
    r"(?:the (?=[A-Z]))?(?=[A-Za-z])"
)


def counted(bare: str, thing: str, right: str, of: str | None) -> str:
    """The name of the counted `thing`, which stands before `right`; `bare` is the clause before
    the number, `of` the name of the number before it in the sentence."""
    words = bare.split(" ") if bare else []
    last = words[-1].lower() if words else ""
    if done := _done(words, _more_of(thing, right)):
        return done
    free = not last or last in _LEADS or last in group("levels") or bool(_ONLY_DONE.match(right))
    if told := _told(thing, right, free=free, had=last in _HAVE):
        return told
    thing = _more_of(thing, right)
    if free and " " in thing and (at := right.find(thing.split(" ")[-1], 0, _MANY)) >= 0:
        told = predicate(right[at + len(thing.split(" ")[-1]) :])
        thing = f"{thing} {told}" if told else thing
    if of and _LISTED.fullmatch(bare) and is_listed(right) and (lead := as_before(of)):
        return f"{lead} {thing}"
    if len(words) > 1 and last in _PREPOSITIONS and words[0].lower() not in _POINTERS:
        told = noun_phrase(words[:-1])
        if len(told.split(" ")) > _FEW:
            told = after_determiner(told)
        return f"{told} {last} {thing}" if told else thing
    each = {"each", "every", "one", "some", "any"}
    if len(words) > 1 and last == "of" and words[-2].lower() not in group("stops") | each:
        told = noun_phrase(words[:-1])
        if told.partition(" ")[0] in ("resulting", "leading", "involving"):
            told = after_determiner(told)
        return f"{told} of {thing}" if told else thing
    return thing


def passed_on(bare: str) -> str:
    """What was done with something to, in or from the counted things (power restored to)."""
    found = _PASSIVE.match(bare)
    what = sound(bounded(without_opening(found.group("what").split(" ")))) if found else ""
    if found is None or not what:
        return ""
    return f"{what} {found.group('done')} {found.group('joint')}"


def is_listed(right: str) -> bool:
    """Whether no verb stands behind the things before `right`."""
    word = WORD.match(right, 1)
    small = word is not None and word.group() in group("stops") - (group("helping") - {"to"})
    return small or _NEXT_OF_LIST.match(right) is not None


def part_of(left: str, thing: str, right: str) -> str:
    """The things alone of which another number tells a part (40 *of the* 300 pupils failed), so
    that the verb behind them is not of them all."""
    return _more_of(thing, right) if _PART_OF.search(left) else ""


def _done(words: list[str], thing: str) -> str:
    """Who did what with the things, where a verb of doing ends the words (hired, freed up)."""
    had = len(words) > 1 and not _HAVE.isdisjoint(words[-3:-1]) and words[-1].endswith("ed")
    if words[-1:] != [] and words[-1] in _KEPT and words[-2:-1] in ([], ["and"]):
        return f"{words[-1]} {thing}"
    if words and (does(words[-1]) or had):
        return f"{doer(words[:-1])}{words[-1]} {thing}"
    if len(words) > 1 and words[-1].lower() in PARTICLES and does(words[-2]):
        return f"{doer(words[:-2])}{words[-2]} {words[-1]} {thing}"
    return ""


def _told(thing: str, right: str, *, free: bool, had: bool) -> str:
    """The thing with what is told of it behind it, where it is `free` to be a subject or what
    somebody *had*."""
    if free and (told := predicate(right)):
        return f"{thing} {told}"
    if had and (told := predicate(right)) and is_done(told):
        return f"{thing} {told}"
    place = _SOME_PLACES.match(right) if free else None
    if place is not None and (told := predicate(right[place.end() :])):
        return f"{thing} {told}"
    if free and (found := beyond(right))[1]:
        return f"{thing}{found[0]} {found[1]}"
    return ""


def is_done(told: str) -> bool:
    """Whether the words open with a participle (41 trucks stuck on the road)."""
    first = told.split(" ")[0].lower()
    return " " in told and (first.endswith("ed") or first in group("participles"))


def as_before(of: str) -> str:
    """Who did what, as told of the things counted before (handled cargo and TEUs, imposed sanctions
    on people and firms); nothing where that is told behind the things (trucks sent to Arden)."""
    words = of.split(" ")
    upon = next((i for i, word in enumerate(words[:-1]) if word in _UPON), 0)
    at = next((i for i in range(len(words) - 1) if _leads(words[i], apart=not i or i < upon)), None)
    if at is None or words[at + 1].lower() in group("stops") | _BEHIND:
        return ""
    return " ".join(words[: max(at, upon) + 1])


def _leads(word: str, *, apart: bool) -> bool:
    """Whether the word tells what was done with the things behind it; one that no table knows must
    stand `apart` from a noun that it could belong to."""
    known = word.lower() in group("doing") or (apart and word == "reached")
    return known or (apart and does(word) and word not in group("no_attributes"))


def moved(bare: str) -> bool:
    """Whether the count is the level that a subject has, the size of its move or its end
    (employment rose by 72,000 jobs, gains averaged 218,000 jobs)."""
    words = bare.split(" ") if bare else []
    at = verb_at(words)
    if at is None:
        return False
    verb = words[at].lower()
    if words[-1].lower() == "to" and words[-2].lower() in group("supplies"):
        return False
    if words[-1].lower() in ("by", "to", "at"):
        return verb in united("rise", "fall", "moving", "levels")
    if verb in ("is", "was", "are", "were", "be") and not _WHOLES.isdisjoint(words[:at]):
        return at == len(words) - 1
    return at == len(words) - 1 and verb in group("totals")


def bare(unit: str, right: str) -> str:
    """The things that a number without a noun counts, with where they are (there were 418,000 in
    the labour force)."""
    return _more_of(unit, right)


def part_done(unit: str, bare: str, right: str, last: str) -> str:
    """Of the things counted before, those that something is told of (410 have enrolled in
    training); what *14 more* are more of, or what is done with *14 more*."""
    if right.startswith(" more"):
        verb = bare.rpartition(" ")[2]
        return f"{verb} {unit}" if does(verb) else last
    told = predicate(right.removeprefix(" others"))
    return f"{unit} {told}" if told else ""


def _more_of(thing: str, right: str) -> str:
    """The things with what they are of or in, behind the number: *people in employment*."""
    if of := whole_of(right):
        more = nouns(right[of.end() :], _FEW)
        return f"{thing} of {more}" if more else thing
    if which := relative(right):
        return f"{thing} {which}"
    if done := _IS_DONE.match(right):
        by = nouns(right[done.end() :], _FEW)
        return f"{thing} {done.group('done')} {by}" if by else thing
    joint = _THERE.match(right)
    more = nouns(right[joint.end() :], _FEW - 1) if joint else ""
    if joint and _WORTH.match(right, joint.end()):
        return thing
    if more.split(" ")[-1] in ORDERED:
        return thing
    if more.split(" ")[0].lower() in group("months") | group("days"):
        return thing
    if more.split(" ")[-1].lower() in ("year", "years", "months", "weeks", "days", "hours"):
        return thing
    at = right.find(more, joint.end()) + len(more) if joint and more else 0
    if at and more[:1].isupper() and (named := _OF_NAME.match(right, at)):
        more += named.group()
    while more and more.split(" ")[-1].endswith("ed"):
        more = more.rpartition(" ")[0]
    return f"{thing} {joint.group('joint')} {more}" if joint and more else thing
