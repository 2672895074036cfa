"""Texts made from the parse tree of an expression, and the verdict on how its steps grow on them.

What a repeat repeats is repeated, behind what stands before it, or with it; so is every kind of
character that the repeats tell apart, what stands between two of them, the whole, and most of it.
The end is spoilt. Texts are compared that have ``N``, twice and three times as many repetitions:
steps in proportion grow by the same number both times.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from re import _constants as codes  # type: ignore[attr-defined]
from typing import Any, Literal, NamedTuple

from tests.expressions.stepping import (
    ENDLESS,
    REPEATS,
    SINGLE,
    Fits,
    Stepper,
    TooManySteps,
    bounds,
    inner_trees,
    parse,
)

N = 8
MOST_STEPS = 60_000
MOST_TO_TELL = 1_000_000
LEAP = 50
SPOILT = "\x00"
ALPHABET = "甲a1 ，。：、“”（）年月日局长记者的是A-._<>=\"'/\t\n"
Growth = Literal["linear", "polynomial", "exponential"]


class Attack(NamedTuple):
    """A text: `before`, then `again` many times, then `end`."""

    before: str
    again: str
    end: str

    def text(self, times: int) -> str:
        """With `again` so many times."""
        return self.before + self.again * times + self.end


class Finding(NamedTuple):
    """How an expression grows at worst, and on what."""

    growth: Growth
    attack: Attack | None = None


def growth(pattern: re.Pattern[str], use: str) -> Finding:
    """How the steps of `pattern`, used as `use` says, grow with the text at worst."""
    tree = parse(pattern)
    if not any(True for _ in _endless(tree)):
        return Finding("linear")
    stepper = Stepper(pattern)
    worst = Finding("linear")
    for attack in attacks(tree, pattern.flags):
        found = _grows(stepper, attack, use)
        if found == "exponential":
            return Finding(found, attack)
        if found == "polynomial" and worst.attack is None:
            worst = Finding(found, attack)
    return worst


def _grows(stepper: Stepper, attack: Attack, use: str) -> Growth:
    try:
        one, two, three = (
            stepper.run(attack.text(N * times), use, MOST_STEPS) for times in (1, 2, 3)
        )
    except TooManySteps:
        return _how_fast(stepper, attack, use)
    if (three - two) - (two - one) < N * N // 2:
        return "linear"
    return _how_fast(stepper, attack, use)


def _how_fast(stepper: Stepper, attack: Attack, use: str) -> Growth:
    """Twice the text takes any likely power of it (the fifth: 32) less than `LEAP` times as many
    steps, and even the slowest runaway (1.6 times as many for one more) more."""
    try:
        one, two = (stepper.run(attack.text(times), use, MOST_TO_TELL) for times in (10, 20))
    except TooManySteps:
        return "exponential"
    return "exponential" if two > LEAP * one else "polynomial"


def attacks(tree: Any, flags: int) -> list[Attack]:
    """What to put an expression to."""
    whole = _all(tree, flags)
    pumped = {("", whole), ("", whole[:-1]), ("", whole[1:]), ("", whole[: len(whole) // 2])}
    pumped |= set(_pumped(tree, flags, ""))
    chars = _kinds(tree, flags)
    befores = sorted({before for before, _ in pumped}, key=lambda b: (len(b), b))[:6]
    pumped |= {(before, char) for before in befores for char in chars}
    pumped |= {("", before + char) for before in befores for char in chars}
    made = sorted({pair for pair in pumped if pair[1]}, key=lambda p: (len(p[0] + p[1]), p))
    return [Attack(before, again, end) for before, again in made for end in _ends(tree, flags)]


def _endless(tree: Any) -> Iterator[Any]:
    """Every repeat that counts as without bound: the tree that it repeats."""
    for kind, value in tree:
        inner = inner_trees(kind, value)
        if kind in (codes.ASSERT, codes.ASSERT_NOT):
            inner = [value[1]]
        if kind in REPEATS:
            nested = any(True for _ in _any_repeat(value[2]))
            if bounds(value[0], value[1], nested=nested)[1] == ENDLESS:
                yield value[2]
        for part in inner:
            yield from _endless(part)


def _any_repeat(tree: Any) -> Iterator[Any]:
    for kind, value in tree:
        if kind in REPEATS and value[1] > max(4, value[0]):
            yield value
        for part in inner_trees(kind, value):
            yield from _any_repeat(part)


def _ends(tree: Any, flags: int) -> list[str]:
    """What spoils the end: a character that nothing expects, behind one that stops each repeat."""
    stops = {SPOILT: SPOILT, "\n": "\n" + SPOILT}
    for fits in _sets(tree, flags):
        if all(fits[stop] for stop in stops):
            char = next((c for c in [*ALPHABET, *_literals(tree)] if not fits[c]), SPOILT)
            stops[char] = char + SPOILT
    return list(stops.values())


def _sets(tree: Any, flags: int) -> list[Fits]:
    """What the endless repeats of single characters repeat."""
    bodies = [body[0] for body in _endless(tree) if len(body) == 1 and body[0][0] in SINGLE]
    return [Fits(body, flags) for body in bodies]


def _kinds(tree: Any, flags: int) -> list[str]:
    """A character for each way in which the endless repeats tell characters apart."""
    sets = _sets(tree, flags)
    kinds: dict[tuple[bool, ...], str] = {}
    for char in dict.fromkeys([*ALPHABET, *_literals(tree)]):
        kinds.setdefault(tuple(fits[char] for fits in sets), char)
    useful = [(sum(kind), char) for kind, char in kinds.items() if any(kind)]
    return [char for _, char in sorted(useful, reverse=True)[:8]]


def _literals(tree: Any) -> Iterator[str]:
    for kind, value in tree:
        if kind is codes.LITERAL:
            yield chr(value)
        elif kind is codes.IN:
            yield from _members(value)
        for part in inner_trees(kind, value):
            yield from _literals(part)


def _pumped(tree: Any, flags: int, before: str) -> Iterator[tuple[str, str]]:
    """What stands before a repeat, and what to repeat for it."""
    since = ""  # from the last endless repeat on
    for node in tree:
        kind, value = node
        own = sample(node, flags)
        if kind in REPEATS:
            for again in _bodies(value[2], flags):
                yield before, again
                yield "", before + again
            if since:
                yield before, since
            since = ""
        for part in inner_trees(kind, value)[:4]:
            yield from _pumped(part, flags, before)
        before += own
        since += own


def _bodies(tree: Any, flags: int) -> Iterable[str]:
    """What a repeated tree matches: with its first alternative, and with each of a few others."""
    found = [_all(tree, flags)]
    for kind, value in tree:
        for part in inner_trees(kind, value)[:4]:
            found.append(_all(part, flags))
    return dict.fromkeys(found)


def sample(node: Any, flags: int) -> str:
    """A text that the node of a parse tree matches; empty where none is easily found."""
    kind, value = node
    if kind in SINGLE:
        fits = Fits(node, flags)
        letters = _members(value) if kind is codes.IN else ""
        own = chr(value) if kind is codes.LITERAL else ALPHABET + letters
        return next((char for char in own if fits[char]), "")
    if kind in REPEATS:
        return _all(value[2], flags) * min(max(1, value[0]), 4)
    if kind is codes.ASSERT and value[0] < 0:
        return _all(value[1], flags)
    parts = inner_trees(kind, value)
    return _all(parts[0], flags) if parts else ""


def _all(tree: Any, flags: int) -> str:
    return "".join(sample(node, flags) for node in tree)


def _members(items: Any) -> str:
    plain = (codes.LITERAL, codes.RANGE)
    return "".join(chr(v if k is codes.LITERAL else v[0]) for k, v in items if k in plain)
