"""Quantities of English records: plain numbers with units, percent, dollars, counts of things;
the same facts as in Chinese, by fewer rules."""

from __future__ import annotations

import re
from bisect import bisect_right

import msgspec

from exporter.briefing import sentences
from exporter.briefing.model import Fact, PeriodFrom, Quantity
from exporter.briefing.quantities.english import changes, lists
from exporter.briefing.quantities.english.clauses import CLAUSE, LEADS
from exporter.briefing.quantities.english.counts import bare
from exporter.briefing.quantities.english.found import BARE, Found
from exporter.briefing.quantities.english.mentions import in_sentence
from exporter.briefing.quantities.english.names import named
from exporter.briefing.quantities.english.nouns import untailed
from exporter.briefing.quantities.english.periods import (
    Told,
    begins_move,
    period,
    periods,
    set_back,
    untimed,
)
from exporter.briefing.quantities.english.predicates import predicate
from exporter.briefing.quantities.english.pronouns import deed
from exporter.briefing.quantities.english.referring import (
    compares,
    elsewhere,
    first_subject,
    is_generic,
    moved_to,
    refers,
    refers_back,
    same_at_another_time,
    scoped,
    topic,
)
from exporter.briefing.quantities.english.shares import made_up_by, of_whole
from exporter.briefing.quantities.english.status import status
from exporter.briefing.quantities.english.timewords import DATES, MONTHS, YEAR
from exporter.briefing.quantities.english.words import united
from exporter.briefing.quantities.scene import Scene
from exporter.briefing.quantities.spans import spans_of
from exporter.transcript.model import Paragraph

_CLOSE = 160
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
# Of that, $62 million goes to clinics
_NEW = r"\b(?:[Tt]here (?:is|was|are|were|will be)|have|has|had) an?"
"""What brings something new in: it points to nothing told before."""
_OF_THAT = re.compile(r"(?:And |and )?[Oo]f (?:that|this|it|which)(?: [a-z]+)?, (?:about |some )?")
_OPENS_NOW = re.compile(r"(?:And |But )?(?:Today|Now|Currently|At present),? ")
_RATES, _KINDS_BACK = ("percent", "delta"), 4
_OF_WHAT = re.compile(r" of [a-z][a-z -]{2,40}?(?= and (?:[a-z]+ )?$)")
_ASIDE_OF = re.compile(r" (?:under|over) (?:the |our |its )?(?:budget|forecast|target|estimate)\b")
_FOR = re.compile(r"(?:But |And )?(?:For|Among) [^,;0-9]{3,50}, [^,;]{3,60}$")
_NEEDS = re.compile(r"\b(?:needs?|wants?|lacks?)(?: (?:about|around|another|nearly|over|some))* $")
_OF_THEM = re.compile(r" of (?:them|those|these)\b(?! [a-z])")
_ONE_MONTH = re.compile(rf"(?:{MONTHS}) {YEAR}")
_COVERS = re.compile(r"^first (?:half|[a-z0-9]+ (?:months|quarters)) of")
BASE = "/base"
"""Ends the rule's id of a number that others are compared with."""
_BACK = ("ago", "earlier", "before")
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
            own = (
                here or present or begins_move(sentence, fact.at - bounds[0], found.end - bounds[0])
            )
            out.append(fact if own else _lent(fact, held, scene, last))
        if first and _OF_THAT.match(sentence):
            out[first:] = [_of_whole(fact, out[first - 1], paragraph) for fact in out[first:]]
        carried = _carried(told, out[first:])
        opens = carried is not None and number == 0 and carried.start <= _ALREADY
        inside = carried is not None and _lies_in(carried.text, before)
        held = held if inside and not opens else carried or held
        present = carried is None and (present or _OPENS_NOW.match(sentence) is not None)
        if carried is not None and carried.holds and ((opens and not inside) or not scene.told):
            scene.told = carried.text
            scene.main = scene.main or scene.told
        lists.parted(out, first, text)
        lists.placed(out, first, text)


def _lies_in(month: str, told: str) -> bool:
    """Whether a single month is told inside a longer time of the year, which then goes on."""
    return _ONE_MONTH.fullmatch(month) is not None and _COVERS.match(told) is not None


