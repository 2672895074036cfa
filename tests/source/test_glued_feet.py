"""The foot of a page behind its last words, in one line with them."""

from __future__ import annotations

import re

import pytest
from conftest import Cleaner
from hypothesis import given
from hypothesis import strategies as st

from exporter.source.glued_feet import feet
from exporter.source.phrases import GLUED_FEET

BEFORE = "柯恺：谢谢主持人。全市今年改造管网1200公里，"
AFTER = "解决了4.2万人的饮水问题。"
END = "今天的发布会就到这里，谢谢大家！"


def kept(page: str) -> str:
    out, at = "", 0
    for change in feet(page):
        out, at = out + page[at : change.start] + change.after, change.end
    return out + page[at:]


@pytest.mark.parametrize(
    "foot",
    [
        "海州召开节水会议两部门联合检查管网Copyright 海州市水务局 浙ICP备17015317号"
        "建议使用1366×768分辨率浏览",
        "猜你喜欢今晚停水,请储水海州中学录取分数线公布",
        "相关阅读图解：一度水从哪里来【打印】【关闭】",
        "打印关闭相关稿件海州市节水新闻发布会2022-10-26海州市供水新闻发布会2022-10-12网站地图承办：海州市信息中心",
        "（请同时参阅谈话内容的英文部分。）即日新闻",
        "手机海州网 海州日报社概况",
        "2046",
    ],
)
def test_a_foot_behind_the_words_that_close_the_meeting_goes(foot: str) -> None:
    assert kept(f"{BEFORE}{AFTER}{END}{foot}") == f"{BEFORE}{AFTER}{END}"


def test_an_english_foot_goes() -> None:
    said = "That brings us to the end. Have a good afternoon."
    foot = "More from this seriesMidday press briefing from 14/06/2023Legal notice© Harbour, 2023"
    assert kept(f"Mr. Smith: Yes. {said}{foot}") == f"Mr. Smith: Yes. {said}"


@pytest.mark.parametrize(
    "tail",
    [
        "我们还要开展相关推荐工作",
        "柯恺：这是热门推荐的节水器具",
        "散会",
    ],
)
def test_words_behind_the_last_stop_that_may_be_said_or_a_field_stay(tail: str) -> None:
    page = f"{BEFORE}{AFTER}{tail}"
    assert kept(page) == page


def test_last_words_without_a_stop_stay_before_a_foot() -> None:
    page = f"{BEFORE}{AFTER}我们会继续努力"
    assert kept(f"{page}Copyright © 2015-2022 海州市水务局") == page


def test_every_foot_is_told_by_its_example() -> None:
    assert all(re.search(cue.pattern, cue.example) for cue in GLUED_FEET)


@pytest.mark.parametrize(
    ("foot", "lines"),
    [
        ("打印 责任编辑：田野 来源：海州日报 版权所有", "责任编辑：田野\n来源：海州日报\n"),
        (
            "来源:海州发布编辑:田野发布时间:2023-10-19分享到微信",
            "来源:海州发布\n编辑:田野\n发布时间:2023-10-19\n",
        ),
        ("海州新闻网 2023-10-19 278 上一篇:供水", "海州新闻网 2023-10-19 278\n"),
        ("相关新闻节水2023-10-19供水2023-10-20", ""),
    ],
)
def test_fields_of_a_foot_get_lines_of_their_own(foot: str, lines: str) -> None:
    assert re.sub(r"\n+", "\n", f"{kept(BEFORE + AFTER + END + foot)}\n") == (
        f"{BEFORE}{AFTER}{END}\n{lines}"
    )


@pytest.mark.parametrize(
    "tail",
    [
        "谢谢罗局长。下面请记者提问",
        f"{END}第一是水源 第二是管网",
        f"{END}主持人：散场",
        f"{END}【下期预告】",
        f"{END}[06-25 10:21]",
        f"{END}海州市水利局将于下周再次通报。",
        "会议还将持续两天 打印 关闭",
        "这次活动的主办单位是市水务局、承办单位是水库管理处",
    ],
)
def test_what_may_be_said_or_be_a_post_behind_them_stays(tail: str) -> None:
    page = f"主持人：请讲。{BEFORE}{AFTER}{tail}"
    assert kept(page) == page


@pytest.mark.parametrize(
    "foot",
    ["关于我们联系我们广告服务", "主办单位:海州市水务局 邮编:100044", "打印本页责任编辑：田野"],
)
def test_two_words_of_a_foot_tell_it_where_nobody_closes_the_meeting(foot: str) -> None:
    page = f"{BEFORE}{AFTER}饮水有了保障"
    assert kept(page + foot).split("\n")[0] == page


def test_the_first_words_before_a_foot_may_be_a_sentence_without_its_stop() -> None:
    page = f"{BEFORE}{AFTER}饮水有了保障"
    assert kept(f"{page} 市县政协 海ICP备77001100号") == page


@given(
    st.lists(
        st.sampled_from([*(cue.example for cue in GLUED_FEET), END, *"，。 \n我1水："]), max_size=12
    )
)
def test_removals_are_in_order_and_within_the_text(pieces: list[str]) -> None:
    page = "".join(pieces)
    flat = [at for change in feet(page) for at in (change.start, change.end)]
    assert flat == sorted(flat)
    assert all(0 <= at <= len(page) for at in flat)


def test_a_page_is_cleaned_of_its_foot(records: Cleaner) -> None:
    page = f"主持人：请讲。{BEFORE}{AFTER}主持人：{END}打印关闭相关稿件供水责任编辑：田野"
    assert records(page)[0].text == f"主持人：请讲。{BEFORE}{AFTER}主持人：{END}"
