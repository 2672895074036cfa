"""English pages without a DOM: their titles, dates, furniture and notes."""

from __future__ import annotations

import pytest
from conftest import Cleaner

from exporter.source.dates import iso

SPEECH = (
    "MS. REYES: Good morning. The bridge opens in May, and it cost 12 million dollars.\n\n"
    "Q    When will the ferry stop?\n\nMS. REYES: In June. It has carried 900 cars a day.\n"
)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "Press Briefing by Press Secretary Anna Reyes\n\nHarbour Room\n\n1:05 P.M. EDT",
            "Press Briefing by Press Secretary Anna Reyes",
        ),
        (
            "View Header\n\n\nOffice of the Press Secretary\n\nFor Immediate Release May 3, 2016\n"
            "            PRESS BRIEFING\n            BY ANNA REYES\n\nHarbour Room\n\n1:05 P.M.",
            "PRESS BRIEFING BY ANNA REYES",
        ),
        (
            "Department of Harbours\nOffice of Public Affairs\nNews Transcript\n\n"
            "Presenter: Press Secretary Anna Reyes May 3, 2016\n\n"
            "Department of Harbours Press Briefing by Anna Reyes in the Harbour Room",
            "Department of Harbours Press Briefing by Anna Reyes in the Harbour Room",
        ),
        (
            "Transcript by The Hon Anna Reyes MP\n\nDoorstop Interview, Harbour Works\n\nE&OE",
            "Doorstop Interview, Harbour Works",
        ),
        ("Doorstop interview\n\n  • Transcript, E&OE", "Doorstop interview"),
        (
            "عربي Español Русский Français 简体中文\n\nRegular Press Conference on May 3, 2016",
            "Regular Press Conference on May 3, 2016",
        ),
        (
            "• Briefing on the harbour\n\n    Read in Chinese\n\n    Speakers:\n\n    Ann Roe",
            "Briefing on the harbour",
        ),
        (
            "Ferry to stop in June, says harbour office\n\nBy Jo Hale",
            "Ferry to stop in June, says harbour office",
        ),
        (
            "Media Centre\nMedia Centre > Media Briefings\n\nTranscript of the Weekly Briefing\n\n"
            "May 4, 2024",
            "Transcript of the Weekly Briefing",
        ),
        ("The mayor of the town held a press conference on Friday about the bridge", None),
    ],
)
def test_the_title_stands_above_the_first_speech(
    records: Cleaner, head: str, title: str | None
) -> None:
    (found,) = records(f"{head}\n\n{SPEECH}")
    assert found.metadata.title == title
    assert title is None or title not in found.text
    assert found.text.endswith("900 cars a day.")


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("Oct.19, 2015", "2015-10-19"),
        ("May 26th, 2024", "2024-05-26"),
        ("3rd April 2021", "2021-04-03"),
        ("2016-April-28", "2016-04-28"),
        ("Sept. 3, 2019", "2019-09-03"),
        ("March 2012", None),
    ],
)
def test_dates_in_english(printed: str, day: str | None) -> None:
    assert iso(printed) == day


def test_a_date_under_its_label_ends_no_record(records: Cleaner) -> None:
    (found,) = records(
        "Briefing on the harbour\n\nSpeaker:\n\nMa Qiang, deputy mayor\n\nDate: \n\n"
        f"Feb. 26, 2021\n\n{SPEECH}"
    )
    assert found.metadata.event_date == "2021-02-26"
    assert found.metadata.publisher is None


def test_a_foot_with_the_day_of_the_week_is_the_date_and_no_publisher(records: Cleaner) -> None:
    (found,) = records(
        f"Traditional Chinese Simplified Chinese Email this article\nRemarks at media session\n\n"
        f"{SPEECH}\n(Please also refer to the Chinese portion of the transcript.)\n\n"
        "Ends/Tuesday, April 8, 2014\nIssued at HKT 11:09\n\n\nPrint this page\n"
    )
    assert (found.metadata.published_date, found.metadata.publisher) == ("2014-04-08", None)
    assert found.text.endswith("900 cars a day.")
    assert found.text.startswith("MS. REYES")


