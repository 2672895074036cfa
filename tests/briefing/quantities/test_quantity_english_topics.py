"""Short names of English numbers made whole by what the passage says that it is about, by the
phrase behind the number, and by what was done with the money."""

from __future__ import annotations

import msgspec
import pytest

from exporter.briefing.quantities import find_facts
from exporter.notices import Span
from exporter.transcript.model import Heading
from tests.briefing.quantities.speech import record, turn


def _names(text: str) -> list[str | None]:
    read = find_facts(msgspec.structs.replace(record(turn(text)), language="en")).value
    return [fact.indicator for fact in read]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("On smuggling, 392 cases were detected.", ["smuggling: cases detected"]),
        ("In Arden, over 10 million people have been displaced.", ["people displaced in Arden"]),
        (
            "Turning to Arden, where a storm hit, 400 people are safe. Some 19 people were killed.",
            ["Arden: people safe", "Arden: people killed"],
        ),
        ("On Arden, the news is good. Complaints fell by 12 percent.", ["Arden: Complaints"]),
        ("As for costs, we are careful. We plan to invest $18 million.", ["plan to invest"]),
        ("I will start with Arden. Some 30 million people left.", ["Arden: people left"]),
        (
            "Among adults 65 and older, coverage is 58 percent.",
            ["coverage among adults 65 and older"],
        ),
        ("In June, 400 people were killed.", ["people killed"]),
        ("For the first time, 400 people were killed.", ["people killed"]),
        ("In addition, 400 people were killed.", ["people killed"]),
        ("On the other hand, 400 people were killed.", ["people killed"]),
        ("On balance, 400 people were killed.", ["people killed"]),
        ("For context, 400 people were killed.", ["people killed"]),
        ("Among other things, 400 people were killed.", ["people killed"]),
    ],
)
def test_the_words_that_open_a_sentence_tell_of_what_it_is(
    text: str, names: list[str | None]
) -> None:
    assert _names(text) == names


def test_what_an_earlier_passage_counted_is_not_lent_to_one_with_a_topic_of_its_own() -> None:
    said = "On drugs, 500 drug cases were detected. On smuggling, 392 cases were detected."
    assert _names(said)[-1] == "smuggling: cases detected"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We have 220,000 doses on the shelf.", "doses on the shelf"),
        ("We shut down 1,380 telephone numbers used by dealers.", "shut down telephone numbers"),
        ("We have hired 615 nurses to regional hospitals.", "hired nurses to regional hospitals"),
        ("We have put 640 officers back on the beat.", "officers back on the beat"),
        ("We helped 14,800 workers finish a course.", "helped workers finish course"),
        ("Some 85 percent of trains left within an hour.", "trains left within an hour"),
        ("Claims rose 30 percent in a fortnight.", "Claims"),
        ("Jobs rose by 51,000 in professional and business services.", "Jobs"),
        ("We still have around $4 million of debt.", "debt"),
    ],
)
def test_the_phrase_behind_a_short_name_belongs_to_it(text: str, name: str) -> None:
    assert _names(text) == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The county has allocated $12 million to towns.", ["county allocated to towns"]),
        ("We spent $37 million on tests.", ["spent on tests"]),
        ("We pay $3 million in grants to farms.", ["pay grants to farms"]),
        ("The gangs still control 85 percent of the capital.", ["gangs control capital"]),
        ("They represent 90 percent of the workers.", ["workers"]),
    ],
)
def test_what_was_done_with_the_money_or_the_share_is_told(
    text: str, names: list[str | None]
) -> None:
    assert _names(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Power has been restored to 300,000 customers.", ["Power restored to customers"]),
        ("Grants have been paid to 840 small farms.", ["Grants paid to small farms"]),
        ("We reached 900 people, including 600 children.", ["reached people", "reached children"]),
        (
            "The hospitals carried out 1,200 operations and treated 3,000 patients.",
            ["hospitals carried out operations", "hospitals treated patients"],
        ),
        (
            "We built 300 water projects, benefiting 9,000 people, and repaired 13,000 pipes.",
            ["built water projects", "water projects benefiting people", "repaired pipes"],
        ),
        (
            "The school has 9,600 pupils now. Girls make up nearly 12 percent, still too low.",
            ["pupils", "Girls: share of pupils"],
        ),
        (
            "The appeal will cost $4 billion. So far it is 6 percent funded.",
            ["appeal", "appeal funded"],
        ),
    ],
)
def test_a_deed_has_its_doer_and_whom_it_reaches(text: str, names: list[str | None]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize(
    ("heads", "names"),
    [
        (["**Arden", "**Borland"], ["Arden: people killed", "Borland: people killed"]),
        (["**Arden", "**Questions and answers"], ["people killed", "people killed"]),
        (["**Arden"], ["people killed", "people killed"]),
    ],
)
def test_a_heading_tells_of_what_it_is_where_the_record_goes_from_one_to_another(
    heads: list[str], names: list[str]
) -> None:
    lines = ["At least 19 people were killed.", "At least 23 people were killed."]
    spoken = record(turn("\n".join(lines)))
    at = (0, len(lines[0]))
    headings = tuple(
        Heading(text, Span(start, start)) for text, start in zip(heads, at, strict=False)
    )
    told = msgspec.structs.replace(spoken, language="en", headings=headings)
    assert [fact.indicator for fact in find_facts(told).value] == names
