"""Names that stand behind an English number: the whole that it is a share of, what money is for,
the noun that it is an attribute of."""

from __future__ import annotations

import re

from exporter.briefing.quantities.english.clauses import verb_at
from exporter.briefing.quantities.english.nouns import (
    PARTICLES,
    bounded,
    doer,
    does,
    is_verb,
    noun_phrase,
    nouns,
    onward,
    paired,
    sound,
)
from exporter.briefing.quantities.english.predicates import beyond, predicate
from exporter.briefing.quantities.english.words import group, is_adverb, united

_FEW, _AFTER = 4, 6
_PART = re.compile(r"^ of (?:the |all |our |its |their |those |these |that |this )?(?=[A-Za-z])")
_WHOLES = re.compile(
    r"(?:%|per ?cent|thirds?|quarters?|half|fifths?|in (?:two|three|four|five|six|ten)) of "
    r"(?:the |all |our |its |their |those )?(?=[A-Za-z])"
)
_OF_ALL = re.compile(r"(?:And |But )?Of (?:the |all |all the |our )?(?=[a-z])")
_THOSE = re.compile(r" of those (?P<joint>in|aged|with|without|under|over|on|at) (?=[A-Za-z])")
_OF_AGE = re.compile(
    r" of (?:the |our |all )?(?P<aged>(?:over|under)[- ][0-9]{2}s|[0-9]{2}s (?:and|or) over"
    r"|[0-9]{1,2}(?:[- ]to[- ][0-9]{1,2})?[- ]years?[- ]olds?|[0-9]{1,2}s?[- ]to[- ][0-9]{1,2}s?)\b"
)
_GIVEN = re.compile(
    r"\b(?P<verb>paid|given|lent|owed|awarded|granted|offered) (?:the |our )?(?P<whom>[a-z]{3,20})$"
)
_IN_KIND = re.compile(r"^ in (?!the |this |that |total\b|all\b)(?=[a-z])")
_WORTH_OF = re.compile(r" worth of (?:the |our )?(?=[A-Za-z])")
_THE = re.compile(r"^ (?:the|our|their|all) (?=[a-z])")
_USED = re.compile(
    r" (?:spent|invested|allocated|committed|earmarked|budgeted|raised|provided|paid)"
    r" (?:on|in|for|to) (?:the |our |its )?(?=[a-z])"
)
_GOAL = re.compile(
    r"(?: over [^,.;]{3,30}?)? (?:(?:into|towards?|for|on|to) (?:the |our |its |their )?"
    r"|on [0-9][0-9,.]* (?:million |thousand )?)(?=[a-z])"
)
_PURPOSE = re.compile(
    r"(?: over [^,.;]{3,30}?)?(?: in (?:[a-z]+ ){0,2}[a-z]+)? to (?:help )?(?P<verb>[a-z]+)"
    r" (?:the |our |its )?(?:[0-9][0-9,.]* |about |some |last |first |another )*(?=[a-z])"
)
_MAKES_UP = re.compile(
    r" (?:(?:now|also|still|already|have|has|had) ){0,2}(?:ma(?:ke|kes|de)(?: up)?"
    r"|account(?:s|ed)? for|represent(?:s|ed)?|comprise(?:s|d)?)"
    r"(?: (?:about|nearly|over|just|some|almost|only)){0,2}$"
)
_WILL = re.compile(
    r" (?:of (?:it|that|this) )?(?:will|would|is to|are to|can|could)"
    r" (?P<verb>(?!be |have |not )[a-z]+) (?:the |our |an? |some |another |about |up to )*"
    r"(?:[0-9][0-9,.]* )?(?:more |further )?(?=[a-z])"
)
_GOES_TO = re.compile(
    r" (?:of (?:it|that|this|which|the total) )?(?:(?:is|are|will|would) (?:be )?)?"
    r"(?:(?:going|goe?s?|went|flows?) (?:in)?to(?:wards?)?"
    r"|(?:earmarked|set aside|reserved|meant) for|allocated to"
    r"|(?<=be )for|(?<=is )for|(?<=are )for)"
    r" (?:the |our |its |their )?(?=[A-Za-z])"
)
_LISTED_TO = re.compile(
    r" to (?:the |our |its |their )?(?:[0-9][0-9,.]* (?:million |thousand )?)?(?=[A-Za-z])"
)
_WE, _NEAR = frozenset({"we", "they", "I", "he", "she", "you", "We", "They"}), 3
_A_MOVE_OF = re.compile(
    r"\b(?:increase|rise|fall|drop|decrease|decline|reduction|growth|jump)"
    r"(?: of(?: up to| about| over| nearly)*)?$"
)
_A_MOVE_IN = re.compile(r" (?:increase|rise|fall|drop|decrease|decline|reduction|jump) (?:in|of) ")
_MOVED_IN = re.compile(r" in (?:the |our |its )?(?=[A-Za-z])(?!(?:20|19)[0-9]|last|this|past)")
_RATES = ("rate", "ratio", "share", "rates", "proportion", "margin")
_MAKING = ("make", "makes", "made", "making")
_OWNING = frozenset(
    {"hold", "holds", "own", "owns", "held", "supply", "supplies", "use", "cover", "covers", "met"}
)


