"""Labels that say less than a name, a surname or the end of a title: the lead tells whom."""

from __future__ import annotations

import pytest

from exporter.source.clean import clean
from exporter.source.read import decode
from exporter.transcript.lead_people import told_people
from exporter.transcript.parse import parse


def speakers(text: str) -> list[str | None]:
    (record,) = clean(decode("page.txt", text.encode()).value).value
    return [turn.speaker for turn in parse(record).value.turns]


TALK = """記者：市長，匝道今天可以通車嗎？
{0}：今天中午十二點先開放小客車。
記者：補助款到了沒？
{0}：我們報了41件，細節請處長說明。
{1}：目前打了126支地錨，進度四成六。
記者：那安置的狀況？
{0}：總共27戶，現在還有9戶住在旅館。
"""


def test_a_surname_means_the_one_person_of_the_lead_who_has_it() -> None:
    lead = "某市長蘇冠霖4日上午前往工地視察，工務處長游雅婷陪同。以下為逐字稿：\n"
    assert speakers(lead + TALK.format("蘇", "游")) == [
        None, "蘇冠霖", None, "蘇冠霖", "游雅婷", None, "蘇冠霖",
    ]  # fmt: skip


def test_a_surname_that_two_people_have_means_nobody() -> None:
    lead = "某市長蘇冠霖4日上午前往工地視察，工務處長蘇雅婷陪同。以下為逐字稿：\n"
    assert not any(speakers(lead + TALK.format("蘇", "游")))


@pytest.mark.parametrize(
    ("sole", "found"),
    [
        ("衞生署衞生防護中心總監莫穎琛醫生", "莫穎琛"),
        ("衞生防護中心總監莫穎琛及食物防護中心總監倪安", None),
    ],
)
def test_the_end_of_a_title_means_its_one_holder(sole: str, found: str | None) -> None:
    text = (
        f"以下是醫務衞生局局長簡兆麟今日（十一月七日）會見傳媒的談話全文。{sole}亦有出席：\n"
        "醫務衞生局局長：大家早晨。今日看看學校接種的情況。\n記者：副作用呢？\n"
        "防護中心總監：流動接種車由下星期一開始。\n醫務衞生局局長：多謝各位。\n"
    )
    assert speakers(text) == ["簡兆麟", None, found, "簡兆麟"]


@pytest.mark.parametrize(
    ("lead", "named"),
    [
        ("市长苏冠霖4日上午前往工地", ["苏冠霖"]),
        ("省水利厅厅长云开今日会见记者", ["云开"]),
        ("处长游雅婷陪同", ["游雅婷"]),
        ("市长办公会议今日召开", []),
        ("请局长万里介绍", []),
        ("董事长江堤段施工", []),
    ],
)
def test_what_follows_a_name_behind_an_office_shows_its_end(lead: str, named: list[str]) -> None:
    assert [person.name for person in told_people(lead)] == named
