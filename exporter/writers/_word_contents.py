"""The contents, filled in beforehand: Word shows them at once and can renew them on request.

Page numbers are those of our own page building of the same document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from exporter.document.model import Block, Contents, Document, Group, Heading
from exporter.errors import WriteError
from exporter.styling.model import Style
from exporter.writers import _word_names as names
from exporter.writers._word_styles import Dress, StyleBook
from exporter.writers._word_text import FIELD_END, TAB, Runs, field, field_start
from exporter.writers._word_xml import node

_SUBSTITUTE = "?"


class Entry(NamedTuple):
    """A heading in the contents: its level in the document, its role, its words, its anchor."""

    level: int
    role: str
    text: str
    anchor: str


def page_numbers(document: Document, style: Style) -> tuple[int, ...]:
    """The page of each heading of the contents, in order. A character that no face of the style
    has is as wide as the substitute: Word finds a face for it.
    """
    from exporter.typeset.pages import paginated

    try:
        pages = paginated(document, style)
    except WriteError:
        pages = paginated(document, msgspec.structs.replace(style, fallback_character=_SUBSTITUTE))
    return tuple(place.page for place in pages.headings)


def runs_over(document: Document, style: Style, at: int) -> bool:
    """Whether the heading `at` (of those that contents may list) stands on the page of the one
    before it though it is to start a page: what is between has run over onto a page of its own.
    """
    pages = page_numbers(document, style)
    return 0 < at < len(pages) and pages[at] == pages[at - 1]


def contents_markup(
    contents: Contents,
    entries: Sequence[Entry],
    pages: Sequence[int],
    tools: tuple[Runs, StyleBook],
) -> str:
    """A ``w:sdt`` with an entry for each heading down to the depth of the contents."""
    paged = _paged(entries, pages)
    shown = [(entry, page) for entry, page in paged if entry.level <= contents.depth]
    top = min((entry.level for entry, _ in shown), default=1)
    roles = {entry.role: entry.level - top + 1 for entry, _ in shown}
    last = len(shown) - 1
    lines = "".join(
        _entry(
            entry,
            "contents_1" if entry.level == top else "contents_2",
            page,
            tools,
            (field_start(instruction(roles)) if at == 0 else "", FIELD_END if at == last else ""),
        )
        for at, (entry, page) in enumerate(shown)
    )
    return f"<w:sdt>{_GALLERY}<w:sdtContent>{lines}</w:sdtContent></w:sdt>"


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
    entry: Entry,
    role: str,
    page: int | None,
    tools: tuple[Runs, StyleBook],
    around: tuple[str, str],
) -> str:
    """The paragraph of an entry; `around` are the marks of the field that stand in it."""
    runs, book = tools
    dress = Dress() if book.rule(role).tab_stops else Dress(tab=True)
    bookmark = runs.bookmarks.name(entry.anchor)
    words: list[str] = []
    runs.text(words, entry.text)
    if page is not None:
        words += (TAB, field(f"PAGEREF {bookmark} \\h", str(page)))
    return "".join(
        (
            f'<w:p><w:pPr><w:pStyle w:val="{book.paragraph(role, dress)}"/></w:pPr>{around[0]}',
            f'<w:hyperlink w:anchor="{bookmark}" w:history="1">',
            *words,
            f"</w:hyperlink>{around[1]}</w:p>",
        )
    )


_GALLERY = node(
    "w:sdtPr",
    node(
        "w:docPartObj",
        node("w:docPartGallery", val="Table of Contents"),
        node("w:docPartUnique"),
    ),
).markup()
