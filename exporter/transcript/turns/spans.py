"""Places ``[start, end)`` of the record's text: which lie apart, and what is left between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

Span = tuple[int, int]


def disjoint(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans (sorted) without those that begin within one before them."""
    last = 0
    for start, end in spans:
        if start >= last:
            yield start, end
            last = end


def outside(spans: Iterable[Span], taken: Iterable[Span]) -> tuple[Span, ...]:
    """Those of the spans that overlap none of the `taken` (apart from each other)."""
    held = sorted(taken)
    starts = [start for start, _ in held]

    def free(span: Span) -> bool:
        index = bisect_left(starts, span[1]) - 1
        return index < 0 or held[index][1] <= span[0]

    return tuple(span for span in spans if free(span))


def headings_within(headings: tuple[Span, ...], start: int, end: int) -> tuple[Span, ...]:
    """The headings (sorted) that begin in ``[start, end)``."""
    low = bisect_left(headings, (start, 0))
    return headings[low : bisect_left(headings, (end, 0), low)]


def pieces_of(start: int, end: int, headings: tuple[Span, ...]) -> tuple[Span, ...]:
    """``[start, end)`` without the headings in it."""
    pieces, at = [], start
    for low, high in headings_within(headings, start, end):
        if low > at:
            pieces.append((at, low))
        at = max(at, high)
    if at < end:
        pieces.append((at, end))
    return tuple(pieces)
