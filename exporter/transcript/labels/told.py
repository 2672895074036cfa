"""What looks like a label and opens what a speech tells that somebody else said: ``有位大户跟我讲：
“…。”``, ``村民王秀英：“…。”``.

A page quotes either all of its speeches or none. Where most labels have no quotation mark behind
them, one of somebody whom the page names nowhere else, with a quoted sentence behind it, belongs to
the speech in which it stands.
"""

from __future__ import annotations

import re
from collections import Counter

from exporter.transcript.cues import GREETING
from exporter.transcript.labels.label import Label, before_in_line
from exporter.transcript.labels.reading import Reading
from exporter.transcript.people.outlets import OUTLET

# “早卖早安心。” · “早卖早安心”, alone in the rest of its line; not “双减”之后… nor “早卖”，这是…
_SENTENCE = re.compile("“[^“”\n]{2,400}(?:[。！？…]”(?![，、的])|”[。！？]? *(?=\n|$))")
# 问：“要带什么？”答：“身份证。”
_BOTH = re.compile("“[^“”\n]{2,200}”答[^“”\n]{0,4}：“")
_TELLING = ("person", "name", "office", "body", "answer", "reporter", "outlet")
_FEWEST = 4  # labels of a page that show how it prints a speech


def without_told(view: str, found: list[Label]) -> list[Label]:
    """The labels without those that open a quotation told within a speech."""
    found = _without_strays(view, found)
    quoted = [label for label in found if view[label.end : label.end + 1] == "“"]
    if len(found) < _FEWEST or 2 * len(quoted) >= len(found):
        return found
    often = Counter(_who(label.reading) for label in found)
    told = {label for label in quoted if _is_told(view, label, often)}
    return [label for label in found if label not in told]


def _who(said: Reading) -> str:
    return said.name or said.title or said.outlet


def _is_told(view: str, label: Label, often: Counter[str]) -> bool:
    """Whether a label that a quotation mark follows is of somebody whom nothing else shows to be
    one of those present, and the quotation a sentence."""
    said = label.reading
    if said.kind == "question":
        return _BOTH.match(view, label.end) is not None
    if said.kind not in _TELLING or not _SENTENCE.match(view, label.end):
        return False
    if said.outlet and OUTLET.fullmatch(said.outlet):
        return False
    return often[_who(said)] == 1 and (not said.name or view.count(said.name) == 1)


def _without_strays(view: str, found: list[Label]) -> list[Label]:
    """The labels without the one or two within a line of a page whose labels begin lines, of
    somebody whom the page names nowhere else, where no form of address follows
    (``…到田头看过。青山镇党委书记柯恺：我们镇…``)."""
    within = [label for label in found if before_in_line(view, label)]
    if not within or len(found) - len(within) < _LINES * len(within):
        return found
    often = Counter(_who(label.reading) for label in found)
    told = {
        label
        for label in within
        if label.reading.kind in ("person", "name")
        and often[label.reading.name] == 1
        and view.count(label.reading.name) == 1
        and view[label.end - 1] == "："
        and not GREETING.match(view, label.end)
    }
    return [label for label in found if label not in told]


_LINES = 4  # labels that begin a line to each that doesn't
