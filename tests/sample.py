"""A small press conference, made by hand, with something for every section: others' tests use it
too.
"""

from __future__ import annotations

from decimal import Decimal

from exporter.briefing.model import (
    Announcement,
    AnnouncementPart,
    Answer,
    ArithmeticCheck,
    Briefing,
    Contradiction,
    Cut,
    Excerpt,
    Exchange,
    Fact,
    KeyPerson,
    KeyPoint,
    Quantity,
    Series,
    SourceNotes,
)
from exporter.document.compose import compose
from exporter.document.model import Document
from exporter.notices import Span
from exporter.styling.load import load
from exporter.transcript.model import (
    Heading,
    Paragraph,
    Person,
    SourceRef,
    Transcript,
    Turn,
)

SHA = "ab" * 32
YEARS = ("2021年", "2022年", "2023年")

LINES = {
    "p1": "4月12日，昭通市召开水资源保护专题新闻发布会。",
    "p2": "女士们、先生们，新闻界的朋友们：大家上午好！欢迎参加今天的新闻发布会。",
    "p3": "一、全市水资源保护管理工作开展情况",
    "p4": "（一）水土流失治理步伐加快。2023年，全市新增水土流失综合治理面积550.42平方公里，"
    "完成投资26.04亿元。",
    "p5": "一是管网漏损率下降。城市公共供水管网漏损率由2022年的13.75%降至11.95%，"
    "到2025年降到9%以内。",
    "p6": "指标\t2022年\t2023年",
    "p7": "管网漏损率\t13.75%\t11.95%",
    "p8": "我是云南日报记者，请问目前全市水环境质量的具体情况如何？谢谢！",
    "p9": "2021年、2022年、2023年，全市水环境质量在全国地级及以上城市中分别排"
    "第29名、第17名、第11名。",
    "p10": "三年间，约38万群众受益，“三年行动”投资9.99亿元——其中2.72亿元用于“水润金江”行动……",
    "p11": "今天的发布会到此结束，谢谢大家！",
}


def _paragraph(name: str, level: int = 0, heading: int = 0) -> Paragraph:
    start = 100 * int(name[1:])
    spans = (Span(start, start + len(LINES[name])),)
    return Paragraph(name, LINES[name], level=level, spans=spans, heading=heading)


def _excerpt(name: str, words: str, text: str = "") -> Excerpt:
    start = LINES[name].index(words)
    return Excerpt(text or words, (Cut(name, start, start + len(words)),))


def _fact(number: int, name: str, text: str, kind: str, value: str, **more: object) -> Fact:
    at = LINES[name].index(text)
    unit = str(more.pop("unit", ""))
    span = Span(100 * int(name[1:]) + at, 100 * int(name[1:]) + at + len(text))
    return Fact(
        id=f"x{number}",
        quantity=Quantity(text, kind, value=Decimal(value), unit=unit),  # type: ignore[arg-type]
        paragraph=name,
        at=at,
        sentence=(0, len(LINES[name])),
        spans=(span,),
        rule="by-hand",
        **more,  # type: ignore[arg-type]
    )


def sample_transcript() -> Transcript:
    """Ten paragraphs: narration, a host, a speech with headings and a table, a question, an
    answer.
    """
    zhang = Person("zhang", "张正洪", "host", office="专职副主任", org="市政府新闻办")
    ke = Person("ke", "柯恺", "spokesperson", office="副局长", org="市水利局")
    yang = Person("yang", "杨凌波", "spokesperson", office="副局长", org="市生态环境局")
    speech = (
        _paragraph("p3", 1, len(LINES["p3"])),
        _paragraph("p4", 2, 14),
        _paragraph("p5", 4, 10),
        _paragraph("p6"),
        _paragraph("p7"),
    )
    turns = (
        _turn("t1", "host", "opening", (_paragraph("p2"),), zhang),
        _turn("t2", "spokesperson", "release", speech, ke),
        Turn(
            "t3",
            "journalist",
            "qa",
            LINES["p8"],
            (_paragraph("p8"),),
            org="云南日报",
            label="云南日报记者",
        ),
        _turn("t4", "spokesperson", "qa", (_paragraph("p9"), _paragraph("p10")), yang, "t3"),
        _turn("t5", "host", "closing", (_paragraph("p11"),), zhang, inferred=True),
    )
    return Transcript(
        id="sample-1",
        source=SourceRef("seeds/sample.txt", SHA, 0, 1200),
        kind="transcript",
        title="昭通市水资源保护专题新闻发布会",
        event_date="2024-04-12",
        published_date="2024-04-12",
        publisher="昭通新闻网",
        read_count=212,
        agenda=("新闻发布", "记者提问"),
        people=(zhang, ke, yang),
        turns=turns,
        narration=(_paragraph("p1"),),
        headings=(
            Heading("新闻发布", Span(250, 254), "t2"),
            Heading("记者提问", Span(790, 794), "t3"),
        ),
        removed={"furniture.navigation": 3, "punctuation.comma": 41},
    )


