"""Page building on small documents: where things stand, what stays together, what is repeated."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporter.document.model import (
    Anchor,
    Block,
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
    Table,
    Text,
)
from exporter.errors import WriteError
from exporter.notices import Span
from exporter.styling.load import load
from exporter.styling.model import Border, RunningLine, Style
from exporter.typeset.pages import paginate
from exporter.typeset.pages_model import (
    ARTIFACT,
    Dot,
    Fill,
    Page,
    Pages,
    Stroke,
    TextLine,
)

STYLE = load("plain")
LONG = "会同市发展改革委制定用水总量和强度双控目标，指标分解到年度，落实到县。" * 12


def document(*blocks: Block, language: str = "zh") -> Document:
    provenance = Provenance("a.txt", "0" * 64, "r1", Span(0, 9))
    return Document("标题", "zh", tuple(blocks), provenance, date="2024-04-12")


def restyled(role: str, **changes: Any) -> Style:
    rule = msgspec.structs.replace(STYLE.rule(role), **changes)
    return msgspec.structs.replace(STYLE, rules={**STYLE.rules, role: rule})


def pages(*blocks: Block, style: Style = STYLE) -> Pages:
    return paginate(document(*blocks), style)


def paragraph(text: str, **more: Any) -> Paragraph:
    return Paragraph((Text(text),), **more)


def heading(text: str, level: int = 2, **more: Any) -> Heading:
    return Heading(level, (Text(text),), f"heading_{level - 1}", **more)


def lines(page: Page) -> list[TextLine]:
    return [item for item in page.items if isinstance(item, TextLine)]


def words(line: TextLine) -> str:
    return "".join(fragment.text for fragment in line.line.fragments)


def text_of(built: Pages) -> str:
    return "".join(words(line) for page in built.pages for line in lines(page))


def row(*cells: str, role: str = "table_cell", **more: Any) -> Row:
    return Row(tuple(Cell((paragraph(c, role=role),)) for c in cells), **more)


def table(rows: int, *, text: str = "11.95%", **more: Any) -> Table:
    body = tuple(row(f"指标{n}", text) for n in range(rows))
    columns = (Column(2.0), Column(1.0, "decimal"))
    return Table(columns, (row("指标", "数值", role="table_head"),), body, **more)


def test_an_empty_document_has_one_page() -> None:
    built = pages()
    assert len(built.pages) == 1
    assert lines(built.pages[0]) == []


def test_all_words_are_there_in_order() -> None:
    texts = [f"第{n}段。{LONG}" for n in range(30)]
    assert text_of(pages(*map(paragraph, texts))) == "".join(texts)


def test_text_stays_in_the_type_area() -> None:
    built = pages(*(paragraph(LONG) for _ in range(30)))
    setup = STYLE.page
    bottom = setup.height - setup.margin_bottom
    assert len(built.pages) > 2
    for page in built.pages:
        for line in lines(page):
            assert setup.margin_top < line.y < bottom
            assert line.x + line.line.x + line.line.width <= setup.width - setup.margin_right + 0.01


def test_paragraphs_leave_no_single_lines() -> None:
    built = pages(*(paragraph(f"{LONG}{'字' * n}") for n in range(40)))
    for page, following in zip(built.pages, built.pages[1:], strict=False):
        last, first = lines(page)[-1], lines(following)[0]
        if last.part == first.part:
            assert sum(line.part == last.part for line in lines(page)) >= 2
            assert sum(line.part == first.part for line in lines(following)) >= 2


@pytest.mark.parametrize("before", range(28, 34))
def test_a_heading_goes_with_the_lines_after_it(before: int) -> None:
    blocks = [*(paragraph("一行字。") for _ in range(before)), heading("标题"), paragraph(LONG)]
    built = pages(*blocks)
    for page in built.pages:
        if "标题" in map(words, lines(page)):
            at = [words(line) for line in lines(page)].index("标题")
            assert len(lines(page)) >= at + 3


def test_a_page_break_starts_a_page() -> None:
    built = pages(paragraph("甲"), PageBreak(), paragraph("乙"))
    assert [words(lines(page)[0]) for page in built.pages] == ["甲", "乙"]


def test_the_contents_name_the_pages_their_headings_are_on() -> None:
    blocks: list[Block] = [Contents("目录", 3)]
    for n in range(40):
        blocks += [heading(f"节{n}"), *(paragraph(LONG) for _ in range(3))]
    built = pages(*blocks)
    entries = {}
    for line in (line for page in built.pages for line in lines(page)):
        if built.parts[line.part].kind == "reference":
            *title, number = [fragment.text for fragment in line.line.fragments]
            entries["".join(title)] = int(number)
    assert len(entries) == 40
    assert entries == {place.text: place.page for place in built.headings}


def test_table_heads_are_repeated_as_artifacts() -> None:
    built = pages(table(120))
    assert len(built.pages) > 2
    for number, page in enumerate(built.pages, 1):
        first = lines(page)[0]
        assert words(first) == "指标"
        assert (first.part == ARTIFACT) is (number > 1)


def test_numbers_stand_with_their_points_in_one_line() -> None:
    numbers = ("1.5", "26.04亿元", "550.42", "1,669", "9")
    rows = tuple(row("指标", number) for number in numbers)
    built = pages(Table((Column(), Column(align="decimal")), (), rows))
    points = []
    for line in lines(built.pages[0]):
        if (text := words(line)) in numbers:
            whole = text.split(".")[0].removesuffix("亿元")
            run = line.line.fragments[0].run
            advance = sum(run.chain.widths[c] for c in whole) * run.font_size
            points.append(line.x + line.line.x + advance)
    assert len(points) == len(numbers)
    assert max(points) - min(points) < 0.05


def test_a_name_is_broken_between_its_words_where_the_columns_are_tight() -> None:
    name = "an average share of new orders and older applications"
    columns = (Column(30), Column(4, "decimal"), Column(12), Column(1))
    cells = row(name, "1.5", "billion yuan", "Kirsten Brandvold")
    built = pages(Table(columns, (), (cells,)))
    found = {words(line).strip() for line in lines(built.pages[0])}
    assert {"Kirsten", "Brandvold"} <= found


def test_a_row_taller_than_a_page_is_split_inside() -> None:
    built = pages(table(1, text="甲" * 4000))
    assert len(built.pages) > 1
    assert text_of(built).count("甲") == 4000


def test_sixty_columns_are_cut_into_tables_without_loss() -> None:
    cells = tuple(f"列{n}" for n in range(60))
    spanned = Row((Cell((paragraph("整行", role="table_cell"),), columns=60),), group=True)
    columns = tuple(Column() for _ in cells)
    built = pages(Table(columns, (row(*cells, role="table_head"),), (spanned, row(*cells))))
    (notice,) = built.notices
    assert notice.code == "writers.pdf-table-cut"
    parts = int(notice.params["parts"])
    found = [words(line) for page in built.pages for line in lines(page)]
    assert sorted(found) == sorted([*cells[1:] * 2, *["列0"] * 2 * parts, *["整行"] * parts])
    for page in built.pages:
        for before, after in itertools.pairwise(lines(page)):
            if before.y == after.y:
                assert before.x + before.line.width < after.x


def test_cells_and_head_cells_are_parts() -> None:
    built = pages(table(2, header_column=True))
    kinds = [(part.kind, part.scope) for part in built.parts if part.scope or part.kind == "cell"]
    assert kinds == [
        ("head_cell", "column"),
        ("head_cell", "column"),
        ("head_cell", "row"),
        ("cell", None),
        ("head_cell", "row"),
        ("cell", None),
    ]


def test_list_labels_hang_before_the_words() -> None:
    items = tuple(ListItem((Text(LONG),)) for _ in range(3))
    built = pages(List(items, "key_point"))
    labels = [line for line in lines(built.pages[0]) if built.parts[line.part].kind == "label"]
    bodies = [line for line in lines(built.pages[0]) if built.parts[line.part].kind == "body"]
    assert [words(line) for line in labels] == ["1.", "2.", "3."]
    assert len({round(line.x + line.line.x, 3) for line in bodies}) == 1
    assert max(label.x + label.line.width for label in labels) < bodies[0].x


def test_paragraph_numbers_stand_in_the_margin() -> None:
    built = pages(paragraph(LONG, role="speech", number="12"))
    number, first, *_ = lines(built.pages[0])
    assert words(number) == "12"
    assert number.x + number.line.width < STYLE.page.margin_left
    assert number.y == first.y


def test_paragraph_numbers_link_back_to_where_the_paragraph_is_cited() -> None:
    cited = paragraph("正文", role="speech", number="12", anchor="p12", back="k1")
    built = pages(Paragraph((Link("¶12", "p12"),), anchor="k1"), cited)
    assert [part.target for part in built.parts if part.kind == "link"] == ["p12", "k1"]


def test_a_number_inside_the_indent_never_touches_the_words() -> None:
    style = restyled("speech", number_position="indent", text_indent=0.0)
    built = pages(paragraph("正文", role="speech", number="123"), style=style)
    number, first = lines(built.pages[0])
    assert number.x + number.line.width < first.x + first.line.x


def test_groups_draw_their_border_and_background_on_each_page() -> None:
    style = restyled(
        "source_notes",
        background_color="#f1f4f7",
        border_top=Border(1.0, "#000000"),
        border_bottom=Border(1.0, "#000000"),
        padding_left=12.0,
    )
    blocks = tuple(paragraph(LONG) for _ in range(12))
    built = pages(Group("source_notes", blocks), style=style)
    fills = [[item for item in page.behind if isinstance(item, Fill)] for page in built.pages]
    strokes = [[item for item in page.behind if isinstance(item, Stroke)] for page in built.pages]
    assert len(built.pages) > 1
    assert all(len(found) == 1 for found in fills)
    assert [len(found) for found in strokes] == [1, *[0] * (len(strokes) - 2), 1]
    assert lines(built.pages[0])[0].x == pytest.approx(STYLE.page.margin_left + 12)


def test_columns_fill_one_after_the_other_and_end_level() -> None:
    style = restyled("transcript_body", columns=2, column_gap=20.0)
    texts = [f"第{n}段{LONG}" for n in range(24)]
    built = pages(Group("transcript_body", tuple(map(paragraph, texts))), style=style)
    assert text_of(built) == "".join(texts)
    last = lines(built.pages[-1])
    lefts = sorted({line.x for line in last})
    assert len(lefts) == 2
    ends = [max(line.y for line in last if line.x == left) for left in lefts]
    assert abs(ends[0] - ends[1]) < 5 * STYLE.rule("paragraph").line_height


def test_a_block_may_start_a_column() -> None:
    style = restyled("transcript_body", columns=2, column_gap=20.0)
    rule = msgspec.structs.replace(style.rule("speech_section"), break_before="column")
    style = msgspec.structs.replace(style, rules={**style.rules, "speech_section": rule})
    blocks = (paragraph("甲"), paragraph("乙", role="speech_section"), paragraph("丙"))
    first, second, third = lines(pages(Group("transcript_body", blocks), style=style).pages[0])
    assert first.x < second.x == third.x
    assert second.y < third.y


def test_no_row_of_a_table_is_left_alone() -> None:
    for before in range(26, 34):
        built = pages(*(paragraph("一行。") for _ in range(before)), table(4))
        for page in built.pages:
            found = [words(line) for line in lines(page) if words(line).startswith("指标")]
            assert len([word for word in found if word != "指标"]) != 1


def test_footnotes_stand_at_the_foot_of_the_page_that_calls_them() -> None:
    note = Note((Text("注释的话"),))
    calling = Paragraph((Text("前"), note, Text("后")))
    built = pages(
        *(paragraph(LONG) for _ in range(5)), calling, *(paragraph(LONG) for _ in range(20))
    )
    for page in built.pages:
        found = [line for line in lines(page) if built.parts[line.part].kind == "note"]
        if any("前" in words(line) for line in lines(page)):
            assert [words(line) for line in found] == ["1 注释的话"]
            assert found[0].y == max(line.y for line in lines(page))
        else:
            assert found == []


def test_notes_in_tables_are_not_lost() -> None:
    cell = Cell((Paragraph((Text("格"), Note((Text("表注"),))), "table_cell"),))
    built = pages(Table((Column(align="right"),), (), (Row((cell,)),)))
    assert "表注" in text_of(built)


def test_a_note_may_call_a_note() -> None:
    inner = Note((Text("内注"),))
    built = pages(Paragraph((Text("甲"), Note((Text("外注"), inner)))), paragraph("乙"))
    assert "1 外注2" in text_of(built)
    assert "2 内注" in text_of(built)


@pytest.mark.parametrize("kind", ["line", "column", "bar"])
@pytest.mark.parametrize("values", [(), ("1",), ("-5", "5", "0"), ("NaN", "x", "Infinity")])
def test_charts_of_odd_values_are_drawn(kind: str, values: tuple[str, ...]) -> None:
    points = tuple(ChartPoint(value, value) for value in values)
    names = tuple(f"类{n}" for n, _ in enumerate(values))
    chart = Chart(kind, "题", names, (ChartSeries("", points),), None, "读出")
    text = text_of(pages(chart))
    assert all(name in text for name in names)


def test_links_to_nowhere_are_text_and_noticed() -> None:
    built = pages(Paragraph((Link("¶1", "p1"), Link("¶2", "p2"))), paragraph("甲", anchor="p1"))
    assert [part.target for part in built.parts if part.kind == "link"] == ["p1"]
    assert [notice.params["target"] for notice in built.notices] == ["p2"]


def test_anchors_inside_a_paragraph_stand_at_their_line() -> None:
    content = (Text(LONG), Anchor("here"), Text("后"))
    built = pages(Paragraph((Link("去", "here"),)), Paragraph(content))
    marks = [item for item in built.pages[0].items if getattr(item, "anchor", "") == "here"]
    assert len(marks) == 1
    assert marks[0].y > lines(built.pages[0])[1].y


def test_charts_draw_every_value_and_planned_ones_hollow() -> None:
    points = tuple(
        ChartPoint(value, f"{value}%", value == "9") for value in ("13.75", "11.95", "9")
    )
    chart = Chart(
        "line", "漏损率", ("2022年", "目前", "2025年"), (ChartSeries("", points),), "%", "读出"
    )
    for kind in ("line", "column", "bar"):
        built = pages(msgspec.structs.replace(chart, kind=kind))
        page = built.pages[0]
        text = text_of(built)
        assert all(point.label in text for point in points)
        assert all(category in text for category in chart.categories)
        if kind == "line":
            assert [item.hollow for item in page.items if isinstance(item, Dot)] == [
                False,
                False,
                True,
            ]
        else:
            bars = [item for item in page.items if isinstance(item, Fill)]
            assert [bar.frame > 0 for bar in bars] == [False, False, True]
        figure = next(part for part in built.parts if part.kind == "figure")
        assert figure.text == "读出"
        assert figure.box is not None
        assert figure.box[1] >= STYLE.page.margin_top


def test_charts_of_a_group_with_columns_stand_abreast_on_one_base_line() -> None:
    points = (ChartPoint("1", "1%"), ChartPoint("2", "2%"), ChartPoint("3", "3%"))
    short = Chart("line", "题", ("一", "二", "三"), (ChartSeries("", points),), "%", "读出")
    long = msgspec.structs.replace(short, title="很长的题目" * 12, caption=(Text("图2"),))
    built = pages(Group("charts", (short, long)), style=restyled("charts", columns=3))
    figures = [part for part in built.parts if part.kind == "figure"]
    (left, right) = [part.box for part in figures]
    assert left is not None
    assert right is not None
    assert left[2] <= right[0]
    assert left[3] == right[3]
    assert left[1] > right[1]


def test_long_names_beside_bars_are_broken() -> None:
    points = (ChartPoint("1", "1%"), ChartPoint("2", "2%"))
    names = ("很长的名称" * 12, "短")
    chart = Chart("bar", "题", names, (ChartSeries("", points),), "%", "读出")
    (page,) = pages(chart).pages
    bars = [item for item in page.items if isinstance(item, Fill)]
    assert min(bar.x for bar in bars) > max(
        line.x + line.line.width for line in lines(page) if "名称" in words(line)
    )


def test_what_starts_a_page_goes_on_where_text_has_just_run_over() -> None:
    style = restyled("heading_1", break_before="page")
    count = next(n for n in range(20, 60) if len(pages(*[paragraph("一行")] * n).pages) == 2)
    assert len(pages(*[paragraph("一行")] * (count + 1), heading("二"), style=style).pages) == 2
    assert len(pages(*[paragraph("一行")] * (count - 1), heading("二"), style=style).pages) == 2
    assert len(pages(*[paragraph("一行")] * (count + 25), heading("二"), style=style).pages) == 3


def test_a_list_of_numbers_leaves_room_to_the_other_columns() -> None:
    columns = (Column(4.0), Column(13.0), Column(5.0, "right"))
    cells = ("宗霞", "念好“山字经”，做好“旅文章”。" * 6, "2–4、14、16、35、47、57、68、75–76、80")
    (page,) = pages(Table(columns, (), (row(*cells),))).pages
    assert "宗霞" in [words(line) for line in lines(page)]
    assert "".join(map(words, lines(page))).count("、") == 8
    assert sum("–" in words(line) or "、" in words(line) for line in lines(page)) > 1


def test_a_column_is_as_wide_as_its_widest_number_with_its_unit() -> None:
    columns = (Column(8.0), Column(1.0), Column(8.0))
    long = "水资源刚性约束持续加强，" * 5
    (page,) = pages(
        Table(columns, (), (row(long, "2020-2022年", long), row("甲", "每年每月每日", "乙")))
    ).pages
    assert "2020-2022年" in [words(line) for line in lines(page)]


def test_a_font_that_is_not_installed_is_noticed() -> None:
    song = msgspec.structs.replace(STYLE.typefaces["song"], chain=("No Such Font", "shipped:song"))
    style = msgspec.structs.replace(STYLE, typefaces={**STYLE.typefaces, "song": song})
    (notice,) = pages(paragraph("甲"), style=style).notices
    assert notice.code == "writers.pdf-font-replaced"
    assert notice.params["name"] == "No Such Font"


def test_running_lines_differ_on_first_and_even_pages() -> None:
    setup = msgspec.structs.replace(
        STYLE.page,
        head=None,
        head_first=None,
        foot=RunningLine(right="第{page}页，共{pages}页"),
        foot_even=RunningLine(left="{page}"),
        foot_first=RunningLine(),
    )
    style = msgspec.structs.replace(STYLE, page=setup)
    built = pages(*(paragraph(LONG) for _ in range(14)), style=style)
    feet = [[words(i) for i in page.foot if isinstance(i, TextLine)] for page in built.pages]
    assert feet[:3] == [[], ["2"], [f"第3页，共{len(built.pages)}页"]]


def test_a_head_too_long_for_its_line_is_cut_with_an_ellipsis() -> None:
    setup = msgspec.structs.replace(STYLE.page, head=RunningLine(left="{title}"), head_first=None)
    style = msgspec.structs.replace(STYLE, page=setup)
    long = msgspec.structs.replace(document(paragraph("甲")), title="题" * 200)
    (head,) = [i for i in paginate(long, style).pages[0].head if isinstance(i, TextLine)]
    assert words(head).endswith("…")
    assert head.line.width <= setup.text_width


def test_mirrored_margins_change_sides_on_even_pages() -> None:
    setup = msgspec.structs.replace(STYLE.page, mirrored=True, margin_left=60.0, margin_right=90.0)
    style = msgspec.structs.replace(STYLE, page=setup)
    built = pages(*(paragraph(LONG) for _ in range(20)), style=style)
    assert {line.x for line in lines(built.pages[0])} == {60.0}
    assert {line.x for line in lines(built.pages[1])} == {90.0}


def test_gongwen_sets_22_lines_of_28_characters() -> None:
    built = pages(paragraph("水" * 28 * 60), style=load("gongwen"))
    page = built.pages[1]
    assert len(lines(page)) == 22
    assert {len(words(line)) for line in lines(page)} == {28}
    pitches = [b.y - a.y for a, b in zip(lines(page), lines(page)[1:], strict=False)]
    millimetre = 72 / 25.4
    assert all(abs(pitch - 225 * millimetre / 22) < 0.05 for pitch in pitches)
    assert lines(page)[0].line.width == pytest.approx(156 * millimetre, abs=0.5 * millimetre)


def test_what_belongs_at_the_foot_stands_there() -> None:
    box = Group("imprint_box", (paragraph("抄送：各县", role="imprint"),))
    built = pages(paragraph("甲"), box)
    last = lines(built.pages[0])[-1]
    bottom = STYLE.page.height - STYLE.page.margin_bottom
    assert words(last) == "抄送：各县"
    assert bottom - last.y < STYLE.rule("imprint").line_height


def test_a_character_that_no_face_has_is_a_named_error_without_a_substitute() -> None:
    style = msgspec.structs.replace(STYLE, fallback_character="")
    with pytest.raises(WriteError) as caught:
        pages(paragraph("甲\u0b95"), style=style)
    assert caught.value.params == {"character": "\u0b95", "point": "U+0B95"}


def test_the_shipped_styles_substitute_such_characters() -> None:
    built = pages(paragraph("甲\u0b95乙"))
    assert text_of(built) == "甲〓乙"
    assert [notice.code for notice in built.notices] == ["writers.pdf-substituted"]


def test_control_characters_are_left_out_and_counted() -> None:
    built = pages(paragraph("甲\x00\x07乙\u202e丙\ud800丁"))
    assert text_of(built) == "甲乙丙丁"
    assert [notice.params for notice in built.notices] == [{"count": "4"}]


def test_a_word_of_ten_thousand_letters_is_broken() -> None:
    assert text_of(pages(paragraph("w" * 10_000))) == "w" * 10_000


WORDS = st.text("水资源保护。，、《》“”2024GDP 5%—…", min_size=1, max_size=300)
BLOCKS = st.one_of(
    st.builds(lambda w: paragraph(w), WORDS),
    st.builds(lambda w: heading(w, contents=False), WORDS),
    st.builds(lambda w: Paragraph((Text(w),), "speech", number="7"), WORDS),
    st.builds(lambda w: Table((Column(), Column()), (), (row(w, w),)), WORDS),
    st.builds(lambda ws: Group("exchange", tuple(map(paragraph, ws))), st.lists(WORDS, max_size=4)),
)


@settings(max_examples=30, deadline=None)
@given(st.lists(BLOCKS, max_size=12))
def test_no_text_is_lost_and_nothing_leaves_its_page(blocks: list[Block]) -> None:
    built = pages(*blocks)
    given_text = "".join(_texts(blocks)).replace(" ", "")
    assert sorted(text_of(built).replace(" ", "")) == sorted(given_text)
    setup = STYLE.page
    for page in built.pages:
        for line in lines(page):
            assert setup.margin_top <= line.y <= setup.height - setup.margin_bottom + 1


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield (block.number or "") + block.content[0].text
            case Heading():
                yield block.content[0].text
            case Table():
                yield from (cell.blocks[0].content[0].text for cell in block.rows[0].cells)
            case Group():
                yield from _texts(block.blocks)


def test_hidden_roles_are_not_printed() -> None:
    style = restyled("paragraph", display="none")
    assert text_of(pages(paragraph("甲"), heading("乙"), style=style)) == "乙"


def test_entries_of_the_contents_stay_on_their_line() -> None:
    built = pages(Contents("", 3), heading("节", 2), heading("小节", 3))
    entries = [line for line in lines(built.pages[0]) if built.parts[line.part].kind == "reference"]
    assert [words(line) for line in entries] == ["节1", "小节1"]
    ends = [line.x + line.line.x + line.line.width for line in entries]
    assert ends == pytest.approx([STYLE.page.width - STYLE.page.margin_right] * 2)
