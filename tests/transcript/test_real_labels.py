"""Labels as pages of Hong Kong, Taiwan and of talk shows have them; made-up speech."""

from __future__ import annotations

import pytest

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
