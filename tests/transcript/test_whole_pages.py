"""Pages of one form throughout, which are read whole or not at all: made-up text in each form."""

from __future__ import annotations

import pytest

from tests.transcript.dresses import LABELLERS, over_all
from tests.transcript.test_site_forms import transcript, turns

HEAD = "海州市召开夏粮收购新闻发布会\n发布时间：2024-05-10\n"
OPENS = (
    "女士们、先生们，大家上午好！欢迎出席新闻发布会。今天我们邀请到市农业农村局副局长柯恺、"
    "市粮食局局长陇俊伟，请他们介绍情况。我是市政府新闻办主任石雨桐。首先，请柯恺作介绍。"
)
RELEASE = "各位记者朋友，大家好！今年全市夏粮面积达到120万亩，比去年增加3万亩。"
ASKS = "请问，今年的收购价格有什么变化？谢谢。"
ANSWERS = "感谢您的提问。今年小麦最低收购价为每斤1.18元。"
CLOSES = "由于时间关系，今天的提问就到这里，发布会到此结束，谢谢大家！"
SAID = (OPENS, RELEASE, "感谢柯恺的介绍。下面请记者提问。", ASKS, ANSWERS, CLOSES)
HOST, KE, LONG, PAPER = ("石雨桐", "柯恺", "陇俊伟", "海州日报")


def page(host: str, first: str, asker: str, second: str) -> str:
    """The talk with these labels, blanks and line ends as they stand."""
    labels = (host, first, host, asker, second, host)
    return HEAD + "".join(f"{a}{b}\n" for a, b in zip(labels, SAID, strict=True))


@pytest.mark.parametrize(
    "labels",
    [
        (
            "市政府新闻办主任石雨桐同志：",
            "市农业农村局副局长柯恺同志：",
            "海州日报记者：",
            "市粮食局局长陇俊伟同志：",
        ),
        ("石雨桐同志\n", "柯恺同志\n", "海州日报记者\n", "陇俊伟同志\n"),
        (
            "石雨桐（市政府新闻办主任） ",
            "柯恺（市农业农村局副局长） ",
            "海州日报记者 ",
            "陇俊伟（市粮食局局长） ",
        ),
        (
            "一、市政府新闻办主任石雨桐主持词：\n",
            "二、市农业农村局副局长柯恺发布词：\n",
            "海州日报记者问：",
            "陇俊伟答：",
        ),
        (
            "市政府新闻办主任石雨桐作主持：\n",
            "市农业农村局副局长柯恺作情况介绍：\n",
            "海州日报记者提问：\n",
            "市粮食局局长陇俊伟回答：\n",
        ),
        ("主持人石雨桐：", "市农业农村局副局长柯恺发布：", "海州日报提问：", "陇俊伟作答："),
        (
            "主持人：",
            "一、市农业农村局副局长柯恺作情况通报：\n",
            "海州日报：",
            "市粮食局局长陇俊伟作回答：",
        ),
        (
            "主持人：\n市政府新闻办主任石雨桐\n",
            "发布人：\n市农业农村局副局长柯恺\n",
            "记者：\n海州日报\n",
            "发布人：\n市粮食局局长陇俊伟\n",
        ),
    ],
)
def test_labels_of_one_form(labels: tuple[str, str, str, str]) -> None:
    who = [(role, name) for role, name, _ in turns(page(*labels))]
    assert who == [
        ("host", HOST),
        ("spokesperson", KE),
        ("host", HOST),
        ("journalist", PAPER),
        ("spokesperson", LONG),
        ("host", HOST),
    ]


@pytest.mark.parametrize("between", ["\n", ""])
def test_a_talk_without_labels_in_lines_or_in_one(between: str) -> None:
    said = (*SAID[:3], f"您好，我是海州日报记者。{ASKS}", "请陇局长回答。", ANSWERS, CLOSES)
    read = turns(HEAD + between.join(said))
    assert [(role, name) for role, name, _ in read] == [
        ("host", HOST),
        ("spokesperson", KE),
        ("host", HOST),
        ("journalist", PAPER),
        ("host", HOST),
        ("spokesperson", LONG),
        ("host", HOST),
    ]


def test_a_host_who_lists_the_guests_and_the_agenda_hands_over_last() -> None:
    read = transcript(
        f"{HEAD}各位来宾，朋友们：\n大家上午好！\n欢迎出席市政府新闻办举办的新闻发布会。"
        "我是市委宣传部副部长石雨桐，今天的发布会由我主持，首先请允许我介绍出席发布会的领导，他们是：\n"
        "市农业农村局副局长 柯恺先生；\n市粮食局局长 陇俊伟先生；\n"
        "发布会有三项议程，一是请柯恺局长介绍情况；二是请陇俊伟局长作发布；三是记者提问。\n"
        f"首先，由柯恺局长介绍夏粮情况；\n发布会现场。\n{RELEASE}\n"
        f"下面，由陇俊伟局长介绍收购情况。\n各位朋友，{ANSWERS}\n{CLOSES}\n"
    ).turns
    assert [(t.speaker, t.text[:3]) for t in read] == [
        (HOST, "各位来"),
        (KE, "各位记"),
        (HOST, "下面，"),
        (LONG, "各位朋"),
        (HOST, "由于时"),
    ]


TALK = (
    "做客海州政府网\n嘉宾：市粮食局局长陇俊伟\n{0}大家好，今天做客的是市粮食局局长陇俊伟。\n"
    "{1}主持人好，大家好。\n{0}今年收购价是多少？\n{1}今年小麦收购价为每斤1.18元。\n"
)


