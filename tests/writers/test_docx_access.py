"""Every file is accessible by fourteen rules; each rule finds the fault that it is there for."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest

from exporter.styling.load import load
from exporter.writers import docx
from tests.sample import sample_document
from tests.writers.word_access import RULES, faults

Harm = tuple[str, str, str, str]

# rule, part, what stands there, what is put in its place
HARMS: tuple[Harm, ...] = (
    ("title", "docProps/core.xml", "<dc:title>", "<dc:title/><dc:title>"),
    ("language", "word/styles.xml", 'w:eastAsia="zh-CN"', ""),
    ("heading_order", "word/styles.xml", '<w:outlineLvl w:val="2"/>', '<w:outlineLvl w:val="4"/>'),
    ("headings_say_something", "word/document.xml", "<w:t>要点</w:t>", ""),
    ("header_rows", "word/document.xml", "<w:tblHeader/>", ""),
    ("tables_described", "word/document.xml", "w:tblDescription", "w:tblX"),
    ("tables_regular", "word/document.xml", '<w:gridSpan w:val="2"/>', ""),
    ("pictures_described", "word/document.xml", " descr=", " title="),
    ("nothing_floats", "word/document.xml", "wp:inline", "wp:anchor"),
    ("no_empty_lines", "word/document.xml", "<w:sectPr>", "<w:p/><w:sectPr>"),
    ("no_layout_by_spaces", "word/document.xml", "要点", "要   点"),
    ("links_lead_somewhere", "word/document.xml", 'w:anchor="p4"', 'w:anchor="p404"'),
    ("contrast", "word/styles.xml", '<w:color w:val="4D4D4D"/>', '<w:color w:val="AAB0B6"/>'),
    ("large_enough", "word/styles.xml", '<w:sz w:val="15"/>', '<w:sz w:val="11"/>'),
)


@pytest.mark.parametrize("name", ["plain", "gongwen", "jianbao", "executive", "largeprint", "mono"])
def test_no_fault_in_what_is_written(name: str) -> None:
    assert faults(docx.write(sample_document(name), load(name)).value) == []


@pytest.mark.parametrize("harm", HARMS, ids=lambda harm: harm[0])
def test_each_rule_finds_its_fault(harm: Harm) -> None:
    rule, member, before, after = harm
    data = docx.write(sample_document("plain"), load("plain")).value
    harmed = _harmed(data, member, lambda text: text.replace(before, after))
    assert harmed != data
    assert rule in {fault.rule for fault in faults(harmed)}


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
