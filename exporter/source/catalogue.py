"""The entry of a site's catalogue that stands above a page, or below it, where it is printed
without the colons that tell labels (``索 引 号 11330…``, ``| 发布机构 | 市府 |``), without a blank
between fields, or with each value below its label (``Release Date:`` / ``6 February 2025``).

What parts label and value is made a colon, what parts two fields a line end; the lines are then
read by `fields` like any other. A line is of an entry only where two sure labels stand near each
other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from exporter.source import dates
from exporter.source.draft import Change
from exporter.source.fields import either, fields_of
from exporter.source.phrases import catalogue
from exporter.source.records import lines

RULE = "layout.catalogue"
_REASON = "label and value of a catalogue's entry"
HEAD, FOOT = 1_600, 1_200  # characters of a page in which its entry stands
_WORDS = catalogue()
_SURE = frozenset(_WORDS["sure"])
_LABEL = re.compile(
    rf"(?:(?<=[\s|｜】\]])|^)(?P<label>{either((*_WORDS['sure'], *_WORDS['beside']))})"
    r"(?=[\s|｜:：]|$)"
    rf"|(?P<glued>{either(word for word in _WORDS['sure'] if not word.isascii())})"
)
_JOINT = re.compile(r"[\s|｜\u3000\xa0]{0,12}[:：]?[\s|｜\u3000\xa0]{0,12}")
_COLONED = re.compile(r"[ \u3000\xa0]{0,3}[:：][ \u3000\xa0]{0,3}")
_EDGE = re.compile(r"[ \t|｜\u3000\xa0]{0,12}")
_VALUE = 90  # characters of a value in a line of its own
_STOPS = "。！？!?；"


class _Entry(msgspec.Struct, frozen=True):
    """A label of the entry: where it stands, and where the line ends that it stands in."""

    name: str
    start: int
    end: int
    stop: int


def entries(text: str) -> Iterator[Change]:
    """The changes that make an entry at the head of the page, and one at its foot, lines of
    fields."""
    head = len(text) if len(text) <= HEAD else text.rfind("\n", 0, HEAD) + 1
    foot = max(head, text.rfind("\n", 0, max(0, len(text) - FOOT)) + 1)
    for low, high in ((0, head), (foot, len(text))):
        near = (
            _near(text, list(_labels(text, low, high)))
            if low < high and any(hint in text[low:high] for hint in _FIRST)
            else []
        )
        yield from _made(text, near)
        if not near and (found := _DATED.search(text, low, min(high, head))):
            yield Change(*found.span("gap"), "：", RULE, _REASON)


# Date / Oct. 29, 2025: a label and a day in lines of their own
_DATED = re.compile(
    rf"^(?:Date|日期|时间|時間)(?P<gap>\s{{1,4}})(?={dates.FULL}\s{{0,3}}$)", re.MULTILINE
)
_FIRST = frozenset(word[:3].strip() for word in _SURE) | frozenset(
    " ".join(word[:2]) for word in _SURE if not word.isascii()
)


def _labels(text: str, low: int, high: int) -> Iterator[_Entry]:
    """The labels at the head of a line, and those behind them in it."""
    for start, end in lines(text, low, high):
        edge = _EDGE.match(text, start, end)
        at = edge.end() if edge else start
        found = list(_LABEL.finditer(text, start, end))
        if not found or found[0].start() != at:
            continue
        if len(found) > 1 and fields_of(text, start, end):
            continue  # it is read as it stands
        for each in found:
            words = each["label"] or each["glued"]
            name = words if words.isascii() else "".join(words.split())
            yield _Entry(name, each.start(), each.end(), end)


def _near(text: str, found: list[_Entry]) -> list[_Entry]:
    """The labels if two of them are sure, and a third or a line of several."""
    sure = sum(entry.name in _SURE for entry in found)
    return found if sure > 1 and len(found) > 2 else []


def _made(text: str, found: list[_Entry]) -> Iterator[Change]:
    done = 0
    below = _values_below(text, found)
    for index, entry in enumerate(found):
        behind = found[index + 1] if index + 1 < len(found) else None
        line = text.rfind("\n", 0, entry.start) + 1
        low = max(done, line, _back(text, entry.start))
        if low > line:
            yield Change(low, entry.start, "\n", RULE, _REASON)
        elif low < entry.start and low == line:
            yield Change(low, entry.start, "", RULE, _REASON)
        done = entry.end
        stop = behind.start if behind and behind.start < entry.stop else entry.stop
        joint = _JOINT.match(text, entry.end, stop)
        at = joint.end() if joint else entry.end
        if at >= stop and stop < entry.stop:
            at = 0
        elif at >= stop:
            at = below[index]
        if at and not _COLONED.fullmatch(text, entry.end, at):
            yield Change(entry.end, at, "：", RULE, _REASON)
        done = max(done, at)


def _values_below(text: str, found: list[_Entry]) -> list[int]:
    """Where the value of each label begins that is in the line below it; 0 for none.

    What stands below the last label may be the title, so it is a value only where two labels
    before it have theirs below, and no label has none.
    """
    out: list[int] = []
    for index, entry in enumerate(found):
        behind = found[index + 1] if index + 1 < len(found) else None
        alone = not text[entry.end : entry.stop].strip(" \t:：|｜\u3000\xa0")
        out.append((_below(text, entry.stop, behind) or 0) if alone else -1)
    last = len(out) - 1
    if out and out[last] > 0 and (0 in out or sum(at > 0 for at in out[:last]) < _LEAST):
        out[last] = 0
    return [max(0, at) for at in out]


_LEAST = 2  # values below their labels that show it to be the way of the page


def _back(text: str, at: int) -> int:
    """Where the blanks and bars begin that stand before `at`."""
    while text[at - 1 : at] in tuple(" \t|｜\u3000\xa0"):
        at -= 1
    return at


def _below(text: str, stop: int, behind: _Entry | None) -> int | None:
    """Where the value begins in the line below a label that ends its line at `stop`; ``None`` if
    nothing there is one."""
    at = stop
    while text[at : at + 1].isspace():
        at += 1
    end = text.find("\n", at)
    end = end if end >= 0 else len(text)
    labelled = behind is not None and at <= behind.start < end
    value = text[at:end].strip()
    if labelled or not value or len(value) > _VALUE or value[-1] in _STOPS:
        return None
    return at + (2 if value.startswith("• ") else 0)
