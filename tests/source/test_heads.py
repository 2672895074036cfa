"""The head of a page as sites print it: the title among the lines around it, and the date beside
it."""

from __future__ import annotations

import pytest

from exporter.source.characters import bars
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


SPEECH = "李梅:请问补贴何时发放?\n王芳:四月底前全部发放。\n"
AROUND = {
    "below the editors": (
        SPEECH + "版面编辑:李四\n推广\n海州网精选版 样例\n海州网全新升级!每天一封。\n订阅",
        "升级",
    ),
    "editors in another bracket": (SPEECH + "【编辑:李四】", "李四"),
    "a long line with a sign of rights": (
        SPEECH + "海州网简介About Haizhou广告服务┊Copyright © 2011 HZ, All Rights Reserved",
        "Copyright",
    ),
    "a telephone of the site": (SPEECH + "留言板电话:0570-8261228", "8261228"),
    "pages of the article": ("【 第1页 第2页 第3页 】\n" + SPEECH, "第2页"),
    "whose the pictures are": (SPEECH + "(以上图片均为采访现场)", "图片"),
    "edges of a table": ("|\n" + SPEECH.replace("。\n", "。 |\n"), "|"),
    "lost blanks": ("??李梅:请问补贴何时发放?\n??王芳:四月底前全部发放。\n", "？？"),
}


@pytest.mark.parametrize(("text", "noise"), AROUND.values(), ids=AROUND)
def test_what_stands_around_the_speech_goes(text: str, noise: str) -> None:
    kept = only(text).text
    assert noise not in kept
    assert "李梅：请问补贴何时发放？\n王芳：四月底前全部发放。" in kept


def test_what_may_be_speech_or_a_table_stays() -> None:
    talk = SPEECH + "责任编辑:李四\n王芳:我再补充一句,请大家放心。\n"
    assert "补充一句" in only(talk).text
    assert not list(bars("| 小麦 | 5 |\n小麦 | 5"))
    assert only("真的吗??\n" + SPEECH).text.startswith("真的吗？？")


@pytest.mark.parametrize("mark", ["文字实录|", "扫描二维码访问海州网 "])
def test_a_title_is_read_without_what_the_site_puts_before_it(mark: str) -> None:
    title = "海州市召开春耕和粮食收购工作新闻发布会(第三场)"
    assert only(f"{mark}{title}\n{BODY}").metadata.title == title


def test_a_time_below_the_title_is_that_of_the_talk() -> None:
    record = only(
        "专家解读春耕的若干政策\n\n时间:2024年3月5日10:00\n嘉宾:海州大学副教授 王芳\n活动描述\n"
        "• 时间:2024年3月5日10:00 嘉宾:海州大学副教授 王芳简介:海州市出台了春耕的政策。"
        "本期访谈邀请到了王芳做客。\n文字内容:\n• 海州网:\n各位网友,大家好!\n• 王芳:\n你好!\n"
    )
    assert record.metadata.event_date == "2024-03-05"


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("海州社海州3月6日电(记者 李四)5日下午3点,海州市举行例行记者会。", "2024-03-05"),
        ("海州社海州3月6日电(记者 李四)市长王芳3月5日上午在市政府召开记者会。", "2024-03-05"),
        ("海州社海州3月6日电 海州市今天上午举行记者会。", "2024-03-06"),
    ],
)
def test_the_day_of_a_dateline_is_not_that_of_the_conference(lead: str, day: str) -> None:
    record = only(f"海州市例行记者会内容全文\n2024-03-06 09:30:12 来源:海州日报\n{lead}\n{SPEECH}")
    assert record.metadata.event_date == day


def test_the_cells_of_a_live_text_are_lines() -> None:
    text = only(
        "[李梅] 大家上午好。 [09:59] | [王芳] 谢谢主持人。 [10:02] | [李梅] 请提问。 [10:05]"
    ).text
    assert text.split("\n")[1].startswith("[王芳]")


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("海州市应急管理局2022年3月例行新闻发布会", "2022-03-05"),
        ("海州市2022年第5场新闻发布会", "2022-03-05"),
        ("海州市应急管理局2022年4月例行新闻发布会", None),
        ("海州市2021年经济运行情况新闻发布会", None),
    ],
)
def test_a_title_lends_its_year_where_it_dates_the_conference(title: str, day: str | None) -> None:
    assert only(f"{title}\n\n{BODY}").metadata.event_date == day


def test_a_talk_without_a_title_is_called_by_its_topic() -> None:
    head = "访谈主题：如何守护水源\n访谈时间：2024年4月18日 15:00\n来源：海州市政府网\n"
    assert only(head + BODY).metadata.title == "如何守护水源"
    assert only(f"{TITLE}\n{head}{BODY}").metadata.title == TITLE


def test_who_wrote_a_live_text_is_no_title() -> None:
    known = only(f"文字实录\n文字来源:海州市水利局网站\n\n{BODY}").metadata
    assert (known.title, known.publisher) == ("新闻发布会", "海州市水利局网站")  # as the lead says


def test_a_title_stands_above_what_an_outlet_has_put_together() -> None:
    head = "海州市市长会见中外记者\n海州晨报网综合讯 3月5日市人大会议闭幕，市长会见记者并答问。\n"
    assert only(head + BODY).metadata.title == "海州市市长会见中外记者"
