"""Document → Markdown (CommonMark with tables), for reading, for diffs and for other tools.

Source text is never markup: what Markdown would read as such is escaped. Anchors are HTML anchors,
since Markdown has none; of a style only the order of sections shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, assert_never

from exporter.document.model import (
    Anchor,
    Block,
    Chart,
    Contents,
    Document,
    FileLink,
    Group,
    Heading,
    Inline,
    LineBreak,
    Link,
    List,
    Note,
    PageBreak,
    Paragraph,
    Row,
    Tab,
    Table,
    Text,
)
from exporter.notices import Outcome
from exporter.styling.model import Style

suffix: Final = ".md"
media_type: Final = "text/markdown; charset=utf-8"

_STRONG: Final = frozenset({"strong", "label", "run_in", "run_in_1", "run_in_2"})
_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>|~#])")
_LINE_START: Final = re.compile(r"^(\s*)([-+=]|\d{1,9}[.)])(?=\s|$)")


def write(document: Document, style: Style) -> Outcome[bytes]:
    """The document as Markdown in UTF-8."""
    notes: list[Note] = []
    parts = [part for block in document.blocks for part in _block(block, notes, document)]
    parts += [f"[^{at}]: {_inlines(note.content, notes)}" for at, note in enumerate(list(notes), 1)]
    return Outcome(("\n\n".join(parts) + "\n").encode())


def _block(block: Block, notes: list[Note], document: Document) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * block.level} {_mark(block.anchor)}{_inlines(block.content, notes)}"
        case Paragraph():
            number = f"[{_escape(block.number)}](#{block.back}) " if block.back else ""
            number = number or (f"{_escape(block.number)} " if block.number else "")
            yield f"{_mark(block.anchor)}{number}{_at_start(_inlines(block.content, notes))}"
        case List():
            yield "\n".join(_items(block, notes))
        case Table():
            yield from _table(block, notes)
        case Chart():
            yield from _chart(block, notes)
        case Group():
            for inner in block.blocks:
                yield from _block(inner, notes, document)
        case Contents():
            yield "\n".join(_contents(block, document))
        case PageBreak():
            yield "---"
        case _:
            assert_never(block)


def _items(block: List, notes: list[Note]) -> Iterator[str]:
    for at, item in enumerate(block.items, 1):
        bullet = f"{at}." if block.ordered else "-"
        yield f"{bullet} {_mark(item.anchor)}{_at_start(_inlines(item.content, notes))}"


def _table(table: Table, notes: list[Note]) -> Iterator[str]:
    """A table; Markdown needs one head row, an empty one stands in where there is none."""
    if table.caption:
        yield _inlines(table.caption, notes)
    width = len(table.columns)
    head = [_row(row, width, notes) for row in table.head] or ["|" + " |" * width]
    rule = "|" + "|".join(_RULES[column.align] for column in table.columns) + "|"
    rows = [_row(row, width, notes) for row in table.rows]
    yield "\n".join([head[0], rule, *head[1:], *rows])


_RULES: Final = {"left": "---", "right": "---:", "center": ":---:", "decimal": "---:"}


def _row(row: Row, width: int, notes: list[Note]) -> str:
    cells: list[str] = []
    for cell in row.cells:
        words = (f"{_mark(p.anchor)}{_inlines(p.content, notes)}" for p in cell.blocks)
        cells += ["<br>".join(words), *[""] * (cell.columns - 1)]
    cells[0] = _mark(row.anchor) + cells[0]
    cells += [""] * (width - len(cells))
    return "| " + " | ".join(cells) + " |"


def _chart(chart: Chart, notes: list[Note]) -> Iterator[str]:
    """A chart as the table of its values, under its title and above its caption."""
    unit = f" ({_escape(chart.unit)})" if chart.unit else ""
    yield f"{_mark(chart.anchor)}**{_escape(chart.title)}{unit}**"
    names = ["", *(_escape(series.name) for series in chart.series)]
    lines = ["| " + " | ".join(names) + " |", "|" + "---|" * len(names)]
    for at, category in enumerate(chart.categories):
        values = [_escape(series.points[at].label) for series in chart.series]
        lines.append("| " + " | ".join([_escape(category), *values]) + " |")
    yield "\n".join(lines)
    if chart.caption:
        yield _inlines(chart.caption, notes)


def _contents(contents: Contents, document: Document) -> Iterator[str]:
    if contents.title:
        yield f"**{_escape(contents.title)}**\n"
    for heading in _headings(document.blocks):
        if heading.contents and heading.level <= contents.depth:
            words = _escape("".join(_plain(inline) for inline in heading.content))
            target = f"[{words}](#{heading.anchor})" if heading.anchor else words
            yield f"{'  ' * max(0, heading.level - 2)}- {target}"


def _headings(blocks: Iterable[Block]) -> Iterator[Heading]:
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, Group):
            yield from _headings(block.blocks)


def _inlines(inlines: Iterable[Inline], notes: list[Note]) -> str:
    return "".join(_inline(inline, notes) for inline in inlines)


def _inline(inline: Inline, notes: list[Note]) -> str:
    match inline:
        case Text():
            words = _escape(inline.text)
            return _strong(words) if inline.role in _STRONG else words
        case Link():
            return f"[{_escape(inline.text)}](#{inline.target})"
        case FileLink():
            # no pointed brackets: some readers would take </a> in them for a tag
            target = inline.target.replace("(", "%28").replace(")", "%29")
            return f"[{_escape(inline.text)}]({target})"
        case Anchor():
            return _mark(inline.id)
        case Note():
            notes.append(inline)
            return f"[^{len(notes)}]"
        case Tab():
            return " "
        case LineBreak():
            return "<br>"
        case _:
            assert_never(inline)


def _strong(words: str) -> str:
    """Words in bold; white space at their ends stays outside the marks, as CommonMark needs."""
    bare = words.strip()
    if not bare:
        return words
    before, _, after = words.partition(bare)
    return f"{before}**{bare}**{after}"


def _plain(inline: Inline) -> str:
    return inline.text if isinstance(inline, Text | Link | FileLink) else ""


def _mark(anchor: str | None) -> str:
    return f'<a id="{anchor}"></a>' if anchor else ""


def _escape(words: str | None) -> str:
    """The words as Markdown reads them back; a line end is a space, since blocks are lines here."""
    return _SPECIAL.sub(r"\\\1", " ".join((words or "").splitlines())).replace("&", "&amp;")


def _at_start(words: str) -> str:
    """A first ``1.`` or ``-`` that is no list."""
    return _LINE_START.sub(lambda found: f"{found[1]}{found[2][:-1]}\\{found[2][-1]}", words)
