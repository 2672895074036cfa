"""Numbers of English sentences with their units: what a number is, not what it is of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

import msgspec

from exporter.briefing.model import Quantity, QuantityType
from exporter.briefing.quantities import english_numbers as numbers
from exporter.briefing.quantities import english_ratios, numerals
from exporter.briefing.quantities.english_clauses import LEADS
from exporter.briefing.quantities.english_nouns import nouns
from exporter.briefing.quantities.english_words import (
    WORD,
    approximations,
    group,
    is_small,
    spelt,
    spelt_value,
    united,
    units,
)

_JOINT = re.compile(r" to | ?[-–] ?")
_ENDS = re.compile(r"\b(?:from|between)(?: (?:about|around|nearly))? $", re.IGNORECASE)
_AFTER_COUNT = re.compile(
    r"(?:,|;)? ?(?:and |or )?(?:from|to|with|including|of which|(?:up|down)(?: by| from)?"
    r"|compared (?:with|to)"
    r"|an? (?:rise|fall|increase|decrease|drop) of|(?:increased|decreased|rose|fell) by)"
    r"(?: (?:about|nearly|around|over|just|some|almost|more than|less than|at least))? "
)
_TO_COUNT = re.compile(r" to (?:about |nearly |around |over |just |almost |more than |at least )?$")
_SIGNED = ("percent", "delta", "temperature", "money")
_THAN_BEFORE = re.compile(r" (?:fewer|more|less|lower|higher) than\b")
_WORD_OF_UNIT = re.compile(r"(?:U\.S\.|[^\s,.;:()]+)")
_DONE = re.compile(r"\b([a-z]+) $")
_AGO = re.compile(r" (?:ago|old|later|earlier|apart)\b|-year-old")
_AGED = re.compile(r"\bage[ds]? (?:(?:between|over|under|from) )?(?:[0-9]{1,2} (?:and|to) )?$")
_SPELT = ("one ", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "elev")
_SPELT += ("twel", "teen", "twenty", "thirty", "forty", "fifty")
_NUMBER_OF = re.compile(r"\b(?:number|total) of ", re.IGNORECASE)
_OF_A_POINT = re.compile(r" of an? (?:percentage )?point\b")
_SINCE = re.compile(r" (?:since|after|before|into)\b")
_FOR_TIME = re.compile(
    r"(?:within|for|in|by|to|at least|than|about|last|least|took|takes?|taken|lasted|lasts|every"
    r"|only|just|under|over|nearly|almost|around|of|from|is|was) $"
)
_OF_MANY = re.compile(
    r" of (?:the |our |these |those |all |its |their )?(?:top |first |last )?"
    r"(?:[0-9][0-9,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)(?= [a-z])"
)
_THING = re.compile(r"(?:[0-9]{1,2}[A-Z])?[A-Za-z][A-Za-z'’-]*|[0-9]{1,2}[A-Z]\b")
_RATIOS = re.compile(
    r"\b(?:ratio|index|coefficient|score|number|rate|multiple)\b[A-Za-z ,]{0,40}"
    r"(?: (?:was|is|were|stood at|stands at|reached|to|at|of|remained at|averaged))+"
    r"(?: (?:about|around|nearly|only|just))? $"
)
_LEADING = frozenset({"of", "the", "those", "these", "our", "their", "its", "all", "such"})
_SOME_OF = re.compile(
    r"(?: of them)?(?: (?:already|now|still|also))? (?:have|has|had|were|are) (?!been a\b|a year)"
    r"| more(?=[,.;]| (?:in|are|were|will|this|last|by|and)\b)"
)
_FEWEST, _YEAR, _YEARS = 10, 4, (1900, 2199)
_UP_TO = re.compile(r"(?<!\w)(?P<moved>\w+ )?up to (?:an? |about |some )*$")
_LEFT, _NEARBY, _MANY, _THINGS_MOST = 160, 24, 1000, 4
BARE = "bare"
"""The `thing` of a number without a noun of its own."""


@cache
def _level() -> re.Pattern[str]:
    """A subject with its verb before a bare number (arrivals reached, the number of cases is)."""
    verbs = sorted(united("levels", "rise", "fall", "moving"))
    near = "|".join(approximations())
    return re.compile(
        r"(?P<of>(?:[Nn]umber|[Tt]otal) of [a-z][A-Za-z, -]{0,60}"
        r"|\b[A-Za-z' -]{3,60}?)"
        r"(?: (?:has|have|had|now|also|already))*"
        rf"(?: (?:{'|'.join(verbs)})|,| at|, at){{1,3}}(?: (?:by|at|to|from))?(?: (?:{near}))? $"
    )


class Found(msgspec.Struct, frozen=True, gc=False):
    """A number with its unit at ``[start, end)`` of the paragraph."""

    start: int
    end: int
    quantity: Quantity
    thing: str = ""


def in_sentence(
    text: str, bounds: tuple[int, int], dates: list[tuple[int, int]]
) -> Iterator[Found]:
    matches = _matches(text, bounds)
    at = bounds[0]
    before: Found | None = None
    for match in matches:
        date = bisect_right(dates, (match.start(), len(text))) - 1
        if match.start() < at or (date >= 0 and match.start() < dates[date][1]):
            continue
        found = _of(text, match, bounds[1])
        if match.re is numbers.NUMBER and (shared := _joined(text, match, found, bounds[1])):
            found = shared
        bare = found is None or (found.thing == BARE and found.quantity.unit is None)
        if bare and before is not None and match.re is numbers.NUMBER:
            found = _of_same_count(text, match, before, bounds[1]) or found
        if found is not None and not _only_dates(text, found):
            at, before = found.end, found
            yield found


def _matches(text: str, bounds: tuple[int, int]) -> list[re.Match[str]]:
    """All that may be numbers, in order; an expression is tried where one of its words stands."""
    said = text[bounds[0] : bounds[1]].lower()
    out = list(numbers.NUMBER.finditer(text, *bounds))
    if any(word in said for word in ("rank", "plac", "came", "coming", "finish")):
        out += english_ratios.RANK.finditer(text, *bounds)
    if any(word in said for word in english_ratios.WORDS):
        out += english_ratios.FRACTION.finditer(text, *bounds)
    if any(word in said for word in (" in ", " out of ")):
        out += english_ratios.ODDS.finditer(text, *bounds)
    if any(word in said for word in _SPELT):
        out += spelt().finditer(text, *bounds)
    return sorted(out, key=lambda match: match.start())


def _only_dates(text: str, found: Found) -> bool:
    """Whether the number tells when something was (a year ago, 100 days since) or an age."""
    if _AGED.search(text, max(0, found.start - _NEARBY), found.start):
        return True
    timed = found.quantity.type == "duration" and _SINCE.match(text, found.end) is not None
    return timed or _AGO.match(text, found.end) is not None


def _of(text: str, match: re.Match[str], limit: int) -> Found | None:
    """What the match of any of the expressions is."""
    if match.re is numbers.NUMBER:
        return _read(text, match, limit)
    if match.re is english_ratios.RANK:
        rank = english_ratios.rank(match)
        return Found(match.start("rank"), match.end("rank"), rank) if rank is not None else None
    if match.re is english_ratios.ODDS:
        told = english_ratios.odds(match)
        words = nouns(text[match.end() : limit], _THINGS_MOST).split(" ")
        many = next((i for i, word in enumerate(words) if _plural(word)), len(words) - 1)
        thing = " ".join(words[: many + 1])
        end = match.start() + len(told.text) if told is not None else 0
        return Found(match.start(), end, told, thing) if told is not None else None
    if match.re is english_ratios.FRACTION:
        share = english_ratios.fraction(match)
        if share is None:
            return None
        end = match.start() + len(share.text)
        if point := _OF_A_POINT.match(text, end):
            part = numerals.plain((share.value or Decimal(0)) / 100)
            return _found(text, match.start(), point.end(), part, "percentage points", "delta")
        share = msgspec.structs.replace(share, approx=_approx(text, match.start()))
        return Found(match.start(), end, share)
    return _spelt(text, match, limit)


def _joined(text: str, match: re.Match[str], found: Found | None, limit: int) -> Found | None:
    """A range (5 to 7 percent, $5-7 billion), or one of several numbers with one unit (7 and 5
    percent); ``None`` where the number stands alone."""
    found = found if found is None or found.thing != BARE else None
    if numbers.is_year(match) or not (found is None or found.quantity.type == "money"):
        return None
    joint = _JOINT.match(text, match.end())
    following = numbers.NUMBER.match(text, joint.end()) if joint is not None else None
    if following is None:
        return _shared(text, match, limit) if found is None else None
    low, high = numbers.value(match), numbers.value(following)
    if low is None or high is None:
        return None
    second = _read(text, following, limit)
    if found is not None:
        second = _found(text, *numbers.sized(text, following), found.quantity.unit, "money")
    if second is None or second.thing == BARE or second.quantity.value is None:
        return None
    low = numerals.plain(low * (second.quantity.value / high)) if high else low
    ranged = low < second.quantity.value
    if not ranged or _ENDS.search(text, 0, match.start()):
        alone = second.quantity.type != "count" or ranged
        unit, kind = second.quantity.unit, second.quantity.type
        return _found(text, match.start(), match.end(), low, unit, kind) if alone else None
    quantity = msgspec.structs.replace(
        second.quantity,
        text=text[match.start() : second.end],
        value=None,
        min_value=low,
        max_value=second.quantity.value,
        approx=_approx(text, match.start()),
    )
    return msgspec.structs.replace(second, start=match.start(), quantity=quantity)


def _shared(text: str, match: re.Match[str], limit: int) -> Found | None:
    """A number of a list whose last has the unit of all (4.2 million, 6.3 million and 4.6 million
    yuan); without a size word of its own it has the size of the last."""
    *_, last = (match, *numbers.listed(text, match, limit))
    shared = _read(text, last, limit) if last is not match else None
    number = numbers.value(match)
    if shared is None or shared.quantity.type == "count" or number is None:
        return None
    start, end, value = numbers.sized(text, match)
    if end > match.end() and shared.quantity.type in ("percent", "delta"):
        return None
    if end == match.end():
        _, times = numbers.size(text, last.end())
        value = numerals.plain(number * times)
    return _found(text, start, end, value, shared.quantity.unit, shared.quantity.type)


def _of_same_count(text: str, match: re.Match[str], before: Found, limit: int) -> Found | None:
    """A bare number that tells by how much, or from what to what, the count before it moved
    (2.56 million people, down 46,000)."""
    if before.quantity.type != "count" or numbers.value(match) is None or numbers.is_part(match):
        return None
    start, end, value = numbers.sized(text, match)
    gap = text[before.end : start]
    if before.thing and before.thing != BARE:
        gap = gap.removeprefix(f" {before.thing}")
    unit = before.quantity.unit
    bare = msgspec.structs.replace(_found(text, start, end, value, unit, "count"), thing=BARE)
    if _part_of_count(text, match, value, gap):
        return bare
    from_to = _TO_COUNT.search(gap) is not None and text.endswith("from ", 0, before.start)
    if value < (_FEWEST if from_to or _TO_COUNT.fullmatch(gap) else _MANY) and not from_to:
        return None
    than = _THAN_BEFORE.match(text, end) is not None and gap in (", ", " and ")
    clause = gap[max(gap.rfind(","), 0) :]
    moved = than or from_to or (_AFTER_COUNT.fullmatch(clause) and len(gap) <= _LEFT)
    return bare if moved else None


def _part_of_count(text: str, match: re.Match[str], value: Decimal, gap: str) -> bool:
    """Whether a bare number counts some of the things counted before (of 730 workers, 410 have
    enrolled), or more of them (12 schools and 14 more)."""
    year = len(match.group()) == _YEAR and _YEARS[0] <= value <= _YEARS[1]
    if year or value < _FEWEST or ";" in gap or ". " in gap or match.group("sign"):
        return False
    return _SOME_OF.match(text, match.end()) is not None


def _read(text: str, match: re.Match[str], limit: int) -> Found | None:
    if numbers.value(match) is None:
        return None
    start, end, value = numbers.sized(text, match)
    sign = (match.group("sign") or "").strip()
    if sign:
        found: Found | None = _found(text, start, end, value, sign, "money")
    elif match.group("tight"):
        found = _found(text, start, match.end(), value, "%", "percent")
    else:
        found = _measure(text, start, end, value)
    if found is None:
        return None if numbers.is_part(match) else _counted(text, start, end, value, limit)
    if match.group("minus") or text.endswith("minus ", 0, start):
        return _below_zero(found)
    return found


def _below_zero(found: Found) -> Found | None:
    """The number with its minus, where there is less than nothing of its kind."""
    quantity = found.quantity
    if quantity.value is None or quantity.type not in _SIGNED:
        return None
    return msgspec.structs.replace(
        found, quantity=msgspec.structs.replace(quantity, value=-quantity.value)
    )


def _spelt(text: str, match: re.Match[str], limit: int) -> Found | None:
    """A number in words, where it measures or counts what a reader wants."""
    small = spelt_value(match.group())
    end, times = numbers.size(text, match.end())
    value = numerals.plain(small * times)
    found = _measure(text, match.start(), end, value)
    if found is not None:
        timed = found.quantity.type == "duration" and is_small(value)
        return found if not timed or _FOR_TIME.search(text, 0, match.start()) else None
    counted = _counted(text, match.start(), end, value, limit)
    if counted is None:
        return None
    known = (counted.quantity.unit or "").split(" ")[-1] in group("counted")
    done = _DONE.search(text, max(0, match.start() - _NEARBY), match.start())
    known = known or (done is not None and done.group(1) in group("doing"))
    return counted if known or not is_small(value) else None


def _measure(text: str, start: int, end: int, value: Decimal) -> Found | None:
    joint = text[end : end + 1]
    word = _WORD_OF_UNIT.match(text, end + 1) if joint in (" ", "-") else None
    for name, kind in units().get(word.group() if word else "", ()) if joint == " " else ():
        stop = end + 1 + len(name)
        if text[end:stop] == f" {name}" and not text[stop : stop + 1].isalpha():
            unit = "%" if kind == "percent" else "dollars" if name.endswith(" dollars") else name
            return _found(text, start, stop, value, unit, kind)
    return None


def _counted(text: str, start: int, end: int, value: Decimal, limit: int) -> Found | None:
    """A count of the things named right after it (3,400 jobs), or of those that the subject
    names (arrivals reached 231,000); years and other bare numbers are left alone."""
    words: list[str] = []
    at = whole.end() if (whole := _OF_MANY.match(text, end, limit)) else end
    while at < limit and text[at : at + 1] == " " and len(words) < 4:
        word = _THING.match(text, at + 1)
        if word is None or (word.group().lower() in group("stops") and not _pairs(word, words)):
            break
        words.append(word.group())
        at = word.end()
    plural = next((i for i, word in enumerate(words) if _plural(word)), None)
    if plural is None and value == 1 and words and words[-1].lower() in group("counted"):
        plural = len(words) - 1
    bare_year = value == value.to_integral_value() and 1900 <= value <= 2199 and end - start == 4
    if bare_year:
        return None
    if plural is not None and words[plural].lower() in group("talk"):
        return None
    if plural is not None and words[0].lower() in ("consecutive", "straight", "successive"):
        return None
    if plural is not None and words[plural].lower() in group("plurals"):
        plural += len(words) > plural + 1 and _plural(words[plural + 1])
    if plural is None:
        return _bare(text, start, end, value)
    quantity = _found(text, start, end, value, _unit_of(words[: plural + 1]), "count")
    while plural and words[0].lower() in _LEADING:
        words, plural = words[1:], plural - 1
    return msgspec.structs.replace(quantity, thing=" ".join(words[: plural + 1]))


def _bare(text: str, start: int, end: int, value: Decimal) -> Found | None:
    """A number without a noun: a ratio or an index, or the count of what its subject names."""
    first = max(0, start - _LEFT)
    if value != value.to_integral_value() and _RATIOS.search(text, first, start):
        return Found(start, end, _quantity(text, start, end, value, None), thing=BARE)
    counted = any(text.find(word, first, start) >= 0 for word in ("umber of ", "otal of "))
    told = _level().search(text, first, start) if value >= (_FEWEST if counted else _MANY) else None
    if told is None or (value < _MANY and "of " not in told.group("of")):
        return None
    return Found(start, end, _quantity(text, start, end, value, _things(told)), thing=BARE)


def _pairs(word: re.Match[str], words: list[str]) -> bool:
    """Whether *and* joins two attributes (takeoff and landing sites) and not two counts."""
    return word.group() == "and" and len(words) == 1 and not _plural(words[0])


def _unit_of(words: list[str]) -> str:
    """The noun counted: members is said with whose (crew members), others stand alone."""
    last = words[-1]
    return f"{words[-2].lower()} {last}" if last == "members" and len(words) > 1 else last


def _things(told: re.Match[str]) -> str | None:
    """The plural noun of a subject that a bare number counts."""
    if number := _NUMBER_OF.search(told.group("of")):
        words = WORD.findall(told.group("of")[number.end() :])
        return next((word.lower() for word in words if _plural(word)), None)
    said = LEADS.sub("", told.group("of").strip() + " ").strip()
    words = re.split(r" (?:who|that|which|in|of|at|for|from|with|to|by) ", said)[0].split(" ")
    return words[-1].lower() if words and _plural(words[-1]) else None


def _plural(word: str) -> bool:
    known = word.endswith("s") and not word.endswith(("ss", "'s", "’s", "us", "is"))
    known = known and word.lower() not in group("third_person")
    return known or word in group("plurals")


def _found(
    text: str, start: int, end: int, value: Decimal, unit: str | None, kind: QuantityType
) -> Found:
    return Found(start, end, _quantity(text, start, end, value, unit, kind))


def _quantity(
    text: str,
    start: int,
    end: int,
    value: Decimal,
    unit: str | None,
    kind: QuantityType = "count",
) -> Quantity:
    said = text[start:end]
    return Quantity(text=said, type=kind, value=value, unit=unit, approx=_approx(text, start))


def _approx(text: str, start: int) -> str | None:
    """The words of approximation before the number; the *up to* of *went up to* is none."""
    left = text[max(0, start - _NEARBY) : start]
    if (up := _UP_TO.search(left)) and _moves(up):
        return None
    left = left.rstrip().lower()
    return next((word for word in approximations() if left.endswith(word)), None)


def without_bound(left: str) -> str:
    """The words without an *up to* at their end that bounds the number and tells no move."""
    up = _UP_TO.search(left)
    return left[: up.start()] if up is not None and not _moves(up) else left


def _moves(up: re.Match[str]) -> bool:
    word = (up.group("moved") or "").strip().lower()
    return word in united("rise", "fall", "moving") and word != "up"
