"""Whom a bare label means that another place of the page names; made-up text.

``⟪speaker⟫ … ⟪⟫`` marks a turn, ``-`` nobody by name, ``⟦…⟧`` what is printed within and not said.
"""

from __future__ import annotations

import re

import pytest

from exporter.source.clean import clean
from exporter.source.read import decode
from exporter.transcript.parse import parse

_MARK = re.compile("⟪[^⟫]*⟫|[⟦⟧]")
_TURN = re.compile("⟪(?P<who>[^⟫]+)⟫(?P<said>.*?)⟪⟫", re.DOTALL)
_PRINTED = re.compile("⟦[^⟧]*⟧")

_TALK = (
    "{host}: ⟪{name}⟫Good morning, and welcome. Minister, please.⟪⟫\n"
    "MR. HARTE: ⟪Desmond Harte⟫Thank you. The road is open.⟪⟫\n"
    "Q (Jo Hale, Harbour Times): ⟪Jo Hale⟫Why did it take so long?⟪⟫\n"
    "MR. HARTE: ⟪Desmond Harte⟫Because of the rain.⟪⟫\n"
    "{host}: ⟪{name}⟫That is all. Thank you.⟪⟫\n"
)


def _talk(host: str, name: str, *head: str) -> str:
    return "\n".join(["Briefing on roads", *head, "", _TALK.format(host=host, name=name)])


def _terms(*rows: tuple[str, str, str]) -> str:
    listed = "".join(f"<dt>{who}</dt><dd><p>⟪{name}⟫{said}⟪⟫</p></dd>" for who, name, said in rows)
    return f"<html><body><h1>Briefing on roads</h1><dl>{listed}</dl></body></html>"


_DOORSTOP = (
    "THE HON HELEN TRASK MP\nMINISTER FOR WATER\nDOORSTOP, WIRRA\n\n"
    "HELEN TRASK, MINISTER FOR WATER:\n⟪Helen Trask⟫The taps are running clear.⟪⟫\n\n"
    "JOURNALIST:\n⟪-⟫Will bills go up?⟪⟫\n\n"
    "TRASK:\n⟪Helen Trask⟫No. Thanks, everyone.⟪⟫\n\n"
)
_LEAD_HK = (
    "以下是{office}柯慕樺今日（十月九日）聯同渠務署署長鄺啟明會見傳媒的談話內容：\n\n"
    "{label}：⟪柯慕樺⟫各位早晨。昨晚的雨很大。⟪⟫\n\n記者：⟪-⟫水浸黑點有多少？⟪⟫\n\n"
    "{label}：⟪柯慕樺⟫九十四宗，請署長補充。⟪⟫\n\n署長：⟪鄺啟明⟫我們會逐個清理。⟪⟫\n\n"
)

_COURT = (
    "{mark[0]}主持人{mark[1]}⟪{host}⟫各位媒体朋友，大家好！请柯院长通报。⟪⟫{end}"
    "{mark[0]}柯恺{mark[1]}⟪柯恺⟫共执结案件4128件。⟪⟫{end}"
    "{mark[0]}{outlet}记者{mark[1]}⟪-⟫有网友问，钱从哪里来？⟪⟫{end}"
    "{mark[0]}柯恺{mark[1]}⟪柯恺⟫我不回避。每半年查一次。⟪⟫{end}"
    "{mark[0]}主持人{mark[1]}⟪{host}⟫到此结束，再见！⟪⟫\n"
)


def _court(
    head: str, host: str = "凤鸣岐", mark: str = "[ ]：", outlet: str = "岭城日报", end: str = "\n"
) -> str:
    marks = mark.partition(" ")
    talk = _COURT.format(host=host, mark=(marks[0], marks[2]), outlet=outlet, end=end)
    return f"海州中院召开新闻发布会{end}{head}{end}{talk}"


