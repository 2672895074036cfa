"""Lists of who takes part, by lines, above the proceedings: ``发布人：`` over the lines
``市数据局副局长 殷正`` and so on, ``主持人`` in a cell beside who it is.

Nobody in them speaks there: their people go to the roster, and no label is looked for in them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from exporter.transcript.cues import GREETING
from exporter.transcript.folding import fold
from exporter.transcript.labels.header import people_of
from exporter.transcript.labels.rolls import note_roll_of
from exporter.transcript.lexicon import any_of
from exporter.transcript.people.divided import divided_person
from exporter.transcript.people.listed import listed_person
from exporter.transcript.people.names import (
    Titled,
    is_name,
    split_body_name,
    split_title_name,
    unspaced,
)
from exporter.transcript.people.outlets import STRONG_OUTLET
from exporter.transcript.people.roster import Roster

_HEAD = re.compile(
    r"^ *(?:(?:[一二三四五六七八九十壹贰貳叁参肆伍]、|\d{1,2}[.、]) *)?"
    r"[【\[]?(?P<role>(?:主|新闻)?(?:发布人|发言人)"
    r"|(?:出席|参加|列席|到场|受访|访谈|在线|本期)?(?:嘉宾|领导|人员)"
    rf"|出席者?|列席者?|参加|与会者?|主讲人|主 持 人|{any_of('labels', 'host')}|(?:访谈|节目)?主持)"
    r"[】\]]?(?:名单)?"
    r" *(?P<mark>[：\t]|$)[：\t ]*(?P<same>[^\n]*)$",
    re.MULTILINE,
)
# 嘉宾：市商务局局长 池宗翰；…；主持人：市委宣传部新闻发布处处长 郑嘉禾
_HOST_WITHIN = re.compile(
    rf"[；，。、 ](?:{any_of('labels', 'host')})：(?P<who>[^；，。：\n]{{4,40}})(?=[；。\n]|$)"
)
# 制作：资讯部 主持人：郑嘉禾
_HOST_BEHIND = re.compile(
    rf"^[^：\n，。]{{2,8}}：[^：\n，。！？]{{2,20}} (?:{any_of('labels', 'host')})："
    r"(?P<who>[^\n，。：！？]{2,4})$",
    re.MULTILINE,
)
# 主持人：郑嘉禾, where the labels below have the name alone
_HOST_ALONE = re.compile(
    rf"^(?:{any_of('labels', 'host')})：(?P<who>[^\n，。：！？]{{2,4}})$", re.MULTILINE
)
_LONGEST = 60  # characters of a line that names one person
_REACH = 3000  # characters of a page in which such lists stand
_MOST = 20
_LABEL_LINE = re.compile(
    "[^，。！？\n]{2,30}(?:：|\t|$)|[【\\[〔][^】\\]〕\n]{2,30}[】\\]〕]", re.MULTILINE
)


# 主 席 柯委员子谦, in the head of the minutes of a house in Taiwan
_CHAIR = re.compile(r"^主 {0,4}席[ ：\t]{1,4}(?P<who>[^\s，。：；]{3,12})[ \t]*$", re.MULTILINE)


def note_participants(view: str, roster: Roster) -> None:
    """Notes of the people of all such lists, and where they stand."""
    for found in _HOST_WITHIN.finditer(view, 0, _REACH):
        host = _person(found["who"])
        if host and len(roster.hosts) < 1:
            roster.add(host, introduced=True)
            roster.hosts[host.name] = None
    _note_presenter(view, roster)
    chair = _CHAIR.search(view, 0, _REACH)
    if chair and not roster.hosts and (presides := divided_person(chair["who"])):
        roster.add(presides, introduced=True)
        roster.hosts[presides.name] = None
    done = 0
    for head in _HEAD.finditer(view, 0, _REACH):
        if head.start() < done:
            continue
        words = _HOST_WITHIN.sub("", head["same"])
        same = _same_line(words, head["role"]) if words.strip() else ()
        if same is None:
            continue
        people, end = _below(view, head.end(), list(same))
        if len(people) < 2 and not (people and _LABEL_LINE.match(view, end + 1)):
            continue
        done = end
        for person in people:
            roster.add(person, introduced=True)
            if "持" in head["role"] and len(people) == 1:
                roster.hosts[person.name] = None
        alone = same and not GREETING.match(view, end + 1)  # no label of what stands below
        greeted = len(people) > 2 and GREETING.match(view, end + 1)  # the last line is a label
        last = view.rfind("\n", 0, end) if greeted else end
        roster.note_list(head.start() if alone else head.end() + 1, last + 1)


def _note_presenter(view: str, roster: Roster) -> None:
    """Notes of who presents, named in a line of fields or in one of its own above the labels."""
    presenter = _HOST_BEHIND.search(view, 0, _REACH)
    if presenter and is_name(presenter["who"]) and not roster.hosts:
        roster.add(Titled("", presenter["who"]), introduced=True)
        roster.hosts[presenter["who"]] = None
    alone = _HOST_ALONE.search(view, 0, _REACH)
    if alone and is_name(alone["who"]) and f"\n{alone['who']}：" in view[alone.end() :]:
        roster.add(Titled("", alone["who"]), introduced=True)
        roster.hosts[alone["who"]] = None
        roster.note_list(alone.start(), alone.end())


def note_fields(fields: Mapping[str, str], roster: Roster) -> None:
    """Notes of the people whom labelled fields of the page name (访谈嘉宾, 发布人, 主持人), already
    taken out of the text."""
    for printed, value in fields.items():
        name = printed.replace(" ", "").replace("　", "")  # 主 持 人
        if _WHO_FIELD.search(fold(name)) is None:
            continue
        note_roll_of(fold(f"{name}：{value}"), roster)
        for person in _same_line(fold(value), fold(name)) or ():
            roster.add(person, introduced=True)
            if "主持" in name:
                roster.hosts[person.name] = None


_WHO_FIELD = re.compile("嘉宾|发布人|发言人|出席|主讲|受访|主持人?$")


def _below(view: str, at: int, people: list[Titled]) -> tuple[list[Titled], int]:
    """The people of the lines below `at`, one to a line, and where the last of them ends."""
    while len(people) < _MOST and view[at : at + 1] == "\n":
        stop = view.find("\n", at + 1)
        stop = stop if stop >= 0 else len(view)
        person = _person(view[at + 1 : stop])
        if person is None:
            break
        people.append(person)
        at = stop
    return people, at


# no label that speaks, as 主持人 is
_PRESIDES = ("访谈主持", "节目主持", "访谈主持人", "节目主持人")


def _same_line(words: str, role: str) -> tuple[Titled, ...] | None:
    """The people whom the line of the head names with offices, or the one whom it names as host;
    ``None`` if it says anything else."""
    if role in _PRESIDES and is_name(name := unspaced(words.strip())):
        return (Titled("", name),)
    person = None if "、" in words else _person(words)
    people = (person,) if person else people_of(words)
    return people if people and all(one.title for one in people) else None


def _person(line: str) -> Titled | None:
    """The one person whom a line names with an office, and nothing else."""
    line = line.strip(" ；、，\t")
    if len(line) > _LONGEST or re.search("[。！？：；\t]", line):
        return None
    person = divided_person(line) or (listed_person(line) if " " in line else None)
    person = person or split_title_name(line) or listed_person(line) or _of_body(line)
    return person if person and person.title else None


def _of_body(line: str) -> Titled | None:
    """Who is named behind a body and a blank (``银川市广播电视台 苏航``)."""
    body, _, name = line.rpartition(" ")
    clear = is_name(name) and (STRONG_OUTLET.fullmatch(body) or split_body_name(line))
    return Titled(body.strip(), name) if clear else None
