"""Labels and heads in the forms that government sites and news sites print, which prove nothing by
a mark: made-up text in each form."""

from __future__ import annotations

import pytest

from exporter.source.clean import clean
from exporter.source.read import decode
from exporter.transcript.model import Transcript
from exporter.transcript.parse import parse


def transcript(text: str) -> Transcript:
    (record,) = clean(decode("page.txt", text.encode()).value).value
    return parse(record).value


def turns(text: str) -> list[tuple[str, str | None, str]]:
    """Role, speaker or outlet, and the first four characters of each turn."""
    return [(t.role, t.speaker or t.org, t.text[:4]) for t in transcript(text).turns]


ASKED = "海州日报记者:请问今年春耕的面积有多大?\n"


@pytest.mark.parametrize(
    ("label", "speaker"),
    [
        ("海州市人民政府新闻办公室李梅:\n", "李梅"),  # body and name, no office
        ("海州市政府新闻办 李梅:\n", "李梅"),
        ("海州市新闻中心副主任、主持人李梅:", "李梅"),
        ("主持人:海州市委宣传部新闻处处长李梅 ", "李梅"),
    ],
)
def test_the_host_is_named_in_every_form(label: str, speaker: str) -> None:
    said = turns(
        f"{label}各位记者朋友,大家上午好!下面请王芳副市长介绍情况。\n"
        "海州市副市长王芳:谢谢主持人。今年春耕面积有5万亩。\n" + ASKED
    )
    assert said[0] == ("host", speaker, "各位记者")
    assert said[1][:2] == ("spokesperson", "王芳")


def test_a_label_stands_over_three_lines() -> None:
    said = turns(
        "3月5日,海州市举行疫苗接种新闻发布会。\n\n文字实录李梅\n\n海州市卫健委新闻发言人\n\n宣传处副处长\n\n"
        "各位媒体朋友,大家下午好。下面请记者提问。\n\n"
        "海州日报记者:\n\n请问疫苗接种的进展如何?\n\n"
        "王芳:\n\n目前已经接种5万人。\n\n海州电视台记者:\n\n请问何时结束?\n\n王芳:\n\n六月底结束。\n"
    )
    assert [turn[1] for turn in said] == ["李梅", "海州日报", "王芳", "海州电视台", "王芳"]
    assert said[0][2] == "各位媒体"


def test_who_answers_one_question_needs_no_question_mark_before_the_name() -> None:
    said = turns(ASKED.replace("?", "。") + "柯恺:面积是5万亩,比去年多一成。\n")
    assert [turn[:2] for turn in said] == [("journalist", "海州日报"), ("spokesperson", "柯恺")]


@pytest.mark.parametrize("outlet", ["海州《晨报》", "《海州晨报》"])
def test_an_outlet_in_title_marks(outlet: str) -> None:
    said = turns(f"{outlet}记者:请问面积有多大?\n柯恺:面积是5万亩。\n")
    assert said[0][:2] == ("journalist", outlet.replace("《", "").replace("》", ""))


def test_a_military_rank_is_no_part_of_the_name() -> None:
    said = transcript(
        "海州军区5月例行记者会\n时间:2024年5月30日15:00\n地点:海州军区新闻厅\n"
        "发布人:海州军区新闻处处长、新闻发言人柯恺大校\n\n"
        "5月30日下午,海州军区举行例行记者会,新闻发言人柯恺大校答记者问。\n"
        "柯恺:各位记者朋友,大家下午好!\n记者:请问演习何时结束?\n柯恺:六月底结束。\n"
    )
    assert [turn.speaker for turn in said.turns] == ["柯恺", None, "柯恺"]
    assert [person.name for person in said.people] == ["柯恺"]
    assert said.turns[0].text.startswith("各位记者")


@pytest.mark.parametrize(
    "head",
    [
        "海州市副市长王芳\n|\n海州社海州3月5日电(记者 李梅)今天上午,海州市举行记者会。\n",
        "媒体:海州网 作者:小鱼\n海州市3月5日在新闻厅举行春耕新闻发布会,介绍情况。\n",
        "2024年3月5日海州市副市长王芳\n主持例行记者会\n",
    ],
)
def test_no_turn_stands_above_the_lead(head: str) -> None:
    said = turns(head + ASKED + "王芳:面积是5万亩。\n")
    assert [turn[:2] for turn in said] == [("journalist", "海州日报"), ("spokesperson", "王芳")]


