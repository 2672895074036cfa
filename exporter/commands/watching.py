"""``watch``: what arrives in a folder is converted, until Ctrl-C."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Set
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from exporter.commands.console import for_people, language, say, tell, warn
from exporter.commands.converting import (
    Force,
    Formats,
    JobsOption,
    Keep,
    Memory,
    Out,
    Pages,
    Quiet,
    Strict,
    Timeout,
    crew_of,
    formats_of,
    limits_of,
)
from exporter.commands.options import StyleOption, Summarizer
from exporter.errors import UsageError

if TYPE_CHECKING:
    from exporter.batch.crew import Limits
    from exporter.batch.model import Job, ReportLine
    from exporter.batch.page import Source

STEP = 200
"""Milliseconds between two looks at files that may still grow."""


def watch(
    folder: Annotated[Path, typer.Argument(help=say("cli.arg-folder"), metavar="FOLDER")],
    out: Out,
    to: Formats = None,
    style: StyleOption = "plain",
    jobs: JobsOption = 1,
    force: Force = False,
    pages: Pages = 0,
    strict: Strict = False,
    timeout: Timeout = 600,
    memory: Memory = 4096,
    keep_duplicates: Keep = False,
    summarizer: Summarizer = "",
    quiet: Quiet = False,
) -> None:
    """First what is there already and not done, then each file as it comes; exit 130."""
    from exporter.batch.model import Job
    from exporter.batch.work import check

    job = Job(
        target=out,
        scratch="",
        formats=formats_of(to),
        style=style,
        strict=strict,
        pages=pages,
        keep_duplicates=keep_duplicates,
        summarizer=summarizer,
    )
    limits = limits_of(jobs, timeout, memory)
    with for_people():
        if not folder.is_dir():
            raise UsageError("batch.no-such-path", path=folder)
        changes = _watcher()
        check(job)
        _watch(folder, job, limits, changes, force=force, quiet=quiet)


Changes = Callable[[Path], Iterator[Set[tuple[object, str]]]]


def _watcher() -> Changes:
    """What tells of changes below a folder, and comes back every `STEP` also when there is none."""
    try:
        from watchfiles import watch as changes
    except ImportError as error:
        raise UsageError("cli.needs-extra", name="watch", package="watchfiles") from error
    return partial(changes, debounce=STEP, rust_timeout=STEP, yield_on_timeout=True)


def _watch(
    folder: Path, job: Job, limits: Limits, changes: Changes, *, force: bool, quiet: bool
) -> None:
    from exporter.batch.arrivals import Arrivals
    from exporter.batch.duplicates import Originals
    from exporter.batch.run import convert as run
    from exporter.batch.shelf import Shelf
    from exporter.batch.sources import below, find_sources

    arrivals, originals = Arrivals(), Originals()
    with Shelf(job.target, force=force, dry_run=False) as shelf, crew_of(limits, None) as crew:
        crew.warm(job)

        def make(sources: Iterable[Source]) -> None:
            for line in run(sources, job, shelf, crew, language(), originals):
                _told(line, quiet=quiet)

        warn(say("cli.watching", folder=folder))
        # the first look comes before the listing, so that nothing falls between the two
        looks = changes(folder)
        arrivals.heard(_pages(next(looks), folder, job), time.monotonic())
        make(find_sources([str(folder)]))
        for changed in looks:
            now = time.monotonic()
            arrivals.heard(_pages(changed, folder, job), now)
            for path in arrivals.whole(now):
                make(below(folder / os.path.relpath(path, folder.resolve()), folder))


def _pages(changed: Set[tuple[object, str]], folder: Path, job: Job) -> list[str]:
    """The changed files that a walk of the folder would find, and that we didn't write."""
    from exporter.batch.page import is_page

    root, target = folder.resolve(), Path(job.target).resolve()
    found = []
    for _, path in changed:
        here = Path(path).resolve()
        inside = here.is_relative_to(root) and not (target != root and here.is_relative_to(target))
        hidden = inside and any(part.startswith(".") for part in here.relative_to(root).parts)
        if inside and not hidden and is_page(here.name):
            found.append(str(here))
    return sorted(found)


def _told(line: ReportLine, *, quiet: bool) -> None:
    tell(line, quiet=quiet)
    if line.status == "done" and not quiet:
        for output in line.outputs:
            warn(say("cli.written", path=output.path))
