"""Where a DOCX stands as the PDF does: lines of titles, columns, running lines, charts, folios."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.document.model import (
    Cell,
    Chart,
    ChartPoint,
    ChartSeries,
    Column,
    Document,
    Heading,
    Link,
    Paragraph,
    Provenance,
    Row,
    Table,
    Text,
)
from exporter.notices import Span
from exporter.styling.load import load
from exporter.styling.model import RunningLine
from exporter.typeset.measuring import Measuring
from exporter.typeset.pages import paginate
from exporter.typeset.pages_flow import Flow
from exporter.typeset.pages_model import TextLine
from exporter.typeset.pages_running import width_of
from exporter.writers import docx
from exporter.writers._word_places import chart_rows
from tests.writers.word_reading import W, opened, part

SOURCE = Provenance("页面.txt", "ab" * 32, "r1", Span(3, 9))
TITLE = "昭通市2024年度生态文明建设系列新闻发布会首场：昭通市水资源保护专题新闻发布会"
C = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}


def document(*blocks: Heading | Paragraph | Table | Chart, **fields: str) -> Document:
    return Document(TITLE, "zh", blocks, SOURCE, fields=fields)


def heading() -> Heading:
    return Heading(1, (Text(TITLE),), "title", contents=False)


@pytest.mark.parametrize("name", ["gongwen", "jianbao", "largeprint"])
def test_a_title_is_broken_where_the_pdf_breaks_it(name: str) -> None:
    style, made = load(name), document(heading())
    (found,) = opened(docx.write(made, style).value).paragraphs
    items = (item for item in paginate(made, style).pages[0].items if isinstance(item, TextLine))
    lines = ["".join(f.text for f in item.line.fragments) for item in items]
    printed = [line for line in lines if line in TITLE]
    assert found.text.split("\n") == printed
    assert len(printed) > 1
    assert found.text.replace("\n", "") == TITLE


def test_a_title_of_one_line_and_other_headings_are_not_broken() -> None:
    short = Heading(1, (Text("水资源发布会"),), "title", contents=False)
    section = Heading(2, (Text(TITLE),), "page_title")
    for found in opened(docx.write(document(short, section), load("plain")).value).paragraphs:
        assert "\n" not in found.text


def test_columns_are_as_wide_as_in_the_pdf() -> None:
    def row(*cells: str) -> Row:
        return Row(tuple(Cell((Paragraph((Text(words),), "table_cell"),)) for words in cells))

    columns = (Column(3.0), Column(1.0, "decimal"), Column(1.0))
    rows = (row("年度安全保障达标评估达标率", "99.84", "%"), row("面积", "1,105.5", "平方公里"))
    table = Table(columns, rows, (), "figures_table")
    style, made = load("plain"), document(table)
    root = part(docx.write(made, style).value, "word/document.xml")
    grid = root.xpath(".//w:gridCol/@w:w", namespaces=W)
    wanted = Measuring(made, style).columns(table, style.page.text_width)
    assert [int(width) / 20 for width in grid] == pytest.approx(wanted, abs=0.1)
    assert sum(wanted) == pytest.approx(style.page.text_width, abs=0.1)


@given(st.tuples(*[st.text("发布会，abc1 ", max_size=80)] * 2), st.booleans())
def test_running_lines_that_are_too_wide_are_cut_to_stand_apart(
    words: tuple[str, str], numbered: bool
) -> None:
    style = load("plain")
    rule = style.rule("running_head")
    left, right = words[0].strip(), "第3页，共12页" if numbered else words[1].strip()
    measuring = Measuring(document(), style)
    cut = measuring.running((left, "", right), "running_head", "第3页，共12页".__eq__)
    for before, after in zip((left, "", right), cut, strict=True):
        assert after == before or before.startswith(after.removesuffix("…"))
    if numbered:
        assert cut[2] == right
    run = Flow(document(), style, frozenset(), ()).dresser
    widths = [width_of(run, part, rule) for part in cut]
    gap = rule.font_size if cut[0] and cut[2] else 0.0
    assert widths[0] + widths[2] + gap <= style.page.text_width + 0.1


@pytest.mark.parametrize("name", ["plain", "executive", "mono"])
def test_a_title_of_300_characters_leaves_the_running_head_one_line(name: str) -> None:
    style = load(name)
    page = msgspec.structs.replace(
        style.page, head=RunningLine("{short_title}", "", "{page}/{pages}")
    )
    style = msgspec.structs.replace(style, page=page)
    made = document(Paragraph((Text("文"),)), short_title="水" * 300)
    head = opened(docx.write(made, style).value).sections[0].header.paragraphs[0].text
    size = style.rule("running_head").font_size
    assert head.endswith("…\t1/1")
    assert len(head.split("\t")[0]) * size < page.text_width


def chart(kind: str, *values: str, reverse: bool = False) -> Chart:
    points = tuple(ChartPoint(value, value) for value in values)
    names = tuple(f"{2020 + at}年" for at in range(len(values)))
    made = Chart("line", "达标率", names, (ChartSeries("率", points),), "%", "读", reverse=reverse)
    return msgspec.structs.replace(made, kind=kind)


def ends(made: Chart) -> dict[str, Decimal]:
    root = part(docx.write(document(made), load("executive")).value, "word/charts/chart1.xml")
    found = root.xpath(".//c:valAx/c:scaling/*[self::c:max or self::c:min]", namespaces=C)
    return {node.tag.rpartition("}")[2]: Decimal(node.get("val")) for node in found}


@pytest.mark.parametrize("kind", ["bar", "column"])
def test_bars_begin_at_nought(kind: str) -> None:
    assert ends(chart(kind, "94.2", "100")) == {"min": 0}
    assert ends(chart(kind, "-4", "-1")) == {"max": 0}


@pytest.mark.parametrize("values", [("92", "96", "100"), ("7", "7"), ("0", "0"), ("-3", "5")])
def test_lines_have_room_for_the_words_over_their_points(values: tuple[str, ...]) -> None:
    numbers = [Decimal(value) for value in values]
    found = ends(chart("line", *values))
    assert found["min"] < min(numbers) < max(numbers) + Decimal("0.0001") < found["max"]
    over, under = found["max"] - max(numbers), min(numbers) - found["min"]
    assert over > under
    turned = ends(chart("line", *values, reverse=True))
    assert min(numbers) - turned["min"] > turned["max"] - max(numbers)


def test_bars_stand_alone_and_lines_abreast() -> None:
    line, bar = chart("line", "1", "2"), chart("bar", "1", "2")
    empty = msgspec.structs.replace(line, categories=())
    rows = list(chart_rows([line, line, line, line, bar, empty, line], 3))
    assert [(len(row), columns) for row, columns in rows] == [(3, 3), (1, 3), (1, 1), (1, 3)]


def test_folios_stand_where_the_standard_has_them() -> None:
    """GB/T 9704 7.5: the dashes of the folio are 7 mm under the type area."""
    style = load("gongwen")
    root = part(docx.write(document(heading()), style).value, "word/document.xml")
    (margins,) = root.xpath(".//w:pgMar", namespaces=W)
    bottom, footer = (int(margins.get(f"{{{W['w']}}}{side}")) / 20 for side in ("bottom", "footer"))
    rule = style.rule("page_number")
    middle_of_line = footer + rule.line_height / 2
    assert (bottom - middle_of_line) / 72 * 25.4 == pytest.approx(7, abs=0.5)


def test_rows_of_charts_join_up() -> None:
    made = [chart("line", str(at), "9") for at in range(7)]
    rows = [row for row, _ in chart_rows(made, 2)]
    assert [one for row in rows for one in row] == made
    assert all(len(a) >= len(b) for a, b in pairwise(rows))


@pytest.mark.parametrize("target", [None, "p1"])
def test_a_captions_number_is_words_own_also_in_a_link(target: str | None) -> None:
    words = Link("图1", target) if target else Text("图1")
    captioned = msgspec.structs.replace(chart("line", "1", "2"), caption=(words,))
    made = document(captioned, Paragraph((Text("文"),), anchor="p1"))
    root = part(docx.write(made, load("gongwen")).value, "word/document.xml")
    (caption,) = root.xpath(".//w:p[w:pPr/w:pStyle/@w:val='Caption']", namespaces=W)
    assert "".join(caption.xpath(".//w:t/text()", namespaces=W)) == "图1"
    (instruction,) = caption.xpath(".//w:instrText/text()", namespaces=W)
    assert instruction.split()[:2] == ["SEQ", "图"]
    inside = caption.xpath("w:hyperlink[@w:anchor='p1']//w:instrText", namespaces=W)
    assert bool(inside) == bool(target)


@pytest.mark.parametrize(
    ("text", "hinted"),
    [
        ("2–3，18，80–81", False),
        ("2–3, 18", False),
        ("“十四五”", True),
        ("昆明–昭通", True),
        ("—", True),
    ],
)
def test_dashes_of_ranges_are_latin_and_others_chinese(text: str, hinted: bool) -> None:
    made = document(Paragraph((Text(text),)))
    root = part(docx.write(made, load("plain")).value, "word/document.xml")
    assert bool(root.xpath("//w:rFonts/@w:hint", namespaces=W)) == hinted
