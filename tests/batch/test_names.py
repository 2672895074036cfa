"""File names: by date and title, safe everywhere, unique, stable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.batch.names import MAX_BYTES, RESERVED, safe, stem, unique


@pytest.mark.parametrize(
    ("date", "title", "expected"),
    [
        ("2024-04-12", "水资源保护专题新闻发布会", "2024-04-12 水资源保护专题新闻发布会"),
        (None, "a/b\\c", "a／b＼c"),
        (None, "../../etc/passwd", "／..／etc／passwd"),
        (None, "“赢在昭通”: 结果?", "“赢在昭通”： 结果？"),
        (None, "line\nbreak\x00\x1b[31m", "line break[31m"),
        (None, "con", "_con"),
        (None, "LPT1.notes", "_LPT1.notes"),
        (None, " . ", "page#1"),
        (None, "a\u202egpj.exe", "agpj.exe"),
    ],
)
def test_stem(date: str | None, title: str, expected: str) -> None:
    assert stem(date, title, "page#1") == expected


def test_a_long_title_is_cut_between_characters() -> None:
    name = stem("2024-01-01", "发" * 300, "x")
    assert len(name.encode()) <= MAX_BYTES
    assert name.endswith("发")


@given(st.text(max_size=300), st.text(max_size=20))
def test_any_title_gives_a_safe_name(title: str, fallback: str) -> None:
    name = stem(None, title, fallback)
    assert 0 < len(name.encode()) <= MAX_BYTES + 1
    assert not set(name) & set('\\/:*?"<>|\0\n\r\t')
    assert name == name.strip(" .")
    assert name.split(".")[0].lower() not in RESERVED
    assert safe(name) == name or name.startswith("_")


def test_two_records_of_one_title_get_two_names_and_keep_them() -> None:
    taken: dict[str, str] = {}
    first = unique("标题", "aaaaaaaaaa", taken, "one")
    second = unique("标题", "bbbbbbbbbb", taken, "two")
    assert (first, second) == ("标题", "标题 bbbbbb")
    assert unique("标题", "aaaaaaaaaa", taken, "one") == first
    assert unique("标题", "bbbbbbbbbb", taken, "two") == second


def test_names_that_differ_in_case_only_are_one_name() -> None:
    taken: dict[str, str] = {}
    assert unique("Report", "aaaaaa", taken, "one") == "Report"
    assert unique("REPORT", "bbbbbbb", taken, "two") == "REPORT bbbbbb"
