"""Summarisers of others are found by their entry points."""

from __future__ import annotations

from importlib.metadata import EntryPoint, EntryPoints

import pytest

import exporter.briefing.summarizer as module
from exporter.errors import UsageError


def first_of_each(transcript: object, facts: object) -> tuple[object, ...]:
    """A summariser that chooses nothing."""
    return ()


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint("mine", f"{__name__}:first_of_each", module.GROUP)
    monkeypatch.setattr(
        module, "entry_points", lambda group: EntryPoints([point]).select(group=group)
    )


@pytest.mark.usefixtures("installed")
def test_an_installed_summarizer_is_loaded() -> None:
    assert module.names() == ("mine",)
    assert module.load("mine") is first_of_each


@pytest.mark.usefixtures("installed")
def test_an_unknown_one_is_told_with_the_known() -> None:
    with pytest.raises(UsageError) as error:
        module.load("other")
    assert error.value.params == {"name": "other", "known": "mine"}


def test_none_is_shipped() -> None:
    assert module.names() == ()
