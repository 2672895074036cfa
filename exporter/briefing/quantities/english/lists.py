"""*Exports and imports grew by 3 and 5 percent respectively*: each number of the list gets its own
member of the subject, and a later list of the same length follows the first."""

from __future__ import annotations

import re

import msgspec

from exporter.briefing.model import Fact
from exporter.briefing.quantities.english.counts import is_done
from exporter.briefing.quantities.english.nouns import does, nouns
from exporter.briefing.quantities.english.words import united

_JOINT = re.compile(r"(?:,| and|, and|,? or)(?: (?:about|nearly|over|around|up|by|to))? ?")
_CUE = re.compile(r"\brespectively\b")
_HEAD = re.compile(r"^(.{3,}? (?:of|with|in|for|to|from) )")
_ORDINALS = ("first", "second", "third", "fourth", "fifth")
_REACH, _MOST, _FEW = 60, 8, 4
# 284 engines, 41 bulldozers and 19 helicopters
_LIST_GAP = re.compile(r"(?: [a-z-]+){1,3}(?:,|,? and)(?: (?:about|nearly|over|some))? ")
_WITH_GAP = re.compile(r",? (?:along with|together with|as well as|with)(?: (?:about|some))? $")
_PLACED = re.compile(
    r"(?: (?:were|are|was|is))? "
    r"(?P<joint>in|for|from|among|at|by(?= (?:value|volume|weight|sea|air|rail|road)\b)) (?:the )?"
    r"(?P<place>[A-Za-z][^,.;:0-9]{1,40}?)(?:, and|, but|, while| and| but|,)"
    r"(?: (?:about|nearly|over|around|just|only|some|another|almost))* "
)


def parted(out: list[Fact], first: int, text: str) -> None:
    """Gives in place the facts from `first` on, one sentence's, each its own member's name."""
    names: list[str] = []
    at = first
    while at < len(out):
        run = _run(out, at, text)
        at += len(run)
        if len(run) < 2:
            continue
        end = run[-1].at + len(run[-1].quantity.text)
        told = _members(run[0].indicator or "", len(run))
        if _respectively(text, run, end):
            names = told or names or _before(out, first, at - len(run), len(run))
        elif len(told) > 1 and _same_name(run):
            names = told
        if len(names) == len(run):
            change = next((fact.change for fact in run if fact.change), None)
            out[at - len(run) : at] = [
                msgspec.structs.replace(fact, indicator=name, change=change)
                for fact, name in zip(run, names, strict=True)
            ]


def placed(out: list[Fact], first: int, text: str) -> None:
    """Gives in place each number of a list of places or groups the name of the first with its own
    (the rate was 5.4 percent in hospitality, 4.8 percent in health care and 2.2 percent in)."""
    at = first
    while at < len(out):
        run, joint, told = _in_places(out, at, text)
        if told:
            _give_places(out, at, run, joint, told, text)
        at += len(run)


def attributed(out: list[Fact], first: int, text: str) -> None:
    """Gives the bare nouns of a list what is told of its last, or of what they are *with* (284
    engines, 41 bulldozers and 19 helicopters assigned to the fire)."""
    for at in range(first + 1, len(out)):
        before, fact = out[at - 1], out[at]
        gap = text[before.at + len(before.quantity.text) : fact.at]
        joined = _LIST_GAP.fullmatch(gap) or _WITH_GAP.search(gap)
        if joined and _is_alone(fact) and (told := _told_behind(before)):
            out[at] = msgspec.structs.replace(fact, indicator=f"{fact.indicator} {told}")
    told = ""
    for at in range(len(out) - 1, first, -1):
        before, fact = out[at - 1], out[at]
        gap = text[before.at + len(before.quantity.text) : fact.at]
        own = text.startswith(f" {fact.indicator}", fact.at + len(fact.quantity.text))
        told = _told_behind(fact) if own else told
        if not (_is_alone(before) and _LIST_GAP.fullmatch(gap)):
            told = ""
        elif told:
            out[at - 1] = msgspec.structs.replace(before, indicator=f"{before.indicator} {told}")


def _is_alone(fact: Fact) -> bool:
    """Whether the count is named by its noun alone."""
    name = fact.indicator or ""
    counts = fact.quantity.type == "count" and fact.quantity.unit is not None
    return counts and name.split(" ")[-1] == fact.quantity.unit and not does(name.split(" ")[0])


def _told_behind(fact: Fact) -> str:
    """What is told of counted things behind their noun."""
    unit = fact.quantity.unit if fact.quantity.type == "count" else None
    _, found, told = (fact.indicator or "").partition(f"{unit} ") if unit else ("", "", "")
    return told if found and is_done(told) else ""


