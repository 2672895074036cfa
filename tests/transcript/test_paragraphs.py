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
        ("首先，加快建设，完善网络。", 0, ""),
        ("此外，水利局也参加了今天的会。", 0, ""),
        ("三、关于政策的特点三个文件各有侧重，自成一体，互为补充，照应得当。它们都好。", 1, ""),
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


@pytest.mark.parametrize(
    "courtesy", ["首先，感谢大家。", "首先，有请陈县长。", "首先，我谨代表县政府问好。"]
)
def test_a_courtesy_is_no_item(courtesy: str) -> None:
    assert cut(courtesy + "第二，种树。第三，修路。")[0] == (courtesy, 0, "")


SECTIONS = "有三点。一是引才。引进百人。二是留才。第一，给经费。发足。第二，给平台。三是用才。"


def test_a_list_within_an_item_is_one_level_deeper() -> None:
    levels = [(part[:2], level) for part, level, _ in cut(SECTIONS)]
    assert levels == [
        ("有三", 0),
        ("一是", 4),
        ("二是", 4),
        ("第一", 5),
        ("第二", 5),
        ("三是", 4),
    ]


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("《意见》主要内容（一）总则。共三条。（二）附则。共两条。", ["《意", "（一", "（二"]),
        ("我们有两件事：第一，念好经。不停。第二，打好牌。不歇。", ["我们", "第一", "第二"]),
        ("首先，修渠。长8公里。其次，种树。共3万株。", ["首先", "其次"]),
        ("一是修渠。长8公里。二是种树。下一步，我们将再修两条渠。", ["一是", "二是", "下一"]),
        ("一是修渠。下一步再修。二是种树。", ["一是", "二是"]),
        ("一是修渠。二是种树。记者朋友们，请多关心。", ["一是", "二是", "记者"]),
        (
            "一是修渠。二是种树。同时，还要做到：一是护林。二是防火。",
            ["一是", "二是", "同时", "一是", "二是"],
        ),
        ("特此通告。龙泉县人民政府2024年5月1日", ["特此", "龙泉", "20"]),
    ],
)
def test_where_paragraphs_open(text: str, opens: list[str]) -> None:
    assert [part[: len(head)] for (part, _, _), head in zip(cut(text), opens, strict=True)] == opens


def test_a_paragraph_does_not_go_on_with_the_sentence_before() -> None:
    text = "全市完成投资三百亿元，同比增长百分之八。并与多家企业达成合作。" * 40
    assert not any(part.startswith("并") for part, _, _ in cut(text))


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
