"""Time expressions: where they stand, what they resolve to against the conference's date, how
far they hold.

A period is kept as printed but resolved (今年1-5月 → 2022年1-5月). Dates are never quantities;
what this module finds is masked from the number lexer. Years before 1000 and year-like numbers
that are no year of our time (618年) are masked too and set no period.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

import msgspec

from exporter.briefing.quantities.periods.forms import TIMES
from exporter.briefing.quantities.periods.joining import DATED, listed, over_years
from exporter.briefing.quantities.periods.past import is_past
from exporter.briefing.quantities.periods.reach import reach_of
from exporter.briefing.quantities.periods.resolving import (
    counted,
    day_of,
    plausible,
    resolved,
)
from exporter.briefing.quantities.periods.token import Day, Reach, Token

_NUMERALS = "一二三四五六七八九十两几0-9"
NAME = re.compile(r"《[^《》\n]{1,80}》|“[^“”\n]{1,20}”")
_LAST_DAY = re.compile(r"年([0-9]{1,2})月(?:[底末]|[0-9]{1,2}[日号][^-至到]{0,8})$")
# 改革以来，患者次均住院费用降至9215元
_SINCE_EVENT = re.compile(
    r"(?:^|(?<=[，。；：、]))自?((?:《[^》\n]{2,30}》)?[一-鿿]{2,10}以来)(?=，)"
)
# 自2021年启动以来, 今年5月1日开放以来: since then
_BEGAN = re.compile("[一-鿿]{2,6}以来")
# 行动期间，执结案件4128件: what lasts a while, as the page calls it
_DURING = re.compile(r"(?<![^，。；：\n])在?(?!预计|[^，]{0,3}运期间)([一-鿿]{2,8}期间)(?=，)")
# 新政实施两个月来，共发放贷款3215笔; 两年来 alone is one of the spans
_SINCE_DEED = re.compile(
    rf"(?<![^，。；：\n])[一-鿿]{{0,10}}?(?:[{_NUMERALS}]{{1,2}}个月|半年"
    rf"|(?<=[一-鿿]{{2}})[{_NUMERALS}]{{1,2}}年)多?来(?=，)"
)
_GOES_ON = re.compile("[年月多]来，")
# 由改造前的1450个增加到2310个, 较高峰期的155宗减少: what stood then
_STOOD_THEN = re.compile(
    r"(?<=[由从较比])([一-鿿]{1,8}?(?:前|之初|初期|时)|[一-鿿]{0,6}?高峰[期时])(?=的[近约逾]?[0-9])"
)
# 是近几年较轻的一年, 是近9年增产最多的
_RANKED = re.compile(r"(?:来|间|里)?[^，。；0-9]{0,8}[较最][^，。；0-9]{1,3}的")
_MONTH = re.compile(r"([01]?[0-9])\ ?月")
_IN_ALL = ("累计", "合计", "总共", "计划", "行动")
_EACH = frozenset("各均都")
# 过去一年 is last year as long as that has just ended.
_PAST_YEAR, _EARLY = frozenset({"过去一年", "过去的一年"}), 2
# 自10月1日开打到昨天为止, 由6月开始接受申请至今
_FROM, _TO_NOW = ("自", "从", "由"), re.compile("[到至](?:[今昨]|(?<=到)(?:目前|现在))")
_TO_NOW_FROM = re.compile(
    r"[一-鿿]{0,8}?(?:[到至](?:(?P<day>[今昨][天日](?!的)|今早|昨晚)|目前|现在)(?:为止)?|(?<![日月年])至今)"
)
_THEN = re.compile("[前初期时]的")
_JOINTS = frozenset({"、", "和", "与", "及"})
_FISCAL, _APRIL = re.compile("[12][0-9]{3}/[0-9]{2}(?![0-9/])|[〇零一二三四五六七八九]{4}/"), 4
_WHICH_YEAR, _SHIFTS = (
    re.compile("[本今上下](?:[个一]?财政)?年度"),
    {"本": 0, "今": 0, "上": -1, "下": 1},
)
_REPUBLIC = re.compile(r"[0-9]{3}")
BEFORE_REPUBLIC, _NEAR_YEARS = 1911, 30
_FLEETING = (
    "长期以来",
    "多年来",
    "一直以来",
    "历年",
    "过往",
    "以往",
    "今届",
    "本届",
    "今季",
    "过去",
    "以前",
    "从前",
)
# 较往年提前12天, 相当于常年8月的2.4倍
_USUAL, _BESIDE = ("常年", "往年", "历年", "以往"), ("较", "比", "于", "与", "同", "是", "为")
# 二十年来首次, 近五年最高: a time that only says how rare something is.
_SINCE_WHEN = re.compile(
    r"[的，]?(?:来)?(?:同[月期季年])?的?(?:首次|第一次|最[高低大小多少好快]|罕见|未有|未见|新高|新低|之最|同期最)"
)


def find(text: str, day: Day, *, republic: bool = False) -> list[Token]:
    """The time expressions of a folded paragraph, in order. `day` is the conference's, as far as it
    is known; `republic` tells that the paragraph is in Traditional script, where 105年 may be the
    year 105 of the Republic of China, 2016.

    A month without a year is of the year last named in its sentence, else of the conference's; one
    that would be after the conference is of the year before where the paragraph tells of that.
    前5个月 is 1-5月, but in Traditional script, which prints both alike.
    A date in a title or a short quotation (《2020—2022年规划》) sets no period.
    """
    names = [match.span() for match in NAME.finditer(text)]
    starts = [start for start, _ in names]
    found: list[Token] = []
    slashed = republic and (day.fiscal or _FISCAL.search(text) is not None)
    for match in TIMES.finditer(text):
        index = bisect_right(starts, match.start()) - 1
        named = index >= 0 and match.end() <= names[index][1]
        if named and match.lastgroup != "fiveyear":
            found.append(Token(match.start(), match.end(), match.group(), "other", "none"))
            continue
        if match.lastgroup == "roc":
            found.append(_of_republic(match, day.year if republic else None))
            continue
        token = _token(text, match, _year_near(text, match, found, day), day)
        if slashed:
            token = _in_fiscal(token, match, day)
        token = token if republic else counted(token)
        token = _compared_too(token, found, text)
        if both := _both(token, found, text):
            found[-1] = both
        else:
            found.append(token)
    return _in_all(found, text, day)


def _in_all(found: list[Token], text: str, day: Day) -> list[Token]:
    """The expressions with what the words about them, or words alone, tell of when."""
    if "月至" in text or "月到" in text:
        found = over_years(found, text)
    if "、" in text:
        found = listed(found, text)
    if "以来" in text:
        found = [_since_began(token, text) for token in found]
    if "期间，" in text:
        found = _with(found, _DURING.finditer(text), "span", "sentence")
    if "来，" in text and "以来，" in text:
        found = _with(found, _SINCE_EVENT.finditer(text), "span", "carry")
    if "来，" in text and _GOES_ON.search(text):
        found = _since_deeds(found, text)
    if _TO_NOW.search(text):
        found = _joined(text, found, day)
    if _THEN.search(text):
        found = _with(found, _STOOD_THEN.finditer(text), "then", "local")
    return found


def _in_fiscal(token: Token, match: re.Match[str], day: Day) -> Token:
    """上年度, 下年度 and 今个财政年度 as a financial year (2022/23年度) where the record tells such
    years, which begin in April (Hong Kong)."""
    which = _WHICH_YEAR.match(match.group().removeprefix("截至"))
    if day.year is None or day.month is None or which is None:
        return token
    if match.lastgroup == "fiscal" and which.end() < len(which.string):
        return token  # 本财政年度首七个月 stays in the page's words
    first = day.year - (day.month < _APRIL) + _SHIFTS[which.group()[0]]
    told = f"{first}/{(first + 1) % 100:02}年度{which.string[which.end() :]}"
    return msgspec.structs.replace(token, text=told, first=first, last=first)


def _compared_too(token: Token, found: list[Token], text: str) -> Token:
    """The token, compared with like the one that it is listed with (比一季度、上年全年加快)."""
    listed = found and found[-1].reach == "base" and text[found[-1].end : token.start] in _JOINTS
    return msgspec.structs.replace(token, reach="base") if listed else token


def _both(token: Token, found: list[Token], text: str) -> Token | None:
    """The token with the one before it, where each of them is meant (5月、6月均增长1.2%)."""
    last = found[-1] if found else None
    if last is None or text[last.end : token.start] not in ("、", "和"):
        return None
    if last.first is None or token.first is None or text[token.end : token.end + 1] not in _EACH:
        return None
    if not {last.reach, token.reach} <= {"carry", "moment"}:
        return None
    same = f"{token.first}年" if token.first == last.first else ""
    told = f"{last.text}、{token.text.removeprefix(same)}"
    return Token(last.start, token.end, told, "part", token.reach, last.first, token.last)


def _joined(text: str, found: list[Token], day: Day) -> list[Token]:
    """The expressions, those that tell from when to now as one (自10月1日开打到昨天为止 is of
    10月1日至11月11日, 由6月开始接受申请至今 of 6月以来)."""
    out: list[Token] = []
    for token in found:
        to_now = _TO_NOW_FROM.match(text, token.end)
        if to_now is None or token.first is None or not text.endswith(_FROM, 0, token.start):
            if not out or token.start >= out[-1].end:
                out.append(token)
            continue
        until, since = to_now["day"], token.text.removesuffix("起")
        told, last = day_of(until, day) if until else ("", None)
        if told and last == token.first:
            told = told.removeprefix(f"{last}年")
        whole = f"{since}至{told}" if told else f"{since}以来"
        out.append(
            Token(token.start, to_now.end(), whole, "part", "carry", token.first, last or day.year)
        )
    return out


def _with(
    found: list[Token], more: Iterator[re.Match[str]], kind: str, reach: Reach
) -> list[Token]:
    """The expressions with those, as printed, that overlap none of them (改革以来，)."""
    taken = {at for token in found for at in (token.start, token.end - 1)}
    told = [
        Token(*match.span(1), match.group(1), kind, reach)
        for match in more
        if taken.isdisjoint(range(*match.span(1)))
    ]
    return sorted([*found, *told], key=lambda token: token.start) if told else found


def _since_began(token: Token, text: str) -> Token:
    """The time at which something began, since when the number is (自2021年启动以来)."""
    began = _BEGAN.match(text, token.end) if token.kind in DATED else None
    opens = token.start == 0 or text[token.start - 1] in "自从，。；：\n"
    if began is None or not opens or token.first is None or token.reach == "base":
        return token
    told = f"{token.text}以来"
    return msgspec.structs.replace(token, end=began.end(), text=told, reach="carry")


def _since_deeds(found: list[Token], text: str) -> list[Token]:
    """The expressions, with those that tell how long something has been going on
    (新政实施两个月来，) in place of what they hold."""
    told = [
        Token(*match.span(), match.group(), "span", "sentence")
        for match in _SINCE_DEED.finditer(text)
    ]
    inside = {at for token in told for at in range(token.start, token.end)}
    kept = [token for token in found if token.start not in inside]
    return sorted([*kept, *told], key=lambda token: token.start)


def _of_republic(match: re.Match[str], year: int | None) -> Token:
    """A year counted from 1911, as printed; a mere number of years where it lies far from the
    conference's."""
    digits = _REPUBLIC.search(match.group())
    own = int(digits.group()) + BEFORE_REPUBLIC if digits is not None else 0
    if year is None or abs(own - year) > _NEAR_YEARS:
        return Token(match.start(), match.end(), match.group(), "other", "none")
    body = match.group().replace(" ", "").removeprefix("民国")
    body = body[:-1] if body.endswith("年度") and "学" not in body else body
    return Token(
        match.start(), match.end(), body, "year", reach_of(match.string, match, "year"), own, own
    )


