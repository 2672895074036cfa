"""The entry of a site's catalogue, in every way in which it is printed without colons."""

from __future__ import annotations

import pytest
from conftest import Cleaner

FIELDS = [
    ("索引号", "1133080000/2024-00123"),
    ("发布机构", "海州市人民政府办公室"),
    ("主题分类", "综合政务"),
    ("发文日期", "2024-03-05"),
    ("公开方式", "主动公开"),
]
BODY = (
    "海州市防汛工作新闻发布会实录\n李梅：各位记者朋友，大家上午好！欢迎参加今天的发布会。\n"
    "王强：全市平均降雨量为320毫米，比常年同期偏多一成。\n"
)


def spread(name: str) -> str:
    return " ".join(name)


LAYOUTS = {
    "blanks": "\n".join(f"{name} {value}" for name, value in FIELDS),
    "spread": "\n".join(f"{spread(name)} {value}" for name, value in FIELDS),
    "one line": " ".join(f"{name} {value}" for name, value in FIELDS),
    "glued": "".join(name + value for name, value in FIELDS),
    "bars": "\n".join(f"| {name} | {value} |" for name, value in FIELDS),
    "below": "\n".join(f"{name}\n{value}" for name, value in FIELDS),
    "below colons": "\n".join(f"{name}：\n{value}" for name, value in FIELDS),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("foot", [False, True])
def test_an_entry_is_read_in_every_layout(records: Cleaner, layout: str, foot: bool) -> None:
    entry = LAYOUTS[layout] + "\n"
    (record,) = records(BODY + entry if foot else entry + BODY)
    known = record.metadata
    assert (known.index_number, known.publisher) == (FIELDS[0][1], FIELDS[1][1])
    assert known.published_date == "2024-03-05"
    assert known.title == "海州市防汛工作新闻发布会实录"
    assert record.text == BODY.split("\n", 1)[1].strip()


def test_labels_without_values_leave_the_title(records: Cleaner) -> None:
    (record,) = records("\n".join(f"{name}：" for name, _ in FIELDS) + "\n" + BODY)
    assert record.metadata.title == "海州市防汛工作新闻发布会实录"
    assert record.metadata.fields["公开方式"] == ""


def test_an_english_entry_and_days_by_the_habit_of_the_page(records: Cleaner) -> None:
    page = (
        "Transcript of joint press conference, Port Ward\nPeriod of Service: 28/10/2024 -\n"
        "Release Date:\n06/02/2025\nRelease Type:\nInterview\nTranscript ID:\n41877\n"
        "View Original PDF\n\nPREMIER: Good morning, everyone. The rain has eased overnight.\n\n"
        "JOURNALIST: Did the warning fail?\n\nPREMIER: It did not. It went out at two.\n"
    )
    (record,) = records(page)
    assert record.metadata.published_date == "2025-02-06"
    assert record.text.startswith("PREMIER: Good morning")


def test_a_label_and_a_day_in_lines_of_their_own(records: Cleaner) -> None:
    page = (
        "Press conference on the port\nUpdated: October 31, 2025\nDate\nOct. 29, 2025\n"
        "LI MEI: Good morning, everyone. Welcome to the press conference.\n"
        "REPORTER: What is next?\nLI MEI: We will step up patrols.\n"
    )
    (record,) = records(page)
    known = record.metadata
    assert (known.event_date, known.published_date) == ("2025-10-29", "2025-10-31")
