"""Labels that a blank alone parts from the speech: they prove each other or are none."""

from __future__ import annotations

import pytest

from exporter.source.clean import clean
from exporter.source.read import decode
from exporter.transcript.folding import fold
from exporter.transcript.labels.spaced import spaced_labels
from exporter.transcript.model import Turn
from exporter.transcript.parse import parse
from exporter.transcript.people.roster import find_roster

TALK = """云溪市秋粮收购新闻发布会
2024年9月12日，云溪市召开新闻发布会。
主持人{0}各位记者，下午好。今天请市粮食局介绍情况。
市粮食局局长、新闻发言人 罗天成{0}谢谢主持人。今年收购点有86个，比去年多9个。
云溪日报记者{0}请问收购价格怎么定？
罗天成{0}价格随行就市，每斤不低于1.29元。
主持人{0}发布会到此结束，谢谢大家。
"""


def turns(text: str) -> list[Turn]:
    (record,) = clean(decode("page.txt", text.encode()).value).value
    return list(parse(record).value.turns)


@pytest.mark.parametrize("blank", [" ", "　", "  "])
def test_labels_before_a_blank(blank: str) -> None:
    said = [(turn.role, turn.speaker, turn.text[:4]) for turn in turns(TALK.format(blank))]
    assert said == [
        ("host", None, "各位记者"),
        ("spokesperson", "罗天成", "谢谢主持"),
        ("journalist", None, "请问收购"),
        ("spokesperson", "罗天成", "价格随行"),
        ("host", None, "发布会到"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "主持人 李梅\n市粮食局局长 罗天成\n市发改委副主任 石磊\n市财政局副局长 云海生",
        "新华社 云溪9月12日电，秋粮收购开始了。\n市粮食局 今天发布了公告，请各县照办。",
        "市长 冯远在会上讲了三点，请各部门落实。\n市长 冯远还到县里看了粮库，很满意。",
    ],
    ids=["who takes part", "agencies", "one person told of"],
)
def test_lines_that_open_so_and_are_no_speech(lines: str) -> None:
    text = fold(f"云溪市秋粮收购工作开始\n2024年9月12日，云溪市召开会议。\n{lines}\n")
    assert spaced_labels(text, find_roster(text)) == []


SIGNED = [
    "主持人{0}各位记者，下午好。请市粮食局介绍情况。",
    "市粮食局局长 罗天成{0}今年收购点有86个，比去年多9个。",
    "云溪日报记者{0}请问收购价格怎么定？",
    "罗天成{0}价格随行就市，每斤不低于1.29元。",
    "主持人{0}发布会到此结束，谢谢大家。",
]
FORMS = {
    "bar": ["丨".join(line.split("{0}")) for line in SIGNED],
    "dash": ["——".join(line.split("{0}")) for line in SIGNED],
    "corner brackets": ["〖" + line.replace("{0}", "〗") for line in SIGNED],
    "angle brackets": ["＜" + line.replace("{0}", "＞") for line in SIGNED],
    "round brackets": ["（" + line.replace("{0}", "）") for line in SIGNED],
    "at": ["@" + line.replace("{0}", "：") for line in SIGNED],
    "stamp behind the colon": [line.replace("{0}", "：[2024-09-12 10:05]") for line in SIGNED],
    "Markdown": ["## " + line.replace("{0}", "\n\n") for line in SIGNED],
}


@pytest.mark.parametrize("lines", FORMS.values(), ids=FORMS)
def test_signs_between_label_and_speech(lines: list[str]) -> None:
    found = turns("云溪市秋粮收购新闻发布会\n" + "\n".join(lines) + "\n")
    assert [(turn.role, turn.speaker, turn.text[:4]) for turn in found] == [
        ("host", None, "各位记者"),
        ("spokesperson", "罗天成", "今年收购"),
        ("journalist", None, "请问收购"),
        ("spokesperson", "罗天成", "价格随行"),
        ("host", None, "发布会到"),
    ]


@pytest.mark.parametrize("outlet", ["中国青年报", "大河报", "中新社", "小康杂志"])
def test_an_outlet_in_brackets_is_no_tool_of_the_page(outlet: str) -> None:
    text = (
        "云溪市秋粮收购新闻发布会\n【主持人】\n各位好，请提问。\n"
        f"【{outlet}记者】\n价格怎么定？\n【市粮食局局长罗天成】\n随行就市，请大家放心。\n"
    )
    assert [turn.org for turn in turns(text)][1] == outlet


WIDE = """北岭县社区食堂新闻发布会
2024年9月12日，北岭县召开新闻发布会。
主持人·县委宣传部副部长 蔺小舟{0}各位记者，下午好。今天请县民政局介绍情况。
周晚 局长（县民政局）{0}谢谢主持人。今年建了18家食堂，比去年多9家。
灯下周刊 记者 何田{0}想了解一下，食堂够不够用？
周晚{0}够用。明年再建18家，请大家放心。
提问 北岭观察{0}饭菜由谁来做？
周晚{0}我们请了46位师傅，都有健康证。
法治在线北岭站 记者{0}周末开不开门？
周晚{0}开。周末也供应两餐。
蔺小舟{0}最后一个问题？没有了。发布会到此结束，谢谢大家。
"""


@pytest.mark.parametrize("gap", ["　", "  ", " - ", " – "])
def test_labels_of_several_words_before_a_blank(gap: str) -> None:
    found = turns(WIDE.format(gap))
    assert [(turn.role, turn.speaker, turn.text[:4]) for turn in found] == [
        ("host", "蔺小舟", "各位记者"),
        ("spokesperson", "周晚", "谢谢主持"),
        ("journalist", "何田", "想了解一"),
        ("spokesperson", "周晚", "够用。明"),
        ("journalist", None, "饭菜由谁"),
        ("spokesperson", "周晚", "我们请了"),
        ("journalist", None, "周末开不"),
        ("spokesperson", "周晚", "开。周末"),
        ("host", "蔺小舟", "最后一个"),
    ]
    outlets = [turn.org for turn in found if turn.role == "journalist"]
    assert outlets == ["灯下周刊", "北岭观察", "法治在线北岭站"]


ASKED = """主持人{0}各位记者，下午好。请县民政局介绍情况。
县民政局局长 周晚{0}今年建了18家食堂。
何田（灯下通讯站）{0}食堂够不够用？
周晚{0}够用。明年再建18家。
顾盼（海陵卫视）{0}周末开不开门？
周晚{0}开。周末也供应两餐。
主持人{0}发布会到此结束，谢谢大家。
"""


@pytest.mark.parametrize("gap", ["：", "　", "——", "\n"])
def test_a_name_with_an_outlet_in_brackets_asks(gap: str) -> None:
    found = turns("北岭县社区食堂新闻发布会\n" + ASKED.format(gap))
    asked = [(turn.speaker, turn.org) for turn in found if turn.role == "journalist"]
    assert asked == [("何田", "灯下通讯站"), ("顾盼", "海陵卫视")]