def whole_of(right: str) -> re.Match[str] | None:
    """The *of* that leads to the whole."""
    return _PART.match(right)


def share(bare: str, right: str, kind: str) -> str:
    """*N percent of the whole*, *$2 billion in new grants*: the whole, with who has it."""
    counted = kind in ("count", "duration", "delta", "rank")
    found = _OF_AGE.match(right) or _PART.match(right) if not counted else None
    if found is None and kind in ("money", "percent", "ratio"):
        found = (_IN_KIND if kind == "money" else _THE).match(right)
    if found is None:
        return ""
    whole = _aged(right) or _those(right) or paired(nouns(right[found.end() :], _AFTER), right)
    words = bare.split(" ") if bare else []
    if kind == "money" and whole and (put := _put(bare, whole)):
        return put
    if kind == "percent" and whole and (seen := _seen_in(words)):
        return f"{whole} with {seen}"
    if len(words) > 1 and words[-1] == "of" and (noun := noun_phrase(words[:-1])):
        return of_whole(noun, whole) if kind == "percent" and whole else ""
    if kind not in ("percent", "ratio") and whole and (done := _done_with(words, kind)):
        return f"{done} {whole}"
    if not whole or (kind != "percent" and words):
        return whole
    verb = verb_at(words)
    said = words[:verb] if verb else words
    said = said if _WE.isdisjoint(said[-_NEAR:]) else []
    holder = sound(bounded(said[:-1] if said and said[-1] in _MAKING else said))
    own = bool(words) and words[-1].lower() in _OWNING
    if not holder or (verb is None and not own):
        return _told_of(whole, right) if len(words) < 2 else whole
    if holder.lower().endswith(_RATES):
        return holder
    return f"{holder} {whole}" if own else of_whole(holder, whole)


def worth_of(bare: str, right: str) -> str:
    """*Seized $93 million worth of goods*: what is worth so much, with what was done with it."""
    found = _WORTH_OF.match(right)
    told = nouns(right[found.end() :], _FEW) if found is not None else ""
    words = bare.split(" ") if bare else []
    return f"{doer(words[:-1])}{words[-1]} {told}" if told and words and does(words[-1]) else told


def of_the_same(right: str, sentence: str) -> str:
    """*43 percent of adults have had a flu shot, and 17 percent have had the new vaccine*: the
    whole told with an earlier share of the sentence, and what is told of the second."""
    told = predicate(right)
    *_, whole = [_OF_ALL.match(sentence), *_WHOLES.finditer(sentence)] if told else [None]
    named = nouns(sentence[whole.end() :], _FEW) if whole is not None else ""
    return f"{named} {told}" if named else ""


def _put(bare: str, whole: str) -> str:
    """What money in kind is: *invest $2 million in levees*, *paid users $3 million in fees*."""
    if bare.split(" ")[-1].lower().startswith("invest"):
        return f"investment in {whole}"
    given = _GIVEN.search(bare)
    return f"{whole} {given.group('verb')} to {given.group('whom')}" if given is not None else ""


def _seen_in(words: list[str]) -> str:
    """What is seen in the share (early cracking on 6.5 percent of the roads)."""
    if len(words) < _NEAR or words[-1] not in ("in", "on", "at", "among") or is_verb(words):
        return ""
    seen = noun_phrase(words[:-1])
    told = seen.lower().split(" ")
    moves = united("rise", "fall", "moving", "behind", "levels", "stops")
    return seen if seen and sound(seen) == seen and moves.isdisjoint(told) else ""


def _done_with(words: list[str], kind: str) -> str:
    """Who did what with so much of something (the plant treated 4 tonnes of waste), or what is to
    be done (to hold back 4 million tonnes of water)."""
    if words and does(words[-1]):
        return f"{doer(words[:-1])}{words[-1]}"
    if not words or kind == "money" or not is_verb(words):
        return ""
    particle = words[-1].lower() in PARTICLES and len(words) > 1
    return " ".join(words[-2:] if particle else words[-1:])


def _told_of(whole: str, right: str) -> str:
    """The whole with what is told of the share (adults 16 and over with a first dose)."""
    behind = right[max(right.find(whole), 0) + len(whole) :]
    if told := predicate(behind):
        return f"{whole} {told}"
    aside, told = beyond(behind)
    aged = aside if any(char.isdigit() for char in aside) else ""
    return f"{whole}{aged} {told}" if told else whole


