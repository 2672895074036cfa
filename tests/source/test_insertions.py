"""What stands between two sentences of a line and is the site's."""

from __future__ import annotations

import pytest
from conftest import Cleaner

from exporter.source.captions import captions
from exporter.source.insertions import insertions

BEFORE = (
    "主持人：各位好，请柯局长介绍全市供水情况。 柯恺：谢谢主持人。全市今年新增供水3.5亿立方米，"
    "改造管网1200公里，"
    "解决了4.2万人的饮水问题，水质抽检合格率连续三年保持在99%以上，群众的满意度逐年提高。"
)
AFTER = (
    "下一步，我们把管网延伸到每一个乡镇。 海州日报记者：水价涨不涨？ 柯恺：今年不涨，请大家放心。"
)
MORE = "同时，把节水的措施落实到每一家企业、每一个社区，让每一滴水都用在该用的地方。" * 2


def removed(piece: str) -> str:
    page = f"{BEFORE}{MORE} {piece} {AFTER}"
    return "".join(page[change.start : change.end] for change in insertions(page)).strip()


@pytest.mark.parametrize(
    "piece",
    [
        "点击图片查看大图",
        "记者 田野/摄",
        "左右滑动查看更多",
        "微信扫一扫，关注该公众号",
        "- 广告 请继续往下阅读 -",
        "视频：一分钟看懂海州水利",
        "图1：发布会现场",
        "发布会现场图片",
        "第 1 页 共 3 页",
        "柯恺通报工作情况。 通讯员 田野 摄",
        "▲柯恺说明。（记者田野摄）",
        "3月3日，柯恺回答提问。这是柯恺走进会场。海州社记者 田野 摄",
        "水利局局長羅天成說明。中央社記者田野攝 113年5月10日",
    ],
)
def test_what_the_site_has_between_two_sentences_goes(piece: str) -> None:
    assert removed(piece) == piece


@pytest.mark.parametrize(
    "piece",
    [
        "推进供水客户端建设",
        "下载量突破200万次",
        "本场直播到此结束， 感谢各位网友。",
        "总共 27 户",
        "我们关注到 近期水价有变化。",
        "我们下一步做好工作。（记者 田野 摄）",
        "2025 年",
        "热线：0870-1234567",
        "发布会结束 ，谢谢大家。",
    ],
)
def test_what_is_said_there_stays(piece: str) -> None:
    assert piece.split(" ")[0] not in removed(piece)


@pytest.mark.parametrize(
    ("buttons", "next_words"),
    [
        ("分享到微信朋友圈 打印 复制链接", "半年以后我们再去看"),
        ("长按识别二维码 关注“海州水利”微信公众号", "柯恺感谢主持人"),
        ("海州水利抖音号 点击进入直播间", "我建议大家看一看"),
    ],
)
def test_buttons_run_together_with_the_text_go(buttons: str, next_words: str) -> None:
    page = f"{BEFORE}{MORE}{buttons}{next_words}，效果怎么样。{MORE}"
    (change,) = insertions(page)
    assert page[change.start : change.end] == buttons


@pytest.mark.parametrize("said", ["扫码 缴费的人越来越多", "点击 下载，就能查询", "发布会 结束"])
def test_a_few_words_of_screens_with_a_blank_stay(said: str) -> None:
    assert list(insertions(f"{BEFORE}{MORE}{said}，谢谢大家。{MORE}")) == []


def test_a_caption_that_the_next_words_follow_at_once_goes() -> None:
    page = f"{BEFORE}图为柯恺局长回答提问海州日报水价涨不涨？"
    assert [page[c.start : c.end] for c in captions(page)] == ["图为柯恺局长回答提问"]


def test_the_sentences_around_it_are_whole(records: Cleaner) -> None:
    with_piece = records(f"{BEFORE}{MORE} 点击图片查看大图 {AFTER}")[0].text
    without = records(f"{BEFORE}{MORE} {AFTER}")[0].text
    assert "".join(with_piece.split()) == "".join(without.split())
