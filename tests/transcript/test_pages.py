"""Whole pages in the manner of real sites, from bytes to turns.

Each page is exact: a wrong speaker, a lost sentence or a caption read out is a failure that shows
the turns as they are and as they should be. The floors over all pages stand apart, so that a page
added later with a known fault can't lower them unseen.
"""

from __future__ import annotations

import re
from collections import Counter

import pytest

from exporter.source.clean import clean
from exporter.source.model import CleanText
from exporter.source.read import decode
from exporter.transcript.model import Transcript
from exporter.transcript.parse import parse
from tests.transcript.marked import PAGES, Expected, Page, Record, letters

ON_EACH_PAGE = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
HOLE = "原文此处被篡改"
FLOORS = {"boundaries": 0.99, "speakers": 0.99, "answers": 0.99}


def read(page: Page) -> list[tuple[CleanText, Transcript]]:
    source = decode(page.name, page.data).value
    return [(record, parse(record).value) for record in clean(source).value]


def turns_of(transcript: Transcript) -> list[Expected]:
    """The turns as the marks of a page give them."""
    numbers = {turn.id: number for number, turn in enumerate(transcript.turns, 1)}
    return [
        Expected(
            turn.role,
            letters(turn.speaker),
            letters(turn.org) if turn.role == "journalist" else "",
            turn.section,
            numbers.get(turn.answers or ""),
            letters(turn.text).replace(HOLE, ""),
        )
        for turn in transcript.turns
    ]


@ON_EACH_PAGE
def test_turns(page: Page) -> None:
    found = [turns_of(transcript) for _, transcript in read(page)]
    assert found == [record.turns for record in page.records]


@ON_EACH_PAGE
def test_metadata(page: Page) -> None:
    for (_, transcript), record in zip(read(page), page.records, strict=True):
        meant = {"kind": "transcript", **record.metadata}
        assert {name: getattr(transcript, name) for name in meant} == meant


@ON_EACH_PAGE
def test_no_noise_is_spoken(page: Page) -> None:
    for (_, transcript), record in zip(read(page), page.records, strict=True):
        said = "".join(letters(turn.text) for turn in transcript.turns)
        assert [noise for noise in record.noise if len(noise) > 3 and noise in said] == []


@ON_EACH_PAGE
def test_nothing_is_lost_or_invented(page: Page) -> None:
    done = read(page)
    source = decode(page.name, page.data).value.text
    assert "".join(record.replay() for record, _ in done) == source
    for record, transcript in done:
        spoken = (
            ""
            if transcript.kind == "news"
            else "".join((turn.label or "") + turn.text for turn in transcript.turns)
        )
        narrated = "".join(p.text for p in transcript.narration)
        headed = "".join(heading.text for heading in transcript.headings)
        assert Counter(letters(spoken + narrated + headed)) == Counter(letters(record.text))


# What never belongs to an office or a body: 到商务部, 出席今天发布会的有县教育局, 主持人 新闻处.
_NO_BODY = re.compile(
    "^(?:到|来|请|有请|出席|参加|以下|由|和|及|主持人|发布人)|的[有是]|、$|[，。：；]"
)


@ON_EACH_PAGE
def test_offices_and_bodies_are_nothing_else(page: Page) -> None:
    for _, transcript in read(page):
        names = [person.name for person in transcript.people]
        for person in transcript.people:
            for words in (person.org, person.office):
                assert not _NO_BODY.search(words or "")
                assert not any(name in (words or "") for name in names)


def _hits(page: Page) -> Counter[str]:
    """How many turns of a page are found, with speaker and with the question that they answer."""
    score: Counter[str] = Counter()
    for (_, transcript), record in zip(read(page), page.records, strict=True):
        found = turns_of(transcript)
        score += _of_record(found, record)
    return score


def _of_record(found: list[Expected], record: Record) -> Counter[str]:
    score = Counter(meant=len(record.turns), found=len(found))
    left = list(found)
    for turn in record.turns:
        got = next((other for other in left if other.text[:8] == turn.text[:8]), None)
        if got is not None:
            left.remove(got)
        score["boundaries"] += got is not None
        score["speakers"] += got is not None and got.speaker == turn.speaker
        score["asked"] += turn.answers is not None
        answered = turn.answers is not None and got is not None and got.answers == turn.answers
        score["answers"] += answered
    return score


def test_the_floors_over_all_pages() -> None:
    scores = {page.name: _hits(page) for page in PAGES}
    total = sum(scores.values(), Counter())
    shares = {
        "boundaries": 2 * total["boundaries"] / (total["meant"] + total["found"]),
        "speakers": total["speakers"] / total["meant"],
        "answers": total["answers"] / total["asked"],
    }
    below = {name: share for name, share in shares.items() if share < FLOORS[name]}
    assert below == {}, {name: dict(score) for name, score in scores.items()}
