"""English speech without labels of its own: openings under a head, who asks as he says himself, and
quotations in news."""

from __future__ import annotations

import pytest

from exporter.transcript.parse import parse
from tests.transcript.test_english import told
from tests.transcript.test_transcript_properties import record

Turns = list[tuple[str, str | None, str | None]]
NOON = (
    "The following is a near-verbatim transcript of today's noon briefing by Tomás Eriksen, "
    "Spokesman for the Secretary-General.\n\nGood afternoon.\n\n**Harbours\n\n"
    "Twelve harbours are open again.\n"
)
ASKED = ("journalist", None, None)


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        (NOON, [("spokesperson", "Tomás Eriksen", None)]),
        (
            f"{NOON}\nQuestion: And the others?\n\nSpokesman: Next week.\n\nQuestion: Sure?",
            [("spokesperson", "Tomás Eriksen", None), ASKED] * 2,
        ),
        # the labels tell, where one person gives every answer
        (
            "DOORSTOP, HOBART\n\nCan I start by saying that Mr Ward has joined us here.\n\n"
            "JOURNALIST: Is it open?\n\nANNA REYES: Yes.\n\nJOURNALIST: Sure?\n\nANNA REYES: Yes.",
            [("spokesperson", "Anna Reyes", None), ASKED] * 2
            + [("spokesperson", "Anna Reyes", None)],
        ),
        # who hands over to the only one with a label is somebody else
        (
            "Good morning everyone. It is a great day for the town, so I'll hand over to Anna.\n"
            "ANNA REYES, MINISTER: Thanks. The bridge is open.\nJOURNALIST: Since when?\n",
            [("spokesperson", None, None), ("spokesperson", "Anna Reyes", None), ASKED],
        ),
        (
            "Colonel Lin Bo, spokesperson for the ministry, answers reporters' questions.\n\n"
            "Dear friends from the press, good afternoon!\n\nQuestion: What of the ship?\n",
            [("spokesperson", "Lin Bo", None), ASKED],
        ),
        # answers behind a bare Q are his who opens
        (
            "Remarks by High Representative/Vice-President Ana Costa on arrival\n\nGood morning,\n"
            "We have a long meeting.\n\nQ. Are more measures needed?\nMore are needed.\n\n"
            "Q. And when do they come?\nThey come in May.\n",
            [("spokesperson", "Ana Costa", None), ASKED] * 2
            + [("spokesperson", "Ana Costa", None)],
        ),
        # two are announced
        (
            "A transcript of the briefing by Jo Hale, Spokeswoman for the Council, and Ann Roe, "
            "Spokeswoman for the Court.\n\nGood afternoon, all.\n\nQuestion: When?\n",
            [("spokesperson", None, None), ASKED],
        ),
    ],
)
def test_the_first_speech_without_a_label(text: str, turns: Turns) -> None:
    assert told(text) == turns