@pytest.mark.parametrize(
    "line",
    [
        "An official website of the United States Government Here's how you know",
        "Secure .gov websites use HTTPS",
        "You’re at: News >> Press Briefings",
        "Post a Comment",
        "Hide Ad",
        "_ueditor_page_break_tag_",
        "Careers for Planners - JOIN NOW",
    ],
)
def test_what_english_pages_print_around_speech_goes(records: Cleaner, line: str) -> None:
    (found,) = records(f"{line}\n\nPress briefing by Anna Reyes\n\n{SPEECH}\n{line}\n")
    assert line not in found.text
    assert found.text.endswith("900 cars a day.")


def test_who_asks_in_a_line_of_its_own_is_no_field(records: Cleaner) -> None:
    (found,) = records(
        "Reporter:\n\nWill it open?\n\nMayor Reyes:\n\nIt will open in May.\n\nReporter:\n\nSure?\n"
    )
    assert found.text.startswith("Reporter:")
    assert found.metadata.reporters == ()


JOINED = "免费片_欧美无码一区_国产在线观看_日韩精品视频_亚洲中文字幕_成人免费视频"


def test_a_line_of_joined_search_words_is_spam(records: Cleaner) -> None:
    (found,) = records(f"{JOINED}\n\nPress briefing by Anna Reyes\n\n{SPEECH}")
    assert "_" not in found.text
    kept = "港口_码头_航线_船舶_货运_客运"
    assert (
        kept in records(f"{kept}\n\n6月9日,召开发布会。赵云:大家好!今天的发布会到此结束。")[0].text
    )


def test_greetings_in_the_same_words_are_no_copy(records: Cleaner) -> None:
    page = (
        "SECRETARY REYES: Good evening. Good evening.\n\nQUESTION: Good evening.\n\n"
        "QUESTION: It is late, sir.\n\nSECRETARY REYES: So it is, and here we are.\n"
    )
    assert records(page)[0].text.split() == page.split()


def test_a_long_title_stands_above_its_date(records: Cleaner) -> None:
    title = (
        "Transcript of the Hill Post's interview with Mr K Tan, Minister for Home Affairs and "
        "Minister for Law, on the harbours"
    )
    (found,) = records(f"{title}\n\nPublished: 19 September 2022\n\n{SPEECH}")
    assert found.metadata.title == title
    assert found.metadata.published_date == "2022-09-19"


WRAPPED = (
    "                        PRESS BRIEFING\n                    BY ANNA REYES\n\n"
    "MS. REYES:  Good afternoon, everyone. We have a full house today,\n"
    "and I see that somebody has taken my chair. Thank you for that.\n\n"
    "     Today the mayor signed an order on the ferries of the harbour.\n"
    "As you know, demand for berths has risen by 6.2 percent in a\n"
    "year, and the order will bring forward 71 million dollars of\n"
    "investment over the next five years. It does so without any new\n"
    "spending, and the cost of it is within the accounts of the port\n"
    "authority.\n\n"
    "Q    Thanks, Anna. For the ferries: you say that they will be\n"
    "found in existing yards. Which yards? Because the house cut two\n"
    "of the three.\n\n"
    "MS. REYES:  We are aware of that, and most of it comes from the\n"
    "old yards.\n\n                  END   2:21 P.M. EST\n"
    "___________________________________________________________________\n"
)


def test_lines_broken_at_a_width_are_whole_again(records: Cleaner) -> None:
    (found,) = records(WRAPPED)
    assert found.text.split("\n") == [
        "MS. REYES: Good afternoon, everyone. We have a full house today, and I see that somebody "
        "has taken my chair. Thank you for that.",
        "Today the mayor signed an order on the ferries of the harbour. As you know, demand for "
        "berths has risen by 6.2 percent in a year, and the order will bring forward 71 million "
        "dollars of investment over the next five years. It does so without any new spending, and "
        "the cost of it is within the accounts of the port authority.",
        "Q Thanks, Anna. For the ferries: you say that they will be found in existing yards. Which "
        "yards? Because the house cut two of the three.",
        "MS. REYES: We are aware of that, and most of it comes from the old yards.",
        "END 2:21 P.M. EST",
    ]
    assert found.metadata.title == "PRESS BRIEFING BY ANNA REYES"


