"""Times told in words: since when something goes on, days near the conference, years from April,
how often, and 目前 in mid-sentence."""

from __future__ import annotations

import msgspec
import pytest

from exporter.briefing.quantities import find_facts
from tests.briefing.quantities.speech import facts, record, turn


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("新政实施两个月来，发放贷款3215笔。", "新政实施两个月来"),
        ("条例施行三年来，办结案件36件。", "条例施行三年来"),
        ("两年来，办结案件36件。", "两年来"),
        ("春季以来，举办招聘会56场。", "2023年春季以来"),
        ("中秋节前，我们计划新建公园3个。", "2023年中秋节前"),
        ("昨天全市新建公园3个。", "2023年7月19日"),
        ("昨天公布的名单上有公园3个。", None),
        ("价格今天已经回落到41元。", "2023年7月20日"),
        ("从明天起增派医生65名。", "2023年7月21日起"),
        ("今年养老金调整水平为上年人均水平的3%。", "2023年"),
        ("2023年，重污染天数从2020年的9天减少到3天。", "2023年"),
        ("我们每天开行班车65班。", None),
        ("低保户每户每月补助300元。", None),
        ("公司每月节约用水3万立方米。", "每月"),
        ("我们的目标是在农历新年前再接种1.5万人。", "农历新年前"),
        ("自2021年启动以来，新建公园3个。", "2021年以来"),
        ("去年7月开放以来，接待游客3.2万人次。", "2022年7月以来"),
        ("《条例》施行以来，查处案件36件。", "《条例》施行以来"),
        ("行动期间，查处案件36件。", "行动期间"),
        ("寒假期间，接待游客3.2万人次。", "2023年寒假期间"),
        ("到二季度末，贷款余额3亿元。", "2023年二季度末"),
        ("本月上旬，接待游客3.2万人次。", "2023年7月上旬"),
        ("截至本月10日，接待游客3.2万人次。", "截至2023年7月10日"),
        ("2000年代初，人口有32万人。", None),
        ("政府今季采购疫苗103万剂。", "今季"),
        ("截至1月14日，今季共接种疫苗178万剂。", "截至2023年1月14日"),
        ("暑期外借图书1150万册。", "2023年暑期"),
        ("上星期入院率为0.89宗，较前一星期的0.61宗上升。", "前一星期"),
        ("截至6月底，今年新开工240个；年内已经建成的超过270个。", "截至2023年6月底"),
        ("6月份新开工34个，在今年已开工项目总投资中占比43.7%。", "2023年6月"),
        ("覆盖率由2020年的85.6%提升到94.1%，占比从同年的47.9%", "2020年"),
    ],
)
def test_a_time_in_words(text: str, period: str | None) -> None:
    assert facts(text)[-1].period == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("今個財政年度平整土地124公頃。", "2023/24年度"),
        ("下年度增加職位42個。", "2024/25年度"),
        ("2022-23年度開支為13億元。", "2022-23年度"),
        ("今年一月至六月，接待旅客32人次。", "2023年1-6月"),
        ("一至六月，接待旅客32人次。", "2023年1至6月"),
        ("自二○二一年推出以來，接獲申請320宗。", "2021年以來"),
        ("未來三個財政年度，供應單位320個。", "未來三個財政年度"),
        ("下月起，每戶補助32元。", "2023年8月起"),
        ("中秋連假，接待旅客32人次。", "2023年中秋連假"),
        ("112學年度，招生320人。", "112學年度"),
        ("昨日，全市接待旅客32人次。", "2023年7月19日"),
    ],
)
def test_the_times_of_a_record_in_traditional_script(text: str, period: str) -> None:
    said = record(turn(f"未來十年，即二○二五／二六至二○三四／三五年度，興建公屋308個。\n{text}"))
    found = find_facts(msgspec.structs.replace(said, language="zh-Hant")).value
    assert found[-1].period == period


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("一、二季度分别增长5.4%和5.2%。", ["2023年一季度", "2023年二季度"]),
        ("4、5、6月份分别增长4%、5%和6%。", ["2023年4月", "2023年5月", "2023年6月"]),
        ("去年12月至今年2月，查处案件36件。", ["2022年12月至2023年2月"]),
        ("2022年11月到2023年3月，查处案件36件。", ["2022年11月至2023年3月"]),
        ("过去24小时，查处案件36件。", ["过去24小时"]),
        ("7月15日，提前两小时转移47户。", ["2023年7月15日", "2023年7月15日"]),
        ("在上个月，查处案件36件。", ["2023年6月"]),
    ],
)
def test_several_times_and_those_from_one_to_another(text: str, periods: list[str]) -> None:
    assert [fact.period for fact in facts(text)] == periods


def test_now_in_mid_sentence_is_of_that_sentence() -> None:
    told = facts("去年计划改造小区95个，目前已开工71个。加装电梯163部。")
    assert [fact.period for fact in told] == ["2022年", "目前", "2022年"]
    told = facts("目前，已开工小区71个。加装电梯163部。")
    assert [fact.period for fact in told] == ["目前", "目前"]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("As of today, the plan is 6.3 percent funded.", ["as of July 20, 2023"]),
        (
            "Since 4 May we built 90 schools. As of today, 80 schools are open.",
            ["as of 20 July 2023"],
        ),
        (
            "The number of people waiting has fallen from 21,600 on July 2 to 8,900 today.",
            ["July 2, 2023", "July 20, 2023"],
        ),
    ],
)
def test_the_times_of_an_english_record(text: str, periods: list[str]) -> None:
    found = find_facts(msgspec.structs.replace(record(turn(text)), language="en")).value
    assert [fact.period for fact in found][-len(periods) :] == periods


def test_the_past_year_is_last_year_as_that_has_just_ended() -> None:
    said = record(turn("Over the past year, we built 300 schools."), date="2023-01-18")
    (fact,) = find_facts(msgspec.structs.replace(said, language="en")).value
    assert fact.period == "2022"
