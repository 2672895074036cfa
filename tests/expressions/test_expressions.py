"""No regular expression of the reading stages runs away, whatever it is put to.

Every expression that a module of them holds is run over texts made from its own parse tree: what
it repeats is repeated, behind what stands before it, and spoilt at the end; the whole of it, all
but an end and its first half are repeated, too. Four times the text must not take much more than
four times the work: a quadratic expression takes sixteen times as much, and a runaway shows on the
shorter texts. Process time stands for the work; an expression fails only if three measures agree,
and only if it is slow enough at all to be measured.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from functools import cache
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import exporter.source
import exporter.transcript

SIZES = (24, 250, 750, 3_000)  # characters; the last two are compared
TOO_LONG = 0.5  # seconds for any but the largest
MOST = 10  # attacks on an expression
RATIO = 12.0  # of process times; 4 is linear, 16 quadratic
NOTHING = 0.05  # seconds: what is faster on the large text is not looked at
SPOILT = "\x00"
ALPHABET = "甲a1 ，。：、“”（）年月日局长记者的是A-._<>=\"'/\t\n"


@cache
def expressions() -> dict[str, re.Pattern[str]]:
    """Every text pattern that a module holds, by the module and its name there."""
    found: dict[str, re.Pattern[str]] = {}
    packages = (exporter.source, exporter.transcript)
    modules = [m for p in packages for m in pkgutil.iter_modules(p.__path__, f"{p.__name__}.")]
    for module in modules:
        for name, value in vars(importlib.import_module(module.name)).items():
            for pattern in _patterns(value):
                if isinstance(pattern.pattern, str):
                    found.setdefault(f"{module.name.removeprefix('exporter.')}:{name}", pattern)
    distinct = {pattern.pattern: name for name, pattern in found.items()}
    return {name: found[name] for name in distinct.values()}


def _patterns(value: Any) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from _patterns(item)
    elif isinstance(value, dict):
        yield from _patterns(list(value.values()))


def sample(node: Any) -> str:
    """A text that the node of a parse tree matches; empty where none is easily found."""
    match node:
        case (codes.LITERAL, code):
            return chr(code)
        case (codes.NOT_LITERAL, code):
            return next(c for c in ALPHABET if ord(c) != code)
        case (codes.ANY, _):
            return "甲"
        case (codes.IN, items):
            return next((c for c in ALPHABET + _members(items) if _within(c, items)), "")
        case (codes.BRANCH, (_, branches)):
            return _all(branches[0])
        case (codes.SUBPATTERN, (_, _, _, inner)) | (codes.ATOMIC_GROUP, inner):
            return _all(inner)
        case (codes.MAX_REPEAT | codes.MIN_REPEAT | codes.POSSESSIVE_REPEAT, (low, _, inner)):
            return _all(inner) * max(1, low)
        case _:
            return ""


def _all(tree: Any) -> str:
    return "".join(map(sample, tree))


def _members(items: Any) -> str:
    return "".join(chr(v if k is codes.LITERAL else v[0]) for k, v in items if _plain(k))


def _plain(kind: Any) -> bool:
    return kind in (codes.LITERAL, codes.RANGE)


def _within(char: str, items: Any) -> bool:
    negated = items[0][0] is codes.NEGATE
    tests = {
        codes.CATEGORY_SPACE: str.isspace,
        codes.CATEGORY_DIGIT: str.isdecimal,
        codes.CATEGORY_WORD: lambda c: c.isalnum() or c == "_",
        codes.CATEGORY_NOT_SPACE: lambda c: not c.isspace(),
        codes.CATEGORY_NOT_DIGIT: lambda c: not c.isdecimal(),
        codes.CATEGORY_NOT_WORD: lambda c: not (c.isalnum() or c == "_"),
    }
    hit = any(
        (kind is codes.LITERAL and ord(char) == value)
        or (kind is codes.RANGE and value[0] <= ord(char) <= value[1])
        or (kind is codes.CATEGORY and tests[value](char))
        for kind, value in items
    )
    return hit != negated


def attacks(pattern: str, flags: int) -> set[tuple[str, str]]:
    """What to put before and what to repeat: (``before``, ``again``)."""
    tree = parser.parse(pattern, flags)
    whole = _all(tree)
    found = {("", whole), ("", whole[:-1]), ("", whole[1:]), ("", whole[: len(whole) // 2])}
    found |= set(_pumped(tree, ""))
    usable = sorted((pair for pair in found if pair[1]), key=lambda pair: (len(pair[1]), pair))
    return set(usable[:: max(1, len(usable) // MOST)])


def _pumped(tree: Any, before: str) -> Iterator[tuple[str, str]]:
    for node in tree:
        kind, value = node
        if kind in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            again = _all(value[2])
            yield before, again
            yield "", before + again
            yield from _pumped(value[2], before)
        elif kind is codes.BRANCH:
            for branch in value[1][:4]:
                yield from _pumped(branch, before)
        elif kind is codes.SUBPATTERN:
            yield from _pumped(value[3], before)
        elif kind is codes.ATOMIC_GROUP:
            yield from _pumped(value, before)
        before += sample(node)


def seconds(pattern: re.Pattern[str], text: str) -> float:
    began = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - began


def runs_away(pattern: re.Pattern[str], before: str, again: str) -> bool:
    texts = [before + again * (size // len(again)) + SPOILT for size in SIZES]
    for text in texts[:-1]:  # so that a runaway shows before it takes for ever
        if seconds(pattern, text) > TOO_LONG:
            return True
    small, large = texts[-2:]
    if seconds(pattern, large) < NOTHING:
        return False
    for _ in range(3):
        short = min(seconds(pattern, small) for _ in range(2))
        if seconds(pattern, large) <= RATIO * max(short, NOTHING / RATIO):
            return False
    return True


@pytest.mark.parametrize("name", expressions())
def test_an_expression_takes_time_in_proportion_to_the_text(name: str) -> None:
    pattern = expressions()[name]
    assert [
        (before, again)
        for before, again in sorted(attacks(pattern.pattern, pattern.flags & ~re.UNICODE))
        if runs_away(pattern, before, again)
    ] == []


@pytest.mark.parametrize("bad", [r"(?:[ab]|ab)*c"])
def test_one_that_runs_away_is_found(bad: str) -> None:
    assert any(runs_away(re.compile(bad), *attack) for attack in attacks(bad, 0))
