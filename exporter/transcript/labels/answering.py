"""Labels glued to an answer, right behind the question: ``…够不够？县林业局局长柯恺护林员…``.

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
    rf" ?(?:{HONORIFIC}|{OFFICE}|[，、；：。）》”的和与及等作说对向在将已曾]|表示|指出|介绍|强调"
    "|主持|出席|回答|宣布|通报|致辞|讲话|认为|告诉|透露|坦言|近日|日前|今[日年]|[昨前][日天]|曾经|提出|提到|强调|就)"
)
_FIRST_PERSON = re.compile("[^。？！\n“]{0,30}[我咱]")
_SENTENCE = re.compile(r"[^。？！\n]{0,200}[。？！]")
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
    """The label of him who answers between `start` and `end`: the first behind the question, but
    none that is named in a question itself."""
    for stop in _STOP.finditer(view, start, end):
        label = _named(view, stop, start, end, names, roster)
        told = _SENTENCE.match(view, label.end, end) if label else None
        if label and not (
            told and told[0].endswith("？") and _asks_on(view, told.end(), end, names)
        ):
            yield label
            return


def _asks_on(view: str, start: int, end: int, names: re.Pattern[str]) -> bool:
    """Whether another name stands behind a stop, or nothing: then a question came before."""
    return end - start < _SPEECH or any(
        _near(view, stop, end, names) for stop in _STOP.finditer(view, max(0, start - 1), end)
    )


def _near(view: str, stop: re.Match[str], end: int, names: re.Pattern[str]) -> re.Match[str] | None:
    """The name that stands in the first words behind a stop."""
    return names.search(view, stop.end(), min(end, stop.end() + _TITLE + _NAME))


def _named(
    view: str, stop: re.Match[str], start: int, end: int, names: re.Pattern[str], roster: Roster
) -> Label | None:
    """The label right behind a stop, if a question has been put before it."""
    asked = "？" in view[start : stop.end()] or ASKS.search(view, start, stop.end())
    named = _near(view, stop, end, names) if asked else None
    if named is None or end - named.end() < _SPEECH:
        return None
    title, name = without_fill(view[stop.end() : named.start()]), unspaced(named[0])
    known = {person.title for person in roster.titled(name) if person.title}
    if title not in known and (title or "？" not in stop[0] or not known or name in NOT_NAMES):
        return None
    if _TOLD.match(view, named.end()) and not _FIRST_PERSON.match(view, named.end(), end):
        return None
    if not title and re.match(HAN, view[named.end() : named.end() + 1]) is None:
        return None
    return Label(stop.end(), named.end(), Reading("person" if title else "name", name, title), 3)
