"""English numbers that point to what was told before: bare counts, targets and figures without a
name, lists of places, shares of the same whole."""

from __future__ import annotations

from decimal import Decimal

import msgspec
import pytest

from exporter.briefing.model import Fact
from exporter.briefing.quantities import find_facts
from tests.briefing.quantities.speech import record, turn


def _facts(text: str) -> tuple[Fact, ...]:
    return find_facts(msgspec.structs.replace(record(turn(text)), language="en")).value


COUNTS = [
    (
        "There are 164 people in hospital, nine of them in intensive care.",
        ["164", "nine"],
        "people",
    ),
    ("We recorded 41 accidents, seven fewer than in 2022.", ["41", "seven"], "accidents"),
    ("The crash injured 31 people, 12 of whom are children.", ["31", "12"], "people"),
    ("We have 148 inspectors. We would hire another 35 by 2026.", ["148", "35"], "inspectors"),
    ("We saw 3,400 cases in the north and 560 in the west.", ["3,400", "560"], "cases"),
    ("Firms added 8,400 jobs, of which 200 were in mining and 75 in trade.", None, "jobs"),
    (
        "We had 312,000 people on the list. In May that figure was 268,400. The number waiting for"
        " a year has dropped from 41,000 to just under 18,000.",
        ["312,000", "268,400", "41,000", "18,000"],
        "people",
    ),
    ("That brings the total number of people treated to 26,279.", ["26,279"], "people"),
    ("We build 30,000 flats in five years, 9,500 of them this year.", ["30,000", "9,500"], "flats"),
    ("Some 83 people were hurt, of whom four are in surgery.", ["83", "four"], "people"),
    ("More than 80 flights were cancelled and a further 45 delayed.", ["80", "45"], "flights"),
    ("We received 340 plans, of which 120 came from the hills.", ["340", "120"], "plans"),
    ("Schools hired 900 people, 300 of them rural teachers.", ["900", "300"], "people"),
    (
        "Of the 13 schools, eight are in the city, five are in the hills.",
        ["13", "eight", "five"],
        "schools",
    ),
    ("There were 41 officers shot at. 10 were hit.", ["41", "10"], "officers"),
    (
        "Some 5.9 million people fled, and 4.6 million displaced within the country stay.",
        ["5.9 million", "4.6 million"],
        "people",
    ),
    ("The list has 4,100 homes. We need 2-1/4 million homes.", ["4,100", "2-1/4 million"], "homes"),
]


@pytest.mark.parametrize(("text", "printed", "unit"), COUNTS)
def test_bare_counts_are_of_what_was_counted_before(
    text: str, printed: list[str] | None, unit: str
) -> None:
    found = _facts(text)
    assert [fact.quantity.text for fact in found] == (printed or ["8,400", "200", "75"])
    assert {fact.quantity.unit for fact in found} == {unit}


@pytest.mark.parametrize(
    "text",
    [
        "Deaths fell below 2.0 per 100,000 workers.",
        "There is one doctor for every 1,200 people.",
        "Two of them spoke.",
    ],
)
def test_what_is_counted_by_is_no_count(text: str) -> None:
    assert not [fact for fact in _facts(text) if fact.quantity.type == "count"]


NAMES: list[tuple[str, list[str | None]]] = [
    (
        "The vacancy rate was 5 percent in trade, 4 percent in health care and 2 percent in ports.",
        ["vacancy rate in trade", "vacancy rate in health care", "vacancy rate in ports"],
    ),
    (
        "Bed occupancy in the capital is 94 percent, whereas in the west it is nearer 83 percent.",
        ["Bed occupancy in the capital", "Bed occupancy in the west"],
    ),
    (
        "Only 71 percent of patients are seen, against a target of 85 percent.",
        ["patients seen", "patients seen"],
    ),
    (
        "Water coverage reached 93 percent in May. We want to raise the national figure to 95"
        " percent.",
        ["Water coverage", "national Water coverage"],
    ),
    (
        "Nine out of ten payments were made. Our target for 2025 is 95 percent.",
        ["payments made", "payments made"],
    ),
    (
        "Demand grew 1.2 percent, followed by Eastvale on 0.8 percent.",
        ["Demand", "Demand in Eastvale"],
    ),
    (
        "About 43 percent of adults have had a flu shot, and 17 percent have had the new dose.",
        ["adults with flu shot", "adults with new dose"],
    ),
    (
        "A third of employers told us that they have had a position open.",
        ["employers with position open"],
    ),
    ("We found early cracking on 6 percent of the roads.", ["roads with early cracking"]),
    (
        "Doctors offered 3.6 million sittings, up 5 percent. Two in five were on the same day.",
        ["Doctors offered sittings", "Doctors offered sittings", "sittings on the same day"],
    ),
    ("The dams were used to hold back 4 billion tonnes of water.", ["hold back water"]),
    ("We lost 47 residents, among them two children.", ["lost residents", "lost children"]),
    ("Of that, $38 million will build 11 new clinics.", ["build new clinics", "build new clinics"]),
    ("The fare is over $700 one way.", ["fare"]),
    (
        "Water use per 10,000 yuan of output fell by 6 percent.",
        ["Water use per 10,000 yuan of output"],
    ),
    (
        "It has delivered 61 tonnes of rice and fed 143 people.",
        ["delivered rice", "fed people"],
    ),
]


