"""With which widths of its columns a table has the fewest lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations
from math import ceil

_STEPS = (4.0, 2.0, 1.0, 0.5, 0.25)  # of `step`: the larger first, a small one may change nothing
_ROUNDS = 12
_SHORT = 7.0  # steps: what is no longer (a name, a unit) had better not be broken
_BROKEN = 1.5  # lines that breaking it costs besides its own
_RAGGED = 1.06  # how much longer words run, broken into lines, than in one
_ROWS = 80  # that are looked at; the others of a long table are like them


def fewest_lines(
    cells: Sequence[Sequence[float]],
    widths: Sequence[float],
    leasts: Sequence[float],
    padding: float,
    step: float,
) -> list[float]:
    """The widths of some columns, padding included, changed so that their rows have fewer lines.

    `cells` holds for each column the width of each of its cells in one line; all columns have as
    many. No column becomes narrower than its `leasts`, and together they stay as wide. From the
    widths given, room is moved from one column to another, `step` pt (about a character's width)
    or a few of it at a time, while that saves lines. A short cell that is broken counts for more.
    """
    cells = [column[:_ROWS] for column in cells]
    known: dict[tuple[int, float], tuple[list[int], float]] = {}

    def lines(index: int, width: float) -> tuple[list[int], float]:
        key = (index, round(width, 2))
        if key not in known:
            room = max(width - padding, 1.0)
            column = [1 if n <= room else ceil(n * _RAGGED / room) for n in cells[index]]
            broken = sum(room < n <= _SHORT * step for n in cells[index])
            known[key] = column, _BROKEN * broken
        return known[key]

    def height(tried: Sequence[float]) -> float:
        told = [lines(i, width) for i, width in enumerate(tried)]
        rows: Iterator[tuple[int, ...]] = zip(*(column for column, _ in told), strict=True)
        return sum(map(max, rows)) + sum(broken for _, broken in told)

    best = list(widths)
    least = height(best)
    for _ in range(_ROUNDS):
        tries = (
            [w - room if i == giver else w + room if i == taker else w for i, w in enumerate(best)]
            for giver, taker in permutations(range(len(best)), 2)
            for room in (step * times for times in _STEPS)
            if best[giver] - room >= leasts[giver] + padding
        )
        found = min(((height(tried), tried) for tried in tries), default=None, key=lambda t: t[0])
        if found is None or found[0] >= least:
            return best
        least, best = found
    return best
