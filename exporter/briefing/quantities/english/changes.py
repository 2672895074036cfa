"""Which way an English number moved: by the verb before it, the noun behind it, or by where it
came from."""

from __future__ import annotations

import re
from decimal import Decimal

from exporter.briefing.model import Change, Fact, Quantity
from exporter.briefing.quantities.english.clauses import CLAUSE, DETERMINERS, LEADS, lists
from exporter.briefing.quantities.english.found import without_bound
from exporter.briefing.quantities.english.words import ABOUT, WORD, group

_MOVE_REACH = 6
_SECONDS = {"minute": 60, "hour": 3600, "day": 86_400, "week": 604_800, "month": 2_629_800}
_SECONDS["year"] = 31_557_600
_CLAUSE = re.compile(r"[,;:()—]\s|\. ")
_FROM = re.compile(
    r"(?:(?:down|up|increased|decreased|revised up|revised down) from|compared (?:with|to)"
    r"|instead of|versus|against|after|(?:faster|slower|higher|lower|better|worse) than(?= the))"
    r"(?: about| nearly| just| around| a| the)* $"
)
_OUT_OF = re.compile(rf"\bfrom {ABOUT}$")
_TO = re.compile(
    r"(?: [A-Za-z'’-]+){0,2}(?: (?:an?|per) [a-z]+)?"
    r"(?: (?:in|at|by|of|over|last|this) [A-Za-z0-9 ]{1,40}?)?,? (?:down |up |back )?to "
    rf"{ABOUT}$"
)
_AIM = re.compile(r"(?: [a-z]+)? (?:target|goal)\b")
_TO_LEVEL = re.compile(rf" to {ABOUT}$")
_FOR_SO_LONG = re.compile(rf"\bfor {ABOUT}$")
_LOST = re.compile(rf"\b(?:lost|lose|losing) {ABOUT}$")
_CAME = re.compile(
    r"[^,;.0-9]{0,60}(?:(?:19|20)[0-9]{2})?, (?P<way>down|up)(?: sharply| slightly)? from\b"
)
_GAPPED = re.compile(
    r"(?: (?:for|in|to|of) [A-Za-z][A-Za-z -]{1,40})?,? and (?:(?:[A-Za-z-]+ ){1,6}by )?"
)
"""What stands before a further number of the same move (4.8% and metal ores by 4.9%)."""
_TIMED_FROM = re.compile(r",? (?:in|at|by|over|last|this|a) [A-Za-z0-9 ]{1,30},? from ")
_LED_TO = re.compile(
    r"\b(?:from|compared with|compared to|versus|against)(?: [a-z]+){0,2} $"
    r"|\bafter(?: [a-z-]+){1,4} $"
)
_COMPARED_WITH = re.compile(
    r",? ?(?:(?:higher|lower|more|less|fewer|faster|slower) )?(?P<base>year[ -]on[ -]year"
    r"|month[ -]on[ -]month|quarter[ -]on[ -]quarter|year[ -]over[ -]year"
    r"|(?:from|than|on|over|compared with|compared to|down from|up from)"
    r" (?:an? |the |that |last |[0-9$])(?:[^,.;:()]|[.,](?=[0-9])){2,60})"
)
_ONLY_BY = frozenset({"by", "to", "of", "about", "nearly", "around"})
_NO_MOVE = re.compile(r"(?<=\bvalue) added\b|\b(?:make|made|makes|making|sums?|set) up\b")
_TIMES = (
    r"(?:an? |the )?(?:same|year|month|quarter|week|previous|last|earlier|before|expected|forecast"
    r"|[12][0-9]{3}|in |at |on |that (?:of|in) (?:the )?(?:same|previous|last|[12][0-9]{3}))"
)
"""What stands behind *higher than* where a number has moved, and isn't compared with another."""
_AFTER_MOVE = re.compile(
    r" (?:(?:was|were|has been|have been|being) (?P<done>added|lost|cut)\b"
    r"|(?P<word>[a-z]+) (?:in|of|from|on|over|compared)\b"
    r"|(?P<noun>increase|rise|gain|jump|decrease|drop|fall|decline|reduction|cut)(?=[,.;]|$)"
    rf"|(?P<more>higher|lower|more|less|fewer)\b(?! than (?!{_TIMES})))"
)


def is_base(left: str) -> bool:
    """Whether the words lead to a number that others are compared with."""
    return _LED_TO.search(left) is not None


def began(left: str) -> bool:
    """Whether the number behind these words is where a move began (rose from)."""
    return _OUT_OF.search(left) is not None


def base(left: str, near: str, quantity: Quantity, last: Fact | None) -> bool:
    """Whether the number is one that the last is compared with (up from 3.7 percent)."""
    if last is None:
        return False
    came = last.quantity.unit == quantity.unit and _TIMED_FROM.fullmatch(near) is not None
    return came or (_FROM.search(left) is not None and not _has_own_subject(near))


def _has_own_subject(near: str) -> bool:
    """Whether the clause that leads to the number tells of another thing (and the rate came down
    from)."""
    own = LEADS.sub("", CLAUSE.split(near)[-1].strip() + " ")
    found = _FROM.search(own)
    words = own[: found.start()].lower().split(" ") if found is not None else []
    return len(words) > 1 and words[0] in DETERMINERS