def _turn(
    name: str,
    role: str,
    section: str,
    paragraphs: tuple[Paragraph, ...],
    person: Person,
    answers: str | None = None,
    inferred: bool = False,
) -> Turn:
    return Turn(
        name,
        role,  # type: ignore[arg-type]
        section,  # type: ignore[arg-type]
        "\n".join(paragraph.text for paragraph in paragraphs),
        paragraphs,
        speaker=person.name,
        person=person.id,
        office=f"{person.org}{person.office}",
        answers=answers,
        label=None if inferred else person.name,
        inferred=inferred,
    )


def sample_facts() -> tuple[Fact, ...]:
    """Nine figures: done and planned, with decimals, before and after words, ranks for a chart."""
    rank = {"indicator": "水环境质量全国排名", "unit": "名", "speaker": "杨凌波", "turn": "t4"}
    leak = {"indicator": "城市公共供水管网漏损率", "unit": "%", "speaker": "柯恺", "turn": "t2"}
    area = {"indicator": "新增水土流失综合治理面积", "speaker": "柯恺", "turn": "t2"}
    wide = {"unit": "平方公里", "period": "2023年", "entity": "全市", "key": True, "rank": 1}
    fell = {"period": "目前", "change": "decrease", "comparison_base": "2022年"}
    rose = {"period": "2023年", "change": "increase"}
    target = {"period": "2025年", "status": "target"}
    money = {"indicator": "投资", "unit": "元", "key": True}
    return (
        _fact(1, "p4", "550.42平方公里", "area", "550.42", **area, **wide),
        _fact(2, "p4", "26.04亿元", "money", "2604000000", rank=4, **money, period="2023年"),
        _fact(3, "p5", "13.75%", "percent", "13.75", period="2022年", **leak),
        _fact(4, "p5", "11.95%", "percent", "11.95", rank=2, key=True, **leak, **fell),
        _fact(5, "p5", "9%", "percent", "9", rank=5, key=True, **leak, **target),
        _fact(6, "p9", "第29名", "rank", "29", period="2021年", **rank),
        _fact(7, "p9", "第17名", "rank", "17", period="2022年", **rank),
        _fact(8, "p9", "第11名", "rank", "11", rank=3, key=True, **rank, **rose),
        _fact(9, "p10", "9.99亿元", "money", "999000000", rank=6, **money, status="plan"),
    )


def sample_briefing() -> Briefing:
    """A briefing with every part filled."""
    transcript = sample_transcript()
    return Briefing(
        id="sample-1",
        language="zh",
        title=transcript.title or "",
        kind="transcript",
        transcript=transcript,
        notes=SourceNotes(
            path="seeds/sample.txt",
            sha256=SHA,
            publisher="昭通新闻网",
            published_date="2024-04-12",
            read_count=212,
            removed=transcript.removed,
            fields={"索引号": "53060020240412"},
        ),
        date="2024-04-12",
        publisher="昭通新闻网",
        lead=_excerpt("p1", LINES["p1"]),
        key_points=(
            KeyPoint(_excerpt("p4", "2023年，全市新增水土流失综合治理面积550.42平方公里"), "柯恺",
            "t2", ("x1",)), KeyPoint(_excerpt("p5",
            "城市公共供水管网漏损率由2022年的13.75%降至11.95%，到2025年降到9%以内。"), "柯恺",
            "t2", ("x4", "x5")), KeyPoint(_excerpt("p9", LINES["p9"]), "杨凌波", "t4", ("x8",)),
        ),
        figures=sample_facts(),
        series=(
            Series("水环境质量全国排名", "名", "period", YEARS, ("x6", "x7", "x8")),
        ),
        contradictions=(Contradiction("城市公共供水管网漏损率", ("x3", "x4")),),
        checks=(ArithmeticCheck("p10", "9.99 - 2.72", "7.2", "7.27", holds=False),),
        people=(
            KeyPerson("张正洪", "host", "专职副主任", "市政府新闻办", ("t1", "t5"), ("p2", "p11"),
            40), KeyPerson("柯恺", "spokesperson", "副局长", "市水利局", ("t2",), ("p3", "p4",
            "p5", "p6", "p7"), 160, Decimal("0.5"), (_excerpt("p3", LINES["p3"][2:]),)),
            KeyPerson("杨凌波", "spokesperson", "副局长", "市生态环境局", ("t4",), ("p9", "p10"),
            90, Decimal("0.3"), (_excerpt("p8", "目前全市水环境质量的具体情况如何？"),)),
        ),
        announcements=(
            Announcement("柯恺", "市水利局副局长", "t2", (
                AnnouncementPart(_excerpt("p3", LINES["p3"]), (_excerpt("p4",
                "完成投资26.04亿元。"), _excerpt("p5", "一是管网漏损率下降。"))),
            )),
        ),
        exchanges=(
            Exchange("t3", "云南日报", None, _excerpt("p8", "目前全市水环境质量的具体情况如何？"), (
                Answer("杨凌波", "市生态环境局副局长", "t4", (_excerpt("p9", LINES["p9"]),
                _excerpt("p10", "约38万群众受益"))),
            )),
        ),

    )  # fmt: skip


def sample_document(style: str = "plain") -> Document:
    """The sample as a shipped style composes it."""
    return compose(sample_briefing(), load(style).plan).value