def _year_near(text: str, match: re.Match[str], found: list[Token], day: Day) -> int | None:
    """The year that the expression is of, where it doesn't tell it; 上年 is of the year before the
    one that its sentence tells of, 当年 of that."""
    before = match.group().startswith(("上年", "当年", "同年"))
    if match.lastgroup == "part" and is_past(text, match, found[-1] if found else None, day):
        return (day.year or 0) - 1
    if not found or (match.lastgroup != "part" and not before):
        return day.year
    last = found[-1]
    if last.kind not in ("year", "relative", "part") or last.last is None or last.reach == "base":
        return day.year
    if before:
        apart = last.reach == "local" or "。" in text[last.end : match.start()]
        apart = apart and not match.group().startswith("同年")
        return day.year if apart else last.last
    return _year_before(match, last, day) if "。" in text[last.end : match.start()] else last.last


def _year_before(match: re.Match[str], last: Token, day: Day) -> int | None:
    """The year before the conference's, where that is told of and the month is still to come in
    the conference's own."""
    month = _MONTH.match(match.group())
    if month is None or day.year is None or day.month is None or last.last != day.year - 1:
        return day.year
    ahead = match.group().endswith("前")
    return last.last if int(month.group(1)) > day.month and not ahead else day.year


def _token(text: str, match: re.Match[str], year: int | None, day: Day) -> Token:
    kind = match.lastgroup or "other"
    raw = match.group()
    start, end = match.start(), match.end()
    if kind in ("other", "base"):
        told = f"{year}{raw}" if raw == "年初" and year is not None else raw
        return Token(start, end, told, kind, "none" if kind == "other" else "base")
    if kind in ("month", "whole", "full"):
        return Token(start, end, raw, kind, "sentence", year, year)
    if kind == "spell":
        return Token(start, end, raw, "span", "sentence")
    if kind in ("now", "span", "rate", "next", "within", "week"):
        return _in_words(text, match, kind, year, day)
    if kind in ("today", "oneday", "weekday"):
        return _of_day(match, kind, day)
    if kind in ("year", "range") and (not plausible(raw) or text.startswith("代", end)):
        return Token(start, end, raw, "other", "none")
    if kind == "day":
        lead = raw[:2] if raw[0] == "截" else ""
        said = raw.removeprefix(lead).strip()
        raw, kind = lead + (f"{day.month}月" if day.month else "") + said, "part"
        year = year if day.month else None
    told, first, last = resolved(kind, raw, year)
    if raw[0] in "到至" and _is_over(told, first, day):
        told = f"截至{told}"
    rare = raw.endswith("以来") and _SINCE_WHEN.match(text, end)
    reach: Reach = "none" if rare else reach_of(text, match, kind)
    if told.startswith("截至") and reach == "sentence":
        reach = "carry"
    return Token(start, end, told, kind, reach, first, last)


