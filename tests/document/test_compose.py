"""The composition: sections by the plan, links both ways, nothing that the briefing doesn't say."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest

from exporter.briefing.model import (
    AnnouncementPart,
    Briefing,
    Excerpt,
    Fact,
    KeyPoint,
    PeriodFrom,
    Quantity,
    SourceNotes,
    Status,
)
from exporter.document.charts import label_of
from exporter.document.cited import anchors, places
from exporter.document.compose import SECTIONS, compose
from exporter.document.damage import runs
from exporter.document.dates import printed
from exporter.document.figures import PANEL_COLUMNS, change, indicator, key_figures
from exporter.document.figures import period as period_of
from exporter.document.front import series_and_title
from exporter.document.lines import lines
from exporter.document.model import (
    Block,
    Chart,
    Document,
    Group,
    Heading,
    Inline,
    Link,
    List,
    PageBreak,
    Paragraph,
    Row,
    Table,
    Text,
)
from exporter.document.ordinals import ordinal
from exporter.document.plan import SECTIONS as KNOWN
from exporter.document.plan import Letterhead, Plan, SectionSpec
from exporter.document.quantities import parts
from exporter.document.roles import ROLES, ancestry
from exporter.document.setting import Setting, ranges
from exporter.notices import Notice
from exporter.styling.find import shipped
from exporter.styling.load import load
from tests.sample import LINES, sample_briefing, sample_document

EVERYTHING = Plan(
    tuple(SectionSpec(name, form=forms[-1]) for name, (_, forms) in KNOWN.items()),
    letterhead=Letterhead(
        name="昭通市人民政府新闻办公室文件",
        document_number="昭新办〔2024〕1号",
        issuer="昭通市人民政府新闻办公室",
        signatory="昭通市人民政府新闻办公室",
        copy_to="巧家县人民政府。",
        editor_note="供参阅。",
        addressee="各成员单位：",
    ),
)


def composed(
    *sections: SectionSpec | str, briefing: Briefing | None = None, **plan: object
) -> Document:
    specs = tuple(SectionSpec(one) if isinstance(one, str) else one for one in sections)
    return compose(briefing or sample_briefing(), Plan(specs, **plan)).value  # type: ignore[arg-type]


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Group):
            yield from walk(block.blocks)
        if isinstance(block, Table):
            for row in (*block.head, *block.rows):
                for cell in row.cells:
                    yield from cell.blocks


def words(document: Document) -> str:
    return "\n".join(
        "".join(inline.text for inline in inlines if isinstance(inline, Text | Link))
        for _, inlines in places(document.blocks)
    )


def said_in(content: tuple[Inline, ...]) -> str:
    return "".join(inline.text for inline in content if isinstance(inline, Text | Link))


def roles(document: Document) -> set[str]:
    found = {block.role for block in walk(document.blocks) if hasattr(block, "role")}
    return found | {
        inline.role
        for _, inlines in places(document.blocks)
        for inline in inlines
        if isinstance(inline, Text | Link)
    }


def test_every_section_of_the_vocabulary_is_composed() -> None:
    assert set(SECTIONS) == set(KNOWN)


@pytest.mark.parametrize("style", shipped())
def test_every_link_has_its_target_and_every_anchor_is_unique(style: str) -> None:
    document = sample_document(style)
    names = list(anchors(document.blocks))
    assert len(names) == len(set(names))
    targets = {
        inline.target
        for _, inlines in places(document.blocks)
        for inline in inlines
        if isinstance(inline, Link)
    }
    assert targets <= set(names)
    backs = {b.back for b in walk(document.blocks) if isinstance(b, Paragraph) and b.back}
    assert backs <= set(names)


@pytest.mark.parametrize("style", shipped())
def test_every_paragraph_of_the_transcript_is_printed_in_order(style: str) -> None:
    text = words(sample_document(style))
    at = 0
    for line in LINES.values():
        for piece in line.split("\t"):
            at = text.index(piece, at if piece != LINES["p1"] else 0)


def test_all_forms_of_all_sections_use_known_roles_and_go_to_json_and_back() -> None:
    for form in range(4):
        specs = tuple(
            SectionSpec(name, form=forms[min(form, len(forms) - 1)])
            for name, (_, forms) in KNOWN.items()
        )
        document = compose(
            sample_briefing(), msgspec.structs.replace(EVERYTHING, sections=specs)
        ).value
        assert roles(document) <= set(ROLES)
        names = list(anchors(document.blocks))
        assert len(names) == len(set(names))
        assert msgspec.json.decode(msgspec.json.encode(document), type=Document) == document


def test_rows_of_tables_add_up_to_their_columns() -> None:
    for block in walk(compose(sample_briefing(), EVERYTHING).value.blocks):
        if isinstance(block, Table):
            for row in (*block.head, *block.rows):
                assert sum(cell.columns for cell in row.cells) == len(block.columns)


def test_sections_stand_in_the_order_of_the_plan() -> None:
    document = composed("people", "transcript", "key_points", "title")
    found = [b.anchor for b in document.blocks if isinstance(b, Heading)]
    assert found == ["s-people", "s-transcript", "s-key-points", "s-title"]


def test_a_section_with_nothing_to_show_is_left_out_with_its_heading() -> None:
    empty = msgspec.structs.replace(sample_briefing(), key_points=(), exchanges=(), figures=())
    document = composed("key_points", "exchanges", "key_figures", "all_figures", briefing=empty)
    assert document.blocks == ()


def test_a_section_may_start_a_page_have_other_words_or_none() -> None:
    document = composed(SectionSpec("people", heading="出席", new_page=True))
    assert isinstance(document.blocks[0], PageBreak)
    assert document.blocks[1] == Heading(2, (Text("出席"),), "page_title", anchor="s-people")
    assert not any(
        isinstance(b, Heading) for b in composed(SectionSpec("people", heading="")).blocks
    )


def test_key_points_cite_their_paragraphs_and_the_paragraphs_cite_back() -> None:
    document = composed("key_points", "transcript")
    first = document.blocks[1]
    assert isinstance(first, List)
    assert first.items[0].content[-1] == Link("¶4", "p4", role="source_mark")
    paragraphs = {b.anchor: b for b in walk(document.blocks) if isinstance(b, Paragraph)}
    assert paragraphs["p4"].back == "k1"
    assert paragraphs["p4"].number == "4"
    assert paragraphs["p2"].back is None


def test_without_marks_the_words_are_the_link_and_without_transcript_there_is_none() -> None:
    bare = composed("key_points", "transcript", source_marks=False)
    assert isinstance(bare.blocks[1], List)
    assert [type(inline) for inline in bare.blocks[1].items[0].content] == [Link]
    alone = composed("lead", "key_points", "key_figures", "people", "exchanges", "doubts")
    assert not [1 for _, inlines in places(alone.blocks) for i in inlines if isinstance(i, Link)]
    assert "¶" not in words(alone)


def test_marks_may_be_words() -> None:
    assert "（第4段）" in words(composed("key_points", "transcript", mark_words=True))


def test_done_and_planned_figures_are_kept_apart() -> None:
    table = composed("key_figures").blocks[1]
    assert isinstance(table, Table)
    groups = [row.cells[0].blocks[0].content for row in table.rows if row.group]
    assert groups == [(Text("已完成"),), (Text("计划与目标"),)]
    done = [row.group for row in table.rows].index(True, 1)
    assert [row_text(row)[0] for row in table.rows[done + 1 :]] == [
        "城市公共供水管网漏损率",
        "投资",
    ]


def row_text(row: Row) -> list[str]:
    return [
        "".join(
            inline.text for p in cell.blocks for inline in p.content if isinstance(inline, Text)
        )
        for cell in row.cells
    ]


@pytest.mark.parametrize("form", ["panel", "table"])
def test_an_english_name_is_told_to_have_risen(form: str) -> None:
    briefing = sample_briefing()
    risen = msgspec.structs.replace(
        next(fact for fact in briefing.figures if fact.key),
        indicator="exports of fish",
        change="increase",
        comparison_base=None,
    )
    told = msgspec.structs.replace(briefing, figures=(risen,))
    shown = words(composed(SectionSpec("key_figures", form=form), briefing=told))
    assert "Exports of fish" in shown
    assert "↑" in shown


def test_limits_keep_the_most_wanted() -> None:
    table = composed(SectionSpec("key_figures", limit=2)).blocks[1]
    assert isinstance(table, Table)
    assert [row_text(row)[1] for row in table.rows] == ["550.42", "11.95"]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("550.42平方公里", ("", "550.42", "平方公里")),
        ("超38万", ("超", "38", "万")),
        ("第11名", ("第", "11", "名")),
        ("1,669件", ("", "1,669", "件")),
        ("100%", ("", "100", "%")),
        ("9%以内", ("", "9", "%以内")),
        ("10—20个", None),
        ("三分之一", None),
        ("約3 800個", ("約", "3 800", "個")),
        ("约12\u202f500\u202f000户", ("约", "12\u202f500\u202f000", "户")),
        ("大約兩成", None),
        ("第一名", None),
        ("一萬二千多人", None),
        ("十五六个", None),
        ("約12萬2千箱", ("約", "12", "萬2千箱")),
        ("7億2,000萬美元", ("", "7", "億2,000萬美元")),
        ("2 1世纪", None),
        ("3月5日至4月", None),
        ("", None),
    ],
)
def test_a_quantity_is_cut_and_never_changed(text: str, cut: tuple[str, ...] | None) -> None:
    fact = Fact("x", Quantity(text, "other"), "p1", 0, (0, 1), (), "r")
    found = parts(fact)
    assert found == cut
    if found:
        assert "".join(found) == text


def _panel(text: str, unit: str, status: Status = "actual") -> tuple[str, str]:
    """The number's line of a panel, and the line below it."""
    fact = Fact(
        "x", Quantity(text, "mass", unit=unit), "p1", 0, (0, 1), (), "r", "Output", key=True, rank=1
    )
    fact = msgspec.structs.replace(fact, status=status, period="2025", period_from="sentence")
    briefing = msgspec.structs.replace(sample_briefing(), figures=(fact,), language="en")
    spec = SectionSpec("key_figures", form="panel")
    setting = Setting(briefing, Plan(sections=(spec,)), printed=frozenset({"p1"}))
    made = key_figures(setting, spec)
    (panel,) = (b for block in made for b in _within(block) if isinstance(b, Table))
    _, value, note = panel.rows[0].cells[0].blocks
    return _printed(value), _printed(note)


