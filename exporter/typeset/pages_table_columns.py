"""How wide the columns of a table are, and where the decimal points of its numbers stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.document.model import Cell, Note, Paragraph, Table
from exporter.styling.model import Rule
from exporter.typeset.characters import NEVER
from exporter.typeset.lines import break_lines, text_width
from exporter.typeset.model import Fragment, Line, Measure, Run
from exporter.typeset.pages_flow import Flow
from exporter.typeset.pages_table_lines import fewest_lines
from exporter.typeset.paragraph import Paragraph as Measured

_INTEGER = re.compile(r"\d[\d,，]*")
_UNBOUNDED = 100_000.0
_MOST_FOR_NUMBERS = 0.6  # of the table's width, for all columns of numbers
_MOST_FOR_ONE = 0.25  # for a column that stands right: lists of numbers are broken like words
_BY_WEIGHT = ("panel",)  # laid out in even cells, whatever words stand in them
_GUTTER = 9.0  # pt, at least, between a large number and the next column
_LITTLE, _MUCH = 1.4, 1.6  # of a column's share: what it may get more, what runs over anyhow
_SEVERAL = 2
_STEP = 9.0  # pt
_EASE = 0.1  # pt, so that rounding doesn't break what was measured to fit


def column_widths(flow: Flow, table: Table, rule: Rule) -> list[float]:
    """The columns' widths, padding included: as wide as their text, else shared by weight.

    Columns of single numbers are never broken while they leave room. Of the others, a column whose
    text is narrower than its share gets what it needs, and leaves the rest to those that need more.
    Room that nobody needs goes to the columns that stand left.
    """
    weights = [max(column.weight, 0.01) for column in table.columns]
    if table.role in _BY_WEIGHT:
        return _by_weight(flow, table, weights, rule)
    needs = [need + 2 * rule.cell_padding_x for need in _needs(flow, table)]
    spare = flow.width - sum(needs)
    if spare >= 0:
        shares = [
            w if c.align == "left" else 0.0 for w, c in zip(weights, table.columns, strict=True)
        ]
        if not any(shares):
            shares = weights
        total = sum(shares)
        return [need + spare * share / total for need, share in zip(needs, shares, strict=True)]
    firm = [
        column.align == "decimal"
        or (column.align == "right" and need <= _MOST_FOR_ONE * flow.width)
        for column, need in zip(table.columns, needs, strict=True)
    ]
    taken = sum(need for need, is_firm in zip(needs, firm, strict=True) if is_firm)
    if all(firm) or taken > _MOST_FOR_NUMBERS * flow.width:
        return _shared(needs, weights, flow.width)
    loose = [index for index, is_firm in enumerate(firm) if not is_firm]
    shares = _shared([needs[i] for i in loose], [weights[i] for i in loose], flow.width - taken)
    widths = [need if is_firm else 0.0 for need, is_firm in zip(needs, firm, strict=True)]
    for index, share in zip(loose, shares, strict=True):
        widths[index] = share
    widths = _with_whole_words(flow, table, widths, loose, 2 * rule.cell_padding_x)
    return _with_few_lines(flow, table, widths, loose, 2 * rule.cell_padding_x)


def _by_weight(flow: Flow, table: Table, weights: list[float], rule: Rule) -> list[float]:
    """Widths by weight, wider where a large number with its unit would break."""
    needs = _needs(flow, table, only="figure_value")
    needs = [need + max(2 * rule.cell_padding_x, _GUTTER) for need in needs]
    widths = [flow.width * weight / sum(weights) for weight in weights]
    wide = {i: need for i, need in enumerate(needs) if need > widths[i]}
    rest = sum(weight for i, weight in enumerate(weights) if i not in wide)
    room = flow.width - sum(wide.values())
    if not wide or not rest or room < flow.width / 4:
        return widths
    return [wide.get(i, room * weight / rest) for i, weight in enumerate(weights)]


def _shared(needs: list[float], weights: list[float], width: float) -> list[float]:
    """`width` by weight, but to none more than it needs.

    A column that lacks little gets that too, as long as one is left whose text runs over several
    lines anyhow.
    """
    widths = [0.0] * len(needs)
    hungry = list(range(len(needs)))
    while hungry:
        total = sum(weights[index] for index in hungry)
        shares = {index: width * weights[index] / total for index in hungry}
        hungry.sort(key=lambda index: needs[index] / shares[index])
        first, last = hungry[0], hungry[-1]
        lack = needs[first] / shares[first]
        if lack > 1 and (lack > _LITTLE or needs[last] < _MUCH * shares[last]):
            return [shares.get(index, known) for index, known in enumerate(widths)]
        widths[first] = needs[first]
        width -= needs[first]
        hungry.remove(first)
    return widths


def _with_whole_words(
    flow: Flow, table: Table, widths: list[float], loose: list[int], padding: float
) -> list[float]:
    """The widths, changed so that no `loose` column is narrower than the widest word (a number with
    its unit, a name in Latin letters) of its cells.

    The others spare that without breaking a cell that isn't broken yet; where they can't, between
    its words; where they can't do that either, the widths are as they were.
    """
    for whole_cells in (True, False):
        leasts = {i: _least(flow, table, i, widths[i] - padding, whole_cells) for i in loose}
        gaps = {index: widths[index] - least - padding for index, least in leasts.items()}
        lack = {index: -gap for index, gap in gaps.items() if gap < 0}
        spare = {index: gap for index, gap in gaps.items() if gap >= 0}
        if not lack:
            return widths
        if sum(lack.values()) <= sum(spare.values()):
            share = sum(lack.values()) / sum(spare.values())
            return [
                width + lack.get(index, 0.0) - share * spare.get(index, 0.0)
                for index, width in enumerate(widths)
            ]
    return widths


def _with_few_lines(
    flow: Flow, table: Table, widths: list[float], loose: list[int], padding: float
) -> list[float]:
    """The widths with the room of the `loose` columns shared so that the rows are low."""
    if len(loose) < _SEVERAL:
        return widths
    cells = [[_natural_cell(flow, cell) for cell in _column(table, index)] for index in loose]
    leasts = [_least(flow, table, index, 0.0, whole_cells=False) for index in loose]
    step = flow.style.rule("table_cell").font_size or _STEP
    changed = fewest_lines(cells, [widths[index] for index in loose], leasts, padding, step)
    told = dict(zip(loose, changed, strict=True))
    return [told.get(index, width) for index, width in enumerate(widths)]


def _column(table: Table, index: int) -> Iterator[Cell | None]:
    """The column's cell in each row; ``None`` where another spans it."""
    for row in (*table.head, *table.rows):
        at, found = 0, None
        for cell in row.cells:
            if at == index and cell.columns == 1:
                found = cell
            at += cell.columns
        yield found


