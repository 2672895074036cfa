"""English labels as pages print them: times, numbers, captions, cards over names, and words with a
colon that label nobody."""

from __future__ import annotations

import pytest

from exporter.transcript.parse import parse
from tests.transcript.test_english import told
from tests.transcript.test_transcript_properties import record

Turns = list[tuple[str, str | None, str | None]]
OFFICIAL = ("spokesperson", "Anna Reyes", None)
ASKED = ("journalist", None, None)


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        # a time behind the label, in its line or broken over two, or before it with a number
        (
            "Anna Reyes: (00:12)\nWe open it.\n\nSpeaker 2: (00:31)\nWhen?\n\n"
            "Anna Reyes: (\n00:40) In May.",
            [OFFICIAL, ASKED, OFFICIAL],
        ),
        (
            "Anna Reyes (00:12):\nWe open it.\nReporter 1 (00:31):\nWhen?\n"
            "Anna Reyes (00:40): In May.",
            [OFFICIAL, ASKED, OFFICIAL],
        ),
        (
            "[09:31] Anna Reyes: We open it.\n[09:33] 2. Xinhua: When?\n"
            "[09:34] Anna Reyes: In May.",
            [OFFICIAL, ("journalist", None, "Xinhua"), OFFICIAL],
        ),
        # answers behind a letter, questions put to somebody by name
        (
            "DR REYES: We open it.\nQ. Jo Hale, Harbour News. When?\nA. DR REYES: In May.\n"
            "Q. For Dr Reyes: are you sure?\nA. DR REYES: Yes.\nPresent: Dr Anna Reyes, Director.",
            [OFFICIAL, ("journalist", "Jo Hale", "Harbour News"), OFFICIAL, ASKED, OFFICIAL],
        ),
        # an outlet that begins with a number
        (
            "Anna Reyes: We open it.\n21st Century Harbour News: When?\nAnna Reyes: In May.",
            [OFFICIAL, ("journalist", None, "21st Century Harbour News"), OFFICIAL],
        ),
        # words that head a paragraph and go on in small letters
        (
            "Anna Reyes: We open it.\nPower: at the peak 900 homes were out.\n"
            "Q: When?\nAnna Reyes: In May.",
            [OFFICIAL, ASKED, OFFICIAL],
        ),
        # captions of television
        (
            "and that is all. >> Question: When is it open? >> Minister Anna Reyes: in may. "
            ">> Question: Sure?",
            [ASKED, OFFICIAL, ASKED],
        ),
        # flat text with no stop before the first question
        (
            "INTERVIEW OF ANNA REYES AT 6 PM Q: Is it open? Anna Reyes: Yes. Q: Since when? "
            "Anna Reyes: May.",
            [ASKED, OFFICIAL, ASKED, OFFICIAL],
        ),
        # a page cut at its full stops
        (
            "GEN.\nREYES: Good morning. We open it.\nQ: When?\nGEN.\nREYES: In May.",
            [("spokesperson", "REYES", None), ASKED, ("spokesperson", "REYES", None)],
        ),
    ],
)
def test_labels_with_times_numbers_and_breaks(text: str, turns: Turns) -> None:
    assert told(text) == turns


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        # words in capitals are outlets where names are not, offices in short hold no name
        (
            "HXTV: What of the bridge?\nLi Wenhao: It opens in May.\nQRN: And the ferry?\n"
            "Li Wenhao: It stays.",
            [
                ("journalist", None, "HXTV"),
                ("spokesperson", "Li Wenhao", None),
                ("journalist", None, "QRN"),
                ("spokesperson", "Li Wenhao", None),
            ],
        ),
        (
            "Tim (Channel Six Asia): How are you?\nDPM Henry Tan: Well.\nTim (Channel Six Asia): "
            "Sure?\nDPM Tan: Yes.",
            [
                ("journalist", "Tim", "Channel Six Asia"),
                ("spokesperson", "Henry Tan", None),
                ("journalist", "Tim", "Channel Six Asia"),
                ("spokesperson", "Henry Tan", None),
            ],
        ),
        (
            "JOURNALIST: Is it open?\nPM: Yes.\nJOURNALIST: Since when?\nPM: May.",
            [ASKED, ("spokesperson", None, None), ASKED, ("spokesperson", None, None)],
        ),
        (
            "SENIOR DEFENSE OFFICIAL: Good day.\nQ: Who are you?\nSENIOR DEFENSE OFFICIAL: Nobody.",
            [("spokesperson", None, None), ASKED, ("spokesperson", None, None)],
        ),
        (
            "Senior Colonel Lin Bo: Good day.\nQ: When?\nSenior Colonel Lin Bo: Soon.",
            [("spokesperson", "Lin Bo", None), ASKED, ("spokesperson", "Lin Bo", None)],
        ),
        (
            "MAE SOTO/HXTV: Good day, sir.\nSEC. REYES: Good day.\nMAE SOTO/HXTV: When?\n"
            "SEC. REYES: Soon.",
            [
                ("journalist", "Mae Soto", "HXTV"),
                ("spokesperson", "REYES", None),
                ("journalist", "Mae Soto", "HXTV"),
                ("spokesperson", "REYES", None),
            ],
        ),
    ],
)
def test_outlets_and_offices_in_labels(text: str, turns: Turns) -> None:
    assert told(text) == turns


