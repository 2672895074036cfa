"""What a number's own clause leaves out and the sentence began with: deeds, attributes, trade,
shares, members of lists."""

from __future__ import annotations

import pytest

from tests.briefing.quantities.speech import facts

NAMED: list[tuple[str, list[str | None]]] = [
    # deeds whose object stands at the sentence's beginning
    (
        "扩岗补助标准为每人1500元，已发放19亿元，惠及企业42万户、职工90万人。",
        ["扩岗补助标准", "发放扩岗补助", "扩岗补助惠及企业", "惠及职工"],
    ),
    ("骑手驿站达到547个，累计服务260万人次。", ["骑手驿站", "骑手驿站服务"]),
    ("债务方面，化解38亿元。住宅物业方面，成交30宗。", ["债务化解", "住宅物业成交"]),
    # attributes of what was told
    ("新建田头冷库38座，库容达到2.1万立方米。", ["新建田头冷库", "田头冷库库容"]),
    ("社会保险基金总收入7亿元、总支出6亿元。", ["社会保险基金总收入", "社会保险基金总支出"]),
    ("以人工髋关节为例，均价从3.2万元降到7000元。", ["人工髋关节均价"] * 2),
    # trade
    (
        "货物贸易进出口总值20万亿元。其中，出口11万亿元，增长3%；进口9万亿元。",
        ["货物贸易进出口总值", "货物贸易出口", "货物贸易出口增长", "货物贸易进口"],
    ),
    ("芒果已出口到8个国家，出口额1240万元，增长5%。", ["国家", "出口额", "出口额增长"]),
    # shares
    (
        "对东盟进出口3万亿元，占进出口总值的15%；对欧盟进出口2万亿元，占13%。",
        ["东盟进出口", "东盟进出口占进出口总值", "欧盟进出口", "欧盟进出口占进出口总值"],
    ),
    ("输往美国的货物，只占整体出口的6.3%。", ["输往美国的货物占整体出口"]),
    ("全省工业增加值增长6%。上半年累计增长5.4%。", ["全省工业增加值增长"] * 2),
    (
        "对东盟、欧盟进出口分别为3万亿元、2万亿元，其中，东盟为最大伙伴，占外贸总值的14%。",
        ["东盟进出口", "欧盟进出口", "东盟占外贸总值"],
    ),
    ("目前还有近三成的县区没有开展试点。", ["没有开展试点的县区占比"]),
    ("全年粮食产量再创历史新高，达到1390亿斤。", ["粮食产量"]),
    ("农业增加值增长3.8%，增速持平；其中，三季度增长3.9%。", ["农业增加值增长"] * 2),
    # lists whose members have a 和 or 及 of their own
    (
        "教育、社会保障和就业、卫生健康分别支出11亿元、8亿元、5亿元。",
        ["教育支出", "社会保障和就业支出", "卫生健康支出"],
    ),
    (
        "服装及衣着附件、塑料制品、鞋靴分别增长0.7%、3.2%、0.4%。",
        ["服装及衣着附件增长", "塑料制品增长", "鞋靴增长"],
    ),
    (
        "前三季度原油、金属矿砂等进口量分别增加了2%、4%。",
        ["原油等进口量增加", "金属矿砂等进口量增加"],
    ),
    (
        "养老、失业、工伤保险参保人数分别为10亿人、2亿人、3亿人。",
        ["养老保险参保人数", "失业保险参保人数", "工伤保险参保人数"],
    ),
]


@pytest.mark.parametrize(("text", "indicators"), NAMED)
def test_the_rest_of_the_sentence_tells_of_what(text: str, indicators: list[str | None]) -> None:
    assert [fact.indicator for fact in facts(text)] == indicators


def test_a_list_may_give_each_its_multiplier() -> None:
    found = facts("线缆、汽车、机床分别出口6360.6亿、6211.9亿、2004.4亿元。")
    assert [(str(fact.quantity.value), fact.indicator) for fact in found] == [
        ("636060000000", "线缆出口"),
        ("621190000000", "汽车出口"),
        ("200440000000", "机床出口"),
    ]
