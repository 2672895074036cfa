"""Head and foot of Traditional Chinese pages: titles, days in the Republic's years, the site's own
lines."""

from __future__ import annotations

import pytest

from exporter.source.clean import clean
from exporter.source.dates import iso
from exporter.source.model import CleanText
from exporter.source.read import decode

BODY = "　　以下是水務局局長石雨桐會見傳媒的談話內容：\n\n水務局局長：大家好。水價不變。\n\n"


def only(text: str) -> CleanText:
    (record,) = clean(decode("page.txt", text.encode()).value).value
    return record


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("水務局局長會見傳媒談話全文(只有中文)", "水務局局長會見傳媒談話全文"),
        ("水務局局長答問會答問全文()(只有中文)", "水務局局長答問會答問全文"),
        ("水務局局長與國際媒體茶敘", "水務局局長與國際媒體茶敘"),
        (
            "本局單位主管例行新聞說明會紀要---水利司、漁業局",
            "本局單位主管例行新聞說明會紀要---水利司、漁業局",
        ),
    ],
)
def test_titles(line: str, title: str) -> None:
    found = only(f"跳到主要內容區塊\n:::\n主要內容區\n{line}\n\n{BODY}").metadata
    assert (found.title, found.publisher) == (title, None)


def test_the_foot_of_a_press_release_is_no_publisher() -> None:
    found = only(
        f"水務局局長會見傳媒談話全文\n********\n{BODY}完\n\n2023年11月17日(星期五)\n"
        "香港時間15時05分\n即日新聞\n返回頁首\n"
    )
    assert (found.metadata.published_date, found.metadata.publisher) == ("2023-11-17", None)
    assert "即日新聞" not in found.text


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("中華民國97年05月21日", "2008-05-21"),
        ("民國113年8月15日", "2024-08-15"),
        ("97年05月21日", None),
    ],
)
def test_years_of_the_republic(printed: str, day: str | None) -> None:
    assert iso(printed) == day


def test_a_day_with_the_time_of_its_update() -> None:
    found = only(
        "聽取水務局簡報 市長未回應水價\n\n2016/4/29 14:50(4/29 14:59 更新)\n\n"
        "(海州社記者石雨桐海州29日電)市長今天聽取簡報,未回應水價。\n\n"
        "本網站之文字、圖片及影音,非經授權,不得轉載。\n"
    )
    assert found.metadata.published_date == "2016-04-29"
    assert found.metadata.title == "聽取水務局簡報 市長未回應水價"
    assert "授權" not in found.text
