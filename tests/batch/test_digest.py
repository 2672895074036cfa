"""A run's report as HTML, XLSX and JUnit: complete, and no word of a source becomes code."""

from __future__ import annotations

import io
from xml.etree import ElementTree

import msgspec
import pytest
from bs4 import BeautifulSoup
from openpyxl import load_workbook

from exporter.batch.digest import HEADS, read_report, to_html, to_junit, to_xlsx
from exporter.batch.model import Output, ReportLine
from exporter.errors import SourceError
from exporter.notices import Notice, Span

HOSTILE = '=cmd|"/c calc"!A1<script>alert(1)</script>\x00\x0b'
DONE = ReportLine(
    "a.txt",
    "sha",
    "r1",
    Span(0, 9),
    "done",
    HOSTILE,
    "2024-01-02",
    (Output("x.docx", "docx", "sha", 3),),
    (Notice("batch.strict", params={"count": "2"}),) * 3,
    None,
    None,
    0.5,
)
FAILED = msgspec.structs.replace(
    DONE, source="b.txt", status="failed", outputs=(), notices=(), error=HOSTILE, error_code="x.y"
)
EMPTY = msgspec.structs.replace(FAILED, source="c.txt", status="empty", error=None)
COPY = msgspec.structs.replace(
    FAILED, source="d.txt", status="duplicate", error=None, duplicate_of="a.txt#r1"
)
LINES = (DONE, FAILED, EMPTY, COPY)


def test_a_report_is_read_back_line_by_line() -> None:
    data = b"".join(msgspec.json.encode(line) + b"\n" for line in LINES)
    assert read_report("r.jsonl", data) == LINES
    with pytest.raises(SourceError, match="line=2"):
        read_report("r.jsonl", data.splitlines()[0] + b"\n{}\n")


def test_html_shows_every_record_and_runs_nothing() -> None:
    page = BeautifulSoup(to_html(LINES, "en"), "html.parser")
    assert page.find("script") is None
    assert len(page.find_all("tr", class_=["done", "failed", "empty", "duplicate"])) == 4
    assert page.find("td", string="a.txt#r1") is not None
    assert "Failed: 1" in page.get_text()
    assert page.find("td", string="3") is not None
    assert page.find("p", string="done 1 · empty 1 · duplicate 1 · failed 1") is not None


def test_doubtful_speakers_are_shown_with_their_place() -> None:
    doubt = Notice("transcript.unknown-speaker", params={"turn": "t2", "label": "局长"})
    line = msgspec.structs.replace(DONE, notices=(msgspec.structs.replace(doubt, span=Span(3, 8)),))
    again = msgspec.structs.replace(line, status="duplicate")
    page = BeautifulSoup(to_html((line, again), "en"), "html.parser")
    assert "Doubtful speakers: 1" in page.get_text()
    assert page.find("td", string="3-8") is not None
    book = load_workbook(io.BytesIO(to_xlsx((line, again), "en")))
    assert [row[2] for row in book["speakers"].values] == ["place in the source", "3-8"]


def test_xlsx_holds_words_not_formulas() -> None:
    book = load_workbook(io.BytesIO(to_xlsx(LINES, "zh")))
    rows = list(book.worksheets[0].iter_rows())
    assert len(rows) == 5
    assert len(rows[0]) == len(HEADS)
    assert all(cell.data_type in ("s", "n") for row in rows for cell in row)
    assert str(rows[1][3].value).startswith("=cmd|")


def test_junit_counts_add_up() -> None:
    suite = ElementTree.fromstring(to_junit(LINES))
    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("4", "1", "2")
    assert [case.get("classname") for case in suite] == ["a.txt", "b.txt", "c.txt", "d.txt"]


def test_a_notice_of_another_version_is_shown_by_its_code() -> None:
    odd = Notice("../../x.y", params={"k": "<b>"})
    line = msgspec.structs.replace(DONE, notices=(odd, Notice("batch.strict")))
    cells = [cell.get_text() for cell in BeautifulSoup(to_html((line,), "en"), "html.parser")("td")]
    assert "../../x.y k=<b>" in cells
