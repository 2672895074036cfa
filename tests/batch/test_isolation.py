"""A writer of another package that loops, eats memory or takes the interpreter down, met by real
runs: the page is stopped and reported, the others are made.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.bench import synthetic
from tests.conftest import ROOT, Command

WRITER = """
import ctypes
import os
import signal
import sys
import time

from exporter.notices import Outcome

suffix, media_type = ".poison", "text/plain"


def write(document, style):
    title = document.title
    if "毒一" in title:
        while True:
            pass
    if "毒二" in title:
        os.abort()
    if "毒三" in title:
        ctypes.string_at(0)
    if "毒四" in title:
        bytearray(1 << 40)
    if "毒五" in title:
        os.kill(os.getpid(), signal.SIGKILL)
    if "毒六" in title:
        time.sleep(10**6)
    if "毒七" in title:
        sys.exit(3)
    return Outcome(title.encode())
"""
MEANT = {
    "毒一": "batch.timeout",
    "毒二": "batch.worker-died",
    "毒三": "batch.worker-died",
    "毒四": "batch.memory",
    "毒五": "batch.worker-died",
    "毒六": "batch.timeout",
    "毒七": "batch.worker-died",
}


@pytest.fixture
def plugged(tmp_path: Path) -> dict[str, str]:
    """The environment in which the format ``poison`` is known."""
    info = tmp_path / "site" / "poison-1.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: poison\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[exporter.writers]\npoison = poison_writer\n")
    (tmp_path / "site" / "poison_writer.py").write_text(WRITER, "utf-8")
    return {"PYTHONPATH": os.pathsep.join((str(tmp_path / "site"), str(ROOT)))}


def pages(folder: Path) -> Path:
    """A good page before each bad one, and one at the end."""
    folder.mkdir()
    names = [name for bad in MEANT for name in ("好", bad)] + ["好"]
    for number, name in enumerate(names):
        text = f"{name}市第{number}场新闻发布会\n\n主持人：大家好，今年投资{number + 1}亿元。\n"
        (folder / f"{number:02}.txt").write_text(text, "utf-8")
    return folder


def test_a_bad_page_fails_alone(exporter: Command, tmp_path: Path, plugged: dict[str, str]) -> None:
    report = tmp_path / "report.jsonl"
    arguments = ("-o", tmp_path / "out", "--to", "poison", "-j", "2", "--report", report)
    limits = ("--timeout", "6", "--memory", "2048")
    done = exporter("convert", pages(tmp_path / "in"), *arguments, *limits, **plugged)
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    lines = [json.loads(line) for line in report.read_text("utf-8").splitlines()]
    assert [Path(line["source"]).stem for line in lines] == [f"{n:02}" for n in range(15)]
    assert [line["error_code"] for line in lines[1::2]] == list(MEANT.values())
    assert {line["status"] for line in lines[::2]} == {"done"}
    assert len(list((tmp_path / "out").glob("*.poison"))) == 8
    assert not list((tmp_path / "out" / ".exporter").glob("run-*"))


def test_ctrl_c_does_not_wait_for_a_page_that_loops(
    exporter: Command, tmp_path: Path, plugged: dict[str, str]
) -> None:
    folder, out = pages(tmp_path / "in"), tmp_path / "out"
    words = ["-m", "exporter", "convert", str(folder), "-o", str(out), "--to", "poison"]
    run = subprocess.Popen(
        [sys.executable, *words, "-j", "2"],
        env={**os.environ, "EXPORTER_LANG": "en", **plugged},
        start_new_session=True,
        stderr=subprocess.PIPE,
    )
    deadline = time.monotonic() + 60
    while not list(out.glob("*.poison")):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    os.killpg(run.pid, signal.SIGINT)
    told = run.communicate(timeout=20)[1].decode().splitlines()
    assert run.returncode == 130
    assert told[-1] == "stopped; what is finished stays"
    assert not any("Traceback" in line for line in told)
    assert not list((out / ".exporter").glob("run-*"))
    for bad in folder.glob("*.txt"):
        if "毒" in bad.read_text("utf-8"):
            bad.unlink()
    resumed = exporter("convert", folder, "-o", out, "--to", "poison", "--json", **plugged)
    summary = json.loads(resumed.stdout)
    assert (summary["done"] + summary["unchanged"], summary["failed"]) == (8, 0)
    assert summary["unchanged"] >= 1


def test_a_single_page_has_both_limits(
    exporter: Command, tmp_path: Path, plugged: dict[str, str]
) -> None:
    folder = pages(tmp_path / "in")
    limits = ("-o", tmp_path / "out", "--to", "poison", "--timeout", "2", "--memory", "2048")
    slow = exporter("convert", folder / "01.txt", *limits, **plugged)
    assert "longer" in slow.stderr or "2 s" in slow.stderr, slow.stderr
    large = exporter("convert", folder / "07.txt", *limits, **plugged)
    assert large.returncode == 1
    assert "memory" in large.stderr, large.stderr


def test_reports_stand_in_one_order_whatever_the_number_of_processes(
    exporter: Command, tmp_path: Path
) -> None:
    synthetic.write(tmp_path / "in", 9)
    told = []
    for jobs in ("1", "3"):
        report = tmp_path / f"{jobs}.jsonl"
        flags = ("--to", "json", "--jobs", jobs, "--report", report)
        assert exporter("convert", tmp_path / "in", "-o", tmp_path / jobs, *flags).returncode == 0
        lines = [json.loads(line) for line in report.read_text("utf-8").splitlines()]
        told.append([{k: v for k, v in line.items() if k != "seconds"} for line in lines])
    assert told[0] == told[1]
