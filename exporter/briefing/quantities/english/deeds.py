"""Names of English numbers made whole by the verb of their own clause: what was done with the
things (*the bridge carries vehicles*), to whom money went, what the subject costs."""

from __future__ import annotations

import re

from exporter.briefing.model import Fact
from exporter.briefing.quantities.english.clauses import CLAUSE, DETERMINERS, LEADS, TIME_OPENS
from exporter.briefing.quantities.english.counts import as_before, counted, is_done, is_listed
from exporter.briefing.quantities.english.found import BARE, Found
from exporter.briefing.quantities.english.nouns import (
    PARTICLES,
    bounded,
    doer,
    does,
    is_verb,
    nouns,
    sound,
    untailed,
)
from exporter.briefing.quantities.english.predicates import predicate
from exporter.briefing.quantities.english.referring import first_subject
from exporter.briefing.quantities.english.shares import makes_up, whole_of
from exporter.briefing.quantities.english.words import ABOUT, group, is_adverb, united

_MEASURES = ("area", "length", "mass", "volume", "energy", "power")
_LONG, _FEW, _SHORT = 60, 4, 18
_GIVEN = re.compile(
    r"(?: of [a-z -]{3,40})?(?: (?:in|of) (?:aid|grants|cash|loans|relief|assistance))?"
    r"(?: (?:(?:has|have|will|would|had) )?(?:go|gone|goes|went|(?:been |be |was |were )?"
    r"(?:paid|sent|given|awarded|delivered|distributed)(?: out)?))? to(?: the| our)?"
    rf" {ABOUT}$"
)
"""What stands between a sum and those who got it (paid out $3 million to 840 farms)."""
_COSTS = re.compile(
    r"\b(?:and|but)(?: (?:will|would|could|should|is|are|was|were|expected|likely|projected"
    rf"|estimated|to|has|have|had|also)){{0,5}} costs? {ABOUT}$"
)
_TO_DO = re.compile(r" to (?P<verb>[a-z]{3,})(?=[.,;]|$)")
_OF_THEM = re.compile(r" of (?:them|those|these)\b")
_IN_MANY = re.compile(
    rf"(?P<things>(?: [\w'’-]+){{1,3}}?)(?P<more>(?: (?:against|for|of) [a-z]+)?)"
    rf" (?P<joint>in|across|at) {ABOUT}$"
)
_WITH_A = re.compile(
    r"(?:^|,? )(?:with|and) an? (?:(?:total|combined|estimated) )?(?P<what>[a-z]+(?: [a-z]+){0,2})"
    rf" of {ABOUT}$"
)
_WITH = re.compile(r"\bwith an? ")
_ALSO_DONE = re.compile(
    r"(?: [\w'’-]+){1,4},? and (?P<verb>[a-z]+)"
    r"(?: (?:another|a further|an additional|some|about))+ $"
)
_TO_MANY = re.compile(r" to (?:the |our )?(?:[0-9][0-9,.]* (?:million |thousand )?)(?=[a-z])")
_NEXT = re.compile(r"(?: of)?(?: [a-z-]+){1,4}(?:,|,? and) ")
_TO_GOAL = re.compile(
    r"(?: over [^,.;]{3,30}?)? (?:in|(?P<joint>into|towards?|for|on|to))"
    r" (?:the |our |its |their |these |those )?(?:[0-9][0-9,.]* )?"
)
_WHO_DID = re.compile(r"(?P<who>.{3,40}?)(?: (?:has|have|had))? [a-z]+(?: (?:out|up|in))?$")
_TO_PLACE = re.compile(
    r"(?: of (?:them|those))? (?P<joint>to|in|from|for|at) (?:the )?(?=[A-Za-z])"
)
_VERB_OF = re.compile(r"(?P<verb>[^:]*?[a-z]) (?:into|towards?|for|on|to) ")
_JOINED = (" and ", ", ")
_OF_WHOLE = re.compile(r" of(?P<joint>) (?:the |any |all |our |its |their )?")
_HELD = re.compile(
    r"(?:^| )(?:we|they|I)(?: have|'ve|’ve| had)?(?: also| now| already)* (?P<verb>"
    r"received|raised|spent|paid|collected|secured|saved|recovered|need|require)$",
    re.IGNORECASE,
)
_PAID = re.compile(
    r" (?:has|have|was|were|had|will be)(?: (?:also|already|now))?(?: been)?"
    r" (?P<done>paid(?: out)?|spent|raised|collected|received|lost|saved|recovered|disbursed)\b"
)
_AVERAGE = re.compile(rf", an average of {ABOUT}$")
_ADVERBIAL = re.compile(r"(?:[Ii]n|[Oo]n|[Aa]t|[Aa]cross|[Dd]uring|[Ss]ince|[Bb]y|[Aa]fter) ")


