"""Whom a phrase of a news report names: ``市水利局局长罗天成最后``, ``青年吴小妹``, ``老裘``."""

from __future__ import annotations

import re

from exporter.transcript.lexicon import any_of, words
from exporter.transcript.news.bounds import (
    ALSO,
    COUNTED,
    LAST_ALONE,
    bounded_name,
    is_unsurnamed,
    tells_deed,
)
from exporter.transcript.news.familiar import CLOSING, SINGLES, familiar_in, familiar_speaking
from exporter.transcript.people.names import Titled, is_name, name_score, split_title_name
from exporter.transcript.people.offices import BODY_END, OFFICE, ONE_OFFICE
from exporter.transcript.people.roster import Roster
from exporter.transcript.people.surnames import SINGLE

# 杨光荣最后 | 说
_ADVERBS = re.compile(f"(?:{any_of('news', 'adverbs')}){{1,3}}$")
# 而 | 柯恺 | 说
_SO = re.compile("^(?:而|但是|不过|然而|于是|因此|所以|其中|同时|此外|此前|对此)(?=..)")
# 让 | 柯恺不满 | 表示
_MADE_TO = re.compile("^(?:让|令|气得|惹得|引得|害得)")
# 柯恺 | 边擦汗边 | 说
_BOTH_AT_ONCE = re.compile("一?边[^，。边]{1,8}一?边$")
# 局长柯恺 | 今（15）日在记者会上 | 表示
_WHEN = re.compile(
    r"(?:(?:[今昨前][日天晚早晨午]?(?:（\d{1,2}日?）)?[日天]?|\d{1,2}日)(?:早上|上午|中午|下午|傍晚|晚上|[早晚])?)?"
    r"(?:[在于][^，。：“”在于]{1,30}[上中时后])?$"
)
# 返乡青年吴小妹: the name is all that follows
CALLING = re.compile(f".{{0,20}}(?:{any_of('news', 'callings')})")
# 柯 | 局长 · 欧阳 | 总统
_CALLED = re.compile(
    rf"(?P<surname>[{SINGLES}]|{any_of('surnames', 'compound')})(?P<office>{OFFICE})"
)


def _called_so(phrase: str, roster: Roster) -> str | None:
    """The one known person whom the surname and office with which a phrase begins mean
    (``柯总统笑说``)."""
    called = _CALLED.match(phrase)
    fit = [
        name
        for name in (roster if called else ())
        if called
        and name.startswith(called["surname"])
        and len(name) > len(called["surname"])
        and any(person.title.endswith(called["office"]) for person in roster.titled(name))
    ]
    return fit[0] if len(fit) == 1 else None


# 柯恺 | 志愿服务中心项目专员石阿根
_OF_NAMESAKE = re.compile("[^，的]{0,6}(?:中心|工作室|基金会|小学|中学|服务队|工作站|班组|团队)")


# 石磊的队友摆摆手：“
KIN = re.compile(
    "的(?:队友|同伴|搭档|徒弟|师[父傅]|学生|助手|战友|同学|室友|同事|邻居|朋友|老伴|[妻儿孙]子|丈夫"
    "|女儿|[父母]亲|爸|妈|爷爷|奶奶|哥|姐|弟弟|妹妹|家人|粉丝|教练)"
)


def leading(phrase: str, view: str, roster: Roster) -> Titled | None:
    """The person with whom a phrase begins: known, with an office, or called familiarly."""
    name = roster.known_at(phrase) or _called_so(phrase, roster)
    if name and not _OF_NAMESAKE.match(phrase, len(name)):
        return Titled("", name)
    if (who := subject_of(phrase, view, roster)) or name:
        return who
    bounded = bounded_name(phrase, view)
    return Titled("", bounded) if bounded and _speaks(bounded, view) else None


def _speaks(name: str, view: str) -> bool:
    """Whether the page has the name again, and somewhere as a person's: behind an office or what
    people are called, or before a verb of speech (海铁联运 may look like one)."""
    spots = list(re.finditer(re.escape(name), view[:COUNTED]))
    if len(spots) < 2:
        return False
    return any(
        _VERB_BEHIND.match(view, spot.end())
        or _POST_BEFORE.search(view, max(0, spot.start() - 12), spot.start())
        for spot in spots
    )


