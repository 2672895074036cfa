"""Sentences and clauses: tables of small strings, and that nothing is lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporter.briefing.sentences import balanced, clauses, left_open, pairs, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲。乙！丙？", ["甲。", "乙！", "丙？"]),
        (
            "落实“如何让岗位更稳？如何让收入更高？”三问要求，推进就业。好",
            ["落实“如何让岗位更稳？如何让收入更高？”三问要求，推进就业。", "好"],
        ),
        (
            "他说：“充满信心。”“对昭通人而言，苹果是标签。”",
            ["他说：“充满信心。”", "“对昭通人而言，苹果是标签。”"],
        ),
        ("共3.5亿元。1.项目。2.项目", ["共3.5亿元。", "1.项目。", "2.项目"]),
        (
            "Mr. Smith spoke. It rose 3.5 percent. Fine",
            ["Mr. Smith spoke.", "It rose 3.5 percent.", "Fine"],
        ),
        ("  ", []),
        ("没有句号", ["没有句号"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in sentences(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲，乙；丙：丁。", ["甲，", "乙；", "丙：", "丁。"]),
        ("坚持“节水优先，空间均衡”思路，治水。", ["坚持“节水优先，空间均衡”思路，", "治水。"]),
        ("增长1,200人，比例2.3:1。", ["增长1,200人，", "比例2.3:1。"]),
        ("In 2023, output rose, he said.", ["In 2023,", " output rose,", " he said."]),
    ],
)
def test_clauses(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in clauses(text, 0, len(text))] == expected


def test_the_marks_of_a_long_quotation_are_parted_from_it() -> None:
    inner = (
        "到2025年人才资源总量达到51万，到2030年人才资源总量达到70万，"
        "人才密度与全省差距缩小11个百分点，建成人才集聚的区域新高地和中心"
    )
    text = f"明确提出了“{inner}”的目标。"
    assert f"{inner.split('，')[0]}，" in [text[a:b] for a, b in clauses(text, 0, len(text))]


@given(st.text(alphabet="甲乙12.。！？“”（）《》，；： \nA", max_size=60))
@settings(max_examples=200)
def test_nothing_but_white_space_lies_between_sentences(text: str) -> None:
    found = sentences(text)
    assert "".join("".join(text[a:b] for a, b in found).split()) == "".join(text.split())
    for start, end in found:
        pieces = clauses(text, start, end)
        assert pieces[0][0] == start
        assert pieces[-1][1] == end
        assert all(one[1] == other[0] for one, other in pairwise(pieces))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("“甲”（乙）", True), ("“甲", False), ("甲》", False), ("“甲（乙”）", False), ("", True)],
)
def test_balanced(text: str, expected: bool) -> None:
    assert balanced(text) is expected


def test_a_hundred_thousand_open_brackets_take_no_time() -> None:
    assert pairs("（" * 100_000 + "》" * 100_000) == []


def test_a_paragraph_without_a_mark_among_closed_ones_is_left_open() -> None:
    texts = {
        "1": "全市建成公园23个。",
        "2": "“服务就在家门口！”",
        "3": "主要有以下几点：",
        "4": "The road is open. (Laughter.)",
        "5": "点击下方卡片预约门诊",
        "6": "投资\t12亿元",
    }
    assert left_open(texts) == {"5"}


def test_where_many_lines_have_no_mark_none_is_left_open() -> None:
    assert not left_open({"1": "今天开放通车", "2": "限行三天", "3": "费用由市里承担。"})
