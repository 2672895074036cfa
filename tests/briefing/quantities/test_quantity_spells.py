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
    ],
)
def test_the_years_from_april_of_a_record_that_tells_them(text: str, period: str) -> None:
    said = record(turn(f"未來十年，即二○二五／二六至二○三四／三五年度，興建公屋308個。\n{text}"))
    found = find_facts(msgspec.structs.replace(said, language="zh-Hant")).value
    assert found[-1].period == period


def test_now_in_mid_sentence_is_of_that_sentence() -> None:
    told = facts("去年计划改造小区95个，目前已开工71个。加装电梯163部。")
    assert [fact.period for fact in told] == ["2022年", "目前", "2022年"]
    told = facts("目前，已开工小区71个。加装电梯163部。")
    assert [fact.period for fact in told] == ["目前", "目前"]
