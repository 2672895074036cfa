"""Spam that its form gives away, and honest words that look a little like it."""

from __future__ import annotations

import pytest
from conftest import shown

from exporter.source.model import HOLE
from exporter.source.spam import without
from exporter.source.watermarks import watermarks


@pytest.mark.parametrize(
    ("text", "left"),
    [
        # the name of the house is said twice, and so is known whatever it is
        ("市政府甲乙网页版-甲乙(中国)官方在线登录办举行发布会。", f"市政府{HOLE}办举行发布会。"),
        ("市政府丙丁体育app下载办公室举行会议。", f"市政府{HOLE}办公室举行会议。"),
        ("今天甲乙娱乐官网入口召开。", f"今天{HOLE}召开。"),
        ("第白小姐三肖三码必开一码开奖一季度", f"第{HOLE}一季度"),
        ("abc·甲乙(中国)官方网站-IOS/安卓通用版/手机APP下载", ""),
        (
            "xy590甲乙丙丁平台今天xy590甲乙丙丁平台开会，xy590甲乙丙丁平台好。",
            f"今天{HOLE}开会，{HOLE}好。",
        ),
    ],
)
def test_spam_goes_by_its_form(text: str, left: str) -> None:
    assert shown(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "请登录某某（中国）官方网站查询。",
        "市民可通过市体育局官网、体育公众号报名，也可登录官方网站注册。",
        "文化娱乐平台官方网站已上线。",
        "全民健身体育app已上线，手机版可下载。",
        "国家政务服务平台官方网站登录入口在首页。",
        "今年会涨吗？",
        "个人所得税手机app官方下载登录都方便了。",
    ],
)
def test_honest_words_stay(text: str) -> None:
    assert shown(text) == text


def test_a_title_is_read_without_what_was_spliced_into_it() -> None:
    title = "防汛工作情况甲乙网页版-甲乙(中国)官方在线登录发布会"
    assert without(title) == "防汛工作情况发布会"


def test_the_mark_of_a_copying_site_goes_and_thanks_stay() -> None:
    lines = ["水库的蓄水情况怎么样？", "已经蓄到了去年的水平。", "谢谢局长，请下一位提问。"]
    text = "\n".join(line * 3 + "ABC某某网" for line in lines)
    assert len(list(watermarks(text))) == len(lines)
    assert not list(watermarks("\n".join(line * 3 + "谢谢大家" for line in lines)))


def test_latin_letters_and_a_trade_before_the_words_are_part_of_the_run() -> None:
    said = "这几年在ww电子官方网站_bet365手机版登录入口保护方式上，我们不再满足于拍照。"
    assert without(said) == "这几年在保护方式上，我们不再满足于拍照。"
