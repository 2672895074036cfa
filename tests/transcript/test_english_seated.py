"""Who speaks on English pages of broadcasts and conferences where fields, titles or other labels of
the same person tell it.
"""

from __future__ import annotations

import msgspec
import pytest

from exporter.source.model import Metadata
from exporter.source.titles import title_of
from exporter.transcript.parse import parse
from tests.transcript.test_transcript_properties import record

TALK = (
    "{head}\n\nPRESENTER: Minister, welcome. Will the dam be built?\n\nGUEST: It will. We have the"
    " money.\n\nPRESENTER: When does it begin?\n\nGUEST: In May.\n"
)


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    """Role, speaker and outlet of each turn."""
    return [(turn.role, turn.speaker, turn.org) for turn in parse(record(text, "en")).value.turns]


@pytest.mark.parametrize(
    ("head", "presenter", "guest"),
    [
        ("Interview with Jo Hale, Minister for Water, on Radio Tarn", None, "Jo Hale"),
        ("Presenter: Ann Roe\nGuest: Jo Hale, Minister for Water", "Ann Roe", "Jo Hale"),
        ("Guest: Minister for Water Jo Hale\nPresenter: Ann Roe", "Ann Roe", "Jo Hale"),
        ("Interview with Jo Hale", None, None),
        ("Guest: Jo Hale, Mayor\nGuest: Kim Ward, Mayor", None, None),
        ("Radio Tarn Breakfast", None, None),
    ],
)
def test_guests_and_presenters(head: str, presenter: str | None, guest: str | None) -> None:
    asks, answers = ("journalist", presenter, None), ("spokesperson", guest, None)
    assert told(TALK.format(head=head)) == [asks, answers] * 2


def test_a_presenter_that_stands_once_is_a_field() -> None:
    text = (
        "Presenter: Press Secretary Jo Hale\n\nMR. HALE: Good day.\n\nQ: When?\n\nMR. HALE: Now.\n"
    )
    assert [speaker for _, speaker, _ in told(text)] == ["Jo Hale", None, "Jo Hale"]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Transcript of Secretary-General Mira Olsen's press conference", "Mira Olsen"),
        ("Secretary-General's conference\n\nTranscript of Mira Olsen's encounter", "Mira Olsen"),
        ("Secretary-General's press encounter on arrival", None),
        ("Notes of the Harbour Council's press conference", None),
    ],
)
def test_an_office_is_who_the_conference_is_of(head: str, name: str | None) -> None:
    text = (
        f"{head}\n\nSecretary-General: I have met the envoy.\n\nQuestion: When?\n\n"
        "Secretary-General: Today.\n"
    )
    assert [speaker for _, speaker, _ in told(text)] == [name, None, name]


@pytest.mark.parametrize(
    ("label", "outlet"),
    [("Q (Jane)", None), ("Q (Reuters)", "Reuters"), ("Q (Tarn Echo)", "Tarn Echo")],
)
def test_one_word_behind_a_question_is_an_outlet_by_its_name_only(
    label: str, outlet: str | None
) -> None:
    text = f"JO HALE, MAYOR: We open it.\n\n{label}: When?\n\nJO HALE, MAYOR: In May.\n"
    assert told(text)[1] == ("journalist", None, outlet)


def test_a_director_of_an_agency_speaks_for_no_outlet() -> None:
    text = "Jo Hale (Mayor): Hello.\n\nAnn Roe (Director of the Water Agency): I agree.\n"
    assert told(text + text)[1] == ("spokesperson", "Ann Roe", None)


def test_who_is_host_on_one_label_is_host_on_all() -> None:
    text = (
        "JO HALE, PREMIER: Hello.\n\nKIM WARD, HOST: Welcome.\n\nPREMIER: Thanks.\n\n"
        "KIM: How are you?\n\nPREMIER: Well.\n\nVOICEOVER: More after the news.\n"
    )
    assert [(role, who) for role, who, _ in told(text)][2:] == [
        ("spokesperson", "Jo Hale"),
        ("host", "Kim Ward"),
        ("spokesperson", "Jo Hale"),
        ("spokesperson", None),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Tarn Water Agenda: WEEK 2011",
        "Port Briefing: Tuesday, May 5",
        "Port Economy - Tarn : we grow",
    ],
)
def test_a_title_with_a_colon_labels_nobody(line: str) -> None:
    text = f"{line}\n\nMODERATOR: Good morning. Here is Jo Hale.\n\nMAYOR HALE: Thank you, Ben.\n"
    assert [role for role, _, _ in told(text)] == ["host", "spokesperson"]


def test_who_thanks_the_minister_is_not_the_minister() -> None:
    text = (
        "Transcript of a call\n\nThank you, Prime Minister. We'll now go to the phone.\n\n"
        "(Question by Media):\n\nGood morning. Who pays?\n\nThe Rt. Honourable Jo Hale:\n\nWe do.\n"
    )
    assert told(text) == [
        ("spokesperson", None, None),
        ("journalist", None, None),
        ("spokesperson", "Jo Hale", None),
    ]


