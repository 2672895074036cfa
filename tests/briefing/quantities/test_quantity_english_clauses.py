"""English sentences as they are spoken and as statistics are read out: what each number is of,
for when, which way it moved, and whether it is done."""

from __future__ import annotations

from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.briefing.model import Fact
from exporter.briefing.quantities import find_facts
from tests.briefing.quantities.speech import record, turn


def _facts(text: str, *later: str) -> tuple[Fact, ...]:
    turns = [turn(said, number=at) for at, said in enumerate((text, *later), start=1)]
    return find_facts(msgspec.structs.replace(record(*turns), language="en")).value


NUMBERS = [
    ("Rates rose by 5-1/4 percentage points.", [("5-1/4 percentage points", "5.25")]),
    ("It cut the rate by 1/4 percentage point.", [("1/4 percentage point", "0.25")]),
    ("Building was 28½ per cent higher.", [("28½ per cent", "28.5")]),
    ("Energy inflation was -1.9 per cent.", [("-1.9 per cent", "-1.9")]),
    ("Growth was minus 2 percent.", [("2 percent", "-2")]),
    (
        "Mines, farms and shops made 4.2 trillion, 26.3 trillion and 34 trillion yuan.",
        [
            ("4.2 trillion", "4200000000000"),
            ("26.3 trillion", "26300000000000"),
            ("34 trillion yuan", "34000000000000"),
        ],
    ),
    (
        "Inflation will be 2.1 per cent in 2025, 1.7 per cent in 2026 and 1.9 per cent in 2027.",
        [("2.1 per cent", "2.1"), ("1.7 per cent", "1.7"), ("1.9 per cent", "1.9")],
    ),
    ("The gap was three-tenths of a point.", [("three-tenths of a point", "0.3")]),
    ("The income ratio was 2.78.", [("2.78", "2.78")]),
    ("We have nearly one million jobs.", [("one million", "1000000")]),
    ("We built 1.4 million 5G masts.", [("1.4 million", "1400000")]),
    ("Only 17 of the 36 hospitals work.", [("17", "17"), ("36", "36")]),
    ("We have 523 takeoff and landing sites.", [("523", "523")]),
    (
        "The number of farm shops in Arden grew from 180 to more than 400.",
        [("180", "180"), ("400", "400")],
    ),
    ("There were 423 cases of COVID-19 in 35 states.", [("423", "423"), ("35", "35")]),
    (
        "The number of workers reached 181 million, a rise of 1.66 million or 0.9 percent.",
        [("181 million", "181000000"), ("1.66 million", "1660000"), ("0.9 percent", "0.9")],
    ),
    ("Growth over the past 12 months was 3 percent.", [("3 percent", "3")]),
    ("One in five new jobs went to women.", [("One in five", "20")]),
    ("Nine out of 10 visits are free.", [("Nine out of 10", "90")]),
    ("Uptake among those aged 45 to 49 stands at 74 per cent.", [("74 per cent", "74")]),
    ("It rose for 16 consecutive months.", []),
    (
        "Employment fell by around 6 600 to 3 697 500.",
        [("6 600", "6600"), ("3 697 500", "3697500")],
    ),
    ("In the first three quarters of this year, we met.", []),
]


@pytest.mark.parametrize(("text", "numbers"), NUMBERS)
def test_numbers(text: str, numbers: list[tuple[str, str]]) -> None:
    told = [(fact.quantity.text, fact.quantity.value) for fact in _facts(text)]
    assert told == [(said, Decimal(value)) for said, value in numbers]


@pytest.mark.parametrize(
    ("text", "unit"),
    [("It cost HK$5 million.", "HK$"), ("It cost US$5 million.", "US$"), ("It cost €5.", "€")],
)
def test_money_keeps_its_sign(text: str, unit: str) -> None:
    assert [fact.quantity.unit for fact in _facts(text)] == [unit]


