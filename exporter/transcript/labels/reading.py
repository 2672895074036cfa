"""What one label says: a person with an office, a host, an outlet's reporter, a bare 问 or 答.

`read_label` takes the words of a label without marks and colon. It is strict: words that it can't
account for to the last character are no label, because text taken for a label is text lost.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from exporter.transcript.cues import SPEECH_IN_TITLE
from exporter.transcript.labels.members import (
    asks_as_one_of_the_public,
    citizen_called,
    guest_called,
    is_member,
    is_passer_by,
)
from exporter.transcript.labels.wording import plain_words, uncounted, unframed
from exporter.transcript.lexicon import any_of, words
from exporter.transcript.people.divided import called_by_office
from exporter.transcript.people.names import (
    HAN,
    is_name,
    split_body_name,
    split_honorific,
    split_title_name,
    unspaced,
)
from exporter.transcript.people.offices import BODY_END, OFFICE
from exporter.transcript.people.outlets import (
    NOT_REPORTER,
    OF_OUTLET,
    OUTLET,
    QUOTED,
    REPORTER,
    SOMEBODY,
    STRONG_OUTLET,
    of_outlet,
    without_marks,
)
from exporter.transcript.people.surnames import COMPOUND, SINGLE

Kind = Literal[
    "person", "name", "host", "reporter", "outlet", "question", "answer", "office", "reader", "body"
]


class Reading(NamedTuple):
    """A label understood. Empty strings where it doesn't say."""

    kind: Kind
    name: str = ""
    title: str = ""
    outlet: str = ""
    honorific: str | None = None


