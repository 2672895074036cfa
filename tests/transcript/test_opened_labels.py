"""Labels that an element of the page tells, whatever its class is called."""

from __future__ import annotations

import pytest

from exporter.source.clean import clean
from exporter.source.model import Mark
from exporter.source.read import decode
from exporter.transcript.model import Turn
from exporter.transcript.parse import parse

# an outlet that nobody knows, a name in brackets, a name without a surname, a second host's name
TALK = [
    ("主持人·市政府新闻办　蔺小舟", "各位朋友，上午好。请周局长介绍食堂的情况。", "host", "蔺小舟"),
    ("周晚 局长（市民政局）", "谢谢主持人。食堂建了18家，老人都能吃上饭。", "spokesperson", "周晚"),
    ("北岭观察", "想了解一下，食堂够不够用？", "journalist", None),
    ("周晚", "够用。今年再建18家，请大家放心。", "spokesperson", "周晚"),
    ("灯下周刊 记者 何田", "饭菜由谁来做？", "journalist", "何田"),
    ("桑杰措", "我们请了46位师傅，都有健康证。", "spokesperson", "桑杰措"),
    ("蔺小舟", "最后一个问题。", "host", "蔺小舟"),
    ("潮头在线", "周末开不开门？", "journalist", None),
    ("桑杰措", "开。周末也供应两餐。", "spokesperson", "桑杰措"),
    ("蔺小舟", "发布会到此结束，谢谢大家！", "host", "蔺小舟"),
]
FORMS = {
    "a span": "<p><span class='x1'>{0}</span>{1}</p>",
    "a span and a blank": "<p><span class='x1'>{0}</span>　{1}</p>",
    "a colour": "<p><font color='#c00'>{0}</font> {1}</p>",
    "a style": "<p><span style='color:red'>{0}：</span>{1}</p>",
    "bold": "<p><b>{0}</b>{1}</p>",
    "a block": "<div class='x1'>{0}</div><div class='x2'>{1}</div>",
    "a sign before": "<p>▍<em>{0}</em> {1}</p>",
    "a time before": "<p><i>10:05</i> <b>【{0}】</b>{1}</p>",
}
SAID = [(role, speaker, text) for _, text, role, speaker in TALK]


def page(body: str) -> bytes:
    head = "<html><head><meta charset='utf-8'><title>社区食堂新闻发布会</title></head>"
    return f"{head}<body><h1>社区食堂新闻发布会</h1><div>{body}</div></body></html>".encode()


def turns(body: str) -> list[Turn]:
    (record,) = clean(decode("page.html", page(body)).value).value
    return list(parse(record).value.turns)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_the_element_proves_every_label(form: str) -> None:
    found = turns("".join(form.format(label, text) for label, text, _, _ in TALK))
    assert [(turn.role, turn.speaker, turn.text) for turn in found] == SAID


def test_labels_run_on_in_one_paragraph() -> None:
    found = turns("<p>" + "".join(f"<b>{label}</b>{text}" for label, text, _, _ in TALK) + "</p>")
    assert [(turn.role, turn.speaker, turn.text) for turn in found] == SAID


def test_the_outlet_and_the_name_of_who_asks() -> None:
    found = turns("".join(FORMS["a span"].format(label, text) for label, text, _, _ in TALK))
    asked = [(turn.org, turn.speaker) for turn in found if turn.role == "journalist"]
    assert asked == [("北岭观察", None), ("灯下周刊", "何田"), ("潮头在线", None)]


def test_what_heads_a_part_of_a_speech_is_said() -> None:
    parts = "<p><b>总体情况</b>　食堂建了18家。</p><p><b>下一步打算</b>　今年再建18家。</p>"
    lines = [f"<p><b>{label}</b>　{text}</p>" for label, text, _, _ in TALK]
    found = turns("".join([*lines[:2], parts, *lines[2:]]))
    assert [turn.role for turn in found] == [role for role, _, _ in SAID]
    assert "总体情况" in found[1].text
    assert "下一步打算" in found[1].text


def test_an_office_behind_the_element_belongs_to_the_label() -> None:
    lines = [f"<p><b>{label}</b>：{text}</p>" for label, text, _, _ in TALK]
    lines[1] = "<p><b>周晚</b>（市民政局局长）：谢谢主持人。食堂建了18家，老人都能吃上饭。</p>"
    found = turns("".join(lines))
    assert (found[1].speaker, found[1].text) == SAID[1][1:]
    assert found[1].office == "市民政局局长"


def marks(body: str) -> list[Mark]:
    (record,) = clean(decode("page.html", page(body)).value).value
    return [mark for mark in record.marks if mark.kind == "opening"]


