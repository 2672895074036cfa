"""Floors for every dress of labels: a change that reads one of them worse fails here.

``python -m tests.bench.bench_dresses`` tells the figures, over more kinds of labels.
"""

from __future__ import annotations

import pytest

from tests.transcript.dresses import DRESSES, LABELLERS, over_all

WORDS = [LABELLERS["office and name"], LABELLERS["office first, then the name"]]
FLOOR = 0.99


@pytest.mark.parametrize("name", DRESSES)
def test_a_dress_is_read(name: str) -> None:
    score = over_all(name, WORDS)
    assert (score.f1 >= FLOOR, score.speaker >= FLOOR, score.wrong) == (True, True, 0), score
