"""Labels that an element of the page tells: a ``<span class="nm">`` before every speech, a
``<div class="who">`` above it, whatever the class is called.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from exporter.source.model import Mark
from exporter.transcript.clocks import STAMP
from exporter.transcript.labels.known import read_known
from exporter.transcript.labels.label import Label
from exporter.transcript.labels.proving import Head, proved
from exporter.transcript.marks import SIGNS
from exporter.transcript.people.roster import Roster

_WEIGHT = 6  # more than what a part of the words alone could have
_ALONE = 4  # less than what a line has with the office or name in the next one
_SET = " ：【】[]〔〕「」"  # what stands around the words of a label
# ▲ 10:05 柯恺 10:05
_LEAD = re.compile(rf"(?:[{SIGNS}•·*#>@\-— ]|[\[（【]?{STAMP}[\]）】]?){{0,6}}")
_TRAIL = re.compile(rf" {{0,4}}[\[（]?{STAMP}[\]）]?$")
# （省发展改革委副主任） · 市水利局局长： · 【10:05】：, the rest of the label behind its element
_REST = re.compile(r" {0,4}(?P<more>（[^（）\n]{2,40}）|[^\n，。！？；：（）]{2,40}(?=：))")
# <i>柯恺</i> <i>市水利局局长</i> <i>主持人</i>: the label's other elements, which fill its line
_LINE = re.compile(r" {0,4}(?P<more>[^\n，。！？；：（）]{2,40})(?=\n)")
_BEHIND = re.compile(rf"[】\]〕」]?(?: *[\[（]?{STAMP}[\]）]?)? {{0,4}}：?[ \n]*")
_SAMPLE = 16  # openings of which one at least reads as a label, where they are labels
_ROW = 60  # characters from a cell's begin to the next cell, where a row's first cell is a label


def opened_labels(view: str, marks: Iterable[Mark], roster: Roster) -> Iterator[Label]:
    """The labels among the openings of every element that is proved; tables have their own."""
    kinds: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        row = mark.kind == "opening" and view.find("\t", mark.start, mark.end + _ROW) >= 0
        if mark.kind == "opening" and not row and not roster.lists_at(mark.start):
            kinds[mark.number].append(mark)
    for alike in kinds.values():
        first = (view[mark.start : mark.end].strip(_SET) for mark in alike[:_SAMPLE])
        if not any(read_known(words, roster) for words in first):
            continue
        each = [head for mark in alike if (head := _head(view, mark, roster))]
        for label in proved(view, each, roster, _WEIGHT):
            alone = view[label.end : label.end + 1] == "\n"
            yield label._replace(weight=_ALONE) if alone else label


def _head(view: str, mark: Mark, roster: Roster) -> Head | None:
    """The words of an opening without signs and times, and what behind its element belongs to
    them."""
    lead = _LEAD.match(view, mark.start, mark.end)
    words = view[lead.end() if lead else mark.start : mark.end].strip(_SET)
    words, end = _TRAIL.sub("", words).strip(_SET), mark.end
    if not words or "\n" in words or "：" in words:
        return None
    rest = _LINE.match(view, end)
    if rest and read_known(f"{words} {rest['more']}", roster):
        words, end = f"{words} {rest['more']}", rest.end()
    rest = _REST.match(view, end)
    if rest and read_known(f"{words} {rest['more']}".replace(" （", "（"), roster):
        words, end = f"{words} {rest['more']}".replace(" （", "（"), rest.end()
    behind = _BEHIND.match(view, end)
    gap = behind[0] if behind else ""
    line = view.rfind("\n", 0, mark.start) + 1
    start = line if _LEAD.fullmatch(view, line, mark.start) else mark.start
    start += len(view[start : mark.start]) - len(view[start : mark.start].lstrip())
    return Head(start, end + len(gap.rstrip("\n ") if "\n" in gap else gap), words)
