"""Who takes part, found before any label is looked for.

Three kinds of evidence, all in the folded view: introductions
(``他们是：市水利局副局长柯恺先生；…``), anybody named with office and honorific
(``市投资促进局副局长刘静女士``), and hand-overs (``有请市委书记高屹作发布``). The labels themselves
add the rest (`Roster.add`).
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Iterator

from exporter.source.alternatives import headed
from exporter.source.scripts import HAN_CHAR
from exporter.transcript.lexicon import any_of
from exporter.transcript.people.answering import answering
from exporter.transcript.people.called import people_called
from exporter.transcript.people.divided import DIVIDED, is_given
from exporter.transcript.people.lead import lead_people, told_people
from exporter.transcript.people.listed import listed_person, named_in, without_lead
from exporter.transcript.people.names import (
    HAN,
    Titled,
    is_name,
    split_body_name,
    split_title_name,
)
from exporter.transcript.people.offices import HONORIFIC
from exporter.transcript.people.surnames import NOT_NAMES

# 首先向大家介绍出席本场新闻发布会的各位发布人，他们是： · 出席发布会的领导有： · 他们分别是
_INTRODUCTION = re.compile(
    headed(
        [
            "他们",
            "她们",
            "分别",
            "发布人",
            "嘉宾",
            "领导",
            "负责人",
            "负责同志",
            "同志",
            "官员",
            "客人",
            "来宾",
            "成员",
        ],
        "(?:分别)?(?:是|有|为)(?:：|，|\\n| )*",
    )
    + "|介绍[^。！？；：\n]{0,24}(?:发布人|嘉宾|领导|负责人|负责同志)："
    "|邀请到了?|请到了?|请来了?|邀请了|以下(?:是|为)|"
    + headed(
        ["出席", "参加", "做客", "走进", "光临", "到场", "来到", "就座", "在座", "到会", "列席"],
        "[^。，：；！？\n]{0,24}(?:还)?(?:有|是|为)(?:：|，|\n| )*",
    )
)
_ITEM = re.compile("[^：；，。！？\\n]+")
_ITEMS = re.compile("[^。！？]{1,1500}")
_JOINED = re.compile("联同|会同|连同|偕同")  # 环境及生态局局长柯恺联同渔农署署长石雨桐
# 以下为房屋局局长柯恺及社会福利署署长石雨桐今日会见传媒的谈话内容：, up to the day or the colon
_SPOKE = re.compile(r"[^。！？\n：]{1,400}?(?=今[日天晚早晨午（]|昨[日天晚]|[：。！？\n]|$)")
# 市投资促进局副局长刘静女士 (the name lies between office and honorific, so its end is certain)
_HONOURED = re.compile(rf"(?:{HONORIFIC})(?!们)")
# 有请市委组织部常务副部长陇俊伟作发布 · 请市水利局局长张三回答 · 欢迎李四主任发言
_HANDED = re.compile(
    "(?:有请|邀请|欢迎|请)([^，。；：！？\\n]{2,50}?)"
    "(?:同志)?(?:为大家|为我们|为各位|给大家|向大家|向各位|来|就|代表|先)?(?:作|做|回答|回复|解答|介绍|发布|发言|致辞|讲话|通报|分享|答复|补充|说明|报告)"
)
# 市委书记高屹介绍 · 和市委副书记、市长徐张艳回答
_TOLD = re.compile(
    "介绍|举行|会见|答记者问|接受|回答|回应|说明|出席|主持|表示|指出|通报|解读|宣布|致辞|强调|今[日天晚早晨午（]|昨[日天晚夜]|日前|近日|等"
)
# 高明主持。 · 毛宁主持例行记者会 (but not: 王斌主任主持召开了座谈会)
_PRESIDES = re.compile(
    "并(?:通报|介绍|发布|作|做|回?答)|了?(?:今天|本次|本场|此次|这次)?的?(?:新闻|例行|专题|主题)?(?:发布会|记者会|吹风会|通气会|会议|会|。|，|\\n|$)"
)
# 贺兰英就上半年…情况回答了记者提问 · 接受本报记者专访
_ANSWERED = re.compile(
    "(?:主持|举行)(?:了)?(?:[0-9]{1,2}日)?(?:的)?例行(?:记者会|新闻发布会)|回答(?:了)?(?:本报|本刊|本网|媒体|相关)?(?:记者|媒体|网友)[^。，]{0,8}(?:问|问题)|答记者问|接受[^。，]{0,16}(?:采访|专访)"
)
# 李强在会上表示 · 李强近日就此介绍
_CIRCUMSTANCE = re.compile(
    "(?:在|就|对|围绕|针对|于(?=[一二三四五六七八九十0-9今昨])|日前|近日|今天|当场|现场).*"
)
_LONGEST_NAME = 24
_PHRASE_STOPS = "，。；：！？\n\t“”（）】"
_PHRASE_REACH = 60


# 2018年4月17日外交部发言人: the day of a title
_DAY_BEFORE = re.compile(r"^(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:上午|下午|晚)?")
# 主持人 国家发展改革委新闻处处长 李燕蓉
_ROLE_BEFORE = re.compile(
    rf"^(?:{any_of('labels', 'host')}|{any_of('labels', 'speaker')})[ ：、，（]+"
)


class Roster:
    """The people named so far: name → how each is named with an office, in order of finding."""

    def __init__(self) -> None:
        self._people: dict[str, list[Titled]] = {}
        self._lengths: list[int] = []  # of their names, the longest first
        self.introduced: dict[str, None] = {}
        self.hosts: dict[str, None] = {}
        self.answering: dict[str, None] = {}  # of whom the page says that they answered questions
        # guests whose names are words (副院长谷雨): only a label tells that one is meant
        self.words: dict[str, Titled] = {}
        self._word_lengths: set[int] = set()
        self._lists: list[tuple[int, int]] = []

    def add(self, person: Titled, *, introduced: bool = False, proved: bool = False) -> None:
        """Note that `person` is named; the first office met stays the first. `proved`: the name
        is one even if it is a word."""
        person = _last_of_list(person)
        person = person._replace(title=_ROLE_BEFORE.sub("", _DAY_BEFORE.sub("", person.title)))
        if introduced and not proved and person.name in NOT_NAMES:
            self.words[person.name] = person
            self._word_lengths.add(len(person.name))
            return
        known = self._people.setdefault(person.name, [])
        length = len(person.name)
        if not known and length not in self._lengths:
            self._lengths = sorted([*self._lengths, length], reverse=True)
        if person not in known:
            known.append(person)
        if introduced:
            self.introduced[person.name] = None

    def note_list(self, start: int, end: int) -> None:
        """Note that ``[start, end)`` of the view lists people and holds no label."""
        insort(self._lists, (start, end))

    def lists_at(self, at: int) -> bool:
        """Whether `at` lies within a list of people."""
        index = bisect_right(self._lists, (at, sys.maxsize)) - 1
        return index >= 0 and at < self._lists[index][1]

    def __contains__(self, name: object) -> bool:
        return name in self._people

    def __iter__(self) -> Iterator[str]:
        return iter(self._people)

    def words_beside(self, phrase: str) -> tuple[tuple[str, Titled], ...]:
        """Those of `words` with which the phrase begins or ends, in order of finding."""
        if not self.words:
            return ()
        sizes = self._word_lengths
        sides = {side for n in sizes for side in (phrase[:n], phrase[max(0, len(phrase) - n) :])}
        found = sides & self.words.keys()
        return tuple(item for item in self.words.items() if item[0] in found) if found else ()

    def titled(self, name: str) -> tuple[Titled, ...]:
        """Every way in which `name` is given with an office or an honorific."""
        return tuple(self._people.get(name, ()))

    def known_at(self, phrase: str, end: int | None = None) -> str | None:
        """The longest known name with which `phrase` begins; with `end`, that ends there."""
        for length in self._lengths:
            if not 1 < length <= _LONGEST_NAME:
                continue
            words = phrase[:length] if end is None else phrase[max(0, end - length) : end]
            if len(words) == length and words in self._people:
                return words
        return None

    def names_in(self, text: str) -> Iterator[str]:
        """Every known name that stands in a short text."""
        for length in self._lengths:
            for at in range(len(text) - length + 1):
                if text[at : at + length] in self._people:
                    yield text[at : at + length]

    def pattern(self) -> re.Pattern[str] | None:
        """A pattern for every known name, the longest first, a justified blank allowed in short
        ones.
        """
        if not self._people:
            return None
        # By first characters, so that a page with thousands of people isn't tried for each of them
        # wherever a surname stands.
        rests: dict[str, list[str]] = defaultdict(list)
        for name in sorted(self._people, key=lambda n: (-len(n), n)):
            rests[name[0]].append(_rest_pattern(name))
        groups = (f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in rests.items())
        return re.compile("|".join(groups))


def _last_of_list(person: Titled) -> Titled:
    """`person` with the office of its own, where the words before it are a list of others with
    theirs (``发言人柯恺、市水利局副局长石雨桐``)."""
    if "、" not in person.title:
        return person
    people = tuple(named_in(person.title + person.name))
    own = people[-1] if len(people) > 1 else person
    return person._replace(title=own.title) if own.name == person.name else person


def _rest_pattern(name: str) -> str:
    """The pattern of a name without its first character."""
    return f" *{re.escape(name[1])}" if len(name) == 2 else re.escape(name[1:])


def find_roster(view: str, title: str = "") -> Roster:
    """The people whom the page introduces or names with office and honorific; `title` (folded) may
    tell who answers."""
    roster = Roster()
    if HAN_CHAR.search(view) is None and HAN_CHAR.search(title) is None:
        return roster  # every word that tells of somebody here is Chinese
    for start, end, people in _introduced(view):
        for person in people:
            roster.add(person, introduced=True)
        if len(people) > 1:
            roster.note_list(start, end)
    for found in _HONOURED.finditer(view):
        _note(roster, phrase_before(view, found.start()) + found[0])
    for found in _HANDED.finditer(view):
        _note(roster, found[1])
    for found in _TOGETHER.finditer(view):
        _note(roster, found[1])
    _divided(view, roster)
    for text in (view, title):
        _told(text, roster)
    _answer(view, title, roster)
    for person in people_called(view):
        roster.add(person._replace(title=without_lead(person.title)), introduced=True)
    return roster


def _answer(view: str, title: str, roster: Roster) -> None:
    """Notes of those of whom the head of the page or its title tells that they answer."""
    for text in (view, title):
        for person in answering(text, frozenset(roster)):
            roster.add(person._replace(title=without_lead(person.title)))
            roster.answering[person.name] = None


def _divided(view: str, roster: Roster) -> None:
    """Notes of names with the office inside (罗发言人秉丞) that recur."""
    divided = Counter(found.groups() for form in DIVIDED for found in form.finditer(view))
    for (surname, office, given), times in divided.items():
        if times > 1 and is_given(given):
            roster.add(Titled(office, surname + given))


# 市应急管理局局长段青林，市消防救援支队副支队长白音查干出席
_ATTENDING = re.compile(
    "(?:^|(?<=[。！？\n]))(?P<who>[^。！？\n：]{8,300}?)等?(?:出席|[与同]媒体见面)(?=$|[，。并会了发新\n])",
    re.MULTILINE,
)


# 市防汛办主任柯恺主持并通报情况: a deed, and no name
_PRESIDES_AND = re.compile("主持(?:并|会议|发布会|召开)")


def _attending(view: str) -> Iterator[Titled]:
    """The people of whom the page's own words tell that they attended, with their offices."""
    for found in _ATTENDING.finditer(view, 0, _PREAMBLE):
        for item in re.split("[，、；]", found["who"])[-_GUESTS:]:
            told = _PRESIDES_AND.search(item)
            person = None if told else split_title_name(item) or listed_person(item)
            if person and person.title and not person.honorific and person.name not in NOT_NAMES:
                yield person


