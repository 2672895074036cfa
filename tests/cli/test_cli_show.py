"""``show``: each stage as JSON and for people; the clean stage side by side with its ledger."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from exporter import pipeline
from exporter.commands.ledger import KEPT, side_by_side
from exporter.source.model import CleanText
from tests.conftest import Command

SEED = "004_589898bb6b70e58a.txt"


@pytest.mark.parametrize(
    ("stage", "plural"),
    [
        ("page", "pages"),
        ("clean", "records"),
        ("transcript", "transcripts"),
        ("briefing", "briefings"),
        ("document", "documents"),
    ],
)
def test_each_stage_prints_json(exporter: Command, seeds: Path, stage: str, plural: str) -> None:
    done = exporter("show", seeds / SEED, "--stage", stage, "--json")
    assert done.returncode == 0, done.stderr
    data = json.loads(done.stdout)
    assert data["schema"] == f"exporter/{stage}@1"
    assert len(data[plural]) == 1


def test_the_transcript_is_the_contract(exporter: Command, seeds: Path) -> None:
    done = exporter("show", seeds, "--stage", "transcript", "--json")
    transcripts = json.loads(done.stdout)["transcripts"]
    assert len(transcripts) == 11
    text = (seeds / SEED).read_text("utf-8")
    quzhou = transcripts[-1]
    assert quzhou["source"]["path"] == SEED
    assert quzhou["event_date"] == "2022-09-13"
    assert {"id", "kind", "title", "people", "turns", "notices", "agenda", "media"} <= set(quzhou)
    turn = quzhou["turns"][0]
    assert (turn["role"], turn["org"], turn["answers"]) == ("journalist", "人民日报", None)
    assert quzhou["turns"][1]["answers"] == turn["id"]
    start, end = turn["paragraphs"][0]["spans"][0]
    assert text[start:end].startswith("我们关注到")


def test_an_unknown_stage_names_the_nearest(exporter: Command, seeds: Path) -> None:
    done = exporter("show", seeds / SEED, "--stage", "transcrip")
    assert done.returncode == 2
    assert "nearest: transcript" in done.stderr


@pytest.fixture(scope="module")
def record(seeds: Path) -> CleanText:
    page = pipeline.read_page(SEED, (seeds / SEED).read_bytes()).value
    return pipeline.clean_page(page).value[0]


def test_the_kept_text_stands_on_the_left_whole(record: CleanText) -> None:
    lines = list(side_by_side(record, "en"))[2:]
    left = "".join(line.partition(" |")[0].rstrip() for line in lines)
    assert left.replace(" ", "") == record.text.replace("\n", "").replace(" ", "")


def test_every_edit_stands_on_the_right_with_its_reason(record: CleanText) -> None:
    shown = "\n".join(side_by_side(record, "en"))
    for edit in record.ledger:
        assert f"{edit.rule}: {edit.reason}" in shown
    counted = 0
    for line in shown.splitlines()[2:]:
        right = line.partition(" | ")[2]
        if right:
            times = right.partition("  [")[0].rpartition(" × ")[2]
            counted += int(times) if times.isdigit() else 1
    assert counted == len(record.ledger)


def test_a_row_is_no_wider_than_its_column() -> None:
    record = CleanText("r1", "p", "s", 0, 60, "字" * 30 + "a" * 30)
    lines = list(side_by_side(record, "en"))[2:-1]
    assert [line.rstrip(" |") for line in lines] == ["字" * (KEPT // 2), "字" * 6 + "a" * 30]


def test_models_of_a_stage_can_be_read_back(exporter: Command, seeds: Path) -> None:
    done = exporter("show", seeds / SEED, "--stage", "clean", "--json")
    (record,) = json.loads(done.stdout)["records"]
    clean = msgspec.convert(record, CleanText)
    assert clean.replay() == (seeds / SEED).read_text("utf-8")
