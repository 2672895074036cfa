"""Bare English numbers that count what was counted before: some of them, as many more, by how many
they are fewer, or what a *number* that was told before is now."""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec

from exporter.briefing.quantities.english import numbers
from exporter.briefing.quantities.english.found import BARE, Found, found_at
from exporter.briefing.quantities.english.nouns import does, untailed
from exporter.briefing.quantities.english.things import FEWEST, MANY, plural
from exporter.briefing.quantities.english.words import ABOUT, WORD, spelt, spelt_value, united
from exporter.briefing.quantities.numbers import numerals

_AFTER_COUNT = re.compile(
    r"(?:,|;)? ?(?:and |or )?(?:from|to|with|including|of which|(?:up|down)(?: by| from)?"
    r"|compared (?:with|to)"
    r"|(?:and (?:that(?:['’]s| is| was)|this is) |following |after )?an? "
    r"(?:(?:much )?(?:smaller|larger) )?(?:rise|fall|increase|decrease|drop"
    r"|reduction|decline|gain)(?: (?:in|over|on|since) [a-z ]{3,24})? of"
    r"|(?:increased|decreased|rose|fell) by)"
    rf" {ABOUT}"
)
_TO_COUNT = re.compile(rf" to {ABOUT}$")
_THAN_BEFORE = re.compile(r" (?:fewer|more|less|lower|higher) than\b")
_COMPARED = re.compile(
    r"\b(?:up|down|compared) (?:from|with|to)\b"
    r"|\ban? (?:rise|fall|increase|decrease|drop|reduction|decline|gain) of\b"
)
_OF_THEM = re.compile(r" of (?:them|those|these|whom)(?=[ ,.;])")
# 164 people in hospital, nine of them in intensive care; 41 fatalities, seven fewer than in 2023
_SPELT_OF = re.compile(
    r"(?P<of> of (?:them|those|these|whom)(?=[ ,.;]))| (?:more|fewer|less) than\b"
)
_OF_NUMBER = re.compile(
    r"\b(?:the|that|this) (?:figure|number|total|count)\b(?! of\b)[^,.;0-9]{0,60} "
    r"(?:is|was|stood|stands|reached|hit|rose|risen|fell|fallen|dropped|grew|grown|gone|came|come)"
    r"(?: (?:now|still|down|up|at|to|from|about|around|nearly|over|just|under|some|almost))* $",
    re.IGNORECASE,
)
"""What a bare number is *the number* of stands before it: it counts what was counted before."""
_PLACED = re.compile(
    r"(?: of (?:them|those|these))?(?: (?:have|has|had|were|are|was|is|will)(?: been)?)?"
    r"(?: [a-z]{3,}ed)? (?P<joint>in|for|from|at|on|to|among|by|with) [^.;:0-9]{2,50}?"
    rf"(?:,| and|, and|,? while) {ABOUT}"
)
"""What stands between two numbers of a list of places (6,200 were in health care and 4,750 in)."""
# not ABOUT: it holds "another" itself, and a row of these would be tried from each
_ANOTHER = re.compile(
    r"\b(?:another|a further|an additional|an extra) (?:about |some |nearly |around )?$",
    re.IGNORECASE,
)
# Of those 13 schools, eight are in the city, five are in the regions
_OF_ALL = re.compile(r"(?:And |But |So )?[Oo]f (?:those|these|the|our|all)\b[^,.;]{0,50}, ")
_OF_WHOM = re.compile(r"\bof wh(?:om|ich),? $")
_NO_THING = re.compile(
    r"[.,;]| (?:by|in|to|this|next|last|over|at|from|will|are|were|have|on|for|[a-z]{3,}ed)\b"
)
# Of those, 1,450 have tested positive
_AMONG = re.compile(rf"\b[Oo]f (?:those|these|them|which),? {ABOUT}$")
_DID = re.compile(r" (?:have|has|had|were|are|was|will|came|come|went|go|[a-z]{3,}ed)\b")
_AS_SUBJECT = re.compile(
    r"(?:\b(?:it|that|this|which|they|the (?:figure|number|total|count|list))"
    r" (?:(?:can|could|will|may) )?"
    r"(?:was|is|were|are|went|go|reached|reach|stood at|stands at|had been|has been)"
    r"|\b(?:it|that|this)['’]s|\b(?:is|are) now|\bthere (?:are|were|is|was))"
    r"(?: (?:(?:down |up )?from|up to|down to|to))?"
    rf" {ABOUT}$",
    re.IGNORECASE,
)
"""A pronoun with its verb, behind which a bare number counts what was counted before."""
_OTHERS = re.compile(r" (?:others|more)\b(?! than\b)")
_ENDS = re.compile(r"$|[.,;)]| (?:in|this|last|by|over|for|from|since|on|at|and|so|across)\b")
# So far this year 16,900 were permitted
_TIMED = re.compile(
    rf"(?:So far|In|This|Last|By|Since|Today|Yesterday|As of|To date)\b[^.;0-9]{{0,30}}? {ABOUT}$"
)
# rose by 51,000 in construction and by 8,000 in hospitals
_BY_TOO = re.compile(rf"(?: in [^.;:0-9]{{2,60}}?)?(?:,| and|, and) by {ABOUT}")
_OTHERS_DID = re.compile(r" others (?:were|have been|are) [a-z]+")
_TOTAL = re.compile(r" in (?:total|all) (?:are|were|have|had)\b")
_ALONE = (",", ".", ";", ":", ")", " in ", " of ", " at ", " when ", " two ", " a year", " going ")
_PER_TIME = re.compile(r" an? (?:year|month|week|day)\b")
_FEWER = re.compile(rf"(?:,| and|,? (?:which|that) (?:is|was)| and that is) {ABOUT}$")
_SOME_OF = re.compile(
    r"(?: of them)?(?: (?:already|now|still|also))? (?:have|has|had|were|are) (?!been a\b|a year)"
    r"| [a-z]{3,}ed (?:within|in|by|to|from|across|inside|outside) "
    r"| more(?=[,.;]| (?:in|are|were|will|this|last|by|and)\b)"
)
# 41 officers were shot at. 10 were hit.
_WERE = re.compile(r" (?:of them )?(?:were|have been|are|had been) [a-z]{3,}")
_YEAR, _YEARS = 4, (1900, 2199)
_LEFT, _REACH = 160, 400


