"""The day of a conference of which the page's own words tell none, as its speakers and its only
date tell it.

``各位记者，上午好！今天是7月18日`` says it. So does a bulletin of the day of publication, which
can't have been read before (``截至8月20日12时`` on a page of 20 August), or of ``今天上午``. Where
nothing is said, the page's date is taken for it if it isn't told to be that of the publication
(``日期：2024-07-25``, or ``2023-10-26 17:20`` where the speakers wished a good afternoon): a
transcript is dated by its conference. A page that opens without a greeting is no transcript, and
has no such day.
"""

from __future__ import annotations

import re

from exporter.source import dates
from exporter.source.lead_days import REACH
from exporter.source.model import Metadata

OPENING = REACH + 900  # characters in which the host greets and tells the day

_GREETING = re.compile("(?P<morning>上午好|早上好|早安|早晨好)|下午好|午安|晚上好|大家好")
# 今天是7月18日 · 今天（2024年10月26日）
_TODAY = re.compile(
    r"今[天日](?:是|[(（])(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号號]"
)
_BULLETIN = re.compile(
    r"[截到至][至止]?(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日"
)
_TO_NOW = re.compile(r"截[至止到]{1,2}今[天日早](?!的)")
_CLOCK = re.compile(r"[\sT]{1,3}(?P<hour>\d{1,2})[:：]\d{2}")
_NEUTRAL = ("日期",)
# The hour at which a conference that began with the greeting is over.
_MORNING_OVER, _AFTERNOON_OVER = 9, 14


def held(known: Metadata, text: str, source: str) -> tuple[str, tuple[int, int] | None] | None:
    """The ISO day of the conference, and where in the clean `text` it is told (``None`` for
    the page's own date); ``None`` without a day. `source` is the decoded page."""
    published = known.published_date
    greeting = _GREETING.search(text, 0, OPENING)
    if published is None or greeting is None:
        return None
    for said in _TODAY.finditer(text, 0, OPENING):
        day = _in_full(said, published)
        if day and day <= published:
            return day, said.span()
    told = [(day, each) for each in _BULLETIN.finditer(text) if (day := _in_full(each, published))]
    of_day = next((each for day, each in told if day == published), None)
    of_day = of_day or (None if told else _TO_NOW.search(text))
    if of_day:
        return published, of_day.span()
    return (published, None) if _is_of_event(known, greeting, source) else None


def _in_full(said: re.Match[str], published: str) -> str | None:
    month, day = int(said["month"]), int(said["day"])
    if said["year"]:
        return dates.in_calendar(int(said["year"]), month, day)
    return dates.with_year_of(published, month, day)


def _is_of_event(known: Metadata, greeting: re.Match[str], source: str) -> bool:
    """Whether the page's date isn't told to be that of its publication: it is only called its date,
    or stands without a label, with an hour when the conference was over."""
    span = known.spans.get("published_date")
    if span is None:
        return False
    printed = source[span.start : span.end]
    labelled = next((k for k, value in known.fields.items() if value.startswith(printed[:6])), None)
    if labelled is not None:
        return labelled in _NEUTRAL
    clock = _CLOCK.search(source, span.start, span.end + 8)
    over = _MORNING_OVER if greeting["morning"] else _AFTERNOON_OVER
    return clock is not None and int(clock["hour"]) >= over
