"""What a person sees on the terminal: the user's language, one line an error.

Data goes to stdout, all else to stderr.
"""

from __future__ import annotations

import os
import re
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


_TRADITIONAL = re.compile(r"zh[-_](?:hant|tw|hk|mo)", re.I)


def language() -> Language:
    """Chinese or English, by ``EXPORTER_LANG``, then the locale; English when unsure.

    Chinese of Taiwan, Hong Kong and Macau is in traditional script.
    """
    for name in ("EXPORTER_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            if not value.lower().startswith("zh"):
                return "en"
            return "zh-Hant" if _TRADITIONAL.match(value) else "zh"
    return "en"


def say(key: str, **params: object) -> str:
    """The catalogue's sentence in the user's language."""
    return text(key, language(), **params)


def counted(thing: str, count: object) -> str:
    """So many of a thing (record, page, file): 1 record, 2 records."""
    return say(f"cli.count-{thing}" if count == 1 else f"cli.count-{thing}s", count=count)


_TYPERS = {
    "Usage: ": "cli.help-usage",
    "Show this message and exit.": "cli.help-help",
    "Install completion for the current shell.": "cli.help-install",
    "Show completion for the current shell": "cli.help-completion",
}
"""How typer's own sentences begin, and which of the catalogue's takes the place of each."""


def help_in_chinese() -> None:
    """Help in Chinese, what typer says itself too, its texts broken anywhere: between Chinese words
    is no space, and a text without spaces would be cut off at the end of its first line."""
    from rich.text import Text
    from typer import rich_utils

    class Folding(rich_utils.OptionHighlighter):
        def __call__(self, text: str | Text) -> Text:
            plain = str(text)
            known = next((key for words, key in _TYPERS.items() if plain.startswith(words)), None)
            if known == "cli.help-usage":
                text = say(known) + plain.removeprefix("Usage: ")
            elif known:
                text = say(known)
            lit = super().__call__(text)
            lit.overflow = "fold"
            return lit

    rich_utils.highlighter = Folding()
    rich_utils.DEFAULT_STRING = say("cli.help-default", value="{}")
    rich_utils.REQUIRED_LONG_STRING = say("cli.help-required")
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
        warn(say("cli.line-failed", record=line.owner, error=line.why))
