"""What an English page prints about its speakers without anybody speaking: ``Chairperson:`` over a
name and office, and words that its prose reports before the first label.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from exporter.transcript.english.names import CAPITAL
from exporter.transcript.english.outlets import OFFICES, is_outlet
from exporter.transcript.english.reading import PRESENTER
from exporter.transcript.labels.label import Label, apart
from exporter.transcript.labels.reading import Reading

_NAME = rf"[{CAPITAL}][\w'\-.]{{1,30}}(?: [{CAPITAL}][\w'\-.]{{0,30}}){{1,3}}"
# Chairperson:⏎Lin Qing, spokesperson of the council: a name, an office, and no stop
_CARD = re.compile(
    rf"\s*(?:(?:Mr|Ms|Mrs|Dr|Prof)\.? )?(?P<name>{_NAME})(?:, [^\n]{{3,200}}|\n[^\n]{{3,120}})?"
)
_STOPS = (".", "!", "?", '"', "”")
# At the start of the conference, Premier Lin Qing said: Friends from the press, …
_SAID = re.compile(r" (?:said|began):\s(?=[A-Z])")
_LED = 120  # characters before it that its sentence has, at most


def without_cards(view: str, labels: list[Label]) -> tuple[list[Label], frozenset[str]]:
    """The labels without the words over a card (``Chairperson:``, a name and office under them),
    and the names of those cards' hosts. A name that labels a speech proves a card; so does the same
    word for the host further on, if the card opens the page."""
    speaking = {label.reading.name.casefold() for label in labels if label.reading.name}
    often = Counter(label.reading for label in labels)
    kept: list[Label] = []
    hosts = set()
    ends = [*(label.start for label in labels), len(view)][1:]
    for label, end in zip(labels, ends, strict=True):
        name = _carded(view, label, end)
        listed = "" if kept else _listed(view, label, end)
        name = listed or name
        speaks = bool(name) and bool({name.casefold(), name.split()[-1].casefold()} & speaking)
        if not (speaks or (listed and often[label.reading] > 1)):
            kept.append(label)
        elif _presides(label):
            hosts.add(name.casefold())
    return kept, frozenset(hosts)


def without_fields(view: str, labels: list[Label]) -> list[Label]:
    """The labels without those that open the page in a row over a short line that no stop ends
    (``Station: CHANNEL 9``), and come nowhere again: its fields."""
    ends = [*(label.start for label in labels), len(view)][1:]
    often = Counter(view[label.start : label.end] for label in labels)
    fields = rows = 0
    for label, end in zip(labels, ends, strict=True):
        value, *more = [*filter(str.strip, view[label.end : end].split("\n"))] or [""]
        short = 0 < len(value) <= _FIELD and not value.rstrip().endswith(_STOPS)
        if (
            not (short and all(map(_FIELD_LINE.match, more)))
            or often[view[label.start : label.end]] > 1
        ):
            break
        fields += 1
        rows += 1 + len(more)
    if rows > 1:
        return labels[fields:]
    return labels[1:] if _titles(view, labels, ends) or _contents(view, labels, ends) else labels


_SENTENCE = re.compile(r"[a-z]{3}[.?!](?:[ \n”\")]|$)")


def _contents(view: str, labels: list[Label], ends: list[int]) -> bool:
    """Whether the first label begins an entry of a list of contents: several lines below it, none
    with a sentence, and nobody further on is called so (``REGION: SHIPPING`` / ``STAFFING``)."""
    if len(labels) < 2 or labels[0].reading.kind not in ("name", "reporter"):
        return False
    said = view[labels[0].end : ends[0]]
    bare = said.strip().count("\n") > 0 and _SENTENCE.search(said) is None
    return bare and labels[0].reading not in [x.reading for x in labels[1:]]


# UN Week: the Agenda 2011 · DoD Briefing: Tuesday, March 5, 2002
_HEADLINE = re.compile(
    r" ?(?:(?:[A-Z\d][\w'\-./:]*|of|the|and|on|in|for|at|with)[,;]?(?: |$)){1,12}"
)


def _titles(view: str, labels: list[Label], ends: list[int]) -> bool:
    """Whether the first label is none but the beginning of a title: a name that nobody has further
    on, with nothing behind it in its line but words with capitals and no stop; or a field's."""
    said = labels[0].reading if labels else Reading("answer")
    line, _, below = view[labels[0].end : ends[0]].partition("\n") if labels else ("", "", "")
    line, more = line.rstrip(), [*filter(str.strip, below.split("\n"))]
    if not line or line.endswith(_STOPS):
        return False
    if said.kind == "question":  # Reporter: Jo Hale, Kim Ward
        return not more and _NAMES.fullmatch(line) is not None
    if said.kind != "name" or said.honorific:
        return False
    again = any(said.name.split()[-1] in label.reading.name for label in labels[1:])
    if said.title or again:  # World Economy - Tarn : we believe in growth
        return not again and line.lstrip()[:1].islower()
    fields = sum(map(bool, map(_FIELD_LINE.match, more)))  # TIP: Click here, above a mail's head
    headed = " " in said.name and _HEADLINE.fullmatch(line) is not None
    return headed or fields > 1


