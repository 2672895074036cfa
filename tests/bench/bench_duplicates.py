"""Telling duplicates in a large archive: ``python -m tests.bench.bench_duplicates [COUNT...]``.

CPU time and memory of the stage that compares each record with those before it, for made-up
records of two kinds: all written on a few templates (bands agree, dates and numbers differ), and
each with words of its own. One of ten repeats an earlier one under another foot; one of five has no
date. What is measured is only the comparison: a sketch is made by the worker that makes the page.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator

from exporter.batch.duplicates import BANDS, PRIME, Originals, Sketch

TEMPLATES, PIECES, LENGTH = 50, 150, 48
DAYS = [f"{y}-{m:02}-{d:02}" for y in range(2016, 2026) for m in range(1, 13) for d in range(1, 29)]


def sketches(count: int, *, templates: int) -> Iterator[tuple[str, Sketch]]:
    """Records by their names; `templates` of 0 gives each words of its own."""
    met: list[Sketch] = []
    for number in range(count):
        choice = random.Random(number)
        if met and choice.random() < 0.1:
            old = choice.choice(met)
            foot = (choice.randrange(PRIME), LENGTH)
            yield f"repeat {number}", Sketch((*old.pieces, foot), old.bands, old.numbers, old.date)
            continue
        base = random.Random(f"template {choice.randrange(templates) if templates else number}")
        pieces = [(base.randrange(PRIME), LENGTH) for _ in range(PIECES)]
        for at in choice.sample(range(PIECES), 15):
            pieces[at] = (choice.randrange(PRIME), LENGTH)
        bands = [base.randrange(1 << 32) for _ in range(BANDS)]
        for at in choice.sample(range(BANDS), 3):
            bands[at] = choice.randrange(1 << 32)
        date = choice.choice(DAYS) if choice.random() < 0.8 else None
        made = Sketch(tuple(pieces), tuple(bands), (), date)
        if len(met) < 1000:
            met.append(made)
        yield f"record {number}", made


def _measure(count: int, templates: int) -> None:
    originals, spent, found = Originals(), 0.0, 0
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for name, sketch in sketches(count, templates=templates):
        start = time.process_time()
        first = originals.find(sketch, name)
        if first is None:
            originals.add(name, sketch)
        spent += time.process_time() - start
        found += first is not None
        assert (first is not None) == name.startswith("repeat"), (name, first)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    kind = f"{templates} templates" if templates else "words of their own"
    each = f"{1000 * spent / count:.3f} ms and {1024 * grown / count:.0f} bytes a record"
    print(f"{count} records, {kind}: {found} repeats, {spent:.1f} s CPU, {each}", flush=True)


def main(given: list[str]) -> None:
    """Each size and kind in a process of its own, so that memory is its own too."""
    if given[:1] == ["one"]:
        _measure(int(given[1]), int(given[2]))
        return
    for count in given or ["10000", "50000", "100000"]:
        for templates in (TEMPLATES, 0):
            words = ["one", count, str(templates)]
            subprocess.run(
                [sys.executable, "-m", "tests.bench.bench_duplicates", *words], check=True
            )


if __name__ == "__main__":
    main(sys.argv[1:])
