"""People whom only labels glued to the speech name: an office before a blank, a greeting behind.

``市政府新闻办专职副主任 张正洪女士们`` tells by the blank where the name begins and by the greeting
where it ends; the next time the name alone will do.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from exporter.transcript.cues import GREETED, GREETING, HEADING, SPEECH_IN_TITLE
from exporter.transcript.lexicon import any_of
from exporter.transcript.marks import FILL
from exporter.transcript.people.names import (
    DOTTED_START,
    HAN,
    Titled,
    is_name,
    name_score,
    split_title_name,
)
from exporter.transcript.people.offices import CLOSED_OFFICE, ONE_OFFICE
from exporter.transcript.people.roster import Roster

STOPS = "。！？…\n\t"
# 副主任 张正洪女士们: an office and a blank after which a name must begin
_GAP = re.compile(r" (?<=\w ) *(?=[^\W\d])")


def label_start(view: str, name_at: int) -> int:
    """Where the sentence begins that the name closes; -1 when it is none a label could be."""
    low = max(0, name_at - 64)
    begin = max(view.rfind(stop, low, name_at) for stop in STOPS) + 1
    if begin == 0 and low > 0:
        return -1
    while begin < name_at and view[begin] in FILL:
        begin += 1
    return begin


def unknown_people(view: str, roster: Roster) -> Iterator[Titled]:
    """People whom only a label with a blank names: ``市政府新闻办专职副主任 张正洪女士们``."""
    after: dict[str, list[str]] = defaultdict(list)
    known = roster.pattern()
    for gap in _GAP.finditer(view):
        if not CLOSED_OFFICE.search(view, max(0, gap.start() - 14), gap.start()):
            continue
        begin = label_start(view, gap.start())
        title = view[begin : gap.end()].strip() if begin >= 0 else ""
        heading = HEADING.match(title)
        title = title[heading.end() :] if heading else title
        divided = ONE_OFFICE.match(view, gap.end() + 1)  # 主席 王 | 委员 | 育棠
        if divided or (known and known.match(view, gap.end())):
            continue
        if title and not SPEECH_IN_TITLE.search(title):
            after[title].append(view[gap.end() : gap.end() + 20])
    for title, followers in after.items():
        name = _common_name(followers)
        if name:
            yield Titled(title, name)


# 市教育局副局长莫振高 暑假将至，…
_OPENS = re.compile(
    r"^ *(?P<who>[^\s，。：；！？、“”（）]{4,40}) (?=[^ \n]{4,60}[，。！？：；])", re.MULTILINE
)


def opening_people(view: str) -> Iterator[Titled]:
    """People named with an office at a line's start, a blank and a sentence behind them."""
    for found in _OPENS.finditer(view):
        person = None if SPEECH_IN_TITLE.search(found["who"]) else split_title_name(found["who"])
        if person and person.title and is_name(person.name):
            yield person


_GREETED_BY = re.compile(
    "(?:各位|女士们|先生们|尊敬的|大家(?:上午|下午|早上|晚上)?好|同志们|同学们|老师们|新闻界|媒体朋友|记者朋友|谢谢|感谢)"
)


def greeting_people(view: str) -> Iterator[Titled]:
    """People with an office between a stop and a greeting: ``市政府副秘书长石映雪各位领导``."""
    for found in _GREETED_BY.finditer(view):
        if view[max(0, found.start() - 1) : found.start()] in ("", "\n"):
            continue
        begin = label_start(view, found.start())
        words = view[max(begin, 0) : found.start()].strip() if begin >= 0 else ""
        heading = HEADING.match(words)
        words = words[heading.end() :].strip() if heading else words
        if not 4 <= len(words) <= 40 or SPEECH_IN_TITLE.search(words):
            continue
        person = split_title_name(words)
        if person and person.title and is_name(person.name) and not person.honorific:
            yield person


_GLUED_HOST = re.compile(
    rf"(?:{any_of('labels', 'host')}) ?(?P<name>{HAN}{{2,3}}?)"
    f"(?=(?:{any_of('speech', 'greetings')}))"
)
_BEFORE_HOST = ("", *"。！？…\n ")


def glued_hosts(view: str, roster: Roster) -> Iterator[str]:
    """Hosts whom a label glued to their greeting names: ``主持人蓝天各位领导``."""
    for found in _GLUED_HOST.finditer(view):
        before = view[max(0, found.start() - 1) : found.start()]
        if before in _BEFORE_HOST and name_score(found["name"]):
            roster.add(Titled("", found["name"]))
            yield found["name"]


def _common_name(followers: list[str]) -> str | None:
    """The name at the start of all `followers`: up to a greeting, or to where they differ."""
    for follower in followers:
        dotted = DOTTED_START.match(follower)
        if dotted:
            return _dotted_name(follower, followers)
        for length in (3, 2, 4):
            rest = follower[length:].lstrip()
            if is_name(follower[:length]) and (GREETING.match(rest) or GREETED.match(rest)):
                return follower[:length]
    if len(followers) > 1:
        shared = _shared_start(followers)
        if is_name(shared):
            return shared
    best = max((2, 3), key=lambda n: (name_score(followers[0][:n]), n))
    return followers[0][:best] if is_name(followers[0][:best]) else None


def _dotted_name(first: str, followers: list[str]) -> str | None:
    """A name with a dot: up to a greeting, or as far as its occurrences agree."""
    for end in range(len(first), 2, -1):
        if is_name(first[:end]) and GREETING.match(first[end:].lstrip()):
            return first[:end]
    shared = _shared_start(followers).strip() if len(followers) > 1 else ""
    return shared if is_name(shared) else None


def _shared_start(texts: list[str]) -> str:
    """What all `texts` start with."""
    first, last = min(texts), max(texts)
    length = next((i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), None)
    return first[:length]
