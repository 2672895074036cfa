"""The day of a conference that only its speakers, or the page's only date, tell."""

from __future__ import annotations

import pytest
from conftest import Cleaner

TITLE = "海州市水利工程新闻发布会"
WORDS = "今年我们新修水渠三百公里，改造泵站四十座，群众用水更加方便了。"


def page(date: str, greeting: str, more: str = "") -> str:
    return (
        f"{TITLE}\n{date}\n主持人：各位记者，{greeting}现在请柯局长介绍。\n"
        f"柯恺：谢谢主持人。{more}{WORDS}\n主持人：谢谢大家，发布会到此结束。\n"
    )


@pytest.mark.parametrize(
    ("date", "greeting", "more", "day"),
    [
        ("2024-07-19 来源：海州市水利局", "大家上午好！今天是7月18日。", "", "2024-07-18"),
        ("2025-01-02 来源：海州市水利局", "大家好！今天（12月30日）我们开会。", "", "2024-12-30"),
        ("发布时间：2024-08-20", "下午好！", "截至8月20日12时，降雨停止。", "2024-08-20"),
        ("发布时间：2024-08-20", "下午好！", "截至今天上午，降雨停止。", "2024-08-20"),
        ("日期：2024-07-25　来源：海州市水利局", "上午好！", "", "2024-07-25"),
        ("2023-10-26 17:20　海州市水利局", "下午好。", "", "2023-10-26"),
    ],
)
def test_a_day_that_the_page_tells(
    date: str, greeting: str, more: str, day: str, records: Cleaner
) -> None:
    (record,) = records(page(date, greeting, more))
    assert record.metadata.event_date == day


@pytest.mark.parametrize(
    ("date", "greeting", "more"),
    [
        ("发布时间：2024-07-25 16:20", "上午好！", ""),  # told to be of the publication
        ("发布时间：2024-09-09", "大家好！", "截至9月8日16时，降雨停止。截至今天16时，通车。"),
        ("2024-07-25 08:30　海州融媒", "上午好！", ""),  # published before a morning's end
        ("2024-07-25　海州融媒", "大家好！", ""),
        ("发布日期：2024-07-25", "大家好！今天是7月29日。", ""),  # after the publication
        ("日期：2024-07-25", "请提问。", ""),
    ],
)
def test_a_day_that_nobody_tells_stays_empty(
    date: str, greeting: str, more: str, records: Cleaner
) -> None:
    (record,) = records(page(date, greeting, more))
    assert (record.metadata.event_date, record.metadata.published_date is None) == (None, False)


def test_yesterday_is_the_day_below_what_is_of_today(records: Cleaner) -> None:
    text = "今日出紙：三疊十二張\n" + f"【本報消息】海州市水利局昨日舉行例行記者會。{WORDS}"
    (record,) = records(f"海州早報\n{TITLE}\n2024-12-21 要聞\n{text}")
    assert record.metadata.event_date == "2024-12-20"


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Midday press briefing from 15/06/2023", "2023-06-15"),
        ("20 June 2024, 11:00. Published 21 June 2024.", "2024-06-20"),
    ],
)
def test_an_english_head(head: str, day: str, records: Cleaner) -> None:
    said = "The harbour is open again, and the boats have returned to it this morning."
    (record,) = records(f"{head}\nJo Lind, Spokesperson: {said}\nQ: Why?\nJo Lind: {said}\n")
    assert record.metadata.event_date == day
