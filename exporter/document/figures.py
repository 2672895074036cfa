"""Key figures (table, panel, rows) and the table of all figures; done and planned kept apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from exporter.briefing.model import Fact
from exporter.document.model import Block, Cell, Column, Inline, Paragraph, Row, Table, Text
from exporter.document.plan import SectionSpec
from exporter.document.quantities import Parts, joined, parts, planned, with_bound
from exporter.document.setting import Setting, limited

_BUTTON: Final = re.compile(r"^[^\[【]*[\]】](?=.)")
_COMPARED: Final = re.compile(
    r"^(?:[较較比与與由从從是于於至到跟，、下]|(?:than|on|over|compared with|compared to) )"
)
_OF_YEAR: Final = re.compile(r"[同环環]比|按[年季月]")
_SAYS_HOW: Final = re.compile(r"(?:(?:up |down )?from |(?:year|month|quarter)[ -](?:on|over)[ -])")
_LASTING: Final = re.compile(r"(?:总投资|建筑面积|占地|占地面积|全长)$")
_ON_A_DAY: Final = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日")
_SPAN: Final = re.compile(r"[过過]去|近|以[来來]|[年月][来來间間]|[一二三四五六七八九十两兩]年")
_SINCE: Final = ("以来", "以來", "年来")
PANEL_COLUMNS: Final = 3
PANEL_WIDTH: Final = 31.0
"""How many letters of a unit's size fit into a column of the panel."""
_LARGE, _BROAD, _TAG, _AIR = 3.2, 1.7, 5.0, 4.0
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_SCALES: Final = frozenset({"thousand", "million", "billion", "trillion"})
_KEY_COLUMNS: Final = (
    ("indicator", Column(10)),
    ("value", Column(4, "decimal")),
    ("unit", Column(4.5)),
    ("period", Column(5)),
    ("speaker", Column(4)),
    ("link", Column(2.5, "right")),
)
_KEY_COLUMNS_MOVES: Final = (*_KEY_COLUMNS[:2], ("moved_unit", Column(5.5)), *_KEY_COLUMNS[3:])
"""In English a name doesn't say that a number is a growth (exports 9.4 percent): an arrow behind
the unit does, since a column of its own would leave the others too narrow."""
_UNITS: Final = ("unit", "moved_unit")
_ALL_COLUMNS: Final = (
    ("entity", Column(4)),
    ("indicator", Column(9)),
    ("value", Column(4, "decimal")),
    ("unit", Column(4)),
    ("period", Column(4.5)),
    ("change", Column(4.5)),
    ("speaker", Column(3.5)),
    ("link", Column(2.5, "right")),
)


def key_facts(setting: Setting, spec: SectionSpec) -> tuple[Fact, ...]:
    """The key figures, the most wanted first."""
    found = (fact for fact in setting.briefing.figures if fact.key)
    return limited(spec, tuple(sorted(found, key=lambda fact: fact.rank)))


def key_figures(setting: Setting, spec: SectionSpec) -> tuple[Block, ...]:
    """The key figures in the form that the style asks for."""
    facts = key_facts(setting, spec)
    if not facts:
        return ()
    names = {fact.id: f"f{at}" for at, fact in enumerate(facts, 1)}
    match spec.form:
        case "panel":
            block: Block = _panel(setting, facts, names)
        case "rows":
            block = _rows_form(setting, facts, names)
        case _:
            moves = any((fact.indicator or "").isascii() for fact in facts)
            columns = _KEY_COLUMNS_MOVES if moves else _KEY_COLUMNS
            block = _table(setting, facts, names, columns, "figures_table")
    return setting.section(spec, (block,))


def all_figures(setting: Setting, spec: SectionSpec) -> tuple[Block, ...]:
    """Every figure of the source, in its order."""
    facts = limited(spec, setting.briefing.figures)
    if not facts:
        return ()
    table = _table(setting, facts, {}, _ALL_COLUMNS, "all_figures_table")
    note = Paragraph((Text(setting.word("figures-note")),), role="section_note")
    return setting.section(spec, (table,), (note,))


