"""What several commands share: their arguments, a choice among known names, data put to a file."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from exporter.commands.console import say, warn
from exporter.errors import SourceError, UsageError, WriteError


def complete_styles(incomplete: str) -> list[str]:
    """Names of styles, for the shell."""
    from exporter.styling.find import available

    return [name for name in available() if name.startswith(incomplete)]


def complete_formats(incomplete: str) -> list[str]:
    """Names of formats, for the shell."""
    from exporter.writers.find import available

    return [name for name in available() if name.startswith(incomplete)]


def completed(*names: str) -> Callable[[str], list[str]]:
    """What completes one of these names, for the shell."""
    return lambda incomplete: [name for name in names if name.startswith(incomplete)]


def complete_engines(incomplete: str) -> list[str]:
    """Names of engines, for the shell."""
    from exporter.batch.engines.find import available

    return [name for name in available() if name.startswith(incomplete)]


def count(words: str) -> int:
    """A number of processes; ``auto`` is 0."""
    plain = str(words)
    if plain.lower() == "auto":
        return 0
    if not (plain.isascii() and plain.isdigit()):
        raise typer.BadParameter(say("cli.bad-count", value=plain))
    return int(plain)


def processors() -> int:
    """Processors that this process may use; a container has fewer than its machine."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


Sources = Annotated[list[str], typer.Argument(help=say("cli.arg-source"), metavar="SOURCE...")]
StyleOption = Annotated[
    str,
    typer.Option(
        "--style",
        "-s",
        help=say("cli.opt-style"),
        metavar="NAME|FILE",
        autocompletion=complete_styles,
    ),
]
Summarizer = Annotated[
    str,
    typer.Option("--summarizer", help=say("cli.opt-summarizer"), metavar="NAME"),
]
NamesOption = Annotated[bool, typer.Option("--names", help=say("cli.opt-names"))]
OutFile = Annotated[Path | None, typer.Option("--output", "-o", help=say("cli.opt-out-file"))]


def choice(name: str, known: Sequence[str]) -> str:
    """`name` when it is known. Raises `UsageError` with the nearest known name."""
    if name in known:
        return name
    from difflib import get_close_matches

    nearest = get_close_matches(name, known, 1, 0.0)[0]
    raise UsageError("cli.bad-choice", name=name, known=", ".join(known), nearest=nearest)


def take(path: Path) -> bytes:
    """A file that the command line names. Raises `UsageError` when there is none, `SourceError`
    when it can't be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UsageError("batch.no-such-path", path=path) from error
    except OSError as error:
        raise SourceError("batch.unreadable", path=path, why=error.strerror) from error


def put(data: bytes, out: Path | None) -> None:
    """Data to the file, whole or not at all, or to stdout. Raises `WriteError`."""
    if out is None:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
        return
    unfinished = out.with_name(f".{out.name}.part")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(out)
    except OSError as error:
        raise WriteError("batch.cannot-write", path=out, why=error.strerror or error) from error
    warn(say("cli.written", path=out))