# 我是今天的主持人张明。
# 主持人：各位网友好，…我是苗禾。
_NAMED = f"(?P<name>{HAN}{{1,10}}(?:·{HAN}{{1,10}}){{1,3}}|{HAN}{{2,4}})(?=[，。！])"
_I_HOST = (
    re.compile(f"我是[^，。！？\n]{{0,12}}主持人，?{_NAMED}"),
    re.compile(f"(?:^|\n)[◤【\\[ ]*主持人[】\\]： ]*\n?[^\n]{{0,160}}?，我是{_NAMED}"),
)
# 我是市委宣传部副部长柯恺，今天的发布会由我主持。
_I_PRESIDE = re.compile("我是(?P<who>[^，。！？\n]{2,40})，[^，。！？\n]{0,20}由我来?主持")
_PREAMBLE = 1500  # characters of a page in which its own words stand
_GUESTS = 12


def _of_lead(view: str, roster: Roster) -> None:
    """Notes whom the page's own first words name, and who presides."""
    for person in _attending(view):
        roster.add(person._replace(title=without_lead(person.title)), introduced=True)
    for person, presides in lead_people(view):
        person = person._replace(title=without_lead(person.title))
        roster.add(person, introduced=True, proved=True)
        if presides:
            roster.hosts[person.name] = None
    preside = _I_PRESIDE.search(view, 0, _PREAMBLE)
    if preside and not roster.hosts and (host := split_title_name(preside["who"])):
        roster.add(host, introduced=True)
        roster.hosts[host.name] = None
    for form in _I_HOST:
        said = form.search(view, 0, _PREAMBLE)
        if said and not roster.hosts and is_name(said["name"]):
            roster.add(Titled("", said["name"]), introduced=True)
            roster.hosts[said["name"]] = None