def of_same_count(
    text: str, match: re.Match[str], before: Found | None, first: int
) -> Found | None:
    """A bare number that tells by how much, or from what to what, the count before it moved
    (2.56 million people, down 46,000), or counts what was counted before."""
    start, end, value = numbers.sized(text, match)
    if numbers.is_part(match) or (numbers.is_year(match) and end == match.end()):
        return None
    near = before is not None and before.quantity.type == "count" and start - before.end <= _REACH
    before = before if near else None
    if _as_before(text, match, value, before):
        unit = before.quantity.unit if before is not None else None
        if before is None or before.start < first:
            unit = _named_before(text, first, start) or unit
        return _bare_count(text, match, unit) if unit else None
    if before is None:
        return None
    gap = text[before.end : start]
    if before.thing and before.thing != BARE:
        gap = gap.removeprefix(f" {before.thing}")
    if _part_of_count(text, match, value, gap) or _moves_it(text, match, before, gap):
        return _bare_count(text, match, before.quantity.unit)
    return None


def spelt_part(text: str, match: re.Match[str], before: Found) -> Found | None:
    """A number in words that counts some of the things counted before, or by how many they are
    more or fewer than others."""
    gap = text[before.end : match.start()]
    counts = before.quantity.type == "count" and before.quantity.unit and match.re is spelt()
    if not counts or len(gap) > _REACH or ". " in gap:
        return None
    told = _SPELT_OF.match(text, match.end())
    least = told is not None and (told.group("of") or gap.endswith((", ", " and ")))
    first = text.rfind(". ", 0, match.start()) + 2
    parts = _OF_ALL.match(text, first if first > 1 else 0, match.start())
    parts = parts or _OF_WHOM.search(text, first, match.start())
    if not least and not (parts and _DID.match(text, match.end())):
        return None
    value = numerals.plain(spelt_value(match.group()))
    found = found_at(text, match.start(), match.end(), value, before.quantity.unit, "count")
    return msgspec.structs.replace(found, thing=BARE)


