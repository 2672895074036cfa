"""Lists of participants above the proceedings: roster, and no speech. Questions in tables."""

from __future__ import annotations

import pytest

from exporter.source.clean import clean
from exporter.source.read import decode
from exporter.transcript.model import Transcript
from exporter.transcript.parse import parse

TALK = (
    "<p>单立新：各位媒体朋友，大家上午好！下面请钟离雪局长介绍情况。</p><p>钟离雪：谢谢主持人。"
    "规模以上工业增加值增长7.9%。</p><p>界面新闻记者：请问算力进展？</p>"
    "<p>殷正：算力规模1.2万P。</p><p>单立新：到此结束，谢谢大家！</p>"
)
BOLD = "".join(
    f"<p><b>{who}</b></p><p>{said}</p>"
    for who, said in (
        ("单立新", "各位媒体朋友，大家上午好！请钟离雪局长介绍。"),
        ("钟离雪", "谢谢主持人。规模以上工业增加值增长7.9%。"),
        ("界面新闻", "请问算力进展？"),
        ("殷正", "算力规模1.2万P。"),
        ("单立新", "到此结束，谢谢大家！"),
    )
)


def read(html: str) -> Transcript:
    page = f"<html><body><div class='con'><h1>某市工业新闻发布会</h1>{html}</div></body></html>"
    (record,) = clean(decode("page.html", page.encode()).value).value
    return parse(record).value


@pytest.mark.parametrize("talk", [TALK, BOLD])
@pytest.mark.parametrize(
    "listed",
    [
        "<p>发布人：</p><p>市经信局局长　钟离雪</p><p>市数据局副局长　殷正</p>"
        "<p>市文旅局副局长　木合塔尔</p>"
        "<p>主持人：</p><p>市政府新闻办副主任　单立新</p>",
        "<p>时间：2024年9月5日</p><p>出席：</p><p>市经信局局长 钟离雪<br>市数据局副局长 殷正<br>"
        "市文旅局副局长 木合塔尔</p><p>主持：</p><p>市政府新闻办副主任 单立新</p>",
        "<table><tr><td>时间</td><td>2024年9月5日</td></tr><tr><td>发布人</td>"
        "<td>市经信局局长 钟离雪<br>市数据局副局长 殷正</td></tr>"
        "<tr><td>主持人</td><td>市政府新闻办副主任 单立新</td></tr></table>",
        "<p>出席嘉宾：市经信局局长 钟离雪<br>市数据局副局长 殷正</p>"
        "<p>主持人：市政府新闻办副主任 单立新</p>",
        "<p>主持人：市政府新闻办副主任 单立新</p>"
        "<p>发布人：市经信局局长 钟离雪；市数据局副局长 殷正</p>"
        "<div>文字直播</div><div>精彩图片</div><div>刷新间隔：30秒</div>",
    ],
)
def test_a_list_of_participants_is_no_speech(listed: str, talk: str) -> None:
    transcript = read(listed + talk)
    assert [(turn.role, turn.speaker) for turn in transcript.turns] == [
        ("host", "单立新"),
        ("spokesperson", "钟离雪"),
        ("journalist", None),
        ("spokesperson", "殷正"),
        ("host", "单立新"),
    ]
    offices = {person.name: person.office for person in transcript.people}
    assert (offices["钟离雪"], offices["殷正"]) == ("局长", "副局长")


def test_an_office_and_a_name_in_two_lines_may_label_a_speech() -> None:
    transcript = read(
        "<p>主持人：</p><p>各位媒体朋友，大家上午好！下面请钟离雪局长介绍情况。</p>"
        "<p>市经信局局长 钟离雪：</p><p>规模以上工业增加值增长7.9%。</p>"
    )
    assert [turn.speaker for turn in transcript.turns] == [None, "钟离雪"]


@pytest.mark.parametrize("outlet", ["岭西卫视", "中国交通报", "澎湃", "界面", "第一财经"])
@pytest.mark.parametrize("timed", [True, False])
def test_an_outlet_in_the_cell_of_a_row_between_those_who_answer(outlet: str, timed: bool) -> None:
    rows = [
        ("主持人", "各位来宾，下午好。今天我们邀请市人社局副局长车晓红介绍。"),
        ("车晓红", "谢谢。城镇新增就业8.43万人。"),
        (outlet, "请问高校毕业生有什么新举措？"),
        ("车晓红", "我们准备了三个礼包。"),
        ("主持人", "直播到此结束。"),
    ]
    cells = "".join(
        "<tr>" + ("<td>15:00</td>" if timed else "") + f"<td>{who}</td><td>{said}</td></tr>"
        for who, said in rows
    )
    turns = read(f"<table>{cells}</table>").turns
    assert [turn.role for turn in turns] == [
        "host",
        "spokesperson",
        "journalist",
        "spokesperson",
        "host",
    ]
    assert turns[2].org == outlet


TAIWAN = """行政院會後記者會逐字稿
{head}

主持人：
各位媒體朋友大家好，歡迎參加今天的記者會。請台電說明。
王總經理曜庭：
謝謝主持人。今年夏季備轉容量率10%以上。
中央社記者：
請問電價是否調整？
李署長君禮：
電價審議會還沒有開會，目前沒有定案。
自由時報記者：
請問核三廠的狀況？
王總經理曜庭：
核三廠目前正常運轉。
主持人：
今天記者會到此結束，謝謝大家。
"""


