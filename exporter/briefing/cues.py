"""The cue words of `cues.toml`, read once and made into expressions."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    path = files(__package__) / "cues.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def words(name: str) -> tuple[str, ...]:
    """The words of a table, longest first, so that an alternation takes the longest.

    Latin ones stand also with a capital: that is quicker by far than to ignore case.
    """
    listed = _table()[name].get("words", [])
    both = {*listed, *(word[:1].upper() + word[1:] for word in listed)}
    return tuple(sorted(both, key=lambda word: (-len(word), word)))


@cache
def anywhere(name: str) -> re.Pattern[str]:
    """Meets any word of the table, in any place."""
    return re.compile("|".join(map(re.escape, words(name))))


@cache
def at_start(name: str) -> re.Pattern[str]:
    """Meets a word or a pattern of the table; use it with ``match``."""
    parts = [*map(re.escape, words(name)), *_table()[name].get("patterns", [])]
    return re.compile("|".join(parts))


@cache
def anywhere_of(name: str) -> re.Pattern[str]:
    """Meets a word or a pattern of the table, in any place; use it with ``search``."""
    return at_start(name)


@cache
def vocabulary(name: str) -> frozenset[str]:
    """The words of a table for asking whether one is in it."""
    return frozenset(words(name))
