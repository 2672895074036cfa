"""Who presides, interviews or calls for a question in English, where no label says it."""

from __future__ import annotations

import pytest

from exporter.transcript.parse import parse
from tests.transcript.test_transcript_properties import record

Turns = list[tuple[str, str | None, str]]
ASKED = "Ann Roe (CBC): When can we go home?\n\nPremier Ward: I won't guess.\n\n"


def told(text: str) -> Turns:
    """Role, speaker and first word of each turn."""
    return [
        (turn.role, turn.speaker, turn.text.split()[0]) for turn in parse(record(text)).value.turns
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Moderator: Good morning. I'm Colin Tobin with the Premier's office.\n\n", "Colin Tobin"),
        ("Operator: Hello. My name is Jo Hale, and I am your operator.\n\n", "Jo Hale"),
        ("A briefing moderated by Press Secretary Jo Hale.\n\nModerator: Welcome.\n\n", "Jo Hale"),
        ("Jo Hale, head of news, moderated the call.\n\nModerator: Welcome.\n\n", "Jo Hale"),
        # two names, an outlet, an office, and no name at all leave the host without one
        ("Moderated by Jo Hale.\n\nModerator: Hello. I'm Colin Tobin with the office.\n\n", None),
        ("Moderated by the Press Secretary.\n\nModerator: Welcome.\n\n", None),
        ("Moderator: I'm Very Happy to have you all here.\n\n", None),
    ],
)
def test_a_host_has_the_name_that_the_head_or_he_himself_gives(text: str, name: str | None) -> None:
    hosts = [
        turn for turn in told(f"{text}{ASKED}Moderator: Thank you all.\n") if turn[0] == "host"
    ]
    assert [speaker for _, speaker, _ in hosts] == [name] * 2


INTERVIEW = (
    "CONWAY:\nWelcome back.\nPILGRIM:\nTreasurer, good morning, how are you?\nTREASURER:\nWell.\n"
    "CONWAY:\nAnd the budget?\nTREASURER:\nIt is done.\nPILGRIM:\nThanks.\n"
)


def test_lone_surnames_that_question_an_office_are_journalists() -> None:
    asking, answering = ("journalist",), ("spokesperson",)
    assert [turn[:1] for turn in told(INTERVIEW)] == [
        asking, asking, answering, asking, answering, asking
    ]  # fmt: skip


def test_surnames_that_state_are_no_journalists() -> None:
    stated = INTERVIEW.replace("?", ".")
    assert {role for role, _, _ in told(stated)} == {"spokesperson"}


CALL = (
    "Operator: Welcome to the call.\n\nPremier Ward: We are ready.\n\n{line}\n\n"
    "{after}: Your line is open.\n\nJo Hale: All is well.\n"
)


@pytest.mark.parametrize(
    ("line", "after", "cut"),
    [
        ("Thank you. Operator, next question.", "Operator", True),
        ("Next question, please.", "Ann Roe (CBC)", True),
        ("OK, thanks. We have time for one more question.", "Ann Roe (CBC)", True),
        ("The next question is for whom we build.", "Ann Roe (CBC)", False),
        (
            "We thank the operator, and the question is closed for all of us.",
            "Operator",
            False,
        ),
    ],
)
def test_a_last_line_that_calls_for_a_question_is_the_hosts(
    line: str, after: str, cut: bool
) -> None:
    turns = told(CALL.format(line=line, after=after))
    assert (("host", None, line.split()[0]) in turns) is cut


@pytest.mark.parametrize(
    ("asked", "answers"), [("Mayor, where will they live?", ["t3", "t3"]), ("And where?", ["t3"])]
)
def test_a_host_whom_the_question_calls_on_answers_it(asked: str, answers: list[str]) -> None:
    text = (
        "JO HALE, MAYOR OF PORT REID: Good morning and welcome to the port. I will hand over to the"
        " Minister now, who has the floor.\n\nANN ROE, MINISTER FOR PORTS: We build two berths.\n\n"
        f"JOURNALIST: {asked}\n\nHALE: We have a village for them.\n\nROE: And we pay for it.\n"
    )
    turns = parse(record(text)).value.turns
    assert [turn.role for turn in turns][3] == "host"
    assert [turn.answers for turn in turns if turn.answers] == answers