@pytest.mark.parametrize(
    "head",
    [
        "發布單位：經濟部\n發布日期：113-06-12\n主持人：發言人陳世凱\n"
        "出席者：臺灣電力公司王總經理曜庭、經濟部能源署李署長君禮",
        "主持人：發言人陳世凱\n出席者：臺灣電力公司王總經理曜庭、經濟部能源署李署長君禮\n"
        "發布單位：經濟部\n發布日期：113-06-12",
    ],
)
def test_the_head_of_a_page_from_taiwan(head: str) -> None:
    (record,) = clean(decode("page.txt", TAIWAN.format(head=head).encode()).value).value
    transcript = parse(record).value
    assert [(turn.speaker, turn.org) for turn in transcript.turns] == [
        ("陳世凱", None),
        ("王曜庭", None),
        (None, "中央社"),
        ("李君禮", None),
        (None, "自由時報"),
        ("王曜庭", None),
        ("陳世凱", None),
    ]
    assert (transcript.publisher, transcript.published_date) == ("經濟部", "2024-06-12")


@pytest.mark.parametrize(
    "spam", ["-九游会j9老哥俱乐部", "_ng28南宫娱乐官网", "-金年会官方网站入口"]
)
def test_spam_behind_a_title(spam: str) -> None:
    text = f"青岩市安全生产新闻发布会{spam}\n2023-10-19 来源:青岩日报\n主持人：大家好。\n"
    (record,) = clean(decode("page.txt", text.encode()).value).value
    assert record.metadata.title == "青岩市安全生产新闻发布会"


@pytest.mark.parametrize(
    "opening",
    [
        "主持人 张明：大家好。请市住建局局长李强介绍。",
        "主持人张明：大家好！请市住建局局长李强介绍。",
        "主持人：大家好，我是主持人张明。请市住建局局长李强介绍。",
    ],
)
def test_a_host_who_calls_somebody_is_no_list(opening: str) -> None:
    text = (
        f"{opening}\n李强：供热面积8900万平方米。\n松台晚报记者：请问温度不达标怎么办？\n"
        "李强：打12345。\n张明：发布会到此结束。"
    )
    (record,) = clean(decode("page.txt", text.encode()).value).value
    assert [turn.speaker for turn in parse(record).value.turns] == [
        "张明",
        "李强",
        None,
        "李强",
        "张明",
    ]


def test_an_office_inside_the_name_of_whom_the_head_lists() -> None:
    text = (
        "衛生福利部疫情記者會\n日期：113年6月12日\n地點：疾管署\n主持人：王發言人必勝\n"
        "與會人員：陳部長時中、羅副署長一鈞\n\n王發言人必勝：\n大家午安，請陳部長說明。\n"
        "陳部長時中：\n謝謝，疫苗接種率82.3%。\nTVBS記者：\n請問邊境何時開放？\n"
        "羅副署長一鈞：\n預計7月。\n王發言人必勝：\n今天記者會到此結束。\n"
        "資料來源：疾管署\n更新日期：113-06-13\n"
    )
    (record,) = clean(decode("page.txt", text.encode()).value).value
    transcript = parse(record).value
    assert [turn.speaker for turn in transcript.turns] == [
        "王必勝",
        "陳時中",
        None,
        "羅一鈞",
        "王必勝",
    ]
    assert transcript.title == "衛生福利部疫情記者會"


# A name that is a word, in the head of pages with names in bold, or in a table of speeches.
SPOKEN = (
    ("主持人 高兴", "各位媒体朋友，大家上午好！请钟离雪局长介绍。"),
    ("钟离雪", "谢谢主持人。规模以上工业增加值增长7.9%。"),
    ("界面新闻记者", "请问算力进展如何？"),
    ("钟离雪", "算力规模1.2万P。"),
    ("主持人 高兴", "到此结束，谢谢大家！"),
)
IN_BOLD = "".join(f"<p><b>{who}</b></p><p>{said}</p>" for who, said in SPOKEN)
IN_ROWS = "".join(
    f"<tr><td>10:0{at}</td><td>{who.split()[-1]}</td><td>{said}</td></tr>"
    for at, (who, said) in enumerate(SPOKEN)
)


@pytest.mark.parametrize(
    "page",
    [
        f"<p>主持人：市政府新闻办副主任 高兴</p>{IN_BOLD}",
        "<p><b>出席嘉宾：</b></p><p>市经信局局长　钟离雪</p><p>市数据局副局长　殷正</p>"
        "<p><b>主持人：</b></p><p>市委宣传部新闻处处长　高兴</p>"
        f"<table><tr><th>时间</th><th>发言人</th><th>内容</th></tr>{IN_ROWS}</table>",
    ],
)
def test_who_hosts_by_the_head_is_no_part_of_the_first_speech(page: str) -> None:
    first = read(page).turns[0]
    assert (first.speaker, first.text) == ("高兴", SPOKEN[0][1])
    assert "主持人：" not in first.label


LISTED = "發言人單立新、市經信局局長鍾離雪、市數據局副局長殷正"


@pytest.mark.parametrize("note", ["", "（視訊）"])
def test_the_last_of_a_list_has_the_office_of_its_own(note: str) -> None:
    """A line of 出席 whose people stand with their offices, glued to them, and 、 between."""
    table = f"<table><tr><th>出席</th><td>{LISTED}{note}</td></tr></table>"
    talk = (
        "<p>單發言人：各位媒體朋友大家好，請殷副局長說明。</p>"
        "<p>殷副局長：謝謝。算力規模1.2萬P。</p><p>單發言人：今天到此結束。</p>"
    )
    offices = {person.name: (person.org, person.office) for person in read(table + talk).people}
    assert offices["殷正"] == ("市數據局", "副局長")
