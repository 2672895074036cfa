"""Settings by file, environment and flags; names completed in the shell."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest
from typer import BadParameter
from typer.testing import CliRunner

from exporter.cli import app
from exporter.commands.options import count
from exporter.commands.reading import STAGES
from exporter.commands.settings import DEFAULTS, settings
from exporter.commands.stages import Stage
from exporter.errors import SourceError, UsageError
from tests.conftest import SEEDS

SEED = SEEDS / "004_589898bb6b70e58a.txt"


def run(folder: Path, *arguments: str | Path, **environment: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "exporter", *map(str, arguments)],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "EXPORTER_LANG": "en", **environment},
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "exporter.toml").write_text('style = "gongwen"\nto = ["json"]\njobs = 1\n', "utf-8")
    return tmp_path


def test_the_environment_stands_over_the_file(folder: Path) -> None:
    found = settings(folder / "exporter.toml", {"EXPORTER_JOBS": "3", "EXPORTER_LANG": "zh"})
    assert found["jobs"] == (3, "EXPORTER_JOBS")
    assert found["to"] == (["json"], str(folder / "exporter.toml"))
    assert found["memory"] == (DEFAULTS["memory"], "default")
    assert set(found) == set(DEFAULTS)


@pytest.mark.parametrize(
    ("words", "value"), [("docx, pdf", ["docx", "pdf"]), ("json", ["json"]), ("", [])]
)
def test_a_list_in_the_environment_is_parted_by_commas(words: str, value: list[str]) -> None:
    assert settings(None, {"EXPORTER_TO": words})["to"].value == value


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ('stile = "plain"', "style"),
        ("keep_duplicates = true", "keep-duplicates"),
        ('jobs = "two"', "two"),
        ("jobs = true", "True"),
        ("jobs = -1", "-1"),
        ("to = [1]", "1"),
        ("strict = 1", "strict"),
        ("= 1", "exporter.toml"),
    ],
)
def test_what_makes_no_sense_in_the_file_is_told(tmp_path: Path, words: str, part: str) -> None:
    path = tmp_path / "exporter.toml"
    path.write_text(words, "utf-8")
    with pytest.raises(UsageError, match=part):
        settings(path, {})


@pytest.mark.parametrize("variable", ["EXPORTER_JOBS", "EXPORTER_STRICT"])
def test_a_variable_without_sense_is_told_by_its_name(variable: str) -> None:
    with pytest.raises(UsageError, match=variable):
        settings(None, {variable: "perhaps"})


def test_a_file_asked_for_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        settings(tmp_path / "nowhere.toml", {})


def test_a_run_obeys_the_file_then_the_variable_then_the_flag(folder: Path) -> None:
    assert run(folder, "convert", SEED, "-o", "a")[0] == 0
    assert [p.suffix for p in (folder / "a").glob("2*")] == [".json"]
    assert run(folder, "convert", SEED, "-o", "b", EXPORTER_TO="markdown")[0] == 0
    assert [p.suffix for p in (folder / "b").glob("2*")] == [".md"]
    code, _, told = run(folder, "convert", SEED, "-o", "c", "--to", "json", EXPORTER_TO="markdown")
    assert code == 0, told
    assert [p.suffix for p in (folder / "c").glob("2*")] == [".json"]


def test_the_settings_are_shown_with_their_origin(folder: Path) -> None:
    code, shown, told = run(folder, "config", "show", "--origin", EXPORTER_JOBS="2")
    assert code == 0, told
    lines = dict(line.split(" = ", 1) for line in shown.splitlines())
    assert lines["style"].split() == ['"gongwen"', "#", "exporter.toml"]
    assert lines["jobs"].split() == ["2", "#", "EXPORTER_JOBS"]
    assert lines["strict"].split() == ["false", "#", "default"]


def test_an_unknown_key_is_one_line_with_its_nearest_name(folder: Path) -> None:
    (folder / "exporter.toml").write_text('stlye = "plain"', "utf-8")
    code, _, told = run(folder, "formats")
    assert code == 2
    assert told.strip() == "error: exporter.toml: no setting is called stlye; nearest: style"


@pytest.mark.parametrize(("words", "number"), [("auto", 0), ("AUTO", 0), ("0", 0), ("12", 12)])
def test_a_number_of_processes(words: str, number: int) -> None:
    assert count(words) == number


@pytest.mark.parametrize("words", ["-1", "two", "", "1.5", "²"])
def test_what_is_no_number_of_processes(words: str) -> None:
    with pytest.raises(BadParameter):
        count(words)


def test_the_stages_that_are_offered_are_all() -> None:
    assert get_args(Stage) == STAGES


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("convert a --style gon", "gongwen"),
        ("styles show gon", "gongwen"),
        ("styles new mine --extends gon", "gongwen"),
        ("watch a --to do", "docx"),
        ("show a --stage tr", "transcript"),
        ("figures a --to x", "xlsx"),
        ("report a.jsonl --to h", "html"),
        ("conv", "convert"),
    ],
)
def test_the_shell_is_offered_names(
    line: str, offered: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As bash, zsh and fish ask for them: through the environment."""
    words = f"exporter {line}"
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(len(words.split()) - 1))
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", words)
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
    for shell in ("bash", "zsh", "fish"):
        monkeypatch.setenv("_EXPORTER_COMPLETE", f"complete_{shell}")
        told = CliRunner().invoke(app, prog_name="exporter").stdout
        assert offered in told.replace('"', " ").split(), (shell, told)
