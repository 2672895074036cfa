"""What a clause without a name of its own is about: the subject of its sentence, what a pronoun
stands for, the list that it goes on with."""

from __future__ import annotations

import re

from exporter.briefing.quantities.english.clauses import CLAUSE, clause_of, verb_at
from exporter.briefing.quantities.english.nouns import (
    bounded,
    nouns,
    sound,
    untailed,
    without_opening,
)
from exporter.briefing.quantities.english.timewords import MONTHS, YEAR
from exporter.briefing.quantities.english.words import group, is_adverb, united

_FEW = 4
_TOPIC = re.compile(
    r"^(?:For|As for|Regarding|On|In terms of|With regard to|In regard to"
    r"|In respect of|With respect to|When it comes to|Among)"
    r" (?P<topic>[^,;:]{3,80}), "
)
_NO_TOPICS = frozenset({"these", "them"}) | frozenset(
    {"first", "second", "example", "instance", "now", "today", "basis", "terms", "average", "hand"}
)
_POINTERS = frozenset({"this", "that", "these", "those"})
_PRONOUNS = frozenset({"it", "that", "this", "they", "these", "those", "them"})
_ELIDED = re.compile(
    r"^(?P<own>.*?) (?:(?:up|down)(?: by)?|by|(?:increased|decreased|rose|fell|grew|dropped) by)$"
)
_HEAD = re.compile(r"^(?P<head>.{3,}?) (?P<joint>of|in|for|from|to|with|among) ")
_LISTED = re.compile(r"^ (?P<joint>for|in|among|from|on|to) (?:the )?(?=[A-Za-z])")

_OF_WHOLE = re.compile(r"of [A-Za-z][A-Za-z -]{1,40} (?:to|and)")
_NEXT = re.compile(r"(?:(?:for|in|among|from|on|to) .{1,40} )?(?:and|but|while)?")
_SO_TOO = re.compile(
    r"^(?:(?:[Aa]nd|[Bb]ut|[Ww]hile|[Ww]hereas|,|—|–) ?)*"
    r"(?P<place>(?:[Ii]n|[Ff]or|[Aa]mong|[Ee]xcluding|[Ww]ithout|[Aa]cross) "
    r"[A-Za-z](?:[^,;:.0-9]|(?<=aged )[0-9]{1,2}(?: (?:to|and) [0-9]{1,2}| or older)?){2,60}?)"
    r"(?:,? (?:it|that|this|they"
    r"|the (?:rate|figure|share|increase|rise|fall|number|level|proportion))"
    r"(?:['’](?:s|re)| is| was| are| were| stands at| stood at| has been| will be))?"
    r"(?: (?:just|only|about|around|nearly|nearer|closer to|over|some|a|now|still|almost|under"
    r"|up to|as (?:high|low|much|many) as|at|more than|less than))* $"
)
"""What stands before a number of what was told before, elsewhere (in children it is just)."""
_THEN_TOO = re.compile(
    rf"^(?:[Aa]nd |[Bb]ut )?(?:[Ii]n (?:{MONTHS}|{YEAR})(?: {YEAR}| last year)?"
    r"|(?:[Aa]t )?(?:[Tt]his|[Tt]he same) time(?: last year)?"
    r"|[Tt]oday|[Nn]ow|[Cc]urrently|(?:[Tt]his|[Ll]ast) (?:year|month|week|quarter|time)"
    r"|(?:[A-Za-z]+|[0-9]+) (?:years?|months?|weeks?) (?:ago|earlier|later)"
    r"|[Bb]efore (?:the|that|this)(?: [a-z]+)?|[Ww]hen (?:we|I|they) [a-z ]{3,30}),?"
    r" (?:it|that|this|they)"
    r"(?:['’](?:s|re)| is| was| are| were| stood at| stands at| reached)"
    r"(?: (?:now|just|only|about|around|nearly|over|some|a|at|up|down|to))* $"
)
_BEFORE_GENERIC = frozenset(
    {"the", "that", "this", "our", "its", "whose", "their", "of", "a", "an", "against", "above"}
) | {"below", "beyond", "at", "to", "from", "back", "towards", "toward", "short", "under", "over"}
_POINTED = re.compile(r" (?:that|this) (?=[a-z]+$)")
_FOR_A_TIME = re.compile(
    rf" (?:for|in|by|of) (?:{YEAR}|(?:this|next|last|the) year|(?:{MONTHS.lower()})(?: {YEAR})?)$"
)
_AGAINST = re.compile(
    r"(?:(?:still|well|far|just|and|but) )*(?:(?:against|compared (?:with|to)|versus|short of|below"
    r"|above|beyond|ahead of) (?:a|an|our|the|its|their)|(?:and|but|while|when) (?:the|our|its)) "
)
_FOLLOWED = re.compile(
    r"\b(?:followed by|ahead of|then)(?: the)? "
    r"(?P<who>[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,3}),? (?:on|at|with|by)"
    r"(?: (?:about|just|nearly|around|over|some|a))* $"
)
_WE = frozenset({"we", "they", "i", "he", "she", "you"})
_CONTRACTED = re.compile(r"['’](?:s|re|ve|d|ll)$")
_ASIDE = re.compile(r", (?:which|who|whose) [^,;.]{1,80}(?:\.[0-9][^,;.]{0,40})?, ")
_CLAUSE_BEHIND = re.compile(r" (?:who|that|which|where|when) ")


