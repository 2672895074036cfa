"""Lines of the site between speeches, told by their form and by words of screens."""

from __future__ import annotations

import pytest
from conftest import Cleaner

from exporter.source.asides import asides

TALK = (
    "海州市供水新闻发布会\n主持人：各位好，请柯局长介绍情况。\n柯恺：谢谢主持人。全市新增供水3.5亿立方米。\n"
    "{}\n主持人：谢谢柯局长的介绍。\n海州日报记者：水价涨不涨？\n柯恺：今年不涨，请大家放心。\n主持人：谢谢大家。"
)
ENGLISH = (
    "Briefing on the Harbour\nMS. LIND: Good morning, and welcome to all of you.\n{}\n"
    "QUESTION: How long will it take to build?\nMS. LIND: We expect two years, and no more."
)


def removed(page: str) -> str:
    return "".join(page[change.start : change.end] for change in asides(page))


@pytest.mark.parametrize(
    "line",
    [
        "觀看短片 下載影片（MP4 48MB）",
        "影片無法播放？請改用 Chrome 瀏覽器",
        "视频加载中,请稍候... 00:00 / 02:36 倍速 高清",
        "海州政协新媒体矩阵：微信 微博 抖音 快手",
        "Partilhar 分享 列印",
        "預約掛號請點擊文末“閱讀原文”",
        "👇点击下方卡片，预约移植专科门诊👇",
        "↑院长柯恺在沟通会上",
        "视频：一分钟看懂海州水利",
        "推薦閱讀：颱風假怎麼放",
        "记者：柯恺 摄像：田野 编辑：李梅",
        "正在加载，请稍候",
        "查看圖庫（6）",
        "延伸閱讀／颱風來襲 水庫進帳多少",
        "视频剪辑：柯恺",
        "温馨提示：本场发布会提供手语翻译",
        "相关推荐\n·海州市上半年房地产市场运行平稳\n院長：照顧偏鄉 政府不缺席",
        "“全市新增供水3.5亿立方米，水价今年不涨。”",
    ],
)
def test_lines_of_the_site_go(line: str, records: Cleaner) -> None:
    page = TALK.format(line)
    if line.startswith("“"):
        page = page.replace("今年不涨，请", f"{line[1:-1]}请")
    (record,) = records(page)
    assert all(part not in record.text for part in line.split("\n"))
    assert record.text.count("柯恺：") == 2


@pytest.mark.parametrize(
    "line",
    [
        "Watch the full briefing on Web TV",
        "Download the Harbour app for the latest safety alerts",
        "“We expect two years, and no more.”",
    ],
)
def test_lines_in_latin_letters_go(line: str) -> None:
    assert removed(ENGLISH.format(line)).strip() == line


@pytest.mark.parametrize(
    "line",
    [
        "一、推进供水客户端建设",
        "微信小程序上线“一键报修”",
        "推广二维码扫码溯源",
        "新媒体矩阵粉丝突破500万",
        "下载、安装、注册全程免费",
        "打造“直播+电商”新模式",
        "下载量达到20万次",
        "▲市水利局局长 柯恺",
        "提问（新海州客户端）：随迁子女入学的条件有没有放宽",
        "[海州发布客户端]",
        "扫码缴费的比例已经达到87%。",
        "回应",
        "咨询电话：0870-1234567\n小程序：海州水利",
        "时间\t发言人\t直播内容",
        "点击数:2057",
        "微博：海州水利",
    ],
)
def test_what_may_be_said_or_label_stays(line: str) -> None:
    assert removed(TALK.format(line)) == ""


@pytest.mark.parametrize(
    "line", ["Follow the money", "Comments on the draft code", "Reading and writing in schools"]
)
def test_headings_in_latin_letters_stay(line: str) -> None:
    assert removed(ENGLISH.format(line)) == ""


def test_a_label_below_a_heading_is_no_title_of_another_page() -> None:
    assert removed(TALK.format("相关推荐\n市水利局局长 柯恺")) == "相关推荐\n"


def test_on_a_page_whose_lines_break_off_nothing_is_told_so() -> None:
    wrapped = "\n".join(["全市今年新增供水能力三点五亿立方米，解决了四万人的饮水问", "题。"] * 9)
    line = "预约挂号请点击文末“阅读原文”"
    assert line in removed(TALK.format(line))
    assert removed(TALK.format(f"{wrapped}\n{line}")) == ""


def test_what_stands_above_the_title_is_no_part_of_the_record(records: Cleaner) -> None:
    head = "焦点\n海州市供水公司 | 新闻\n热点搜索\n"
    (record,) = records(head + TALK.format("下一步，我们将继续努力。"))
    assert record.metadata.title == "海州市供水新闻发布会"
    assert record.text.startswith("主持人：各位好")
    reasons = {edit.rule for edit in record.ledger}
    assert "furniture.above-the-title" in reasons


@pytest.mark.parametrize(
    "head", ["The Hon Jo Hale MP\nMinister for Water\n", "主持人：柯恺\n", "我们都来节水。\n"]
)
def test_who_speaks_and_what_is_said_stays_above_a_title(head: str, records: Cleaner) -> None:
    title = "Doorstop Interview, Harbour Dam" if head.isascii() else "海州市供水新闻发布会"
    said = ENGLISH if head.isascii() else TALK
    (record,) = records(head + title + "\n" + said.format("").split("\n", 1)[1])
    assert all(line in record.text for line in head.split("\n"))


def test_a_quotation_of_the_text_alone_in_its_line_goes() -> None:
    said = "柯恺：谢谢。当然，热闹和安静只隔一扇窗。\n{}\n主持人：还有问题吗？"
    page = TALK.format(said.format("“热闹和安静只隔一扇窗”"))
    assert removed(page).strip() == "“热闹和安静只隔一扇窗”"
    assert removed(TALK.format(said.format("“一河两岸”"))) == ""


@pytest.mark.parametrize("line", ["海州商场暑期大促，全场五折 →", "海州水利五年回顾 »"])
def test_a_line_that_leads_on_by_an_arrow_goes(line: str) -> None:
    assert removed(TALK.format(line)).strip() == line
    assert removed(TALK.format("2023年 → 2024年，新增供水3.5亿立方米。")) == ""