def _told(view: str, roster: Roster) -> None:
    """Notes of whom the text tells what they do (市委书记高屹介绍), who attended,
    presides, answers."""
    _of_lead(view, roster)
    for found in _TOLD.finditer(view):
        phrase = phrase_before(view, found.start())
        told = _note(roster, phrase) or _note(roster, _CIRCUMSTANCE.sub("", phrase))
        if found[0] == "主持" and told is None:
            told = _of_body(roster, phrase)
        if told and found[0] == "主持" and _PRESIDES.match(view, found.end()):
            roster.hosts[told.name] = None
        if told and _ANSWERED.match(view, found.start()) and _answers(roster, told.name, found[0]):
            roster.answering.update(dict.fromkeys((told.name, *roster.names_in(phrase))))
    for found in _INTERVIEWED.finditer(view, 0, _PREAMBLE):
        if told := _note(roster, found["who"]):
            roster.answering[told.name] = None
    for person in told_people(view):
        if person.name not in roster:
            roster.add(person._replace(title=without_lead(person.title)))


# 海州社记者采访了市水利局局长柯恺。 · …——访市水利局局长柯恺
_INTERVIEWED = re.compile(
    r"(?:(?:记者|本报|本刊|本网)[^。，：\n]{0,12}?(?:专访|采访)(?:到)?了|(?:——|—|丨|：|^)(?:专)?访)"
    r"(?P<who>[^。，；：！？\n“”]{4,50})(?=[。，\n]|$)",
    re.MULTILINE,
)


