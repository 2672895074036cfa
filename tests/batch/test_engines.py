"""Engines: the same files wherever the pages are made; what a page may not do, it may not there."""

from __future__ import annotations

import importlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from exporter.batch import crew as crews
from exporter.batch.crew import Crew, Limits
from exporter.batch.engines.find import available, find
from exporter.batch.model import Job, ReportLine
from exporter.batch.run import convert
from exporter.batch.shelf import Shelf
from exporter.batch.sources import find_sources
from exporter.errors import UsageError, WriteError
from tests.batch.test_isolation import WRITER
from tests.bench import synthetic
from tests.conftest import ROOT, Command

PAGES = 24
PATIENCE = 60


class Cluster(NamedTuple):
    """A scheduler and two workers, each a process of its own."""

    address: str
    workers: list[subprocess.Popen[bytes]]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    synthetic.write(folder, PAGES)
    (folder / "copy.txt").write_text(synthetic.page(1), "utf-8")
    return folder


@pytest.fixture(scope="module")
def local(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    out = tmp_path_factory.mktemp("local")
    run(archive, out, Crew(ThreadPoolExecutor(1), Limits(1, 0, 0)))
    return tree(out)


def tree(out: Path) -> dict[str, bytes]:
    files = (path for path in out.rglob("*") if path.is_file() and path.name != "lock")
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(files)}


def run(archive: Path, out: Path, crew: Crew, style: str = "plain") -> list[ReportLine]:
    job = Job(target=str(out), scratch="", formats=("json",), style=style)
    with Shelf(str(out), force=False, dry_run=False) as shelf:
        return list(convert(find_sources([str(archive)]), job, shelf, crew, "en"))


def start(kind: str, *flags: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", *flags]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    where = tmp_path / "scheduler.json"
    flags = ("--host", "127.0.0.1", "--scheduler-file", str(where), "--no-dashboard")
    scheduler = start("scheduler", "--port", "0", *flags)
    workers = [start("worker", "--nthreads", "1", "--no-nanny", *flags) for _ in range(2)]
    try:
        deadline = time.monotonic() + PATIENCE
        while not where.exists():
            assert scheduler.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.05)
        yield Cluster(json.loads(where.read_text())["address"].partition("://")[2], workers)
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.wait()


