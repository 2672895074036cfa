"""The table of figures: JSON lines, CSV, workbook; read back by other readers."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from decimal import Decimal

import msgspec
import openpyxl
import pytest

from exporter.briefing.figures_table import (
    COLUMNS,
    FigureRow,
    figure_rows,
    to_csv,
    to_jsonl,
    to_xlsx,
)
from exporter.briefing.quantities import find_facts
from tests.briefing.quantities.speech import record, turn

CONTRACT = [
    "record",
    "source_stem",
    "published_date",
    "text",
    "value",
    "min_value",
    "max_value",
    "unit",
    "classifier",
    "approx",
    "indicator",
    "entity",
    "period",
    "change",
    "comparison_base",
    "status",
    "type",
    "speaker",
    "turn",
    "start",
    "end",
    "key",
    "rule",
    "period_inferred",
]
TEXT = (
    "2022年，项目总投资26.04亿元，工业投资增长39.4%。给予每人20—100万元补贴。"
    "许可水量37.2万m³/年，计划建成水库13座。"
)


@pytest.fixture(name="rows")
def _rows() -> tuple[FigureRow, ...]:
    told = record(turn(TEXT))
    return figure_rows(told, find_facts(told).value)


def test_the_keys_are_the_contract(rows: tuple[FigureRow, ...]) -> None:
    assert list(COLUMNS) == CONTRACT
    for line in to_jsonl(rows).splitlines():
        assert list(json.loads(line)) == CONTRACT


def test_a_carried_period_is_told_apart(rows: tuple[FigureRow, ...]) -> None:
    assert [(row.period, row.period_inferred) for row in rows[:3]] == [
        ("2022年", False),
        ("2022年", False),
        ("2022年", True),
    ]


def test_json_numbers_are_exact(rows: tuple[FigureRow, ...]) -> None:
    lines = [json.loads(line, parse_float=Decimal) for line in to_jsonl(rows).splitlines()]
    values = [line["value"] for line in lines]
    assert values == [2604000000, Decimal("39.4"), None, 372000, 13]
    assert (lines[2]["min_value"], lines[2]["max_value"]) == (200000, 1000000)
    assert lines[0]["source_stem"] == "x"


def test_offsets_lead_to_the_words(rows: tuple[FigureRow, ...]) -> None:
    assert [TEXT[row.start : row.end] for row in rows] == [row.text for row in rows]


def test_csv_reads_back(rows: tuple[FigureRow, ...]) -> None:
    data = to_csv(rows)
    assert data.startswith(b"\xef\xbb\xbf")
    read = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert [line["text"] for line in read] == [row.text for row in rows]
    assert read[0]["value"] == "2604000000"
    assert {line["key"] for line in read} <= {"true", "false"}


def test_the_workbook_reads_back(rows: tuple[FigureRow, ...]) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(rows)))["figures"]
    lines = list(sheet.iter_rows(values_only=True))
    assert list(lines[0]) == CONTRACT
    assert [line[COLUMNS.index("value")] for line in lines[1:]] == [
        2604000000,
        39.4,
        None,
        372000,
        13,
    ]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:X{len(rows) + 1}"


def test_each_number_links_to_its_sentence(rows: tuple[FigureRow, ...]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(rows)))
    for number, row in enumerate(rows, start=2):
        cell = book["figures"].cell(number, COLUMNS.index("text") + 1)
        assert cell.value == row.text
        place = cell.hyperlink.location.rpartition("!")[2]
        assert row.text in book["sentences"][place].value == row.sentence


def test_number_formats_follow_the_value(rows: tuple[FigureRow, ...]) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(rows)))["figures"]
    column = COLUMNS.index("value") + 1
    formats = [sheet.cell(row, column).number_format for row in (2, 3)]
    assert formats == ["#,##0", "#,##0.0#####"]


def test_the_same_rows_give_the_same_bytes(rows: tuple[FigureRow, ...]) -> None:
    assert to_xlsx(rows) == to_xlsx(rows)


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1+1", "http://x.example/", '=HYPERLINK("x")']


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_runs(rows: tuple[FigureRow, ...], text: str) -> None:
    row = msgspec.structs.replace(rows[0], indicator=text, text=text, entity=text)
    (line,) = csv.DictReader(io.StringIO(to_csv([row]).decode("utf-8-sig")))
    assert not line["indicator"].startswith(("=", "+", "-", "@", "\t", "＝"))
    data = to_xlsx([row])
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheet = package.read("xl/worksheets/sheet1.xml")
        assert not any("externalLink" in name for name in package.namelist())
    assert b"<f>" not in sheet
    assert b"r:id" not in sheet
    cell = openpyxl.load_workbook(io.BytesIO(data))["figures"]
    assert cell.cell(2, COLUMNS.index("indicator") + 1).value == text


def test_a_number_of_many_digits_stays_exact() -> None:
    told = record(turn("总数为12345678901234567个。"))
    (row,) = figure_rows(told, find_facts(told).value)
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx([row])))["figures"]
    assert sheet.cell(2, COLUMNS.index("value") + 1).value == "12345678901234567"


def test_no_rows_is_a_table_with_a_head() -> None:
    assert to_jsonl([]) == b""
    assert len(to_csv([]).splitlines()) == 1
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx([])))["figures"]
    assert sheet.max_row == 1
