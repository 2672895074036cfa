"""Pages that only list others are no records, and are noticed."""

from __future__ import annotations

import pytest

from exporter.source.clean import clean
from exporter.source.listings import contents
from exporter.source.model import PageKind, RawPage

TITLES = [f"云溪市举行第{n}场新闻发布会" for n in "一二三四五六七"]
DATED = "\n".join(f"{title} 2024-05-1{n}" for n, title in enumerate(TITLES))
MARKUP = "".join(f"<p>{title} 05-1{n}</p>" for n, title in enumerate(TITLES))


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        (f"首页 > 新闻发布\n{DATED}\n上一页 1 2 3 下一页\n版权所有：云溪市人民政府", "text"),
        ("\n".join(f"[05-1{n}] {title}" for n, title in enumerate(TITLES)), "text"),
        (f"<html><body><div class='con'>{MARKUP}</div></body></html>", "html"),
        ("\n".join(TITLES), "text"),
    ],
)
def test_a_list_of_other_pages_is_empty(page: str, kind: PageKind) -> None:
    outcome = clean(RawPage("list", page, "utf-8", kind, "0"))
    [record] = outcome.value
    assert record.text == ""
    assert [notice.code for notice in outcome.notices] == ["source.listing"]
    kept = "".join(edit.before for edit in record.ledger)
    assert all(title in kept for title in TITLES)


@pytest.mark.parametrize(
    "page",
    [
        f"{DATED}\n主持人：各位好。今天介绍学位情况。",
        f"2024年5月10日，云溪市召开新闻发布会。\n{DATED}",
        "\n".join(TITLES[:3]),
        "\n".join(f"柳镇\t{n}户" for n in range(9)),
        "\n".join(f"第{n}条 学位建设要求" for n in range(9)),
    ],
)
def test_other_pages_stay(page: str) -> None:
    outcome = clean(RawPage("page.txt", page, "utf-8", "text", "0"))
    assert "source.listing" not in [notice.code for notice in outcome.notices]
    assert any(record.text for record in outcome.value)


TALK = "MR HALE: Good morning, everybody.\nQUESTION: Who pays?\nMR HALE: All of us do."


@pytest.mark.parametrize("heading", ["Index of topics", "Index for Today's Briefing:"])
def test_a_table_of_contents_goes_up_to_the_transcript(heading: str) -> None:
    head = "Press Briefing on the Harbour\nWashington, D.C.\n"
    table = f"{heading}\nRIVERS / LAKES\nREGION: HARBOUR SHIPPING\nSTAFFING\n"
    page = f"{head}{table}1:19 p.m. EST\n{TALK}"
    assert "".join(page[c.start : c.end] for c in contents(page)) == table


@pytest.mark.parametrize("line", ["The index of prices rose.", "Topics for the summer", "Contents"])
def test_no_table_without_its_heading(line: str) -> None:
    assert list(contents(f"Press Briefing\n{line}\nRIVERS\n{TALK}")) == []
