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
