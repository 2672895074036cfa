"""Finished files read back: a true one passes, a falsified one is told with its page."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import msgspec
import pytest

from exporter.briefing.brief import brief
from exporter.briefing.checks.known import Known
from exporter.briefing.checks.readback import TextPage, read_pages
from exporter.briefing.checks.verify import verify_text
from exporter.document.compose import compose
from exporter.document.lines import lines
from exporter.document.model import Document
from exporter.errors import SourceError
from exporter.fitting import fit
from exporter.source.clean import clean
from exporter.source.read import decode
from exporter.styling.load import load
from exporter.transcript.parse import parse
from exporter.verifying import verify
from exporter.writers.find import find

FORMATS = ("docx", "pdf")
SEED = "000_9639f3bb049e7fe2.txt"


@pytest.fixture(scope="module")
def document(seeds: Path) -> Document:
    """The document of the news report of 28 June 2024."""
    record = clean(decode(SEED, (seeds / SEED).read_bytes()).value).value[1]
    return compose(brief(parse(record).value).value, load("plain").plan).value


def _written(document: Document, suffix: str) -> bytes:
    return find(suffix).write(document, load("plain")).value


@pytest.fixture(scope="module")
def panel(seeds: Path) -> Document:
    """The document of 12 April 2024 with its figures set large, three to a row."""
    record = clean(decode(SEED, (seeds / SEED).read_bytes()).value).value[3]
    return compose(brief(parse(record).value).value, load("executive").plan).value


def _falsified(document: Document, old: str, new: str) -> Document:
    data = msgspec.json.encode(document).replace(old.encode(), new.encode())
    return msgspec.json.decode(data, type=Document)


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_true_file_passes(document: Document, suffix: str) -> None:
    pages = read_pages(f"a.{suffix}", _written(document, suffix))
    assert sum(len(page.lines) for page in pages) > 20
    assert verify_text(pages, Known(lines(document))) == ()


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_falsified_file_is_told(document: Document, suffix: str) -> None:
    edits = {
        "3245万吨": "3254万吨",
        "1.24万亩": "1.24亿亩",
        "100座减少": "100个减少",
        "2020年以来": "2021年以来",
    }
    false = document
    for old, new in edits.items():
        false = _falsified(false, old, new)
    found = verify_text(read_pages("a", _written(false, suffix)), Known(lines(document)))
    assert {"3254", "1.24", "100", "2021"} <= {mismatch.text for mismatch in found}
    assert all(mismatch.page >= 1 and mismatch.context for mismatch in found)


def test_a_remark_without_figures_is_let_be(document: Document) -> None:
    data = _written(document, "docx")
    edited = _with_paragraph(data, "请办公室阅处，并送有关领导同志审阅。")
    assert verify_text(read_pages("a", edited), Known(lines(document))) == ()


def test_a_remark_with_a_figure_is_told(document: Document) -> None:
    edited = _with_paragraph(_written(document, "docx"), "另有77户没有统计。")
    found = verify_text(read_pages("a", edited), Known(lines(document)))
    assert [mismatch.text for mismatch in found] == ["77"]


COUNTED = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {0} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>77</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    '<w:fldSimple w:instr=" {0} "><w:r><w:t>77</w:t></w:r></w:fldSimple>',
)


@pytest.mark.parametrize("field", COUNTED)
def test_pages_that_another_program_has_counted_are_let_be(document: Document, field: str) -> None:
    data = _written(document, "docx")
    for code, wanted in (("NUMPAGES", []), ("PAGE \\* MERGEFORMAT", []), ("SEQ 图", ["77"])):
        edited = _with_markup(data, f"<w:p>{field.format(code)}</w:p>")
        found = verify_text(read_pages("a", edited), Known(lines(document)))
        assert [mismatch.text for mismatch in found] == wanted, code


def _with_paragraph(data: bytes, text: str) -> bytes:
    """The DOCX with one more paragraph at the head of its body."""
    return _with_markup(data, f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")


def _with_markup(data: bytes, markup: str) -> bytes:
    """The DOCX with that at the head of its body."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content = content.replace(b"<w:body>", f"<w:body>{markup}".encode(), 1)
            new.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize("data", [b"", b"text", b"%PDF-1.7 broken", b"PK\x03\x04 broken"])
def test_what_is_no_briefing_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError):
        read_pages("a.docx", data)


@pytest.mark.parametrize("suffix", FORMATS)
def test_figures_set_large_are_judged_with_what_they_measure(panel: Document, suffix: str) -> None:
    style = load("executive")
    known = Known(lines(panel))
    true = find(suffix).write(panel, style).value
    assert verify_text(read_pages("a", true), known) == ()
    # two figures of the panel exchanged: each number stands in the page, under another name
    swapped = _falsified(panel, '"98"', '"0"')
    swapped = _falsified(_falsified(swapped, '"11.95"', '"98"'), '"0"', '"11.95"')
    false = find(suffix).write(swapped, style).value
    found = {mismatch.text for mismatch in verify_text(read_pages("a", false), known)}
    assert {"98", "11.95"} <= {text.rstrip("%") for text in found}


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_renamed_page_is_the_same_page(document: Document, suffix: str, seeds: Path) -> None:
    data = (seeds / SEED).read_bytes()
    renamed = decode("copies/2031-05.txt", data).value
    assert verify("a", _written(document, suffix), renamed).mismatches == ()


@pytest.mark.parametrize("suffix", FORMATS)
def test_another_page_is_another_page(document: Document, suffix: str, seeds: Path) -> None:
    data = (seeds / SEED).read_bytes().replace("3245万吨".encode(), "3254万吨".encode())
    found = verify("a", _written(document, suffix), decode(SEED, data).value).mismatches
    assert "3245" in {mismatch.text.rstrip("万吨") for mismatch in found}


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_brief_of_one_page_passes(seeds: Path, suffix: str) -> None:
    """Its questions stand a line each, with who answered behind them."""
    name, style = "004_589898bb6b70e58a.txt", load("plain")
    page = decode(name, (seeds / name).read_bytes()).value
    briefing = brief(parse(clean(page).value[0]).value).value
    data = find(suffix).write(fit(briefing, style, 1).value, style).value
    assert verify("a", data, page).mismatches == ()


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_character_that_no_face_has_is_no_false_word(seeds: Path, suffix: str) -> None:
    data = (seeds / SEED).read_bytes().replace("3245万吨".encode(), "3245万吨咗".encode())
    page = decode(SEED, data).value
    record = next(r for r in clean(page).value if "咗" in r.text)
    document = compose(brief(parse(record).value).value, load("plain").plan).value
    assert verify("a", _written(document, suffix), page).mismatches == ()
    false = _written(_falsified(document, "3245万吨咗", "3254万吨咗"), suffix)
    assert "3254" in {found.text.rstrip("万吨") for found in verify("a", false, page).mismatches}


def test_a_running_line_that_was_cut_at_both_ends_passes(document: Document) -> None:
    title = document.title
    assert len(title) > 20
    known = Known(lines(document))
    pages = (TextPage(1, (f"… {title[:-4]} …",)), TextPage(2, (f"… {title[:-4]}第99场 …",)))
    assert {found.page for found in verify_text(pages, known)} == {2}
