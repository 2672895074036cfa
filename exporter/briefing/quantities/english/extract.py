"""Quantities of English records: plain numbers with units, percent, dollars, counts of things;
the same facts as in Chinese, by fewer rules."""

from __future__ import annotations

import re
from bisect import bisect_right

import msgspec

from exporter.briefing import sentences
from exporter.briefing.model import Fact, PeriodFrom, Quantity
from exporter.briefing.quantities.english import changes, lists
from exporter.briefing.quantities.english.deeds import told_by_verb
from exporter.briefing.quantities.english.found import BARE, Found
from exporter.briefing.quantities.english.lending import (
    OF_THAT,
    Around,
    is_close,
    lent,
    of_its_kind,
)
from exporter.briefing.quantities.english.mentions import in_sentence
from exporter.briefing.quantities.english.names import named
from exporter.briefing.quantities.english.nouns import unnumbered
from exporter.briefing.quantities.english.periods import (
    Told,
    begins_move,
    period,
    periods,
    set_back,
    untimed,
)
from exporter.briefing.quantities.english.status import asked_for, status
from exporter.briefing.quantities.english.timewords import DATES, MONTHS, YEAR
from exporter.briefing.quantities.scene import Scene
from exporter.briefing.quantities.spans import spans_of
from exporter.transcript.model import Paragraph

_LEFT, _OPENING, _ALREADY, _START, _NEAR = 160, 40, 12, 6, 4
_LASTING = re.compile(r"\b(?:years|months|weeks|days|hours|decades?)$")
_BRIEF = (
    "past year",
    "past decade",
    "week",
    "month",
    "weeks",
    "days",
    "hours",
    "last quarter",
    "this quarter",
)
_OF_SEASON = ("season", "summer", "winter")
_NOW = re.compile(r"\b(?:[Tt]oday|[Yy]esterday|[Tt]onight|[Tt]his (?:morning|afternoon|evening))\b")
_OPENS_NOW = re.compile(r"(?:And |But )?(?:Today|Now|Currently|At present),? ")
_OF_WHAT = re.compile(r" of [a-z][a-z -]{2,40}?(?= and (?:[a-z]+ )?$)")
_JOINED = r" and | to $| (?:in|for|from|among|across|at|near) [^,;.0-9]{2,40} and $"
_A_DAY = r"(?: (?:an?|per|each|every) [a-z]+)?"
_ONE_MONTH = re.compile(rf"(?:{MONTHS}) {YEAR}")
_COVERS = re.compile(r"^first (?:half|[a-z0-9]+ (?:months|quarters)) of")
BASE = "/base"
"""Ends the rule's id of a number that others are compared with."""
_BACK = ("ago", "earlier", "before")
_STANDS = re.compile(
    r"(?<!That)(?<!This)(?<!It)(?<!which)(?<!that) (?:is|are|has|have|costs?|goes) (?!to )"
    r"|['’](?:re|ve) "
)
"""The number is one of what is so today, which no time told in an earlier paragraph is lent to."""
_TODAY = ("today", "yesterday", "now", "currently", "present", "moment")


