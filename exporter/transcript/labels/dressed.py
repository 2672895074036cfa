"""Labels that a page's own dress proves, whatever the dress is: ``3楼 柯恺：``, ``「柯恺」``,
``柯恺/``, ``柯恺说：``.

A dress is what stands around the words of a label at a line's start: a number, signs or brackets
before them, signs or a verb behind. Nobody can list the dresses of all sites, and no single line
proves one: three lines of one dress do, of two who speak, one of whom asks or comes back, where
most lines of that dress read as labels. The common dresses (a colon, square brackets, a line of its
own) have finders of their own, which need less proof.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from exporter.transcript.clocks import STAMP
from exporter.transcript.labels.known import read_known, read_set_apart
from exporter.transcript.labels.label import Label, label_key
from exporter.transcript.marks import SIGNS
from exporter.transcript.people.roster import Roster

# 3楼 · #3 · 03 · 第3条 · 3. · （3） · 三、
_NUMBER = (
    r"(?:第 ?\d{1,3} ?[条楼段帖]|[#＃]?\d{1,3} ?(?:[楼帖#.、．）]|(?= ))|（\d{1,3}）"
    r"|(?:第?[一二三四五六七八九十]{1,3}|（[一二三四五六七八九十]{1,3}）)[、.． ])"
)
_CLOSING = r"”』〉＞>》】\]｝}*_#~～|｜丨/／→…；=—"
# words of a label, no stop, sign or time in them: 香港《海风》杂志记者 · 24K电视台记者
_WORDS = (
    rf"(?:[^\W\d_]|《[^《》\n]{{1,20}}》(?=\w))(?:[^\n，。！？：（）《\d{_CLOSING}]"
    r"|（[^（）\n，。：]{1,40}）|《[^《》\n]{1,20}》|\d{1,5}(?![\d：/.\-年月日])){0,39}+"
)
_HEAD = re.compile(
    rf"^[ \t]*+(?P<start>(?P<number>{_NUMBER} *+)?"
    r"(?P<open>[^\w\s，。！？；：、…（]{0,3}?_{0,2})"
    rf"(?:（(?P<round>(?:[^（）\n，。！？；：]|（[^（）\n，。]{{1,40}}）){{1,40}}+)）|(?P<words>{_WORDS}))"
    rf"(?: {{0,4}}[\[（]?{STAMP}[\]）]?)?"
    rf"(?P<close> ?[{_CLOSING}：]{{0,4}}+"
    rf"(?:(?<=[\w》）])(?=[ \t]*$)|(?<=[{_CLOSING}：）]))))[ \t]*+",
    re.MULTILINE,
)
# a dress with a finder of its own: 柯恺： · ▲柯恺： · 【柯恺】
_COMMON_OPEN = re.compile(rf"[{SIGNS}•·*#>@\-—]*[【\[〔]?")
_COMMON_CLOSE = ("", "：", "】", "]", "】：", "]：")
# 柯恺说：, page wide, is a label
_VERB = re.compile("(?:说|道|发言如下|表示|指出|介绍|谈到|强调|补充|认为|称)$")
_SPEECH = re.compile(r"\s{0,8}[^\n]{0,400}[。！？]")
_SURE = ("person", "host", "reporter", "outlet", "question", "answer")
_SPEAKS = (*_SURE, "name", "office", "reader")
_ASKING = ("reporter", "outlet", "question")
FEWEST = 3
"""Lines that prove a dress."""
_WEIGHT = 8  # more than what the words alone could have


class Line(NamedTuple):
    """A line's head: from where to where, and the words in it without their verb."""

    start: int
    end: int
    words: str


class Dress(NamedTuple):
    """What stands around the words of a label: whether a number does, signs before and behind,
    whether a verb."""

    number: bool
    open: str
    close: str
    told: bool


Dresses = dict[Dress, list[Line]]