def test_a_speech_alone_is_who_the_head_says_that_it_is_by() -> None:
    text = (
        "Press conference\n\nby Secretary General Mira Olsen ahead of the meeting\n\n"
        "Her conference before the meeting of TATO Heads of State\n\n"
        "(As delivered)\n\nGood morning.\n\nTomorrow we meet in Tarn.\n"
    )
    assert told(text) == [("spokesperson", "Mira Olsen", None)]


def test_who_has_no_office_in_an_interview_of_two_asks() -> None:
    text = (
        "Interview on Radio Tarn with Kim Ward\n\nKIM WARD:\n\nGood morning.\n\nMINISTER HALE:\n\n"
        "Kim, how are you?\n\nKIM WARD:\n\nWell.\n\nMINISTER HALE:\n\nGood.\n"
    )
    titled = msgspec.structs.replace(record(text, "en"), metadata=Metadata(title=text[:38]))
    parsed = parse(titled).value
    assert [turn.role for turn in parsed.turns] == ["journalist", "spokesperson"] * 2


def test_a_title_may_end_in_a_shortened_state() -> None:
    text = "Department of Ports\n\nNews Briefing with Jo Hale, Arlington, Va.\n\nMR. HALE: Hi.\n"
    found = title_of(text, set())
    assert text[slice(*(found or (0, 0)))] == "News Briefing with Jo Hale, Arlington, Va."


UN = (
    "Daily briefing\n\n"
    "The following is a transcript of today's briefing by Mira Olsen,"
    " Spokesperson for the Secretary-General,"
    " and Pavel Dorn, Spokesperson for the Assembly President.\n\n"
    "Briefing by the Spokesperson for the Secretary-General\n\nGood afternoon.\n\nQuestion: When?"
    "\n\nSpokesperson: Soon. Pavel?\n\nBriefing by the Spokesperson for the {second}\n\n"
    "Good afternoon.\n\nQuestion: Where?\n\nSpokesperson: Here.\n"
)


def test_two_spokespersons_one_after_the_other() -> None:
    speakers = [speaker for _, speaker, _ in told(UN.format(second="Assembly President"))]
    first, second = "Mira Olsen", "Pavel Dorn"
    assert speakers == [first, None, first, second, None, second]


def test_a_heading_twice_over_one_office_parts_nothing() -> None:
    turns = told(UN.format(second="Secretary-General"))
    assert [role for role, _, _ in turns][1:] == ["journalist", "spokesperson"] * 2


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Acting PM (Rt Hon Jo Hale)", "Jo Hale"),
        ("Prime Minister (Hon Jo Hale)", "Jo Hale"),
        ("Foreign Minister (New Tarn)", None),
    ],
)
def test_who_holds_an_office_in_brackets(label: str, name: str | None) -> None:
    text = f"{label}: Hello.\n\nMedia: When?\n\n{label}: In May.\n"
    assert told(text)[0] == ("spokesperson", name, None)


def test_a_surname_of_two_words_with_its_given_name() -> None:
    text = (
        "Briefing by Managing Director Rodrigo de Tarn\n\nMR. HALE: Good day. Mr. de Tarn.\n\n"
        "MR. DE TARN: Welcome.\n"
    )
    assert told(text)[1][1] == "Rodrigo de Tarn"


@pytest.mark.parametrize(
    "head",
    [
        "TIP: Click to list as thread\necho: tarnnews\nto: all\nfrom: Press Office",
        "Broadcast: 27/04/2006\nHale, Roe and Kim Ward\nReporter: Jo Hale, Ann Roe",
    ],
)
def test_heads_of_mails_and_broadcasts_label_nobody(head: str) -> None:
    text = f"{head}\n\nINTERVIEWER: Welcome.\n\nKIM WARD: Thanks.\n\nINTERVIEWER: Why?\n"
    assert [role for role, _, _ in told(text)] == ["journalist", "spokesperson", "journalist"]


def test_who_only_asks_of_two_is_a_journalist() -> None:
    asked = "NEIL WARD:\nDo you sell it?\nPRIME MINISTER:\nWe study it.\n"
    turns = told(f"NEIL WARD:\nGood morning.\nPRIME MINISTER:\nMorning.\n{asked}{asked}{asked}")
    assert {role for role, name, _ in turns if name} == {"journalist"}
    stated = told(f"{asked}{asked}".replace("?", "."))
    assert {role for role, _, _ in stated} == {"spokesperson"}


def test_a_holder_goes_without_letters_behind_his_name() -> None:
    text = (
        "JO:\n\nWelcome the Prime Minister, the Honourable Kim Ward MP who joins us.\n\n"
        "PRIME MINISTER:\n\nGood morning.\n\nJO:\n\nSo?\n\nPRIME MINISTER:\n\nWell.\n"
    )
    assert told(text)[1][1] == "Kim Ward"
