"""The ledger replays, and the map from clean text to source agrees with one made char by char."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from exporter.notices import Span
from exporter.source.model import CleanText, Edit

Pieces = list[tuple[str, str, bool]]
WORDS = st.text("甲乙丙,，", max_size=4)


@st.composite
def records(draw: st.DrawFn) -> tuple[CleanText, str, list[Span | None]]:
    """A record, its source, and for each clean character the source stretch that it stands for."""
    start = draw(st.integers(0, 5))
    source, clean, origin, ledger = "", "", list[Span | None](), list[Edit]()
    for before, after, edited in draw(st.lists(st.tuples(WORDS, WORDS, st.booleans()), max_size=6)):
        at = start + len(source)
        if edited and before != after:
            end = at + len(before)
            ledger.append(Edit("rule", at, end, before, after, "why"))
            same = len(before) == len(after)
            origin += [
                Span(at + i, at + i + 1) if same else Span(at, end) for i in range(len(after))
            ]
            source, clean = source + before, clean + after
        else:
            origin += [Span(at + i, at + i + 1) for i in range(len(before))]
            source, clean = source + before, clean + before
    record = CleanText("r1", "p", "s", start, start + len(source), clean, ledger=tuple(ledger))
    return record, source, origin


@given(records())
def test_the_ledger_replays(given_record: tuple[CleanText, str, list[Span | None]]) -> None:
    record, source, _ = given_record
    assert record.replay() == source


@given(records(), st.data())
def test_spans_are_those_of_the_characters(
    given_record: tuple[CleanText, str, list[Span | None]], data: st.DataObject
) -> None:
    record, _, origin = given_record
    if not origin:
        return
    start = data.draw(st.integers(0, len(origin) - 1))
    end = data.draw(st.integers(start + 1, len(origin)))
    covered = {i for span in origin[start:end] if span for i in range(span.start, span.end)}
    spans = record.source_map().spans(start, end)
    assert {i for span in spans for i in range(span.start, span.end)} == covered
    assert all(a.end < b.start for a, b in itertools.pairwise(spans))
    hull = record.source_map().span(start, end)
    assert (hull.start, hull.end) == (spans[0].start, spans[-1].end)
