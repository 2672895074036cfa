"""Names that English numbers carry on from the number before in their sentence: what it was of, a
share of it, where it was put, what it cost."""

from __future__ import annotations

import re

import msgspec

from exporter.briefing.quantities.english import counts, referring, shares
from exporter.briefing.quantities.english.clauses import CLAUSE, lacks_subject, verb_at
from exporter.briefing.quantities.english.nouns import does, nouns, untailed
from exporter.briefing.quantities.english.predicates import predicate
from exporter.briefing.quantities.english.words import ABOUT, group, united

_FEW = 4
OF_THEM = re.compile(
    r" of (?:(?:it|them|which|whom)\b|(?:those|these)(?= (?:have|has|had|are|is|were|was|will|would"
    r"|can|run|live|work|go|need|came|went|now|still)\b|[,.;]))"
)
_WORTH = re.compile(r"(?:and )?(?:worth|valued at|costing)\b[a-z ]*$")
# 5 percent in the west and 2 percent overall
_OVERALL = re.compile(r" (?:overall|nationwide|nationally|in total|in all)\b")
_PLACED = re.compile(r"(?P<what>.{3,}?) (?:in|to|from|for|among|across) ")
_IS_THAT = re.compile(r", (?:which|that) (?:is|was|are|were)(?: [a-z]+ly| still| about| some)* $")
# 10 percent of revenue in the rainy day fund, which now stands at
_PUT_IN = re.compile(
    r" (?:in|into|to|for|on) (?:the|our|a|its) (?P<where>[a-z][a-z -]{2,40}), which(?: now| already"
    r"| has| also)* (?:stands|stood|holds|held|totals|totall?ed|amounts|runs|costs?|covers|covered"
    r"|grew|grown|fell|fallen|rose|risen)(?: (?:now|at|to|about|over|some|nearly|around|by))* $"
)
_MAKE_UP = [[who, verb] for who in ("they", "it", "which") for verb in ("make", "makes", "made")]
_CAME = re.compile(r" (?:came|comes|is coming|will come) from (?:the |our )?(?=[a-z])")
_BESIDE = re.compile(
    r"(?:, or [^,;]{3,25},|,)? (?P<how>(?:higher|lower|more|less|fewer|faster|slower) than"
    r"|below|above|short of|ahead of) (?:(?:that|those) of )?(?:the |our |its )?(?=[a-z])"
)
# £37 million on tests and £12 million on tracing
_NEXT_GOAL = re.compile(r"(?:on|for|into|to) [a-z][a-z '’-]{2,40} (?:and|or|plus)")
_PASSIVE = re.compile(
    r" (?:has been|have been|was|were|is|are|will be) (?:also |already |now )?"
    r"(?P<done>[a-z]{3,}ed|put|spent|given|sent|paid|set aside)"
    r" (?P<joint>from|to|for|on|in|into|by) (?:the |our |its |their )?(?=[A-Za-z])"
)
_MET = re.compile(r" (?P<how>contained|funded|completed?|vaccinated|full)(?=[.,;]|$)")
_AT_A_COST = re.compile(rf"\bat an? (?:[a-z]+ )?cost of {ABOUT}$")
REST = frozenset(
    {"", "and", "remaining", "and remaining", "and the remaining", "the remaining", "including"}
) | {"plus", "or", "with", "of which", "and another", "another", "as well as"}


class Named(msgspec.Struct, frozen=True, gc=False):
    """The words, and whether they were taken over from the number before."""

    text: str | None
    inherited: bool = False


def carried(
    left: str, clause: str, right: str, kind: str, unit: str | None, last: str
) -> Named | None:
    """The name that goes on from the number before in the sentence, where it does."""
    bare = untailed(clause)
    if told := _spent(left, bare, right, kind, last) or _of_them(left, clause, right, last):
        return Named(told)
    if kind == "count" and unit and (part := counts.part_done(unit, bare, right, last)):
        return Named(part)
    if _OVERALL.match(right) and (placed := _PLACED.match(last)):
        return Named(placed.group("what"), inherited=True)
    if more := referring.listed(bare, right, last) or referring.next_in_rank(left, last):
        return Named(more, inherited=True)
    if told := _further(left, bare, right, kind, last):
        return Named(told, inherited=True)
    if referring.goes_on_from_a_whole(bare):
        return Named(last, inherited=True)
    if shared := _of_the_whole(clause, right, kind, last):
        return Named(shared)
    moves = referring.only_moves(clause) and not shares.whole_of(right)
    if not moves and (_goes_on(bare) or _tells_of_it(clause)):
        return Named(last, inherited=True)
    more = "" if moves else referring.elided(clause, last)
    return Named(more) if more else None


