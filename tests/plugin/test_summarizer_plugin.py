"""A summariser of another package, named on the command line: it may choose, it can't make up."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from exporter.briefing.brief import brief
from exporter.briefing.summarizer import load
from exporter.errors import UsageError
from exporter.pipeline import brief_record, clean_page, read_page, read_record
from exporter.transcript.model import Transcript
from tests.conftest import Command

CODE = """
import msgspec
from exporter.briefing.model import Cut, Excerpt, KeyPoint


def _point(transcript, said=None, **more):
    turn = next(turn for turn in transcript.turns if turn.role == "spokesperson")
    paragraph = turn.paragraphs[-1]
    text = paragraph.text[:20]
    excerpt = Excerpt(said or text, (Cut(paragraph.id, 0, 20),))
    return KeyPoint(excerpt, **{"speaker": turn.speaker, "turn": turn.id, **more})


def honest(transcript, facts):
    return [_point(transcript)]


def joiner(transcript, facts):
    turn = next(turn for turn in transcript.turns if turn.role == "spokesperson")
    first, last = turn.paragraphs[1], turn.paragraphs[-1]
    cuts = (Cut(first.id, 0, 9), Cut(last.id, 4, 12))
    text = first.text[:9] + last.text[4:12] + "。"
    return [KeyPoint(Excerpt(text, cuts), speaker=turn.speaker, turn=turn.id)]


def liar(transcript, facts):
    own = _point(transcript).speaker
    other = next(t.speaker for t in transcript.turns if t.speaker and t.speaker != own)
    return [
        _point(transcript),
        _point(transcript, said="全市生产总值增长99.9%。"),
        _point(transcript, speaker=other),
        _point(transcript, facts=("f1", "f2")),
        KeyPoint(Excerpt("全市生产总值增长99.9%。", (Cut("nowhere", 0, 3),))),
    ]


def broken(transcript, facts):
    raise RuntimeError("the model is not there")


def wrong(transcript, facts):
    return ["全市生产总值增长99.9%。"]
"""
ENTRY_POINTS = "[exporter.summarizers]\n" + "".join(
    f"{name} = other_words:{name}\n" for name in ("honest", "joiner", "liar", "broken", "wrong")
)


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    site = tmp_path / "site"
    info = site / "other_words-1.0.dist-info"
    info.mkdir(parents=True)
    (site / "other_words.py").write_text(CODE, encoding="utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: other-words\nVersion: 1\n")
    (info / "entry_points.txt").write_text(ENTRY_POINTS)
    monkeypatch.syspath_prepend(str(site))
    importlib.invalidate_caches()
    yield site
    sys.modules.pop("other_words", None)


@pytest.fixture(scope="module")
def transcript(seeds: Path) -> Transcript:
    name = "004_589898bb6b70e58a.txt"
    (record,) = clean_page(read_page(name, (seeds / name).read_bytes()).value).value
    return read_record(record).value


@pytest.mark.usefixtures("installed")
def test_one_that_chooses_is_followed(transcript: Transcript) -> None:
    (point,) = brief_record(transcript, "honest").value.key_points
    assert point.excerpt.text in transcript.turns[1].text + "。"


@pytest.mark.usefixtures("installed")
def test_one_that_lies_is_refused_by_the_gate(transcript: Transcript) -> None:
    made = brief_record(transcript, "liar")
    assert len(made.value.key_points) == 1
    assert "99.9" not in str(made.value.key_points)
    dropped = [notice for notice in made.notices if notice.code == "briefing.dropped"]
    assert {notice.params["part"].split(".")[0] for notice in dropped} == {
        f"key_points[{at}]" for at in (1, 2, 3, 4)
    }


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("name", ["broken", "wrong"])
def test_one_that_fails_costs_no_page(transcript: Transcript, name: str) -> None:
    made = brief_record(transcript, name)
    assert made.value.key_points == brief(transcript).value.key_points
    assert "briefing.summarizer-failed" in {notice.code for notice in made.notices}


def test_an_unknown_one_is_an_error() -> None:
    with pytest.raises(UsageError):
        load("nobody")


def test_on_the_command_line_it_writes_nothing_untrue(
    installed: Path, exporter: Command, seeds: Path, tmp_path: Path
) -> None:
    page = seeds / "004_589898bb6b70e58a.txt"
    out, report = tmp_path / "out", tmp_path / "report.jsonl"
    done = exporter(
        "convert",
        page,
        "-o",
        out,
        "--to",
        "markdown",
        "--summarizer",
        "liar",
        "--report",
        report,
        PYTHONPATH=str(installed),
    )
    assert done.returncode == 0, done.stderr
    (written,) = out.glob("*.md")
    assert "99.9" not in written.read_text(encoding="utf-8")
    (line,) = [json.loads(text) for text in report.read_text(encoding="utf-8").splitlines()]
    assert "briefing.dropped" in str(line)


def test_an_unknown_one_is_a_usage_error(exporter: Command, seeds: Path, tmp_path: Path) -> None:
    done = exporter("convert", seeds, "-o", tmp_path, "--summarizer", "nobody")
    assert done.returncode == 2
    assert "nobody" in done.stderr


def test_the_verifier_knows_what_the_summariser_chose(
    installed: Path, exporter: Command, seeds: Path, tmp_path: Path
) -> None:
    page = seeds / "004_589898bb6b70e58a.txt"
    told = ("--summarizer", "joiner")
    done = exporter(
        "convert", page, "-o", tmp_path, "--to", "docx", *told, PYTHONPATH=str(installed)
    )
    assert done.returncode == 0, done.stderr
    (written,) = tmp_path.glob("*.docx")
    assert exporter("verify", written, page).returncode == 1
    found = exporter("verify", written, page, *told, PYTHONPATH=str(installed))
    assert (found.returncode, found.stdout) == (0, "")
