"""Paragraphs of sense: levels, headings, lengths; no character changed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporter.transcript.paragraphs import cut_paragraphs


def cut(text: str) -> list[tuple[str, int, str]]:
    """Each paragraph as (text, level, heading)."""
    return [
        (text[p.start : p.end], p.level, text[p.start : p.start + p.heading])
        for p in cut_paragraphs(text, 0, len(text))
    ]


@pytest.mark.parametrize(
    ("text", "level", "heading"),
    [
        ("一、总体情况", 1, "一、总体情况"),
        ("一、全市水利工作开展情况近年来，我们坚持节水优先。", 1, "一、全市水利工作开展情况"),
        ("（二）坚持全域统筹。一批项目开工。", 2, "（二）坚持全域统筹。"),
        ("(三)坚持示范带动。以机场为重点。", 2, "(三)坚持示范带动。"),
        ("3.索道改建项目。该项目是最后六公里。", 3, "3.索道改建项目。"),
        ("一是规划先行。近年来投资很大。", 4, "一是规划先行。"),
        ("首先，加快建设，完善网络。", 4, ""),
        ("第三，是文明素养的跃迁。2015年起我们启动创建。", 4, "第三，是文明素养的跃迁。"),
        ("第一季度投资增长8%。", 0, ""),
        ("3.5亿元已经到位。", 0, ""),
        ("一是市场主体壮大，农业企业达到6002户；合作社7631户。", 4, ""),
        ("四、关于储备情况为推进招商工作，我们采取了以下措施：", 1, "四、关于储备情况"),
    ],
)
def test_enumerators_give_level_and_heading(text: str, level: int, heading: str) -> None:
    assert cut(text)[0] == (text, level, heading)


def test_enumerators_open_paragraphs_in_flat_text() -> None:
    text = "我们做了三件事：一是修渠。全长8公里。二是种树。共3万株。（一）下一步。继续干。"
    assert [(part, level) for part, level, _ in cut(text)] == [
        ("我们做了三件事：", 0),
        ("一是修渠。全长8公里。", 4),
        ("二是种树。共3万株。", 4),
        ("（一）下一步。继续干。", 2),
    ]


def test_items_of_one_sentence_stay_together() -> None:
    text = "会议有两项议程：一是新闻发布；二是记者提问。"
    assert [part for part, _, _ in cut(text)] == [text]


def test_a_long_speech_is_cut_at_sentence_ends() -> None:
    text = "".join(f"第{n}个县完成了改造任务，群众十分满意，反响很好。" for n in range(400))
    parts = [part for part, _, _ in cut(text)]
    assert "".join(parts) == text
    assert all(part.endswith("。") for part in parts)
    assert max(map(len, parts)) <= 600
    assert sorted(map(len, parts))[len(parts) // 2] >= 120


def test_quotations_are_not_cut_inside() -> None:
    said = "他说：“水通了。路也通了。日子好了。”大家鼓掌。"
    filler = "全市完成投资三百亿元，同比增长百分之八。" * 12
    assert any(said in part for part, _, _ in cut(filler + said + filler))


def test_english_abbreviations_close_no_sentence() -> None:
    text = "Mr. Chen met Dr. Lin at 3.5 p.m. in the U.S. Embassy. " * 20
    assert all(part.endswith("Embassy.") for part, _, _ in cut(text))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["一是", "二是", "近年来，", "很好。", "“", "”", "\n", "1.", "。”", "a. ", "！", " "]
        )
    ).map("".join)
)
def test_paragraphs_add_up(text: str) -> None:
    assert "".join("".join(part.split()) for part, _, _ in cut(text)) == "".join(text.split())