def against(
    left: str, near: str, right: str, last: Fact | None, moved: Change | None
) -> str | None:
    """What the number is compared with, in the words of the source (year on year, from 3.7
    percent)."""
    if moved is None:
        return None
    if told := _COMPARED_WITH.match(right):
        return told.group("base")
    if last is not None and _TO.fullmatch(near):
        before = left[: len(left) - len(near) - len(last.quantity.text)]
        began = _OUT_OF.search(before)
        return left[began.start() : len(left) - len(near)] if began is not None else None
    return None


def change(
    left: str, near: str, right: str, quantity: Quantity, last: Fact | None, *, inherited: bool
) -> Change | None:
    """The move told of the number; none where it tells where a move began, or only the level that
    a move by so much led to (rose 9 percent to $4.2 billion)."""
    if began(left) or _AIM.match(right):
        return None
    if last is not None and _TO.fullmatch(near) and (moved := _between(left, near, quantity, last)):
        return moved
    if last is not None and _TO_LEVEL.fullmatch(near) and _is_rate(last) and not _rate(quantity):
        return None
    if last is not None and _TO_LEVEL.fullmatch(near.lstrip(",")) and _is_level_of(quantity, last):
        return last.change
    if quantity.type == "duration" and _FOR_SO_LONG.search(near):
        return None
    if quantity.type in ("count", "duration") and _LOST.search(near) and not _is_fewer(quantity):
        return None
    moved = _moved_after(right) or _before(left if inherited else near) or _came(right)
    if last is None or moved is not None:
        return moved
    same = (last.quantity.type, last.quantity.unit) == (quantity.type, quantity.unit)
    more = same and _rate(quantity) and lists(near) and not right.startswith(" of ")
    gapped = not right.startswith(" of ") and _GAPPED.fullmatch(near) is not None
    goes_on = more or (inherited and same and _rate(quantity)) or gapped
    return last.change if goes_on else None


def _is_fewer(quantity: Quantity) -> bool:
    """Whether to lose so many is a fall of their number (jobs), no mere loss (lives, hours)."""
    return (quantity.unit or "").lower() in group("losable")


def _is_level_of(quantity: Quantity, last: Fact) -> bool:
    """Whether the number is the rate to which a move by so many points led (0.5 points, to 8%)."""
    return last.quantity.type == "delta" and quantity.type == "percent"


def _came(right: str) -> Change | None:
    """The way told further behind (4.3 percent in the third quarter, down from 4.6 percent)."""
    found = _CAME.match(right)
    if found is None:
        return None
    return "decrease" if found.group("way") == "down" else "increase"


def _between(left: str, near: str, quantity: Quantity, last: Fact) -> Change | None:
    """The move from the last number to this one (from 16 million tonnes to 25 million)."""
    then, now = _in_seconds(last.quantity), _in_seconds(quantity)
    before = left[: len(left) - len(near) - len(last.quantity.text)]
    same = last.quantity.type == quantity.type == "duration"
    same = same or (last.quantity.type, last.quantity.unit) == (quantity.type, quantity.unit)
    if not same or then is None or now is None or then == now or not _OUT_OF.search(before):
        return None
    return "increase" if now > then else "decrease"


def _in_seconds(quantity: Quantity) -> Decimal | None:
    """The value; a duration's in seconds, so that hours compare with minutes."""
    word = (quantity.unit or "").split(" ")[-1].removesuffix("s")
    times = _SECONDS.get(word, 1) if quantity.type == "duration" else 1
    return quantity.value * times if quantity.value is not None else None


def _is_rate(fact: Fact) -> bool:
    return _rate(fact.quantity) and fact.change is not None


def _rate(quantity: Quantity) -> bool:
    return quantity.type in ("percent", "delta")


def _moved_after(right: str) -> Change | None:
    """The move told behind a level (3.6 percent, down from 3.7 percent) or behind its size (a 12
    percent increase in exports)."""
    if right.startswith((", down from", " down from")):
        return "decrease"
    if right.startswith((", up from", " up from")):
        return "increase"
    found = _AFTER_MOVE.match(right)
    word = next((told for told in found.groups() if told), "") if found is not None else ""
    if word in group("rise") or word in ("more", "higher"):
        return "increase"
    return "decrease" if word in group("fall") or word in ("less", "fewer", "lower") else None


def _before(left: str) -> Change | None:
    left = without_bound(left)
    said = [clause for clause in _CLAUSE.split(_NO_MOVE.sub("", left)) if clause]
    words = [word.lower() for word in WORD.findall(said[-1])] if said else []
    if len(said) > 1 and set(words) <= _ONLY_BY:
        words = [word.lower() for word in WORD.findall(said[-2])]
    if words[-2:] == ["growth", "by"] and "down" in words:
        return "decrease"
    words = words[-_MOVE_REACH:]
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        if word == "growth" and not group("levels").isdisjoint(words[at:]):
            return None
        behind = words[at + 1] if at + 1 < len(words) else ""
        if word in group("moves_as_nouns") and behind in group("helping"):
            return None
        if word in group("rise"):
            return "increase"
        if word in group("fall"):
            return "decrease"
    return None
