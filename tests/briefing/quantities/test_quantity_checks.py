"""Series, contradictions and arithmetic."""

from __future__ import annotations

import pytest

from exporter.briefing.quantities import (
    check_arithmetic,
    find_contradictions,
    find_facts,
    find_series,
)
from tests.briefing.quantities.speech import facts, record, turn


def test_a_series_over_years_is_in_their_order() -> None:
    found = facts("2021年-2023年，断面达标率分别为92%、96%、100%。\n2020年，断面达标率为90%。")
    (series,) = find_series(found)
    assert (series.indicator, series.unit, series.dimension) == ("断面达标率", "%", "period")
    assert series.categories == ("2020年", "2021年", "2022年", "2023年")
    values = {fact.id: fact.quantity.value for fact in found}
    assert [values[name] for name in series.facts] == [90, 92, 96, 100]


def test_a_target_ends_a_series_over_years() -> None:
    found = find_facts(
        record(
            turn("2021年、2022年，断面达标率分别为92%、96%。\n力争到2025年，断面达标率达到99%。")
        )
    ).value
    (series,) = find_series(found)
    assert series.categories == ("2021年", "2022年", "2025年")
    status = {fact.id: fact.status for fact in found}
    assert [status[name] for name in series.facts] == ["actual", "actual", "target"]


def test_a_series_over_places_keeps_the_order_of_the_text() -> None:
    found = facts("巧家、威信、水富空气质量优良率分别为99.4%、99.3%、94.2%。")
    (series,) = find_series(found)
    assert (series.dimension, series.categories) == ("entity", ("巧家", "威信", "水富"))


@pytest.mark.parametrize(
    "text",
    ["2021年、2022年产量分别为3万吨、4万吨。", "建成公园3个。新建学校5所。改造小区8个。"],
)
def test_no_series_of_two_or_of_different_things(text: str) -> None:
    assert find_series(facts(text)) == ()


def _told(first: str, second: str) -> tuple[list[str], ...]:
    found = find_facts(record(turn(first), turn(second, number=2))).value
    texts = {fact.id: fact.quantity.text for fact in found}
    return tuple([texts[name] for name in pair.facts] for pair in find_contradictions(found))


def test_two_speakers_with_two_values() -> None:
    pair = _told("畜禽粪污综合利用率达82.89%。", "2022年粪污综合利用率达到83.1%。")
    assert pair == (["82.89%", "83.1%"],)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2021年粪污综合利用率达82.89%。", "2022年粪污综合利用率达到83.1%。"),
        ("粪污综合利用率达83.1%。", "粪污综合利用率达到83.1%。"),
        ("力争粪污综合利用率达85%。", "粪污综合利用率达到83.1%。"),
        ("城镇集中供水率达98%。", "农村集中供水率达95%。"),
        ("总产量约5万吨。", "总产量4.9万吨。"),
    ],
)
def test_no_contradiction(first: str, second: str) -> None:
    assert _told(first, second) == ()


SUMS = [
    ("设置50个断面（国控断面14个、省控断面22个、市控断面14个）。", "14 + 22 + 14 = 50", True),
    ("检查企业82家，其中料场14家、油库10家、养殖25家、医疗10家、污水23家。", None, True),
    ("培育龙头企业732户，其中国家级3户、省级80户、市级256户、县级396户。", None, False),
    ("检验机动车108557辆，其中合格105638辆，合格率97.31%。", "105638 / 108557 = 97.31%", True),
    ("检验机动车1000辆，其中合格900辆，合格率95%。", "900 / 1000 = 95%", False),
    ("优良率99.7%，高出98.9%的考核目标0.8个百分点。", "99.7 - 98.9 = 0.8", True),
    ("覆盖率由60%提高到65%，提高6个百分点。", "65 - 60 = 6", False),
]


@pytest.mark.parametrize(("text", "expression", "holds"), SUMS)
def test_what_the_text_adds_up_is_recomputed(
    text: str, expression: str | None, holds: bool
) -> None:
    (check,) = check_arithmetic(record(turn(text)))
    assert check.holds is holds
    assert expression in (None, check.expression)
    assert (check.stated == check.computed) is holds


@pytest.mark.parametrize(
    "text",
    [
        "全市有企业732户，其中国家级3户、省级80户。",
        "新建水厂约50座（东部20座、西部25座）。",
        "建成公园3个，改造小区8个，绿化道路9条。",
        "计划招收5260人，比去年增加180人；其中省内计划3420人，占65%。",
    ],
)
def test_what_need_not_add_up_is_not_checked(text: str) -> None:
    assert check_arithmetic(record(turn(text))) == ()


def test_a_sum_that_does_not_come_out_is_a_notice() -> None:
    text = "培育龙头企业732户，其中国家级3户、省级80户、市级256户、县级396户。"
    (notice,) = find_facts(record(turn(text))).notices
    assert (notice.code, notice.severity) == ("quantities.arithmetic", "warning")
    assert notice.params["computed"] == "735"


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("1.2.3亿元", "1.2.3"),
        ("3..5万亩", "3..5"),
        ("12.5.万亩", "12.5."),
        ("1，00，0元", "1，00，0"),
        ("5，0000元", "5，0000"),
        ("1,234,567元", None),
        ("2024.4.12", None),
        ("3.10.2版", None),
        ("10.05万元", None),
    ],
)
def test_a_number_that_cannot_be_read_is_told(number: str, told: str | None) -> None:
    found = find_facts(record(turn(f"全市完成总投资{number}，新增岗位300个。")))
    assert "300个" in {fact.quantity.text for fact in found.value}
    texts = [notice.params["text"] for notice in found.notices]
    assert texts == ([told] if told else [])
    if told:
        assert not any(fact.quantity.text in number for fact in found.value)
