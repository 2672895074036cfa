"""Blocks of a document as strips: each kind by its own hand, groups and contents here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from typing import TypeGuard, assert_never

from exporter.document.model import (
    Anchor,
    Block,
    Cell,
    Chart,
    Contents,
    Group,
    Heading,
    Inline,
    List,
    PageBreak,
    Paragraph,
    Table,
)
from exporter.typeset.pages_charts import set_chart, set_charts
from exporter.typeset.pages_contents import set_contents
from exporter.typeset.pages_flow import Flow
from exporter.typeset.pages_model import Part
from exporter.typeset.pages_strips import Columns
from exporter.typeset.pages_tables import set_table
from exporter.typeset.pages_text import set_heading, set_list, set_paragraph

_AT_THE_FOOT = "imprint_box"


def set_blocks(flow: Flow, blocks: tuple[Block, ...]) -> None:
    """Adds the strips of the blocks to the flow."""
    for block in blocks:
        match block:
            case Heading():
                set_heading(flow, block)
            case Paragraph():
                set_paragraph(flow, block)
            case List():
                set_list(flow, block)
            case Table():
                set_table(flow, block)
            case Chart():
                set_chart(flow, block)
            case Group():
                _set_group(flow, block)
            case Contents():
                set_contents(flow, block)
            case PageBreak():
                flow.start("page")
            case _:
                assert_never(block)


def _set_group(flow: Flow, group: Group) -> None:
    """The group's blocks in its frame, in its columns, on one page where the rule says so."""
    rule = flow.style.rule(group.role)
    if rule.display == "none":
        return
    flow.start(rule.break_before)
    flow.space(rule.space_before)
    if group.role == _AT_THE_FOOT:
        flow.push_down()
    with ExitStack() as stack:
        stack.enter_context(flow.inside(flow.add_part(Part("section", flow.part))))
        if rule.break_inside == "avoid":
            stack.enter_context(flow.together())
        stack.enter_context(flow.framed(rule))
        if rule.columns > 1 and _all_charts(group.blocks):
            set_charts(flow, group.blocks, rule)
            return
        if rule.columns > 1 and flow.columns is None:
            gap = rule.column_gap
            columns = Columns(rule.columns, gap, rule.column_rule, flow.next_columns())
            stack.enter_context(flow.in_columns(columns))
        set_blocks(flow, group.blocks)
    flow.space(rule.space_after)
    if rule.break_after == "avoid":
        flow.keep_next()


def _all_charts(blocks: tuple[Block, ...]) -> TypeGuard[tuple[Chart, ...]]:
    return all(isinstance(block, Chart) for block in blocks)


def anchors_of(blocks: tuple[Block, ...]) -> Iterator[str]:
    """All anchors in the blocks, in order."""
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield from _own(block.anchor)
                yield from _inside(block.content)
            case List():
                for item in block.items:
                    yield from _own(item.anchor)
                    yield from _inside(item.content)
            case Table():
                yield from _own(block.anchor)
                yield from _inside(block.caption)
                for row in (*block.head, *block.rows):
                    yield from _own(row.anchor)
                    yield from _in_cells(row.cells)
            case Chart():
                yield from _own(block.anchor)
                yield from _inside(block.caption)
            case Group():
                yield from anchors_of(block.blocks)
            case Contents() | PageBreak():
                pass
            case _:
                assert_never(block)


def _own(anchor: str | None) -> tuple[str, ...]:
    return (anchor,) if anchor else ()


def _inside(content: tuple[Inline, ...]) -> Iterator[str]:
    return (inline.id for inline in content if isinstance(inline, Anchor))


def _in_cells(cells: tuple[Cell, ...]) -> Iterator[str]:
    for cell in cells:
        yield from anchors_of(cell.blocks)
