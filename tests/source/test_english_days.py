"""The day of a conference that the head of an English page tells."""

from __future__ import annotations

import pytest

from exporter.source.english_days import told_day


@pytest.mark.parametrize(
    ("head", "published", "day"),
    [
        ("On 11 June 2025 the Minister held a press conference.", "2025-06-12", "2025-06-11"),
        ("The Port Office holds a press conference on Sept. 3, 2019.", None, "2019-09-03"),
        ("The Port Office holds a press conference on May 3, 2019.", None, "2019-05-03"),
        ("The Office held a briefing in Tarn on Tuesday on the fees.", "2024-03-06", "2024-03-05"),
        ("The mayor met the media today (May 3).", "2024-05-03", "2024-05-03"),
        ("The Minister took questions on Friday, December 30.", "2025-01-02", "2024-12-30"),
        ("From: Port Office\n\nPress conference, Thursday 3 October 2019", None, "2019-10-03"),
        ("Virtual press conference 2 October 2020 Speaker key: JH Jo Hale", None, "2020-10-02"),
        ("Speakers: Jo Hale\nDate: January 18, 2024\nJo Hale: Hi.", "2024-01-22", "2024-01-18"),
        ("Released May 4, 2020\nSunday, May 3, 2020, Port House, Room B", None, "2020-05-03"),
        # neither what was done on another day, nor a day that nobody can tell
        ("She held a briefing. The fire of 3 May 2020 was grave.", "2020-07-01", None),
        ("The bridge opened on 3 May 2020.", "2020-05-04", None),
        ("The Office held a briefing on Tuesday.", None, None),
        (
            "MS. REYES: Good day, and welcome to all of you, it is a long one.\n"
            "We held a press conference on 3 May 2020.",
            None,
            None,
        ),
    ],
)
def test_the_day_of_the_head(head: str, published: str | None, day: str | None) -> None:
    found = told_day(head, published)
    assert (found[0] if found else None) == day
    if found:
        assert (
            any(char.isdigit() for char in head[slice(*found[1])])
            or "day" in head[slice(*found[1])]
        )


@pytest.mark.parametrize(
    "lead",
    [
        "On May 3, the rector of Tarn College sat down with the Review in her office.",
        "We met in the control cabin on May 3, 2024, with her deputy at the wheel.",
    ],
)
def test_the_day_on_which_people_talked_where_the_title_says_interview(lead: str) -> None:
    found = told_day(lead, "2024-05-09", "A Conversation with Harbour Engineer Jo Hale")
    assert found is not None
    assert found[0] == "2024-05-03"
    assert told_day(lead, "2024-05-09", "Repairs of the bridge") is None
