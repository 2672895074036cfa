"""What an English number measures: the subject of its verb, the noun behind it, or what the
number before it was of. Words of the sentence only; what can't be named is ``None``."""

from __future__ import annotations

import re

from exporter.briefing.quantities.english import counts, referring, shares
from exporter.briefing.quantities.english.carrying import OF_THEM, REST, Named, beside, carried
from exporter.briefing.quantities.english.clauses import (
    CLAUSE,
    LEADS,
    clause_of,
    lacks_subject,
    unbracketed,
)
from exporter.briefing.quantities.english.nouns import (
    after_determiner,
    behind_verb,
    bounded,
    doer,
    noun_phrase,
    nouns,
    sound,
    untailed,
)
from exporter.briefing.quantities.english.predicates import predicate
from exporter.briefing.quantities.english.ratios import SCOPE
from exporter.briefing.quantities.english.verbs import aim, object_of, subject_of
from exporter.briefing.quantities.english.words import WORD, group, united

_FEW, _THING_AT = 4, 60
_GOES_ON = re.compile(
    r"^ (on|for|to|in|of) (?:the )?(?=[A-Za-z])(?!which|that|total\b|all\b|addition\b|recent\b)"
)
_TIME_FIRST = re.compile(
    r"^ (?:(?:this|last|next) (?:year|quarter|month|week)|in (?:[0-9]{4}(?:-[0-9]{2})?"
    r"|[A-Z][a-z]{2,8}(?: [0-9]{4})?)"
    r"|(?:in|over|for|during) the [a-z -]{3,30} (?:quarter|half|year|months|period)"
    r"(?: of [0-9]{4})?|year on year)(?=,? )"
)
_WITH = re.compile(
    r"(?:^| )(?P<what>[a-z]+ with [a-z]+(?: [a-z]+)?) (?:totall?ing|worth|valued at|amounting to)$"
)


_LOST = re.compile(r" (?:was|were|has been|have been) (?P<done>lost|saved)\b")
# 1,035 kilograms were cocaine
_IS = re.compile(r" (?:is|was|are|were) (?!also\b|not\b|in\b)")
_JOINTS = ("and", "but", "while")
_MEASURED = ("area", "length", "mass", "volume", "energy", "power")
_OF_THE = re.compile(
    r"^Of (?:the |all |all the |our |those )?(?P<whole>[A-Za-z][A-Za-z '’-]{2,50}), "
    r"(?:[a-z]+ ){0,2}$"
)
_OF_THOSE = re.compile(r"^(?:And |But )?[Oo]f (?:those|these|them|that|which),? $")
_DONE_OF = re.compile(r" (?P<done>[a-z]{3,})(?=[.,;]|$)")
_ORDERED = re.compile(r"(?:^| )(?:first|last|next|other|initial)$")
_ASKED = re.compile(
    r"(?:^| )(?:ask(?:ed|s) for|(?:appeals|calls|called) for|seeks|requested|offered"
    r"|pledged|promised|donated|contributed|committed|bid"
    r"|sought|demanded)$"
)
_SPENT_ON = re.compile(r" [a-z]+ing(?: (?:at|in|on|for|to|the|our|their|outside) ?[a-z]+){0,2}")


def named(
    left: str,
    right: str,
    *,
    kind: str,
    unit: str | None,
    thing: str,
    last: str | None,
    sentence: str = "",
) -> Named:
    """The name of a number between `left` and `right` of its sentence; `thing` is the noun
    counted behind it, `unit` also one counted before, `last` the name of the number before it in
    the sentence, whose words from its start are `sentence`."""
    left = unbracketed(left)
    if last:
        left = _TIME_FIRST.sub(" ", left)
    clause = clause_of(left, last=last is not None)
    bare = untailed(clause)
    bare = "" if bare.rpartition(" ")[2] in ("when", "because", "if", "where", "since") else bare
    if kind == "count" and thing:
        behind = right[max(right.find(thing, 0, _THING_AT), 0) + len(thing) :]
        return Named(_counted(left, bare, thing, behind, last) or None)
    if kind == "rank":
        return Named(_ranked(bare, right, last) or None)
    joint = bare.rpartition(" ")[2]
    listed = kind == "percent" and (bare in REST or joint in _JOINTS)
    part = "" if last else _part_of(left, right, unit if kind == "count" else None)
    if part := shares.of_the_same(right, sentence) if last and listed else part:
        return Named(part)
    if measured := _measured(bare, right, kind, unit, listed=joint in _JOINTS):
        return Named(measured)
    if last and (taken := carried(left, clause, right, kind, unit, last)):
        return taken
    if referring.only_moves(clause) and not _own(clause, right, kind):
        told = last or _before_clause(left) or referring.topic(left) or _growth(clause)
        other = "" if last else beside(right)
        return Named(_per(told, right) + other if told else None, inherited=last is not None)
    found = _found(bare, right, kind, last, "" if last else left) or referring.topic(left)
    apart = referring.refers(bare) and CLAUSE.search(left) is not None
    if not found and (apart or lacks_subject(clause)):
        found = referring.first_subject(sentence or left)
    if found and last and last.startswith("number of ") and f"their {found}" in left:
        found = f"{found} of {last.removeprefix('number of ')}"
    return Named(f"{_per(found, right)}{_so_far(right, kind) or beside(right)}" if found else None)