def _of_body(roster: Roster, phrase: str) -> Titled | None:
    """Who presides and has no office (由省政府新闻办公室石雨桐主持, 由石雨桐主持), noted."""
    by = phrase.rpartition("由")[2] if "由" in phrase else ""
    who = Titled("", by) if is_name(by) else split_body_name(without_lead(phrase)) if by else None
    if who is not None:
        roster.add(who, introduced=True)
    return who


def _answers(roster: Roster, name: str, deed: str) -> bool:
    """Whether the deed is answering: 主持 is, for a body's own spokesperson."""
    return deed != "主持" or any(t.title.endswith("发言人") for t in roster.titled(name))


# 今日我联同运输署署长麦国强，向大家交代… · …联同律政司司长柯恺和保安局局长陇俊伟就…会见传媒
_TOGETHER = re.compile(
    "(?:联同|会同|连同|陪同|偕同)([^，。；：\\n]{4,120}?)"
    "(?=[，。；：\\n]|$|今[日天晚早午（]|昨[日天]|就|在|于|会见|出席|举行|向|一同|一起|共同)"
)


def phrase_before(view: str, at: int) -> str:
    """What stands between the last stop and `at`, at most a title's length of it."""
    low = max(0, at - _PHRASE_REACH)
    return view[max(view.rfind(stop, low, at) for stop in _PHRASE_STOPS) + 1 or low : at]


def _note(roster: Roster, phrase: str) -> Titled | None:
    """The people whom `phrase` names with an office, noted; the last of them."""
    last = None
    for person in named_in(phrase):
        if person.name in roster or is_name(person.name) or person.honorific:
            roster.add(person)
            last = person
    return last


def _introduced(view: str) -> Iterator[tuple[int, int, tuple[Titled, ...]]]:
    """Every list of introductions: its place, and the people whom its items name with an office."""
    done = 0
    for cue in _INTRODUCTION.finditer(view):
        pattern = _SPOKE if cue[0].startswith("以下") else _ITEMS
        items = pattern.match(view, cue.end()) if cue.start() >= done else None
        done = items.end() if items else done
        if items:
            pieces = (x for item in _ITEM.findall(items[0]) for x in _JOINED.split(item))
            named = (named_in(piece, listed=True) for piece in pieces)
            yield items.start(), items.end(), tuple(p for people in named for p in people)