def _natural_cell(flow: Flow, cell: Cell | None) -> float:
    """The width of the cell's widest paragraph in one line, 0 for no cell."""
    return max((_natural_width(flow, block) for block in cell.blocks), default=0.0) if cell else 0.0


def _least(flow: Flow, table: Table, index: int, room: float, whole_cells: bool) -> float:
    """How wide the column must be for its widest word, or for its cells that fit `room`."""
    least = 0.0
    for paragraph in _cells(table, index):
        whole = _natural_width(flow, paragraph)
        if whole > room or not whole_cells:
            whole = min(whole, _widest_word(flow, paragraph) + _EASE)
        least = max(least, whole)
    return least


def _widest_word(flow: Flow, paragraph: Paragraph) -> float:
    """The widest stretch of the paragraph that had better not be broken, pt."""
    rule = flow.style.rule(paragraph.role)
    text = Measured(_runs(flow, paragraph), rule.text_spacing)
    classes, held = text.classes, text.held
    widest, start = 0.0, 0
    for offset in range(1, len(classes) + 1):
        if classes[offset - 1 : offset + 1] not in NEVER and offset not in held:
            widest, start = max(widest, text.width(start, offset)), offset
    return widest + rule.margin_left + rule.margin_right


def _needs(flow: Flow, table: Table, only: str = "") -> list[float]:
    """The widest line of each column, were its cells (or their paragraphs of one role) not
    broken.
    """
    needs = [0.0] * len(table.columns)
    for row in (*table.head, *table.rows):
        at = 0
        for cell in row.cells:
            if cell.columns == 1 and at < len(needs):
                blocks = [block for block in cell.blocks if not only or block.role == only]
                widths = (_natural_width(flow, paragraph) for paragraph in blocks)
                needs[at] = max([needs[at], *widths])
            at += cell.columns
    for index, column in enumerate(table.columns):
        if column.align == "decimal":
            needs[index] = max(needs[index], sum(decimal_extent(flow, table, index)))
    return [need + _EASE for need in needs]