def _aged(right: str) -> str:
    """*84 per cent of over 60s*: people known by their age."""
    found = _OF_AGE.match(right)
    return found.group("aged") if found is not None else ""


def _those(right: str) -> str:
    """*N percent of those in work*: people known by a place or a state."""
    found = _THOSE.match(right)
    more = nouns(right[found.end() :], _FEW) if found is not None else ""
    more = " ".join(more.split(" ")[:2])
    return f"those {found.group('joint')} {more}" if found is not None and more else ""


def made_up_by(clause: str) -> str:
    """Who makes up the share (women now make up 17 percent of them)."""
    found = _MAKES_UP.search(clause)
    return sound(bounded(clause[: found.start()].split(" "))) if found is not None else ""


def makes_up(clause: str) -> bool:
    """Whether the clause only tells who makes up the share (they account for)."""
    return _MAKES_UP.search(clause) is not None


def of_whole(part: str, whole: str) -> str:
    """The name of a share (exports: share of GDP)."""
    return f"{part.partition(': share of ')[0]}: share of {whole}"


def used_for(right: str) -> str:
    """*$2.1 billion spent on health*: what was done with the money, and for what."""
    used = _USED.match(right)
    goal = nouns(right[used.end() :], _FEW) if used is not None else ""
    return f"{used.group().strip()} {goal}" if used is not None and goal else ""


def will_do(right: str) -> str:
    """*$380 million will build 11 new clinics*: what the money does."""
    found = _WILL.match(right)
    noun = nouns(right[found.end() :], _FEW) if found is not None else ""
    return f"{found.group('verb')} {noun}" if found is not None and noun else ""


def goal(bare: str, right: str, kind: str) -> str:
    """*It puts $460 million into roads*, *$1.2 billion over five years to train nurses*: what the
    money is for."""
    if goes := gone_to(right, kind):
        return goes
    words = bare.lower().removesuffix(" aside").split(" ")
    if bare.lower().endswith("on top of"):
        words = [""]
    last = "" if words[0] == "there" and len(words) < _AFTER else words[-1]
    known = last in united("spending", "pronouns") or last in ("", "there's")
    if kind != "money" or not (known or is_verb(bare.split(" "))):
        return ""
    if (purpose := _PURPOSE.match(right)) and purpose.group("verb") not in group("stops"):
        noun = onward(nouns(right[purpose.end() :], _FEW), right, purpose.end())
        named = bool(noun) and not noun.endswith(("those", "these", "them", "it"))
        return f"{purpose.group('verb')} {noun}" if named else ""
    found = _GOAL.match(right)
    told = nouns(right[found.end() :], _AFTER) if found is not None else ""
    return paired(told, right)


def gone_to(right: str, kind: str, *, listed: bool = False) -> str:
    """*$62 million goes to clinics*: where money of a whole goes; in a list the verb is told
    once."""
    found = (_LISTED_TO if listed else _GOES_TO).match(right) if kind == "money" else None
    return nouns(right[found.end() :], _AFTER) if found is not None else ""


def moved_in(bare: str, right: str) -> str:
    """*There was an increase of 82% in the number of homes*: what moved."""
    found = _MOVED_IN.match(right) if _A_MOVE_OF.search(bare) else None
    told = nouns(right[found.end() :], _AFTER) if found is not None else ""
    return "" if told.split(" ")[-1].lower() in united("times", "months") else told


def moves(right: str) -> bool:
    """Whether the number is of a move that names its own thing (a 100 percent *increase in*)."""
    return _A_MOVE_IN.match(right) is not None


def attributive(right: str, kind: str) -> str:
    """*$640 million contract*, *a 12 percent increase in exports*, *$43 billion Homes for Arden
    plan*."""
    match = re.match(r" (?=[A-Za-z])" if kind == "money" else r" (?=[a-z])", right)
    if match is None:
        return ""
    noun = nouns(right[1:], _FEW)
    first = noun.split(" ")[0].lower() if noun else ""
    if first in united("rise", "fall") or first == "gain":
        found = re.match(r" [a-z-]+ (?:in|of|to|from) (?:the )?(?![A-Z]{2,3}[$€£])", right)
        return nouns(right[found.end() :], _AFTER) if found else ""
    refused = united("links", "stops", "no_nouns", "behind", "numerals")
    if (
        not noun
        or first in refused | {"every", "each", "one"}
        or first.endswith("ed")
        or is_adverb(first)
        or (first in group("states") and kind == "percent")
        or kind == "duration"
    ):
        return ""
    return onward(noun, right, 1) if kind == "money" else noun
