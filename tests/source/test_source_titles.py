"""Titles that only their place tells, and the furniture that stands around them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from exporter.source.model import CleanText

Cleaner = Callable[[str], tuple[CleanText, ...]]
BODY = (
    "4月9日，云溪市举行新闻发布会。市水利局局长柯恺表示，全市水库蓄水充足。\n柯恺还说，抗旱不松劲。"
)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "云溪新闻网 > 要闻\n云溪首位女发言人亮相 从容大方\n来源:云溪晚报 2024-04-10 09:34\n",
            "云溪首位女发言人亮相 从容大方",
        ),
        (
            "柯恺:修水库和修路不是一回事\n2024-04-10 14:54     来源:云溪新闻网     编辑:张宁\n",
            "柯恺:修水库和修路不是一回事",
        ),
        (
            "雲溪網 > 新聞\n雲溪新任發言人“首秀”\n2024年04月10日 08:00 來源：雲溪網 字號：\n",
            "雲溪新任發言人“首秀”",
        ),
        ("水都去哪儿了?\n发布时间:2024-04-10 来源:云溪晚报\n", "水都去哪儿了?"),
        ("2. 水价为何不涨\n2024年04月10日 08:00   来源：云溪晚报\n", "水价为何不涨"),
        (
            "原创 云溪水库蓄水充足 三名发言人亮相\n本报讯（记者 李四）",
            "云溪水库蓄水充足 三名发言人亮相",
        ),
        ("云溪水库蓄水充足\n云溪网云溪4月9日电 ", "云溪水库蓄水充足"),
        (
            "跳到主要內容區塊\n\n水庫蓄水說明\n\n  • 發布時間:2024-04-10\n  • 資料來源:水利處\n",
            "水庫蓄水說明",
        ),
        # the kind of page above it
        ("新聞公報\n局長談水價及水管\n以下為局長柯愷今日的談話內容:\n", "局長談水價及水管"),
        # the first turn right below it, or a picture between it and the dateline
        ("局長談水價及水管\n****\n記者:水價漲不漲?\n局長:不漲。\n", "局長談水價及水管"),
        ("云溪水库蓄水充足\np1_b.jpg\n水库大坝\n本网讯(记者 李四)", "云溪水库蓄水充足"),
        ("(原标题:云溪水库蓄水充足)\n市水利局发了通知。", "云溪水库蓄水充足"),
        (
            "【发布实录】云溪市供水新闻发布会\n来源:云溪晚报 2024-04-10 09:34\n",
            "云溪市供水新闻发布会",
        ),
        ("图文直播｜云溪市供水新闻发布会\n来源:云溪晚报 2024-04-10\n", "云溪市供水新闻发布会"),
        # no 周報 whose reporter is 會逐字稿
        ("水情週報記者會逐字稿\n發佈日期：2024-04-10\n", "水情週報記者會逐字稿"),
        (
            "簡體版 寄給朋友 政府新聞網\n局長會見傳媒談話全文(附短片)\n*********\n",
            "局長會見傳媒談話全文",
        ),
    ],
)
def test_a_title_by_its_place(records: Cleaner, head: str, title: str) -> None:
    (found,) = records(head + BODY)
    assert found.metadata.title == title
    assert found.replay() == head + BODY
    assert title not in found.text


@pytest.mark.parametrize(
    "head",
    [
        "主持人 李梅\n2024-04-10 09:34 来源：云溪晚报\n",  # a label
        "水库近景(陈明摄)\n2024-04-10 09:34 来源：云溪晚报\n",  # a caption
        "云溪水库蓄水充足\n",  # nothing tells that the line is no part of the text
    ],
)
def test_no_title_by_its_place(records: Cleaner, head: str) -> None:
    (found,) = records(head + BODY)
    assert found.metadata.title not in [line.strip() for line in head.split("\n")]


def test_a_title_that_is_printed_again_goes_with_it(records: Cleaner) -> None:
    title = "柯恺:今年的水都够用"
    (found,) = records(f"{title}\n2024-04-10 14:54 来源:云溪新闻网\n{BODY}\n{title}\n{BODY[:18]}")
    assert found.metadata.title == title
    assert title not in found.text


def test_the_title_at_the_end_of_a_breadcrumb_is_no_name_of_a_column(records: Cleaner) -> None:
    title = "云溪发布会辑录(2024-04-09)"
    (found,) = records(
        f"首页 > 图片 > {title}\n\n{title}\n\n来源:云溪网 发布时间:2024-04-10\n{BODY}"
    )
    assert found.metadata.title == title


def test_what_a_site_says_of_itself_and_an_editor_in_brackets(records: Cleaner) -> None:
    (found,) = records(
        "本網站使用相關技術提供更好的體驗，同時尊重使用者隱私。\nこちらは繁体字版です。\n"
        "水庫蓄水 水利處:無虞\n\n2024/04/10 19:18\n\n水利處處長柯愷今天表示，蓄水無虞。"
        "他說，請放心。(編輯:李四)1130410\n\niOS App下載Android App下載"
    )
    known = found.metadata
    assert (known.title, known.published_date) == ("水庫蓄水 水利處:無虞", "2024-04-10")
    assert known.fields["編輯"] == "李四"
    assert found.text == "水利處處長柯愷今天表示，蓄水無虞。他說，請放心。"


def test_a_picture_of_the_conference_is_no_title(records: Cleaner) -> None:
    (found,) = records(f"|\n记者会现场(云溪社 陈明摄) |\n云溪社4月9日电(记者 李四)\n{BODY}")
    assert found.metadata.title != "记者会现场(云溪社 陈明摄) |"


def test_the_time_beside_an_author_is_that_of_publishing(records: Cleaner) -> None:
    (found,) = records(f"标题: 云溪水库蓄水充足\n\n作者: 石雨桐    时间: 2024-4-10 17:49\n{BODY}")
    assert found.metadata.published_date == "2024-04-10"


def test_a_title_that_a_field_prints_again_is_removed_once(
    records: Callable[..., tuple[CleanText, ...]],
) -> None:
    body = "<p>主持人：各位好。</p><p>云开：新增3200个。</p>"
    foot = "<p>云岭市人民政府</p><p>2024年1月2日</p>"
    page = f"<html><body><h1>云岭市人民政府</h1>{body}{foot}</body></html>"
    (record,) = records(page, "html")
    assert (record.metadata.title, record.metadata.publisher) == (
        "云岭市人民政府",
        "云岭市人民政府",
    )
    assert record.text == "主持人：各位好。\n云开：新增3200个。"


@pytest.mark.parametrize(
    ("top", "title"),
    [
        (
            "新闻与活动\n市长接见供水行业模范 期望共建韧性城市\n",
            "市长接见供水行业模范 期望共建韧性城市",
        ),
        (
            "市长接见供水行业模范 期望共建韧性城市\n供水公司\n",
            "市长接见供水行业模范 期望共建韧性城市",
        ),
        # an office with its holder, an item of a list, a short line
        ("海州市人民政府水利局局长 柯恺\n", None),
        ("一、关于今年供水工作的总体情况和打算\n", None),
        ("供水情况\n", None),
    ],
)
def test_a_line_at_the_top_above_the_first_speech_is_the_title(
    top: str, title: str | None, records: Cleaner
) -> None:
    said = "柯恺：大家好，今天介绍供水情况。\n海州日报：水价涨不涨？\n柯恺：今年不涨。\n"
    (record,) = records(top + said)
    assert record.metadata.title == title
    assert "柯恺：大家好" in record.text


def test_the_headline_above_a_byline_is_the_title(records: Cleaner) -> None:
    head = (
        "Northern Wire\nNews Sport Money\nEdition: UK\n\nMinister won't say when the port opens\n"
    )
    body = "\nBy Jo Hale, Port Editor\n\nThe minister has declined to set a date for the opening.\n"
    (found,) = records(head + body)
    assert found.metadata.title == "Minister won't say when the port opens"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2024-06-19 07:30 浙江", "2024-06-19"),  # a channel's article on a telephone
        ("2024-06-19 澳聞 版面：A03", "2024-06-19"),  # a newspaper's page
    ],
)
def test_the_day_that_channels_and_papers_print(records: Cleaner, line: str, day: str) -> None:
    head = f"云溪水库蓄水充足，全市无缺水之忧\n{line}\n\n"
    (found,) = records(head + BODY.split("，", 1)[1])
    assert found.metadata.published_date == day
    assert line not in found.text


_REPORT = "\n7月10日，海州市召开新闻发布会，市水利局局长柯恺介绍情况。\n柯恺：蓄水充足，请放心。"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        # columns and the site's name; where the page is
        (
            "在线访谈 - 图文直播 - 海州市人民政府\n海州市蓄水工作新闻发布会\n2024-07-11 来源：本站",
            "海州市蓄水工作新闻发布会",
        ),
        (
            "海州新闻网>>发布会>>海州回族自治区基础教育优质均衡发展新闻发布会_海州新闻网\n2024-07-11",
            "海州回族自治区基础教育优质均衡发展新闻发布会",
        ),
        (
            "位置：海州新闻网 >> 新闻发布会 >> 正文\n海州市蓄水工作新闻发布会实录\n2024-07-11",
            "海州市蓄水工作新闻发布会实录",
        ),
        # a title broken over two lines
        (
            "海州市“四好农村路”建设暨旅游公路\n服务保障新闻发布会\n发布日期：2024-07-11",
            "海州市“四好农村路”建设暨旅游公路服务保障新闻发布会",
        ),
        # a title that ends as a sentence does, above a channel's byline
        (
            "海州市客运安全新闻发布会来了！\n原创 小海 海州海事\n海州海事  2024-07-11 19:42  广东",
            "海州市客运安全新闻发布会来了！",
        ),
        # one line, the last item of the breadcrumb glued to the title
        (
            "海州市气象局 首页 机构设置 政务公开 您的位置:首页>>新闻发布>>正文海州市2024年汛期气象"
            "服务新闻发布会实录 2024年07月11日 08:41 来源:市气象局 点击:1093 ",
            "海州市2024年汛期气象服务新闻发布会实录",
        ),
        (
            "网站首页 政务公开 当前位置:网站首页 > 新闻发布会 > 正文 海州市蓄水工作新闻发布会 "
            "索引号:01526-2024-003 发布日期:2024-07-11 10:22 来源:市水利局 浏览次数:286 次 分享到:",
            "海州市蓄水工作新闻发布会",
        ),
    ],
)
def test_the_title_among_what_a_site_prints(records: Cleaner, head: str, title: str) -> None:
    glued = head.endswith((" ", ":"))
    (found,) = records(head + (_REPORT.lstrip() if glued else _REPORT))
    assert (found.metadata.title, found.metadata.published_date) == (title, "2024-07-11")
    assert found.text.startswith("7月10日")


@pytest.mark.parametrize(
    "line",
    [
        "Posted July 11, 2024 by Harbour District 3 min read",
        "July 11, 2024 - 09:40 BJT   Source: Ministry of Water",
    ],
)
def test_the_day_of_publication_among_other_words(records: Cleaner, line: str) -> None:
    (found,) = records(
        f"Press Briefing on Water Supply\n{line}\n\nANNA REYES: We met on July 10, 2024.\nQ: Why?\n"
    )
    assert found.metadata.published_date == "2024-07-11"
    assert found.text.startswith("ANNA")
