"""Labels that a blank or a line (丨, ——, -) alone parts from the speech: ``罗天成　各位记者…``,
``海州卫视 记者 何田　请问…``.

A line's first words alone prove nothing. They are labels where the record has hardly any others and
several lines open so: with at least two who speak, one of whom asks or comes back. Of the blanks in
a line's head, the label ends at the last one before which all words read as a label.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from exporter.transcript.cues import SPEECH_IN_TITLE
from exporter.transcript.labels.known import read_known
from exporter.transcript.labels.label import Label, label_key
from exporter.transcript.labels.proving import SURE, Head, proved
from exporter.transcript.labels.reading import Reading
from exporter.transcript.people.names import is_name
from exporter.transcript.people.roster import Roster

# a blank, or a line between label and speech: 柯恺丨各位好 · 柯恺——各位好 · 柯恺 - 各位好
_GAP = re.compile(r" {1,4}[-–] {1,4}| {1,4}(?![-–|｜丨—])| {0,2}(?:[丨|｜]|—{1,2}) {0,2}")
_LINE = re.compile(
    r"^ *+(?P<number>\d{1,2}[.、．] ?|\d{1,2}：\d{2}(?:：\d{2})? {1,4}"
    r"|[\[【（]\d{1,2}：\d{2}(?:：\d{2})?[\]】）] {0,2})?"
    r"(?P<head>(?! )(?:[^\n，。：；！？“”（）]|（[^\n。：；！？“”（）]{2,40}）){2,60}+)(?=[^\n])",
    re.MULTILINE,
)
_SPOKEN = re.compile(r"[。！？，；]")
_DATELINE = re.compile(r"[^，。]{0,16}\d{1,2}日电")
_ASKING = frozenset({"reporter", "outlet", "question"})
_SURE = frozenset({"person", "host", "reporter", "outlet", "question", "answer"})
_KNOWN = _SURE | {"name"}  # of those that an office names elsewhere
_NUMBER = re.compile(r"^[\d.、．：\[\]【】（）]+")
FEWEST = 3
"""Lines that open so, of a record without other labels; of two it may be chance."""


def spaced_labels(view: str, roster: Roster) -> list[Label]:
    """The labels of a record that parts them by blanks; none unless they prove each other."""
    heads = [
        head
        for line in _LINE.finditer(view)
        if not roster.lists_at(line.start()) and (head := _head(view, line, roster))
    ]
    read = [
        Label(head.start, head.end, said, 3)
        for head in heads
        if (said := read_known(head.words, roster)) and _fits(said)
    ]
    found = list(without_strangers(read, roster))
    key = {label: _NUMBER.sub("", label_key(view[label.start : label.end])) for label in found}
    keys = Counter(key.values())
    known = [x for x in found if x.reading.kind in _KNOWN or keys[key[x]] > 1]
    asked = any(label.reading.kind in _ASKING for label in known)
    comes_back = any(keys[key[label]] > 1 for label in known)
    who = {key[label] for label in known}
    if len(known) < FEWEST or len(who) < SURE or not (asked or comes_back):
        return []
    taken = {label.start for label in known}
    more = [x for x in proved(view, heads, roster, 3, strict=True) if x.start not in taken]
    return sorted([*known, *more])


def _fits(said: Reading) -> bool:
    """Whether a blank alone may part a label that says so from its speech."""
    return said.kind in _KNOWN or bool(said.title)


def without_strangers(found: list[Label], roster: Roster) -> Iterator[Label]:
    """The labels without names that neither the roster nor another of them, with an office, has."""
    named = {x.reading.name for x in found if x.reading.kind in ("person", "host")}
    for label in found:
        name = label.reading.name
        if label.reading.kind != "name" or name in roster or name in named:
            yield label


def _head(view: str, line: re.Match[str], roster: Roster) -> Head | None:
    """The words of a line up to the last blank before which they read as a label, or else up to the
    first one; ``None`` where no speech follows."""
    begin, stop = line.span("head")
    gaps = [gap for gap in _GAP.finditer(view, begin, stop) if _is_outside(view, begin, gap)]
    stop = view.find("\n", stop) if "\n" in view[stop:] else len(view)
    for gap in reversed(gaps[:_PARTS]):
        words = view[begin : gap.start()]
        said = read_known(words, roster)
        if said and _is_whole(said, words) and _speaks(view, gap.end(), stop):
            if said in _ROLES and gap.end() < gaps[-1].end():  # 提问 北岭观察
                gap = gaps[gaps.index(gap) + 1]
            return Head(_start(line), gap.end(), view[begin : gap.start()])
    if gaps and _speaks(view, gaps[0].end(), stop):
        return Head(_start(line), gaps[0].end(), view[begin : gaps[0].start()])
    return None


_ROLES = (Reading("question"), Reading("reporter"))  # may have an outlet behind the next blank
_PARTS = 5  # blanks in a head at most: 主持人 市政府新闻办 副主任 柯恺


def _is_outside(view: str, begin: int, gap: re.Match[str]) -> bool:
    """Whether a blank stands behind words and outside of brackets."""
    words = view[begin : gap.start()]
    return bool(words.strip()) and words.count("（") == words.count("）")


def _is_whole(said: Reading, words: str) -> bool:
    """Whether words of several parts are one label: they name somebody, or a reporter's outlet."""
    if " " not in words:
        return True
    asks = said.kind == "reporter" and (is_name(said.name) or words.endswith(("记者", "提问")))
    named = said.kind in _SURE and bool(said.name) and said.kind != "reporter"
    return (asks or named) and not SPEECH_IN_TITLE.search(words)


def _start(line: re.Match[str]) -> int:
    return line.start("number") if line["number"] else line.start("head")


def _speaks(view: str, start: int, end: int) -> bool:
    """Whether what follows is speech: no list's entry, no news agency's place and day."""
    rest = view[start:end]
    return _SPOKEN.search(rest) is not None and _DATELINE.match(rest.strip()) is None
