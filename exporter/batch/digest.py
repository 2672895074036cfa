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
WIDTHS = (30, 8, 11, 40, 10, 50, 7, 60, 40)
"""Of the columns of `HEADS` in a workbook, in characters."""
STYLE = (
    "body{font:15px/1.6 system-ui,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;"
    "color:#222;max-width:84em;margin:2em auto;padding:0 1.5em}"
    "h1{font-size:1.7em}h2{font-size:1.25em;margin-top:2em}.counts{color:#555}"
    "table{border-collapse:collapse;width:100%;font-size:.92em}"
    "td,th{border-bottom:1px solid #ddd;padding:.4em .6em;text-align:left;vertical-align:top;"
    "overflow-wrap:anywhere}th{background:#f3f4f6;border-bottom-color:#bbb;white-space:nowrap;"
    "position:sticky;top:0}td.short{white-space:nowrap}"
    "tr.failed td{background:#fdecec}tr.duplicate td,tr.empty td{color:#777}"
    "pre{overflow:auto;font-size:.85em}"
)
SHORT = ("record", "date", "status", "pages", "place", "count", "code")
"""Columns that are not broken into lines."""
DOUBTFUL = ("source", "record", "place", "notices")
COUNTED = ("count", "code", "notices")


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
        line.why or line.duplicate_of or "",
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
        f'<p class="counts">{html.escape(_counts(lines, language))}</p>',
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
        yield f"<li><b>{html.escape(line.owner)}</b>: {html.escape(line.why)}"
        if line.trace:
            yield f"<details><pre>{html.escape(line.trace)}</pre></details>"
        yield "</li>"
    yield "</ul>"


def _html_doubtful(lines: Sequence[ReportLine], language: Language) -> Iterator[str]:
    doubts = list(doubtful(lines, language))
    yield f"<h2>{html.escape(text('batch.report-doubtful', language, count=len(doubts)))}</h2>"
    yield from _table(DOUBTFUL, ((doubt, "") for doubt in doubts), language)


def _html_frequent(lines: Sequence[ReportLine], language: Language) -> Iterator[str]:
    yield f"<h2>{html.escape(text('batch.report-frequent', language))}</h2>"
    rows = ((str(count), code, words) for code, count, words in frequent(lines, language))
    yield from _table(COUNTED, ((row, "") for row in rows), language)


def _html_records(lines: Sequence[ReportLine], language: Language) -> Iterator[str]:
    yield f"<h2>{html.escape(text('batch.report-records', language, count=len(lines)))}</h2>"
    yield from _table(HEADS, ((_row(line, language), line.status) for line in lines), language)


def _table(
    heads: Sequence[str], rows: Iterable[tuple[Sequence[str], str]], language: Language
) -> Iterator[str]:
    """A table of rows, each with the name of its kind; nothing where there are no rows."""
    begun = False
    for row, kind in rows:
        if not begun:
            names = (html.escape(text(f"batch.head-{head}", language)) for head in heads)
            yield "<table><tr>" + "".join(f"<th>{name}</th>" for name in names) + "</tr>"
            begun = True
        cells = (_cell(head, words) for head, words in zip(heads, row, strict=True))
        yield (f'<tr class="{kind}">' if kind else "<tr>") + "".join(cells) + "</tr>"
    if begun:
        yield "</table>"


def _cell(head: str, words: str) -> str:
    name = ' class="short"' if head in SHORT else ""
    return f"<td{name}>{html.escape(words).replace(chr(10), '<br>')}</td>"


def to_xlsx(lines: Sequence[ReportLine], language: Language) -> bytes:
    """A workbook: sheets of records with filters, of doubtful speakers, of frequent notices."""
    from datetime import datetime

    import xlsxwriter

    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"created": datetime(1980, 1, 1)})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        bold = book.add_format({"bold": True, "bg_color": "#F3F4F6", "bottom": 1})

        def fill(name: str, heads: Sequence[str], rows: Iterable[Sequence[str | int]]) -> None:
            sheet = book.add_worksheet(text(f"batch.sheet-{name}", language))
            for column, head in enumerate(heads):
                sheet.write_string(0, column, text(f"batch.head-{head}", language), bold)
                sheet.set_column(column, column, WIDTHS[HEADS.index(head)] if head in HEADS else 24)
            last = 1
            for last, row in enumerate(rows, 1):
                for column, value in enumerate(row):
                    if isinstance(value, int):
                        sheet.write_number(last, column, value, wrap)
                    else:
                        sheet.write_string(last, column, value[:LONGEST], wrap)
            sheet.freeze_panes(1, 0)
            sheet.autofilter(0, 0, last, len(heads) - 1)

        fill("records", HEADS, (_row(line, language) for line in lines))
        fill("doubtful", DOUBTFUL, doubtful(lines, language))
        counted = ((count, code, words) for code, count, words in frequent(lines, language))
        fill("notices", COUNTED, counted)
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
            ElementTree.SubElement(case, "failure", message=_xml(line.why))
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
