"""The DOCX writer: files are opened by a real reader, and say what the document says."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from typing import Any
from zipfile import ZipFile

import msgspec
import openpyxl
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from exporter.document.model import (
    Cell,
    Chart,
    ChartPoint,
    ChartSeries,
    Column,
    Contents,
    Document,
    Group,
    Heading,
    Link,
    List,
    ListItem,
    Note,
    PageBreak,
    Paragraph,
    Provenance,
    Row,
    Tab,
    Table,
    Text,
)
from exporter.document.roles import ROLES
from exporter.notices import Span
from exporter.styling.load import load
from exporter.styling.model import Border, RunningLine, Style
from exporter.writers import docx
from exporter.writers._word_fonts import obfuscated
from tests.sample import sample_document
from tests.writers.word_reading import W, names, opened, part, said, shown

PLAIN, GONGWEN = load("plain"), load("gongwen")
SHIPPED = ("plain", "gongwen", "jianbao", "executive", "largeprint", "mono")
SOURCE = Provenance("页面.txt", "ab" * 32, "r1", Span(3, 9))


def document(*blocks: Any, **more: Any) -> Document:
    return Document("标题 & <b>", "zh", tuple(blocks), SOURCE, **{"date": "2024-04-12"} | more)


def written(*blocks: Any, style: Style = PLAIN, **more: Any) -> bytes:
    return docx.write(document(*blocks, **more), style).value


def body(*blocks: Any, style: Style = PLAIN) -> Any:
    return part(written(*blocks, style=style), "word/document.xml")


def dressed(style: Style, **rules: dict[str, Any]) -> Style:
    changed = {role: msgspec.structs.replace(style.rule(role), **c) for role, c in rules.items()}
    return msgspec.structs.replace(style, rules={**style.rules, **changed})


def line(text: str, role: str = "paragraph", **more: Any) -> Paragraph:
    return Paragraph((Text(text),), role, **more)


def cell(text: str, role: str = "table_cell", columns: int = 1) -> Cell:
    return Cell((line(text, role),), columns)


def heading(text: str, role: str = "heading_1", level: int = 2, **more: Any) -> Heading:
    return Heading(level, (Text(text),), role, **more)


@pytest.mark.parametrize("name", SHIPPED)
def test_text_read_back_is_the_documents(name: str) -> None:
    composed = sample_document(name)
    assert shown(docx.write(composed, load(name)).value) == said(composed)


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_text_is_written_and_read_back(text: str) -> None:
    outcome = docx.write(document(line(f"始{text}终")), PLAIN)
    kept = opened(outcome.value).paragraphs[0].text
    allowed = "".join(c for c in text if c in "\t\n" or (ord(c) >= 32 and c not in "\ufffe\uffff"))
    assert kept == f"始{allowed}终" or "\r" in text
    assert bool(outcome.notices) == (len(allowed) + text.count("\r") < len(text))


def test_characters_that_xml_has_no_place_for_are_noticed() -> None:
    outcome = docx.write(document(line("a\x00b\ud800c\x1f")), PLAIN)
    assert opened(outcome.value).paragraphs[0].text == "abc"
    (notice,) = outcome.notices
    assert (notice.code, notice.params) == ("writers.docx-characters-dropped", {"count": "3"})


def test_markup_in_text_stays_text() -> None:
    hostile = "<w:t>&lt;</w:t> ]]> {page} %1"
    data = written(line(hostile))
    assert opened(data).paragraphs[0].text == hostile


def test_every_role_is_a_named_style() -> None:
    styles = part(written(line("文")), "word/styles.xml")
    kinds = {s.get(f"{{{W['w']}}}type") for s in styles.iterfind("w:style", W)}
    assert kinds == {"paragraph", "character", "table", "numbering"}
    found = {n.get(f"{{{W['w']}}}val").lower() for n in styles.iterfind("w:style/w:name", W)}
    own = {"base": "normal", "paragraph": "body text", "contents_1": "toc 1", "contents_2": "toc 2"}
    own |= {"running_head": "header", "running_foot": "footer", "page_number": "folio"}
    own |= {"footnote": "footnote text", "contents_title": "toc heading", "link": "hyperlink"}
    for role, info in ROLES.items():
        if info.kind != "group" and role != "text":
            assert own.get(role, role.replace("_", " ")) in found, role


@pytest.mark.parametrize("name", SHIPPED)
def test_runs_have_no_formatting_of_their_own(name: str) -> None:
    root = part(docx.write(sample_document(name), load(name)).value, "word/document.xml")
    for properties in root.iterfind(".//w:r/w:rPr", W):
        said_there = {child.tag.rpartition("}")[2] for child in properties}
        assert said_there <= {"rStyle", "rFonts", "lang"}
    for fonts in root.iterfind(".//w:rFonts", W):
        assert dict(fonts.attrib) == {f"{{{W['w']}}}hint": "eastAsia"}


def test_quotes_and_dashes_are_hinted_chinese() -> None:
    root = body(line("“甲”——乙……"), line("2024 plain"))
    assert len(root.findall(".//w:rFonts", W)) == 1


def test_fonts_are_named_for_every_script_and_none_is_a_themes() -> None:
    data = written(line("文"))
    styles = part(data, "word/styles.xml")
    for fonts in styles.iterfind(".//w:rFonts", W):
        assert {key.rpartition("}")[2] for key in fonts.attrib} == {
            "ascii",
            "hAnsi",
            "eastAsia",
            "cs",
        }
    assert not any("theme" in name for name in names(data))
    table = part(data, "word/fontTable.xml")
    listed = {font.get(f"{{{W['w']}}}name") for font in table}
    assert {face.docx_east_asian for face in PLAIN.typefaces.values()} <= listed


def test_a_style_says_only_what_its_parent_does_not() -> None:
    styles = part(written(line("文")), "word/styles.xml")
    (bare,) = styles.xpath("w:style[@w:styleId='Speech2']/w:pPr/w:spacing", namespaces=W) or [None]
    assert bare is None
    (base,) = styles.xpath("w:style[@w:styleId='Speech']/w:basedOn/@w:val", namespaces=W)
    assert base == "BodyText"


def test_headings_are_real_and_numbered_by_word_when_the_plan_numbers() -> None:
    data = written(
        Heading(2, (Text("一、"), Text("要点")), "heading_1"),
        Heading(2, (Text("二、"), Text("人物")), "heading_1"),
        heading("附件", "page_title"),
        style=GONGWEN,
    )
    word = opened(data)
    assert [p.text for p in word.paragraphs] == ["要点", "人物", "附件"]
    assert shown(data) == ["一、要点", "二、人物", "附件"]
    assert [p.style.name for p in word.paragraphs][:2] == ["Heading 1", "Heading 1"]
    numbering = part(data, "word/numbering.xml")
    texts = numbering.xpath("w:abstractNum[1]/w:lvl/w:lvlText/@w:val", namespaces=W)
    assert texts == ["%1、", "（%2）", "%3.", "（%4）"]


def test_contents_are_filled_with_pages_and_no_prompt() -> None:
    data = written(
        Contents("目录", 3),
        heading("甲", anchor="s-a"),
        heading("乙", "heading_2", 3),
        PageBreak(),
        heading("丙", anchor="s-c"),
        heading("隐", contents=False),
    )
    root = part(data, "word/document.xml")
    (contents,) = root.iterfind(".//w:sdt", W)
    entries = ["".join(p.itertext()) for p in contents.iterfind(".//w:p", W)]
    assert ["甲" in entries[0], "乙" in entries[1], "丙" in entries[2]] == [True] * 3
    pages = [
        "".join(t.text for t in p.iterfind(".//w:t", W)) for p in contents.iterfind(".//w:p", W)
    ]
    assert pages == ["甲1", "乙1", "丙2"]
    instructions = [i.text.split()[0] for i in contents.iterfind(".//w:instrText", W)]
    assert instructions == ["TOC", "PAGEREF", "PAGEREF", "PAGEREF"]
    assert part(data, "word/settings.xml").find("w:updateFields", W) is None


def test_links_lead_both_ways_and_dead_ones_become_text() -> None:
    mark = Link("¶1", "p1", "source_mark")
    outcome = docx.write(
        document(
            Paragraph((Text("要点"), mark, Link("无", "nowhere")), anchor="k1"),
            line("各位朋友，大家好。", "speech", anchor="p1", number="1", back="k1"),
        ),
        PLAIN,
    )
    root = part(outcome.value, "word/document.xml")
    targets = [link.get(f"{{{W['w']}}}anchor") for link in root.iterfind(".//w:hyperlink", W)]
    assert targets == ["p1", "k1"]
    assert [p.text for p in opened(outcome.value).paragraphs] == ["要点¶1无", "各位朋友，大家好。"]
    assert [notice.params["target"] for notice in outcome.notices] == ["nowhere"]


def test_bookmarks_have_names_that_word_allows() -> None:
    anchors = ["s-key points!", "s_key_points_", "中文", "x" * 60, "9"]
    root = body(*(line("文", anchor=anchor) for anchor in anchors))
    found = [mark.get(f"{{{W['w']}}}name") for mark in root.iterfind(".//w:bookmarkStart", W)]
    assert len(set(found)) == len(anchors)
    assert all(len(name) <= 40 and name.replace("_", "a").isalnum() for name in found)
    assert all(name[0].isalpha() or name[0] == "_" for name in found)


def test_a_table_has_a_grid_a_repeated_head_and_words_for_who_cannot_see_it() -> None:
    table = Table(
        (Column(2), Column(1, "decimal"), Column(1, "right")),
        (Row((cell("指标", "table_head"), cell("数值", "table_head", 2))),),
        tuple(
            Row((cell(n), cell(v, "table_number"), cell("个")))
            for n, v in (("甲", "1.5"), ("乙", "20"))
        ),
        role="figures_table",
        caption=(Text("表1　指标"),),
        summary="两个指标",
    )
    root = body(table)
    (found,) = root.iterfind(".//w:tbl", W)
    widths = [int(c.get(f"{{{W['w']}}}w")) for c in found.iterfind("w:tblGrid/w:gridCol", W)]
    assert sum(widths) == round(PLAIN.page.text_width * 20)
    rows = found.findall("w:tr", W)
    assert [row.find("w:trPr/w:tblHeader", W) is not None for row in rows] == [True, False, False]
    assert all(row.find("w:trPr/w:cantSplit", W) is not None for row in rows)
    assert found.find("w:tblPr/w:tblDescription", W).get(f"{{{W['w']}}}val") == "两个指标"
    assert found.find("w:tblPr/w:tblCaption", W).get(f"{{{W['w']}}}val") == "表1　指标"
    assert [i.text.split()[:2] for i in root.iterfind(".//w:instrText", W)] == [["SEQ", "表"]]


def test_tables_that_follow_each_other_stay_two() -> None:
    table = Table((Column(),), (), (Row((cell("甲"),)),))
    kinds = [child.tag.rpartition("}")[2] for child in body(table, table)[0]]
    assert kinds == ["tbl", "p", "tbl", "sectPr"]


def test_a_chart_is_words_own_with_its_workbook() -> None:
    points = (ChartPoint("29", "第29名"), ChartPoint("11", "第11名", planned=True))
    series = (ChartSeries("=SUM(1)", points),)
    chart = Chart("line", "排名", ("2021年", "2023年"), series, None, "29降到11", reverse=True)
    data = written(chart)
    root = part(data, "word/charts/chart1.xml")
    c = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
    assert root.xpath(".//c:val//c:v/text()", namespaces=c) == ["29", "11"]
    assert root.xpath(".//c:valAx/c:scaling/c:orientation/@val", namespaces=c) == ["maxMin"]
    with ZipFile(io.BytesIO(data)) as archive:
        book = openpyxl.load_workbook(io.BytesIO(archive.read("word/embeddings/chart1.xlsx")))
    rows = [[found.value for found in row] for row in book.active.iter_rows()]
    assert rows == [[None, "=SUM(1)"], ["2021年", 29], ["2023年", 11]]
    assert book.active["B1"].data_type == "s"


def test_lists_number_from_one_each_and_hang_as_the_rule_says() -> None:
    items = (ListItem((Text("甲"),)), ListItem((Text("乙"),)))
    data = written(List(items), List(items), List(items, "answer", ordered=False))
    numbering = part(data, "word/numbering.xml")
    formats = numbering.xpath("w:abstractNum/w:lvl/w:numFmt/@w:val", namespaces=W)
    assert formats == ["decimal", "bullet"]
    assert len(numbering.xpath("w:num/w:lvlOverride", namespaces=W)) == 3
    ids = part(data, "word/document.xml").xpath(".//w:numId/@w:val", namespaces=W)
    assert ids == ["1", "1", "2", "2", "3", "3"]


def test_numbers_beside_paragraphs_count_on_and_leap() -> None:
    lines = [line("文", "speech", number=n) for n in ("1", "2", "7", "8")]
    data = written(*lines)
    ids = part(data, "word/document.xml").xpath(".//w:numId/@w:val", namespaces=W)
    assert ids == ["1", "1", "2", "2"]
    starts = part(data, "word/numbering.xml").xpath(".//w:startOverride/@w:val", namespaces=W)
    assert starts == ["1", "7"]
    none = dressed(PLAIN, speech={"number_position": "none"})
    assert "word/numbering.xml" not in names(written(*lines, style=none))


def test_footnotes_are_words_own() -> None:
    data = written(Paragraph((Text("正文"), Note((Text("注一"),)), Note((Text("注二"),)))))
    notes = part(data, "word/footnotes.xml")
    assert ["".join(n.itertext()).strip() for n in notes][2:] == ["注一", "注二"]
    assert opened(data).paragraphs[0].text == "正文"


def test_heads_and_feet_differ_as_the_style_says() -> None:
    word = opened(written(line("文"), style=GONGWEN))
    section = word.sections[0]
    assert word.settings.odd_and_even_pages_header_footer
    assert section.footer.paragraphs[0].text == "\t— 1 —"
    assert section.even_page_footer.paragraphs[0].text == "— 1 —"


def test_fields_of_running_lines_are_filled() -> None:
    page = msgspec.structs.replace(PLAIN.page, head=RunningLine("{title}", "", "{page}/{pages}"))
    style = msgspec.structs.replace(PLAIN, page=page)
    data = docx.write(document(line("文"), fields={"title": "某会"}), style).value
    head = opened(data).sections[0].header
    assert head.paragraphs[0].text == "某会\t1/1"


def test_the_page_is_the_styles_and_gongwen_has_its_grid() -> None:
    root = body(line("文"), style=GONGWEN)
    grid = root.find(".//w:sectPr/w:docGrid", W)
    assert (grid.get(f"{{{W['w']}}}type"), grid.get(f"{{{W['w']}}}linePitch")) == ("lines", "579")
    section = opened(written(line("文"), style=GONGWEN)).sections[0]
    assert [round(length.mm) for length in (section.page_width, section.page_height)] == [210, 297]
    assert [round(section.top_margin.mm), round(section.left_margin.mm)] == [37, 28]


def test_a_group_in_columns_is_a_section_of_its_own() -> None:
    style = dressed(PLAIN, transcript_body={"columns": 2, "column_gap": 24.0})
    group = Group("transcript_body", (line("甲"), line("乙")))
    root = body(line("前"), group, line("后"), style=style)
    columns = [c.get(f"{{{W['w']}}}num") for c in root.iterfind(".//w:sectPr/w:cols", W)]
    assert columns == [None, "2", None]
    assert len(body(line("前"), group, style=style).findall(".//w:sectPr", W)) == 2


def test_a_boxed_group_is_a_variant_of_its_paragraphs_styles() -> None:
    box = {"border_left": Border(3, "#1f3b5c", 13), "padding_left": 13.0}
    data = written(
        Group("conclusion_box", (line("结论", "conclusion"),)),
        style=dressed(PLAIN, conclusion_box=box),
    )
    style = opened(data).paragraphs[0].style
    assert style.name == "Conclusion (Conclusion Box)"
    assert style.base_style.name == "Conclusion"
    assert style.element.find(".//w:pBdr/w:left", W).get(f"{{{W['w']}}}color") == "1F3B5C"


def test_a_tab_goes_to_the_right_edge_where_the_rule_has_no_stop() -> None:
    data = written(Paragraph((Text("左"), Tab(), Text("右")), "source_note"))
    stop = opened(data).paragraphs[0].style.paragraph_format.tab_stops[0]
    assert round(stop.position.pt) == round(PLAIN.page.text_width)


def test_what_the_style_hides_is_not_written() -> None:
    style = dressed(PLAIN, section_note={"display": "none"}, source_mark={"display": "none"})
    data = written(
        Paragraph((Text("甲"), Link("¶1", "p", "source_mark"))),
        line("藏", "section_note"),
        style=style,
    )
    assert [p.text for p in opened(data).paragraphs] == ["甲"]


def test_a_watermark_is_on_every_sort_of_page() -> None:
    style = msgspec.structs.replace(GONGWEN, watermark='内部"资料')
    data = written(line("文"), style=style)
    heads = [name for name in names(data) if name.startswith("word/header")]
    assert len(heads) == 3
    assert all(part(data, name).xpath("//*[@string]/@string") == ['内部"资料'] for name in heads)
    shapes = [part(data, name).xpath("//*[@string]/../@id")[0] for name in heads]
    assert len({*shapes}) == 3
    assert all(name.startswith("PowerPlusWaterMarkObject") for name in shapes)


def test_properties_say_where_the_text_comes_from() -> None:
    data = written(line("文"), author="新闻办", keywords=("水", "电"))
    core = opened(data).core_properties
    assert (core.title, core.author, core.language) == ("标题 & <b>", "新闻办", "zh-CN")
    assert (core.created.isoformat()[:10], core.keywords) == ("2024-04-12", "水; 电")
    custom = part(data, "docProps/custom.xml")
    values = {entry.get("name"): "".join(entry.itertext()) for entry in custom}
    assert values["source-sha256"] == "ab" * 32
    assert (values["record"], values["style"], values["style-sha256"]) == (
        "r1",
        "plain",
        PLAIN.digest,
    )


def test_a_document_without_date_or_blocks_is_still_a_file() -> None:
    data = written(date=None)
    assert opened(data).core_properties.created.year == 1980
    assert opened(data).paragraphs == []


SCRIPT = """
import sys, hashlib
from exporter.styling.load import load
from exporter.writers import docx
from exporter.writers._word_fonts import obfuscated
from tests.sample import sample_document
print(hashlib.sha256(docx.write(sample_document("gongwen"), load("gongwen")).value).hexdigest())
"""


def test_same_bytes_in_every_process_hash_seed_and_time_zone() -> None:
    digests = set()
    for seed, zone in (("0", "UTC"), ("77", "Asia/Shanghai")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        command = [sys.executable, "-c", SCRIPT]
        run = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        digests.add(run.stdout)
    assert len(digests) == 1


def test_embedded_fonts_are_the_shipped_faces_cut_to_the_text() -> None:
    data = written(line("水资源“保护”"), style=msgspec.structs.replace(PLAIN, embed_fonts=True))
    table = part(data, "word/fontTable.xml")
    (song,) = table.xpath("w:font[@w:name='Exporter Song']", namespaces=W)
    assert song.find("w:altName", W).get(f"{{{W['w']}}}val") == "宋体"
    key = song.find("w:embedRegular", W).get(f"{{{W['w']}}}fontKey")
    with ZipFile(io.BytesIO(data)) as archive:
        font = TTFont(io.BytesIO(obfuscated(archive.read("word/fonts/font1.odttf"), key[1:-1])))
    assert ord("水") in font.getBestCmap()
    assert ord("火") not in font.getBestCmap()
    assert written(line("文")) != data


def test_odd_blocks_make_a_file_that_opens() -> None:
    data = written(
        PageBreak(),
        Contents("目录", 1),
        Table((), (), ()),
        Table((Column(),), (), (Row(()), Row((Cell(()),)))),
        Chart("bar", "空", (), (), None, ""),
        Chart("bar", "坏", ("甲",), (ChartSeries("x", (ChartPoint("NaN", "?"),)),), None, "坏值"),
        List(()),
        Group("exchange", ()),
        line("文", "speech", number="3a"),
        line("", "speech", number="１２"),
    )
    texts = [paragraph.text for paragraph in opened(data).paragraphs]
    assert texts[-2:] == ["3a\u2002文", ""]
    assert "目录" not in texts
    assert part(data, "word/numbering.xml").xpath(".//w:startOverride/@w:val", namespaces=W) == [
        "12"
    ]
