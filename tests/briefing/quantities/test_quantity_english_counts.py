"""Bare English numbers that count what was counted before, with what was done with them."""

from __future__ import annotations

import msgspec
import pytest

from exporter.briefing.quantities import find_facts
from tests.briefing.quantities.speech import record, turn

COUNTS: list[tuple[str, list[tuple[str, str | None, str | None]]]] = [
    (
        "The court jailed 12 people and fined 44 others.",
        [("12", "people", "court jailed people"), ("44", "people", "fined people")],
    ),
    (
        "The state built 21,400 homes, and in the first half of this year we permitted 16,900.",
        [("21,400", "homes", "state built homes"), ("16,900", "homes", "permitted homes")],
    ),
    (
        "We permitted 21,400 homes. So far this year 16,900 were permitted.",
        [("21,400", "homes", "permitted homes"), ("16,900", "homes", "homes")],
    ),
    (
        "Some 3 million people fled to other countries, 1.2 million of them to Arden and about"
        " 720,000 to Borland.",
        [
            ("3 million", "people", "people fled to other countries"),
            ("1.2 million", "people", "people fled to Arden"),
            ("720,000", "people", "people fled to Borland"),
        ],
    ),
    (
        "The number of arrested persons aged below 21 dropped from 148 in 2023 to 119.",
        [
            ("148", "persons", "number of arrested persons aged below 21"),
            ("119", "persons", "number of arrested persons aged below 21"),
        ],
    ),
    (
        "Staff numbers have gone from 5,100 to 4,300.",
        [("5,100", None, "Staff numbers"), ("4,300", None, "Staff numbers")],
    ),
    (
        "We have 315 people in intensive care, and that's a reduction of 109.",
        [
            ("315", "people", "people in intensive care"),
            ("109", "people", "people in intensive care"),
        ],
    ),
    (
        "Jobs rose by 51,000 in construction, and by 8,000 in hospitals.",
        [("51,000", "jobs", "Jobs in construction"), ("8,000", "jobs", "Jobs in hospitals")],
    ),
    (
        "Admissions to wards rose by 62 per cent compared with last year, to 87,300.",
        [
            ("62 per cent", "%", "Admissions to wards"),
            ("87,300", "admissions", "Admissions to wards"),
        ],
    ),
    (
        "There are 212 clinics; we need 90 more.",
        [("212", "clinics", "clinics"), ("90", "clinics", "clinics")],
    ),
    (
        "We repaired 412 large and medium-sized irrigation districts.",
        [("412", "districts", "repaired large and medium-sized irrigation districts")],
    ),
    ("Some 5,000 guardsmen had been called.", [("5,000", "guardsmen", "guardsmen called")]),
    ("We have blacklisted three builders.", [("three", "builders", "blacklisted builders")]),
    ("We tested 4,000 farms in 2023 and found nothing.", [("4,000", "farms", "tested farms")]),
    ("We trained 400 nurses, and we opened at 16.", [("400", "nurses", "trained nurses")]),
]


@pytest.mark.parametrize(("text", "told"), COUNTS, ids=[text for text, _ in COUNTS])
def test_bare_numbers_count_what_was_counted(
    text: str, told: list[tuple[str, str | None, str | None]]
) -> None:
    read = find_facts(msgspec.structs.replace(record(turn(text)), language="en")).value
    assert [(fact.quantity.text, fact.quantity.unit, fact.indicator) for fact in read] == told


