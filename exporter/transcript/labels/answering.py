"""Labels glued to an answer, right behind the question: ``…够不够？县林业局副局长柯恺护林员年龄偏大``.

A reporter has asked and nobody who is labelled answers him. Where his turn goes on behind a stop
with somebody whom the page has named, and does not tell of him, it is he who begins to speak.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.transcript.labels.label import Label
from exporter.transcript.labels.reading import Reading
from exporter.transcript.marks import without_fill
from exporter.transcript.people.names import HAN, unspaced
from exporter.transcript.people.offices import HONORIFIC, OFFICE
from exporter.transcript.people.roster import Roster
from exporter.transcript.people.surnames import NOT_NAMES
from exporter.transcript.turns.sense import ASKS

_ASKING = ("reporter", "outlet", "question")
_STOP = re.compile(r"[。？！…]”?[ \n]*")
_TITLE = 40  # characters of an office before a name
_NAME = 8
# What tells of a person, and the first person by which he tells it himself: 柯恺说起课间，我先讲…
_TOLD = re.compile(
    rf" ?(?:{HONORIFIC}|{OFFICE}|[，、；：。）》”的和与及等作说对向在将已曾]|表示|指出|介绍|强调|主持|出席|回答"
    "|宣布|通报|致辞|讲话|认为|告诉|透露|坦言|近日|日前|今[日年]|[昨前][日天]|曾经|提出|提到|强调|就)"
)
_FIRST_PERSON = re.compile("[^。？！\n“]{0,30}[我咱]")
_SPEECH = 8  # characters of the shortest answer


def answering_labels(view: str, found: list[Label], roster: Roster) -> Iterator[Label]:
    """The labels of those who answer inside a reporter's turn, in a record that glues its labels
    to the speech or has none for those who answer."""
    names = roster.pattern()
    ordered = sorted(found)
    answers = [x for x in ordered if x.reading.kind not in _ASKING]
    if names is None or any(view[x.end - 1 : x.end] in ("：", "\n") for x in answers):
        return
    for index, asked in enumerate(ordered):
        if asked.reading.kind not in _ASKING:
            continue
        end = ordered[index + 1].start if index + 1 < len(ordered) else len(view)
        yield from _answers(view, asked.end, end, names, roster)


def _answers(
    view: str, start: int, end: int, names: re.Pattern[str], roster: Roster
) -> Iterator[Label]:
    """The first label behind a question between `start` and `end`."""
    for stop in _STOP.finditer(view, start, end):
        asked = "？" in view[start : stop.end()] or ASKS.search(view, start, stop.end())
        named = names.search(view, stop.end(), min(end, stop.end() + _TITLE + _NAME))
        if not asked or named is None or end - named.end() < _SPEECH:
            continue
        title, name = without_fill(view[stop.end() : named.start()]), unspaced(named[0])
        known = {person.title for person in roster.titled(name) if person.title}
        if title not in known and (title or "？" not in stop[0] or not known or name in NOT_NAMES):
            continue
        if _TOLD.match(view, named.end()) and not _FIRST_PERSON.match(view, named.end(), end):
            continue
        if title or re.match(HAN, view[named.end() :][:1]):
            yield Label(stop.end(), named.end(), Reading("person" if title else "name", name, title), 3)
            return
