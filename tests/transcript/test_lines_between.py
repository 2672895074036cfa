"""A line without a stop between the speeches of a page that ends every other line with one."""

from __future__ import annotations

import pytest

from exporter.source.clean import clean
from exporter.source.read import decode
from exporter.transcript.parse import parse

TALK = [
    "主持人：各位媒体朋友，大家好！今天请柯恺局长介绍食堂的情况。",
    "市民政局局长柯恺：谢谢主持人。食堂建了18家，老人都能吃上饭。",
    "海州日报记者：请问食堂够不够？",
    "柯恺：够。今年再建18家，请大家放心。",
    "主持人：发布会到此结束，谢谢大家！",
]
SAID = [line.partition("：")[2] for line in TALK]


def texts(lines: list[str]) -> list[str]:
    (record,) = clean(decode("page.txt", "\n".join(lines).encode()).value).value
    return [turn.text for turn in parse(record).value.turns]


@pytest.mark.parametrize("line", ["食堂内景", "（左起：柯恺、田野）", "【请横屏】"])
def test_the_line_is_nobody_s(line: str) -> None:
    assert texts([*TALK[:2], line, *TALK[2:]]) == SAID


@pytest.mark.parametrize("line", ["谢谢大家", "新建食堂18家", "一、食堂"])
def test_a_line_that_may_be_said_is(line: str) -> None:
    assert line in "".join(texts([*TALK[:2], line, *TALK[2:]]))


def test_where_another_line_has_no_stop_either_it_is_said() -> None:
    lines = [*TALK[:2], "食堂内景", TALK[2], "柯恺：够", "今年再建18家。", TALK[4]]
    assert "食堂内景" in "".join(texts(lines))
