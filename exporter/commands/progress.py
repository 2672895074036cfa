"""How far a run has come, on stderr: a bar on a terminal, now and then a line elsewhere."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from exporter.commands.console import say, warn

EVERY = 100
"""Pages between two plain lines."""
Advance = Callable[[int, Counter[str]], None]


@contextmanager
def progress(total: int | None, *, quiet: bool) -> Iterator[Advance]:
    """Call what comes back with the pages done so far and the number of records by status; `total`
    is ``None`` while the pages are still being listed.
    """
    if quiet:
        yield lambda _pages, _counts: None
    elif sys.stderr.isatty():
        with _bar(total) as advance:
            yield advance
    else:
        yield _lines(total)


@contextmanager
def _bar(total: int | None) -> Iterator[Advance]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    began = time.monotonic()
    columns = (BarColumn(), MofNCompleteColumn(), "{task.description}", TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=total)

        def advance(pages: int, counts: Counter[str]) -> None:
            facts = say("cli.progress-facts", **_facts(pages, counts, began))
            bar.update(task, completed=pages, description=facts)

        yield advance


def _lines(total: int | None) -> Advance:
    """A line each `EVERY` pages, so that the log of a night's run stays readable."""
    began, told = time.monotonic(), 0

    def advance(pages: int, counts: Counter[str]) -> None:
        nonlocal told
        if pages // EVERY == told:
            return
        told = pages // EVERY
        facts = _facts(pages, counts, began)
        left = "?" if total is None else clock((total - pages) / (pages / _since(began)))
        of = "?" if total is None else total
        warn(say("cli.progress-line", pages=pages, total=of, left=left, **facts))

    return advance


def _since(began: float) -> float:
    return max(time.monotonic() - began, 1e-9)


def _facts(pages: int, counts: Counter[str], began: float) -> dict[str, object]:
    """What is told of a run on the way, besides how far it is."""
    skipped = counts["unchanged"] + counts["duplicate"]
    rate = f"{pages / _since(began):.1f}"
    return {"rate": rate, "skipped": skipped, "failed": counts["failed"]}


def clock(seconds: float) -> str:
    """``1:02:03``."""
    whole = max(0, round(seconds))
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"
