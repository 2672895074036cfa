"""The PDF writer: files are opened by a real reader, and say what the document says."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from typing import Any

import msgspec
import pypdf
import pytest
from pypdf.generic import DictionaryObject

from exporter.document.model import (
    Chart,
    ChartPoint,
    ChartSeries,
    Contents,
    Document,
    FigureSource,
    Heading,
    Link,
    List,
    ListItem,
    Note,
    Paragraph,
    Provenance,
    Table,
    Text,
)
from exporter.notices import Span
from exporter.styling.load import load
from exporter.typeset.faces import resolve
from exporter.writers import pdf
from exporter.writers._pdf_provenance import read_provenance
from tests.sample import sample_document

STYLE = load("plain")
SOURCE = Provenance(
    "页面.txt", "ab" * 32, "r1", Span(0, 9), (FigureSource("5<6", "p1", (Span(1, 4),)),)
)


def document(*blocks: Any, **more: Any) -> Document:
    return Document("标题 & <b>", "zh", tuple(blocks), SOURCE, date="2024-04-12", **more)


def written(*blocks: Any, **more: Any) -> pypdf.PdfReader:
    return reader(pdf.write(document(*blocks, **more), STYLE).value)


def reader(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(data), strict=True)


def paragraph(text: str, **more: Any) -> Paragraph:
    return Paragraph((Text(text),), **more)


def extracted(file: pypdf.PdfReader) -> str:
    return "".join(page.extract_text() for page in file.pages)


def elements(node: Any) -> list[DictionaryObject]:
    """All structure elements under `node`, in reading order."""
    found: list[DictionaryObject] = []
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        kid = kid.get_object() if hasattr(kid, "get_object") else kid
        if isinstance(kid, dict) and kid.get("/Type") == "/StructElem":
            found += [kid, *elements(kid)]
    return found


def structure(file: pypdf.PdfReader) -> list[DictionaryObject]:
    return elements(file.root_object["/StructTreeRoot"].get_object())


def tags(file: pypdf.PdfReader) -> list[str]:
    return [element["/S"] for element in structure(file)]


@pytest.mark.parametrize("style", ["plain", "gongwen"])
def test_extracted_text_is_the_documents_text(style: str) -> None:
    text = "2023年，全市GDP增长5.2%，“十四五”规划——投资26.04亿元……（见下）。《条例》共1,669条；" * 3
    data = pdf.write(document(paragraph(text)), load(style)).value
    page = re.sub(r"\n|— 1 —|^1$", "", extracted(reader(data)))
    assert page.removesuffix("1").replace("标题 & <b>", "") == text


def test_markup_and_brackets_in_the_text_are_text() -> None:
    text = r"<b>粗</b> &amp; (括号\) <font color=red>"
    assert text in extracted(written(paragraph(text))).replace("\n", "")


def test_characters_above_the_basic_plane_come_back_when_copied() -> None:
    chain = resolve(STYLE.typefaces["song"].chain)
    rare = next(c for c in map(chr, range(0x20000, 0x2FFFF)) if chain.holds(c))
    assert rare in extracted(written(paragraph(f"姓{rare}")))


def test_each_face_is_one_embedded_font_with_its_characters() -> None:
    file = written(Heading(2, (Text("标题"),), "heading_1"), paragraph("正文" * 200))
    fonts = [font.get_object() for font in file.pages[0]["/Resources"]["/Font"].values()]
    names = [str(font["/BaseFont"]) for font in fonts]
    assert len(set(names)) == len(names)
    for font in fonts:
        assert font["/Subtype"] == "/Type0"
        assert font["/Encoding"] == "/Identity-H"
        (descendant,) = font["/DescendantFonts"]
        assert "/FontFile2" in descendant.get_object()["/FontDescriptor"].get_object()
        assert re.match(r"/[A-Z]{6}\+", str(font["/BaseFont"]))


def test_structure_has_the_parts_of_the_document() -> None:
    row_source = sample_document()
    found = set(tags(reader(pdf.write(row_source, STYLE).value)))
    assert {"/Document", "/H1", "/H2", "/P", "/L", "/LI", "/Lbl", "/LBody"} <= found
    assert {"/Table", "/THead", "/TBody", "/TR", "/TH", "/TD", "/Figure", "/Caption"} <= found


def test_heading_levels_never_jump() -> None:
    file = written(*(Heading(level, (Text("题"),), "heading_1") for level in (3, 6, 2, 5)))
    assert [tag for tag in tags(file) if tag.startswith("/H")] == ["/H1", "/H2", "/H1", "/H2"]


def test_contents_link_to_their_headings() -> None:
    file = written(
        Contents("目录", 3),
        Heading(2, (Text("第一节"),), "heading_1", anchor="s-1"),
        paragraph("正文"),
    )
    assert [tag for tag in tags(file) if tag in ("/TOC", "/TOCI", "/Reference", "/Link")] == [
        "/TOC",
        "/TOCI",
        "/Reference",
        "/Link",
    ]
    assert [entry.title for entry in file.outline] == ["第一节"]
    (link,) = [a.get_object() for a in file.pages[0]["/Annots"]]
    assert "第一节" in link["/Contents"]
    assert "s-1" in file.named_destinations


def test_every_annotation_and_marked_content_is_in_the_parent_tree() -> None:
    long = "一段很长的话，" * 300
    links = Paragraph((Text(long), Link("¶1", "p1"), Text(long)))
    file = written(links, paragraph("甲", anchor="p1"))
    numbers = file.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    tree = dict(zip(numbers[::2], (entry.get_object() for entry in numbers[1::2]), strict=True))
    for page in file.pages:
        marked = set(re.findall(rb"/MCID (\d+)", page.get_contents().get_data()))
        assert len(tree[page["/StructParents"]]) == len(marked)
        for annotation in page.get("/Annots", []):
            assert tree[annotation.get_object()["/StructParent"]]["/S"] == "/Link"


def test_bookmarks_follow_the_levels() -> None:
    levels = (2, 3, 3, 2)
    file = written(*(Heading(level, (Text(f"节{level}"),), "heading_1") for level in levels))
    first, inner, second = file.outline
    assert (first.title, [entry.title for entry in inner], second.title) == (
        "节2",
        ["节3", "节3"],
        "节2",
    )


def test_notes_have_identifiers_and_languages_are_marked() -> None:
    words = (Text("前"), Note((Text("注"),)), Text("Water quality", language="en"))
    found = structure(written(Paragraph(words)))
    assert [e["/ID"] for e in found if e["/S"] == "/Note"] != []
    assert [e["/Lang"] for e in found if e["/S"] == "/Span"] == ["en-US"]


def test_figures_have_their_alternative_and_box() -> None:
    points = tuple(ChartPoint(str(n), f"{n}%") for n in (1, 2, 3))
    chart = Chart("line", "题", ("甲", "乙", "丙"), (ChartSeries("", points),), None, "一、二、三")
    (figure,) = [e for e in structure(written(chart)) if e["/S"] == "/Figure"]
    assert figure["/Alt"] == "一、二、三"
    left, bottom, right, top = map(float, figure["/A"]["/BBox"])
    assert 0 < left < right < STYLE.page.width
    assert 0 < bottom < top < STYLE.page.height


def test_metadata_says_what_the_document_is() -> None:
    file = written(paragraph("甲"), author="市政府", keywords=("水", "资源"))
    assert file.metadata is not None
    assert file.metadata.title == "标题 & <b>"
    assert file.metadata.author == "市政府"
    packet = file.root_object["/Metadata"].get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in packet
    assert "<pdfuaid:part>1</pdfuaid:part>" in packet
    assert file.root_object["/Lang"] == "zh-CN"
    assert file.root_object["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712


def test_the_provenance_is_read_back_without_a_pdf_library() -> None:
    data = pdf.write(document(paragraph("甲")), STYLE).value
    assert read_provenance(data) == SOURCE
    assert read_provenance(b"%PDF-1.7 nothing of ours") is None
    assert read_provenance(data.replace(b"</rdf:RDF>", b"<rdf:RDF>")) is None


def test_an_empty_document_is_a_page() -> None:
    assert len(written().pages) == 1


def test_empty_cells_stay_cells() -> None:
    from exporter.document.model import Cell, Column, Row

    row = Row((Cell(()), Cell((paragraph("甲", role="table_cell"),))))
    file = written(Table((Column(), Column()), (), (row,)))
    assert tags(file).count("/TD") == 2


def test_lists_are_lists() -> None:
    items = tuple(ListItem((Text(f"第{n}点"),)) for n in range(3))
    file = written(List(items, "key_point"))
    (whole,) = [e for e in structure(file) if e["/S"] == "/L"]
    assert whole["/A"]["/ListNumbering"] == "/Decimal"
    assert tags(file).count("/LBody") == 3


def test_the_watermark_is_on_every_page_and_in_no_part() -> None:
    style = msgspec.structs.replace(STYLE, watermark="内部资料")
    file = reader(pdf.write(document(*(paragraph("正文" * 900) for _ in range(3))), style).value)
    assert len(file.pages) > 1
    for page in file.pages:
        assert b"/Subtype/Watermark" in page.get_contents().get_data()
        assert "内部资料" not in page.extract_text()


_PROGRAM = """
import hashlib
from exporter.styling.load import load
from exporter.writers import pdf
from tests.sample import sample_document
print(hashlib.sha256(pdf.write(sample_document(), load("plain")).value).hexdigest())
"""


def test_bytes_depend_on_neither_hash_seed_nor_time_zone_nor_locale() -> None:
    settings = (("0", "UTC", "C"), ("1", "Asia/Shanghai", "zh_CN.UTF-8"))
    digests = {
        subprocess.run(
            [sys.executable, "-c", _PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone, locale in settings
    }
    assert len(digests) == 1


def test_nothing_of_platypus_is_loaded() -> None:
    program = (
        "import sys\nfrom exporter.writers import pdf\nassert 'reportlab' not in sys.modules\n"
        "from tests.sample import sample_document\nfrom exporter.styling.load import load\n"
        "pdf.write(sample_document(), load('plain'))\n"
        "print([m for m in sys.modules if m.startswith(('reportlab.platypus', 'docx', 'lxml'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
