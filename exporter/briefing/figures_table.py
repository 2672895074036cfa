"""All figures as a table: one row for each quantity, as JSON lines, CSV or a workbook.

The keys are the contract that other programs read. No cell can run as a formula: in CSV a text
that a spreadsheet would take for one is preceded by ``'`` (OWASP, CSV injection), in XLSX every
text is written as a string.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Any

import msgspec
import xlsxwriter

from exporter.briefing.model import Change, Fact, QuantityType, Status
from exporter.transcript.model import Transcript


class FigureRow(msgspec.Struct, frozen=True):
    """One quantity with all that is known of it. `start`, `end` are in the decoded source file.

    `value`, `min_value`, `max_value` are plain numbers in the unit as written, 万 and 亿
    multiplied out. `period_inferred`: the period is carried over from an earlier sentence.
    `sentence` is the sentence of the number: the workbook links to it, the other
    forms leave it out.
    """

    record: str
    source_stem: str
    published_date: str | None
    text: str
    value: Decimal | None
    min_value: Decimal | None
    max_value: Decimal | None
    unit: str | None
    classifier: str | None
    approx: str | None
    indicator: str | None
    entity: str | None
    period: str | None
    change: Change | None
    comparison_base: str | None
    status: Status
    type: QuantityType
    speaker: str | None
    turn: str | None
    start: int | None
    end: int | None
    key: bool
    rule: str
    period_inferred: bool = False
    sentence: str = ""


COLUMNS = tuple(name for name in FigureRow.__struct_fields__ if name != "sentence")
_NUMBERS = frozenset({"value", "min_value", "max_value"})
_OFFSETS = frozenset({"start", "end"})
_WIDTHS = {
    "indicator": 34,
    "text": 16,
    "source_stem": 24,
    "record": 18,
    "rule": 30,
    "comparison_base": 18,
}
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_CREATED = datetime(2000, 1, 1)
_EXACT_IN_SHEET = 15
_SENTENCES = "sentences"
_MOST_LINKS, _LONGEST_CELL = 65_530, 32_767
"""Limits of the format (Excel specifications and limits)."""


def figure_rows(transcript: Transcript, facts: tuple[Fact, ...]) -> tuple[FigureRow, ...]:
    """The rows of one record, in reading order."""
    stem = PurePosixPath(transcript.source.path).stem
    texts = {paragraph.id: paragraph.text for paragraph in transcript.paragraphs()}
    return tuple(_row(transcript, stem, fact, texts[fact.paragraph]) for fact in facts)


def _row(transcript: Transcript, stem: str, fact: Fact, text: str) -> FigureRow:
    quantity = fact.quantity
    start, end = fact.sentence
    return FigureRow(
        record=transcript.id,
        source_stem=stem,
        published_date=transcript.published_date,
        text=quantity.text,
        value=quantity.value,
        min_value=quantity.min_value,
        max_value=quantity.max_value,
        unit=quantity.unit,
        classifier=quantity.classifier,
        approx=quantity.approx,
        indicator=fact.indicator,
        entity=fact.entity,
        period=fact.period,
        change=fact.change,
        comparison_base=fact.comparison_base,
        status=fact.status,
        type=quantity.type,
        speaker=fact.speaker,
        turn=fact.turn,
        start=fact.spans[0].start if fact.spans else None,
        end=fact.spans[-1].end if fact.spans else None,
        key=fact.key,
        rule=fact.rule,
        period_inferred=fact.period_from != "sentence",
        sentence=text[start:end],
    )


def to_jsonl(rows: Sequence[FigureRow]) -> bytes:
    """One JSON object a line, UTF-8; decimals as JSON numbers, digit for digit."""
    encoder = msgspec.json.Encoder(decimal_format="number")
    lines = ({name: getattr(row, name) for name in COLUMNS} for row in rows)
    return b"".join(encoder.encode(line) + b"\n" for line in lines)


def to_csv(rows: Sequence[FigureRow]) -> bytes:
    """CSV (RFC 4180) with a byte order mark, so that spreadsheets see UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([_csv_cell(getattr(row, name)) for name in COLUMNS])
    return out.getvalue().encode("utf-8-sig")


def _csv_cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value, "f")
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def to_xlsx(rows: Sequence[FigureRow]) -> bytes:
    """A workbook: typed columns, a frozen header, filters, each number linked to its sentence on a
    second sheet; the same bytes for the same rows."""
    out = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": "figures", "created": _CREATED})
        formats = _formats(book)
        sheet = book.add_worksheet("figures")
        _head(sheet, formats["head"], len(rows))
        places = _sentences(book.add_worksheet(_SENTENCES), rows, formats)
        for number, row in enumerate(rows, start=1):
            for column, name in enumerate(COLUMNS):
                _cell(sheet, (number, column), name, getattr(row, name), formats)
            if number <= _MOST_LINKS:
                link = f"internal:'{_SENTENCES}'!B{places[row.record, row.sentence] + 1}"
                at = (number, COLUMNS.index("text"))
                sheet.write_url(*at, link, formats["link"], row.text)
    return out.getvalue()


def _sentences(
    sheet: Any, rows: Sequence[FigureRow], formats: dict[str, Any]
) -> dict[tuple[str, str], int]:
    """Writes each sentence once; what comes back is its row on the sheet, from 0."""
    for column, (name, width) in enumerate((("record", 18), ("sentence", 100))):
        sheet.write_string(0, column, name, formats["head"])
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 0)
    places: dict[tuple[str, str], int] = {}
    for row in rows:
        key = (row.record, row.sentence)
        if key not in places:
            places[key] = len(places) + 1
            sheet.write_string(places[key], 0, row.record, formats["text"])
            sheet.write_string(places[key], 1, row.sentence[:_LONGEST_CELL], formats["text"])
    return places


def _formats(book: Any) -> dict[str, Any]:
    return {
        "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        "whole": book.add_format({"num_format": "#,##0"}),
        "fraction": book.add_format({"num_format": "#,##0.0#####"}),
        "offset": book.add_format({"num_format": "0"}),
        "text": book.add_format({"num_format": "@"}),
        "link": book.add_format({"num_format": "@", "underline": 1}),
    }


def _head(sheet: Any, style: Any, rows: int) -> None:
    for column, name in enumerate(COLUMNS):
        sheet.write_string(0, column, name, style)
        sheet.set_column(column, column, _WIDTHS.get(name, 12))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, rows, len(COLUMNS) - 1)


def _cell(sheet: Any, at: tuple[int, int], name: str, value: Any, formats: dict[str, Any]) -> None:
    """One cell by its column's type; a number too long for a sheet's 15 digits stays a text."""
    if value is None:
        return
    if name in _NUMBERS:
        if len(value.as_tuple().digits) > _EXACT_IN_SHEET:
            sheet.write_string(*at, format(value, "f"), formats["text"])
        else:
            whole = value == value.to_integral_value()
            sheet.write_number(*at, value, formats["whole" if whole else "fraction"])
    elif name in _OFFSETS:
        sheet.write_number(*at, value, formats["offset"])
    elif isinstance(value, bool):
        sheet.write_boolean(*at, value)
    else:
        sheet.write_string(*at, str(value), formats["text"])
