"""Lines that end between a number and what it is counted in."""

from __future__ import annotations

import pytest

from exporter.source.clean import clean
from exporter.source.model import CleanText
from exporter.source.read import decode

SPEECH = "MS. MARIN: The budget for next year comes to {}, and nothing else was decided."


def read(text: str) -> CleanText:
    (record,) = clean(decode("page.txt", text.encode()).value).value
    return record


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("$745\nbillion", "$745 billion"),
        ("$745 \n  billion", "$745 billion"),
        ("3.2\nper cent", "3.2 per cent"),
        ("0.4\npercentage points", "0.4 percentage points"),
    ],
)
def test_a_number_stays_with_its_word_of_size(printed: str, told: str) -> None:
    record = read(SPEECH.format(printed))
    assert told in record.text
    assert any(edit.rule == "line.wrapped" for edit in record.ledger)


@pytest.mark.parametrize(
    "text",
    [
        "MS. MARIN: See page\n745\nbillion-dollar deals.",
        "MS. MARIN: That was in 2024\nMillions came.",
    ],
)
def test_a_line_of_a_number_alone_and_a_new_sentence_stay(text: str) -> None:
    assert not any(edit.rule == "line.wrapped" for edit in read(text).ledger)
