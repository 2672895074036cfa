"""Quantities of English records: plain numbers with units, percent, dollars, counts of things;
the same facts as in Chinese, by fewer rules."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal

import msgspec

from exporter.briefing import sentences
from exporter.briefing.model import Change, Fact, PeriodFrom, Quantity, QuantityType, Status
from exporter.briefing.quantities import numerals
from exporter.briefing.quantities.english_names import LEADS, named
from exporter.briefing.quantities.english_periods import DATES, Told, period, periods, untimed
from exporter.briefing.quantities.english_words import (
    SIZES,
    WORD,
    group,
    is_small,
    spelt,
    spelt_value,
    units,
)
from exporter.briefing.quantities.scene import Scene
from exporter.briefing.quantities.spans import spans_of
from exporter.transcript.model import Paragraph

_NUMBER = re.compile(
    r"(?<![\w.,$€£¥])(?<![A-Za-z]-)(?P<sign>(?:US|HK|NT|A|C|S)?\$|€|£|¥|RMB ?)?"
    r"(?P<digits>[0-9]+(?:[.,]+[0-9]+)*)(?![\w])(?P<tight>%)?"
)
_SIGNS = {"$": "dollars", "US$": "dollars", "€": "euros", "£": "pounds", "¥": "yuan", "RMB": "yuan"}
_SIGNS |= dict.fromkeys(("HK$", "NT$", "A$", "C$", "S$"), "dollars")
_LEFT, _MOVE_REACH, _OPENING = 160, 6, 40
_FROM = re.compile(
    r"(?:(?:down|up) from|compared (?:with|to)|instead of|versus)(?: about| nearly| just)? $"
)
_UP_TO = re.compile(r"\bup to (?:an? |about |some )*$")
_NEAR = 4
_MANY, _BARE = 1000, "bare"
_LEVEL = re.compile(
    r"(?P<of>(?:[Nn]umber|[Tt]otal) of (?P<things>[a-z]+)[a-z ]{0,30}|\b[A-Za-z' -]{3,60}?)"
    r" (?:rose|fell|grew|was|were|is|are|increased|declined|reached|stood|totall?ed|hit|climbed"
    r"|dropped)"
    r"(?: by| at| to)?(?: about| nearly| almost| over| more than| some| around)? $"
)
_CLAUSE = re.compile(r"[,;:()—]\s|\. ")
_AGO = re.compile(r" (?:ago|old|later|earlier|apart)\b|-year-old")
_AFTER_MOVE = re.compile(
    r" (?P<word>[a-z]+) (?:in|of|from|on|over|compared)\b| (?P<more>higher|lower|more|less|fewer)\b"
)
_FOR_TIME = re.compile(r"(?:within|for|in|by|to|at least|than|about|last|least) $")


class _Found(msgspec.Struct, frozen=True, gc=False):
    """A number with its unit at ``[start, end)`` of the paragraph."""

    start: int
    end: int
    quantity: Quantity
    thing: str = ""


def read(paragraph: Paragraph, scene: Scene, out: list[Fact]) -> None:
    """The facts of an English paragraph, added to `out`."""
    text = paragraph.text
    dates = [match.span() for match in DATES.finditer(text)]
    held: Told | None = None
    for bounds in sentences.sentences(text):
        sentence = text[bounds[0] : bounds[1]]
        told = periods(sentence, scene.year)
        for found in _in_sentence(text, bounds, dates):
            fact = _fact(paragraph, bounds, found, scene, out)
            out.append(_timed(fact, sentence, told, held, bounds[0], found.end))
        if told and told[0].start < _OPENING and not told[0].text.endswith(("week", "month")):
            held = told[0]


def _timed(
    fact: Fact, sentence: str, told: list[Told], held: Told | None, start: int, end: int
) -> Fact:
    """The fact with its period: the sentence's, or else the one that an earlier sentence of the
    paragraph opened with."""
    near = bisect_right(told, fact.at - start, key=lambda each: each.end)
    told = told[max(0, near - _NEAR) : near + _NEAR]
    own = period(sentence, told, fact.at - start, end - start)
    if fact.indicator:
        fact = msgspec.structs.replace(fact, indicator=untimed(fact.indicator, told))
    if own is not None or held is None or fact.status != "actual":
        return msgspec.structs.replace(fact, period=own)
    source: PeriodFrom = "paragraph"
    return msgspec.structs.replace(
        fact, period=held.text, period_from=source, rule=f"{fact.rule}/carried"
    )


def _in_sentence(
    text: str, bounds: tuple[int, int], dates: list[tuple[int, int]]
) -> Iterator[_Found]:
    matches = [*_NUMBER.finditer(text, *bounds), *spelt().finditer(text, *bounds)]
    at = bounds[0]
    for match in sorted(matches, key=lambda match: match.start()):
        date = bisect_right(dates, (match.start(), len(text))) - 1
        if match.start() < at or (date >= 0 and match.start() < dates[date][1]):
            continue
        found = (
            _read(text, match, bounds[1]) if match.re is _NUMBER else _spelt(text, match, bounds[1])
        )
        if found is not None and not _AGO.match(text, found.end):
            at = found.end
            yield found


def _read(text: str, match: re.Match[str], limit: int) -> _Found | None:
    value = numerals.arabic(match.group("digits"))
    if value is None:
        return None
    end, size = _size(text, match.end())
    value = numerals.plain(value * size)
    start, sign = match.start(), (match.group("sign") or "").strip()
    if sign:
        return _found(text, start, end, value, _SIGNS.get(sign, sign), "money")
    if match.group("tight"):
        return _found(text, start, match.end(), value, "%", "percent")
    return _measure(text, start, end, value) or _counted(text, start, end, value, limit)


def _spelt(text: str, match: re.Match[str], limit: int) -> _Found | None:
    """A number in words, where it measures or counts what a reader wants."""
    small = spelt_value(match.group())
    end, size = _size(text, match.end())
    value = numerals.plain(small * size)
    found = _measure(text, match.start(), end, value)
    if found is not None:
        timed = found.quantity.type == "duration" and is_small(value)
        return found if not timed or _FOR_TIME.search(text, 0, match.start()) else None
    counted = _counted(text, match.start(), end, value, limit)
    if counted is None:
        return None
    known = (counted.quantity.unit or "").split(" ")[-1] in group("counted")
    return counted if known or not is_small(value) else None


def _measure(text: str, start: int, end: int, value: Decimal) -> _Found | None:
    joint = text[end : end + 1]
    word = re.compile(r"[^\s,.;:()-]+").match(text, end + 1) if joint in (" ", "-") else None
    for name, kind in units().get(word.group() if word else "", ()) if joint == " " else ():
        stop = end + 1 + len(name)
        if text[end:stop] == f" {name}" and not text[stop : stop + 1].isalpha():
            unit = "%" if kind == "percent" else "dollars" if name.endswith(" dollars") else name
            return _found(text, start, stop, value, unit, kind)
    return None


def _size(text: str, end: int) -> tuple[int, Decimal]:
    word = WORD.match(text, end + 1) if text[end : end + 1] in (" ", "-") else None
    if word is not None and word.group() in group("multipliers"):
        return word.end(), SIZES[word.group()]
    return end, Decimal(1)


def _counted(text: str, start: int, end: int, value: Decimal, limit: int) -> _Found | None:
    """A count of the things named right after it (3,400 jobs), or of those that the subject
    names (arrivals reached 231,000); years and other bare numbers are left alone."""
    words: list[str] = []
    at = end
    while at < limit and text[at : at + 1] == " " and len(words) < 4:
        word = WORD.match(text, at + 1)
        if word is None or word.group().lower() in group("stops"):
            break
        words.append(word.group())
        at = word.end()
    plural = next((i for i, word in enumerate(words) if _plural(word)), None)
    bare_year = value == value.to_integral_value() and 1900 <= value <= 2199 and end - start == 4
    if bare_year:
        return None
    if plural is not None and words[plural].lower() in group("talk"):
        return None
    if plural is None:
        told = _LEVEL.search(text, max(0, start - _LEFT), start) if value >= _MANY else None
        if told is None:
            return None
        bare = _found(text, start, end, value, _things(told), "count")
        return msgspec.structs.replace(bare, thing=_BARE)
    quantity = _found(text, start, end, value, _unit_of(words[: plural + 1]), "count")
    return msgspec.structs.replace(quantity, thing=" ".join(words[: plural + 1]))


def _unit_of(words: list[str]) -> str:
    """The noun counted: members is said with whose (crew members), others stand alone."""
    last = words[-1].lower()
    return f"{words[-2].lower()} {last}" if last == "members" and len(words) > 1 else last


def _things(told: re.Match[str]) -> str | None:
    """The plural noun of a subject that a bare number counts."""
    if told.group("things"):
        words = WORD.findall(told.group("of"))[2:]
        return next((word.lower() for word in words if _plural(word)), None)
    said = LEADS.sub("", told.group("of").strip() + " ").strip()
    words = re.split(r" (?:who|that|which|in|of|at|for|from|with|to|by) ", said)[0].split(" ")
    return words[-1].lower() if words and _plural(words[-1]) else None


def _plural(word: str) -> bool:
    known = word.endswith("s") and not word.endswith(("ss", "'s", "’s", "us", "is"))
    return known or word in group("plurals")


def _found(
    text: str, start: int, end: int, value: Decimal, unit: str | None, kind: QuantityType
) -> _Found:
    left = text[max(0, start - 14) : start].rstrip().lower()
    approx = next(
        (w for w in sorted(group("approx"), key=len, reverse=True) if left.endswith(w)), None
    )
    quantity = Quantity(text=text[start:end], type=kind, value=value, unit=unit, approx=approx)
    return _Found(start, end, quantity)


def _fact(
    paragraph: Paragraph, bounds: tuple[int, int], found: _Found, scene: Scene, out: list[Fact]
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
    before = _FROM.search(left) if last is not None else None
    thing = "" if found.thing == _BARE else found.thing
    name = named(near, right, kind=found.quantity.type, thing=thing, last=of).text
    return Fact(
        id=f"f{len(out) + 1}",
        quantity=found.quantity,
        paragraph=paragraph.id,
        at=found.start,
        sentence=bounds,
        spans=spans_of(paragraph, found.start, found.end),
        rule=f"english.{found.quantity.type}",
        indicator=(of if before else name) or None,
        change=None if before else _moved_after(right) or _change(left),
        status=_status(left),
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
    word = (found.group("word") or found.group("more")) if found is not None else ""
    if word in group("rise") or word in ("more", "higher"):
        return "increase"
    return "decrease" if word in group("fall") or word in ("less", "fewer", "lower") else None


def _change(left: str) -> Change | None:
    left = _UP_TO.sub("", left)
    for word in reversed(_tail(left)[-_MOVE_REACH:]):
        if word in group("rise"):
            return "increase"
        if word in group("fall"):
            return "decrease"
    return None


def _status(left: str) -> Status:
    words = _tail(left)
    if any(word in group("target") for word in words):
        return "target"
    return "plan" if any(word in group("plan") for word in words) else "actual"
