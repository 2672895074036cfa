"""Page building: document + style → pages of placed things. Knows lines, boxes and pages, and no
PDF.

    blocks --set_blocks--> strips --Filler--> drafts --> pages

Where the numbers in the contents make them longer, strips are filled in again, until those stay.
"""

from __future__ import annotations

from collections.abc import Iterator

from exporter.document.model import Block, Document, Group, Heading
from exporter.styling.model import Style
from exporter.typeset.pages_blocks import anchors_of, set_blocks
from exporter.typeset.pages_contents import with_pages
from exporter.typeset.pages_fill import Draft, Filler, Placed
from exporter.typeset.pages_finish import finish
from exporter.typeset.pages_flow import Flow
from exporter.typeset.pages_model import Mark, Pages
from exporter.typeset.pages_strips import Outlined, Strip
from exporter.typeset.pages_text import plain_text

_PASSES = 5  # contents that still move after so many are left as they are


_last: list[tuple[Document, Style, Pages]] = []


def paginated(document: Document, style: Style) -> Pages:
    """The same, kept for whoever asks for the same next: a DOCX takes the pages of its contents
    from here, and the PDF of the same document its own.
    """
    for known_document, known_style, pages in _last:
        if known_document is document and known_style is style:
            return pages
    pages = paginate(document, style)
    _last[:] = [(document, style, pages)]
    return pages


def pages_of_last(document: Document) -> int | None:
    """How many pages the document has, when it is the one that was laid out last."""
    return next((len(pages.pages) for known, _, pages in _last if known is document), None)


def paginate(document: Document, style: Style) -> Pages:
    """The document on pages. Raises `WriteError` for a character that no face of the style has."""
    outline = tuple(_outline(document.blocks, style))
    anchors = frozenset(anchors_of(document.blocks)) | {heading.anchor for heading in outline}
    flow = Flow(document, style, anchors, outline)
    set_blocks(flow, document.blocks)
    return finish(flow, _filled(flow))


def _filled(flow: Flow) -> list[Draft]:
    """The pages with their contents telling the pages they are."""
    setup = flow.style.page
    drafts = Filler(setup.text_width, setup.text_height, flow.pitch).fill(flow.strips)
    known: dict[str, int] = {}
    for _ in range(_PASSES if flow.entries else 0):
        pages = _pages_of(drafts)
        if pages == known:
            break
        known = pages
        strips, moves = with_pages(flow, pages)
        if not moves:
            _exchange(drafts, flow.strips, strips)
            break
        drafts = Filler(setup.text_width, setup.text_height, flow.pitch).fill(strips)
    return drafts


def _pages_of(drafts: list[Draft]) -> dict[str, int]:
    """Anchor → number of the page it stands on."""
    pages: dict[str, int] = {}
    for number, draft in enumerate(drafts, 1):
        for placed in draft.placed:
            for item in placed.strip.items:
                if type(item) is Mark:
                    pages.setdefault(item.anchor, number)
    return pages


def _exchange(drafts: list[Draft], old: list[Strip], new: list[Strip]) -> None:
    """Puts new strips of the same heights in the places of the old ones."""
    changed = {
        id(was): becomes for was, becomes in zip(old, new, strict=True) if was is not becomes
    }
    for draft in drafts:
        for at, placed in enumerate(draft.placed):
            if id(placed.strip) in changed:
                strip = changed[id(placed.strip)]
                draft.placed[at] = Placed(strip, placed.x, placed.y, placed.column)


def _outline(blocks: tuple[Block, ...], style: Style) -> Iterator[Outlined]:
    """The headings for contents and bookmarks, in order, each with an anchor."""
    for number, heading in enumerate(_headings(blocks, style), 1):
        anchor = heading.anchor or f"heading-{number}"
        yield Outlined(heading.level, plain_text(heading.content), anchor)


def _headings(blocks: tuple[Block, ...], style: Style) -> Iterator[Heading]:
    for block in blocks:
        if isinstance(block, Group) and style.rule(block.role).display == "show":
            yield from _headings(block.blocks, style)
        elif isinstance(block, Heading) and _listed(block, style):
            yield block


def _listed(heading: Heading, style: Style) -> bool:
    return heading.contents and style.rule(heading.role).display == "show"