def test_a_worker_of_dask_is_killed_in_mid_run_and_the_files_are_the_same(
    archive: Path, cluster: Cluster, local: dict[str, bytes], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-m", "exporter", "convert", archive, "-o", out, "--to", "json"]
    command += ["--engine", f"dask://{cluster.address}", "--jobs", "2"]
    doing = subprocess.Popen([*map(str, command)], stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + PATIENCE
    while not list(out.glob("*.json")):
        assert doing.poll() is None, doing.communicate()[1]
        assert time.monotonic() < deadline
        time.sleep(0.01)
    os.kill(cluster.workers[0].pid, signal.SIGKILL)
    _, told = doing.communicate(timeout=2 * PATIENCE)
    assert doing.returncode == 0, told
    assert tree(out) == local


@pytest.mark.parametrize("ours", [True, False], ids=["our-scheduler", "a-scheduler"])
def test_ctrl_c_ends_quietly_and_the_run_can_be_taken_up(
    ours: bool,
    request: pytest.FixtureRequest,
    archive: Path,
    local: dict[str, bytes],
    tmp_path: Path,
) -> None:
    """The whole group of processes is interrupted, as a terminal does it."""
    address = "" if ours else f"://{request.getfixturevalue('cluster').address}"
    out = tmp_path / "out"
    command = [sys.executable, "-m", "exporter", "convert", archive, "-o", out, "--to", "json"]
    command += ["--engine", f"dask{address}", "--jobs", "2"]
    words = [*map(str, command)]
    doing = subprocess.Popen(words, stderr=subprocess.PIPE, text=True, start_new_session=True)
    deadline = time.monotonic() + PATIENCE
    while not list(out.glob("*.json")):
        assert doing.poll() is None, doing.communicate()[1]
        assert time.monotonic() < deadline
        time.sleep(0.01)
    os.killpg(doing.pid, signal.SIGINT)
    _, told = doing.communicate(timeout=PATIENCE)
    assert doing.returncode == 130, told
    assert told.splitlines()[-1] == "stopped; what is finished stays"
    assert "Traceback" not in told
    there = {name for name in tree(out) if name.endswith(".json")}
    assert 0 < len(there) < len(local) - 1
    again = subprocess.run(words, capture_output=True, text=True)
    assert again.returncode == 0, again.stderr
    assert f"{len(there)} unchanged" in again.stderr
    assert tree(out) == local


ENGINE = """
from concurrent.futures import ThreadPoolExecutor


class threads:
    @staticmethod
    def hire(address, jobs):
        assert address == "here:1"
        return ThreadPoolExecutor(jobs)
"""
ENTRIES = """
[exporter.writers]
poison = poison_writer
[exporter.engines]
threads = thread_engine:threads
half = thread_engine
gone = nowhere_at_all
dask = thread_engine:threads
"""


@pytest.fixture
def plugged(tmp_path: Path) -> Path:
    """A folder of packages that bring a format and engines."""
    info = tmp_path / "site" / "plugged-1.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: plugged\nVersion: 1\n")
    (info / "entry_points.txt").write_text(ENTRIES)
    (tmp_path / "site" / "poison_writer.py").write_text(WRITER, "utf-8")
    (tmp_path / "site" / "thread_engine.py").write_text(ENGINE, "utf-8")
    return tmp_path / "site"


@pytest.mark.parametrize("engine", ["threads://here:1", "dask"])
def test_a_bad_page_fails_alone_wherever_it_is_made(
    engine: str, exporter: Command, plugged: Path, tmp_path: Path
) -> None:
    bad = {"毒一": "batch.timeout", "毒四": "batch.memory", "毒五": "batch.worker-died"}
    (tmp_path / "in").mkdir()
    names = [name for poison in bad for name in ("好", poison)] + ["好"]
    for number, name in enumerate(names):
        text = f"{name}市第{number}场新闻发布会\n\n主持人：大家好，今年投资{number + 1}亿元。\n"
        (tmp_path / "in" / f"{number:02}.txt").write_text(text, "utf-8")
    report = tmp_path / "report.jsonl"
    flags = ("--to", "poison", "-j", "2", "--timeout", "3", "--memory", "2048", "--report", report)
    path = os.pathsep.join((str(plugged), str(ROOT)))
    where = ("convert", tmp_path / "in", "-o", tmp_path / "out", "--engine", engine)
    done = exporter(*where, *flags, PYTHONPATH=path)
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    lines = [json.loads(line) for line in report.read_text("utf-8").splitlines()]
    assert [line["error_code"] for line in lines[1::2]] == list(bad.values())
    assert {line["status"] for line in lines[::2]} == {"done"}
    assert len(list((tmp_path / "out").glob("*.poison"))) == 4


def test_engines_of_packages_are_found_and_broken_ones_named(
    plugged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(plugged))
    importlib.invalidate_caches()
    assert available() == ("local", "dask", "gone", "half", "threads")
    assert find("dask").__name__ == "exporter.batch.engines.dask"  # type: ignore[attr-defined]
    for name, why in (("half", "AttributeError"), ("gone", "ModuleNotFoundError")):
        with pytest.raises(UsageError, match="broken-engine") as caught:
            find(name)
        assert (caught.value.params["package"], caught.value.params["why"]) == ("plugged", why)
    with pytest.raises(UsageError, match="bad-choice") as unknown:
        find("dusk")
    assert unknown.value.params["nearest"] == "dask"


class Flaky(Executor):
    """Does the work at once, but loses what `loses` says: the sizes of loads, once each."""

    def __init__(self, loses: list[int], workers: int = 1) -> None:
        self.loses, self.workers, self.loads = loses, workers, list[int]()

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        size = len(args[0].tasks)
        self.loads.append(size)
        if size in self.loses:
            self.loses.remove(size)
            future.set_exception(OSError("the connection was lost"))
        else:
            future.set_result(fn(*args, **kwargs))
        return future


def test_pages_of_a_lost_load_are_tried_one_by_one(
    archive: Path, local: dict[str, bytes], tmp_path: Path
) -> None:
    flaky = Flaky([16])
    lines = run(archive, tmp_path / "out", Crew(flaky, Limits(1, 0, 0), far=True))
    assert tree(tmp_path / "out") == local
    assert flaky.loads == [16, PAGES - 16] + [1] * 16
    assert [line.status for line in lines].count("duplicate") == 1


def test_few_pages_are_shared_among_all_workers(archive: Path, tmp_path: Path) -> None:
    flaky = Flaky([], workers=3)
    run(archive / "0000", tmp_path / "out", Crew(flaky, Limits(1, 0, 0), far=True, total=PAGES))
    assert flaky.loads == [4] * 6


def test_a_page_that_is_lost_fails_and_when_nobody_is_left_the_run_ends(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crews, "LOAD", 1)
    one = Flaky([1])
    lines = run(archive / "0000", tmp_path / "a", Crew(one, Limits(1, 0, 0), far=True))
    assert [line.status for line in lines].count("failed") == 1
    assert "connection was lost" in str(lines[0].error)
    gone = Flaky([1] * PAGES)
    with pytest.raises(WriteError, match="engine-lost"):
        run(archive / "0000", tmp_path / "b", Crew(gone, Limits(1, 0, 0), far=True))


def test_a_worker_of_another_version_is_refused(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("exporter.batch.far.job_key", lambda job: "another")
    with pytest.raises(WriteError, match="engine-differs"):
        run(archive, tmp_path / "out", Crew(ThreadPoolExecutor(1), Limits(1, 0, 0), far=True))


def test_an_address_where_nobody_answers_is_named(
    archive: Path, exporter: Command, tmp_path: Path
) -> None:
    where = ("convert", archive, "-o", tmp_path / "out", "--engine", "dask://127.0.0.1:1")
    code = "import exporter.batch.engines.dask as d; d.PATIENCE = 1; from exporter.cli import main"
    words = [sys.executable, "-c", f"{code}; main()", *map(str, where)]
    done = subprocess.run(words, capture_output=True, text=True, env={**os.environ, "LANG": "C"})
    assert done.returncode == 2
    assert "127.0.0.1:1" in done.stderr
    assert "Traceback" not in done.stderr