# 公安部新闻发言人、新闻宣传局副局长 · …委员会办公室负责人
_ENDS_IN_OFFICE = re.compile(rf"{OFFICE}$")
# 2024年3月5日海州市副市长王芳: the first line of a title
_DATED = re.compile(r"\d{4}年(?:\d{1,2}月)?")
_TAIL = re.compile(rf"^(.+?) ?(?:{any_of('labels', 'tails')})$")
# 市委书记王宁说： introduces a quotation, it labels nothing.
_REPORTED = re.compile(
    "(?:(?<!回答|答复|回应)[说道]|表示|指出|强调|称|认为|告诉记者|坦言|透露|要求|谈到|提到"
    "|简介|名单|资料)$"
)
_HOST = any_of("labels", "host")
_HOST_LABEL = re.compile(
    rf"^({_HOST})[ 、，·—\-]{{0,4}}(.{{0,60}})$|^(.{{0,60}}?)[ 、（]{{0,4}}({_HOST})）?$"
)
# 会议中心副主任、主持人李梅: the host's office before the word that calls her so
_HOST_BETWEEN = re.compile(rf"(?P<title>.{{2,60}}?)[、，] ?(?:{_HOST})[ ：]?(?P<name>{HAN}{{2,4}})")
# 主持人小敏 · 主持人 Lisa, as on the air
_NICKNAME = re.compile(rf"[小阿]{HAN}{{1,2}}|[A-Z][A-Za-z .'’\-]{{1,24}}")
_REPORTER_LABEL = re.compile(rf"^(.{{0,60}}?)[ ·]{{0,4}}(?:{REPORTER})[ ·]{{0,4}}(.{{0,60}})$")
# 通报： · 天气预报： end as outlets do and are none
_REPORT = re.compile(
    "(?:[通简汇播海情预申举上回警捷战快]报|互联网|全社|平台|[一二三]台|宣布|"
    "(?:新闻|主题|情况|信息|权威)发布)$"
)
_BODY = re.compile(
    rf"(?!.{{0,60}}[全内外局大干]部$)[^，。；：！？“” 、的了是在有]{{2,24}}(?:{BODY_END})"
)
_KINDS: tuple[tuple[str, Kind], ...] = (
    ("speaker", "office"),
    ("reader", "reader"),
    ("answer", "answer"),
    ("question", "question"),
    ("host", "host"),
)
# 记者1 · 记者甲 · Q2 · 网友“小鱼儿” · 一、问
_NUMBERED = re.compile(
    r"^(?:第?[一二三四五六七八九十\d]{1,3}[、.．]? ?)?"
    "(记者|网友|媒体|提问|问题|发言人|说话人|嘉宾|问|答|[QAqa])"
    r"(?: ?(?:[0-9一二三四五六七八九十甲乙丙丁戊A-F]{1,3}|“[^“”]{1,12}”))?$"
)
# 【提问】四川日报记者 · 问（人民法院报） · 提问2（长江日报） · 答（商亮） · 记者（公视）
_ROLE_FIRST = re.compile(
    rf"(?:[【\[〔](?P<set>{_HOST}|{any_of('labels', 'question')}|{any_of('labels', 'answer')}"
    rf"|{any_of('labels', 'speaker')}|{any_of('labels', 'reader')})"
    r" ?(?:[0-9一二三四五六七八九十]{1,3})?[】\]〕] *+"
    r"|(?P<word>主持|发布|介绍|通报|(?:记者|媒体)提?问|记者|提问|问题|追问|媒体|问|答|回答|答复|回应|发布人|发言人|嘉宾|[QAqa])"
    r" ?(?:[0-9一二三四五六七八九十]{1,3})? *(?=（[^（）]*）$)"
    r"|(?P<blank>[问答QA]) {1,2}(?! ))"  # A 柯恺 · 问 云溪日报
    "(?P<who>.+)"
)
# （市轨道集团 副总经理 柯恺）答
_ROLE_LAST = re.compile("(?P<who>（[^（）]{2,40}）) ?(?P<role>答|回答|问|提问)")
# 《中国体育报》宋翔
_TITLED_OUTLET = re.compile(r"《(?P<outlet>[^《》]{2,20})》(?:特约|首席)?(?:记者)? *+(?P<name>.*)")
_HAN_NAME = re.compile(f"{HAN}{{2,6}}")
# 一、主持人 · 三、市教育局局长柯恺: headings of minutes, believed of who is clear
_ORDINAL = re.compile(
    "(?:第?[一二三四五六七八九十壹贰叁参肆伍陆柒捌玖拾]{1,3}[、.．]|[（][一二三四五六七八九十]{1,3}[）])(?P<who>.+)"
)
_CLEAR: tuple[Kind, ...] = ("host", "person", "reporter", "question", "answer")
# 嘉宾 钮文博 · 发布人1：王芳: a role and a blank before a name
_ROLE_NAME = re.compile(
    rf"(?:{any_of('labels', 'speaker')})(?:[一二三四五六七八九十\d]{{1,2}})?"
    r"[ ：]{1,4}(?P<who>[^ ：].*)"
)
# 张局 · 王总 · 刘工: a surname and an office in short
_IN_SHORT = re.compile("(?P<surname>..?)(?:[总局工处科厅院董]|指导)")
_IN_CAPITALS = "壹贰叁参肆伍陆柒捌玖拾"  # number the parts of minutes, fields among them
_SPEECH_OF = re.compile("(?:致[词辞]|讲话|引言|报告|谈话)$")  # 贰、总统致词
_ITEM_WITHIN = re.compile(r"\S +[一二三四五六七八九十]{1,3}、")  # 报告人：… 四、 主持人：…
_ANNOUNCED = ("host", "reporter", "office", "question")
_FIXED: dict[str, Kind] = {word: kind for table, kind in _KINDS for word in words("labels", table)}


def is_dated(words: str) -> bool:
    """Whether a date opens `words`: a title's line or a caption and no label."""
    return _DATED.match(words) is not None