def test_elements_of_two_kinds_have_two_numbers() -> None:
    line = "<div class='t'>第{0}条</div><p><b>柯恺{0}</b>：各位好，这是第{0}句话。</p>"
    found = marks("".join(line.format(number) for number in "一二三"))
    assert len({mark.number for mark in found}) == 2


@pytest.mark.parametrize(
    "line",
    [
        "<p class='c'>今天的会到此结束，谢谢大家，再见，祝各位一路平安，后会有期。</p>",
        "<p>我们说<b>重点</b>在执行，<b>难点</b>在基层。</p>",
        "<p>各位好，这是一句话。</p>",
    ],
)
def test_what_opens_nothing_is_no_opening(line: str) -> None:
    assert marks(line * 4) == []


def test_a_label_of_several_elements_fills_its_line() -> None:
    labels = [
        ("蔺小舟", "市政府新闻办主任", "主持人", "请周局长介绍食堂的情况。"),
        ("周晚", "市民政局局长", "", "食堂建了18家，老人都能吃上饭。"),
        ("记者", "北岭晚报", "", "想了解一下，食堂够不够用？"),
        ("桑杰", "市民政局养老处处长", "", "够用。今年再建18家。"),
        ("蔺小舟", "", "", "发布会到此结束，谢谢大家！"),
    ]
    found = turns(
        "".join(
            f"<div class='a'><span class='n'>{name}</span><span>{office}</span><i>{badge}</i></div>"
            f"<div class='b'>{text}</div>"
            for name, office, badge, text in labels
        )
    )
    assert [(turn.speaker, turn.office, turn.org) for turn in found] == [
        ("蔺小舟", "市政府新闻办主任", None),
        ("周晚", "市民政局局长", None),
        (None, None, "北岭晚报"),
        ("桑杰", "市民政局养老处处长", None),
        ("蔺小舟", None, None),
    ]


def test_whoever_runs_the_live_text_says_nothing() -> None:
    posts = [
        ("直播员", "图为发布会现场。"),
        ("主持人 蔺小舟", "请周局长介绍食堂的情况。"),
        ("发布人 周晚", "食堂建了18家，老人都能吃上饭。"),
        ("直播员", "已有2万网友观看本场直播。"),
        ("北岭晚报记者", "想了解一下，食堂够不够用？"),
        ("发布人 桑杰", "够用。今年再建18家。"),
        ("主持人 蔺小舟", "发布会到此结束，谢谢大家！"),
        ("直播员", "本场直播到此结束，感谢收看。"),
    ]
    found = turns(
        "".join(f"<li><i>15:00</i><b>[{who}]</b><div>{text}</div></li>" for who, text in posts)
    )
    assert [(turn.role, turn.speaker, turn.office, turn.text) for turn in found] == [
        ("host", "蔺小舟", None, "请周局长介绍食堂的情况。"),
        ("spokesperson", "周晚", None, "食堂建了18家，老人都能吃上饭。"),
        ("journalist", None, None, "想了解一下，食堂够不够用？"),
        ("spokesperson", "桑杰", None, "够用。今年再建18家。"),
        ("host", "蔺小舟", None, "发布会到此结束，谢谢大家！"),
    ]


ENGLISH = [
    ("Moderator", "Good morning. We will take your questions.", None),
    ("Jo Hale", "Thank you. We opened 18 canteens this year, nine more than last year.", "Jo Hale"),
    ("Ann Reed, Harbour News", "Are there enough of them?", "Ann Reed"),
    ("Jo Hale", "There are. We will open 18 more next year.", "Jo Hale"),
    ("Tom Birch, Northern Post", "Who does the cooking?", "Tom Birch"),
    ("Jo Hale", "We hired 46 cooks.", "Jo Hale"),
]


@pytest.mark.parametrize(
    "form", [FORMS[name] for name in ("a span", "a colour", "bold", "a block")]
)
def test_the_element_proves_labels_in_english(form: str) -> None:
    found = turns("".join(form.format(label, text) for label, text, _ in ENGLISH))
    assert [(turn.speaker, turn.text) for turn in found] == [
        (speaker, text) for _, text, speaker in ENGLISH
    ]


@pytest.mark.parametrize("sign", [" - ", " – ", " — "])
def test_a_dash_behind_labels_in_english(sign: str) -> None:
    page = "\n".join(f"{label}{sign}{text}" for label, text, _ in ENGLISH)
    text = f"Press briefing on canteens\n4 March 2025\n{page}\n"
    (record,) = clean(decode("page.txt", text.encode()).value).value
    found = parse(record).value.turns
    assert [turn.speaker for turn in found] == [speaker for _, _, speaker in ENGLISH]
