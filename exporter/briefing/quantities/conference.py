"""The day of a conference, and how its record counts and writes years and days."""

from __future__ import annotations

import re

from exporter.briefing.quantities.english.timewords import MONTHS
from exporter.briefing.quantities.periods.token import Day
from exporter.transcript.model import Transcript

_DATE = re.compile(r"([12][0-9]{3})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
# 二○二五／二六年度, 2025/26年度, 2025-26年度
_FROM_APRIL = re.compile(
    r"[0-9〇○零一二三四五六七八九]{2}[/／-][0-9〇○零一二三四五六七八九]{2}(?:財政)?年度"
)
_TODAY = re.compile(r"\b(?:today|yesterday)\b")
_DAY_AND_MONTH = re.compile(rf"\b(?P<first>[0-9]{{1,2}} )?(?:{MONTHS})\b(?(first)| [0-9]{{1,2}}\b)")


def day_of(transcript: Transcript) -> Day:
    """The conference's day, from its date or else the page's; of the page's only the month is the
    conference's too, but in a news report, which says 昨天 of the day before it was published."""
    news = transcript.kind == "news"
    dates = (transcript.event_date, transcript.published_date)
    for text in reversed(dates) if news else dates:
        match = _DATE.match(text) if text else None
        if match is None:
            continue
        year, month, day = (int(part) if part else None for part in match.groups())
        own = news or text == transcript.event_date
        return Day(
            year,
            month,
            day if own else None,
            fiscal=_counts_from_april(transcript),
            first=_writes_days_first(transcript),
        )
    return Day()


def _counts_from_april(transcript: Transcript) -> bool:
    traditional = transcript.language == "zh-Hant"
    return traditional and any(_FROM_APRIL.search(each.text) for each in transcript.paragraphs())


def _writes_days_first(transcript: Transcript) -> bool:
    """Whether the first date of an English record is one like 19 February; asked where it has a day
    to write (*as of today*)."""
    if transcript.language != "en":
        return False
    said = [each.text for each in transcript.paragraphs()]
    if not any(map(_TODAY.search, said)):
        return False
    dates = (found for text in said if (found := _DAY_AND_MONTH.search(text)))
    found = next(dates, None)
    return found is not None and found["first"] is not None
