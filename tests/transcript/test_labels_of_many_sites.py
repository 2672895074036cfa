"""Label forms as they stand on sites of many kinds, each over a made-up talk of four turns: who
begins, who speaks and who asks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from exporter import pipeline
from exporter.source.model import RawPage

_HEAD = (
    "云溪市供水工作新闻发布会\n发布时间：2024-06-01 来源：本站\n"
    "6月1日，云溪市政府新闻办举行新闻发布会，市水利局总工办主任柯恺介绍情况并回答提问。"
    "市政府新闻办主任石雨桐主持发布会。\n"
)
_SAID = (
    ("host", "石雨桐", "各位记者朋友，大家上午好！今天请来市水利局的同志介绍供水工作。"),
    ("speaker", "柯恺", "谢谢主持人。去年我们改造了十二座水厂，水质合格率有了提高。"),
    ("asker", "", "请问今年冬天的供水怎么保证？"),
    ("speaker", "柯恺", "入冬以前，所有外露的管道都要做一次保温，这件事已经做完了。"),
)
_OFFICE = {"石雨桐": "市政府新闻办主任", "柯恺": "市水利局总工办主任"}
Dress = Callable[[str, str, int], str]


def _colon(host: str, speaker: str, asker: str) -> Dress:
    forms = {"host": host, "speaker": speaker, "asker": asker}

    def dress(role: str, name: str, number: int) -> str:
        return forms[role].format(name=name, office=_OFFICE.get(name, ""), n=number)

    return dress


_FORMS = {
    "name, office": _colon("{name}，{office}：", "{name}，{office}：", "云溪日报记者："),
    "role (name, office)": _colon(
        "主持人（{name}，{office}）：", "发布人（{name}，{office}）：", "记者（高远，云溪日报）："
    ),
    "role: (who)": _colon("主持人：（{name}）", "答：（{name}）", "问：（云溪日报记者）"),
    "answer and who": _colon("主持人：", "A {name}｜", "Q 云溪日报｜"),
    "role, who, a line each": _colon("主持人：{name}\n", "{name}：", "提问人：云溪日报记者\n"),
    "name before body and office": _colon("主持人：", "{name}总工办主任：", "云溪日报记者："),
    "body·name": _colon("市政府新闻办·{name}：", "市水利局·{name}：", "云溪日报记者："),
    "body and name": _colon("主持人：", "市水利局{name}：", "云溪日报记者："),
    "name (clock)": _colon("{name}(00:0{n}:21)：", "{name}(00:0{n}:21)：", "记者(00:0{n}:21)："),
    "asking line": _colon("主持人 {name}\n", "{office} {name}\n", "云溪日报记者提问\n"),
    "paper in marks, asks": _colon("主持人：\n", "{name}答：\n", "《晚晴》高远问：\n"),
}


def _turns(page: RawPage) -> list[tuple[str, str | None, str]]:
    (record,) = pipeline.clean_page(page).value
    turns = pipeline.read_record(record).value.turns
    return [(turn.role, turn.speaker, turn.text) for turn in turns]


@pytest.mark.parametrize("form", _FORMS)
def test_a_form_tells_who_speaks(form: str) -> None:
    lines = [_FORMS[form](role, name, n) + words for n, (role, name, words) in enumerate(_SAID)]
    page = pipeline.read_page("x.txt", (_HEAD + "\n".join(lines) + "\n").encode()).value
    found = _turns(page)
    assert [words for *_, words in found] == [words for *_, words in _SAID]
    assert [role for role, *_ in found] == ["host", "spokesperson", "journalist", "spokesperson"]
    assert [found[1][1], found[3][1]] == ["柯恺", "柯恺"]


_TALK = (
    (
        "Jo Hale",
        "Good morning, everyone, and thank you for coming. We will start with a statement.",
    ),
    ("Marian Holt", "Thank you. Over two years we have rebuilt 41 miles of sea wall."),
    ("", "When will the northern section be finished?"),
    ("Marian Holt", "It will be done by October. The contractor pays if it is late."),
    ("", "And what about renters?"),
    ("Marian Holt", "We set aside 40 million dollars for renters last month."),
)
_TOP = (
    "Transcript: Briefing on the sea wall\n4 June 2024\nThe briefing was held at the Harbour "
    "Centre with Marian Holt, Commissioner of Water. Jo Hale moderated.\n"
)
_ENGLISH = {
    "wide blank": lambda who, _: f"{who or 'Reporter':<24}",
    "bar": lambda who, _: f"{who or 'Kim Ward'} | {'Commissioner' if who else 'Channel Nine'}: ",
    "clock, then name": lambda who, n: f"[00:0{n}:21] {who or 'Reporter'}\n",
    "answer and name": lambda who, _: f"{f'Answer – {who}' if who else 'Question'}: ",
    "the office": lambda who, _: {"Marian Holt": "The Commissioner: ", "": "Q: "}.get(
        who, "Host: "
    ),
    "numbered question": lambda who, n: f"{who}: " if who else f"Q{n}. ",
    "initials": lambda who, _: f"{''.join(w[0] for w in who.split()) if who else 'Q'} ",
}


@pytest.mark.parametrize("form", _ENGLISH)
def test_an_english_form_tells_who_speaks(form: str) -> None:
    lines = [_ENGLISH[form](who, n) + words for n, (who, words) in enumerate(_TALK)]
    page = pipeline.read_page("x.txt", (_TOP + "\n".join(lines) + "\n").encode()).value
    found = _turns(page)
    assert [words for *_, words in found] == [words for _, words in _TALK]
    assert [role == "journalist" for role, *_ in found] == [not who for who, _ in _TALK]
    assert [name for _, name, words in found if "rebuilt" in words] == ["Marian Holt"]


@pytest.mark.parametrize("answer", ["", "<strong>Holt:</strong> "])
def test_bold_paragraphs_that_ask_are_turns(answer: str) -> None:
    asked = ("Do you expect wages to slow?", "Was it unanimous?", "What about July?")
    pairs = "".join(f"<p><strong>{q}</strong></p><p>{answer}All but one agreed.</p>" for q in asked)
    body = f"<h1>Statement with Q&amp;A</h1><p>Marian Holt, President of the Bank</p>{pairs}"
    page = pipeline.read_page("x.html", f"<html><body>{body}</body></html>".encode()).value
    found = _turns(page)
    assert [words for role, _, words in found if role == "journalist"] == list(asked)
    assert all(name == "Marian Holt" for role, name, _ in found if role != "journalist" and answer)


def test_bold_questions_of_a_leaflet_are_no_turns() -> None:
    pairs = "".join(
        f"<p><b>{q}</b></p><p>At the desk.</p>"
        for q in ("How?", "Where do I pay?", "Who may come?")
    )
    page = pipeline.read_page(
        "x.html", f"<html><body><h1>Your permit</h1>{pairs}</body></html>".encode()
    ).value
    assert _turns(page) == []


def test_an_office_for_a_field_is_no_name() -> None:
    office = "SECRETARY FOR FINANCIAL SERVICES"
    talk = f"{office}: Good morning.\nREPORTER: Why?\n{office}: We must.\n"
    page = pipeline.read_page("x.txt", f"Transcript of a briefing\n{talk}".encode()).value
    assert {name for _, name, _ in _turns(page)} == {None}