_NAMES = re.compile(rf" ?{_NAME}(?:,? (?:and )?{_NAME}){{0,4}}")


_FIELD = 100  # characters of a field
_FIELD_LINE = re.compile(r"\s*[A-Za-z][\w ]{1,24}: \S")  # Item: press conference with the Premier


_PRESIDE = ("chair", "chairman", "chairwoman")


def _carded(view: str, label: Label, end: int) -> str:
    """The name on the card under a label that says host and no more; empty if it is spoken."""
    if not _presides(label):
        return ""
    line = view[label.end : end].lstrip().split("\n\n")[0].split("\nDate")[0]
    card = _CARD.match(line)
    return card["name"] if card and not line.rstrip().endswith(_STOPS) else ""


# Moderator: Jo Hale, press secretary. Also present: … · Host: Jo Hale (Institute of Roads)
_LISTED = re.compile(
    rf"\s*(?:(?:Mr|Ms|Mrs|Dr|Prof)\.? )?(?P<name>{_NAME})"
    r"(?:, (?P<office>[^.;\n]{3,120})| \([^()\n]{2,120}\))?(?:[.;] ?[^\n]{0,300})?(?=\n|$)"
)


def _listed(view: str, label: Label, end: int) -> str:
    """The name of the host or guest whom the rest of the label's line lists with his office; empty
    where somebody speaks, or calls on an outlet's reporter."""
    if view[label.start : label.end].strip(" :").casefold() == "guest":
        line = view[label.end : end].strip().partition("\n")[0].rstrip(".")
        person = line.partition(", ")[0]  # Guest: Minister for Water Jo Hale
        return person.rpartition(" ")[2] if len(line) <= _FIELD and person.istitle() else ""
    if not (_presides(label) or label.reading == PRESENTER):
        return ""
    found = _LISTED.match(view, label.end, end)
    office = (found["office"] or "") if found else ""
    calls = is_outlet(office) and not OFFICES.search(office)
    return "" if found is None or calls else found["name"].rstrip(".")


def _presides(label: Label) -> bool:
    """Whether a label says host or chair, and no name."""
    chair = label.reading.kind == "office" and label.reading.title.casefold() in _PRESIDE
    return (chair or label.reading.kind == "host") and not label.reading.name


def said_before(view: str, labels: list[Label]) -> list[Label]:
    """The labels, and the words by which the page's prose before them gives the first speech to one
    of those whom they name (``Premier Lin Qing said: …``)."""
    first = labels[0].start if labels else 0
    named = {label.reading.name: label.reading for label in labels if label.reading.name}
    told = []
    for said in _SAID.finditer(view, 0, first):
        start = view.rfind("\n", 0, said.start()) + 1
        words = view[start : said.start()]
        reading = next((named[name] for name in sorted(named) if words.endswith(name)), None)
        if reading and len(words) <= _LED and ". " not in words:
            told.append(Label(start, said.end(), reading._replace(kind="person")))
    return list(apart([*told, *labels]))


# Between two speeches, printed and not spoken: 2. Ships in the Strait · (1) Visit of the Mayor
_HEADING = re.compile(r"(?:\d{1,2}[.)] |[(]\d{1,2}[)] )?[A-Z][^\n]{3,110}(?<![.!?…—–\-:;,”\"'(])")
_SENTENCES = re.compile(r"[a-z][.!?] [A-Z]|[.!?][)]$")
_ENDED = re.compile(r"[.!?…—–\-][)\]”\"']*\s*$")


def headings_between(view: str, labels: Iterable[Label]) -> tuple[tuple[int, int], ...]:
    """The lines right above a label that head what follows: behind a speech that has ended, without
    a stop of their own."""
    found: list[tuple[int, int]] = []
    at = None
    for label in labels:
        if at is not None:
            found += reversed(list(_above(view, at, label.start)))
        at = label.end
    return tuple(found)


def _heads(line: str) -> bool:
    return bool(_HEADING.fullmatch(line)) and " " in line and not _SENTENCES.search(line)


def _above(view: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The headings at the end of a speech, the last first."""
    while (low := view.rfind("\n", start, start + len(view[start:end].rstrip()))) > start:
        line = view[low + 1 : end].strip()
        if not _heads(line):
            return
        before = view[start:low].rstrip()
        ended = _ENDED.search(before) or _heads(before.rpartition("\n")[2].strip())
        if not before.strip() or not ended:
            return
        at = view.index(line, low)
        yield at, at + len(line)
        end = low
