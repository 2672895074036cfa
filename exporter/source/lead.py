"""What the page's own first sentences say of the conference: its name, its day, who convened it,
where.

``4月12日，昭通召开水资源保护专题新闻发布会。`` and the host's words of welcome
(``欢迎参加…新闻发布会``), which often give the name in full. Works on clean text, so the offsets
here are of the clean text.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator

import msgspec

from exporter.source import dates
from exporter.source.model import HOLE
from exporter.source.phrases import lead_words

REACH = 600  # characters in which the lead stands
FAR = 8_000  # characters in which the place is counted
WELCOME = 900  # characters in which the host's welcome stands


def _either(words: tuple[str, ...]) -> str:
    return "(?:" + "|".join(map(re.escape, words)) + ")"


_WORDS = lead_words()
CONFERENCE, VERB = _either(_WORDS["conferences"]), _either(_WORDS["verbs"])
# The first words of a speech, and a label in a line of its own.
_SPOKEN = re.compile(_either(_WORDS["greetings"]) + r"|(?<=\n)(?!以下)[^\n，。：]{1,24}：")
_STAMP = re.compile(
    rf"(?m)^{dates.FULL}[\sT]{{1,3}}\d{{1,2}}[:：]\d{{2}}(?:[:：]\d{{2}})?(?=\s|$|[【\[])"
)
_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_DAY = re.compile(rf"(?:(?P<year>\d{{4}})年)?(?P<month>{_NUMBER})月(?P<day>{_NUMBER})日")
_HELD = re.compile(rf"{VERB}|{CONFERENCE}|发布(?!时间|日期|机构)|今日|会见|會見|以下[是为為]")
# 自2021年6月1日起施行
_IN_FORCE = re.compile("起|之?[前后後]|以[来來前后後]|至|到|[—~～]")
_OBJECT = re.compile(
    rf"(?P<subject>[^。！？\n]{{0,80}}?){VERB}(?:了)?(?P<name>(?!的)[^。！？\n，：]{{2,80}}?{CONFERENCE})"
    r"(?!的)(?P<number>[(（][^()（）\n]{1,12}[)）])?"
    rf"(?:，(?:该场|本场|此次|这场)(?:发布会)?(?:为|是)(?P<theme>[^。，\n]{{2,60}}?{CONFERENCE}))?"
)
_SUBJECT = re.compile(
    rf"(?:^|[。\n，])(?P<name>[^。！？\n，]{{2,80}}?{CONFERENCE})(?:今天|今日|正式|成功|顺利|如期)?"
    rf"(?:在(?P<venue>[^。\n，]{{2,60}}?))?(?:正式|成功|顺利|隆重)?{VERB}"
)
_WELCOME = re.compile(
    rf"(?:欢迎|歡迎)[^。！？\n，]{{0,12}}?(?:参加|出席|来到|參加)(?:今天的|今天|本次|本场)?"
    rf"(?P<name>[^。！？\n]{{2,90}}?{CONFERENCE})"
    r"(?:的?(?P<first>首场|第[一二三四五六七八九十\d]{1,3}场)[：:]"
    rf"(?P<part>[^。！？，\n]{{2,60}}?{CONFERENCE}))?"
)
_THEME = re.compile(r"围绕(?P<theme>“[^”\n]{4,60}”)(?:这一|这个|为|的)?主题")
_VENUE = re.compile(rf"在(?P<venue>[^。\n，“”]{{3,60}}?)，?(?:正式|成功|顺利|隆重)?{VERB}")
_ORDINAL = re.compile(r"(首场|第[一二三四五六七八九十\d]{1,3}场)[：:]?")
_PLACE = re.compile(r"(?:市|省|县|自治州|州|区)(?=人民政府|政府|委|[\u4e00-\u9fff]{1,8}局|[召举])")
_PLACE_NAME = re.compile(r"[\u4e00-\u9fff]{2,3}\Z")
_BODY = re.compile(_either(_WORDS["bodies"]) + "$")
_NO_PLACE = frozenset("全我本各该城县州地省市区股上在到为由和与及是从")
_LEADING = re.compile(
    r"^.*(?:日(?:上午|下午|晚|晚上)?|今天|今日|上午|下午|近日|日前|，|定于)(?=[^，]{0,40}$)"
)


_DAYS_AGO = {"昨日": 1, "昨天": 1, "前日": 2, "前天": 2, "今日": 0, "今天": 0}
# The page's own words, and not a speaker's (今天的发布会), for the day.
_NEAR_DAY = re.compile(f"(?:{'|'.join(_DAYS_AGO)})(?!的)")
# 19日，省政府新闻办召开…新闻发布会: a day of news, without its month
_DAY_ALONE = re.compile(
    r"(?<![\d月日至到~～—-])(?P<day>\d{1,2})日(?=[上下]午|[，\u4e00-\u9fff])(?!起|前|后|内|至|到)"
)
_NEWS = 8  # days after which nobody leaves the month out
_SENTENCE_END = re.compile(r"[。！？\n]|$")


class Lead(msgspec.Struct, frozen=True):
    """What was found; `places` are the offsets of the clean text where each was read."""

    title: str | None = None
    event_date: str | None = None
    venue: str | None = None
    issuer: str | None = None
    places: dict[str, tuple[int, int]] = {}


def read(text: str, published: str | None, proposal: str | None) -> Lead:
    """The facts of the lead. `published` lends a date its year, `proposal` what a hole in the
    issuer's name is thought to have said."""
    places: dict[str, tuple[int, int]] = {}
    head = _narrated(text)
    place = place_of(text)
    found = _OBJECT.search(head)
    subject = _SUBJECT.search(head)
    title = _title(text, found, subject, place, places)
    venue = _venue(head, subject, places)
    issuer = _issuer(found, place, proposal, places)
    event = _event(text, head, published, places)
    return Lead(title, event, venue, issuer, places)


