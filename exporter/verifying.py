"""Whether a finished file, wherever it comes from, says only what its source page says.

The page is read anew, from bytes to document, in every style there is; what the file prints must
stand among those words. Nothing of the file is trusted but the id of its record, which only narrows
down where to look, and the name that its page had, when the page's digest is the one it tells: a
page may have been renamed since.
"""

from __future__ import annotations

import contextlib
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from itertools import chain
from typing import NamedTuple

import msgspec

from exporter import pipeline
from exporter.briefing.checks.known import Known
from exporter.briefing.checks.readback import TextPage, read_pages
from exporter.briefing.checks.verify import TextMismatch, verify_text
from exporter.briefing.model import Briefing
from exporter.document.lines import lines
from exporter.fitting import short_plan
from exporter.fonts import face_path
from exporter.source.model import RawPage
from exporter.styling.find import available
from exporter.styling.load import load
from exporter.styling.model import PageSetup
from exporter.transcript.model import Transcript
from exporter.typeset.face import open_face
from exporter.writers._pdf_provenance import read_provenance

NUMERAL = re.compile(r"\d+(?:[.,]\d+)*")
CUSTOM = "docProps/custom.xml"
PROPERTY = re.compile(r'name="(record|source|source-sha256)"><vt:lpwstr>([^<]*)<')


class _Origin(NamedTuple):
    """What a file says of where it comes from; empty where it says nothing."""

    record: str = ""
    path: str = ""
    sha256: str = ""


class Verdict(msgspec.Struct, frozen=True):
    """How many numerals were compared, and what the source doesn't bear out."""

    numerals: int
    mismatches: tuple[TextMismatch, ...]


def own_page(data: bytes, pages: Iterable[RawPage], unread: Sequence[str] = ()) -> RawPage | None:
    """The page that the file `data` was made from: of several the one with the digest that it
    tells, else with the path; the only one whatever the file tells. None where none is.

    `unread` are the pages beside them that couldn't be read, known when `pages` have been taken.
    """
    origin = _origin(data)
    first = named = None
    several = False
    for page in pages:
        if page.sha256 == origin.sha256:
            return page
        several = first is not None
        first = first or page
        named = page if page.path == origin.path else named
    return named if several or unread else first


def verify(
    path: str, data: bytes, page: RawPage, style: str | None = None, summarizer: str = ""
) -> Verdict:
    """The verdict on the file `data` against its page.

    `style` names the style file of a user when the briefing was made with one: its letterhead is
    not in the source. `summarizer` is the installed one that chose the key points, if any: what it
    chooses passes the gate anew. Raises `SourceError` when `data` is no DOCX or PDF, `UsageError`
    for an unknown name.
    """
    printed = read_pages(path, data)
    origin = _origin(data)
    if origin.path and origin.sha256 == page.sha256:
        page = msgspec.structs.replace(page, path=origin.path)
    transcripts = _transcripts(page, origin.record)
    styles = (*available(), *([style] if style else []))
    names = [person.name for transcript in transcripts for person in transcript.people]
    briefings = [pipeline.brief_record(t, summarizer).value for t in transcripts]
    source = tuple(_known_lines(briefings, styles, len(printed)))
    known = Known(
        chain(source, _counted(printed, styles), _substituted(source, printed, styles)), names
    )
    numerals = sum(len(NUMERAL.findall(line)) for each in printed for line in each.lines)
    return Verdict(numerals, verify_text(printed, known))


def _transcripts(page: RawPage, record: str) -> tuple[Transcript, ...]:
    """The records of the page with text; only the file's own when it tells which."""
    records = [pipeline.read_record(r).value for r in pipeline.clean_page(page).value]
    full = tuple(transcript for transcript in records if transcript.kind != "empty")
    return tuple(t for t in full if t.id == record) or full


def _known_lines(
    briefings: Iterable[Briefing], styles: tuple[str, ...], pages: int
) -> Iterator[str]:
    """The source's paragraphs, and all that a briefing of it prints in any style."""
    for briefing in briefings:
        yield from (paragraph.text for paragraph in briefing.transcript.paragraphs())
        for name in styles:
            style = load(name)
            for plan in (style.plan, short_plan(style.plan)):
                document = pipeline.compose_record(briefing, plan).value
                yield from lines(document)
            yield from _running_lines(style.page, document.fields, pages)


def _substituted(
    source: tuple[str, ...], printed: tuple[TextPage, ...], styles: tuple[str, ...]
) -> Iterator[str]:
    """The lines as a PDF prints them when Song, which ends every typeface, lacks some of their
    characters."""
    marks = {load(name).fallback_character for name in styles} - {""}
    found = {mark for page in printed for line in page.lines for mark in marks if mark in line}
    if not found:
        return
    song = open_face(face_path("song"))
    absent = [c for c in set("".join(source)) if c.isprintable() and not song.has(c)]
    for mark in found:
        table = str.maketrans(dict.fromkeys(absent, mark))
        yield from (line.translate(table) for line in source if not line.isascii())


def _counted(printed: tuple[TextPage, ...], styles: tuple[str, ...]) -> Iterator[str]:
    """The lines that print a number of a counter, which no source has."""
    letterheads = [load(name).plan.letterhead for name in styles]
    patterns = [letterhead.printed_number() for letterhead in letterheads if letterhead.counts]
    for page in printed:
        for line in page.lines:
            if any(pattern.fullmatch(line.strip()) for pattern in patterns):
                yield line


def _running_lines(setup: PageSetup, fields: dict[str, str], pages: int) -> Iterator[str]:
    """The heads and feet of every page, also as a DOCX keeps them (its page numbers are fields);
    one that asks for an unknown field is left out."""
    heads = (setup.head, setup.head_even, setup.head_first)
    feet = (setup.foot, setup.foot_even, setup.foot_first)
    for running in filter(None, (*heads, *feet)):
        numbers = [("", ""), *((str(number), str(pages)) for number in range(1, pages + 1))]
        for page, of in numbers:
            places = {**fields, "page": page, "pages": of}
            with contextlib.suppress(KeyError):
                parts = (running.left, running.center, running.right)
                yield " ".join(part.format_map(places) for part in parts if part)


def _origin(data: bytes) -> _Origin:
    """The record and the page that the file says it was made from."""
    provenance = read_provenance(data)
    if provenance is not None:
        return _Origin(provenance.record, provenance.path, provenance.sha256)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = PROPERTY.findall(archive.read(CUSTOM).decode("utf-8", "replace"))
    except (zipfile.BadZipFile, KeyError):
        return _Origin()
    told = {name: unescape(value) for name, value in found}
    return _Origin(told.get("record", ""), told.get("source", ""), told.get("source-sha256", ""))
