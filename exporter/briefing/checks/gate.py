"""The gate: nothing stands in a briefing that its source doesn't say.

Every excerpt must equal its cuts, so that each numeral, date, name and quotation in it is the
source's. Every quantity must stand at its place in its paragraph. Who speaks, asks and answers must
be those of the turns. What is derived (counts, shares, facts, series) is worked out again and
compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from exporter.briefing.model import (
    Announcement,
    Answer,
    ArithmeticCheck,
    Briefing,
    Contradiction,
    Excerpt,
    Fact,
    KeyPerson,
    Series,
    SourceNotes,
)
from exporter.briefing.notes import source_notes, title_of
from exporter.briefing.people import letters, post_of, share_of
from exporter.briefing.quantities import (
    check_arithmetic,
    find_contradictions,
    find_facts,
    find_series,
)
from exporter.briefing.speech.reading import Reading
from exporter.notices import Outcome
from exporter.source.collector import uncollected
from exporter.transcript.model import Transcript

_MARKS = " \t\n\u3000，,；;：:、。.！!？?…—-"


class Mismatch(msgspec.Struct, frozen=True):
    """Something of the briefing that the source doesn't say.

    `part` is the path of the part (``key_points[3]``), `kind` what is wrong: ``excerpt``,
    ``quantity``, ``name``, ``head`` (title, dates, publisher, notes) or ``derived``; `text` the
    words at fault, `expected` the source's.
    """

    part: str
    kind: str
    text: str
    expected: str = ""


class _Place(NamedTuple):
    """An excerpt with the path of its place."""

    path: str
    excerpt: Excerpt


class Derived(NamedTuple):
    """What is worked out from a transcript alone."""

    facts: tuple[Fact, ...]
    series: tuple[Series, ...]
    contradictions: tuple[Contradiction, ...]
    checks: tuple[ArithmeticCheck, ...]


@uncollected
def derive(transcript: Transcript) -> Outcome[Derived]:
    """The facts of a transcript, and what follows from them."""
    checks = check_arithmetic(transcript)
    found = find_facts(transcript, checks)
    derived = Derived(
        found.value,
        find_series(found.value),
        find_contradictions(found.value),
        checks,
    )
    return Outcome(derived, found.notices)


@uncollected
def gate(briefing: Briefing, derived: Derived | None = None) -> tuple[Mismatch, ...]:
    """Whatever the source doesn't bear out; empty for a sound briefing.

    `derived` is what was worked out from the transcript; without it that is done again.
    """
    known = derived or derive(briefing.transcript).value
    reading = Reading(briefing.transcript, known.facts)
    return (
        *_head(briefing),
        *_excerpts(briefing, reading),
        *_figures(briefing, reading, known.facts),
        *_people(briefing, reading),
        *_points(briefing, reading),
        *_announcements(briefing, reading),
        *_exchanges(briefing, reading),
        *_derived(briefing, known),
    )


def _head(briefing: Briefing) -> Iterator[Mismatch]:
    """Title, dates and publisher against the transcript's."""
    transcript = briefing.transcript
    lead = briefing.lead.text if briefing.lead else None
    expected = {
        "title": title_of(transcript, lead),
        "date": transcript.event_date or transcript.published_date,
        "venue": transcript.venue,
        "publisher": transcript.publisher,
    }
    for name, value in expected.items():
        yield from _differs(name, "head", getattr(briefing, name), value)
    yield from _notes(briefing.notes, transcript)


def _notes(notes: SourceNotes, transcript: Transcript) -> Iterator[Mismatch]:
    expected = source_notes(transcript)
    for name in SourceNotes.__struct_fields__:
        path = f"notes.{name}"
        yield from _differs(path, "head", getattr(notes, name), getattr(expected, name))


def _differs(path: str, kind: str, value: object, expected: object) -> Iterator[Mismatch]:
    if value != expected:
        yield Mismatch(path, kind, str(value), str(expected))


def excerpts(briefing: Briefing) -> Iterator[_Place]:
    """Every excerpt of a briefing with the path of its place."""
    if briefing.lead:
        yield _Place("lead", briefing.lead)
    for i, point in enumerate(briefing.key_points):
        yield _Place(f"key_points[{i}]", point.excerpt)
    for i, person in enumerate(briefing.people):
        for j, topic in enumerate(person.topics):
            yield _Place(f"people[{i}].topics[{j}]", topic)
    yield from _announced_excerpts(briefing)
    for i, exchange in enumerate(briefing.exchanges):
        yield _Place(f"exchanges[{i}].question", exchange.question)
        for j, answer in enumerate(exchange.answers):
            for k, excerpt in enumerate(answer.points):
                yield _Place(f"exchanges[{i}].answers[{j}].points[{k}]", excerpt)


def _announced_excerpts(briefing: Briefing) -> Iterator[_Place]:
    for i, announcement in enumerate(briefing.announcements):
        for j, part in enumerate(announcement.parts):
            path = f"announcements[{i}].parts[{j}]"
            if part.heading:
                yield _Place(f"{path}.heading", part.heading)
            for k, excerpt in enumerate(part.points):
                yield _Place(f"{path}.points[{k}]", excerpt)


def _excerpts(briefing: Briefing, reading: Reading) -> Iterator[Mismatch]:
    for path, excerpt in excerpts(briefing):
        expected = words_of(excerpt, reading)
        if expected is None or excerpt.text.rstrip(_MARKS) != expected.rstrip(_MARKS):
            yield Mismatch(path, "excerpt", excerpt.text, expected or "")


