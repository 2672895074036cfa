"""Quantities of English records: plain numbers with units, percent, dollars; the same facts,
fewer rules."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from importlib.resources import files

import msgspec

from exporter.briefing import sentences
from exporter.briefing.model import Change, Fact, Quantity, QuantityType, Status
from exporter.briefing.quantities import numerals
from exporter.briefing.quantities.scene import Scene
from exporter.briefing.quantities.spans import spans_of
from exporter.transcript.model import Paragraph

_NUMBER = re.compile(
    r"(?<![\w.,$€£¥])(?<![A-Za-z]-)(?P<sign>(?:US|HK|A|C)?\$|€|£|¥|RMB ?)?"
    r"(?P<digits>[0-9]+(?:[.,]+[0-9]+)*)(?![\w])(?P<tight>%)?"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_YEAR = "(?:19|20)[0-9]{2}"
_DATE = re.compile(
    rf"(?:{_MONTHS}|Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
    r" [0-3]?[0-9](?:, [12][0-9]{3})?"
    rf"|[0-2]?[0-9]:[0-5][0-9]|{_YEAR}-(?:19|20)?[0-9]{{2}}"
    r"|\b[0-9]+ (?:in|out of) (?:every )?[0-9]+\b"
)
_PERIOD = re.compile(
    rf"(?P<since>[Ss]ince (?:{_MONTHS}) {_YEAR})"
    r"|(?:[Ii]n|[Bb]y|[Ss]ince|[Dd]uring|through|for|of) (?:the )?"
    rf"(?P<year>(?:fiscal (?:year )?|early |late |mid-)?{_YEAR})"
    rf"|from (?P<range>{_YEAR} to {_YEAR})"
    r"|(?P<part>(?:the )?(?:first|second|third|fourth) (?:quarter|half)"
    rf"(?: of (?:the year|{_YEAR}))?)"
    r"|(?P<now>this year|last year|next year|last month|this month|so far this year|year to date)"
    rf"|[Ii]n (?P<month>(?:{_MONTHS})(?: {_YEAR})?)"
)
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_SIGNS = {"$": "dollars", "US$": "dollars", "€": "euros", "£": "pounds", "¥": "yuan", "RMB": "yuan"}
_SIZES = {
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "million": Decimal(10**6),
    "mn": Decimal(10**6),
    "billion": Decimal(10**9),
    "bn": Decimal(10**9),
    "trillion": Decimal(10**12),
}
_KINDS: tuple[QuantityType, ...] = (
    "percent",
    "money",
    "area",
    "length",
    "mass",
    "volume",
    "energy",
    "power",
    "duration",
)
_LEFT, _LONGEST, _MOST_WORDS, _MOVE_REACH = 120, 8, 3, 6
_FROM = re.compile(r"(?:down|up|compared|instead of)(?: from| with| to)?(?: about| nearly)? $")
_MANY = 1000
_COUNTABLE = re.compile(
    r"(?:employment|payrolls?|population|[Nn]umber of [a-z ]{3,40}|membership|enrollment)"
    r" (?:rose|fell|grew|was|were|is|are|increased|declined|reached|stood)(?: by| at| to)?"
    r"(?: about| nearly| almost| over| more than)? $"
)
_CLAUSE = re.compile(r"[,;:()—]\s|\. ")


class _Found(msgspec.Struct, frozen=True, gc=False):
    """A number with its unit at ``[start, end)`` of the paragraph."""

    start: int
    end: int
    quantity: Quantity
    thing: str = ""


@cache
def _group(name: str) -> frozenset[str]:
    table = tomllib.loads((files(__package__) / "english.toml").read_text(encoding="utf-8"))
    return frozenset(table[name]["words"])


@cache
def _units() -> tuple[tuple[str, QuantityType], ...]:
    """Printed units with their types, longest first."""
    pairs: list[tuple[str, QuantityType]] = [(word, "delta") for word in _group("points")]
    pairs += [(word, kind) for kind in _KINDS for word in _group(kind)]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))


def read(paragraph: Paragraph, scene: Scene, out: list[Fact]) -> None:
    """The facts of an English paragraph, added to `out`."""
    text = paragraph.text
    dates = [match.span() for match in _DATE.finditer(text)]
    for bounds in sentences.sentences(text):
        for found in _in_sentence(text, bounds, dates):
            out.append(_fact(paragraph, bounds, found, scene, out))


def _in_sentence(
    text: str, bounds: tuple[int, int], dates: list[tuple[int, int]]
) -> Iterator[_Found]:
    for match in _NUMBER.finditer(text, *bounds):
        if any(start <= match.start() < end for start, end in dates):
            continue
        found = _read(text, match, bounds[1])
        if found is not None:
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
    for name, kind in _units():
        stop = end + 1 + len(name)
        if text[end:stop] == f" {name}" and not text[stop : stop + 1].isalpha():
            return _found(text, start, stop, value, "%" if kind == "percent" else name, kind)
    return _counted(text, start, end, value, limit)


def _size(text: str, end: int) -> tuple[int, Decimal]:
    word = _WORD.match(text, end + 1) if text[end : end + 1] in (" ", "-") else None
    if word is not None and word.group() in _group("multipliers"):
        return word.end(), _SIZES[word.group()]
    return end, Decimal(1)


def _counted(text: str, start: int, end: int, value: Decimal, limit: int) -> _Found | None:
    """A count of the things named right after it (3,400 jobs); years and bare numbers are left
    alone."""
    words: list[str] = []
    at = end
    while at < limit and text[at : at + 1] == " " and len(words) < 4:
        word = _WORD.match(text, at + 1)
        if word is None or word.group().lower() in _group("stops"):
            break
        words.append(word.group())
        at = word.end()
    plural = next((i for i, word in enumerate(words) if _plural(word)), None)
    bare_year = value == value.to_integral_value() and 1900 <= value <= 2199 and end - start == 4
    if bare_year:
        return None
    if plural is None:
        told = value >= _MANY and _COUNTABLE.search(text[max(0, start - _LEFT) : start])
        return _found(text, start, end, value, None, "count") if told else None
    quantity = _found(text, start, end, value, words[plural].lower(), "count")
    return msgspec.structs.replace(quantity, thing=" ".join(words[: plural + 1]))


def _plural(word: str) -> bool:
    return word.endswith("s") or word in _group("plurals")


def _measured(text: str, end: int, kind: QuantityType) -> str:
    """What a measure is of: 120 kilometers of track, $2 billion in new grants."""
    joint = text[end : end + 4]
    if joint != " of " and not (
        joint == " in " and kind == "money" and text[end + 4 :][:1].islower()
    ):
        return ""
    words: list[str] = []
    for word in _WORD.finditer(text, end + 4, end + 60):
        if word.group().lower() in _group("stops") or len(words) == _MOST_WORDS:
            break
        words.append(word.group())
        if text[word.end() : word.end() + 1] != " ":
            break
    return " ".join(words)


def _found(
    text: str, start: int, end: int, value: Decimal, unit: str | None, kind: QuantityType
) -> _Found:
    left = text[max(0, start - 14) : start].rstrip().lower()
    approx = next(
        (w for w in sorted(_group("approx"), key=len, reverse=True) if left.endswith(w)), None
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
    sentence = text[bounds[0] : bounds[1]]
    kind = found.quantity.type
    of = "" if kind in ("percent", "delta", "count") else _measured(text, found.end, kind)
    indicator: str | None = found.thing or of or _subject(left)
    before = _FROM.search(left) if last is not None else None
    if before is not None and last is not None:
        indicator = last.indicator
    return Fact(
        id=f"f{len(out) + 1}",
        quantity=found.quantity,
        paragraph=paragraph.id,
        at=found.start,
        sentence=bounds,
        spans=spans_of(paragraph, found.start, found.end),
        rule=f"english.{found.quantity.type}",
        indicator=indicator or None,
        period=_period(sentence, found.start - bounds[0], found.end - bounds[0]),
        change=None if before else _moved_after(text[found.end : found.end + 12]) or _change(left),
        status=_status(left),
        speaker=turn.speaker if turn is not None else None,
        turn=turn.id if turn is not None else None,
    )


def _subject(left: str) -> str:
    """The words before the number, without the verbs and small words that lead to it."""
    told = [clause for clause in _CLAUSE.split(left) if clause.strip()]
    words = told[-1].split() if told else []
    moved = [at for at, word in enumerate(words) if at and word in _group("rise") | _group("fall")]
    aims = _group("target") | _group("plan") | _group("links")
    if moved:
        named = [word for word in words[: moved[0]] if word.lower() not in aims]
        words = words[: moved[0]] if named else words[moved[0] + 1 :]
    small = _group("links") | _group("rise") | _group("fall") | _group("plan")
    while words and words[-1].lower().strip(",") in small:
        words.pop()
    while words and words[0].lower() in small | _group("stops"):
        words.pop(0)
    return " ".join(words[-_LONGEST:])


def _period(sentence: str, at: int, end: int) -> str | None:
    """The time expression right after the number, else the nearest before it, else after."""
    found = list(_PERIOD.finditer(sentence))
    tied = next((match for match in found if 0 <= match.start() - end <= 1), None)
    if tied is not None:
        return next(group for group in tied.groups() if group is not None)
    before = [match for match in found if match.end() <= at]
    chosen = before[-1] if before else next((m for m in found if m.start() >= at), None)
    if chosen is None:
        return None
    return next(group for group in chosen.groups() if group is not None)


def _tail(left: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(_CLAUSE.split(left)[-1])]


def _moved_after(right: str) -> Change | None:
    """The move told behind a level: 3.6 percent, down from 3.7 percent."""
    if right.startswith((", down from", " down from")):
        return "decrease"
    return "increase" if right.startswith((", up from", " up from")) else None


def _change(left: str) -> Change | None:
    for word in reversed(_tail(left)[-_MOVE_REACH:]):
        if word in _group("rise"):
            return "increase"
        if word in _group("fall"):
            return "decrease"
    return None


def _status(left: str) -> Status:
    words = _tail(left)
    if any(word in _group("target") for word in words):
        return "target"
    return "plan" if any(word in _group("plan") for word in words) else "actual"