def _bare_count(text: str, match: re.Match[str], unit: str | None) -> Found:
    start, end, value = numbers.sized(text, match)
    return msgspec.structs.replace(found_at(text, start, end, value, unit, "count"), thing=BARE)


def _moves_it(text: str, match: re.Match[str], before: Found, gap: str) -> bool:
    """Whether the number tells how the count before it moved, or what it is compared with."""
    _, end, value = numbers.sized(text, match)
    from_to = _TO_COUNT.search(gap) is not None and text.endswith("from ", 0, before.start)
    than = _THAN_BEFORE.match(text, end) is not None and _FEWER.search(gap) is not None
    clause = gap[max(gap.rfind(","), 0) :]
    if value < MANY and not (from_to or than or _COMPARED.search(clause)):
        return False
    return bool(than or from_to or (_AFTER_COUNT.fullmatch(clause) and len(gap) <= _LEFT))


def _as_before(text: str, match: re.Match[str], value: Decimal, before: Found | None) -> bool:
    """Whether a bare number counts what was counted before, here or in the sentence before (3,700
    of them; it was 61,000 in May; we need 4,500 a year)."""
    gap = text[before.end : match.start()] if before is not None else ""
    end, _ = numbers.size(text, match.end())
    if _OF_THEM.match(text, end) and gap.count(". ") <= 1:
        return True
    if value < FEWEST or gap.count(". ") > 1:
        return False
    left = text[max(0, match.start() - _LEFT) : match.start()]
    if _AMONG.search(left) and _DID.match(text, end):
        return True
    counted = before is not None and before.quantity.type == "count"
    if counted and (_OF_NUMBER.search(left) or _is_another(text, left, end)):
        return True
    alone = text.startswith(_ALONE, end)
    if _AS_SUBJECT.search(left) and alone:
        return True
    timed = _PER_TIME.match(text, end) is not None
    return before is not None and value >= MANY and ". " not in gap and timed


def _is_another(text: str, left: str, end: int) -> bool:
    """Whether the number is of more of the same (148 inspectors, and another 35 by 2026)."""
    return _ANOTHER.search(left) is not None and _NO_THING.match(text, end) is not None


def _named_before(text: str, first: int, start: int) -> str | None:
    """The nearest plural of people or things before the number in its sentence."""
    words = WORD.findall(text, max(first, start - _LEFT), start)
    things = united("plurals", "counted")
    return next((w.lower() for w in reversed(words) if w.lower() in things and plural(w)), None)


def _part_of_count(text: str, match: re.Match[str], value: Decimal, gap: str) -> bool:
    """Whether a bare number counts some of the things counted before (of 730 workers, 410 have
    enrolled), or more of them (12 schools and 14 more)."""
    year = len(match.group()) == _YEAR and _YEARS[0] <= value <= _YEARS[1]
    end, _ = numbers.size(text, match.end())
    if (year and end == match.end()) or value < FEWEST or match.group("sign"):
        return False
    if gap.count(". ") <= 1 and _done_to(text, end, value, gap):
        return True
    if ";" in gap:
        return False
    if ". " not in gap and _OTHERS_DID.match(text, end) is not None:
        return True
    if value >= MANY and ". " not in gap and _TOTAL.match(text, end) is not None:
        return True
    if ". " in gap:
        own = gap.partition(". ")[2]
        opens = not own or (value >= MANY and _TIMED.fullmatch(own) is not None)
        return ". " not in own and opens and _WERE.match(text, end) is not None
    if _BY_TOO.fullmatch(gap) is not None:
        return True
    placed = _PLACED.fullmatch(gap)
    if placed is not None and text.startswith(f" {placed.group('joint')} ", end):
        return True
    return _SOME_OF.match(text, end) is not None


def _done_to(text: str, end: int, value: Decimal, gap: str) -> bool:
    """Whether something was done with a number of the things counted before (jailed 12 people and
    fined 44 others): with others or more of them, or alone where they are many (built 21,400 homes,
    and this year we permitted 16,900)."""
    verb = untailed(gap.strip()).rpartition(" ")[2]
    if not (does(verb) or verb == "need"):
        return False
    if _OTHERS.match(text, end) is not None:
        return True
    return value >= MANY and _ENDS.match(text, end) is not None
