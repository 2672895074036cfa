"""附件 as GB/T 9704 has them (7.3.4, 7.4): listed after the body, each marked at the top of its
page.
"""

from __future__ import annotations

from collections.abc import Iterator

from exporter.document.model import (
    Block,
    Heading,
    Inline,
    LineBreak,
    Link,
    PageBreak,
    Paragraph,
    Text,
)
from exporter.document.plan import SectionSpec
from exporter.document.setting import Setting

Sections = list[tuple[Block, ...]]


def annexes(setting: Setting, spec: SectionSpec) -> tuple[Block, ...]:
    """Nothing yet: what is annexed is known when all sections are there (see `annexed`)."""
    return ()


def annexed(sections: Sections, place: int | None, setting: Setting) -> Sections:
    """The sections with 附件1, 附件2 over those that start a page, and their list at `place`; a
    single annex has no number.
    """
    titles = [_title(blocks) for blocks in sections if _is_annex(blocks)]
    word = setting.word("annex")
    labels = [word] if len(titles) == 1 else [f"{word}{at}" for at in range(1, len(titles) + 1)]
    numbers = iter(labels)
    done = [_marked(blocks, next(numbers)) if _is_annex(blocks) else blocks for blocks in sections]
    if place is not None and titles:
        done[place] = (Paragraph(tuple(_listed(titles, setting)), role="annex_list"),)
    return done


def _is_annex(blocks: tuple[Block, ...]) -> bool:
    return len(blocks) > 1 and isinstance(blocks[0], PageBreak) and isinstance(blocks[1], Heading)


def _title(blocks: tuple[Block, ...]) -> tuple[str, str | None]:
    heading = blocks[1]
    assert isinstance(heading, Heading)
    words = "".join(inline.text for inline in heading.content if isinstance(inline, Text))
    return words, heading.anchor


def _marked(blocks: tuple[Block, ...], label: str) -> tuple[Block, ...]:
    return (blocks[0], Paragraph((Text(label),), role="annex_label"), *blocks[1:])


def _listed(titles: list[tuple[str, str | None]], setting: Setting) -> Iterator[Inline]:
    """附件：1.… and the others under it, without end marks; each is a link to its annex."""
    yield Text(setting.word("annex") + setting.word("colon"))
    for at, (words, anchor) in enumerate(titles, 1):
        if at > 1:
            yield LineBreak()
        shown = words if len(titles) == 1 else f"{at}.{words}"
        yield Link(shown, anchor, role="source_text") if anchor else Text(shown)
