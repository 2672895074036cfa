"""English labels of initials and labels with a dash, by strings."""

from __future__ import annotations

import pytest

from exporter.source.clean import clean
from exporter.source.read import decode
from exporter.transcript.parse import parse

_Turn = tuple[str, str | None, str | None]


def turns(text: str) -> list[_Turn]:
    (record,) = clean(decode("page.txt", text.encode()).value).value
    return [(turn.role, turn.speaker, turn.org) for turn in parse(record).value.turns]


INTERVIEW = """A Conversation with Harbour Engineer Ada Lund
Published 7 March 2025

Q: What does a bridge sound like when something is wrong?

Ada Lund: It hums flat. You get used to the note over the years.

Q: The council wants to automate it. Are you against that?

{0}: I am against forgetting. Put the machine in, fine.

Q: And when you retire?

{0}: I shall move inland, where nothing opens.
"""


def test_initials_are_whom_another_label_names() -> None:
    assert [turn[1] for turn in turns(INTERVIEW.format("AL")) if turn[1]] == ["Ada Lund"] * 3


def test_initials_of_nobody_stay_nobody() -> None:
    assert [turn[1] for turn in turns(INTERVIEW.format("XY")) if turn[1]] == ["Ada Lund"]


def test_initials_that_brackets_explain_with_whom_they_ask_for() -> None:
    page = (
        "An Interview with Rector Paula Verhage\nOctober 11, 2023\n\nOn October 5, the rector, "
        "Paula Verhage (PV), sat down with Rod Kimani (RK) of The Bay Review.\n\n"
        "RK: Why did you stop?\n\nPV: We counted too many papers.\n\nRK: What came next?\n\n"
        "PV: We read three of each.\n"
    )
    asked, answered = ("journalist", "Rod Kimani", "The Bay Review"), "Paula Verhage"
    found = turns(page)
    assert found[0] == found[2] == asked
    assert found[1][1] == found[3][1] == answered


@pytest.mark.parametrize("dash", ["–", "—"])
def test_a_dash_behind_the_labels(dash: str) -> None:
    page = (
        "Transcript of the press conference on roads\nPort Ansel, 23 July 2024\n\n"
        "Bea Ngola, Head of Communications: Good morning. Minister, the floor is yours.\n\n"
        "Asta Lindt, Minister for Roads: Thank you. We resurfaced 412 kilometres.\n\n"
        f"MS. NGOLA {dash} Please state your name and outlet.\n\n"
        f"Q (Radio Kestrel) {dash} Minister, who is going to pay?\n\n"
        f"MINISTER LINDT {dash} Part of it we do.\n\n"
        f"Q (Northern Star) {dash} Is the ferry going to survive?\n\n"
        f"MINISTER LINDT {dash} It will.\n\nMS. NGOLA {dash} Thank you very much.\n"
    )
    assert turns(page) == [
        ("host", "Bea Ngola", None),
        ("spokesperson", "Asta Lindt", None),
        ("host", "Bea Ngola", None),
        ("journalist", None, "Radio Kestrel"),
        ("spokesperson", "Asta Lindt", None),
        ("journalist", None, "Northern Star"),
        ("spokesperson", "Asta Lindt", None),
        ("host", "Bea Ngola", None),
    ]
