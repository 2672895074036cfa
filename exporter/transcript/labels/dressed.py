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
from exporter.transcript.labels.known import read_known
from exporter.transcript.labels.label import Label, label_key
from exporter.transcript.marks import SIGNS
from exporter.transcript.people.roster import Roster

# 3楼 · #3 · 03 · 第3条 · 3. · （3） · 三、
_NUMBER = (
    r"(?:第 ?\d{1,3} ?[条楼段帖]|[#＃]?\d{1,3} ?(?:[楼帖#.、．）]|(?= ))|（\d{1,3}）"
    r"|(?:第?[一二三四五六七八九十]{1,3}|（[一二三四五六七八九十]{1,3}）)[、.． ])"
)
_CLOSING = r"”』〉＞>》】\]｝}*_#~～|｜丨/／→…；=—"
_WORDS = rf"[^\W\d_](?:[^\n，。！？：（）\d{_CLOSING}]|（[^（）\n，。：]{{1,40}}）){{0,39}}+"
_HEAD = re.compile(
    rf"^[ \t]*+(?P<start>(?P<number>{_NUMBER} *+)?"
    r"(?P<open>[^\w\s，。！？；：、…（]{0,3}+_{0,2}+)"
    rf"(?:（(?P<round>[^（）\n，。！？；：]{{2,40}}+)）|(?P<words>{_WORDS}))"
    rf"(?: {{0,4}}[\[（]?{STAMP}[\]）]?)?"
    rf"(?P<close> ?[{_CLOSING}：]{{0,4}}+(?:(?<=\w)(?=[ \t]*$)|(?<=[{_CLOSING}：）]))))[ \t]*+",
    re.MULTILINE,
)
# a dress with a finder of its own: 柯恺： · ▲柯恺： · 【柯恺】
_COMMON_OPEN = re.compile(rf"[{SIGNS}•·*#>@\-—]*[【\[〔]?")
_COMMON_CLOSE = ("", "：", "】", "]", "】：", "]：")
# 柯恺说：, page wide, is a label
_VERB = re.compile(
    "(?:发言|讲话|回答|介绍|答复|提问|补充|表示)?(?:说|道|表示|指出|介绍|谈到|强调|补充|如下|认为|称)$"
)
_SPEECH = re.compile(r"\s{0,8}[^\n]{0,400}[。！？]")
_SURE = ("person", "host", "reporter", "outlet", "question", "answer")
_SPEAKS = (*_SURE, "name", "office", "reader")
_ASKING = ("reporter", "outlet", "question")
FEWEST = 3
"""Lines that prove a dress."""
_WEIGHT = 8  # more than what the words alone could have
_Dress = tuple[bool, str, str, bool]


class _Line(NamedTuple):
    """A line's head: from where to where, and the words in it without their verb."""

    start: int
    end: int
    words: str


def dressed_labels(view: str, roster: Roster) -> Iterator[Label]:
    """The labels of every dress that is proved and has no finder of its own."""
    dresses: dict[_Dress, list[_Line]] = defaultdict(list)
    for found in _HEAD.finditer(view):
        words = (found["round"] or found["words"]).strip()
        close = found["close"].strip()
        verb = _VERB.search(words) if close.endswith("：") else None
        number, opening = found["number"] is not None, found["open"] + "（" * bool(found["round"])
        odd = number or verb or close not in _COMMON_CLOSE or not _COMMON_OPEN.fullmatch(opening)
        if odd and not _goes_on(view, found, roster):
            words = words[: verb.start()] if verb else words
            line = _Line(found.start("start"), found.end(), words)
            dresses[number, opening, close, verb is not None].append(line)
    for dress, lines in dresses.items():
        if len(lines) >= FEWEST:
            yield from _proved(view, lines, roster, told=dress[-1])


# 《云溪日报》记者问： · 主持人/市政府新闻办 柯恺： · 主持人丨柯恺
_BEHIND = re.compile(r"[^\n，。！？；：]{2,40}：|[^\s，。！？；：]{2,24}(?= )")


def _goes_on(view: str, head: re.Match[str], roster: Roster) -> bool:
    """Whether the label is longer than the head: what stands behind the mark is part of it."""
    behind = None if head["close"].endswith("：") else _BEHIND.match(view, head.end())
    if behind is None:
        return False
    said = read_known(view[head.start("open") : behind.end()].strip(" ："), roster)
    return said is not None and bool(said.name or said.outlet)


def _proved(view: str, lines: list[_Line], roster: Roster, *, told: bool) -> list[Label]:
    """The labels among the lines of one dress; none unless they prove it."""
    often = Counter(label_key(line.words) for line in lines)
    read = [(line, read_known(line.words, roster)) for line in lines]
    labels: list[Label] = []
    who: list[str] = []
    for line, said in read:
        if said is None or said.kind not in _SPEAKS or not _SPEECH.match(view, line.end):
            continue
        key = label_key(line.words)
        sure = said.kind in _SURE or said.name in roster or often[key] > 1
        who += [key] * sure
        labels.append(Label(line.start, line.end, said, _WEIGHT))
    if not labels:
        return []
    asked = any(label.reading.kind in _ASKING for label in labels)
    within = sum(labels[0].start <= line.start <= labels[-1].start for line in lines)
    proved = len(who) >= FEWEST and len(set(who)) > 1 and 2 * len(labels) >= within
    if told:
        proved = proved and asked and not _quotes(view, labels)
    return labels if proved and (asked or len(set(who)) < len(who)) else []


def _quotes(view: str, labels: list[Label]) -> bool:
    """Whether quotations stand behind the labels, as a report has them."""
    return 3 * sum(view[label.end : label.end + 1] == "“" for label in labels) > len(labels)