NAMES = [
    ("Annual inflation fell slightly to 2.1 per cent.", ["Annual inflation"]),
    ("The jobless rate ticked up but remains low at 4 percent.", ["jobless rate"]),
    ("They see headline inflation averaging 2 percent.", ["headline inflation"]),
    ("For food prices, they expect an average of 2.4 percent.", ["food prices"]),
    ("Officials project that the level of the fund will be 5 percent.", ["level of the fund"]),
    ("Inflation remains above our goal of 2 percent.", ["goal"]),
    ("We had a $2 billion Homes for Arden plan.", ["Homes for Arden plan"]),
    (
        "We're investing $1.2 billion over five years to train nurses.",
        ["investing to train nurses"],
    ),
    ("About 98% of adults have antibodies.", ["adults with antibodies"]),
    ("More than 32,000 people are in hospital.", ["people in hospital"]),
    ("We have secured 457 million doses.", ["secured doses"]),
    ("Gains averaged 218,000 jobs a month.", ["Gains"]),
    ("We signed a deal with Arden worth $1.2 billion.", ["deal with Arden"]),
    ("The budget holds spending to $13 billion.", ["spending"]),
    ("The hospital will have 300 beds and cost $750 million.", ["beds", "cost of hospital"]),
    ("We put off the prison wing, which saves another $97 million.", ["prison wing"]),
    (
        "The value added of mining rose 2%, farming up by 6%; state firms down by 1%.",
        ["value added of mining", "value added of farming", "value added of state firms"],
    ),
    (
        "Investment in roads rose by 4 percent, and that in rail fell by 9 percent.",
        ["Investment in roads", "Investment in rail"],
    ),
    (
        "Cars, chips and robots saw output increase by 33 percent, 26 percent and 11 percent.",
        ["output of Cars", "output of chips", "output of robots"],
    ),
    (
        "Exports to Arden rose by 4%, and sales abroad did better: 12% for Borland and 13% for"
        " Calder.",
        ["Exports to Arden", "Exports to Borland", "Exports to Calder"],
    ),
    (
        "Output was $5 billion, a nominal growth of 8 percent or a real growth of 6 percent.",
        ["Output", "Output", "Output"],
    ),
    (
        "Sales reached $5 billion, accounting for 17 percent of retail trade.",
        ["Sales", "Sales: share of retail trade"],
    ),
    (
        "Ports handled 398 million tons of cargo and 9.6 million boxes.",
        ["Ports handled cargo", "Ports handled boxes"],
    ),
    ("Growth was 1.3 percentage points higher than that of the country.", None),
    ("Trade grew. It rose by 2 percent.", ["Trade"]),
    (
        "Production and sales of cars reached 6.9 million and 6.5 million units.",
        ["Production of cars", "sales of cars"],
    ),
    ("The office forecasts that inflation will average 2.5%.", ["inflation"]),
    ("The capital plan totals $68 billion.", ["capital plan"]),
    ("There is $22 billion for the health budget.", ["health budget"]),
    (
        "The number of shops rose to 400, and their sales reached $6 billion.",
        ["number of shops", "sales of shops"],
    ),
    ("About 300,000 people in Arden have been forced to flee.", ["people in Arden forced to flee"]),
    (
        "Over 10 million people - 20 per cent of the population - fled.",
        ["people", "people: share of population"],
    ),
    (
        "The agency's $1.2 billion appeal is 20 per cent funded.",
        ["agency's appeal", "appeal funded"],
    ),
    ("Uptake was 40 per cent. Today, it's 52 per cent.", ["Uptake", "Uptake"]),
    (
        "The jobless rate edged up to 5 per cent, below that 6 per cent mark.",
        ["jobless rate", "jobless rate"],
    ),
    (
        "100 flights as part of the relief bridge have been completed.",
        ["flights as part of the relief bridge completed"],
    ),
    ("Over 10 million people, or a lot of us, have been displaced.", ["people displaced"]),
    ("We freed up 3,000 beds.", ["freed up beds"]),
    (
        "It cared for 184,000 patients who required surgery.",
        ["cared for patients who required surgery"],
    ),
    (
        "The state will contribute $20 million to reduce waits for surgery.",
        ["reduce waits for surgery"],
    ),
    (
        "The plan is worth $9 million. Of that, $5 million goes to clinics.",
        ["plan", "plan to clinics"],
    ),
    (
        "We tested 9,400 people. Of those, 1,450 have tested positive, a rise in a day of 1,285.",
        ["tested people", "people tested positive", "people tested positive"],
    ),
    ("We shipped nearly one billion pieces of kit.", ["shipped pieces of kit"]),
    ("The council asked for $140 million.", ["council asked for"]),
    ("The conflict has internally displaced 2.4 million people.", ["conflict displaced people"]),
    ("We will help 2,500 people impacted by floods.", ["help people impacted by floods"]),
    (
        "Payroll employment edged up in March by 88,000; gains over the prior 12 months had"
        " averaged 169,000 per month.",
        ["Payroll employment", "gains per month"],
    ),
    (
        "We have the highest graduation rate, 78 percent. When we began it was 66 percent.",
        ["highest graduation rate"] * 2,
    ),
    ("We announced this week that $14 million has been seized from gangs.", ["seized from gangs"]),
    ("We spent $9 million. There is a gap of $5 million.", ["spent", "gap"]),
    ("The wait was 9 minutes, compared with 7 minutes before.", ["wait", "wait"]),
    (
        "99 percent of the deaths in this country have been among those over 65.",
        ["deaths among those"],
    ),
    ("The jobless rate, as measured by our survey, edged down to 3.9 percent.", ["jobless rate"]),
    ("The fund stood at $890 million in May and it stands at $745 million.", ["fund", "fund"]),
    (
        "We answered 58,200 calls. Around one in ten was resolved by phone.",
        ["answered calls", "calls resolved by phone"],
    ),
    ("We added homes, which brings our total spending to $3 billion.", ["total spending"]),
    ("Around a trillion dollars of debt is left.", ["debt left"]),
    ("Our crews lost 9,850 hours waiting at hospitals.", ["crews lost hours waiting at hospitals"]),
    ("We heard that 62,000 households have loans that expire.", ["households with loans"]),
    ("Volunteers have logged 6,200 hours of work.", ["Volunteers logged hours of work"]),
    (
        "We added 3,000 jobs, and the rate came down from 7.2 percent to 5.9 percent.",
        ["added jobs", "rate", "rate"],
    ),
    ("The first $310 million went out.", ["went out"]),
    ("For those aged 15 to 24, the rate was 11 percent.", ["rate for those aged 15 to 24"]),
    ("Output saw a year-on-year growth of 15.9%.", ["Output"]),
    (
        "Borrowing falls from 4 per cent of GDP to 1 per cent of GDP.",
        ["Borrowing: share of GDP"] * 2,
    ),
    (
        "Revenue is running $312 million, or 2 percent, below forecast.",
        ["Revenue below forecast"] * 2,
    ),
    ("Nearly one in five new jobs went to women.", ["new jobs went to women"]),
    ("Waits were 95 minutes. We have got that down to 40 minutes.", ["Waits", "Waits"]),
    ("There are 60 schools. We plan to get to 75 percent.", ["schools", None]),
    ("Last year the ferry carried 84,000 passengers.", ["ferry carried passengers"]),
    (
        "We completed 27 bridges, and capital spending reached $1.86 billion.",
        ["completed bridges", "capital spending"],
    ),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names(text: str, names: list[str | None] | None) -> None:
    told = [fact.indicator for fact in _facts(text)]
    assert told == (names or ["growth higher than country"])


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("Between 5 and 8 percent of people fell ill.", 5, 8),
        ("It holds the range at 5-1/4 to 5-1/2 percent.", "5.25", "5.5"),
    ],
)
def test_ranges(text: str, least: str | int, most: str | int) -> None:
    (fact,) = _facts(text)
    quantity = fact.quantity
    assert (quantity.value, quantity.min_value, quantity.max_value) == (
        None,
        Decimal(least),
        Decimal(most),
    )


