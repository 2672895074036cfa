"""Captions that say where in the picture somebody stands, or what it shows; made-up text."""

from __future__ import annotations

import pytest

from exporter.source.pictured import glued, pictured

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


@pytest.mark.parametrize(
    "caption",
    [
        "省交通厅厅长柯恺作主发布 尹照 摄",
        "厅长柯恺作主发布。海州日报记者 尹照摄",
        "建设中的云边铁路 摄影：尹照",
        "本报记者尹照摄",
        "图为厅长柯恺发布新闻。",
        "厅长柯恺回答提问。（省政府新闻办供图）",
        "建设中的隧道。（资料图片）",
    ],
)
def test_a_caption_between_the_speeches_of_one_line(caption: str) -> None:
    text = f"柯恺：通报完毕，谢谢大家。 {caption} 李梅：谢谢柯厅长。"
    assert [text[c.start : c.end] for c in glued(text)] == [caption]


@pytest.mark.parametrize(
    "text",
    [
        "柯恺：各位好。 尹照是我们的摄影师。 他拍了这座桥。",
        "柯恺：谢谢。 我请大家看一张照片 尹照 摄 就是这张。",
        "柯恺：有三点。 图为之计深远。，一是修路。",
    ],
)
def test_what_is_said_of_pictures_stays(text: str) -> None:
    assert list(glued(text)) == []
