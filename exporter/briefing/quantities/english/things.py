"""Counts of English sentences: which noun a number counts, or which its subject names."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

import msgspec

from exporter.briefing.quantities.english.clauses import LEADS
from exporter.briefing.quantities.english.found import BARE, Found, found_at, quantity_at
from exporter.briefing.quantities.english.words import ABOUT, WORD, approximations, group, united

_NUMBER_OF = re.compile(r"\b(?:numbers?|total) of ", re.IGNORECASE)
_OF_MANY = re.compile(
    r" of (?:the |our |these |those |all |its |their )?(?:top |first |last )?"
    r"(?:[0-9][0-9,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)(?= [a-z])"
)
_THING = re.compile(
    r"(?:[0-9]{1,2}[A-Z])?[A-Za-z][A-Za-z'’-]*(?:(?<=-)[0-9]{1,2}\b)?|[0-9]{1,2}[A-Z]\b"
)
_RATIOS = re.compile(
    r"\b(?:ratio|index|coefficient|score|number|rate|multiple)\b[A-Za-z ,]{0,40}"
    r"(?: (?:was|is|were|stood at|stands at|reached|to|at|of|remained at|averaged))+"
    r"(?: (?:about|around|nearly|only|just))? $"
)
_OF_THEM = re.compile(r" of (?:them|whom)\b")
_NUMBERS = ("umber of ", "umbers of ", "otal of ", " toll ")
# brings the total number of people in hospital to 26,279
_BRINGS = re.compile(
    r"\b(?:br(?:ing(?:s|ing)?|ought)|t(?:akes?|aking|ook)) (?:the|our) (?:total |overall )?"
    rf"(?:number|total) of (?P<of>[a-z][^,.;]{{2,90}}) to {ABOUT}$"
)
# Road deaths fell by 11.4 percent to 693
_MOVED_TO = re.compile(
    r"(?:^|[.,;] |\band )(?P<of>[A-Za-z][A-Za-z' -]{2,60}) (?:rose|fell|grew|increased|decreased"
    r"|declined|dropped|climbed|jumped|surged|went up|went down|was up|was down|were up|were down)"
    r"(?: by)? [0-9][0-9.,]* ?(?:%|per ?cent)(?: year[ -]on[ -]year"
    rf"|(?: compared with| from| on| over| in) [^,;.]{{3,60}},)? to {ABOUT}$"
)
_HEAD = re.compile(r" (?:who|that|which|in|of|at|for|from|with|to|by) ")
_NO_MEN = frozenset({"specimen", "regimen", "abdomen", "acumen", "omen", "amen", "semen", "Yemen"})
_LEADING = frozenset({"of", "the", "those", "these", "our", "their", "its", "all", "such"})
_OPENING = ('"', "“", "‘")
_IN_A_ROW = ("consecutive", "straight", "successive")
_LEFT, FEWEST, MANY = 160, 10, 1000
"""From `FEWEST` on a bare number may count what its subject is a number of, from `MANY` on what
any subject names."""


@cache
def _level() -> re.Pattern[str]:
    """A subject with its verb before a bare number (arrivals reached, the number of cases is)."""
    verbs = sorted(united("levels", "rise", "fall", "moving"))
    near = "|".join(approximations())
    return re.compile(
        r"(?P<of>(?:[Nn]umbers?|[Tt]otal) of [a-z][A-Za-z0-9, -]{0,80}"
        r"|\b[A-Za-z' -]{3,60}?)"
        r"(?: (?:has|have|had|now|also|already))*"
        rf"(?: (?:{'|'.join(verbs)})|,| at|, at){{1,3}}(?: now)?"
        r"(?: (?:in|over|this|last) [A-Za-z]{3,10}(?= by ))?"
        r"(?: (?:by|at|to|from))?(?: an average of)?(?: a (?:new )?record(?: high)?(?: of)?)?"
        rf"(?: (?:{near}))? $"
    )


# 19 dead and 44 injured
_HARMED = re.compile(
    r" (?P<how>dead|killed|injured|wounded|missing|hurt|homeless|hospitali[sz]ed)"
    r"(?=$|[.,;)]| (?:and|or|in|at|on|by|after|when|since|across|amid|as|so|this|last|with)\b)"
)


def counted(text: str, start: int, end: int, value: Decimal, limit: int) -> Found | None:
    """A count of the things named right after it (3,400 jobs), or of those that the subject
    names (arrivals reached 231,000); years and other bare numbers are left alone."""
    if value == value.to_integral_value() and 1900 <= value <= 2199 and end - start == 4:
        return None
    if _OF_THEM.match(text, end, limit):
        return None
    if (harmed := _HARMED.match(text, end, limit)) is not None:
        found = found_at(text, start, end, value, "people", "count")
        return msgspec.structs.replace(found, thing=f"people {harmed.group('how')}")
    words: list[str] = []
    at = whole.end() if (whole := _OF_MANY.match(text, end, limit)) else end
    while at < limit and text[at : at + 1] == " " and len(words) < 4 + ("and" in words):
        quoted = text[at + 1 : at + 2] in _OPENING and not words
        word = _THING.match(text, at + 1 + quoted)
        if word is None or (
            word.group().lower() in united("stops", "no_nouns") and not _pairs(word, words)
        ):
            break
        if not words and word.group().lower() in group("numerals"):
            break
        words.append(word.group())
        at = word.end()
    last = _noun_at(words, value)
    if last is None:
        return _bare(text, start, end, value)
    words = words[: last + 1]
    if (words[-1].lower() in group("talk") and value < MANY) or words[0].lower() in _IN_A_ROW:
        return None
    quantity = found_at(text, start, end, value, _unit_of(words), "count")
    while len(words) > 1 and words[0].lower() in _LEADING | {"more"}:
        words = words[1:]
    return msgspec.structs.replace(quantity, thing=" ".join(words))


def _noun_at(words: list[str], value: Decimal) -> int | None:
    """Where the noun counted stands among the words: the first plural, with one behind it that
    *police* or *staff* only tells more of."""
    at = next((i for i, word in enumerate(words) if plural(word)), None)
    if at is None and value == 1 and words and words[-1].lower() in group("counted"):
        return len(words) - 1
    more = at is not None and words[at].lower() in group("plurals") and len(words) > at + 1
    return at + 1 if at is not None and more and plural(words[at + 1]) else at


def _bare(text: str, start: int, end: int, value: Decimal) -> Found | None:
    """A number without a noun: a ratio or an index, or the count of what its subject names."""
    first = max(0, start - _LEFT)
    if value != value.to_integral_value() and _RATIOS.search(text, first, start):
        return Found(start, end, quantity_at(text, start, end, value, None), thing=BARE)
    if (brought := _BRINGS.search(text, first, start)) is not None:
        things = next((word for word in WORD.findall(brought.group("of")) if plural(word)), None)
        return Found(start, end, quantity_at(text, start, end, value, things), thing=BARE)
    if (moved := _MOVED_TO.search(text, first, start)) is not None:
        counted = re.split(r"[Nn]umbers? of ", moved.group("of"))[-1]
        words = _HEAD.split(counted)[0].split(" ")
        things = next((word.lower() for word in reversed(words) if plural(word)), None)
        return Found(start, end, quantity_at(text, start, end, value, things), thing=BARE)
    counted = any(text.find(word, first, start) >= 0 for word in _NUMBERS)
    told = _level().search(text, first, start) if value >= (FEWEST if counted else MANY) else None
    numbered = told is not None and ("of " in told.group("of") or "toll" in told.group("of"))
    if told is None or (value < MANY and not numbered):
        return None
    return Found(start, end, quantity_at(text, start, end, value, _things(told)), thing=BARE)


def _pairs(word: re.Match[str], words: list[str]) -> bool:
    """Whether *and* joins two attributes (takeoff and landing sites) and not two counts."""
    return word.group() == "and" and len(words) == 1 and not plural(words[0])


def _unit_of(words: list[str]) -> str:
    """The noun counted: members is said with whose (crew members), others stand alone."""
    last = words[-1]
    return f"{words[-2].lower()} {last}" if last == "members" and len(words) > 1 else last


def _things(told: re.Match[str]) -> str | None:
    """The plural noun of a subject that a bare number counts."""
    if number := _NUMBER_OF.search(told.group("of")):
        words = WORD.findall(told.group("of")[number.end() :])
        return next((word.lower() for word in words if plural(word)), None)
    said = LEADS.sub("", told.group("of").strip() + " ").strip()
    words = _HEAD.split(said.removesuffix(" numbers"))[0].split(" ")
    if words and words[-1].lower() in group("of_people"):
        return "people"
    return words[-1].lower() if words and plural(words[-1]) else None


def plural(word: str) -> bool:
    """Whether an English word is a noun in the plural, and no verb."""
    known = word.endswith("s") and not word.endswith(("ss", "'s", "’s", "us", "is"))
    known = known and word.lower() not in group("third_person")
    return known or word in group("plurals") or (word.endswith("men") and word not in _NO_MEN)