PERIODS = [
    ("Councils get $1.6 billion this year.", "2023"),
    ("Prices rose 7 per cent over the year to January.", "year to January 2023"),
    ("Prices rose 2.7 percent over the 12 months ending in April.", "12 months ending in April"),
    ("Between June 6 and August 2, 52 firms closed.", "June 6 to August 2, 2022"),
    ("Between May and June, 52 firms closed.", "May to June 2023"),
    ("We counted 52 firms between October and December 2022.", "October to December 2022"),
    ("From January through May 2023, we met 52 firms.", "January through May 2023"),
    ("In May and June, 52 firms closed.", "May and June 2023"),
    ("As of June 6, 52 firms had closed.", "As of June 6, 2023"),
    ("We had 52 firms as of 15 November.", "as of 15 November 2022"),
    ("We had 52 firms as of June 2023.", "as of June 2023"),
    ("As of the end of June, 52 firms had closed.", "As of the end of June 2023"),
    ("On June 6, 52 firms closed.", "June 6, 2023"),
    ("It is 46 percent contained, up from 31 percent on June 3.", "June 3, 2023"),
    ("Rents rose 3 percent last month.", "June 2023"),
    ("Some 52 firms will open next month.", "August 2023"),
    ("The rate fell to 4 per cent, from 5 per cent two years ago.", "2021"),
    ("We will open 12 shops in the fourth quarter.", "fourth quarter of 2023"),
    ("Output rose 3 percent in the fourth quarter.", "fourth quarter of 2022"),
    ("From December there will be 30 trains.", "December 2023"),
    ("The city now has 14 airports.", "now"),
    ("The rate was 3 per cent in March - May 2023.", "March - May 2023"),
    ("Exports rose by 14% over a year earlier to $375 billion in May.", "May 2023"),
    ("Wages will rise by 6 per cent from April 2024.", "April 2024"),
    ("We will create 11 million jobs and keep the rate below 5 percent in 2024.", "2024"),
    ("We have 300 beds and will add 500 beds by 2028.", "2028"),
    ("Sales fell to 4 per cent, down from 5 per cent in the previous quarter.", "previous quarter"),
]


@pytest.mark.parametrize(("text", "period"), PERIODS)
def test_periods(text: str, period: str) -> None:
    last = _facts(text)[-1].period
    assert last is not None
    assert last.startswith(period)


