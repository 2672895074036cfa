"""How well the seeds' briefings are printed: ``python -m tests.bench.bench_print [style ...]``.

Every seed in every shipped style on pages; counts of what Chinese print forbids or regrets, and the
widest space between two characters of a justified line, in em.
"""

from __future__ import annotations

import itertools
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from exporter import pipeline
from exporter.briefing.model import Briefing
from exporter.styling.load import load
from exporter.typeset.characters import NEVER, classify, held_together
from exporter.typeset.model import Line
from exporter.typeset.pages import paginate
from exporter.typeset.pages_model import ARTIFACT, Pages, TextLine

SEEDS = Path(__file__).parents[2] / "seeds"
STYLES = ("executive", "jianbao", "gongwen", "plain", "largeprint", "mono")
NO_START = frozenset("，。、；：！？）》〉」』】〕”’·…—～–%‰℃")
NO_END = frozenset("（《〈「『【〔“‘￥")
_MARK = re.compile(r"(\s*(¶\d+|（第\s*\d+\s*段）))+$")
_WORD = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]")
_LONG_WORD = re.compile(r"[A-Za-z0-9]{24}$")


def briefings() -> Iterator[Briefing]:
    """The briefings of all records of the seeds that have one."""
    for path in sorted(SEEDS.glob("*.txt")):
        page = pipeline.read_page(path.name, path.read_bytes()).value
        for record in pipeline.clean_page(page).value:
            transcript = pipeline.read_record(record).value
            if transcript.kind != "empty":
                yield pipeline.brief_record(transcript).value


def paragraphs(pages: Pages) -> Iterator[list[Line]]:
    """The lines of each paragraph, over all pages."""
    lines: list[Line] = []
    part = ARTIFACT
    for item in itertools.chain.from_iterable(page.items for page in pages.pages):
        if not isinstance(item, TextLine) or item.part == ARTIFACT:
            continue
        if item.part != part or item.line.start == 0:
            if lines:
                yield lines
            lines, part = [], item.part
        lines.append(item.line)
    if lines:
        yield lines


def words_of(line: Line) -> str:
    """What is painted of the line."""
    return "".join(fragment.text for fragment in line.fragments)


def count(lines: list[Line]) -> Iterator[str]:
    """What is wrong with the lines of a paragraph."""
    for before, after in itertools.pairwise(lines):
        first, second = words_of(before).rstrip(), words_of(after)
        if before.last or not first or not second:
            continue
        text, place = first + second, len(first)
        classes = classify(text)
        if second[0] in NO_START:
            yield "forbidden start"
        if first[-1] in NO_END:
            yield "forbidden end"
        if classes[place - 1 : place + 1] in NEVER and not _LONG_WORD.search(first):
            yield "never parted"
        if place in held_together(text, classes):
            yield "number from unit, or short title"
    if len(lines) > 1 and len(_WORD.findall(_MARK.sub("", words_of(lines[-1])))) == 1:
        yield "last line of one"


def widest_gap(lines: list[Line]) -> float:
    """The widest space that justification sets between two characters, em."""
    return max(
        (
            (fragment.spacing - fragment.run.letter_spacing) / fragment.run.font_size
            for line in lines
            for fragment in line.fragments
            if len(fragment.text) > 1
        ),
        default=0.0,
    )


def main() -> None:
    """Prints a line for each style, and the sums."""
    known = tuple(briefings())
    totals = Counter[str]()
    for name in sys.argv[1:] or STYLES:
        style = load(name)
        found, widest = Counter[str](), 0.0
        for briefing in known:
            pages = paginate(pipeline.compose_record(briefing, style.plan).value, style)
            found["pages"] += len(pages.pages)
            for lines in paragraphs(pages):
                found["lines"] += len(lines)
                found.update(count(lines))
                widest = max(widest, widest_gap(lines))
        totals.update(found)
        print(f"{name}: {', '.join(f'{n} {what}' for what, n in found.items())}", end="")
        print(f", widest gap {widest:.3f} em")
    print(f"in all: {', '.join(f'{n} {what}' for what, n in totals.items())}")


if __name__ == "__main__":
    main()
