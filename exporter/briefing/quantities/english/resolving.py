"""Periods of English records resolved on the day of the conference, and those told by a word that
only points back (*in that quarter*, *over the year*, *a year earlier*)."""

from __future__ import annotations

import re
from datetime import date, timedelta

from exporter.briefing.quantities.english.timewords import DAYS, MONTHS, SMALL, YEAR
from exporter.briefing.quantities.periods.token import Day

_LEAD = re.compile(r"^(?:(?i:(?:over|in|during|for) the |the )|In )(?=[a-zA-Z0-9])(?!end )")
_MONTH_AT_END = re.compile(rf"(?:{MONTHS})$")
_OF_THE_YEAR = re.compile(
    r"^(?:(?:first|second|third|fourth) (?:quarter|half)"
    r"|first [a-z0-9]+ (?:months|quarters))(?: of the year)?$"
    rf"|^(?:{MONTHS}) (?:to|and|through) (?:{MONTHS})$|^end[- ](?:of )?(?:{MONTHS})$"
    rf"|^(?:[a-z0-9]+ months|year|quarter) (?:to|ended|ending)(?: in)? (?:{MONTHS})$"
)
_NAMES = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_DAY_OF = re.compile(rf"(?P<month>{MONTHS}) [0-9]{{1,2}}$|[0-9]{{1,2}} (?P<month_>{MONTHS})$")
_WEEKDAYS = re.compile(DAYS)
_WEEK = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_SHORT = re.compile("Q[1-4]|H[12]")
_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_COUNTS = {
    word: number
    for number, word in enumerate(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"], start=2
    )
}
_YEAR_LONG, _SOON = 12, 3
_EARLY = 2  # the past year is last year as long as that has just ended
_AGO = re.compile(r"(?P<count>[a-z]+|[0-9]+) years? ago")
_YEAR_AT_END = re.compile(rf"(?P<lead>(?:.* )?)(?P<year>{YEAR})(?P<to>[-–/][0-9]{{2,4}})?")
_QUARTER_AT_END = re.compile(r"(?:the )?(?P<month>March|June|September|December) quarter$")
_ENDS = re.compile(rf"(?P<month>{MONTHS})(?: quarter)? (?P<year>{YEAR})$")
_OPENING = re.compile(rf"(?:Last|This|Next|So|{SMALL.title()}) ")
_DAYS_AGO = {"today": 0, "morning": 0, "afternoon": 0, "evening": 0, "yesterday": 1}
_MONTHS_ON = {"last": -1, "this": 0, "next": 1}
_YEARS = {"this year": 0, "last year": -1, "next year": 1}
_PARTS = {"quarter": ("quarter",), "half": ("half", "six months")}
"""By what the period is known that *the quarter* or *the half* points back to."""


def of_year(text: str, year: int | None, month: int | None, *, later: bool) -> str:
    """A month with its year: the latest one before the conference, unless it is ahead."""
    named = _MONTH_AT_END.fullmatch(text) or _QUARTER_AT_END.fullmatch(text)
    named = named or _SHORT.fullmatch(text)
    if year is None or month is None or not named:
        return text
    if later:
        return f"{text} {year if _last_month(text) >= month else year + 1}"
    return f"{text} {year if _last_month(text) <= month else year - 1}"


def of_day(text: str, year: int | None, month: int | None, *, later: bool) -> str:
    """*June 3*, *3 June* or *week ending June 3* with the year: the latest before the conference,
    unless it is ahead."""
    named = _DAY_OF.search(text)
    if named is None or year is None or month is None:
        return text
    at = _last_month(named.group("month") or named.group("month_"))
    year += (at < month) if later else -(at > month)
    return f"{text}{', ' if text[-1].isdigit() else ' '}{year}"


def end_of(text: str, year: int | None, month: int | None, *, later: bool) -> str:
    """*end of February* with its year: the last that is over, but the next one where that comes
    within three months (said in January) or is told to be ahead."""
    named = _MONTH_AT_END.search(text)
    if named is None or year is None or month is None:
        return resolved(text, year, month, later=later)
    apart = (_last_month(named.group()) - month) % _YEAR_LONG
    return resolved(text, year, month, later=later or 0 < apart <= _SOON)


def as_of(text: str, day: Day) -> str:
    """*As of August 6* with its year; *as of Wednesday*, *as of today* and *today* as the dates of
    those days."""
    year, month = day.year, day.month
    if year is None or month is None:
        return resolved(text, year, month, later=False)
    lead, _, named = text.rpartition(" ")
    if named in _DAYS_AGO and (told := date_of(named, day)):
        return f"as of {told}" if lead else told
    if day.day is not None:
        text = last_weekday(text, date(year, month, day.day))
    if _DAY_OF.search(text):
        return of_day(text, year, month, later=False)
    lead, _, named = text.rpartition(" ")
    if _MONTH_AT_END.fullmatch(named):
        return f"{lead} {of_year(named, year, month, later=False)}"
    return resolved(text, year, month, later=False)


def date_of(word: str, day: Day) -> str:
    """*today* or *yesterday* as a date, written as the record writes its dates; nothing where the
    day of the conference isn't known."""
    if day.year is None or day.month is None or day.day is None:
        return ""
    on = date(day.year, day.month, day.day) - timedelta(days=_DAYS_AGO[word])
    if day.first:
        return f"{on.day} {on:%B} {on.year}"
    return f"{on:%B} {on.day}, {on.year}"