def told_by_verb(
    told: str | None, near: str, left: str, right: str, found: Found, last: Fact | None
) -> str | None:
    """The name of a number, made whole by the verb of its clause where the clause `told` a bare
    noun only, or a wrong thing; `near` are the words since the number before, `left` those of the
    sentence, `right` those behind, `last` the number before in the sentence."""
    thing = "" if found.thing == BARE else found.thing
    kind = found.quantity.type
    if kind == "money" and (whose := _cost(near, left, right)):
        return whose
    if found.thing == BARE and (done := _done_to(near, found) or _gone_to(told, right, last)):
        return done
    if (
        last is not None
        and last.indicator
        and (more := _of_last(told, near, left, right, found, last))
    ):
        return more
    if told and kind in ("money", "percent") and (put := _put(told, near, right, kind, last)):
        return put
    if kind in ("money", *_MEASURES) and told and (more := _of_sum(told, near, right, last)):
        return more
    if kind in _MEASURES and told and whole_of(right) is None and " and " in told:
        last_verb = told.rpartition(" and ")[2]
        told = f"{last_verb} {found.quantity.unit}" if does(last_verb) else told
    if kind in _MEASURES and _is_free(told, right):
        return _measured(near, found.quantity.unit or "") or told
    if kind == "money" and not told and (held := _HELD.search(untailed(_clause(near)))):
        return f"money {held.group('verb')}"
    if told and _is_bare(told, thing):
        told = _lengthened(told, near, right, thing, last)
    return _by_the_same(told, near, last) if told and last is not None else told


def _by_the_same(told: str, near: str, last: Fact) -> str:
    """A short deed with its doer, where the number before in the sentence has one: *hospitals
    carried out operations and treated patients*; *built projects, benefiting people*."""
    verb, _, things = told.partition(" ")
    clause = untailed(near.strip())
    if len(told) >= _SHORT + _FEW or not things or not clause.endswith(f" {verb}"):
        return told
    name, lead = last.indicator or "", as_before(last.indicator or "")
    if verb.endswith("ing") and clause.endswith(f", {verb}"):
        whose = _things_of(name) if lead and last.quantity.type == "count" else ""
        first, _, more = whose.partition(" ")
        whose = more if first in PARTICLES else whose
        return f"{whose} {told}" if whose else told
    who = _WHO_DID.match(lead) if clause.endswith(f" and {verb}") and lead else None
    if who is None or verb not in group("doing") or lead.endswith("ing"):
        return told
    return f"{who.group('who')} {told}"


def _of_last(told: str | None, near: str, left: str, right: str, found: Found, last: Fact) -> str:
    """The name of what was done with, or is told with, what the number before was of."""
    thing = "" if found.thing == BARE else found.thing
    kind = found.quantity.type
    if thing and (placed := _given_to(near, thing, right, last) or _where(near, thing, last)):
        return placed
    if is_listed(right) and (with_it := _with_it(near, left, kind, last)):
        return with_it
    if kind == "money" and (paid := _paid(told, near, right, last)):
        return paid
    same = kind == "count" and told == last.indicator
    return _also_done(near, right, last) or told or "" if same else ""


def _of_sum(told: str, near: str, right: str, last: Fact | None) -> str:
    """A sum or a measure with whom it went to (awarded $74 million to 31 school districts), what
    was done with what is worth so much, or with so much of it in a list (delivered 480 tons of
    flour and 36 tons of rice)."""
    verb = told.split(" ")[-1]
    whom = _TO_MANY.match(right) if does(verb) or verb in PARTICLES else None
    if whom is not None and (who := nouns(right[whom.end() :], _FEW)):
        return f"{told} to {who}"
    done = re.search(rf"\b(?P<verb>[a-z]+) {re.escape(told)} (?:worth|valued at)\b", near)
    if done is not None and does(done.group("verb")):
        return f"{done.group('verb')} {told}"
    listed = last is not None and right.startswith(f" of {told}") and _NEXT.fullmatch(near)
    if not listed or last is None:
        return ""
    lead, behind = as_before(last.indicator or ""), _behind(right, told)
    return (f"{lead} {told}" if is_listed(behind) else told) if lead else ""


def _done_to(near: str, found: Found) -> str:
    """What was done with a bare number of the things counted before (jailed 12 people and *fined*
    44 others)."""
    words = untailed(_clause(near)).split(" ")
    verb = _verb(words) if found.quantity.unit and does(words[-1]) else ""
    return f"{verb.rpartition(' and ')[2]} {found.quantity.unit}" if verb else ""