def elsewhere(near: str) -> str:
    """The other place or group that the number is of, where the words since the last number, or
    since the sentence began, tell nothing else (in the regions it is)."""
    found = _SO_TOO.match(near)
    if found is None:
        return ""
    place = _CLAUSE_BEHIND.split(found.group("place"))[0]
    words = [word.lower() for word in place.removesuffix(" down").removesuffix(" up").split(" ")]
    small = group("months") | group("times") | group("days") | {"total", "fact", "addition", "all"}
    other = not {"next", "other", "second", "rest"}.isdisjoint(words)
    if verb_at(["", *words]) is not None or words[-1] in small or "by" in words or other:
        return ""
    return place[0].lower() + place[1:]


def same_at_another_time(near: str) -> bool:
    """Whether the words only tell another time (in June it was)."""
    return _THEN_TOO.match(near.rpartition("; ")[2].lstrip(", ")) is not None


def moved_to(last: str, place: str) -> str:
    """What the last number was of, of another place or group (coverage in children)."""
    joints = "in|for|among|across|excluding|without"
    head = re.match(rf"(?P<head>.{{3,}}?) (?:{joints}) ", f"{last} ")
    return f"{head.group('head') if head is not None else last} {place}"


def is_generic(told: str) -> bool:
    """Whether the words only point to what was told before (the figure, that share, our target
    for 2025, at the end of May that number)."""
    words = _POINTED.split(_FOR_A_TIME.sub("", told.lower()))[-1].split(" ")
    while words and words[0] in _BEFORE_GENERIC:
        words = words[1:]
    return " ".join(words) in group("generic")


def scoped(told: str, last: str) -> str:
    """*The national figure* where the last number was of coverage in the west: the national
    coverage."""
    words = [word for word in told.split(" ") if word.lower() not in _BEFORE_GENERIC]
    if len(words) != 2 or words[0].lower() not in group("scopes") or not is_generic(words[1]):
        return ""
    average = "average " if words[1] == "average" else ""
    return f"{words[0].lower()} {average}{moved_to(last, '').strip()}"


def compares(near: str) -> bool:
    """Whether the last clause before the number only holds it against the number before (against a
    target of, and the target is)."""
    return _AGAINST.match(near.rpartition(", ")[2]) is not None


def topic(left: str) -> str:
    """What the sentence says it is about (For food, they expect)."""
    found = _TOPIC.match(left)
    told = found.group("topic") if found is not None else ""
    last = told.split(" ")[-1].lower()
    return "" if last in _NO_TOPICS | group("lone") else sound(told)


def first_subject(left: str) -> str:
    """The subject of the sentence's first verb (the hospital will have 300 beds and cost)."""
    verbs = united("helping", "levels", "rise", "fall", "moving", "doing")
    for part in CLAUSE.split(_ASIDE.sub(" ", left)):
        words = part.split(" ")
        at = next((i for i, word in enumerate(words) if i and word.lower() in verbs), 0)
        at += words[at : at + 1] == ["average"] and words[at + 1 : at + 2] in (["is"], ["was"])
        if at:
            told = sound(bounded(without_opening(words[:at])))
            return told if " " in told or words[0].lower() not in _WE else ""
    return ""