@pytest.mark.parametrize(
    "line",
    [
        "Mon, 10 Mar 2008 17:45:00 -0500\n",
        "The Transcript:\n",
        "Presenter: Press Secretary Anna Reyes September 8, 2015\n",
        "Q & A\n",
    ],
)
def test_what_stands_above_is_nobody_s(line: str) -> None:
    text = f"{line}\nMS. REYES: Good day.\nQ    When is it open?\nMS. REYES: In May.\n"
    assert len(told(text)) == 3


def test_the_end_with_a_clock_is_no_label() -> None:
    text = (
        "Q    When?\n\nTHE PRESIDENT: In May.\n\nQ    Sure?\n\nTHE PRESIDENT: Yes.\n\nEND1:38 P.M."
    )
    assert len(told(text)) == 4


def test_words_that_lead_up_to_a_quotation_are_no_label() -> None:
    text = (
        "CCTV reporter: A report came out. Orr, the chairman of the committee, issued a statement "
        "saying: It was late. What is your comment?\nLin Ming: It was not.\n"
        "AFP: Sure?\nLin Ming: Yes."
    )
    assert [role for role, _, _ in told(text)] == ["journalist", "spokesperson"] * 2


CARDS = (
    "Briefing on the bridge\n\nSpeakers:\n\nMa Qiang, deputy mayor\n\nChairperson:{gap}"
    "Xu Lan, spokesperson of the press office\n\nXu Lan:\n\nGood morning. Here is Mr. Ma.\n\n"
    "Ma Qiang:\n\nThank you. It opens in May.\n\nXu Lan:\n\nQuestions, please."
)


@pytest.mark.parametrize("gap", ["\n\n", "\n", " "])
def test_a_card_names_the_host(gap: str) -> None:
    turns = told(CARDS.format(gap=gap))
    assert turns == [
        ("host", "Xu Lan", None),
        ("spokesperson", "Ma Qiang", None),
        ("host", "Xu Lan", None),
    ]


def test_prose_gives_the_first_speech_to_whom_it_names() -> None:
    text = (
        "At the start of the conference, Premier Qin Hai said: Friends, good morning. I am glad.\n"
        "Morning Times: What of trade?\nQin Hai: It grows.\nHill Post: And jobs?\nQin Hai: Too."
    )
    assert told(text)[0] == ("spokesperson", "Qin Hai", None)


SESSION = (
    "Following are the remarks of the Chief Executive, {name}, at a media session today:\n\n"
    "Reporter: Chief Executive, Professor Ho Sinming has asked for more. Will you act?\n\n"
    "Chief Executive: The professor has been heard.\n\nReporter: When?\n\nChief Executive: Soon."
)


@pytest.mark.parametrize(
    ("name", "speaker"), [("Mr K T Lam", "K T Lam"), ("Ms Carol Yeung", "Carol Yeung")]
)
def test_an_office_is_who_holds_it_and_not_whom_a_question_names(name: str, speaker: str) -> None:
    turns = told(SESSION.format(name=name))
    assert turns == [ASKED, ("spokesperson", speaker, None)] * 2
    unnamed = told(SESSION.replace(", {name},", ""))
    assert unnamed == [ASKED, ("spokesperson", None, None)] * 2


def test_a_card_in_capitals_below_the_office() -> None:
    text = (
        "TRANSCRIPT OF THE PRIME MINISTER\nTHE HON PAUL WARD MP\nDOORSTOP, HOBART\n\n"
        "JOURNALIST: Is it open?\nPRIME MINISTER: Yes.\nJOURNALIST: Sure?\nPRIME MINISTER: Yes."
    )
    assert told(text)[1] == ("spokesperson", "Paul Ward", None)


