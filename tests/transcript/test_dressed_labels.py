"""Labels in dresses that nobody lists: what stands around them page wide proves them, and what
names end in."""

from __future__ import annotations

import pytest

from exporter.source.clean import clean
from exporter.source.read import decode
from exporter.transcript.folding import fold
from exporter.transcript.labels.dressed import dressed_labels, find_dresses
from exporter.transcript.model import Turn
from exporter.transcript.parse import parse
from exporter.transcript.people.names import is_name
from exporter.transcript.people.roster import Roster

HEAD = "云溪市秋粮收购新闻发布会\n2024年9月12日，云溪市召开新闻发布会。\n"
SAID = (
    ("主持人", "各位记者，下午好。请市粮食局介绍情况。"),
    ("市粮食局局长罗天成", "今年收购点有86个，比去年多9个。"),
    ("云溪日报记者", "请问收购价格怎么定？"),
    ("罗天成", "价格随行就市，每斤不低于1.29元。"),
    ("主持人", "发布会到此结束，谢谢大家。"),
)
TURNS = [
    ("host", None, "各位记者"),
    ("spokesperson", "罗天成", "今年收购"),
    ("journalist", None, "请问收购"),
    ("spokesperson", "罗天成", "价格随行"),
    ("host", None, "发布会到"),
]


def turns(text: str, name: str = "page.txt") -> list[Turn]:
    (record,) = clean(decode(name, text.encode()).value).value
    return list(parse(record).value.turns)


def told(said: list[Turn]) -> list[tuple[str, str | None, str]]:
    return [(turn.role, turn.speaker, turn.text[:4]) for turn in said]


@pytest.mark.parametrize(
    "dress",
    [
        "「{who}」：{said}",
        "『{who}』{said}",
        "《{who}》：{said}",
        "*{who}*：{said}",
        "{{{who}}}{said}",
        "［{who}］{said}",
        "{who}；{said}",
        "{who}/{said}",
        "{who}→{said}",
        "{who}说：{said}",
        "{who}发言如下：{said}",
        "{number}楼 {who}：{said}",
        "#{number} {who}\n{said}",
        "第{number}条 {who}：{said}",
        "{number}楼 {who} 2024-09-12 10:0{number}:11\n{said}",
        "[{who} 10:0{number}]{said}",
        "{who} 上午10:0{number}\n{said}",
        "{who}\n10:0{number}\n{said}",
        "{who}：2024-09-12 10:0{number}:11\n{said}",
    ],
)
def test_a_dress_page_wide_proves_its_labels(dress: str) -> None:
    lines = [
        dress.format(who=who, said=said, number=number)
        for number, (who, said) in enumerate(SAID, 1)
    ]
    assert told(turns(HEAD + "\n".join(lines) + "\n")) == TURNS


@pytest.mark.parametrize(
    "row",
    [
        "<tr><td>{who}<br>2024-09-12 10:05:11</td><td>{said}</td></tr>",
        "<tr><td>10:05<br>{who}</td><td>{said}</td></tr>",
        "<tr><td>{who}</td><td></td><td>{said}</td></tr>",
        "<tr><td>{who}</td><td>云溪市粮食系统</td><td>{said}</td></tr>",
    ],
)
def test_a_cell_with_a_stamp_or_an_office_beside_the_speaker(row: str) -> None:
    rows = "".join(row.format(who=who, said=said) for who, said in SAID)
    page = f"<html><body><h1>{HEAD.split()[0]}</h1><table>{rows}</table></body></html>"
    assert told(turns(page, "page.html")) == TURNS


def test_a_stranger_in_a_proved_dress_is_read_by_its_form() -> None:
    lines = [f"「{who}」：{said}" for who, said in SAID]
    lines[2] = lines[2].replace("云溪日报记者", "澳广视")
    found = turns(HEAD + "\n".join(lines) + "\n")
    assert [turn.org for turn in found] == [None, None, "澳广视", None, None]