def _further(left: str, bare: str, right: str, kind: str, last: str) -> str:
    """The same of which a second number tells more: how far it is met (is 770 acres and 29 percent
    *contained*), what it is worth, how far it is below another."""
    if kind == "percent" and (met := _MET.match(right)) and bare in REST:
        return f"{last} {met.group('how')}"
    if _WORTH.match(CLAUSE.split(left)[-1].strip()):
        return last
    return f"{last}{beside(right)}" if _IS_THAT.search(left) else ""


def _done_with_it(right: str) -> str:
    """What is done with a sum that opens its own clause (and $10 million *has been allocated from
    the central fund*)."""
    found = _PASSIVE.match(right)
    more = nouns(right[found.end() :], _FEW) if found is not None else ""
    return f"{found.group('done')} {found.group('joint')} {more}" if found and more else ""


def _of_them(left: str, clause: str, right: str, last: str) -> str:
    """A share of the last things (of them, of which), with who makes it up or what is told of it;
    or where the last sum was put (in the rainy day fund, which now stands at)."""
    if put := _PUT_IN.search(left):
        return put.group("where")
    of = OF_THEM.match(right)
    if of is None:
        return ""
    if who := shares.made_up_by(clause):
        return shares.of_whole(who, last)
    done = predicate(right[of.end() :], sure=True)
    verb, _, things = last.partition(" ")
    led = bool(things) and (does(verb) or verb in group("having_to_do"))
    return f"{things if led else last} {done}" if done else last


def _spent(left: str, bare: str, right: str, kind: str, last: str) -> str:
    """What the last thing costs, or what a further sum of a list is for."""
    if kind == "money" and bare in REST and (done := _done_with_it(right)):
        return done
    if _AT_A_COST.search(left):
        return f"cost of {last}"
    if kind == "money" and (source := _CAME.match(right)):
        return f"{last} from {nouns(right[source.end() :], _FEW)}"
    whole, parted, _ = last.partition(" to ")
    if goes := shares.gone_to(right, kind, listed=bool(parted) and bare in REST):
        return f"{whole} to {goes}"
    listed = kind == "money" and (bare in REST or _NEXT_GOAL.fullmatch(bare))
    return shares.goal("", right, kind) if listed else ""


def _of_the_whole(clause: str, right: str, kind: str, last: str) -> str:
    """*N percent of the whole* where the clause has nothing of its own, or only tells that the
    last thing is that share (accounting for)."""
    words = clause.lower().split(" ")
    remark = words[0] in group("remarks") or words[:2] in _MAKE_UP
    if clause == "including" and kind == "percent" and (part := shares.share("", right, kind)):
        return part
    if clause.strip(" or") and not (kind == "percent" and (remark or lacks_subject(clause))):
        return ""
    whole = shares.share("", right, kind)
    if clause and not whole:
        return ""
    if whole[:4].lower() in ("over", "unde"):
        return whole
    tail = right[max(right.find(whole), 0) + len(whole) :].lstrip()[:1]
    joined = kind in ("percent", "ratio") and (bool(clause) or tail in ",.;)-–—")
    return shares.of_whole(last, whole) if whole and joined else whole or last


def beside(right: str) -> str:
    """What the number sets its subject against: *1.3 points higher than that of the country*,
    *$312 million below forecast*."""
    found = _BESIDE.match(right)
    other = nouns(right[found.end() :], _FEW) if found is not None else ""
    if found is None or not other or not group("times").isdisjoint(other.lower().split(" ")):
        return ""
    return f" {found.group('how')} {other}"


def _tells_of_it(clause: str) -> bool:
    """Whether the clause is a remark on what came before (accounting for, driving it up by)."""
    words = clause.split(" ")
    yields = words[0] in ("bring", "resulting", "leading")
    if not words[0].endswith("ing") or yields or referring.is_elided(clause):
        return False
    if words[0] in group("transitive") and not referring.only_moves(" ".join(words[1:]) or "by"):
        return False
    return verb_at(words) is None or words[0].lower() in group("remarks")


def _goes_on(clause: str) -> bool:
    """Whether the words since the last number only end what it told (lower than a year earlier,
    and)."""
    words = clause.split(" ")
    opens = words[0].lower() in united("behind", "stops") | {"per", "a"}
    return (
        opens
        and len(words) > 1
        and words[-1] in ("and", "or", "but", "to", "be")
        and verb_at(words[:-1]) is None
    )
