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
from collections.abc import Container, Iterator

from exporter.transcript.cues import (
    CAPTIONED,
    GREETED,
    GREETING,
    HEADING,
    OPENING,
    PREDICATE,
    SPEECH_IN_TITLE,
)
from exporter.transcript.labels.label import Label, label_key
from exporter.transcript.labels.reading import Reading, read_label
from exporter.transcript.lexicon import words
from exporter.transcript.marks import FILL, without_fill
from exporter.transcript.people.glued import (
    glued_hosts,
    greeting_people,
    label_start,
    opening_people,
    unknown_people,
)
from exporter.transcript.people.names import (
    HAN,
    is_name,
    unspaced,
)
from exporter.transcript.people.offices import CLOSED_OFFICE, HONORIFIC, OFFICE, ONE_OFFICE
from exporter.transcript.people.outlets import OUTLET, STRONG_OUTLET
from exporter.transcript.people.roster import Roster
from exporter.transcript.people.surnames import NOT_NAMES
from exporter.transcript.turns.sense import ASKS

_REPORTER = re.compile("记者|编辑")
_NOT_SPEAKING = re.compile(
    " {0,4}(?:[的、，。；！？）》”：和与及等们会站问提就采在从了获表说摄节证协招]|朋友|现场|$)"
)
_ENDS = "。！？…”）\n"
_HOST_WORDS = frozenset(words("labels", "host"))


def bare_labels(view: str, found: list[Label], roster: Roster) -> list[Label]:
    """The labels without a colon, outside those `found` already."""
    taken = sorted((label.start, label.end) for label in found)
    for person in [*unknown_people(view, roster), *opening_people(view), *greeting_people(view)]:
        roster.add(person)
    roster.hosts.update(dict.fromkeys(glued_hosts(view, roster)))
    names = roster.pattern()
    if names is None:
        return []
    spots = [spot for match in names.finditer(view) if (spot := _spot(view, match, taken, roster))]
    spots = [spot for spot in spots if not roster.lists_at(spot.start)]
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
                or _greets_at_once(view, label, roster)
            )
        )
        for label in spots
    ]
    weighed = [x for x in _by_form(view, weighed, found, roster) if x.weight >= 3]
    return [
        label._replace(doubt=_doubt(label, label.weight, roster))
        for label in _below_lead(view, weighed, found)
    ]


# 衛生局局長柯恺 | 今天在議會受訪表示，…: nobody speaks in the first person to those present
_PRESENT = re.compile("[我咱你您]|大家|各位|谢谢")
_QUOTED = re.compile("“[^“”]*(?:“[^“”]*”[^“”]*)*”")


def _below_lead(view: str, labels: list[Label], found: list[Label]) -> list[Label]:
    """The labels without those first ones, above all `found`, that begin a report's own lines:
    they tell of the person, and nobody addresses anybody outside of quotations."""
    first = min((label.start for label in found), default=len(view))
    kept = sorted(labels)
    while kept and kept[0].start < first and _TOLD.match(view, kept[0].end):
        stop = view.find("\n", kept[0].end)
        line = view[kept[0].end : stop if stop >= 0 else len(view)]
        if _PRESENT.search(_QUOTED.sub("", line)):
            break
        del kept[0]
    return kept


# What tells of the person and lets nobody speak, even where labels stand: 宋词女士介绍
_TOLD = re.compile(
    rf" {{0,4}}(?:{HONORIFIC}|{OFFICE})?(?:[，、；）》”的]|和|与|及|以及|等|作|说|表示|"
    "指出|介绍|强调|主持|出席|"
    r"\d{1,2}[日月]|回[答应]|反问|重申|宣布|通报|致辞|讲话|认为|告诉|透露|今(?:[日年]|天(?!的[^，。]{0,12}(?:到此|就到|结束)))|[昨前][日天]|近日|日前|在|于|将|会见|做客|到|来到|曾|[常总也还][说讲])"
)
# What a host's speech begins with: behind a name that is a word (和平) no less will do.
_ADDRESSES = re.compile(
    " {0,4}(?:大家|各位|谢谢|感谢|你好|您好|女士|先生|下面|首先|好的?，|请"
    "|今天的[^，。]{0,12}(?:到此|就到|结束))"
)
PROVED = 3  # labels glued to the speech that prove the form


