"""Labels of pages that pair questions and answers, and of those set in one line; made-up speech."""

from __future__ import annotations

import pytest

from exporter.transcript.model import Transcript
from exporter.transcript.parse import parse
from tests.transcript.test_transcript_properties import record

Turns = list[tuple[str, str | None, str | None, str]]


def parsed(text: str) -> Transcript:
    return parse(record(text)).value


def turns(text: str) -> Turns:
    return [(t.role, t.speaker, t.org, t.text) for t in parsed(text).turns]


PAIRS = (
    "主持人（市政府新闻办 石雨桐）：大家上午好，欢迎参加发布会。\n"
    "【发布环节】\n"
    "发布人（市水利局局长 柯恺）：今年蓄水充足。\n"
    "【问答环节】\n"
    "提问1（云溪日报）：水价涨不涨？\n回答（柯恺）：不涨。\n"
    "提问2（云溪广播电视台）：明年呢？\n回答（市水务集团副总经理 陇俊伟）：也不涨。\n"
)


def test_numbered_questions_and_their_answers() -> None:
    assert turns(PAIRS) == [
        ("host", "石雨桐", None, "大家上午好，欢迎参加发布会。"),
        ("spokesperson", "柯恺", None, "今年蓄水充足。"),
        ("journalist", None, "云溪日报", "水价涨不涨？"),
        ("spokesperson", "柯恺", None, "不涨。"),
        ("journalist", None, "云溪广播电视台", "明年呢？"),
        ("spokesperson", "陇俊伟", None, "也不涨。"),
    ]
    assert [heading.text for heading in parsed(PAIRS).headings] == ["【发布环节】", "【问答环节】"]


ONE_LINE = (
    "市委宣传部副部长石雨桐各位朋友，大家上午好！首先，请市水利局局长柯恺发布新闻。"
    "市水利局局长柯恺谢谢石部长。今年蓄水充足。市委宣传部副部长石雨桐感谢柯恺局长。下面请提问。"
    "云溪日报记者请问水价涨不涨？柯恺回答说：不涨，我们算过账。"
    "海州电视台记者想问问牧民代表，日子怎么样？云溪县牧民代表陇俊伟回答说：好多了。"
    "市委宣传部副部长石雨桐感谢各位。今天的发布会到此结束。"
)


def test_answers_with_a_verb_glued_to_questions() -> None:
    assert turns(ONE_LINE)[3:-1] == [
        ("journalist", None, "云溪日报", "请问水价涨不涨？"),
        ("spokesperson", "柯恺", None, "不涨，我们算过账。"),
        ("journalist", None, "海州电视台", "想问问牧民代表，日子怎么样？"),
        ("guest", "陇俊伟", None, "好多了。"),
    ]
    assert [turn.answers for turn in parsed(ONE_LINE).turns][4:7:2] == ["t4", "t6"]


@pytest.mark.parametrize(
    "text",
    [
        "柯恺是市水利局局长。\n市水利局局长柯恺回答说：今年蓄水充足。",
        "云溪日报记者：水价涨不涨？\n市水利局局长柯恺回答说：“不涨。”",
    ],
)
def test_a_verb_tells_what_was_said_where_nobody_asks_or_it_is_quoted(text: str) -> None:
    assert all("回答说" not in (turn.label or "") for turn in parsed(text).turns)


def test_two_offices_of_a_host_over_his_name() -> None:
    text = (
        "主持人\n公安局新闻发言人、新闻宣传处副处长\n石雨桐\n各位朋友：\n大家上午好！下面请柯恺通报。\n"
        "市公安局副局长\n柯恺\n各位好，今年案件少了。\n石雨桐\n谢谢大家，再见！\n"
    )
    assert [turn[:2] for turn in turns(text)] == [
        ("host", "石雨桐"),
        ("spokesperson", "柯恺"),
        ("host", "石雨桐"),
    ]


def test_an_address_is_no_office() -> None:
    text = (
        "石雨桐（主持人）：\n各位媒体记者、各位代表委员：\n大家上午好！\n"
        "柯恺（市水利局局长）：\n各位好。\n"
    )
    assert [turn[:2] for turn in turns(text)] == [("host", "石雨桐"), ("spokesperson", "柯恺")]


