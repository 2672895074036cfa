"""A run's report for people: what failed and why, where speakers are doubtful, which notices are
frequent.

From the JSONL of ``--report`` to HTML, XLSX or JUnit XML. Words of the sources are escaped
everywhere and can't become markup or a formula.
"""

from __future__ import annotations

import html
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import get_args
from xml.etree import ElementTree

import msgspec

from exporter.batch.model import ReportLine, Status
from exporter.errors import SourceError
from exporter.messages import Language, render, text
from exporter.notices import Notice

HEADS = ("source", "record", "date", "title", "status", "outputs", "pages", "notices", "error")
FREQUENT = 20
"""Rows of the table of frequent notices."""
DOUBTS = "transcript."
"""Area of the notices of a speaker who is doubtful, or where a speech begins."""
LONGEST = 32767
"""Characters of a cell in XLSX (Excel's specifications and limits)."""
STYLE = (
    "body{font:15px/1.6 serif;max-width:72em;margin:2em auto;padding:0 1em}"
    "table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #bbb;"
    "padding:.3em .6em;text-align:left;vertical-align:top}"
    "tr.failed td{background:#fbeaea}h2{margin-top:2em}pre{overflow:auto}"
    "tr[class] td:nth-child(3){white-space:nowrap}"
)


def read_report(path: str, data: bytes) -> tuple[ReportLine, ...]:
    """The lines of a report. Raises `SourceError` for a line that is none, with its number."""
    lines = []
    for number, line in enumerate(data.splitlines(), 1):
        if line.strip():
            try:
                lines.append(msgspec.json.decode(line, type=ReportLine))
            except (msgspec.MsgspecError, UnicodeDecodeError) as error:
                raise SourceError("batch.bad-report", path=path, line=number) from error
    return tuple(lines)


def _told(notice: Notice, language: Language) -> str:
    """The notice's sentence; of one that another version knew, its code and facts."""
    try:
        return render(notice, language)
    except (KeyError, ValueError):
        return " ".join((notice.code, *(f"{k}={v}" for k, v in notice.params.items())))


def _row(line: ReportLine, language: Language) -> tuple[str, ...]:
    notices = [_told(notice, language) for notice in line.notices]
    outputs = [output.path for output in line.outputs]
    return (
        line.source,
        line.record,
        line.date or "",
        line.title or "",
        text(f"batch.status-{line.status}", language),
        "\n".join(outputs),
        str(line.pages or ""),
        "\n".join(notices),
        line.error or line.duplicate_of or "",
    )


def frequent(lines: Iterable[ReportLine], language: Language) -> list[tuple[str, int, str]]:
    """The most frequent notices: code, how often, and one of its sentences; ties by code."""
    counts: Counter[str] = Counter()
    example: dict[str, str] = {}
    for line in lines:
        for notice in line.notices:
            counts[notice.code] += 1
            example.setdefault(notice.code, _told(notice, language))
    ranked = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    return [(code, count, example[code]) for code, count in ranked[:FREQUENT]]


def doubtful(
    lines: Iterable[ReportLine], language: Language
) -> Iterator[tuple[str, str, str, str]]:
    """Where speakers are doubtful: source, record, place in the source, what was noticed. A record
    that repeats another one is left out.
    """
    for line in lines:
        for notice in line.notices:
            if notice.code.startswith(DOUBTS) and line.status != "duplicate":
                span = notice.span or line.span
                place = f"{span.start}-{span.end}"
                yield line.source, line.record, place, _told(notice, language)


def to_html(lines: Sequence[ReportLine], language: Language) -> bytes:
    """One page: counts, failures, doubtful speakers, frequent notices, then every record."""
    title = html.escape(text("batch.report-title", language))
    parts = [
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8">',
        f"<title>{title}</title><style>{STYLE}</style></head><body><h1>{title}</h1>",
        f"<p>{html.escape(_counts(lines, language))}</p>",
        *_html_failures(lines, language),
        *_html_doubtful(lines, language),
        *_html_frequent(lines, language),
        *_html_records(lines, language),
        "</body></html>\n",
    ]
    return "\n".join(parts).encode("utf-8", "backslashreplace")


def _counts(lines: Sequence[ReportLine], language: Language) -> str:
    """How many records have each status, those that none has left out."""
    counts = Counter(line.status for line in lines)
    names = [name for name in get_args(Status) if counts[name]]
    return " · ".join(f"{text(f'batch.status-{n}', language)} {counts[n]}" for n in names)