def _within(block: Block) -> Iterator[Block]:
    yield block
    if isinstance(block, Group):
        yield from block.blocks


def _printed(block: Block) -> str:
    assert isinstance(block, Paragraph)
    return "".join(part.text for part in block.content if isinstance(part, Text | Link))


def test_no_line_ends_within_a_number_in_groups_of_three() -> None:
    said = "2024年，一般公屋申請約有120 300宗，在2024 年9月共 1 250 000 人"
    kept = "2024年，一般公屋申請約有120\u00a0300宗，在2024 年9月共 1\u00a0250\u00a0000 人"
    assert "".join(part.text for part in runs(said) if isinstance(part, Text)) == kept
    linked = Setting(sample_briefing(), Plan((), source_marks=False), printed=frozenset({"p1"}))
    (link,) = linked.words_of(said, "p1")
    assert isinstance(link, Link)
    assert link.text == kept


@pytest.mark.parametrize(
    ("text", "unit", "value", "note"),
    [
        ("642.5 billion yuan", "yuan", "642.5\u00a0billion yuan", "2025"),
        ("3.86 million metric tons", "metric tons", "3.86\u00a0million", "metric tons, 2025"),
        ("7億2,000萬美元", "美元", "7億2,000萬\u00a0美元", "2025"),
        ("1兆2,300億元", "元", "1兆2,300億\u00a0元", "2025"),
    ],
)
def test_a_panel_keeps_its_numbers_in_one_line(text: str, unit: str, value: str, note: str) -> None:
    shown, below = _panel(text, unit)
    assert shown == value
    assert below.startswith(note)


