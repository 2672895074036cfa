"""Interviews on a site: an unnamed host, who asks by way of the host, and who answers."""

from __future__ import annotations

from exporter.source.clean import clean
from exporter.source.model import RawPage
from exporter.transcript.model import Transcript
from exporter.transcript.parse import parse


def _read(text: str) -> Transcript:
    page = RawPage("a.txt", text, "utf-8", "text", "0")
    return parse(clean(page).value[0]).value


OPENING = (
    "[主持人]各位网友，大家好！今天邀请到作客演播室的嘉宾是市水务局局长柯恺先生。柯局长，您好。\n"
    "[柯恺]主持人好，各位网友好。\n"
    "[网友“海州一叶”]请问水价涨不涨？\n"
    "[柯恺]年内不涨。\n"
)


def test_a_question_that_the_host_reads_out_ends_the_one_before() -> None:
    found = _read(OPENING + "[主持人]网友“春风”问，水管什么时候换？\n[柯恺]三年内换完。\n")
    assert [(t.role, t.speaker, t.answers) for t in found.turns[-4:]] == [
        ("journalist", None, None),
        ("spokesperson", "柯恺", "t3"),
        ("host", None, None),
        ("spokesperson", "柯恺", None),
    ]


def test_a_host_who_only_hands_over_leaves_the_question_open() -> None:
    found = _read(OPENING.replace("[柯恺]年内", "[主持人]柯局长，您看呢？\n[柯恺]年内"))
    assert found.turns[-1].answers == "t3"


def test_whoever_asks_by_way_of_the_host_is_no_host() -> None:
    found = _read(OPENING + "[主持人]有网友问：这笔钱怎么用？\n[柯恺]用来修水厂。\n")
    assert [t.speaker for t in found.turns if t.role == "host"] == [None, None]
    assert found.turns[-2].text == "有网友问：这笔钱怎么用？"


def test_the_words_before_a_guest_are_no_part_of_his_body() -> None:
    found = _read(OPENING)
    assert [(p.name, p.org, p.office) for p in found.people] == [("柯恺", "市水务局", "局长")]


def test_a_married_name_has_both_surnames() -> None:
    found = _read(
        "行政長官會見傳媒談話全文\n以下為行政長官陳何麗華於一月五日會見傳媒的談話全文：\n"
        "行政長官：各位早晨。今日我想講兩件事。\n記者：請問何時開始？\n行政長官：下個月。\n"
    )
    assert [t.speaker for t in found.turns] == ["陳何麗華", None, "陳何麗華"]


def test_when_a_reporter_asked_is_no_outlet() -> None:
    found = _read(
        "东川市供水新闻发布会\n东川日报记者提问：水价什么时候调整？\n柯恺回答：年内不会调整。\n"
        "发布会后，记者追问：明年呢？\n柯恺回答：明年的事明年说。\n"
    )
    assert "发布会后" not in {t.org for t in found.turns}