def find_dresses(view: str, roster: Roster) -> Dresses:
    """The lines by the dress of their heads, where enough have one that is not common."""
    dresses: Dresses = defaultdict(list)
    for found in _HEAD.finditer(view):
        words = (found["round"] or found["words"]).strip()
        close, opening = found["close"].strip(), found["open"] + "（" * bool(found["round"])
        plain = _without_verb(words, roster) if close.endswith("：") else words
        dress = Dress(found["number"] is not None, opening, close, plain != words)
        if not _is_common(dress) and not _goes_on(view, found, roster):
            dresses[dress].append(Line(found.start("start"), found.end(), plain))
    return {dress: lines for dress, lines in dresses.items() if len(lines) >= FEWEST}


def _is_common(dress: Dress) -> bool:
    """Whether a dress has a finder of its own."""
    signed = dress.close not in _COMMON_CLOSE or not _COMMON_OPEN.fullmatch(dress.open)
    return not (dress.number or dress.told or signed)


def _without_verb(words: str, roster: Roster) -> str:
    """The words before a verb (``柯恺说``, ``柯恺介绍说``) that read as a label only without it."""
    verb = _VERB.search(words)
    if verb is None or read_known(words, roster):
        return words
    verb = _VERB.search(words[: verb.start()]) or verb
    return words[: verb.start()]


# 《云溪日报》记者问： · 主持人/市政府新闻办 柯恺： · 主持人丨柯恺
_BEHIND = re.compile(r"[^\n，。！？；：]{2,40}：|[^\s，。！？；：]{2,24}(?= )")


def _goes_on(view: str, head: re.Match[str], roster: Roster) -> bool:
    """Whether the label is longer than the head: what stands behind the mark is part of it."""
    behind = None if head["close"].endswith("：") else _BEHIND.match(view, head.end())
    if behind is None:
        return False
    said = read_known(view[head.start("open") : behind.end()].strip(" ："), roster)
    return said is not None and bool(said.name or said.outlet)


def dressed_labels(view: str, dresses: Dresses, roster: Roster) -> Iterator[Label]:
    """The labels of every dress that is proved."""
    for dress, lines in dresses.items():
        yield from _proved(view, lines, roster, told=dress.told)


def _proved(view: str, lines: list[Line], roster: Roster, *, told: bool) -> list[Label]:
    """The labels among the lines of one dress; none unless they prove it."""
    often = Counter(label_key(line.words) for line in lines)
    labels: list[Label] = []
    who: list[str] = []
    for line in lines:
        said = read_set_apart(line.words, roster)
        if said is None or said.kind not in _SPEAKS:
            continue
        key = label_key(line.words)
        sure = said.kind in _SURE or said.name in roster or often[key] > 1
        who += [key] * (sure and _SPEECH.match(view, line.end) is not None)
        labels.append(Label(line.start, line.end, said, _WEIGHT))
    if len(who) < FEWEST or len(set(who)) < _SPEAKERS:
        return []
    asked = any(label.reading.kind in _ASKING for label in labels)
    hosted = sum(label.reading.kind == "host" for label in labels) > 1
    within = sum(labels[0].start <= line.start <= labels[-1].start for line in lines)
    proved = asked or len(set(who)) < len(who)
    if told:
        proved = (asked or hosted) and not _quotes(view, labels)
    return labels if proved and 2 * len(labels) >= within else []


_SPEAKERS = 2


def _quotes(view: str, labels: list[Label]) -> bool:
    """Whether quotations stand behind the labels, as a report has them."""
    return 3 * sum(view[label.end : label.end + 1] == "“" for label in labels) > len(labels)


def proved_lines(dresses: Dresses, found: list[Label]) -> Iterator[tuple[Dress, Line]]:
    """The lines of the dresses that labels among the `found` prove."""
    starts = {label.start for label in found if label.weight >= _WEIGHT}
    for dress, lines in dresses.items():
        if sum(line.start in starts for line in lines) >= FEWEST:
            yield from ((dress, line) for line in lines)
