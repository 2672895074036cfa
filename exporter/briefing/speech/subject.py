"""What a conference is about, by the words of its title."""

from __future__ import annotations

import re
from typing import NamedTuple

from exporter.briefing.cues import anywhere_of
from exporter.briefing.speech.reading import Reading

_PLACE = re.compile(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2}[市县縣区區省州](?!场)")
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
_COLON = re.compile(r"[：:]\s*")
_SHORTEST = 6
_WORD = re.compile(r"[A-Za-z]{5,}")


class Subject(NamedTuple):
    """The telling parts of a title: pairs of neighbouring characters, or words of English."""

    parts: frozenset[str]
    english: bool = False

    def hits(self, text: str) -> int:
        """How many different parts of the title the text has."""
        if self.english:
            return len(self.parts & _words(text))
        return sum(map(text.__contains__, self.parts))


def subject_of(reading: Reading) -> Subject:
    """The subject of a record: its title without places, numbers, and what any title says."""
    title = _proper(reading.transcript.title or "")
    left = anywhere_of("any_title").sub(" ", title)
    if reading.english:
        return Subject(frozenset(_words(left)), english=True)
    for place in _places(reading, title):
        left = left.replace(place, " ")
    return Subject(frozenset(_pairs(left)))


def _proper(title: str) -> str:
    """The title without the series before a colon (…系列新闻发布会首场：昭通市水资源保护…)."""
    last = _COLON.split(title)[-1]
    return last if len(last) >= _SHORTEST else title


def _places(reading: Reading, title: str) -> tuple[str, ...]:
    """The places (昭通市, 昭通) that the title and the bodies of the people are named after."""
    bodies = (person.org for person in reading.transcript.people if person.org)
    named = [place for words in (title, *bodies) for place in _PLACE.findall(words)]
    return tuple(dict.fromkeys((*named, *(place[:-1] for place in named))))


def _pairs(text: str) -> set[str]:
    runs = _CHINESE.findall(text)
    return {run[i : i + 2] for run in runs for i in range(len(run) - 1)}


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}