def test_a_row_of_long_numbers_keeps_the_columns_even() -> None:
    long = Quantity("7億2,000萬美元", "money", unit="美元")
    facts = [Fact(f"f{i}", long, "p1", i, (0, 1), (), "r", "產值") for i in range(PANEL_COLUMNS)]
    few, many = (_first_cells(tuple(facts[:n])) for n in (1, PANEL_COLUMNS))
    assert few == ["7億2,000萬\u00a0美元"]
    assert many == ["7\u00a0億2,000萬美元"] * PANEL_COLUMNS


def _first_cells(facts: tuple[Fact, ...]) -> list[str]:
    """The number's lines of a panel's first row."""
    facts = tuple(msgspec.structs.replace(fact, key=True, rank=1) for fact in facts)
    briefing = msgspec.structs.replace(sample_briefing(), figures=facts)
    spec = SectionSpec("key_figures", form="panel")
    setting = Setting(briefing, Plan(sections=(spec,)), printed=frozenset({"p1"}))
    blocks = key_figures(setting, spec)
    (panel,) = (b for block in blocks for b in _within(block) if isinstance(b, Table))
    return [_printed(cell.blocks[1]) for cell in panel.rows[0].cells[: len(facts)]]


@pytest.mark.parametrize(
    ("base", "printed"),
    [
        ("同比", "同比↑"),
        ("較上年", "较上年↑"),
        ("是去年同期", "较去年同期↑"),
        ("至2019年同期", "较2019年同期↑"),
        ("由74%", "较74%↑"),
    ],
)
def test_what_a_figure_is_compared_with(base: str, printed: str) -> None:
    fact = Fact("x", Quantity("80%", "percent"), "p1", 0, (0, 1), (), "r")
    fact = msgspec.structs.replace(fact, change="increase", comparison_base=base)
    assert change(Setting(sample_briefing(), Plan(())), fact) == printed


