"""News reports: direct quotations and whose they are; nobody is guessed."""

from __future__ import annotations

import pytest

from exporter.transcript.parse import parse
from tests.transcript.test_transcript_properties import record

LEAD = (
    "5月4日，江州市召开新闻发布会。江州机械有限公司董事长何大为参观了展厅，"
    "市住建局局长张伟介绍，今年建成3000套住房。"
)


def quoted(text: str) -> list[tuple[str, str | None]]:
    transcript = parse(record(LEAD + text)).value
    assert transcript.kind == "news"
    assert "".join(p.text for p in transcript.narration).replace(" ", "") == LEAD + text
    return [(turn.text, turn.speaker) for turn in transcript.turns]


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("张伟表示：“我们将加快建设。”", [("我们将加快建设。", "张伟")]),
        ("“我们将加快建设。”张伟说。", [("我们将加快建设。", "张伟")]),
        (
            "“这里很好，”张伟说，“还会更好。”",
            [("这里很好，", "张伟"), ("还会更好。", "张伟")],
        ),
        (
            "“我们信心很足。”云山农业科技有限公司董事长周杨立志于把苹果卖到全国。",
            [("我们信心很足。", "周杨")],
        ),
        (
            "“政策十分给力。”江州机械有限公司总经理何大为对此深有感触。",
            [("政策十分给力。", "何大为")],
        ),
        ("“接下来要抓紧干。”大家纷纷点头。", [("接下来要抓紧干。", None)]),
        ("“路要一步步走。”市水利局局长罗天成最后说。", [("路要一步步走。", "罗天成")]),
        ("市财政局科长何其远补充道：“补贴按季度到户。”", [("补贴按季度到户。", "何其远")]),
        ("市交通局副局长石在天回应说：“班车二十分钟一班。”", [("班车二十分钟一班。", "石在天")]),
        ("“我不打算走了。”返乡青年吴小妹说，她去年开了店。", [("我不打算走了。", "吴小妹")]),
        (
            "退休教师金秋体验了社区食堂。“比自己做还省事。”她说。",
            [("比自己做还省事。", "金秋")],
        ),
        (
            "村支书石阿根告诉记者：“稻子长得好。”“我不打算走了。”村民吴小妹说。",
            [("稻子长得好。", "石阿根"), ("我不打算走了。", "吴小妹")],
        ),
        ("“不能再等了。”居民代表们最后说。", [("不能再等了。", None)]),
        ("“路通了。”在青山村，村民杨秀花对记者说。", [("路通了。", "杨秀花")]),
        ("“路通了。”市水利局局长罗天成也说。", [("路通了。", "罗天成")]),
        # two characters or three: nobody is guessed
        ("“路通了。”村民杨秀也说。", [("路通了。", None)]),
        ("居民搬进了新楼。“条件很好。”他说。", [("条件很好。", None)]),
        ("“不能再等了。”居民代表说。", [("不能再等了。", None)]),
        ("当地获评“避暑城市50佳”“文明城市”等称号。", []),
        ("记者获悉，“十大工程”全部开工。", []),
    ],
)
def test_quotations_are_attributed(text: str, turns: list[tuple[str, str | None]]) -> None:
    assert quoted(text) == turns


def test_two_quotations_that_touch_have_two_speakers() -> None:
    text = (
        "“前景很好。”张伟说，“会更好。”"
        "“苹果是我们的乡愁。”云山农业公司董事长周杨立志于把苹果卖到全国。"
    )
    assert [speaker for _, speaker in quoted(text)] == ["张伟", "张伟", "周杨"]


def test_an_official_is_a_spokesperson_and_a_company_head_a_guest() -> None:
    text = "“我们将加快建设。”市住建局局长张伟说。“订单很多。”江州机械有限公司董事长何大为说。"
    transcript = parse(record(LEAD + text)).value
    assert [turn.role for turn in transcript.turns] == ["spokesperson", "guest"]
    assert [turn.section for turn in transcript.turns] == ["release", "guest_speech"]


def test_a_later_quotation_keeps_the_title_that_an_earlier_one_gave() -> None:
    text = "“先修路。”市水利局局长罗天成说。“再种树。”罗天成最后说。"
    text += "“太好了。”村党支部书记石阿根说。"
    transcript = parse(record(LEAD + text)).value
    assert [(turn.speaker, turn.role) for turn in transcript.turns] == [
        ("罗天成", "spokesperson"),
        ("罗天成", "spokesperson"),
        ("石阿根", "guest"),
    ]