def _table(
    setting: Setting,
    facts: tuple[Fact, ...],
    names: dict[str, str],
    columns: tuple[tuple[str, Column], ...],
    role: str,
) -> Table:
    used = _used(setting, facts, columns)
    return Table(
        columns=tuple(column for _, column in used),
        head=(_head(setting, used),),
        rows=tuple(_body(setting, facts, names, tuple(name for name, _ in used))),
        role=role,
        summary=setting.word("figures-summary", count=len(facts)),
        header_column=used[0][0] == "indicator",
    )


def _used(
    setting: Setting, facts: tuple[Fact, ...], columns: tuple[tuple[str, Column], ...]
) -> tuple[tuple[str, Column], ...]:
    """The columns that have something to show in some row."""
    always = {"indicator", "value", *_UNITS}
    return tuple(
        (name, column)
        for name, column in columns
        if name in always or any(_cell(setting, fact, name) for fact in facts)
    )


def _head(setting: Setting, columns: tuple[tuple[str, Column], ...]) -> Row:
    cells = []
    for name, _ in columns:
        if name in _UNITS:
            continue
        word = Text(setting.word(f"column-{name}"))
        wide = 2 if name == "value" else 1
        cells.append(Cell((Paragraph((word,), role="table_head"),), columns=wide))
    return Row(tuple(cells))


def _body(
    setting: Setting, facts: tuple[Fact, ...], names: dict[str, str], columns: tuple[str, ...]
) -> Iterator[Row]:
    """Done, then planned, each under its name when there are both."""
    done = tuple(fact for fact in facts if not planned(fact))
    to_come = tuple(fact for fact in facts if planned(fact))
    for word, group in (("done", done), ("planned", to_come)):
        if group and to_come:
            label = Paragraph((Text(setting.word(word)),), role="table_group")
            yield Row((Cell((label,), columns=len(columns)),), group=True)
        before = None
        for fact in group:
            cells = _cells(setting, fact, columns, before)
            yield Row(cells, anchor=names.get(fact.id))
            before = fact.entity


def _cells(
    setting: Setting, fact: Fact, columns: tuple[str, ...], before: str | None
) -> tuple[Cell, ...]:
    """A row's cells; the scope is printed where it differs from that of the row `before`."""
    cut = parts(fact)
    scoped = "entity" in columns
    cells = []
    for name in columns:
        if name in _UNITS and cut is None:
            continue
        if name == "value":
            words = cut.before + cut.number if cut else with_bound(fact)
            if cut is None and "moved_unit" in columns:
                words = _moved(words, fact)
            content = setting.words_of(words, fact.paragraph)
            role, wide = ("table_number", 1) if cut else ("table_cell", 2)
            cells.append(Cell((Paragraph(content, role=role),), columns=wide))
        elif name == "indicator" and scoped:
            words = _within_scope(setting, fact)
            cells.append(Cell((Paragraph((Text(words),), role="table_cell"),)))
        elif name == "entity" and fact.entity == before:
            cells.append(Cell((Paragraph((), role="table_cell"),)))
        else:
            cells.append(Cell((Paragraph(_cell(setting, fact, name), role="table_cell"),)))
    return tuple(cells)


def _cell(setting: Setting, fact: Fact, name: str) -> tuple[Inline, ...]:
    """What the column `name` holds of a fact; nothing where the source says nothing."""
    match name:
        case "indicator":
            return (Text(indicator(setting, fact)),)
        case "unit" | "moved_unit":
            cut = parts(fact)
            words = cut.after.strip() if cut else ""
            words = _moved(words, fact) if name == "moved_unit" else words
        case "period":
            words = period(setting, fact)
        case "change":
            words = change(setting, fact)
        case "speaker":
            words = fact.speaker or ""
        case "entity":
            words = fact.entity or ""
        case _:
            return setting.mark(fact.paragraph)[1:]
    return (Text(words),) if words else ()


def _moved(words: str, fact: Fact) -> str:
    """The words, an arrow behind them where the number tells a rise or a fall."""
    return " ".join(filter(None, (words, _ARROWS[fact.change])))


