"""Labels as pages of Hong Kong, Taiwan and of talk shows have them; made-up speech."""

from __future__ import annotations

import msgspec
import pytest

from exporter.source.model import Metadata
from exporter.transcript.parse import parse
from tests.transcript.test_transcript_properties import record

Turns = list[tuple[str, str | None, str | None]]


def turns(text: str) -> Turns:
    return [(turn.role, turn.speaker, turn.org) for turn in parse(record(text)).value.turns]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        # an office alone that answers once, its holder in the lead
        (
            "以下是房屋局局長柯愷今日（七月三日）晚上會見傳媒的談話全文：\n"
            "記者：局長，新樓何時落成？\n房屋局局長：明年年底落成。",
            [("journalist", None, None), ("spokesperson", "柯愷", None)],
        ),
        # and nobody in the lead: unknown, and the label is none of the speech
        (
            "記者：局長，新樓何時落成？\n房屋局局長：明年年底落成。",
            [("journalist", None, None), ("spokesperson", None, None)],
        ),
        (
            "以下是候任房屋局局長柯愷昨晚（四月十二日）與傳媒的談話全文：\n"
            "候任房屋局局長∶我先說幾句，石雨桐議員稍後再談。\n記者∶何時上任？\n"
            "候任房屋局局長：七月一日。",
            [
                ("spokesperson", "柯愷", None),
                ("journalist", None, None),
                ("spokesperson", "柯愷", None),
            ],
        ),
        # an outlet in book marks behind its place
        (
            "雲溪《晨報》記者：水價涨不涨？請問發言人有何評論？\n柯愷：今年不調整水價。\n"
            "本市《晚報》記者：明年呢？\n柯愷：明年再議。",
            [
                ("journalist", None, "雲溪晨報"),
                ("spokesperson", "柯愷", None),
                ("journalist", None, "本市晚報"),
                ("spokesperson", "柯愷", None),
            ],
        ),
        # a line of its own: who reports, or an office over a greeting
        ("水利處處長柯愷報告：\n今年蓄水充足，各水庫都已蓄滿。", [("spokesperson", "柯愷", None)]),
        ("部長：\n各位媒體朋友，大家早安。\n今年蓄水充足。", [("spokesperson", None, None)]),
        # short answers in one line, a name once greeted is a label wherever it stands so
        (
            "以下为节目实录： 主持人：您好，欢迎走进演播室。 柯恺：你好。 主持人：今年水够用吗？ "
            "柯恺：够用。 主持人：明年呢？ 柯恺：对，也够用。",
            [
                ("host", None, None),
                ("spokesperson", "柯恺", None),
                ("host", None, None),
                ("spokesperson", "柯恺", None),
                ("host", None, None),
                ("spokesperson", "柯恺", None),
            ],
        ),
        # the host's office and name behind the colon
        (
            "主持人：云溪市委宣传部新闻处处长石雨桐 女士们、先生们，大家上午好！欢迎参加发布会。",
            [("host", "石雨桐", None)],
        ),
        # the host's body alone, as in the lead
        (
            "4月9日，云溪市举行新闻发布会。发布会由云溪市政府新闻办公室石雨桐主持。\n"
            "云溪市政府新闻办公室石雨桐：\n女士们、先生们，上午好！下面请柯恺局长介绍情况。\n"
            "云溪市水利局局长柯恺：\n大家上午好！今年蓄水充足。",
            [("host", "石雨桐", None), ("spokesperson", "柯恺", None)],
        ),
        # what a talk is about, however long, is no speech of the guest
        (
            "嘉宾：云溪大学副教授 元明\n简介：近年来水库越建越多，本期请元明教授谈谈。\n"
            "· 水库与人\n· 水与城\n主持人：各位网友，大家好！元教授您好！\n元明：你好！\n"
            "主持人：水够用吗？\n元明：够用。",
            [
                ("host", None, None),
                ("spokesperson", "元明", None),
                ("host", None, None),
                ("spokesperson", "元明", None),
            ],
        ),
        # one label of an office, whose holder the lead names
        (
            "以下是房屋局局長柯愷今日（七月三日）會見傳媒的談話內容：\n"
            "房屋局局長：各位早晨。新樓明年落成。\n我們會盡快公布安排。",
            [("spokesperson", "柯愷", None)],
        ),
        # a paper's name may begin like a citizen
        (
            "主持人：現在提問。\n市民日報：請問水價漲不漲？\n柯愷局長：不漲。\n雲溪日報：明年呢？\n"
            "柯愷局長：明年再議。",
            [
                ("host", None, None),
                ("journalist", None, "市民日報"),
                ("spokesperson", "柯愷", None),
                ("journalist", None, "雲溪日報"),
                ("spokesperson", "柯愷", None),
            ],
        ),
        # who presides over the regular conference as spokesman gives the answers
        (
            "2018年4月17日水务部发言人柯恺主持例行记者会\n问：水价涨不涨？\n答：不涨。\n"
            "问：明年呢？\n答：明年再议。",
            [
                ("journalist", None, None),
                ("spokesperson", "柯恺", None),
                ("journalist", None, None),
                ("spokesperson", "柯恺", None),
            ],
        ),
        # citizens who ask belong to no outlet; the host greets before the first label
        (
            "各位网友大家好，我是主持人石雨桐。今天请到了市水务局局长柯恺。\n柯局长，您好！\n"
            "柯恺：主持人好，各位网友大家好！\n主持人：请您介绍一下。\n柯恺：今年水够用。\n"
            "网友水滴石穿：水价会涨吗？\n柯恺：今年不涨。\n市民李女士：水管什么时候换？\n"
            "柯恺：年底换。\n听众王晓明：水压太低怎么办？\n柯恺：我们派人去看。\n"
            "张先生：请问水表怎么换？\n柯恺：打热线就行。",
            [
                ("host", "石雨桐", None),
                ("spokesperson", "柯恺", None),
                ("host", "石雨桐", None),
                ("spokesperson", "柯恺", None),
                ("journalist", None, None),
                ("spokesperson", "柯恺", None),
                ("journalist", None, None),
                ("spokesperson", "柯恺", None),
                ("journalist", "王晓明", None),
                ("spokesperson", "柯恺", None),
                ("journalist", None, None),
                ("spokesperson", "柯恺", None),
            ],
        ),
    ],
)
def test_labels(text: str, meant: Turns) -> None:
    assert turns(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "着蓝装 开场先向记者鞠躬\n发布会一开始，发言人柯恺快步走上台。\n",
        "【《云溪网》专稿/记者 石雨桐】今日上午，市长柯恺同网友交流，并回答提问。\n",
    ],
)
def test_headings_and_bylines_of_news_are_no_labels(text: str) -> None:
    assert turns(text) == []


