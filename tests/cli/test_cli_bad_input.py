"""Bad input: one clear line, the right exit code, no traceback, nothing half-written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Command

SEED = "004_589898bb6b70e58a.txt"


def told(exporter: Command, *arguments: str | Path) -> tuple[int, str]:
    """The exit code, and the one line that was told; a traceback or more lines fail."""
    done = exporter("convert", *arguments)
    assert "Traceback" not in done.stderr
    lines = done.stderr.strip().splitlines()
    errors = [line for line in lines if line.startswith(("error:", "failed:", "nothing"))]
    assert len(errors) == 1, done.stderr
    return done.returncode, errors[0]


def test_a_missing_path(exporter: Command, tmp_path: Path) -> None:
    code, line = told(exporter, tmp_path / "nowhere.txt", "-o", tmp_path / "out")
    assert code == 2
    assert "nowhere.txt: no such file or folder" in line
    assert not (tmp_path / "out").exists()


def test_an_empty_folder(exporter: Command, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    code, line = told(exporter, tmp_path / "empty", "-o", tmp_path / "out")
    assert (code, line) == (4, "nothing to do was found")
    assert not (tmp_path / "out").exists()


def test_a_binary_file(exporter: Command, tmp_path: Path) -> None:
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00" * 40)
    code, line = told(exporter, tmp_path / "picture.txt", "-o", tmp_path / "out")
    assert code == 1
    assert "picture.txt" in line
    assert list((tmp_path / "out").glob("*.*x")) == []


def test_a_name_that_holds_a_line_and_an_escape_is_told_on_one_line(
    exporter: Command, tmp_path: Path
) -> None:
    (tmp_path / "a\nerror: all lost\x1b[2J.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00" * 40)
    code, line = told(exporter, tmp_path, "-o", tmp_path / "out")
    assert code == 1
    assert "a\\x0aerror: all lost\\x1b[2J.txt" in line


def test_an_undecodable_byte_is_named_by_its_offset(exporter: Command, tmp_path: Path) -> None:
    page = "新闻发布会，".encode() * 50
    (tmp_path / "bad.txt").write_bytes(page + b"\xff\xfe\xfd" + page)
    code, line = told(exporter, tmp_path / "bad.txt", "-o", tmp_path / "out")
    assert code == 1
    assert "bad.txt" in line
    assert str(len(page)) in line


def test_an_unknown_style_lists_the_known_and_the_nearest(
    exporter: Command, seeds: Path, tmp_path: Path
) -> None:
    code, line = told(exporter, seeds / SEED, "-o", tmp_path / "out", "--style", "gongwan")
    assert code == 2
    assert "plain" in line
    assert line.count("gongwen") >= 2
    assert not (tmp_path / "out").exists()


def test_an_unknown_format_lists_the_known_and_the_nearest(
    exporter: Command, seeds: Path, tmp_path: Path
) -> None:
    code, line = told(exporter, seeds / SEED, "-o", tmp_path / "out", "--to", "pdx")
    assert code == 2
    assert "docx" in line
    assert "pdf" in line


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ('extends = "plain"\n[page]\nmargn = "20mm"\n', ("page", "margn", "margin")),
        ('extends = "plain"\n[page]\nmargin = "20 miles"\n', ("page.margin", "20 miles", "mm")),
        ('extends = "plain"\n[rules.tite]\nface = "hei"\n', ("rules", "tite", "title")),
        ("extends = ", ("mine.toml",)),
        ('extends = "mine.toml"\n', ("mine.toml",)),
    ],
)
def test_a_wrong_style_file_is_told_by_file_key_and_what_was_expected(
    exporter: Command, seeds: Path, tmp_path: Path, words: str, parts: tuple[str, ...]
) -> None:
    style = tmp_path / "mine.toml"
    style.write_text(words, "utf-8")
    code, line = told(exporter, seeds / SEED, "-o", tmp_path / "out", "--style", style)
    assert code == 2
    assert "mine.toml" in line
    for part in parts:
        assert part in line
    assert not (tmp_path / "out").exists()


def test_a_target_that_cannot_be_made(exporter: Command, seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file, not a folder")
    code, line = told(exporter, seeds / SEED, "-o", tmp_path / "out")
    assert code == 1
    assert "out" in line
    assert (tmp_path / "out").read_text() == "a file, not a folder"


def test_a_style_that_is_no_file(exporter: Command, seeds: Path, tmp_path: Path) -> None:
    code, line = told(exporter, seeds / SEED, "-o", tmp_path / "out", "--style", "/dev/zero")
    assert code == 2
    assert "/dev/zero" in line


@pytest.mark.parametrize("command", ["verify", "access", "report"])
def test_a_file_that_is_not_there_is_a_matter_of_usage(
    exporter: Command, seeds: Path, tmp_path: Path, command: str
) -> None:
    source = [seeds / "000_9639f3bb049e7fe2.txt"] if command == "verify" else []
    found = exporter(command, tmp_path / "none.docx", *source)
    assert found.returncode == 2
    assert "none.docx: no such file or folder" in found.stderr


def test_a_pdf_as_a_page_is_told_once_and_for_what_it_is(exporter: Command, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n")
    found = exporter("convert", tmp_path / "a.pdf", "-o", tmp_path / "out")
    assert found.returncode == 1
    line = found.stderr.splitlines()[0]
    assert line.count("a.pdf") == 1
    assert "PDF, Office files and pictures are not read" in line


def test_a_style_file_that_is_there_stays(exporter: Command, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    assert exporter("styles", "new", "mine", "-o", path).returncode == 0
    before = path.read_bytes()
    found = exporter("styles", "new", "mine", "-o", path)
    assert (found.returncode, path.read_bytes()) == (1, before)
    assert "--output" in found.stderr