HARMED: list[tuple[str, list[tuple[str, str | None]]]] = [
    ("The attack left 19 dead and 44 injured.", [("19", "people dead"), ("44", "people injured")]),
    ("We treated 40 injured firefighters.", [("40", "treated injured firefighters")]),
    (
        "Some 300,000 people have fled and nearly 766,000 in total are displaced.",
        [("300,000", "people fled"), ("766,000", "people have fled")],
    ),
    (
        "Farm employment edged up by 12,000, following a gain of 45,000 in May.",
        [("12,000", "Farm employment"), ("45,000", "Farm employment")],
    ),
    (
        "Employment has increased by an average of 125,000 per month.",
        [("125,000", "Employment per month")],
    ),
    (
        "Half the homeless have no shelter, and $10 million has been allocated from the fund.",
        [("Half", "homeless with no shelter"), ("$10 million", "allocated from fund")],
    ),
    (
        "The office has launched a funding appeal for $157 million.",
        [("$157 million", "funding appeal of office")],
    ),
    (
        "The camp hosts 17,000 refugees from the Republic of the Islands.",
        [("17,000", "refugees from Republic of the Islands")],
    ),
    (
        "The number of thefts dropped a significant 30 per cent whereas frauds rose by 5 per cent.",
        [("30 per cent", "number of thefts"), ("5 per cent", "number of frauds")],
    ),
    (
        "There was a 50% increase in house prices, a 100% increase in rents and a 5% rise in fees.",
        [("50%", "house prices"), ("100%", "rents"), ("5%", "fees")],
    ),
    (
        "There was an increase of 82% in the number of new homes.",
        [("82%", "number of new homes")],
    ),
    (
        "Permits show an increase of 41% on last year, whilst notices rose by 32%.",
        [("41%", "Permits"), ("32%", "notices")],
    ),
    ("Another $3 million has been spent on leasing.", [("$3 million", "spent on leasing")]),
    (
        "Fires killed 26 people, destroyed thousands of barns and burned 200,000 acres.",
        [("26", "Fires killed people"), ("200,000 acres", "Fires burned acres")],
    ),
    (
        "The Elm Fire is 770 acres and 29% contained.",
        [("770 acres", "Elm Fire"), ("29%", "Elm Fire contained")],
    ),
    (
        "A third are engaged in the finance trade, and 18 per cent in the farm trade.",
        [("A third", "engaged in the finance trade"), ("18 per cent", "engaged in farm trade")],
    ),
    (
        "Some 900 homes were sold, which represents a significant increase of over 16%.",
        [("900", "homes sold"), ("16%", "homes sold")],
    ),
    (
        "This brings the number of people who have died from COVID-19 to 753.",
        [("753", "number of people who have died from COVID-19")],
    ),
    (
        "Thirty persons were prosecuted and 784 others were fined.",
        [("Thirty", "persons prosecuted"), ("784", "persons fined")],
    ),
    (
        "Goods worth $420 million in total were seized with 252 people arrested.",
        [("$420 million", "Goods"), ("252", "people arrested")],
    ),
    ("The unit seized $93 million worth of goods.", [("$93 million", "unit seized goods")]),
    (
        "Raids led to 14 charges, resulting in the seizure of about 62 kilograms of sugar.",
        [("14", "Raids led to charges"), ("62 kilograms", "seizure of sugar")],
    ),
    (
        "The value of seized metals recorded a 29 per cent increase to HK$106 million.",
        [
            ("29 per cent", "value of seized metals recorded"),
            ("HK$106 million", "value of seized metals recorded"),
        ],
    ),
    (
        "The number of arrested persons increased by 12 per cent to 216.",
        [("12 per cent", "number of arrested persons"), ("216", "number of arrested persons")],
    ),
    ("Over 40 billion dollars was spent on trains.", [("40 billion dollars", "spent on trains")]),
    (
        "Between 2015 and 2020, $6 billion was given to towns. In 2015, the figure was $4 billion.",
        [("$6 billion", "given to towns"), ("$4 billion", "given to towns")],
    ),
    (
        "Among them, 2,140 kilograms were rice and 612 kilograms were corn seeds.",
        [("2,140 kilograms", "rice"), ("612 kilograms", "corn seeds")],
    ),
    (
        "Some 350,000 hectares have burnt, 40 hectares were lost.",
        [("350,000 hectares", "hectares burnt"), ("40 hectares", "hectares lost")],
    ),
    (
        "The firm installed 5 gigawatts of offshore capacity, of which 860 megawatts were added.",
        [
            ("5 gigawatts", "firm installed offshore capacity"),
            ("860 megawatts", "firm installed offshore capacity"),
        ],
    ),
    (
        "Our program has paid out $52 million and kept 18,300 families in their homes.",
        [("$52 million", "program has paid out"), ("18,300", "kept families in their homes")],
    ),
    (
        "We scale up assistance to 4.9 million people in the coming months.",
        [("4.9 million", "assistance to people")],
    ),
]


@pytest.mark.parametrize(("text", "told"), HARMED, ids=[text for text, _ in HARMED])
def test_names_hold_no_more_than_is_said(text: str, told: list[tuple[str, str | None]]) -> None:
    read = find_facts(msgspec.structs.replace(record(turn(text)), language="en")).value
    assert [(fact.quantity.text, fact.indicator) for fact in read] == told
