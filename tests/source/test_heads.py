"""The head of a page as sites print it: the title among the lines around it, and the date beside
it."""

from __future__ import annotations

import pytest

from exporter.source.clean import clean
from exporter.source.model import CleanText
from exporter.source.read import decode

BODY = "  3月5日,海州市人民政府新闻办公室举行新闻发布会。\n  王芳:大家上午好!欢迎参加发布会。\n"


def records(text: str) -> tuple[CleanText, ...]:
    return clean(decode("page.txt", text.encode()).value).value


def only(text: str) -> CleanText:
    (record,) = records(text)
    return record


TITLE = "海州市政府举行春耕发布会(实录全文)"
HEADS = {
    "below the name of the site and the day": f"星期四\n\n海州之窗\n\n{TITLE}\n\n",
    "last in the breadcrumb": (
        f"首页 > 新闻 > {TITLE}\n\n{TITLE}\n\n来源:海州日报 发布时间:2024-03-06\n"
    ),
    "twice": f"{TITLE}\n\n2024年3月6日 09:30\n{TITLE}\n",
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_the_title_is_found_among_the_lines_of_the_head(head: str) -> None:
    record = only(head + BODY)
    assert record.metadata.title == TITLE
    assert "实录全文" not in record.text


PLAIN = {
    "a saying": "王芳:把春耕的每一件小事办好",
    "a quotation at its end": "海州春耕开了个好头,农户称之为“及时雨”",
    "a question and its answer": "春耕补贴为何还没有到账?王芳:四月底前发放到户",
}


@pytest.mark.parametrize("title", PLAIN.values(), ids=PLAIN)
@pytest.mark.parametrize("date", ["2024-03-06 09:30:12 来源:海州日报", "发布时间:2024-03-06"])
def test_whatever_stands_right_above_the_date_is_the_title(title: str, date: str) -> None:
    record = only(f"{title}\n\n{date}\n\n{BODY}")
    assert record.metadata.title == title
    assert record.metadata.published_date == "2024-03-06"
    assert title[:6] not in record.text


@pytest.mark.parametrize(
    "line",
    [
        "http://www.haizhou.cn 2024年03月06日09:30 海州日报",
        "李刚 发布时间:2024-03-06 09:30:00来源: 海州日报",
        "2024年03月06日09:30 海州日报",
    ],
)
def test_date_and_publisher_stand_glued_to_each_other(line: str) -> None:
    record = only(f"海州市政府举行春耕发布会\n{line}\n\n{BODY}")
    assert (record.metadata.published_date, record.metadata.publisher) == ("2024-03-06", "海州日报")
    assert "09:30" not in record.text


def test_title_and_date_share_a_line() -> None:
    record = only(f"海州市市长回答中外记者的提问 2024-03-06 来源:海州日报\n字号:\n{BODY}")
    known = record.metadata
    assert known.title == "海州市市长回答中外记者的提问"
    assert (known.published_date, known.publisher) == ("2024-03-06", "海州日报")


def test_no_heading_of_a_body_and_no_second_line_is_the_title() -> None:
    assert only(f"海州之窗\n——春耕发布会侧记\n{BODY}").metadata.title != "——春耕发布会侧记"
    office = only(f"Haizhou\nOffice of the Press Secretary\n{BODY}").metadata.title
    assert office != "Office of the Press Secretary"
