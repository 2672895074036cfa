"""Names that can't stand on page one, and what a name loses before it is printed."""

from __future__ import annotations

import pytest

from exporter.briefing.quantities import find_facts
from exporter.briefing.quantities.ranking.fitness import is_deed, is_unfit
from exporter.briefing.quantities.worded import worded
from tests.briefing.quantities.speech import facts, record, turn

UNFIT = [
    ("要改造", "个"),
    ("一天可以处理", "吨"),
    ("继江岸核心段", "公里"),
    ("这次恢复", "家"),
    ("过去我们挣的", "元"),
    ("收割机掉一次头", "米"),
    ("护林员天天上山", "名"),
    ("收购以每公斤", "元"),
    ("省上拿出做展览", "元"),
    ("抵水费", "元"),
    ("职工这么办", "位"),
    ("首批", "元"),
    ("县试点经验的基础上", "个"),
    ("工资一分不少地补上", "名"),
    ("电网最大负荷三", "千瓦"),
    ("全省化肥使用量连续六年下降", "吨"),
    ("全市东川、西河、南山", "县"),
    ("变化值得一说", "个"),
    ("每千人口", "个"),
    ("这笔水要亏3毛", "分"),
    ("roads that were", "km"),
    ("people", ""),
]
FIT = [
    ("出口", "元"),
    ("死亡", "人"),
    ("紧急转移安置", "人"),
    ("要素市场交易额", "元"),
    ("能繁母猪存栏", "头"),
    ("会展收入", "元"),
    ("抵免税额", "元"),
    ("收购均价每公斤", "元"),
    ("首次性支出", "元"),
    ("再生水利用量", "吨"),
    ("举办招聘会", "场"),
    ("每千人口托位数", "个"),
    ("一年级新生", "人"),
    ("一年为业主减负", "元"),
    ("过去五年新增学位", "个"),
    ("humanitarian needs", "$"),
    ("water used", "litres"),
    ("高速公路里程", "公里"),
    ("公海里的渔船", "艘"),
    ("全市东川、西河、南山粮食产量", "吨"),
    ("患者次均住院费用", "元"),
    ("老旧小区改造累计完成", "个"),
    ("unemployment rate", "%"),
    ("people in evacuation centres", ""),
]


@pytest.mark.parametrize(("name", "unit"), UNFIT)
def test_a_piece_of_a_clause_is_unfit(name: str, unit: str) -> None:
    assert is_unfit(name, unit)


@pytest.mark.parametrize(("name", "unit"), FIT)
def test_a_name_with_its_noun_is_fit(name: str, unit: str) -> None:
    assert not is_unfit(name, unit)


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("全省化肥使用量连续六年下降", "全省化肥使用量"),
        ("全省化肥使用量连续六年下降减少", "全省化肥使用量减少"),
        ("粮食产量有望连续两年", "粮食产量"),
        ("电网最大负荷三", "电网最大负荷"),
        ("班次门诊加开合共二", "班次门诊加开"),
        ("要确保到完工小区", "完工小区"),
        ("要为中小企业培训业务人员", "中小企业培训业务人员"),
        ("脱班率须", "脱班率"),
        ("送餐费每次", "送餐费"),
        ("预算内投资切出专门", "预算内投资切出"),
        ("建议把最高罚款", "最高罚款"),
        ("倾向方案二", "倾向方案二"),
        ("占全国八成五", "占全国八成五"),
        ("要素成交额", "要素成交额"),
        ("目前", "目前"),
    ],
)
def test_what_a_name_loses(name: str, printed: str) -> None:
    assert worded(name) == printed


def test_a_fact_has_its_name_without_what_the_clause_adds() -> None:
    (fact, *_) = facts("全省化肥使用量连续六年下降，去年降到108万吨。")
    assert fact.indicator == "全省化肥使用量"


@pytest.mark.parametrize(
    ("name", "deed"),
    [
        ("开展巡查", True),
        ("每天投放", True),
        ("免费发放", True),
        ("出口", False),
        ("紧急转移安置", False),
        ("举办招聘会", False),
        ("完成投资", False),
        ("老旧小区改造", False),
        ("jobs", False),
    ],
)
def test_a_deed_without_its_thing(name: str, deed: bool) -> None:
    assert is_deed(name) is deed


def test_a_figure_with_a_name_goes_before_a_deed_and_a_piece_is_never_key() -> None:
    said = "今年开展巡查3700次。今年全市改造小学219所。这次恢复37万户。"
    found = find_facts(record(turn(said))).value
    ranked = sorted((fact for fact in found if fact.key), key=lambda fact: fact.rank)
    assert [fact.indicator for fact in ranked] == ["全市改造小学", "开展巡查"]
