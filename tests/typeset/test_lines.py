"""The breaking of lines: small paragraphs at measures of whole characters, laws for any text."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporter.styling.model import Align, TabStop
from exporter.typeset.faces import resolve
from exporter.typeset.lines import break_lines, text_width
from exporter.typeset.model import Line, Measure, Run

SIZE = 10.0
SONG = resolve(("shipped:song",))


def run(text: str, size: float = SIZE) -> Run:
    return Run(text, SONG, size)


def broken(text: str, characters: float, align: Align = "justify", indent: float = 0) -> list[str]:
    measure = Measure(characters * SIZE, indent * SIZE, align)
    return [text[line.start : line.end] for line in break_lines((run(text),), measure)]


@pytest.mark.parametrize(
    ("text", "characters", "lines"),
    [
        ("", 10, [""]),
        ("春眠不觉晓处处闻啼鸟", 5, ["春眠不觉晓", "处处闻啼鸟"]),
        # a comma may not start a line; half a cell is enough for it at a line's end
        ("春眠不觉，处处闻啼鸟声", 4.5, ["春眠不觉，", "处处闻啼", "鸟声"]),
        ("春眠不觉晓，处处闻啼鸟", 5, ["春眠不觉", "晓，处处闻", "啼鸟"]),
        # an opening bracket may not end a line
        ("我们读（水法）了吧", 4, ["我们读", "（水法）", "了吧"]),
        ("他说：“好。”再见", 5.5, ["他说：“好。”", "再见"]),
        # —— and …… are whole, and start no line
        ("一二三四——五六七八", 5, ["一二三", "四——五六", "七八"]),
        ("一二三四……五六七八", 5, ["一二三", "四……五六", "七八"]),
        ("昆明—昭通", 2, ["昆", "明—", "昭通"]),
        # digits stay together, and with their signs
        ("增长12345人", 3, ["增长", "12345", "人"]),
        ("达到3.5%以上", 3, ["达到", "3.5%", "以上"]),
        ("气温15℃左右", 3, ["气温", "15℃", "左右"]),
        ("共￥300整", 3, ["共", "￥300", "整"]),
        ("于2024-04-12开会", 6, ["于", "2024-04-12", "开会"]),
        ("共１２３件", 3, ["共", "１２３", "件"]),
        ("１２．５亿", 4, ["１２．５", "亿"]),
        # words of other scripts break at their spaces
        ("He said hello", 4, ["He said ", "hello"]),
        ("读People’s Daily", 5, ["读", "People’s ", "Daily"]),
        # a joiner holds, a breaker lets go
        ("春眠不觉\u2060晓", 4, ["春眠不", "觉\u2060晓"]),
        ("abcdef\u200bghijkl", 4, ["abcdef\u200b", "ghijkl"]),
        ("共\u00a0五项", 2.3, ["共\u00a0五", "项"]),
        # the mark of a source, joined by a hard space, makes a last line no longer
        ("全市启动供水工程建设。\u00a0¶16", 11, ["全市启动供水工程", "建设。\u00a0¶16"]),
        # straight quotes open and close by turns
        ('称赞"水法"的话', 3, ["称赞", '"水法"', "的话"]),
        # newlines end lines
        ("一二\n三", 5, ["一二\n", "三"]),
        ("一二\n", 5, ["一二\n", ""]),
    ],
)
def test_breaks(text: str, characters: float, lines: list[str]) -> None:
    assert broken(text, characters, "left") == lines


def test_indent_takes_room_of_the_first_line() -> None:
    assert broken("一二三四五六七八", 4, indent=2) == ["一二", "三四五六", "七八"]


def test_hanging_indent_gives_room_to_the_first_line() -> None:
    assert broken("一二三四五六七八", 4, indent=-2) == ["一二三四五六", "七八"]


def test_number_goes_to_its_unit_where_that_costs_little() -> None:
    text = "全市共投入资金用于水利建设与农村饮水安全工程合计达到26.04亿元以上"
    assert broken(text, 28)[0].endswith("合计达到")


def test_unit_is_pulled_in_where_marks_can_give() -> None:
    text = "计划到二〇二五年，建成水库、塘坝、池11800个，蓄水能力达到九千万立方米"
    assert broken(text, 21.2)[0].endswith("11800个，")


def test_short_title_stays_whole_where_that_costs_little() -> None:
    text = "一二三四五六七八九十" * 4 + "《水法》的规定执行"
    assert broken(text, 42)[0] == text[: text.index("《")]


def test_shrinks_rather_than_stretches() -> None:
    text = "我们，他们，你们，大家都来，讨论吧"
    assert broken(text, 13) == ["我们，他们，你们，大家都来，", "讨论吧"]


def test_long_address_is_broken_rather_than_leave_a_hole() -> None:
    lines = broken("请看http://www.ztnews.net/content/index.html好", 16)
    assert lines[0].startswith("请看http")


@pytest.mark.parametrize("align", ["justify", "left", "center"])
def test_no_last_line_of_one_character(align: Align) -> None:
    lines = broken("全市共投入资金用于水利建设与农村饮水安全工程" * 4 + "。", 29.4, align)
    assert len(lines[-1]) >= 3


def test_line_that_would_gape_is_left_short() -> None:
    line = break_lines((run("见" + "a1" * 11 + "页码"),), Measure(14 * SIZE, text_spacing=0))[0]
    assert line.width < 14 * SIZE - 1
    assert not line.fragments[0].spacing


def line_of(text: str, characters: float, **options: float) -> Line:
    return break_lines((run(text),), Measure(characters * SIZE, **options))[0]  # type: ignore[arg-type]


def test_justified_line_ends_at_the_measure() -> None:
    line = line_of("一二三，四五六七八，九十", 8.5)
    assert line.x + line.width == pytest.approx(85)
    last = line.fragments[-1]
    half = SIZE / 2 if last.text.endswith("，") else 0
    assert last.x + last.width - last.spacing - half == pytest.approx(85, abs=0.01)


def test_opening_mark_at_line_start_gives_half_a_cell() -> None:
    line = line_of("“水法”", 10)
    assert line.fragments[0].x == -SIZE / 2
    assert line.x == 0


def test_adjacent_marks_take_one_and_a_half_em() -> None:
    assert text_width((run("他说：“好。”"),)) == pytest.approx((7 - 0.5 - 0.5 - 0.5) * SIZE)


def test_quotes_are_narrow_in_english_and_in_words() -> None:
    chinese = text_width((run("他说“好”"),))
    english = Run("he said “yes” then", SONG, SIZE, language="en")
    plain = Run("he said yes then", SONG, SIZE, language="en")
    assert chinese == pytest.approx(45)
    assert text_width((english,)) - text_width((plain,)) == pytest.approx(SIZE)
    word, bare = run("People’s"), run("Peoples")
    assert text_width((word,)) - text_width((bare,)) == pytest.approx(0.3 * SIZE)


def test_gap_between_han_and_digits_is_room_not_a_character() -> None:
    line = line_of("共3项", 10, text_spacing=0.25)
    (fragment,) = line.fragments
    assert fragment.text == "共3项"
    assert fragment.kerns == ((0, 2.5), (1, 2.5))
    assert not line_of("共3项", 10, text_spacing=0).fragments[0].kerns


def test_spacing_doesnt_open_words_numbers_or_dashes() -> None:
    text = "在2024年——也就是今年——开了"
    line = break_lines((run(text + "会议，会议"),), Measure(17.4 * SIZE, text_spacing=0))[0]
    assert line.width == pytest.approx(174)
    (fragment,) = line.fragments
    kerns = dict(fragment.kerns)
    for offset in (1, 2, 3, 6, 13):
        assert kerns[offset] == pytest.approx(-fragment.spacing)
    assert 0 not in kerns


def test_letter_spacing_isnt_counted_at_the_end() -> None:
    spaced = Run("一二三四", SONG, SIZE, letter_spacing=0.2)
    assert text_width((spaced,)) == pytest.approx(40.6)


def test_grid_of_the_standard() -> None:
    """28 characters of 16 pt stand on 156 mm with -0.207 pt between them."""
    body = Run("字" * 60, SONG, 16.0, letter_spacing=-0.207)
    lines = break_lines((body,), Measure(442.2, indent=32 - 0.414))
    assert [line.end - line.start for line in lines] == [26, 28, 6]


def test_runs_keep_their_own_size_and_tag() -> None:
    runs = (Run("第", SONG, 9, tag="a"), Run("27", SONG, 27, tag="b"), Run("名", SONG, 9, tag="c"))
    (line,) = break_lines(runs, Measure(200, text_spacing=0))
    assert [f.run.tag for f in line.fragments] == ["a", "b", "c"]
    assert line.ascent == pytest.approx(27 * 0.88)
    assert line.fragments[2].x == pytest.approx(9 + 2 * 0.558 * 27)


def test_characters_of_other_faces_make_fragments_of_their_own() -> None:
    chain = resolve(("shipped:kai", "shipped:song"))
    only_song = "⑴" if not chain.faces[0].has("⑴") else "∮"
    (line,) = break_lines((Run(f"甲{only_song}乙", chain, SIZE),), Measure(100))
    faces = [fragment.face for fragment in line.fragments]
    expected = [chain.face_of(c) for c in f"甲{only_song}乙"]
    assert [f for f, _ in zip(faces, expected, strict=False)] == list(dict.fromkeys(expected)) or (
        len(faces) == 3
    )


def test_joiners_are_not_painted() -> None:
    line = line_of("好。\u2060¶12", 10)
    assert "".join(fragment.text for fragment in line.fragments) == "好。¶12"


def texts(lines: tuple[Line, ...]) -> list[list[str]]:
    return [[fragment.text for fragment in line.fragments] for line in lines]


def test_tab_without_stops_goes_to_the_right_edge() -> None:
    (line,) = break_lines((run("供水\t12"),), Measure(100))
    assert texts((line,)) == [["供水", "12"]]
    assert line.fragments[1].x == pytest.approx(100 - 2 * 5.58)


def test_tab_stops_by_alignment() -> None:
    stops = (TabStop(50.0), TabStop(80.0, "decimal"), TabStop(-10.0, "right", "dot"))
    (line,) = break_lines((run("甲\t乙\t1.25\t丙"),), Measure(200, tab_stops=stops))
    assert [f.x for f in line.fragments] == pytest.approx([0, 50, 80 - 5.58, 180])
    (leader,) = line.leaders
    assert leader.x + leader.width == pytest.approx(180)


def test_tab_of_a_hanging_indent_goes_to_the_edge() -> None:
    lines = break_lines((run("甲\t一二三四五六"),), Measure(40, indent=-20, align="left"))
    assert texts(lines) == [["甲", "一二三四"], ["五六"]]
    assert [f.x for f in lines[0].fragments] == [-20, 0]


def test_text_before_a_right_stop_wraps_and_the_rest_follows_on_the_last_line() -> None:
    lines = break_lines((run("一二三四五六七八\t12"),), Measure(60))
    assert texts(lines) == [["一二三四五六"], ["七八", "12"]]
    lines = break_lines((run("一二三四五六\t12"),), Measure(60))
    assert texts(lines) == [["一二三四五六"], ["12"]]


NO_START = set("，。、；：！？）》」』】〕”’·%‰℃～")
NO_END = set("（《「『【〔“‘￥$")
MIX = st.text(
    alphabet="的一国在人，。、；：！？（）《》“”·—…%￥ ab12345.\u2060", min_size=1, max_size=80
)


@given(MIX, st.integers(1, 20), st.sampled_from(["justify", "left", "center"]))
@settings(max_examples=300, deadline=None)
def test_lines_join_up_to_the_text(text: str, characters: int, align: Align) -> None:
    lines = break_lines((run(text),), Measure(characters * SIZE, align=align))
    assert "".join(text[line.start : line.end] for line in lines) == text
    painted = "".join(f.text for line in lines for f in line.fragments)
    assert painted == text.replace("\u2060", "")
    assert all(line.end > line.start for line in lines)


@given(MIX, st.integers(14, 30), st.booleans())
@settings(max_examples=300, deadline=None)
def test_no_line_starts_or_ends_with_a_forbidden_mark(
    text: str, characters: int, justified: bool
) -> None:
    """Unless what can't be parted is wider than the line."""
    width = characters * SIZE
    lines = break_lines((run(text),), Measure(width, align="justify" if justified else "left"))
    for before, after in itertools.pairwise(lines):
        if text_width((run(_cluster(text, after.start)),)) > width - 2 * SIZE:
            continue
        assert text[after.start] not in NO_START
        assert text[before.start : before.end].rstrip(" \u2060")[-1:] not in NO_END
        assert not (text[after.start - 1].isdigit() and text[after.start].isdigit())


