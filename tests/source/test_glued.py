"""What a page's elements leave within a sentence."""

from __future__ import annotations

import re

import pytest
from conftest import Cleaner
from hypothesis import given
from hypothesis import strategies as st

from exporter.source.glued import glued
from exporter.source.phrases import GLUED, GluedCue

BEFORE = "柯恺：谢谢主持人。全市今年改造管网1200公里，"
AFTER = "解决了4.2万人的饮水问题。"
END = "今天的发布会就到这里，谢谢大家！"


def kept(page: str) -> str:
    out, at = "", 0
    for change in glued(page):
        out, at = out + page[at : change.start] + change.after, change.end
    return out + page[at:]


@pytest.mark.parametrize("cue", GLUED, ids=lambda cue: cue.example)
def test_the_example_of_each_cue_is_cut_out_of_a_text(cue: GluedCue) -> None:
    before = BEFORE if cue.place != "sentence" else f"{BEFORE[:-1]}。"
    example = cue.example
    assert kept(f"{before}{example}{AFTER}") == before + AFTER
    assert kept(f"{before}\n{example}\n{AFTER}") == f"{before}\n{AFTER}"


@pytest.mark.parametrize("cue", GLUED, ids=lambda cue: cue.example)
def test_each_cue_has_its_hint_in_its_example(cue: GluedCue) -> None:
    assert any(hint in cue.example for hint in cue.hints)
    assert re.fullmatch(cue.pattern, cue.example)


@pytest.mark.parametrize(
    "piece",
    [
        "00:00 / 12:05",
        "00:00:00/00:31:12 Auto 1080p Subtitles off",
        "00:12/03:27 倍速 全屏",
        "点击查看原图",
        "收藏 微信好友 朋友圈 复制链接",
        "已读5页，还剩12页未读",
        "全文还剩 35%",
        "上一页 1 2 3 下一页 尾页",
        "关注“海州海关”微信公众号,第一时间了解最新政策",
    ],
)
def test_a_piece_within_a_sentence_goes_and_the_sentence_closes(piece: str) -> None:
    assert kept(f"{BEFORE}{piece}{AFTER}") == BEFORE + AFTER


@pytest.mark.parametrize(
    "said",
    [
        "二是展开全文检索，让群众查得到。",
        "请大家关注“海州水利”公众号，第一时间获取停水信息。",
        "市民可以关注“海州水利”公众号，第一时间了解政策的变化。",
        "索道下去以后，返回顶部机房检查。",
        "到山下以后再返回顶部，要走两个小时。",
        "检查时间是10:00/12:00两个时段。",
        "从上一页翻到下一页，要等十秒。",
        "直播打赏要退还，微信扫码打赏的也要退还。",
        "扫码打赏的行为，平台要提醒。",
        "群众可以在网上查看大图、下载图纸。",
        "微信、微博、抖音都要管，复制链接就能举报。",
        "图为发布会准备的，请大家看大屏幕。",
        "还剩30%的管网没有改造。",
    ],
)
def test_what_is_said_with_the_same_words_stays(said: str) -> None:
    page = f"{BEFORE}{AFTER}{said}{AFTER}"
    assert kept(page) == page
    assert kept(f"{BEFORE}{AFTER}\n{said}\n{AFTER}") == f"{BEFORE}{AFTER}\n{said}\n{AFTER}"


PIECES = [*(cue.example for cue in GLUED), *"，。 \n我1水"]


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_removals_are_in_order_and_within_the_text(pieces: list[str]) -> None:
    page = "".join(pieces)
    places = [(change.start, change.end) for change in glued(page)]
    flat = [at for place in places for at in place]
    assert flat == sorted(flat)
    assert all(0 <= a < b <= len(page) for a, b in places)


def test_a_page_is_cleaned_of_them(records: Cleaner) -> None:
    page = f"主持人：请讲。\n{BEFORE}查看大图下载原图{AFTER}\n主持人：{END}猜你喜欢今晚停水"
    assert records(page)[0].text == f"主持人：请讲。\n{BEFORE}{AFTER}\n主持人：{END}"
