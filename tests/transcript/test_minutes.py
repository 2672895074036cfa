"""Minutes: who takes part in numbered lines, labels as headings, questions that are signed."""

from __future__ import annotations

import pytest

from exporter.transcript.parse import parse
from tests.transcript.test_transcript_properties import record

MINUTES = (
    "※新聞說明會紀要：\n"
    "三、主持人：水利署公共關係科科長石雨桐\n"
    "四、出席者：水源司司長柯愷、漁業署副署長陸俊偉\n"
    "※公共關係科科長石雨桐：\n各位媒體朋友早安，歡迎參加說明會。\n"
    "※水源司司長柯愷報告：\n今年蓄水充足，各水庫都已蓄滿。\n"
    "Q：水價漲不漲？{one}\nA（柯愷）：\n不漲。\n"
    "Q：明年呢？{two}\nA（陸俊偉）：\n明年再議。\n"
)


@pytest.mark.parametrize(
    ("one", "two", "asked"),
    [
        ("（雲溪時報高佩岑）", "（中央社林筠庭）", [("高佩岑", "雲溪時報"), ("林筠庭", "中央社")]),
        ("（雲溪日報記者高佩岑）", "（中央社）", [("高佩岑", "雲溪日報"), (None, "中央社")]),
        ("——雲溪日報記者", "\n（中央社 林筠庭）", [(None, "雲溪日報"), ("林筠庭", "中央社")]),
    ],
)
def test_questions_are_signed(one: str, two: str, asked: list[tuple[str | None, str]]) -> None:
    transcript = parse(record(MINUTES.format(one=one, two=two))).value
    turns = transcript.turns
    assert [(t.speaker, t.org) for t in turns if t.role == "journalist"] == asked
    assert [t.text for t in turns if t.role == "journalist"] == ["水價漲不漲？", "明年呢？"]
    assert [t.speaker for t in turns if t.role != "journalist"] == [
        "石雨桐",
        "柯愷",
        "柯愷",
        "陸俊偉",
    ]
    orgs = {person.name: (person.org, person.office) for person in transcript.people}
    assert orgs["陸俊偉"] == ("漁業署", "副署長")


@pytest.mark.parametrize("end", ["（笑）", "（掌聲）", "（見附表）", "（今年三月）"])
def test_other_brackets_are_of_the_question(end: str) -> None:
    turns = parse(record(MINUTES.format(one=end, two="（中央社）"))).value.turns
    assert turns[2].text == f"水價漲不漲？{end}"
    assert (turns[2].speaker, turns[2].org) == (None, None)


def test_a_list_goes_on_in_the_next_line() -> None:
    text = (
        "发布人：柯恺（市水务局局长）、石雨桐（市自然资源局处长）、\n陇俊伟（长海县副县长）\n"
        "主持人：姒清政（市政府新闻办公室主任）\n"
        "姒清政（市政府新闻办公室主任）：各位记者，上午好。下面请柯局长发布。\n"
        "柯恺（市水务局局长）：今年蓄水充足。\n"
    )
    turns = parse(record(text)).value.turns
    assert [(t.role, t.speaker) for t in turns] == [("host", "姒清政"), ("spokesperson", "柯恺")]


DIVIDED = (
    "壹、時間：113年8月15日（星期四）上午10時\n參、主持人：公共關係科石科長雨桐　　紀錄：王小明\n"
    "肆、出席人員：水利司柯司長愷、漁業署陸副署長俊偉\n"
    "※石科長雨桐：\n各位媒體朋友早安，歡迎參加說明會。\n"
    "※柯司長愷：\n今年蓄水充足，各水庫都已蓄滿。\n"
    "{one}水價漲不漲？\n{first}不漲，成本還在控制之中。\n"
    "{two}明年呢？\n{second}明年再議，我們會說明。\n"
    "※石科長雨桐：\n今天的說明會到此結束。\n"
)


@pytest.mark.parametrize(
    ("one", "first", "two", "second"),
    [
        ("自由時報高佩岑問：", "柯司長答：", "自由時報高佩岑問：", "陸副署長答："),
        (
            "媒體提問（自由時報高佩岑）：",
            "柯司長回應：",
            "記者問（自由時報高佩岑）：",
            "陸副署長回應：",
        ),
        ("Q1（自由時報高佩岑）：", "A1：（柯司長）", "Q2（自由時報高佩岑）：", "A2：（陸副署長）"),
    ],
)
def test_offices_within_names_behind_marks(one: str, first: str, two: str, second: str) -> None:
    text = DIVIDED.format(one=one, first=first, two=two, second=second)
    found = parse(record(text)).value.turns
    assert [turn.speaker for turn in found] == [
        "石雨桐",
        "柯愷",
        "高佩岑",
        "柯愷",
        "高佩岑",
        "陸俊偉",
        "石雨桐",
    ]
    assert {turn.org for turn in found if turn.role == "journalist"} == {"自由時報"}
