"""The ledger: any changes, in any number of rounds, replay to the source exactly."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from exporter.source.draft import Change, Draft, EditedPlaces
from exporter.source.model import CleanText

Rounds = list[list[tuple[int, int, str]]]
ROUNDS = st.lists(
    st.lists(
        st.tuples(st.integers(0, 6), st.integers(0, 5), st.text("，。ab", max_size=3)), max_size=6
    ),
    max_size=5,
)


def changed(source: str, rounds: Rounds) -> tuple[Draft, str]:
    """A draft after the rounds of (distance to the last change, length, replacement), and what
    plain string surgery makes of the same."""
    draft, plain = Draft(source, 0, len(source), source), source
    for each in rounds:
        changes, at = [], 0
        for skip, length, after in each:
            start = at + skip
            end = start + length
            if end > len(draft.text):
                break
            if length or after:
                changes.append(Change(start, end, after, "rule", "reason"))
            at = end + 1
        for change in reversed(changes):
            plain = plain[: change.start] + change.after + plain[change.end :]
        draft = draft.apply(changes)
    return draft, plain


def clean_text(draft: Draft) -> CleanText:
    return CleanText("r", "p", "0", draft.start, draft.end, draft.text, ledger=draft.edits)


@given(st.text("甲乙丙丁戊己", max_size=30), ROUNDS)
def test_changes_of_changes_replay(source: str, rounds: Rounds) -> None:
    draft, plain = changed(source, rounds)
    assert draft.text == plain
    assert clean_text(draft).replay() == source
    at = 0
    for edit in draft.edits:
        assert at <= edit.start <= edit.end
        assert source[edit.start : edit.end] == edit.before
        at = edit.end


@given(st.text("甲乙丙丁戊己", max_size=30), ROUNDS, st.lists(st.integers(0, 30), max_size=4))
def test_pieces_partition_the_source(source: str, rounds: Rounds, points: list[int]) -> None:
    draft, _ = changed(source, rounds)
    pieces = draft.cut(sorted(point for point in points if point <= len(draft.text)))
    assert "".join(piece.text for piece in pieces) == draft.text
    assert "".join(clean_text(piece).replay() for piece in pieces) == source
    assert [piece.start for piece in pieces[1:]] == [piece.end for piece in pieces[:-1]]


@given(st.text("甲乙丙丁戊己庚辛", max_size=30), ROUNDS)
def test_places_lead_to_the_source_and_back(source: str, rounds: Rounds) -> None:
    draft, _ = changed(source, rounds)
    places = EditedPlaces(draft)
    covered = {i for edit in draft.edits for i in range(edit.start, edit.end)}
    for at in set(range(len(source))) - covered:
        point = places.text(at)
        assert draft.text[point] == source[at]
        assert places.source(point) == at


def test_a_removal_around_earlier_edits_keeps_their_reasons() -> None:
    source = "甲,乙<b>丙丁"
    draft = Draft(source, 0, len(source), source)
    draft = draft.apply([Change(3, 6, "", "tag", "t"), Change(7, 8, "", "end", "e")])
    draft = draft.apply([Change(1, 4, "", "caption", "c")])
    assert draft.text == "甲"
    assert [(e.rule, e.before) for e in draft.edits] == [
        ("caption", ",乙"),
        ("tag", "<b>"),
        ("caption", "丙"),
        ("end", "丁"),
    ]
