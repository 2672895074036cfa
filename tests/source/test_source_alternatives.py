"""Where words of a list may stand: no occurrence is outside the stretches that are told."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.source.alternatives import alternatives, whereabouts

LISTED = ("casino", "ku游", "博彩", "aⅴ")
FILLING = ("The minister spoke. " * 300, "\n", "a", "ku", "好", "casino night", "会议。" * 900)


@given(st.lists(st.sampled_from((*LISTED, *FILLING)), max_size=8).map("".join))
def test_every_word_is_in_a_stretch(text: str) -> None:
    words = re.compile(alternatives(LISTED))
    stretches = list(whereabouts(LISTED)(text))
    found = [each.span() for low, high in stretches for each in words.finditer(text, low, high)]
    assert found == [each.span() for each in words.finditer(text)]


@pytest.mark.parametrize("line", ["Win at the casino", "a 博彩 b"])
def test_a_latin_page_is_searched_in_the_lines_that_can_have_a_word(line: str) -> None:
    text = f"{'The minister spoke.' * 9}\n{line}\nGood day."
    assert [text[slice(*each)] for each in whereabouts(LISTED)(text)] == [line]
