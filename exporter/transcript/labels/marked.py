"""Labels behind a mark, parted from the speech by nothing but a blank: ``▲南方都市报记者 请问…``.

The mark at a line's start proves them, where at least two lines with it open with a label that is
sure: then an office and whatever is named behind it (``▲区税务局副局长 支持 一季度…``) is a person,
and 主持人 or an outlet alone will do.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from exporter.transcript.cues import SPEECH_IN_TITLE
from exporter.transcript.labels.known import read_known
from exporter.transcript.labels.label import Label
from exporter.transcript.labels.reading import Reading, read_likely_outlet
from exporter.transcript.marks import MARK
from exporter.transcript.people.names import HAN, is_name
from exporter.transcript.people.offices import CLOSED_OFFICE
from exporter.transcript.people.roster import Roster

_LINE = re.compile(
    rf"^ *(?P<start>(?P<mark>{MARK}) *"
    r"(?P<first>[^\s：。，！？；]{2,30})) (?=\S)[^\n]*$",
    re.MULTILINE,
)
# ◆法治瞭望 / 请问检察建议发出以后，…？
_ALONE = re.compile(
    rf"^ *(?P<start>(?P<mark>{MARK}) *(?P<words>[^\s：。，！？；]{{2,16}})) *"
    r"(?=\n(?P<next>[^\n]+))",
    re.MULTILINE,
)
# ◎（云溪日报记者）老城区大家很关心，请问…
_ROUND = re.compile(
    rf"^ *(?P<start>{MARK} *（(?P<words>[^（）\n：。，！？]{{2,30}})）) *(?=[^\s：])", re.MULTILINE
)
_SAID_TO_ASK = re.compile(r"(?P<outlet>.{2,14}?)(?:记者|記者)?(?:提问|追问|发问|提問|追問|發問)")
_ASKS = re.compile(r"请问|請問|我想(?:问|問|请问)|想(?:请)?[问問]|[？?吗呢嗎]")
_SECOND = re.compile(r"(?P<second>[^\s：。，！？；“”]{2,12}) (?=\S)")
_NO_OUTLETS = (
    "记者",
    "記者",
    "媒体",
    "媒體",
    "现场",
    "現場",
    "网友",
    "網友",
    "自由",
    "现场记者",
    "互动",
)
_NAME = re.compile(f"{HAN}{{2,4}}")
_CLEAR = ("person", "host", "reporter", "outlet")
PROVED = 2  # lines with a sure label that prove a mark


def marked_labels(view: str, roster: Roster) -> Iterator[Label]:
    """The labels behind every mark that is proved, most of whose lines open with one."""
    lines: dict[str, list[tuple[Label | None, bool]]] = defaultdict(list)
    for line in _LINE.finditer(view):
        lines[line["mark"]].append(_read(view, line, roster))
    proved = False
    waiting: list[Label] = []
    for found in lines.values():
        sure = sum(label is not None and clear for label, clear in found)
        labels = [label for label, _ in found if label is not None]
        if sure >= PROVED and 2 * len(labels) > len(found):
            proved = True
            yield from labels
        elif len(labels) == len(found) and all(_asks_behind(view, label) for label in labels):
            waiting += labels
    if proved:
        yield from waiting


def outlets_in_brackets(view: str, roster: Roster) -> Iterator[Label]:
    """The outlets in round brackets behind a mark at a line's start, which no sentence has."""
    for line in _ROUND.finditer(view):
        said = read_known(line["words"], roster)
        if said and said.kind in ("reporter", "outlet") and said.outlet:
            yield Label(*line.span("start"), said, 4)


def _asks_behind(view: str, label: Label) -> bool:
    """Whether an outlet's label has a question behind it in its line: who asks may have a mark of
    its own (``◆ 市水利局局长柯恺 …`` but ``◇ 云溪网 …？``)."""
    stop = view.find("\n", label.end)
    asks = _ASKS.search(view, label.end, stop if stop >= 0 else len(view)) is not None
    return asks and label.reading.kind in ("outlet", "reporter")


def outlets_alone(view: str, roster: Roster) -> Iterator[Label]:
    """Outlets that no word tells to be one, alone in their line above a question, behind a mark
    that heads nothing in such lines but who asks, or with the word for it (▷ 健康报追问)."""
    lines: dict[str, list[tuple[re.Match[str], Reading | None]]] = defaultdict(list)
    for line in _ALONE.finditer(view):
        asked = _SAID_TO_ASK.fullmatch(line["words"])
        said = Reading("outlet", outlet=asked["outlet"]) if asked else None
        if said and said.outlet not in _NO_OUTLETS:
            yield Label(line.start("start"), line.end("words"), said, 4)
        lines[line["mark"]].append((line, said or read_known(line["words"], roster)))
    for found in lines.values():
        told = [said for _, said in found if said]
        if not told or any(said.kind not in ("reporter", "outlet") for said in told):
            continue
        for line, said in found:
            if said is None and _ASKS.search(line["next"]) and not is_name(line["words"]):
                outlet = Reading("outlet", outlet=line["words"])
                yield Label(line.start("start"), line.end("words"), outlet, 4)


def _read(view: str, line: re.Match[str], roster: Roster) -> tuple[Label | None, bool]:
    """What a marked line opens with, and whether that is sure without the mark."""
    first = line["first"]
    second = _SECOND.match(view, line.end("first") + 1, line.end())
    start = line.start("start")
    if second:
        said = read_known(f"{first} {second['second']}", roster)
        asked = said and said.kind == "reporter" and not is_name(second["second"])
        if said and said.name and said.kind in _CLEAR and not asked:
            return Label(start, second.end("second"), said, 4), True
        office = CLOSED_OFFICE.search(first[-16:]) and not SPEECH_IN_TITLE.search(first)
        if office and _NAME.fullmatch(second["second"]):
            named = Reading("person", second["second"], first)
            return Label(start, second.end("second"), named, 4), False
    said = read_known(first, roster) or read_likely_outlet(first)
    if said and said.kind in _CLEAR:
        return Label(start, line.end("first"), said, 4), said.kind != "outlet"
    if said and said.kind == "name" and said.name in roster:
        return Label(start, line.end("first"), said, 4), True
    return None, False
