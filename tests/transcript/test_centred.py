"""Paragraphs that a page sets in the middle between its speeches: captions; made-up text."""

from __future__ import annotations

import pytest

from exporter.source.clean import clean
from exporter.source.read import decode
from exporter.transcript.parse import parse

TALK = ["柯恺：各位媒体朋友，大家好！", "请提问。", "记者：食堂够不够？", "柯恺：够。再建18家。"]


def texts(*lines: str) -> list[str]:
    page = f"<html><body><h1>海州市新闻发布会</h1>{''.join(lines)}</body></html>"
    (record,) = clean(decode("page.html", page.encode()).value).value
    return [turn.text for turn in parse(record).value.turns]


@pytest.mark.parametrize(
    "middle",
    [
        '<p align="center">老年食堂内，志愿者为老人打饭。</p>',
        '<p style="text-indent:2em;text-align: center">志愿者为老人打饭</p>',
        "<center>老年食堂内景</center>",
    ],
)
def test_a_lone_line_in_the_middle_is_not_said(middle: str) -> None:
    lines = [f"<p>{line}</p>" for line in TALK]
    assert texts(*lines[:2], middle, *lines[2:]) == [
        "各位媒体朋友，大家好！\n请提问。", "食堂够不够？", "够。再建18家。"
    ]  # fmt: skip


def test_where_much_is_in_the_middle_it_is_said() -> None:
    lines = [f'<p align="center">{line}</p>' for line in TALK]
    assert (
        "\n".join(texts(*lines)) == "各位媒体朋友，大家好！\n请提问。\n食堂够不够？\n够。再建18家。"
    )


def test_who_speaks_to_others_is_no_caption() -> None:
    lines = [f"<p>{line}</p>" for line in TALK]
    said = texts(*lines, '<p align="center">谢谢大家的关心。</p>')
    assert said[-1] == "够。再建18家。\n谢谢大家的关心。"