NAMES += [
    ("The vaccine is 94 percent effective.", ["vaccine effective"]),
    (
        "We spent $37 million on tests and $12 million on tracing.",
        ["spent on tests", "spent on tracing"],
    ),
    ("Production will double to 600,000 cars.", ["Production"]),
    (
        "Last year Transport for Arden carried 3 million people.",
        ["Transport for Arden carried people"],
    ),
    (
        "We run 620 buses, and they make up a tenth of the fleet.",
        ["run buses", "buses: share of fleet"],
    ),
    (
        "The tax take was $12 billion, of which $3 billion came from fuel duty.",
        ["tax take", "tax take from fuel duty"],
    ),
    (
        "The office answered 61 percent of letters within 20 days, against 74 percent before.",
        ["office: share of letters", "letters", "office: share of letters"],
    ),
    ("The dam is 97 percent full; at this time last year it was 64 percent.", ["dam full"] * 2),
    ("Per capita spending was $6,939.", ["Per capita spending"]),
    ("Road deaths fell by 11.4 percent to 693.", ["Road deaths", "Road deaths"]),
    ("The trade recorded the largest decrease of 21 percent.", ["trade"]),
    (
        "Some 221 people are in care, 94 of whom require oxygen.",
        ["people in care", "people in care require oxygen"],
    ),
    (
        "Of the adults, 44 percent have been vaccinated and 77 percent have had one dose.",
        ["adults vaccinated", "adults with one dose"],
    ),
    ("Over 3.9 million COVID-19 tests were carried out.", ["COVID-19 tests carried out"]),
    ("The death toll in the outbreak is now 170.", ["death toll in the outbreak"]),
    (
        "Sales rose 5 percent since May and confidence in firms was up 7 percent.",
        ["Sales", "confidence in firms"],
    ),
    (
        "We hired 300 apprentices. Women now make up 17 percent of them.",
        ["hired apprentices", "Women: share of apprentices"],
    ),
    (
        "It sets aside 10 percent of revenue in the rainy day fund, which stands at $1 billion.",
        ["revenue in the rainy day fund", "rainy day fund"],
    ),
    ("For those new leases, rents were up 10 percent.", ["rents for new leases"]),
    (
        "The economy grew 2 percent, slightly faster than the 1 percent seen in May.",
        ["economy", "economy"],
    ),
    (
        "Retail sales fell 4 percent by value and 5 percent by volume.",
        ["Retail sales by value", "Retail sales by volume"],
    ),
    (
        "About 3,200 flats were built, and the country needs about 4,500 a year.",
        ["flats built", "country needs flats"],
    ),
    (
        "We issued 915 fines with penalties totalling $11 million.",
        ["issued fines", "fines with penalties"],
    ),
    (
        "We spend $5 billion on the scheme, of which $1 billion will be for the elderly.",
        ["spend on scheme", "spend on scheme to elderly"],
    ),
    (
        "Since the coast line began running, it has delivered 61 tonnes of rice.",
        ["coast line delivered rice"],
    ),
    (
        "There are 14 clinics now, and they have treated 900 people.",
        ["clinics", "clinics treated people"],
    ),
    (
        "We opened the new wing in May. It adds 42 beds and it cost $38 million, and it came in $3"
        " million under budget.",
        ["new wing adds beds", "cost of new wing", None],
    ),
    ("Some 800,000 people are not taking up the credit.", ["people not taking up the credit"]),
    ("About 95 percent of adults 12 and over have had a dose.", ["adults 12 and over with dose"]),
    ("Some 84 percent of over 60s have had a dose.", ["over 60s with dose"]),
    ("The land price is $18,000 per square foot.", ["land price per square foot"]),
    ("We imported 130 tonnes of chilled and frozen meat.", ["imported chilled and frozen meat"]),
    ("Fixed asset investment rose by 0.8 percent.", ["Fixed asset investment"]),
    ("Potential supply is 94,000 flats.", ["Potential supply"]),
    (
        "The rate, which fell again, is a good number. It continues on a steady decline from 6"
        " percent.",
        ["rate"],
    ),
    ("Fires are burning, and 350,000 hectares have been burnt.", ["hectares burnt"]),
    (
        "The rates for the second and third doses are 93 percent and 83 percent respectively.",
        ["rates for the second doses", "rates for third doses"],
    ),
    ("He stressed that the region accounts for 4 percent of output.", ["region: share of output"]),
]


def test_a_forecast_of_growth_that_is_lowered_falls() -> None:
    (fact,) = _facts("We have revised down our forecast for growth by 1 percent in 2022.")
    assert fact.change == "decrease"


CHANGES = [
    ("Visits doubled, from roughly 1,900 visits to 3,800 visits.", [None, "increase"]),
    ("Mining lost 1,400 jobs.", ["decrease"]),
    ("We lost 47 residents and 14 homes.", [None, None]),
    ("Crews lost 9,850 hours waiting.", [None]),
]


@pytest.mark.parametrize(("text", "changes"), CHANGES)
def test_moves_and_losses(text: str, changes: list[str | None]) -> None:
    assert [fact.change for fact in _facts(text)] == changes


FRACTIONS = [
    ("We raised the rate by four and a quarter percentage points.", "4.25", "percentage points"),
    ("The rate is 4 and a half percent.", "4.5", "%"),
    ("Rates went up a half percentage point.", "0.5", "percentage points"),
    ("Two and a half million people came.", "2500000", "people"),
]


@pytest.mark.parametrize(("text", "value", "unit"), FRACTIONS)
def test_numbers_with_a_part(text: str, value: str, unit: str) -> None:
    (fact,) = _facts(text)
    assert (fact.quantity.value, fact.quantity.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names_from_what_was_told_before(text: str, names: list[str | None]) -> None:
    assert [fact.indicator for fact in _facts(text)] == names