def decimal_extent(flow: Flow, table: Table, index: int) -> tuple[float, float]:
    """How far the column's numbers reach to the left and to the right of their points."""
    before = after = 0.0
    for paragraph in _numbers(table, index):
        line = line_of(flow, paragraph)
        place = point_of(line)
        before, after = max(before, place), max(after, line.x + line.width - place)
    return before, after


def _cells(table: Table, index: int) -> Iterator[Paragraph]:
    """The paragraphs of the column's cells that span no other."""
    for row in (*table.head, *table.rows):
        at = 0
        for cell in row.cells:
            if at == index and cell.columns == 1:
                yield from cell.blocks
            at += cell.columns


def _numbers(table: Table, index: int) -> Iterator[Paragraph]:
    """The first paragraph of each of the column's cells."""
    for row in table.rows:
        at = 0
        for cell in row.cells:
            if at == index and cell.columns == 1 and not row.group:
                yield from cell.blocks[:1]
            at += cell.columns


def _natural_width(flow: Flow, paragraph: Paragraph) -> float:
    key = (paragraph.role, paragraph.content)
    known = flow.measured.get(key)
    if known is None:
        rule = flow.style.rule(paragraph.role)
        indents = rule.margin_left + rule.margin_right + rule.text_indent
        known = text_width(_runs(flow, paragraph), rule.text_spacing) + indents
        flow.measured[key] = known
    return known


def _runs(flow: Flow, paragraph: Paragraph) -> tuple[Run, ...]:
    """The paragraph's runs, to be measured only: they leave no trace in the flow."""
    count = len(flow.parts)
    content = tuple(inline for inline in paragraph.content if not isinstance(inline, Note))
    runs = flow.dresser.runs(flow, content, paragraph.role, flow.part)
    del flow.parts[count:]
    return runs


def line_of(flow: Flow, paragraph: Paragraph) -> Line:
    """The paragraph in one line as long as it likes."""
    spacing = flow.style.rule(paragraph.role).text_spacing
    measure = Measure(_UNBOUNDED, align="left", text_spacing=spacing)
    return break_lines(_runs(flow, paragraph), measure)[0]


def point_of(line: Line) -> float:
    """Where the first number's integer part ends, from the left edge of the line's measure.

    A line without digits has its point at its end.
    """
    text = "".join(fragment.text for fragment in line.fragments)
    found = _INTEGER.search(text)
    end = found.end() if found else len(text)
    for fragment in line.fragments:
        if end <= len(fragment.text):
            return fragment.x + _advance(fragment, end)
        end -= len(fragment.text)
    return line.x + line.width


def _advance(fragment: Fragment, count: int) -> float:
    """The width of the fragment's first `count` characters."""
    run = fragment.run
    scale = run.font_size * run.font_stretch / 100
    width = sum(run.chain.widths[character] for character in fragment.text[:count]) * scale
    kerns = sum(kern for index, kern in fragment.kerns if index < count)
    return width + fragment.spacing * count + kerns
