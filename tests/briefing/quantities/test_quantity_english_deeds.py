"""Counts and sums of English sentences named with the verb of their clause: what was done with the
things, to whom money went, what something costs, what is told of a whole list."""

from __future__ import annotations

import msgspec
import pytest

from exporter.briefing.quantities import find_facts
from tests.briefing.quantities.speech import record, turn


def _names(text: str) -> list[str | None]:
    read = find_facts(msgspec.structs.replace(record(turn(text)), language="en")).value
    return [fact.indicator for fact in read]


NAMES: list[tuple[str, list[str | None]]] = [
    ("Last night our guards caught 46 people.", ["guards caught people"]),
    ("So far 640 farms have registered for relief.", ["farms registered for relief"]),
    ("Around 8,000 shops lost power.", ["shops lost power"]),
    ("The helpline took 9,400 calls.", ["helpline took calls"]),
    ("We reached 3,400 people.", ["reached people"]),
    ("It will unlock 1,200 plots.", ["unlock plots"]),
    ("The law was signed by 73 mayors.", ["signed by mayors"]),
    ("Insurers declined to renew 1,500 policies.", ["Insurers declined to renew policies"]),
    ("The firm failed to deliver 300 trucks.", ["firm failed to deliver trucks"]),
    ("We treated 7,000 acres.", ["treated acres"]),
    ("We have received $104 million.", ["money received"]),
    ("It means 900 people stay dry.", ["people stay dry"]),
    (
        "The fund has paid out $3 million to 840 small farms.",
        ["fund has paid out to small farms"] * 2,
    ),
    ("Cash grants of $7 million went to 310 towns.", ["Cash grants", "Cash grants to towns"]),
    (
        "The ferry carries 6,200 cars a day and will cost $41 million to replace.",
        ["ferry carries cars", "cost to replace ferry"],
    ),
    (
        "Guards recovered 17 boats with a market value of $1 million.",
        ["Guards recovered boats", "market value of boats"],
    ),
    (
        "We vaccinated 3,100 children against measles in 12 towns.",
        ["vaccinated children against measles", "vaccinated children against measles in towns"],
    ),
    (
        "The airline cancelled 340 flights and delayed another 1,100.",
        ["airline cancelled flights", "delayed flights"],
    ),
    (
        "Some 800 homes lost power, and crews have restored service to 500 of them.",
        ["homes lost power", "restored service to homes"],
    ),
    (
        "The bank imposed sanctions on 23 firms and 9 ships.",
        ["bank imposed sanctions on firms", "bank imposed sanctions on ships"],
    ),
    (
        "The convoy delivered 480 tons of flour and 36 tons of rice.",
        ["convoy delivered flour", "convoy delivered rice"],
    ),
    (
        "So far 94 farms have signed up, and $4 million has been paid, an average of $900 a visit.",
        ["farms signed up", "money paid", "average money paid"],
    ),
    (
        "Some 94 farms are left, and $4 million has been paid, an average of $900 per farm.",
        ["farms left", "money paid to farms", "average money paid to farms per farm"],
    ),
    (
        "Our plan for the coast is to assist 4,500 people. This will cost $38 million.",
        ["assist people", "cost of plan for the coast"],
    ),
    (
        "Some 310 members have yet to pay and 90 had to sell their homes.",
        ["members yet to pay", "members had to sell their homes"],
    ),
    ("About 300 shops are yet to open.", ["shops yet to open"]),
    ("About 300 shops have still to be inspected.", ["shops still to be inspected"]),
    (
        "Some 4,200 travellers crossed the border in the first week.",
        ["travellers crossed the border"],
    ),
    ("The crew of 40 includes 12 women.", ["crew of 40 includes women"]),
    (
        "Of the seized goods, 120 kilograms were burned, 40 kilograms were sold and 15 kilograms"
        " were sent back.",
        ["seized goods burned", "kilograms sold", "kilograms sent back"],
    ),
    (
        "The convoy brought 40 tons of flour and 20 tons of rice were lost.",
        ["convoy brought flour", "rice"],
    ),
    (
        "The fund paid out $3 million to 840 farms and $2 million to 31 mills.",
        ["fund paid out to farms"] * 2 + ["fund paid out to mills"] * 2,
    ),
    (
        "Crews cleared 120 roads in the north and 80 in the south.",
        ["Crews cleared roads in the north", "Crews cleared roads in south"],
    ),
    ("The firm hired 300 workers and 40 jobs were lost.", ["firm hired workers", "jobs"]),
    ("The flood killed 30 people; 12 boats sank.", ["flood killed people", "boats"]),
    (
        "The ministry sent 40 trucks and 300 tonnes of rice to Arden.",
        ["ministry sent trucks", "ministry sent rice to Arden"],
    ),
    (
        "Police seized 300 kilograms of cocaine in 12 raids.",
        ["Police seized cocaine", "cocaine in raids"],
    ),
    ("Only 40 of the 300 pupils passed.", ["pupils passed", "pupils"]),
    ("None of the 300 pupils passed.", ["pupils"]),
    (
        "The ministry approved 300 permits, refused another 40 and delayed 12 more.",
        ["ministry approved permits", "delayed permits"],
    ),
    (
        "The ferry carries 6,200 cars a day and the bridge will cost $41 million.",
        ["ferry carries cars", "bridge"],
    ),
    (
        "Turnout was 64 percent in the north and the swing was 5 percent in the south.",
        ["Turnout in the north", "swing in the south"],
    ),
    ("The council opened a library. It cost $4 million.", ["cost of library"]),
    ("The council opened a library. It employs 30 people.", ["employs people"]),
    ("The mayor visited the poor. They received 300 tons of rice.", ["received rice"]),
    ("We spoke to the mayors. They want $40 million.", [None]),
    (
        "Exports grew 4 percent to the east, 5 percent to Borland and 2 percent overall.",
        ["Exports to the east", "Exports to Borland", "Exports"],
    ),
    ("The storm cut power to 300,000 homes.", ["power to homes"]),
    ("They seized cocaine worth $96 million.", ["seized cocaine"]),
    (
        "There are 370 guards assigned to the fire, with 28 engines, 14 trucks and 19 planes.",
        [f"{thing} assigned to the fire" for thing in ("guards", "engines", "trucks", "planes")],
    ),
    (
        "We have 28 engines, 14 trucks and 19 planes assigned to the fire.",
        [f"{thing} assigned to the fire" for thing in ("engines", "trucks", "planes")],
    ),
]


@pytest.mark.parametrize(("text", "names"), NAMES, ids=[text for text, _ in NAMES])
def test_names_tell_what_was_done(text: str, names: list[str | None]) -> None:
    assert _names(text) == names


def test_what_is_done_with_the_last_of_a_list_is_not_told_of_another_clause() -> None:
    first, second = _names("We have 28 engines, and 14 trucks were sent to the fire.")
    assert first == "engines"
    assert second == "trucks sent to the fire"


def test_a_case_that_is_only_suspected_makes_no_death_suspected() -> None:
    assert "suspected" not in (_names("There are 418 suspected cases and 12 deaths.")[1] or "")
