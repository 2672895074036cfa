"""Who begins to speak where nothing but a stop or a line parts him; made-up text.

``⟪speaker⟫ … ⟪⟫`` marks a turn: its name or outlet, ``-`` for neither.
"""

from __future__ import annotations

import re

import pytest

from exporter.source.clean import clean
from exporter.source.read import decode
from exporter.transcript.parse import parse

_MARK = re.compile("⟪[^⟫]*⟫")
_TURN = re.compile("⟪(?P<who>[^⟫]+)⟫(?P<said>.*?)⟪⟫", re.DOTALL)

_LEAD = (
    "5月8日，云溪市举行供水新闻发布会，市水利局局长柯恺、市财政局副局长陇俊伟出席，"
    "市委宣传部副部长石雨桐主持。"
)
_OPEN = (
    "市委宣传部副部长石雨桐⟪石雨桐⟫各位朋友，大家上午好！今天请来了柯恺局长和陇俊伟副局长。⟪⟫"
    "市水利局局长柯恺⟪柯恺⟫谢谢石部长。今年蓄水充足，比往年早了半个月。通报完毕。⟪⟫"
    "石雨桐⟪石雨桐⟫感谢柯局长。下面请记者提问。⟪⟫"
)
_CLOSE = "石雨桐⟪石雨桐⟫谢谢大家。今天的发布会到此结束。⟪⟫"
_ASKED = "云溪日报记者：⟪云溪日报⟫水价涨不涨？⟪⟫"
_ANSWER = "市水利局局长柯恺⟪柯恺⟫水价的事账算过三遍，一分不涨。⟪⟫"


def _page(*turns: str) -> str:
    return "".join([_LEAD, _OPEN, *turns, _CLOSE])


def _customs(*turns: str) -> str:
    head = "云溪海关新闻发布会\n4月15日，云溪海关举行新闻发布会，由办公室副主任石雨桐主持。\n"
    return head + "\n".join(
        [
            "主持人丨石雨桐  ⟪石雨桐⟫大家好，先请柯处长发布数据。⟪⟫",
            "新闻发言人丨柯恺  ⟪柯恺⟫各位好。进出口开局平稳。⟪⟫",
            *turns,
            "主持人丨石雨桐  ⟪石雨桐⟫发布会到此结束，谢谢大家。⟪⟫",
        ]
    )


PAGES = {
    "who answers by office": _page(_ASKED, _ANSWER),
    "who answers by name": _page(
        _ASKED, _ANSWER, "青山晚报记者：⟪青山晚报⟫钱从哪里来？⟪⟫陇俊伟⟪陇俊伟⟫钱由财政出。⟪⟫"
    ),
    "a question without a mark": _page("云溪日报记者：⟪云溪日报⟫请您介绍一下水价。⟪⟫", _ANSWER),
    "words that tell of a person": _page(
        _ASKED, "市水利局局长柯恺⟪柯恺⟫说起水价，我先讲一件小事。水表坏了三年。⟪⟫"
    ),
    "a day that opens the answer": _page(
        _ASKED, "市水利局局长柯恺⟪柯恺⟫近日我去看过水厂，一分不涨。⟪⟫"
    ),
    "named with his office in the question": _page(
        "云溪日报记者：⟪云溪日报⟫水价涨不涨？柯恺局长讲过不涨。钱从哪里来？⟪⟫",
        "市财政局副局长陇俊伟⟪陇俊伟⟫钱由财政出，不摊到水费里。⟪⟫",
    ),
    "captions before labels": _page(
        f"柯恺回答记者提问{_ASKED}{_ANSWER}“云溪会客厅”现场",
        "青山晚报记者：⟪青山晚报⟫钱从哪里来？⟪⟫陇俊伟⟪陇俊伟⟫钱由财政出。⟪⟫陇俊伟答记者问",
    ),
    "a line between the parts of a label": _customs(
        "提问丨云溪日报  ⟪云溪日报⟫三月怎么样？⟪⟫", "口岸处丨陇俊伟  ⟪陇俊伟⟫快了两天。⟪⟫"
    ),
    "a line between the three parts of a label": _customs(
        "Q｜云溪日报\n⟪云溪日报⟫三月怎么样？⟪⟫",
        "A｜陇俊伟｜云溪海关口岸处处长\n⟪陇俊伟⟫快了两天。⟪⟫",
        "Q｜青山晚报\n⟪青山晚报⟫四月呢？⟪⟫",
        "A｜柯恺\n⟪柯恺⟫四月更快。⟪⟫",
    ),
    "such a label behind a credit": _customs(
        "口岸处丨陇俊伟  ⟪陇俊伟⟫快了两天。⟪⟫（发布会现场 摄影：王芳）"
        "主持人丨石雨桐  ⟪石雨桐⟫请提问。⟪⟫",
        "提问丨第一观察  ⟪第一观察⟫三月怎么样？⟪⟫",
        "新闻发言人丨柯恺  ⟪柯恺⟫加快了。⟪⟫",
    ),
    "lost blanks in English": (
        "Media Stakeout\n\nAmb. Hale: ⟪Hale⟫The ships must sail. I take a few questions.⟪⟫ "
        "Q: ⟪-⟫Has the other side seen it?⟪⟫ Amb. Hale: ⟪Hale⟫It has. That is a start.⟪⟫"
        "Q: ⟪-⟫Can you confirm the shots?⟪⟫ Amb. Hale: ⟪Hale⟫Not yet.⟪⟫"
        "Q: ⟪-⟫When is the vote?⟪⟫Amb. Hale: ⟪Hale⟫Tomorrow.⟪⟫\n"
    ),
    "ranks of the police": (
        "以下是交通總部總警司莫啟朗和公共關係科警司饒詠詩今日（十月九日）會見傳媒的談話內容：\n\n"
        "交通總部總警司：⟪莫啟朗⟫各位午安。道路會封閉。⟪⟫\n\n記者：⟪-⟫會否限制人數？⟪⟫\n\n"
        "公共關係科警司：⟪饒詠詩⟫會視乎情況。⟪⟫\n"
    ),
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_who_begins_to_speak_where_labels_are_glued(page: str) -> None:
    (record,) = clean(decode("page.txt", _MARK.sub("", page).encode()).value).value
    assert [(turn.speaker or turn.org or "-", turn.text) for turn in parse(record).value.turns] == [
        (turn["who"], turn["said"]) for turn in _TURN.finditer(page)
    ]
