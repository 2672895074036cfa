"""Looking up names in an English page: the same finds as by an expression tried everywhere."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from exporter.transcript.english.places import Page

NAMES = st.sampled_from(("Ann Roe", "Roe", "ROE", "Strauß", "Minister"))
WORDS = st.sampled_from(
    (
        "Ann",
        "ann",
        "Roe",
        "ROE",
        "roe's",
        "Strauß",
        "İ",
        "Minister",
        "the",
        ":",
        ",",
        "-",
        "\n",
        ".",
    )
)
TEXTS = st.lists(st.tuples(WORDS, st.sampled_from((" ", "", "\n"))), max_size=24).map(
    lambda pairs: "".join(part for pair in pairs for part in pair)
)


@given(TEXTS, NAMES)
def test_matches_are_those_of_the_whole_page(text: str, name: str) -> None:
    pattern = re.compile(r"\s+".join(name.split()), re.IGNORECASE)
    found = [each.span() for each in Page(text).matches(name.split()[0], pattern)]
    assert found == [each.span() for each in pattern.finditer(text)]


@given(TEXTS, NAMES)
@example("İAnn Roe ", "Roe")
def test_words_before_a_name_are_those_of_the_whole_page(text: str, name: str) -> None:
    everywhere = re.findall(rf"([A-Z][\w'\-]+) {name}\b", text, re.IGNORECASE)
    assert list(Page(text).words_before(name)) == everywhere


@given(TEXTS, NAMES)
def test_a_run_of_names_with_the_word_is_within_a_stretch(text: str, name: str) -> None:
    run = re.compile(r"[A-Z][\w'\-]*\.?(?: [A-Z][\w'\-]*\.?){0,20}")
    stretches = list(Page(text).runs(name))
    found = {each[0] for low, high in stretches for each in run.finditer(text, low, high)}
    assert found >= {each[0] for each in run.finditer(text) if name in each[0]}


def test_lines_come_with_their_neighbours_and_parted_where_others_were() -> None:
    page = Page("a\nDEPUTY b\nc\nd\ne\nf\nthe deputy\ng")
    assert page.lines("deputy") == "a\nDEPUTY b\nc\n\nf\nthe deputy\ng"
    assert page.lines("minister") == ""
