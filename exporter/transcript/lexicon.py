"""The word lists of ``words.toml``, and the alternatives of regular expressions made of them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files


@cache
def _tables() -> dict[str, dict[str, str]]:
    path = files(__package__) / "words.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def words(table: str, name: str) -> tuple[str, ...]:
    """The list `name` of a table, each word once, in the file's order."""
    return tuple(dict.fromkeys(_tables()[table][name].split()))


def alternatives(listed: Iterable[str]) -> str:
    """`listed` as a regular expression's alternatives, the longest first."""
    return "|".join(sorted(map(re.escape, dict.fromkeys(listed)), key=lambda w: (-len(w), w)))


def any_of(table: str, name: str) -> str:
    """A list as the alternatives of a regular expression."""
    return alternatives(words(table, name))