def _html_failures(lines: Sequence[ReportLine], language: Language) -> Iterator[str]:
    failed = [line for line in lines if line.status == "failed"]
    yield f"<h2>{html.escape(text('batch.report-failures', language, count=len(failed)))}</h2>"
    yield "<ul>"
    for line in failed:
        yield f"<li>{html.escape(line.owner)}: {html.escape(line.error or '')}"
        if line.trace:
            yield f"<details><pre>{html.escape(line.trace)}</pre></details>"
        yield "</li>"
    yield "</ul>"


def _html_doubtful(lines: Sequence[ReportLine], language: Language) -> Iterator[str]:
    doubts = list(doubtful(lines, language))
    yield f"<h2>{html.escape(text('batch.report-doubtful', language, count=len(doubts)))}</h2>"
    yield "<table>"
    for doubt in doubts:
        yield _cells("td", doubt)
    yield "</table>"


def _html_frequent(lines: Sequence[ReportLine], language: Language) -> Iterator[str]:
    yield f"<h2>{html.escape(text('batch.report-frequent', language))}</h2><table>"
    for code, count, sentence in frequent(lines, language):
        yield _cells("td", (str(count), code, sentence))
    yield "</table>"


def _html_records(lines: Sequence[ReportLine], language: Language) -> Iterator[str]:
    yield f"<h2>{html.escape(text('batch.report-records', language, count=len(lines)))}</h2><table>"
    yield _cells("th", tuple(text(f"batch.head-{head}", language) for head in HEADS))
    for line in lines:
        yield _cells("td", _row(line, language), line.status)
    yield "</table>"


def _cells(tag: str, words: Sequence[str], name: str = "") -> str:
    cells = "".join(f"<{tag}>{html.escape(w).replace(chr(10), '<br>')}</{tag}>" for w in words)
    return f'<tr class="{name}">{cells}</tr>' if name else f"<tr>{cells}</tr>"


def to_xlsx(lines: Sequence[ReportLine], language: Language) -> bytes:
    """A workbook: sheets of records with filters, of doubtful speakers, of frequent notices."""
    from datetime import datetime

    import xlsxwriter

    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"created": datetime(1980, 1, 1)})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet(text("batch.sheet-records", language))
        for column, head in enumerate(HEADS):
            sheet.write_string(0, column, text(f"batch.head-{head}", language), bold)
        for row, line in enumerate(lines, 1):
            for column, words in enumerate(_row(line, language)):
                sheet.write_string(row, column, words[:LONGEST], wrap)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(lines), 1), len(HEADS) - 1)
        sheet.set_column(0, len(HEADS) - 1, 24)
        second = book.add_worksheet(text("batch.sheet-doubtful", language))
        for row, doubt in enumerate(doubtful(lines, language)):
            for column, words in enumerate(doubt):
                second.write_string(row, column, words[:LONGEST])
        third = book.add_worksheet(text("batch.sheet-notices", language))
        for row, (code, count, sentence) in enumerate(frequent(lines, language)):
            third.write_number(row, 0, count)
            third.write_string(row, 1, code)
            third.write_string(row, 2, sentence[:LONGEST])
    return buffer.getvalue()


def to_junit(lines: Sequence[ReportLine]) -> bytes:
    """JUnit XML: a test case for each record; an empty or repeated one is skipped, a failed one a
    failure."""
    failed = sum(line.status == "failed" for line in lines)
    skipped = sum(line.status in ("empty", "duplicate") for line in lines)
    suite = ElementTree.Element(
        "testsuite",
        name="exporter",
        tests=str(len(lines)),
        failures=str(failed),
        errors="0",
        skipped=str(skipped),
    )
    for line in lines:
        case = ElementTree.SubElement(
            suite,
            "testcase",
            classname=_xml(line.source),
            name=_xml(line.record),
            time=f"{line.seconds:.3f}",
        )
        if line.status == "failed":
            ElementTree.SubElement(case, "failure", message=_xml(line.error or ""))
        elif line.status == "empty":
            ElementTree.SubElement(case, "skipped")
        elif line.status == "duplicate":
            ElementTree.SubElement(case, "skipped", message=_xml(line.duplicate_of or ""))
    whole: bytes = ElementTree.tostring(suite, encoding="utf-8", xml_declaration=True)
    return whole + b"\n"


def _xml(words: str) -> str:
    """The words without what XML 1.0 can't hold (section 2.2), each such character as U+FFFD."""
    return "".join(c if _in_xml(ord(c)) else "\ufffd" for c in words)


def _in_xml(code: int) -> bool:
    return (
        code in (0x9, 0xA, 0xD)
        or 0x20 <= code <= 0xD7FF
        or 0xE000 <= code <= 0xFFFD
        or code >= 0x10000
    )
