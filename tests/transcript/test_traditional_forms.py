"""Forms of the pages of Hong Kong, Macau and Taiwan: joint leads, chairs of houses, minutes whose
questions name who put them, offices inside names."""

from __future__ import annotations

import pytest

from exporter.transcript.labels.reading import read_label
from exporter.transcript.parse import parse
from exporter.transcript.people.names import split_title_name
from tests.transcript.test_transcript_properties import record

LEAD = (
    "　　以下為水務局局長石雨桐今日（三月五日）聯同律政局局長柯愷資深大律師、財經事務及庫務局"
    "常任秘書長（庫務）陸俊偉和勞工及漁農局局長姒清政就水價會見傳媒的談話內容：\n\n"
)


def test_who_is_joined_in_the_lead_is_known_by_his_office() -> None:
    text = (
        LEAD + "水務局局長：大家好，水價不變。\n\n記者：會否影響漁農業？\n\n"
        "勞工及漁農局局長：不會。\n\n律政局局長：我補充一點，條例不用修改。\n\n"
        "財經事務及庫務局常任秘書長（庫務）：預算足夠。"
    )
    turns = parse(record(text, "zh-Hant")).value.turns
    assert [turn.speaker for turn in turns][:4] == ["石雨桐", None, "姒清政", "柯愷"]


@pytest.mark.parametrize(
    ("phrase", "title", "name", "honorific"),
    [
        ("财经局常任秘书长（库务）陆俊伟", "财经局常任秘书长", "陆俊伟", None),
        ("立法会主席陆俊伟议员", "立法会主席", "陆俊伟", "议员"),
        ("传染病处主任石雨桐医生", "传染病处主任", "石雨桐", "医生"),
        ("律政局局长柯恺资深大律师", "律政局局长", "柯恺", "资深大律师"),
        ("范总统子谦先生", "总统", "范子谦", "先生"),
        ("代市长子谦先生", "代市长", "子谦", "先生"),
    ],
)
def test_what_stands_around_a_name(
    phrase: str, title: str, name: str, honorific: str | None
) -> None:
    found = split_title_name(phrase)
    assert found is not None
    assert (found.title, found.name, found.honorific) == (title, name, honorific)


@pytest.mark.parametrize(
    ("words", "kind", "title"),
    [
        ("行政长官（英文）", "office", "行政长官"),
        ("贰、总统致词", "office", "总统"),
        ("叁、时间", None, ""),
        ("水利局副局长柯恺 四、 主持人", None, ""),
    ],
)
def test_tongues_and_parts_of_minutes_are_no_names(
    words: str, kind: str | None, title: str
) -> None:
    said = read_label(words)
    assert (said and said.kind) == kind
    assert said is None or (said.name, said.title) == ("", title)


@pytest.mark.parametrize(
    "text",
    [
        "立法會主席陸俊偉議員：水務局局長。\n\n石雨桐議員：多謝主席。水價會否調整？\n\n"
        "主席：局長。\n\n水務局局長：多謝主席。不會。",
        # words that call on a member are no list
        "立法會主席陸俊偉議員：石雨桐議員。\n\n石雨桐議員：水價會否調整？\n\n"
        "立法會主席陸俊偉議員：局長。\n\n水務局局長：不會。",
    ],
)
def test_the_chair_of_a_house_is_its_host(text: str) -> None:
    turns = parse(record(text, "zh-Hant")).value.turns
    assert [(turn.role, turn.speaker) for turn in turns] == [
        ("host", "陸俊偉"),
        ("spokesperson", "石雨桐"),
        ("host", "陸俊偉"),
        ("spokesperson", None),
    ]


