"""What a person sees on the terminal: the user's language, one line an error.

Data goes to stdout, all else to stderr.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath
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


def help_in_chinese() -> None:
    """Help with Chinese titles, its texts broken anywhere: between Chinese words is no space, and a
    text without spaces would be cut off at the end of its first line."""
    from rich.text import Text
    from typer import rich_utils

    class Folding(rich_utils.OptionHighlighter):
        def __call__(self, text: str | Text) -> Text:
            lit = super().__call__(text)
            lit.overflow = "fold"
            return lit

    rich_utils.highlighter = Folding()
    rich_utils.ARGUMENTS_PANEL_TITLE = say("cli.panel-arguments")
    rich_utils.OPTIONS_PANEL_TITLE = say("cli.panel-options")
    rich_utils.COMMANDS_PANEL_TITLE = say("cli.panel-commands")


_CONTROLS = {code: f"\\x{code:02x}" for code in (*range(9), *range(10, 32), *range(127, 160))} | {
    code: f"\\u{code:04x}" for code in (*range(0x2028, 0x202F), *range(0x2066, 0x206A))
}
"""What a name or a title may hold that would break the line, move the cursor or turn text round."""


def warn(line: str) -> None:
    """A line for a person, on stderr: one line whatever the sources' words hold."""
    print(line.translate(_CONTROLS), file=sys.stderr)


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


def tell(line: ReportLine, *, quiet: bool = False) -> None:
    """What a person must know of a record: that it failed, and why; unless `quiet`, that it was
    empty or is a duplicate.
    """
    if line.status == "empty" and not quiet:
        title = line.title or line.date or PurePath(line.source).name
        warn(say("cli.line-empty", record=line.owner, title=title))
    elif line.status == "duplicate" and not quiet:
        warn(say("cli.line-duplicate", record=line.owner, first=line.duplicate_of))
    elif line.status == "failed":
        warn(say("cli.line-failed", record=line.owner, error=_of_page(line)))


def _of_page(line: ReportLine) -> str:
    """Why the page failed, without its name once more."""
    name, why = PurePath(line.source).name, line.error or ""
    return why.removeprefix(f"{name}: ").removeprefix(f"{name}：")