def test_answers_are_the_one_official_s_whom_the_head_names() -> None:
    text = (
        "Lin Bo, spokesperson for the ministry, answers questions on 3 May.\n\n"
        "Lin Bo: Good day. I have no news.\n\nQuestion: When?\n\nAnswer: Soon.\n\n"
        "Question: How?\n\nAnswer: By boat."
    )
    told_by_lead = parse(record(text, "en")).value
    assert [turn.speaker for turn in told_by_lead.turns if turn.role != "journalist"] == [
        "Lin Bo"
    ] * 3
    codes = [notice.code for notice in told_by_lead.notices]
    assert codes.count("transcript.named-by-lead") == 2


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Press Conference by Minister for Foreign Affairs Kenji Mori\n\nMinister:\nThanks.\n\n"
            "Question:\nWhen?\n\nMinister:\nIn May.",
            "Kenji Mori",
        ),
        (
            "State Minister for Foreign Affairs Kenji Mori: Thank you.\nAbe, NHK: When?\n"
            "State Minister Mori: In May.",
            "Kenji Mori",
        ),
        ("PORT PRESS SECRETARY ANNA REYES: Good day.\nQ: When?\nMS. REYES: In May.", "Anna Reyes"),
        ("Shri Ravi Nair, Official Spokesperson: Good day.\nQuestion: When?\n", "Ravi Nair"),
        ("PM Tan Wei Ming: Good day.\nModerator: When?\nPM Tan: In May.", "Tan Wei Ming"),
        (
            "Briefing by Selam Abebe Tessema, Director\n\nMR. TESSEMA: Good day.\nQ: When?\n"
            "MR. TESSEMA: Selam Abebe Tessema, at your service.",
            "Selam Abebe Tessema",
        ),
        ("By Anna J. Reyes\n\nMS. REYES: Good day.\nQ: When?\nMS. REYES: In May.", "Anna J. Reyes"),
        (
            "The Chief Executive, Ms K T Lam, met the media. Also present was the Chief Secretary, "
            "Mr Eric Ho. The remarks follow:\n\nChief Executive: Good day.\nReporter: When?\n"
            "Chief Executive: In May.",
            "K T Lam",
        ),
    ],
)
def test_names_behind_offices(text: str, speaker: str) -> None:
    speakers = [who for role, who, _ in told(text) if role == "spokesperson"]
    assert speakers == [speaker] * len(speakers)
    assert speakers


def test_a_moderator_in_brackets_has_his_name_without_honorific() -> None:
    text = "Mr Carl Dent (Moderator): Welcome.\nAnna Roe: Thanks.\nModerator: When?\nAnna Roe: May."
    assert told(text)[0] == told(text)[2] == ("host", "Carl Dent", None)


def test_headings_between_speeches_are_not_spoken() -> None:
    text = (
        "Abe, NHK: When does it open?\nMinister Mori: In May.\n\n2. Ships in the Strait\n\n"
        "(1) Visit of the Mayor\n\nAbe, NHK: And the ships?\nMinister Mori: They stay. I am glad.\n"
        "That is all. (Laughter.)\n\nAbe, NHK: Sure? And then the\n\nMinister Mori: Yes.\n"
    )
    transcript = parse(record(text, "en")).value
    assert [heading.text for heading in transcript.headings] == [
        "2. Ships in the Strait",
        "(1) Visit of the Mayor",
    ]
    assert [turn.text for turn in transcript.turns][1] == "In May."
    assert transcript.turns[3].text.endswith("(Laughter.)")


@pytest.mark.parametrize(
    ("label", "office"),
    [
        (
            "ANNA REYES, MINISTER FOR WATER AND MEMBER FOR QUAYS",
            "Minister for Water and Member for Quays",
        ),
        ("ANNA REYES, CEO", "CEO"),
        ("DIRECTOR REYES", "Director"),
        ("Director Reyes", "Director"),
    ],
)
def test_offices_in_capitals_are_written_as_offices(label: str, office: str) -> None:
    text = f"{label}: Good day.\nQ: When?\n{label}: In May.\n"
    assert parse(record(text, "en")).value.turns[0].office == office


def test_an_office_that_the_head_prints_before_a_name() -> None:
    text = (
        "PRESS BRIEFING BY PRESS SECRETARY ANNA REYES AND CARL DENT\n\nMS. REYES: Good day.\n"
        "Q: When?\nMR. DENT: In May.\n"
    )
    turns = parse(record(text, "en")).value.turns
    assert [turn.office for turn in turns] == ["Press Secretary", None, None]


def test_who_is_greeted_by_name_holds_the_office() -> None:
    text = (
        "CONWAY: Treasurer, Paul Ward - good morning.\nTREASURER: Good morning.\n"
        "CONWAY: Is it open?\nTREASURER: Yes."
    )
    assert [speaker for _, speaker, _ in told(text)] == ["CONWAY", "Paul Ward"] * 2
    other = text.replace("Treasurer, Paul Ward - good morning.", "Treasurer, Paul Ward was here.")
    assert [speaker for _, speaker, _ in told(other)] == ["CONWAY", None] * 2


def test_a_council_heads_a_title_and_speaks_to_nobody() -> None:
    text = "Port Council: Remarks by Anna Reyes\n\nMS. REYES: Hi.\nQ: When?\nMS. REYES: In May.\n"
    assert len(told(text)) == 3
