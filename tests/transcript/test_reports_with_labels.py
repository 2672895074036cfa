"""Reports that print labels among their own prose, quotations told by position, and what stands
below the last answer: made-up texts."""

from __future__ import annotations

import pytest

from exporter.transcript.model import Transcript
from exporter.transcript.parse import parse
from tests.transcript.test_transcript_properties import record


def read(text: str) -> Transcript:
    return parse(record(text)).value


def turns(text: str) -> list[tuple[str, str | None, str]]:
    return [(turn.role, turn.speaker, turn.text) for turn in read(text).turns]


ASKED = "3月8日，海州市举行记者会。\n海州社记者：音乐市场如何？\n柯恺：发展很快。\n"
SPOKEN = [
    "“海州之声”的版权虽属我市，收益为各县共享。",
    "未经授权的使用一直存在，我们要保护好每一位作者的著作权，这项工作明年会做得更细。",
]
NOTES = ["版权所有：海州日报社", "未经授权，不得转载。", "版权声明：本文由海州日报发布。"]


@pytest.mark.parametrize("line", SPOKEN)
def test_an_answer_about_copyright_is_spoken_to_its_end(line: str) -> None:
    assert turns(ASKED + line)[-1][2] == f"发展很快。\n{line}"


@pytest.mark.parametrize("line", NOTES)
def test_a_note_on_copyright_is_none_of_the_answer(line: str) -> None:
    assert turns(ASKED + line)[-1][2] == "发展很快。"


def test_a_caption_of_nothing_but_the_name_of_the_next_label_is_not_spoken() -> None:
    text = "主持人：各位好，先请罗一平先生介绍。\n罗一平\n市水利局副局长罗一平：各位好，我来介绍。"
    assert turns(text)[0][2] == "各位好，先请罗一平先生介绍。"


def test_who_presides_in_a_caption_has_no_label_there() -> None:
    text = "发布会由柯恺主持\n[柯恺]：各位好，请罗一平局长介绍。\n[罗一平]：水价不涨。\n"
    assert [(role, speaker) for role, speaker, _ in turns(text)] == [
        ("host", "柯恺"),
        ("spokesperson", "罗一平"),
    ]


def test_a_report_introduces_who_has_the_next_label() -> None:
    text = (
        "市水利局副局长 罗一平：水库建好了。\n事关民生\n供水是大事\n"
        "市水利局局长段常青从三个方面介绍了我市供水形势。\n市水利局局长 段常青：管网铺到了村里。"
    )
    assert turns(text) == [
        ("spokesperson", "罗一平", "水库建好了。"),
        ("spokesperson", "段常青", "管网铺到了村里。"),
    ]


def test_a_host_calls_the_next_speaker_and_no_report_does() -> None:
    text = "柯恺：各位好。\n下面请市水利局局长段常青介绍供水形势。\n段常青：水价不涨。"
    assert turns(text)[0][2].endswith("介绍供水形势。")


def test_passers_by_speak_in_a_line_each() -> None:
    text = (
        "听证会后众说不一。\n海州市民：我觉得贵了。\n海州市民：还行吧。\n不仅如此，网上也议论开了。"
    )
    assert turns(text) == [("guest", None, "我觉得贵了。"), ("guest", None, "还行吧。")]
    assert {turn.office for turn in read(text).turns} == {"海州市民"}


def test_headlines_that_begin_with_who_acts_are_no_labels() -> None:
    text = (
        "昨日，海州市市长柯恺在群里聊天。\n网友：“鼓掌”欢迎市长\n柯恺刚一上线，网友发出“鼓掌”的表情。\n"
        "市长：爽快公布邮箱\n有网友问市长：“邮箱可以公开吗？”柯恺爽快地表示：“我的邮箱就在网上。”"
    )
    assert turns(text) == [
        ("journalist", None, "邮箱可以公开吗？"),
        ("spokesperson", "柯恺", "我的邮箱就在网上。"),
    ]


def test_some_reporter_is_of_no_outlet() -> None:
    text = "3月5日，海州市举行例行记者会。\n有记者问：水价涨吗？\n对此，柯恺表示，水价不涨。"
    (asked,) = read(text).turns
    assert (asked.role, asked.org) == ("journalist", None)


def test_whom_a_paper_has_interviewed_answers() -> None:
    text = "海州社记者采访了市水利局党组书记、局长段常青。\n问：水价涨吗？\n答：不涨。"
    said = turns(text)
    assert said[1][:2] == ("spokesperson", "段常青")
    assert "transcript.named-by-lead" in {notice.code for notice in read(text).notices}


def test_what_is_left_of_an_office_is_nobody() -> None:
    text = (
        "主持人：出席的还有市水利局党组成员、总工程师、新闻发言人段常青先生。\n段常青：水价不涨。"
    )
    assert [person.name for person in read(text).people] == ["段常青"]


def test_words_of_a_question_name_nobody_of_the_lead() -> None:
    text = (
        "记者：据报道，防务部助理部长帮办近期参加研讨时称要涨价。对此有何评论？\n段常青：水价不涨。"
    )
    assert [person.name for person in read(text).people] == ["段常青"]


