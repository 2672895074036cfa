"""Work in our own process within a limit of time."""

from __future__ import annotations

import signal

import pytest

from exporter.batch.alarm import Here
from exporter.batch.pool import TaskTimeout


def swallow_everything() -> None:
    """What a page does: it keeps its own failures to itself."""
    while True:
        try:
            while True:
                pass
        except Exception:
            continue


def test_a_result_and_an_error_come_back() -> None:
    here = Here(5)
    assert here.submit(divmod, 7, 2).result() == (3, 1)
    with pytest.raises(ZeroDivisionError):
        here.submit(divmod, 7, 0).result()


def test_work_without_end_is_stopped_even_if_it_swallows_errors() -> None:
    with pytest.raises(TaskTimeout):
        Here(0.2).submit(swallow_everything).result()
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