@pytest.mark.parametrize(
    ("asker", "guest"),
    [
        ("主持人：", "嘉宾："),
        ("主持：", "主讲人："),
        ("HOST：", "GUEST："),
        ("主持人：", "受访人："),
        ("问：", "答："),
        ("Q：", "A："),
        ("网友提问：", "领导回复："),
    ],
)
def test_the_one_guest_of_a_talk_answers(asker: str, guest: str) -> None:
    said = turns(TALK.format(asker, guest))
    assert [name for role, name, _ in said if role == "spokesperson"] == [LONG, LONG]
    assert len(said) == 4


def test_of_two_guests_none_is_guessed() -> None:
    two = TALK.replace("陇俊伟\n{0}", "陇俊伟、副局长柯恺\n{0}", 1)
    said = turns(two.format("问：", "答："))
    assert [name for role, name, _ in said if role == "spokesperson"] == [None, None]


def test_lists_of_those_who_take_part_hold_no_label() -> None:
    who = (
        "市粮食局局长陇 俊先生；\n市民政局党组成员、副局长孟令武先生；\n市疾控中心主任郝义先生。\n"
    )
    read = transcript(
        "发布人：\n陇俊 市粮食局局长\n孟令武 市委农办副主任，市民政局副局长\n崔 梅 市交通局调研员\n"
        f"郝义 市疾控中心主任\n市政府新闻办主任 石雨桐\n各位朋友：\n大家好！欢迎出席发布会。"
        f"首先，我介绍一下出席今天发布会的发布人：\n{who}下面，请陇俊先生作介绍。\n"
        "市粮食局局长 陇俊\n各位朋友，大家好！全市有粮库120座。\n"
        "海州日报记者\n请问，粮食够吃吗？\n市民政局副局长 孟令武\n谢谢提问。足够。\n"
    )
    assert [t.speaker for t in read.turns] == [HOST, "陇俊", None, "孟令武"]
    assert read.turns[0].text.endswith("请陇俊先生作介绍。")


def test_an_office_in_short_is_no_name() -> None:
    read = transcript(
        "主持人：大家好。今天请来了市委农办主任、市农业农村局局长柯恺。\n柯恺：大家好。\n"
    )
    assert [person.name for person in read.people] == [KE]


def test_whoever_gives_his_name_has_it_under_the_same_label_again() -> None:
    read = transcript(
        "石主任：大家好！我是市政府新闻办主任石雨桐。下面请陇局长作介绍。\n"
        "陇局长：大家好！我是市粮食局局长陇俊伟。全市粮库有120座。\n石主任：感谢陇局长。请提问。\n"
        "海州日报记者：请问怎样落实？\n陇局长：谢谢提问。我们派出了12个检查组。\n"
    )
    assert [t.speaker for t in read.turns] == [HOST, LONG, HOST, None, LONG]
    assert (read.host_org, read.turns[0].office) == ("市政府新闻办", "市政府新闻办主任")


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        ("海州市副市长陇俊伟在新闻发布会上的讲话", LONG),
        ("市粮食局局长陇俊伟同志在夏粮收购启动仪式上的致辞（全文）", LONG),
        ("在夏粮收购启动仪式上的致辞", None),
    ],
)
def test_a_page_that_is_one_speech_by_its_title(title: str, speaker: str | None) -> None:
    page = f"{title}\n（2024年5月10日）\n各位记者朋友：\n大家好！全市粮库有120座。\n谢谢大家！\n"
    assert [t.speaker for t in transcript(page).turns] == ([speaker] if speaker else [])


NEWS = "本报讯 5月10日，市粮食局局长陇俊伟、市农业农村局副局长柯恺出席发布会。\n"


@pytest.mark.parametrize(
    ("led", "speaker"),
    [
        ("他话锋一转：", LONG),
        ("谈及下一步，他信心满满：", LONG),
        ("他发出这样的感慨：", LONG),
        ("他身边的村民感叹：", None),
        ("他引用一位老人的话：", None),
        ("谈到柯恺，他笑了：", None),
    ],
)
def test_a_pronoun_that_opens_the_next_paragraph(led: str, speaker: str | None) -> None:
    said = turns(f"{NEWS}陇俊伟说：“农民种粮不容易。”\n{led}“今年和往年不一样。”\n")
    assert [name for _, name, _ in said] == [LONG, speaker]


def test_a_headline_with_a_label_costs_no_answer_below() -> None:
    said = turns(
        "市消防总队发言人柯恺：\n火警下降一成\n柯恺介绍，今年以来，全市火警下降10.9%。\n同题问答\n"
        "市消防总队发言人柯恺：作为发言人，要熟悉媒体的报道方式。\n"
        "市交通局副局长陇俊伟：对我来讲，这是一个小考试。\n"
    )
    assert [(name, words) for _, name, words in said] == [(KE, "作为发言"), (LONG, "对我来讲")]


@pytest.mark.parametrize("dress", ["{who}：", "{who} ", "【{who}】", "{who}⏎"])
def test_a_name_with_its_office_in_brackets_in_the_commonest_dresses(dress: str) -> None:
    score = over_all(dress, [LABELLERS["name (office)"], LABELLERS["comrade"]])
    assert (score.f1 >= 0.99, score.speaker >= 0.99, score.wrong) == (True, True, 0), score
