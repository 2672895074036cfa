"""Labels that a blank or a line (丨, ——) alone parts from the speech: ``罗天成　各位记者…``.

A line's first words alone prove nothing. They are labels where the record has hardly any others and
several lines open so: with at least two who speak, one of whom asks or comes back.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from exporter.transcript.cues import SPEECH_IN_TITLE
from exporter.transcript.labels.known import read_known
from exporter.transcript.labels.label import Label, label_key
from exporter.transcript.labels.reading import Reading
from exporter.transcript.people.names import is_name
from exporter.transcript.people.roster import Roster

# a blank, or a line between label and speech: 柯恺丨各位好 · 柯恺——各位好
_GAP = r"(?: {1,4}| {0,2}(?:[丨|｜]|—{1,2}) {0,2})"
_LINE = re.compile(
    r"^ *+(?P<number>\d{1,2}[.、．] ?|\d{1,2}：\d{2}(?:：\d{2})? +"
    r"|[\[【（]\d{1,2}：\d{2}(?:：\d{2})?[\]】）] {0,2})?"
    r"(?P<first>[^\s，。：；！？“”（）\[\]【】|｜丨—]{1,30}(?:（[^\s。：；！？“”（）]{2,30}）)?)"
    rf"{_GAP}(?=\S)(?P<rest>[^\n]*)$",
    re.MULTILINE,
)
_SECOND = re.compile(rf"(?P<second>[^\s，。：；！？、“”（）\[\]【】|｜丨—]{{1,20}}){_GAP}(?=\S)")
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
    found = list(without_strangers(list(_candidates(view, roster)), roster))
    key = {label: _NUMBER.sub("", label_key(view[label.start : label.end])) for label in found}
    keys = Counter(key.values())
    known = [x for x in found if x.reading.kind in _KNOWN or keys[key[x]] > 1]
    asked = any(label.reading.kind in _ASKING for label in known)
    comes_back = any(keys[key[label]] > 1 for label in known)
    who = {key[label] for label in known}
    proved = len(known) >= FEWEST and len(who) > 1 and (asked or comes_back)
    return known if proved else []


def without_strangers(found: list[Label], roster: Roster) -> Iterator[Label]:
    """The labels without names that neither the roster nor another of them, with an office, has."""
    named = {x.reading.name for x in found if x.reading.kind in ("person", "host")}
    for label in found:
        name = label.reading.name
        if label.reading.kind != "name" or name in roster or name in named:
            yield label


def _candidates(view: str, roster: Roster) -> Iterator[Label]:
    for line in _LINE.finditer(view):
        second = _SECOND.match(view, line.start("rest"), line.end())
        label = _of_two(line, second, roster) if second else None
        label = label or _of_one(line, roster)
        if roster.lists_at(line.start()):
            continue
        if label is not None and _speaks(view, label.end, line.end()):
            yield label


def _speaks(view: str, start: int, end: int) -> bool:
    """Whether what follows is speech: no list's entry, no news agency's place and day."""
    rest = view[start:end]
    return _SPOKEN.search(rest) is not None and _DATELINE.match(rest.strip()) is None


def _of_two(line: re.Match[str], second: re.Match[str], roster: Roster) -> Label | None:
    """``市水利局局长 罗天成 ``: two words that are one label."""
    words = f"{line['first']} {second['second']}"
    said = read_known(words, roster)
    if said is None or said.kind not in _SURE or SPEECH_IN_TITLE.search(words):
        return None
    named = said.kind == "reporter" and is_name(second["second"])
    if not (said.name or named) or (said.kind == "reporter" and not named):
        return None
    return _label(line, second.end(), said)


def _of_one(line: re.Match[str], roster: Roster) -> Label | None:
    said = read_known(line["first"], roster)
    return _label(line, line.start("rest"), said) if said else None


def _label(line: re.Match[str], end: int, said: Reading) -> Label:
    start = line.start("number") if line["number"] else line.start("first")
    return Label(start, end, said, 3)