def _cluster(text: str, at: int) -> str:
    """The longest stretch round `at` without a place between two plain characters."""
    plain = "的一国在人"
    low = high = at
    while low > 0 and not (text[low - 1] in plain and text[low] in plain):
        low -= 1
    while high < len(text) and not (text[high - 1] in plain and text[high] in plain):
        high += 1
    return text[low:high]


@given(st.text(alphabet="一二，。（）“”12ab ", min_size=1, max_size=60), st.integers(4, 20))
@settings(max_examples=200, deadline=None)
def test_no_line_is_wider_than_the_measure(text: str, characters: int) -> None:
    width = characters * SIZE
    for line in break_lines((run(text),), Measure(width)):
        assert line.x + line.width <= width + 0.02


@given(
    st.text(alphabet="一二三四五六七，。、“”（）…—2024年a ", min_size=20, max_size=90),
    st.integers(8, 30),
)
@settings(max_examples=200, deadline=None)
def test_justified_lines_end_at_the_measure(text: str, characters: int) -> None:
    width = characters * SIZE
    for line in break_lines((run(text),), Measure(width)):
        for fragment in line.fragments:
            advance = sum(SONG.widths[character] * SIZE for character in fragment.text)
            advance += fragment.spacing * len(fragment.text) + sum(k for _, k in fragment.kerns)
            assert fragment.width == pytest.approx(advance)
        between = re.search("[一二三四五六七年]{3}", text[line.start : line.end])
        if between and not line.last and line.width > width - SIZE:
            assert line.x + line.width == pytest.approx(width, abs=0.02)


