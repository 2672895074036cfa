"""Whose a quotation is: said before it, behind it, or by position only (see `quotations`)."""

from __future__ import annotations

import re

from exporter.transcript.news.bounds import bounded_name
from exporter.transcript.news.familiar import familiar_behind
from exporter.transcript.news.marks import without_titles
from exporter.transcript.news.own import leads_at_once, of_own_sentence
from exporter.transcript.news.paragraph import (
    PARAGRAPH,
    SOMEBODY,
    begun_by,
    he_told,
    of_paragraph,
)
from exporter.transcript.news.people import (
    KIN,
    acting_before,
    leading,
    led_by,
    named_after_time,
    person_in,
    said_by,
    subject_of,
)
from exporter.transcript.news.reported import ADDS, OTHERS, reported, reported_above, reported_here
from exporter.transcript.news.roles import known_title, role_of
from exporter.transcript.news.speech import (
    AFTER,
    FIRST_PERSON,
    LONE,
    SPOKEN,
    VERB,
    opens_with,
)
from exporter.transcript.people.names import Titled, is_name, name_score
from exporter.transcript.people.roster import Roster

_BEFORE = re.compile(
    rf"(?:^|[。！？”；\n，])(?P<who>[^。！？”；\n，：]{{2,50}}?|{LONE})(?:{VERB})(?:了?[一几]句话?)?(?:：|，)?$"
)
_SUBJECT = re.compile("^[^。！？“”；\n，：]{4,60}")
# …”该负责人说: the person just named
_SAME = re.compile("该|这位|此外|据|对此|至于|[对关]于|针对|[谈说问][到及起]")
_DATELINE = re.compile(
    r"^(?:本报讯|本网讯|[^，。]{2,8}[电讯])?\s{0,4}(?:[（(][^（）()]{2,20}[）)])?\s{0,4}$"
)
# 周定国也应邀来到现场。“…”老人笑着说
_PRONOUN = re.compile(
    rf"^(?:[他她](?!的(?!回答|答|话|解释))|老人|老人家|老汉|大爷|大妈|大姐|阿姨|小伙子|姑娘|这位[^，。“”]{{2,6}}?)[^，。“”]{{0,8}}?(?:{VERB})"
)
_AND = re.compile("和|与|、|以及")


def of_run(view: str, run: list[re.Match[str]], roster: Roster) -> tuple[Titled | None, ...]:
    """Whose the touching quotations are. Several are of several people, named behind them in the
    same order (``“…”“…”邱志国和临岚粮库主任贺敏…``); else only the last has what follows it."""
    if len(run) == 1:
        return (attributed(view, run[0], roster),)
    behind = view[run[-1].end() : run[-1].end() + 80]
    subject = _SUBJECT.match(behind)
    pieces = _AND.split(subject[0]) if subject else []
    people = [leading(piece, view, roster) for piece in pieces[: len(run)]]
    if len(people) == len(run) and all(people):
        return tuple(people)
    first = _announced(view, run[0], roster)
    if first and behind[:1] in ("", "\n"):  # 他提出两个问题：“…？”“…？”
        return (first,) * len(run)
    last = attributed(view, run[-1], roster)
    ahead = view[max(0, run[0].start() - 300) : run[0].start()].rpartition("\n")[2]
    told = None if first else reported(ahead, roster)
    if told and (last is None or last.name == told.name) and not _names_another(behind):
        return (told,) * len(run)  # 柯恺提出质疑，…？“…！”“…。”
    return (first, *[None] * (len(run) - 2), last)


def _announced(view: str, quote: re.Match[str], roster: Roster) -> Titled | None:
    """Whose a quotation is by the words before it alone (``石阿根告诉记者：“``)."""
    before = view[max(0, quote.start() - 80) : quote.start()]
    told = _BEFORE.search(before) if before.endswith("：") else None
    if told is None and before.endswith("："):
        return of_paragraph(view, quote.start(), roster)
    return person_in(told["who"], roster) if told else None


def attributed(view: str, quote: re.Match[str], roster: Roster) -> Titled | None:
    """Whose the quotation is: after it, before it, by position, in this order of certainty."""
    after = view[quote.end() : quote.end() + 80]
    if SPOKEN.search(quote["said"]) is None and opens_with(view, quote):
        after = after[1:]
    if net_user := _NET_USER_SAYS.match(after):
        return Titled("", net_user["name"])
    if who := said_by(view, quote.end(), roster):
        return who
    before = without_titles(view[max(0, quote.start() - 80) : quote.start()])
    if _NO_SUBJECT.search(before):
        return _last_reported(view, quote.start(), roster)
    told = _BEFORE.search(before)
    if told and before.endswith("："):
        who = person_in(told["who"], roster) or _led_up_to(before, view, roster)
        return who or of_paragraph(view, quote.start(), roster)
    if (put := _PUTS.search(before)) and (who := person_in(put["who"], roster)):
        return who
    return _introduced(before, view, roster) or _by_sentence(view, quote, before, after, roster)