def read(paragraph: Paragraph, scene: Scene, out: list[Fact]) -> None:
    """The facts of an English paragraph, added to `out`."""
    text = paragraph.text
    dates = [match.span() for match in DATES.finditer(text)]
    held: Told | None = None
    counted: Found | None = None
    present = False  # the paragraph has come to what is so today
    for number, bounds in enumerate(sentences.sentences(text)):
        sentence = text[bounds[0] : bounds[1]]
        before = held.text if held is not None else scene.told or scene.main
        earlier = tuple(each for each in (before, scene.told, scene.main) if each)
        timed = periods(sentence, scene.day, earlier)
        told = [each for each in timed if each.text]
        if back := set_back(sentence, before):
            told = [back, *told]
        first, here = len(out), _NOW.search(sentence) is not None
        for found in in_sentence(text, bounds, dates, counted):
            if _is_of_period(found, timed, bounds[0]):
                continue
            counted = found if found.quantity.type == "count" else counted
            fact = _fact(paragraph, bounds, found, scene, out)
            fact = _timed(fact, sentence, told, bounds[0], found.end, before)
            last = out[-1] if out and out[-1].paragraph == fact.paragraph else None
            at = fact.at - bounds[0]
            own = here or present or begins_move(sentence, at, found.end - bounds[0])
            if held is None and fact.change is None:
                own = own or _STANDS.search(sentence, 0, at) is not None
            out.append(fact if own else _lent(fact, held, scene, last))
        if first and OF_THAT.match(sentence):
            out[first:] = [_of_whole(fact, out[first - 1], paragraph) for fact in out[first:]]
        carried = _carried(told, out[first:])
        opens = carried is not None and number == 0 and carried.start <= _ALREADY
        inside = carried is not None and _lies_in(carried.text, before)
        held = held if inside and not opens else carried or held
        present = carried is None and (present or _OPENS_NOW.match(sentence) is not None)
        if carried is not None and carried.holds and ((opens and not inside) or not scene.told):
            scene.told = carried.text
            scene.main = scene.main or scene.told
        if len(out) > first + 1:
            lists.parted(out, first, text)
            lists.placed(out, first, text)
            lists.attributed(out, first, text)


def _lies_in(month: str, told: str) -> bool:
    """Whether a single month is told inside a longer time of the year, which then goes on."""
    return _ONE_MONTH.fullmatch(month) is not None and _COVERS.match(told) is not None


def _of_whole(fact: Fact, whole: Fact, paragraph: Paragraph) -> Fact:
    """A part of the sum told last, of the same period (over the next three years. Of that, …)."""
    if fact.period is not None or whole.period is None or not is_close(whole, paragraph):
        return fact
    source: PeriodFrom = "paragraph" if whole.paragraph == paragraph.id else "earlier"
    return msgspec.structs.replace(
        fact, period=whole.period, period_from=source, rule=f"{fact.rule}/carried"
    )


def _is_of_period(found: Found, told: list[Told], start: int) -> bool:
    """Whether the number only tells how long a period is (over the past 12 months)."""
    at = bisect_right(told, found.start - start, key=lambda each: each.start) - 1
    return at >= 0 and found.start - start < told[at].end


def _carried(told: list[Told], facts: list[Fact]) -> Told | None:
    """The period that the sentences after this one are of, where they tell none: what it opens
    with, or the one that all its `facts` are of but those only compared with; none to come."""
    told = [each for each in told if not each.near]
    if not told or told[0].text.endswith(_BRIEF + _OF_SEASON) or told[0].ahead:
        return None
    if any(fact.status != "actual" for fact in facts):
        return None
    if told[0].closes or told[0].printed.endswith(_BACK) or told[0].printed.startswith("When "):
        return None
    if told[0].start >= _START and told[0].text.startswith(("since ", "until ")):
        return None
    own = [fact.period for fact in facts if BASE not in fact.rule][-1:]
    last = next((each for each in reversed(told) if [each.text] == own and each.holds), None)
    opens = told[0].start < (_START if _LASTING.search(told[0].text) else _OPENING)
    if opens:
        return None if told[0].printed.endswith(_TODAY) else told[0]
    return last if last is not None and not last.ahead else None


def _timed(fact: Fact, sentence: str, told: list[Told], start: int, end: int, held: str) -> Fact:
    """The fact with the period that its sentence tells, the one `held` having been told before."""
    near = bisect_right(told, fact.at - start, key=lambda each: each.end)
    told = told[max(0, near - _NEAR) : near + _NEAR]
    own = period(sentence, told, fact.at - start, end - start, held)
    if fact.indicator:
        fact = msgspec.structs.replace(fact, indicator=untimed(fact.indicator, told) or None)
    return msgspec.structs.replace(fact, period=own)


