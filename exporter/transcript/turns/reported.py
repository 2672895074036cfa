"""What a report tells between the speeches that it prints under labels.

``王芳：今年新建学校12所。`` is hers; ``王芳表示，下一步…`` in the next line is the page's prose:
nobody speaks of himself by name and with a verb of reporting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from exporter.transcript.turns.block import Block

_TELLS = (
    "(?:(?:先生|女士|同志)?(?:还|也|又|最后|随后|同时|接着|进一步|在会上|在发布会上|在回答[^。，\n]{0,12}时){0,2}"
    "(?:介绍说?|表示|指出|强调|透露|认为|坦言|告诉记者|谈到|提到|补充说|说)[，：,:]"
    "|，(?:通报|介绍)了)"
)


def without_reports(view: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The labelled blocks, each without the lines from the first on that tell of a speaker of the
    page by his full name."""
    names = {x.speaker for x in blocks if x.speaker and x.label and x.role != "journalist"}
    if not names:
        return blocks
    anybody = "|".join(map(re.escape, sorted(names)))
    # 柯恺表示，… · 作为副总队长的柯恺，通报了…
    told = re.compile(rf"\n[ \t]*(?:作为[^，。\n]{{2,30}}的)?(?:{anybody}){_TELLS}")
    kept = (_without_report(view, block, told) for block in blocks)
    return tuple(block for block in kept if block)


_STOP = re.compile("[。！？；…]")


def _without_report(view: str, block: Block, told: re.Pattern[str]) -> Block | None:
    """The block up to the report; ``None`` where only a headline stands before it
    (``副总队长柯恺：`` / ``球票首埋芯片`` / ``柯恺介绍，…``), so that nobody has spoken."""
    found = told.search(view, block.start, block.end) if block.label else None
    if found is None or not view[block.start : found.start()].strip():
        return block
    if not _STOP.search(view, block.start, found.start()):
        return None
    printed = tuple(span for span in block.printed if span[1] <= found.start())
    return msgspec.structs.replace(block, end=found.start(), printed=printed)


def gaps(blocks: tuple[Block, ...]) -> Iterator[tuple[int, int]]:
    """The stretches of the page between neighbouring blocks that belong to neither."""
    for one, two in pairwise(sorted(blocks, key=lambda block: block.start)):
        low = max([one.end, *(high for _, high in one.printed)])
        high = two.label.start if two.label else two.start
        if low < high:
            yield low, high
