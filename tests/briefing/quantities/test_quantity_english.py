"""English records: plain numbers with units, percent, dollars."""

from __future__ import annotations

from decimal import Decimal

import msgspec
import pytest

from exporter.briefing.model import Fact
from exporter.briefing.quantities import find_facts
from tests.briefing.quantities.speech import record, turn


def _facts(text: str) -> tuple[Fact, ...]:
    return find_facts(msgspec.structs.replace(record(turn(text)), language="en")).value


READ = [
    ("Exports reached $5.3 billion.", "$5.3 billion", 5_300_000_000, "dollars", "Exports"),
    ("Imports fell by 3.4% in June.", "3.4%", "3.4", "%", "Imports"),
    ("Output rose 12 percent.", "12 percent", 12, "%", "Output"),
    ("We built 120 kilometers of track.", "120 kilometers", 120, "kilometers", "track"),
    ("About 2.1 million people attended.", "2.1 million", 2_100_000, "people", "people"),
    ("The plan created 3,400 new jobs.", "3,400", 3400, "jobs", "created new jobs"),
    ("Pay was cut 15 basis points.", "15 basis points", 15, "basis points", "Pay"),
    (
        "Two-way trade hit 1.3 billion US dollars.",
        "1.3 billion US dollars",
        1_300_000_000,
        "dollars",
        "Two-way trade",
    ),
    (
        "A boat burned 86 nautical miles off Sanya.",
        "86 nautical miles",
        86,
        "nautical miles",
        "boat burned",
    ),
    (
        "Visitors who came by train reached 231,000.",
        "231,000",
        231_000,
        "visitors",
        "Visitors who came by train",
    ),
    (
        "The ship rescued all seven crew members.",
        "seven",
        7,
        "crew members",
        "rescued crew members",
    ),
    ("We signed a $640 million contract.", "$640 million", 640_000_000, "dollars", "contract"),
    (
        "It will impose duties of up to 31 percent on bicycles.",
        "31 percent",
        31,
        "%",
        "duties on bicycles",
    ),
    ("We will cut emissions by 55 percent.", "55 percent", 55, "%", "emissions"),
    ("Exports saw a 12 percent increase in volume.", "12 percent", 12, "%", "volume"),
    (
        "China grants visa-free entry to 47 countries.",
        "47",
        47,
        "countries",
        "China grants visa-free entry to countries",
    ),
]


@pytest.mark.parametrize(("text", "printed", "value", "unit", "indicator"), READ)
def test_one_number(
    text: str, printed: str, value: str | int, unit: str, indicator: str | None
) -> None:
    (fact,) = _facts(text)
    quantity = fact.quantity
    assert (quantity.text, quantity.value, quantity.unit) == (printed, Decimal(value), unit)
    assert fact.indicator == indicator


@pytest.mark.parametrize(
    "text",
    [
        "The conference opened on July 20, 2023.",
        "COVID-19 is over.",
        "The G20 met in 2019.",
        "It broke at 1,00,0 and 3..5 tests.",
        "The year 2020 was hard.",
    ],
)
def test_no_quantity(text: str) -> None:
    assert _facts(text) == ()


def test_change_period_and_status() -> None:
    grown, planned = _facts("Exports rose 12% in 2023. We will build 30 schools by 2026.")
    assert (grown.change, grown.period, grown.status) == ("increase", "2023", "actual")
    assert (planned.change, planned.period, planned.status) == (None, "2026", "plan")


def test_odds_are_no_count() -> None:
    found = _facts("Today 1.3 million people are vaccinated. In private, 1 in 50 people had it.")
    assert [fact.quantity.text for fact in found] == ["1.3 million"]


@pytest.mark.parametrize(
    "text", ["I have two questions.", "The two sides agreed.", "Three years ago we met."]
)
def test_small_numbers_of_the_talk_are_no_figures(text: str) -> None:
    assert _facts(text) == ()


def test_a_move_behind_a_level_is_of_the_same_thing() -> None:
    level, move = _facts("Last year, trade reached 1.4 billion dollars, up by 22.6 percent.")
    assert (level.indicator, move.indicator) == ("trade", "trade")
    assert (level.period, move.change) == ("2022", "increase")


def test_what_it_is_compared_with_is_no_period() -> None:
    now, then = _facts("Coverage stands at 91 percent, compared with 84 percent in 2019.")
    assert (now.period, then.period, then.change) == (None, "2019", None)


def test_an_earlier_sentence_lends_its_period() -> None:
    _, carried = _facts("In June, 30 homes burned. Crews rescued 12 people.")
    assert (carried.period, carried.period_from) == ("June", "paragraph")
