"""Line ends that a flat page has lost, by strings: what stands in a line of its own afterwards."""

from __future__ import annotations

import pytest
from conftest import Cleaner

from exporter.source.clean import clean
from exporter.source.model import CleanText
from exporter.source.read import decode

SPEECH = (
    "10月18日上午,青岩市召开新闻发布会。主持人:大家上午好!请段青林局长介绍。"
    "段青林:今年共发生事故47起,死亡31人。主持人:发布会到此结束,再见!"
)
TITLE = "青岩市三季度安全生产形势新闻发布会"
KEPT = "发布会到此结束，再见！"


def records(text: str) -> tuple[CleanText, ...]:
    done = clean(decode("page.txt", text.encode()).value).value
    assert "".join(record.replay() for record in done) == text
    return done


@pytest.mark.parametrize(
    ("tail", "publisher", "published"),
    [
        (
            " 来源:青岩发布 编辑:小满 发布时间:2023-10-19 浏览次数:1204 上一篇:植树! 下一篇:没有了"
            " 版权所有:青岩市人民政府 黔ICP备11002233号",
            "青岩发布",
            "2023-10-19",
        ),
        (
            "来源:青岩发布编辑:小满发布时间:2023-10-19浏览次数:12上一篇:植树下一篇:没有",
            "青岩发布",
            "2023-10-19",
        ),
        (
            "[责任编辑:李想] 分享: 打印 关闭 相关文章: ·开会啦！ ·又开会 主办单位:青岩市政府办",
            None,
            None,
        ),
        (
            " (记者 苗苗 通讯员 田野) 责任编辑:王五 2023-10-19 来源:青岩晚报",
            "青岩晚报",
            "2023-10-19",
        ),
        (" 青岩发布 2023-10-19 1204", "青岩发布", "2023-10-19"),
        (" 【打印】【关闭】 上一条:植树 下一条:开会 联系我们 网站地图", None, None),
        (
            " 信息来源：青岩融媒 责编：小满 审核：大满 时间：2023-10-19 相关新闻：开会 | 首页",
            "青岩融媒",
            "2023-10-19",
        ),
    ],
)
def test_what_stands_behind_the_last_words(
    tail: str, publisher: str | None, published: str | None
) -> None:
    (record,) = records(f"{TITLE} {SPEECH}{tail}")
    assert record.text.rstrip().endswith(KEPT)
    assert record.metadata.title == TITLE
    assert (record.metadata.publisher, record.metadata.published_date) == (publisher, published)
    assert record.metadata.event_date == (published and "2023-10-18")


@pytest.mark.parametrize(
    "head",
    [
        f"{TITLE} 时间:2023-10-19 08:21:33 来源:青岩日报 作者:张三 ",
        f"首页 > 新闻发布 > 实录 {TITLE} 时间:2023-10-19 08:21:33 来源:青岩日报 ",
        f"网站首页 走进青岩 当前位置: 首页 > 发布会 {TITLE} 发布日期:2023-10-19 信息来源:青岩日报 ",
        f"{TITLE} 2023-10-19 08:21 来源:青岩日报 浏览:233 ",
        f"当前位置:首页>新闻发布>{TITLE} 来源:青岩日报 日期:2023-10-19 ",
        f"首页 政务公开 互动交流 {TITLE} 字体:[大 中 小] 日期:2023-10-19 来源:青岩日报 阅读:58 次 ",
        f"{TITLE} 来源:青岩日报 发布时间:2023-10-19 16:20 浏览次数:366 打印 【关闭窗口】 ",
    ],
)
@pytest.mark.parametrize("tail", ["", " 责任编辑:王五 上一篇:植树 下一篇:没有了"])
def test_what_stands_before_the_first_words(head: str, tail: str) -> None:
    (record,) = records(head + SPEECH + tail)
    assert record.text.startswith("10月18日上午，")
    assert record.text.rstrip().endswith(KEPT)
    known = record.metadata
    assert (known.title, known.publisher) == (TITLE, "青岩日报")
    assert (known.published_date, known.event_date) == ("2023-10-19", "2023-10-18")


@pytest.mark.parametrize(
    "head",
    [
        f"首页>新闻发布>往期回顾{TITLE}分享打印收藏",
        f"首页走进青岩政务公开您当前的位置:首页>新闻中心>新闻发布{TITLE}发布日期:2023-10-19 16:48"
        "浏览:58次【字体:大 中 小】",
        f"青岩发布要闻登录注册{TITLE}责编:秦舟来源:青岩日报 时间:2023-10-19 15:30 ",
        f"青岩融媒 电视 报纸 专题{TITLE}2023-10-19 09:03 青岩融媒体中心 A- A+",
        f"{TITLE}[字体:大中小]发布时间:2023-10-19 10:17浏览次数:93次",
        f"青岩市人民政府 首页 政务公开 便民服务{TITLE}2023-10-19 10:26:47来源:青岩日报浏览:671",
        f"青岩网上检察院 您所在的位置： 首页→检察发布{TITLE}时间：2023-10-19  作者：  "
        "新闻来源：青岩日报  ",
    ],
)
def test_a_head_run_together_without_blanks(head: str) -> None:
    (record,) = records(head + SPEECH)
    assert record.text.startswith("10月18日上午，")
    assert record.metadata.title == TITLE
    if "2023" in head:
        assert record.metadata.published_date == "2023-10-19"


