"""Records of a few sentences, as the parser would give them, and the facts found in them."""

from __future__ import annotations

from exporter.briefing.model import Fact
from exporter.briefing.quantities import find_facts
from exporter.notices import Span
from exporter.transcript.model import (
    Kind,
    Paragraph,
    Role,
    Section,
    SourceRef,
    Transcript,
    Turn,
)


def paragraphs(text: str, first: int = 1, at: int = 0) -> tuple[Paragraph, ...]:
    """The lines of the text as paragraphs whose spans lie end to end from `at`."""
    out = []
    for number, line in enumerate(text.split("\n"), start=first):
        span = Span(at, at + len(line))
        out.append(Paragraph(id=f"p{number}", text=line, spans=(span,) if line else ()))
        at += len(line)
    return tuple(out)


def turn(
    text: str,
    *,
    number: int = 1,
    role: Role = "spokesperson",
    section: Section = "release",
    office: str = "市统计局局长",
    speaker: str | None = "李明",
) -> Turn:
    return Turn(
        id=f"t{number}",
        role=role,
        section=section,
        text=text,
        paragraphs=paragraphs(text, first=100 * number),
        speaker=speaker,
        office=office,
    )


def record(
    *turns: Turn, date: str | None = "2023-07-20", kind: Kind = "transcript", narration: str = ""
) -> Transcript:
    return Transcript(
        id=date or "x",
        source=SourceRef("pages/x.txt", "0" * 64, 0, 1),
        kind=kind,
        title="新闻发布会",
        event_date=date,
        published_date=date,
        turns=turns,
        narration=paragraphs(narration) if narration else (),
    )


def facts(text: str, **about: str) -> tuple[Fact, ...]:
    """The facts of one spokesperson's words; `about` may give `office`, `role`, `section`."""
    return find_facts(record(turn(text, **about))).value  # type: ignore[arg-type]
