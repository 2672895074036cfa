"""The word lists of ``words.toml``, and the alternatives of regular expressions made of them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from exporter.source.alternatives import alternatives


@cache
def _tables() -> dict[str, dict[str, str]]:
    path = files(__package__) / "words.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def words(table: str, name: str) -> tuple[str, ...]:
    """The list `name` of a table, each word once, in the file's order."""
    return tuple(dict.fromkeys(_tables()[table][name].split()))


def any_of(table: str, name: str) -> str:
    """A list as the alternatives of a regular expression."""
    return alternatives(words(table, name))
