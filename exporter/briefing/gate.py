"""The gate: nothing stands in a briefing that its source doesn't say.

Every excerpt must equal its cuts; every quantity must stand at its place; every name, date and period
must be in the source; what is derived (counts, shares) is recomputed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from exporter.briefing.model import Briefing, Excerpt
from exporter.briefing.people import letters, share_of
from exporter.transcript.model import Transcript

_MARKS = " \t\n\u3000，,；;：:、。.！!？?…—-"
_NUMERAL = re.compile(r"\d+(?:[.,]\d+)*")


class Mismatch(msgspec.Struct, frozen=True):
    """Something of the briefing that the source doesn't say.

    `part` is the path of the part (``key_points[3]``), `kind` what is wrong (``excerpt``, ``quantity``,
    ``period``, ``name``, ``date``, ``derived``), `text` the words at fault, `expected` the source's.
    """

    part: str
    kind: str
    text: str
    expected: str = ""


def gate(briefing: Briefing) -> tuple[Mismatch, ...]:
    """Whatever the source doesn't bear out; empty for a sound briefing."""
    source = _Source(briefing.transcript)
    return (
        *_excerpts(briefing, source),
        *_facts(briefing, source),
        *_people(briefing, source),
        *_names(briefing, source),
    )


class _Source:
    """The source's words, looked up in many ways."""

    def __init__(self, transcript: Transcript) -> None:
        self.transcript = transcript
        self.texts = {p.id: p.text for t in transcript.turns for p in t.paragraphs}
        self.texts.update({p.id: p.text for p in transcript.narration})
        self.people = {name for p in transcript.people for name in (p.name, *p.aliases)}
        self.people |= {turn.speaker for turn in transcript.turns if turn.speaker}
        self.turns = {turn.id: turn for turn in transcript.turns}


def parts(briefing: Briefing) -> Iterator[tuple[str, Excerpt]]:
    """Every excerpt of a briefing with the path of its place."""
    if briefing.lead:
        yield "lead", briefing.lead
    for i, point in enumerate(briefing.key_points):
        yield f"key_points[{i}]", point.excerpt
    for i, person in enumerate(briefing.people):
        for j, topic in enumerate(person.topics):
            yield f"people[{i}].topics[{j}]", topic
    for i, announcement in enumerate(briefing.announcements):
        for j, part in enumerate(announcement.parts):
            if part.heading:
                yield f"announcements[{i}].parts[{j}].heading", part.heading
            for k, excerpt in enumerate(part.points):
                yield f"announcements[{i}].parts[{j}].points[{k}]", excerpt
    for i, exchange in enumerate(briefing.exchanges):
        yield f"exchanges[{i}].question", exchange.question
        for j, answer in enumerate(exchange.answers):
            for k, excerpt in enumerate(answer.points):
                yield f"exchanges[{i}].answers[{j}].points[{k}]", excerpt


def _excerpts(briefing: Briefing, source: _Source) -> Iterator[Mismatch]:
    for path, excerpt in parts(briefing):
        expected = words_of(excerpt, source.texts)
        if expected is None or excerpt.text.rstrip(_MARKS) != expected.rstrip(_MARKS):
            yield Mismatch(path, "excerpt", excerpt.text, expected or "")


def words_of(excerpt: Excerpt, texts: dict[str, str]) -> str | None:
    """The words that the cuts of an excerpt name; ``None`` when one names nothing."""
    words = []
    for cut in excerpt.cuts:
        text = texts.get(cut.paragraph)
        if text is None or not 0 <= cut.start < cut.end <= len(text):
            return None
        words.append(text[cut.start : cut.end])
    return "".join(words) or None


def _facts(briefing: Briefing, source: _Source) -> Iterator[Mismatch]:
    for i, fact in enumerate(briefing.figures):
        path, text = f"figures[{i}]", source.texts.get(fact.paragraph, "")
        said = text[fact.at : fact.at + len(fact.quantity.text)]
        if said != fact.quantity.text or not said:
            yield Mismatch(path, "quantity", fact.quantity.text, said)
        if fact.speaker and fact.speaker not in source.people:
            yield Mismatch(path, "name", fact.speaker)


def _people(briefing: Briefing, source: _Source) -> Iterator[Mismatch]:
    whole = sum(letters(turn.text) for turn in briefing.transcript.turns)
    for i, person in enumerate(briefing.people):
        if person.name not in source.people:
            yield Mismatch(f"people[{i}]", "name", person.name)
        spoken = sum(letters(source.turns[t].text) for t in person.turns if t in source.turns)
        if spoken != person.characters or share_of(spoken, whole) != person.share:
            yield Mismatch(f"people[{i}]", "derived", str(person.characters), str(spoken))


def _names(briefing: Briefing, source: _Source) -> Iterator[Mismatch]:
    named = [(f"key_points[{i}]", p.speaker) for i, p in enumerate(briefing.key_points)]
    named += [(f"announcements[{i}]", a.speaker) for i, a in enumerate(briefing.announcements)]
    for i, exchange in enumerate(briefing.exchanges):
        named.append((f"exchanges[{i}]", exchange.asker))
        named += [(f"exchanges[{i}]", answer.speaker) for answer in exchange.answers]
    for path, name in named:
        if name and name not in source.people:
            yield Mismatch(path, "name", name)
