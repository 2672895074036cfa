"""What a person sees on the terminal: the user's language, one line an error, progress of a run.

Data goes to stdout, all else to stderr.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

import typer

from exporter.errors import ExporterError, StyleError, UsageError
from exporter.messages import Language, render, text

if TYPE_CHECKING:
    from exporter.batch.model import ReportLine

DONE, FAILED, USAGE, DOUBTFUL, NOTHING, STOPPED = 0, 1, 2, 3, 4, 130


def language() -> Language:
    """Chinese or English, by ``EXPORTER_LANG``, then the locale; English when unsure."""
    for name in ("EXPORTER_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def say(key: str, **params: object) -> str:
    """The catalogue's sentence in the user's language."""
    return text(key, language(), **params)


def warn(line: str) -> None:
    """A line for a person, on stderr."""
    print(line, file=sys.stderr)


def fail(error: ExporterError) -> NoReturn:
    """One line for a person, then the exit code of the error's kind."""
    warn(say("cli.error", line=render(error, language())))
    raise typer.Exit(USAGE if isinstance(error, UsageError | StyleError) else FAILED)


@contextmanager
def for_people() -> Iterator[None]:
    """Errors of our own tree become one line; a stop by the user becomes exit 130."""
    try:
        yield
    except ExporterError as error:
        fail(error)
    except KeyboardInterrupt:
        warn(say("cli.stopped"))
        raise typer.Exit(STOPPED) from None


def tell(line: ReportLine) -> None:
    """What a person must know of a record: that it was empty, or failed, and why."""
    if line.status == "empty":
        title = line.title or line.date or ""
        warn(say("cli.line-empty", record=line.record, title=title))
    elif line.status == "failed":
        warn(say("cli.line-failed", record=line.record, error=line.error))


@contextmanager
def progress(total: int | None) -> Iterator[Callable[[int], None]]:
    """A bar on stderr when that is a terminal; call what comes back with the pages done so far."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = ("[progress.description]{task.description}", BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeRemainingColumn(), console=Console(stderr=True)) as bar:
        task = bar.add_task(say("cli.progress"), total=total)
        yield lambda done: bar.update(task, completed=done)
