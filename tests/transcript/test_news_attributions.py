"""Reports whose attributions look like labels: news, with every quotation under its name."""

from __future__ import annotations

from exporter.source.clean import clean
from exporter.source.read import decode
from exporter.transcript.model import Transcript
from exporter.transcript.parse import parse

REPORT = """海湾通道年底通车
9月12日，市政府新闻办召开新闻发布会，通报海湾通道建设进展。
“最后一节沉管已经对接到位。”市交通运输局副局长尹望舒说，“接下来主要是机电安装。”
“收多少，要听老百姓的意见。”市发展改革委处长梅若雪说，“听证会全程直播。”
有记者问：“渔民上岸以后，生计怎么安排？”
临港街道办事处主任武大川回答：“愿意学技术的，街道包培训。”
据了解，通道建成后，车程将缩短至15分钟。
"""


def read(text: str) -> Transcript:
    (record,) = clean(decode("page.txt", text.encode()).value).value
    return parse(record).value


def test_attributions_in_lines_of_their_own_are_no_labels_of_a_report() -> None:
    report = read(REPORT)
    assert report.kind == "news"
    said = [(turn.role, turn.speaker) for turn in report.turns]
    assert said == [
        ("spokesperson", "尹望舒"),
        ("spokesperson", "尹望舒"),
        ("spokesperson", "梅若雪"),
        ("spokesperson", "梅若雪"),
        ("journalist", None),
        ("guest", "武大川"),
    ]


def test_labels_whose_speeches_are_quoted_stay_where_nobody_else_is() -> None:
    page = "供水新闻发布会\n记者问：“水价会涨吗？”\n市水利局局长尹望舒答：“不会涨，请放心。”\n"
    assert read(page).kind == "transcript"


def test_an_outlet_called_a_wire_service_asks_and_is_no_dateline() -> None:
    page = (
        "院會後記者會\n侯署長明峻：各位好。長照據點走進巷子裡。\n"
        "媒體提問（聯合通訊）：請教署長，院長有沒有加薪的設計？\n侯署長明峻：有的。津貼會往上調。\n"
    )
    said = [(turn.role, turn.speaker, turn.org) for turn in read(page).turns]
    assert said[1] == ("journalist", None, "聯合通訊")
    assert {speaker for _, speaker, _ in said} == {"侯明峻", None}
