"""What a run tells: now and then a line where there is no terminal, little with --quiet, JSON."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from exporter.commands.progress import EVERY, clock, progress
from tests.conftest import Command


def told(capsys: pytest.CaptureFixture[str], total: int | None, *, quiet: bool) -> list[str]:
    with progress(total, quiet=quiet) as advance:
        for pages in range(1, 2 * EVERY + 6):
            advance(pages, Counter(done=pages, failed=2))
    return capsys.readouterr().err.splitlines()


def test_a_line_comes_each_so_many_pages(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EXPORTER_LANG", "en")
    lines = told(capsys, 1000, quiet=False)
    assert [line.split(",")[0] for line in lines] == ["100 of 1000 pages", "200 of 1000 pages"]
    assert all("2 failed" in line and "a second" in line for line in lines)
    assert "of ? pages" in told(capsys, None, quiet=False)[0]


def test_nothing_when_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, 1000, quiet=True) == []


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0:00:00"), (3723.4, "1:02:03"), (-1, "0:00:00")]
)
def test_time_left_is_read_as_a_clock(seconds: float, words: str) -> None:
    assert clock(seconds) == words


def test_the_summary_as_json_adds_up_and_quiet_tells_failures_only(
    exporter: Command, seeds: Path, tmp_path: Path
) -> None:
    source = seeds / "004_589898bb6b70e58a.txt"
    (tmp_path / "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)))
    arguments = (source, tmp_path / "bad.txt", "-o", tmp_path / "out", "--to", "json")
    done = exporter("convert", *arguments, "--json", "--quiet")
    assert done.returncode == 1
    summary = json.loads(done.stdout)
    statuses = ("done", "unchanged", "empty", "duplicate", "failed")
    assert [summary[name] for name in statuses] == [1, 0, 0, 0, 1]
    assert summary["records"] == sum(summary[name] for name in statuses)
    (line,) = done.stderr.splitlines()
    assert line.startswith("failed:")
