"""Numbers of English sentences with their units: what a number is, not what it is of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal

import msgspec

from exporter.briefing.quantities.english import numbers, ratios
from exporter.briefing.quantities.english.again import of_same_count, spelt_part
from exporter.briefing.quantities.english.found import BARE, NEARBY, Found, approx_at, found_at
from exporter.briefing.quantities.english.nouns import does, nouns
from exporter.briefing.quantities.english.things import FEWEST, counted, plural
from exporter.briefing.quantities.english.words import (
    ABOUT,
    group,
    is_small,
    spelt,
    spelt_value,
    units,
)
from exporter.briefing.quantities.numbers import numerals

_JOINT = re.compile(r" to | ?[-–] ?")
_AND = re.compile(r" and ")
_FROM = re.compile(rf"\bfrom {ABOUT}$", re.IGNORECASE)
_SIGNED = ("percent", "delta", "temperature", "money")
_WORD_OF_UNIT = re.compile(r"(?:U\.S\.|[^\s,.;:()]+)")
_DONE = re.compile(r"\b([a-z]+) $")
_AGO = re.compile(r" (?:ago|old|of age|later|earlier|apart)\b|-year-old")
_AGED = re.compile(r"\bage[ds]? (?:(?:between|over|under|from) )?(?:[0-9]{1,2} (?:and|to) )?$")
_COMING = re.compile(
    r"\b(?:next|past|last|coming|previous|following) (?:[a-z]+ (?:to|or) |[0-9]+ (?:to|or) )?$"
)
_SPELT = frozenset(
    [
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "elev",
        "twel",
        "teen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
    ]
) | {"one ", "a million", "a billion", "a trillion"}
_OF_A_POINT = re.compile(r"(?: of)?(?: an?)? (?:percentage )?point\b")
_AND_PART = re.compile(r" and (?P<part>a half|a quarter|three[- ]quarters)(?= )")
_SINCE = re.compile(r" (?:since|after|before|into)\b")
_FOR_TIME = re.compile(
    r"(?:within|for|in|by|to|at least|than|about|last|least|took|takes?|taken|lasted|lasts|every"
    r"|only|just|under|over|nearly|almost|around|of|from|is|was) $"
)
_EACH = ("per ", "for every ", "in every ")
"""Behind one of these stands what is counted by, no count (2.1 deaths per 100,000 people)."""
_THINGS_MOST = 4


def in_sentence(
    text: str,
    bounds: tuple[int, int],
    dates: list[tuple[int, int]],
    before: Found | None = None,
) -> Iterator[Found]:
    """The numbers of the sentence at `bounds` of the paragraph, in order; `before` is the last
    one of the sentences before it."""
    matches = _matches(text, bounds)
    at = bounds[0]
    for match in matches:
        date = bisect_right(dates, (match.start(), len(text))) - 1
        if match.start() < at or (date >= 0 and match.start() < dates[date][1]):
            continue
        if text.endswith(_EACH, 0, match.start()):
            continue
        found = _of(text, match, bounds[1])
        if match.re is numbers.NUMBER and (shared := _joined(text, match, found, bounds[1])):
            found = shared
        bare = found is None or (found.thing == BARE and found.quantity.unit is None)
        if bare and match.re is numbers.NUMBER and numbers.value(match) is not None:
            found = of_same_count(text, match, before, bounds[0]) or found
        elif found is None and match.re is not numbers.NUMBER and before is not None:
            found = spelt_part(text, match, before)
        if found is not None and not _only_dates(text, found):
            counts = found.quantity.type == "count" or before is None
            at, before = found.end, found if counts else before
            yield found


def _matches(text: str, bounds: tuple[int, int]) -> list[re.Match[str]]:
    """All that may be numbers, in order; an expression is tried where one of its words stands."""
    said = text[bounds[0] : bounds[1]].lower()
    out = list(numbers.NUMBER.finditer(text, *bounds))
    if any(word in said for word in ("rank", "plac", "came", "coming", "finish")):
        out += ratios.RANK.finditer(text, *bounds)
    if any(word in said for word in ratios.WORDS):
        out += ratios.FRACTION.finditer(text, *bounds)
    if any(word in said for word in (" in ", " out of ")):
        out += ratios.ODDS.finditer(text, *bounds)
    if any(word in said for word in _SPELT):
        out += spelt().finditer(text, *bounds)
    return sorted(out, key=lambda match: match.start())


def _only_dates(text: str, found: Found) -> bool:
    """Whether the number tells when something was (a year ago, 100 days since) or an age."""
    if _AGED.search(text, max(0, found.start - NEARBY), found.start):
        return True
    compared = text.endswith(("compared with ", "compared to ", "from "), 0, found.start)
    lasts = found.quantity.type == "duration"
    if lasts and _COMING.search(text, max(0, found.start - NEARBY), found.start):
        return True
    timed = lasts and _SINCE.match(text, found.end) is not None
    timed = timed and not compared
    return timed or _AGO.match(text, found.end) is not None


def _of(text: str, match: re.Match[str], limit: int) -> Found | None:
    """What the match of any of the expressions is."""
    if match.re is numbers.NUMBER:
        return _read(text, match, limit)
    if match.re is ratios.RANK:
        rank = ratios.rank(match)
        return Found(match.start("rank"), match.end("rank"), rank) if rank is not None else None
    if match.re is ratios.ODDS:
        told = ratios.odds(match)
        words = nouns(text[match.end() : limit], _THINGS_MOST).split(" ")
        many = next((i for i, word in enumerate(words) if plural(word)), len(words) - 1)
        thing = "" if words[0] == "of" else " ".join(words[: many + 1])
        end = match.start() + len(told.text) if told is not None else 0
        return Found(match.start(), end, told, thing) if told is not None else None
    if match.re is ratios.FRACTION:
        share = ratios.fraction(match)
        if share is None:
            return None
        end = match.start() + len(share.text)
        if point := _OF_A_POINT.match(text, end):
            part = numerals.plain((share.value or Decimal(0)) / 100)
            return found_at(text, match.start(), point.end(), part, "percentage points", "delta")
        share = msgspec.structs.replace(share, approx=approx_at(text, match.start()))
        return Found(match.start(), end, share)
    return _spelt(text, match, limit)


def _joined(text: str, match: re.Match[str], found: Found | None, limit: int) -> Found | None:
    """A range (5 to 7 percent, $5-7 billion), or one of several numbers with one unit (7 and 5
    percent); ``None`` where the number stands alone."""
    found = found if found is None or found.thing != BARE else None
    if numbers.is_year(match) or not (found is None or found.quantity.type == "money"):
        return None
    between = text.endswith("etween ", 0, match.start())
    joint = (_AND if between else _JOINT).match(text, match.end())
    following = numbers.NUMBER.match(text, joint.end()) if joint is not None else None
    if following is None:
        return _shared(text, match, limit) if found is None else None
    low, high = numbers.value(match), numbers.value(following)
    if low is None or high is None:
        return None
    second = _read(text, following, limit)
    if found is not None:
        second = found_at(text, *numbers.sized(text, following), found.quantity.unit, "money")
    if second is None or second.thing == BARE or second.quantity.value is None:
        return None
    low = numerals.plain(low * (second.quantity.value / high)) if high else low
    ranged = low < second.quantity.value
    if not ranged or _FROM.search(text, max(0, match.start() - NEARBY), match.start()):
        alone = second.quantity.type != "count" or ranged
        unit, kind = second.quantity.unit, second.quantity.type
        return found_at(text, match.start(), match.end(), low, unit, kind) if alone else None
    quantity = msgspec.structs.replace(
        second.quantity,
        text=text[match.start() : second.end],
        value=None,
        min_value=low,
        max_value=second.quantity.value,
        approx=approx_at(text, match.start()),
    )
    return msgspec.structs.replace(second, start=match.start(), quantity=quantity)


def _shared(text: str, match: re.Match[str], limit: int) -> Found | None:
    """A number of a list whose last has the unit of all (4.2 million, 6.3 million and 4.6 million
    yuan); without a size word of its own it has the size of the last."""
    *_, last = (match, *numbers.listed(text, match, limit))
    shared = _read(text, last, limit) if last is not match else None
    number = numbers.value(match)
    if shared is None or shared.thing == BARE or number is None:
        return None
    many = number >= FEWEST or numbers.size(text, match.end())[1] > 1
    if shared.quantity.type == "count" and not many:
        return None
    start, end, value = numbers.sized(text, match)
    if end > match.end() and shared.quantity.type in ("percent", "delta"):
        return None
    if end == match.end():
        _, times = numbers.size(text, last.end())
        value = numerals.plain(number * times)
    found = found_at(text, start, end, value, shared.quantity.unit, shared.quantity.type)
    return msgspec.structs.replace(found, thing=shared.thing)


def _read(text: str, match: re.Match[str], limit: int) -> Found | None:
    if numbers.value(match) is None:
        return None
    start, end, value = numbers.sized(text, match)
    sign = (match.group("sign") or "").strip()
    if sign:
        found: Found | None = found_at(text, start, end, value, sign, "money")
    elif match.group("tight"):
        found = found_at(text, start, match.end(), value, "%", "percent")
    else:
        found = _measure(text, start, end, value)
    if found is None:
        whole = end > match.end() or not numbers.is_part(match)
        return counted(text, start, end, value, limit) if whole else None
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
    small, end = spelt_value(match.group()), match.end()
    if more := _AND_PART.match(text, end):
        small += Decimal(numbers.AND_PARTS[more.group("part").replace("-", " ")])
        end = more.end()
    end, times = numbers.size(text, end)
    value = numerals.plain(small * times)
    found = _measure(text, match.start(), end, value)
    if found is not None:
        timed = found.quantity.type == "duration" and is_small(value)
        return (
            found
            if not timed or _FOR_TIME.search(text, max(0, match.start() - NEARBY), match.start())
            else None
        )
    thing = counted(text, match.start(), end, value, limit)
    if thing is None:
        return None
    known = (thing.quantity.unit or "").split(" ")[-1] in group("counted")
    done = _DONE.search(text, max(0, match.start() - NEARBY), match.start())
    known = known or (done is not None and does(done.group(1)))
    return thing if known or not is_small(value) else None


def _measure(text: str, start: int, end: int, value: Decimal) -> Found | None:
    joint = text[end : end + 1]
    word = _WORD_OF_UNIT.match(text, end + 1) if joint in (" ", "-") else None
    for name, kind in units().get(word.group() if word else "", ()) if joint == " " else ():
        stop = end + 1 + len(name)
        if text[end:stop] == f" {name}" and not text[stop : stop + 1].isalpha():
            unit = "%" if kind == "percent" else "dollars" if name.endswith(" dollars") else name
            return found_at(text, start, stop, value, unit, kind)
    return None