def indicator(setting: Setting, fact: Fact) -> str:
    """What was measured, its first letter a capital, without the end of a button that the page has
    set before it (示意图]抽检合格率); unknown is said as unknown."""
    words = _BUTTON.sub("", fact.indicator or "") or setting.word("no-indicator")
    return words[:1].upper() + words[1:]


def _within_scope(setting: Setting, fact: Fact) -> str:
    """The indicator without the scope at its start, which has a column of its own."""
    words, scope = indicator(setting, fact), fact.entity or ""
    rest = words.removeprefix(scope).removeprefix("的")
    return rest if len(rest) > 1 else words


def period(setting: Setting, fact: Fact) -> str:
    """The period as far as the number's own paragraph states it.

    One that an earlier sentence states is marked; one carried over from another paragraph may be
    another matter's and is left out. So is one that the name tells (年均 of 年均气温), of what is
    planned, the time since when other things have gone on (2020年以来), of what works measure the
    day of something else (10月28日，总投资约30亿元的医院建成启用), and of a rank, which holds on a
    day, the years that an earlier sentence tells of (过去十年).
    """
    if not fact.period or fact.period_from == "earlier":
        return ""
    if fact.period in (fact.indicator or ""):
        return ""
    if _LASTING.search(fact.indicator or "") and _ON_A_DAY.fullmatch(fact.period):
        return ""
    if (
        fact.quantity.type == "rank"
        and fact.period_from != "sentence"
        and _SPAN.search(fact.period)
    ):
        return ""
    told = fact.period_from == "sentence" and fact.quantity.type == "money"
    if planned(fact) and not told and fact.period.endswith(_SINCE):
        return ""
    return fact.period + setting.word("inferred") * (fact.period_from == "paragraph")


_ARROWS: Final = {"increase": "↑", "decrease": "↓", None: ""}


def change(setting: Setting, fact: Fact) -> str:
    """↑ or ↓ and the base of the comparison, as far as the source says."""
    arrow = _ARROWS[fact.change]
    base = _COMPARED.sub("", fact.comparison_base or "", count=1)
    if _OF_YEAR.fullmatch(base):
        return base + arrow
    if arrow and _SAYS_HOW.match(base):
        return f"{arrow} {base}"
    return setting.word("against", base=base, arrow=arrow) if base else arrow


def _panel(setting: Setting, facts: tuple[Fact, ...], names: dict[str, str]) -> Table:
    """Large numbers, three to a row."""
    ordered = sorted(facts, key=planned)
    room = _room(setting, ordered)
    cells = [_panel_cell(setting, fact, names[fact.id], room) for fact in ordered]
    while len(cells) % PANEL_COLUMNS:
        cells.append(Cell((Paragraph((), role="figure_label"),)))
    firsts = range(0, len(cells), PANEL_COLUMNS)
    rows = tuple(Row(tuple(cells[at : at + PANEL_COLUMNS])) for at in firsts)
    return Table(
        columns=(Column(),) * PANEL_COLUMNS,
        head=(),
        rows=rows,
        role="panel",
        summary=setting.word("figures-summary", count=len(facts)),
    )


def _room(setting: Setting, facts: list[Fact]) -> float:
    """How wide a number whose places are named may be to be set large as a whole: as wide as a
    column grows where the others leave it room."""
    widths = [0.0] * PANEL_COLUMNS
    for place, fact in enumerate(facts):
        cut = parts(fact)
        wide = _width(joined(cut), _tag(setting, fact)) if cut is not None else PANEL_WIDTH
        widths[place % PANEL_COLUMNS] = max(widths[place % PANEL_COLUMNS], wide)
    fits = sum(widths) <= PANEL_COLUMNS * PANEL_WIDTH - _AIR
    return max(PANEL_WIDTH, *widths) if fits else PANEL_WIDTH


def _tag(setting: Setting, fact: Fact) -> str:
    return setting.word(f"status-{fact.status}") if planned(fact) else ""