_VERB_BEHIND = re.compile(rf"[^，。！？；：\n]{{0,8}}?(?:{any_of('news', 'verbs')}|：“)")
_POST_BEFORE = re.compile(rf"(?:{OFFICE}|{any_of('news', 'callings')})$")


# 向媒体 | 坦言: to whom it is said
_TO_SOMEBODY = re.compile(
    "[向对同跟给和与].{0,4}(?:媒体|记者|大家|公众|社会|市民|外界|来宾|代表|网友)"
)


def person_in(phrase: str, roster: Roster) -> Titled | None:
    """The person that a phrase names as a whole, or the known one that it ends or starts with."""
    phrase = _MADE_TO.sub("", _BOTH_AT_ONCE.sub("", phrase.strip()))
    phrase = _WHEN.sub("", _ADVERBS.sub("", phrase), count=1)
    if _TO_SOMEBODY.match(phrase):
        return None
    if ALSO.match(phrase[-1:]) and not roster.known_at(phrase, len(phrase)):
        who = person_in(phrase[:-1], roster)
        if who is not None:  # 王芳也: two characters or three
            return who if len(who.name) > 2 or who.name in roster else None
    phrase = _SO.sub("", phrase)
    if name := _known_in(phrase, roster):
        title = phrase.removesuffix(name).strip() if phrase.endswith(name) else ""
        to_him = title.endswith(("向", "对", "跟"))  # 居民向柯恺 | 提出
        return None if to_him else Titled(title.rpartition("的")[2], name)
    found = split_title_name(phrase)
    if found:
        return found
    familiar = CLOSING.search(phrase)
    if familiar and not _in_a_name(phrase, familiar.start()):
        return Titled("", familiar[0])
    if is_name(phrase) or is_unsurnamed(phrase):
        return Titled("", phrase)
    if strange := _behind_office(phrase):
        return strange
    return (
        _behind_calling(phrase)
        or _by_surname(phrase, roster)
        or known_behind_office(phrase, roster)
    )


def _known_in(phrase: str, roster: Roster) -> str | None:
    """The known name with which a phrase ends or else begins; not that of him whose kin or
    namesake is meant (``柯恺的妻子``)."""
    last, first = roster.known_at(phrase, len(phrase)), roster.known_at(phrase)
    if first and (_OF_NAMESAKE.match(phrase, len(first)) or KIN.match(phrase, len(first))):
        first = None
    return last or first or _called_so(phrase, roster)


# 海州电视台记者石雨桐 | 说: one who is asked himself
_REPORTER = re.compile("(?P<title>[^，。诉对向]{0,20}记者)(?P<name>[^，。]{2,4})")


# 老伴何桂香 | 插话
_KIN = re.compile(
    "(?P<title>[^，。]{0,6}(?:老伴|妻子|丈夫|爱人|儿子|女儿|儿媳|父亲|母亲))(?P<name>[^，。]{3})"
)


def _behind_calling(phrase: str) -> Titled | None:
    """The person whose name is all that follows what people are called, or closes the phrase behind
    a post or a 的 (家住柳荫巷的退休教师苏静宜 · 同学王小虎)."""
    for pattern in (_REPORTER, _KIN):
        whole = pattern.fullmatch(phrase)
        if (
            whole
            and not tells_deed(whole["name"])
            and name_score(whole["name"]) > (1 if pattern is _REPORTER else 2)
        ):
            return Titled(whole["title"], whole["name"])
    calling = CALLING.match(phrase)
    rest = phrase[calling.end() :] if calling else ""
    if calling and (is_name(rest) or is_unsurnamed(rest)):
        return Titled(calling[0], rest)
    tail = re.search("的([^的，]{2,3})$", phrase)
    if tail and is_name(tail[1]) and tail[1] not in _CALLINGS:
        return Titled("", tail[1])
    return familiar_speaking(phrase)


_CALLINGS = frozenset(words("news", "callings"))


def _by_surname(phrase: str, roster: Roster) -> Titled | None:
    """The one known person who has the surname that is the whole phrase."""
    if len(phrase) > 1 or phrase not in SINGLE:
        return None
    fit = [name for name in roster if name.startswith(phrase)]
    return Titled("", fit[0]) if len(fit) == 1 else None


# 等到结束后 | 柯恺起身时才 | 说了一句 · 没想到 | 柯恺笑着用方言 | 说
_TIME = re.compile("[^，]{0,12}(?:[后时中上下]|没想到|不料|于是|结果|最后|对此)")