def _of_whole(fact: Fact, whole: Fact, paragraph: Paragraph) -> Fact:
    """A part of the sum told last, of the same period (over the next three years. Of that, …)."""
    if fact.period is not None or whole.period is None or not _is_close(whole, paragraph):
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
    if told[0].closes or told[0].printed.endswith(_BACK):
        return None
    if told[0].start >= _START and told[0].text.startswith(("since ", "until ")):
        return None
    own = [fact.period for fact in facts if BASE not in fact.rule][-1:]
    last = next((each for each in reversed(told) if [each.text] == own and each.holds), None)
    opens = told[0].start < (_START if _LASTING.search(told[0].text) else _OPENING)
    if opens:
        return None if told[0].text.endswith(_TODAY) else told[0]
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
    told = _told_before(told, near, quantity, out, paragraph) or _of_topic(told, left)
    told = _of_the_counted(near, right, quantity, earlier, paragraph) or told
    told = _with_doer(told, near, left, paragraph, bounds, earlier) or told
    moved = None
    if not before:
        moved = changes.change(left, near, right, quantity, last, inherited=name.inherited)
    if not told and last is None and refers_back(near):
        told = _of_before(paragraph, bounds, quantity, earlier, moves=moved is not None)
    if last is None:
        told = _part(near, right, quantity, _unmoved(out), paragraph) or told
    else:
        told = told or _same(near, quantity, last)
        told = None if told == of and _ASIDE_OF.match(right) else told
    if told and found.thing == BARE and quantity.unit and _NEEDS.search(near):
        told = f"{told} {quantity.unit}"
    if not told and found.thing == BARE:
        same = last is not None and last.quantity.unit == quantity.unit
        counted = bare(quantity.unit, right) if quantity.unit else None
        told = last.indicator if last is not None and same else counted
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
        status=status(left, near, right, last, earlier),
        speaker=turn.speaker if turn is not None else None,
        turn=turn.id if turn is not None else None,
    )


def _told_before(
    told: str | None, near: str, quantity: Quantity, out: list[Fact], paragraph: Paragraph
) -> str | None:
    """The name of the last number of its kind in the paragraph, for one that only points to it:
    the same of another place (*in the regions it is*), or by a word that names nothing (*the
    target is*)."""
    kinds = _RATES if quantity.type in _RATES else (quantity.type,)
    last = next(
        (fact for fact in out[: -_KINDS_BACK - 1 : -1] if fact.quantity.type in kinds), None
    )
    if last is None or not last.indicator:
        return None
    if told and last is out[-1] and quantity.type == "money" and _OF_THAT.fullmatch(near):
        return f"{last.indicator} to {told}"
    if not _is_close(last, paragraph):
        return None
    if same_at_another_time(near):
        return last.indicator
    place = "" if quantity.type == "count" else elsewhere(near)
    if place and (last.quantity.unit == quantity.unit or quantity.type in _RATES):
        return moved_to(last.indicator, place)
    if told is None or re.search(rf"{_NEW} {re.escape(told)}\b", near) is not None:
        return None
    if "," in near.lstrip(",") and not compares(near):
        return None
    return last.indicator if is_generic(told) else scoped(told, last.indicator) or None


def _same(near: str, quantity: Quantity, last: Fact) -> str | None:
    """What the last number of the sentence was of, where a pronoun stands for it (and it stands at
    $745 million)."""
    own = untailed(CLAUSE.split(near)[-1].strip())
    same = last.quantity.unit == quantity.unit and refers(LEADS.sub("", own + " ").strip())
    return last.indicator if same else None


def _part(
    near: str, right: str, quantity: Quantity, counted: Fact | None, paragraph: Paragraph
) -> str | None:
    """Of the things counted right before, the part that something is told of (we took 58,200
    calls. One in ten was resolved)."""
    if counted is None or untailed(near.strip()) or quantity.type != "percent":
        return None
    if counted.quantity.type != "count" or not counted.quantity.unit:
        return None
    told = predicate(right) if _is_close(counted, paragraph) else ""
    return f"{counted.quantity.unit} {told}" if told else None


