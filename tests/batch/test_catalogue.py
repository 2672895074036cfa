"""The catalogue of an archive: complete, the same however the run went, nothing in it a formula."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from docx import Document as open_docx
from docx.table import Table
from openpyxl import load_workbook
from pypdf import PdfReader

from exporter.batch.catalogue import Catalogue, language_of
from exporter.batch.model import Entry, Output, ReportLine
from exporter.batch.shelf import Shelf
from exporter.notices import Span
from exporter.styling.load import load
from tests.bench import synthetic
from tests.conftest import Command

FILES = ("catalogue.docx", "catalogue.pdf", "catalogue.xlsx", "figures.jsonl")
HOSTILE = '=cmd|"/c calc"!A1'


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    synthetic.write(folder, 6)
    (folder / "copy.txt").write_text(synthetic.page(1), "utf-8")
    return folder


def run(exporter: Command, source: Path, out: Path, *flags: str) -> None:
    done = exporter("convert", source, "-o", out, "--to", "json", *flags)
    assert done.returncode == 0, done.stderr


def made(out: Path) -> dict[str, bytes]:
    return {name: (out / name).read_bytes() for name in FILES}


def test_it_lists_every_record_and_all_figures(
    exporter: Command, archive: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run(exporter, archive, out, "--catalogue")
    titles = [json.loads(p.read_text("utf-8"))["document"]["title"] for p in out.glob("2*.json")]
    assert len(titles) == 6
    rows = list(load_workbook(out / "catalogue.xlsx").worksheets[0].iter_rows(min_row=2))
    assert sorted(str(row[1].value) for row in rows) == sorted(titles)
    for row in rows:
        link = row[5].hyperlink
        assert link is not None
        assert (out / unquote(str(link.target))).is_file()
    (table,) = open_docx(str(out / "catalogue.docx")).tables
    files = {path.name for path in out.glob("2*.json")}
    assert set(links_of_docx(table)) == files
    assert set(links_of_pdf(out / "catalogue.pdf")) == files
    words = "".join(cell.text for row in table.rows for cell in row.cells)
    pdf = "".join(page.extract_text() for page in PdfReader(out / "catalogue.pdf").pages)
    for title in titles:
        assert title in words
        assert title[:6] in pdf.replace("\n", "")
    figures = [json.loads(line) for line in (out / "figures.jsonl").read_text("utf-8").splitlines()]
    plain = exporter("figures", archive / "0000", "--to", "jsonl").stdout.splitlines()
    assert len(figures) == len(plain)


def links_of_docx(table: Table) -> Iterator[str]:
    """The files that the table links to, by way of the relations of the document."""
    for row in table.rows:
        for paragraph in (p for cell in row.cells for p in cell.paragraphs):
            for link in paragraph.hyperlinks:
                assert link.text == "JSON"
                yield unquote(link.address)


def links_of_pdf(path: Path) -> Iterator[str]:
    """The files that annotations lead to; each says which, to who can't see it."""
    for page in PdfReader(path).pages:
        for annotation in (held.get_object() for held in page.get("/Annots", ())):
            address = annotation["/A"]["/URI"]
            assert address.isascii()
            assert annotation["/Contents"].endswith(unquote(address))
            assert "/StructParent" in annotation
            yield unquote(address)


def test_it_is_the_same_from_one_run_from_two_and_for_any_number_of_processes(
    exporter: Command, archive: Path, tmp_path: Path
) -> None:
    run(exporter, archive, tmp_path / "a", "--catalogue", "-j", "1")
    run(exporter, archive / "0000" / "00000002.txt", tmp_path / "b")
    run(exporter, archive, tmp_path / "b", "--catalogue", "-j", "2")
    run(exporter, archive, tmp_path / "b", "--catalogue", "-j", "2")
    assert made(tmp_path / "b") == made(tmp_path / "a")


def entry(title: str) -> Entry:
    return Entry("2024-01-02", title, HOSTILE, (HOSTILE,), (HOSTILE,), zlib.compress(b"{}\n"))


def line(name: str) -> ReportLine:
    outputs = (Output(name, "docx", "sha", 3),)
    facts = (name, None, "r1", Span(0, 1), "done", None, None, outputs, (), None, None, 0.0)
    return ReportLine(*facts)  # type: ignore[arg-type]


def test_no_word_of_a_source_becomes_a_formula_and_any_file_name_is_linked(tmp_path: Path) -> None:
    with Shelf(str(tmp_path), force=False, dry_run=False) as shelf:
        catalogue = Catalogue(shelf, load("plain"))
        for name in ("a#1.docx", "100% b.docx", "=1+1.docx"):
            catalogue.add(line(name), entry(HOSTILE))
        catalogue.finish()
    cells = [
        cell
        for row in load_workbook(tmp_path / "catalogue.xlsx").worksheets[0].iter_rows()
        for cell in row
    ]
    assert all(cell.data_type in ("s", "n") for cell in cells)
    targets = {str(cell.hyperlink.target) for cell in cells if cell.hyperlink}
    assert {t.replace("%20", " ") for t in targets} == {"a%231.docx", "100%25 b.docx", "=1+1.docx"}


def test_an_empty_catalogue_is_written_too(tmp_path: Path) -> None:
    with Shelf(str(tmp_path), force=False, dry_run=False) as shelf:
        Catalogue(shelf, load("gongwen")).finish()
    assert (tmp_path / "figures.jsonl").read_bytes() == b""
    assert language_of([]) == "zh"


def test_a_catalogue_that_someone_edited_is_not_overwritten(
    exporter: Command, archive: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    page = archive / "0000" / "00000001.txt"
    run(exporter, page, out, "--catalogue")
    (out / "catalogue.docx").write_bytes(b"mended by hand")
    done = exporter("convert", page, "-o", out, "--to", "json", "--catalogue")
    assert done.returncode == 1
    assert "catalogue.docx" in done.stderr
    assert (out / "catalogue.docx").read_bytes() == b"mended by hand"
