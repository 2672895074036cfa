"""Indicators that only point back, named by the figure before."""

from __future__ import annotations

import pytest

from exporter import pipeline


def named(speech: str) -> dict[str, str | None]:
    page = f"供水新闻发布会\n2025年8月20日\n市水利局局长柯恺：{speech}\n"
    record = pipeline.clean_page(pipeline.read_page("a.txt", page.encode()).value).value[0]
    briefing = pipeline.brief_record(pipeline.read_record(record).value).value
    return {fact.quantity.text: fact.indicator for fact in briefing.figures}


@pytest.mark.parametrize(
    ("speech", "number", "indicator"),
    [
        (
            "垃圾回收利用率达到41.5%。到2026年，力争把这个数字提高到45%以上。",
            "45%",
            "垃圾回收利用率",
        ),
        ("目前就业率是90%，去年这一比例为88%。", "88%", "就业率"),
        ("全市泵房517个，投入资金2300万元，去年这一数字是1800万元。", "1800万元", "资金"),
    ],
)
def test_what_points_back_is_named(speech: str, number: str, indicator: str) -> None:
    assert (named(speech)[number] or "").endswith(indicator)


def test_without_a_figure_of_the_unit_before_it_the_words_stay() -> None:
    assert named("全市有泵房517个，去年这一比例为88%。")["88%"] == "这一比例"
