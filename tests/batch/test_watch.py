"""A folder is watched by a real process: pages are converted as they arrive, bad ones survived."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from exporter.batch.arrivals import QUIET, Arrivals
from tests.bench import synthetic
from tests.conftest import Command

PATIENCE = 120.0


def until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "before.txt").write_text(synthetic.page(1), "utf-8")
    return tmp_path / "in"


@pytest.fixture
def watching(folder: Path, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    command = ["watch", str(folder), "-o", str(tmp_path / "out"), "--to", "json"]
    with (tmp_path / "log").open("wb") as log:
        run = subprocess.Popen(
            [sys.executable, "-m", "exporter", *command],
            stderr=log,
            env={**os.environ, "EXPORTER_LANG": "en"},
        )
        try:
            yield run
        finally:
            run.kill()
            run.wait()


def test_what_arrives_is_converted_until_ctrl_c(
    folder: Path, tmp_path: Path, watching: subprocess.Popen[bytes]
) -> None:
    out, log = tmp_path / "out", tmp_path / "log"

    def made() -> int:
        return len(list(out.glob("*.json")))

    until(lambda: made() == 1)
    (folder / "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)))
    until(lambda: "failed" in log.read_text("utf-8"))
    (folder / "sub").mkdir()
    page = synthetic.page(3).encode()
    with (folder / "sub" / "slow.txt").open("wb") as file:
        for at in range(0, len(page), len(page) // 4):
            file.write(page[at : at + len(page) // 4])
            file.flush()
            time.sleep(QUIET / 4)
    until(lambda: made() == 2)
    (folder / ".hidden.txt").write_text(synthetic.page(5), "utf-8")
    (folder / "copy.txt").write_bytes(page)
    until(lambda: "duplicate" in log.read_text("utf-8"))
    watching.send_signal(signal.SIGINT)
    assert watching.wait(timeout=20) == 130
    told = log.read_text("utf-8")
    assert "Traceback" not in told
    assert made() == 2
    assert not list((out / ".exporter").glob("run-*"))


def test_a_folder_that_is_not_there(exporter: Command, tmp_path: Path) -> None:
    done = exporter("watch", tmp_path / "nowhere", "-o", tmp_path / "out")
    assert done.returncode == 2
    assert "nowhere" in done.stderr


def test_a_file_is_whole_when_it_has_stood_still(tmp_path: Path) -> None:
    path, arrivals = tmp_path / "a.txt", Arrivals()
    path.touch()
    arrivals.heard([str(path)], 0.0)
    assert arrivals.whole(10.0) == []
    path.write_text("half")
    assert arrivals.whole(11.0) == []
    path.write_text("half and half")
    assert arrivals.whole(11.0 + QUIET) == []
    assert arrivals.whole(11.0 + 2 * QUIET) == [str(path)]
    assert arrivals.whole(30.0) == []
    arrivals.heard([str(path)], 31.0)
    assert arrivals.whole(40.0) == []
    path.write_text("changed again")
    os.utime(path, (1, 1))
    arrivals.heard([str(path)], 41.0)
    path.unlink()
    assert arrivals.whole(50.0) == []
