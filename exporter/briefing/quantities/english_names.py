"""What an English number measures: the subject of its verb, the noun behind it, or what the
number before it was of. Words of the sentence only; what can't be named is ``None``."""

from __future__ import annotations

import re

import msgspec

from exporter.briefing.quantities.english_clauses import (
    CLAUSE,
    LEADS,
    clause_of,
    lacks_subject,
    unbracketed,
    verb_at,
)
from exporter.briefing.quantities.english_nouns import (
    behind_verb,
    bounded,
    leads_on,
    noun_phrase,
    nouns,
    sound,
    untailed,
    without_opening,
)
from exporter.briefing.quantities.english_ratios import SCOPE
from exporter.briefing.quantities.english_words import WORD, group, united

_MOST, _FEW, _AFTER = 12, 4, 5
_PREPOSITIONS = frozenset(["to", "in", "from", "for", "across", "among", "covering", "into", "at"])
_RELATIVES = frozenset(["which", "that", "who", "it", "this", "they", "these", "those", "up", "we"])
_PART = re.compile(r"^ of (?:the |all |our |its |their )?(?=[A-Za-z])")
_IN_KIND = re.compile(r"^ in (?!the |this |that )(?=[a-z])")
_GOES_ON = re.compile(r"^ (on|for|to|in|of) (?:the )?(?=[A-Za-z])(?!which|that)")
_PREDICATE = re.compile(
    r"(?: [a-z]+){0,3}? (?:have|has|had|were|was|are|is|will be)"
    r" (?:(?:now|also|already|being|been) )*"
    r"(?P<done>(?!been|being)[a-z]+(?:ed|en|led|un|ost|ilt|ade|ut|eld))\b(?! (?:by|to) [0-9$])"
)
_THERE = re.compile(r" (?P<joint>in|aged|with) (?!the |this |that |our |a |an |total|all)(?=[a-z])")
_OF_THAT = re.compile(r" of (?:it|them|those|these|which)\b")
_USED = re.compile(
    r" (?:spent|invested|allocated|committed|earmarked|budgeted|raised|provided|paid)"
    r" (?:on|in|for|to) (?:the |our |its )?(?=[a-z])"
)
_GOAL = re.compile(r" (?:into|towards?|for|on|to) (?:the |our |its |their )?(?=[a-z])")
_HOLDS = re.compile(r" (?:already |now |still )?(?:have|had) (?:an? |the |their )?(?=[a-z])")
_THAT_OF = re.compile(r"(?:that|those) of ", re.IGNORECASE)
_RATES = ("rate", "ratio", "share", "rates", "proportion", "margin")


class Named(msgspec.Struct, frozen=True, gc=False):
    """The words, and whether they were taken over from the number before."""

    text: str | None
    inherited: bool = False


def named(
    left: str, right: str, *, kind: str, unit: str | None, thing: str, last: str | None
) -> Named:
    """The name of a number between `left` and `right` of its sentence; `thing` is the noun
    counted behind it, `unit` also one counted before, `last` the name of the number before it in
    the sentence."""
    left = unbracketed(left)
    clause = clause_of(left, last=last is not None)
    bare = untailed(clause)
    if kind == "count" and thing:
        counted = _counted(bare, _told_of(thing, bare, right.removeprefix(f" {thing}")))
        return Named(counted if sound(counted) == counted else sound(thing) or None)
    if last and (of := _OF_THAT.match(right)):
        done = _PREDICATE.match(right, of.end())
        return Named(f"{last} {done.group('done')}" if done else last)
    if kind == "count" and last and unit and (part := _part_done(unit, right, last)):
        return Named(part)
    if kind == "rank":
        return Named(_ranked(bare, right, last) or None)
    if _only_moves(clause) and not _PART.match(right):
        told = last or _before_clause(left)
        return Named(_per(told, right) if told else None, inherited=last is not None)
    if last and (_goes_on(bare) or clause.split(" ")[0].endswith("ing")):
        return Named(last, inherited=True)
    if last and not clause.strip(" or"):
        whole = _share(bare, right, kind)
        tail = right[len(whole) + 4 :].strip(" the")[:1]
        return Named(f"{whole}: {last}" if whole and tail in ",.;)" else whole or last)
    if last and kind == "percent" and lacks_subject(clause) and (whole := _share("", right, kind)):
        return Named(f"{whole}: {last}")
    found = (
        _share(bare, right, kind)
        or _used_for(right)
        or _goal(bare, right, kind)
        or _attributive(right, kind)
        or _object(bare)
        or _subject(bare, last)
        or _of_noun(bare, right)
        or _rest(bare, right)
    )
    return Named(sound(found) or None)


def _ranked(bare: str, right: str, last: str | None) -> str:
    """What is ranked, and among whom (exports of fish rank in the country)."""
    words = bare.split(" ")[:-1]
    told = last if last and (not words or lacks_subject(" ".join(words))) else None
    told = told or sound(bounded(words))
    scope = SCOPE.match(right)
    return f"{told} rank{scope.group('scope') if scope else ''}" if told else ""


