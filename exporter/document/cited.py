"""Who cites what: the anchors of a document, and what first links to each of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from exporter.document.model import (
    Anchor,
    Block,
    Chart,
    Contents,
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
    Tab,
    Table,
    Text,
)

Place = tuple[str | None, tuple[Inline, ...]]
"""The nearest anchor (its own or that of the block around it), and the inlines that stand there."""


def citations(blocks: Iterable[Block]) -> dict[str, str]:
    """From each link's target to the anchor of the first place that links to it."""
    found: dict[str, str] = {}
    for anchor, inlines in places(blocks):
        for inline in inlines:
            if isinstance(inline, Link) and anchor:
                found.setdefault(inline.target, anchor)
    return found


def places(blocks: Iterable[Block], around: str | None = None) -> Iterator[Place]:
    """Every run of inlines, in reading order, with the nearest anchor at or before it."""
    near = around
    for block in blocks:
        for anchor, inlines in _places(block, near):
            near = anchor or near
            yield near, inlines


def _places(block: Block, around: str | None) -> Iterator[Place]:
    match block:
        case Heading() | Paragraph():
            yield block.anchor or around, block.content
        case List():
            yield from ((item.anchor or around, item.content) for item in block.items)
        case Table():
            yield from _table_places(block, block.anchor or around)
        case Chart():
            yield block.anchor or around, block.caption
        case Group():
            yield from places(block.blocks, around)
        case Contents() | PageBreak():
            return
        case _:
            assert_never(block)


def _table_places(table: Table, around: str | None) -> Iterator[Place]:
    yield around, table.caption
    for row in (*table.head, *table.rows):
        near = row.anchor or around
        for cell in row.cells:
            for paragraph in cell.blocks:
                near = paragraph.anchor or near
                yield near, paragraph.content


def anchors(blocks: Iterable[Block]) -> Iterator[str]:
    """Every anchor, in reading order."""
    for block in blocks:
        yield from (anchor for anchor in _own_anchors(block) if anchor)


def _own_anchors(block: Block) -> Iterator[str | None]:
    match block:
        case Heading() | Paragraph():
            yield block.anchor
            yield from _inside(block.content)
        case List():
            for item in block.items:
                yield item.anchor
                yield from _inside(item.content)
        case Table():
            yield block.anchor
            for row in (*block.head, *block.rows):
                yield row.anchor
                yield from (name for cell in row.cells for name in anchors(cell.blocks))
        case Chart():
            yield block.anchor
        case Group():
            yield from anchors(block.blocks)
        case Contents() | PageBreak():
            return
        case _:
            assert_never(block)


def _inside(inlines: Iterable[Inline]) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Anchor():
                yield inline.id
            case Text() | Link() | FileLink() | Note() | Tab() | LineBreak():
                continue
            case _:
                assert_never(inline)
