"""Labels that are initials, explained by a key at the head of the page."""

from __future__ import annotations

import pytest

from exporter.transcript.parse import parse
from tests.transcript.test_transcript_properties import record

PAGE = """Virtual press conference - 20 April 2020

Speaker key:
JH Jo Hale
CWK Dr Colin Ward Kane
MA Marie
MR Dr Michael van Roe

00:00:55
JH Hello, everyone. Welcome to the regular press conference. I give the floor to Dr Colin.

00:02:10
CWK Thank you, Jo. The IT teams of the MR centre are at work. It will end.

00:14:30
MA Thank you. Will it end this year?

MR It will not.
"""
TOLD = [
    ("host", "Jo Hale", None, "Hello,"),
    ("spokesperson", "Colin Ward Kane", None, "Thank"),
    ("journalist", "Marie", None, "Thank"),
    ("spokesperson", "Michael van Roe", "t3", "It"),
]


def told(text: str) -> list[tuple[str, str | None, str | None, str]]:
    turns = parse(record(text)).value.turns
    return [(turn.role, turn.speaker, turn.answers, turn.text.split()[0]) for turn in turns]


@pytest.mark.parametrize("text", [PAGE, " ".join(PAGE.split())], ids=["lines", "one line"])
def test_initials_are_those_whom_the_key_names(text: str) -> None:
    assert told(text) == TOLD


def test_initials_without_a_key_label_nothing() -> None:
    assert told(PAGE.replace("Speaker key:", "See also:")) == []


UNEXPLAINED = """00:00:00

CR Hello and welcome. My name is Carl Roe. With me is Dr Maria van Kerk. Dr Maria.

00:01:00

MK Thank you, Carl. The ITU and the WTO are at work.

CR Thank you. We start with Jo Hale from Radio Tarn. Jo, please.

JH Thanks. Will it end?

XZ And when?

CR That is all.
"""


def test_initials_without_a_key_are_those_of_the_names_on_the_page() -> None:
    assert [turn[:2] for turn in told(UNEXPLAINED)] == [
        ("spokesperson", "Carl Roe"),
        ("spokesperson", "Maria van Kerk"),
        ("spokesperson", "Carl Roe"),
        ("journalist", "Jo Hale"),
        ("journalist", None),
        ("spokesperson", "Carl Roe"),
    ]


def test_initials_of_two_names_are_nobody_by_name() -> None:
    text = UNEXPLAINED.replace("The ITU", "Carla Rudd is here, and the ITU")
    assert [turn[1] for turn in told(text)] == [None, "Maria van Kerk", None, "Jo Hale", None, None]


def test_lines_that_open_with_abbreviations_are_no_labels() -> None:
    text = "MS. REYES: Hi.\nUN Teams met.\nUS Teams met.\nUN Teams left.\nEU Teams left.\nQ: So?\n"
    assert len(told(text)) == 2