def test_a_tag_that_has_no_room_goes_below_the_number() -> None:
    value, note = _panel("1.4 trillion yuan in all", "yuan", "target")
    assert "target" not in value
    assert note.endswith("target\u00a0\u00a0\u00a0¶1")  # the box has air before the mark


@pytest.mark.parametrize(
    ("text", "approx", "cut"),
    [
        ("65%", "不低于", ("不低于", "65", "%")),
        ("9%", "以内", ("", "9", "%以内")),
        ("3700余次", "余", ("", "3700", "余次")),
        ("4,300 hulls", "roughly", ("roughly ", "4,300", " hulls")),
    ],
)
def test_a_bound_that_the_source_sets_is_printed(
    text: str, approx: str, cut: tuple[str, ...]
) -> None:
    quantity = Quantity(text, "other", approx=approx)
    assert parts(Fact("x", quantity, "p1", 0, (0, 1), (), "r")) == cut


@pytest.mark.parametrize(
    ("status", "period", "shown"),
    [
        ("plan", "2020年以来", ""),
        ("actual", "2020年以来", "2020年以来"),
        ("plan", "2025年", "2025年"),
    ],
)
def test_a_plan_is_not_dated_by_what_has_gone_on_since(
    status: Status, period: str, shown: str
) -> None:
    quantity = Quantity("3245万吨", "mass")
    fact = Fact("x", quantity, "p1", 0, (0, 1), (), "r", period=period, status=status)
    setting = Setting(sample_briefing(), Plan(sections=()))
    assert period_of(setting, fact) == shown


@pytest.mark.parametrize(
    ("indicator", "period", "shown"),
    [
        ("医院总投资", "2021年10月28日", ""),
        ("医院总投资", "2021年", "2021年"),
        ("接待游客", "2021年10月28日", "2021年10月28日"),
        ("年均气温", "年均", ""),
        ("气温", "年均", "年均"),
    ],
)
def test_what_works_measure_is_not_of_a_day(indicator: str, period: str, shown: str) -> None:
    quantity = Quantity("30亿元", "money")
    fact = Fact("x", quantity, "p1", 0, (0, 1), (), "r", indicator=indicator, period=period)
    assert period_of(Setting(sample_briefing(), Plan(sections=())), fact) == shown


def test_a_chart_has_its_values_as_printed_and_an_alternative_that_reads_them() -> None:
    group = composed("charts").blocks[1]
    assert isinstance(group, Group)
    chart = group.blocks[0]
    assert isinstance(chart, Chart)
    assert chart.kind == "line"
    assert chart.reverse
    assert [p.value for p in chart.series[0].points] == ["29", "17", "11"]
    assert chart.alternative == "水环境质量全国排名：2021年第29名，2022年第17名，2023年第11名"


