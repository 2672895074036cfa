"""Blanks around numbers in Chinese text."""

from __future__ import annotations

import pytest

from exporter.source.characters import around_numbers
from exporter.source.draft import Draft


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("稳定在 600 万亩以上", "稳定在600万亩以上"),
        ("面积1000 平方千米，人口 3.5 万人", "面积1000平方千米，人口3.5万人"),
        ("，2,500 吨", "，2,500吨"),
        ("昭通日报 2024年3月5日", "昭通日报 2024年3月5日"),
        ("10:05 人民网记者", "10:05 人民网记者"),
        ("使用 iPhone 15 个月", "使用 iPhone 15 个月"),
        ("3 5 人", "3 5 人"),
        ("记者 赵嘉", "记者 赵嘉"),
        ("达标率 98.5%、产值 1.2亿元", "达标率98.5%、产值1.2亿元"),
        ("分别为 92%、96% 和 100%", "分别为92%、96%和100%"),
        ("增长 5.2% 出口 3.1亿元", "增长5.2% 出口3.1亿元"),
        ("拨打 12345热线", "拨打 12345热线"),
        ("张宁 3家庄", "张宁 3家庄"),
    ],
)
def test_blanks_around_numbers(text: str, meant: str) -> None:
    once = Draft(text, 0, len(text), text).apply(tuple(around_numbers(text)))
    assert once.text == meant
    assert list(around_numbers(meant)) == []
