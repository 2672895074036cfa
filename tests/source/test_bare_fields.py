"""Fields without a label, and the day of publication that only they or the furniture tell."""

from __future__ import annotations

import pytest
from conftest import Cleaner

from exporter.source.fields import fields_of


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        (
            "海州日报 2024-03-05 06:30 记者 柳川 责任编辑：孟繁",
            [
                ("publisher", "海州日报"),
                ("published", "2024-03-05 06:30"),
                ("reporter", "柳川"),
                ("editor", "孟繁"),
            ],
        ),
        (
            "2024年3月5日 17:26 新聞處 ISD",
            [("published", "2024年3月5日 17:26"), ("publisher", "新聞處")],
        ),
        ("2024年3月5日 17:05 【大 中 小】【打印】", [("published", "2024年3月5日 17:05")]),
        ("10 March 2023 | Transcript", [("published", "10 March 2023")]),
        ("Published on 24 July 2024", [("published", "24 July 2024")]),
        (
            "0 Comment(s)Print E-mail Harbour.org, May 5, 2024 Adjust font size:",
            [("publisher", "Harbour.org"), ("published", "May 5, 2024")],
        ),
        (
            "2024-05-10 17:20 海州新聞網 記者陳明／海州報導",
            [("published", "2024-05-10 17:20"), ("publisher", "海州新聞網"), ("reporter", "陳明")],
        ),
        ("更新於 2024/05/10 18:02", [("published", "2024/05/10 18:02")]),
        # a speaker beside a time, what is said, who asks
        ("记者 柳川", []),
        ("2024年3月5日 17:05 我们开了会。", []),
    ],
)
def test_bare_fields_of_a_line(line: str, fields: list[tuple[str, str]]) -> None:
    assert [(f.kind, line[f.start : f.end]) for f in fields_of(line, 0, len(line))] == fields


SAID = "\n主持人：各位好，请柯恺发布。\n柯恺：大家好。全市增长4.6%。\n主持人：谢谢大家。\n"


@pytest.mark.parametrize(
    ("head", "foot", "published", "event"),
    [
        ("直播时间：2024-03-05 10:00", "", "2024-03-05", "2024-03-05"),
        ("开始时间：2024-03-05 10:00 嘉宾：柯恺", "", "2024-03-05", "2024-03-05"),
        ("时间：2024年3月5日上午", "", None, "2024-03-05"),
        (
            "访谈时间：2024-03-05 10:00",
            "版权所有：海州市政府 更新日期：2024-03-06",
            "2024-03-06",
            "2024-03-05",
        ),
        ("日期：2024-03-05\n來源：海州市政府", "更新日期：2024-03-08", "2024-03-05", "2024-03-05"),
    ],
)
def test_the_day_of_publication(
    head: str, foot: str, published: str | None, event: str | None, records: Cleaner
) -> None:
    (record,) = records(f"海州市供水新闻发布会\n{head}{SAID}{foot}\n")
    known = record.metadata
    assert (known.published_date, known.event_date) == (published, event)


def test_the_day_on_which_a_site_is_read_is_not_that_of_its_page(records: Cleaner) -> None:
    head = "2024-11-24\n星期日\n首页 > 新闻 > 正文\n海州市供水新闻发布会\n"
    fields = "• 发表于：2024-03-05 10:00 来源：海州日报 作者：超级管理员"
    (record,) = records(f"{head}{fields}{SAID}")
    assert record.metadata.published_date == "2024-03-05"
    assert record.text.startswith("主持人")


def test_who_has_written_a_page_may_be_nobody(records: Cleaner) -> None:
    line = "作者：超级管理员"
    assert [f.kind for f in fields_of(line, 0, len(line))] == ["other"]
    said = "作者：我写了三年。"
    assert fields_of(said, 0, len(said)) == ()


def test_an_english_page_with_one_day_was_published_on_it(records: Cleaner) -> None:
    said = "\nMS. LIND: Good morning, all of you.\nQUESTION: How are things?\n"
    (record,) = records(f"Press Conference on Water\nDate: 26 February 2025{said}")
    assert record.metadata.published_date == "2025-02-26"
    head = "Press Conference on Water\nHarbour City, 23 July 2024\nPublished on 24 July 2024"
    (record,) = records(head + said)
    known = record.metadata
    assert (known.event_date, known.published_date) == ("2024-07-23", "2024-07-24")