def _own(clause: str, right: str, kind: str) -> str:
    """What the number names by itself, where its clause only moves (*a 100 percent increase in
    rents*, *another $3 billion has been spent on leases*)."""
    own = shares.share("", right, kind) or shares.moved_in(clause, right)
    if own or not (kind == "money" or shares.moves(right)):
        return own
    again = predicate(right) if clause and not untailed(clause) else ""
    return shares.attributive(right, kind) or again


def _part_of(left: str, right: str, unit: str | None) -> str:
    """*Of the nurses, 12 percent have left*, *Of those, 140 tested positive*: what is told of
    them."""
    of = _OF_THE.match(left)
    whole = of.group("whole") if of is not None and sound(of.group("whole")) else ""
    whole = whole or (unit if unit and _OF_THOSE.match(left) else "")
    done = predicate(right) if whole else ""
    return f"{whole} {done}" if done else ""


def _measured(bare: str, right: str, kind: str, unit: str | None, *, listed: bool) -> str:
    """What is told of the hours, or of the land (350,000 hectares have burnt, 40 were lost and 15
    kept), where the number opens its clause or is `listed`."""
    if kind == "duration":
        return _time_spent(bare, right, unit)
    opens = bare in REST or listed
    lost = _LOST.match(right) if kind in _MEASURED and opens and "which" not in bare else None
    if lost is not None:
        return f"{unit} {lost.group('done')}"
    told = predicate(right) if unit and kind in _MEASURED and opens else ""
    if not told:
        return ""
    first = told.partition(" ")[0].lower()
    done = counts.is_done(f"{first} ") or first in group("stops")
    return told if _IS.match(right) and not done else f"{unit} {told}"


def _time_spent(bare: str, right: str, unit: str | None) -> str:
    """*Crews lost 9,850 hours waiting*, *volunteers logged 620 hours of work*: hours of which
    somebody did something."""
    words = bare.split(" ") if bare else []
    if not words or not unit or words[-1].lower() not in group("time_spent"):
        return ""
    whole = shares.whole_of(right)
    more = nouns(right[whole.end() :], _FEW) if whole is not None else ""
    waiting = _SPENT_ON.match(right)
    told = f" of {more}" if more else waiting.group() if waiting is not None else ""
    return f"{doer(words[:-1])}{words[-1]} {unit}{told}"


def _so_far(right: str, kind: str) -> str:
    """The participle behind a share (20 per cent funded)."""
    found = _DONE_OF.match(right) if kind == "percent" else None
    word = found.group("done") if found is not None else ""
    done = word.endswith("ed") and word not in united("stative", "rise", "fall")
    return f" {word}" if done or word in group("states") else ""


def _counted(left: str, bare: str, thing: str, right: str, last: str | None) -> str:
    if bare in ("from", "by", "to"):
        of = _before_clause(left)
        return f"{of} {thing}" if of and not last else last or sound(thing)
    if whole := counts.part_of(left, thing, right):
        return whole
    if passed := counts.passed_on(bare):
        return f"{passed} {thing}"
    told = sound(subject_of(bare, None)) if counts.moved(bare) else ""
    if told.isupper():
        return f"{told} {bare.split(' ')[-1]} {thing}"
    told = told or counts.counted(bare, thing, right, last)
    kept = told.replace(" not ", " ")
    return told if sound(kept) == kept else sound(thing)


