"""Whatever the text: nothing raises, every fact stands where it says, nothing is invented."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporter.briefing.normal import fold
from exporter.briefing.quantities import (
    check_arithmetic,
    find_contradictions,
    find_facts,
    find_series,
)
from exporter.transcript.model import Transcript
from tests.briefing.quantities.speech import record, turn

_PIECES = [
    *"0123456789.,:%-～—（）()“”《》、，。；：！？〔〕 \n\t",
    *"零一二两三五十百千万亿半几数余多年月日第前名",
    *[
        "万元",
        "亿元",
        "个",
        "百分点",
        "分别为",
        "由",
        "到",
        "至",
        "提高到",
        "今年",
        "去年",
        "截至",
        "十四五",
        "分之",
        "同比增长",
        "其中",
    ],
    *[
        "合格率",
        "1,00,0",
        "3..5",
        "十百",
        "㎡",
        "🙂",
        "A5",
        "PM2.5",
        "市",
        "县",
        "企业",
        "投资",
        "计划",
        "全省第",
        "2022年",
    ],
    *["2021年-2023年", "一是", "以上", "及以上"],
]
_MESS = st.lists(st.sampled_from(_PIECES), max_size=40).map("".join)
_ANY = st.text(max_size=60)


def _held(transcript: Transcript) -> None:
    texts = {p.id: p.text for p in transcript.paragraphs()}
    found = find_facts(transcript).value
    assert [fact.id for fact in found] == [f"f{n}" for n in range(1, len(found) + 1)]
    for fact in found:
        text, quantity = texts[fact.paragraph], fact.quantity
        assert text[fact.at : fact.at + len(quantity.text)] == quantity.text != ""
        start, end = fact.sentence
        assert 0 <= start <= fact.at < end <= len(text)
        assert sum(span.length for span in fact.spans) == len(quantity.text)
        for value in (quantity.value, quantity.min_value, quantity.max_value):
            assert value is None or value.is_finite()
        if quantity.value is None:
            assert quantity.min_value is not None
            assert quantity.max_value is not None
            assert quantity.min_value < quantity.max_value
    find_series(found)
    find_contradictions(found)
    check_arithmetic(transcript)


@settings(max_examples=150, deadline=None)
@given(st.one_of(_MESS, _ANY))
def test_every_fact_stands_where_it_says(text: str) -> None:
    _held(record(turn(text)))


@settings(max_examples=60, deadline=None)
@given(st.one_of(_MESS, _ANY))
def test_folding_keeps_every_offset(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=2, max_value=10**12))
def test_any_whole_number_is_read_exactly(number: int) -> None:
    (fact,) = find_facts(record(turn(f"全市共有企业{number}家。"))).value
    assert fact.quantity.value == Decimal(number)


@settings(max_examples=60, deadline=None)
@given(st.decimals(min_value="0.01", max_value="99999", places=2))
def test_wan_and_yi_multiply_exactly(number: Decimal) -> None:
    (fact,) = find_facts(record(turn(f"完成投资{number}亿元。"))).value
    assert fact.quantity.value == number * 10**8


@settings(max_examples=40, deadline=None)
@given(st.integers(min_value=1, max_value=999))
def test_a_year_before_1000_is_neither_quantity_nor_period(year: int) -> None:
    for fact in find_facts(record(turn(f"公元{year}年置县，现有企业5家。"))).value:
        assert fact.quantity.text == "5家"
        assert fact.period is None


@settings(max_examples=40, deadline=None)
@given(st.from_regex(r"[0-9][0-9.,]{1,10}[0-9]", fullmatch=True, alphabet="0123456789.,"))
def test_a_numeral_is_read_whole_or_not_at_all(numeral: str) -> None:
    for fact in find_facts(record(turn(f"共有{numeral}户居民。"))).value:
        assert fact.quantity.text == f"{numeral}户"


LONG = [
    "1" * 100_000,
    "123 " * 25_000,
    "12个" * 3_000,
    "第一" * 50_000,
    "一" * 100_000,
    "2022年" * 20_000,
    "（" * 50_000 + "5个" + "“" * 50_000,
    "分别为" * 30_000 + "5个、6个",
    "由3个到5个，" * 1_500,
    "2022年5个" * 3_000,
    "总投资5亿元、" * 2_000,
    "居全省第一、第二" + "第三" * 10_000,
    "分别为5个、6个" * 2_000,
    "好" * 100_000,
]


@pytest.mark.parametrize("text", LONG, ids=range(len(LONG)))
def test_a_paragraph_without_end(text: str) -> None:
    _held(record(turn(text)))


def test_five_thousand_quantities_give_at_most_fifteen_keys() -> None:
    lines = ("".join(f"新建公寓{n + m}套。" for m in range(100)) for n in range(50))
    text = "\n".join(lines)
    found = find_facts(record(turn(text))).value
    assert len(found) == 5000
    assert sum(fact.key for fact in found) <= 15


@pytest.mark.parametrize("text", ["", "大家好。", "The quick brown fox.", "。，、；"])
def test_nothing_to_find(text: str) -> None:
    outcome = find_facts(record(turn(text)))
    assert (outcome.value, outcome.notices) == ((), ())


def test_an_empty_record() -> None:
    assert find_facts(record(kind="empty", date=None)).value == ()
