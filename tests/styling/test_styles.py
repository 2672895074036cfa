"""Style files: what is read, how it inherits, and what a person is told of a fault."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.document.roles import ROLES, ancestry
from exporter.errors import ExporterError, StyleError, UnknownStyle
from exporter.messages import render
from exporter.styling.check import CHECKS, check
from exporter.styling.contrast import contrast
from exporter.styling.find import available, shipped, shipped_folder
from exporter.styling.keys import RULE_KEYS, nearest
from exporter.styling.lengths import Length, Scale, parse_length, points
from exporter.styling.load import load
from exporter.styling.model import Border, Rule, Style
from exporter.styling.new import new
from exporter.styling.reference import reference

SCALE = Scale(em=10.0, percent_of=400.0, char=11.0, line=19.0)


Write = Callable[..., str]
"""Writes a style file (text or bytes, and a name) and gives back its path."""


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def _write(text: str | bytes, name: str = "mine.toml") -> str:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(path)

    return _write


def fault(path: str) -> ExporterError:
    with pytest.raises((StyleError, UnknownStyle)) as caught:
        load(path)
    for language in ("en", "zh"):
        assert render(caught.value, language)
    return caught.value


# -- lengths ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12pt", 12.0),
        ("25.4mm", 72.0),
        ("1.5em", 15.0),
        ("50%", 200.0),
        ("2字", 22.0),
        ("1行", 19.0),
        ("-2字", -22.0),
        ("0", 0.0),
        ("0.35 mm", 0.992),
    ],
)
def test_lengths(text: str, value: float) -> None:
    assert points(parse_length(text), SCALE) == value


@pytest.mark.parametrize("text", ["12", "12px", "pt", "", "1,5pt", "1e3pt", "٣pt", "--1pt", "1pt "])
def test_not_lengths(text: str) -> None:
    with pytest.raises(ValueError):
        parse_length(text)


@given(
    st.floats(-99999, 99999).map(lambda n: round(n, 3)), st.sampled_from(["pt", "mm", "em", "字"])
)
def test_a_length_is_read_as_it_was_written(number: float, unit: str) -> None:
    assert parse_length(f"{number:.3f}{unit}") == Length(number, unit)  # type: ignore[arg-type]


# -- shipped styles --------------------------------------------------------------------------------


def test_six_styles_are_shipped() -> None:
    assert shipped() == ("executive", "gongwen", "jianbao", "largeprint", "mono", "plain")
    assert available()[:6] == shipped()


@pytest.mark.parametrize("name", shipped())
def test_a_shipped_style_is_complete_and_has_no_findings(name: str) -> None:
    style = load(name)
    assert style.name == name
    assert set(style.rules) == set(ROLES)
    assert check(name) == ()
    assert {section.name for section in style.plan.sections} >= {"title", "transcript"}


@pytest.mark.parametrize("name", shipped())
def test_a_style_goes_to_json_and_back(name: str) -> None:
    style = load(name)
    assert msgspec.json.decode(msgspec.json.encode(style), type=Style) == style


def test_gongwen_is_as_the_standard_says() -> None:
    style = load("gongwen")
    page = style.page
    assert page.text_width == pytest.approx(156 * 72 / 25.4, abs=0.01)
    assert page.text_height == pytest.approx(225 * 72 / 25.4, abs=0.01)
    assert (page.grid_lines, page.grid_chars) == (22, 28)
    body = style.rule("speech")
    assert (body.face, body.font_size, body.line_height) == ("fangsong", 16.0, 28.95)
    assert body.text_indent == pytest.approx(2 * page.text_width / 28, abs=0.01)
    assert style.rule("title").font_size == 22.0
    assert style.rule("masthead_name").color == "#c8000a"
    assert style.rule("masthead_number").border_bottom == Border(1.984, "#c8000a", 11.339)
    assert page.foot is not None
    assert page.foot_even is not None
    assert (page.foot.right, page.foot_even.left) == ("— {page} —", "— {page} —")


def test_large_print_has_nothing_below_18_pt() -> None:
    style = load("largeprint")
    assert min(rule.font_size for rule in style.rules.values() if "font_size" in rule.sets) >= 18


def test_mono_is_black_only() -> None:
    style = load("mono")
    colors = {rule.color for role, rule in style.rules.items() if role != "watermark"}
    assert colors == {"#000000"}


def test_the_digest_is_of_the_files_of_the_chain() -> None:
    folder = shipped_folder()
    chain = [(folder / f"{name}.toml").read_bytes() for name in ("jianbao", "gongwen", "plain")]
    assert load("jianbao").digest == hashlib.sha256(b"\0".join(chain)).hexdigest()


# -- inheritance -----------------------------------------------------------------------------------


def test_the_nearest_role_goes_first_and_for_one_role_the_file_before_its_base(
    write: Write,
) -> None:
    style = load(
        write(
            'extends = "plain"\n[rules.base]\ncolor = "#ff0000"\n'
            '[rules.paragraph]\nfont_size = "12pt"\n[rules.answer]\nspace_before = "3pt"\n'
        )
    )
    assert style.rule("speech").color == "#ff0000"
    assert style.rule("answer").font_size == 12.0
    assert style.rule("answer").space_before == 3.0
    assert style.rule("answer").margin_left == 22.0
    assert style.rule("source_note").font_size == 9.5


def test_an_inline_lies_over_its_block() -> None:
    style = load("plain")
    block = style.rule("key_point")
    office = style.inline("office", block)
    assert (office.font_size, office.color) == (9.5, "#4d4d4d")
    assert (office.line_height, office.margin_left) == (block.line_height, block.margin_left)
    assert style.inline("text", block) == block


def test_relative_lengths_follow_the_size_that_the_extending_file_sets(write: Write) -> None:
    style = load(
        write('extends = "plain"\n[rules.base]\nfont_size = "20pt"\nline_height = "150%"\n')
    )
    assert style.rule("speech").text_indent == 40.0
    assert style.rule("speech").line_height == 30.0


def test_a_border_is_taken_away_with_none(write: Write) -> None:
    style = load(write('extends = "plain"\n[rules.figures_table]\nborder_top = "none"\n'))
    assert style.rule("figures_table").border_top is None
    assert style.rule("figures_table").border_bottom is not None


def test_a_file_may_extend_a_file_beside_it(write: Write) -> None:
    write('extends = "gongwen"\n[colors]\nred = "#aa0000"\n', "base.toml")
    style = load(write('extends = "base.toml"\n', "child.toml"))
    assert style.rule("masthead_name").color == "#aa0000"
    assert style.name == "child"


def test_margins_of_the_extending_file_replace_all_four(write: Write) -> None:
    write('extends = "plain"\n[page]\nmargin_top = "50pt"\n', "base.toml")
    page = load(write('extends = "base.toml"\n[page]\nmargin = "60pt 40pt"\n', "c.toml")).page
    assert (page.margin_top, page.margin_right, page.margin_bottom, page.margin_left) == (
        60,
        40,
        60,
        40,
    )


def test_paper(write: Write) -> None:
    page = load(write('extends = "plain"\n[page]\nsize = "A5 landscape"\nmargin = "10%"\n')).page
    assert page.width > page.height
    assert page.margin_top == pytest.approx(page.height / 10, abs=0.01)


# -- faults ----------------------------------------------------------------------------------------

PLAIN = 'extends = "plain"\n'
A, R, X, C = "[rules.answer]\n", "rules.answer", "[typefaces.x]\n", "typefaces.x.chain"
FAULTS = [
    (PLAIN + '[rules.anser]\n', "unknown-key", "rules.anser", "answer"),
    (A + 'font_sise = "1pt"\n', "unknown-key", R + ".font_sise", "font_size"),
    (A + 'font_size = "12px"\n', "bad-value", R + ".font_size", ""),
    (A + 'font_size = 12\n', "bad-value", R + ".font_size", ""),
    (A + 'font_size = "0pt"\n', "bad-value", R + ".font_size", ""),
    (A + 'text_align = "centre"\n', "bad-choice", R + ".text_align", "center"),
    (A + 'border_top = "1pt wavy ink"\n', "bad-value", R + ".border_top", ""),
    (A + 'tab_stops = ["1cm"]\n', "bad-value", R + ".tab_stops", ""),
    (A + 'widows = 0\n', "bad-value", R + ".widows", ""),
    (PLAIN + A + 'color = "inc"\n', "unknown-color", R + ".color", "ink"),
    (PLAIN + A + 'font_family = "sang"\n', "unknown-typeface", R + ".font_family", "song"),
    (PLAIN + '[page]\nmargin = "1em"\n', "bad-value", "page.margin", ""),
    ('[page]\nmargin = "1pt 2pt 3pt 4pt 5pt"\n', "bad-value", "page.margin", ""),
    (PLAIN + '[page]\nmargin_left = "300mm"\n', "no-type-area", "page.margin_left", ""),
    ('[page]\nsize = "A44"\n', "bad-value", "page.size", ""),
    ('rules = 3\n', "bad-value", "rules", ""),
    ('sections = ["titel"]\n', "bad-choice", "sections[0].name", "title"),
    ('sections = [{form = "table"}]\n', "bad-value", "sections[0]", ""),
    ('sections = [{name = "people", form = "panel"}]\n', "bad-choice", "sections[0].form", "table"),
    ('sections = []\n', "bad-value", "sections", ""),
    (X + 'chain = ["shipped:song"]\n', "missing-key", "typefaces.x", ""),
    (X + 'chain = ["shipped:sang"]\n', "font-unknown", C, "shipped:song"),
    (X + 'chain = ["gone.ttf"]\n', "font-missing", C, ""),
    (X + 'chain = ["No Such Family Anywhere"]\n', "no-font", C, ""),
    ('extends = "mine.toml"\n', "cycle", "extends", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code", "key", "near"), FAULTS)
def test_a_fault_is_named_with_file_key_and_the_nearest_name(
    write: Write, text: str, code: str, key: str, near: str
) -> None:
    error = fault(write(text))
    assert (error.code, error.params["key"]) == (f"styling.{code}", key)
    assert error.params["file"].endswith("mine.toml")
    assert error.params.get("nearest", near) == near


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b'title = "\xff"', "styling.not-utf8"),
        (b"title = ", "styling.not-toml"),
        (b"[" * 5000, "styling.not-toml"),
        (b"# " + b"x" * 1_100_000, "styling.file-too-big"),
        (b"a = " + b"[" * 3000 + b"]" * 3000, "styling.not-toml"),
    ],
)
def test_a_file_that_is_no_style(write: Write, data: bytes, code: str) -> None:
    assert fault(write(data)).code == code


def test_an_empty_file_is_a_style_that_says_nothing(write: Write) -> None:
    assert fault(write("")).code == "styling.no-typefaces"


def test_a_missing_file_and_an_unknown_name(tmp_path: Path) -> None:
    assert fault(str(tmp_path / "gone.toml")).code == "styling.file-missing"
    error = fault("gongwn")
    assert isinstance(error, UnknownStyle)
    assert error.params["nearest"] == "gongwen"
    assert "plain" in error.params["known"]


def test_a_cycle_over_two_files_names_the_chain(write: Write) -> None:
    write('extends = "b.toml"\n', "a.toml")
    error = fault(write('extends = "a.toml"\n', "b.toml"))
    assert error.code == "styling.cycle"
    assert error.params["chain"].count("→") == 2


def test_a_file_that_is_no_font(write: Write) -> None:
    write(b"not a font", "x.ttf")
    text = '[typefaces.x]\nchain = ["x.ttf"]\ndocx_latin = "a"\ndocx_east_asian = "b"\n'
    assert fault(write(text)).code == "styling.font-unreadable"


@given(st.text(max_size=60))
def test_the_nearest_name_is_always_a_known_one(name: str) -> None:
    assert nearest(name, tuple(ROLES)) in ROLES


# -- the lint --------------------------------------------------------------------------------------

WRONG = {
    "contrast": '[rules.answer]\ncolor = "#999999"\n',
    "watermark": 'watermark = "内部"\n[rules.watermark]\ncolor = "#777777"\n',
    "small-type": '[rules.answer]\nfont_size = "5pt"\n',
    "tight-lines": '[rules.answer]\nline_height = "11pt"\n',
    "loose-lines": '[rules.answer]\nline_height = "60pt"\n',
    "grid": "[page]\ngrid_lines = 22\n",
    "measure": '[rules.speech]\nfont_size = "30pt"\n',
    "printer-margins": '[page]\nmargin_left = "10pt"\n',
    "running-room": '[page]\nmargin_top = "50pt"\n',
    "letterhead": '[letterhead]\nsignatory = "新闻办"\n',
    "number-fields": '[letterhead]\ndocument_number = "第{number}期"\n',
    "running-fields": '[page]\ntop_center = "{autor}"\n',
    "heading-scale": '[rules.title]\nfont_size = "8pt"\n',
    "heading-looks": '[rules.speaker]\nfont_family = "song"\n',
    "kept-headings": '[rules.question]\nbreak_after = "auto"\n',
    "hanging": '[rules.key_point]\nmargin_left = "0"\n',
    "tab-stops": '[rules.answer]\ntab_stops = ["500pt"]\n',
    "number-room": '[page]\nmargin_left = "30pt"\n',
    "hidden-text": '[rules.speech]\ndisplay = "none"\n',
    "sections": 'sections = ["lead", "transcript", "lead"]\n',
    "evidence": 'sections = ["title", "lead"]\n',
    "chart-colors": 'chart_colors = ["#dddddd"]\n',
    "glyphs": '[letterhead]\nname = "\\u1B83"\n',
    "word-fonts": '[typefaces.kai]\ndocx_east_asian = "某体"\ndocx_alternative = ""\n',
}


@pytest.mark.parametrize("name", WRONG)
def test_each_check_finds_its_fault(write: Write, name: str) -> None:
    codes = {finding.code for finding in check(write('extends = "plain"\n' + WRONG[name]))}
    assert f"styling.check-{name}" in codes


def test_every_finding_has_its_sentence(write: Write) -> None:
    for text in WRONG.values():
        for finding in check(write('extends = "plain"\n' + text)):
            assert not {*"{}"} & {*re.sub(r"{(autor|number)}", "", render(finding, "en"))}
            assert render(finding, "zh") != render(finding, "en")


def test_checks_that_are_tested_and_one_that_needs_a_machine_without_fonts() -> None:
    assert len(CHECKS) >= 15
    assert set(CHECKS) - set(WRONG) == {"fonts"}


def test_a_style_that_does_not_load_has_one_finding(write: Write) -> None:
    assert [found.code for found in check(write("x = 1\n"))] == ["styling.unknown-key"]


def test_contrast_as_wcag_gives_it() -> None:
    assert contrast("#000000") == pytest.approx(21)
    assert contrast("#777777") == pytest.approx(4.48, abs=0.01)
    assert contrast("#c8000a") == pytest.approx(6.1, abs=0.1)


# -- new files and the reference -------------------------------------------------------------------


@pytest.mark.parametrize("base", shipped())
def test_a_new_file_looks_like_its_base(write: Write, base: str) -> None:
    style, old = load(write(new("mine", base))), load(base)
    assert (style.rules, style.page, style.plan) == (old.rules, old.page, old.plan)
    assert style.name == "mine"


@pytest.mark.parametrize("base", shipped())
def test_a_new_file_with_all_its_comments_taken_away_loads(write: Write, base: str) -> None:
    head, rest = new("mine", base).split("# What the briefing shows, in order.\n")
    rest = "\n".join(line.removeprefix("# ") for line in rest.splitlines())
    new_rule, old_rule = (style.rule("speech") for style in (load(write(head + rest)), load(base)))
    assert msgspec.structs.replace(new_rule, sets=()) == msgspec.structs.replace(old_rule, sets=())


@pytest.mark.parametrize("name", ["", "../x", "a b", "x" * 41, "Ä"])
def test_a_new_name_is_plain(name: str) -> None:
    with pytest.raises(StyleError):
        new(name)


def test_the_reference_is_as_generated() -> None:
    found = (shipped_folder() / "README.md").read_text(encoding="utf-8")
    assert found == reference(), "python -m exporter.styling.reference > styles/README.md"


def test_every_field_of_a_rule_can_be_written() -> None:
    fields = {key.field or name for name, key in RULE_KEYS.items()}
    assert fields == set(Rule.__struct_fields__) - {"sets"}


def test_roles_have_their_parents() -> None:
    assert ancestry("answer") == ("answer", "paragraph", "base")


def test_the_example_of_the_reference_is_a_style_without_findings(write: Write) -> None:
    indented = reference().split('    name = "mine"\n')[1].split("\nSend the file")[0]
    text = "\n".join(line.removeprefix("    ") for line in indented.splitlines())
    path = write('name = "mine"\n' + text)
    assert load(path).rule("heading_1").font_size == 12.0
    assert check(path) == ()


@pytest.mark.parametrize(
    ("said", "lines"),
    [("", 0), ('copy_number = "000001"', 1), ('copy_number = "1"\nclassification = "机密"', 2)],
)
def test_the_issuing_body_stands_where_the_standard_has_it(
    write: Write, said: str, lines: int
) -> None:
    """GB/T 9704 7.2.4: 35 mm under the edge of the type area, with 份号 and 密级 above or not."""
    style = load(write(f'extends = "gongwen"\n[letterhead]\n{said}\n'))
    name, above = style.rule("masthead_name"), style.rule("masthead_left")
    top = lines * above.line_height + name.space_before
    glyphs = top + (name.line_height - name.font_size) / 2
    assert glyphs / 72 * 25.4 == pytest.approx(35, abs=0.5)