def test_short_lines_of_a_page_without_a_width_stay(records: Cleaner) -> None:
    lines = [f"MS. REYES: Number {n} is open{' again' * (n % 7)}" for n in range(12)]
    (found,) = records("Press briefing by Anna Reyes\n\n" + "\n".join(lines))
    assert found.text.split("\n") == lines


def test_marks_of_another_code_are_read_as_they_were_meant(records: Cleaner) -> None:
    (found,) = records(
        "Remarks at a media session\n\nReporter¡GWill you act on the harbour¡¦s fees?\n"
        "Chief Executive¡GThe fees stay. I said ¡§not now.¡¨ Thank you.\n"
    )
    assert found.text.split("\n") == [
        "Reporter: Will you act on the harbour’s fees?",
        "Chief Executive: The fees stay. I said “not now.” Thank you.",
    ]
    assert "¡Hola! ¿Qué tal?" in records("Remarks\n\nMS. REYES: ¡Hola! ¿Qué tal?\nQ: So?\n")[0].text


def test_dates_at_head_and_foot_are_no_stamps(records: Cleaner) -> None:
    head = "Transcript of the Weekly Briefing (May 3, 2024)\n\nMay 4, 2024"
    page = f"{head}\n\n{SPEECH}\n\nPort Ward\nMay 3, 2024"
    (found,) = records(page)
    assert (found.metadata.published_date, found.metadata.event_date) == (
        "2024-05-04",
        "2024-05-03",
    )
    assert "May 4" not in found.text


@pytest.mark.parametrize(
    "line",
    [
        "(This is an English translation for reference only. The Chinese version prevails.)",
        "Translated and edited by Jo Hale and Kim Ward. In case of any discrepancy between the "
        "texts, the Chinese version is deemed to prevail.",
        "In case of discrepancy, the Chinese version shall prevail.",
        "Follow Harbour.org on Twitter and Facebook to join the conversation.",
    ],
)
def test_notes_below_a_translation_are_furniture(records: Cleaner, line: str) -> None:
    (found,) = records(f"Press briefing by Anna Reyes\n\n{SPEECH}\n{line}\n")
    assert line[:20] not in found.text


def test_a_label_in_capitals_below_a_date_is_no_publisher(records: Cleaner) -> None:
    (found,) = records(
        "Doorstop interview, Tarn\n\n20 August 2015\n\nANNA REYES\n\nThe bridge opens in May.\n\n"
        "JOURNALIST\n\nSure?\n\nANNA REYES\n\nYes.\n"
    )
    assert found.text.startswith("ANNA REYES\n")
    assert (found.metadata.publisher, found.metadata.event_date) == (None, "2015-08-20")


@pytest.mark.parametrize("added", ["（附圖／短片）", " (with photos/video)", "(附短片)"])
def test_pictures_of_the_page_are_no_part_of_its_title(records: Cleaner, added: str) -> None:
    (found,) = records(f"Transcript of remarks at media session{added}\n\n{SPEECH}")
    assert found.metadata.title == "Transcript of remarks at media session"


def test_the_end_of_a_span_of_days_begins_no_date(records: Cleaner) -> None:
    (found,) = records(f"Remarks at the harbour\n\nIn office: 24/08/2018 - 11/04/2022\n\n{SPEECH}")
    assert found.metadata.event_date != "2018-11-04"


@pytest.mark.parametrize(
    "line",
    [
        "Did you find this page useful?",
        "Text size: A- A A+",
        "Back to news",
        "Please enable JavaScript to view this page.",
        "Comments are closed.",
        "We acknowledge the Traditional Owners of the land and pay our respects.",
        "Thank you! Your submission has been received!",
    ],
)
def test_tools_below_a_page_are_furniture(records: Cleaner, line: str) -> None:
    (found,) = records(f"Press briefing by Anna Reyes\n\n{SPEECH}\n{line}\n")
    assert line not in found.text


def test_lines_with_the_credit_of_a_picture_are_captions(records: Cleaner) -> None:
    (found,) = records(
        f"Press briefing by Anna Reyes\n\n{SPEECH}\nAnna Reyes takes a question. [Photo by Kim Ward"
        "/Harbour News]\n\nQ    And the fees? (Photo by Jo Hale)\n\nMS. REYES: They stay.\n"
    )
    assert "takes a question" not in found.text
    assert "And the fees?\n" in found.text
