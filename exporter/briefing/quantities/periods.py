"""Time expressions: where they stand, what they resolve to against the conference's date, how
far they hold.

A period is kept as printed but resolved (今年1-5月 → 2022年1-5月). Dates are never quantities;
what this module finds is masked from the number lexer. Years before 1000 and year-like numbers
that are no year of our time (618年) are masked too and set no period.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Literal

import msgspec

from exporter.briefing.quantities.numbers import numerals

Reach = Literal["carry", "moment", "sentence", "local", "base", "none"]
"""How far a token holds: over following sentences; so too, unless a longer time is being told of
(2018年10月, 秋季); to the end of its sentence; for the number it is tied to; it is only compared
with (较上年); or not at all (a historical date)."""

_CN = "一二三四五六七八九十两"
_MONTH = r"(?:[01]?[0-9]\ ?月份?)"
_DAY = r"(?:[0-3]?[0-9][日号])"
_CN_MONTH = r"(?:(?:十[一二]?|[一二三四五六七八九])月份?)"
_CN_DAY = r"(?:(?:[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号])"
_TENTH = "[上中下]旬"
_SPAN = rf"(?<![提之以])[前首头][{_CN}0-9]{{1,2}}个?月|[前首头][{_CN}0-9]个?季度?|首季度?"
_HOLIDAYS = "“?(?:春节|国庆|中秋|五一|十一|元旦|清明|端午|劳动节|国庆节|中秋节|寒暑?|暑|双节)”?"
_PART = (
    rf"(?:上半年|下半年|第[{_CN}1-4]季(?![度节])|[前第]?[{_CN}1-4]季度"
    rf"|前?[0-9]{{1,2}}\ ?(?:-|至|到)\ ?[01]?[0-9]月份?"
    rf"|{_SPAN}|{_CN_MONTH}(?:{_CN_DAY}|{_TENTH}|[底末初])?"
    rf"|{_MONTH}\ ?(?:-|至|到)\ ?{_MONTH}"
    rf"|{_MONTH}(?:[0-3]?[0-9][日号]|{_TENTH}|[底末初]|第[{_CN}1-5]周)?"
    rf"(?:\ ?(?:-|至|到)\ ?{_MONTH}?{_DAY})?"
    rf"|(?:{_HOLIDAYS})(?:[、和及]?(?:{_HOLIDAYS}))?(?:假期|黄金周|小长假|长假|节假期|假日|期间)"
    r"|年底|年末|年初|年中|底|末|初|中期|全年|(?:夏秋|冬春)(?:航季|季)|春季|秋季|夏季|冬季|同期|同月|同季)"
)
_SINCE = (
    "(?:(?:入汛|汛期|入夏|入冬|入春|入秋|开学|开春|春节|国庆|灾情发生|疫情)?以来"
    "|(?<!全年)来(?![台港澳华京沪])|期间|至今|起|开始)"
)
_FISCAL = "(?:财政|会计|学|牧业|粮食|水文)年度?"
# What a time expression can start with: asked first, since it is no at most places; so too what a
# kind with many forms can, before its forms are tried.
_FIRST = (
    "0-9〇零一二三四五六七八九十两几今去前明后本上下当同截第目到迄现眼过近最这未历长往党改疫建多"
    '常民春国中五元清端劳寒暑双年每月日平接公全以至如首头新入汛开从“"'
)
# 到10月末，贷款余额3842亿元: as 截至, where the day is past.
_UNTIL = "(?<![一-鿿0-9])[到至]"
_SINCE_EVENTS = "(?:党的)?(?:十八|十九|二十)大以来|改革开放以来|疫情以来|建市以来|建国以来"
_FIVE = r"[“\"]?十[一二三四五六]五[”\"]?(?:规划)?"
_PATTERN = re.compile(
    rf"""
    (?=[{_FIRST}])(?:
    (?=[截到“\"十])(?P<fiveyear>(?:截至|到|“)?{_FIVE}(?:以来|期间|时期|末|初|开局之年|前[{_CN}]年)?)
    |(?P<range>[12][0-9]{{3}}年?度?\ ?(?:-|至|到)\ ?[12][0-9]{{3}}
        (?:财政|会计|学)?年度?(?:以来|期间|底|末)?)
    |(?=[截到至12])(?P<year>(?:(?:截至|截止|截止到|截至到|{_UNTIL})\ ?)?
        (?<![0-9.,])[12][0-9]{{3}}\ ?
        (?:(?:[/-][0-9]{{2}}|年)?{_FISCAL}|/[0-9]{{2}}年度?|年度?(?:{_PART})?{_SINCE}?|届))
    |(?=[本上下])(?P<fiscal>[本上下][个一]?财政年度(?:{_PART})?)
    |(?=[〇零一二三四五六七八九])(?P<chyear>[〇零一二三四五六七八九]{{4}}(?:/[〇零一二三四五六七八九]{{2}})?
        年度?(?:{_PART})?{_SINCE}?)
    |(?=[截到至今去前明后本上当同])(?P<relative>(?:(?:截至|截止|截止到|{_UNTIL})\ ?)?
        (?:今年|去年|前年|明年|后年|本年度|上年度|上年|当年|同年)
        (?:{_PART})?{_SINCE}?)
    |(?P<base>(?:(?<=[从由])年初(?=的?[0-9])|(?<=[比较])(?:年初|上月末?|上季度末?|上周|上年末|上年底|去年末|去年底|上年度末
        |前期|前值|上届|同期|前一[日天周月年]|上月同期|上周同期|上一年度?(?:同期)?|上一季度?
        |上一?个月|上个?年度|实施前)))
    |(?P<part>(?:(?:截至|截止|截止到|{_UNTIL})\ ?)?(?<![0-9.,{_CN}年第])
        (?:上半年|下半年|(?:前[{_CN}]|[一二三四第][一二三四]?)季度|第[一二三四1-4]季(?!度)
          |[0-9]{{1,2}}\ ?(?:-|至|到)\ ?[01]?[0-9]月份?
          |{_SPAN}
          |[01]?[0-9]月份?\ ?(?:-|至|到)\ ?[01]?[0-9]月份?(?![0-9]{{0,2}}[日号])
          |[01]?[0-9]月(?:份|底|末|初|{_TENTH}|[0-3]?[0-9][日号])?
            (?:\ ?(?:-|至|到)\ ?(?:[01]?[0-9]月)?[0-3]?[0-9][日号])?
          |(?:{_HOLIDAYS})(?:[、和及]?(?:{_HOLIDAYS}))?(?:假期|黄金周|小长假|长假|期间)
          |年底(?=前|之前|，|[一-鿿]{{0,8}}达)
          |{_CN_MONTH}(?:{_CN_DAY}|{_TENTH}|[底末初])?(?![大中小]))
        (?:第[{_CN}1-5]周)?{_SINCE}?)
    |(?=[截])(?P<day>(?:截至|截止)\ ?[0-3]?[0-9][日号](?=[0-9，、晚上下中早凌]))
    |(?P<within>(?<=用)[{_CN}0-9]{{1,2}}年(?=(?:左右)?的?时间))
    |(?=[现截到迄目当眼至如])(?P<now>现在(?=[一-鿿]{{0,2}}(?:有|压缩|缩短|降|减|提高|增|达|平均))
        |截[至止](?:目前|当前|今[天日晨早晚]|昨[天日晚]|发稿时|现在|上午|中午)(?:为止)?|到(?:目前为止|今天|昨天)|迄今为止|迄今
        |目前|当前|现阶段|眼下|(?<!实)现时(?![间期])|(?<![甚直])至今(?![年天日晚早])|如今)
    |(?P<span>(?:过去|近|最近|这|前(?=[几两])|未来|今后)\ ?[{_CN}几0-9]{{1,2}}
          (?:年多?|个月|周|天)(?:来|以来|间|内|里)?
        |[{_CN}几0-9]{{1,2}}年多?(?:来|以来|间)
        |(?:入汛|汛期|入夏|入冬|入春|入秋|开学|开春)以来
        |近年来?|多年来|历年|长期以来|一直以来|往年|过往|以往|今届|本届|{_SINCE_EVENTS}
        |[上本今]个?(?:供热|供暖|采暖|取暖)[期季]
        |(?<![一-鿿])(?:过去|以前|从前)(?!了|的|[{_CN}十几0-9]{{1,3}}(?:年|个|季|月|周|天|段)))
    |(?=[截民1])(?P<roc>(?:(?:截至|截止)\ ?)?(?:民国\ ?)?(?<![0-9.,第])1[0-4][0-9]\ ?年度?
        (?:{_PART})?{_SINCE}?(?![多余间内历]))
    |(?P<spell>(?<![0-9.,第满过不])[{_CN}几0-9]{{1,2}}年(?=(?:累计|共|就)?(?:增[长加]|涨|翻|下降|减少|提高|培养)))
    |(?=[多常年每日月平])(?P<rate>多年平均|常年(?:同期)?|年均|每年度?|每月|每季度|每半年|每周|每天|每日|月均|日均
        |平均每年|平均每月|平均每天)
    |(?P<next>下一步|下步|接下来|下一阶段)
    |(?P<month>(?:这个|本)月(?!底|初|末))
    |(?P<whole>全年(?=[^，。；]{{0,12}}(?:目标|计划|任务|预期|预计|有望))
        |年度(?=(?:目标|计划|任务|预算)(?:任务)?[0-9])
        |(?<=力争|预计|确保|实现|争取|推动|完成|预期)全年)
    |(?P<other>公元前?[0-9]{{1,4}}年|(?<![0-9.,])[0-9]{{3,4}}年(?![多余间内来的])
        |(?:上|下)月|本周|上周|本世纪|上世纪
        |[0-3]?[0-9][日号](?=[0-9，。、至到晚上下中早凌起前后召举印发])
        |[0-2]?[0-9][时点][0-5]?[0-9]分?|[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?))
    """,
    re.VERBOSE,
)
NAME = re.compile(r"《[^《》\n]{1,80}》|“[^“”\n]{1,20}”")
_BASE_BEFORE = re.compile(r"(?:较|比|相较|对比|与|高于|低于|相当于)$")
_FIVE_HOLDS = re.compile(r"(?:以来|期间|时期|末|初|前[一二三四]年|[共，、新全累我再])”?.?$")
_LOCAL_BEFORE = re.compile(r"(?:由|从)$")
_MOMENT = re.compile(
    r"[春夏秋冬]季$|(?<![前首])[一二三四1-4]季度?$|(?<![至到\-0-9])[0-9]{1,2}\ ?月[份底末初]?$"
)
_RANGED = re.compile(r"[月日号]\ ?(?:-|至|到)\ ?[0-9]")
_LEAD = re.compile(r"^(?:截止到?|截至到?|[到至])\s?")
_LAST_DAY = re.compile(r"(?:年([0-9]{1,2})月)?(?:[底末]|[0-9]{1,2}[日号])$")
# 是2020年末的1.37倍
_IS, _OF_THEN = ("是", "为", "达", "约"), re.compile(r"的(?:近|约|[0-9])")
_YEARS = re.compile(r"[12][0-9]{3}")
_REPUBLIC = re.compile(r"[0-9]{3}")
BEFORE_REPUBLIC, _NEAR_YEARS = 1911, 30
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
_FLEETING = (
    "长期以来",
    "多年来",
    "一直以来",
    "历年",
    "过往",
    "以往",
    "今届",
    "本届",
    "过去",
    "以前",
    "从前",
)
# 二十年来首次, 近五年最高: a time that only says how rare something is.
_SINCE_WHEN = re.compile(
    r"[的，]?(?:来)?(?:同[月期季年])?的?(?:首次|第一次|最[高低大小多少好快]|罕见|未有|未见|新高|新低|之最|同期最)"
)
_CN_DIGITS = re.compile(r"[〇零一二三四五六七八九]{4}(?:/[〇零一二三四五六七八九]{2})?(?=年)")
_CN_DATE = re.compile(r"[一二三四五六七八九十]{1,3}(?=[月日号])")
_CN_YEAR = str.maketrans("〇零一二三四五六七八九", "00123456789")


class Token(msgspec.Struct, frozen=True, gc=False):
    """A time expression at ``[start, end)`` of the folded text.

    `text` is the resolved period; `first`, `last` are its years when known; `reach` how far it
    holds.
    """

    start: int
    end: int
    text: str
    kind: str
    reach: Reach
    first: int | None = None
    last: int | None = None


def find(
    text: str, year: int | None, month: int | None = None, *, republic: bool = False
) -> list[Token]:
    """The time expressions of a folded paragraph, in order. `year` and `month` are the
    conference's, if known; `republic` tells that the paragraph is in Traditional script, where
    105年 may be the year 105 of the Republic of China, 2016.

    A month without a year is of the year last named in its sentence, else of the conference's.
    A date in a title or a short quotation (《2020—2022年规划》) sets no period.
    """
    names = [match.span() for match in NAME.finditer(text)]
    starts = [start for start, _ in names]
    found: list[Token] = []
    for match in _PATTERN.finditer(text):
        index = bisect_right(starts, match.start()) - 1
        named = index >= 0 and match.end() <= names[index][1]
        if named and match.lastgroup != "fiveyear":
            found.append(Token(match.start(), match.end(), match.group(), "other", "none"))
            continue
        if match.lastgroup == "roc":
            found.append(_of_republic(match, year if republic else None))
            continue
        found.append(_token(text, match, _year_near(text, match, found, year), month))
    return found


def _of_republic(match: re.Match[str], year: int | None) -> Token:
    """A year counted from 1911, as printed; a mere number of years where it lies far from the
    conference's."""
    digits = _REPUBLIC.search(match.group())
    own = int(digits.group()) + BEFORE_REPUBLIC if digits is not None else 0
    if year is None or abs(own - year) > _NEAR_YEARS:
        return Token(match.start(), match.end(), match.group(), "other", "none")
    body = match.group().replace(" ", "").removeprefix("民国")
    return Token(
        match.start(), match.end(), body, "year", _reach(match.string, match, "year"), own, own
    )


def _year_near(text: str, match: re.Match[str], found: list[Token], year: int | None) -> int | None:
    if match.lastgroup != "part" or not found:
        return year
    last = found[-1]
    if last.kind not in ("year", "relative", "part") or last.last is None or last.reach == "base":
        return year
    return year if "。" in text[last.end : match.start()] else last.last


def _token(text: str, match: re.Match[str], year: int | None, month: int | None) -> Token:
    kind = match.lastgroup or "other"
    raw = match.group()
    start, end = match.start(), match.end()
    if kind in ("other", "base"):
        return Token(start, end, raw, kind, "none" if kind == "other" else "base")
    if kind in ("month", "whole"):
        return Token(start, end, raw, kind, "sentence", year, year)
    if kind == "spell":
        return Token(start, end, raw, "span", "sentence")
    if kind in ("now", "span", "rate", "next", "within"):
        return _in_words(text, match, kind, year)
    if kind in ("year", "range") and not _plausible(raw):
        return Token(start, end, raw, "other", "none")
    if kind == "day":
        raw, kind = raw[:2] + (f"{month}月" if month else "") + raw[2:].strip(), "part"
        year = year if month else None
    resolved, first, last = _resolve(kind, raw, year)
    if raw[0] in "到至" and _is_over(resolved, first, year, month):
        resolved = f"截至{resolved}"
    rare = raw.endswith("以来") and _SINCE_WHEN.match(text, end)
    reach: Reach = "none" if rare else _reach(text, match, kind)
    return Token(start, end, resolved, kind, reach, first, last)


def _in_words(text: str, match: re.Match[str], kind: str, year: int | None) -> Token:
    """A time told without a date (目前, 近年来, 每月, 下一步)."""
    raw, start, end = match.group(), match.start(), match.end()
    if kind == "rate" and raw.startswith("常年") and text[start - 1 : start] in ("较", "比"):
        return Token(start, end, raw, "base", "base")
    reach: Reach = "sentence" if kind == "rate" or raw in _FLEETING else "carry"
    if kind == "span" and _SINCE_WHEN.match(text, end):
        reach = "none"
    if kind == "now" and text[max(0, start - 1) : start] in ("由", "从"):
        reach = "local"
    return Token(start, end, raw, kind, reach, *_known(kind, raw, year))


def _is_over(body: str, own: int | None, year: int | None, month: int | None) -> bool:
    """Whether the body is a day, or the end of a month, before the conference's."""
    found = _LAST_DAY.search(body)
    if found is None or found.group(1) is None or own is None or year is None:
        return False
    return own < year or (own == year and int(found.group(1)) <= (month or 0))


def _known(kind: str, raw: str, year: int | None) -> tuple[int | None, int | None]:
    if year is not None and raw.startswith(("未来", "今后")):
        return year + 1, year + 1
    if year is None or kind in ("span", "rate"):
        return None, None
    return (year + 1, year + 1) if kind in ("next", "within") else (year, year)


def _plausible(raw: str) -> bool:
    return all(1900 <= int(digits) <= 2199 for digits in _YEARS.findall(raw))


def _resolve(kind: str, raw: str, year: int | None) -> tuple[str, int | None, int | None]:
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
        length = 3 if body.startswith(("本年度", "上年度")) else 2
        tail = body[length:]
        body = f"{year + _SHIFT[body[0]]}年{tail}"
    elif kind == "part" and year is not None:
        body = f"{year}年{body.removeprefix('年')}"
    if body.endswith("年度") and "/" not in body and not body.endswith(_FISCAL_ENDS):
        body = body[:-1]
    body = body.removesuffix("开始").removesuffix("全年").replace("月份", "月")
    years = [int(y) for y in _YEARS.findall(body)]
    return lead + body, (years[0] if years else None), (years[-1] if years else None)


def _five_years(raw: str) -> tuple[str, int | None, int | None]:
    text = raw.removeprefix("截至").removeprefix("到")
    core = re.search(r"十[一二三四五六]五", text)
    if core is None:
        return text, None, None
    first = _FIVE_YEARS[core.group()[1]]
    tail = text[core.end() :].lstrip('”"').removeprefix("规划")
    tail = "" if tail in ("期间", "时期") else tail
    return f"“{core.group()}”{tail}", first, first + 4


def _reach(text: str, match: re.Match[str], kind: str) -> Reach:
    before = text[max(0, match.start() - 3) : match.start()]
    if kind == "fiveyear" and before.endswith(("是", "比", "较", "为")):
        return "base"
    if kind == "fiveyear" and not _FIVE_HOLDS.search(
        match.group() + text[match.end() : match.end() + 1]
    ):
        return "none"
    if _BASE_BEFORE.search(before) or match.group().endswith(("同期", "同月", "同季")):
        return "base"
    if text.startswith(("可比", "同口径"), match.end()):
        return "base"
    if before.endswith(_IS) and _OF_THEN.match(text, match.end()):
        return "base"
    ranged = _RANGED.search(match.group()) is not None
    if (
        _LOCAL_BEFORE.search(before)
        and not ranged
        and not match.group().endswith(("起", "开始", "以来"))
    ):
        return "local"
    raw = match.group()
    if re.search(r"[日号]", raw) and not raw.startswith("截") and not ranged:
        return "sentence"
    return "moment" if _MOMENT.search(raw) and not raw.startswith("截") else "carry"
