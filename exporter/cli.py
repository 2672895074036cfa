"""The command line: every command under its name.

Exit codes: 0 all done, 1 some failed, 2 usage, 3 notices under ``--strict``, 4 nothing to do was
found, 130 stopped. Heavy libraries are imported by the command that needs them, so that ``--help``
and ``styles list`` stay light.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from _thread import interrupt_main
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from exporter import __version__
from exporter.commands import converting, looks, reading, settings, watching
from exporter.commands.console import DONE, FAILED, help_in_chinese, language, say

LATER = 0.05
"""Seconds; by then a finaliser is over."""

app = typer.Typer(help=say("cli.app"), no_args_is_help=True, pretty_exceptions_enable=False)
app.command(help=say("cli.convert"))(converting.convert)
app.command(help=say("cli.watch"))(watching.watch)
app.command(help=say("cli.report"))(converting.report)
app.command(help=say("cli.show"))(reading.show)
app.command(help=say("cli.figures"))(reading.figures)
app.command(help=say("cli.verify"))(reading.verify)
app.command(help=say("cli.access"))(reading.access)
app.add_typer(looks.app, name="styles")
app.add_typer(settings.app, name="config")
app.command(help=say("cli.formats"))(looks.formats)
app.command(help=say("cli.fonts"))(looks.fonts)


def main() -> None:
    """The console script. Everything is UTF-8 whatever the locale says: the pages are Chinese.

    A locale that can't name Chinese files starts the interpreter anew in its UTF-8 mode (PEP 540).
    A request to end (SIGTERM) is taken like Ctrl-C: what is finished stays, nothing half is left.
    One that meets us in a finaliser, which can't raise, is heard again a moment later.
    """
    if sys.getfilesystemencoding().lower() != "utf-8":
        os.environ["PYTHONUTF8"] = "1"
        os.execv(sys.executable, [sys.executable, "-m", "exporter", *sys.argv[1:]])
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    sys.unraisablehook = _hear_again
    if language() != "en" and ("--help" in sys.argv or len(sys.argv) < 3):
        help_in_chinese()
    try:
        try:
            app()
        finally:
            sys.stdout.flush()
    except OSError as error:
        _give_up(error)


def _hear_again(lost: sys.UnraisableHookArgs) -> None:
    if issubclass(lost.exc_type, KeyboardInterrupt):
        threading.Timer(LATER, _interrupt).start()
    else:
        sys.__unraisablehook__(lost)


def _interrupt() -> None:
    """A Ctrl-C for the main thread, which wakes it where the system can (not on Windows)."""
    main_thread = threading.main_thread().ident
    if hasattr(signal, "pthread_kill") and main_thread is not None:
        signal.pthread_kill(main_thread, signal.SIGINT)
    else:
        interrupt_main()


def _give_up(error: OSError) -> NoReturn:
    """One line for a terminal or pipe that takes no more; nothing else may be tried on it."""
    with contextlib.suppress(OSError):
        print(say("cli.error", line=error.strerror or error), file=sys.stderr)
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(FAILED)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"exporter {__version__}")
        raise typer.Exit(DONE)


@app.callback()
def _root(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=say("cli.version"))
    ] = False,
    config: Annotated[Path | None, typer.Option("--config", help=say("cli.opt-config"))] = None,
) -> None:
    del version
    settings.apply(context, config)
