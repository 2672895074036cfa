"""English labels without a colon that their dress tells: brackets, bold, cells, times, bullets."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from exporter.source.clean import clean
from exporter.source.read import decode
from exporter.transcript.model import Turn
from exporter.transcript.parse import parse

SAID = [
    ("Moderator", "Good morning, everyone. We will take a few questions on the harbour."),
    ("Q", "Secretary, when will the second berth open to ships?"),
    ("Secretary Jo Hale", "It opens in May. The first ship is booked for the ninth."),
    ("Edith Morrow, Harbour News", "Will the fees go up for small boats?"),
    ("Secretary Jo Hale", "They will not. Fees stay where they are until next year."),
    ("Moderator", "Thank you all. That ends our briefing."),
]
HEAD = "Harbour briefing\nMay 2, 2024\n"


def lines(form: str) -> str:
    rows = (form.format(who=who, said=said, at=at) for at, (who, said) in enumerate(SAID, 10))
    return HEAD + "\n".join(rows)


def page(form: str) -> str:
    rows = "".join(form.format(who=who, said=said) for who, said in SAID)
    return f"<html><body><h1>Harbour briefing</h1><p>May 2, 2024</p>{rows}</body></html>"


DRESSES: dict[str, tuple[str, str]] = {
    "brackets": ("page.txt", lines("[{who}] {said}")),
    "brackets alone": ("page.txt", lines("[{who}]\n{said}")),
    "time": ("page.txt", lines("{who} 00:{at}\n{said}")),
    "day and time": ("page.txt", lines("{who} 2024-05-02 10:{at}:30\n{said}")),
    "bullet and colon": ("page.txt", lines("• {who}: {said}")),
    "bold": ("page.html", page("<p><strong>{who}</strong> {said}</p>")),
    "cells": ("page.html", page("<table><tr><td>{who}</td><td>{said}</td></tr></table>")),
}


def turns(name: str, text: str) -> list[Turn]:
    (record,) = clean(decode(name, text.encode()).value).value
    return list(parse(record).value.turns)


@pytest.mark.parametrize(("name", "text"), DRESSES.values(), ids=DRESSES)
def test_a_dress_that_several_labels_wear(name: str, text: str) -> None:
    found = turns(name, text)
    assert [turn.text for turn in found] == [said for _, said in SAID]
    assert [turn.role for turn in found] == [
        "host", "journalist", "spokesperson", "journalist", "spokesperson", "host",
    ]  # fmt: skip
    assert [turn.speaker for turn in found[2:5:2]] == ["Jo Hale", "Jo Hale"]
    assert found[3].org == "Harbour News"


PROSE: dict[str, Callable[[], str]] = {
    "notes": lambda: lines("{said} [Note {at}]"),
    "one in brackets": lambda: HEAD + "[Applause] Thank you. Good morning.\nWe have much to do.\n",
    "a list of times": lambda: HEAD + "Opening 10:05\nHarbour tour 11:30\nLunch 12:45\n",
}


@pytest.mark.parametrize("text", PROSE.values(), ids=PROSE)
def test_what_wears_no_dress_is_no_label(text: Callable[[], str]) -> None:
    assert not any(turn.label for turn in turns("page.txt", text()))


def test_an_outlet_in_capitals_is_one() -> None:
    said = [("MODERATOR", "Questions?"), ("CHINA DAILY", "Why?"), ("JO HALE", "It is due.")]
    found = turns("page.txt", HEAD + "\n".join(f"{who}: {words}" for who, words in said))
    assert [(turn.role, turn.speaker) for turn in found][1] == ("journalist", None)
