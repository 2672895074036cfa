"""Every noun goes to JSON and back without loss."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from exporter import pipeline
from exporter.briefing.model import Briefing
from exporter.document.model import Document
from exporter.source.model import CleanText, RawPage
from exporter.styling.load import load
from exporter.styling.model import Style
from exporter.transcript.model import Transcript

Noun = RawPage | CleanText | Transcript | Briefing | Document


def nouns(page: RawPage) -> Iterator[Noun]:
    plan = load("plain").plan
    yield page
    for record in pipeline.clean_page(page).value:
        yield record
        transcript = pipeline.read_record(record).value
        yield transcript
        if transcript.kind != "empty":
            briefing = pipeline.brief_record(transcript).value
            yield briefing
            yield pipeline.compose_record(briefing, plan).value


@pytest.mark.parametrize("name", ["000_9639f3bb049e7fe2.txt", "004_589898bb6b70e58a.txt"])
def test_a_noun_of_the_seeds_goes_to_json_and_back(seeds: Path, name: str) -> None:
    page = pipeline.read_page(name, (seeds / name).read_bytes()).value
    kinds = set()
    for noun in nouns(page):
        kinds.add(type(noun).__name__)
        assert msgspec.json.decode(msgspec.json.encode(noun), type=type(noun)) == noun
    assert kinds == {"RawPage", "CleanText", "Transcript", "Briefing", "Document"}


def test_a_style_goes_to_json_and_back() -> None:
    style = load("gongwen")
    assert msgspec.json.decode(msgspec.json.encode(style), type=Style) == style


def test_a_noun_is_frozen_and_its_json_has_a_schema() -> None:
    for noun in (RawPage, CleanText, Transcript, Briefing, Document, Style):
        assert noun.__struct_config__.frozen
        assert msgspec.json.schema(noun)["$ref"].endswith(noun.__name__)


def test_the_steps_of_the_sentence_are_the_public_names(seeds: Path) -> None:
    import exporter

    name = "004_589898bb6b70e58a.txt"
    page = exporter.read_page(name, (seeds / name).read_bytes()).value
    (record,) = exporter.clean_page(page).value
    briefing = exporter.brief_record(exporter.read_record(record).value).value
    assert exporter.compose_record(briefing, load("plain").plan).value.title == briefing.title
    with pytest.raises(AttributeError):
        exporter.no_such_step  # noqa: B018
