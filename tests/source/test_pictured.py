"""Captions that say where in the picture somebody stands, or what it shows; made-up text."""

from __future__ import annotations

import pytest

from exporter.source.pictured import pictured

LEFT = "记者：水够不够？\n柯恺：够。\n"


@pytest.mark.parametrize(
    "caption",
    [
        "圖示局長（中）視察水庫。\n",
        "圖示水務局局長柯愷視察水庫\n",
        "市水利局局长柯恺（左二）介绍情况。（局方提供）\n",
        "局長柯愷（前排右一）與署長李梅（右）。\n",
        "柯恺（右1）和李梅（左1）出席发布会\n",
    ],
)
def test_a_caption_goes_whole(caption: str) -> None:
    text = f"{caption}{LEFT}"
    assert [text[c.start : c.end] for c in pictured(text)] == [caption]


def test_in_one_line_only_its_sentence_goes() -> None:
    text = "柯恺：谢谢大家。市水利局局长柯恺（中）介绍情况。李梅：请提问。"
    (found,) = pictured(text)
    assert text[found.start : found.end] == "市水利局局长柯恺（中）介绍情况。"


@pytest.mark.parametrize(
    "text",
    [
        "在线访谈实录（中）\n柯恺：各位好。\n",
        "柯恺：我站在照片里（左二）那个位置。\n",
        "柯恺：地质图（中比例尺）已完成。\n",
        "图示的区域：都已通水。\n",
    ],
)
def test_speech_and_parts_of_a_series_stay(text: str) -> None:
    assert list(pictured(text)) == []