def named_after_time(phrase: str, roster: Roster) -> Titled | None:
    """The one known person of a phrase, when nothing but a time stands before the name."""
    names = set(roster.names_in(phrase))
    name = min(names) if len(names) == 1 else None
    before, _, rest = phrase.partition(name or "\n")
    if not name or not _TIME.fullmatch(before) or rest.startswith(_JOINS):
        return None
    return Titled("", name)


_AT = re.compile("在[^，]{1,12}")  # 在主席台
_DOING = 24  # characters of what he does as he speaks


def known_behind_office(phrase: str, roster: Roster) -> Titled | None:
    """The known person behind an office, of whom the phrase goes on to tell what he does
    (``市长柯恺今晚受访证实`` | 说)."""
    office = ONE_OFFICE.search(phrase) or _CALLING_WORD.search(phrase)
    name = roster.known_at(phrase[office.end() :]) if office else None
    if office is None or name is None:
        return None
    rest = phrase[office.end() + len(name) :]
    others = ONE_OFFICE.search(_AT.sub("", rest)) or next(iter(roster.names_in(rest)), None)
    if others or rest.startswith(_JOINS) or len(rest) > _DOING or _CALLING_WORD.search(rest):
        return None
    return Titled(phrase[: office.end()].rpartition("的")[2], name)


_JOINS = ("的", "和", "与", "及", "、", "等")


def _behind_office(phrase: str) -> Titled | None:
    """The person whose name, which no surname begins, is all that follows an office."""
    ends = (office.end() for office in ONE_OFFICE.finditer(phrase))
    at = next((end for end in ends if LAST_ALONE.fullmatch(phrase, end)), None)
    return Titled(phrase[:at], phrase[at:]) if at else None


def _in_a_name(phrase: str, at: int) -> bool:
    """Whether what looks familiar is somebody's given name (殷 | 小明), and no surname behind a
    post (主管 | 小瞿)."""
    whole = at > 0 and phrase[at - 1] not in _ENDS_WORDS and is_name(phrase[at - 1 :])
    return whole and not _POST_BEFORE.search(phrase[:at])


_ENDS_WORDS = "子同和于时"  # 儿子 | 小瞿: surnames that are rarer than the ends of words


def subject_of(clause: str, view: str, roster: Roster) -> Titled | None:
    """The titled person with whom the sentence after a quotation begins."""
    for office in ONE_OFFICE.finditer(clause):
        name = roster.known_at(clause[office.end() :])
        bounded = name or bounded_name(clause[office.end() :], view)
        behind = clause[office.end() + len(bounded or "") :]
        if bounded and behind[:1] in ("、", "和", "与", "及") and ONE_OFFICE.search(behind):
            return None  # two of them: 局长孙建平、局长刘海生
        if name:
            return Titled(clause[: office.end()], name)
        if bounded:
            title = clause[: office.end()].rpartition("的")[2]  # 68岁的村民
            return Titled(title or office[0], bounded)
    return None


_SPLIT_WORD = re.compile("有关|相关|负责|工作|主要|代表|领导|同志|记者")
_CALLING_WORD = re.compile(any_of("news", "callings"))


# 市消费者协会的 | 段常青紧接着发言 · 来自青山村的 | 樊小梅第一个发言
_OF_BODY = re.compile(rf"(?:{BODY_END}|^来自[^，。]{{2,16}})的(?P<rest>[\u4e00-\u9fff·]{{3,12}})")


def called(clause: str, view: str) -> Titled | None:
    """The person whom a clause names behind what people call him (``臭豆腐店的老板罗铁生``), or
    behind the body or place that he comes from."""
    if (of := _OF_BODY.search(clause)) and (name := bounded_name(of["rest"], view)):
        return Titled("", name) if not _SPLIT_WORD.match(of["rest"]) else None
    if familiar := familiar_in(clause, view):
        return familiar
    for found in _CALLING_WORD.finditer(clause):
        rest = clause[found.end() :]
        whole = is_name(rest) or is_unsurnamed(rest)
        name = rest if whole else bounded_name(rest.partition("的")[0], view)
        if name:
            return Titled(clause[: found.end()].rpartition("的")[2], name)
    return None