def _gone_to(told: str | None, right: str, last: Fact | None) -> str:
    """Where a bare number of the things counted before went or is (3 million people fled to other
    countries, about 720,000 *to Arden*)."""
    found = _TO_PLACE.match(right) if told and last is not None else None
    place = nouns(right[found.end() :], _FEW) if found is not None else ""
    if found is None or last is None or not place or last.quantity.type != "count":
        return ""
    joint = f" {found.group('joint')} "
    return f"{told.partition(joint)[0]}{joint}{place}" if told and joint in told else ""


def _put(told: str, near: str, right: str, kind: str, last: Fact | None) -> str:
    """A sum named only by what it is for, with what was done with it (*allocated to councils*,
    *spent on tests*); of a share, what was done with the whole (*gangs control the capital*)."""
    found = (_TO_GOAL if kind == "money" else _OF_WHOLE).match(right)
    if found is None or len(told) >= _SHORT or not right.startswith(told, found.end()):
        return ""
    clause = untailed(_clause(near))
    verb = "" if makes_up(clause) else _verb(clause.split(" "))
    if not verb and last is not None and last.quantity.type == kind and near.endswith(_JOINED):
        before = _VERB_OF.match(last.indicator or "")
        verb = before.group("verb") if before is not None else ""
    if not verb or verb.split(" ")[-1].lower() in group("reaching"):
        return ""
    return f"{verb} {found.group('joint') or ''} {told}".replace("  ", " ")


def _is_bare(told: str, thing: str) -> bool:
    """Whether the name is the noun alone."""
    return bool(thing) and told == thing and told.islower()


def _behind(right: str, thing: str) -> str:
    """The words behind the things that a number counts."""
    return right[max(right.find(thing, 0, _LONG), 0) + len(thing) :]


def _is_free(told: str | None, right: str) -> bool:
    """Whether a measure has no name of its own yet, nor anything of which it is so much."""
    bare = told is None or told.lower() in group("generic")
    return bare and whole_of(right) is None


def _clause(near: str) -> str:
    """The words of the number's own clause."""
    own = CLAUSE.split(near)[-1].strip()
    return TIME_OPENS.sub("", LEADS.sub("", own + " ")).strip()


def _cost(near: str, left: str, right: str) -> str:
    """What the subject of an earlier clause costs (carries 62,000 vehicles and will cost)."""
    whose = _subject(left) if _COSTS.search(near) else ""
    done = _TO_DO.match(right)
    joint = f"to {done.group('verb')}" if done is not None else "of"
    return f"cost {joint} {whose}" if whose else ""


def _subject(left: str) -> str:
    """The subject that the sentence opens with, where an article tells where it begins."""
    words = LEADS.sub("", left + " ").split(" ")
    if words[0].lower() not in DETERMINERS:
        return ""
    return _before_verb(words) or first_subject(left)


def _before_verb(words: list[str]) -> str:
    """The noun between the article and the first word that ends like a verb (the bridge
    carries)."""
    for at in range(2, min(len(words), 6)):
        word = words[at].lower()
        if word in united("stops", "levels", "doing", "helping") or not word.isalpha():
            break
        if word.endswith("s") and words[at + 1 : at + 2] and words[at + 1][:1].isdigit():
            return sound(bounded(words[1:at]))
    return ""


def _given_to(near: str, thing: str, right: str, last: Fact) -> str:
    """To whom the sum before went (paid out $1.3 billion to 84,000 small businesses)."""
    given = last.quantity.type in ("money", "mass", "volume") and _GIVEN.fullmatch(near)
    name = last.indicator or ""
    known = thing.split(" ")[-1] in name.split(" ")
    if not given or known or _is_long(last) or " to " in name:
        return ""
    return f"{name} to {counted('', thing, _behind(right, thing), None)}"


def _where(near: str, thing: str, last: Fact) -> str:
    """Where something was done with the things before (vaccinated 310,000 children against measles
    in 12 districts)."""
    unit = last.quantity.unit if last.quantity.type == "count" else None
    found = _IN_MANY.fullmatch(near) if unit else None
    if found is None or f" {unit} " not in f"{found.group('things')} " or _is_long(last):
        return ""
    more = found.group("more")
    name = last.indicator or ""
    told = as_before(name) and name.endswith((unit or "", more))
    return f"{name} {found.group('joint')} {thing}" if told else ""


def _is_long(fact: Fact) -> bool:
    return len(fact.indicator or "") > _LONG


