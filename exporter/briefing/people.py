"""Key people: who spoke, for which body, how much, and on what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from exporter.briefing.digest.matters import matter
from exporter.briefing.model import Announcement, Excerpt, Exchange, KeyPerson
from exporter.briefing.speech.reading import Reading
from exporter.transcript.model import Person, Turn

_MOST_TOPICS = 4
_PLACES = Decimal("0.0001")
_OTHERS = re.compile(r"[\W_]")


def letters(text: str) -> int:
    """The letters, digits and ideographs of `text`: what is counted as spoken."""
    return len(text) - len(_OTHERS.findall(text))


def share_of(characters: int, whole: int) -> Decimal:
    """The share of the whole, to four places."""
    return (Decimal(characters) / Decimal(whole)).quantize(_PLACES) if whole else Decimal(0)


def post_of(person: Person | None, turns: Sequence[Turn]) -> tuple[str | None, str | None]:
    """Office and body of a speaker. A guest is who the label says: what a guest is introduced as
    (参赛选手、合作社理事长) is the part in the event, not the post.
    """
    said = next((turn.office for turn in turns if turn.office), None)
    if person is None or (person.role == "guest" and said):
        return said, None
    return person.office, person.org


def key_people(
    reading: Reading,
    announced: Iterable[Announcement] = (),
    exchanges: Iterable[Exchange] = (),
) -> tuple[KeyPerson, ...]:
    """Those who spoke and are known by name, journalists aside, in order of their first word."""
    turns = _turns_by_speaker(reading)
    topics = _topics(reading, announced, exchanges)
    spoken = {turn.id: letters(turn.text) for turn in reading.transcript.turns}
    whole = sum(spoken.values())
    return tuple(
        _key_person(reading, name, own, spoken, whole, topics) for name, own in turns.items()
    )


def _turns_by_speaker(reading: Reading) -> dict[str, list[Turn]]:
    found: dict[str, list[Turn]] = {}
    for turn in reading.transcript.turns:
        name = reading.speaker(turn)
        if name and turn.role != "journalist":
            found.setdefault(name, []).append(turn)
    return found


def _key_person(
    reading: Reading,
    name: str,
    turns: list[Turn],
    spoken: dict[str, int],
    whole: int,
    topics: dict[str, list[Excerpt]],
) -> KeyPerson:
    person = next((p for turn in turns if (p := reading.person(turn))), None)
    office, org = post_of(person, turns)
    characters = sum(spoken[turn.id] for turn in turns)
    return KeyPerson(
        name=name,
        role=person.role if person else turns[0].role,
        office=office,
        org=org,
        turns=tuple(turn.id for turn in turns),
        paragraphs=tuple(p.id for turn in turns for p in turn.paragraphs),
        characters=characters,
        share=share_of(characters, whole),
        topics=_unlike(t for turn in turns for t in topics.get(turn.id, ())),
    )


def _unlike(topics: Iterable[Excerpt]) -> tuple[Excerpt, ...]:
    """The first topics that differ in their words."""
    first: dict[str, Excerpt] = {}
    for topic in topics:
        first.setdefault(topic.text, topic)
    return tuple(first.values())[:_MOST_TOPICS]


def _topics(
    reading: Reading, announced: Iterable[Announcement], exchanges: Iterable[Exchange]
) -> dict[str, list[Excerpt]]:
    """What each turn is on: the headings of a speech, or what the question answered is about."""
    found: dict[str, list[Excerpt]] = {}
    for announcement in announced:
        headings = [part.heading for part in announcement.parts if part.heading]
        found[announcement.turn] = headings
    for exchange in exchanges:
        if exchange.answers and (topic := matter(reading, exchange.question)):
            found |= {answer.turn: [topic] for answer in exchange.answers}
    return found