def _by_form(view: str, weighed: list[Label], found: list[Label], roster: Roster) -> list[Label]:
    """The spots, those raised that stand where sure labels stand: at a line's start in a record
    whose turns are lines, behind a full stop in one that runs on."""
    sure = [label for label in (*weighed, *found) if label.weight >= 3]
    lines = sum(_opens(view, x.start) and view[x.end - 1] != "：" for x in sure) >= PROVED
    glued = sum(label.weight >= 3 for label in weighed) >= PROVED - 1
    named = {label.reading.name for label in sure}
    ends = {label.end for label in sure}

    def raised(label: Label) -> Label:
        gap = view[max(0, label.start - 8) : label.start]
        if {label.start, label.start - len(gap) + len(gap.rstrip(" \n"))} & ends:
            return label  # 高兴 | 高兴看到…: behind a label that has said who speaks
        known = label.reading.name in roster.introduced or label.reading.name in named
        placed = lines if _opens(view, label.start) else glued and _behind_stop(view, label.start)
        if ONE_OFFICE.match(view, label.end):
            return label  # 石头副局长 谢谢…: the label goes on
        if view[label.end : label.end + 1] == "（":  # 柯恺（市水利局局长）和…
            return label
        if not (known and placed) or _TOLD.match(view, label.end):
            return label
        if label.reading.name in NOT_NAMES and not _ADDRESSES.match(view, label.end):
            return label
        told = PREDICATE.match(view[label.end : label.end + 12])
        greeted = GREETING.match(view[label.end : label.end + 12])
        if told and not greeted and not (lines and _opens(view, label.start)):
            return label
        return label._replace(weight=max(3, label.weight))

    return [raised(label) for label in weighed]


def _greets_at_once(view: str, label: Label, roster: Roster) -> bool:
    """Whether somebody introduced stands behind a full stop, and a greeting or thanks behind him
    (``…作介绍。萨仁高娃谢谢主持人。``)."""
    if label.reading.name not in roster.introduced or not _behind_stop(view, label.start):
        return False
    words = view[label.end : label.end + 12].lstrip()
    return bool(GREETING.match(words) or GREETED.match(words))


def _opens(view: str, start: int) -> bool:
    """Whether nothing stands before `start` in its line."""
    return _last_before(view, start, FILL) in ("", "\n")


def _behind_stop(view: str, start: int) -> bool:
    """Whether a sentence ends right before `start`."""
    return _last_before(view, start, FILL) in tuple("。！？…")


def _doubt(label: Label, weight: int, roster: Roster) -> str:
    """Why the label's end is doubtful: nothing greets after it, and nobody introduced the name."""
    certain = weight > 3 or label.reading.name in roster.introduced
    return "" if certain else "transcript.bare-label"


def _spot(
    view: str, match: re.Match[str], taken: list[tuple[int, int]], roster: Roster
) -> Label | None:
    """A label that ends with the name at `match`, with the weight of what stands around it."""
    begin = label_start(view, match.start())
    after = view.rfind("：", max(begin, 0), match.start()) + 1
    begin = after if begin >= 0 and after else begin
    title = view[begin : match.start()].strip()
    if begin < 0 or _covered(taken, begin, match.end()) or title.startswith("（") or "——" in title:
        return None  # （市水利局局长柯恺答记者问。李梅 摄）: a caption
    heading = HEADING.match(view, begin, match.start())
    if heading:
        begin, title = heading.end(), view[heading.end() : match.start()].strip()
    begin, title = _without_picture(view, begin, match.start(), title)
    name = unspaced(match[0])
    if title in _HOST_WORDS:
        begin += len(view[begin : match.start()]) - len(view[begin : match.start()].lstrip())
        weight = _weight(view, match, title) + 1
        return Label(begin, match.end(), Reading("host", name), weight)
    if SPEECH_IN_TITLE.search(title) or (title and not CLOSED_OFFICE.search(title[-16:])):
        return None
    known = any(title and title == person.title for person in roster.titled(name))
    weight = _weight(view, match, title) + known
    reading = Reading("person" if title else "name", name, title)
    begin += len(view[begin : match.start()]) - len(view[begin : match.start()].lstrip())
    return Label(begin, match.end(), reading, weight)


def _without_picture(view: str, begin: int, end: int, title: str) -> tuple[int, str]:
    """Where a label begins behind the caption of a picture that is glued before it
    (``柯恺回答记者提问李梅谢谢柯局长``), and its office."""
    shown = CAPTIONED.match(view, begin, end)
    office = view[shown.end() : end].strip() if shown else title
    if shown is None or (office and not CLOSED_OFFICE.search(office[-16:])):
        return begin, title
    return shown.end(), office


def bare_reporters(view: str, found: list[Label]) -> list[Label]:
    """Reporters' labels without a colon: ``…谢谢大家！云岭日报记者今年入夏以来``."""
    taken = sorted((label.start, label.end) for label in found)
    lines = sum(_opens(view, label.start) for label in found) >= PROVED
    labels = []
    for match in _REPORTER.finditer(view):
        begin = label_start(view, match.start())
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
            (OUTLET.fullmatch(outlet) or (lines and _opens(view, begin) and len(outlet) <= 14))
            and asks(view, match.end())
        )
        reading = read_label(outlet + match[0]) if likely else None
        if reading and (heading or _last_before(view, begin, " ") in tuple(_ENDS)):
            labels.append(_with_name(view, Label(begin, match.end(), reading, 3)))
    return labels