def test_the_alternative_of_a_chart_calls_planned_what_is_planned() -> None:
    briefing = sample_briefing()
    last = briefing.series[0].facts[-1]
    figures = tuple(
        msgspec.structs.replace(fact, status="plan") if fact.id == last else fact
        for fact in briefing.figures
    )
    group = composed("charts", briefing=msgspec.structs.replace(briefing, figures=figures)).blocks[
        1
    ]
    assert isinstance(group, Group)
    chart = group.blocks[0]
    assert isinstance(chart, Chart)
    assert chart.alternative.endswith("2022年第17名，2023年第11名（计划）")


def test_no_chart_of_fewer_than_three_values_or_of_two_units() -> None:
    briefing = sample_briefing()
    series = briefing.series[0]
    short = msgspec.structs.replace(
        series, categories=series.categories[:2], facts=series.facts[:2]
    )
    mixed = msgspec.structs.replace(series, facts=("x1", "x6", "x8"))
    for wrong in (short, mixed, msgspec.structs.replace(series, facts=("x6", "x7", "gone"))):
        changed = msgspec.structs.replace(briefing, series=(wrong,))
        assert composed("charts", briefing=changed).blocks == ()


def points(*texts: str) -> tuple[KeyPoint, ...]:
    """Key points of the sample's first paragraph, ranked in the order given."""
    cut = sample_briefing().key_points[0].excerpt.cuts
    return tuple(KeyPoint(Excerpt(text, cut), rank=at) for at, text in enumerate(texts, 1))


@pytest.mark.parametrize(
    ("texts", "concluded"),
    [
        (("甲。" * 15, "乙。" * 15, "丙。", "丁。"), (0, 1)),
        # a second one only as far as there is room
        (("甲。" * 30, "乙。" * 15, "丙。", "丁。"), (0, 2)),
        (("甲。" * 30, "乙。" * 15, "丙。" * 15, "丁。" * 15, "戊。"), (0,)),
        # a list of at least two is left
        (("甲。", "乙。", "丙。"), (0,)),
        (("甲。", "乙。"), ()),
    ],
)
def test_a_conclusion_is_the_best_key_points_and_the_list_has_the_rest(
    texts: tuple[str, ...], concluded: tuple[int, ...]
) -> None:
    briefing = msgspec.structs.replace(sample_briefing(), key_points=points(*texts))
    lead = SectionSpec("lead", form="conclusion")
    document = composed(lead, "key_points", briefing=briefing)
    said = [said_in(p.content) for p in walk(document.blocks) if isinstance(p, Paragraph)]
    listed = [said_in(i.content) for b in document.blocks if isinstance(b, List) for i in b.items]
    assert len(listed) == len(texts) - len(concluded)
    for at, text in enumerate(texts):
        assert any(text in one for one in (said if at in concluded else listed))


@pytest.mark.parametrize(
    ("entities", "text", "label"),
    [
        (("永善县",), "投资9.99亿元。", "永善县："),
        # the point names it, there are two, or it is no place
        (("永善县",), "永善投资9.99亿元。", ""),
        (("永善县", "巧家县"), "投资9.99亿元。", ""),
        (("市水利局",), "投资9.99亿元。", ""),
    ],
)
def test_a_key_point_of_one_place_says_which(
    entities: tuple[str, ...], text: str, label: str
) -> None:
    briefing = sample_briefing()
    facts = tuple(
        Fact(f"x{at}", Quantity("9.99亿元", "money"), "p4", 0, (0, 1), (), "hand", entity=entity)
        for at, entity in enumerate(entities)
    )
    (point,) = points(text)
    point = msgspec.structs.replace(point, facts=tuple(fact.id for fact in facts))
    made = msgspec.structs.replace(briefing, key_points=(point,), figures=facts)
    document = composed("key_points", briefing=made)
    (listed,) = (block for block in document.blocks if isinstance(block, List))
    assert said_in(listed.items[0].content).startswith(label + text)