def test_head_and_foot_are_of_one_record() -> None:
    head = f"{TITLE} 发布日期:2023-10-19 信息来源:青岩日报 "
    (record,) = records(f"{head}{SPEECH} 来源:青岩发布 发布时间:2023-10-19 浏览次数:12")
    assert record.metadata.read_count == 12


@pytest.mark.parametrize(
    "speech",
    [
        "主持人:我们要公开资金来源:财政拨款、社会捐助都要写清楚,做到有据可查,请大家监督。",
        "李四:网上搜一搜。记者:请问责任编辑:谁来把关?谢谢。李四:我们三级审核,层层把关,不会出错。",
        "李四:下一篇文章要讲清楚三件事,附件一条一条对照着改,改完再报,谢谢各位记者朋友的关心。",
    ],
)
def test_speech_is_not_parted(speech: str) -> None:
    (record,) = records(speech)
    assert "\n" not in record.text


def test_the_reporter_is_no_part_of_the_publisher() -> None:
    (record,) = records(f"{TITLE}\n来源：沧澜晚报 记者 钱多多 时间：2023-10-19\n{SPEECH}\n")
    assert record.metadata.publisher == "沧澜晚报"
    assert record.metadata.reporters == ("钱多多",)


def test_no_speech_is_lost_with_a_breadcrumb() -> None:
    text = (
        "Home > News > Transcripts Transcript: Barrow 14 May 2024 JANE DOE, PREMIER: Good morning. "
        "We announce 86 million. REPORTER: When? DOE: Soon."
    )
    (record,) = records(text)
    assert "We announce 86 million." in record.text


def test_a_label_in_brackets_behind_the_head_is_of_the_speech() -> None:
    (record,) = records(f"{TITLE} 来源:青岩日报 发布时间:2023-10-19 【主持人】大家好!请张明介绍。")
    assert record.text.startswith("【主持人】大家好！")


def test_a_trail_title_date_and_button_in_one_line() -> None:
    head = "青岩新闻网>专题>青岩两会 青岩市“局长通道”采访活动实录 "
    head += "2023-10-19 07:30 青岩新闻网 我要评论(0)\n"
    (record,) = records(head + SPEECH)
    known = record.metadata
    assert known.title == "青岩市“局长通道”采访活动实录"
    assert (known.event_date, known.published_date) == ("2023-10-18", "2023-10-19")
    assert known.publisher == "青岩新闻网"
    assert record.text.startswith("10月18日上午")


def test_a_line_with_a_dash_is_the_titles_second() -> None:
    head = "湖边的跑步课\n——青岩马拉松新闻发布会侧记\n2023-10-19 07:30 青岩新闻网\n"
    (record,) = records(head + SPEECH)
    assert record.metadata.title == "湖边的跑步课——青岩马拉松新闻发布会侧记"


def test_share_buttons_behind_the_last_english_sentence() -> None:
    said = (
        "Press briefing\n\nAmb. Hale: The ships must sail.\nQ: When?\nAmb. Hale: Soon. Thank you."
    )
    (record,) = records(
        f"{said}Share on Facebook Share on Twitter\nMore from this mission: A statement\n"
    )
    assert record.text.rstrip().endswith("Thank you.")


@pytest.mark.parametrize(
    "foot", ["手机青岩网", "在这里，读懂青岩", "青岩政务服务网 责任编辑：小满"]
)
def test_a_foot_behind_the_words_that_close_the_meeting(foot: str) -> None:
    assert records(f"{SPEECH.replace('再见!', '谢谢大家!')} {foot}")[0].text.endswith("谢谢大家！")


@pytest.mark.parametrize("said", ["希望大家支持", "散会之后请留步。", "[10:24:51]"])
def test_what_is_said_behind_them_or_tells_when_stays(said: str) -> None:
    assert records(f"{SPEECH} {said}")[0].text.endswith(said)


def test_a_venue_ends_before_the_next_field(records: Cleaner) -> None:
    head = "地点：政务中心三楼发布厅 主办：云岭市人民政府新闻办公室\n时间：2023年3月16日 09:30\n"
    (found,) = records(f"云岭市春耕新闻发布会\n{head}主持人：各位记者，大家好。\n")
    assert found.metadata.venue == "政务中心三楼发布厅"
    assert found.metadata.fields["主办"] == "云岭市人民政府新闻办公室"


@pytest.mark.parametrize(
    "piece",
    [
        "左右滑动查看更多",
        "（左起：柯恺、田野）",
        "这是主会场。 青岩社记者 田野 摄",
        "柯恺走进会场。青岩社记者田野/摄",
        "题图来自：视觉青岩",
    ],
)
def test_what_stands_between_two_speeches_of_a_line(piece: str) -> None:
    before, after = SPEECH.rsplit("主持人", 1)
    more = "共排查隐患1.2万处，整改率达到98.6%，重大隐患全部挂牌督办，下一步继续开展专项整治。"
    more += "同时，把责任压实到每一家企业、每一个班组，把隐患消灭在萌芽状态，让群众安心过节。"
    more += "对整改不力的单位，我们约谈了36家，通报了12家，关停了5家，让制度长出牙齿。"
    said = f"{before}{more} 主持人{after}"
    with_piece = f"{before}{more} {piece} 主持人{after}"
    assert "".join(records(with_piece)[0].text.split()) == "".join(records(said)[0].text.split())


def test_a_speech_between_two_others_is_no_caption() -> None:
    said = f"{SPEECH} 记者:青岩社记者什么时候能来拍摄 {SPEECH}"
    assert "拍摄" in records(said)[0].text
