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
        "Output rose 2 percent in the March quarter. Turning to prices, the index of all goods"
        " rose 1 percent in the quarter and 3 percent over the year. Rents rose 6 percent.",
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


COUNTS = [
    ("Full-time employment rose by 26,300 and part-time fell by 4,900.", ["people"]),
    ("Last year, 30 countries reported cases, up from 21 in 2021.", ["countries", "countries"]),
    ("The list is 52,300 people. It was 61,000 in May.", ["people", "people"]),
    ("We built 8,200 homes, which is 650 fewer than in May.", ["homes", "homes"]),
    ("Some clinics did 9,400 tests. Private ones did 2,100 of those.", ["tests", "tests"]),
    ("Patients wait too long, and there are 3,700 of them.", ["patients"]),
    ("We will make 62 stations step-free; there are 28 in the plan.", ["stations", "stations"]),
    ('We have 3,288 "driver homes" on the roads.', ["homes"]),
    ("We are releasing US$ 16.6 million.", ["US$"]),
    ("About one in twenty borrowers is behind.", ["%"]),
    ("Claims have fallen by a third since January.", ["%"]),
    ("The rebate takes half a percentage point off inflation.", ["percentage points"]),
    ("It was 1,200 in the old days.", []),
    ("We moved in 2012. There are 2018 of them.", []),
]


@pytest.mark.parametrize(("text", "units"), COUNTS)
def test_what_is_counted_though_it_stands_elsewhere(text: str, units: list[str]) -> None:
    assert [fact.quantity.unit for fact in _facts(text)][: len(units) or None] == units


STATUS = [
    ("We are replacing 40 trucks, at a cost of 11 million dollars.", ["plan", "plan"]),
    ("Some 300 people would have come.", ["actual"]),
    ("About 320,000 people would like more hours.", ["actual"]),
    ("Output could go up by 38 percent.", ["plan"]),
    ("The aim, as you know, is 40,000 homes.", ["target"]),
    ("Another 12 flights are planned before June.", ["plan"]),
    ("We'll put $2 billion into trains. It buys 460 carriages.", ["plan", "plan"]),
    ("Tenants are asked for more than the 6 percent in your figures.", ["actual"]),
]


@pytest.mark.parametrize(("text", "told"), STATUS)
def test_plans_as_they_are_spoken(text: str, told: list[str]) -> None:
    assert [fact.status for fact in _facts(text)] == told


MOVES = [
    ("The rate was 4.3 percent in the third quarter, down from 4.6 percent.", ["decrease", None]),
    ("They cut the rate by 0.5 percentage points, to 8.5 percent.", ["decrease", "decrease"]),
    ("The road was cut for 17 days.", [None]),
    ("Cancellations fell to 3 percent, and 85 percent of trains were on time.", ["decrease", None]),
]


@pytest.mark.parametrize(("text", "moves"), MOVES)
def test_moves_as_they_are_spoken(text: str, moves: list[str | None]) -> None:
    assert [fact.change for fact in _facts(text)] == moves


NAMES = [
    (
        "Coverage in people over 65 is 64 percent, and in children it is just 22 percent.",
        ["Coverage in people over 65", "Coverage in children"],
    ),
    ("Inflation was 5 percent. Excluding housing, it was 2.8 percent.", [None, "Inflation excl"]),
    (
        "The median rent in town is $520. In the regions it is $390.",
        [None, "median rent in"],
    ),
    ("The median wait is 33 minutes, and the target is 30 minutes.", ["median wait"] * 2),
    ("The winter package we announced in May is worth $184 million.", ["winter package"]),
    (
        "Of that, $62 million goes to clinics, and $45 million to home care.",
        [None, "home care"],
    ),
    ("Of the most urgent patients, 100 percent were seen on time.", ["most urgent patients seen"]),
    ("We had 41 trucks stuck on the western side.", ["trucks stuck on"]),
    ("More than 300 people in 43 towns are at risk.", ["people at risk", None]),
    ("The city will invest another 120 million dollars in levees.", ["investment in levees"]),
    ("We paid passengers $138 million in compensation.", ["compensation paid to passengers"]),
    ("The average waiting time reached 40 minutes.", ["average waiting time"]),
    ("The Board decided to leave the cash rate unchanged at 4 percent.", ["cash rate"]),
    ("Trips by rail and by air rose by 6% and 5%.", ["Trips by rail", "Trips by air"]),
    ("We hold 310,000 leases, and 3 percent of them change hands.", [None, "leases change hands"]),
    ("About 6 percent of those in work would like more.", ["those in work would like"]),
    ("We are replacing 40 trucks, at a cost of $11 million.", [None, "cost of replacing trucks"]),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names_told_elsewhere(text: str, names: list[str | None]) -> None:
    found = [fact.indicator or "" for fact in _facts(text)]
    wrong = [got for got, said in zip(found, names, strict=True) if not got.startswith(said or "")]
    assert not wrong


REAL_FORMS = [
    ("The surplus was $9 billion. The deficit this year will be $26 billion.", "deficit", "2023"),
    ("Deaths are down by 90 percent since January 20.", "Deaths", "since January 20, 2023"),
    ("They took 20,000 guns since the Mayor came in in 2022.", "took guns", "since 2022"),
    ("Iron ore was $120 a tonne, and it's now lower.", "Iron ore", None),
    ("We've created many jobs on our watch and unemployment averaged 4 percent.", "unemp", None),
    ("We've got inflation down from 6 percent to 3 percent.", "inflation", None),
    (
        "Over two Budgets now we have banked 87 percent of the new revenue.",
        "banked new revenue",
        "now",
    ),
    ("This translates to 3,510 fewer incidents of crime.", "fewer incidents of crime", None),
    ("Our daily average is about 2,400 cases, and this is an increase of 60 percent.", "dai", None),
    ("The rate was 5 percent. In June it was 4 percent.", "rate", "June 2023"),
    ("It is less than we feared, and that saves $70 billion in interest costs.", "interest", None),
]


@pytest.mark.parametrize(("text", "name", "period"), REAL_FORMS)
def test_forms_of_speech(text: str, name: str, period: str | None) -> None:
    last = _facts(text)[-1]
    assert (last.indicator or "").startswith(name)
    assert last.period == period


def test_a_word_that_only_points_back_is_no_key_figure() -> None:
    (fact,) = _facts("For the next group down, the figure was 71 percent.")
    assert (fact.indicator, fact.key) == ("figure for next group down", False)


def test_the_day_of_the_announcement_is_not_the_time_of_the_sum() -> None:
    (fact,) = _facts("The winter package we announced in May is worth $184 million.")
    assert fact.period is None


def test_since_a_day_is_not_carried() -> None:
    *_, fact = _facts("We have opened 312 beds since January. The package is worth $184 million.")
    assert fact.period is None


def test_a_month_inside_a_half_year_is_not_carried_on() -> None:
    *_, sales = _facts(
        "In the first half, output was $9 billion.\nIn May, mining rose 3 percent.\n"
        "Retail sales totaled $4 billion."
    )
    assert sales.period == "first half of 2023"


def test_over_the_first_months_is_when_it_was() -> None:
    (fact,) = _facts("Over the first four months of this year, employment is down 40,000 people.")
    assert fact.period == "first four months of 2023"