ANYTHING = st.text(
    alphabet=st.one_of(
        st.characters(exclude_categories=["Cs"]), st.sampled_from("一，“”’…—12.5%\t\n\u2060\u200b")
    ),
    max_size=40,
)
STOPS = (TabStop(30.0), TabStop(70.0, "center"), TabStop(-30.0, "decimal", "dot"))


@given(
    st.lists(ANYTHING, max_size=3),
    st.floats(1, 300),
    st.floats(-50, 50),
    st.sampled_from(["justify", "left", "center", "right"]),
    st.booleans(),
)
@settings(max_examples=200, deadline=None)
def test_any_text_at_any_measure(
    parts: list[str], width: float, indent: float, align: Align, balance: bool
) -> None:
    runs = tuple(run(part) for part in parts)
    text = "".join(parts)
    measure = Measure(width, indent, align, tab_stops=STOPS, balance=balance)
    lines = break_lines(runs, measure)
    assert "".join(text[line.start : line.end] for line in lines) == text
    for line in lines:
        for fragment in line.fragments:
            assert text[fragment.start :].startswith(fragment.text)
            assert all(0 <= place < len(fragment.text) for place, _ in fragment.kerns)


@given(st.text(alphabet="一二三，。（）12 ", min_size=1, max_size=60))
@settings(max_examples=100, deadline=None)
def test_fragments_stand_side_by_side(text: str) -> None:
    chars = iter(text)
    runs = tuple(run(character) for character in chars)
    whole = break_lines((run(text),), Measure(120))
    parts = break_lines(runs, Measure(120))
    assert [(a.start, a.end) for a in whole] == [(b.start, b.end) for b in parts]
    for a, b in zip(whole, parts, strict=True):
        assert a.width == pytest.approx(b.width)