# 柯恺 | 先问候了现场的记者，“…” · 柯恺 | 对此似乎早有准备，“…”
_OWN_ACT = re.compile(
    "[对就向先又也还笑放想顿看望指摆挥站坐起沉微面略稍接随连首毫很十进特作做答反补强介通汇谈]"
)
_NOT_HIS = re.compile(
    f"{any_of('news', 'callings')}|大家|众人|有人|网友|掌声|，[^，]{{0,10}}记者(?!会)"
)


def _holder(clause: str, roster: Roster) -> tuple[str, int] | None:
    """The one known person with the office with which a clause begins, no name behind it
    (总理 | 先问候了…), and where the office ends."""
    office = ONE_OFFICE.match(clause)
    if office is None or (
        clause[office.end() :][:1] in SINGLE and clause[office.end()] not in "向对"
    ):
        return None
    fit = [name for name in roster if any(t.title.endswith(office[0]) for t in roster.titled(name))]
    return (fit[0], office.end()) if len(fit) == 1 else None


def acting_before(ahead: str, roster: Roster) -> Titled | None:
    """The one known person of whose act the clauses right before a quotation tell
    (``柯恺对此早有准备，“…”``), when their sentence names nobody else."""
    sentence = re.split("[。！？”\n]", ahead)[-1].rstrip("，")
    found: tuple[str, int] | None = None
    at = 0
    for clause in sentence.split("，"):
        who = roster.known_at(clause) or next(iter(roster.names_in(clause)), None)
        if who and (clause.startswith(who) or ONE_OFFICE.search(clause[: clause.find(who)])):
            found = (who, at + clause.find(who) + len(who))
        elif who is None and (held := _holder(clause, roster)):
            found = (held[0], at + held[1])
        at += len(clause) + 1
    if found is None or not _OWN_ACT.match(sentence, found[1]):
        return None
    others = any(name != found[0] for name in roster.names_in(sentence))
    return None if others or _NOT_HIS.search(sentence[found[1] :]) else Titled("", found[0])


def only_named(view: str, start: int, end: int, roster: Roster) -> Titled | None:
    """The one person whom the page names at all, where a quotation that asks nothing is a paragraph
    and the next begins with him (``“大家早上好。”`` / ``柯恺局长首先感谢了媒体…``)."""
    whole = view[start - 1 : start] in ("", "\n") and view[end : end + 1] == "\n"
    if not whole or view[end - 2 : end - 1] in ("？", "…"):
        return None
    below = view[end : end + 40].lstrip("\n ")
    name = roster.known_at(below)
    return Titled("", name) if name and len(list(roster)) == 1 else None


# “…。” / …说这话的，是参加听证会的一位代表，他叫段常青。
_THIS_SAID = re.compile(
    r"[^“”]{0,60}?说(?:这|此|上述)(?:番|句|些)?话的[，]?(?:正|就)?是(?P<who>[^。！？\n]{2,80})"
)
# “…。”村民苗老四的话引来笑声 · 村民苗老四的一番话赢得掌声：“…”
_HIS = "的(?:这|那|一)?[番席句段]?(?:话(?![题筒费剧音语匣])|回答|解释|比喻)"
_HIS_WORDS = re.compile(rf"(?P<who>[^。！？“”；\n，：]{{2,40}}?){_HIS}")
_HIS_BEFORE = re.compile(
    rf"(?:^|[。！？”；\n，])(?P<who>[^。！？“”；\n，：]{{2,40}}?){_HIS}[^，。：“”]{{0,16}}：$"
)
_BY_NAME = re.compile(r"[他她](?:名?叫|是)(?P<rest>[^，。]{2,8})")


def led_by(before: str, roster: Roster) -> Titled | None:
    """Whose words the clause before a quotation says that they are."""
    his = _HIS_BEFORE.search(before)
    return person_in(his["who"], roster) if his else None


def said_by(view: str, at: int, roster: Roster) -> Titled | None:
    """Whom the words behind a quotation, its next line included, name as the one who said it."""
    told = _THIS_SAID.match(view, at) if "话的" in view[at : at + 120] else None
    if told is None:
        his = _HIS_WORDS.match(view, at)
        return person_in(his["who"], roster) if his else None
    named = _BY_NAME.search(told["who"])
    name = bounded_name(named["rest"], view) if named else None
    if named and not name and is_name(named["rest"]):
        name = named["rest"]
    return Titled("", name) if name else person_in(told["who"].split("，")[0], roster)
