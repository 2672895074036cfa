"""The contents, filled in beforehand: Word shows them at once and can renew them on request.

Page numbers are those of our own page building of the same document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from exporter.document.model import Block, Contents, Document, Group, Heading
from exporter.styling.model import Style
from exporter.writers import _word_names as names
from exporter.writers._word_styles import Dress, StyleBook
from exporter.writers._word_text import Runs, field, field_mark, field_start
from exporter.writers._word_xml import Element, node


class Entry(NamedTuple):
    """A heading in the contents: its level in the document, its role, its words, its anchor."""

    level: int
    role: str
    text: str
    anchor: str


def page_numbers(document: Document, style: Style) -> tuple[int, ...]:
    """The page of each heading of the contents, in order."""
    from exporter.typeset.pages import paginate

    return tuple(place.page for place in paginate(document, style).headings)


def write_contents(
    element: Element,
    contents: Contents,
    entries: Sequence[Entry],
    pages: Sequence[int],
    tools: tuple[Runs, StyleBook],
) -> None:
    """Fills the ``w:sdt`` with an entry for each heading down to the depth of the contents."""
    gallery = node("w:docPartGallery", val="Table of Contents")
    node("w:sdtPr", node("w:docPartObj", gallery, node("w:docPartUnique"))).under(element)
    content = node("w:sdtContent").under(element)
    paged = _paged(entries, pages)
    shown = [(entry, page) for entry, page in paged if entry.level <= contents.depth]
    top = min((entry.level for entry, _ in shown), default=1)
    for index, (entry, page) in enumerate(shown):
        paragraph = _entry(content, entry, top, page, tools)
        if index == 0:
            roles = {entry.role: entry.level - top + 1 for entry, _ in shown}
            for at, run in enumerate(field_start(instruction(roles)), start=1):
                paragraph.insert(at, run.under(paragraph))
        if index == len(shown) - 1:
            field_mark("end").under(paragraph)


def instruction(roles: dict[str, int]) -> str:
    """The field that makes such contents anew: Word's own headings, and the other roles by name."""
    built_in = [level for role, level in roles.items() if role in names.PARTS_OF_HEADINGS]
    others = ",".join(
        f"{names.style_name(role)},{level}"
        for role, level in roles.items()
        if role not in names.PARTS_OF_HEADINGS
    )
    headings = f' \\o "1-{max(built_in)}"' if built_in else ""
    return f"TOC{headings} \\h \\z" + (f' \\t "{others}"' if others else "")


def listed(blocks: tuple[Block, ...]) -> Iterator[Heading]:
    """The headings that contents may list."""
    for block in blocks:
        if isinstance(block, Heading) and block.contents:
            yield block
        elif isinstance(block, Group):
            yield from listed(block.blocks)


def _paged(entries: Sequence[Entry], pages: Sequence[int]) -> list[tuple[Entry, int | None]]:
    known: list[int | None] = list(pages) if len(pages) == len(entries) else [None] * len(entries)
    return list(zip(entries, known, strict=True))


def _entry(
    parent: Element, entry: Entry, top: int, page: int | None, tools: tuple[Runs, StyleBook]
) -> Element:
    runs, book = tools
    role = "contents_1" if entry.level == top else "contents_2"
    dress = Dress() if book.rule(role).tab_stops else Dress(tab=True)
    paragraph = node("w:p").under(parent)
    node("w:pPr", node("w:pStyle", val=book.paragraph(role, dress))).under(paragraph)
    bookmark = runs.bookmarks.name(entry.anchor)
    link = node("w:hyperlink", anchor=bookmark, history=1).under(paragraph)
    runs.text(link, entry.text)
    if page is not None:
        node("w:r", node("w:tab")).under(link)
        field(link, f"PAGEREF {bookmark} \\h", str(page))
    return paragraph
