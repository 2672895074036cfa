"""Parts of a whole, spoken hours, addresses, and events that are to come."""

from __future__ import annotations

from decimal import Decimal

import pytest

from exporter.briefing.quantities import find_facts
from tests.briefing.quantities.speech import facts, record, turn

INCOME = "人均可支配收入"
NAMED: list[tuple[str, list[str]]] = [
    (
        f"全省居民{INCOME}16842元，增长5.9%，其中城镇居民22715元，增长5.1%；农村居民10386元。",
        [
            f"全省居民{INCOME}",
            f"全省居民{INCOME}增长",
            f"城镇居民{INCOME}",
            f"城镇居民{INCOME}增长",
            f"农村居民{INCOME}",
        ],
    ),
    (
        "职工医保和居民医保基金支出分别为486.3亿元和517.8亿元，分别增长5.2%和3.7%。",
        [
            "职工医保基金支出",
            "居民医保基金支出",
            "职工医保基金支出增长",
            "居民医保基金支出增长",
        ],
    ),
    ("城市生活污水集中收集率要达到80%以上。", ["城市生活污水集中收集率"]),
    ("一年就节约新水1100万立方米。", ["节约新水"]),
]


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_each_part_has_its_own_whole_name(text: str, names: list[str]) -> None:
    assert [fact.indicator for fact in facts(text)] == names


@pytest.mark.parametrize(
    ("text", "hours"), [("全程用时一个半小时。", "1.5"), ("候诊时间为两个半小时。", "2.5")]
)
def test_half_hours_are_told_with_the_unit_between(text: str, hours: str) -> None:
    assert [(f.quantity.value, f.quantity.unit) for f in facts(text)] == [(Decimal(hours), "小时")]


@pytest.mark.parametrize(
    ("text", "number"),
    [("服务点在滨河大道10058台。", 0), ("请拨打12345台。", 0), ("全省公路15台除雪车上路。", 1)],
)
def test_the_number_of_a_house_or_a_telephone_counts_nothing(text: str, number: int) -> None:
    assert len(facts(text)) == number


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("比赛定在10月12日鸣枪。赛事规模8000人。", ["plan"]),
        ("马拉松将于6月2日举行。本届马拉松参赛规模2万人。", ["plan"]),
        ("博览会将在会展中心举行。本届博览会已有220家企业报名。", ["actual"]),
        ("博览会将在会展中心举行。上届博览会成交额12亿元。", ["actual"]),
        ("本届马拉松参赛规模2万人。", ["actual"]),
    ],
)
def test_what_is_told_of_an_event_to_come_is_planned(text: str, states: list[str]) -> None:
    assert [fact.status for fact in facts(text)] == states


def test_what_others_say_of_an_event_to_come_is_planned_too() -> None:
    held = record(
        turn("比赛定在10月12日鸣枪。"), turn("比赛日投入警力420名。路边商铺12家。", number=2)
    )
    assert [fact.status for fact in find_facts(held).value] == ["plan", "actual"]
