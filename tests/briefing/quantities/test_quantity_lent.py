"""What a short name is lent by its sentence, and what leaves it alone."""

from __future__ import annotations

import pytest
from hypothesis import example, given
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
    # what a deed within the clause was done with, not who did it
    (
        "我们在300多个图书馆开办少儿夜读课堂，开课2400节，报名75万人次。",
        "75万人次",
        "少儿夜读课堂报名",
    ),
    ("失能老人享受护理保险待遇9万人，支付5.6亿元。", "5.6亿元", "护理保险待遇支付"),
    ("作为山林保护基金，去年提取410万元。", "410万元", "山林保护基金提取"),
    # the whole name of a trial
    (
        "上门护理保障试点已覆盖3万名老人，费用由机构承担，每单0.5元。",
        "0.5元",
        "上门护理保障试点每单",
    ),
    # behind a semicolon the name is lent anew
    (
        "“油改电”每升补0.5元，每户最高补900元；“油改气”每方补0.2元，每户最高补1300元。",
        "1300元",
        "油改气每户最高补",
    ),
    # a rate is of what was counted last
    ("全年发放问卷5400份，收到意见建议876条，采纳率82.5%。", "82.5%", "意见建议采纳率"),
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
    # two deeds, each with a thing of its own that 个 counts
    ("全县捣毁窝点119个，打掉团伙85个。", "85个", "打掉团伙"),
    # slogans, questions and what begins or ends within a word are no topics
    ("坚持“居民不满意不收费”，同意率98%。", "98%", "同意率"),
    ("三是严格执法，罚款632万元。", "632万元", "罚款"),
    ("堵的方面，今年以来约谈企业326家次。", "326家次", "约谈企业"),
    ("市裡派出65位同仁下鄉，並拍了3100公頃的農地。", "3100公頃", "農地"),
    # a topic with the head of the name in it
    ("全区现有酒庄和种植企业261家，建成酒庄130家。", "130家", "建成酒庄"),
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


_PIECES = ["“甲乙计划”", "发放", "补贴", "结余", "为", "3亿元", "，", "；", "、", "5%", "80宗"]


@given(st.lists(st.sampled_from(_PIECES), max_size=16))
@example(["“甲乙计划”", "5%", "发放", "5%", "、", "3亿元"])
@example(["“甲乙计划”", "，", "发放", "补贴", "3亿元", "，", "结余", "5%"])
@example(["每万人口护士达到30名", "；", "到2030年提高到35名"])
def test_a_name_lent_is_a_topic_of_the_sentence_before_what_the_rules_named(
    pieces: list[str],
) -> None:
    text = "".join(pieces)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lending, "lent", lambda *_: None)
        alone = facts(text)
    names = [fact.indicator or "" for fact in alone]
    for before, fact in zip(alone, facts(text), strict=True):
        name, own = fact.indicator or "", before.indicator or ""
        if not fact.rule.endswith("/lent"):
            assert name == own
        elif own:
            topic = name.removesuffix(own)
            assert name != topic != ""
            assert any(topic in source for source in [text, *names])
        else:
            assert name != ""
            assert any(said.startswith(name) for said in names)
