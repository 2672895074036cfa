"""Months and quarters without a year that lie after the conference's day, told as over."""

from __future__ import annotations

import re

from exporter.briefing.quantities.numbers import numerals
from exporter.briefing.quantities.periods.token import Day, Token

_BEGINS = re.compile(
    r"(?:第?(?P<quarter>[一二三四1-4])季|(?P<month>[01]?[0-9])\ ?(?:月|-|至|到)"
    r"|(?P<named>十?[一二三四五六七八九十])月|(?P<half>下半年))"
)
_ENDS = re.compile(r"(?:-|至|到)\ ?(?P<month>[01]?[0-9])月份?$")
_STILL_TO_COME = ("前", "起", "开始")
# 1-12月同比增长5%: compared with the same part of a year, it is over
_COMPARED = re.compile("同比|环比|按[年季月]")
# 第四季GDP按年增长11.8%, 12月份录得3宗
_TOLD = re.compile("同比|环比|按[年季月]|录得|[较比](?:上|去年|前)")
# 四季度已投放12亿元; 11月举办的博览会已有100家企业报名 is of one to come
_DONE = re.compile("[^的。；]{0,60}?(?:已|(?<![为除])了)")
_AHEAD = re.compile(
    "将|预[计期测估报算告]|估计|料|力争|计划|目标|拟|确保|争取|有望|(?<!社)会(?=[有在继持进再])"
    "|届时|安排|展望|希望|下一步|接下来|可望|定于|即|筹备|报名|参展"
)
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_REACH, _SECOND_HALF, _DECEMBER = 60, 7, 12


def is_past(text: str, match: re.Match[str], last: Token | None, day: Day) -> bool:
    """Whether the part of a year that `match` found, which names no year, is of the year before
    the conference's: it isn't over in that year, and its sentence tells of it as over
    (第四季GDP按年增长11.8%, said in March). `last` is the time expression before it."""
    raw = match.group()
    begins = _BEGINS.match(raw)
    if begins is None or day.year is None or day.month is None or raw.endswith(_STILL_TO_COME):
        return False
    later = _first_month(begins) > day.month
    if not later and _last_month(raw) <= day.month:
        return False
    start = max(text.rfind(end, 0, match.start()) for end in "。；\n") + 1
    if last is not None and last.start >= start and last.reach != "base":
        return False
    stops = [at for end in "。；\n" if (at := text.find(end, match.end())) >= 0]
    end = min([*stops, match.end() + _REACH, len(text)])
    told = (_TOLD if later else _COMPARED).search(text, match.end(), end)
    told = told or (_DONE.match(text, match.end(), end) if later else None)
    return told is not None and _AHEAD.search(text, start, end) is None


def _first_month(begins: re.Match[str]) -> int:
    if begins["half"]:
        return _SECOND_HALF
    if quarter := begins["quarter"]:
        return _QUARTERS[quarter] * 3 - 2
    return int(numerals.chinese(begins["named"]) or 0) if begins["named"] else int(begins["month"])


def _last_month(raw: str) -> int:
    """The last month of several (1-12月); 0 for one."""
    ends = _ENDS.search(raw)
    return _DECEMBER if raw == "下半年" else int(ends["month"]) if ends is not None else 0
