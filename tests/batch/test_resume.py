"""A run that is killed anywhere and resumed gives the tree of an unbroken run, no page twice."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from exporter.batch.store import STATE
from tests.bench import synthetic
from tests.conftest import Command

PAGES = 10
KILLS = 3
PATIENCE = 120
"""Seconds until a run that makes no file counts as one that never will."""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    synthetic.write(folder, PAGES)
    return folder


def tree(out: Path) -> dict[str, bytes]:
    files = (path for path in out.rglob("*") if path.is_file() and path.name != "lock")
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(files)}


def start(archive: Path, out: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "exporter", "convert", archive, "-o", out, "--to", "json"]
    return subprocess.Popen(
        [*map(str, command), "--jobs", "2"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def wait_for(run: subprocess.Popen[bytes], out: Path, files: int) -> None:
    """Until `files` files stand in their place, or the run is over."""
    deadline = time.monotonic() + PATIENCE
    while run.poll() is None and len(list(out.glob("*.json"))) < files:
        assert time.monotonic() < deadline
        time.sleep(0.002)


def kill_after(run: subprocess.Popen[bytes], out: Path, files: int) -> None:
    """Kills the whole run, parent and workers, once `files` files stand in their place."""
    wait_for(run, out, files)
    if run.poll() is None:
        os.killpg(run.pid, signal.SIGKILL)
    run.wait()


def test_killed_and_resumed_is_the_same_as_unbroken(
    archive: Path, exporter: Command, tmp_path: Path
) -> None:
    unbroken = exporter("convert", archive, "-o", tmp_path / "a", "--to", "json", "--jobs", "1")
    assert unbroken.returncode == 0, unbroken.stderr
    points = sorted(random.Random(7).sample(range(1, PAGES), KILLS))
    for point in points:
        kill_after(start(archive, tmp_path / "b"), tmp_path / "b", point)
        for path in (tmp_path / "b").glob("*.json"):
            json.loads(path.read_text("utf-8"))
    report = tmp_path / "report.jsonl"
    last = exporter("convert", archive, "-o", tmp_path / "b", "--to", "json", "--report", report)
    assert last.returncode == 0, last.stderr
    assert tree(tmp_path / "b") == tree(tmp_path / "a")
    statuses = [json.loads(line)["status"] for line in report.read_text("utf-8").splitlines()]
    assert statuses.count("unchanged") >= points[-1] - 1
    assert len(statuses) == PAGES


def test_only_what_changed_is_made_again(archive: Path, exporter: Command, tmp_path: Path) -> None:
    out = tmp_path / "out"
    arguments = ("convert", archive, "-o", out, "--to", "json")
    assert exporter(*arguments).returncode == 0
    changed = archive / "0000" / "00000003.txt"
    before = changed.read_text("utf-8")
    try:
        changed.write_text(before.replace("发布", "公布", 1), "utf-8")
        again = exporter(*arguments)
    finally:
        changed.write_text(before, "utf-8")
    assert f"1 done, {PAGES - 1} unchanged" in again.stderr


def test_ctrl_c_ends_cleanly_and_can_be_resumed(
    archive: Path, exporter: Command, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run = start(archive, out)
    wait_for(run, out, 2)
    os.killpg(run.pid, signal.SIGINT)
    assert run.wait(timeout=20) == 130
    assert [path.name for path in (out / STATE).glob("run-*")] == []
    assert exporter("convert", archive, "-o", out, "--to", "json").returncode == 0
    assert len(list(out.glob("*.json"))) == PAGES
