"""What a number is compared with, restated as, ranked among or counted of."""

from __future__ import annotations

import pytest

from exporter.briefing.model import Fact
from exporter.briefing.quantities import find_facts
from tests.briefing.quantities.speech import facts, record, turn

NAMED = [
    ("经营开支320亿元，较上年度修订预算上升23.3%。", ["经营开支", "经营开支上升"]),
    (
        "经营开支320亿元，比上一次增加138亿元，即百分之四点一。",
        ["经营开支", "经营开支增加", "经营开支增加"],
    ),
    (
        "平均就业人数1126万人，较上次增加6万人（0.62%）。",
        ["平均就业人数", "平均就业人数增加", "平均就业人数增加"],
    ),
    (
        "全市生产总值增长8.4%，比全省（7.7%）和全国（7.0%）分别高0.7、1.4个百分点。",
        [
            "全市生产总值增长",
            "全省生产总值增长",
            "全国生产总值增长",
            "全市生产总值增长比全省高",
            "全市生产总值增长比全国高",
        ],
    ),
    (
        "工业投资75亿元（占总投资的 32%），增长103%。",
        ["工业投资", "工业投资占总投资", "工业投资增长"],
    ),
    (
        "公共预算收入131亿元，完成预算34.4%，增收14亿元。",
        ["公共预算收入", "公共预算收入完成预算", "公共预算收入增收"],
    ),
    ("第一、二、三产业分别增长6%、7%、3%。", ["第一产业增长", "第二产业增长", "第三产业增长"]),
    (
        "社保登记的就业人员402万人，其中制造业占53.8%。",
        ["社保登记的就业人员", "社保登记的就业人员中制造业占比"],
    ),
    ("批准逮捕6万人、提起公诉12万人。", ["批准逮捕", "提起公诉"]),
    ("支持产业780亿元、安定就业150亿元。", ["支持产业", "安定就业"]),
    ("现行命案破案率保持99.9%的历史最高水平。", ["现行命案破案率"]),
    (
        "全省339个地级及以上城市PM2.5平均浓度为43微克/立方米。",
        ["地级及以上城市", "地级及以上城市PM2.5平均浓度"],
    ),
    ("连续45个月未发生特别重大事故。", ["未发生特别重大事故"]),
    ("各地通过新建、改扩建等方式新增学位5万个。", ["新增学位"]),
    ("统计局今天发布失业率为3.8%。", ["失业率"]),
    ("全市网点会增至191个服务点。", ["全市网点"]),
]


@pytest.mark.parametrize(("text", "indicators"), NAMED)
def test_what_is_measured(text: str, indicators: list[str]) -> None:
    assert [fact.indicator for fact in facts(text)] == indicators


def test_what_it_is_compared_with_is_kept() -> None:
    _, moved = facts("总就业人数372万人，较上一次增加约5800人。")
    assert (moved.change, moved.comparison_base) == ("increase", "较上一次")


PERIODS = [
    ("今年1月至9月，侦办案件11万起。", "2023年1-9月"),
    ("今年春节假期，接待游客3亿人次。", "2023年春节假期"),
    ("2022年全年来台旅客648万人次。", "2022年"),
    ("“十四五”以来，完成投资118亿元，是“十三五”时期的1.2倍。", "“十四五”以来"),
    ("6月失业率3.8%，为近3年同月最高，季调后失业率3.74%。", "2023年6月"),
]


@pytest.mark.parametrize(("text", "period"), PERIODS)
def test_the_period_of_the_last_figure(text: str, period: str) -> None:
    assert facts(text)[-1].period == period


def _traditional(text: str) -> tuple[Fact, ...]:
    return find_facts(record(turn(text), date="2017-03-30")).value


def test_a_period_carried_on_is_in_the_script_of_the_record() -> None:
    _, carried = _traditional("今年首六個月，公車載客1168萬人次。\n失事率是3.1%。")
    assert carried.period == "2017年首六個月"


def test_years_of_the_republic_are_periods_in_traditional_script_alone() -> None:
    grown, other = _traditional("105年經濟成長率為1.50%，較104年上升0.78個百分點。")
    assert (grown.period, other.period) == ("105年", "105年")
    assert (other.comparison_base, other.change) == ("較104年", "increase")
    (plain,) = _traditional("学校有105年历史，在校生1200人。")
    assert (plain.indicator, plain.period) == ("在校生", None)


def test_a_rank_among_those_named_is_of_what_was_measured() -> None:
    *_, rank = facts("完成公路投资132亿元，同比增长5.6%，居西北五省区第二位。")
    assert (rank.quantity.value, rank.indicator) == (2, "完成公路投资增长西北五省区排名")


LENT = [
    ("全市50个地表水监测断面功能区达标率首次达100%、优良率达98%。", "地表水监测断面优良率"),
    ("小肉串产业发展迅猛，小肉串产业营业店面约7000家，综合产值突破100亿元。", "小肉串产业综合产值"),
    (
        "全市在水稻、玉米、马铃薯、小麦、油菜、果树、蔬菜、茶叶、花卉等作物上完成绿色防控364万亩，防控覆盖率为37%。",
        "绿色防控覆盖率",
    ),
    ("一线员工平均月薪7860元，三年涨了26%。", "一线员工平均月薪涨"),
]


@pytest.mark.parametrize(("text", "indicator"), LENT)
def test_what_an_earlier_number_lends_to_the_last(text: str, indicator: str) -> None:
    assert facts(text)[-1].indicator == indicator


COUNTED = [
    (
        "乡镇卫生院33753个，床位150万张，卫生人员160万人。",
        ["乡镇卫生院", "乡镇卫生院床位", "乡镇卫生院卫生人员"],
    ),
    ("集中攻坚491起涉黄、涉赌、电信诈骗等案件。", ["涉黄等案件"]),
    ("公办在园幼儿比例不足50%的区，移交后举办公办园。", ["公办在园幼儿比例"]),
    ("今年第1季出口1036亿美元，年减15.3%。", ["出口", "出口年减"]),
]


@pytest.mark.parametrize(("text", "indicators"), COUNTED)
def test_what_belongs_to_what_was_counted(text: str, indicators: list[str]) -> None:
    assert [fact.indicator for fact in facts(text)] == indicators


LISTED = [
    (
        "全年演出34万场、票房收入315亿元、观演人数1亿人次，比2019年同期增长121%、84%、188%。",
        ["演出增长", "票房收入增长", "观演人数增长"],
    ),
    (
        "全市猪、牛、家禽出栏分别增长10%、5%、11%。",
        ["全市猪出栏增长", "牛出栏增长", "家禽出栏增长"],
    ),
    ("猪、牛、禽肉产量分别增长41%、17%、4%。", ["猪肉产量增长", "牛肉产量增长", "禽肉产量增长"]),
]


@pytest.mark.parametrize(("text", "indicators"), LISTED)
def test_growths_in_step_with_a_list(text: str, indicators: list[str]) -> None:
    assert [fact.indicator for fact in facts(text)][-3:] == indicators


def test_places_counted_have_each_its_own() -> None:
    found = facts("东山、西河和南岭三个区分别实现生产总值863亿元、351亿元和188亿元。")
    assert [(fact.indicator, fact.entity) for fact in found][-3:] == [
        ("生产总值", "东山"),
        ("生产总值", "西河"),
        ("生产总值", "南岭"),
    ]
