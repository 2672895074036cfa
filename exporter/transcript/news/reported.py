"""Whose words the clauses and sentences before a quotation report.

``柯恺认为，重点不在次数，“…。”``: the quotation goes on with his words, when nobody else is named
in between.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from exporter.transcript.lexicon import any_of
from exporter.transcript.news.people import CALLING, known_behind_office, person_in
from exporter.transcript.news.speech import LONE, NESTED, REPORTS, VERB
from exporter.transcript.people.names import Titled
from exporter.transcript.people.offices import ONE_OFFICE
from exporter.transcript.people.roster import Roster

# Behind a quotation these are others than who spoke: “…”大家纷纷点头
OTHERS = re.compile("大家|众人|在场|台下|现场|听|话音|人们|掌声|观众|记者(?!会)")
# 局长柯恺表示，水价不变，更直言请市民“先等三个月！”: the same goes on
ADDS = re.compile(
    rf"，(?:[更并又也还再仍只仅但则另亦且]|[他她](?!们)|不忘|随后|其后|同时){{1,2}}"
    rf"(?:{VERB}|[酸反追]?问)[^，。：“”]{{0,10}}$"
)
# 感谢媒体记者 · 请市民: to whom it is said
_ADDRESSED = re.compile("(?:感谢|谢谢|[向对]|请|呼吁|提醒|希望|劝|要求|欢迎)[^，。]{0,12}")
# Somebody else may speak in these clauses: …，老人逢人就说，“…”
_OTHER_PEOPLE = re.compile(
    f"{any_of('news', 'callings')}|{OTHERS.pattern}|(?<!如果)(?<!若)(?<!要是)有人|对方|孩子|群众"
)
_ANOTHER = re.compile(
    f"{_OTHER_PEOPLE.pattern}"
    "|(?<!自己)(?<!自己会)(?<!自己所)[说喊夸写叫](?!明|法|作|得)|(?<![询访疑])问(?!题)|(?<![知报街渠管轨频国隧通河味人航跑车省县])道(?![路理德])"
)
# 对于石雨桐质疑水价，柯恺说，…: who asks, and of what
_ASKED_BY = re.compile("^(?:对于|对|针对|就|至于|面对|[再三]?度?被)[^。！？“”]*")


# 但谢就三缄其口: a clause about the one of that surname
_OF_SURNAME = re.compile(
    f"(?:但|而|不过|惟)?(?P<who>{LONE})(?=[就则又也还续仍更被未不在于昨今先即曾已再])"
)
# 仅透露已完成交接， · 指涉及的金额不大，
_OWN_WORDS = re.compile(
    f"(?:[仅只更并又也还另亦且但则]|忍不住|不禁){{0,2}}(?:{VERB}|指(?![数标导挥定引南向针纹甲]))"
)


def without_addressed(clause: str) -> str:
    """`clause` without those to whom something is said in it (``感谢媒体记者``)."""
    return _ADDRESSED.sub("", clause)


def reported_here(
    ahead: str, roster: Roster, he_says: bool = False, goes_on: bool = False
) -> Titled | None:
    """Whose words the clauses before a quotation report, in one sentence with it
    (``柯恺认为，重点不在次数，“…。”``), when they name nobody else; those whom he blames or, where
    the words behind it go on with 他 or 她 (`he_says`), whoever he tells of, may be named; where a
    verb without a subject leads up to it (`goes_on`), they may tell of people without names."""
    sentence = ADDS.sub("，", re.split("[。！？\n]", NESTED.sub("□", ahead))[-1])
    told = [
        (found, who)
        for found in REPORTS.finditer(sentence)
        if not _ASKED_BY.match(found["who"]) and (who := person_in(found["who"], roster))
    ]
    if not told:
        return _carried(sentence, roster)
    if len(told) != 1:
        return None
    found, who = told[0]
    rest = sentence[found.end() :]
    if he_says:
        return who
    if _BLAMES.search(found[0]):
        others = REPORTS.search(rest) is not None and _HE.search(rest) is None
    else:
        others = _another_acts(rest, who, roster)
    if goes_on:
        return None if others else who
    last = without_addressed(rest.rstrip("，").rpartition("，")[2])
    another = (_OTHER_PEOPLE if _goes_on(last) else _ANOTHER).search(last)
    return None if others or another else who


def _reports_another(clause: str, roster: Roster) -> bool:
    """Whether a clause is what somebody says, named or not (工作就是回应 is what nobody does)."""
    told = REPORTS.search(clause + "，")
    if told is None:
        return False
    who = told["who"]
    return bool(_OTHER_PEOPLE.search(who) or ONE_OFFICE.search(who) or person_in(who, roster))


def _goes_on(clause: str) -> bool:
    """Whether a clause has no subject of its own, or the one of the clause before."""
    return (_NO_SUBJECT.match(clause) or _HIS_OWN.match(clause)) is not None


# 柯恺表示，石雨桐应该问市长，“…”: he speaks of them
_OUGHT = re.compile("[^，]{0,4}(?:应该|应当|必须|不该|不能|不要|需要|可以|最好|也要|要先)")


# 不应该在这里问部长，“…”
_NO_SUBJECT = re.compile(
    "[不没也还就都应要会能可必须把被向对在有是去问]|提醒|呼吁|希望|批评|质疑|感谢"
)
# 更激动地表示 · 请懂行的人来回答
_HIS_OWN = re.compile("[但而]?[他她更并又也还只仅亦另且请让]")


def _another_acts(rest: str, who: Titled, roster: Roster) -> bool:
    """Whether the clauses between a report of what `who` says and a quotation tell what somebody
    else does: who says something in them, or with whom the last begins."""
    clauses = rest.rstrip("，").split("，")
    if any(_reports_another(clause, roster) for clause in clauses if not _HIS_OWN.match(clause)):
        return True
    last = without_addressed(clauses[-1])
    if _goes_on(last):
        return False
    office = ONE_OFFICE.search(last)
    name = next((name for name in roster.names_in(last) if name != who.name), None)
    end = last.find(name) + len(name) if name else office.end() if office else -1
    return end >= 0 and _OUGHT.match(last, end) is None


# 柯恺痛批，石雨桐上任才三个月，“…”: of whom he speaks doesn't speak
_BLAMES = re.compile("揶揄|[痛狠怒直抨]批|批评|质疑|炮轰|讽刺|抨击|怒斥|痛斥|直指|酸")
_HE = re.compile("[他她](?!们)")


def _carried(sentence: str, roster: Roster) -> Titled | None:
    """Whose words a clause without a subject reports (``柯恺不愿多谈，只说水价不变，“…”``): of the
    one person, known or by surname, with whom a clause before it begins."""
    clauses = sentence.split("，")
    at = next((n for n, clause in enumerate(clauses) if n and _OWN_WORDS.match(clause)), 0)
    begun = [who for clause in clauses[:at] if (who := _begun(clause, roster))]
    if not begun or len({who.name for who in begun}) > 1:
        return None
    others = any(name != begun[0].name for name in roster.names_in(sentence))
    rest = "，".join(clauses[at:])
    if others or ONE_OFFICE.search(rest) or _ANOTHER.search(_ADDRESSED.sub("", rest)):
        return None
    return begun[0]


def _begun(clause: str, roster: Roster) -> Titled | None:
    """The known person with whom a clause begins, by a surname that only he has too."""
    if name := roster.known_at(clause):
        return Titled("", name)
    lone = _OF_SURNAME.match(clause)
    return person_in(lone["who"], roster) if lone else known_behind_office(clause, roster)


def reported(ahead: str, roster: Roster, said: str = "") -> Titled | None:
    """Whose words the sentences before a quotation report, when they end right before it and name
    nobody else after him but whom the quotation itself (`said`) speaks of."""
    if not ahead.endswith(("。", "！", "？")):
        return None
    for told in reversed(list(REPORTS.finditer(ahead))):
        who = person_in(told["who"], roster)
        if who is not None:
            rest = _without(ahead[told.end() :], (n for n in roster if n in said and n != who.name))
            if any(map(CALLING.match, rest.split("。")[1:])):  # …。大学生村官陈晓东住进了新宿舍。
                return None
            others = any(name != who.name for name in roster.names_in(rest))
            return None if others or ONE_OFFICE.search(rest) else who
    return None


def _without(text: str, names: Iterable[str]) -> str:
    """`text` without the persons of these names, their offices before them included."""
    for name in names:
        text = re.sub(rf"(?:{ONE_OFFICE.pattern})?{re.escape(name)}", "", text)
    return text


def reported_above(view: str, start: int, roster: Roster) -> Titled | None:
    """Whose words the sentences of its paragraph report before the one that leads up to a quotation
    at `start` and tells of nobody (``柯恺说，…。涨价以后，“…”``)."""
    ahead = NESTED.sub("□", view[max(0, start - _PARAGRAPH) : start].rpartition("\n")[2])
    led = re.split("[。！？□]", ahead)[-1]
    if ONE_OFFICE.search(led) or _ANOTHER.search(led) or next(roster.names_in(led), None):
        return None
    return reported(ahead[: len(ahead) - len(led)].replace("□", "。"), roster)


_PARAGRAPH = 400  # characters of it
