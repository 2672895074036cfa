"""Labels glued to the speech that a bracket, 记者 or an outlet's ending closes."""

from __future__ import annotations

import pytest

from exporter.source.clean import clean
from exporter.source.read import decode
from exporter.transcript.model import Turn
from exporter.transcript.parse import parse

NAMED = """北岭县社区食堂新闻发布会
2024年9月12日，北岭县召开新闻发布会。
县委宣传部副部长 蔺小舟各位记者，下午好。今天请县民政局介绍情况。
县民政局局长 周晚谢谢主持人。今年建了18家食堂，比去年多9家。
蔺小舟谢谢周局长。现在请记者提问。
{0}食堂的饭菜是大家关心的事。够不够用？
县民政局局长 周晚谢谢你的提问。明年再建18家，请大家放心。
蔺小舟谢谢大家。发布会到此结束。
"""
CLOSED = """北岭县社区食堂新闻发布会
2024年9月12日，北岭县召开新闻发布会。
主持人（县委宣传部 蔺小舟）各位记者，下午好。今天请县民政局介绍情况。
周晚（县民政局局长）今年建了18家食堂，比去年多9家。
柯恺 副局长（县卫健局）饭菜由46位师傅来做，都有健康证。
记者（北岭观察）食堂够不够用？
周晚（县民政局局长）够用。明年再建18家，请大家放心。
"""


def turns(text: str, *, lines: bool) -> list[Turn]:
    head, lead, *rest = text.splitlines()
    body = "\n".join(rest) if lines else "".join(rest)
    page = f"{head}\n{lead}\n{body}\n"
    (record,) = clean(decode("page.txt", page.encode()).value).value
    return list(parse(record).value.turns)


@pytest.mark.parametrize("lines", [True, False], ids=["lines", "one line"])
@pytest.mark.parametrize("label", ["法治在线北岭站 记者", "北岭站记者", "北岭教育周刊"])
def test_who_asks(label: str, lines: bool) -> None:
    found = turns(NAMED.format(label), lines=lines)
    assert [turn.text[:4] for turn in found] == [
        "各位记者",
        "谢谢主持",
        "谢谢周局",
        "食堂的饭",
        "谢谢你的",
        "谢谢大家",
    ]
    assert found[3].org == label.removesuffix("记者").strip()
    assert found[3].role == "journalist"


@pytest.mark.parametrize("lines", [True, False], ids=["lines", "one line"])
def test_labels_that_a_bracket_closes(lines: bool) -> None:
    found = turns(CLOSED, lines=lines)
    assert [(turn.speaker, turn.text[:4]) for turn in found] == [
        ("蔺小舟", "各位记者"),
        ("周晚", "今年建了"),
        ("柯恺", "饭菜由4"),
        (None, "食堂够不"),
        ("周晚", "够用。明"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "北岭日报记者们都来了。大家都问了什么？",
        "北岭教育周刊上个月登过一篇文章。食堂够不够用？大家看了就知道。",
        "周晚（县民政局局长）和柯恺（县卫健局副局长）都在。",
    ],
)
def test_what_is_said_of_them_is_speech(sentence: str) -> None:
    text = NAMED.replace("{0}食堂的饭菜是大家关心的事。够不够用？\n", "")
    found = turns(text.replace("比去年多9家。", f"比去年多9家。{sentence}"), lines=True)
    assert sentence[:12] in found[1].text
