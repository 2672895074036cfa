"""English labels without a colon: capitals with a full stop, signs of captions, names of a list."""

from __future__ import annotations

from tests.transcript.test_english import told

BANK = (
    "Transcript of Chairman Dent’s Press Conference\n\n"
    "CHAIRMAN DENT. Good afternoon. The U.S. economy is in a good place.\n\n"
    "MICHELLE HALE. Howard.\n\n"
    "HOWARD ROE. Howard Roe with Harbour News. Mr. Chairman, why?\n\n"
    "CHAIRMAN DENT. We believe that we can be patient. WHO. Nobody.\n\n"
    "MICHELLE HALE. That is all.\n"
)
TOLD = [
    ("spokesperson", "Dent", None),
    ("spokesperson", "Michelle Hale", None),
    ("journalist", "Howard Roe", "Harbour News"),
    ("spokesperson", "Dent", None),
    ("spokesperson", "Michelle Hale", None),
]


def test_capitals_and_a_full_stop_are_labels() -> None:
    assert told(BANK) == TOLD
    head, _, rest = BANK.partition("\n\n")
    assert told(f"{head}\n{' '.join(rest.split())}") == TOLD


def test_capitals_in_a_speech_with_colons_are_none() -> None:
    text = (
        "MS. REYES: THE END. It is over. THE END. It is. THE END. So.\nQ: When?\n"
        "MS. REYES: In May. THE END. Well.\n"
    )
    assert len(told(text)) == 3


def test_signs_of_captions_part_the_speeches() -> None:
    text = (
        "The transcript of the news conference follows:\n"
        ">> Good afternoon. We remain focused.\nWe are committed.\n"
        ">> Thank you. Howard Roe with Radio Tarn. Is it three?\n>> It has been bumpy.\n"
        ">> A follow up. And when?\n>> Soon.\n"
    )
    assert [turn[0] for turn in told(text)] == [
        "spokesperson",
        "journalist",
        "spokesperson",
        "journalist",
        "spokesperson",
    ]


def test_those_of_a_list_label_lines_of_their_own() -> None:
    text = (
        "Company Participants\n\nLucy Dent - Vice President of Quays\n"
        "Anna Reyes - Chief Executive\n\n"
        "Conference Call Participants\n\nKen Ward - Tarn Securities\n\n"
        "Operator\n\nGood day. Please go ahead.\n\nLucy Dent\n\nThank you. I'm joined by Anna.\n\n"
        "Anna Reyes\n\nWe open it.\n\nOperator\n\nWe go to Ken.\n\nKen Ward\n\nAnd margins?\n\n"
        "Anna Reyes\n\nThey rose.\n"
    )
    assert told(text) == [
        ("host", None, None),
        ("spokesperson", "Lucy Dent", None),
        ("spokesperson", "Anna Reyes", None),
        ("host", None, None),
        ("journalist", "Ken Ward", "Tarn Securities"),
        ("spokesperson", "Anna Reyes", None),
    ]
