"""Every file is accessible by fourteen rules; each rule finds the fault that it is there for."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document

from exporter.accessibility import RELATION, RULES, faults
from exporter.styling.load import load
from exporter.writers import docx
from tests.conftest import Command
from tests.sample import sample_document

Harm = tuple[str, str, str, str]

# rule, part, what stands there, what is put in its place
HARMS: tuple[Harm, ...] = (
    ("title", "docProps/core.xml", "<dc:title>", "<dc:title/><dc:title>"),
    ("language", "word/styles.xml", 'w:eastAsia="zh-CN"', ""),
    ("heading-order", "word/styles.xml", '<w:outlineLvl w:val="2"/>', '<w:outlineLvl w:val="4"/>'),
    ("headings-say-something", "word/document.xml", "<w:t>要点</w:t>", ""),
    ("header-rows", "word/document.xml", "<w:tblHeader/>", ""),
    ("tables-described", "word/document.xml", "w:tblDescription", "w:tblX"),
    ("tables-regular", "word/document.xml", '<w:gridSpan w:val="2"/>', ""),
    ("pictures-described", "word/document.xml", " descr=", " title="),
    ("nothing-floats", "word/document.xml", "wp:inline", "wp:anchor"),
    ("no-empty-lines", "word/document.xml", "<w:sectPr>", "<w:p/><w:sectPr>"),
    ("no-layout-by-spaces", "word/document.xml", "要点", "要   点"),
    ("links-lead-somewhere", "word/document.xml", 'w:anchor="p4"', 'w:anchor="p404"'),
    ("contrast", "word/styles.xml", '<w:color w:val="4D4D4D"/>', '<w:color w:val="AAB0B6"/>'),
    ("large-enough", "word/styles.xml", '<w:sz w:val="15"/>', '<w:sz w:val="11"/>'),
)


@pytest.mark.parametrize("name", ["plain", "gongwen", "jianbao", "executive", "largeprint", "mono"])
def test_no_fault_in_what_is_written(name: str) -> None:
    assert not faults("a.docx", docx.write(sample_document(name), load(name)).value)


@pytest.mark.parametrize("harm", HARMS, ids=lambda harm: harm[0])
def test_each_rule_finds_its_fault(harm: Harm) -> None:
    rule, member, before, after = harm
    data = docx.write(sample_document("plain"), load("plain")).value
    harmed = _harmed(data, member, lambda text: text.replace(before, after))
    assert harmed != data
    assert f"access.{rule}" in {fault.code for fault in faults("a.docx", harmed)}


def test_a_link_out_of_the_file_leads_somewhere() -> None:
    """As a catalogue has them, to the briefings beside it."""
    data = docx.write(sample_document("plain"), load("plain")).value
    to = f'xmlns:r="{RELATION[1:-1]}" r:id="rId1"'
    outside = _harmed(data, "word/document.xml", lambda text: text.replace('w:anchor="p4"', to))
    assert outside != data
    assert not faults("a.docx", outside)


def test_there_is_a_harm_for_every_rule() -> None:
    assert [harm[0] for harm in HARMS] == list(RULES)


def _harmed(data: bytes, member: str, change: Callable[[str], str]) -> bytes:
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            found = old.read(name)
            if name == member:
                found = change(found.decode("utf-8")).encode("utf-8")
            new.writestr(name, found)
    return out.getvalue()


def test_the_command_tells_each_fault_of_any_docx(exporter: Command, tmp_path: Path) -> None:
    word = Document()
    word.core_properties.title = ""
    word.add_heading("一", 1)
    word.add_heading("二", 3)
    word.add_paragraph("")
    word.save(str(tmp_path / "other.docx"))
    own = tmp_path / "own.docx"
    own.write_bytes(docx.write(sample_document("plain"), load("plain")).value)
    found = exporter("access", own, tmp_path / "other.docx")
    assert found.returncode == 1
    rules = [line.split(": ")[1] for line in found.stdout.splitlines()]
    assert {"title", "heading-order", "no-empty-lines"} <= set(rules)
    assert "own.docx" not in found.stdout
    assert exporter("access", own).stdout == "no faults; files checked: 1\n"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04 torn"])
def test_what_is_no_docx_is_an_error_for_people(
    exporter: Command, tmp_path: Path, data: bytes
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    found = exporter("access", path)
    assert found.returncode != 0
    assert "Traceback" not in found.stderr
    assert "a.docx" in found.stderr