def _unmoved(out: list[Fact]) -> Fact | None:
    """The last fact, or the count that it only tells the move of (3.6 million visits, up 5%)."""
    *_, before, last = [None, None, *out]
    moves = last is not None and last.quantity.type == "percent" and last.change is not None
    counts = before is not None and last is not None and before.sentence == last.sentence
    return before if moves and counts else last


def _of_the_counted(
    near: str, right: str, quantity: Quantity, earlier: Fact | None, paragraph: Paragraph
) -> str:
    """Who makes up a share of the things counted last, which only a pronoun tells."""
    if quantity.type != "percent" or not _OF_THEM.match(right) or earlier is None:
        return ""
    counts = earlier.quantity.type == "count" and _is_close(earlier, paragraph)
    who = made_up_by(untailed(CLAUSE.split(near)[-1].strip())) if counts else ""
    return of_whole(who, earlier.quantity.unit or "") if who and earlier.quantity.unit else ""


def _with_doer(
    told: str | None,
    near: str,
    left: str,
    paragraph: Paragraph,
    bounds: tuple[int, int],
    earlier: Fact | None,
) -> str:
    """The name with who did it, where only a pronoun says that (it has delivered 4 tonnes)."""
    if " it" not in f" {near}".lower() and " they" not in f" {near}".lower():
        return ""
    here = earlier is not None and earlier.paragraph == paragraph.id
    counts = here and earlier is not None and earlier.quantity.type == "count"
    counted = earlier.quantity.unit if counts and earlier is not None else None
    start = paragraph.text.rfind(". ", 0, max(bounds[0] - 2, 0)) + 1
    who, verb = deed(near, left, paragraph.text[start : bounds[0]].strip(), counted)
    if not who:
        return ""
    if verb in ("cost", "costs"):
        return f"cost of {who}"
    words = told.split(" ") if told else []
    done = words[words.index(verb) :] if verb in words else [verb, *words]
    return " ".join([who, *done])


def _of_topic(told: str | None, left: str) -> str | None:
    """A name that only points, with what its sentence says first that it is about (for those
    aged 15 to 24, the rate was)."""
    generic = told is not None and is_generic(told)
    of = topic(left) if generic or (told and _FOR.match(left)) else ""
    times = united("times", "months", "numerals") | {"next", "first", "current", "coming"}
    of = of if generic or times.isdisjoint(of.lower().split(" ")) else ""
    return f"{told} for {of}" if of and of not in (told or "") else told


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
    found = re.match(rf"(?: [\w'’-]+){{0,4}}? {unit}(?= and | to $)", near)
    return near[found.end() :] if found is not None else near


def _of_before(
    paragraph: Paragraph,
    bounds: tuple[int, int],
    quantity: Quantity,
    earlier: Fact | None,
    *,
    moves: bool,
) -> str | None:
    """What a pronoun stands for: what the last number before was of, or the subject of the
    sentence before, where that has no number; of another kind only what moves can be."""
    end = paragraph.text.rfind(". ", 0, max(bounds[0] - 2, 0))
    start = end + 2 if end >= 0 else 0
    if earlier is not None and earlier.paragraph != paragraph.id:
        same = earlier.quantity.unit == quantity.unit and start == bounds[0] == 0
        return (
            earlier.indicator
            if same and _is_close(earlier, paragraph)
            else _first(paragraph, start, bounds)
        )
    if earlier is not None:
        same = (earlier.quantity.type, earlier.quantity.unit) == (quantity.type, quantity.unit)
        moves = moves and quantity.type in ("percent", "delta")
        if same or (moves and earlier.at >= start):
            return earlier.indicator
        if earlier.at >= start:
            return None
    return _first(paragraph, start, bounds)


def _first(paragraph: Paragraph, start: int, bounds: tuple[int, int]) -> str | None:
    return first_subject(paragraph.text[start : bounds[0]]) or None


def _is_close(fact: Fact, paragraph: Paragraph) -> bool:
    """Whether the fact is of the paragraph, or of one right before it (pages that print each
    sentence as a paragraph)."""
    if fact.paragraph == paragraph.id:
        return True
    if not fact.spans or not paragraph.spans:
        return False
    return 0 <= paragraph.spans[0].start - fact.spans[-1].end <= _CLOSE
