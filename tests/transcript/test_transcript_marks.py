"""Labels behind marks and names that are words, by strings."""

from __future__ import annotations

import pytest

from exporter.source.clean import clean
from exporter.source.read import decode
from exporter.transcript.parse import parse

_Turn = tuple[str, str | None, str | None]


def turns(text: str) -> list[_Turn]:
    (record,) = clean(decode("page.txt", text.encode()).value).value
    return [(turn.role, turn.speaker, turn.org) for turn in parse(record).value.turns]


def spoken(text: str) -> list[str]:
    (record,) = clean(decode("page.txt", text.encode()).value).value
    return [turn.text for turn in parse(record).value.turns]


MARKED = """云岭区优化营商环境发布会
{0}主持人、区委宣传部副部长 尚文 各位媒体朋友，上午好！下面请提问。
{0}区政务服务局局长 应有为 一季度新登记市场主体3846户。
{0}南方都市报记者 请问减税降费落实得怎么样？
{0}区税务局副局长 支持 一季度新增减税降费2.43亿元。
{0}云岭区融媒体中心记者 “证照分离”推进到哪里了？
{0}应有为 523项涉企经营许可事项全覆盖，其中直接取消68项。
{0}主持人 感谢各位嘉宾，今天的发布会到此结束。
"""


@pytest.mark.parametrize("mark", ["▲", "● ", "◆", "■ ", "★", "▎", "❖ ", "🎤", "\ue61c "])
def test_a_blank_parts_label_and_speech_behind_a_proved_mark(mark: str) -> None:
    assert turns(MARKED.format(mark)) == [
        ("host", "尚文", None),
        ("spokesperson", "应有为", None),
        ("journalist", None, "南方都市报"),
        ("spokesperson", "支持", None),
        ("journalist", None, "云岭区融媒体中心"),
        ("spokesperson", "应有为", None),
        ("host", "尚文", None),
    ]


def test_a_list_behind_marks_stays_speech() -> None:
    text = (
        "主持人：大家好，请张明局长介绍。\n张明：谢谢。重点有三项：\n"
        "● 全市范围 新增学位1.2万个。\n● 市教育局局长 负责统筹落实这项工作。\n"
        "● 安全 全年检查32次。\n主持人：发布会到此结束。\n"
    )
    assert len(turns(text)) == 3


@pytest.mark.parametrize(
    ("name", "guests"),
    [
        ("谷雨", "市粮食局局长安定、市农科院副院长谷雨两位"),
        ("方便", "市粮食局局长安定、市农科院副院长方便"),
        ("高度", "市粮食局局长安定，市农科院副院长高度等"),
    ],
)
def test_a_guest_whose_name_is_a_word(name: str, guests: str) -> None:
    text = (
        f"主持人：欢迎大家。今天请来{guests}，介绍秋粮收购情况。请安定局长先讲。"
        "市粮食局局长安定：全市收购秋粮46.8万吨。农民日报：卖粮难怎么办？"
        "安定：仓容还有28万吨。松台日报：推广了什么新品种？"
        f"{name}：“松粳29”推广41.5万亩。主持人：谢谢，今天就到这里。"
    )
    speakers = [speaker for _, speaker, _ in turns(text)]
    assert speakers == [None, "安定", None, "安定", None, name, None]
    assert spoken(text)[5] == "“松粳29”推广41.5万亩。"


def test_guests_of_the_lead_without_a_surname_that_is_known() -> None:
    text = (
        "5月18日，旗政府新闻办召开新闻发布会，旗农牧局局长萨仁高娃、"
        "旗林草局副局长白音查干出席，旗委宣传部副部长高明主持。\n"
        "高明女士们、先生们，大家上午好！请萨仁高娃局长作介绍。"
        "萨仁高娃谢谢主持人。今年播种面积58万亩。"
        "北疆日报记者：请问草原防火怎么部署？谢谢。"
        "白音查干这个问题由我来回答。全旗设防火站47处。"
        "高明今天的发布会到此结束，再见！"
    )
    assert [speaker for _, speaker, _ in turns(text)] == [
        "高明",
        "萨仁高娃",
        None,
        "白音查干",
        "高明",
    ]


def test_outlets_and_words_glued_to_what_they_say() -> None:
    text = (
        "5月18日下午，南山县召开新闻发布会。县农业农村局局长白音查干、县乡村振兴局副局长高兴、"
        "县委宣传部副部长李雪出席，李雪主持。\n李雪各位媒体朋友，大家好！"
        "今天出席发布会的有县农业农村局局长白音查干，县乡村振兴局副局长高兴。请白音查干局长介绍。"
        "白音查干谢谢。人均纯收入14326元，我们高兴地看到增长12.1%。"
        "李雪谢谢白音查干局长。下面进入提问环节。南山电视台请问产业怎么发展？谢谢。"
        "高兴这个问题我来回答。今年投入资金2.3亿元。李雪今天的发布会到此结束，谢谢大家！"
    )
    assert turns(text) == [
        ("host", "李雪", None),
        ("spokesperson", "白音查干", None),
        ("host", "李雪", None),
        ("journalist", None, "南山电视台"),
        ("spokesperson", "高兴", None),
        ("host", "李雪", None),
    ]


def test_an_unknown_outlet_alone_behind_the_mark_of_who_asks() -> None:
    page = (
        "古树保护新闻发布会\n【发布】\n◇尚文（州检察院宣传处处长、新闻发言人）\n各位好，今天通报情况。\n"
        "【答问】\n◆山川瞭望\n请问，建议发出以后有没有落实？\n◇尚文\n有。我们去现场看过。\n"
        "◆云岭广播电视台记者\n村民怎么办？\n◇尚文\n给村民补偿。\n"
    )
    asked = [("journalist", None, "山川瞭望"), ("journalist", None, "云岭广播电视台")]
    assert [turn for turn in turns(page) if turn[0] == "journalist"] == asked
    assert not any("答问" in words for words in spoken(page))


def test_a_heading_behind_the_same_mark_is_no_outlet() -> None:
    page = (
        "古树保护新闻发布会\n◆主持人 尚文\n各位好，今天通报情况。\n"
        "◆工作成效\n古树越来越多，村民更爱护了。\n◆云岭日报记者\n村民怎么办？\n◆主持人\n给村民补偿。\n"
    )
    assert [turn[2] for turn in turns(page) if turn[0] == "journalist"] == ["云岭日报"]


def test_outlets_with_the_word_for_asking_alone_behind_a_mark() -> None:
    page = (
        "移植中心启用媒体沟通会\n▎尚文｜院长\n欢迎各位。今天介绍情况。\n▷ 健康云岭报提问\n"
        "等器官的顺序是谁定的？\n▎尚文\n是系统说了算。\n▷ 潮声视频追问\n有没有真的遇到过？\n"
        "▎尚文\n遇到过，他也得排。\n"
    )
    asked = [("journalist", None, "健康云岭报"), ("journalist", None, "潮声视频")]
    assert [turn for turn in turns(page) if turn[0] == "journalist"] == asked