def _introduced(before: str, view: str, roster: Roster) -> Titled | None:
    """Whom the words up to a colon or a dash name, or those up to a verb of speech."""
    led = before.endswith(_LEADS)
    if led and (who := led_by(before, roster) or _led_up_to(before, view, roster)):
        return who
    told = _BEFORE.search(before)
    if told is None:
        return None
    return person_in(told["who"], roster) or named_after_time(told["who"], roster)


def _by_sentence(
    view: str, quote: re.Match[str], before: str, after: str, roster: Roster
) -> Titled | None:
    """Whose it is by the sentence in which it stands, or else by position."""
    ahead = view[max(0, quote.start() - 300) : quote.start()]
    if ADDS.search(before):
        return reported_here(ahead, roster, goes_on=True)
    if leads_at_once(before):
        return of_own_sentence(view, quote, roster) or reported_here(ahead, roster)
    follows = AFTER.match(after)
    if follows and (who := person_in(follows["who"], roster)):
        return who
    if before.endswith("，") and not _names_another(after):
        he = _PRONOUN.match(after.removeprefix("，")) is not None
        who = reported_here(ahead, roster, he) or of_paragraph(view, quote.start(), roster)
        who = who or acting_before(ahead, roster) or reported_above(view, quote.start(), roster)
        return who or of_own_sentence(view, quote, roster)
    who = None if _says_another(after) else of_own_sentence(view, quote, roster)
    return who or _by_position(view, quote, after, roster)


# 柯恺指出，水价没变。续称：“…”
_NO_SUBJECT = re.compile(rf"[。！？](?:[续又并还再也]|接着|随后|继而){{1,2}}(?:{VERB})[：，]$")


def _last_reported(view: str, start: int, roster: Roster) -> Titled | None:
    """Whose words the sentences before one without a subject report."""
    line = view[max(0, start - 300) : start].rpartition("\n")[2]
    end = max(line.rfind(stop, 0, -1) for stop in "。！？")
    return reported(line[: end + 1], roster)


# 石雨桐再问，“那三年前呢？” · 柯恺则回“…”
_PUTS = re.compile(
    r"(?:^|[。！？”；\n，])(?P<who>[^。！？“”；\n，：]{2,24}?)(?:[再又续则也只仅怒反先笑]{0,2}(?<![询提追访])[问回答])[：，]?$"
)


# 柯恺想捎句话——
_LEADS = ("：", "——", "：\n", "——\n")


# 网友“潮水东流”在直播间留言：
_NET_USER = re.compile("(?:网友|网民|用户|读者|听众|观众)“(?P<name>[^“”]{2,12})”")


# ”网友“潮水东流”夸赞说。
_NET_USER_SAYS = re.compile(rf"{_NET_USER.pattern}[^，。：“”]{{0,8}}?(?:{VERB})")


# 谈到柯恺，他笑了：“…”
_ABOUT_ANOTHER = re.compile(
    "(?:[谈说讲提][到起及]|回忆起?|想起)[^，。：“”]{2,16}，(?:[他她](?!们)|记者)[^，。：“”]*：$"
)


# 望着柯恺的背影，一位同行感叹道：“…”
_STRANGER = re.compile("[一有某另][位名]|有人|某")


def _led_up_to(before: str, view: str, roster: Roster) -> Titled | None:
    """Whom the words that lead up to a quotation name (``副区长仲维康上台，第一句话是：“``),
    when it is about one person."""
    sentence = re.split("[。！？\n]", before.removesuffix("\n"))[-1].rstrip("—")
    if KIN.search(sentence.rpartition("，")[2]) or _ABOUT_ANOTHER.match(sentence):
        return None
    if net_user := _NET_USER.search(sentence):
        return Titled("", net_user["name"])
    found = [subject_of(clause, view, roster) for clause in sentence.split("，")]
    people = {who.name: who for who in found if who}
    for name in roster:
        if name in sentence:
            people.setdefault(name, Titled("", name))
    last = sentence.rpartition("，")[2].rstrip("：")
    told_of = any(name in last for name in (*roster, *people))
    if not told_of and (_STRANGER.match(last) or (people and SOMEBODY.search(last))):
        return None
    who = None if people or SOMEBODY.search(last) else begun_by(last, view, roster)
    if who and not last.partition(who.name)[2].startswith(("的", "和", "与", "、")):
        return who  # 谈到为什么跑步，石磊想了想：“
    return next(iter(people.values())) if len(people) == 1 else None


