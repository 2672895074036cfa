"""Who *it* or *they* are that did something with what a number counts or measures."""

from __future__ import annotations

import re

from exporter.briefing.quantities.english.nouns import bounded, nouns, sound
from exporter.briefing.quantities.english.referring import first_subject
from exporter.briefing.quantities.english.things import plural
from exporter.briefing.quantities.english.words import ABOUT, group, united

_FEW, _MOST = 5, 70
_DOES = re.compile(
    r"(?:^|[,;:] |\b(?:and|but|that|so) )(?P<who>it|they|this|that)(?:['’](?:s|ve|ll))?"
    r"(?: (?:has|have|had|will|can|could|would|should|also|now|already|currently|still|is|are|was"
    r"|were|to|be|been|expected|set))* (?P<verb>[a-z]+)(?: (?:up|out|back|in|for|on))?"
    rf" (?:an? |the |a total of )?{ABOUT}$",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(r"^(?:[A-Z]?[a-z]+ ){0,3}(?:we|they|I|he|she|you|it|there)\b", re.IGNORECASE)
_STATES = "levels", "rise", "fall", "moving", "moves_only", "said", "reaching", "links", "stops"
_NO_DEEDS = frozenset(
    {"take", "takes", "took", "taken", "seem", "seems", "look", "looks", "mean", "means", "come"}
) | {"is", "are", "was", "were", "be", "been", "has", "have", "had", "say", "says", "said", "about"}
_NO_DEEDS |= {"outside", "inside", "below", "above", "near", "still", "beyond", "asked", "only"}
# This morning we opened the new wing here
_BROUGHT = re.compile(
    r"\b(?P<we>(?:[Ww]e|[Tt]hey|I)(?:['’]ve| have)? )?(?:[a-z]+ly )?(?:opened|open|launched"
    r"|launch|built|build|announced|announce|completed|started|signed|approved|introduced|created|established"
    r"|set up|unveiled|bought|passed|finished)(?: up)? (?:the|our|an?|this) "
)
_BEHIND_NOUN = re.compile(r" (?:of|in|for|from|to|with|on|at|through|by|who|that|which) ")
# Since the middle route began operating, it
_ANNOUNCED = re.compile(r"^(?P<who>[A-Z][a-z]+(?: [a-z]+)?) (?:first|next|now|then):")
_ONCE = re.compile(
    r"^(?:Since|When|After|As|While|Once|If) (?:the |our |an? |its )?(?P<who>[^,;]{3,60}?) (?:began"
    r"|opened|started|came|was|were|is|are|has|have|had|launched|took|went|entered|became|closed"
    r"|joined|starts|begins|opens)\b"
)


def deed(near: str, sentence: str, before: str, counted: str | None) -> tuple[str, str]:
    """The noun that *it* or *they* stands for, and the verb whose object the number behind `near`
    is; two empty words where the clause has another subject.

    `near` are the words since the number before. The noun is the subject of an earlier clause of
    the `sentence`, or of the sentence `before`, or else what somebody opened or announced there;
    *they* may be what was `counted` last.
    """
    found = _DOES.search(near)
    verb = found.group("verb").lower() if found is not None else ""
    states = united(*_STATES) - {"cost", "costs"}
    if found is None or verb in _NO_DEEDS or verb in states:
        return "", ""
    points = found.group("who").lower() in ("this", "that")
    if points and verb not in ("cost", "costs"):
        return "", ""
    if found.group("who").lower() == "they" and counted:
        return counted, verb
    earlier = sentence[: len(sentence) - len(near) + found.start()]
    costs, many = verb in ("cost", "costs"), found.group("who").lower() == "they"
    who = _told_in(earlier, costs=costs) or _told_in(before, costs=costs)
    known = 0 < len(who) <= _MOST and _is_many(who) == many
    return (who, verb) if known else ("", "")


def _is_many(who: str) -> bool:
    """Whether *they* stands for the words, and not *it*."""
    return " and " in who or plural(_BEHIND_NOUN.split(who)[0].rpartition(" ")[2])


def _told_in(said: str, *, costs: bool) -> str:
    """What the words are about; where a noun brought something (the council opened a library),
    that *costs* so much, and nothing tells which of the two does something else."""
    if (brought := _BROUGHT.search(said)) is not None:
        if not (brought.group("we") or costs):
            return ""
        return bounded(nouns(said[brought.end() :], _FEW).split(" "))
    if (once := _ONCE.match(said)) is not None:
        return sound(once.group("who"))
    if (announced := _ANNOUNCED.match(said)) is not None:
        return sound(announced.group("who"))
    who = "" if _SOMEBODY.search(said) else sound(first_subject(said))
    return who if group("said").isdisjoint(who.split(" ")) else ""
