"""Pages as copying sites, boards and sheets hand them on: made-up texts in their forms."""

from __future__ import annotations

import pytest

from exporter.source.clean import clean
from exporter.source.model import CleanText
from exporter.source.read import decode


def only(text: str) -> CleanText:
    (record,) = clean(decode("page.txt", text.encode()).value).value
    return record


def test_pictures_and_readings_strewn_into_the_text_go() -> None:
    text = "今年海(📼)州两(liǎng )会期(🎣)间,市(wè(🤞)i )民提(tí )问(🤴)很多(duō )。全文(💿)在此。"
    assert only(text).text == "今年海州两会期间，市民提问很多。全文在此。"


@pytest.mark.parametrize("text", ["他读作朱提(shū shí)。", "送你一朵花(🌹)和掌声(👏)。"])
def test_a_gloss_and_a_picture_or_two_stay(text: str) -> None:
    assert only(text).text.replace("（", "(").replace("）", ")") == text


def test_commas_before_any_mark_go_where_the_page_has_many() -> None:
    text = "女士们,、先生们,,大家好,。今天,,我们请来了局长,、副局长,。"
    assert only(text).text == "女士们、先生们，大家好。今天，我们请来了局长、副局长。"


JAM = "( w9 H, J$ M. e' T3 c\n\" T9 D6 y, i4 ^& n T\n* d; ^* w, y~ m& H/ v* e\n[size=1em]/ @x\n"


def test_the_signs_of_a_board_against_copying_go() -> None:
    record = only(f'{JAM}5 n" }}( @4 n2 3月5日,海州市举行发布会。\n记者:水价涨吗?\n')
    assert record.text == "3月5日，海州市举行发布会。\n记者：水价涨吗？"
    assert {edit.rule for edit in record.ledger if edit.before[:1] in '("*5'} == {
        "character.jammed"
    }


def test_no_letters_and_signs_go_from_an_honest_page() -> None:
    text = "公式: a + b = c\nP. S. (1) a b c\n记者:对吗?\n"
    assert "a + b = c" in only(text).text


def test_stars_around_a_label_go() -> None:
    text = "**柯恺:**各位好,**重点**是水价。\n**记者:**涨吗?"
    assert only(text).text == "柯恺：各位好，**重点**是水价。\n记者：涨吗？"


def test_a_title_below_the_first_line_of_paper_and_day() -> None:
    meta = only(
        "海州晨报 2016-03-03 09:10:36\n能否中高速增长?发言人:肯定!\n3月2日,柯恺答问。\n"
    ).metadata
    assert (meta.title, meta.publisher) == ("能否中高速增长?发言人:肯定!", "海州晨报")


SHEET = (
    "“海州这十年”发布会(水利专题)\n会员专享\n柯恺:\n各位记者朋友:\n"
    "大家上午好!欢迎出席发布会,今天是第二十四场,我们高兴地\n"
    "邀请到市水利局副局长罗一平女士,市水利局建设处处长万春\n"
    "明先生,请他们介绍过去十年全市水利工作的发展情况,并回\n"
    "答大家的提问。\n下面,请罗一平女士介绍。\n罗一平:\n各位新闻界的朋友们:\n"
    "大家上午好!十分感谢各位长期以来对我市水利工作的关心和\n"
    "支持,过去十年,全市水利系统坚持把群众的事放在心上,建成\n"
    "水库三座,修好堤防九十公里,解决了两万名群众的饮水问题,\n"
    "我 们 聚 焦 目 标 定 位 , 不 断 做 强 供 水 产 业 , 从 不 停 步 ,\n"
    "供水管网一直铺到了山里的最后一个村,水质合格率逐年提高,\n"
    "群众满意率连续五年排在全省的前三名,这是我们最看重的一\n"
    "件事,今后三年,我们要把山里的老管网全部换成新的,要让每一\n"
    "个村的水质都能在网上查到,要把服务热线的答复时间缩短到一\n"
    "天以内,要请群众来给我们的工作打分,分数向全市的居民公布\n"
    "出来。\n"
)


def test_a_folded_text_broken_at_the_width_of_its_sheet_is_put_together() -> None:
    text = only(SHEET).text
    assert "我们高兴地邀请到市水利局副局长" in text
    assert "建设处处长万春明先生" in text
    assert "我们聚焦目标定位，不断做强供水产业，从不停步，供水管网" in text
    assert "一件事，今后三年" in text
    assert only(SHEET).metadata.title == "“海州这十年”发布会(水利专题)"


SPAM = {
    "with a word of its own": "办好实事——访海州市市长柯恺|青青草原综合久久大伊人精品\n",
    "behind a bar": "办好实事——访海州市市长柯恺|欧美日韩高清无码\n",
    "a list behind one word": (
        "办好实事——访海州市市长柯恺\n生肖图片大全\n1、“生肖图片大全”他带来一个好消息\n"
        "2、“生肖图片大全”房租最高的城市\n"
    ),
}


