"""English transcripts: the forms that press offices use, and words that only look like labels."""

from __future__ import annotations

import pytest

from exporter.transcript.parse import parse
from tests.transcript.test_transcript_properties import record


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    """(role, speaker, outlet) of each turn."""
    turns = parse(record(text, "en")).value.turns
    return [(turn.role, turn.speaker, turn.org) for turn in turns]


def test_white_house_style() -> None:
    text = (
        "Press Briefing by Press Secretary Karine Doe-Pierre\n\n1:05 P.M. EDT\n\n"
        "MS. DOE-PIERRE:  Good afternoon. The President will travel. Note: this is new.\n\n"
        "Q    Thanks, Karine. What about the report?\n\n"
        "MS. DOE-PIERRE:  He has been clear: we will act.\n\n"
        "MR. KIRBY:  Let me add one thing.\n\n1:45 P.M. EDT"
    )
    transcript = parse(record(text, "en")).value
    assert told(text) == [
        ("spokesperson", "Karine Doe-Pierre", None),
        ("journalist", None, None),
        ("spokesperson", "Karine Doe-Pierre", None),
        ("spokesperson", "KIRBY", None),
    ]
    # the hour at which it ended is the page's note, and no heading of the contents
    assert transcript.headings == ()
    assert transcript.narration[-1].text == "1:45 P.M. EDT"
    assert [turn.answers for turn in transcript.turns] == [None, None, "t2", "t2"]


def test_foreign_ministry_style() -> None:
    text = (
        "CCTV: The leaders met. Could you share more?\n\n"
        "Lin Ming: Three points were made: first, trust; second, trade.\n\n"
        "The Paper: What is your comment?\n\n"
        "Lin Ming: I refer you to the authorities.\n\n"
        "NHK Reporter: Any updates?\n\nLin Ming: None."
    )
    assert told(text) == [
        ("journalist", None, "CCTV"),
        ("spokesperson", "Lin Ming", None),
        ("journalist", None, "The Paper"),
        ("spokesperson", "Lin Ming", None),
        ("journalist", None, "NHK"),
        ("spokesperson", "Lin Ming", None),
    ]


def test_moderator_questions_and_offices() -> None:
    text = (
        "PRESENTERS:\nMayor Anna O'Brien\nChief Tom Lee\n\n"
        "MODERATOR: Welcome. I now invite the mayor.\n"
        "MAYOR O'BRIEN: Two updates today. Results: 40 new buses.\n"
        "QUESTION (from Reuters): And the budget?\n"
        "CHIEF LEE: It is 12 million dollars. Timeline: six months.\n"
        "John Smith, Kyodo News: Is that all?\n"
        "A: Yes.\n[END]"
    )
    assert told(text) == [
        ("host", None, None),
        ("spokesperson", "Anna O'Brien", None),
        ("journalist", None, "Reuters"),
        ("spokesperson", "Tom Lee", None),
        ("journalist", "John Smith", "Kyodo News"),
        ("spokesperson", None, None),
    ]


def test_flat_text() -> None:
    text = (
        "AFP: The Minister spoke. What is your comment? Mao Lin: Our position is clear: peace. "
        "Beijing Daily: Can you share more? Mao Lin: Yes. Follow-up: When? Mao Lin: Soon."
    )
    assert [role for role, _, _ in told(text)] == ["journalist", "spokesperson"] * 3


def test_titles_of_people_are_parted() -> None:
    text = (
        "Moderator: Welcome.\nLi Na, director of the Employment Bureau: Good morning.\n"
        "Xinhua: How many jobs?\nLi Na: 12 million."
    )
    people = parse(record(text, "en")).value.people
    assert [(p.name, p.office, p.org) for p in people] == [
        ("Li Na", "director", "Employment Bureau")
    ]


def test_prose_is_no_transcript() -> None:
    text = "The mayor said on Monday: more buses will come. Note: fares stay. Results: good."
    assert parse(record(text, "en")).value.kind == "news"


def test_the_text_decides_on_the_language() -> None:
    turns = parse(record("Q: What is the plan?\nA: We build.", "zh-Hans")).value.turns
    assert [turn.role for turn in turns] == ["journalist", "spokesperson"]
    turns = parse(record("记者：请问情况如何？\n市长：很好。", "en")).value.turns
    assert [turn.role for turn in turns] == ["journalist", "spokesperson"]


DOORSTOP = (
    "ROSS WHITCOMBE, MINISTER FOR WATER: Good morning. We announce $86.5 million today.\n"
    "REPORTER: Will bills go up?\nWHITCOMBE: No. Prices are frozen.\n{extra}"
    "REPORTER: How full is the dam?\nWHITCOMBE: It is at 71 per cent.\n"
)


@pytest.mark.parametrize(
    ("extra", "meant"),
    [
        ("", "Ross Whitcombe"),
        ("ANNE WHITCOMBE, MAYOR: Let me add something about the town.\n", "WHITCOMBE"),
    ],
)
def test_a_surname_in_capitals_is_who_has_it_alone(extra: str, meant: str) -> None:
    speakers = [speaker for _, speaker, _ in told(DOORSTOP.format(extra=extra))]
    assert speakers[0] == "Ross Whitcombe"
    assert (speakers[2], speakers[-1]) == (meant, meant)


@pytest.mark.parametrize(
    ("label", "note"),
    [
        ("Spokesman", "by Tomás Eriksen, Spokesperson for the Secretary-General"),
        ("Spokeswoman", "by Tomás Eriksen, Spokesperson for the Ministry"),
        ("Spokesperson", "by Tomás Eriksen, the Spokesman for the Office"),
        ("Deputy Spokesman", "by Tomás Eriksen, Deputy Spokesperson for the Secretary-General"),
        ("Spokesman", "by Tomás Eriksen, Deputy Spokesman for the Secretary-General"),
    ],
)
def test_a_spokesman_is_whom_the_note_names(label: str, note: str) -> None:
    text = (
        f"The following is a near-verbatim transcript of today's noon briefing {note}.\n"
        f"{label}: Good afternoon, everyone.\nQuestion: What about the convoy?\n"
        f"{label}: Twelve trucks went in.\nQuestion: And tomorrow?\n{label}: Thirty more.\n"
    )
    answers = [speaker for role, speaker, _ in told(text) if role != "journalist"]
    assert answers == ["Tomás Eriksen"] * 3


def test_offices_in_capitals_are_whom_a_list_names_with_them() -> None:
    text = (
        "Briefing by Dr Aoife Brennan, Spokesperson for the Department of Health, and Tom Reilly, "
        "Chief Medical Officer.\nSPOKESPERSON: Good morning. Cases fell 12 per cent.\n"
        "QUESTION: What about vaccines?\nCHIEF MEDICAL OFFICER: We have 1.2 million doses.\n"
        "QUESTION: When?\nSPOKESPERSON: In July.\n"
    )
    assert [speaker for _, speaker, _ in told(text)] == [
        "Aoife Brennan",
        None,
        "Tom Reilly",
        None,
        "Aoife Brennan",
    ]
