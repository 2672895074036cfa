"""English as it is spoken at a conference: periods told by a word that only points back, names
told by a pronoun, plans in the present tense."""

from __future__ import annotations

import msgspec
import pytest

from exporter.briefing.model import Fact
from exporter.briefing.quantities import find_facts
from tests.briefing.quantities.speech import record, turn


def _facts(text: str) -> tuple[Fact, ...]:
    return find_facts(msgspec.structs.replace(record(turn(text)), language="en")).value


PERIODS = [
    (
        "Output rose 2 percent in the March quarter. Prices rose 1 percent in the quarter and"
        " 3 percent over the year. Rents rose 6 percent.",
        ["March quarter 2023", "March quarter 2023", "year to March 2023", "year to March 2023"],
    ),
    (
        "Prices rose 3 percent over the year to March. A year earlier the rate was 6 percent."
        " Rents rose 2 percent.",
        ["year to March 2023", "year to March 2022", "year to March 2023"],
    ),
    (
        "The rate was 4 percent in April, down from 5 percent in March last year, and sales fell"
        " to 9 percent.",
        ["April 2023", "March 2022", "April 2023"],
    ),
    ("Ten years ago that share was 28 percent.", ["2013"]),
    ("By June next year we will have 22 clinics.", ["June 2024"]),
    ("We opened 40 clinics last April.", ["April 2023"]),
    ("Crews have cleared 128 miles since Friday.", ["since Friday"]),
    ("It has handled 186,000 calls since the beginning of this year.", ["since the beginning of"]),
    ("We want 75 percent by the end of next year.", ["end of 2024"]),
    ("For the first time in six years 300 nurses joined.", [None]),
    ("The fund stood at $9 million in April. It stands at $7 million today.", ["April", "today"]),
]


@pytest.mark.parametrize(("text", "told"), PERIODS)
def test_periods_that_point_back(text: str, told: list[str | None]) -> None:
    found = [fact.period for fact in _facts(text)]
    assert [got and said and got.startswith(said) for got, said in zip(found, told, strict=True)]
    assert [bool(got) for got in found] == [bool(said) for said in told]
