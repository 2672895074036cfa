"""What a number measures: before it, behind it, shared by a list, or of the sentence before."""

from __future__ import annotations

import pytest

from exporter.briefing.quantities import find_facts
from tests.briefing.quantities.speech import facts, record, turn

NAMED: list[tuple[str, list[str | None]]] = [
    ("依法整治河道违法问题12个。", ["依法整治河道违法问题"]),
    ("整治河湖“四乱”问题245个。", ["整治河湖“四乱”问题"]),
    ("共设置50个地表水监测断面。", ["设置地表水监测断面"]),
    ("城市（县城）污水处理率提高到97.45%。", ["城市（县城）污水处理率"]),
    ("有效处理能力为580吨/日。", ["有效处理能力"]),
    ("查处污染城市道路行为115起。", ["查处污染城市道路行为"]),
    (
        "检验机动车100辆，其中合格97辆，合格率97%。",
        ["检验机动车", "检验机动车合格", "检验机动车合格率"],
    ),
    ("水电站流量接入率100%，月平均达标率99.84%。", ["水电站流量接入率", "水电站流量月平均达标率"]),
    (
        "谋划老旧管网改造项目11个，总投资19.8亿元。",
        ["谋划老旧管网改造项目", "谋划老旧管网改造项目总投资"],
    ),
    ("出动巡查人员1.7万人次、车辆3700辆次。", ["出动巡查人员", "出动车辆"]),
    ("工业投资增长39.4%。", ["工业投资增长"]),
    ("地区生产总值285亿元，同比增长5.6%。", ["地区生产总值", "地区生产总值增长"]),
    ("人均可支配收入18234元，扣除价格因素实际增长5.8%。", ["人均可支配收入", "人均可支配收入增长"]),
    ("投资1.05亿元实施干热河谷生态修复项目。", ["干热河谷生态修复项目投资"]),
    ("总建筑面积25万平方米的文化艺术中心投入使用。", ["文化艺术中心投入使用总建筑面积"]),
    ("包装项目66个，其中1亿元及以上项目47个。", ["包装项目", "包装项目", "1亿元及以上项目"]),
    ("在五个县（市、区）开展试点。", ["开展试点的县（市、区）"]),
    ("2019年完成34.95万亩、2020年完成53.62万亩高标准农田建设。", ["完成高标准农田建设"] * 2),
    ("2.峡谷索道项目。该项目估算投资约6亿元。", ["峡谷索道项目估算投资"]),
    ("抽取样本1,074个，其中31个未能通过测试。", ["抽取样本", "未能通过测试的样本"]),
    ("巡查了316个正进行大维修的屋苑。", ["巡查正进行大维修的屋苑"]),
    ("每年约有七万人次会受惠。", [None]),
    ("三个试点面积合共约50公顷。", ["试点", "试点面积"]),
    ("秋粮播种面积312万亩，其中玉米228万亩。", ["秋粮播种面积", "玉米播种面积"]),
    (
        "家用电器类零售额增长41.2%，新能源汽车增长28.5%。",
        ["家用电器类零售额增长", "新能源汽车零售额增长"],
    ),
    ("收入中位数为15,730元，比平均数低2,732元。", ["收入中位数", "收入中位数比平均数低"]),
    ("棉花单产126公斤，机采率89.1%。", ["棉花单产", "机采率"]),
    ("受理群众反映问题46件，查实29件。", ["受理群众反映问题", "查实群众反映问题"]),
    ("地震已造成4人死亡、67人受伤。", ["地震已造成死亡", "地震已造成受伤"]),
    (
        "税收收入280亿元，占公共预算收入的比重为72.6%。",
        ["税收收入", "税收收入占公共预算收入的比重"],
    ),
    ("消费的贡献率为60.5%，拉动GDP增长3.0个百分点。", ["消费的贡献率", "消费拉动GDP增长"]),
    (
        "受理案件12.8万件，审结11.9万件，同比分别上升8.2%和9.5%。",
        ["受理案件", "审结案件", "受理案件上升", "审结案件上升"],
    ),
    (
        "实施项目186个，投资420亿元，已开工152个。",
        ["实施项目", "实施项目投资", "开工项目"],
    ),
    ("全年同比增长5.3%。", [None]),
    ("失业率由3.7%微升至3.8%，就业不足率为1.4%。", ["失业率", "失业率", "就业不足率"]),
    ("生产总值60亿元。分季度看，一季度增长5.3%。", ["生产总值", "生产总值增长"]),
]


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_indicator(text: str, names: list[str | None]) -> None:
    assert [fact.indicator for fact in facts(text)] == names


def test_what_cannot_be_named_has_no_indicator() -> None:
    assert [fact.indicator for fact in facts("达到98%。")] == [None]


def test_a_head_of_a_county_speaks_for_the_county() -> None:
    told = record(turn("清理河库渠70次。", office="巧家县人民政府副县长"))
    (fact,) = find_facts(told).value
    assert (fact.indicator, fact.entity) == ("巧家县清理河库渠", "巧家县")


@pytest.mark.parametrize("office", ["市水利局副局长", "巧家县水利局局长", "市委书记"])
def test_others_speak_for_the_whole(office: str) -> None:
    (fact,) = facts("清理河库渠70次。", office=office)
    assert (fact.indicator, fact.entity) == ("清理河库渠", None)


def test_places_named_together_share_one_number() -> None:
    fact = facts("昭阳、鲁甸、镇雄3县（区）空气质量优良率100%。")[-1]
    assert (fact.indicator, fact.entity) == ("空气质量优良率", "昭阳、鲁甸、镇雄")


WHOSE = [
    (
        "滇东北区域中心医院是中心之一。项目总规划用地1072.5亩，规划编制床位5000张，总投资63.06亿元。",
        "63.06亿元",
        "滇东北区域中心医院总投资",
    ),
    ("5.黎明码头旅游项目。项目位于水库区，占地约216.6亩。", "216.6亩", "黎明码头旅游项目占地"),
    (
        "全市小水电站生态流量接入率99%。中型水电站接入率98%。",
        "98%",
        "中型水电站生态流量接入率",
    ),
    ("优良率达99.7%，高出98.9%的考核目标0.8个百分点。", "0.8个百分点", "优良率高出考核目标"),
    ("230万亩马铃薯独“薯”一帜，10万亩天麻食“药”同源。", "230万亩", "马铃薯"),
    ("230万亩马铃薯独“薯”一帜，10万亩天麻食“药”同源。", "10万亩", "天麻"),
    ("100万亩苹果“苹”平安安。", "100万亩", "苹果"),
]


@pytest.mark.parametrize(("text", "printed", "indicator"), WHOSE)
def test_what_a_number_leaves_to_its_neighbours_to_say(
    text: str, printed: str, indicator: str
) -> None:
    found = {fact.quantity.text: fact.indicator for fact in facts(text)}
    assert found[printed] == indicator


@pytest.mark.parametrize("text", ["里面有31例。", "如果35人。", "我家种了180亩棉花。"])
def test_words_of_speech_are_no_name(text: str) -> None:
    assert [fact.indicator for fact in facts(text)] == [None]
