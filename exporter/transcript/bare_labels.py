"""Labels with no colon, glued to the speech: ``…谢谢大家！市政府新闻办专职副主任
张正洪谢谢夏副市长！``

Only a name can tell where such a label ends. Known names (`Roster`) are looked up everywhere; of an
unknown one after an office and a blank the length is taken from what follows or from the label's
other occurrences. What is a label and what is a sentence about somebody (夏维勇副市长作发布) is
decided by what stands on either side.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from exporter.transcript.cues import (
    GREETED,
    GREETING,
    HEADING,
    OPENING,
    PREDICATE,
    SPEECH_IN_TITLE,
)
from exporter.transcript.label import Label, label_key
from exporter.transcript.names import (
    DOTTED_START,
    Titled,
    is_name,
    name_score,
    split_title_name,
    unspaced,
)
from exporter.transcript.offices import CLOSED_OFFICE, ONE_OFFICE
from exporter.transcript.outlets import OUTLET, STRONG_OUTLET
from exporter.transcript.reading import Reading, read_label
from exporter.transcript.roster import Roster
from exporter.transcript.sense import ASKS

_STOPS = "。！？…\n\t"
_MARKS = " ”’》）」』◤▲●◆■★☆▶►◇○◎※▌▍☞•▼△□▪"
# 副主任 张正洪女士们: an office and a blank after which a name must begin
_REPORTER = re.compile("记者|编辑")
_NOT_SPEAKING = re.compile(
    " *(?:[的、，。；！？）》”：和与及等们会站问提就采在从了获表说摄节证协招]|朋友|现场|$)"
)
_ENDS = "。！？…”）\n"
_GAP = re.compile(r"(?<=\w) +(?=[^\W\d])")


def bare_labels(view: str, found: list[Label], roster: Roster) -> list[Label]:
    """The labels without a colon, outside those `found` already."""
    taken = sorted((label.start, label.end) for label in found)
    for person in [*_unknown_people(view, roster), *_opening_people(view)]:
        roster.add(person)
    names = roster.pattern()
    if names is None:
        return []
    spots = [spot for match in names.finditer(view) if (spot := _spot(view, match, taken, roster))]
    recurring: dict[str, int] = defaultdict(int)
    for label in spots:
        recurring[label_key(view[label.start : label.end])] += 1
    # who has been labelled with his office may speak again under his name alone
    labelled = {label.reading.name for label in (*found, *spots) if label.weight >= 3}
    weighed = [
        label._replace(
            weight=label.weight
            + (
                recurring[label_key(view[label.start : label.end])] > 1
                or (label.weight == 2 and label.reading.name in labelled)
            )
        )
        for label in spots
    ]
    return [
        label._replace(doubt=_doubt(label, label.weight, roster))
        for label in weighed
        if label.weight >= 3
    ]


def _doubt(label: Label, weight: int, roster: Roster) -> str:
    """Why the label's end is doubtful: nothing greets after it, and nobody introduced the name."""
    certain = weight > 3 or label.reading.name in roster.introduced
    return "" if certain else "transcript.bare-label"


def _spot(
    view: str, match: re.Match[str], taken: list[tuple[int, int]], roster: Roster
) -> Label | None:
    """A label that ends with the name at `match`, with the weight of what stands around it."""
    begin = _label_start(view, match.start())
    after = view.rfind("：", max(begin, 0), match.start()) + 1
    begin = after if begin >= 0 and after else begin
    title = view[begin : match.start()].strip()
    if begin < 0 or _covered(taken, begin, match.end()) or title.startswith("——"):
        return None
    heading = HEADING.match(view, begin, match.start())
    if heading:
        begin, title = heading.end(), view[heading.end() : match.start()].strip()
    if SPEECH_IN_TITLE.search(title) or (title and not CLOSED_OFFICE.search(title[-16:])):
        return None
    name = unspaced(match[0])
    known = any(title and title == person.title for person in roster.titled(name))
    weight = _weight(view, match, title) + known
    reading = Reading("person" if title else "name", name, title)
    begin += len(view[begin : match.start()]) - len(view[begin : match.start()].lstrip())
    return Label(begin, match.end(), reading, weight)


def _label_start(view: str, name_at: int) -> int:
    """Where the sentence begins that the name closes; -1 when it is none a label could be."""
    low = max(0, name_at - 64)
    begin = max(view.rfind(stop, low, name_at) for stop in _STOPS) + 1
    if begin == 0 and low > 0:
        return -1
    while begin < name_at and view[begin] in _MARKS:
        begin += 1
    return begin