def _panel_cell(setting: Setting, fact: Fact, anchor: str, room: float) -> Cell:
    """Name, number and note; what the number's line has no room for opens the note."""
    words = (Text(indicator(setting, fact)),)
    label = Paragraph(words, role="figure_label", anchor=anchor)
    cut, tag = parts(fact), _tag(setting, fact)
    whole = joined(cut) if cut is not None and cut != joined(cut) else None
    if whole is not None and _width(whole, tag) <= room:
        return Cell((label, _value(setting, fact, whole, tagged=True), _note(setting, fact)))
    if cut is None or _width(cut, tag) <= PANEL_WIDTH:
        return Cell((label, _value(setting, fact), _note(setting, fact)))
    kept, moved = _shared_out(cut, tag)
    return Cell((label, _value(setting, fact, kept), _note(setting, fact, moved)))


def _width(cut: Parts, tag: str) -> float:
    """About how wide the line is, in letters of the unit's size."""
    large = _LARGE * sum(_BROAD if _HAN.match(letter) else 1 for letter in cut.number)
    small = sum(1 if letter.isascii() else 2 for letter in cut.before + cut.after.strip() + tag)
    return large + small + (_TAG if tag else 1)


def _shared_out(cut: Parts, tag: str) -> tuple[Parts, str]:
    """The parts that stay in the number's line (3.86 million), and the words of the unit that go
    below it (metric tons); the tag alone goes where the unit then fits."""
    if tag and _width(cut, "") <= PANEL_WIDTH:
        return cut, ""
    scale, _, rest = cut.after.strip().partition(" ")
    if rest and scale in _SCALES:
        return cut._replace(after=f" {scale}"), rest
    return (cut._replace(after=""), cut.after.strip()) if rest else (cut, "")


def _rows_form(setting: Setting, facts: tuple[Fact, ...], names: dict[str, str]) -> Table:
    """One figure a row: the number left, what it measures right."""
    rows = tuple(
        Row((Cell((_value(setting, fact),)), _explained(setting, fact)), anchor=names[fact.id])
        for fact in sorted(facts, key=planned)
    )
    return Table(
        columns=(Column(5), Column(6)),
        head=(),
        rows=rows,
        role="panel",
        summary=setting.word("figures-summary", count=len(facts)),
    )


def _explained(setting: Setting, fact: Fact) -> Cell:
    label = Paragraph((Text(indicator(setting, fact)),), role="figure_label")
    return Cell((label, _note(setting, fact)))


def _value(
    setting: Setting, fact: Fact, kept: Parts | None = None, *, tagged: bool = False
) -> Paragraph:
    """The number large, what stands before and after it small, and whether it is planned; of a
    line that has no room for all only what is `kept` there, and the tag only where it is
    `tagged`."""
    cut = kept or parts(fact)
    shown: list[Inline] = []
    if cut is None:
        shown += setting.words_of(with_bound(fact), fact.paragraph)
    else:
        shown += [Text(cut.before, role="unit")] if cut.before else []
        shown += setting.words_of(cut.number, fact.paragraph)
        shown += [Text(f"\u00a0{cut.after.strip()}", role="unit")] if cut.after else []
    if planned(fact) and (tagged or kept is None):
        word = setting.word(f"status-{fact.status}")
        shown += [Text("\u00a0\u00a0", role="unit"), Text(word, role="tag")]
    return Paragraph(tuple(shown), role="figure_value")


def _note(setting: Setting, fact: Fact, moved: str | None = None) -> Paragraph:
    """Period, comparison, place and source of a figure; in English, where the name doesn't say
    that it rose or fell (exports 9.4 percent), that too. `moved` are the words of its unit that
    the number's line has no room for; with them goes the tag of what is planned."""
    unnamed = (fact.indicator or "").isascii()
    compared = change(setting, fact) if fact.comparison_base or unnamed else ""
    said = (moved, period(setting, fact), compared, fact.entity)
    words = setting.word("comma").join(part for part in said if part)
    content: tuple[Inline, ...] = (Text(words),) if words else ()
    if planned(fact) and moved is not None:
        tag = Text(setting.word(f"status-{fact.status}"), role="tag")
        content = (*content, Text("\u00a0\u00a0" * bool(words)), tag)
    mark = setting.mark(fact.paragraph)
    if content and mark and isinstance(content[-1], Text) and content[-1].role == "tag":
        content = (*content, Text("\u00a0\u00a0"))
    return Paragraph((*content, *(mark if content else mark[1:])), role="figure_note")
