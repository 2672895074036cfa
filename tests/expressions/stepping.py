"""A backtracking matcher that counts its steps, over the parse tree that `re` itself uses.

It does what the engine of `re` does, in the same order, slowly: a step is a character looked at, an
alternative or a repetition tried. So the work of an expression on a text is a number that is the
same on every machine. Alternatives that cannot begin with the character at hand cost nothing, as
a long list of words would else hide how the steps grow.

A bounded repeat counts as no more than `FEW` repetitions, so that what a bound makes linear looks
linear on short texts; one of more than `MANY` counts as without bound, and so does one of more
than `FEW` inside another or around one, where the bounds multiply.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

FEW = 4
MANY = 200
ENDLESS = int(codes.MAXREPEAT)
REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
SINGLE = (codes.LITERAL, codes.NOT_LITERAL, codes.ANY, codes.IN)

Step = Callable[[int], int]  # from a place in the text to the end of the match, or FAILED
FAILED = -1


class TooManySteps(Exception):
    """The expression has run away."""


def parse(pattern: re.Pattern[str]) -> Any:
    """The parse tree of `pattern`."""
    return parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)


class Stepper:
    """One expression, to be put to texts: `run` says how many steps it takes on one."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._flags = pattern.flags
        self._most = 0
        self._text = ""
        self._whole = False
        self._groups: dict[int, tuple[int, int]] = {}
        self.steps = 0
        tree = parse(pattern)
        self._begins = partial(_begins, list(tree), pattern.flags, {})
        self._start = self._sequence(tree, self._end)

    def run(self, text: str, use: str, most: int) -> int:
        """The steps that `use` (``search``, for every match in turn; ``match``; ``fullmatch``)
        takes on `text`; `TooManySteps` beyond the `most` allowed."""
        self._text, self.steps, self._most, self._whole = text, 0, most, use == "fullmatch"
        if use == "search":
            for _ in self._found():
                pass
        else:
            self._start(0)
        return self.steps

    def ends(self, text: str) -> list[int]:
        """Where the matches in `text` end, empty ones left out."""
        self._text, self.steps, self._most, self._whole = text, 0, 1_000_000, False
        return list(self._found())

    def _found(self) -> Iterator[int]:
        at = 0
        while at <= len(self._text):
            end = self._start(at) if self._begins(self._text[at : at + 1]) else FAILED
            self.steps += 1
            if end > at:
                yield end
            at = max(end, at + 1)

    def _tick(self, steps: int = 1) -> None:
        self.steps += steps
        if self.steps > self._most:
            raise TooManySteps

    def _end(self, at: int) -> int:
        return FAILED if self._whole and at < len(self._text) else at

    def _sequence(self, tree: Iterable[Any], then: Step) -> Step:
        for node in reversed(list(tree)):
            then = self._node(node, then)
        return then

    def _node(self, node: Any, then: Step) -> Step:
        kind, value = node
        if kind in SINGLE:
            return self._character(node, then)
        if kind in REPEATS:
            return self._repeat(kind, value, then)
        match kind:
            case codes.BRANCH:
                return self._branch(value[1], then)
            case codes.SUBPATTERN:
                return self._group(value, then)
            case codes.ATOMIC_GROUP:
                return self._atomic(value, then)
            case codes.ASSERT | codes.ASSERT_NOT:
                return self._assertion(value, kind is codes.ASSERT, then)
            case codes.AT:
                return self._place(value, then)
            case codes.GROUPREF:
                return self._again(value, then)
            case _:
                raise NotImplementedError(kind)

    def _character(self, node: Any, then: Step) -> Step:
        fits = Fits(node, self._flags)

        def step(at: int) -> int:
            self._tick()
            return then(at + 1) if at < len(self._text) and fits[self._text[at]] else FAILED

        return step

    def _repeat(self, kind: Any, value: Any, then: Step) -> Step:
        low, high, inner = value
        low, high = bounds(low, high, nested=_repeats(inner))
        if kind is codes.POSSESSIVE_REPEAT:
            return self._atomic([(codes.MAX_REPEAT, value)], then)
        if len(inner) == 1 and inner[0][0] in SINGLE:
            run = partial(self._run_of, Fits(inner[0], self._flags), low, high)
            return self._run_longest(run, low, then, lazy=kind is codes.MIN_REPEAT)
        return self._loop(low, high, inner, then, lazy=kind is codes.MIN_REPEAT)

    def _run_of(self, fits: Fits, low: int, high: int, at: int) -> int:
        """How many characters from `at` on fit."""
        most = min(len(self._text) - at, high)
        count = 0
        while count < most and fits[self._text[at + count]]:
            count += 1
        self._tick(count + 1)
        return count

    def _run_longest(self, run: Callable[[int], int], low: int, then: Step, *, lazy: bool) -> Step:
        def step(at: int) -> int:
            longest = run(at)
            counts = range(low, longest + 1)
            for count in counts if lazy else reversed(counts):
                self._tick()
                end = then(at + count)
                if end >= 0:
                    return end
            return FAILED

        return step

    def _loop(self, low: int, high: int, inner: Any, then: Step, *, lazy: bool) -> Step:
        rounds: list[tuple[int, int]] = []  # repetitions done, where the last one began

        def again(at: int) -> int:
            count, began = rounds[-1]
            if at == began and count >= low:
                return FAILED
            rounds.append((count + 1, at))
            end = attempt(at)
            rounds.pop()
            return end

        body = self._sequence(inner, again)

        def attempt(at: int) -> int:
            self._tick()
            count = rounds[-1][0]
            more = (body,) if count < high else ()
            less = (then,) if count >= low else ()
            for way in (*less, *more) if lazy else (*more, *less):
                end = way(at)
                if end >= 0:
                    return end
            return FAILED

        def enter(at: int) -> int:
            rounds.append((0, at))
            end = attempt(at)
            rounds.pop()
            return end

        return enter

    def _branch(self, branches: Any, then: Step) -> Step:
        ways = [(self._sequence(branch, then), list(branch), {}) for branch in branches]
        viable: dict[str, list[Step]] = {}
        flags = self._flags

        def step(at: int) -> int:
            char = self._text[at : at + 1]
            if char not in viable:
                viable[char] = [w for w, b, memo in ways if _begins(b, flags, memo, char)]
            for way in viable[char]:
                self._tick()
                end = way(at)
                if end >= 0:
                    return end
            return FAILED

        return step

    def _group(self, value: Any, then: Step) -> Step:
        number, added, taken, inner = value
        outside, self._flags = self._flags, (self._flags | added) & ~taken
        made = self._sequence(inner, then) if number is None else self._capture(number, inner, then)
        self._flags = outside
        return made

    def _capture(self, number: int, inner: Any, then: Step) -> Step:
        began: list[int] = []

        def close(at: int) -> int:
            start = began.pop()
            before = self._groups.get(number, (0, 0))
            self._groups[number] = (start, at)
            end = then(at)
            began.append(start)
            if end < 0:
                self._groups[number] = before
            return end

        body = self._sequence(inner, close)

        def enter(at: int) -> int:
            began.append(at)
            end = body(at)
            began.pop()
            return end

        return enter

    def _atomic(self, inner: Any, then: Step) -> Step:
        body = self._sequence(inner, lambda at: at)

        def step(at: int) -> int:
            end = body(at)
            return then(end) if end >= 0 else FAILED

        return step

    def _assertion(self, value: Any, wanted: bool, then: Step) -> Step:
        direction, inner = value
        body = self._sequence(inner, lambda at: at)
        back = inner.getwidth()[0] if direction < 0 else 0

        def step(at: int) -> int:
            self._tick()
            holds = at >= back and body(at - back) >= 0
            return then(at) if holds == wanted else FAILED

        return step

    def _place(self, where: Any, then: Step) -> Step:
        name = str(where)
        lines = bool(self._flags & re.MULTILINE)

        def holds(at: int) -> bool:
            before, behind = self._text[max(at - 1, 0) : at], self._text[at : at + 1]
            if "BOUNDARY" in name:
                edge = _is_word(before) != _is_word(behind)
                return edge != ("NON" in name)
            if "BEGINNING" in name:
                return not before or (lines and before == "\n" and "STRING" not in name)
            last = at == len(self._text) - 1 and behind == "\n" and "STRING" not in name
            return not behind or last or (lines and behind == "\n" and "STRING" not in name)

        def step(at: int) -> int:
            self._tick()
            return then(at) if holds(at) else FAILED

        return step

    def _again(self, number: int, then: Step) -> Step:
        def step(at: int) -> int:
            low, high = self._groups.get(number, (0, 0))
            self._tick(high - low + 1)
            return (
                then(at + high - low) if self._text.startswith(self._text[low:high], at) else FAILED
            )

        return step


