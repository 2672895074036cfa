"""Labels that are the initials of somebody whom the page names: ``SA:`` below ``Sunniva Aldous:``,
``RK`` of *Roderick Kimani (RK) of The Bay Review*.

Initials that fit two names, or none, stay what they were.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from exporter.transcript.english.names import CAPITAL
from exporter.transcript.labels.label import Label
from exporter.transcript.labels.reading import Reading

_INITIALS = re.compile(r"[A-Z]{2,3}")
# … Roderick Kimani (RK) of The Bay Review
_KEY = re.compile(
    r"[(\[](?P<key>[A-Z]{2,3})[)\]]"
    rf"(?:,? (?:of|from|for) (?P<outlet>(?:[Tt]he )?[{CAPITAL}][\w'’\-]{{1,30}}"
    rf"(?: [{CAPITAL}][\w'’\-]{{1,30}}){{0,4}}))?"
)
_BEFORE = 80  # characters in which the name before such letters stands
_FEWEST = 2  # labels of such letters


class _Person(NamedTuple):
    name: str
    outlet: str = ""


def of_initials(view: str, labels: Iterable[Label]) -> list[Label]:
    """The labels, those that are initials read as the one person whom the page names so."""
    labels = list(labels)
    letters = [label for label in labels if _letters(label)]
    if len(letters) < _FEWEST:
        return labels
    meant = _meant(view, labels)
    return [_read(label, meant.get(_letters(label))) for label in labels]


def _letters(label: Label) -> str:
    """The letters of a label of nothing else; empty for another."""
    said = label.reading.name or label.reading.outlet
    return said if _INITIALS.fullmatch(said) and not label.reading.title else ""


def _meant(view: str, labels: list[Label]) -> dict[str, _Person]:
    """The one person of each letters: as the page tells in brackets, or else among the names of
    other labels."""
    told: dict[str, set[_Person]] = defaultdict(set)
    for found in _KEY.finditer(view):
        key = found["key"]
        words = view[max(0, found.start() - _BEFORE) : found.start()].split()[-len(key) :]
        if _initials(" ".join(words)) == key:
            told[key].add(_Person(" ".join(words), found["outlet"] or ""))
    labelled: dict[str, set[_Person]] = defaultdict(set)
    for name in {label.reading.name for label in labels if " " in label.reading.name}:
        labelled[_initials(name)].add(_Person(name))
    return {
        key: next(iter(people)) for key, people in {**labelled, **told}.items() if len(people) == 1
    }


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split())


def _read(label: Label, person: _Person | None) -> Label:
    """The label as the person's; whoever is of an outlet asks."""
    if person is None:
        return label
    if person.outlet:
        return label._replace(reading=Reading("reporter", person.name, outlet=person.outlet))
    return label._replace(reading=Reading("person", person.name))
