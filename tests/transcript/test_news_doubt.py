"""Whose a quotation is not: whoever is spoken to, named beside another or told of stays unnamed."""

from __future__ import annotations

import pytest

from exporter.source.clean import clean
from exporter.source.model import RawPage
from exporter.transcript.model import Turn
from exporter.transcript.parse import parse

HEAD = (
    "海州市水价调整引热议\n2024年5月8日\n"
    "市水利局局长柯恺5月7日介绍了水价方案，市议员石雨桐表示反对。\n"
)


def _turns(prose: str) -> tuple[Turn, ...]:
    page = RawPage("a.txt", f"{HEAD}{prose}\n", "utf-8", "text", "0")
    return parse(clean(page).value[0]).value.turns


@pytest.mark.parametrize(
    "prose",
    [
        "柯恺走进老李家。“您快坐，喝口水吧！”",
        "柯恺的手机收到一条短信：“谢谢您帮我们解决了吃水难题。”",
        "柯恺竞选团队的负责人说：“我们对结果很有信心。”",
        "柯恺办公室一名工作人员说：“局长今天不在单位。”",
        "柯恺的律师说：“当事人完全配合调查。”",
        "柯恺和石雨桐都说：“我们愿意坐下来谈。”",
        "柯恺与石雨桐会后握手，异口同声说：“我们都为市民好。”",
        "居民骂柯恺说：“你们只知道涨价。”",
        "民众向柯恺大喊：“还我干净的水！”",
        "一位老人拉着柯恺的手说：“这水真甜，谢谢你们。”",
        "柯恺转述居民的话：“能喝上自来水，一辈子就值了。”",
        "柯恺刚坐下，电话就响了。“局长，管子又爆了！”电话那头说。",
        "当记者问及价格时，柯恺笑而不答。“到时候您就知道了。”他的秘书说。",
        "柯恺到青山小区走访。刘桂芳大妈把他迎进门：“快进来坐，外面热。”",
    ],
)
def test_unsure_stays_unnamed(prose: str) -> None:
    assert [turn.speaker for turn in _turns(prose)] == [None]


@pytest.mark.parametrize(
    ("prose", "said"),
    [
        ("石雨桐批评柯恺：“你这是不负责任的做法。”", ["石雨桐"]),
        ("石雨桐转向柯恺：“你敢不敢承诺不涨价？”", ["石雨桐"]),
        ("柯恺被石雨桐追问时说：“账目全部公开。”", ["柯恺"]),
        ("在石雨桐陪同下，柯恺表示：“下个月完工。”", ["柯恺"]),
        ("柯恺告诉石雨桐：“资料明天送到。”", ["柯恺"]),
        (
            "石雨桐问，“局长知不知道水费多少？”柯恺答，“每度十元”，石雨桐再问，“那三年前呢？”",
            ["石雨桐", "柯恺", "石雨桐"],
        ),
        ("柯恺说：“水价三年没变。”石雨桐反问：“为什么要变？”", ["柯恺", "石雨桐"]),
    ],
)
def test_two_who_answer_each_other(prose: str, said: list[str]) -> None:
    assert [turn.speaker for turn in _turns(prose)] == said


@pytest.mark.parametrize(
    "prose",
    ["他在村口看到一条标语：“节水就是增收，人人都要参与。”", "门口贴着：“今日停水，请储水。”"],
)
def test_what_is_written_on_a_wall_is_no_speech(prose: str) -> None:
    assert _turns(prose) == ()