# …提问环节。南山电视台请问产业怎么发展？
_ASKING_OUTLET = re.compile(
    rf"(?<=[。？！…\n])(?P<outlet>{HAN}{{2,10}}?"
    r"(?:电视台|广播电台|日报|晚报|晨报|都市报|时报|商报|新闻网|通讯社|融媒体中心|卫视|在线))"
    r"(?=请问|想问|我想(?:请)?问|我的问题是)"
)


def asking_outlets(view: str, found: list[Label]) -> Iterator[Label]:
    """Outlets with neither 记者 nor a colon, glued to a question."""
    taken = sorted((label.start, label.end) for label in found)
    for match in _ASKING_OUTLET.finditer(view):
        said = match["outlet"]
        if not _covered(taken, *match.span()) and not SPEECH_IN_TITLE.search(said):
            yield Label(*match.span(), Reading("reporter", outlet=said), 3)


# …怎么发展？谢谢。 | 高兴 | 这个问题我来回答
_ANSWERS_GLUED = "(?=这个问题|这一问题|谢谢|感谢|我来|好的，|各位|大家好|女士们)"


def worded_guests(view: str, found: list[Label], roster: Roster) -> Iterator[Label]:
    """Guests whose names are words, glued to the first words of an answer."""
    if not roster.words:
        return
    taken = sorted((label.start, label.end) for label in found)
    names = "|".join(map(re.escape, roster.words))
    for match in re.finditer(f"(?<=[。？！\n])(?:{names}){_ANSWERS_GLUED}", view):
        if not _covered(taken, *match.span()):
            roster.add(roster.words[match[0]])
            yield Label(*match.span(), Reading("name", match[0]), 3)


# 新华社记者程曦请问…
_NAMED_ASKER = re.compile(
    rf" ?(?P<name>{HAN}{{2,3}}?)(?=请问|想问|我想|我的问题|您好|你好|大家好|主持人|各位|谢谢|感谢)"
)


def _with_name(view: str, label: Label) -> Label:
    """A reporter's label longer by his name, when a question's first words show where it ends."""
    found = _NAMED_ASKER.match(view, label.end)
    if found is None or not is_name(found["name"]):
        return label
    return label._replace(end=found.end(), reading=label.reading._replace(name=found["name"]))


def asks(view: str, start: int) -> bool:
    """Whether the words from `start` on put a question, as a reporter does."""
    words = view[start : start + 160].lstrip("\n ").split("\n")[0]
    return "？" in words or ASKS.search(words) is not None or words.startswith("主持人好")


def _covered(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a label already found overlaps ``[start, end)``."""
    index = bisect_left(taken, (end, -1)) - 1
    return index >= 0 and taken[index][1] > start


def _last_before(view: str, at: int, skipped: Container[str]) -> str:
    """The last character before `at` that is none of `skipped`; empty when there is none."""
    while at and view[at - 1] in skipped:
        at -= 1
    return view[at - 1 : at] if at else ""


def _weight(view: str, match: re.Match[str], title: str) -> int:
    """What speaks for a label: a blank before the name, a greeting after it, a line's end."""
    after = view[match.end() : match.end() + 12]
    gap = view[match.end() : match.end() + 1]
    words = after.lstrip()
    greeted = bool(GREETING.match(words) or GREETED.match(words))
    if PREDICATE.match(words) and not greeted:
        return -1
    if _LISTED.match(words):  # 副校长霍去非教授，招生办公室主任… · 市长苏冠霖4日上午前往
        return -1
    thanked = greeted and _last_before(view, match.start(), FILL) == "？"
    weight = 2 * greeted + thanked + (bool(OPENING.match(words)) and not greeted)
    weight += bool(title) + (bool(title) and view[match.start() - 1] == " ")
    weight += gap in (" ", "\n") and bool(words)
    weight += gap == " " and _opens_line(view, match, title)
    if weight > 1 and _BEFORE_LEAD.match(view, match.end()):
        return -1
    return weight if words else -1


# 市交通局局长柯恺 《开卷》栏目6月11日播出…，以下为节目实录： a picture's caption before the lead
_BEFORE_LEAD = re.compile(
    "[^。！？\n]{0,160}以下[是为][^。！？\n]{0,12}(?:实录|全文|内容|谈话|文字)"
)


_LISTED = re.compile(
    f" {{0,4}}(?:{HONORIFIC})?"
    r"(?:[，、；。）]|和|与|及|以及|\d{1,2}[日月]|[今昨前][日天晚早晨午]?（\d{1,2}日?）)"
)


# 莫振高 这正是难点所在，… (but no list of names or offices)
_TALKS = re.compile(r" {1,4}(?=[^ \n]{2,40}[，。！？：；])")


def _opens_line(view: str, match: re.Match[str], title: str) -> bool:
    """Whether the name and its office open a line, and a sentence follows behind a blank."""
    before = view[max(0, match.start() - 64) : match.start()].rpartition("\n")[2]
    after = _TALKS.match(view, match.end())
    if without_fill(before) != title or after is None:
        return False
    return ONE_OFFICE.match(view, after.end()) is None