def _only_moves(clause: str) -> bool:
    """Whether the clause tells a move and nothing of what (up by, down from, an increase of)."""
    if not clause or clause.lower() in ("is", "are", "was", "were", "be", "been"):
        return False
    small = united("links", "rise", "fall", "approx")
    more = {"compared", "representing", "increase", "decrease", "year-on-year", "or", "yet", "down"}
    return all(word.lower() in small | more for word in clause.split(" "))


def _goes_on(clause: str) -> bool:
    """Whether the words since the last number only end what it told (lower than a year earlier,
    and)."""
    words = clause.split(" ")
    opens = words[0].lower() in united("behind", "stops") | {"per"}
    return (
        opens
        and len(words) > 1
        and words[-1] in ("and", "or", "but", "to")
        and verb_at(words) is None
    )


def _counted(bare: str, thing: str) -> str:
    words = bare.split(" ") if bare else []
    if _moved_by(words):
        return _subject(bare, None) or thing
    if words and words[-1].lower() in group("doing"):
        doer = _doer(words[:-1]) if words[-1].lower() in group("yields") else ""
        return f"{doer}{words[-1]} {thing}"
    if len(words) > 1 and words[-1].lower() in _PREPOSITIONS:
        told = noun_phrase(words[:-1])
        short = told and len(told.split(" ")) <= _FEW
        return f"{told} {words[-1].lower()} {thing}" if short else thing
    if len(words) > 1 and words[-1].lower() == "of" and words[-2].lower() not in group("stops"):
        told = noun_phrase(words[:-1])
        return f"{told} of {thing}" if told else thing
    return thing


def _moved_by(words: list[str]) -> bool:
    """Whether the count is the size or the end of a move (employment rose by 72,000 jobs)."""
    at = verb_at(words)
    if at is None or words[-1].lower() not in ("by", "to"):
        return False
    return words[at].lower() in united("rise", "fall", "moving")


def _doer(words: list[str]) -> str:
    """Who did it, where a noun says so (private firms added 224,000 jobs), with a space."""
    if words[-1:] == ["to"]:
        return ""
    while words and (words[-1].lower() in group("helping") or words[-1].endswith("ly")):
        words = words[:-1]
    told = without_opening(words)
    said = " ".join(told)
    small = (group("stops") | group("pronouns") | _RELATIVES | group("said")) - {"and", "in", "for"}
    if not told or len(told) > _MOST or any(word.lower() in small for word in told):
        return ""
    named = sound(said)
    return f"{named} " if named and verb_at(["", *told]) is None else ""


def _told_of(thing: str, bare: str, right: str) -> str:
    """The things counted with what is said of them behind the number: *18 firefighters have been
    injured*, *people in employment*."""
    if not bare or bare.split(" ")[-1].lower() in ("and", "there", "are", "were", "is", "was"):
        done = _PREDICATE.match(right)
        if done and not bare:
            return f"{thing} {done.group('done')}"
    if of := _PART.match(right):
        more = nouns(right[of.end() :], _FEW)
        return f"{thing} of {more}" if more else thing
    if " " in thing or thing.lower() not in group("counted"):
        return thing
    joint = _THERE.match(right)
    more = nouns(right[joint.end() :], _FEW - 1) if joint else ""
    while more and more.split(" ")[-1].endswith("ed"):
        more = more.rpartition(" ")[0]
    return f"{thing} {joint.group('joint')} {more}" if joint and more else thing


def _share(bare: str, right: str, kind: str) -> str:
    """*N percent of the whole*, *$2 billion in new grants*: the whole, with who has it."""
    found = _PART.match(right) if kind not in ("count", "duration", "delta", "rank") else None
    if found is None and kind == "money":
        found = _IN_KIND.match(right)
    if found is None:
        return ""
    whole = nouns(right[found.end() :], _AFTER)
    words = bare.split(" ") if bare else []
    if kind != "percent" and whole and words and words[-1].lower() in group("yields"):
        return f"{_doer(words[:-1])}{words[-1]} {whole}"
    if kind != "percent" or not whole or not words:
        return whole
    verb = verb_at(words)
    holder = bounded(words[:verb] if verb else words)
    own = words[-1].lower() in ("hold", "holds", "own", "owns", "held", "supply", "supplies", "use")
    if not holder or (verb is None and not own):
        done = _PREDICATE.match(right, found.end() + len(whole) - 1)
        return f"{whole} {done.group('done')}" if done and len(words) < 2 else whole
    if holder.lower().endswith(_RATES):
        return holder
    return f"{holder} {whole}" if own else f"{whole}: {holder}"


def _used_for(right: str) -> str:
    """*$2.1 billion spent on health*: what was done with the money, and for what."""
    used = _USED.match(right)
    goal = nouns(right[used.end() :], _FEW) if used is not None else ""
    return f"{used.group().strip()} {goal}" if used is not None and goal else ""