def test_headings_with_nothing_under_them_are_points() -> None:
    briefing = sample_briefing()
    first = briefing.announcements[0]
    cut = first.parts[0].heading or first.parts[0].points[0]
    bare = AnnouncementPart(msgspec.structs.replace(cut, text="做好宣传。"), ())
    told = AnnouncementPart(msgspec.structs.replace(cut, text="加快治理。"), (cut,))
    made = msgspec.structs.replace(first, parts=(bare, bare, told, bare))
    document = composed(
        "announcements", briefing=msgspec.structs.replace(briefing, announcements=(made,))
    )
    headings = [b for b in document.blocks if isinstance(b, Heading) and b.level == 4]
    counts = [len(b.items) for b in document.blocks if isinstance(b, List)]
    assert [said_in(heading.content).split("。")[0][:4] for heading in headings] == ["加快治理"]
    assert counts == [2, 2]


def test_doubts_of_turns_are_told_by_paragraph() -> None:
    briefing = sample_briefing()
    turn = next(turn for turn in briefing.transcript.turns if turn.paragraphs)
    notice = Notice("transcript.unknown-speaker", "warning", {"turn": turn.id, "label": ""})
    document = composed(
        "doubts", briefing=msgspec.structs.replace(briefing, notices=(notice, notice))
    )
    (listed,) = (block for block in document.blocks if isinstance(block, List))
    number = turn.paragraphs[0].id.removeprefix("p")
    said = [said_in(item.content) for item in listed.items]
    assert sum(f"原文未写明发言人（第{number}段）" in one for one in said) == 1


def test_a_column_of_nothing_is_left_out() -> None:
    briefing = sample_briefing()
    people = tuple(msgspec.structs.replace(p, topics=()) for p in briefing.people)
    made = msgspec.structs.replace(briefing, people=people)
    document = composed("people", "transcript", briefing=made)
    table = next(b for b in document.blocks if isinstance(b, Table) and b.role == "people_table")
    assert len(table.columns) == 4


def test_a_role_that_is_the_office_is_told_once() -> None:
    briefing = sample_briefing()
    people = tuple(
        msgspec.structs.replace(p, role="spokesperson", org=None, office="发布人", topics=())
        for p in briefing.people
    )
    made = msgspec.structs.replace(briefing, people=people)
    document = composed("people", "transcript", briefing=made)
    table = next(b for b in document.blocks if isinstance(b, Table) and b.role == "people_table")
    assert [said_in(cell.blocks[0].content) for cell in table.rows[0].cells[:2]] == [
        people[0].name,
        "发布人",
    ]
    assert len(table.columns) == 3


def test_news_have_their_narration_only() -> None:
    briefing = sample_briefing()
    news = msgspec.structs.replace(briefing.transcript, kind="news")
    document = composed("transcript", briefing=msgspec.structs.replace(briefing, transcript=news))
    assert [b.anchor for b in walk(document.blocks) if isinstance(b, Paragraph) and b.anchor] == [
        "p1"
    ]


def test_what_is_not_printed_is_not_linked_to() -> None:
    briefing = sample_briefing()
    news = msgspec.structs.replace(briefing.transcript, kind="news")
    document = composed(
        "key_points",
        "people",
        "key_figures",
        "transcript",
        briefing=msgspec.structs.replace(briefing, transcript=news),
    )
    inlines = [i for _, run in places(document.blocks) for i in run if isinstance(i, Link)]
    assert {link.target for link in inlines} <= {"p1"}
    assert "¶" not in words(composed("key_points"))


def test_rows_of_a_table_of_the_page_are_one_table() -> None:
    tables = [
        b
        for b in walk(composed("transcript").blocks)
        if isinstance(b, Table) and b.role == "source_table"
    ]
    assert [[row.anchor for row in table.rows] for table in tables] == [["p6", "p7"]]


def test_headings_in_the_transcript_have_their_roles() -> None:
    found = {b.anchor: b for b in walk(composed("transcript").blocks) if isinstance(b, Paragraph)}
    assert found["p3"].role == "speech_1"
    assert found["p4"].role == "speech"
    assert found["p4"].content[0] == Text("（一）水土流失治理步伐加快。", role="run_in_2")
    assert found["p5"].content == (Text(LINES["p5"]),)
    assert found["p8"].role == "speech_question"


def test_a_letterhead_that_nobody_filled_prints_nothing() -> None:
    for form in ("none", "gongwen"):
        assert composed(SectionSpec("masthead", form=form)).blocks == ()
    assert composed(SectionSpec("imprint", form="gongwen"), "colophon").blocks == ()
    assert "×" not in words(sample_document("gongwen"))


