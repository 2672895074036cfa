"""What is told by its words to be no speech, and speech that has the same words."""

from __future__ import annotations

import pytest

from exporter.source.clean import clean
from exporter.source.furniture import reason_of
from exporter.source.model import RawPage

TALK = (
    "主持人：各位好。请云局长介绍。\n"
    "云开：谢谢主持人。全市新增学位3200个。\n{}\n主持人：谢谢大家，再见！"
)
LAST = "主持人：各位好。请云局长介绍。\n云开：谢谢主持人。全市新增学位3200个。\n{}"


def text_of(page: str) -> str:
    [record] = clean(RawPage("page.txt", page, "utf-8", "text", "0")).value
    return record.text


SAID = (
    "请扫描二维码，进入小程序就可以预约挂号。",
    "长按识别图片中的二维码，也可以投诉，这是今年新开的渠道。",
    "打开微信，搜索小程序，就能查到每个月的水费。",
    "欢迎大家关注我们的微信公众号“云溪水利”。",
    "举报电话：0870-1234567，欢迎大家监督。",
    "电话：0870-1234567，邮箱：shuili@yunxi.cn，欢迎来电来信。",
    "版权所有者应当依法登记。",
    "转载请注明出处，这是我们对自媒体的一贯要求。",
    "平台不能用“如有侵权，请联系删除”来免除自己的责任。",
    "今年全市完成公安备案的网站有1200家。",
    "直播结束以后，回放会挂在网站上。",
    "今天是2024年5月10日，星期五，也是节水宣传周的第一天。",
    "图片来源于卫星遥感，分辨率0.5米。",
    "图1是去年的水量，图2是今年的水量。",
    "下一页大家可以看到，这是近五年的降水情况。",
    "满意。",
    "没有。",
    "展开。",
)


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("page", [TALK, LAST])
def test_a_sentence_of_speech_stays(said: str, page: str) -> None:
    assert said in text_of(page.format(said))
    assert said in text_of(page.format(f"云开：{said}"))


def test_addresses_that_a_speaker_reads_out_stay() -> None:
    read = "公布一下渠道：\n举报电话：0870-1234567\n通信地址：昭阳大道1号\n欢迎大家监督。"
    assert read in text_of(TALK.format(read))


def test_the_same_lines_below_the_record_go() -> None:
    page = TALK.format("云开：好的。")
    foot = "举报电话：0870-1234567\n微信公众号：云溪水利\n地址：昭阳大道1号"
    assert text_of(f"{page}\n{foot}\n").strip() == page


@pytest.mark.parametrize(
    "line",
    [
        "戳这里，看发布会全程回放",
        "展开阅读全文",
        "點我訂閱頻道",
        "本站访问量：12345678",
        "阅读 1024 在看 12",
        "编辑 云开 审核 柯恺",
        "【我要纠错】 责任编辑：云开",
        "核稿編輯：柯愷",
        "更多精彩内容请关注云溪发布",
        "转发、点赞、在看，三连走起",
        "互联网新闻信息服务许可证：53120170001",
        "图片来源于网络，如有侵权请联系删除",
        "本网站所刊载信息，不代表云溪网观点。",
        "您好，您访问的链接即将离开本网站，是否继续？",
        "云溪市水利发展规划.pdf",
        "第 1 页 共 3 页",
        "（圖／翻攝自雲溪市政府臉書）",
        "- 广告 请继续往下阅读 -",
        ">>相关新闻：云溪市召开工作会",
        "{{item.title}}",
    ],
)
def test_what_a_page_prints_is_told(line: str) -> None:
    assert reason_of(line)


@pytest.mark.parametrize(
    "line",
    ["新闻发布", "记者提问", "信息公开", "政策解读", "一、总体要求", "发布人", "水利工作", "3/2"],
)
def test_headings_are_none(line: str) -> None:
    assert reason_of(line) is None


