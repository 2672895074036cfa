"""Whatever the text: parsing never raises, loses nothing and invents nothing."""

from __future__ import annotations

from collections import Counter

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from exporter.source.model import CleanText, Mark
from exporter.transcript.model import Transcript
from exporter.transcript.parse import parse

PIECES = [
    "女士们、先生们，大家好！",
    "市水务局副局长 柯恺",
    "市水务局副局长柯恺：",
    "柯恺：",
    "他们是：市水务局副局长柯恺先生；市教育局局长欧阳明德。",
    "江州日报记者：",
    "江州日报记者",
    "请问今年的情况如何？",
    "谢谢这位记者的提问。",
    "谢谢柯恺先生！现在进入记者提问环节。",
    "有请市水务局副局长柯恺作新闻发布。",
    "请工作人员宣读倡议书。",
    "倡议书",
    "江州市倡议书江州地处三省之交，风光秀丽，物产丰富，人民勤劳，期待各位朋友前来投资兴业，共创未来。",
    "新闻发布",
    "今天的新闻发布会到此结束，谢谢大家！",
    "一、总体情况。",
    "（一）做法",
    "一是抓落实。二是抓监督。",
    "主持人：",
    "【主持人】",
    "[10:05] ",
    "2024-01-17 10:00:31\n",
    "◤",
    "问：",
    "答：",
    "“我很高兴。”柯恺说，",
    "”",
    "“",
    "时间\t发言人\t内容\n",
    "10:01\t柯恺\t各位好\n",
    "近年来，我们投资1.2亿元，",
    "：",
    " ",
    "\u00a0",
    "\n",
    "\n\n",
    "\t",
    "MS. CHEN: ",
    "Q    ",
    "Xinhua: ",
    "Thank you. ",
    "\u200b",
    "\x00",
    "\u202e",
    "𠮷",
    "（完）",
]
texts = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)
wild = st.text(max_size=120)
languages = st.sampled_from(["zh-Hans", "zh-Hant", "en"])


def record(text: str, language: str = "zh-Hans", marks: tuple[Mark, ...] = ()) -> CleanText:
    return CleanText(
        id="p-1",
        path="p.html",
        sha256="0" * 64,
        start=0,
        end=len(text),
        text=text,
        marks=marks,
        language=language,  # type: ignore[arg-type]
    )


def letters(text: str) -> Counter[str]:
    return Counter(char for char in text if not char.isspace())


def told(transcript: Transcript) -> str:
    """Everything that a transcript says, once."""
    parts = [paragraph.text for paragraph in transcript.narration]
    parts += [heading.text for heading in transcript.headings]
    if transcript.kind == "transcript":
        parts += [turn.text + (turn.label or "") for turn in transcript.turns]
    return "".join(parts)


@settings(max_examples=150, deadline=None)
@example(text="市水务局副局长 柯恺：大家好。\n市水务局副局长 柯恺[10:05] \n", language="zh-Hans")
@example(text="10:01\t柯恺\t各位好\n2024-01-17 10:00:31\n市水务局副局长柯恺：", language="zh-Hans")
@example(text="10:01\t柯恺\t各位好\n2024-01-17 10:00:31\n10:01\t柯恺\t各位好\n", language="zh-Hans")
@given(text=st.one_of(texts, wild), language=languages)
def test_every_character_is_told_once(text: str, language: str) -> None:
    transcript = parse(record(text, language)).value
    assert letters(told(transcript)) == letters(text)


@settings(max_examples=100, deadline=None)
@given(text=texts, language=languages)
def test_paragraphs_add_up_and_spans_are_exact(text: str, language: str) -> None:
    transcript = parse(record(text, language)).value
    for turn in transcript.turns:
        if transcript.kind == "transcript":
            whole = "".join(paragraph.text for paragraph in turn.paragraphs)
            assert "".join(whole.split()) == "".join(turn.text.split())
    for paragraph in transcript.paragraphs():
        assert "".join(text[s.start : s.end] for s in paragraph.spans) == paragraph.text
        assert 0 <= paragraph.heading <= len(paragraph.text)
    numbers = [paragraph.id for paragraph in transcript.paragraphs()]
    assert len(set(numbers)) == len(numbers)


@settings(max_examples=100, deadline=None)
@given(text=texts)
def test_links_hold(text: str) -> None:
    transcript = parse(record(text)).value
    people = {person.id: person for person in transcript.people}
    turns = {turn.id: turn for turn in transcript.turns}
    for turn in transcript.turns:
        assert turn.answers is None or turns[turn.answers].role == "journalist"
        assert turn.person is None or people[turn.person].name == turn.speaker
        assert turn.label is None or turn.label.split()[0] in text
    for heading in transcript.headings:
        assert heading.before is None or heading.before in turns


@settings(max_examples=60, deadline=None)
@given(text=texts, start=st.integers(0, 60), length=st.integers(0, 30))
def test_marks_never_cost_text(text: str, start: int, length: int) -> None:
    low = min(start, len(text))
    marks = tuple(
        Mark(kind, low, min(low + length, len(text))) for kind in ("strong", "heading", "cell")
    )
    assert letters(told(parse(record(text, marks=marks)).value)) == letters(text)


@pytest.mark.parametrize("text", ["", " ", "\n\t\u00a0", "\u3000"])
def test_no_text_is_an_empty_record(text: str) -> None:
    transcript = parse(record(text)).value
    assert transcript.kind == "empty"
    assert not transcript.turns


def test_a_transcript_goes_to_json_and_back() -> None:
    text = "主持人：大家好！欢迎参加今天的发布会。\n江州日报记者：请问情况如何？\n柯恺：谢谢提问。"
    transcript = parse(record(text)).value
    assert msgspec.json.decode(msgspec.json.encode(transcript), type=Transcript) == transcript
