"""Menus above a record, tools behind its last words, lists below it that are none."""

from __future__ import annotations

import pytest

from exporter.source.clean import clean
from exporter.source.draft import Draft
from exporter.source.edges import buttons
from exporter.source.read import decode

TALK = "主持人：各位好。请云局长介绍。\n云开：谢谢。全市新增学位3200个。\n主持人：谢谢大家！"


def text_of(page: str) -> str:
    (record,) = clean(decode("page.txt", page.encode()).value).value
    return record.text


@pytest.mark.parametrize(
    "menu",
    [
        "首页\n机构概况\n政务公开\n文博动态\n",
        "欢迎访问某市公安局网站\n警务公开\n网上车管所\n局长信箱\n",
        "新闻发布\n信息公开\n\n本地特色\n",
    ],
)
def test_a_menu_with_an_entry_to_a_line_goes(menu: str) -> None:
    assert text_of(menu + TALK) == TALK


@pytest.mark.parametrize("menu", ["云开\n石磊\n首页\n", "新增学位\n优化布局\n提升质量\n"])
def test_short_lines_that_are_no_entries_stay(menu: str) -> None:
    kept = [line for line in menu.split() if line != "首页"]
    assert text_of(menu + TALK).split("\n")[: len(kept)] == kept


@pytest.mark.parametrize("tools", ["【纠错】", " [打印] [关闭窗口]", "（我要纠错）"])
def test_tools_behind_the_last_words_go(tools: str) -> None:
    assert text_of(TALK + tools) == TALK


def test_a_row_of_tools_in_the_midst_of_a_speech_goes() -> None:
    first, last = "柯恺：大家先坐下来听。", "过一会儿再讲道理。"
    assert text_of(f"主持人：请讲。\n{first}【打印】【关闭】【收藏】{last}").endswith(first + last)


def test_words_in_brackets_that_are_no_tools_stay() -> None:
    assert text_of(TALK + "【纠错机制】").endswith("谢谢大家！【纠错机制】")


@pytest.mark.parametrize("heading", ["精彩图片", "相关链接", "热门推荐"])
def test_short_sentences_below_a_heading_are_no_links(heading: str) -> None:
    for line in TALK.split("\n"):
        assert line in text_of(f"某市发布会\n{heading}\n{TALK}")


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("武正阳介绍全省中医药产业发展情况", False),
        ("招生办公室主任柯恺介绍招生政策", False),
        ("您的浏览器不支持video标签", False),
        ("直播结束，欢迎继续关注本网直播", False),
        ("[图片]记者提问", False),
        ("介绍全省中医药产业发展的情况。", True),
        ("未经批准不得开工，这是底线。", True),
    ],
)
def test_lines_between_two_speeches(line: str, kept: bool) -> None:
    first, *others = TALK.split("\n")
    assert (line in text_of("\n".join((first, line, *others)))) is kept


def without_buttons(text: str) -> str:
    return Draft(text, 0, len(text), text).apply(tuple(buttons(text))).text


@pytest.mark.parametrize(
    "button", ["[点击查看：停放点位图]", "（扫码下载客户端）", "【點擊觀看影片】"]
)
def test_a_button_in_brackets_goes_wherever_it_stands(button: str) -> None:
    assert (
        without_buttons(f"随时可以送检。{button}上半年全部合格。")
        == "随时可以送检。上半年全部合格。"
    )


@pytest.mark.parametrize(
    "said", ["（点击率是87%）", "[扫码]支付", "（可以扫码查验，也可以打电话）"]
)
def test_what_is_said_of_buttons_stays(said: str) -> None:
    assert without_buttons(f"随时可以送检{said}。") == f"随时可以送检{said}。"
