"""Labels of strangers: a name or an outlet that nothing but its place shows to be one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from exporter.transcript.cues import GREETING, SPEECH_IN_TITLE
from exporter.transcript.labels.bare import asks
from exporter.transcript.labels.label import Label
from exporter.transcript.labels.reading import Reading
from exporter.transcript.lexicon import any_of
from exporter.transcript.people.listed import listed_person
from exporter.transcript.people.names import DEEDS, HAN, split_body_name
from exporter.transcript.people.offices import ONE_OFFICE
from exporter.transcript.people.surnames import SINGLE


def of_body(view: str, begin: int, colon: int, words: str) -> Reading | None:
    """The person whom a line's head names by body and name (``市政府新闻办公室李梅：``), if the
    rest of the line is empty or greets."""
    opens = begin == 0 or view[begin - 1] == "\n"
    rest = view[colon + 1 : colon + 20].lstrip(" ")
    if not opens or (rest[:1] not in ("", "\n") and not GREETING.match(rest)):
        return None
    if SPEECH_IN_TITLE.search(words) or re.search(r"[\[\]【】（）]", words):
        return None
    person = split_body_name(words)
    if person is None:
        return None
    return Reading("person", person.name, person.title)


def strange(view: str, begin: int, words: str) -> Reading | None:
    """The person whom a line's head names behind an office by a name without a known surname
    (``区农牧厅副厅长宝音德力格尔：``): to be borne out by what stands around it."""
    opens = begin == 0 or view[begin - 1] == "\n"
    if not opens or SPEECH_IN_TITLE.search(words):
        return None
    if host := _HOST_STRANGE.fullmatch(words):
        named = not (host["name"].endswith(DEEDS) or _DEED.search(host["name"]))
        return Reading("host", host["name"]) if named else None
    who = listed_person(words)
    if who is None or who.name.endswith(DEEDS) or _DEED.search(who.name):
        return None  # 检察官 | 提醒
    if len(who.name) < _SHORTEST and who.name[0] not in "老小阿":  # 种粮大户老马
        return None
    return Reading("person", who.name, who.title)


_SHORTEST = 3  # characters of a name that only its place shows
_DEED = re.compile(
    "提醒|提示|简介|名单|建议|说法|解读|寄语|点评|释法|直播|手记|札记|介绍|回答|答复|表示|发言|致辞|讲话|总结|[讲说问写]$"
)


_HOST_STRANGE = re.compile(rf"(?:{any_of('labels', 'host')}) ?(?P<name>{HAN}{{2,7}})")

# 澳广视：司长您好，想了解…？
_STRANGER = re.compile(
    r"^ *(?P<who>[^\s，。：；！？、“”（）\d问题说句点是的]{2,12}) ?：", re.MULTILINE
)

_ANSWERING = ("person", "name", "office", "answer", "host")


def asking_strangers(view: str, found: list[Label]) -> Iterator[Label]:
    """Labels of outlets that only their place shows: at a line's start, a question behind them and
    then somebody who is known to answer, on a page where other outlets ask."""
    known = sorted(found)
    if not any(label.reading.kind in ("reporter", "outlet") for label in known):
        return
    starts = [label.start for label in known]
    for line in _STRANGER.finditer(view):
        index = bisect_left(starts, line.start())
        here = index < len(known) and known[index].start < line.end()
        within = index > 0 and known[index - 1].end > line.start()
        if here or within or not 0 < index < len(known):
            continue
        before, after = known[index - 1].reading, known[index].reading
        near = known[index].start - line.end() < _QUESTION
        if near and after.kind in _ANSWERING and before.kind in _ANSWERING:
            question = view[line.end() : known[index].start].rstrip()
            if (
                "？" in question
                and "\n" not in question
                and not SPEECH_IN_TITLE.search(line["who"])
            ):
                yield Label(line.start(), line.end(), Reading("outlet", outlet=line["who"]), 3)


_QUESTION = 500  # characters of a question

# 柯恺（北岭观察）
_WITH_OUTLET = re.compile(
    rf"(?P<name>{HAN}{{2,4}}) {{0,2}}（(?P<outlet>[^（）]{{3,20}})）[^\w（）]{{0,4}}"
)


def of_outlets(view: str, labels: list[Label]) -> Iterator[Label]:
    """The labels in order, those of a name with a body in brackets that holds no office as who
    asks for it, where each of them puts a question and at least two do."""
    stops = [*(label.start for label in labels), len(view)][1:]
    named, known = {}, 0
    for label, stop in zip(labels, stops, strict=True):
        words = view[label.start : label.end].strip()
        found = _WITH_OUTLET.fullmatch(words) if label.reading.name else None
        known += found is not None and label.reading.kind == "reporter"
        if found and label.reading.kind == "name" and not ONE_OFFICE.search(found["outlet"]):
            named[label] = (found["outlet"], stop - label.end < _QUESTION and asks(view, label.end))
    proved = len(named) + known >= _FEWEST and all(asked for _, asked in named.values())
    for label in labels:
        outlet = named[label][0] if proved and label in named else ""
        name = label.reading.name
        yield label._replace(reading=Reading("reporter", name, outlet=outlet)) if outlet else label


# 柯：应该可以啦
_SURNAME = re.compile(
    rf"^ *(?P<who>[{''.join(sorted(SINGLE))}]|{any_of('surnames', 'compound')}) ?：", re.MULTILINE
)
_FEWEST = 2  # times that a surname answers, where nothing tells the name


def answering_surnames(view: str, found: list[Label]) -> Iterator[Label]:
    """Labels of nothing but a surname whose name the page doesn't tell, where it answers in turn
    with those who ask: who it is stays unsaid."""
    asks = [label.start for label in found if label.reading.kind in ("reporter", "question")]
    taken = frozenset(label.end for label in found)
    if len(asks) < _FEWEST:
        return
    lines = [line for line in _SURNAME.finditer(view) if line.end() not in taken]
    gaps: dict[str, set[int]] = defaultdict(set)
    for line in lines:
        gaps[line["who"]].add(bisect_left(asks, line.start()))
    for line in lines:
        if len(gaps[line["who"]]) >= _FEWEST:
            yield Label(line.start(), line.end(), Reading("office", title=line["who"]), 3)
