"""How fast and how well lines are set: ``python -m tests.bench.bench_lines``.

The transcripts of a seed page, broken and justified at four measures. Time is CPU, the least of
several rounds, given as a ratio to reportlab's own `Paragraph.wrap` of the same text in the same
process (which only breaks); then counts of what Chinese print forbids or regrets.
"""

from __future__ import annotations

import itertools
import re
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph as StockParagraph

from exporter.fonts import face_path
from exporter.source.clean import clean
from exporter.source.read import decode
from exporter.transcript.parse import parse
from exporter.typeset.characters import NEVER, classify, held_together
from exporter.typeset.faces import resolve
from exporter.typeset.lines import break_lines
from exporter.typeset.model import Line, Measure, Run

SEED = Path(__file__).parents[2] / "seeds" / "000_9639f3bb049e7fe2.txt"
ROUNDS = 15
SONG = resolve(("shipped:song",))
NO_START = frozenset("，。、；：！？）》〉」』】〕”’·…—～–%‰℃")
NO_END = frozenset("（《〈「『【〔“‘￥")


class Case(NamedTuple):
    """A measure of `characters` of `size` pt, indented by `indent` characters."""

    name: str
    size: float
    characters: float
    spacing: float
    indent: float
    gap: float


CASES = (
    Case("gongwen", 16.0, 442.2 / 16, -0.207, 2, 0.0),
    Case("plain", 11.0, 36, 0.0, 2, 0.25),
    Case("executive", 10.5, 42, 0.0, 0, 0.25),
    Case("mono", 9.0, 27, 0.0, 2, 0.25),
)


def transcripts() -> list[list[str]]:
    """The paragraphs of each record of the seed page."""
    records = clean(decode(SEED.name, SEED.read_bytes()).value).value
    return [
        [paragraph.text for turn in parse(record).value.turns for paragraph in turn.paragraphs]
        for record in records
    ]


def set_text(paragraphs: list[str], case: Case) -> list[tuple[Line, ...]]:
    """The paragraphs as lines."""
    measure = Measure(case.characters * case.size, case.indent * case.size, text_spacing=case.gap)
    return [
        break_lines((Run(text, SONG, case.size, letter_spacing=case.spacing),), measure)
        for text in paragraphs
    ]


def stock(paragraphs: list[str], case: Case) -> None:
    """The same through reportlab."""
    style = ParagraphStyle(
        "stock", fontName="Song", fontSize=case.size, wordWrap="CJK", alignment=4
    )
    style.firstLineIndent = case.indent * case.size
    for text in paragraphs:
        StockParagraph(text, style).wrap(case.characters * case.size, 10_000)


def least_time(work: Callable[[], object]) -> float:
    """CPU milliseconds, the least of the rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times) * 1000


def count(paragraphs: list[str], case: Case) -> tuple[Counter[str], float]:
    """What went wrong how often, and the widest space between two Han characters in em."""
    found: Counter[str] = Counter()
    widest = 0.0
    for text, lines in zip(paragraphs, set_text(paragraphs, case), strict=True):
        classes = classify(text)
        held = held_together(text, classes)
        found["lines"] += len(lines)
        for line in lines:
            spacing = (f.spacing - f.run.letter_spacing for f in line.fragments)
            widest = max(widest, *spacing, 0.0)
        for before, after in itertools.pairwise(lines):
            place = after.start
            found["forbidden start"] += text[place] in NO_START
            found["forbidden end"] += text[before.end - 1] in NO_END
            found["never parted"] += classes[place - 1 : place + 1] in NEVER
            found["number from unit"] += place in held
        alone = re.findall(r"[\u4e00-\u9fff]|[A-Za-z0-9.%]+", text[lines[-1].start :])
        found["last line of one"] += len(lines) > 1 and len(alone) < 2
    return found, widest / case.size


def main() -> None:
    """Prints the ratios and the counts."""
    pdfmetrics.registerFont(TTFont("Song", face_path("song")))
    records = transcripts()
    longest = max(records, key=lambda paragraphs: sum(map(len, paragraphs)))
    characters = sum(map(len, longest))
    for case in CASES:
        ours = least_time(partial(set_text, longest, case))
        theirs = least_time(partial(stock, longest, case))
        print(
            f"{case.name}: {characters} characters in {ours:.1f} ms,"
            f" {ours / theirs:.2f} x reportlab's wrap ({theirs:.1f} ms)"
        )
        totals, widest = Counter[str](), 0.0
        for paragraphs in filter(None, records):
            found, wide = count(paragraphs, case)
            totals.update(found)
            widest = max(widest, wide)
        print("   ", ", ".join(f"{n} {name}" for name, n in totals.items()), end="")
        print(f", widest {widest:.3f} em")


if __name__ == "__main__":
    main()