def bounds(low: int, high: int, *, nested: bool) -> tuple[int, int]:
    """The bounds of a repeat as they are counted here; `nested` if its inside repeats, too."""
    if high > MANY or (nested and high > FEW):
        return min(low, FEW), ENDLESS
    return min(low, FEW), min(high, FEW)


def _repeats(tree: Any) -> bool:
    """Whether a tree has a repeat of any length in it."""
    for kind, value in tree:
        if kind in REPEATS and value[1] > max(FEW, value[0]):
            return True
        if any(_repeats(inner) for inner in inner_trees(kind, value)):
            return True
    return False


def inner_trees(kind: Any, value: Any) -> list[Any]:
    """The trees right inside a node, of which the text it matches is made."""
    if kind in REPEATS:
        return [value[2]]
    if kind is codes.BRANCH:
        return list(value[1])
    if kind is codes.SUBPATTERN:
        return [value[3]]
    return [value] if kind is codes.ATOMIC_GROUP else []


def _begins(tree: list[Any], flags: int, memo: dict[str, bool], char: str) -> bool:
    """Whether what `tree` matches can begin with `char`; true where that isn't plain."""
    if char not in memo:
        memo[char] = _may_begin(tree, flags, char)
    return memo[char]


def _may_begin(tree: Any, flags: int, char: str) -> bool:
    if not tree:
        return True
    kind, value = tree[0]
    if kind in SINGLE:
        return bool(char) and Fits(tree[0], flags)[char]
    if kind in REPEATS and value[0] == 0:
        return True
    if kind is codes.SUBPATTERN:
        flags = (flags | value[1]) & ~value[2]
    inner = inner_trees(kind, value)
    return not inner or any(_may_begin(branch, flags, char) for branch in inner)


