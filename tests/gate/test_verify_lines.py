"""Printed lines against the lines of a source: what is told and what passes."""

from __future__ import annotations

import pytest

from exporter.briefing.checks.known import Known
from exporter.briefing.checks.readback import TextPage
from exporter.briefing.checks.verify import verify_text

TABLE = (
    "苗立群\t三北局副局长\t发布人\t早年栽的杨树出现了大面积的退化，怎么解决？\t11",
    "Initial claims\t2,950\tJanuary 2025\tIngrid Brandvold\t¶13",
    "Sign up for the weekly newsletter Enter your email SUBSCRIBE",
)


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        (("大面积的退化，怎么", "解决？", "11"), []),
        (("大面积的退化，怎么", "解决？", "13"), ["13"]),
        (("苗立群 三北局副局长 发布人 早年栽的杨树出现了", "11"), ["11"]),
        (("Initial claims 2,950 January ", "2025"), []),
        (("Initial claims 2,950 January ", "2026"), ["2026"]),
        (("Sign up for the weekly newsletter Enter your email ", "SUBSCRIBE 6"), []),
        (("Sign up for our weekly newsletter Enter your email ", "SUBSCRIBE 6"), ["6"]),
    ],
)
def test_a_number_alone_in_its_line_belongs_to_the_cell_above_or_beside(
    printed: tuple[str, ...], wanted: list[str]
) -> None:
    found = verify_text([TextPage(1, printed)], Known(TABLE))
    assert [mismatch.text for mismatch in found if mismatch.kind == "number"] == wanted


SPEECHES = (
    "苗立群",
    "早期的防护林，树种单一，七成是杨树。",
    "陶格斯",
    "各位好。去年全区林沙产业产值做到了545亿元。",
    "苗立群",
    "12 关于社会资本，现在已有30多项支持措施。",
    "全省公路总里程\v9.06 万公里\v2025年8月底\t农村公路里程\v8.06 万公里\v2025年8月底",
    "指标\t数值\t时期\t变化\t发言人\t出处",
    "交通运输成就新闻发布会文字实录全文（2025年9月16日）",
    "发布会简报",
    "陶格斯　总工程师",
    "沙产业产值\t545\t亿元\t陶格斯\t¶9",
    "支持措施\t30\t多项\t苗立群\t¶7",
)


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        # a name alone in its line is that of the speech below it
        (("陶格斯", "各位好。去年全区林沙产业产值做到", "了545亿元。"), []),
        (("苗立群", "各位好。去年全区林沙产业产值做到", "了545亿元。"), ["苗立群"]),
        (("苗立群", "12 关于社会资本，现在已有30多项支持措施。"), []),
        (("陶格斯", "12 关于社会资本，现在已有30多项支持措施。"), ["陶格斯"]),
        (("陶格斯　总工程师",), []),
        (("苗立群　总工程师",), ["苗立群总工程师"]),
        (("苗立群", "¶7"), []),
        (("苗", "立群", "¶9"), ["立群"]),
        # a number of the panel is that of the name above it, with its unit or without
        (("全省公路总里程", "9.06 万公里", "2025年8月底"), []),
        (("全省公路总里程", "8.06 万公里", "2025年8月底"), ["8.06万公里"]),
        # a shorter brief groups the figures of a panel anew
        (("农村公路里程8.06 万公里2025年8月底\t全省公路总里程9.06 万公里2025年8月底",), []),
        # a table may have fewer columns than the whole one
        (("指标\t数值\t时期\t发言人",), []),
        (("指标\t数值\t时期\t苗立群",), ["苗立群"]),
        # a running head that was cut, with its other end
        (("交通运输成就新闻发布会文字… 发布会简报",), []),
        (("交通运输成就发布会…9 发布会简报",), ["9"]),
    ],
)
def test_what_stands_alone_is_judged_by_its_neighbours(
    printed: tuple[str, ...], wanted: list[str]
) -> None:
    found = verify_text([TextPage(1, printed)], Known(SPEECHES, ("苗立群", "陶格斯")))
    assert [mismatch.text[: len(w)] for mismatch, w in zip(found, wanted, strict=True)] == wanted


def test_a_panel_with_its_numbers_exchanged_is_told() -> None:
    row = "农村公路里程9.06 万公里2025年8月底\t全省公路总里程8.06 万公里2025年8月底"
    found = verify_text([TextPage(1, (row,))], Known(SPEECHES))
    assert {"9.06", "8.06"} <= {mismatch.text for mismatch in found}


