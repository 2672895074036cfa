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

    columns = ("[progress.description]{task.description}", BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeRemainingColumn(), console=Console(stderr=True)) as bar:
        task = bar.add_task(say("cli.progress"), total=total)

        def advance(pages: int, counts: Counter[str]) -> None:
            failed = counts["failed"]
            told = say("cli.progress-failed", failed=failed) if failed else say("cli.progress")
            bar.update(task, completed=pages, description=told)

        yield advance


def _lines(total: int | None) -> Advance:
    """A line each `EVERY` pages, so that the log of a night's run stays readable."""
    began, told = time.monotonic(), 0

    def advance(pages: int, counts: Counter[str]) -> None:
        nonlocal told
        if pages // EVERY == told:
            return
        told = pages // EVERY
        rate = pages / max(time.monotonic() - began, 1e-9)
        left = "?" if total is None else clock((total - pages) / rate)
        facts = {"pages": pages, "total": "?" if total is None else total, "left": left}
        skipped = counts["unchanged"] + counts["duplicate"]
        failed = counts["failed"]
        warn(say("cli.progress-line", **facts, rate=f"{rate:.1f}", skipped=skipped, failed=failed))

    return advance


def clock(seconds: float) -> str:
    """``1:02:03``."""
    whole = max(0, round(seconds))
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"
