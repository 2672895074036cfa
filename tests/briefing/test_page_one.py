"""What stands on page one: the conclusion is the news of the day, no point leans on the room."""

from __future__ import annotations

import pytest

from exporter.briefing.brief import brief
from exporter.briefing.model import Briefing
from exporter.document.compose import compose
from exporter.document.front import bottom_line
from exporter.document.lines import lines
from exporter.document.plan import Plan, SectionSpec
from exporter.source.clean import clean
from exporter.source.read import decode
from exporter.transcript.parse import parse

PAGE_ONE = Plan((SectionSpec("lead", form="conclusion"), SectionSpec("key_points")))


def _briefing(text: str) -> Briefing:
    page = decode("page.txt", text.encode()).value
    (record,) = clean(page).value
    return brief(parse(record).value).value


def _points(briefing: Briefing) -> list[str]:
    return [point.excerpt.text for point in briefing.key_points]


def _first(briefing: Briefing) -> str:
    """The point that heads all others."""
    (first,) = (point for point in briefing.key_points if point.rank == 1)
    return first.excerpt.text


RESULTS = """竹溪市教育工作新闻发布会

2023-08-29

主持人 林岚：各位记者，大家好，欢迎参加新闻发布会。

市教育局局长 何川：谢谢主持人。到2025年，我们的目标是：公办园幼儿占比达到60%以上，新增学位3万个。

普惠性幼儿园覆盖率达到91.8%，比上年提高2.5个百分点。

今年招生1.92万人，比去年增加1430人。

学科类培训机构由469家压减到31家，压减率93.4%。

全市现有学校1128所，在校生74.3万人。
"""


def test_a_target_for_a_later_year_is_a_point_but_not_the_conclusion() -> None:
    briefing = _briefing(RESULTS)
    assert any(text.startswith("到2025年") for text in _points(briefing))
    concluded = [point.excerpt.text for point in bottom_line(briefing)]
    assert concluded
    assert not any("2025年" in text for text in concluded)


def test_a_forecast_may_be_the_conclusion() -> None:
    text = RESULTS.replace(
        "到2025年，我们的目标是：公办园幼儿占比达到60%以上，新增学位3万个。",
        "据预测，到2025年全市教育工作在校生将达到86万人，增长15.7%。",
    )
    assert any("86万人" in point.excerpt.text for point in bottom_line(_briefing(text)))


ANNOUNCED = """Department Press Briefing – February 6, 2024

MR. HOLT: Good afternoon. The Secretary today announced an additional $96 million for the displaced.

What you see there is a town of 40,000 hosting four times that number.

Traffic is down by more than 40 percent through the strait.

Insurance rates rose by 12 percent in a month.

QUESTION: Thanks. How much of it gets over the border?

MR. HOLT: Some of it does. In January we counted 212 trucks.
"""


def test_what_was_announced_that_day_is_the_conclusion() -> None:
    briefing = _briefing(ANNOUNCED)
    assert "$96 million" in _first(briefing)


NEWS = """内河水浸隐患未除 挡潮闸方案年底征询意见

2019-09-04

【本报讯】工务局昨日举行防洪工程简报会，介绍防灾工作进展。副局长区伟表示，挡潮闸可行性研究已经完成，初步估算造价13亿元，工期四年。

据介绍，2017年台风期间内港水深达2.38米。去年台风期间，提前撤离的居民超过5600人。

区伟说：“闸口平日是打开的。”方案在渔业界反响不一，水位监察点现有80个，广播、短信同时发布。
"""


def test_a_report_opens_with_its_own_lead_where_that_has_figures() -> None:
    briefing = _briefing(NEWS)
    assert briefing.kind == "news"
    assert briefing.lead is not None
    assert briefing.lead.text.startswith("工务局昨日举行")  # no 【本报讯】 before it
    assert bottom_line(briefing) == ()
    first, *rest = lines(compose(briefing, PAGE_ONE).value)
    assert "13亿元" in first
    assert any("2.38米" in line for line in rest)


def test_how_many_came_makes_no_report_open_with_its_lead() -> None:
    text = NEWS.replace("初步估算造价13亿元，工期四年", "5位代表与来自11家媒体的记者交流")
    briefing = _briefing(text)
    assert briefing.kind == "news"
    assert bottom_line(briefing)


@pytest.mark.parametrize(
    "handover",
    ["3号线的部分，请交通局邱副局长。", "3号楼的情况，有请住建局何主任。"],
)
def test_who_is_asked_to_speak_is_no_point(handover: str) -> None:
    text = RESULTS.replace("全市现有学校1128所，在校生74.3万人。", handover)
    texts = _points(_briefing(text))
    assert texts
    assert not any("请" in said for said in texts)


RELEASE = """交通运输部9月例行新闻发布会

2024-09-26

主持人 舒怀：大家好。首先通报8月份的情况。
8月份，人员流动量58.6亿人次，同比增长4.1%；营业性货运量49.3亿吨，同比增长3.7%。
港口集装箱吞吐量2950万标箱，同比增长6.6%。
下面请路司长介绍。

运输司副司长 路长：假期自驾出行占比在八成左右。口岸增设了6条随车人员通道。

主持人 舒怀：请大家提问。

中国交通报记者：充电桩够不够？

公路局副局长 桑榆：服务区建成充电停车位4.9万个。
"""


def test_a_host_who_releases_figures_is_heard_and_one_who_chairs_is_not() -> None:
    assert any("58.6亿人次" in text for text in _points(_briefing(RELEASE)))
    figures = [line for line in RELEASE.splitlines() if "同比" in line]
    chairs = RELEASE.replace("\n".join(figures), "本场出席发布人3位。")
    assert not any("3位" in text for text in _points(_briefing(chairs)))