def _of_day(match: re.Match[str], kind: str, day: Day) -> Token:
    """截至昨晚, 昨天一天: of the conference's day or the one before, as printed where that isn't
    known."""
    told, year = day_of(match.group(), day)
    said = match.group()
    reach: Reach = "carry" if said[0] in "截到至" else "local" if said[-1] == "起" else "sentence"
    return Token(match.start(), match.end(), told, "part" if year else "now", reach, year, year)


def _in_words(text: str, match: re.Match[str], kind: str, year: int | None, day: Day) -> Token:
    """A time told without a date (目前, 上星期, 近年来, 每月, 下一步)."""
    raw, start, end = match.group(), match.start(), match.end()
    reach: Reach
    if kind == "week":
        reach = "sentence" if "季" in raw else reach_of(text, match, kind)
        return Token(start, end, raw, "now", reach, year, year)
    if raw in _PAST_YEAR and year is not None and day.month is not None and day.month <= _EARLY:
        return Token(start, end, f"{year - 1}年", "year", "carry", year - 1, year - 1)
    if raw.startswith(_USUAL) and text.endswith(_BESIDE, 0, start):
        return Token(start, end, raw, "base", "base")
    brief = kind == "rate" or raw in _FLEETING or text.startswith(_IN_ALL, end)
    reach = "sentence" if brief else "carry"
    of_rank = text[start - 1 : start] in ("是", "为") and _RANKED.match(text, end)
    if kind == "span" and (of_rank or _SINCE_WHEN.match(text, end)):
        reach = "none"
    if kind == "now" and text[max(0, start - 1) : start] in ("由", "从"):
        reach = "local"
    return Token(start, end, raw, kind, reach, *_known(kind, raw, year))


def _is_over(body: str, own: int | None, day: Day) -> bool:
    """Whether the body is a day, or the end of a month, before the conference's."""
    found = _LAST_DAY.search(body)
    if found is None or own is None or day.year is None:
        return False
    return own < day.year or (own == day.year and int(found.group(1)) <= (day.month or 0))


def _known(kind: str, raw: str, year: int | None) -> tuple[int | None, int | None]:
    if year is not None and raw.startswith(("未来", "今后")):
        return year + 1, year + 1
    if year is None or kind in ("span", "rate"):
        return None, None
    return (year + 1, year + 1) if kind in ("next", "within") else (year, year)
