"""Names lent to English numbers that only point back (it was, the figure, of them) by what was told
before: in their sentence, in the one before, in the paragraph."""

from __future__ import annotations

import re
from typing import NamedTuple

from exporter.briefing.model import Fact, Quantity
from exporter.briefing.quantities.english.clauses import CLAUSE, LEADS
from exporter.briefing.quantities.english.counts import bare
from exporter.briefing.quantities.english.found import BARE, Found
from exporter.briefing.quantities.english.nouns import untailed
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
from exporter.briefing.quantities.english.words import ABOUT, united
from exporter.transcript.model import Paragraph

_NEW = r"\b(?:[Tt]here (?:is|was|are|were|will be)|have|has|had) an?"
"""What brings something new in: it points to nothing told before."""
# Of that, $62 million goes to clinics
OF_THAT = re.compile(r"(?:And |and )?[Oo]f (?:that|this|it|which)(?: [a-z]+)?, (?:about |some )?")
_RATES, _KINDS_BACK = ("percent", "delta"), 4
_ASIDE_OF = re.compile(r" (?:under|over) (?:the |our |its )?(?:budget|forecast|target|estimate)\b")
_FOR = re.compile(r"(?:But |And )?(?:For|Among) [^,;0-9]{3,50}, [^,;]{3,60}$")
_NEEDS = re.compile(rf"\b(?:needs?|wants?|lacks?) {ABOUT}$")
_OF_THEM = re.compile(r" of (?:them|those|these)\b(?! [a-z])")
# Between 2010 and 2015, the figure was
_TIME_OPENS = re.compile(
    r"(?:Between|In|By|During|As of) (?=[^,]*[0-9])[^,]{3,40}, (?:the|that) [^,]*$"
)
_NOTHING = re.compile(r"[,.;]")
_FUNDED = re.compile(r" (?:funded|complete|completed|contained|full|finished)\b")
_IT_IS = re.compile(
    rf"\b(?:[Ii]t|[Tt]hat|[Tt]his)(?: is|['’]s| was)(?: (?:now|still|already))* {ABOUT}$"
)
_CLOSE = 160


class Around(NamedTuple):
    """The words of the sentence before a number, those since the number before it, those behind."""

    left: str
    near: str
    right: str


def lent(
    told: str | None,
    around: Around,
    found: Found,
    out: list[Fact],
    paragraph: Paragraph,
    bounds: tuple[int, int],
    *,
    moves: bool,
) -> str | None:
    """The name of a number that its own clause `told`, made whole by what was told before; what
    only points back takes the name of that. `bounds` are those of the sentence, `out` the facts
    before; `moves` tells whether the number is a move."""
    left, near, right = around
    quantity, earlier = found.quantity, out[-1] if out else None
    here = earlier is not None and (earlier.paragraph, earlier.sentence) == (paragraph.id, bounds)
    last = earlier if here else None
    told = _told_before(told, near, quantity, out, paragraph) or _of_topic(told, left)
    told = _of_the_counted(near, right, quantity, earlier, paragraph) or told
    told = _with_doer(told, near, left, paragraph, bounds, earlier) or told
    if not told and last is None and refers_back(near):
        told = _of_before(paragraph, bounds, quantity, earlier, moves=moves)
    if not told and last is None and (met := _FUNDED.match(right)) and _IT_IS.search(near):
        start = paragraph.text.rfind(". ", 0, max(bounds[0] - 2, 0))
        whose = _first(paragraph, start + 2 if start >= 0 else 0, bounds)
        told = f"{whose}{met.group()}" if whose else told
    if last is None:
        told = _part(near, right, quantity, _unmoved(out), paragraph) or told
    else:
        told = told or _same(near, quantity, last)
        told = None if told == last.indicator and _ASIDE_OF.match(right) else told
    return told if found.thing != BARE else _of_bare(told, around, quantity, last)


def _of_bare(told: str | None, around: Around, quantity: Quantity, last: Fact | None) -> str | None:
    """The name of a number without a noun of its own."""
    if told and quantity.unit and _NEEDS.search(around.near):
        return told if told.endswith(quantity.unit) else f"{told} {quantity.unit}"
    if told or not quantity.unit:
        same = last is not None and last.quantity.unit == quantity.unit
        told = None if same and told and is_generic(told) else told
        return told or (last.indicator if last is not None and same else None)
    if last is not None and last.quantity.unit == quantity.unit:
        return last.indicator
    return bare(quantity.unit, around.right)


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
    if told and last is out[-1] and quantity.type == "money" and OF_THAT.fullmatch(near):
        return f"{last.indicator} to {told}"
    if not is_close(last, paragraph):
        return None
    if same_at_another_time(near):
        return last.indicator
    place = "" if quantity.type == "count" else elsewhere(near)
    if place and (last.quantity.unit == quantity.unit or quantity.type in _RATES):
        return moved_to(last.indicator, place)
    if told is None or re.search(rf"{_NEW} {re.escape(told)}\b", near) is not None:
        return None
    if "," in near.lstrip(",") and not (compares(near) or _TIME_OPENS.match(near)):
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
    told = predicate(right) if is_close(counted, paragraph) else ""
    return f"{counted.quantity.unit} {told}" if told else None


def _unmoved(out: list[Fact]) -> Fact | None:
    """The last fact, or the count that it only tells the move of (3.6 million visits, up 5%)."""
    *_, before, last = [None, None, *out]
    moves = last is not None and last.quantity.type == "percent" and last.change is not None
    counts = before is not None and last is not None and before.sentence == last.sentence
    return before if moves and counts else last


def of_its_kind(quantity: Quantity, out: list[Fact], bounds: tuple[int, int]) -> str | None:
    """What the last number of the sentence with the same unit was of."""
    here = (fact for fact in reversed(out[-_KINDS_BACK:]) if fact.sentence == bounds)
    return next((fact.indicator for fact in here if fact.quantity.unit == quantity.unit), None)


def _of_the_counted(
    near: str, right: str, quantity: Quantity, earlier: Fact | None, paragraph: Paragraph
) -> str:
    """Who makes up a share of the things counted last, which only a pronoun tells."""
    of = _OF_THEM.match(right) or _NOTHING.match(right)
    if quantity.type != "percent" or not of or earlier is None:
        return ""
    counts = earlier.quantity.type == "count" and is_close(earlier, paragraph)
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
    said = f" {near}".lower()
    if not any(word in said for word in (" it", " they", " this ", " that ")):
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
    if verb in ("make", "makes", "made"):
        whole = (told or "").rpartition(": share of ")[2]
        return of_whole(who, whole) if whole and not whole.startswith(verb) else ""
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
            if same and is_close(earlier, paragraph)
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


def is_close(fact: Fact, paragraph: Paragraph) -> bool:
    """Whether the fact is of the paragraph, or of one right before it (pages that print each
    sentence as a paragraph)."""
    if fact.paragraph == paragraph.id:
        return True
    if not fact.spans or not paragraph.spans:
        return False
    return 0 <= paragraph.spans[0].start - fact.spans[-1].end <= _CLOSE
