"""Flat pages of several records, split by their fields in any order; what the fields say."""

from __future__ import annotations

from itertools import permutations

import pytest
from conftest import Cleaner

from exporter.source.fields import fields_of
from exporter.source.lead import read
from exporter.source.phrases import labels

FIRST = (
    "3月5日,临沧市人民政府新闻办公室召开“茶产业”新闻发布会。主持人 李梅:各位记者朋友,大家好!"
    "李刚:谢谢主持人。2023年产值达1,200万元。谢谢!"
)
SECOND = (
    "6月9日上午,保山市举行咖啡产业专题新闻发布会。赵云:女士们、先生们,大家好!今天的发布会到此结束。"
)
FOOTS = (
    {"s": "临沧新闻网", "d": "2023-03-06", "c": "88"},
    {"s": "云南日报", "d": "2023-05-01", "c": "12"},
    {"s": "保山市政府", "d": "2023-06-10", "c": "0"},
)
BARE = {"s": "", "d": "", "c": ""}
LABELLED = {"s": "来源:", "d": "发布时间:", "c": "阅读次数:"}
ORDERS = ["".join(order) for order in permutations("sdc")]


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("joint", ["\n\n", "\n", " ", " | ", "\u3000"])
@pytest.mark.parametrize("label", [BARE, LABELLED], ids=["bare", "labelled"])
def test_records_are_split_by_their_footers(
    records: Cleaner, order: str, joint: str, label: dict[str, str]
) -> None:
    feet = [joint.join(label[k] + foot[k] for k in order) for foot in FOOTS]
    page = f"{FIRST}\n{feet[0]}\n\n{feet[1]}\n\n{SECOND}\n\n{feet[2]}\n"
    found = records(page)
    assert [r.text[:4] for r in found] == ["3月5日", "", "6月9日"]
    assert found[0].text.endswith("谢谢！")
    assert found[2].text.endswith("到此结束。")
    assert [r.metadata.publisher for r in found] == [foot["s"] for foot in FOOTS]
    assert [r.metadata.published_date for r in found] == [foot["d"] for foot in FOOTS]
    assert [r.metadata.read_count for r in found] == [88, 12, 0]
    assert [r.metadata.event_date for r in found] == ["2023-03-05", None, "2023-06-09"]


def test_records_whose_fields_stand_at_their_head(records: Cleaner) -> None:
    page = (
        f"临沧市“茶产业”新闻发布会\n来源:临沧新闻网 时间:2023-03-06 浏览:88\n{FIRST}\n\n"
        f"保山市咖啡产业专题新闻发布会\n来源:保山市政府 时间:2023-06-10 浏览:0\n{SECOND}\n"
    )
    found = records(page)
    assert [r.metadata.title for r in found] == [
        "临沧市“茶产业”新闻发布会",
        "保山市咖啡产业专题新闻发布会",
    ]
    assert [r.metadata.published_date for r in found] == ["2023-03-06", "2023-06-10"]
    assert [r.text[:4] for r in found] == ["3月5日", "6月9日"]


def test_a_signature_within_a_speech_is_no_footer(records: Cleaner) -> None:
    page = (
        f"{FIRST}\n工作人员宣读求贤书\n诚邀天下英才。\n中共临沧市委 临沧市人民政府\n2023年3月5日\n"
        f"李梅:谢谢。\n临沧新闻网\n2023-03-06\n88\n"
    )
    found = records(page)
    assert len(found) == 1
    assert "中共临沧市委 临沧市人民政府" in found[0].text


def test_time_stamps_of_a_live_text_are_no_footers(records: Cleaner) -> None:
    page = (
        "2021-12-30 10:00\n主持人 才让\n各位记者，大家好！\n"
        "2021-12-30 10:02\n扎西多杰\n谢谢主持人。\n"
        "2021-12-30 10:20\n新华社记者\n请问明年有什么计划?\n"
    )
    found = records(page)
    assert len(found) == 1
    assert [line for line in found[0].text.split("\n") if "记者" not in line] == [
        "2021-12-30 10:00",
        "主持人 才让",
        "2021-12-30 10:02",
        "扎西多杰",
        "谢谢主持人。",
        "2021-12-30 10:20",
        "请问明年有什么计划？",
    ]
    assert found[0].metadata.event_date == "2021-12-30"


