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
    ("Exports reached $5.3 billion.", "$5.3 billion", 5_300_000_000, "$", "Exports"),
    ("Imports fell by 3.4% in June.", "3.4%", "3.4", "%", "Imports"),
    ("Output rose 12 percent.", "12 percent", 12, "%", "Output"),
    ("We built 120 kilometers of track.", "120 kilometers", 120, "kilometers", "built track"),
    ("About 2.1 million people attended.", "2.1 million", 2_100_000, "people", "people attended"),
    ("The plan created 3,400 new jobs.", "3,400", 3400, "jobs", "plan created new jobs"),
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
        "ship rescued crew members",
    ),
    ("We signed a $640 million contract.", "$640 million", 640_000_000, "$", "contract"),
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


def test_odds_are_a_share_and_no_count() -> None:
    found = _facts("Today 1.3 million people are vaccinated. In private, 1 in 50 people had it.")
    assert [fact.quantity.text for fact in found] == ["1.3 million", "1 in 50"]
    assert (found[1].quantity.type, found[1].quantity.value) == ("percent", 2)


@pytest.mark.parametrize("text", ["It was a 1 in 50 year flood.", "Cases rose by 5 in 10 days."])
def test_odds_of_a_time_are_no_share(text: str) -> None:
    assert not [fact for fact in _facts(text) if fact.quantity.type == "percent"]


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
    assert (carried.period, carried.period_from) == ("June 2023", "paragraph")


SPOKEN = [
    ("We're going to hire 300 teachers.", "300", "hire teachers", "plan"),
    ("We'll open 12 clinics in May.", "12", "open clinics", "plan"),
    (
        "My budget puts $460 million into roads and bridges.",
        "$460 million",
        "roads and bridges",
        "plan",
    ),
    ("The plan provides $20 million for schools.", "$20 million", "schools", "plan"),
    ("There's $75 million in this budget.", "$75 million", None, "plan"),
    (
        "Of the 730 workers, 410 have enrolled in training.",
        "410",
        "workers enrolled in training",
        "actual",
    ),
    ("Of the 730 workers, 265 already have a new job.", "265", "workers with new job", "actual"),
    (
        "They opened 12 new schools last year and 14 more this spring.",
        "14",
        "opened new schools",
        "actual",
    ),
    ("The course grew from 2,300 people to 4,700.", "4,700", "people", "actual"),
    ("Our employers added 41,200 jobs last year.", "41,200", "employers added jobs", "actual"),
]


@pytest.mark.parametrize(("text", "printed", "name", "status"), SPOKEN)
def test_spoken_plans_parts_and_doers(
    text: str, printed: str, name: str | None, status: str
) -> None:
    fact = _facts(text)[-1]
    assert (fact.quantity.text, fact.indicator, fact.status) == (printed, name, status)


def test_a_month_has_its_year_and_a_record_no_period() -> None:
    now, then = _facts("The rate fell to 3.7 percent in May from 4.4 percent a year earlier.")
    assert (now.period, then.period) == ("May 2023", "May 2022")
    assert (now.indicator, then.indicator) == ("rate", "rate")
    (record,) = _facts("Mining had its best year since 2007, with 8,600 new jobs.")
    assert record.period is None


# What commas, brackets and other clauses keep from its number.
NAMED = [
    (
        "The gross domestic product (GDP) of Arden was $40 billion.",
        ["gross domestic product of Arden"],
    ),
    (
        "The output of pork, beef, mutton and poultry was 22 million tons.",
        ["output of pork, beef, mutton and poultry"],
    ),
    (
        "The value of retail sales, provisionally estimated at $26.5 billion, decreased by 24.8%.",
        ["value of retail sales"] * 2,
    ),
    ("The fall was driven by new homes, which decreased by 2.7 per cent.", ["new homes"]),
    ("It was estimated that the value of sales decreased by 33.3%.", ["value of sales"]),
    (
        "The value added of mining was $876 million; that of farming was $82 million.",
        ["value added of mining", "value added of farming"],
    ),
    (
        "Spending picked up 1.4 per cent, and investment edged down 0.3 per cent.",
        ["Spending", "investment"],
    ),
    ("Farm investment, which has lagged, climbed 2.6 per cent.", ["Farm investment"]),
    (
        "The employment rate was 75.6%, 0.3 percentage points lower than a year earlier, and"
        " 0.2 percentage points lower than in June.",
        ["employment rate"] * 3,
    ),
    (
        "Exports and imports grew by 7 and 5 percent respectively.",
        ["Exports", "imports"],
    ),
    (
        "Trade with Arden, Borland and Calder amounted to $6 million, $5 million and $4 million"
        " respectively, up 15 percent, 5.6 percent and 3.7 percent.",
        ["Trade with Arden", "Trade with Borland", "Trade with Calder"] * 2,
    ),
    ("There were 29.4 million people in employment.", ["people in employment"]),
    ("Overnight, 18 firefighters were injured.", ["firefighters injured"]),
    ("Private firms gained 224,000 jobs.", ["Private firms gained jobs"]),
    ("Farm employment rose by 72,000 jobs.", ["Farm employment"]),
]


@pytest.mark.parametrize(("text", "indicators"), NAMED)
def test_what_it_is_of(text: str, indicators: list[str]) -> None:
    assert [fact.indicator for fact in _facts(text)] == indicators


def test_a_count_moves_by_numbers_without_their_noun() -> None:
    found = _facts("There were 2.5 million unemployed people, down 46,000 on the quarter.")
    assert [(f.quantity.value, f.quantity.unit, f.change) for f in found] == [
        (2_500_000, "people", None),
        (46_000, "people", "decrease"),
    ]


