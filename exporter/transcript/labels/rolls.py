"""Who has which role, as a page tells it above the proceedings in one line or several:
``主持人：凤鸣岐（宣传处处长） 嘉宾：副院长樊知秋``, ``【嘉宾】樊知秋【主持人】凤鸣岐``,
``主持人（凤鸣岐）``.

A roll is read role by role, up to the first whose words are no people: there the speeches begin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from exporter.transcript.cues import GREETING
from exporter.transcript.labels.header import people_of
from exporter.transcript.lexicon import any_of
from exporter.transcript.people.names import Titled, is_name, split_body_name, unspaced
from exporter.transcript.people.offices import ONE_OFFICE
from exporter.transcript.people.roster import Roster

_HOST = rf"(?:{any_of('labels', 'host')}|主 持(?: 人)?)"
_ROLE = (
    r"(?:(?:本[期场次]|特邀|[访直]谈?播?|在线|节目|(?:新闻)?发布会?|活动|连线|点评)?"
    rf"(?P<role>{_HOST}|嘉 ?宾|发 ?布 ?人|(?:新闻)?发 ?言 ?人|主讲人|受访[人者]|受访嘉宾))"
)
# 主持人：凤鸣岐 · 【主持人】凤鸣岐 · 主持｜凤鸣岐 · 主持人（凤鸣岐）
_ENTRY = re.compile(
    rf"(?:^|(?<=[ \t，；。、）】\]]))(?:[【\[]{_ROLE.replace('role', 'set')}[】\]] ?：?"
    rf"|{_ROLE}(?:(?:简介)? {{0,2}}[：|｜丨] *|(?=（[^（）\n]{{2,30}}）(?:[ ，；\n]|$))))",
    re.MULTILINE,
)
# 访谈时间：… 内容摘要：… : another field of the page
_FIELD = re.compile(
    r"(?:[访直]谈?播?|活动|发布会?|内容)?"
    r"(?:时 ?间|地 ?点|日 ?期|主 ?题|摘 ?要|单 ?位|来 ?源|状 ?态)："
)
_VALUE = re.compile(rf"\s*{_FIELD.pattern} *[^ ，。！？；\[【\n]{{1,30}}(?: \d{{1,2}}：\d\d)?")
_NEXT_LABEL = re.compile(
    r"(?:^|[ ；。])[【\[〔]?[^ ，。！？；：【】\[\]\n]{2,24}[】\]〕]?：|[【\[〔]"
)
_LABEL_LINE = re.compile(
    r"[^，。！？\n]{1,30}[：\t]|[【\[〔◤▲●][^】\]〕\n]{2,30}|[\[（]?\d{1,4}[-:：年]",
    re.MULTILINE,
)
_REACH = 1500  # characters of a page in which a roll stands
_LONGEST = 160  # characters of the words of one role
# 凤鸣岐（宣传处） · 樊知秋，市中院副院长
_BEHIND = re.compile(
    r"(?P<name>[^，。；：（）]{2,7}?)"
    r"(?: ?（(?P<body>[^（）]{2,30})）|，(?P<office>[^，。；：（）]{2,30}))"
)


class Entry(NamedTuple):
    """One role of a roll: its words, who has it, and where it stands."""

    role: str
    people: tuple[Titled, ...]
    start: int
    end: int


def without_roll(view: str, roster: Roster) -> str:
    """The view, as long as before, without the page's roll, in which nobody speaks: blanks and a
    line's end stand for it. Its people are noted in `roster`, and its hosts."""
    entries = list(roll_entries(view))
    for entry in entries:
        _note(entry, roster)
    for entry in entries if len(entries) > 1 or _is_followed(view, entries) else ():
        end = entry.end if view[entry.end : entry.end + 1] == " " else entry.end - 1
        view = f"{view[: entry.start]}{' ' * (end - entry.start)}\n{view[end + 1 :]}"
    return view


def note_roll_of(field: str, roster: Roster) -> None:
    """Notes of the people of a field that cleaning has taken out, its label before it."""
    for entry in roll_entries(field):
        _note(entry, roster)


_SPEAKS = re.compile(
    "受访|主讲|嘉 ?宾|发 ?[布言] ?人"
)  # of whom one may answer under his role alone


def _note(entry: Entry, roster: Roster) -> None:
    for person in entry.people:
        roster.add(person, introduced=True, proved=bool(person.title))
        if "持" in entry.role or "司仪" in entry.role:
            roster.hosts[person.name] = None
        elif _SPEAKS.search(entry.role):
            roster.answering[person.name] = None


def roll_entries(view: str) -> Iterator[Entry]:
    """The roles of the roll at the head of `view`, in order."""
    at = 0
    while (found := _ENTRY.search(view, at, _REACH)) is not None:
        if at and view[at : found.start()].strip(" \n\t，；、。"):
            return  # something stands between: a speech
        end = _end(view, found.end())
        people = _people(view[found.end() : end])
        if not people and "简介" in found[0]:
            at = end
            continue
        if not people:
            return
        while value := _VALUE.match(view, end):
            end = value.end()
        yield Entry(found[0], people, found.start(), end)
        at = end


def _end(view: str, start: int) -> int:
    """Where the words of a role end that begin at `start`: at the line's end, the next role, field
    or label."""
    stop = view.find("\n", start, start + _LONGEST)
    stop = stop if stop >= 0 else min(len(view), start + _LONGEST)
    ends = (each.search(view, start, stop) for each in (_ENTRY, _FIELD, _NEXT_LABEL))
    return min([found.start() for found in ends if found], default=stop)


def _people(words: str) -> tuple[Titled, ...]:
    """The people whom the words of a role name; none if they say anything else."""
    words = words.strip(" ，；、。")
    if words.startswith("（") and words.endswith("）"):
        words = words[1:-1]
    if not words or GREETING.match(words):
        return ()
    if (behind := _BEHIND.fullmatch(words)) and is_name(unspaced(behind["name"])):
        title = behind["body"] or behind["office"]
        office = ONE_OFFICE.search(title)
        if office or behind["body"]:
            return (Titled(title if office else "", unspaced(behind["name"])),)
    if people := people_of(words):
        return people
    names = words.split("、")
    if len(names) > 1 and all(map(is_name, names)):
        return tuple(Titled("", name) for name in names)
    body = split_body_name(words)
    return (body,) if body else ()


def _is_followed(view: str, entries: list[Entry]) -> bool:
    """Whether what stands behind a lone entry is a label or another field, and so not the speech
    of whom the entry names."""
    if not entries:
        return False
    end = entries[-1].end
    behind = view[end : end + 200].lstrip(" \n；。，")
    return bool(_LABEL_LINE.match(behind)) and not GREETING.match(behind)
