"""``verify`` with an archive or a folder for the source: which of its pages the file is of."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.conftest import Command

PAGE = (
    "青岑市{what}新闻发布会\n\n2024-08-20\n\n市水务局局长 缪长河：全市新建水厂{count}座，"
    "更换管网86公里。\n\n记者：水价会涨吗？\n\n缪长河：居民水价不作调整，补贴40万元。\n"
)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as packed:
        for name, what, count in (("x", "供水", 3), ("y", "排水", 5), ("z", "节水", 7)):
            packed.writestr(f"in/{name}.txt", PAGE.format(what=what, count=count))
    return path


@pytest.fixture
def made(exporter: Command, archive: Path, tmp_path: Path) -> Path:
    """The briefing of the second page."""
    done = exporter("convert", f"{archive}!/in/y.txt", "--to", "docx", "-o", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    (path,) = (tmp_path / "out").glob("*.docx")
    return path


def test_a_page_of_an_archive_is_named_or_found(
    exporter: Command, archive: Path, made: Path
) -> None:
    for source in (f"{archive}!/in/y.txt", archive, archive.parent):
        found = exporter("verify", made, source)
        assert found.returncode == 0, found.stdout + found.stderr
    other = exporter("verify", made, f"{archive}!/in/x.txt")
    assert other.returncode == 1
    assert "5" in other.stdout
    assert exporter("verify", made, f"{archive}!/in/none.txt").returncode == 2


def test_a_page_that_changed_since_is_found_by_its_path(
    exporter: Command, archive: Path, made: Path
) -> None:
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("in/x.txt", PAGE.format(what="供水", count=3))
        packed.writestr("in/y.txt", PAGE.format(what="排水", count=6))
    found = exporter("verify", made, archive)
    assert found.returncode == 1
    assert ": 5: " in found.stdout


def test_a_source_without_the_page_is_refused(exporter: Command, made: Path, seeds: Path) -> None:
    found = exporter("verify", made, seeds)
    assert found.returncode == 2
    assert "give the one page" in found.stderr
