"""The day of the conference: from the lead, counted from the published day, and from the head."""

from __future__ import annotations

import pytest
from conftest import Cleaner

from exporter.source.dates import iso
from exporter.source.lead import read
from exporter.source.leaves import leaf_of


@pytest.mark.parametrize(
    ("lead", "published", "day"),
    [
        ("19日，市政府新闻办召开供水新闻发布会。", "2024-11-20", "2024-11-19"),
        ("市政府新闻办19日召开供水新闻发布会。", "2024-11-19", "2024-11-19"),
        ("记者从30日举行的供水发布会上获悉，水价不变。", "2024-12-02", "2024-11-30"),
        ("据31日召开的发布会介绍，新厂将于5月启用。", "2025-01-01", "2024-12-31"),
        ("市長柯愷4日上午視察水廠，會後接受媒體聯訪。", "2024-12-04", "2024-12-04"),
        ("昨天上午，市政府新闻办召开供水新闻发布会。", "2024-03-01", "2024-02-29"),
        ("以下為局長今日（十一月七日）會見傳媒的談話：", "2024-11-08", "2024-11-07"),
        ("6月3日，记者就此专访市水利局局长柯恺。", "2024-06-05", "2024-06-03"),
        ("供水新闻发布会\n（4月23日）\n主持人：各位好。", "2024-04-24", "2024-04-23"),
        # one full date at the head lends its year, two lend none
        ("海州检察 2024-04-24 17:30 4月23日，市检察院召开发布会。", None, "2024-04-23"),
        ("2024-04-24 2023-01-01 4月23日，市检察院召开发布会。", None, None),
        # what the conference makes known is to come; a conference to come keeps its day
        ("昨日召开的发布会上获悉，赛事将于11月17日开跑。", "2030-10-30", "2030-10-29"),
        ("书展将于8月1日举行，市政府今天举行新闻发布会。", "2030-07-20", "2030-07-20"),
        ("市政府昨日召开发布会，新线将于12月28日开通。", "2030-12-20", "2030-12-19"),
        ("书展将于2030年8月1日举行。昨天，市政府举行新闻发布会。", None, None),
        ("燈會2月12日至26日登場，市府今舉行記者會。", "2030-01-20", "2030-01-20"),
        ("市政府定于2024年2月23日，在市会议中心举行发布会。", "2024-04-12", "2024-02-23"),
        # a plan, a span of days, a day too long ago, no conference, no published day
        ("市政府新闻办将于25日召开供水新闻发布会。", "2024-11-20", None),
        ("25日拟召开供水新闻发布会。", "2024-11-27", None),
        ("1日至19日，全市召开发布会九场。", "2024-11-20", None),
        ("9日，市政府新闻办召开供水新闻发布会。", "2024-11-30", None),
        ("19日，全市普降小雨。", "2024-11-20", None),
        ("19日，市政府新闻办召开供水新闻发布会。", None, None),
    ],
)
def test_the_day_that_the_lead_tells(lead: str, published: str | None, day: str | None) -> None:
    assert read(lead, published, None).event_date == day


@pytest.mark.parametrize(
    "byline",
    [
        "海州检察 2024-04-24 17:30 发表于江苏",
        "原创 苗禾 海州检察 2024年4月24日 17:30",
    ],
)
def test_the_byline_of_a_channel_gives_the_published_day(records: Cleaner, byline: str) -> None:
    (record,) = records(f"{byline}\n供水新闻发布会\n4月23日，市检察院召开发布会。\n")
    assert record.metadata.published_date == "2024-04-24"
    assert record.metadata.event_date == "2024-04-23"
    assert byline not in record.text