def _with_it(near: str, left: str, kind: str, last: Fact) -> str:
    """What belongs to the things counted before (17 vehicles with a market value of)."""
    found = _WITH_A.search(near)
    if found is None or kind == "count" or not _WITH.search(left):
        return ""
    what, name = found.group("what"), _things_of(last.indicator or "")
    if found.group().lstrip(" ,").startswith("and"):
        name = name.partition(" of ")[2] if last.quantity.type == kind else ""
    elif last.quantity.type != "count":
        return ""
    small = united("rise", "fall", "moves_only", "target", "approx")
    joined, _, own = near[: found.start()].rpartition(" of ")
    name = own if " and " in joined and 0 < len(own.split(" ")) <= _FEW else name
    if not name or not small.isdisjoint(what.split(" ")) or _is_long(last):
        return ""
    return f"{what} of {name}"


def _paid(told: str | None, near: str, right: str, last: Fact) -> str:
    """What was done with the money that a clause after counted things is of (and $4 million has
    been paid), or what was paid on average."""
    name, kind = last.indicator or "", last.quantity.type
    if kind == "money" and told and told.startswith(name) and _AVERAGE.search(near):
        return f"average {told}"
    done = _PAID.match(right) if kind == "count" and told == name else None
    if done is None:
        return ""
    unit = last.quantity.unit or ""
    each = done.group("done").startswith(("paid", "disb")) and f" per {unit[:-1]}" in right
    return f"money {done.group('done')}{f' to {unit}' if each else ''}"


def _things_of(name: str) -> str:
    """The name without who did what with the things."""
    lead = as_before(name)
    return name[len(lead) :].strip() if lead else name


def _also_done(near: str, right: str, last: Fact) -> str:
    """What was done with others of the things (cancelled 340 flights and delayed another), or with
    some of them (restored service to 15,400 of them)."""
    words = untailed(_clause(near)).split(" ")
    at = next((i for i, word in enumerate(words) if does(word)), None)
    if at is not None and last.quantity.unit and _OF_THEM.match(right):
        upon = at == len(words) - 1 or words[-1] in ("to", "on", "from", "in", "at", "against")
        return f"{' '.join(words[at:])} {last.quantity.unit}" if upon else ""
    found = _ALSO_DONE.fullmatch(near)
    if found is None or not last.quantity.unit or not does(found.group("verb")):
        return ""
    return f"{found.group('verb')} {last.quantity.unit}"


def _measured(near: str, unit: str) -> str:
    """Who did what over the measure (we treated 127,000 acres)."""
    words = untailed(_clause(near)).split(" ")
    verb = _verb(words)
    return f"{verb} {unit}" if verb and unit else ""


def _verb(words: list[str]) -> str:
    """Who did what, where a verb with an object ends the words."""
    if len(words) > 1 and words[-1].lower() in PARTICLES:
        verb = _verb(words[:-1])
        return f"{verb} {words[-1]}" if verb else ""
    if len(words) < 2 and not does(words[-1]):
        return ""
    word, before = words[-1].lower(), words[-2].lower() if len(words) > 1 else ""
    if word in united("said", "telling", "plan", "target", "transitive", "pronouns"):
        return ""
    if does(word) or is_verb(words):
        return f"{doer(words[:-1])}{words[-1]}"
    if before in ("we", "they", "i") and word.isalpha() and word not in united("helping", "stops"):
        return words[-1] if word not in ("need", "want", "get", "got") else ""
    who = doer(words[:-1]).strip() if words[0].lower() in DETERMINERS else ""
    acts = word in group("acting") or (word.endswith("s") and not word.endswith("ss"))
    acts = acts and word not in united("helping", "stops", "levels", "rise", "fall", "said")
    return f"{who} {words[-1]}" if who and acts and "and" not in words else ""


def _lengthened(told: str, near: str, right: str, thing: str, last: Fact | None) -> str:
    """The bare noun with the verb before it, the one behind it, or the noun whose preposition
    leads to it."""
    bare = untailed(_clause(near))
    words = bare.split(" ") if bare else []
    if words and (verb := _verb(words)):
        return f"{verb} {told}"
    if words and words[-1] == "by" and len(words) > 1 and words[-2].endswith("ed"):
        return f"{words[-2]} by {told}"
    at = next((i for i, word in enumerate(words[:-1]) if i and does(word)), None)
    if at is not None and words[-1] in ("on", "against") and at < len(words) - 2:
        return f"{doer(words[:at])}{' '.join(words[at:])} {told}"
    opening = not words or (last is None and _is_opening(words))
    if opening and (done := predicate(_behind(right, thing))) and is_done(done):
        return f"{told} {done}"
    return told


def _is_opening(words: list[str]) -> bool:
    """Whether the words tell when or where alone (in Arden 300 homes were damaged)."""
    said = " ".join(words)
    adverb = len(words) == 1 and is_adverb(words[0])
    told = _ADVERBIAL.match(said) is not None
    verbs = united("helping", "levels", "rise", "fall", "doing", "pronouns", "stops") - {"in"}
    return adverb or (told and verbs.isdisjoint(word.lower() for word in words[1:]))