@lru_cache(maxsize=8192)
def read_label(text: str) -> Reading | None:
    """What `text` (folded, without marks and colon) says as a label; ``None`` when it is none."""
    text = unframed(text)
    if not text or len(text) > 60 or _REPORTED.search(text) or is_dated(text):
        return None
    if _ITEM_WITHIN.search(text):  # the next item of a list in one line
        return None
    text = uncounted(text)
    if (ordinal := _ORDINAL.fullmatch(text)) and not _NUMBERED.match(text):
        said = read_label(ordinal["who"])
        opens = said is not None and said.kind == "office" and _SPEECH_OF.search(ordinal["who"])
        clear = said is not None and said.kind in _CLEAR and text[0] not in _IN_CAPITALS
        return said if clear or opens else None
    text = plain_words(text)
    fixed = _FIXED.get(_NUMBERED.sub(r"\1", text))
    if fixed:
        return Reading(fixed)
    if (citizen := citizen_called(text)) is not None and not OUTLET.fullmatch(text):
        return Reading("reporter", citizen) if citizen else Reading("question")
    if asks_as_one_of_the_public(text):
        return Reading("question")
    if said := _bracketed(text):
        return said
    if is_member(text) or is_passer_by(text):
        return Reading("office", title=text)
    return _read_role_first(text) or _read_without_tail(text) or _read_whole(text)


# 方案提出人（市热力集团副总经理 解永胜）: a part in a hearing, and who has it
_PART = re.compile(
    rf"(?!{_HOST}|记者|媒体|网友|市民|听众|观众|读者)[^（）\s，。：]{{2,14}}[人者方表]\d{{0,2}}"
    r"（(?P<title>[^（） ]{2,30}) ?(?P<name>[^（） ]*)）"
)


def _bracketed(text: str) -> Reading | None:
    """The person with an office, or the outlet of a reporter, that brackets name behind words."""
    if asker := of_outlet(text):
        return Reading("reporter", asker[0], outlet=asker[1])
    if (found := _PART.fullmatch(text)) is None:
        return None
    if is_name(found["name"]):
        return Reading("person", found["name"], found["title"])
    person = None if found["name"] else split_title_name(found["title"])
    return Reading("person", person.name, person.title) if person else None


def _read_role_first(text: str) -> Reading | None:
    """A role, set apart by brackets, and then who has it; or who has it in brackets."""
    if last := _ROLE_LAST.fullmatch(text):
        return with_role(last["role"], last["who"])
    found = _ROLE_FIRST.fullmatch(text)
    return (
        with_role(found["set"] or found["word"] or found["blank"], found["who"]) if found else None
    )


def with_role(role: str, who: str) -> Reading | None:
    """What ``role`` and `who` behind it (``（人民法院报）``, ``蔺晓鸽``) say together."""
    kind = _FIXED.get(_NUMBERED.sub(r"\1", role), "office")
    bracketed = who[:1] == "（" and who[-1:] == "）"
    who = who[1:-1] if bracketed else who
    said = read_label(who)
    if kind == "question":
        said = said or read_asker(who)
        if said and said.kind in ("reporter", "question"):
            return said
        if who.endswith(("摄", "摄影")) or (bracketed and said is None and len(who) > 16):
            return None
        if bracketed or (said is None and read_likely_outlet(who)) or (said and said.outlet):
            return Reading("reporter", outlet=said.outlet if said and said.outlet else who)
        return Reading("reporter", said.name, said.title) if said and said.name else None
    if said is None or not (said.name or said.kind in ("office", "body")):
        return None
    if kind in ("host", "reader"):
        return said._replace(kind=kind)
    return said if said.kind in ("person", "name", "office", "body") else None


def _read_without_tail(text: str) -> Reading | None:
    """``铁豪娜回答``, ``云南日报记者提问``: the words before the verb, read again."""
    found = _TAIL.match(text)
    titled = _TITLED_OUTLET.fullmatch(found[1].strip()) if found and text.endswith("问") else None
    if titled and (not titled["name"] or is_name(unspaced(titled["name"]))):
        return Reading("reporter", unspaced(titled["name"]), outlet=titled["outlet"])
    reading = read_label(found[1]) if found else None
    if reading and reading.kind == "outlet" and text.endswith("问"):  # 云南日报提问
        return reading._replace(kind="reporter")
    if reading and reading.kind == "person" and text.endswith(("作主持", "主持词")):
        return reading._replace(kind="host")
    if reading and reading.kind == "body":  # 市城管局答复
        return reading._replace(kind="office")
    return reading if reading and (reading.name or reading.kind in _ANNOUNCED) else None