class Fits(dict[str, bool]):
    """Whether a character fits the node of a parse tree that stands for one."""

    def __init__(self, node: Any, flags: int) -> None:
        self._node, self._flags = node, flags

    def __missing__(self, char: str) -> bool:
        forms = {char, char.lower(), char.upper()} if self._flags & re.IGNORECASE else {char}
        self[char] = any(self._one(form) for form in forms)
        return self[char]

    def _one(self, char: str) -> bool:
        kind, value = self._node
        if kind is codes.LITERAL:
            return ord(char) == value
        if kind is codes.NOT_LITERAL:
            return ord(char) != value
        if kind is codes.ANY:
            return char != "\n" or bool(self._flags & re.DOTALL)
        hit = any(_in_item(char, item) for item in value)
        return hit != (value[0][0] is codes.NEGATE)


def _in_item(char: str, item: Any) -> bool:
    kind, value = item
    if kind is codes.LITERAL:
        return ord(char) == value
    if kind is codes.RANGE:
        return bool(value[0] <= ord(char) <= value[1])
    if kind is codes.CATEGORY:
        return _CATEGORIES[value](char)
    return False


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


_CATEGORIES: dict[Any, Callable[[str], bool]] = {
    codes.CATEGORY_SPACE: str.isspace,
    codes.CATEGORY_DIGIT: str.isdecimal,
    codes.CATEGORY_WORD: _is_word,
    codes.CATEGORY_NOT_SPACE: lambda char: not char.isspace(),
    codes.CATEGORY_NOT_DIGIT: lambda char: not char.isdecimal(),
    codes.CATEGORY_NOT_WORD: lambda char: not _is_word(char),
}
