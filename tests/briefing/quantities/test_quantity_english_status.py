"""What is done, and what is only planned, asked for or possible, in English sentences."""

from __future__ import annotations

import msgspec
import pytest

from exporter.briefing.quantities import find_facts
from tests.briefing.quantities.speech import record, turn

STATUSES: list[tuple[str, list[str]]] = [
    ("Our goal is simple: 100,000 homes by the end of 2030.", ["target"]),
    ("The plan launched today asks for $4.2 billion to reach 20 million people.", ["plan"] * 2),
    ("The analysts tell us that could mean about 2,500 extra homes.", ["plan"]),
    ("Some 1.2 million children could be malnourished.", ["plan"]),
    ("By March 2027, nobody should wait longer than 40 weeks.", ["plan"]),
    ("We intend to reach 15,000 pupils, backed by $38 million in grants.", ["plan", "plan"]),
    ("The fine would go up from $1 million to $2 million.", ["actual", "plan"]),
    ("Crews have cleared 67 miles of line out of 112 miles that we need.", ["actual", "plan"]),
    ("The board looked at the case for raising the cash rate by 25 basis points.", ["plan"]),
    ("The $1.4 billion aid appeal is 12 per cent funded.", ["plan", "actual"]),
    ("Today we release our Capital Plan, which puts $15 million into roads.", ["plan"]),
    ("We made a commitment in our manifesto for 40,000 extra visits.", ["plan"]),
    (
        "The ports will open a new gate, with waiting time reduced from 40 minutes to 15 minutes.",
        ["actual", "plan"],
    ),
    ("Revenue is running $312 million below forecast.", ["actual"]),
    ("We have received $104 million, which is 27 per cent of what we need.", ["actual", "actual"]),
    ("The price fell from $5 to $3.", ["actual", "actual"]),
    ("We should be able to attract at least 35,000 pupils every year.", ["plan"]),
    ("It could have cost $300 million.", ["actual"]),
]


@pytest.mark.parametrize(("text", "told"), STATUSES, ids=[text for text, _ in STATUSES])
def test_what_is_planned_or_asked_for_is_told_from_what_is_so(text: str, told: list[str]) -> None:
    read = find_facts(msgspec.structs.replace(record(turn(text)), language="en")).value
    assert [fact.status for fact in read] == told


@pytest.mark.parametrize(
    "text",
    [
        "The mayor announced $100 million will go to schools.",
        "About 6.5 million people in Arden – more than half – could face hunger.",
    ],
)
def test_words_behind_a_number_that_make_it_a_plan(text: str) -> None:
    read = find_facts(msgspec.structs.replace(record(turn(text)), language="en")).value
    assert read[0].status == "plan"
