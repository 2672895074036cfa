"""Whom English labels name: with honorifics and letters, outlets, numbers, and by surname alone."""

from __future__ import annotations

import pytest

from exporter.transcript.parse import parse
from tests.transcript.test_english import told
from tests.transcript.test_transcript_properties import record

OFFICIAL = ("spokesperson", "Anna Reyes", None)


def test_one_who_answers_and_outlets_label_lines_of_their_own() -> None:
    text = (
        "Transcript\n\nAnna Reyes\n\nGood afternoon. We open it.\n\nJo Hale (Harbour News)\n\nWhen?"
        "\n\nAnna Reyes\n\nIn May.\n\nKim Ward (Radio Tarn)\n\nSure?\n\nAnna Reyes\n\nYes.\n"
    )
    assert told(text) == [
        OFFICIAL,
        ("journalist", "Jo Hale", "Harbour News"),
        OFFICIAL,
        ("journalist", "Kim Ward", "Radio Tarn"),
        OFFICIAL,
    ]
    headings = text.replace(" (Harbour News)", "").replace(" (Radio Tarn)", "")
    assert told(headings) == []


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("ANNA REYES MP", "Anna Reyes"),
        ("THE HON ANNA REYES MP", "Anna Reyes"),
        ("Senator the Hon Anna Reyes", "Anna Reyes"),
        ("Sir Carl Reyes", "Sir Carl Reyes"),
        ("Dr Anna Reyes", "Anna Reyes"),
    ],
)
def test_names_with_what_stands_before_and_behind_them(label: str, name: str) -> None:
    text = f"{label}: We open it.\n\nQUESTION: When?\n\n{label}: In May.\n"
    assert [turn[1] for turn in told(text)] == [name, None, name]


def test_fields_of_a_head_label_nobody() -> None:
    text = "From: Port Office\n\nSUBJECTS: Ferries; Fees\n\nANNA REYES: Hi.\n\nQ: When?\n"
    assert [turn.text for turn in parse(record(text, "en")).value.turns] == ["Hi.", "When?"]


def test_stations_that_begin_with_a_figure_are_outlets() -> None:
    text = "JO HALE, 3AW: Is it?\nANNA REYES: Yes.\nJO HALE: Sure?\nANNA REYES: Yes.\n"
    assert told(text)[0] == ("journalist", "Jo Hale", "3AW")
    assert told(text)[2][0] == "journalist"


def test_who_is_called_with_an_outlet_asks_for_it() -> None:
    text = (
        "Fay Chard: We go to Gabriela Soto, from Radio Tarn.\nGabriela: Will it end?\n"
        "Dr. Carl Roe: It will.\nFay Chard: Anna, from your side?\nAnna Reyes: Who knows?\n"
    )
    assert told(text)[1] == ("journalist", "Gabriela", "Radio Tarn")
    assert told(text)[4] == ("spokesperson", "Anna Reyes", None)


@pytest.mark.parametrize("mark", ["ENDS", "[End of transcript]", "-30-", "*** END ***", "# # #"])
def test_what_stands_behind_the_end_is_not_spoken(mark: str) -> None:
    text = (
        f"MS. REYES: We open it.\n\nQ: When?\n\nMS. REYES: In May.\n\n{mark}\n\nWe care. We do.\n"
    )
    assert parse(record(text, "en")).value.turns[-1].text == "In May."


def test_the_whole_name_is_that_of_its_card() -> None:
    text = (
        "Speaker: ANNA MARIA REYES, Director\n\nMR. DENT: Welcome, Maria Reyes.\n\n"
        "MS. REYES: Good day.\n\nQ: When?\n"
    )
    assert told(text)[1][1] == "Anna Maria Reyes"


@pytest.mark.parametrize(
    ("label", "asked"),
    [
        ("Question (Jo Hale, Harbour News)", ("journalist", "Jo Hale", "Harbour News")),
        ("Question (Reuters, Jo Hale)", ("journalist", "Jo Hale", "Reuters")),
        ("Question (Reuters)", ("journalist", None, "Reuters")),
        ("Kyodo News, Hale", ("journalist", "Hale", "Kyodo News")),
        ("Tarn Shimbun, Jo Hale", ("journalist", "Jo Hale", "Tarn Shimbun")),
    ],
)
def test_who_asks_with_his_outlet(label: str, asked: tuple[str, str | None, str | None]) -> None:
    text = f"Governor Anna Reyes: Hello.\n\n{label}: When?\n\nGovernor Reyes: In May.\n"
    assert told(text) == [OFFICIAL, asked, OFFICIAL]