def test_reporters_are_read_from_the_source_line(records: Cleaner) -> None:
    (found,) = records(f"{FIRST}\n昭通日报记者 聂孝美 尹婕\n2023-04-20\n2348\n")
    assert found.metadata.publisher == "昭通日报记者 聂孝美 尹婕"
    assert found.metadata.reporters == ("聂孝美", "尹婕")


def test_labelled_fields_are_kept_as_printed_and_empty_ones_empty(records: Cleaner) -> None:
    page = (
        "索引号: 1133/2022-134528 成文日期: 2022-09-14\n文件编号: 组配分类: 发布实录\n"
        f"发布机构: 市政府办公室 有效性:\n保山市专题新闻发布会答问实录\n{SECOND}\n"
    )
    (found,) = records(page)
    assert found.metadata.fields == {
        "索引号": "1133/2022-134528",
        "成文日期": "2022-09-14",
        "文件编号": "",
        "组配分类": "发布实录",
        "发布机构": "市政府办公室",
        "有效性": "",
    }
    assert found.metadata.index_number == "1133/2022-134528"
    assert found.metadata.title == "保山市专题新闻发布会答问实录"
    assert found.text.startswith("6月9日上午，保山市举行")


@pytest.mark.parametrize("day", ["4月12日上午10:00", "2024年4月12日（星期五）", "2024-04-12 10:00"])
def test_a_labelled_time_is_that_of_the_conference(day: str, records: Cleaner) -> None:
    (found,) = records(
        f"茶产业新闻发布会\n时间：{day}\n地点：临沧会堂\n来源：临沧发布 发布日期：2024-04-13\n"
        "主持人：李梅\n李梅：大家上午好！\n"
    )
    assert found.metadata.event_date == "2024-04-12"
    assert found.metadata.published_date == "2024-04-13"
    assert found.metadata.venue == "临沧会堂"
    assert found.text == "主持人：李梅\n李梅：大家上午好！"


def test_spans_of_metadata_point_at_the_source(records: Cleaner) -> None:
    page = f"新闻\n来源: 临沧新闻网 发布时间: 2023-03-06 浏览: 88次\n{FIRST}\n"
    (found,) = records(page)
    spans = {name: page[span.start : span.end] for name, span in found.metadata.spans.items()}
    assert spans == {
        "publisher": "临沧新闻网",
        "published_date": "2023-03-06",
        "read_count": "88",
        "event_date": "3月5日",
        "title": "“茶产业”新闻发布会",
        "issuer": "临沧市人民政府新闻办公室",
    }


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("来源:昭通新闻网", ["publisher"]),
        ("2022-01-02来源：青海省人民政府网点击：88", ["published", "publisher", "count"]),
        ("2024-07-19 来源：湖北省统计局办公室 点击：[816]", ["published", "publisher", "count"]),
        ("【来源】新华社 【字号】大 中", ["publisher", "tool"]),
        ("昭通新闻网", ["publisher"]),
        ("2024年7月29日 15:30", ["published"]),
        ("278", ["count"]),
        ("阅读（278）", ["count"]),
        ("地点：新闻发布厅", ["venue"]),
        ("索引号\t11330800\t文号\t", ["index", "other"]),
        ("Date: March 5, 2024", ["event"]),
        ("时间\t发言人\t内容", []),
        ("记者：请问下一步有什么打算？", []),
        ("记者：谢谢", []),
        ("记者：赵嘉 李梅", ["reporter"]),
        ("新闻发布会", []),
        ("主持人：张三", []),
        ("来源：水是生命之源。", []),
        ("谢谢大家！", []),
        ("", []),
    ],
)
def test_fields_of_a_line(line: str, kinds: list[str]) -> None:
    assert [field.kind for field in fields_of(line, 0, len(line))] == kinds


def test_every_label_is_read_as_its_own_kind() -> None:
    values = {
        "publisher": "某某网",
        "published": "2024-01-02",
        "event": "1月2日",
        "count": "7",
        "reporter": "赵嘉",
    }
    for kind, names in labels().items():
        for name in names:
            line = f"{name}：{values.get(kind, '某某')}"
            assert [field.kind for field in fields_of(line, 0, len(line))] == [kind], line


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("12月30日，某市召开新闻发布会。", "2022-01-02", "2021-12-30"),
        ("1月4日，某市将召开新闻发布会。", "2022-01-02", "2022-01-04"),
        ("2月29日，某市召开新闻发布会。", "2023-03-01", None),
        ("2019年2月8日，某市召开新闻发布会。", "2023-03-01", "2019-02-08"),
        ("近年来，2月8日被定为节日。各位，某市召开新闻发布会。", "2023-03-01", None),
        ("三月五日，某市召开新聞發布會。", "2023-03-06", "2023-03-05"),
    ],
)
def test_the_day_of_the_event(text: str, published: str, day: str | None) -> None:
    assert read(text, published, None).event_date == day


