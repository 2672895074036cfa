"""The labels of a record, read line by line in the language in which each line is written.

Most records are in one language. Where an interpreter's words are printed below the speaker's, or
the second half of a page is its English text, each reading has only the lines in its own language
before it, and the labels of both together are the record's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from exporter.source.model import Mark
from exporter.source.scripts import HAN_CHAR
from exporter.transcript.english.labels import english_labels, is_english
from exporter.transcript.folding import fold_latin
from exporter.transcript.labels.find import enrol, find_labels
from exporter.transcript.labels.label import Label, apart
from exporter.transcript.lexicon import any_of
from exporter.transcript.people.roster import Roster

_HAN = 40  # Chinese characters that an English record has in lines of their own if it has two texts
_LABEL = 40  # characters in which a line's label begins
_WORD = re.compile(r"[A-Za-z]{2,}")
# English in a Chinese record: a dozen words in a row, or HOST: Good day
# The set comes first: so the matcher skips to the next letter, of which Chinese has hardly one
_LATIN = re.compile(
    r"[A-Za-z](?:[A-Za-z'’\-]{0,20}[.,:;!?]? (?:[A-Za-z][A-Za-z'’\-]{0,20}[.,:;!?]? ){11}"
    rf"|(?<=(?=(?:(?i:{any_of('english', 'host')})|QUESTION|ANSWER|REPORTER|Q|A)[:：] ?[A-Z][a-z])"
    r"[A-Za-z]))"
)
_LETTER = re.compile(r"[^\W\d_]")


def labels_in_both(
    text: str, view: str, title: str, marks: tuple[Mark, ...], roster: Roster
) -> tuple[Label, ...]:
    """The labels of the record in order, whichever language each is in; their people are added to
    `roster`. `view` is the Chinese view of the text."""
    english = is_english(text)
    if not _has_other(text, english=english):
        return (
            _english(fold_latin(text), title, marks, roster)
            if english
            else find_labels(view, marks, roster)
        )
    lines = tuple(_lines(text))
    chinese = find_labels(_without(view, lines, latin=True), marks, roster)
    latin = _without(fold_latin(text), lines, latin=False)
    found = _english(latin, title, marks, roster)
    if not english:
        found = tuple(
            label for label in found if latin[label.start - 1 : label.start] in ("", "\n")
        )
    return tuple(_without_copies(view, tuple(apart([*chinese, *found])), frozenset(found)))


def _without_copies(
    view: str, labels: tuple[Label, ...], latin: frozenset[Label]
) -> Iterator[Label]:
    """The labels, one in Latin letters right below a Chinese one, with nothing said between them
    (寿小丽： over Shou Xiaoli:), as the end of that."""
    last: Label | None = None
    for label in labels:
        if (
            last
            and last not in latin
            and label in latin
            and not view[last.end : label.start].strip()
        ):
            last = last._replace(end=label.end)
            continue
        if last:
            yield last
        last = label
    if last:
        yield last


def _english(latin: str, title: str, marks: tuple[Mark, ...], roster: Roster) -> tuple[Label, ...]:
    labels = english_labels(latin, title, marks)
    enrol(labels, roster)
    return labels


def _has_other(text: str, *, english: bool) -> bool:
    """Whether a record may have lines in the other language."""
    if not english:
        return _LATIN.search(text) is not None
    return sum(1 for _ in islice(HAN_CHAR.finditer(text), _HAN)) == _HAN


def _lines(text: str) -> Iterator[tuple[int, int, bool]]:
    """Start, end and whether it is in English of every line, by its label where it has one; one
    without letters goes with the line before."""
    at, latin = 0, False
    for line in text.split("\n"):
        if _LETTER.search(line):
            latin = len(HAN_CHAR.findall(line)) < len(_WORD.findall(line))
            latin = latin and HAN_CHAR.search(line, 0, _LABEL) is None
        yield at, at + len(line), latin
        at += len(line) + 1


def _without(view: str, lines: tuple[tuple[int, int, bool], ...], *, latin: bool) -> str:
    """The view with blanks for the lines in one language; as long as it."""
    return "\n".join(
        " " * (end - start) if is_latin == latin else view[start:end]
        for start, end, is_latin in lines
    )
