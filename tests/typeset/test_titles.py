"""Titles in several lines: broken by sense, of about one length."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporter.typeset.faces import resolve
from exporter.typeset.lines import break_lines
from exporter.typeset.model import Measure, Run

SIZE = 22.0
TITLE = resolve(("shipped:title",))


def broken(text: str, characters: float) -> list[str]:
    measure = Measure(characters * SIZE, align="center", balance=True)
    lines = break_lines((Run(text, TITLE, SIZE),), measure)
    return [text[line.start : line.end].strip() for line in lines]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("《昭通市乡村清洁条例》新闻发布会", ["《昭通市乡村清洁条例》新闻发布会"]),
        (
            "昭通市着力加强品牌建设 打造新时代“昭通印象”新闻发布会",
            ["昭通市着力加强品牌建设", "打造新时代“昭通印象”新闻发布会"],
        ),
        (
            "国务院新闻办公室就2023年上半年国民经济运行情况举行新闻发布会",
            ["国务院新闻办公室就2023年上半年", "国民经济运行情况举行新闻发布会"],
        ),
        (
            "昭通市2024年生态文明建设系列新闻发布会第二场：矿山整治修复专题新闻发布会",
            ["昭通市2024年", "生态文明建设系列新闻发布会第二场：", "矿山整治修复专题新闻发布会"],
        ),
        (
            "关于印发推动制造业高质量发展若干措施的通知全文公布",
            ["关于印发推动制造业高质量发展", "若干措施的通知全文公布"],
        ),
    ],
)
def test_broken_by_sense(title: str, lines: list[str]) -> None:
    assert broken(title, 18) == lines


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        (
            "Department Press Briefing – October 3, 2024",
            ["Department Press Briefing –", "October 3, 2024"],
        ),
        (
            "Opening remarks by the Minister of Finance of the Republic at the annual meeting",
            [
                "Opening remarks by the Minister",
                "of Finance of the Republic",
                "at the annual meeting",
            ],
        ),
        (
            "Regular press conference: Spokesperson Lin Wei answers questions on trade",
            ["Regular press conference:", "Spokesperson Lin Wei answers", "questions on trade"],
        ),
    ],
)
def test_latin_broken_at_marks_and_before_words_that_lean(title: str, lines: list[str]) -> None:
    assert broken(title, 18) == lines


def test_wide_line_stands_over_narrow_one() -> None:
    first, second = broken("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌", 18)
    assert len(first) == len(second) + 1


def test_centred_lines_stand_in_the_middle() -> None:
    measure = Measure(18 * SIZE, align="center", balance=True)
    text = "国务院新闻办公室就2023年上半年国民经济运行情况举行新闻发布会"
    for line in break_lines((Run(text, TITLE, SIZE),), measure):
        assert line.x + line.width / 2 == pytest.approx(9 * SIZE)


@given(st.text(alphabet="新闻发布会的市，：《》“”（）2024 ", min_size=1, max_size=60))
@settings(max_examples=150, deadline=None)
def test_nothing_is_lost_and_nothing_too_wide(text: str) -> None:
    measure = Measure(12 * SIZE, align="center", balance=True)
    lines = break_lines((Run(text, TITLE, SIZE),), measure)
    assert "".join(text[line.start : line.end] for line in lines) == text
    assert all(line.width <= 12 * SIZE + 0.02 for line in lines)