@pytest.mark.parametrize(
    "lines",
    [
        "罗天成说：“收购点有86个。”\n石磊说：“仓房够用。”\n罗天成说：“价格也稳。”",
        "1. 罗天成 市粮食局局长\n2. 石磊 市发改委副主任\n3. 云海生 市财政局副局长",
        "「罗天成」：今年收购点有86个。\n「石磊」：仓房够用。",
        "①加强收购；各县要备足仓房。\n②加强检查；各县要压实责任。\n③加强领导；要落实责任。",
    ],
    ids=["a report", "who takes part", "two lines", "what is to be done"],
)
def test_lines_of_one_form_that_are_no_labels(lines: str) -> None:
    view = fold(f"{HEAD}{lines}\n")
    assert list(dressed_labels(view, find_dresses(view, Roster()), Roster())) == []


@pytest.mark.parametrize("deed", ["发言", "回答", "答道", "指出", "讲话", "介绍", "说"])
def test_a_deed_is_no_part_of_a_name(deed: str) -> None:
    assert not is_name(f"罗{deed}")
    assert not is_name(f"欧阳{deed}")
    lines = [f"罗局长{deed}：{said}" if "罗" in who else f"{who}：{said}" for who, said in SAID]
    text = HEAD + "市粮食局局长罗天成出席。\n" + "\n".join(lines) + "\n"
    assert {turn.speaker for turn in turns(text)} <= {None, "罗天成"}


def test_a_question_with_a_time_behind_it_has_no_number() -> None:
    found = turns(
        "关于《云溪市收粮办法》的问答\n问10:00\n价格怎么定？\n答10:01\n随行就市，请放心。\n"
    )
    assert [turn.text for turn in found] == ["价格怎么定？", "随行就市，请放心。"]


@pytest.mark.parametrize(("asks", "answers"), [("Q. ", "A. "), ("问 ", "答 "), ("问\n", "答\n")])
def test_signs_for_questions_and_answers_prove_each_other(asks: str, answers: str) -> None:
    title = "关于《云溪市收粮办法》的问答\n"
    found = turns(
        f"{title}{asks}价格怎么定？\n{answers}随行就市，请放心。\n"
        f"{asks}何时开秤？\n{answers}九月十五日开秤。\n"
    )
    assert [(turn.role, turn.text[:4]) for turn in found] == [
        ("journalist", "价格怎么"),
        ("spokesperson", "随行就市"),
        ("journalist", "何时开秤"),
        ("spokesperson", "九月十五"),
    ]


def test_one_sign_alone_is_no_label() -> None:
    assert turns("云溪市收粮办法\nA. 价格随行就市。\nB. 九月开秤。\nA. 价格随行就市。\n") == []


def test_of_several_who_answer_together_none_is_named() -> None:
    found = turns(
        "9月12日，云溪市召开发布会。市粮食局局长罗天成、市财政局局长石磊、市农业局副局长柯恺一同回答记者提问。\n"
        "问：价格怎么定？\n答：随行就市，请放心。\n问：何时开秤？\n答：九月十五日开秤。\n"
    )
    assert {turn.speaker for turn in found} == {None}


def test_offices_in_lines_of_their_own_are_labels_where_the_page_gives_them_to_somebody() -> None:
    found = turns(
        "以下是粮食局局长罗天成今日会见传媒的谈话内容：\n粮食局局长\n各位好，今年收购点有86个。\n"
        "记者\n价格怎么定？\n粮食局局长\n价格随行就市，每斤不低于1.29元。\n"
        "记者\n何时开秤？\n粮食局局长\n九月十五日开秤。\n"
    )
    assert [turn.speaker for turn in found] == ["罗天成", None, "罗天成", None, "罗天成"]


def test_a_time_in_brackets_touches_a_name_that_a_blank_parts_from_the_speech() -> None:
    said = turns(
        f"{HEAD}[09:30]主持人 各位记者，上午好。先请罗天成局长介绍情况。\n"
        "[09:33]罗天成 好的。入春以来，降水偏少三成。\n"
        "[09:37]接着说说装备。今年新配了巡护无人机。\n"
        "[09:42]主持人 谢谢罗局长。下面请记者提问。\n"
        "[09:43]云溪日报记者 今年还能上山烧纸吗？\n"
        "[09:44]罗天成 我的回答很明确，一律不准动火。\n"
        "[09:55]主持人 时间关系，提问就到这里，谢谢大家。\n"
    )
    names = [turn.speaker for turn in said]
    assert names == [None, "罗天成", None, None, "罗天成", None]
    assert [turn.role for turn in said][3] == "journalist"
    assert "09:37" not in said[1].text
