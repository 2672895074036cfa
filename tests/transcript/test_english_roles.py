"""What an English label makes of somebody: a holder of an office, who asks, who presides."""

from __future__ import annotations

import msgspec
import pytest

from exporter.source.model import Metadata
from exporter.transcript.english.reading import read
from exporter.transcript.parse import parse
from tests.transcript.test_transcript_properties import record

Turns = list[tuple[str, str | None, str | None]]
HALE = ("spokesperson", "Jo Hale", None)


@pytest.mark.parametrize(
    ("words", "name", "office"),
    [
        ("Treasury Secretary Jo Hale", "Jo Hale", "Treasury Secretary"),
        ("Port Ward Mayor Jo S. Hale", "Jo S. Hale", "Port Ward Mayor"),
        ("Harbour Union President Una von der Hale", "Una von der Hale", "Harbour Union President"),
        (
            "PORT PRESS SECRETARY MAJOR GENERAL JO HALE",
            "JO HALE",
            "PORT PRESS SECRETARY MAJOR GENERAL",
        ),
        ("MINISTER OF STATE JO HALE", "JO HALE", "MINISTER OF STATE"),
        ("Lt. Gen. Jo Hale", "Jo Hale", ""),
    ],
)
def test_an_office_behind_its_body_has_a_holder(words: str, name: str, office: str) -> None:
    said = read(words, "", False)[0]
    assert said is not None
    assert (said.name, said.title) == (name, office)


@pytest.mark.parametrize("words", ["FLU-24", "HARBOUR NEWS PHOTO", "File image"])
def test_names_have_no_digits_and_credits_speak_not(words: str) -> None:
    assert read(words, "", False) == (None, 0)