HEATING = (
    "今冬全市天然气需求预计17.6亿立方米，落实的气源合同是18.9亿立方米，略有富余。",
    "Colin Tobin",
    "Good morning and thank you for joining us at the office.",
    "Heather Budgell of the CBC asks about the road.",
    "记者\v答：杭一苇\v市民政局局长\t10 能不能送到家里？",
    "记者",
    "10 能不能送到家里？",
    "发放补贴\v两成\v2021年\t新增床位\v12 张\v2020年",
)


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        # a number at the start of a line is no mark of a list
        (("落实的气源合同是", "18.9亿立方米，略有富余。"), set()),
        (("落实的气源合同是", "13.9亿立方米，略有富余。"), {"13.9", "亿"}),
        # nor is the end of one a number of its own
        (("落实的气源合同是", "8.9亿立方米，略有富余。"), {"8.9", "亿"}),
        # a name in two words is a name
        (("Colin Tobin", "Good morning and thank you for joining", "us at the office."), set()),
        (("Heather Budgell", "Good morning and thank you for joining"), {"HeatherBudgell"}),
        (("Colin Tobin of the CBC asks about the road.",), {"ColinTobin"}),
        # who asks is no label of a panel, though 一 is in the name of who answers
        (("记者", "10 能不能送到家里？"), set()),
        # the note of a panel is that of its name and value
        (("发放补贴", "两成", "2021年"), set()),
        (("发放补贴", "两成", "2020年"), {"2020年"}),
    ],
)
def test_numbers_names_and_notes_at_the_edges_of_lines(
    printed: tuple[str, ...], wanted: set[str]
) -> None:
    known = Known(HEATING, ("Colin Tobin", "Heather Budgell"))
    assert {mismatch.text for mismatch in verify_text([TextPage(1, printed)], known)} == wanted


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        (("The fund stands at $745", "million today."), []),
        (("The fund stands at $745", "billion today."), ["745billion"]),
        (("基金余额已经达到745", "亿元。"), []),
        (("基金余额已经达到745", "万元。"), ["745万"]),
        (("约745", "万长河"), []),
    ],
)
def test_what_a_number_at_the_end_of_a_line_is_counted_in(
    printed: tuple[str, ...], wanted: list[str]
) -> None:
    known = Known(
        ["The fund stands at $745 million today.", "基金余额已经达到745亿元。", "约745", "万长河"]
    )
    assert [mismatch.text for mismatch in verify_text([TextPage(1, printed)], known)] == wanted


FIGURES = (
    "货物进出口总值\v2847.6亿元\v2024年前三季度\t企业减轻资金占用\v18.9亿元\v",
    "2847.6亿元\v货物进出口总值\v2024年前三季度",
    "18.9亿元\v企业减轻资金占用\v",
    "1902.1亿元\v出口\v",
    "一、关键数字",
    "二、人物",
    "三、来源说明",
    "关键数字",
    "来源说明",
)


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        (("2847.6 亿元", "货物进出口总值", "2024年前三季度"), []),
        (("18.9 亿元", "企业减轻资金占用", "1902.1 亿元", "出口"), []),
        (("货物进出口总值", "2024年前三季度"), ["2024年前三季度"]),
        (("企业减轻资金占用", "1902.1 亿元"), ["1902.1亿元"]),
    ],
)
def test_values_printed_over_what_they_measure(printed: tuple[str, ...], wanted: list[str]) -> None:
    source = (*FIGURES, *(part for line in FIGURES for part in line.split("\v")))
    found = verify_text([TextPage(1, printed)], Known(source))
    assert [mismatch.text for mismatch in found] == wanted


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        (("一、关键数字", "二、来源说明"), []),
        (("一、关键数字", "三、来源说明"), []),
        (("一、来源说明",), []),
        (("一、关键数字", "四、来源说明"), ["四"]),
        (("二、来源说明", "三、关键数字"), ["二", "三"]),
        (("一、关键数字", "二、来源证明"), ["二"]),
    ],
)
def test_headings_of_a_brief_that_leaves_sections_out(
    printed: tuple[str, ...], wanted: list[str]
) -> None:
    found = verify_text([TextPage(1, printed)], Known(FIGURES))
    assert [mismatch.text for mismatch in found] == wanted


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        ("11.2 9.7", []),
        ("11.2 6.4", []),
        ("9.7 11.2", ["9.711.2"]),
        ("11.2 9.8", ["11.29.8"]),
        ("11.2 11.2", ["11.211.2"]),
    ],
)
def test_values_of_a_chart_in_one_line(printed: str, wanted: list[str]) -> None:
    known = Known(["竹木加工、水泵制造、食品饮料增长11.2%、9.7%和6.4%。", "11.2\t9.7\t6.4"])
    found = verify_text([TextPage(1, (printed,))], known)
    assert [mismatch.text for mismatch in found] == wanted