def test_numbered_questions_of_evidence() -> None:
    text = (
        "Members present: Jo Hale (Chair); Kim Ward.\n\nQ1 Chair: Welcome.\n\n"
        "Anna Reyes: Thank you.\n\nQ2 Kim Ward: When?\n\nAnna Reyes: In May.\n"
    )
    assert [turn[1] for turn in told(text)] == ["Jo Hale", "Anna Reyes", "Kim Ward", "Anna Reyes"]


def test_names_that_begin_with_an_accent() -> None:
    text = "Ülo Ågren: Hello.\n\nQ: When?\n\nÜlo Ågren: In May.\n"
    assert [turn[1] for turn in told(text)] == ["Ülo Ågren", None, "Ülo Ågren"]


def test_a_surname_is_the_one_whom_the_head_names() -> None:
    text = (
        "Ann Dent, President of the Bank, Vítor Reis, Vice-President\n\nQuestion: When?\n\n"
        "Dent: In May.\n\nQuestion: Sure?\n\nReis: Yes.\n\nQuestion: And?\n\nDent: No.\n"
    )
    assert [turn[1] for turn in told(text)][1::2] == ["Ann Dent", "Vítor Reis", "Ann Dent"]
    two = text.replace("Vítor Reis,", "Carl Dent, Vítor Reis,")
    assert [turn[1] for turn in told(two)][1::2] == ["Dent", "Vítor Reis", "Dent"]


def test_a_page_that_labels_every_line() -> None:
    text = (
        "Dana: Welcome.\nJose: Is it open?\nCarl: Yes.\nDana: More?\nOdile: no.\n"
        "Lili: Since when?\nCarl: Since May.\n"
    )
    assert [turn[1] for turn in told(text)] == [
        line.partition(":")[0] for line in text.splitlines()
    ]


def test_names_of_lines_of_their_own_recur_with_and_without_office() -> None:
    text = (
        "ANNA REYES, MINISTER\n\nIt is open.\n\nKIM WARD, SENATOR FOR TARN\n\nIt is.\n\n"
        "JOURNALIST\n\nSince when?\n\nKIM WARD\n\nMay.\n\nUNIDENTIFIED SPEAKER\n\nSure?\n\n"
        "ANNA REYES\n\nYes.\n"
    )
    assert [turn[1] for turn in told(text)] == [
        "Anna Reyes",
        "Kim Ward",
        None,
        "Kim Ward",
        None,
        "Anna Reyes",
    ]


def test_words_that_begin_a_sentence_are_no_part_of_a_name() -> None:
    text = (
        "MS. REYES: Hi.\n\nQ    Does the President agree?\n\nTHE PRESIDENT: I do.\n\n"
        "Q    Will the President come?\n\nMS. REYES: He will.\n"
    )
    assert [turn[1] for turn in told(text)] == ["REYES", None, None, None, "REYES"]


def test_fields_in_a_row_above_the_speeches_are_no_turns() -> None:
    text = (
        "Channel: Nine Tarn\n\nAired: At noon\n\nANNA REYES: It is open.\n\nQ: Since when?\n\n"
        "ANNA REYES: May.\n"
    )
    assert [turn[1] for turn in told(text)] == ["Anna Reyes", None, "Anna Reyes"]


def test_the_press_may_ask_as_media() -> None:
    text = "PM: It is open.\n\nMedia: Since when?\n\nPM: May.\n\nMedia: Sure?\n\nPM: Yes.\n"
    assert [turn[0] for turn in told(text)][1::2] == ["journalist"] * 2


@pytest.mark.parametrize(
    ("label", "role", "name", "org"),
    [
        ("Rik Hale (WHO)", "spokesperson", "Rik Hale", None),
        ("Rik Hale (Harbour News)", "journalist", "Rik Hale", "Harbour News"),
        ("Rik Hale [Harbour News]", "journalist", "Rik Hale", "Harbour News"),
        ("Rik Hale – Harbour News", "journalist", "Rik Hale", "Harbour News"),
        ("Question [Reuters]", "journalist", None, "Reuters"),
        ("ONLINE QUESTION", "journalist", None, None),
        ("FEMALE REPORTER", "journalist", None, None),
        ("Secretary for Food and Health", "spokesperson", None, None),
    ],
)
def test_what_stands_behind_or_in_a_label(
    label: str, role: str, name: str | None, org: str | None
) -> None:
    text = f"Anna Reyes: Hello.\n\n{label}: And now.\n\nAnna Reyes: Yes.\n\n{label}: So.\n"
    assert told(text)[1] == (role, name, org)


