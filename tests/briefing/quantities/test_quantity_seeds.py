"""A sample of the seeds' figures, read by hand: value, unit, indicator, period, status."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from exporter.briefing.model import Fact
from exporter.briefing.quantities import find_facts
from exporter.source.clean import clean
from exporter.source.read import decode
from exporter.transcript.parse import parse

SEEDS = Path(__file__).parents[3] / "seeds"
ZHAOTONG, QUZHOU = "000_9639f3bb049e7fe2.txt", "004_589898bb6b70e58a.txt"


@cache
def _facts(page: str, date: str) -> tuple[Fact, ...]:
    for record in clean(decode(page, (SEEDS / page).read_bytes()).value).value:
        transcript = parse(record).value
        if transcript.published_date == date:
            return find_facts(transcript).value
    raise AssertionError(date)


READ = [
    (ZHAOTONG, "2024-07-29", "26.04亿元", "2604000000", "元", "上海援建资金", "三年多来", "actual"),
    (ZHAOTONG, "2024-07-29", "2503户", "2503", "户", "农业企业新增", None, "actual"),
    (ZHAOTONG, "2024-07-29", "5万人", "50000", "人", "返乡创业", "2024年", "target"),
    (
        ZHAOTONG,
        "2024-07-29",
        "982.99亿元",
        "98299000000",
        "元",
        "在谈项目投资",
        "2024年以来",
        "plan",
    ),
    (ZHAOTONG, "2024-06-29", "60座", "60", "座", "煤矿", "目前", "actual"),
    (ZHAOTONG, "2024-04-12", "第11名", "11", "名", "水环境质量", "2023年", "actual"),
    (ZHAOTONG, "2024-04-12", "11.95%", "11.95", "%", "漏损率", "目前", "actual"),
    (ZHAOTONG, "2024-04-12", "37.2万m³/年", "372000", "m³/年", "许可水量", "目前", "actual"),
    (ZHAOTONG, "2024-02-23", "600万亩", "6000000", "亩", "竹子面积", "2024年", "target"),
    (ZHAOTONG, "2023-09-21", "3700万人次", "37000000", "人次", "接待游客", "2023年1-8月", "actual"),
    (ZHAOTONG, "2022-06-27", "94.3%", "94.3", "%", "环境空气质量优良率", "2022年1-5月", "actual"),
    (ZHAOTONG, "2022-06-27", "97.31%", "97.31", "%", "合格率", "2022年1-5月", "actual"),
    (ZHAOTONG, "2022-06-27", "98.9%", "98.9", "%", "优良率考核目标", "2021年", "target"),
    (ZHAOTONG, "2022-06-27", "53.62万亩", "536200", "亩", "高标准农田建设", "2021年", "plan"),
    (ZHAOTONG, "2022-06-01", "70万", "700000", "人", "人才资源总量", "2030年", "plan"),
    (ZHAOTONG, "2022-06-01", "63.06亿元", "6306000000", "元", "总投资", None, "plan"),
    (QUZHOU, "2022-09-14", "39.4%", "39.4", "%", "工业投资", "2022年1至7月", "actual"),
    (QUZHOU, "2022-09-14", "1000亿元", "100000000000", "元", "工业增加值", "“十四五”", "target"),
    (QUZHOU, "2022-09-14", "90多亿元", "9000000000", "元", "常山江航电枢纽", "2022年9月", "plan"),
    (QUZHOU, "2022-09-14", "7.1张", "7.1", "张", "每千人医疗机构床位数", "过去十年", "actual"),
    (QUZHOU, "2022-09-14", "15.4平方米", "15.4", "平方米", "农村居民", "过去十年", "actual"),
]


@pytest.mark.parametrize(
    ("page", "date", "printed", "value", "unit", "indicator", "period", "status"), READ
)
def test_a_figure_of_the_seeds(
    page: str,
    date: str,
    printed: str,
    value: str,
    unit: str,
    indicator: str,
    period: str | None,
    status: str,
) -> None:
    found = [fact for fact in _facts(page, date) if fact.quantity.text == printed]
    assert any(
        (fact.quantity.value, fact.quantity.unit) == (Decimal(value), unit)
        and indicator in (fact.indicator or "")
        and (fact.period, fact.status) == (period, status)
        for fact in found
    ), found


@pytest.mark.parametrize("date", ["2024-07-29", "2024-04-12", "2022-06-27"])
def test_a_large_record_has_fifteen_keys(date: str) -> None:
    assert sum(fact.key for fact in _facts(ZHAOTONG, date)) == 15


def test_figures_that_tell_nothing_alone_do_not_fill_the_panel() -> None:
    key = {fact.indicator for fact in _facts(ZHAOTONG, "2022-06-01") if fact.key}
    assert 6 <= len(key) <= 15
    assert {"人才资源总量", "滇东北区域中心医院总投资"} <= key
    assert not {"政策", "提出具体工作", "一期项目总建筑面积", "项目支持经费"} & key


def test_at_most_two_figures_of_the_panel_are_all_of_it() -> None:
    for date in ("2024-04-12", "2022-06-27"):
        key = [fact for fact in _facts(ZHAOTONG, date) if fact.key]
        assert sum(fact.quantity.text == "100%" for fact in key) <= 3
