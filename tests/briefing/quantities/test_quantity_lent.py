"""What a short name is lent by its sentence, and what leaves it alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.briefing.quantities.indicators import lending
from tests.briefing.quantities.speech import facts

LENT: list[tuple[str, str, str]] = [
    # the thing of the sentence's first number
    ("全县识别监测对象1900户，已消除风险1400户。", "1400户", "监测对象消除风险"),
    ("查处违法案件386件，罚款347万元。", "347万元", "违法案件罚款"),
    ("「长者宿舍计划」接获申请80宗，批出50宗。", "50宗", "长者宿舍计划批出申请"),
    # what stands in quotes where the sentence begins
    ("「夏日嘉年華」為期十周，派出優惠4億元。", "4億元", "夏日嘉年華派出優惠"),
    ("「夏日嘉年華」為期十周，派出優惠4億元，帶動消費19億元。", "19億元", "夏日嘉年華帶動消費"),
    # a growth is lent what its level was
    ("查处违法案件386件，罚款347万元，罚款同比下降21%。", "21%", "违法案件罚款下降"),
    # a level that says only where it is now
    ("每万人口护士达到30名；到2030年提高到35名。", "35名", "每万人口护士"),
]
ALONE: list[tuple[str, str, str]] = [
    # members of one list, kinds of one sort
    ("全市建成公园120个、广场80个。", "80个", "建成广场"),
    ("全县种植马铃薯30万亩，种植天麻10万亩。", "10万亩", "种植天麻"),
    # a deed with a thing of its own
    ("改造老旧小区23个，新建改建农村公路217公里。", "217公里", "新建改建农村公路"),
    # a fate says itself
    ("全县14个乡镇受灾，死亡5人。", "5人", "死亡"),
    # a passage that is about its numbers is about nothing
    ("人員的部分，到昨天受理4380戶。", "4380戶", "受理"),
    # years are no plan's name
    ("三年计划总投入27亿元，首批3亿元已经下达。", "3亿元", "首批"),
]
MARKED = [
    "目前新增学校20所；占比98%；累计结余2万元，平均工资、岗位补贴分别拨付1万元、8000元。",
    "失业保险金支付12亿元，结余3亿元。",
    "开工率98%，审结85件。",
]


@pytest.mark.parametrize(("text", "printed", "indicator"), LENT)
def test_a_short_name_is_lent_its_thing(text: str, printed: str, indicator: str) -> None:
    found = {fact.quantity.text: fact for fact in facts(text)}
    assert found[printed].indicator == indicator
    assert found[printed].rule.endswith("/lent")


@pytest.mark.parametrize(("text", "printed", "indicator"), ALONE)
def test_other_names_are_left_alone(text: str, printed: str, indicator: str) -> None:
    found = {fact.quantity.text: fact.indicator for fact in facts(text)}
    assert (found[printed] or "") == indicator


def test_every_mark_has_a_weight_and_every_weight_a_mark() -> None:
    seen: set[str] = set()
    for text in [text for text, *_ in LENT + ALONE] + MARKED:
        found = [fact for fact in facts(text) if fact.indicator]
        for fact in found:
            topics = [lending.Topic("投资总额", "opened"), lending.Topic("消费嘉年华", "quoted")]
            topics += [lending.Topic("商事合同纠纷案件", "lead", other) for other in found]
            for topic in topics:
                seen.update(lending.marks(fact, topic, text))
    assert seen == set(lending.weights())


@given(st.lists(st.sampled_from(["“甲乙计划”", "发放", "补贴", "3亿元", "，", "；", "、", "5%"])))
def test_a_name_lent_is_cut_from_the_sentence(pieces: list[str]) -> None:
    text = "".join(pieces)
    for fact in facts(text):
        name = fact.indicator or ""
        parts = [(name[:at], name[at:]) for at in range(len(name) + 1)]
        if fact.rule.endswith("/lent"):
            assert any(head in text and tail in text for head, tail in parts)