def _part_done(unit: str, right: str, last: str) -> str:
    """Of the things counted before, those that something is told of (410 have enrolled in
    training); what *14 more* are more of."""
    if right.startswith(" more"):
        return last
    if done := _PREDICATE.match(right):
        return _with_right(f"{unit} {done.group('done')}", right[done.end() :])
    held = _HOLDS.match(right)
    own = nouns(right[held.end() :], _FEW) if held is not None else ""
    return f"{unit} with {own}" if own else ""


def _goal(bare: str, right: str, kind: str) -> str:
    """*It puts $460 million into roads*: what the money is for."""
    if kind != "money" or bare.split(" ")[-1].lower() not in group("spending"):
        return ""
    found = _GOAL.match(right)
    goal = nouns(right[found.end() :], _AFTER) if found is not None else ""
    pair = re.search(rf" {re.escape(goal)}(?P<other> and [a-z]+)(?=[,.;])", right) if goal else None
    return goal + pair.group("other") if pair is not None else goal


def _attributive(right: str, kind: str) -> str:
    """*$640 million contract*, *a 12 percent increase in exports*, *a 240-hour stay*."""
    match = re.match(r" (?=[a-z])", right)
    if match is None:
        return ""
    noun = nouns(right[1:], _FEW)
    first = noun.split(" ")[0].lower() if noun else ""
    if first in united("rise", "fall") or first == "gain":
        found = re.match(r" [a-z-]+ (?:in|of|to|from) (?:the )?", right)
        return nouns(right[found.end() :], _AFTER) if found else ""
    refused = united("links", "stops", "no_nouns", "behind")
    if not noun or first in refused or first.endswith(("ly", "ed")) or kind == "duration":
        return ""
    return noun


def _object(bare: str) -> str:
    """*cut emissions by*, *raise the minimum wage to*: what is moved."""
    words = bare.split(" ")
    if len(words) < 3 or words[-1].lower() not in ("by", "to", "at", "from"):
        return ""
    at = verb_at(["", *words[:-1]])
    if at is None or at - 1 >= len(words) - 2:
        return ""
    passive = at >= 2 and words[at - 2].lower() in ("been", "was", "were", "is", "are", "be")
    between = words[at : len(words) - 1]
    if passive or words[at - 1].lower() in group("levels") or between[0].lower() in group("stops"):
        return ""
    return bounded(between)


def _subject(bare: str, last: str | None) -> str:
    """*Exports rose*, *trade reached*: what stands before the verb."""
    words = bare.split(" ") if bare else []
    at = verb_at(words)
    if at is None:
        return ""
    while at > 1 and leads_on(words[at - 1]):
        at -= 1
    said = " ".join(words[:at])
    if last and (of := _THAT_OF.match(said)):
        return _same_of(last, said[of.end() :])
    told = without_opening(words[:at])
    if not told or told[0].lower() in _RELATIVES:
        return (last or "") if len(told) <= 1 and words[-1].lower() not in ("is", "are") else ""
    at = next((i for i in range(len(told) - 1, 0, -1) if told[i].lower() in group("plan")), None)
    return bounded(told[:at] if at else told)


def _same_of(last: str, other: str) -> str:
    """*that of milk*, where the last number was of the output of eggs."""
    head, of, _ = last.partition(" of ")
    other = bounded(other.split(" "))
    return f"{head}{of}{other}" if of else other


def _of_noun(bare: str, right: str) -> str:
    """*duties of up to 31 percent on bicycles*: the noun and what it is on."""
    words = bare.split(" ") if bare else []
    if len(words) < 2 or words[-1].lower() not in ("of", "at"):
        return ""
    noun = noun_phrase(behind_verb(words[:-1]))
    return _with_right(noun, right) if noun else ""


def _with_right(noun: str, right: str) -> str:
    joint = _GOES_ON.match(right)
    more = nouns(right[joint.end() :], _FEW) if joint else ""
    return f"{noun} {joint.group(1)} {more}" if joint and more else noun


def _rest(bare: str, right: str) -> str:
    """The words of the clause as they stand, with what the number is to or on."""
    done = bare.split(" ")[-1]
    if done.lower() in group("doing") and (more := _with_right(done, right)) != done:
        return more
    told = bounded(bare.split(" ")) if bare else ""
    if not told or len(WORD.findall(told)) < 2:
        return told if len(told) > _FEW else ""
    return _with_right(told, right)


def _before_clause(left: str) -> str | None:
    """The subject of the clause before, where the number's own tells a move only."""
    clauses = [clause for clause in CLAUSE.split(left) if clause.strip()]
    if len(clauses) < 2:
        return None
    clause = LEADS.sub("", clauses[-2] + " ").strip()
    head, found, _ = clause.rpartition(" by ")
    return (_object(f"{head} by") if found else "") or _subject(clause, None) or None


def _per(told: str, right: str) -> str:
    """The name with what it is counted by (net income per share)."""
    found = re.match(r" per [a-z]+", right)
    return told + found.group() if found and not told.endswith(found.group()) else told
