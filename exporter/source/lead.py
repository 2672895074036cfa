"""What the page's own first sentences say of the conference: its name, its day, who convened it,
where.

``4月12日，昭通召开水资源保护专题新闻发布会。`` and the host's words of welcome
(``欢迎参加…新闻发布会``), which often give the name in full. Works on clean text, so the offsets
here are of the clean text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import msgspec

from exporter.source import lead_days
from exporter.source.lead_days import CONFERENCE, REACH, VERB, either
from exporter.source.model import HOLE
from exporter.source.phrases import lead_words

FAR = 8_000  # characters in which the place is counted
WELCOME = 900  # characters in which the host's welcome stands


_WORDS = lead_words()
# The first words of a speech, and a label in a line of its own.
_SPOKEN = re.compile(
    either(_WORDS["greetings"])
    + r"|(?<=\n)(?!以下|[^\n，。：]{2,16}日(?:消息|电|讯))[^\n，。：]{1,24}："
)
_OBJECT = re.compile(
    rf"(?P<subject>[^。！？\n]{{0,80}}?){VERB}(?:了)?(?P<name>(?!的)[^。！？\n，：]{{2,80}}?{CONFERENCE})"
    r"(?!的|\d{1,4}[余多]?[场次])(?P<number>[(（][^()（）\n]{1,12}[)）])?"
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
_VENUE = re.compile(
    rf"在(?P<venue>[^。\n，“”]{{3,60}}?)，?(?:正式|成功|顺利|隆重)?{VERB}"
    # 将出席在南都举行的第五次会议: another's place
    rf"(?!的(?![^。，\n]{{0,40}}?{CONFERENCE}))"
)
_ORDINAL = re.compile(r"(首场|第[一二三四五六七八九十\d]{1,3}场)[：:]?")
_PLACE = re.compile(r"(?:市|省|县|自治州|州|区)(?=人民政府|政府|委|[\u4e00-\u9fff]{1,8}局|[召举])")
_PLACE_NAME = re.compile(r"[\u4e00-\u9fff]{2,3}\Z")
_BODY = re.compile(either(_WORDS["bodies"]) + "$")
_NO_PLACE = frozenset("全我本各该城县州地省市区股上在到为由和与及是从")
_LEADING = re.compile(
    r"^.*(?:日(?:上午|下午|晚|晚上)?|今天|今日|上午|下午|近日|日前|，|定于)(?=[^，]{0,40}$)"
)


class Lead(msgspec.Struct, frozen=True):
    """What was found; `places` are the offsets of the clean text where each was read."""

    title: str | None = None
    event_date: str | None = None
    venue: str | None = None
    issuer: str | None = None
    places: dict[str, tuple[int, int]] = {}


def read(text: str, published: str | None, proposal: str | None, named: str = "") -> Lead:
    """The facts of the lead. `published` lends a date its year, or else the page's title (`named`)
    if it dates the conference; `proposal` is what a hole in the issuer's name is thought to have
    said."""
    places: dict[str, tuple[int, int]] = {}
    head = _narrated(text)
    place = place_of(text)
    found = _OBJECT.search(head)
    subject = _SUBJECT.search(head)
    title = _title(text, found, subject, place, places)
    venue = _venue(head, subject, places)
    issuer = _issuer(found, place, proposal, places)
    event = lead_days.event(text, head, published, f"{named}\n{head}")
    if event:
        places["event_date"] = event[1]
    return Lead(title, event and event[0], venue, issuer, places)


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
        r"[日月年]|[上中下]午|[今昨当當晚]天?$|会[上后前]|期间|之际", found["venue"]
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
