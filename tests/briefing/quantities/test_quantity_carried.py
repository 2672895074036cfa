"""Deeds and attributes that their own clause tells alone: of the thing that the last number with
the same measure word counted, or of what the sentence is about."""

from __future__ import annotations

import pytest

from tests.briefing.quantities.speech import facts

NAMED: list[tuple[str, list[str | None]]] = [
    # the same measure word, in the sentence and over it
    (
        "今年计划改造老旧小区186个，惠及居民5万户。截至6月底，已开工142个，完工57个。",
        ["改造老旧小区", "老旧小区惠及居民", "开工老旧小区", "完工老旧小区"],
    ),
    ("农作物受灾14万亩，绝收2万亩。", ["农作物受灾", "绝收农作物"]),
    ("登记在册骑手31万人，加入工会的有19万人。", ["登记在册骑手", "加入工会的在册骑手"]),
    ("平均损失优良天数6天。酒泉受影响最大，损失11天。", ["平均损失优良天数", "损失优良天数"]),
    # attributes and what a thing can do
    ("电煤库存164万吨，可用26天。", ["电煤库存", "电煤库存可用"]),
    ("播种春粮38万亩，进度四成。", ["播种春粮", "春粮进度"]),
    ("粮食面积稳定在81万亩，总产33万吨，亩产提高5公斤。", ["粮食面积", "粮食总产", "粮食亩产提高"]),
    ("今冬投诉较多的片区，室温在17℃，改造后达到20℃。", ["投诉较多的片区室温"] * 2),
    (
        "芒果销售5万吨，均价每公斤7元，比去年同期上涨0.9元。",
        ["芒果销售", "芒果均价每公斤", "芒果均价上涨"],
    ),
    # what is said of those counted
    ("对储煤不足的6家企业，市里拨付2亿元。", ["储煤不足的企业", "市里拨付"]),
    ("我们抽样调查了100家企业。", ["抽样调查企业"]),
    ("停电的11万户用户中，96%以上已恢复供电。", ["停电的用户", "停电的用户恢复供电比例"]),
    # how long it takes
    ("维修人员平均38分钟到场。", ["维修人员到场用时"]),
    ("窗口15分钟之内完成登记。", ["窗口完成登记用时"]),
    # the same at another time
    ("一季度进出口2790亿元，增长1%；二季度3072亿元。", ["进出口", "进出口增长", "进出口"]),
    # what the sentence names first
    ("首先是高龄津贴，老人每月由50元提高到80元。", ["高龄津贴老人每月"] * 2),
    # a part's share
    ("目前毒株以甲型为主，占检出毒株的九成。", ["甲型占检出毒株"]),
    ("全市外贸企业8326家，进出口1489亿元。", ["全市外贸企业", "全市外贸企业进出口"]),
    # adverbs of the name
    ("盐边县现有芒果种植面积21万亩。", ["盐边县芒果种植面积"]),
    ("三年计划总投入27亿元。", ["总投入"]),
    # things without what was done with them
    (
        "我市新建、改扩建学校100所，其中，续建45所，改扩建36所。",
        ["新建、改扩建学校", "续建学校", "改扩建学校"],
    ),
    (
        "全国计划新开工安居工程630万套，基本建成470万套。",
        ["全国新开工安居工程", "基本建成安居工程"],
    ),
    (
        "全省改造城镇老旧小区4.9万个，惠及居民836万户。",
        ["全省改造城镇老旧小区", "全省改造城镇老旧小区惠及居民"],
    ),
    # a part is of the whole's noun
    ("医院床位910张，其中：公立机构713张。", ["医院床位", "公立机构床位"]),
    (
        "在库项目96个，总投资210亿元，其中四分之一已经开工。",
        ["在库项目", "在库项目总投资", "在库项目开工比例"],
    ),
    # a move in a unit is of what was told in it
    (
        "水库蓄水61万立方米，占64%，比去年同期少9万立方米。",
        ["水库蓄水", "水库蓄水占比", "水库蓄水同比少"],
    ),
    (
        "通车里程6853公里，年内4个项目建成后，将突破7000公里。",
        ["通车里程", "建成后的项目", "通车里程"],
    ),
    ("住院费用10元，按当年价格比上年下降5%。", ["住院费用", "住院费用下降"]),
    ("前年合同额780万元。去年做到了1亿元。", ["合同额", "合同额"]),
    ("房屋要重建：维修加固的，4月底前完成，共4万户。", ["维修加固"]),
    # what names a thing itself is left alone
    ("倒塌房屋12间，队员46名。", ["倒塌房屋", "队员"]),
    ("地震受伤30人，其中重伤9人。", ["地震受伤", "重伤"]),
    # a deed with its own object is led by none
    ("全国新设经营主体2069万户，其中新设企业671万户。", ["全国新设经营主体", "新设企业"]),
    # exports of a place as a whole
    ("全市外贸进出口总值10亿元，其中出口7亿元。", ["全市外贸进出口总值", "出口"]),
    # a share of the part told last
    (
        "在册经营主体20户，其中个体工商户12户，占60%。",
        ["在册经营主体", "个体工商户主体", "个体工商户主体占比"],
    ),
]


@pytest.mark.parametrize(("text", "indicators"), NAMED)
def test_of_what_a_deed_alone_is(text: str, indicators: list[str | None]) -> None:
    assert [fact.indicator for fact in facts(text)] == indicators
