"""The day of the conference, as the page's own first sentences tell it.

``4月12日，昭通召开…发布会``, a day without its month in a report of the days after
(``19日，…召开…``), 昨日 and 今日, and the first time stamp of a live text. A day that isn't printed
in full is counted from the published one.
"""

from __future__ import annotations

import datetime
import re

from exporter.source import dates
from exporter.source.phrases import lead_words

REACH = 600  # characters in which the lead stands


def either(words: tuple[str, ...]) -> str:
    """The words as alternatives of an expression."""
    return "(?:" + "|".join(map(re.escape, words)) + ")"


_WORDS = lead_words()
CONFERENCE, VERB = either(_WORDS["conferences"]), either(_WORDS["verbs"])
Day = tuple[str, tuple[int, int]]
"""An ISO day, and where in the clean text it was read."""

_STAMP = re.compile(
    rf"(?m)^{dates.FULL}[\sT]{{1,3}}\d{{1,2}}[:：]\d{{2}}(?:[:：]\d{{2}})?(?=\s|$|[【\[])"
)
# 元月9号: as people say it
_SAID = "(?:[日]|[号號](?![楼线院文令公通]))"
_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_DAY = re.compile(rf"(?:(?P<year>\d{{4}})年)?(?P<month>{_NUMBER}|元)月(?P<day>{_NUMBER}){_SAID}")
_HELD = re.compile(
    rf"{VERB}|{CONFERENCE}|发布(?!时间|日期|机构)|今日|会见|會見|以下[是为為]|{either(_WORDS['talks'])}"
)
# 自2021年6月1日起施行
_IN_FORCE = re.compile("起|之?[前后後]|以[来來前后後]|至|到|[—~～]")
_DAYS_AGO = {"昨日": 1, "昨天": 1, "昨晚": 1, "前日": 2, "前天": 2, "今日": 0, "今天": 0}
# The page's own words, and not a speaker's (今天的发布会), for the day.
_NEAR_DAY = re.compile(
    f"(?:{'|'.join(_DAYS_AGO)})(?!的)|[昨前][日天]"
    rf"(?=的[^。！？，\n]{{0,16}}?(?:{CONFERENCE}|{either(_WORDS['talks'])}))"
    "|[今昨](?=[举舉]行|召[开開])"  # 市府今舉行記者會
)
_SENTENCE_END = re.compile(r"[。！？\n]|$")


def event(text: str, head: str, published: str | None, names: str = "") -> Day | None:
    """The first date of `head`, the narrated lead of `text`, that belongs to a verb of holding a
    conference; that of a dateline (``海州3月5日电 4日下午…举行``) lends only its month, if a day is
    told behind it. `names` are the words that may name the conference with its year."""
    wired: Day | None = None
    published = published or _near_year(head)
    for found in _DAY.finditer(head):
        if _is_planned(head, found):
            continue
        sentence = _sentence(head, found)
        told = _WIRED.match(head, found.end()) and _TOLD_DAY.search(sentence)
        held = _HELD.search(sentence) or (told and _MADE_KNOWN.search(sentence))
        held = held or (told and _SAME_DAY.search(head, found.end(), found.end() + _BELOW))
        if not held or _IN_FORCE.match(head, found.end()):
            continue
        month = 1 if found["month"] == "元" else dates.number(found["month"])
        day = dates.number(found["day"])
        if _WIRED.match(head, found.end()):
            told = _TOLD_DAY.search(head, found.end())
            earlier = told and int(told["day"]) <= day
            day = int(told["day"]) if told and earlier else day
            value = _dated(found["year"] or _year_of(names, month), published, month, day)
            wired = wired or (value, found.span()) if value else wired
            continue
        year = found["year"] or _year_of(names, month)
        if value := _dated(year, published, month, day):
            return value, found.span()
    near = _near(head, published) if published else None
    alone = _ALONE.search(head)
    if alone and published and not (wired or near):
        held_on = dates.with_year_of(published, int(alone["month"]), int(alone["day"]))
        near = (held_on, alone.span()) if held_on else None
    return wired or near or _timed(text) or _stamped(text)


# （4月23日）: in a line of its own, below the title
_ALONE = re.compile(r"(?m)^[(（](?P<month>\d{1,2})月(?P<day>\d{1,2})日[)）]$")


def _near_year(head: str) -> str | None:
    """The one full date of the page's own first words, which lends its year where no field gives
    the published day (``海州检察 2024-04-24 17:30 4月23日上午，…召开``)."""
    days = {
        day
        for found in dates.FULL_DATE.finditer(head)
        if not _is_planned(head, found) and (day := dates.iso(found[0]))
    }
    return min(days) if len(days) == 1 else None


# 书展将于 | 8月1日 | 开幕, which a conference makes known
_PLANNED = re.compile(
    "(?:[将將拟擬定]|预计|預計|计划|計劃|预定|預定|暂定|暫定|有望)[于於在自从從]?$"
)
_ANY_DAY = re.compile(rf"{_DAY.pattern}|{_NEAR_DAY.pattern}|[今昨][日天]")


def _is_planned(head: str, found: re.Match[str]) -> bool:
    """Whether a date is that of something to come, and not of a conference to come."""
    if not _PLANNED.search(head, max(0, found.start() - 4), found.start()):
        return False
    end = _SENTENCE_END.search(head, found.end())
    rest = head[found.end() : end.start() if end else None]
    held = re.search(CONFERENCE, rest)
    return held is None or _ANY_DAY.search(rest, 0, held.start()) is not None


