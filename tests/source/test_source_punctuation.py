"""Full-width marks restored where they stand in Chinese, and nowhere else."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.source.draft import Draft
from exporter.source.punctuation import restore
from exporter.source.quotes import mend

WIDE = {ord(wide): narrow for wide, narrow in zip("，：；？！（）", ",:;?!()", strict=True)}


def restored(text: str) -> str:
    return Draft(text, 0, len(text), text).apply(tuple(restore(text))).text


def mended(text: str) -> str:
    return Draft(text, 0, len(text), text).apply(tuple(mend(text))).text


# Lines as they were printed; the tests fold them to half width and want them back.
PRINTED = (Path(__file__).parent / "printed.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", PRINTED)
def test_a_folded_line_is_restored(line: str) -> None:
    assert restored(line.translate(WIDE)) == line


def test_accuracy_over_all_marks() -> None:
    """The floor that an editor relies on: 99.5 of 100 marks right, counted one by one."""
    text = "\n".join(PRINTED)
    got = restored(text.translate(WIDE))
    marks = [(a, b) for a, b in zip(text, got, strict=True) if a in "，：；？！（）,:;?!()"]
    assert sum(a == b for a, b in marks) >= 0.995 * len(marks)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("記者：Can you say it in English? When will you announce the result?\n局長：好。", None),
        ("Good afternoon, everyone. It's true: we did (twice)!", None),
        ("See https://example.org/a?b=1;c=2,3 for more", None),
        ("rgb(51, 51, 51)", None),
        ("女士们, 先生们: 大家好", "女士们，先生们：大家好"),
        ("张三 :您好", "张三 ：您好"),
        ("等等......不一而足", "等等……不一而足"),
        ("他说...好", "他说……好"),
        ("1,2,3", None),
        ("延伸到乡镇和村,1,286个乡镇", "延伸到乡镇和村，1,286个乡镇"),
        ("合格率,达标率分别为92,96", "合格率，达标率分别为92，96"),
    ],
)
def test_small_cases(text: str, meant: str | None) -> None:
    assert restored(text) == (text if meant is None else meant)


CHINESE = st.text("昭通市会，。：；？！（）“”《》 \n12,:;?!().%aBc/@-", max_size=40)


@given(CHINESE)
def test_twice_is_once(text: str) -> None:
    once = restored(text)
    assert restored(once) == once


@given(CHINESE)
def test_nothing_but_marks_and_blanks_changes(text: str) -> None:
    def letters(value: str) -> str:
        folded = unicodedata.normalize("NFKC", value)
        return "".join(c for c in folded if c.isalnum())

    assert letters(restored(text)) == letters(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ('制定昭通市“十四五"用水总量', "制定昭通市“十四五”用水总量"),
        ('建设"平安昭通"，成效明显', "建设“平安昭通”，成效明显"),
        ("“十四五“规划", "“十四五”规划"),
        ("推进”十四五”规划", "推进“十四五”规划"),
        ("“一老一小”和“三大战役”", None),
        ("“昭通，正以速度发展。\n“第二段继续引用。”", None),
        ('5" 的屏幕', None),
        ('He said "yes" to it', None),
    ],
)
def test_quotation_marks_are_mended_where_one_reading_is_left(text: str, meant: str | None) -> None:
    assert mended(text) == (text if meant is None else meant)


@given(st.text('昭通“”"，。\n', max_size=30))
def test_mending_keeps_the_length_and_never_raises(text: str) -> None:
    assert len(mended(text)) == len(text)