def _lent(fact: Fact, held: Told | None, scene: Scene, before: Fact | None) -> Fact:
    """The fact with the period that an earlier sentence of the paragraph, or else of the speech,
    told, where its own tells none; a move, and what follows one, has else the period that the
    conference is about."""
    moved = fact.change is not None and fact.quantity.type in ("percent", "delta")
    follows = before is not None and before.period == scene.main != ""
    moved = moved or (follows and fact.quantity.type != "count")
    moved = moved or (
        fact.quantity.type == "percent"
        and (fact.indicator or "").endswith("rate")
        and "quarter" in scene.main
    )
    lent = held.text if held is not None else scene.told or (scene.main if moved else "")
    if fact.period is not None or not lent or fact.status != "actual":
        return fact
    source: PeriodFrom = "paragraph" if held is not None else "earlier"
    return msgspec.structs.replace(
        fact, period=lent, period_from=source, rule=f"{fact.rule}/carried"
    )


def _fact(
    paragraph: Paragraph, bounds: tuple[int, int], found: Found, scene: Scene, out: list[Fact]
) -> Fact:
    text, turn, quantity = paragraph.text, scene.turn, found.quantity
    earlier = out[-1] if out else None
    here = earlier is not None and (earlier.paragraph, earlier.sentence) == (paragraph.id, bounds)
    last = earlier if here else None
    left = text[max(bounds[0], found.start - _LEFT) : found.start]
    floor = max(bounds[0], last.at + len(last.quantity.text)) if last is not None else bounds[0]
    near = text[max(floor, found.start - _LEFT) : found.start]
    right = text[found.end : bounds[1]]
    of = last.indicator if last is not None else None
    before = changes.base(left, near, quantity, last)
    thing = "" if found.thing == BARE else found.thing
    name = named(
        _without_thing(near, last),
        right,
        kind="count" if thing else quantity.type,
        unit=quantity.unit,
        thing=thing,
        last=of,
        sentence=left,
    )
    told = of if before or _is_next(near, last, quantity) else name.text
    if before and last is not None and last.quantity.type == "duration":
        told = of_its_kind(quantity, out, bounds) or told
    moved = None
    if not before:
        moved = changes.change(left, near, right, quantity, last, inherited=name.inherited)
    around = Around(left, near, right)
    told = lent(told, around, found, out, paragraph, bounds, moves=moved is not None)
    told = told if before else told_by_verb(told, near, left, right, found, last)
    told = unnumbered(told)
    return Fact(
        id=f"f{len(out) + 1}",
        quantity=quantity,
        paragraph=paragraph.id,
        at=found.start,
        sentence=bounds,
        spans=spans_of(paragraph, found.start, found.end),
        rule=f"english.{quantity.type}{BASE if changes.is_base(left) else ''}",
        indicator=told or None,
        change=moved,
        comparison_base=changes.against(left, near, right, last, moved),
        status=asked_for(told, quantity.type, status(left, near, right, last, earlier)),
        speaker=turn.speaker if turn is not None else None,
        turn=turn.id if turn is not None else None,
    )


def _is_next(near: str, last: Fact | None, quantity: Quantity) -> bool:
    """Whether the count shares its noun with the one right before it (3.9 and 4.1 million cars)."""
    same = last is not None and last.quantity.unit == quantity.unit
    return same and quantity.type == "count" and near in (" and ", ", ", " or ")


def _without_thing(near: str, last: Fact | None) -> str:
    """The words since the last number without the things that it counts, where *and* follows."""
    if last is None or last.quantity.type in ("percent", "delta", "money", "rank"):
        return near
    if last.quantity.type != "count":
        measured = _OF_WHAT.match(near)
        return near[measured.end() :] if measured is not None else near
    if not last.quantity.unit:
        return near
    unit = re.escape(last.quantity.unit)
    found = re.match(rf"(?: [\w'’-]+){{0,4}}? {unit}{_A_DAY}(?={_JOINED})", near)
    return near[found.end() :] if found is not None else near