ANSWERED = (
    "松江日报\v答：程晓岚\v市水务局副局长\t水价会涨吗？\v居民水价不作调整。",
    "松江电视台\v答：贺明远\v市住建局总工程师\t小区何时通气？\v年底前全部通气。",
    "记者\v答：程晓岚\t管网漏损怎么降？\v更换老旧管网86公里。",
)


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        (("松江日报", "答：程晓岚", "市水务局副局长", "水价会涨吗？"), []),
        (("松江日报", "答：贺明远", "市水务局副局长", "水价会涨吗？"), ["答：贺明远"]),
        (("松江电视台", "答：程晓岚", "市住建局总工程师"), ["答：程晓岚"]),
        # without an office the question is what stands below, or the answer where it is beside
        (("记者", "答：程晓岚", "管网漏损怎么降？"), []),
        (("记者", "答：程晓岚", "更换老旧管网86公里。"), []),
        (("记者", "答：贺明远", "管网漏损怎么降？"), ["答：贺明远"]),
        # what follows is of nobody: the page ends here
        (("记者", "答：贺明远", "第1页，共3页"), []),
    ],
)
def test_a_name_in_a_cell_is_judged_with_what_stands_below(
    printed: tuple[str, ...], wanted: list[str]
) -> None:
    known = Known(ANSWERED, ("程晓岚", "贺明远"))
    pages = [TextPage(at, printed if at == 1 else ()) for at in (1, 2, 3)]
    assert [found.text for found in verify_text(pages, known)] == wanted


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        (("1. 新建水厂3座。", "2. 更换管网86", "公里。", "3. 2020年以来补贴40万元。"), []),
        (("7. 新建水厂3座。", "2. 更换管网86公里。"), ["7"]),
        (("1. 新建水厂3座。", "8. 更换管网86公里。", "3. 2020年以来补贴40万元。"), ["8"]),
        # a second list starts anew; a number of the source is none of a list
        (("1. 新建水厂3座。", "1. 更换管网86公里。", "2. 2020年以来补贴40万元。"), []),
        (("5. 以旧换新。",), []),
    ],
)
def test_the_numbers_of_a_list_follow_each_other(
    printed: tuple[str, ...], wanted: list[str]
) -> None:
    source = ("新建水厂3座。", "更换管网86公里。", "2020年以来补贴40万元。", "5. 以旧换新。")
    found = verify_text([TextPage(1, printed)], Known(source))
    assert [mismatch.text for mismatch in found] == wanted


@pytest.mark.parametrize(("name", "wanted"), [("程晓岚", []), ("贺明远", ["贺明远"])])
def test_a_name_over_a_short_numbered_paragraph(name: str, wanted: list[str]) -> None:
    source = ("程晓岚", "7 谢谢。请提问。", "贺明远", "8 管网漏损率降了两成。")
    printed = (name, "7 谢谢。请提问。", "松江日报")
    found = verify_text([TextPage(1, printed)], Known(source, ("程晓岚", "贺明远")))
    assert [mismatch.text for mismatch in found] == wanted


def test_a_name_and_its_office_in_two_lines_of_a_list_of_guests_pass() -> None:
    guests = ("程晓岚", "市水务局副局长", "贺明远 市住建局总工程师", "主持人")
    speeches = (
        "程晓岚 市水务局副局长",
        "各位好，管网已更换。",
        "贺明远 市住建局总工程师",
        "谢谢。",
    )
    known = Known((*guests, *speeches), ("程晓岚", "贺明远"))
    assert verify_text([TextPage(1, guests)], known) == ()
    false = ("程晓岚 市水", "务局副局长", "谢谢。")
    assert [found.text for found in verify_text([TextPage(1, false)], known)] == ["务局副局长"]


def test_a_number_that_the_page_prints_before_the_same_words_counts() -> None:
    """The seeds: 1. 《昭通市文明行为促进条例》, in a key point and in the page's own list."""
    source = ("1. 新建水厂3座。", "更换管网86公里。", "补贴40万元，分两年发放。")
    printed = ("1. 新建水厂3座。", "2. 更换管网86公里。", "3. 补贴40万元，分两年发放。")
    assert not verify_text([TextPage(1, printed)], Known((*source, "新建水厂3座。")))
    wrong = (*printed[:2], "7. 补贴40万元，分两年发放。")
    found = verify_text([TextPage(1, wrong)], Known((*source, "新建水厂3座。")))
    assert [mismatch.text for mismatch in found] == ["7"]
