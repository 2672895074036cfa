"""Who sits at the microphones of an English broadcast: ``GUEST:`` and ``PRESENTER:``, named by the
fields of the page's head (``Presenter: Ann Roe``) or by the title of the talk.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from exporter.transcript.english.reading import PRESENTER, read
from exporter.transcript.labels.label import Label
from exporter.transcript.labels.reading import Reading

_FIELD = re.compile(
    r"^[ \t]*(?P<what>presenter|guest|interviewee)[ ]?: ?(?P<who>[^\n:]{3,120})$",
    re.IGNORECASE | re.MULTILINE,
)
# Interview with Jo Hale, Minister for Water, on Radio Tarn
_WITH = re.compile(r"\b[Ii]nterview with (?P<who>[^\n:;|]{3,120})")
_BEHIND = re.compile(r",? (?:on|at|by) (?:the )?(?=[A-Z\d])| [–—-] ")


def seated(view: str, labels: Sequence[Label], title: str) -> tuple[Label, ...]:
    """The labels, those of a guest and of a presenter without a name given to the one whom the head
    of the page tells, with his office; of two as they are."""
    called = {label: _word(view, label) for label in labels if _is_bare(label.reading)}
    if not called:
        return tuple(labels)
    told = _told(f"{title}\n{view[: labels[0].start]}")
    one = {what: min(people) for what, people in told.items() if len(people) == 1}
    return tuple(
        label._replace(reading=one[word]) if (word := called.get(label, "")) in one else label
        for label in labels
    )


def _is_bare(said: Reading) -> bool:
    return said in (PRESENTER, Reading("office"))


def _word(view: str, label: Label) -> str:
    word = view[label.start : label.end].strip(" *:[]()").casefold()
    return "guest" if word == "interviewee" else word


def _told(head: str) -> dict[str, set[Reading]]:
    """Whom the head has in each seat; whom a title has without an office may be either."""
    told: dict[str, set[Reading]] = defaultdict(set)
    for found in _FIELD.finditer(head):
        what = "presenter" if found["what"].casefold() == "presenter" else "guest"
        told[what] |= {*_people(found["who"], what)}
    for found in () if told["guest"] else _WITH.finditer(head):
        told["guest"] |= {said for said in _people(found["who"], "guest") if said.title}
    return told


def _people(line: str, what: str) -> Iterator[Reading]:
    """The person of whom a line has name and office, in either order."""
    who, _, office = _BEHIND.split(line.rstrip(" ."), maxsplit=1)[0].partition(", ")
    said = read(who, office, False)[0]
    if said and " " in said.name and said.kind in ("person", "name"):
        if what == "presenter":
            yield Reading("reporter", said.name)
        else:
            yield Reading("person", said.name, said.title)
