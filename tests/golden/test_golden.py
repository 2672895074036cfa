"""Golden files at the ends of the stages, as text that can be reviewed.

``outline.txt`` of a page: every record's facts, people and turns, each by its first and last words.
``NAME.md``: whole briefings of short records. After a change that is meant, ``pytest
--update-goldens`` writes them anew; read the difference before committing it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from exporter import pipeline
from exporter.styling.load import load
from exporter.transcript.model import Paragraph, Transcript, Turn
from exporter.writers.find import find

HERE = Path(__file__).parent
PAGES = {"zhaotong": "000_9639f3bb049e7fe2.txt", "quzhou": "004_589898bb6b70e58a.txt"}
WHOLE = {
    "news-2024-06-28": ("zhaotong", "2024-06-29"),
    "transcript-2023-04-20": ("zhaotong", "2023-04-20"),
    "transcript-2022-09-13": ("quzhou", "2022-09-14"),
}


def transcripts(seeds: Path, page: str) -> Iterator[Transcript]:
    raw = pipeline.read_page(PAGES[page], (seeds / PAGES[page]).read_bytes()).value
    for record in pipeline.clean_page(raw).value:
        yield pipeline.read_record(record).value


def compare(request: pytest.FixtureRequest, path: Path, text: str) -> None:
    if request.config.getoption("--update-goldens"):
        path.write_text(text, "utf-8")
    command = f"{path.name} differs; if the change is meant: pytest --update-goldens"
    assert path.read_text("utf-8") == text, command


def ends(text: str, size: int = 12) -> str:
    bare = text.replace("\n", "⏎")
    return bare if len(bare) <= 2 * size else f"{bare[:size]}…{bare[-size:]}"


def facts(transcript: Transcript) -> Iterator[str]:
    yield f"# {transcript.id} [{transcript.source.start}, {transcript.source.end})"
    for name in ("kind", "title", "event_date", "published_date", "publisher", "read_count"):
        yield f"{name}: {getattr(transcript, name)}"
    for name in ("venue", "issuer", "host_org"):
        yield f"{name}: {getattr(transcript, name)}"
    for name in ("reporters", "agenda", "media"):
        yield f"{name}: {'、'.join(getattr(transcript, name))}"
    yield f"metadata: {transcript.metadata}"


def people(transcript: Transcript) -> Iterator[str]:
    for person in transcript.people:
        spoke = "" if person.spoke else " (introduced only)"
        aliases = "、".join(person.aliases)
        office = f"{person.org or ''}|{person.office or ''}"
        yield f"{person.id} {person.name} {person.role} {office} [{aliases}]{spoke}"


def paragraph(item: Paragraph) -> str:
    return f"    {item.id} level {item.level} {len(item.text)}: {ends(item.text)}"


def turn(item: Turn) -> Iterator[str]:
    who = f"{item.speaker} ({item.person})" if item.speaker else "unknown"
    answers = f" answers {item.answers}" if item.answers else ""
    office = f" {item.office}" if item.office else ""
    org = f" of {item.org}" if item.org else ""
    yield f"{item.id} [{item.section}] {item.role} {who}{office}{org}{answers} <{item.label}>"
    yield from map(paragraph, item.paragraphs)


def outline(transcript: Transcript) -> str:
    lines = [*facts(transcript), *people(transcript), "narration"]
    lines += [paragraph(item) for item in transcript.narration]
    for item in transcript.turns:
        lines += turn(item)
    lines += [f"heading {h.text} before {h.before}" for h in transcript.headings]
    lines += [f"notice {n.code} {n.params}" for n in transcript.notices]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("page", PAGES)
def test_outline(request: pytest.FixtureRequest, seeds: Path, page: str) -> None:
    text = "\n".join(outline(transcript) for transcript in transcripts(seeds, page))
    compare(request, HERE / f"outline-{page}.txt", text)


@pytest.mark.parametrize("name", WHOLE)
def test_whole_briefing(request: pytest.FixtureRequest, seeds: Path, name: str) -> None:
    page, published = WHOLE[name]
    (transcript,) = [t for t in transcripts(seeds, page) if t.published_date == published]
    style = load("plain")
    briefing = pipeline.brief_record(transcript).value
    document = pipeline.compose_record(briefing, style.plan).value
    data = pipeline.write_document(document, style, find("markdown")).value
    compare(request, HERE / f"{name}.md", data.decode("utf-8"))