def _by_position(view: str, quote: re.Match[str], after: str, roster: Roster) -> Titled | None:
    """The subject of the sentence behind, or of the one before that reports the same person."""
    subject = _SUBJECT.match(after)
    name = roster.known_at(after)
    said = name and _HIS_WORDS.match(after, len(name))
    if name and (said or not after.startswith(("的", "和", "与", "、"), len(name))):
        return Titled("", name)
    if subject and (who := subject_of(subject[0], view, roster)):
        return who
    if who := _behind(after, view, roster):
        return who
    ahead = view[max(0, quote.start() - 300) : quote.start()].rpartition("\n")[2]
    aged = _BY_AGE.match(after)
    if not aged and not _names_another(after) and (who := reported(ahead, roster, quote["said"])):
        return who
    if _PRONOUN.match(after):
        if not ahead:  # the quotation begins a paragraph: 他 is whom the one before it reports
            above = view[max(0, quote.start() - PARAGRAPH) : quote.start()].rstrip("\n")
            return reported(above.rpartition("\n")[2], roster)
        last = re.split("[。！？]", ahead.rstrip("。！？"))[-1]
        who = subject_of(last, view, roster) or leading(last, view, roster)
        official = who and role_of(who.title or known_title(who.name, roster)) == "spokesperson"
        if who or aged:
            return None if aged and official else who
    if _DATELINE.match(
        ahead
    ):  # “…”昨日下午，市政府新闻办公室举行…发布会，市住建局局长骆文涛用一句话开场。
        sentence = re.split("[。！？\n]", after + view[quote.end() + 80 : quote.end() + 160])[0]
        people = [
            who for clause in sentence.split("，") if (who := subject_of(clause, view, roster))
        ]
        return people[0] if len({who.name for who in people}) == 1 else None
    # “您快坐，喝口水吧！”: said to him of whom the paragraph tells
    to_him = _TO_HIM.search(quote["said"]) and not FIRST_PERSON.search(quote["said"])
    if to_him and not ahead.endswith("：") and not _PRONOUN.match(after):
        return None
    return of_paragraph(view, quote.start(), roster) or he_told(ahead, view, roster)


_TO_HIM = re.compile("[你您]")


def _dated(clause: str) -> str | None:
    """The name behind an attribute and before a day (``长年巡堤的石阿根3日接受专访时``)."""
    found = re.search(r"的(?P<rest>[^，的]{2,4}?)(?=[0-9]{1,2}日|[昨今前][日天晚])", clause)
    return found["rest"] if found and name_score(found["rest"]) > 2 else None


# “…。”这天上午，“种粮状元”石阿根正在讲课
_MEANWHILE = re.compile(
    r"[^，。！？“”\n]{0,8}(?:天|日|时|刻|上午|中午|下午|晚上|清晨|傍晚|夜里|午后)，"
    r"(?:“[^“”\n]{2,8}”)?(?P<who>[^，。！？“”\n]{2,20}?)正[在忙]?"
)
# “…！”50岁的石阿根看着直播
_AGED = re.compile(
    r"(?:[^，。！？“”\n]{2,10}，)?(?:今年|现年|年近|已经)?"
    r"[0-9一二三四五六七八九十]{1,4}多?岁的(?P<rest>[^，。！？“”\n]+)"
)


def _behind(after: str, view: str, roster: Roster) -> Titled | None:
    """Whom the words behind a quotation name as who does something just then."""
    clause = _SUBJECT.match(after)
    old = _AGED.match(after)
    name = bounded_name(old["rest"], view) if old else _dated(clause[0]) if clause else None
    busy = None if name else _MEANWHILE.match(after)
    if busy:
        who = begun_by(busy["who"], view, roster)
        return who or (Titled("", busy["who"]) if is_name(busy["who"]) else None)
    return Titled("", name) if name else familiar_behind(after, view)


# “…”柯恺的话让台下笑成一片。
_HIS_WORDS = re.compile(
    "的(?:这|一|这一)?[番席句段个]?(?:话(?!题)|回答|答复|说法|比喻|开场白|解释|自嘲|表态|坦率|幽默|发言)"
)


def _says_another(after: str) -> bool:
    """Whether the words behind a quotation give it to somebody unknown (``”居民代表说``)."""
    told = AFTER.match(after)
    if told is None or _PRONOUN.match(after) or _SAME.match(after):
        return False
    return _OUGHT.search(told["who"]) is None


# 议会必须提出质疑: what is said of somebody
_OUGHT = re.compile("必须|应该|应当|需要|不能|不该")


def _names_another(after: str) -> bool:
    """Whether the words behind a quotation are of others (``”大家纷纷点头``)."""
    return _says_another(after) or OTHERS.match(after) is not None


# “…”老人说: no official just named
_BY_AGE = re.compile("老人|老汉|大爷|大妈|大姐|阿姨|小伙子|姑娘")