FORMS = [
    ("问题1（云溪日报）：", "回答1（柯恺）：", "问题2（云溪电视台）：", "回答2（陇俊伟）："),
    ("【提问1】云溪日报记者：", "【回答】柯恺：", "【提问2】云溪电视台：", "【回答】陇俊伟："),
    ("提问一（云溪日报）：", "答（柯总工）：", "提问二（云溪电视台）：", "答（陇处长）："),
    ("问：（云溪日报）", "答：（柯恺）", "问：（云溪电视台）", "答：（陇俊伟）"),
    ("提问：云溪日报记者\n", "回答：柯恺\n", "提问：云溪电视台记者\n", "回答：陇俊伟\n"),
    ("问（云溪日报）\n", "答（柯恺）\n", "问（云溪电视台）\n", "答（陇俊伟）\n"),
    ("云溪日报提问：", "柯恺回答：", "云溪电视台提问：", "陇俊伟回答："),
]


@pytest.mark.parametrize("form", FORMS, ids=[form[0].strip() for form in FORMS])
def test_pairs_in_every_form(form: tuple[str, str, str, str]) -> None:
    one, first, two, second = form
    text = (
        "5月8日，市政府举行供水新闻发布会，市水利局总工程师柯恺、市发改委能源处处长陇俊伟出席。\n"
        f"{one}水价涨不涨？\n{first}不涨，我们算过账。\n{two}水够不够？\n{second}够用，可以用一年。\n"
    )
    assert turns(text) == [
        ("journalist", None, "云溪日报", "水价涨不涨？"),
        ("spokesperson", "柯恺", None, "不涨，我们算过账。"),
        ("journalist", None, "云溪电视台", "水够不够？"),
        ("spokesperson", "陇俊伟", None, "够用，可以用一年。"),
    ]


def test_a_list_of_guests_below_its_role_names_nobody_who_answers() -> None:
    text = "嘉宾：柯恺\n主持人：石雨桐\n石雨桐：大家好。\n柯恺：各位好。\n"
    assert [turn[:2] for turn in turns(text)] == [("host", "石雨桐"), ("spokesperson", "柯恺")]


@pytest.mark.parametrize(
    ("host", "official", "asks", "again"),
    [
        (
            "主持人：石雨桐\n市政府新闻办主任",
            "发布人：柯恺\n市水利局局长",
            "云溪日报记者：",
            "主持人：石雨桐",
        ),
        ("【主持人】\n石雨桐", "【发布人】\n柯恺", "【提问】\n云溪日报记者", "【主持人】\n石雨桐"),
        ("主持人 | 石雨桐", "市水利局局长 | 柯恺", "记者 | 云溪日报", "主持人 | 石雨桐"),
        ("市政府新闻办主任\n石雨桐\n主持人", "市水利局局长\n柯恺", "云溪日报记者", "石雨桐"),
    ],
)
def test_names_on_lines_of_their_own(host: str, official: str, asks: str, again: str) -> None:
    text = (
        "5月8日，市政府举行供水新闻发布会。\n"
        f"{host}\n各位朋友：\n大家上午好！下面请市水利局局长柯恺先生发布。\n"
        f"{official}\n各位好，今年蓄水充足。\n{again}\n谢谢柯恺先生。现在进入提问环节。\n"
        f"{asks}\n请问水价涨不涨？\n{official}\n谢谢提问。不涨。\n"
        f"{again}\n感谢各位。今天的发布会就到这里，谢谢大家！\n"
    )
    assert [turn[:3] for turn in turns(text)] == [
        ("host", "石雨桐", None),
        ("spokesperson", "柯恺", None),
        ("host", "石雨桐", None),
        ("journalist", None, "云溪日报"),
        ("spokesperson", "柯恺", None),
        ("host", "石雨桐", None),
    ]
    assert [turn.text[:2] for turn in parsed(text).turns] == [
        "各位",
        "各位",
        "谢谢",
        "请问",
        "谢谢",
        "感谢",
    ]


COUNTED = (
    "1问 今年的雨为什么来得早？\n市水利局局长柯恺：冷空气偏强，雨带北抬得早。\n"
    "2问 水库水位高不高？\n市水利局局长柯恺：都在汛限水位以下。\n"
)


def test_questions_that_the_page_counts_need_no_colon() -> None:
    assert turns(COUNTED) == [
        ("journalist", None, None, "今年的雨为什么来得早？"),
        ("spokesperson", "柯恺", None, "冷空气偏强，雨带北抬得早。"),
        ("journalist", None, None, "水库水位高不高？"),
        ("spokesperson", "柯恺", None, "都在汛限水位以下。"),
    ]


def test_questions_out_of_count_prove_nothing() -> None:
    page = COUNTED.replace("1问", "3问")
    assert all(role == "spokesperson" for role, *_ in turns(page))
