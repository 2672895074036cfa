"""The collector of circles rests while a page is read, and works again after it."""

from __future__ import annotations

import gc

import pytest

from exporter.source.collector import uncollected


@uncollected
def at_rest(fails: bool = False) -> bool:
    if fails:
        raise ValueError
    return not gc.isenabled()


def test_it_rests_and_works_again() -> None:
    assert at_rest()
    assert gc.isenabled()
    with pytest.raises(ValueError):
        at_rest(fails=True)
    assert gc.isenabled()


def test_who_has_put_it_to_rest_finds_it_so() -> None:
    gc.disable()
    try:
        assert at_rest()
        assert not gc.isenabled()
    finally:
        gc.enable()
