"""The cue words of `cues.toml`, read once and made into expressions."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

CJK = "\u3400-\u9fff"


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    path = files(__package__) / "cues.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def words(name: str) -> tuple[str, ...]:
    """The words of a table, longest first, so that an alternation takes the longest."""
    return tuple(sorted(_table()[name]["words"], key=lambda word: (-len(word), word)))


@cache
def anywhere(name: str) -> re.Pattern[str]:
    """Meets any word of the table, in any place; Latin words whatever their case."""
    return re.compile("|".join(map(re.escape, words(name))), re.IGNORECASE)


@cache
def at_start(name: str) -> re.Pattern[str]:
    """Meets a word or a pattern of the table; use it with ``match``."""
    table = _table()[name]
    parts = [re.escape(word) for word in words(name)] if "words" in table else []
    return re.compile("|".join([*parts, *table.get("patterns", [])]), re.IGNORECASE)


@cache
def vocabulary(name: str) -> frozenset[str]:
    """The words of a table for asking whether one is in it."""
    return frozenset(words(name))
