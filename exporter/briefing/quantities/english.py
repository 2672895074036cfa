"""Quantities of English records: plain numbers with units, percent, dollars, counts of things;
the same facts as in Chinese, by fewer rules."""

from __future__ import annotations

import re
from bisect import bisect_right

import msgspec

from exporter.briefing import sentences
from exporter.briefing.model import Change, Fact, PeriodFrom, Status
from exporter.briefing.quantities import english_lists
from exporter.briefing.quantities.english_mentions import BARE, Found, in_sentence, without_bound
from exporter.briefing.quantities.english_names import named
from exporter.briefing.quantities.english_periods import DATES, Told, period, periods, untimed
from exporter.briefing.quantities.english_words import WORD, group
from exporter.briefing.quantities.scene import Scene
from exporter.briefing.quantities.spans import spans_of
from exporter.transcript.model import Paragraph

_LEFT, _MOVE_REACH, _OPENING, _NEAR = 160, 6, 40, 4
_FROM = re.compile(
    r"(?:(?:down|up) from|compared (?:with|to)|instead of|versus)(?: about| nearly| just)? $"
)
_OUT_OF = re.compile(r"\bfrom (?:about |around |nearly |just |some )?$")
_ONLY_BY = frozenset({"by", "to", "of", "about", "nearly", "around"})
_TODAY = ("today", "yesterday", "now")
_CLAUSE = re.compile(r"[,;:()—]\s|\. ")
_TIMED_FROM = re.compile(r" (?:in|at|by|over|last|this|a) [A-Za-z0-9 ]{1,30} from ")
_PAPERS = "(?:budget|bill|plan|proposal|package|programme?|strategy|blueprint)"
_LAYS_DOWN = (
    "(?:holds|puts|sets|includes|provides|invests|allocates|funds|gives|calls|commits|devotes"
    "|spends|keeps|contains|proposes|dedicates)"
)
_AHEAD = re.compile(
    r"\b(?:going|gonna|set|on track|hop(?:e|es|ing)|wants?|ready) to\b"
    r"|\bask(?:ed|ing)? for\b|['’]ll\b"
    r"|['’]d (?:still |also |then )?(?:have|be|like|need|see|get|want|expect|hope|build|hire|add)\b"
    rf"|\b{_PAPERS} (?:also |would )?{_LAYS_DOWN}\b"
    rf"|\bin (?:this|my|our|next year['’]s) {_PAPERS}\b"
)
"""Words of what is not done yet, as they are spoken."""
_BUDGETED = re.compile(rf" in (?:this|my|our|next year['’]s) {_PAPERS}\b")
_GOES_ON = re.compile(
    r"(?:and |then )?[a-z]{2,}(?<!ss)s (?:aside |up |out )?$|or (?:about |nearly )?$"
)
_OF_IT = re.compile(rf"(?:It|This) (?:also |would )?{_LAYS_DOWN}\b")
_NO_MOVE = re.compile(r"(?<=\bvalue) added\b|\b(?:made?|makes|making|sums?|set) up\b")
_TIMES = (
    r"(?:an? |the )?(?:same|year|month|quarter|week|previous|last|earlier|before|expected|forecast"
    r"|[12][0-9]{3}|in |at |on |that (?:of|in) (?:the )?(?:same|previous|last|[12][0-9]{3}))"
)
"""What stands behind *higher than* where a number has moved, and isn't compared with another."""
_AFTER_MOVE = re.compile(
    r" (?:(?:was|were|has been|have been|being) (?P<done>added|lost|cut)\b"
    r"|(?P<word>[a-z]+) (?:in|of|from|on|over|compared)\b"
    rf"|(?P<more>higher|lower|more|less|fewer)\b(?! than (?!{_TIMES})))"
)


def read(paragraph: Paragraph, scene: Scene, out: list[Fact]) -> None:
    """The facts of an English paragraph, added to `out`."""
    text = paragraph.text
    dates = [match.span() for match in DATES.finditer(text)]
    held: Told | None = None
    for bounds in sentences.sentences(text):
        sentence = text[bounds[0] : bounds[1]]
        told = periods(sentence, scene.year, scene.month)
        number = len(out)
        for found in in_sentence(text, bounds, dates):
            fact = _fact(paragraph, bounds, found, scene, out)
            fact = _timed(fact, sentence, told, bounds[0], found.end)
            out.append(_lent(fact, held, scene))
        first = _carried(told, out, number)
        held = first or held
        if first is not None and first.holds:
            scene.told = first.text
        english_lists.parted(out, number, text)