def words_of(excerpt: Excerpt, reading: Reading) -> str | None:
    """The words that the cuts of an excerpt name, in source order; ``None`` for cuts that don't.

    As a line starts: in English with a capital.
    """
    at = -1
    for cut in excerpt.cuts:
        paragraph = reading.paragraphs.get(cut.paragraph)
        if paragraph is None or not 0 <= cut.start < cut.end <= len(paragraph.text):
            return None
        if reading.position(cut) < at:
            return None
        at = reading.position(cut) + cut.end - cut.start
    return reading.begun(reading.printed(excerpt.cuts)) or None


def _figures(briefing: Briefing, reading: Reading, known: tuple[Fact, ...]) -> Iterator[Mismatch]:
    """Every quantity at its place, and every fact as the transcript gives it."""
    expected = {fact.id: fact for fact in known}
    for i, fact in enumerate(briefing.figures):
        path = f"figures[{i}]"
        paragraph = reading.paragraphs.get(fact.paragraph)
        said = paragraph.text[fact.at : fact.at + len(fact.quantity.text)] if paragraph else ""
        if not said or said != fact.quantity.text:
            yield Mismatch(path, "quantity", fact.quantity.text, said)
        elif fact.speaker and (turn := reading.turns.get(fact.turn or "")):
            yield from _differs(f"{path}.speaker", "name", fact.speaker, reading.speaker(turn))
        if fact != expected.get(fact.id):
            yield Mismatch(path, "derived", repr(fact), repr(expected.get(fact.id)))


def _people(briefing: Briefing, reading: Reading) -> Iterator[Mismatch]:
    letters_of = {turn.id: letters(turn.text) for turn in briefing.transcript.turns}
    for i, person in enumerate(briefing.people):
        yield from _person(f"people[{i}]", person, reading, letters_of)


def _person(
    path: str, person: KeyPerson, reading: Reading, letters_of: dict[str, int]
) -> Iterator[Mismatch]:
    turns = [turn for id in person.turns if (turn := reading.turns.get(id))]
    if not turns or any(reading.speaker(turn) != person.name for turn in turns):
        yield Mismatch(f"{path}.name", "name", person.name)
        return
    linked = next((p for turn in turns if (p := reading.person(turn))), None)
    office, org = post_of(linked, turns)
    yield from _differs(f"{path}.office", "name", person.office, office)
    yield from _differs(f"{path}.org", "name", person.org, org)
    yield from _differs(f"{path}.role", "name", person.role, (linked or turns[0]).role)
    spoken, whole = sum(letters_of[turn.id] for turn in turns), sum(letters_of.values())
    yield from _differs(f"{path}.characters", "derived", person.characters, spoken)
    yield from _differs(f"{path}.share", "derived", person.share, share_of(spoken, whole))
    paragraphs = tuple(p.id for turn in turns for p in turn.paragraphs)
    yield from _differs(f"{path}.paragraphs", "derived", person.paragraphs, paragraphs)


def _points(briefing: Briefing, reading: Reading) -> Iterator[Mismatch]:
    owners = {p.id: turn for turn in reading.transcript.turns for p in turn.paragraphs}
    news = briefing.kind == "news"
    for i, point in enumerate(briefing.key_points):
        path = f"key_points[{i}]"
        cuts = [cut for cut in point.excerpt.cuts if cut.paragraph in reading.paragraphs]
        turn = owners.get(cuts[0].paragraph) if cuts and not news else None
        speaker = reading.speaker(turn) if turn else None
        yield from _differs(f"{path}.speaker", "name", point.speaker, speaker)
        yield from _differs(f"{path}.turn", "name", point.turn, turn.id if turn else None)
        yield from _differs(f"{path}.facts", "derived", point.facts, reading.facts_of(cuts))


def _announcements(briefing: Briefing, reading: Reading) -> Iterator[Mismatch]:
    for i, announcement in enumerate(briefing.announcements):
        yield from _spoken_by(f"announcements[{i}]", announcement, reading)


def _exchanges(briefing: Briefing, reading: Reading) -> Iterator[Mismatch]:
    for i, exchange in enumerate(briefing.exchanges):
        path = f"exchanges[{i}]"
        turn = reading.turns.get(exchange.turn)
        yield from _differs(f"{path}.outlet", "name", exchange.outlet, turn and turn.org)
        yield from _differs(f"{path}.asker", "name", exchange.asker, turn and turn.speaker)
        for j, answer in enumerate(exchange.answers):
            yield from _spoken_by(f"{path}.answers[{j}]", answer, reading)
            said = reading.turns.get(answer.turn)
            yield from _differs(
                f"{path}.answers[{j}].turn", "name", said and said.answers, exchange.turn
            )


def _spoken_by(path: str, said: Announcement | Answer, reading: Reading) -> Iterator[Mismatch]:
    turn = reading.turns.get(said.turn)
    speaker, office = (reading.speaker(turn), reading.office(turn)) if turn else (None, None)
    yield from _differs(f"{path}.speaker", "name", said.speaker, speaker)
    yield from _differs(f"{path}.office", "name", said.office, office)


def _derived(briefing: Briefing, known: Derived) -> Iterator[Mismatch]:
    """Series, contradictions and sums against those worked out."""
    for name in ("series", "contradictions", "checks"):
        expected = getattr(known, name)
        for i, value in enumerate(getattr(briefing, name)):
            if value not in expected:
                yield Mismatch(f"{name}[{i}]", "derived", repr(value))