def _narrated(text: str) -> str:
    """The page's own words before anyone speaks, at most `REACH` characters."""
    spoken = _SPOKEN.search(text, 0, REACH)
    return text[: spoken.start()] if spoken else text[:REACH]


def place_of(text: str) -> str:
    """The place that the record is most often about (昭通市), as it stands before a word for its
    government or party; empty if none does so twice."""
    counts = Counter(_places(text))
    best = max(counts.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    return best[0] if best[1] >= 2 else ""


def _places(text: str) -> Iterator[str]:
    """Every place that stands before a word for its government or party, as far as `FAR`."""
    done = at = 0
    while (kind := _PLACE.search(text, at, FAR)) is not None:
        name = _PLACE_NAME.search(text, max(done, kind.start() - 3), kind.start())
        if name is None:
            at = kind.start() + 1
            continue
        done = at = kind.end()
        if not _NO_PLACE.intersection(name[0]):
            yield name[0] + kind[0]


def _event(
    text: str, head: str, published: str | None, places: dict[str, tuple[int, int]]
) -> str | None:
    """The first date of the lead that belongs to a verb of holding a conference; that of a dateline
    (``海州3月5日电 4日下午…举行``) lends only its month, if a day is told behind it."""
    wired: tuple[str, tuple[int, int]] | None = None
    for found in _DAY.finditer(head):
        sentence = _sentence(head, found)
        if not _HELD.search(sentence) or _IN_FORCE.match(head, found.end()):
            continue
        month, day = dates.number(found["month"]), dates.number(found["day"])
        if _WIRED.match(head, found.end()):
            told = _TOLD_DAY.search(head, found.end())
            earlier = told and int(told["day"]) <= day
            day = int(told["day"]) if told and earlier else day
            value = _dated(found["year"], published, month, day)
            wired = wired or (value, found.span()) if value else wired
            continue
        if value := _dated(found["year"], published, month, day):
            places["event_date"] = found.span()
            return value
    if wired:
        places["event_date"] = wired[1]
        return wired[0]
    if near := _near(head, published):
        places["event_date"] = near[1].span()
        return near[0]
    stamp = _STAMP.search(text, 0, REACH)  # of a live text
    if stamp and (value := dates.iso(stamp[0])):
        places["event_date"] = stamp.span()
        return value
    return None


# 海州社海州3月5日电 4日下午，海州市举行…
_WIRED = re.compile(r"[电電讯訊](?![话話])")
_TOLD_DAY = re.compile(
    r"(?<![月\d])(?P<day>\d{1,2})日(?=上午|下午|晚|早|中午|凌晨|在|举行|舉行|召开|召開)"
)


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


def _near(head: str, published: str | None) -> tuple[str, re.Match[str]] | None:
    """The day that the lead only calls 昨日 or 今日, counted from the published one."""
    for found in _NEAR_DAY.finditer(head) if published else ():
        end = _SENTENCE_END.search(head, found.end())
        sentence = head[found.start() : end.start() if end else None]
        if _HELD.search(sentence) and published:
            day = datetime.date.fromisoformat(published)
            day -= datetime.timedelta(days=_DAYS_AGO[found[0]])
            return day.isoformat(), found
    for found in _DAY_ALONE.finditer(head) if published else ():
        end = _SENTENCE_END.search(head, found.end())
        start = max(head.rfind(mark, 0, found.start()) for mark in "。！？\n") + 1
        held = _HELD.search(head[start : end.start() if end else None])
        day_of_news = _day_before(int(found["day"]), published) if held and published else None
        if day_of_news:
            return day_of_news, found
    return None


def _day_before(number: int, published: str) -> str | None:
    """The last day with this number in its month that isn't after the published one, if it is near
    enough for news."""
    day = datetime.date.fromisoformat(published)
    for ago in range(_NEWS):
        try:
            if (found := day - datetime.timedelta(days=ago)).day == number:
                return found.isoformat()
        except OverflowError:
            return None
    return None


def _title(
    text: str,
    found: re.Match[str] | None,
    subject: re.Match[str] | None,
    place: str,
    places: dict[str, tuple[int, int]],
) -> str | None:
    first = min((m for m in (found, subject) if m), key=lambda m: m.start("name"), default=None)
    if first is None:
        return None
    places["title"] = first.span("name")
    name = _named(found, first, place)
    return _fuller(text, name, place, places) + _theme(text, name)


def _named(found: re.Match[str] | None, first: re.Match[str], place: str) -> str:
    name = first["name"]
    if found is None:
        return name
    if found is not first:  # 系列新闻发布会 + 举行 + 第二场…新闻发布会
        part = _ORDINAL.match(found["name"])
        return f"{name}{part[1]}：{found['name'][part.end() :]}" if part else name
    if found["number"]:
        name += "（" + found["number"][1:-1] + "）"
    if found["theme"]:
        name += "：" + found["theme"]
    convener = _LEADING.sub("", found["subject"])
    return convener + name if convener == place and convener not in name else name


def _fuller(text: str, name: str, place: str, places: dict[str, tuple[int, int]]) -> str:
    """The name as the host welcomes to it, if that has the whole of `name` and more."""
    welcome = _WELCOME.search(text, 0, REACH + WELCOME)
    core = re.sub(rf"{CONFERENCE}$", "", name)
    if welcome is None or len(core) < 4:
        return name
    whole = welcome["name"]
    if welcome["part"]:
        whole += f"{welcome['first']}：{welcome['part']}"
    if core not in whole or len(whole) <= len(name):
        return name
    places["title"] = (welcome.start("name"), welcome.end("part" if welcome["part"] else "name"))
    return place[:-1] + whole if place and whole.startswith(place[-1] + "委") else whole


def _theme(text: str, name: str) -> str:
    found = _THEME.search(text, 0, REACH + WELCOME)
    if found is None or found["theme"][1:-1] in name or "“" in name:
        return ""
    return f"（{found['theme']}）"


def _venue(
    head: str, subject: re.Match[str] | None, places: dict[str, tuple[int, int]]
) -> str | None:
    found = subject if subject and subject["venue"] else _VENUE.search(head)
    if found is None or re.search(
        r"[日月年]|[上中下]午|[今昨当當晚]天?$|会上|期间|之际", found["venue"]
    ):
        return None
    places["venue"] = found.span("venue")
    return found["venue"]


def _issuer(
    found: re.Match[str] | None,
    place: str,
    proposal: str | None,
    places: dict[str, tuple[int, int]],
) -> str | None:
    """The body that convenes, by its full name; ``None`` where only a place is said to."""
    if found is None:
        return None
    body = _convener(found["subject"])
    start = found.start("subject") + found["subject"].rfind(body)
    if HOLE in body:
        if proposal is None:
            return None
        body = body.replace(HOLE, proposal)
    if not body or not _BODY.search(body):
        return None
    places["issuer"] = (start, found.end("subject"))
    return _full_name(body, place)


def _convener(subject: str) -> str:
    """The convening body in the words before the verb
    (云南省…办公室定于2024年2月23日上午，在…，)."""
    settled = re.match(r"(?P<body>[^，。]{4,40}?)(?:定于|将于|拟于|于)", subject)
    if settled:
        return _LEADING.sub("", settled["body"])
    return _LEADING.sub("", re.sub(r"(?:在[^，]{2,60})?，?$", "", subject))


def _full_name(body: str, place: str) -> str:
    if place and body.startswith(place[-1]):
        body = place[:-1] + body
    body = re.sub(r"(?<=[市县区州省])政府(?=$|新闻办)", "人民政府", body)
    body = re.sub(r"新闻办$", "新闻办公室", body)
    if not body.startswith("中共") and re.match(r"[^，]{2,4}[市县区州省]委(?!宣传)", body):
        body = "中共" + body
    return body
