"""Distributive lists and ranks."""

from __future__ import annotations

import pytest

from exporter.briefing.quantities import find_facts
from tests.briefing.quantities.speech import facts, record, turn


def test_years_of_a_range_are_shared_out() -> None:
    found = facts("2020年-2022年，断面达标率分别为92%、96%、100%，达标率不断提升。")
    assert [fact.period for fact in found] == ["2020年", "2021年", "2022年"]
    assert [fact.change for fact in found] == [None, "increase", "increase"]
    assert {fact.indicator for fact in found} == {"断面达标率"}


def test_dates_in_a_row_are_shared_out() -> None:
    found = facts("2021年、2022年招生人数分别为3000人和3500人。")
    assert [fact.period for fact in found] == ["2021年", "2022年"]


def test_places_are_shared_out() -> None:
    found = facts("巧家、威信、水富环境空气质量优良率分别为：99.4%、99.3%、94.2%。")
    assert [fact.entity for fact in found] == ["巧家", "威信", "水富"]
    assert {fact.indicator for fact in found} == {"环境空气质量优良率"}


LISTED = [
    ("规上工业总产值和增加值分别突破4000亿元、1000亿元。", ["规上工业总产值", "规上工业增加值"]),
    ("设施配套率、粪污综合利用率分别达到99.2%、83.1%。", ["设施配套率", "粪污综合利用率"]),
    (
        "新能源汽车、锂离子电池、光伏电池产量分别增长45.2%、38.6%和67.1%。",
        ["新能源汽车产量增长", "锂离子电池产量增长", "光伏电池产量增长"],
    ),
    (
        "城乡居民人均住房面积分别为40平方米和45平方米。",
        ["城镇居民人均住房面积", "农村居民人均住房面积"],
    ),
]


@pytest.mark.parametrize(("text", "names"), LISTED)
def test_indicators_are_shared_out(text: str, names: list[str]) -> None:
    assert [fact.indicator for fact in facts(text)] == names


def test_lists_of_different_length_are_not_linked() -> None:
    found = facts("苹果、花椒、天麻产量分别为5万吨、3万吨。")
    assert len({fact.indicator for fact in found}) == 1


RANKS = [
    ("水质排名全国城市第29名。", "第29名", 29, "名", None),
    ("工业用电量居全省第二。", "第二", 2, None, None),
    ("主要指标增幅全部位列全省前六。", "前六", 6, None, "前"),
    ("连续三年进入全国地级城市前30名。", "前30名", 30, "名", "前"),
    ("在全省13个设区市中排名第3位。", "第3位", 3, "位", None),
]


@pytest.mark.parametrize(("text", "printed", "value", "unit", "approx"), RANKS)
def test_rank(text: str, printed: str, value: int, unit: str | None, approx: str | None) -> None:
    quantity = facts(text)[-1].quantity
    assert (quantity.text, quantity.value, quantity.unit) == (printed, value, unit)
    assert (quantity.type, quantity.approx) == ("rank", approx)


def test_a_rank_is_of_what_was_measured_before() -> None:
    rank = facts("工业用电量增长1.8%，全省第二；制造业投资增长5%。")[1]
    assert (rank.quantity.text, rank.indicator) == ("第二", "工业用电量增长全省排名")


def test_the_field_of_a_rank_does_not_name_it() -> None:
    rank = facts("地表水环境质量排全省16个州（市）第二名。")[-1]
    assert rank.indicator is not None
    assert rank.indicator.startswith("地表水环境质量")


def test_what_is_ranked_is_the_pace_where_the_text_says_so() -> None:
    rank = facts("工业投资增长39.4%，增幅连续6个月保持全省第一。")[-1]
    assert (rank.quantity.text, rank.indicator) == ("第一", "工业投资增幅全省排名")


@pytest.mark.parametrize("text", ["是全国第一个试点市。", "建成西部第一站。", "人才是第一资源。"])
def test_an_ordinal_is_no_rank(text: str) -> None:
    assert facts(text) == ()


def test_a_figure_inside_a_quotation_of_a_report_is_its_speakers() -> None:
    quotation = "今年一共收粮1900吨。"
    report = record(
        turn(quotation, speaker="贺敏"), kind="news", narration=f"{quotation}另有3家粮库。"
    )
    told = [(fact.quantity.text, fact.speaker, fact.turn) for fact in find_facts(report).value]
    assert told == [("1900吨", "贺敏", "t1"), ("3家", None, None)]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("总产值和增加值分别突破4000亿元、1000亿元。", ["突破", "突破"]),
        ("总产值、增加值和税收分别超过40亿元、10亿元和2亿元。", ["超过"] * 3),
        ("接待游客近40万人、投资10亿元。", ["近", None]),
        ("分别引进企业40家以上、团队10个。", ["以上", None]),
    ],
)
def test_a_bound_after_fenbie_holds_for_all_of_the_list(
    text: str, bounds: list[str | None]
) -> None:
    assert [fact.quantity.approx for fact in facts(text)] == bounds
