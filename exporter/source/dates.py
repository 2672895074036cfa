"""Dates as pages print them, made ISO, and the year of a date that is printed without one."""

from __future__ import annotations

import datetime
import re

_NUMERALS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
# January · Oct · Sept.
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
"""A month in English, whole or cut short."""
FULL = (
    r"(?:(?<!\d/)\d{4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}|\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日"
    r"|[〇零○一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
    # May 5, 2024 · Oct.19, 2015 · 26th May 2024 · 2016-April-28
    rf"|{MONTH}(?:\s|(?<=\.))\d{{1,2}}(?:st|nd|rd|th)?(?:\s?,\s?|\s)\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s{MONTH},?\s\d{{4}}|\d{{4}}-{MONTH}-\d{{1,2}}"
    # 22.07.2015: day first, as such dates are
    r"|(?<![\d.])\d{1,2}\.\d{1,2}\.(?:19|20)\d{2}(?![\d.])"
    # Tue Mar  5 15:21:08 2024: as a board stamps what is posted
    rf"|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\s{MONTH}\s{{1,2}}\d{{1,2}}\s\d\d:\d\d:\d\d\s\d{{4}})"
)
POSTED = re.compile(r"[A-Z][a-z]{2}\s[A-Z][a-z]{2}\s{1,2}\d{1,2}\s\d\d:\d\d:\d\d\s\d{4}")
"""The stamp of a board."""
WEEKDAY = r"(?:\s?[(（]?(?:星期|周|週)[一二三四五六日天][)）]?)?"
CLOCK = (
    r"(?:(?:(?: [-–|])?[\sT]{1,3}|(?<=日))\d{1,2}[:：时]\d{2}(?:[:：分]\d{2}秒?)?分?"
    r"(?: (?:BJT|GMT|UTC|HKT|EST|EDT|CST|JST|KST|SGT)\b)?)?"
)
YEAR = re.compile(r"[\d年](?:(?<=年)|\d{3})")
"""What every full date has; found at once, or not, where `FULL` takes its time."""
FULL_DATE = re.compile(FULL, re.IGNORECASE)
# Years of the Republic (民國111年5月5日, 111-05-05): 1911 less than those of the common era.
REPUBLIC = re.compile(
    r"(?:中華民國|民國|民国)?(?<!\d)(1\d{2}|(?<=[國国])\d{2})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)日?"
)

# 09-04-15 09:40:02: the year in two digits
_SHORT_YEAR = re.compile(r"(\d\d)-(\d\d)-(\d\d)(?=$|\s\d{1,2}:\d\d)")


def iso(text: str) -> str | None:
    """``YYYY-MM-DD`` of the first full date in `text`, or of the one of the Republic's years that
    `text` begins with; ``None`` if there is none in the calendar."""
    found = FULL_DATE.search(text)
    if found is None:
        republic = REPUBLIC.match(text.strip())
        if republic is None:
            short = _SHORT_YEAR.match(text.strip())
            return (
                in_calendar(2000 + int(short[1]), int(short[2]), int(short[3])) if short else None
            )
        year, month, day = map(int, republic.groups())
        return in_calendar(year + 1911, month, day)
    if numbers := _in_english(found[0]):
        return in_calendar(*numbers)
    numbers = [number(part) for part in re.findall(r"\d+|[〇零○一二三四五六七八九十]+", found[0])]
    numbers = numbers[:3] if numbers[0] > _LAST_DAY else numbers[2::-1]
    return in_calendar(*numbers)


def month_number(name: str) -> int:
    """1 to 12 for a month as `MONTH` matches it; raises `ValueError` for any other word."""
    return _MONTHS.split().index(name[:3].lower()) + 1


def in_calendar(year: int, month: int, day: int) -> str | None:
    """The ISO form, ``None`` for a day that no calendar has."""
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def with_year_of(published: str | None, month: int, day: int) -> str | None:
    """The last such day that isn't after the published one by more than a week.

    A conference of 30 December that was published on 2 January was held in the year before; one
    announced for the day after tomorrow is of the same year.
    """
    if published is None:
        return None
    limit = datetime.date.fromisoformat(published)
    if limit.year < datetime.MAXYEAR:
        try:
            limit += datetime.timedelta(days=7)
        except OverflowError:
            return None
    for year in (limit.year, limit.year - 1):
        if (day_in := in_calendar(year, month, day)) and day_in <= limit.isoformat():
            return day_in
    return None


_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])")
_LAST_DAY = 31  # of a month
_LAST = 12  # the last month
NEAR = 10  # days between a conference and its publication


def is_slashed(text: str) -> bool:
    """Whether `text` is such a date (07/10/2025) and nothing else."""
    return _SLASHED.fullmatch(text.strip()) is not None


def slashed(text: str, published: str | None, page: str = "") -> str | None:
    """The ISO form of 07/10/2025 in `text`: day or month first, as only one of them is in the
    calendar, near the published date, or the habit of the dates of `page`; ``None`` where both may
    be."""
    found = _SLASHED.search(text)
    if found is None:
        return None
    one, two, year = map(int, found.groups())
    days = {in_calendar(year, two, one), in_calendar(year, one, two)} - {None}
    if len(days) > 1 and not published:
        pairs = [(int(each[1]), int(each[2])) for each in _SLASHED.finditer(page)]
        first, second = any(a > _LAST for a, _ in pairs), any(b > _LAST for _, b in pairs)
        if first != second:
            days = {in_calendar(year, two, one) if first else in_calendar(year, one, two)}
    if len(days) > 1 and published:
        days = {day for day in days if day and _between(day, published) < NEAR}
    return days.pop() if len(days) == 1 else None


def _between(one: str, two: str) -> int:
    """The days between two ISO dates."""
    return abs((datetime.date.fromisoformat(one) - datetime.date.fromisoformat(two)).days)


def without_year(text: str, published: str | None) -> str | None:
    """The ISO form of the first 4月12日 in `text`, in the year that `with_year_of` finds."""
    found = re.search(r"(\d{1,2})\s?月\s?(\d{1,2})\s?日", text)
    return with_year_of(published, int(found[1]), int(found[2])) if found else None


def same_day(printed: str, text: str) -> str | None:
    """The ISO form of the one full date of `text` that is the day of `printed`, which lacks its
    year (11月6日); ``None`` if none is, or days of two years."""
    found = re.search(r"(\d{1,2})\s?月\s?(\d{1,2})\s?日", printed)
    if found is None:
        return None
    month, day = int(found[1]), int(found[2])
    full = rf"(?<!\d)(\d{{4}})(?:[-/.]0?{month}[-/.]0?{day}|年0?{month}月0?{day}日)(?!\d)"
    years = set(re.findall(full, text))
    return in_calendar(int(years.pop()), month, day) if len(years) == 1 else None


def _in_english(text: str) -> list[int]:
    word = re.search(r"(?!(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\s)[A-Za-z]{3,}", text)
    if word is None:
        return []
    day, year = sorted(map(int, re.findall(r"(?<![\d:])\d+(?![\d:])", text)))
    return [year, month_number(word[0]), day]


def number(text: str) -> int:
    """The value of digits, of numerals read one by one (二〇二四), or of a number below 100
    (二十九)."""
    if text.isdecimal():  # full-width digits, too
        return int(text)
    if "十" not in text:
        return int("".join(str(_NUMERALS[c]) for c in text))
    tens, _, ones = text.partition("十")
    return 10 * _NUMERALS.get(tens, 1) + _NUMERALS.get(ones, 0)
