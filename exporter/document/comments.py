"""Doubts as comments on the paragraphs of the transcript that they are about, for an editor."""

from __future__ import annotations

import msgspec

from exporter.document.model import Block, FileLink, Group, Inline, Link, Paragraph, Text
from exporter.document.notes import doubtful
from exporter.document.setting import Setting


def commented(setting: Setting, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with a comment on each paragraph that a doubt of the briefing leads to."""
    said: dict[str, list[str]] = {}
    for content in doubtful(setting):
        words = _words(content)
        for anchor in dict.fromkeys(i.target for i in content if isinstance(i, Link)):
            said.setdefault(anchor, []).append(words)
    return tuple(_commented(block, said) for block in blocks) if said else blocks


def _words(content: tuple[Inline, ...]) -> str:
    texts = (
        i.text for i in content if isinstance(i, Text | Link | FileLink) and i.role != "source_mark"
    )
    return "".join(texts).strip()


def _commented(block: Block, said: dict[str, list[str]]) -> Block:
    match block:
        case Group():
            inside = tuple(_commented(child, said) for child in block.blocks)
            return msgspec.structs.replace(block, blocks=inside)
        case Paragraph() if block.anchor in said:
            return msgspec.structs.replace(block, comment="\n".join(said[block.anchor]))
        case _:
            return block
