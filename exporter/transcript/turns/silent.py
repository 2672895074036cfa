"""Labels without a speech, and what the viewers of a live page write in between."""

from __future__ import annotations

import re

import msgspec

from exporter.transcript.turns.block import Block
from exporter.transcript.turns.sense import ASKS

# 网友 momo：学到了，转发给家长群
_VIEWER = re.compile(
    r" *(?:[\[【（]?[\d：:]{4,8}[\]】）]? *)?(?:网友|网民|游客|观众|用户)[^：\n]{1,20}："
)
_COMMENT = 40  # characters of the longest comment


def _is_comment(view: str, block: Block) -> bool:
    """Whether a block is what a viewer says of the page and asks nothing by: one short line."""
    words = view[block.start : block.end].strip()
    if block.label is None or not 0 < len(words) <= _COMMENT or "\n" in words:
        return False
    viewer = _VIEWER.match(view, block.label.start, block.label.end) is not None
    return viewer and not (ASKS.search(words) or "？" in words or _WISHES.search(words))


# 想了解…, 希望讲讲…: a question without its mark
_WISHES = re.compile("想|请|咨询|怎么|如何|什么|多少|哪|能否|能不能|吗|呢")


def without_silent(
    view: str, blocks: tuple[Block, ...]
) -> tuple[tuple[Block, ...], tuple[tuple[int, int], ...]]:
    """The blocks that have a speech, and the labels of the others, printed over a picture or film;
    with its words what a viewer of a live page puts in between and asks nothing by."""
    spoken: list[Block] = []
    silent: list[tuple[int, int]] = []
    for block in blocks:
        comments = _is_comment(view, block)
        bare = comments or not view[block.start : block.end].strip()
        if not bare or block.label is None or not spoken:
            spoken.append(block)
            continue
        silent.append((block.label.start, block.end if comments else block.label.end))
        spoken[-1] = msgspec.structs.replace(spoken[-1], end=block.end)
    return tuple(spoken), tuple(silent)