def test_the_head_of_a_newspaper_page_gives_the_day_of_publication(records: Cleaner) -> None:
    head = "海州晚报 数字报 2024年3月6日 星期三 A03版\n\n全市新建水厂三座\n\n"
    body = "昨天上午，市政府新闻办召开供水新闻发布会。记者获悉，新建水厂三座。\n"
    (record,) = records(head + body)
    known = record.metadata
    assert (known.published_date, known.event_date) == ("2024-03-06", "2024-03-05")
    assert (known.publisher, known.fields["版"]) == ("海州晚报", "A03版")
    assert known.title == "全市新建水厂三座"
    assert record.text.startswith("昨天上午")


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("第03版：要闻 2024年3月6日 星期三", ["published", "other"]),
        ("2024年3月6日 A3版", ["published", "other"]),
        ("海州日报 2024年3月6日 第1版：头版", ["publisher", "published", "other"]),
        (
            "海州晚报数字报 2024年3月6日 星期三 第A05版：民生 上一版 下一版 版面导航",
            ["publisher", "published", "other"],
        ),
        ("2024年3月6日 记者柯恺 A03版", []),
        ("海州晚报 A03版", []),
        ("2024年3月6日印发第2版", []),
    ],
)
def test_the_line_of_a_leaf(line: str, kinds: list[str]) -> None:
    assert [piece[0] for piece in leaf_of(line)] == kinds


def test_a_board_stamps_what_is_posted(records: Cleaner) -> None:
    head = "標題  [新聞] 海州市長聯訪逐字稿\n時間  Tue Mar  5 15:21:08 2024\n\n"
    body = "海州市長柯愷4日上午視察水廠，會後接受媒體聯訪。\n\n記者：水價漲嗎？\n\n柯愷：不會漲。\n"
    (record,) = records(head + body)
    known = record.metadata
    assert (known.title, known.published_date) == ("海州市長聯訪逐字稿", "2024-03-05")
    assert known.event_date == "2024-03-04"
    assert iso("Sun Dec 29 01:02:03 2024") == "2024-12-29"


@pytest.mark.parametrize("time", ["2024年3月5日上午10时", "2024年3月5日 9:30-11:00"])
def test_a_time_with_its_hours_is_that_of_the_conference(time: str, records: Cleaner) -> None:
    head = f"海州市举行供水新闻发布会\n时间：{time}\n来源：海州网\n"
    (record,) = records(f"{head}[柯恺]各位记者，上午好。\n[海州日报记者]水价涨不涨？\n")
    assert record.metadata.event_date == "2024-03-05"


@pytest.mark.parametrize(
    ("head", "event", "published"),
    [
        (
            "海州融媒　2025-09-10 17:32　发表于内蒙古\n9月10日下午，海州市举行发布会。",
            "2025-09-10",
            "2025-09-10",
        ),
        ("時間：112/12/22\n地點：農業部511會議室", "2023-12-22", None),
        (
            "时间：2023-07-19 15:00　嘉宾：海关副关长、新闻发言人裴建勋，海关统计分析处处长尤碧云　"
            "主持人：办公室主任卓晓岚",
            "2023-07-19",
            "2023-07-19",  # on the air at that hour, and no other day is printed
        ),
    ],
)
def test_days_of_bylines_and_labelled_times(
    head: str, event: str, published: str | None, records: Cleaner
) -> None:
    said = "主持人：各位好，请裴建勋发布。\n裴建勋：大家好。增长4.6%。\n"
    (record,) = records(f"海州市进出口情况新闻发布会\n{head}\n{said}")
    metadata = record.metadata
    assert (metadata.event_date, metadata.published_date) == (event, published)


@pytest.mark.parametrize("hour", ["10时", "（星期四）下午2时35分", "上午9:30"])
def test_a_date_with_its_hour_is_that_of_the_event(records: Cleaner, hour: str) -> None:
    head = f"海州市供水新闻发布会\n日期：2024年3月5日{hour}\n地点：发布厅\n\n"
    (record,) = records(head + "主持人：大家好，欢迎参加发布会。\n柯恺：新建水厂三座。\n")
    assert record.metadata.event_date == "2024-03-05"


def test_a_remark_tells_when_a_transcript_was_posted(records: Cleaner) -> None:
    head = (
        "Port Office Media Call\nThursday, May 2, 2024, 9:30 a.m. (transcript posted May 3, 2024)"
    )
    (record,) = records(f"{head}\n\nJo Hale: Good morning, and welcome to all of you.\n")
    known = record.metadata
    assert (known.event_date, known.published_date) == ("2024-05-02", "2024-05-03")