def test_an_opening_cut_by_sense_is_noticed() -> None:
    notices = parse(record(NOON, "en")).value.notices
    assert [notice.code for notice in notices] == ["transcript.cut-by-sense"]
    assert parse(record("Good afternoon. The town is quiet.", "en")).value.kind == "news"


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Question: Thank you. Edith Morrow, Allied Wire. When?", ("Edith Morrow", "Allied Wire")),
        ("Question: Hi, I'm Jo Hale with Harbour Six. When?", ("Jo Hale", "Harbour Six")),
        (
            "QUESTION: Good morning. My name is Jo Hale, and I'm with the Hill Post. When?",
            ("Jo Hale", "Hill Post"),
        ),
        ("Sahil: Sir, I am Sahil from QRN. When is it open?", ("Sahil", "QRN")),
        ("Question: Jo Hale, Minister of Harbours, said May. When?", (None, None)),
        ("Question: Thanks. Port Ward, New Holland, is closed. When?", (None, None)),
        ("Question: When?", (None, None)),
    ],
)
def test_who_asks_says_for_whom(question: str, asked: tuple[str | None, str | None]) -> None:
    text = f"MAYOR REYES: Welcome.\n{question}\nMAYOR REYES: In May.\n{question}\nMAYOR REYES: Yes."
    assert told(text)[1] == ("journalist", *asked)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        (
            '"The harbour has held 12 briefings this year," Lin Bo, director of the Harbour Board, '
            "said on Thursday.",
            [("spokesperson", "Lin Bo")],
        ),
        (
            "“We have been working with the towns.” Governor Ann Roe\n\n"
            "“The towns are leaders in this.”",
            [("spokesperson", "Ann Roe"), ("spokesperson", "Ann Roe")],
        ),
        (
            "Harbour Board Chairman Ben Dent met the press.\n\n"
            '"The ferries are not at fault in this," he said. "They run on time each day."',
            [("spokesperson", "Ben Dent")] * 2,
        ),
        (
            "The bridge opens, said the spokesperson Lin Bo. “These doubts have no ground at all,” "
            "Lin said. Ann Roe, a baker, added: “I am glad to see it open.”",
            [("spokesperson", "Lin Bo"), ("guest", "Ann Roe")],
        ),
        # he, in a paragraph of his own, is whom the one before names by his surname
        (
            "Lou Bo, the spokesperson for the board, spoke of the bridge.\n\nLou said it opens.\n\n"
            "“If nothing else happens, it will be in May,” he said.\n\n"
            "Asked by the Post whether it is safe, he replied: “It is as safe as any.”",
            [("spokesperson", "Lou Bo")] * 2,
        ),
        (
            "“It is a timetable of promises,” said its secretary, Mick Dale. “And people know.”",
            [("spokesperson", "Mick Dale")] * 2,
        ),
        (
            "Director Ann Roe spoke.\n\nAccording to Ms Roe, “no line of the ferry will close”.",
            [("spokesperson", "Ann Roe")],
        ),
        # what people are called is no part of the name
        (
            "Farmer Jo Hale came by. “I have never seen a bridge like it,” Hale said.",
            [("guest", "Jo Hale")],
        ),
        # nobody is guessed: two with the surname, two in the paragraph, an unknown
        (
            "Ann Roe and Carl Roe came to the bridge.\n\n“It is a good day for us,” Roe said.",
            [("guest", None)],
        ),
        (
            "Mayor Ann Roe met Carl Dent at the bridge.\n\n“It is a good day for us,” he said.",
            [("guest", None)],
        ),
        ("“It is a good day for us,” a baker said.", [("guest", None)]),
        # marks around a title or a word are no speech
        ('He read "Ships of the Harbour" and called it a "classic" of the "old kind".', []),
        ("It was “presumptively open’ by May, the office said.\n\nIt is closed now.", []),
    ],
)
def test_quotations_in_english_news(text: str, quoted: list[tuple[str, str | None]]) -> None:
    transcript = parse(record(text, "en")).value
    assert transcript.kind == "news"
    assert [(turn.role, turn.speaker) for turn in transcript.turns] == quoted
    assert all(turn.text in text for turn in transcript.turns)


def test_who_asks_says_so_under_his_own_name() -> None:
    text = (
        "Ms. Ann Roe, Spokesperson: Good morning. I will take questions.\n\n"
        "Jo Hale: Madam, this is Jo Hale from Quay Media. Is the bridge open?\n\n"
        "Ms. Ann Roe, Spokesperson: It is.\n\n"
        "Tom Ash: Tom Ash from Radio Tarn. Since when?\n\n"
        "Ms. Ann Roe, Spokesperson: Since May.\n"
    )
    assert [turn for turn in told(text) if turn[0] == "journalist"] == [
        ("journalist", "Jo Hale", "Quay Media"),
        ("journalist", "Tom Ash", "Radio Tarn"),
    ]


def test_a_statement_under_its_head_is_hers() -> None:
    text = (
        "Statement given by the First Minister Ann Roe at a media briefing on Friday 22 May:\n\n"
        "Good afternoon. There are two items today.\n\nThe bridge is open.\n"
    )
    assert told(text) == [("spokesperson", "Ann Roe", None)]