def refers(bare: str) -> bool:
    """Whether the clause has only a pronoun for what the number is of (we got that down to)."""
    words = [_CONTRACTED.sub("", word.lower()) for word in bare.split(" ")]
    at = next((i for i, word in enumerate(words) if word in _PRONOUNS), None)
    if at is not None and words[at] in _POINTERS and not _is_verb_at(words, at + 1):
        return False
    if at is None or (at and words[at - 1] in group("stops") - {"and", "but"}):
        return False
    small = united("helping", "links", "rise", "fall", "levels", "moving", "moves_only")
    return all(word in small or is_adverb(word) for word in words[at + 1 :])


def _is_verb_at(words: list[str], at: int) -> bool:
    """Whether a pronoun stands alone: nothing follows, or a verb (this is, not this year)."""
    verbs = united("helping", "levels", "rise", "fall", "moving", "doing", "transitive")
    return at >= len(words) or words[at] in verbs or words[at].endswith(("ed", "ly"))


def refers_back(left: str) -> bool:
    """Whether the clause tells nothing of its own, and no earlier clause of the sentence does."""
    *_, last = parts = CLAUSE.split(left)
    clause = clause_of(left, last=False)
    if (len(parts) > 1 and not _TOPIC.match(left)) or not untailed(clause):
        return False
    return refers(untailed(last.strip())) or only_moves(clause) or only_plans(untailed(clause))


def only_moves(clause: str) -> bool:
    """Whether the clause tells a move and nothing of what (up by, down from, a real growth of)."""
    if not clause or clause.lower() in ("is", "are", "was", "were", "be", "been"):
        return False
    small = united("links", "rise", "fall", "approx", "moves_only")
    return all(word.lower() in small for word in clause.split(" "))


def only_plans(clause: str) -> bool:
    """Whether somebody only means to get to the number (we plan to get to)."""
    words = [word.lower() for word in clause.split(" ")]
    small = united("helping", "links", "plan", "target", "pronouns", "reaching")
    return len(words) > 1 and all(word in small for word in words)


def goes_on_from_a_whole(bare: str) -> bool:
    """Whether the words only end what the last number was a share of (of GDP to)."""
    return _OF_WHOLE.fullmatch(bare) is not None


def elided(clause: str, last: str) -> str:
    """*mining up by*, *collective enterprises down by*, where the last number was of the value
    added of others: the same of these."""
    found = _ELIDED.match(clause)
    own = bounded(found.group("own").split(" ")) if found is not None else ""
    words = [word.lower() for word in own.split(" ")]
    if not own or verb_at(["", *words]) is not None or words[0] in group("transitive"):
        return ""
    head = _HEAD.match(last)
    measured = head is not None and not group("measures").isdisjoint(
        head.group("head").lower().split(" ")
    )
    if head is None or not measured or not group("measures").isdisjoint(words):
        return sound(own)
    return f"{head.group('head')} {head.group('joint')} {own}"


def is_elided(clause: str) -> bool:
    """Whether the clause ends with a move that has no verb (mining up by)."""
    return _ELIDED.match(clause) is not None


def next_in_rank(near: str, last: str) -> str:
    """*followed by Eastvale on 0.8 per cent*: what the last number was of, for the next."""
    found = _FOLLOWED.search(near)
    return moved_to(last, f"in {found.group('who')}") if found is not None else ""


def listed(clause: str, right: str, last: str) -> str:
    """*12.3% for Arden and 13.7% for Borland*: what the last number was of, for each."""
    found = _LISTED.match(right)
    if (
        not _NEXT.fullmatch(clause)
        or found is None
        or not (right[found.end() :][:1].isupper() or f" {found.group('joint')} the " in last)
    ):
        return ""
    other = nouns(right[found.end() :], _FEW)
    if not other or group("months") & set(other.lower().split(" ")):
        return ""
    head = _HEAD.match(last)
    joint = head.group("joint") if head is not None else found.group("joint")
    return f"{head.group('head') if head is not None else last} {joint} {other}"