@pytest.mark.parametrize(
    ("title", "text", "turns"),
    [
        (  # the papers of presidents: a full stop behind who asks and who answers
            "",
            "Harbour Press Secretary Ann Roe. Never mind.\n\nThe President. How are you?\n\n"
            'Una M. "Dee" Ward. Well, sir.\n\nQ. May I?\n\nQ. Only one.\n\n'
            "The President. Of course. Go on.\n\nQ. Thank you. When?\n\nThe President. In May.",
            [
                ("spokesperson", "Ann Roe", None),
                ("spokesperson", None, None),
                ("spokesperson", "Una M. Ward", None),
                ("journalist", None, None),
                ("journalist", None, None),
                ("spokesperson", None, None),
                ("journalist", None, None),
                ("spokesperson", None, None),
            ],
        ),
        (  # two of one surname are two people
            "",
            "MR. HALE: Good day.\nMRS. HALE: Good day.\nMR. HALE: Sit down.",
            [
                ("spokesperson", "MR. HALE", None),
                ("spokesperson", "MRS. HALE", None),
                ("spokesperson", "MR. HALE", None),
            ],
        ),
        (  # whom the title of an interview names with an outlet
            "Interview with Ann Roe, Radio Tarn",
            "ANN ROE: Good morning, both.\nJO HALE: Morning, Ann.\nUNA WARD: Morning.\n"
            "ANN ROE: It rains.\nJO HALE: It does.",
            [
                ("journalist", "Ann Roe", "Radio Tarn"),
                HALE,
                ("spokesperson", "Una Ward", None),
                ("journalist", "Ann Roe", "Radio Tarn"),
                HALE,
            ],
        ),
        (  # who begins an interview and puts the questions
            "Transcript of an interview, 3 May 2019",
            "ANN ROE: Welcome. Does it rain?\nJO HALE: It does.\nANN ROE: Since when?\n"
            "JO HALE: Since May.\nANN ROE: And the harbour?\nJO HALE: It is open.",
            [("journalist", "Ann Roe", None), HALE] * 3,
        ),
        (  # the moderator who reads out what others ask
            "",
            "Shri Jo Hale, Official Spokesperson: Good day. Over to Ann for the questions.\n"
            'Ms. Ann Roe, OSD (PR): Una from Harbour News has asked, "When will it open?"\n'
            "Shri Jo Hale, Official Spokesperson: In May.\n"
            "Ms. Ann Roe, OSD (PR): Sir, Tom of Radio Tarn wants to know the price.\n"
            "Shri Jo Hale, Official Spokesperson: Ten dollars.",
            [HALE, ("host", "Ann Roe", None)] * 2 + [HALE],
        ),
        (  # who calls on those who ask, between an answer and the next question
            "",
            "Jo Hale: The port is open.\nAnn Roe: We'll go to Harbour News.\nQuestion: When?\n"
            "Jo Hale: In May.\nAnn Roe: Next, Radio Tarn.\nQuestion: Why?\nJo Hale: It was ready.",
            [HALE, ("host", "Ann Roe", None), ("journalist", None, None)] * 2 + [HALE],
        ),
        (  # an official who adds to an answer is none
            "",
            "Jo Hale: It is open.\nAnn Roe: It cost ten.\nQuestion: When?\n"
            "Jo Hale: In May.\nAnn Roe: I agree.\nQuestion: Why?\nJo Hale: It was ready.",
            [HALE, ("spokesperson", "Ann Roe", None), ("journalist", None, None)] * 2 + [HALE],
        ),
        (  # who says that he asks, and of which outlet another time
            "",
            "Dr. Hale: The port is open.\nAnn: Thank you for taking my question. When?\n"
            "Dr. Hale: In May.\nUna: Hi, Prime Minister. Una Ward, Radio Tarn. Why?\n"
            "Dr. Hale: It was ready.\nUna: And since?\nDr. Hale: Since then.",
            [
                ("spokesperson", "Hale", None),
                ("journalist", "Ann", None),
                ("spokesperson", "Hale", None),
                ("journalist", "Una Ward", "Radio Tarn"),
                ("spokesperson", "Hale", None),
                ("journalist", "Una Ward", "Radio Tarn"),
                ("spokesperson", "Hale", None),
            ],
        ),
        (  # of many without a name one asks, all of them greet
            "",
            "Jo Hale: Good morning.\nAudience: Good morning.\nJo Hale: It is open.\n"
            "Audience: Since when?\nJo Hale: Since May.\nUNIDENTIFIED: Why?\nJo Hale: Ask Ann.",
            [
                HALE,
                ("spokesperson", None, None),
                HALE,
                ("journalist", None, None),
                HALE,
                ("journalist", None, None),
                HALE,
            ],
        ),
        (  # first names that do nothing but ask, of whom has called the meeting
            "",
            "Spokesperson: Good day. Ann, please.\nAnn: When will it open?\nSpokesperson: In May.\n"
            "Una: Why?\nSpokesperson: It was ready.\nAnn: And the price?\nSpokesperson: Ten.",
            [
                ("spokesperson", None, None),
                ("journalist", "Ann", None),
                ("spokesperson", None, None),
                ("journalist", "Una", None),
                ("spokesperson", None, None),
                ("journalist", "Ann", None),
                ("spokesperson", None, None),
            ],
        ),
        (  # in small letters, and how it was heard
            "",
            "reporter: When?\nSecretary for Water: In May.\nreporter: Why?\n"
            "Secretary for Water: It was ready.\nQ (off mic): And then?\n"
            "Secretary for Water: Then.",
            [("journalist", None, None), ("spokesperson", None, None)] * 3,
        ),
        (  # lines of their own that stand once: an outlet that asks, who says or is told who he is
            "",
            "Ann Roe\nGood day. With me is Mr. Hale.\nHarbour News\nWhen will it open?\n"
            "Jo Hale\nIn May.\nUna Ward\nI am Una Ward of Radio Tarn. Why?\n"
            "Ann Roe\nIt was ready.\nTom Kane\nTom Kane. How much?\nJo Hale\nTen.",
            [
                ("spokesperson", "Ann Roe", None),
                ("journalist", None, "Harbour News"),
                HALE,
                ("journalist", "Una Ward", "Radio Tarn"),
                ("spokesperson", "Ann Roe", None),
                ("spokesperson", "Tom Kane", None),
                HALE,
            ],
        ),
        (  # minutes of evidence: the chair presides, whom the head names
            "",
            "Members present: Ann Roe (Chair); Tom Kane.\nQ82 Chair: Good day. Who are you?\n"
            "Jo Hale: I am Jo Hale.\nChair: Thank you.\nQ83 Mr Kane: When will it open?\n"
            "Jo Hale: In May.",
            [
                ("host", "Ann Roe", None),
                HALE,
                ("host", "Ann Roe", None),
                ("spokesperson", "Tom Kane", None),
                HALE,
            ],
        ),
        (  # what stands before a label, a surname of two capitals, who holds it with whom
            "",
            "President Jo Hale held a press conference on Monday with Leader Tom McKane.\n\n"
            "[*] HALE: Thank you very much.\nMCKANE: Thank you.\nQUESTION: When?\nHALE: In May.",
            [HALE, ("spokesperson", "Tom McKane", None), ("journalist", None, None), HALE],
        ),
        (
            "",
            "[Transcript] – SECRETARY HALE: Good day.\n\nQ. When will it open?\n\n"
            "SECRETARY HALE: In May.",
            [
                ("spokesperson", "HALE", None),
                ("journalist", None, None),
                ("spokesperson", "HALE", None),
            ],
        ),
        (  # letters of a body before an honorific, a middle initial
            "",
            "Press briefing of Secretary Jo S. Hale\n\nPCO USEC. ROE: Here is Secretary Jo Hale.\n"
            "PCO SEC. HALE: Good day.\nPCO USEC. ROE: Harbour News, please.\n"
            "TOM KANE/GMA7: When?\nPCO SEC. HALE: In May.",
            [
                ("spokesperson", "ROE", None),
                ("spokesperson", "Jo S. Hale", None),
                ("spokesperson", "ROE", None),
                ("journalist", "Tom Kane", "GMA7"),
                ("spokesperson", "Jo S. Hale", None),
            ],
        ),
        (  # a presenter in brackets, and later by his name; offices cut short
            "",
            "Presenter (Ann Roe): Good day. With me is the Minister.\nMin: Thanks.\n"
            "Ann Roe: When?\nMin: In May.\nAnn Roe: Good.\nMin: It is.",
            [("journalist", "Ann Roe", None), ("spokesperson", None, None)] * 3,
        ),
        (  # a committee is no outlet
            "",
            "Ann Roe (Chair of the Commission): Dr. Hale has the floor.\n"
            "Dr. Jo Hale (Scientific Committee): It is ready.\n"
            "Ann Roe (Chair of the Commission): Thank you.",
            [
                ("spokesperson", "Ann Roe", None),
                HALE,
                ("spokesperson", "Ann Roe", None),
            ],
        ),
        (  # first names that are called on, and ask
            "",
            "Jo Hale (00:00):\nGood morning. With that, Tom?\nTom (00:09):\nOh, is that all?\n"
            "Jo Hale (00:11):\nThat's all.\nSpeaker 3 (00:15):\nWhen will it open?\n"
            "Jo Hale (00:18):\nIn May. Kim, go ahead.\nKim (00:22):\nThank you. Why then?\n"
            "Jo Hale (00:25):\nIt was ready.",
            [
                HALE,
                ("journalist", "Tom", None),
                HALE,
                ("journalist", None, None),
                HALE,
                ("journalist", "Kim", None),
                HALE,
            ],
        ),
        (  # a name and an outlet behind more than a greeting
            "",
            "Question: Thank you, Premier. On behalf of the press club, welcome. My name is "
            "Ann Roe-Kane from Harbour Broadcasting. When will it open?\nJo Hale: In May.\n"
            "Question: Why then?\nJo Hale: It was ready.",
            [
                ("journalist", "Ann Roe-Kane", "Harbour Broadcasting"),
                HALE,
                ("journalist", None, None),
                HALE,
            ],
        ),
        (  # an outlet in brackets behind the question
            "",
            "Q: When will it open, Minister? (Harbour News)\nJo Hale: In May.\n"
            "Q: Why then? It is cold. (HNTV)\nJo Hale: It was ready.",
            [("journalist", None, "Harbour News"), HALE, ("journalist", None, "HNTV"), HALE],
        ),
    ],
)
def test_who_speaks(title: str, text: str, turns: Turns) -> None:
    page = msgspec.structs.replace(record(text, "en"), metadata=Metadata(title=title or None))
    assert [(t.role, t.speaker, t.org) for t in parse(page).value.turns] == turns


def test_stamps_between_the_paragraphs_of_a_speech_are_no_words_of_it() -> None:
    text = "Jo Hale (00:05):\nThe port is open.\n(00:22)\nShips came.\nAnn Roe (00:31):\nWhen?\n"
    assert [turn.text for turn in parse(record(text, "en")).value.turns] == [
        "The port is open.\nShips came.",
        "When?",
    ]