@pytest.mark.parametrize("said", ["网友评论：", "市民反映：", "听众朋友们：", "网友留言说："])
def test_what_citizens_say_is_no_label(said: str) -> None:
    text = (
        "主持人：您好！\n柯恺：各位网友大家好！\n主持人：水价呢？\n"
        f"柯恺：今年不涨。\n{said}水太贵。\n我们已经看到了。\n主持人：谢谢。"
    )
    assert [speaker for _, speaker, _ in turns(text)] == [None, "柯恺", None, "柯恺", None]


def test_a_title_ends_where_a_clause_ends() -> None:
    lead = "对此，每周都亲自到场的水务局副局长、发言人柯恺认为，水够用，柯恺当天一身蓝装。\n"
    (person,) = parse(record(lead + "“请放心。”柯恺说。")).value.people
    assert (person.org, person.office) == ("水务局", "副局长、发言人")


def test_whom_only_the_title_names_is_printed_in_its_script() -> None:
    title = "2018年4月17日水務部發言人柯愷主持例行記者會"
    text = "問：水價漲不漲？\n答：不漲。\n問：明年呢？\n答：明年再議。"
    page = msgspec.structs.replace(record(text), metadata=Metadata(title=title))
    found = parse(page).value
    assert [turn.speaker for turn in found.turns] == [None, "柯愷", None, "柯愷"]
    assert found.turns[1].office == "水務部發言人"


def test_a_page_of_one_speech_is_his_whom_the_lead_names() -> None:
    lead = "柯愷今日聯同石雨桐舉行記者會。以下是房屋局局長柯愷今日的開場發言：\n"
    (turn,) = parse(record(f"{lead}正如剛才所說，新樓明年落成。\n安排會盡快公布。")).value.turns
    assert (turn.speaker, turn.office) == ("柯愷", "房屋局局長")
    assert turn.text.startswith("正如剛才")
    (turn,) = parse(record("以下是柯愷教授的開場發言：\n新樓明年落成。")).value.turns
    assert turn.speaker == "柯愷"
    assert turns("以下是記者會的發言全文：\n新樓明年落成。") == []
