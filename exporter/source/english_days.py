"""The day of the conference that the head of an English page tells: ``On 11 June 2025 the Minister
held a press conference``, ``a press briefing in Beijing on Tuesday``.

A day without its year, or a day of the week, is counted back from the published one.
"""

from __future__ import annotations

import datetime
import re

from exporter.source.dates import FULL, FULL_DATE, MONTH, iso, month_number, slashed, with_year_of

Day = tuple[str, tuple[int, int]]
"""An ISO day, and where in the text it was read."""

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = re.compile(
    rf"(?P<full>{FULL})|(?:\b[Oo]n |[(]|day,? )(?:(?P<month>{MONTH}) (?P<day>\d{{1,2}})"
    rf"|(?P<first>\d{{1,2}}) (?P<then>{MONTH}))(?:st|nd|rd|th)?\b(?!,?\s\d{{4}})"
    rf"|\b[Oo]n (?P<week>{'|'.join(_DAYS)})\b(?!,? (?:\d|{MONTH}))"
)
# What a page says of a conference: … held a press conference · … met the media today (May 3)
_HELD = re.compile(
    r"\b(?:(?:held|holds|gave|gives|hosted|convened|addressed|attended|chaired)\b.{0,80}?"
    r"\b(?:conference|briefing|press|media|stakeout)"
    r"|(?:met|meets|briefed|briefs|spoke (?:to|with)|answered|took)\b.{0,40}?"
    r"\b(?:press|media|reporters|journalists|questions)"
    r"|(?:conference|briefing|stakeout|doorstop|interview)\b.{0,80}?\b(?:was|is) (?:held|given)"
    r"|(?:transcript|remarks|record|text) (?:of|by|from)\b)"
)
# On October 5, the rector sat down with the Review · We met in the control cabin on March 3
_TALKED = re.compile(
    r"\b(?:sat down|sits down|met|meets|spoke|speaks|talked|talks|joined|joins|interviewed)\b"
)
_INTERVIEW = re.compile(r"\b(?:interview|conversation|Q ?& ?A|talks? (?:to|with))\b", re.IGNORECASE)
# Virtual press conference 2 October 2020 · Press briefing, Thursday, 3 October 2019
_NAMED = re.compile(
    rf"\b(?:conference|briefing|doorstop|stakeout)s?[ ,:|–-]{{1,4}}(?:(?:{'|'.join(_DAYS)}),? )?"
    # Held on 20 June 2024
    rf"(?P<full>{FULL})|\b(?:held|recorded|delivered|took place)(?: on)? (?P<held>{FULL})"
    # Date: January 18, 2024 · Thursday, February 6, 2025, Harbour House, Room B: in a line
    rf"|^(?:Date|When): ?(?:(?:{'|'.join(_DAYS)}),? )?(?P<dated>{FULL})$"
    rf"|^(?:{'|'.join(_DAYS)}),? (?P<there>{FULL}), (?=[^.:\n]{{4,60}}$)",
    re.IGNORECASE | re.MULTILINE,
)
# Oct 30, 2025, 8:30 a.m. ET · 20 June 2024, 11:00. Published 21 June 2024: a line of its own above
# an English transcript
_DATELINE = re.compile(
    rf"(?m)^{FULL},?\s{{1,3}}(?:at )?\d{{1,2}}(?:[:.]\d{{2}}\s?[ap]\.?m|:\d{{2}}\. )", re.IGNORECASE
)
# MS. LIND: · Q · Lin Bo (Harbour News):
_LABEL = re.compile(r"(?:Q\b|[A-Z][\w.'’\- ]{1,40}(?:\([^)]{1,40}\))?:)")
# the day of the conference, in a line that names it
_SLASHED = re.compile(
    r"(?:conference|briefing|stakeout)s?(?: from| of| on|,)? (?P<day>\d{1,2}/\d{1,2}/\d{4})",
    re.IGNORECASE,
)
_HEAD = 1500  # characters in which the page tells the day
_PROSE = 60  # characters of a line of prose
_MOST = 2  # such lines of the page's own
_LONGEST = 600  # characters of a line
_NEAR = 120  # characters between the day and what was held on it


def told_day(text: str, published: str | None, title: str = "") -> Day | None:
    """The day of the dateline, or the first with which the lines above the first label say that a
    conference was held, or that people met where the `title` calls it an interview; printed in full
    or counted back from the `published` day."""
    dateline = _DATELINE.search(text, 0, _HEAD)
    if dateline and (day := iso(dateline[0])):
        return day, dateline.span()
    interview = _INTERVIEW.search(title) is not None
    named = _NAMED.search(text, 0, _HEAD)
    if named and (day := iso(named[named.lastgroup or 0])):
        return day, named.span(named.lastgroup or 0)
    prose = at = 0
    for line in text[:_HEAD].split("\n"):
        prose += len(line) > _PROSE
        held = _HELD.search(line) if len(line) <= _LONGEST else None
        held = held or (_TALKED.search(line) if interview and len(line) <= _LONGEST else None)
        if prose > _MOST or (len(line) > _PROSE and _LABEL.match(line) and not held):
            return None
        for found in _DAY.finditer(line) if held else ():
            if held and _beside(line, found, held) and (day := _iso(found, published)):
                return day, (at + found.start(), at + found.end())
        at += len(line) + 1
    return None


def headed(text: str) -> Day | None:
    """The date that stands above the second label of an English transcript without any other
    (``Midday press briefing from 15/06/2023``)."""
    head = ":".join(text[:_HEAD].split(":", 2)[:2])
    found = FULL_DATE.search(head)
    day = iso(found[0]) if found else None
    if found and day:
        return day, found.span()
    printed = _SLASHED.search(head)
    day = slashed(printed["day"], None) if printed else None
    return (day, printed.span("day")) if printed and day else None


def _beside(line: str, day: re.Match[str], held: re.Match[str]) -> bool:
    """Whether a day stands in the sentence that says that something was held."""
    low, high = min(day.end(), held.end()), max(day.start(), held.start())
    return high - low <= _NEAR and re.search(r"[.!?]\s+[A-Z]", line[low:high]) is None


def _iso(found: re.Match[str], published: str | None) -> str | None:
    if found["full"]:
        return iso(found["full"])
    if not published:
        return None
    if found["week"]:
        last = datetime.date.fromisoformat(published)
        ago = (last.weekday() - _DAYS.index(found["week"])) % 7
        return (last - datetime.timedelta(days=ago)).isoformat() if ago < last.toordinal() else None
    month = month_number(found["month"] or found["then"])
    return with_year_of(published, month, int(found["day"] or found["first"]))