def test_where_a_move_began_is_no_move() -> None:
    began, ended = _facts("The rate rose from 3.9 percent to 4.0 percent.")
    assert (began.change, ended.change) == (None, "increase")


def test_up_to_behind_a_verb_of_motion_is_no_bound() -> None:
    (fact,) = _facts("The saving ratio went up to 6.4 per cent.")
    assert (fact.quantity.approx, fact.change) == (None, "increase")


def test_dozens_are_twelves() -> None:
    (fact,) = _facts("Crews fought nearly two dozen fires.")
    assert (fact.quantity.value, fact.quantity.unit) == (24, "fires")


PERIODS = [
    (
        "GDP was $40 billion in the first quarter. Farm output was $3 billion.",
        "first quarter of 2023",
    ),
    ("In 2022 we began to add 2,200 hospital beds by 2028.", "2028"),
    (
        "The rate rose to 5.0 per cent in the three months to June 2020.",
        "three months to June 2020",
    ),
    ("Spending rose 2.6 per cent in the September quarter.", "September quarter 2022"),
    ("Output rose 3 percent, the same as that of the second quarter last year.", None),
    ("Over the past year, we built 300 schools.", "past year"),
    ("In the last decade, output rose 30 percent.", "last decade"),
    ("Vacancies fell by a quarter since last spring.", "since last spring"),
    ("For the week ending July 8, flu fell 8.4 percent.", "week ending July 8, 2023"),
    ("Over the month of May, transfer times dropped by 9 per cent.", "May 2023"),
    ("As of Wednesday, 641 patients had the flu.", "July 19, 2023"),
    ("As of Thursday, 641 patients had the flu.", "July 20, 2023"),
    ("Visits fell to 8.4 percent from 10.1 percent the week before.", "the week before"),
    ("Our goal is to reach 120 homes by the end of August.", "end of August 2023"),
    ("By the end of December, output had reached 12 tons.", "end of December 2022"),
    ("In June we opened 3 clinics and paid $4 million in 2022.", "2022"),
    (
        "We put up $6 million over the next three years. Of that, $2 million is for staff.",
        "next three years",
    ),
]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("In 2022, waits fell from 41 days to 18 days.", [None, "2022"]),
        ("Flu fell to 12 percent last week, down from 19 percent.", ["last week", None]),
        ("The rate fell to 4 percent in 2022 from 5 percent in 2021.", ["2022", "2021"]),
    ],
)
def test_where_a_move_began_is_of_no_time_told_of_its_end(
    text: str, periods: list[str | None]
) -> None:
    assert [fact.period for fact in _facts(text)] == periods


def test_two_numbers_before_the_period_of_their_clause() -> None:
    found = _facts("Jobs grew in June. We paid $412 million to 86,000 claimants in 2022, all told.")
    assert [fact.period for fact in found] == ["2022", "2022"]


@pytest.mark.parametrize(("text", "period"), PERIODS)
def test_period(text: str, period: str | None) -> None:
    assert _facts(text)[-1].period == period


RANGES = [
    ("Growth is forecast at 5 to 7 percent.", "5 to 7 percent", (5, 7), "%"),
    ("The bridge will cost $5-7 billion.", "$5-7 billion", (5 * 10**9, 7 * 10**9), "$"),
    ("About 300 to 400 people attended.", "300 to 400", (300, 400), "people"),
]


@pytest.mark.parametrize(("text", "printed", "ends", "unit"), RANGES)
def test_a_range(text: str, printed: str, ends: tuple[int, int], unit: str) -> None:
    (fact,) = _facts(text)
    quantity = fact.quantity
    assert (quantity.text, quantity.value, quantity.unit) == (printed, None, unit)
    assert (quantity.min_value, quantity.max_value) == ends


RATIOS = [
    (
        "Exports rose 9 percent, ranking first in the country.",
        "first",
        1,
        "Exports rank in the country",
    ),
    ("The city ranked 5th among coastal cities.", "5th", 5, "city rank among coastal cities"),
    ("Complaints fell by a third.", "a third", "33.333333333333", "Complaints"),
    ("Half of all schools were closed.", "Half", "50", "schools closed"),
    (
        "We removed 21,300 tons of garbage, and two thirds of it was recycled.",
        "two thirds",
        "66.666666666667",
        "garbage recycled",
    ),
]


@pytest.mark.parametrize(("text", "printed", "value", "indicator"), RATIOS)
def test_ranks_and_fractions(text: str, printed: str, value: str | int, indicator: str) -> None:
    fact = _facts(text)[-1]
    assert (fact.quantity.text, fact.quantity.value) == (printed, Decimal(value))
    assert fact.indicator == indicator


@pytest.mark.parametrize(
    "text", ["In the first half of the year, we met.", "A third reason matters."]
)
def test_halves_and_thirds_that_are_no_shares(text: str) -> None:
    assert _facts(text) == ()


def test_a_speech_lends_its_period_to_the_next_paragraph() -> None:
    told = record(turn("In June 2023, output was $3 million.\nCrews rescued 12 people."))
    found = find_facts(msgspec.structs.replace(told, language="en")).value
    assert [(f.period, f.period_from) for f in found] == [
        ("June 2023", "sentence"),
        ("June 2023", "earlier"),
    ]


def test_higher_than_another_is_no_move() -> None:
    (beside,) = _facts("The rate was 1.3 percentage points higher than that of the province.")
    (moved,) = _facts("The rate was 1.3 percentage points higher than a year earlier.")
    assert (beside.change, moved.change) == (None, "increase")
