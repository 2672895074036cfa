"""What a report tells between the speeches that it prints under labels.

``王芳：今年新建学校12所。`` is hers; ``王芳表示，下一步…`` in the next line is the page's prose:
nobody speaks of himself by name and with a verb of reporting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from exporter.transcript.labels.members import is_passer_by
from exporter.transcript.turns.block import Block

_TELLS = (
    "(?:(?:先生|女士|同志)?(?:还|也|又|最后|随后|同时|接着|进一步|在会上|在发布会上|在回答[^。，\n]{0,12}时){0,2}"
    "(?:介绍说?|表示|指出|强调|透露|认为|坦言|告诉记者|谈到|提到|补充说|说)[，：,:]"
    "|，(?:通报|介绍)了)"
)


def without_reports(view: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The labelled blocks, each without the lines from the first on that tell of a speaker of the
    page by his full name."""
    blocks = _without_introductions(view, tuple(_one_line(view, block) for block in blocks))
    names = {x.speaker for x in blocks if x.speaker and x.label and x.role != "journalist"}
    if not names:
        return blocks
    anybody = "|".join(map(re.escape, sorted(names)))
    # 柯恺表示，… · 作为副总队长的柯恺，通报了…
    told = re.compile(rf"\n[ \t]*(?:作为[^，。\n]{{2,30}}的)?(?:{anybody}){_TELLS}")
    kept = (_without_report(view, block, told) for block in blocks)
    return tuple(block for block in kept if block)


def _one_line(view: str, block: Block) -> Block:
    """What a passer-by says (``海州市民：…``) up to the line's end: a report goes on below it."""
    if block.speaker or not block.title or not is_passer_by(block.title):
        return block
    start = (
        block.start
        + len(view[block.start : block.end])
        - len(view[block.start : block.end].lstrip())
    )
    end = view.find("\n", start, block.end)
    return msgspec.structs.replace(block, end=end) if end >= 0 and not block.printed else block


# 市水利局局长柯恺从三个方面介绍了供水形势。
_INTRODUCES = (
    r"[^。！？“”：\n]{{0,50}}?{name}[^。！？“”：\n]{{0,30}}?(?:介绍|阐述|通报|解读|说明|回应|回答|表示|指出)了?"
    r"[^。！？“”：\n]{{0,50}}。?"
)
_SPOKEN = re.compile("请|下面|接下来|首先|欢迎|谢|刚才|刚刚|大家|各位|我(?![国省市县区州])")


def _without_introductions(view: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, each without its last line where that tells of who has the next label, and
    without the headings above it (``粮食安全`` / ``局长柯恺介绍了收成。`` over ``局长柯恺：``)."""
    done = list(blocks)
    for index, (block, after) in enumerate(pairwise(blocks)):
        if block.role in ("host", "journalist") or not (block.label and after.label):
            continue
        if not after.speaker or after.speaker == block.speaker:
            continue
        end = _before_introduction(view, block, after.speaker)
        if end < block.end and all(high <= end for _, high in block.printed):
            done[index] = msgspec.structs.replace(block, end=end)
    return tuple(done)


def _before_introduction(view: str, block: Block, name: str) -> int:
    """Where the speech of a block has ended before such a line; its end if there is none."""
    stop = block.start + len(view[block.start : block.end].rstrip())
    low = view.rfind("\n", block.start, stop)
    line = view[low + 1 : stop].strip() if low >= 0 else ""
    if name not in line or _SPOKEN.search(line):
        return block.end
    if not re.fullmatch(_INTRODUCES.format(name=re.escape(name)), line):
        return block.end
    while (above := view.rfind("\n", block.start, low)) >= 0:
        heading = view[above + 1 : low].strip()
        if len(heading) > _HEADING or _STOP.search(heading):
            break
        low = above
    return low if view[block.start : low].strip() else block.end


_HEADING = 24  # characters of one
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