PLAIN = """防火工作媒体见面会

2024-09-26

林场场长 路远：新的防火步道已经修到山顶。

护林站全部换上了太阳能电灯。

巡山路线今年秋天重新划定。

{weak}

苗圃开放给附近的学校参观。

古树的名录下个月向社会公布。
"""


def test_how_it_was_is_no_conclusion() -> None:
    briefing = _briefing(PLAIN.format(weak="过去办一张采伐证要跑5个窗口。"))
    assert "采伐证" not in _first(briefing)


def test_what_was_and_what_is_now_stay_together() -> None:
    told = "过去办一张采伐证要跑5个窗口，现在1个窗口就能办好，时间由20天缩短到3天。"
    text = RESULTS.replace("全市现有学校1128所，在校生74.3万人。", told)
    assert any("缩短到3天" in said for said in _points(_briefing(text)))


def test_a_point_worth_little_beside_the_best_is_never_a_conclusion() -> None:
    text = PLAIN.format(weak="全场造林12.6万亩，比上年增长8.1%，投资5.3亿元。")
    briefing = _briefing(text)
    ranks = {point.excerpt.text[:4]: point.rank for point in briefing.key_points}
    assert ranks["全场造林"] == 1
    assert ranks["巡山路线"] == 0
    assert all(point.rank for point in bottom_line(briefing))


@pytest.mark.parametrize(
    ("answer", "kept", "gone"),
    [
        ("“打赢了官司拿不到钱”，这是我们听到最多的一句话。办法是提前查控。", "提前查控", "官司"),
        ("祝所有的小朋友节日快乐！操场周末开放。", "操场周末开放", "快乐"),
        ("I have one thing at the top. The gate opens on Monday at noon.", "Monday", "one thing"),
        ("We test the water all the time. That's all the time we have.", "We test", "we have"),
        ("（停顿）里长开证明就可以，从宽认定。", "里长开证明", "停顿"),
        ("[点击查看：点位图]上半年抽检1120批次，合格率98.9%。", "1120批次", "点位图"),
    ],
)
def test_an_answer_is_none_of_the_asides(answer: str, kept: str, gone: str) -> None:
    text = RELEASE.replace("服务区建成充电停车位4.9万个。", answer)
    said = "".join(
        point.text
        for exchange in _briefing(text).exchanges
        for each in exchange.answers
        for point in each.points
    )
    assert kept in said
    assert gone not in said


FLOOD = """青岑县“8·17”特大暴雨灾害抢险救灾新闻发布会

2024-08-20

县应急管理局局长 缪长：截至8月20日12时，14个乡镇受灾，因灾死亡5人、失联2人。

灾害发生前后，全县累计转移群众23417人，其中集中安置4126人。

倒塌房屋318户746间，严重损坏1205间，抢险救灾投入资金3000万元。

水库现蓄水4.6亿立方米。
"""


def test_after_a_disaster_the_dead_come_first() -> None:
    assert "死亡5人" in _first(_briefing(FLOOD))
    other = FLOOD.replace("特大暴雨灾害抢险救灾", "平安建设转移群众")
    assert "死亡5人" not in _first(_briefing(other))


VISIT = """Foreign Ministry Spokesperson Lu Wen's Regular Press Conference on March 12, 2025

Lu Wen: At the invitation of Foreign Minister Tomas Arvelo of the Republic of Cabo Verde, the third
 round of bilateral consultations on the blue economy will be held in Praia from March 16 to 18.

Reuters: Talks on the licensing system have been put off. Can you confirm this?

Lu Wen: Our position is consistent: the measures are not directed at any particular country.
"""


def test_an_invitation_is_told_with_what_it_is_to() -> None:
    texts = _points(_briefing(VISIT.replace("third\n", "third")))
    assert any(text.startswith("At the invitation") and "March 16" in text for text in texts)
    assert not any(text.endswith("Cabo Verde.") for text in texts)


OPENING = """运输局局长谈连接线通车安排

2025年3月14日

运输局局长：各位早晨。北环连接线将于下月二十日正式通车。工程全长7.6公里，造价约128亿元。

记者：居民有什么意见？

运输局局长：我们过去两个月出席了区议会三次会议，听到不少意见。乘客可以免费转乘小巴。老的走隧道，少的走大桥。
"""


def test_what_is_to_come_is_news_and_a_meeting_or_a_saying_is_none() -> None:
    points = " ".join(_points(_briefing(OPENING)))
    assert "将于下月二十日正式通车" in points
    assert "三次会议" not in points
    assert "老的走隧道" not in points


PARTS = """经济部门例行发布会

2024年9月23日

发言人 何川：各位好。8月外销订单为461.8亿美元，年减15.4%。按地区来看，甲地、乙地分别占31.5%、19.8%。

核准企业297家，投资总额约1.2万亿元。其中中小企业164家，占了过半数。

再生能源装机容量，8月底是1620万千瓦，比前一年同期多320万千瓦。来访旅客384万人次，是去年同期的12倍。
"""


def test_no_point_is_a_part_without_its_whole() -> None:
    points = _points(_briefing(PARTS))
    assert not any(text.startswith(("按地区", "中小企业", "8月底是")) for text in points)


DISASTER = """宁溪市防汛救灾工作新闻发布会

2024年8月6日

市应急管理局局长 何川：各位好。灾害发生后，投入抢险力量1.86万人次，调用冲锋舟240艘。

全市共有87个乡镇受灾，受灾人口23.8万人，直接经济损失18.7亿元。

省财政预拨救灾资金3000万元，紧急调拨帐篷800顶、棉被4500床。
"""


def test_after_a_disaster_what_was_lost_is_the_conclusion() -> None:
    assert "受灾人口23.8万人" in _first(_briefing(DISASTER))