def _read_whole(text: str) -> Reading | None:
    for read in (_read_host, _read_reporter, _read_person, _read_outlet, _read_name, _read_body):
        found = read(text)
        if found is not None:
            return found
    return None


def _read_host(text: str) -> Reading | None:
    """``主持人``, ``主持人 张三``, ``主持人、市委宣传部副部长张三``, ``张三（主持人）``,
    ``主持人（市政府新闻办 张三）``."""
    between = _HOST_BETWEEN.fullmatch(text)
    if between and is_name(between["name"]) and not SPEECH_IN_TITLE.search(between["title"]):
        return Reading("host", between["name"], between["title"])
    if not (found := _HOST_LABEL.match(text)):
        return None
    rest = (found[2] if found[1] else found[3] or "").strip(" 、，：—-·")
    if not (rest.endswith("）") and "（" in rest[1:]):  # 张星（国家能源局综合司副司长）
        rest = rest.strip(" 、，（）：—-·")
    if not rest:
        return Reading("host")
    if _BY.match(rest) and text.endswith("主持"):  # 发布会由柯恺主持, a caption
        return None
    person = split_title_name(rest)
    if person and not SPEECH_IN_TITLE.search(person.title):
        return Reading("host", person.name, person.title, honorific=person.honorific)
    name, honorific = split_honorific(unspaced(rest))
    if is_name(name):
        return Reading("host", name, honorific=honorific)
    if _NICKNAME.fullmatch(rest):
        return Reading("host", rest)
    body = split_body_name(rest)  # 主持人（市政府新闻办 牛静思）
    plain = body and not SPEECH_IN_TITLE.search(body.title)
    return Reading("host", body.name, body.title) if body and plain else None


_BY = re.compile("[^，。]{0,12}由")


def _read_reporter(text: str) -> Reading | None:
    """``云南日报记者``, ``新华社记者 李明``, ``记者（新华社）``."""
    if not (found := _REPORTER_LABEL.match(text)):
        return None
    if found[1].rstrip().endswith("，"):  # 发布会后，记者追问：
        return None
    outlet, rest = without_marks(found[1].strip(" 、，（）")), found[2].strip(" （）：")
    outlet = outlet.rpartition("】")[2]  # 【同期】海州社记者
    outlet = "" if SOMEBODY.fullmatch(outlet) else outlet
    plain = QUOTED.sub("", outlet)  # 新媒体“一说法”: whatever a name in quotation marks says
    if NOT_REPORTER.search(plain) or SPEECH_IN_TITLE.search(plain):
        return None
    if not rest:
        return Reading("reporter", outlet=outlet)
    rest = rest.removesuffix("提问").removesuffix("问").strip()
    if not outlet and (of := OF_OUTLET.fullmatch(rest)):
        return Reading("reporter", of["name"], outlet=of["outlet"])
    if not outlet and OUTLET.fullmatch(rest):
        return Reading("reporter", outlet=rest)
    name = unspaced(rest)
    if rest.endswith(("摄", "摄影")):  # the credit of a picture
        return None
    # 天山网记者 努尔买买提: between an outlet and the end any name will do
    parted = outlet and found[0].endswith(f" {rest}") and _HAN_NAME.fullmatch(rest)
    named = is_name(name) or parted
    return Reading("reporter", name, outlet=outlet) if not rest or named else None


def _read_person(text: str) -> Reading | None:
    """``市水利局副局长 柯恺``, ``曹阜洪秘书长``, or an office with no name (``市长``)."""
    if divided := called_by_office(text):
        return Reading("person", divided.name, divided.title)
    if called := _ROLE_NAME.fullmatch(text):
        said, whole = _read_called(called["who"]), _read_titled(text)
        return whole if whole and whole.name and not (said and said.title) else said or whole
    if guest := guest_called(text):
        return Reading("person", guest)
    return _read_titled(text)