BY_PLACE = [
    ("“涨得太频繁了吧？”海州市政协委员董方第一个发言。", "董方"),
    ("海州市消费者协会的王树清紧接着发言。他提出多个问题：“管道呢？”“成本呢？”\n", "王树清"),
    ("“只提问不解决的会。”听证会参加人殷小明在接受采访时表示，他不满意。", "殷小明"),
    ("真正的考验来了。罗一平对此似乎早有准备，“人员已经调离，会按要求严办。”", "罗一平"),
    ("当记者问起感受，罗一平放松了一下，面露微笑，“刚刚很紧张。”", "罗一平"),
    ("在提问前，局长先问候了现场的记者，“周末也没有休息，谢谢大家。”", "罗一平"),
    ("“各位早上好，很高兴接受采访。”\n罗一平局长首先感谢了媒体的关心。", "罗一平"),
    ("话音刚落，罗一平局长马上问道：“你是说出口退税吧？”", "罗一平"),
    ("“这次少花了一万多。”老人的儿子小瞿接着补充。", "小瞿"),
    ("刚进大厅的市水利局局长张志清听到呼唤，走上前回应。“水价不会涨。”他的回答很直接。", "张志清"),
    (
        "“没人和我一样，很意外。”\n据海州之声报道，说这话的，是参加听证会的一位代表，他叫白洋。",
        "白洋",
    ),
    ("“这才是好市长！”网友“青山小李”夸赞说。", "青山小李"),
]


@pytest.mark.parametrize(("text", "speaker"), BY_PLACE)
def test_quotations_told_by_their_place(text: str, speaker: str) -> None:
    said = turns(f"3月5日，海州市举行水价听证会，市水利局局长罗一平出席。\n{text}")
    assert said
    assert {who for _, who, _ in said} == {speaker}


ASKING = [
    ("随后，《海州日报》记者获得了提问机会，“想请问段局长，水价涨吗？”", "海州日报"),
    ("香港《海州日报》记者的问题就很尖锐，“有人涉案，想问情况如何。”", "海州日报"),
    ("第一个问题是英国《海州时报》记者提的，“房价抬高了，如何看待。”", "海州时报"),
    ("来自青山封面新闻的记者代睿格外关注通勤，“路上还要一个小时，我很期待。”", "青山封面新闻"),
    ("“如何建言？”提问刚开启，第一个抢到话筒的海州社记者就发问。", "海州社"),
    ("记者立刻改口：“对对对，是出口退税。”", None),
    ("有采访人员高喊“谁是您的接班人？”", None),
    ("只有海州经济新闻记者提了会上最短的一个问题：“如何应对？”", "海州经济新闻"),
    ("“增速能保持吗？”对于这个问题，他的答案是“肯定”。", None),
]


@pytest.mark.parametrize(("text", "outlet"), ASKING)
def test_who_gets_the_chance_asks(text: str, outlet: str | None) -> None:
    (asked,) = read(f"{text}\n段常青回答，不涨。").turns
    assert (asked.role, asked.org) == ("journalist", outlet)


def test_a_presenter_above_labels_of_his_name_has_no_label_there() -> None:
    text = (
        "主持人：李小萌\n三十年前的考试仍被人记起。\n详细内容：\n"
        "李小萌：首先介绍考试中心主任段常青先生，欢迎您。您当时负责什么？\n"
        "段常青：当时我在简报组里。\n李小萌：简报组？\n段常青：对，起草文件。"
    )
    assert [speaker for _, speaker, _ in turns(text)] == ["李小萌", "段常青"] * 2


def test_a_presenter_in_a_line_of_credits_presides() -> None:
    text = "制作：资讯部 主持人：郑嘉禾\n主持人：欢迎段常青局长。\n段常青：大家好。\n主持人：谢谢。"
    assert [speaker for _, speaker, _ in turns(text)] == ["郑嘉禾", "段常青", "郑嘉禾"]


def test_posts_with_the_newest_first_and_their_stamps_behind_them() -> None:
    text = (
        "[柯恺] 今天就到这里。12:05:06\n[柯恺] 谢谢段局长的回答。12:04:43\n"
        "[段常青] 二是水价不涨。12:03:09\n[段常青] 一是管网要修。12:02:53\n"
        "[柯恺] 请段局长回答。12:00:30"
    )
    said = [(speaker, words) for _, speaker, words in turns(text)]
    assert said[0] == ("柯恺", "请段局长回答。")
    assert said[-1] == ("柯恺", "今天就到这里。")
    assert not any("12" in words for _, words in said)


def test_what_is_shown_is_no_answer_and_no_part_of_an_outlet() -> None:
    text = (
        "【同期】海州社记者 梁小辉\n这场发布会为什么在中午举行？为什么？\n【去会场的路上】\n"
        "【同期】海州社记者 梁小辉\n我是海州社记者梁小辉，会场已经坐满了。"
    )
    said = read(text).turns
    assert {(turn.role, turn.org) for turn in said} == {("journalist", "海州社")}
    assert all(turn.text for turn in said)
    assert not any("路上" in turn.text for turn in said)


def test_what_the_host_has_just_said_is_his() -> None:
    text = "“提问请举手示意。 ”在昨日的开放日上，主持人话音未落，记者争相举手。"
    assert [turn.role for turn in read(text).turns] == ["host"]