def _carried(told: list[Told], out: list[Fact], number: int) -> Told | None:
    """The period that the sentences after this one are of, where they tell none: what it opens
    with, or what its first figure is of."""
    if not told or told[0].text.endswith(("week", "month")):
        return None
    if told[0].start < _OPENING:
        return None if told[0].text.endswith(_TODAY) else told[0]
    own = out[number].period if len(out) > number else None
    return next((each for each in told if each.text == own and each.holds), None)


def _timed(fact: Fact, sentence: str, told: list[Told], start: int, end: int) -> Fact:
    """The fact with the period that its sentence tells."""
    near = bisect_right(told, fact.at - start, key=lambda each: each.end)
    told = told[max(0, near - _NEAR) : near + _NEAR]
    own = period(sentence, told, fact.at - start, end - start)
    if fact.indicator:
        fact = msgspec.structs.replace(fact, indicator=untimed(fact.indicator, told))
    return msgspec.structs.replace(fact, period=own)


def _lent(fact: Fact, held: Told | None, scene: Scene) -> Fact:
    """The fact with the period that an earlier sentence of the paragraph, or else of the speech,
    told, where its own tells none."""
    lent = held.text if held is not None else scene.told
    if fact.period is not None or not lent or fact.status != "actual":
        return fact
    source: PeriodFrom = "paragraph" if held is not None else "earlier"
    return msgspec.structs.replace(
        fact, period=lent, period_from=source, rule=f"{fact.rule}/carried"
    )


def _fact(
    paragraph: Paragraph, bounds: tuple[int, int], found: Found, scene: Scene, out: list[Fact]
) -> Fact:
    text, turn = paragraph.text, scene.turn
    last = (
        out[-1] if out and (out[-1].paragraph, out[-1].sentence) == (paragraph.id, bounds) else None
    )
    left = text[max(bounds[0], found.start - _LEFT) : found.start]
    floor = max(bounds[0], last.at + len(last.quantity.text)) if last is not None else bounds[0]
    near = text[max(floor, found.start - _LEFT) : found.start]
    right = text[found.end : bounds[1]]
    of = last.indicator if last is not None else None
    before = last is not None and (_FROM.search(left) or _came_from(last, near, found))
    began = _OUT_OF.search(left)
    thing = "" if found.thing == BARE else found.thing
    name = named(
        near, right, kind=found.quantity.type, unit=found.quantity.unit, thing=thing, last=of
    )
    told = left if name.inherited else near
    return Fact(
        id=f"f{len(out) + 1}",
        quantity=found.quantity,
        paragraph=paragraph.id,
        at=found.start,
        sentence=bounds,
        spans=spans_of(paragraph, found.start, found.end),
        rule=f"english.{found.quantity.type}",
        indicator=(of if before else name.text) or None,
        change=None if before or began else _moved_after(right) or _change(told),
        status=_status(left, right, last, out[-1] if out else None),
        speaker=turn.speaker if turn is not None else None,
        turn=turn.id if turn is not None else None,
    )


def _tail(left: str) -> list[str]:
    return [word.lower() for word in WORD.findall(_CLAUSE.split(left)[-1])]


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


def _change(left: str) -> Change | None:
    left = without_bound(left)
    said = [clause for clause in _CLAUSE.split(_NO_MOVE.sub("", left)) if clause]
    words = [word.lower() for word in WORD.findall(said[-1])] if said else []
    if len(said) > 1 and set(words) <= _ONLY_BY:
        words = [word.lower() for word in WORD.findall(said[-2])]
    words = words[-_MOVE_REACH:]
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        if word == "growth" and not group("levels").isdisjoint(words[at:]):
            return None
        if word in group("rise"):
            return "increase"
        if word in group("fall"):
            return "decrease"
    return None


def _came_from(last: Fact, near: str, found: Found) -> bool:
    """Whether the number is where the last one came from (to 3.7 percent in May from 4.4)."""
    return last.quantity.unit == found.quantity.unit and _TIMED_FROM.fullmatch(near) is not None


def _status(left: str, right: str, last: Fact | None, earlier: Fact | None) -> Status:
    """By the words of the number's own clause; a clause without subject (*and sets aside*, *or
    about*) goes on with what the last number of the sentence was, *It puts* with what the last
    number of the sentence before was."""
    words = _tail(left)
    if any(word in group("target") for word in words):
        return "target"
    own = _CLAUSE.split(left)[-1]
    if any(word in group("plan") for word in words) or _AHEAD.search(own) or _BUDGETED.match(right):
        return "plan"
    if last is None and earlier is not None and _OF_IT.match(left):
        return earlier.status
    return last.status if last is not None and _GOES_ON.match(own) else "actual"
