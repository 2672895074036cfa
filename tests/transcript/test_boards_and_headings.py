"""Labels behind times in cells, nicknames, headings that label, marks that head parts."""

from __future__ import annotations

import pytest

from exporter.source.clean import clean
from exporter.source.read import decode
from exporter.transcript.model import Turn
from exporter.transcript.parse import parse


def turns(name: str, text: str) -> list[Turn]:
    (record,) = clean(decode(name, text.encode()).value).value
    return list(parse(record).value.turns)


def test_names_in_brackets_behind_a_time_cell() -> None:
    rows = [
        ("15:00", "[卓晓岚]各位记者朋友，下午好。请裴建勋先生发布。"),
        ("15:01", "图为裴建勋副关长发布有关情况"),
        ("15:03", "[裴建勋]大家好。上半年进出口增长4.6%。"),
        ("15:15", "[海州日报记者]请问下半年怎么看？"),
        ("15:16", "[裴建勋]外需偏弱，但我们有信心。"),
    ]
    cells = "".join(f"<tr><td>{time}</td><td>{said}</td></tr>" for time, said in rows)
    found = turns("page.html", f"<h1>海关新闻发布会</h1><table>{cells}</table>")
    assert [(turn.speaker, turn.org, turn.text[:4]) for turn in found] == [
        ("卓晓岚", None, "各位记者"),
        ("裴建勋", None, "大家好。"),
        (None, "海州日报", "请问下半"),
        ("裴建勋", None, "外需偏弱"),
    ]


def test_a_nickname_in_the_label_of_a_citizen_is_not_spoken() -> None:
    text = (
        "主持人：\n各位网友好，欢迎舒建湘局长。\n舒建湘：\n主持人好，各位网友好。\n"
        "网友：小骑手：\n户口在外省，可以参保吗？\n舒建湘：\n可以，带身份证来就行。\n"
    )
    assert [turn.text for turn in turns("page.txt", text)][2] == "户口在外省，可以参保吗？"


def test_headings_that_come_back_are_labels() -> None:
    said = [
        ("Governor, Helen March", "Good afternoon. The rate stays at 4.35 per cent."),
        ("Duncan Pryor (The Harbour Post)", "How close was the decision?"),
        ("Helen March", "It was close. We looked at both cases."),
        ("Priya Raman (AQB)", "Does the market change your view?"),
        ("Helen March", "I would not overreact to it."),
    ]
    body = "".join(f"<h4>{who}</h4><p>{words}</p>" for who, words in said)
    head = "<h1>Media Conference</h1><p>Sydney – 6 August 2024</p><h3>Transcript</h3>"
    found = turns("page.html", f"<html><body>{head}{body}</body></html>")
    assert [turn.text for turn in found] == [words for _, words in said]
    assert [turn.speaker for turn in found[::2]] == ["Helen March"] * 3
    assert [turn.role for turn in found[1::2]] == ["journalist"] * 2


def test_a_mark_before_what_might_be_a_name_heads_a_part() -> None:
    text = (
        "汉源水价听证会举行\n昨天，居民用水价格听证会在市发改委举行。\n■成本账\n"
        "市自来水公司总经理邬振国说：“现行水价是2012年定的，九年没有动过。”\n■专家建议\n"
        "他建议采用方案二。\n"
    )
    assert [turn.speaker for turn in turns("page.txt", text)] == ["邬振国"]


def test_the_heading_that_ends_the_questions_is_not_spoken() -> None:
    text = (
        "主持人：请提问。\n海州日报记者：水费涨不涨？\n市水务局局长罗天成：水费不涨。请大家放心。"
        "提问环节结束谢谢罗局长，也谢谢各位。今天的发布会到此结束。\n"
    )
    assert [turn.text[:5] for turn in turns("page.txt", text)][-1] == "谢谢罗局长"


@pytest.mark.parametrize(
    "said",
    [
        "记者提问就到这里，今天的发布会到此结束，谢谢大家！",
        "答记者问到此结束，谢谢大家！",
        "新闻发布现在开始。",
        "记者提问开始，请举手。",
    ],
)
def test_a_heading_that_is_the_subject_of_a_sentence_is_spoken(said: str) -> None:
    text = (
        "主持人 李梅：各位记者朋友，大家上午好。请柯恺介绍情况。\n"
        f"市水利局局长 柯恺：大家好。全市新建水厂三座。\n李梅：{said}\n"
    )
    assert turns("page.txt", text)[-1].text == said


def test_the_menu_of_a_ministry_names_nobody() -> None:
    """答： is the spokesperson of the title, no item of the menu above it."""
    text = (
        "外交部 部长 部领导 发言人 资料\n2024年3月5日外交部发言人乔知远主持例行记者会\n\n"
        "乔知远：各位下午好。下面我愿回答大家的提问。\n"
        "问：发言人对此有何评论？\n答：我们注意到有关报道。路通了，车就通了。\n"
    )
    found = turns("page.txt", text)
    assert [turn.speaker for turn in found] == ["乔知远", None, "乔知远"]


def test_a_slogan_with_a_colon_makes_no_transcript_of_a_report() -> None:
    text = (
        "Port review will be late\n\nThe spokesman would not be drawn on Monday.\n\n"
        "“I am not going to say what is on a desk,” he told reporters. “It will come out in full.”"
        "\n\nThe Harbour Tide: our newsletter, in your inbox at dawn\n\n"
        "Shadow minister Callum Hale told reporters: “Families do not need another season of it.”"
        "\n\n“The Prime Minister was there in the summer,” the spokesman replied.\n"
    )
    (record,) = clean(decode("page.txt", text.encode()).value).value
    found = parse(record).value
    assert found.kind == "news"
    assert "Callum Hale" in [turn.speaker for turn in found.turns]


def test_a_host_with_an_office_that_no_list_has() -> None:
    host = "主持人 公共事务组窗口李梅芳"
    text = (
        f"海州市供水记者会\n\n{host}：各位媒体朋友大家好，欢迎参加记者会。请局长说明。\n"
        "水利局柯恺局长：大家好。全市新建水厂三座。\n媒体提问：水价涨不涨？\n"
        f"水利局柯恺局长：不涨。\n{host}：谢谢局长，记者会到此结束。\n"
    )
    found = turns("page.txt", text)
    assert [turn.speaker for turn in found] == ["李梅芳", "柯恺", None, "柯恺", "李梅芳"]
    assert found[-1].text == "谢谢局长，记者会到此结束。"