@pytest.mark.parametrize(
    ("text", "title", "venue", "issuer"),
    [
        (
            "3月5日，市政府召开第七届“赢在临沧”大赛新闻发布会。临沧市委、临沧市人民政府，",
            "第七届“赢在临沧”大赛新闻发布会",
            None,
            "临沧市人民政府",
        ),
        (
            "3月5日，“云南的生活”专场新闻发布会在临沧市北门村（果园基地）召开，多位嘉宾出席。",
            "“云南的生活”专场新闻发布会",
            "临沧市北门村（果园基地）",
            None,
        ),
        (
            "临沧市2024年系列新闻发布会举行第二场矿山修复专题新闻发布会。",
            "临沧市2024年系列新闻发布会第二场：矿山修复专题新闻发布会",
            None,
            None,
        ),
        (
            "省政府新闻办公室定于2月3日上午，在海埂会堂101会议室，举行咖啡产业新闻发布会，介绍情况。",
            "咖啡产业新闻发布会",
            "海埂会堂101会议室",
            "省人民政府新闻办公室",
        ),
        ("今天天气很好。", None, None, None),
    ],
)
def test_the_lead(text: str, title: str | None, venue: str | None, issuer: str | None) -> None:
    found = read(text, "2024-03-06", None)
    assert (found.title, found.venue, found.issuer) == (title, venue, issuer)


def test_a_gazette_page_in_traditional_chinese(records: Cleaner) -> None:
    (found,) = records(
        "行政長官會見傳媒談話全文\n************\n"
        "　　以下為行政長官今日（三月五日）會見傳媒的談話全文：\n\n"
        "行政長官：各位早晨,今日我想談三件事。\n\n記者：請問何時開始？\n\n行政長官：很快。\n\n完\n\n"
        "2024年3月5日（星期二）\n香港時間12時30分\n"
    )
    assert found.language == "zh-Hant"
    assert found.metadata.title == "行政長官會見傳媒談話全文"
    assert (found.metadata.event_date, found.metadata.published_date) == ("2024-03-05",) * 2
    assert found.text == (
        "以下為行政長官今日（三月五日）會見傳媒的談話全文：\n行政長官：各位早晨，今日我想談三件事。\n"
        "記者：請問何時開始？\n行政長官：很快。"
    )


def test_a_list_of_those_present_stays_in_the_text(records: Cleaner) -> None:
    (found,) = records(
        "发布会实录\n时间:2024年3月5日10:00\n地点:市政府新闻发布厅\n"
        "主持人:市委宣传部副部长 李梅\n发布人:\n"
        "市农业农村局局长 李刚\n市林草局副局长 王强\n\n李梅:\n各位记者,大家上午好!\n"
    )
    assert found.text.split("\n")[:4] == [
        "主持人：市委宣传部副部长 李梅",
        "发布人：",
        "市农业农村局局长 李刚",
        "市林草局副局长 王强",
    ]


@pytest.mark.parametrize("back", ["回上一頁\n", ""])
@pytest.mark.parametrize("tools", ["Facebook分享 Line分享 友善列印\n", ""])
def test_fields_under_a_title_and_tools_belong_to_the_record_that_follows(
    records: Cleaner, back: str, tools: str
) -> None:
    page = (
        f"首頁 > 縣政新聞\n「防颱整備」記者會紀實\n{tools}"
        "發布日期：114-06-13　發布單位：花東縣政府\n"
        "花東縣政府於114年6月12日召開「防颱整備」記者會。\n"
        "主持人沈默：各位媒體先進，大家早安。請副縣長說明。\n副縣長范文雄：各位早安。抽水機93臺。\n"
        f"{back}更新日期：114-06-13 瀏覽人次：582\n"
    )
    (record,) = records(page)
    assert record.metadata.publisher == "花東縣政府"
    assert record.metadata.published_date == "2025-06-13"
    assert "上一頁" not in record.text


