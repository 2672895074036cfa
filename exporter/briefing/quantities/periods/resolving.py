"""What a time expression resolves to against the conference's date."""

from __future__ import annotations

import re
from datetime import date, timedelta

import msgspec

from exporter.briefing.quantities.numbers import numerals
from exporter.briefing.quantities.periods.token import Day, Token

_LEAD = re.compile(r"^(?:截止到?|截至到?|[到至])\s?")
_YEARS = re.compile(r"[12][0-9]{3}")
_FIVE_YEARS = {"一": 2006, "二": 2011, "三": 2016, "四": 2021, "五": 2026, "六": 2031}
_SHIFT = {
    "今": 0,
    "本": 0,
    "当": 0,
    "去": -1,
    "上": -1,
    "下": 1,
    "前": -2,
    "明": 1,
    "后": 2,
    "同": 0,
}
_FISCAL_ENDS = ("财政年度", "会计年度", "学年度", "牧业年度", "粮食年度", "水文年度")
_CN_DIGITS = re.compile(
    r"[〇零一二三四五六七八九]{4}(?:/[〇零一二三四五六七八九]{2})?(?=[-年至到])"
)
_CN_DATE = re.compile(
    r"[一二三四五六七八九十]{1,3}(?=[月日号]|[-至到][一二三四五六七八九十]{1,2}月)"
)
# 前5个月 is 1-5月: one form for the months of a year.
_FIRST_MONTHS = re.compile(r"(?<=年)[前首头]([一二三四五六七八九十两0-9]{1,2})个?月$")
# 截至20日18时 keeps its hour: the next bulletin tells others; 截至20日24时 or 上午 is of the day.
_PART_OF_DAY = re.compile(
    r"(?<=[日号])\ ?(?:24[时点]|凌晨|清晨|[早晚]上?|早晨|上午|中午|下午|傍晚|晚间)?$"
)
# 20日0时至18时 is of that day, as readers give it; 20日20时至23日8时 is not.
_HOURS = re.compile(r"(?<=[日号])(?:[0-2]?[0-9]|零)[时点][^月日号]{0,6}(?:-|至|到)[^月日号]{1,8}$")
_SPAN = re.compile(r"[月日号时点](?:-|至|到)")
# 4月到8月 is 4-8月
_MONTHS = re.compile(r"(?<=[0-9])月[到至-](?=[0-9]{1,2}月$)")
# 国庆节假期7天
_HOLIDAY_DAYS = re.compile(r"(?<=[假期周间])[一二三四五六七八九十0-9]{1,2}天$")
_WEEKDAY = re.compile(r"(?:周|星期|礼拜)([一二三四五六日])")
_WEEKDAYS = "一二三四五六日"
_WHOLE_DAY = ("一天", "全天", "当天", "单日", "全日", "为止")
_DAYS_BEFORE = {"昨": 1, "前": 2, "明": -1}
_CN_YEAR = str.maketrans("〇零一二三四五六七八九", "00123456789")


def plausible(raw: str) -> bool:
    """Whether every year of the expression is one of our time."""
    return all(1900 <= int(digits) <= 2199 for digits in _YEARS.findall(raw))


def resolved(kind: str, raw: str, year: int | None) -> tuple[str, int | None, int | None]:
    """The expression with its year, and the first and last year that it is of, where known."""
    if kind == "fiveyear":
        return _five_years(raw)
    lead = "截至" if raw[0] == "截" else ""
    body = _LEAD.sub("", raw).replace(" ", "")
    if kind == "fiscal":
        at = year + _SHIFT[raw[0]] if year is not None else None
        return raw, at, at
    if kind == "chyear":
        body = _CN_DIGITS.sub(lambda digits: digits.group().translate(_CN_YEAR), body)
    body = _CN_DATE.sub(lambda digits: str(numerals.chinese(digits.group())), body)
    if kind == "relative" and year is not None:
        length = 3 if body.startswith(("本年度", "上年度", "下年度")) else 2
        tail = body[length:]
        body = f"{year + _SHIFT[body[0]]}年{tail}"
    elif kind == "part" and year is not None:
        body = f"{year}年{body.removeprefix('年')}"
    joined = "/" in body or body[-5:-4] == "-"  # 2024/25年度, 2024-25年度
    if body.endswith("年度") and not joined and not body.endswith(_FISCAL_ENDS):
        body = body[:-1]
    body = (
        body.removesuffix("开始").removesuffix("全年").replace("月份", "月").replace("起的", "起")
    )
    body = _HOURS.sub("", body)
    if raw[0] in "截到至" and not _SPAN.search(body):
        body = _PART_OF_DAY.sub("", body)
    body = _MONTHS.sub("-", _HOLIDAY_DAYS.sub("", body))
    years = [int(y) for y in _YEARS.findall(body)]
    return lead + body, (years[0] if years else None), (years[-1] if years else None)


def counted(token: Token) -> Token:
    """The token with the first months of a year by their numbers (2025年前5个月 → 2025年1-5月)."""
    told = _FIRST_MONTHS.sub(_to_month, token.text)
    return token if told == token.text else msgspec.structs.replace(token, text=told)


def _to_month(first: re.Match[str]) -> str:
    digits = first.group(1)
    last = digits if digits.isdecimal() else str(numerals.chinese(digits))
    return f"1-{last}月" if last != "1" else "1月"


def day_of(raw: str, day: Day) -> tuple[str, int | None]:
    """截至今天下午 or 昨天 as a date with its year; as printed where the conference's day isn't
    known."""
    until = "截至" if raw[0] in "截到至" else ""
    said = (
        _LEAD.sub("", raw).replace("期天", "期日").replace("拜天", "拜日").replace("周天", "周日")
    )
    for word in _WHOLE_DAY:
        said = said.removesuffix(word)
    since = "起" if said.endswith("起") else ""
    if day.year is None or day.month is None or day.day is None:
        return until + said, None
    on = date(day.year, day.month, day.day) - timedelta(days=_DAYS_BEFORE.get(said[0], 0))
    if weekday := _WEEKDAY.search(said):
        weeks = 7 if said[0] == "上" else 0
        on += timedelta(days=_WEEKDAYS.index(weekday.group(1)) - on.weekday() - weeks)
    return f"{until}{on.year}年{on.month}月{on.day}日{since}", on.year


def _five_years(raw: str) -> tuple[str, int | None, int | None]:
    text = raw.removeprefix("截至").removeprefix("到")
    core = re.search(r"十[一二三四五六]五", text)
    if core is None:
        return text, None, None
    first = _FIVE_YEARS[core.group()[1]]
    tail = text[core.end() :].lstrip('”"').removeprefix("规划")
    tail = "" if tail in ("期间", "时期") else tail
    return f"“{core.group()}”{tail}", first, first + 4
