"""With which widths a table has the fewest lines."""

from __future__ import annotations

from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.typeset.pages_table_lines import fewest_lines

STEP = 10.0


def test_room_goes_where_it_saves_lines() -> None:
    names, periods = [30.0, 40.0, 35.0, 120.0], [78.0, 78.0, 78.0, 78.0]
    widths = fewest_lines([names, periods], [100.0, 60.0], [10.0, 10.0], 0.0, STEP)
    assert widths == [80.0, 80.0]


def test_widths_that_need_nothing_stay() -> None:
    assert fewest_lines([[30.0], [50.0]], [60.0, 60.0], [10.0, 10.0], 4.0, STEP) == [60.0, 60.0]


def test_a_short_cell_is_not_broken_to_save_another_line() -> None:
    people, said = [45.0, 45.0], [210.0, 60.0]
    widths = fewest_lines([people, said], [50.0, 200.0], [10.0, 10.0], 0.0, STEP)
    assert widths[0] >= 45.0


@pytest.mark.parametrize("padding", [0.0, 6.0])
@given(
    cells=st.lists(st.lists(st.floats(0, 300), min_size=3, max_size=3), min_size=2, max_size=4),
    widths=st.lists(st.floats(40, 200), min_size=4, max_size=4),
)
def test_the_table_keeps_its_width_and_no_column_is_too_narrow(
    padding: float, cells: list[list[float]], widths: list[float]
) -> None:
    own = widths[: len(cells)]
    found = fewest_lines(cells, own, [30.0] * len(cells), padding, STEP)
    assert sum(found) == pytest.approx(sum(own))
    assert all(f >= min(w, 30.0 + padding) - 1e-6 for f, w in zip(found, own, strict=True))


def _lines(cells: list[list[float]], widths: list[float]) -> int:
    rows = zip(*cells, strict=True)
    return sum(
        max(ceil(n / w) if n else 1 for n, w in zip(row, widths, strict=True)) for row in rows
    )


def test_a_table_of_three_columns_is_lower_than_before() -> None:
    cells = [[80.0, 90.0, 140.0], [70.0, 70.0, 70.0], [100.0, 300.0, 20.0]]
    before = [60.0, 60.0, 240.0]
    after = fewest_lines(cells, before, [20.0] * 3, 0.0, STEP)
    assert _lines(cells, after) < _lines(cells, before)
