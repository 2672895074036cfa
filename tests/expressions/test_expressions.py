"""No regular expression of the package runs away, whatever it is put to.

Every expression is stepped through texts made from its own parse tree, and its steps are counted:
no clock, the same verdict on every machine. It fails where twice the text takes more than twice
the steps, however it is used: ``search`` begins anew at every character, ``match`` once only.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.expressions.attacks import growth
from tests.expressions.collecting import expressions
from tests.expressions.stepping import Stepper

SHORT = {
    "source.markup:_ATTRIBUTES": "looks no further than 2,000 characters, which it says itself",
    "transcript.labels.header:_TOOLS": "is put to the 40 characters behind a label",
}
"""What may take more than its share, as its text is short; and how that is known."""


@pytest.fixture(autouse=True, scope="module")
def deep() -> Iterator[None]:
    """Room for the stepper, which calls itself for every character."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(30_000)
    yield
    sys.setrecursionlimit(before)


def test_every_expression_takes_steps_in_proportion_to_the_text() -> None:
    found = {name: growth(*used) for name, used in expressions().items()}
    grown = {name: finding for name, finding in found.items() if finding.growth != "linear"}
    assert {name: finding for name, finding in grown.items() if name not in SHORT} == {}
    assert {name: finding.growth for name, finding in grown.items()} == dict.fromkeys(
        SHORT, "polynomial"
    )


def test_all_parts_of_the_package_are_looked_through() -> None:
    parts = {name.split(".")[0].split(":")[0] for name in expressions()}
    assert {"source", "transcript", "briefing", "document", "typeset", "writers", "batch"} <= parts
    assert len(expressions()) > 600


@pytest.mark.parametrize(
    ("pattern", "use", "expected"),
    [
        (r"(a+)+$", "search", "exponential"),
        (r"(a+)+", "fullmatch", "exponential"),
        (r"(a|a)*b", "search", "exponential"),
        (r"(?:[ab]|ab)*c", "match", "exponential"),
        (r"(?:[^，]{1,20}，?){1,30}。", "match", "exponential"),
        (r"\s+$", "search", "polynomial"),
        (r"(.*)=(.*)x", "search", "polynomial"),
        (r"(.*)=(.*)x", "match", "polynomial"),
        (r"a*a*b", "match", "polynomial"),
        (r"a*b", "search", "polynomial"),
        (r"<[^>]*>", "search", "polynomial"),
        (r"由[^的]*$", "search", "polynomial"),
        (r"\d+页?\d*", "fullmatch", "polynomial"),
        (r"(?:\w+)\s*\w+：", "match", "polynomial"),
        (r"邀请(?=.*介绍)", "search", "polynomial"),
        (r"(\w+)\1。", "match", "polynomial"),
    ],
)
def test_one_that_runs_away_is_found(pattern: str, use: str, expected: str) -> None:
    assert growth(re.compile(pattern), use).growth == expected


@pytest.mark.parametrize(
    ("pattern", "use"),
    [
        (r"^\s+$", "match"),
        (r"(?<!\s)\s+$", "search"),
        (r"(?<!\d)\d++[年月日]", "search"),
        (r"(?>a+)+b", "match"),
        (r"a++b", "match"),
        (r"[^。]{1,20}局", "search"),
        (r"“[^“”]*”", "search"),
        (r"(?:ab)+c", "match"),
        (r"(?:[^、]{1,20}、){1,30}", "match"),
        (r"\d+(?:\.\d+)?%", "match"),
        (r"[^。]*(?=。)", "match"),
        (r"a.*", "search"),
        (r"甲|乙+丙", "match"),
        (r"(甲)乙\1", "search"),
        (r"(?m)^.*$", "search"),
    ],
)
def test_one_that_is_harmless_passes(pattern: str, use: str) -> None:
    assert growth(re.compile(pattern), use).growth == "linear"


SAMPLES = [
    r"(a|ab)(c|bcd)*d?",
    r"(?:a+|b)*?c",
    r"(?<!a)b+(?=c|$)",
    r"(?i:A)[^b]*\b",
    r"(?>a*)ab|a++c|b",
    r"(?m)^(a|b)*$",
    r"(a*)(b?)\1c?",
    r"(?!ab)[ab]{1,3}?c",
]


@pytest.mark.parametrize("sample", SAMPLES)
@given(text=st.text("abcd\n", max_size=10))
def test_the_stepper_matches_what_re_matches(sample: str, text: str) -> None:
    pattern = re.compile(sample)
    found = [match.end() for match in pattern.finditer(text) if match[0]]
    assert Stepper(pattern).ends(text) == found