def _in_places(out: list[Fact], at: int, text: str) -> tuple[list[Fact], str, list[str]]:
    """The facts of the list that begins `at`, the word before each place, the places but the
    last."""
    run, joint, told = [out[at]], "", list[str]()
    for fact in out[at + 1 : at + _MOST]:
        last = run[-1]
        gap = text[last.at + len(last.quantity.text) : fact.at]
        found = _PLACED.fullmatch(_without_unit(gap, last))
        same = fact.quantity.type == last.quantity.type and fact.quantity.unit == last.quantity.unit
        if found is None or not same or joint not in ("", found.group("joint")):
            break
        joint = found.group("joint")
        told.append(found.group("place"))
        run.append(fact)
    return run, joint, told


def _give_places(
    out: list[Fact], at: int, run: list[Fact], joint: str, told: list[str], text: str
) -> None:
    last = run[-1]
    right = _without_unit(text[last.at + len(last.quantity.text) : last.sentence[1]], last)
    found = re.match(rf" {joint} (?:the )?(?=[A-Za-z])", right)
    own = nouns(right[found.end() :], _FEW) if found is not None else ""
    head = (run[0].indicator or "").partition(f" {joint} ")[0]
    if not own or not head:
        return
    times = united("months", "times", "days", "lone")
    for number, (fact, place) in enumerate(zip(run, [*told, own], strict=True)):
        named = f" {place}" in (fact.indicator or "")
        if not named and times.isdisjoint(place.lower().split(" ")):
            name = f"{head} {joint} {place}"
            out[at + number] = msgspec.structs.replace(fact, indicator=name)


def _without_unit(gap: str, fact: Fact) -> str:
    unit = f" {fact.quantity.unit}" if fact.quantity.type == "count" else ""
    return gap.removeprefix(unit) if unit else gap


def _run(out: list[Fact], at: int, text: str) -> list[Fact]:
    run = [out[at]]
    for fact in out[at + 1 : at + _MOST]:
        last = run[-1]
        gap = text[last.at + len(last.quantity.text) : fact.at]
        if fact.quantity.type != last.quantity.type or not _JOINT.fullmatch(gap):
            break
        run.append(fact)
    return run


def _before(out: list[Fact], first: int, at: int, number: int) -> list[str]:
    """The names of the numbers right before the list, one for each of it (handled 398 million tons
    and 9.6 million containers, up 4.5 and 7.7 percent respectively)."""
    own = [fact.indicator or "" for fact in out[max(first, at - number) : at]]
    return own if len(set(own)) == number and all(own) else []


def _respectively(text: str, run: list[Fact], end: int) -> bool:
    return bool(
        _CUE.search(text, end, min(run[0].sentence[1], end + _REACH))
        or _CUE.search(text, max(run[0].sentence[0], run[0].at - _REACH), run[0].at)
    )


def _same_name(run: list[Fact]) -> bool:
    """Whether the numbers of the list have one list of names, which then is theirs one by one."""
    return len({fact.indicator for fact in run}) == 1


def _members(subject: str, number: int) -> list[str]:
    """The members of the list that the subject is, or nothing where they are not as many."""
    for joint in (r", and ", r", and |, | and ", r",? and |, "):
        parts = [part.strip() for part in re.split(joint, subject) if part.strip()]
        if len(parts) == number:
            parts = _with_tail(parts)
            if headed := _with_head(parts):
                return headed
            head = _HEAD.match(parts[0])
            shared = head.group(1) if head is not None else ""
            alone = any(_HEAD.match(part) for part in parts[1:])
            return [parts[0], *(part if alone else shared + part for part in parts[1:])]
    return []


def _with_head(parts: list[str]) -> list[str]:
    """The members with what only the first says (trips by rail and by air)."""
    joint = parts[1].split(" ")[0] if len(parts) > 1 else ""
    head, found, _ = parts[0].partition(f" {joint} ")
    alike = joint in ("by", "in", "for", "from", "to") and all(
        part.startswith(f"{joint} ") for part in parts[1:]
    )
    return [parts[0], *(f"{head} {part}" for part in parts[1:])] if found and alike else []


def _with_tail(parts: list[str]) -> list[str]:
    """The members with the noun that only the last has (the primary, secondary and tertiary
    industries)."""
    _, of, whole = parts[-1].partition(" of ")
    if of and not any(" " in part for part in parts[:-1]):
        return [*(f"{part} of {whole}" for part in parts[:-1]), parts[-1]]
    words = parts[-1].split(" ")
    if parts[0].split(" ")[-1] in _ORDINALS and words[0] in _ORDINALS and len(words) > 1:
        tail = " ".join(words[1:])
        return [*(f"{part} {tail}" for part in parts[:-1]), parts[-1]]
    single = all(len(part.split(" ")) == 1 for part in parts[1:-1])
    noun = words[-1] if len(words) == 2 and words[-1].endswith("s") else ""
    shared = noun and single and parts[0].split(" ")[-1].islower() and len(parts) > 2
    return [*(f"{part} {noun}" for part in parts[:-1]), parts[-1]] if shared else parts
