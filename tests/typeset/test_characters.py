"""The classes of characters, and what is held together."""

from __future__ import annotations

import pytest

from exporter.typeset.characters import NEVER, classify, held_together


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("水法", "HH"),
        ("𫖯㎡", "Hf"),
        ("“好”，。", "oHc,."),
        ("（a）", "oAc"),
        ("3.5%", "9p9%"),
        ("１２．５", "00p0"),
        ("9：30开", "9p99H"),
        ("2，000", "9p999"),
        ("2023，2024年", "9999,9999H"),
        ("称'水'", "HpHp"),
        ("约翰·史密斯", "HHiHHH"),
        ("——是", "ddH"),
        ("昆明—昭通", "HH~HH"),
        ("……", "ee"),
        ("People’s", "AAAAAAAA"),
        ('"甲"乙"丙"', "qHpHqHp"),
        ("￥3 ¥4 $5", "$9 $9 $9"),
        ("zhū\u0304", "AAAm"),
        ("\u2060\u200b\u00a0\t\n", "jz_tn"),
        ("①→×", "HHA"),
    ],
)
def test_classes(text: str, classes: str) -> None:
    assert classify(text) == classes


def test_narrow_quotes_are_western_marks() -> None:
    assert classify("“好”", narrow_quotes=True) == "qHp"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("水", "，"),
        ("水", "。"),
        ("水", "”"),
        ("水", "·"),
        ("水", "…"),
        ("（", "水"),
        ("《", "水"),
        ("1", "2"),
        ("1", "%"),
        ("5", "℃"),
        ("￥", "3"),
        ("2", "-"),
        ("a", "b"),
        (")", ","),
        ("水", ")"),
        ("水", "々"),
    ],
)
def test_never_parted(before: str, after: str) -> None:
    assert classify(before) + classify(after) in NEVER


@pytest.mark.parametrize(
    ("before", "after"),
    [("水", "法"), ("，", "水"), ("水", "（"), ("水", "3"), ("3", "水"), ("a", "水"), ("”", "“")],
)
def test_may_be_parted(before: str, after: str) -> None:
    assert classify(before) + classify(after) not in NEVER


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("投入26.04亿元", ["26.04|亿元", "26.04亿|元"]),
        ("37.2万立方米", ["37.2|万立方米", "37.2万|立方米", "37.2万立|方米", "37.2万立方|米"]),
        ("共3个", ["3|个"]),
        ("50余人", ["50|余人", "50余|人"]),
        ("读《水法》吧", ["《水|法》"]),
        ("3水", []),
        ("《" + "长" * 12 + "》", []),
    ],
)
def test_held_together(text: str, held: list[str]) -> None:
    classes = classify(text)
    places = {
        offset
        for offset in held_together(text, classes)
        if classes[offset - 1 : offset + 1] not in NEVER
    }
    expected = {text.index(part.replace("|", "")) + part.index("|") for part in held}
    assert places == expected