def bare_reporters(view: str, found: list[Label]) -> list[Label]:
    """Reporters' labels without a colon: ``…谢谢大家！云岭日报记者今年入夏以来``."""
    taken = sorted((label.start, label.end) for label in found)
    labels = []
    for match in _REPORTER.finditer(view):
        begin = _label_start(view, match.start())
        outlet = view[begin : match.start()].strip() if begin >= 0 else ""
        if (
            not outlet
            or _covered(taken, begin, match.end())
            or _NOT_SPEAKING.match(view, match.end())
        ):
            continue
        heading = HEADING.match(outlet)
        if heading:
            begin, outlet = begin + heading.end(), outlet[heading.end() :]
        likely = STRONG_OUTLET.fullmatch(outlet) or (
            OUTLET.fullmatch(outlet) and asks(view, match.end())
        )
        reading = read_label(outlet + match[0]) if likely else None
        if reading and (heading or (begin > 0 and view[begin - 1] in _ENDS)):
            labels.append(Label(begin, match.end(), reading, 3))
    return labels


def asks(view: str, start: int) -> bool:
    """Whether the words from `start` on put a question, as a reporter does."""
    words = view[start : start + 160].split("\n")[0]
    return "？" in words or ASKS.search(words) is not None or words.startswith("主持人好")


def _covered(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a label already found overlaps ``[start, end)``."""
    index = bisect_left(taken, (end, -1)) - 1
    return index >= 0 and taken[index][1] > start


def _weight(view: str, match: re.Match[str], title: str) -> int:
    """What speaks for a label: a blank before the name, a greeting after it, a line's end."""
    after = view[match.end() : match.end() + 12]
    gap = view[match.end() : match.end() + 1]
    words = after.lstrip()
    greeted = bool(GREETING.match(words) or GREETED.match(words))
    if PREDICATE.match(words) and not greeted:
        return -1
    thanked = greeted and view[: match.start()].rstrip(_MARKS)[-1:] == "？"
    weight = 2 * greeted + thanked + (bool(OPENING.match(words)) and not greeted)
    weight += bool(title) + (bool(title) and view[match.start() - 1] == " ")
    weight += gap in (" ", "\n") and bool(words)
    weight += gap == " " and _opens_line(view, match, title)
    return weight if words else -1


# 莫振高 这正是难点所在，… (but no list of names or offices)
_TALKS = re.compile(r" +(?=[^ \n]{2,40}[，。！？：；])")


def _opens_line(view: str, match: re.Match[str], title: str) -> bool:
    """Whether the name and its office open a line, and a sentence follows behind a blank."""
    before = view[max(0, match.start() - 64) : match.start()].rpartition("\n")[2].strip(_MARKS)
    after = _TALKS.match(view, match.end())
    if before != title or after is None:
        return False
    return ONE_OFFICE.match(view, after.end()) is None


def _unknown_people(view: str, roster: Roster) -> Iterator[Titled]:
    """People whom only a label with a blank names: ``市政府新闻办专职副主任 张正洪女士们``."""
    after: dict[str, list[str]] = defaultdict(list)
    known = roster.pattern()
    for gap in _GAP.finditer(view):
        if not CLOSED_OFFICE.search(view, max(0, gap.start() - 14), gap.start()):
            continue
        begin = _label_start(view, gap.start())
        title = view[begin : gap.end()].strip() if begin >= 0 else ""
        heading = HEADING.match(title)
        title = title[heading.end() :] if heading else title
        if known and known.match(view, gap.end()):
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


# 市政府新闻办主任韦庆松各位记者朋友，大家下午好
_GREETS = re.compile(
    r"(?:(?<=[。！？\n）”])|^)(?P<who>[^\s，。：；！？“”（）]{4,40}?)"
    "(?=各位|女士们|先生们|大家(?:上午|下午|早上|晚上)?好|尊敬的|媒体朋友|记者朋友|同志们|同学们|老师们)",
    re.MULTILINE,
)


def _opening_people(view: str) -> Iterator[Titled]:
    """People named with an office at a line's start, a blank and a sentence behind them, or with a
    greeting behind them."""
    for found in (*_OPENS.finditer(view), *_GREETS.finditer(view)):
        person = None if SPEECH_IN_TITLE.search(found["who"]) else split_title_name(found["who"])
        if person and person.title and is_name(person.name):
            yield person


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
