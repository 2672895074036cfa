"""Every label layout, dressed over invented proceedings: the same turns must come out of each.

The floors are exact: these pages are clean, so a turn missed, a turn too many or a wrong speaker is
a regression. Speakers may be unknown only where the page doesn't print the name.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from exporter.transcript.model import Transcript, Turn
from exporter.transcript.parse import parse
from tests.transcript.held_out import TALK_ENGLISH, TALK_SEA, TALK_TRADITIONAL
from tests.transcript.proceedings import (
    ENGLISH_LAYOUTS,
    LAYOUTS,
    TALK_A,
    TALK_B,
    Page,
    Said,
    Talk,
    unlabelled,
    unnamed,
)

CHINESE = {"A": TALK_A, "B": TALK_B, "sea": TALK_SEA, "traditional": TALK_TRADITIONAL}
CASES = [
    pytest.param(layout, talk, id=f"{name} / {place}")
    for place, talk in CHINESE.items()
    for name, layout in LAYOUTS.items()
] + [
    pytest.param(layout, TALK_ENGLISH, id=f"{name} / English")
    for name, layout in ENGLISH_LAYOUTS.items()
]


def letters(text: str | None) -> str:
    return "".join(char for char in text or "" if char.isalnum())


def read(page: Page) -> Transcript:
    return parse(page.clean).value


def names_of(said: Said, page: Page) -> tuple[str | None, ...]:
    """What the speaker may be called: the name where the page prints it, else less."""
    name = said.who.name
    if not name:
        return (None,)
    if name in page.clean.text:
        return (name,)
    return (None, name.split()[-1].upper()) if name.isascii() else (None,)


@pytest.mark.parametrize(("layout", "talk"), CASES)
def test_turns_are_found_with_speaker_and_role(layout: Callable[[Talk], Page], talk: Talk) -> None:
    page = layout(talk)
    turns = read(page).turns
    assert [letters(t.text) for t in turns] == [letters(s.text) for s in page.turns]
    for turn, said in zip(turns, page.turns, strict=True):
        assert turn.role == said.who.role
        assert turn.speaker in names_of(said, page)
        if said.who.outlet and said.who.outlet in (turn.label or ""):
            assert turn.org == said.who.outlet


@pytest.mark.parametrize(("layout", "talk"), CASES)
def test_answers_point_to_the_question_before(layout: Callable[[Talk], Page], talk: Talk) -> None:
    turns = read(layout(talk)).turns
    question: str | None = None
    for turn in turns:
        if turn.role == "journalist":
            question = turn.id
            assert turn.answers is None
        elif turn.role == "spokesperson":
            assert turn.answers == question


@pytest.mark.parametrize("talk", CHINESE.values(), ids=CHINESE)
def test_questions_and_answers_without_names(talk: Talk) -> None:
    page = unnamed(talk)
    turns = read(page).turns
    assert all(turn.speaker is None for turn in turns if turn.label == "答：")
    assert [turn.role == "journalist" for turn in turns] == [
        said.who.role == "journalist" for said in _merged(page.turns)
    ]


def _merged(turns: tuple[Said, ...]) -> tuple[Said, ...]:
    return turns


@pytest.mark.parametrize("talk", CHINESE.values(), ids=CHINESE)
def test_turns_without_labels_are_cut_by_sense(talk: Talk) -> None:
    page = unlabelled(talk)
    turns = read(page).turns
    assert [letters(t.text) for t in turns] == [letters(s.text) for s in page.turns]
    assert [t.role for t in turns] == [s.who.role for s in page.turns]
    for turn, said in zip(turns, page.turns, strict=True):
        assert turn.label is None
        assert turn.inferred
        assert turn.speaker in (None, said.who.name)


def sections(turns: tuple[Turn, ...]) -> list[str]:
    return [turn.section for turn in turns]


def test_sections_follow_the_proceedings() -> None:
    turns = read(LAYOUTS["full, colon, lines"](TALK_A)).turns
    assert sections(turns) == ["opening", "release", *["qa"] * 7, "closing"]


def test_unknown_speakers_are_said() -> None:
    outcome = parse(unnamed(TALK_A).clean)
    unknown = [n for n in outcome.notices if n.code == "transcript.unknown-speaker"]
    assert len(unknown) == sum(turn.label == "答：" for turn in outcome.value.turns)
    assert all(notice.span is not None for notice in unknown)


def test_agenda_media_and_host_are_read() -> None:
    transcript = read(LAYOUTS["full, colon, lines"](TALK_A))
    assert transcript.media == ("云岭日报", "云岭广播电视台", "江州晚报", "云岭发布")
    assert transcript.host_org == "云岭市人民政府新闻办公室"
    people = {person.name: person for person in transcript.people}
    assert people["欧阳树声"].org == "市水务局"
    assert people["欧阳树声"].office == "党组书记、局长"
    assert people["欧阳树声"].honorific == "先生"
    assert "欧阳局长" in people["欧阳树声"].aliases
    assert people["沈知微"].role == "host"