def test_minutes_whose_questions_name_who_put_them() -> None:
    text = (
        "※水利司副司長柯愷答詢：\n一、水庫蓄水是否充足，是否還有其他作法？（自由時報高佩岑小姐）\n"
        "答：\n今年蓄水充足，各水庫都已蓄滿。\n\n二、水價漲不漲？（公視石雨桐小姐）\n答：\n不漲。\n\n"
        "※漁業署署長陸俊偉答詢：\n一、漁民有無補助？（中央社陶格斯）\n答：\n補助照舊。\n"
    )
    turns = parse(record(text, "zh-Hant")).value.turns
    assert [(turn.role, turn.speaker, turn.org, turn.answers) for turn in turns] == [
        ("journalist", "高佩岑", "自由時報", None),
        ("spokesperson", "柯愷", None, "t1"),
        ("journalist", "石雨桐", "公視", None),
        ("spokesperson", "柯愷", None, "t3"),
        ("journalist", "陶格斯", "中央社", None),
        ("spokesperson", "陸俊偉", None, "t5"),
    ]


def test_an_office_as_printed_goes_before_a_deputy() -> None:
    text = (
        "范總統子謙先生偕同石副總統雨桐先生今天與媒體茶敘，問答全文為：\n\n"
        "問：水價漲不漲？\n總統：不漲。\n\n問：明年呢？\n總統：明年再議。"
    )
    turns = parse(record(text, "zh-Hant")).value.turns
    assert [turn.speaker for turn in turns] == [None, "范子謙", None, "范子謙"]


def test_who_is_joined_before_the_day_is_another() -> None:
    text = (
        "以下是環境及生態局局長石雨桐聯同漁農署署長柯愷今日（三月五日）會見傳媒的談話內容：\n\n"
        "環境及生態局局長：大家好。\n\n記者：會否加價？\n\n漁農署署長：不會。"
    )
    turns = parse(record(text, "zh-Hant")).value.turns
    assert [turn.speaker for turn in turns] == ["石雨桐", None, "柯愷"]


def test_the_speech_below_the_lead_is_his_whom_it_names() -> None:
    text = (
        "以下為水務局局長柯愷今晚（一月十日）出席座談會後，與記者談話的內容（中文部分）：\n\n"
        "　　首先，我今天很高興能夠到這裏和大家傾談一下。"
        "在制訂水價的過程中，我希望多聽各階層的意見。\n\n"
        "記者：水價會否調整？\n\n水務局局長：不會。"
    )
    turns = parse(record(text, "zh-Hant")).value.turns
    assert [(turn.role, turn.speaker, turn.inferred) for turn in turns] == [
        ("spokesperson", "柯愷", True),
        ("journalist", None, False),
        ("spokesperson", "柯愷", False),
    ]


def test_who_calls_on_the_one_who_answers_is_another() -> None:
    text = (
        "各位傳媒朋友大家好，歡迎大家出席招待會，有請柯愷先生接受提問。請各位舉手發問。有請柯先生。\n\n"
        "海州電台記者：水價會否調整？\n\n柯愷：不會。\n\n雲溪衛視記者：何時公布？\n\n柯愷：五月。"
    )
    turns = parse(record(text, "zh-Hant")).value.turns
    assert [(turn.role, turn.speaker) for turn in turns][:3] == [
        ("host", None),
        ("journalist", None),
        ("spokesperson", "柯愷"),
    ]


def test_questions_put_in_writing_stand_above_the_answers() -> None:
    text = (
        "柯愷局長日前接受書面提問，相關問答內容如下：\n"
        "一、您對水價有何看法？會否調整？\n\n局長：\n　　水價不變。\n　　我們會再研究。\n\n"
        "二、漁農業會否受影響？\n\n局長：\n　　不會。"
    )
    turns = parse(record(text, "zh-Hant")).value.turns
    assert [(turn.role, turn.text[:5]) for turn in turns] == [
        ("journalist", "您對水價有"),
        ("spokesperson", "水價不變。"),
        ("journalist", "漁農業會否"),
        ("spokesperson", "不會。"),
    ]


def test_a_second_office_behind_a_blank_is_no_name() -> None:
    found = split_title_name("漁業署署長 溫佩珊 部長")
    assert found is None or found.name != "部長"
