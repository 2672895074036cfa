"""Boards of talks with time stamps, newest or oldest post on top; made-up speech."""

from __future__ import annotations

import pytest

from exporter.transcript.model import Transcript
from exporter.transcript.parse import parse
from tests.transcript.test_transcript_properties import record

POSTS = [
    ("主持人", "各位网友，大家好，欢迎收看。", "15:31"),
    ("柯恺", "网友们好，今天我们聊聊用水。", "15:38"),
    ("网友", "水价涨不涨？", "15:55"),
    ("柯恺", "不涨，我们算过账。", "16:02"),
    ("主持人", "今天的访谈到此结束，谢谢各位。", "16:41"),
]
HEAD = "云溪在线访谈\n嘉宾：市水利局局长 柯恺\n"


def parsed(stamp: str, *, newest: bool) -> Transcript:
    posts = POSTS[::-1] if newest else POSTS
    lines = (f"[{who}]{said}{stamp.format(time=time)}" for who, said, time in posts)
    return parse(record(HEAD + "\n".join(lines))).value


@pytest.mark.parametrize(
    "stamp",
    [
        " [07-18 {time}]",
        " [{time}:05]",
        "（2023-07-18 {time}）",
        " 2023年7月18日 {time}",
        "（{time}）",
        "\t07-18 {time}",
    ],
)
@pytest.mark.parametrize("newest", [True, False])
def test_posts_are_read_in_the_order_in_which_they_were_spoken(stamp: str, newest: bool) -> None:
    transcript = parsed(stamp, newest=newest)
    assert [turn.text for turn in transcript.turns] == [said for _, said, _ in POSTS]
    assert transcript.turns[3].answers == "t3"
    codes = [notice.code for notice in transcript.notices]
    assert ("transcript.newest-first" in codes) is newest


def test_a_day_in_brackets_is_speech() -> None:
    said = "我们五月完成了检查（5月18日）"
    transcript = parse(record(f"主持人：各位好。\n市水利局局长柯恺：{said}")).value
    assert transcript.turns[1].text == said
