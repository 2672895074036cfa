"""How fast a briefing is made: ``python -m tests.bench.bench_briefing``.

The record of the seeds with the most to tell (about 12,000 characters), warm. Time is CPU, the
least of several rounds, figures and the gate included; besides milliseconds it is given as a
multiple of the time that parsing the same record takes, which hangs less on the machine. The aim is
40 ms.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from exporter.briefing.brief import brief
from exporter.briefing.quantities.lines import lines
from exporter.briefing.sentences import sentences
from exporter.source.clean import clean
from exporter.source.model import CleanText
from exporter.source.read import decode
from exporter.transcript.parse import parse
from tests.bench.bench_quantities import SEEDS

ROUNDS = 20
NEAR = 12_000


def record() -> CleanText:
    """The record whose length is nearest to `NEAR` characters."""
    pages = [decode(path.name, path.read_bytes()).value for path in SEEDS]
    found = [one for page in pages for one in clean(page).value]
    return min(found, key=lambda one: abs(len(one.text) - NEAR))


def least(work: Callable[[], object]) -> float:
    """The least CPU time of the rounds, in milliseconds; figures are found anew each time."""
    best = float("inf")
    for _ in range(ROUNDS):
        lines.cache_clear()
        sentences.cache_clear()
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best * 1000


def main() -> None:
    source = record()
    transcript = parse(source).value
    parsed, briefed = least(lambda: parse(source)), least(lambda: brief(transcript))
    print(f"{len(source.text)} characters: parse {parsed:.1f} ms, brief {briefed:.1f} ms,", end=" ")
    print(f"{briefed / parsed:.1f} times the parse")


if __name__ == "__main__":
    main()
