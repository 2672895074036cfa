"""Settings that need not be given each time: ``exporter.toml``, then ``EXPORTER_*``, then flags.

Keys are the long names of ``convert``'s options; a command takes those that it has. In the file::

    style = "gongwen"
    to = ["docx", "pdf"]
    jobs = 2

An unknown key of the file is an error, with the nearest known one. An unknown variable is not: that
prefix is not ours alone.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from exporter.commands.console import for_people, say
from exporter.errors import SourceError, UsageError

NAME = "exporter.toml"
PREFIX = "EXPORTER_"
DEFAULTS: dict[str, str | int | bool | list[str]] = {
    "style": "plain",
    "to": ["docx", "pdf"],
    "jobs": 0,
    "pages": 0,
    "timeout": 600,
    "memory": 4096,
    "engine": "local",
    "strict": False,
    "keep-duplicates": False,
    "annotate": False,
    "catalogue": False,
    "summarizer": "",
    "parquet": False,
    "quiet": False,
}
TRUE, FALSE = ("1", "true", "yes", "on"), ("0", "false", "no", "off")
Value = str | int | bool | list[str]
app = typer.Typer(help=say("cli.config"), no_args_is_help=True)


class Setting(NamedTuple):
    """A value, and where it was said: a file, a variable, or ``default``."""

    value: Value
    origin: str


def settings(path: Path | None, environment: Mapping[str, str]) -> dict[str, Setting]:
    """Every setting by its key. `path` is the file asked for; else the one of the working
    directory, where there is one. Raises `UsageError` for a key or value that makes no sense.
    """
    found = {key: Setting(value, "default") for key, value in DEFAULTS.items()}
    file = path or Path(environment.get(f"{PREFIX}CONFIG") or NAME)
    if path is not None or file.exists() or f"{PREFIX}CONFIG" in environment:
        found |= dict(_of_file(file))
    return found | dict(_of_environment(environment))


def _of_file(path: Path) -> Iterator[tuple[str, Setting]]:
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SourceError("batch.unreadable", path=path, why=error.strerror or error) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError("cli.bad-config", path=path, why=error) from error
    for key, value in told.items():
        if key not in DEFAULTS:
            raise UsageError("cli.unknown-key", path=path, key=key, nearest=_nearest(key))
        if not _fits(value, DEFAULTS[key]):
            raise _wrong(str(path), key, value)
        yield key, Setting(value, str(path))


def _of_environment(environment: Mapping[str, str]) -> Iterator[tuple[str, Setting]]:
    for key, default in DEFAULTS.items():
        variable = PREFIX + key.upper().replace("-", "_")
        if variable in environment:
            words = environment[variable]
            value = _read(words, default)
            if value is None:
                raise _wrong(variable, key, words)
            yield key, Setting(value, variable)


def _nearest(key: str) -> str:
    from difflib import get_close_matches

    return get_close_matches(key, DEFAULTS, 1, 0.0)[0]


def _fits(value: object, default: Value) -> bool:
    """Whether the value is of the default's type (a boolean is no number) and not negative."""
    if isinstance(value, list):
        return isinstance(default, list) and all(isinstance(item, str) for item in value)
    return type(value) is type(default) and not (isinstance(value, int) and value < 0)


def _read(words: str, default: Value) -> Value | None:
    """A variable's words as a value of the default's type; ``None`` when they are none."""
    match default:
        case bool():
            low = words.lower()
            return True if low in TRUE else False if low in FALSE else None
        case int():
            return int(words) if words.isascii() and words.isdigit() else None
        case list():
            return [name.strip() for name in words.split(",") if name.strip()]
        case str():
            return words


def _wrong(origin: str, key: str, value: object) -> UsageError:
    expected = say(f"cli.expected-{type(DEFAULTS[key]).__name__}")
    return UsageError("cli.bad-value", origin=origin, key=key, value=value, expected=expected)


def apply(context: typer.Context, path: Path | None) -> None:
    """Makes the settings the defaults of the commands that have such options."""
    with for_people():
        found = settings(path, os.environ)
    told = {key: s.value for key, s in found.items() if s.origin != "default"}
    given = {key.replace("-", "_"): value for key, value in told.items()}
    context.default_map = dict.fromkeys(("convert", "watch", "show"), given)
    context.obj = found


@app.command("show", help=say("cli.config-show"))
def show(
    context: typer.Context,
    origin: Annotated[bool, typer.Option("--origin", help=say("cli.opt-origin"))] = False,
) -> None:
    """Each setting on a line, as TOML; with `--origin` also where it was said."""
    import json

    for key, setting in context.obj.items():
        line = f"{key} = {json.dumps(setting.value, ensure_ascii=False)}"
        print(f"{line:40} # {setting.origin}" if origin else line)