def test_who_is_designate_is_not_who_holds_the_office() -> None:
    text = (
        "Remarks by the Secretary for Water, Professor Lo Ming; and the Secretary for Water "
        "(designate), Dr Ann Roe, today:\n\nReporter: When?\n\nSecretary for Water: In May.\n\n"
        "Secretary for Water (designate): I echo that.\n\nReporter: Sure?\n\n"
        "Secretary for Water: Yes.\n"
    )
    assert [turn[1] for turn in told(text)] == [None, "Lo Ming", "Ann Roe", None, "Lo Ming"]


def test_two_names_label_nobody() -> None:
    text = "Ann Reyes: Hello.\n\nKim Ward and Jo Hale: hosts.\n\nQ: When?\n\nAnn Reyes: May.\n"
    assert [turn[1] for turn in told(text)] == ["Ann Reyes", None, "Ann Reyes"]


def test_capitals_that_stand_once_name_whom_the_page_knows() -> None:
    text = (
        "PRIME MINISTER\nIt's great to be here with Kim Ward.\n\nKIM WARD\nThank you.\n\n"
        "JOURNALIST\nWhen?\n\nJO HALE, MEMBER FOR TARN\nIn May.\n\nJOURNALIST\nSure?\n\n"
        "PRIME MINISTER\nYes.\nHOUSING\nIt was asked about.\n"
    )
    assert [turn[1] for turn in told(text)] == [None, "Kim Ward", None, "Jo Hale", None, None]


def test_who_asks_may_write_for_an_outlet_that_nobody_lists() -> None:
    text = (
        "Minister Anna Reyes: Hello.\n\nBea Soto, La Voz de Tarn: And olives?\n\n"
        "Minister Reyes: No.\n\nKim Ward, Ministry of Water: Why not? It is dry.\n"
    )
    assert told(text)[1] == ("journalist", "Bea Soto", "La Voz de Tarn")
    assert told(text)[3][0] == "spokesperson"


def test_the_card_of_a_chair_is_no_speech() -> None:
    text = "Chair: Ann Roe, Director of Communication\n\nRoe: We start.\n\nQ: When?\n\nRoe: Now.\n"
    assert [turn[1] for turn in told(text)] == ["Ann Roe", None, "Ann Roe"]


@pytest.mark.parametrize(
    ("label", "name", "org"),
    [
        ("President of Tarn Vladimir Reyes", "Vladimir Reyes", None),
        ("First Deputy Director of the Harbour Board Ann Roe", "Ann Roe", None),
        ("Reuters Executive Editor Simon Roe", "Simon Roe", "Reuters"),
        ("V.Reyes", "V. Reyes", None),
    ],
)
def test_where_the_name_begins_behind_an_office(label: str, name: str, org: str | None) -> None:
    text = f"{label}: Hello.\n\nQuestion: When?\n\n{label}: In May.\n"
    assert told(text)[0][1:] == (name, org)


def test_who_says_his_name_and_an_outlet_asks_for_it() -> None:
    text = (
        "V. Reyes: Hello.\n\nK. Pan: Konstantin Pan, Channel One.\n\nHow was it?\n\n"
        "V. Reyes: Good.\n"
    )
    assert told(text)[1] == ("journalist", "K. Pan", "Channel One")


@pytest.mark.parametrize(
    ("label", "name", "office"),
    [
        ("Director-General Tom Roe", "Tom Roe", "Director-General"),
        ("An Taoiseach Tom Roe", "Tom Roe", "Taoiseach"),
        ("Tánaiste Tom Roe", "Tom Roe", "Tánaiste"),
        ("HEALTH MINISTER", None, "Health Minister"),
        ("Health Minister Tom Roe", "Tom Roe", "Health Minister"),
    ],
)
def test_offices_of_more_words(label: str, name: str | None, office: str) -> None:
    text = f"{label}: Hello.\n\nQuestion: When?\n\n{label}: In May.\n"
    turn = parse(record(text, "en")).value.turns[0]
    assert (turn.speaker, turn.office) == (name, office)