def test_a_list_of_offices_behind_names_is_no_speech() -> None:
    said = turns(
        "3月5日,海州市举行发布会。\n王芳:海州市生态环境局副局长\n柯恺:海州市水利局局长\n"
        + ASKED
        + "王芳:面积是5万亩。\n柯恺:我补充一点,水源有保障。\n"
    )
    assert [turn[1] for turn in said] == ["海州日报", "王芳", "柯恺"]


def test_who_welcomes_calls_for_the_questions_himself() -> None:
    said = turns("柯恺:欢迎大家参加今天的发布会。现在开始提问。\n" + ASKED + "柯恺:面积是5万亩。\n")
    assert [turn[1] for turn in said] == ["柯恺", "海州日报", "柯恺"]


@pytest.mark.parametrize("signed", ["(海州网 李梅)", "(完)"])
def test_the_signature_of_the_page_is_no_speech(signed: str) -> None:
    said = transcript(ASKED + f"柯恺:面积是5万亩。{signed}\n")
    assert said.turns[-1].text == "面积是5万亩。"


def test_a_label_once_more_in_latin_letters_is_part_of_it() -> None:
    said = transcript(
        "李梅:\nLi Mei:\n各位媒体朋友,大家好!请王芳副市长介绍情况。\nGood morning.\n"
        "王芳:\nWang Fang:\n谢谢主持人。面积是5万亩。\nThank you.\n" + ASKED
    )
    assert [turn.text[:4] for turn in said.turns[:2]] == ["各位媒体", "谢谢主持"]


def test_one_question_and_its_answer_in_a_line() -> None:
    said = turns("海州市发言人柯恺答记者问。问:请问对此有何评论?答:我们注意到有关报道。\n")
    assert [turn[0] for turn in said] == ["journalist", "spokesperson"]


def test_a_byline_above_an_article_asks_nothing() -> None:
    article = "海州市周一举行发布会,请水利局局长柯恺介绍情况。\n柯恺表示,水源有保障。\n"
    assert transcript(f"记者 李梅\n{article}").kind == "news"


def test_whom_a_picture_shows_says_nothing() -> None:
    said = turns(
        "3月5日,海州市举行发布会。\n海州市副市长王芳\n春耕答问\n海州市水利局局长柯恺\n春耕答问\n"
        "主持人:\n各位记者朋友,大家好。有请王市长。\n王芳:\n谢谢大家,面积是5万亩。\n" + ASKED
    )
    assert [turn[:2] for turn in said[:2]] == [("host", None), ("spokesperson", "王芳")]


def test_the_host_behind_another_colon_far_from_a_stop() -> None:
    said = turns(
        "海州市副市长王芳等就春耕在新闻中心答记者问(2024年3月5日)《海州日报》2024年3月6日农村工作会议:"
        "主持人:各位记者朋友,大家上午好!有请王市长。王芳:谢谢大家,面积是5万亩。" + ASKED
    )
    assert said[0][0] == "host"


def test_the_office_that_the_lead_gives_labels_the_speech() -> None:
    said = turns(
        "海州特区行政长官王芳女士3月5日召开记者会。\n以下是王芳发言的内容:\n行政长官:大家早晨。今天有三件事。\n"
    )
    assert [turn[2] for turn in said] == ["大家早晨"]


def test_an_office_whose_body_has_another_in_its_name_answers() -> None:
    said = transcript(
        "问:改革有哪些考虑?\n海州机构编制委员会办公室负责人答:主要有两点考虑。\n"
        "问:何时完成?\n海州机构编制委员会办公室负责人答:年底完成。\n"
    )
    assert [turn.text[:4] for turn in said.turns] == [
        "改革有哪",
        "主要有两",
        "何时完成",
        "年底完成",
    ]
    assert {turn.speaker for turn in said.turns} == {None}
