"""Lines without a colon that announce who speaks below them."""

from __future__ import annotations

import pytest

from exporter.source.clean import clean
from exporter.source.read import decode
from exporter.transcript.parse import parse

TALK = """北岭县社区食堂新闻发布会
2024年9月12日，北岭县召开新闻发布会。
主持人：各位记者，下午好。今天请县民政局局长周晚、县卫健局副局长柯恺介绍情况。
{0}
{2}今年建了18家食堂。
{1}
食堂的饭菜由46位师傅来做，都有健康证。
主持人：请提问。
灯下周刊记者：想了解一下，食堂够不够用？
周晚：够用。明年再建18家，请大家放心。
"""


def said(first: str, second: str, greeting: str = "各位朋友，大家好。") -> list[tuple[str, str]]:
    text = TALK.format(first, second, greeting)
    (record,) = clean(decode("page.txt", text.encode()).value).value
    return [(turn.speaker or "", turn.text[:4]) for turn in parse(record).value.turns]


@pytest.mark.parametrize(
    "deed",
    [
        "致辞",
        "讲话",
        "介绍有关情况",
        "作情况介绍",
        "作主发布",
        "作总结讲话",
        "通报全县食堂建设情况",
        "发言",
        "解读",
    ],
)
@pytest.mark.parametrize("form", ["{0}{2}", "{1}{0}{2}", "{1} {0} {2}", "【{0}{2}】"])
def test_the_line_tells_who_speaks(form: str, deed: str) -> None:
    first = form.format("周晚", "县民政局局长", deed)
    second = form.format("柯恺", "县卫健局副局长", deed)
    found = said(first, second)
    assert found[1:3] == [("周晚", "各位朋友"), ("柯恺", "食堂的饭")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("周晚在发布会上致辞", "柯恺在发布会上致辞"),
        ("图为周晚致辞", "图为柯恺致辞"),
        ("食堂致辞", "饭菜介绍"),
    ],
    ids=["a place", "a picture", "nobody"],
)
def test_what_shows_a_picture_or_names_nobody_is_no_label(first: str, second: str) -> None:
    found = said(first, second, "")
    assert [name for name, _ in found] == ["", "", "周晚"]


def test_a_caption_above_a_label_stays_a_caption() -> None:
    found = said("周晚介绍有关情况", "柯恺介绍有关情况", "周晚：")
    assert found[1] == ("周晚", "今年建了")
