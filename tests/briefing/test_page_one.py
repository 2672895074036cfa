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
    first = min(briefing.key_points, key=lambda point: point.rank)
    assert "$96 million" in first.excerpt.text


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
