"""Names that the lead proves by an office before them, whatever words they look like."""

from __future__ import annotations

import pytest

from exporter.transcript.people.lead import lead_people
from exporter.transcript.people.roster import find_roster


@pytest.mark.parametrize(
    ("lead", "names", "hosts"),
    [
        (
            "县政府党组成员常胜、县农业农村局副局长马兰花介绍情况，县政府新闻办主任和平主持。",
            ["常胜", "马兰花", "和平"],
            ["和平"],
        ),
        (
            "国家统计局调查总队副总队长罗桑次仁介绍2024年全省经济运行情况，并答记者问。",
            ["罗桑次仁"],
            [],
        ),
        ("区委网信办主任春晓主持发布会。", ["春晓"], ["春晓"]),
    ],
)
def test_an_office_before_a_word_makes_it_a_name(
    lead: str, names: list[str], hosts: list[str]
) -> None:
    roster = find_roster(lead)
    assert [name for name in roster.introduced if name in names] == names
    assert list(roster.hosts) == hosts


@pytest.mark.parametrize(
    "words",
    [
        "会议由市长今天主持。",
        "市委书记亲自出席会议。",
        "分管副市长率队参加。",
        "市教育局局长在会上介绍，新闻发言人首先介绍。",
        "先请县统计局局长万里介绍。",
        "全市经济和平发展，温馨提示：请出席。",
    ],
)
def test_what_is_no_name_is_none(words: str) -> None:
    assert list(lead_people(words)) == []


def test_offices_of_one_person_stay_together() -> None:
    lead = "省统计局党组书记、局长钟离敏，总经济师康宁介绍情况。"
    assert [person.title for person, _ in lead_people(lead)] == [
        "省统计局党组书记、局长",
        "总经济师",
    ]


def test_and_parts_two_people() -> None:
    lead = "市发改委主任王芳和市财政局局长赵刚介绍有关情况。"
    assert [(person.title, person.name) for person, _ in lead_people(lead)] == [
        ("市发改委主任", "王芳"),
        ("市财政局局长", "赵刚"),
    ]
