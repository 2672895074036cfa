"""How fast figures are found: ``python -m tests.bench.bench_quantities``.

Every record of the seeds, nothing kept from round to round. Time is CPU, the least of several
rounds; the aim is 0.5 million characters a second.
"""

from __future__ import annotations

import time
from pathlib import Path

from exporter.briefing.quantities import find_facts
from exporter.briefing.quantities.lines import lines
from exporter.source.clean import clean
from exporter.source.read import decode
from exporter.transcript.model import Transcript
from exporter.transcript.parse import parse

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
ROUNDS = 15


def records() -> list[Transcript]:
    """The transcripts of all records of the seeds."""
    pages = [decode(path.name, path.read_bytes()).value for path in SEEDS]
    return [parse(record).value for page in pages for record in clean(page).value]


def main() -> None:
    transcripts = records()
    characters = sum(len(p.text) for t in transcripts for p in t.paragraphs())
    best = float("inf")
    for _ in range(ROUNDS):
        lines.cache_clear()
        start = time.process_time()
        found = sum(len(find_facts(transcript).value) for transcript in transcripts)
        best = min(best, time.process_time() - start)
    print(f"{characters} characters, {found} figures: {best * 1000:.0f} ms,", end=" ")
    print(f"{characters / best / 1e6:.2f} million characters a second")


if __name__ == "__main__":
    main()
