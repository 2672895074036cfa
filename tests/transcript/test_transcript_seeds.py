"""The two seed pages: the turns of every record, and no character lost on the way to them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from exporter.source.clean import clean
from exporter.source.model import CleanText
from exporter.source.read import decode
from exporter.transcript.model import Transcript
from exporter.transcript.parse import parse
from tests.transcript.test_transcript_properties import letters, told

SEEDS = Path(__file__).parents[2] / "seeds"
# Turns of each record, in the order of the page; the empty record and the plain report have none.
TURNS = {
    "000_9639f3bb049e7fe2.txt": [16, 0, 3, 18, 19, 4, 3, 0, 18, 20],
    "004_589898bb6b70e58a.txt": [12],
}
ANSWERS = {"000_9639f3bb049e7fe2.txt": 29, "004_589898bb6b70e58a.txt": 6}


@cache
def records(name: str) -> tuple[tuple[CleanText, Transcript], ...]:
    page = decode(name, (SEEDS / name).read_bytes()).value
    return tuple((record, parse(record).value) for record in clean(page).value)


@pytest.mark.parametrize("name", TURNS)
def test_every_turn_and_answer_is_found(name: str) -> None:
    found = [transcript for _, transcript in records(name)]
    assert [len(transcript.turns) for transcript in found] == TURNS[name]
    linked = sum(turn.answers is not None for item in found for turn in item.turns)
    assert linked == ANSWERS[name]


@pytest.mark.parametrize("name", TURNS)
def test_nothing_is_lost_and_no_paragraph_is_long(name: str) -> None:
    for record, transcript in records(name):
        assert letters(told(transcript)) == letters(record.text)
        assert all(len(paragraph.text) <= 600 for paragraph in transcript.paragraphs())


@pytest.mark.parametrize(
    ("index", "turn", "speaker"),
    [
        (0, 6, "金华"),
        (0, 10, "刘静"),
        (3, 8, "罗雪飞"),
        (3, 17, "张正洪"),
        (5, 2, "周杨"),
        (8, 2, "张正洪"),
    ],
)
def test_names_at_doubtful_boundaries(index: int, turn: int, speaker: str) -> None:
    _, transcript = records("000_9639f3bb049e7fe2.txt")[index]
    assert transcript.turns[turn].speaker == speaker