def test_headings_are_numbered_up_to_the_annex() -> None:
    document = composed(
        "key_points",
        "exchanges",
        SectionSpec("transcript", new_page=True),
        "people",
        number_headings=True,
    )
    lines = words(document).splitlines()
    assert "一、要点" in lines
    assert "二、问答摘要" in lines
    assert "附录　清理后实录" in lines
    assert "人物" in lines


@pytest.mark.parametrize(
    ("level", "number", "zh", "en"),
    [
        (2, 1, "一、", "1. "),
        (2, 10, "十、", "10. "),
        (2, 11, "十一、", "11. "),
        (3, 20, "（二十）", "(20) "),
        (3, 34, "（三十四）", "(34) "),
        (4, 3, "3.", "c) "),
        (2, 100, "100、", "100. "),
    ],
)
def test_ordinals(level: int, number: int, zh: str, en: str) -> None:
    assert (ordinal(level, number, "zh"), ordinal(level, number, "en")) == (zh, en)


def test_headings_below_a_section_are_counted_anew() -> None:
    lines = words(composed("announcements", "exchanges", number_headings=True)).splitlines()
    assert lines[:3] == [
        "一、发布内容",
        "（一）柯恺　市水利局副局长",
        "1.全市水资源保护管理工作开展情况",
    ]
    assert "（一）云南日报：目前全市水环境质量的具体情况如何？" in lines


def test_an_english_briefing_has_no_chinese_but_its_source() -> None:
    briefing = msgspec.structs.replace(
        sample_briefing(), language="en", lead=Excerpt("Water.", ()), date="2024-04-12"
    )
    document = composed("lead", "doubts", "source_notes", briefing=briefing)
    assert "12 April 2024" in words(composed("title", briefing=briefing))
    assert "To be checked" in words(document)
    assert printed("2024-13-40", "en") == "2024-13-40"


def test_runs_of_paragraphs() -> None:
    assert ranges(("p1", "p2", "p3", "p7", "p9", "p10")) == (
        ("p1", "p3"),
        ("p7", "p7"),
        ("p9", "p10"),
    )


def test_composing_is_the_same_twice() -> None:
    assert sample_document() == sample_document()


def test_roles_inherit_to_a_root() -> None:
    for role in ROLES:
        assert ancestry(role)[0] == role
        assert ROLES[ancestry(role)[-1]].parent is None


def test_running_heads_have_their_fields() -> None:
    style = load("plain")
    document = sample_document()
    line = style.page.head
    assert line
    assert line.center.format(page=1, pages=2, **document.fields) == document.title
    assert document.fields["short_title"] == document.title


@pytest.mark.parametrize(
    ("title", "cut"),
    [
        (
            "2024年系列新闻发布会首场：水资源专题新闻发布会",
            ("2024年系列新闻发布会首场", "水资源专题新闻发布会"),
        ),
        (
            "2022年系列新闻发布会（第二场）：攻坚战专场发布会",
            ("2022年系列新闻发布会（第二场）", "攻坚战专场发布会"),
        ),
        ("主题：新闻发布会", ("", "主题：新闻发布会")),
        ("《条例》新闻发布会", ("", "《条例》新闻发布会")),
    ],
)
def test_a_title_is_told_from_its_series(title: str, cut: tuple[str, str]) -> None:
    assert series_and_title(title) == cut


def test_annexes_are_marked_and_listed() -> None:
    document = composed(
        "key_points",
        "annexes",
        SectionSpec("people", new_page=True),
        SectionSpec("transcript", new_page=True),
        annexes=True,
    )
    lines = words(document).splitlines()
    assert "附件：1.人物2.清理后实录" in lines
    assert lines.index("附件1") + 1 == lines.index("人物")
    assert lines.index("附件2") + 1 == lines.index("清理后实录")
    alone = words(composed("annexes", SectionSpec("people", new_page=True), annexes=True))
    assert alone.startswith("附件：人物\n附件\n人物\n")
    assert "附件" not in words(composed("annexes", "people", annexes=True))


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("点位图]抽检合格率", "抽检合格率"),
        ("示意图】抽检", "抽检"),
        ("[甲]类水体占比", "[甲]类水体占比"),
        ("output", "Output"),
        (None, "（未指明）"),
    ],
)
def test_a_name_is_without_the_end_of_a_button(words: str | None, shown: str) -> None:
    fact = Fact("x", Quantity("9%", "percent"), "p1", 0, (0, 1), (), "r", words)
    assert indicator(Setting(sample_briefing(), Plan(())), fact) == shown