def test_a_period_inside_a_paragraph_is_not_that_of_the_speech() -> None:
    found = _facts(
        "In the first half, output was $9 billion.\n"
        "Mining rose 3 percent. In June, farming rose 2 percent.\n"
        "Trade rose 5 percent."
    )
    told = [fact.period for fact in found]
    assert told == ["first half of 2023"] * 2 + ["June 2023", "first half of 2023"]


def test_a_move_in_an_answer_is_of_the_period_of_the_conference() -> None:
    *_, moved, counted = _facts(
        "In the first half, output was $9 billion.", "Exports rose by 4%. We have 30 ports."
    )
    assert (moved.period, moved.period_from) == ("first half of 2023", "earlier")
    assert counted.period is None


MOVES = [
    ("Growth moderated from 3.4 percent to 1.3 percent.", [None, "decrease"]),
    ("It cut the time from 24 hours to 30 minutes.", [None, "decrease"]),
    ("Exports rose 9 percent to $4.2 billion.", ["increase", None]),
    ("Fuel grew by 4.8% and metals by 4.9%.", ["increase", "increase"]),
    ("GDP rose 5 percent in May, 4 percent in June.", ["increase", "increase"]),
    ("Tax cuts will total $5 billion.", [None]),
]


@pytest.mark.parametrize(("text", "moves"), MOVES)
def test_moves(text: str, moves: list[str | None]) -> None:
    assert [fact.change for fact in _facts(text)] == moves


BASES = [
    ("Exports rose 9 percent year on year.", ["year on year"]),
    (
        "The rate is 3.6 percent, down from 3.7 percent in May.",
        ["down from 3.7 percent in May", None],
    ),
    (
        "Capacity grew from 16 million tonnes to 25 million tonnes.",
        [None, "from 16 million tonnes"],
    ),
]


@pytest.mark.parametrize(("text", "bases"), BASES)
def test_what_it_is_compared_with(text: str, bases: list[str | None]) -> None:
    assert [fact.comparison_base for fact in _facts(text)] == bases


def test_what_others_are_compared_with_is_no_key_figure() -> None:
    found = _facts("Cancellations fell from 4.1 per cent to 3.3 per cent.")
    assert [(fact.quantity.text, fact.key) for fact in found] == [
        ("4.1 per cent", False),
        ("3.3 per cent", True),
    ]


def test_a_time_to_come_is_not_carried() -> None:
    *_, fact = _facts("We aim for a rate of 90 per cent by 2030. We run 87 clinics.")
    assert fact.period is None


STATUS = [
    ("About 650 people will work on the dam.", ["plan"]),
    ("We are here to announce $412 million for the port.", ["plan"]),
    ("The median projection is 4.0 percent this year and 4.2 percent next year.", ["plan"] * 2),
    ("They cut the time for a flight plan from 24 hours.", ["actual"]),
    ("Growth was 5 percent, better than expected.", ["actual"]),
    ("We will build 12 schools, 3 hospitals and 5 roads.", ["plan"] * 3),
    (
        "Farm output will fall by 2 percent, and that follows a fall of 9 percent.",
        ["plan", "actual"],
    ),
    ("It pays $5 million to train 300 nurses.", ["actual", "plan"]),
    ("The appeal for the delta is only 40 per cent funded.", ["actual"]),
    ("They appeal for $40 million.", ["plan"]),
]


@pytest.mark.parametrize(("text", "told"), STATUS)
def test_status(text: str, told: list[str]) -> None:
    assert [fact.status for fact in _facts(text)] == told


_PIECES = st.sampled_from(
    [
        "from",
        "to",
        "by",
        "of",
        "which",
        "its",
        "the",
        "half",
        "one-third",
        "-3",
        "$4",
        "5",
        "1/4",
        "½",
        "billion",
        "percent",
        "3,000",
        "jobs",
        "rose",
        "fell",
        "was",
        "average",
        "exports",
        "last",
        "year",
        "in",
        "May",
        "2023",
        ",",
        ".",
        "and",
        "per",
        "up",
        "worth",
        "that",
    ]
)


@given(st.lists(_PIECES, max_size=40))
def test_any_words_give_figures_that_stand_in_them(words: list[str]) -> None:
    text = " ".join(words)
    for fact in _facts(text):
        assert text[fact.at :].startswith(fact.quantity.text)
        assert fact.comparison_base is None or fact.comparison_base in text


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("The average wait is 26 minutes.", None),
        ("There are 164 people in hospital.", None),
        ("We treated 164 people.", "first half of 2023"),
    ],
)
def test_what_is_so_today_is_not_of_the_period_told_before(text: str, period: str | None) -> None:
    *_, last = _facts(f"In the first half, output was $9 billion.\n{text}")
    assert last.period == period