@pytest.mark.parametrize(
    ("line", "reporters"),
    [
        ("云溪日报全媒体记者 柯恺 云开 摄影报道", ("柯恺", "云开")),
        ("【記者柯愷／雲溪報導】", ("柯愷",)),
        ("（中央社記者柯明愷雲溪10日電）", ("柯明愷",)),
        ("本报讯（记者 柯恺）", ("柯恺",)),
        ("通讯员 柯恺", ("柯恺",)),
        ("云溪日报记者提问", ()),
        ("中国记者协会", ()),
    ],
)
def test_who_wrote_a_page_is_told_below_its_title(line: str, reporters: tuple[str, ...]) -> None:
    page = f"云溪市水利工作新闻发布会文字实录\n{line}\n{TALK.format('云开：好的。')}"
    [record] = clean(RawPage("page.txt", page, "utf-8", "text", "0")).value
    assert record.metadata.reporters == reporters
    assert (line in record.text) == (not reporters)


def test_the_label_of_the_first_question_is_no_byline() -> None:
    page = (
        "云溪市水利工作新闻发布会文字实录\n云溪日报记者 柯恺\n请问今年蓄水多少？\n云开：3亿立方米。"
    )
    [record] = clean(RawPage("page.txt", page, "utf-8", "text", "0")).value
    assert record.text.startswith("云溪日报记者 柯恺")


@pytest.mark.parametrize(
    "foot",
    [
        "展开阅读全文 责编：云开",
        "打赏 点赞(3) 收藏",
        "阅读 1024 在看 12",
        "互联网新闻信息服务许可证：53120170001",
        "图片来源于网络，如有侵权请联系删除",
    ],
)
def test_furniture_behind_the_last_words_of_a_line_goes(foot: str) -> None:
    page = TALK.format("云开：好的。").replace("\n", " ")
    assert text_of(f"{page} {foot}").strip() == page


@pytest.mark.parametrize("behind", ["希望大家支持", "第一是水源 第二是管网", "再见"])
def test_words_behind_the_last_stop_of_a_line_stay(behind: str) -> None:
    page = TALK.format("云开：好的。").replace("\n", " ")
    assert behind in text_of(f"{page} {behind}")


@pytest.mark.parametrize(
    "head",
    [
        "云溪市人民政府门户网站 长者模式 无障碍",
        "全站搜索 热搜词",
        "首页 > 新闻发布 > 实录",
    ],
)
@pytest.mark.parametrize(
    "title", ["云溪市水利工作新闻发布会文字实录", "“推动节水 增进福祉”新闻发布会"]
)
def test_a_title_behind_the_head_of_its_site_is_told(head: str, title: str) -> None:
    page = (
        f"{head} {title} 发布时间：2025-03-19 09:12 来源：云溪日报 3月18日，云溪市召开新闻发布会。"
    )
    [record] = clean(RawPage("page.txt", page, "utf-8", "text", "0")).value
    assert (record.metadata.title, record.metadata.publisher) == (title, "云溪日报")
    assert record.text.endswith("召开新闻发布会。")


@pytest.mark.parametrize("mast", ["中国·云溪", "云溪市人民政府 www.yunxi.gov.cn", "新聞公報"])
def test_the_name_of_the_site_above_the_title_goes(mast: str) -> None:
    page = f"{mast}\n云溪市水利工作新闻发布会文字实录\n{TALK.format('云开：好的。')}"
    assert text_of(page) == TALK.format("云开：好的。")


def test_a_bare_outlet_is_no_more_than_its_name() -> None:
    line = "2024-05-10 云溪时报 记者 舒薇 我来说两句(37)"
    page = f"云溪市水利工作新闻发布会实录\n{line}\n{TALK.format('云开：好。')}"
    [record] = clean(RawPage("page.txt", page, "utf-8", "text", "0")).value
    known = record.metadata
    assert (known.publisher, known.reporters) == ("云溪时报", ("舒薇",))