def test_the_scope_is_printed_once_and_not_again_in_the_indicator() -> None:
    briefing = sample_briefing()
    own = {"entity": "巧家县", "status": "actual"}
    facts = tuple(
        msgspec.structs.replace(fact, indicator=f"巧家县{fact.indicator}", **own)
        for fact in briefing.figures[:2]
    )
    table = composed(
        "all_figures", briefing=msgspec.structs.replace(briefing, figures=facts)
    ).blocks[2]
    assert isinstance(table, Table)
    assert [row_text(row)[:2] for row in table.rows] == [
        ["巧家县", "新增水土流失综合治理面积"],
        ["", "投资"],
    ]
    assert not table.header_column


@pytest.mark.parametrize("style", shipped())
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_briefing_of_nothing_but_a_title_is_a_document(style: str, language: str) -> None:
    full = sample_briefing()
    transcript = msgspec.structs.replace(
        full.transcript, turns=(), narration=(), headings=(), agenda=(), kind="news"
    )
    bare = Briefing(
        id="x",
        language=language,  # type: ignore[arg-type]
        title="标题",
        kind="news",
        transcript=transcript,
        notes=SourceNotes(path="a/b/page.txt", sha256="0" * 64),
    )
    document = compose(bare, load(style).plan).value
    assert "标题" in words(document)
    assert "page.txt" in words(document)
    assert "a/b" not in words(document)


@pytest.mark.parametrize(
    ("source", "printed_as"),
    [("sentence", "2019年"), ("paragraph", "2019年（推定）"), ("earlier", None)],
)
@pytest.mark.parametrize("form", ["table", "panel", "rows"])
def test_a_period_that_the_sentence_does_not_state_is_marked_or_left_out(
    source: PeriodFrom, printed_as: str | None, form: str
) -> None:
    briefing = sample_briefing()
    told = tuple(
        msgspec.structs.replace(fact, period="2019年", period_from=source)
        for fact in briefing.figures
    )
    briefing = msgspec.structs.replace(briefing, figures=told)
    document = composed(SectionSpec("key_figures", form=form), briefing=briefing)
    shown = str(msgspec.to_builtins(document.blocks))
    if printed_as is None:
        assert "2019年" not in shown
    else:
        assert printed_as in shown
        assert ("推定" in shown) == ("推定" in printed_as)


@pytest.mark.parametrize(
    ("text", "unit", "label"),
    [
        ("34.95万亩", "亩", "34.95万"),
        ("92%", "%", "92"),
        ("第29名", None, "第29名"),
        ("两成", "成", "两"),
    ],
)
def test_the_label_of_a_value_leaves_the_unit_to_the_title(
    text: str, unit: str | None, label: str
) -> None:
    fact = msgspec.structs.replace(
        sample_briefing().figures[0], quantity=Quantity(text, "percent", unit=unit)
    )
    assert label_of(fact, unit) == label


def test_the_notes_tell_nothing_twice() -> None:
    briefing = sample_briefing()
    notes = msgspec.structs.replace(
        briefing.notes,
        reporters=("李然",),
        read_count=6204,
        published_date="2025-06-13",
        fields={"作者": "李然", "阅读": "6,204", "發布日期": "114-06-13", "索引号": "530600"},
    )
    told = composed("source_notes", briefing=msgspec.structs.replace(briefing, notes=notes))
    words = "\n".join(lines(told))
    assert not any(again in words for again in ("作者", "6,204", "114-06-13"))
    assert "530600" in words


def test_a_rank_has_no_years_of_an_earlier_sentence() -> None:
    briefing = sample_briefing()
    fact = msgspec.structs.replace(
        briefing.figures[0],
        quantity=Quantity("第一", "rank"),
        period="过去十年",
        period_from="paragraph",
    )
    setting = Setting(briefing, Plan(()))
    assert period_of(setting, fact) == ""
    assert period_of(setting, msgspec.structs.replace(fact, period_from="sentence")) == "过去十年"