# 时间：2023-07-19 15:00　嘉宾：海关副关长裴建勋　主持人：…: a label at the head of a longer line
_TIME_FIELD = re.compile(
    rf"(?m)^(?:(?:访谈|訪談|直播|发布|活动|会议|會議|召开|举行|采访)?(?:开始|開始)?)(?:时间|時間)[:：]\s{{0,2}}(?P<day>{dates.FULL})"
)


def _timed(text: str) -> Day | None:
    """The day of a labelled time at the head of a page, whatever stands behind it."""
    found = _TIME_FIELD.search(text, 0, REACH)
    day = dates.iso(found["day"]) if found else None
    return (day, found.span("day")) if found and day else None


# 2022年5月例行新闻发布会 · 2022年第5场新闻发布会: the year of the conference, which a day may lack
_YEAR_OF = re.compile(
    r"(?P<year>(?:19|20)\d{2})年(?:度)?(?:(?P<month>\d{1,2})月(?:份)?|[一二三四]季度|[上下]半年"
    r"|第[一二三四五六七八九十\d]{1,4}[场次])"
    rf"[^\n，。]{{0,12}}{CONFERENCE}"
)


def _year_of(names: str, month: int) -> str | None:
    """The one year that the name of the conference gives, of that month if it names a month."""
    found = [m for m in _YEAR_OF.finditer(names) if m["month"] in (None, str(month))]
    years = {each["year"] for each in found}
    return min(years) if len(years) == 1 else None


def _stamped(text: str) -> Day | None:
    """The day of the first time stamp of a live text."""
    stamp = _STAMP.search(text, 0, REACH)
    day = dates.iso(stamp[0]) if stamp else None
    return (day, stamp.span()) if stamp and day else None


# 海州社海州3月5日电 4日下午，海州市举行…
_WIRED = re.compile(r"[电電讯訊](?![话話])|消息")
# 海州网6月30日电 市铁路局30日在海州公布了…
_MADE_KNOWN = re.compile("公布|通报|通報|介绍|介紹")
_TOLD_DAY = re.compile(
    r"(?<![月\d])(?P<day>\d{1,2})日(?=上午|下午|晚|早|清晨|中午|凌晨|在|就|举行|舉行|召开|召開"
    r"|称|稱|说|說|表示|指出|介绍|介紹|宣布|透露|强调|強調|回应|回應|通报|通報|主持|答)"
)
# 海州社海州7月30日电 新闻发言人柯恺30日称，…。他在当天举行的发布会上说
_SAME_DAY = re.compile(rf"[当當同][天日][^。，\n]{{0,12}}?{CONFERENCE}")
_BELOW = 200  # characters behind a dateline in which it says so


def _sentence(head: str, found: re.Match[str]) -> str:
    """The sentence of `head` in which a date stands."""
    end = _SENTENCE_END.search(head, found.end())
    start = max(head.rfind(mark, 0, found.start()) for mark in "。！？\n") + 1
    return head[start : end.start() if end else None]


def _dated(year: str | None, published: str | None, month: int, day: int) -> str | None:
    """The ISO form, the year lent by the published date where none is printed."""
    if year:
        return dates.in_calendar(int(year), month, day)
    return dates.with_year_of(published, month, day)


# 19日，省政府新闻办召开… · 记者从19日召开的… · 市长柯恺4日上午前往…: no month before the day
_BARE_DAY = re.compile(r"(?<![月\d、至到~～—－.-])(?P<day>\d{1,2})日(?![至到~～—－、起前后後])")
# 今（12）日上午
_NUMBERED = re.compile(r"[今昨][(（](?P<day>\d{1,2})[)）]日?(?=日|上午|下午|晚|天)")
_MET = re.compile(rf"(?P<plan>[^。！？\n]*?)(?:{VERB}|{CONFERENCE}|{either(_WORDS['talks'])})")
# 将于25日召开…
_TO_COME = re.compile("[将將拟擬]|定于|定於|预计|預計|计划|計劃|预告|預告")


def _near(head: str, published: str) -> Day | None:
    """The day that the lead only calls 昨日 or 今日, or by its number in the month, counted back
    from the published one."""
    last = datetime.date.fromisoformat(published)
    near = [found for found in _NEAR_DAY.finditer(head) if _holding(head, found, found.start())]
    # 今日出紙：三疊十二張 stands above 昨日舉行例行記者會
    near.sort(key=lambda found: _holding(head, found, found.end()) is None)
    for found in near:
        ago = _DAYS_AGO.get(found[0], int(found[0] == "昨"))
        if last.toordinal() > ago:
            return (last - datetime.timedelta(days=ago)).isoformat(), found.span()
    if (numbered := _NUMBERED.search(head)) and (day := _last(last, numbered["day"])):
        return day, numbered.span()
    for found in _BARE_DAY.finditer(head):
        met = _MET.match(head, found.end())
        before = head[max(0, found.start() - 8) : found.start()]
        if met and not _TO_COME.search(before + met["plan"]) and (day := _last(last, found["day"])):
            return day, found.span()
    return None


def _holding(head: str, found: re.Match[str], start: int) -> re.Match[str] | None:
    """The word from `start` to the end of the sentence of `found` that tells of a conference."""
    end = _SENTENCE_END.search(head, found.end())
    return _HELD.search(head, start, end.start() if end else len(head))


def _last(last: datetime.date, number: str) -> str | None:
    """The day of the month `number` on `last` or shortly before it, as reports are published."""
    first = min(dates.NEAR, last.toordinal())
    days = (last - datetime.timedelta(days=ago) for ago in range(first))
    return next((day.isoformat() for day in days if day.day == int(number)), None)
