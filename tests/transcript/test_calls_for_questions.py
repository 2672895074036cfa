"""A line without a label that calls for the next question is the host's, where there is one."""

from __future__ import annotations

import pytest

from exporter.source.clean import clean
from exporter.source.read import decode
from exporter.transcript.parse import parse

PAGE = """冷月辉
各位媒体朋友，大家好！先请柏川同志介绍。
省文物局副局长柏川
谢谢。全省备案博物馆416家。
川观新闻记者
热门博物馆的票很难抢，有什么办法？
柏川
我们放出了早晚两个时段。
{line}
封面新闻记者
新馆什么时候开放？
柏川
暑假之前。
冷月辉
今天的发布会到此结束。
"""


def turns(text: str) -> list[tuple[str, str]]:
    lead = "5月17日，省文物局举行发布会，省文物局副局长柏川介绍情况，办公室主任冷月辉主持。\n"
    (record,) = clean(decode("page.txt", (lead + text).encode()).value).value
    return [(turn.role, turn.text) for turn in parse(record).value.turns]


@pytest.mark.parametrize(
    "line",
    [
        "还有一点时间，最后一个问题。",
        "下一位。",
        "请后排的女记者提问。",
        "继续提问。",
        "还有哪位记者提问？",
    ],
)
def test_a_last_line_that_calls_for_a_question(line: str) -> None:
    assert ("host", line) in turns(PAGE.format(line=line))


@pytest.mark.parametrize(
    "line",
    ["这是群众最关心的问题。", "最后，我们请来了专家把关。", "还有很多问题要一个一个解决。"],
)
def test_a_last_line_of_the_answer(line: str) -> None:
    assert turns(PAGE.format(line=line))[3][1].endswith(line)


def test_who_has_no_host_calls_himself() -> None:
    text = PAGE.format(line="最后一个问题。").replace("冷月辉\n", "柏川\n")
    assert ("spokesperson", "我们放出了早晚两个时段。\n最后一个问题。") in turns(text)