def _asked(head: str, who: str = "柯恺", answer: str = "答：", title: str = "") -> str:
    return (
        f"{title or '省医保局负责人就门诊改革答记者问'}\n发布时间：2024-06-05\n{head}\n"
        f"问：⟪-⟫请问钱去了哪里？⟪⟫\n{answer}⟪{who}⟫钱没有少，是换了个地方。⟪⟫\n"
        f"问：⟪-⟫缺药怎么办？⟪⟫\n{answer}⟪{who}⟫我们纳入了定点药店。⟪⟫\n"
    )


PAGES = {
    "a roll in one line": _court("主持人：凤鸣岐（宣传处处长）　嘉宾：副院长柯恺；法官哈斯"),
    "a roll of lines": _court("主持人：凤鸣岐\n嘉宾：副院长 柯恺", mark=" ："),
    "a roll in brackets": _court("【嘉宾】柯恺（副院长）【主持人】凤鸣岐（宣传处）", mark="【 】"),
    "a roll and a page of one line": _court(
        "主持人：凤鸣岐　嘉宾：副院长柯恺　访谈时间：2023年11月30日", mark="[ ]", end=" "
    ),
    "a roll with brackets behind the roles": _court("主持人（凤鸣岐）　发布人（柯恺，副院长）"),
    "a host without a known surname": _court("主持人：乌兰图雅（宣传处副处长）", "乌兰图雅"),
    "a host of a body": _court("主持人：宣传处凤鸣岐\n发布人：副院长柯恺"),
    "a host's card": _court("主持人简介：凤鸣岐，海州中院宣传处处长。", mark=" ："),
    "two hosts": _court("主持人：凤鸣岐、高远；嘉宾：副院长柯恺", "-"),
    "an outlet with quotation marks": _court("主持人：凤鸣岐", outlet="新媒体“一说法”"),
    "an outlet with 讯": _court("主持人：凤鸣岐", mark="【 】", outlet="路透财讯"),
    "whom a reporter interviewed": _asked("6月3日，记者采访了省医保局党组成员、副局长柯恺。"),
    "whom a reporter met": _asked("近日，记者走进省医保局，与副局长柯恺面对面。"),
    "his office behind him": _asked("为此，记者就有关问题采访了柯恺（省医保局副局长）。"),
    "who explained": _asked("省医保局副局长柯恺对相关政策进行了解读。"),
    "who took questions later": _asked(
        "副局长柯恺介绍情况，办公室主任高远主持。会后柯恺就有关问题回答了记者提问。"
    ),
    "a field": _asked("受访者：柯恺，省医保局副局长"),
    "a role": _asked("记者采访了省医保局副局长柯恺。", answer="受访者："),
    "a surname and an office that answers": _asked(
        "记者采访了省医保局局长柯恺。", answer="柯局长答："
    ),
    "the title": _asked(
        "省医保局副局长柯恺日前做客本报直播间。", title="对话柯恺：门诊的钱去了哪里"
    ),
    "two who answer": _asked(
        "省医保局副局长柯恺、省财政厅副厅长高远就有关问题回答了记者提问。", "-"
    ),
    "nobody by name": _asked("省医保局有关负责人就有关问题回答了记者提问。", "-"),
    "an office that only one holds": (
        "外交部发言人柯恺主持例行记者会，副司长石雨桐出席。\n"
        "发言人：⟪柯恺⟫各位好。今天没有消息。⟪⟫\n记者：⟪-⟫明天呢？⟪⟫\n发言人：⟪柯恺⟫明天再看。⟪⟫\n"
    ),
    "a host in the head": _talk("HOST", "Ingrid Solway", "Hosted by Ingrid Solway. Desmond Harte."),
    "a note with an office": _talk(
        "MODERATOR",
        "Ingrid Solway",
        "Moderator: Ingrid Solway, Head of News. Also present: Minister for Roads Desmond Harte.",
    ),
    "a card of two lines": _talk(
        "Moderator", "Ingrid Solway", "Moderator: Ms. Ingrid Solway", "Speaker: Desmond Harte"
    ),
    "in the chair": _talk(
        "CHAIR", "Ingrid Solway", "In the chair: Ingrid Solway. With: Desmond Harte, of the council"
    ),
    "a chair's card": _talk(
        "Chair", "Ingrid Solway", "Chair: Dr Ingrid Solway (Road Council)", "Speaker: Desmond Harte"
    ),
    "a role behind the name": _talk(
        "Moderator", "Ingrid Solway", "Attending: Desmond Harte, Ingrid Solway (moderator)"
    ),
    "two who moderate": _talk(
        "MODERATOR", "-", "Moderators: Ingrid Solway and Peter Lund. Guest: Desmond Harte."
    ),
    "terms whose form changes": _terms(
        ("Moderator (Åsa Šolway, press secretary)", "Åsa Šolway", "Welcome. Governor, please."),
        ("Governor Łucja Håre", "Łucja Håre", "The rate stays."),
        ("Moderator", "Åsa Šolway", "Questions, please."),
        ("Jo Hale, Nordic Wire (online)", "Jo Hale", "For how long?"),
        ("Governor Håre", "Łucja Håre", "We will see."),
        ("Deputy Governor Pål Brede", "Pål Brede", "I agree."),
        ("Moderator", "Åsa Šolway", "We close here."),
    ),
    "whoever authorised the page": _DOORSTOP + "ENDS\n\nAuthorised by H. Trask, Wirra.\n",
    "another who paid for it": _DOORSTOP + "ENDS\n\nPaid for by P. Trask for Wirra.\n",
    "a surname that looks like an outlet": (
        "With: Desmond Harte, of the council\n\n"
        "HARTE: ⟪Desmond Harte⟫The road is open.⟪⟫\nJo Hale, Harbour News: ⟪Jo Hale⟫Is it?⟪⟫\n"
        "HARTE: ⟪Desmond Harte⟫It is.⟪⟫\n"
    ),
    "headings with stars and colons": (
        "The following is a transcript of today's noon briefing by Ana Banda, Deputy Spokesman.\n\n"
        "⟪Ana Banda⟫Good afternoon. I start with a trip.\n"
        "⟦**Upper Tarn: Humanitarian\n⟧We have reached the town.\n"
        "⟦**Guests\n⟧Tomorrow I have a guest. I'm all yours.⟪⟫\n"
        "Question: ⟪-⟫Thank you. On Kess: have any trucks got through?⟪⟫\n"
        "Deputy Spokesman: ⟪Ana Banda⟫One did.⟪⟫\nQuestion: ⟪-⟫Is it the army?⟪⟫\n"
        "Deputy Spokesman: ⟪Ana Banda⟫I have said what I have.⟪⟫\n"
    ),
    "what those present do": (
        "MODERATOR: ⟪-⟫Good morning.⟪⟫\nMR. HARTE: ⟪HARTE⟫Rain, rain and rain.⟪⟫\n(Laughter.)\n"
        "Q: ⟪-⟫Is that all?⟪⟫\n[Applause]\nMR. HARTE: ⟪HARTE⟫It is.⟪⟫\n"
    ),
    "an office of two scripts": _LEAD_HK.format(office="衞生局局長", label="衛生局局長"),
    "an office with 及 inside": _LEAD_HK.format(
        office="衞生及安老局局長", label="衞生及安老局局長"
    ),
    "the English half": _LEAD_HK.format(office="渠務局局長", label="局長")
    + "Reporter: ⟪-⟫Secretary, can you tell those who live below that the slope is safe now?"
    "⟪⟫\n\nSecretary: ⟪柯慕樺⟫It has been inspected twice.⟪⟫\n",
    "a note behind the end": _LEAD_HK.format(office="渠務局局長", label="局長")
    + "註：經更正，於下午六時重發。\n完\n2023年10月9日（星期一）\n相片及短片下載（片長21分鐘）\n",
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_bare_label_is_whom_the_page_names_elsewhere(page: str) -> None:
    name = "page.html" if page.startswith("<") else "page.txt"
    (record,) = clean(decode(name, _MARK.sub("", page).encode()).value).value
    assert [(turn.speaker or "-", turn.text) for turn in parse(record).value.turns] == [
        (turn["who"], _PRINTED.sub("", turn["said"])) for turn in _TURN.finditer(page)
    ]