def month_of(which: str, year: int, month: int) -> str:
    """The month that *last* month, *this* month or *next* month is."""
    years, months = divmod(year * _YEAR_LONG + month - 1 + _MONTHS_ON[which], _YEAR_LONG)
    return f"{date(years, months + 1, 1):%B} {years}"


def last_weekday(text: str, on: date) -> str:
    """*As of Wednesday* as the date of the last one by the day of the conference."""
    named = _WEEKDAYS.search(text)
    if named is None:
        return text
    back = (on.weekday() - _WEEK.index(named.group()[:3])) % len(_WEEK)
    then = on - timedelta(days=back)
    return f"{then:%B} {then.day}, {then.year}"


def latest(text: str, year: int | None, month: int | None) -> str:
    """*last July*, *next May*, *this March* with their year; *last month* as the month it is."""
    which, _, named = (text[0].lower() + text[1:]).partition(" ")
    if year is None or month is None:
        return f"{which} {named}"
    if named == "month":
        return month_of(which, year, month)
    at = _last_month(named)
    if which == "last":
        return f"{named} {year if at < month else year - 1}"
    return f"{named} {year if at > month or which == 'this' else year + 1}"


def again(text: str, earlier: tuple[str, ...]) -> str:
    """The period that *the quarter*, *that month* or *the year* points back to among those told
    `earlier`, the nearest first; nothing where there is none."""
    *_, kind = text.split(" ")
    if text == "that year":
        return next((told[-4:] for told in earlier if _YEAR_AT_END.fullmatch(told)), "")
    if kind == "year":
        ends = next((found for told in earlier if (found := _ENDS.search(told))), None)
        return f"year to {ends.group('month')} {ends.group('year')}" if ends is not None else ""
    if kind == "month":
        single = (told for told in earlier if re.fullmatch(rf"(?:{MONTHS}) {YEAR}", told))
        return next(single, "")
    words = _PARTS.get(kind.removesuffix("-year"))
    if words is None:
        return earlier[0] if earlier else ""
    return next((told for told in earlier if any(word in told for word in words)), "")


def part_of(text: str, year: int | None, earlier: tuple[str, ...]) -> str:
    """*the same period of 2023*: the part of a year told last, of that year; the year alone where
    no part was told last."""
    then = text[-4:] if text[-4:].isdigit() else str(year - 1) if year is not None else ""
    found = _YEAR_AT_END.fullmatch(earlier[0]) if earlier and then else None
    return f"{found.group('lead')}{then}" if found is not None else then


def year_before(told: str) -> str:
    """The month or year a year earlier; nothing where the period has no year at its end."""
    found = _YEAR_AT_END.fullmatch(told)
    if found is None or found.group("to"):
        return ""
    return f"{found.group('lead')}{int(found.group('year')) - 1}"


def is_over(text: str, year: int | None) -> bool:
    """Whether the period is of a year that has begun by the conference's."""
    last = _YEAR_AT_END.fullmatch(text)
    return year is None or last is None or int(last.group("year")) <= year


def _last_month(text: str) -> int:
    """The number of the month that a part of a year ends with."""
    if _SHORT.fullmatch(text):
        return int(text[1]) * (3 if text[0] == "Q" else 6)
    if named := _MONTH_AT_END.search(text.removesuffix(" quarter")):
        return _NAMES.index(named.group()[:3]) + 1
    words = text.split(" ")
    if words[-1] in ("months", "quarters"):
        count = words[-2]
        number = int(count) if count.isdigit() else _COUNTS.get(count, _YEAR_LONG)
        return number * (1 if words[-1] == "months" else 3)
    return _ORDER.get(words[0].lower(), _YEAR_LONG) * (3 if words[-1] == "quarter" else 6)


def resolved(text: str, year: int | None, month: int | None, *, later: bool) -> str:
    """The period without its preposition, its year told where the text leaves it to the reader:
    the last that is over, or in words of what comes (`later`) this year's."""
    text = _LEAD.sub("", text)
    own = text.removesuffix(" of the year")
    if year is not None and month is not None and _OF_THE_YEAR.search(text):
        year = year if later or _last_month(own) <= month else year - 1
        return f"{own} {year}" if _MONTH_AT_END.search(own) else f"{own} of {year}"
    text = text[0].lower() + text[1:] if _OPENING.match(text) else text
    if year is None:
        return text
    if past := _AGO.fullmatch(text):
        count = past.group("count")
        return str(year - (int(count) if count.isdigit() else _COUNTS.get(count, 1)))
    text = text.removeprefix("so far ")
    if text == "past year" and month is not None and month <= _EARLY:
        return str(year - 1)
    for word, shift in _YEARS.items():
        before = text.removesuffix(f" {word}")
        if before != text and (_OF_THE_YEAR.search(before) or _MONTH_AT_END.search(before)):
            return f"{before} {year + shift}"
        if text.endswith(f"of {word}") or text == word:
            return text[: len(text) - len(word)] + str(year + shift)
    return (
        text.replace(" of the year", f" of {year}")
        if text.lower().startswith(("since ", "end "))
        else text
    )
