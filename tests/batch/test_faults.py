"""What goes wrong around a run, not in a page: a disk that is full for a while or for good, a
folder made read-only, sources that vanish, clocks that go back. Nothing is lost, nothing is half:
the next run does the rest, and its tree is that of a run without a fault.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from exporter.batch.store_local import LocalStore
from exporter.batch.tally import GIVE_UP
from exporter.cli import app
from tests.bench import synthetic

PAGES = 6


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("EXPORTER_LANG", "en")
    synthetic.write(tmp_path / "in", PAGES)
    return tmp_path / "in"


def convert(archive: Path, out: Path, *flags: str) -> tuple[int, str]:
    """Exit code, and what was told on stderr."""
    words = ["convert", str(archive), "-o", str(out), "--to", "json", "-j", "1", *flags]
    done = CliRunner().invoke(app, words)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.stderr


def tree(out: Path) -> dict[str, bytes]:
    files = (path for path in out.rglob("*") if path.is_file() and path.name != "lock")
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(files)}


def refusing(monkeypatch: pytest.MonkeyPatch, code: int, refused: Callable[[int], bool]) -> None:
    """Renames fail with the system's error `code` when `refused` says so of their number."""
    replace, count = os.replace, 0

    def failing(source: str | Path, target: str | Path) -> None:
        nonlocal count
        count += 1
        if refused(count):
            raise OSError(code, os.strerror(code), str(target))
        replace(source, target)

    monkeypatch.setattr(os, "replace", failing)


@pytest.mark.parametrize(
    ("code", "refused"),
    [
        pytest.param(errno.ENOSPC, lambda count: 2 <= count <= 4, id="full for a while"),
        pytest.param(errno.EROFS, lambda count: count > 3, id="read-only from then on"),
    ],
)
def test_a_target_that_refuses_costs_only_time(
    archive: Path, tmp_path: Path, code: int, refused: Callable[[int], bool]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        refusing(patch, code, refused)
        exit_code, told = convert(archive, tmp_path / "out")
    assert exit_code == 1
    assert told.count(f"can't be written: {os.strerror(code)}") == 3
    assert f"{PAGES} records of {PAGES} pages: 3 done" in told
    for path in (tmp_path / "out").glob("*.json"):
        json.loads(path.read_text("utf-8"))
    assert convert(archive, tmp_path / "out")[0] == 0
    assert convert(archive, tmp_path / "whole")[0] == 0
    assert tree(tmp_path / "out") == tree(tmp_path / "whole")


def test_a_run_whose_folder_takes_nothing_more_ends(tmp_path: Path, archive: Path) -> None:
    synthetic.write(archive, GIVE_UP + 10)
    with pytest.MonkeyPatch.context() as patch:
        refusing(patch, errno.ENOSPC, lambda count: count > 2)
        exit_code, told = convert(archive, tmp_path / "out")
    assert exit_code == 1
    assert told.count("failed:") == GIVE_UP
    assert "nothing can be written to" in told.splitlines()[-1]
    assert len(list((tmp_path / "out").glob("*.json"))) == 2


def test_a_source_that_vanishes_is_named_and_made_when_it_is_back(
    archive: Path, tmp_path: Path
) -> None:
    gone = archive / "0000" / "00000004.txt"
    page, begin = gone.read_bytes(), LocalStore.start

    def start(store: LocalStore) -> str:
        gone.unlink()  # it was listed, and is not yet read
        return begin(store)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(LocalStore, "start", start)
        exit_code, told = convert(archive, tmp_path / "out")
    assert exit_code == 1
    assert "00000004.txt: can't be read: No such file or directory" in told
    gone.write_bytes(page)
    code, told = convert(archive, tmp_path / "out")
    assert (code, f"1 done, {PAGES - 1} unchanged" in told) == (0, True), told


def test_clocks_are_not_asked(archive: Path, tmp_path: Path) -> None:
    assert convert(archive, tmp_path / "out")[0] == 0
    before = tree(tmp_path / "out")
    for at, path in enumerate([*archive.rglob("*.txt"), *(tmp_path / "out").glob("*.json")]):
        os.utime(path, (1, 1) if at % 2 else (4e9, 4e9))
    code, told = convert(archive, tmp_path / "out")
    assert (code, f"0 done, {PAGES} unchanged" in told) == (0, True), told
    assert tree(tmp_path / "out") == before