def test_a_breadcrumb_with_slashes_title_and_fields_in_one_line(records: Cleaner) -> None:
    page = (
        "您现在的位置:首页 / 新闻中心 / 新闻发布会 "
        "秋冬季传染病防控新闻发布会 2023-11-16 来源:宁州市卫健委\n"
        "2023年11月15日下午,宁州市政府新闻办举行秋冬季传染病防控新闻发布会。\n"
        "主持人 方向:各位媒体朋友,下午好!先请诸葛慧副主任。\n诸葛慧:大家好。占比为6.9%。\n"
    )
    (record,) = records(page)
    known = record.metadata
    assert (known.title, known.published_date, known.publisher) == (
        "秋冬季传染病防控新闻发布会",
        "2023-11-16",
        "宁州市卫健委",
    )
    assert record.text.startswith("2023年11月15日")


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("发布机构：海州市水务局　发布日期：2021-03-23", "海州市人民政府办公室 2021年3月23日印发"),
        (
            "（2021年3月22日）\n时　间：2021年3月22日上午\n发布日期：2021-03-23",
            "更新日期：2021-03-24\n点击数：12",
        ),
        ("發布時間：2021-03-23\n資料來源：水務局", "點閱數：1,286\n更新日期：110-03-24\n回上一頁"),
    ],
)
def test_one_text_with_fields_above_and_below_is_one_record(
    records: Cleaner, head: str, foot: str
) -> None:
    page = f"海州市节水工作新闻发布会文字实录\n{head}\n李刚:谢谢主持人。产值达1200万元。\n{foot}\n"
    (record,) = records(page)
    assert record.text.startswith("李刚")
    assert record.metadata.title == "海州市节水工作新闻发布会文字实录"
    assert record.metadata.published_date == "2021-03-23"


def test_numbered_fields_of_minutes(records: Cleaner) -> None:
    page = (
        "发布日期：2021-03-25\n一、时　间：2021年3月22日（星期一）上午10时\n二、地　点：新闻中心\n"
        "李刚：谢谢主持人。产值达1200万元。\n"
    )
    (record,) = records(page)
    assert record.metadata.event_date == "2021-03-22"
    assert record.metadata.venue == "新闻中心"


def test_an_end_mark_beside_a_date_in_full_width(records: Cleaner) -> None:
    page = (
        "房屋局局長談話全文\n記者：何時落成？\n局長：明年年底落成。\n"
        "完／２０１３年９月１２日（星期四）\n香港時間１７時０８分\n"
    )
    (record,) = records(page)
    assert record.metadata.published_date == "2013-09-12"
    assert record.text.endswith("落成。")


@pytest.mark.parametrize(
    ("head", "lead", "day"),
    [
        ("来源：云溪日报 2024-11-20", "19日，省政府新闻办召开供水新闻发布会。", "2024-11-19"),
        ("来源：云溪日报 2024-12-02", "30日上午，省政府新闻办召开供水新闻发布会。", "2024-11-30"),
        ("来源：云溪日报 2024-11-20", "每月5日，省政府新闻办召开供水新闻发布会。", None),
        ("时间：2022年6月17日上午10时\n来源：云溪网", "柯恺介绍了供水情况。", "2022-06-17"),
        ("时间：2022-06-17 10:05\n来源：云溪网", "柯恺介绍了供水情况。", None),
    ],
)
def test_the_day_of_news_and_of_a_time_with_its_hour(
    records: Cleaner, head: str, lead: str, day: str | None
) -> None:
    (record,) = records(f"云溪市供水情况通报\n{head}\n{lead}柯恺说水够用。\n")
    assert record.metadata.event_date == day


def test_a_date_told_above_and_below_an_english_text_is_of_one_record(records: Cleaner) -> None:
    page = (
        "Labour market, June quarter 2024: press conference transcript\n\n"
        "Tarrand Bureau of Statistics\n25 July 2024\n\n"
        "ANNA BELL: Good morning. The rate was 4.1 per cent.\n\n"
        "Last updated 25 July 2024\n"
    )
    (record,) = records(page)
    assert record.metadata.title == "Labour market, June quarter 2024: press conference transcript"
    assert record.metadata.publisher == "Tarrand Bureau of Statistics"
    assert record.metadata.published_date == "2024-07-25"


@pytest.mark.parametrize("body", ["滨津海关", "云岭银行", "运输署", "云岭大学"])
def test_a_body_behind_the_date_of_a_head_is_its_publisher(records: Cleaner, body: str) -> None:
    page = f"上半年外贸新闻发布会\n2025-07-15 17:20 {body}\n主持人：各位记者，上午好。\n"
    (found,) = records(page)
    assert found.metadata.published_date == "2025-07-15"
    assert found.metadata.publisher == body