def _apposed(left: str, right: str) -> str:
    """*We have the highest graduation rate, 78.8 percent.*: what the number only tells anew."""
    before = left.rstrip()
    if not before.endswith(",") or right[:1] not in (".", ";", ""):
        return ""
    *_, clause = [part for part in CLAUSE.split(before.rstrip(",")) if part] or [""]
    words = clause.split(" ")
    at = max((i for i, word in enumerate(words) if word.lower() in ("the", "our", "a")), default=0)
    return clause if 0 < at < len(words) - 1 and (clause := noun_phrase(words[at + 1 :])) else ""


def _found(bare: str, right: str, kind: str, last: str | None, left: str = "") -> str:
    bare = untailed(_ORDERED.sub("", bare)) if kind == "money" else bare
    if kind == "money" and not bare and (told := shares.will_do(right) or predicate(right)):
        return sound(shares.gone_to(right, kind) or told)
    if not bare and (own := _apposed(left, right)):
        return sound(own)
    if kind in ("percent", "ratio") and not bare:
        if of := OF_THEM.match(right):
            return sound(predicate(right[of.end() :]))
        if not (whole := shares.share("", right, kind)):
            moved = shares.attributive(right, kind) if shares.moves(right) else ""
            return sound(moved or predicate(right))
        return sound(whole)
    if kind == "money" and (worth := _WITH.search(bare)):
        return sound(worth.group("what"))
    if kind == "money" and (worth_of := shares.worth_of(bare, right)):
        return sound(worth_of)
    if kind == "money" and (asked := _asked(bare)):
        return shares.goal("for", right, kind) or asked
    return sound(
        _possessed(bare, right, kind)
        or (kind == "percent" and shares.moved_in(bare, right))
        or shares.share(bare, right, kind)
        or shares.used_for(right)
        or shares.goal(bare, right, kind)
        or shares.attributive(right, kind)
        or ("" if referring.refers(bare) else _before_it(bare, right, last))
    )


def _asked(bare: str) -> str:
    """Who asked for the money, offered or committed it (the council asked for)."""
    found = _ASKED.search(bare)
    who = doer(bare[: found.start()].split(" ")) if found is not None else ""
    return f"{who}{found.group().strip()}" if found is not None and who else ""


def _possessed(bare: str, right: str, kind: str) -> str:
    """*The agency's $1.2 billion appeal*: whose it is, and what."""
    owner = bare.split(" ")[-1]
    noun = shares.attributive(right, kind) if owner.endswith(("'s", "’s")) else ""
    return f"{owner} {noun}" if noun else ""


def _before_it(bare: str, right: str, last: str | None) -> str:
    """What the clause before the number names."""
    return (
        aim(bare)
        or object_of(bare)
        or subject_of(bare, last)
        or _of_noun(bare, right)
        or _rest(bare, right)
    )


def _ranked(bare: str, right: str, last: str | None) -> str:
    """What is ranked, and among whom (exports of fish rank in the country)."""
    words = bare.split(" ")
    while words and words[-1].lower() in ("us", "it", "them"):
        words = words[:-1]
    words = words[:-1]
    told = last if last and (not words or lacks_subject(" ".join(words))) else None
    told = told or sound(bounded(words))
    scope = SCOPE.match(right)
    among = scope.group("scope").removesuffix(" for") if scope is not None else ""
    return f"{told} rank{among}" if told else ""


def _growth(clause: str) -> str:
    """Growth itself, where nothing tells of what."""
    return "growth" if "growth" in clause.lower().split(" ") else ""


def _of_noun(bare: str, right: str) -> str:
    """*duties of up to 31 percent on bicycles*: the noun and what it is on."""
    words = bare.split(" ") if bare else []
    asks = len(words) > 1 and words[-1] == "for" and words[-2].lower() in group("asking")
    if len(words) < 2 or not (asks or words[-1].lower() in ("of", "at")):
        return ""
    noun = noun_phrase(behind_verb(words[:-1]))
    noun = after_determiner(noun) or noun
    at = max(
        (i for i, word in enumerate(words) if word.lower() in ("has", "have", "had")), default=0
    )
    holder = doer(words[:at]).strip() if at else ""
    if noun and holder:
        return f"{noun} of {holder}"
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
    told = bounded(bare.split(" ")) if bare and not referring.only_plans(bare) else ""
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
    return (object_of(f"{head} by") if found else "") or subject_of(clause, None) or None


def _per(told: str, right: str) -> str:
    """The name with what it is counted by (net income per share)."""
    found = re.match(r" per (?:(?:square|cubic) )?[a-z]+", right)
    return told + found.group() if found and not told.endswith(found.group()) else told
