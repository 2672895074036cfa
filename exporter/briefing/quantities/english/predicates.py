"""What is told of the things that an English number counts: *32,000 people are in hospital*,
*410 have enrolled in training*, *140 of those jobs will stay*."""

from __future__ import annotations

import re

from exporter.briefing.quantities.english.words import group, is_adverb, is_attribute

_WORDS = re.compile(r"(?: [A-Za-z][A-Za-z'’-]*(?:(?<=-)[0-9]+)?)+")
_MOST = 6
_TAIL = frozenset(
    {"below", "under", "above", "aged", "of", "about", "nearly", "more", "less", "than"}
)
_IF = frozenset({"would", "could", "might", "should"})
_HAVE = frozenset({"have", "has", "had", "having"})
_BE = frozenset({"are", "is", "was", "were", "be", "been", "being"})
_ARTICLES = frozenset({"a", "an", "the", "their", "our", "its", "no", "some"})
ORDERED = frozenset({"first", "last", "next", "past"})
"""With these no name ends: the number or the time that they belong to is cut off."""
_HAS_LOST = frozenset({"lost", "gained", "raised", "lowered"})
"""Of these verbs of moves things may be the subject (18,000 homes lost power)."""
_BY = frozenset({"by", "to", "from", "in", "at", "over", "on", "since", "during", "this", "last"})

_ADJUNCT = re.compile(
    r"(?:,? or [^,.;]{3,60},(?P<aside>)"
    r"|(?P<aged>(?: aged)? [0-9]{1,2}(?: (?:and|or) (?:over|older|above|under|younger)| ?plus|\+"
    r"| to [0-9]{1,2}| and [0-9]{1,2})?(?: years old| years of age)?)"
    r"|(?P<told> (?:in|of|from|at|with|across|as part of|under|on|for|within|near|between|without"
    r"|inside|outside|along|aged)(?: [A-Za-z0-9][A-Za-z0-9'’-]*){1,7}?))"
    r"(?= (?:has|have|had|was|were|are|will|would|could|can|remain|need|spend|live|use|face"
    r"|rely)\b)"
)
# employers told us that they have had a position open
_SAYS = re.compile(
    r"(?: (?:have|has|had|also|now))* (?:sa(?:y|ys|id)|t(?:ell|old)|report(?:ed|s)?|think|believe"
    r"|indicated)(?: us| me)?(?: that)? they (?=[a-z])"
)
# 210 members have yet to pay, 300 people had to leave
_TO_COME = re.compile(r"(?:^| )(?P<lead>(?:yet|(?:ha(?:ve|s|d))(?P<still> still)?) to(?: be)?)$")
_WHO = re.compile(r" (?P<who>(?:who|that)(?:['’](?:ve|re|s))?|where|whose)(?= [a-z]+ )")


def predicate(right: str, *, sure: bool = False) -> str:
    """The words told of what stands before `right`, without helping verbs; nothing where no verb
    follows, unless it is `sure` that one does. What is had is *with* it (*have a new job*: *with
    new job*)."""
    if (says := _SAYS.match(right)) is not None:
        return predicate(right[says.end() - 1 :], sure=True)
    found = _WORDS.match(right)
    if found is None:
        return ""
    words = found.group()[1:].split(" ")
    at = 0
    while at < len(words) and (words[at].lower() in group("helping") or is_adverb(words[at])):
        at += 1
    denied = "not " if "not" in words[:at] else ""
    helped = next((word for word in reversed(words[:at]) if _is_verb(word)), "")
    if not _IF.isdisjoint(words[:at]):
        at = next(i for i, word in enumerate(words) if word in _IF)
        return " ".join(_until_stop(words[at:]))
    rest = _until_stop(words[at:])
    moves = bool(rest) and rest[0].lower() in group("rise") | group("fall") | group("behind")
    if not rest or not (_tells(rest, helped) or (sure and not moves and len(rest) > 1)):
        return ""
    if to_come := _TO_COME.search(" ".join(words[:at])):
        lead = to_come.group("lead")
        return " ".join([denied + lead.partition(" ")[2] if to_come["still"] else lead, *rest])
    if helped in _HAVE and not _is_participle(rest[0]):
        return " ".join(["without" if denied else "with", *_bare(rest)])
    alone = len(rest) == 1 and not helped and right[found.end() :].strip()[:1].isdigit()
    return "" if alone else f"{denied}{' '.join(rest)}"


def beyond(right: str) -> tuple[str, str]:
    """The phrase that keeps counted things from their verb, without an aside, and the words told
    of them behind it (100 flights *as part of the bridge* have been *completed*)."""
    between = _ADJUNCT.match(right)
    told = predicate(right[between.end() :]) if between is not None else ""
    if between is None or not told:
        return "", ""
    return between.group("told") or between.group("aged") or "", told


def relative(right: str) -> str:
    """The clause that tells which of the things are counted (who need shelter)."""
    found = _WHO.match(right)
    words = _WORDS.match(right, found.end()) if found is not None else None
    if found is None or words is None:
        return ""
    told = _until_stop(words.group()[1:].split(" to be ")[0].split(" "))
    return f"{found.group('who')} {' '.join(told)}" if len(told) > 1 else ""


def _is_verb(word: str) -> bool:
    return word.lower() in _HAVE | _BE | group("modal")


def _until_stop(words: list[str]) -> list[str]:
    """The words up to the next clause, without small ones at their end."""
    stops = group("joints") | group("numerals")
    ends = (i for i, word in enumerate(words) if word.lower() in stops and not _pairs(words, i))
    end = next(ends, len(words))
    words = words[: min(end, _MOST)]
    while words and words[-1].lower() in group("stops") | _ARTICLES | _TAIL | ORDERED:
        words = words[:-1]
    return words


def _pairs(words: list[str], at: int) -> bool:
    """Whether *and* joins two attributes of a noun there (for small and micro firms)."""
    before = words[at - 1] if at else ""
    joins = words[at] == "and" and at < len(words) - 2 and not before.endswith("ed")
    return joins and is_attribute(before)


def _tells(rest: list[str], helped: str) -> bool:
    """Whether the words tell something of the things and not of the number (are more, are up)."""
    first = rest[0].lower()
    if first == "out" and rest[1:2] == ["of"]:
        return bool(helped)
    if first in _HAS_LOST and len(rest) > 1 and rest[1].lower() not in _BY:
        return rest[1].isalpha()
    if first in group("rise") | group("fall") | group("behind") or first.endswith("n't"):
        return False
    if helped in _BE:
        return first not in _ARTICLES
    return bool(helped) or _is_participle(rest[0]) or first in group("acting")


def _is_participle(word: str) -> bool:
    word = word.lower()
    regular = word.endswith("ed") and word not in group("stative")
    return regular or word in group("doing") or word in group("participles")


def _bare(rest: list[str]) -> list[str]:
    return rest[1:] if rest[0].lower() in _ARTICLES - {"no"} else rest
