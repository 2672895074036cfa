"""Expressions that begin at a line: the same finds as by the matcher's own search."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from exporter.source.scanning import at_lines

LINE = re.compile(r"^[ \t]*a[^\n]{0,3}?[ \t]*$", re.MULTILINE)


@given(st.text(" \nab", max_size=30), st.integers(0, 30))
def test_it_finds_what_a_search_finds(text: str, low: int) -> None:
    low = min(low, len(text))
    found = [each.span() for each in at_lines(LINE, text, low)]
    assert found == [each.span() for each in LINE.finditer(text, low)]