@pytest.mark.parametrize("head", SPAM.values(), ids=SPAM)
def test_search_words_of_copying_sites_go_and_the_title_stays(head: str) -> None:
    record = only(f"{head}海州社海州3月5日电 市水利局今天举行新闻发布会。\n记者:水价涨吗?\n")
    assert record.metadata.title == "办好实事——访海州市市长柯恺"
    assert "生肖" not in record.text + str(record.metadata.title)


@pytest.mark.parametrize("line", ["海州发布会|在线视频", "海州市水利局_视频直播"])
def test_a_bar_before_honest_words_stays(line: str) -> None:
    assert line in only(f"海州新闻\n各位好。\n{line}\n完毕。\n").text


FIELDS = [
    ("- 發佈時間:2016-02-26 07:45:00 來源:海州广播网 責任編輯:羅伯", "2016-02-26", "海州广播网"),
    ("《 海州政协报 》 ( 2022年10月18日   第 06 版)", "2022-10-18", "海州政协报"),
    ("发布时间:2024-11-22 00:46:45 来源: sp20241122", "2024-11-22", None),
    ("2015-01-11 08:21:00  来源:海州广播网  说两句  分享到:", "2015-01-11", "海州广播网"),
    ("12.01.2015  22:33", "2015-01-12", None),
]


@pytest.mark.parametrize(("line", "day", "publisher"), FIELDS)
def test_lines_that_say_who_published_the_page_and_when(
    line: str, day: str, publisher: str | None
) -> None:
    meta = only(f"海州水价听证会举行\n\n{line}\n\n市水利局局长柯恺说,水价不涨。\n").metadata
    assert (meta.title, meta.published_date, meta.publisher) == (
        "海州水价听证会举行",
        day,
        publisher,
    )


TITLES = [
    (
        "原标题:2024年10月8日发言人柯恺主持例行记者会\n\n柯恺主持例行记者会\n\n海州社记者:涨吗?\n",
        "2024年10月8日发言人柯恺主持例行记者会",
        "2024-10-08",
    ),
    (
        "海经在线访谈\n\n海州“十三五”水利新思路\n2016年是开局之年。\n"
        "访谈时间:2016年3月14日9时\n主持人:您好。\n",
        "海州“十三五”水利新思路",
        "2016-03-14",
    ),
    (
        "市长QQ问民意\n\n“太短了!下次再聊!”昨日(1月18日)上午,正在开会的海州市市长柯恺"
        "在群里结束聊天时这样说,大家都很高兴地笑了,约好下个月再谈。\n",
        "市长QQ问民意",
        None,
    ),
    ("发布会开始\n\n3月5日,海州市召开水价调整新闻发布会。\n", "水价调整新闻发布会", None),
]


@pytest.mark.parametrize(("text", "title", "day"), TITLES)
def test_titles_and_days_of_columns_and_reports(text: str, title: str, day: str | None) -> None:
    meta = only(text).metadata
    assert (meta.title, meta.event_date) == (title, day)


def test_a_post_with_its_stamp_is_no_title() -> None:
    record = only(
        "正序 倒序 刷新文字实录\n[柯恺] 今天发布会就到这里,谢谢。12:05:06\n[柯恺] 好。12:04:43\n"
    )
    assert record.metadata.title is None
    assert record.text.startswith("[柯恺] 今天发布会就到这里")


def test_a_label_line_above_a_speech_is_no_title() -> None:
    text = (
        "海州市水利局局长 柯恺\n各位记者朋友,今天上午我向大家介绍全市水利工作的情况,"
        "并回答大家关心的问题,谢谢大家一直以来对我们工作的支持。\n"
    )
    assert only(text).metadata.title is None


DAYS = [
    ("元月9号,海州市举行水价听证会。", "2024-01-12", "2024-01-09"),
    ("在昨日的代表团开放日上,记者争相举手。", "2024-03-09", "2024-03-08"),
    (
        "海州社海州7月30日电 新闻发言人柯恺30日称,水价不涨。"
        "他在当天举行的新闻发布会上说,管网要修。",
        "2024-11-22",
        "2024-07-30",
    ),
    ("5日早晨的“部长通道”上,记者云集。", "2024-03-05", "2024-03-05"),
    ("3月20日,市水利局召开2026年一季度例行新闻发布会。", "2026-03-25", "2026-03-20"),
    ("3月5号楼的水管换了。", "2024-03-09", None),
]


@pytest.mark.parametrize(("lead", "published", "day"), DAYS)
def test_days_as_reports_tell_them(lead: str, published: str, day: str | None) -> None:
    record = only(f"海州供水动态一览\n发布时间:{published}\n{lead}\n")
    assert record.metadata.event_date == day


@pytest.mark.parametrize(
    "lead",
    [
        "总理将出席在南都举行的第二十七次合作会议。3月5日,发言人柯恺主持例行记者会。",
        "柯恺建议在听证会后召开通报会。",
    ],
)
def test_the_place_of_another_meeting_is_no_venue(lead: str) -> None:
    assert only(f"{lead}\n").metadata.venue is None