def _read_called(who: str) -> Reading | None:
    """Whom a role names behind a blank: with his office, or by nothing but his name."""
    person = split_title_name(who)
    if person and person.title and not SPEECH_IN_TITLE.search(person.title):
        return Reading("person", person.name, person.title, honorific=person.honorific)
    name, honorific = split_honorific(unspaced(who))
    clear = is_name(name) or _LATIN_NAME.fullmatch(who)
    return Reading("person", name, honorific=honorific) if clear else None


_LATIN_NAME = re.compile(r"[A-Z][A-Za-z .'’\-]{2,24}")


def _read_titled(text: str) -> Reading | None:
    """An office with a name, in any order, or with none."""
    if text.endswith("医生") and (doctor := split_title_name(text[:-2])) and doctor.title:
        return Reading("person", doctor.name, doctor.title, honorific="医生")
    person = split_title_name(text)
    if person and not SPEECH_IN_TITLE.search(person.title):
        kind: Kind = "person" if person.title else "name"
        return Reading(kind, person.name, person.title, honorific=person.honorific)
    name, honorific = split_honorific(text)
    if honorific and is_name(name):  # 段常青教授, though 教授 is an office too
        return Reading("name", name, honorific=honorific)
    if _ENDS_IN_OFFICE.search(text[-16:]) and not SPEECH_IN_TITLE.search(text):
        return Reading("office", title=text)
    return None


def _read_name(text: str) -> Reading | None:
    """A name and nothing else, an honorific aside (``宗霞``, ``张三先生``, ``张先生``)."""
    name, honorific = split_honorific(unspaced(text))
    if honorific and len(name) == 1 and name in SINGLE:
        return Reading("office", title=text)
    short = _IN_SHORT.fullmatch(text)
    if short and (short["surname"] in SINGLE or short["surname"] in COMPOUND):
        return Reading("office", title=text)
    return Reading("name", name, honorific=honorific) if is_name(name) else None


def _read_outlet(text: str) -> Reading | None:
    """An outlet with no 记者 (``昭通市广播电视台``), where its name leaves no doubt."""
    titled = _TITLED_OUTLET.fullmatch(text)
    if titled and OUTLET.fullmatch(titled["outlet"]):
        name = unspaced(titled["name"])
        clear = not name or is_name(name)
        return Reading("reporter", name, outlet=titled["outlet"]) if clear else None
    doubtful = SPEECH_IN_TITLE.search(text) or not STRONG_OUTLET.fullmatch(text)
    return None if doubtful else Reading("outlet", outlet=text)


def read_likely_outlet(text: str) -> Reading | None:
    """An outlet that only its ending shows (``上观新闻``): to be borne out by a question."""
    if not 3 <= len(text) <= 14 or SPEECH_IN_TITLE.search(text) or not OUTLET.fullmatch(text):
        return None
    return None if _REPORT.search(text) else Reading("outlet", outlet=text)


def _read_body(text: str) -> Reading | None:
    """A body that speaks for itself (``市教育局``)."""
    if SPEECH_IN_TITLE.search(text) or not _BODY.fullmatch(text):
        return None
    return Reading("body", title=text)


_LENGTHS = (3, 2, 4)


def read_asker(words: str) -> Reading | None:
    """The reporter whom the words name beside a question: an outlet, or an outlet and a name run
    together (``自由时报高佩岑``)."""
    words, *more = words.strip().split("、")
    if more:  # 海州日报柯恺、中央社石雨: several, and none of them for all
        return Reading("reporter") if all(map(read_asker, (words, *more))) else None
    said = read_label(words)
    if said and said.kind in ("reporter", "outlet") and (said.name or said.outlet):
        return said
    for length in _LENGTHS:
        outlet, name = words[:-length].strip(" 　"), unspaced(words[-length:].strip())
        if is_name(name) and OUTLET.fullmatch(outlet):
            return Reading("reporter", name, outlet=outlet)
    return Reading("reporter", outlet=words) if OUTLET.fullmatch(words) else None
