"""Rates of a whole run on the synthetic archive: ``python -m tests.bench.bench_batch [PAGES
[FILE]]``.

Documents (a record in one format) per second with one and with two processes, DOCX and PDF
together, and a run with nothing to do. Since a machine is seldom idle, each run also tells its CPU
time, and which part of their time the workers slept, waiting for the run's own process (Linux:
``/proc/PID/schedstat``, which tells the time run and the time ready to run): on idle cores two
processes take the CPU time of one, halved, and that part more.

Memory of the largest worker and of the run's own process over time; all samples go to `FILE` as
lines of seconds, MiB of the run's own process, MiB of each worker. The peers' rates on the same
content: `bench_peers`.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import NamedTuple

from tests.bench import bench_peers, synthetic

FORMATS = ("docx", "pdf")
EVERY = 0.1
SHOWN = 10


class Sample(NamedTuple):
    """A moment of a run: seconds since its start, resident MiB of its own process and of each
    worker.
    """

    at: float
    own: int
    workers: tuple[int, ...]


class Life(NamedTuple):
    """A worker as seen at `at` seconds: how long it had work until then (ran or stood ready)."""

    at: float
    awake: float


class Watch:
    """What was seen of a run while it went on."""

    def __init__(self) -> None:
        self.samples: list[Sample] = []
        self.first: dict[int, Life] = {}
        self.last: dict[int, Life] = {}

    def look(self, run: int, at: float) -> None:
        """Takes a sample of the process `run` and of the workers that it started."""
        workers = _workers(run)
        for worker in workers:
            if (awake := _awake(worker)) is not None:
                self.first.setdefault(worker, Life(at, awake))
                self.last[worker] = Life(at, awake)
        self.samples.append(Sample(at, _resident(run), tuple(map(_resident, workers))))

    @property
    def asleep(self) -> float:
        """The part of their time that the workers slept."""
        pairs = [(self.first[worker], last) for worker, last in self.last.items()]
        whole = sum(last.at - first.at for first, last in pairs)
        return 1 - sum(last.awake - first.awake for first, last in pairs) / max(whole, EVERY)


class Run(NamedTuple):
    """What a run took: seconds by the clock and of CPU, and what was seen of it."""

    seconds: float
    cpu: float
    watch: Watch


def convert(archive: Path, out: Path, jobs: int) -> Run:
    formats = [word for name in FORMATS for word in ("--to", name)]
    words = ["convert", str(archive), "-o", str(out), *formats, "-j", str(jobs), "--quiet"]
    began, before = time.perf_counter(), _cpu()
    run = subprocess.Popen([sys.executable, "-m", "exporter", *words])
    watch = Watch()
    watcher = threading.Thread(target=_look, args=(run, began, watch), daemon=True)
    watcher.start()
    if run.wait():
        raise SystemExit(f"convert: exit {run.returncode}")
    seconds = time.perf_counter() - began
    watcher.join()
    return Run(seconds, _cpu() - before, watch)


def _look(run: subprocess.Popen[bytes], began: float, watch: Watch) -> None:
    while run.poll() is None:
        watch.look(run.pid, time.perf_counter() - began)
        time.sleep(EVERY)


def _cpu() -> float:
    """CPU seconds of all processes that ended below this one."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _workers(parent: int) -> list[int]:
    """Workers that any thread of `parent` started (Linux: /proc)."""
    try:
        files = [task / "children" for task in Path(f"/proc/{parent}/task").iterdir()]
        started = [int(word) for file in files for word in file.read_text().split()]
        return [child for child in started if b"spawn_main" in _command(child)]
    except OSError:
        return []


def _command(process: int) -> bytes:
    return Path(f"/proc/{process}/cmdline").read_bytes()


def _awake(process: int) -> float | None:
    """Seconds that it ran or stood ready to."""
    try:
        ran, ready, _ = Path(f"/proc/{process}/schedstat").read_text().split()
    except OSError:
        return None
    return (int(ran) + int(ready)) / 1e9


def _resident(process: int) -> int:
    """MiB; 0 for a process that is gone."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(li.split()[1]) // 1024 for li in lines if li.startswith("VmRSS")), 0)


def _shown(name: str, run: Run, documents: int) -> None:
    print(f"{name}: {run.seconds:.1f} s, {documents / run.seconds:.1f} documents/s;", end=" ")
    print(f"CPU {run.cpu:.1f} s, {documents / run.cpu:.1f} documents a CPU second;", end=" ")
    print(f"workers slept {run.watch.asleep:.1%}")
    samples = run.watch.samples
    every = max(1, len(samples) // SHOWN)
    some = samples[every // 2 :: every][:SHOWN]
    print(f"  MiB of the largest worker: {[max(s.workers, default=0) for s in some]}")
    print(f"  MiB of the run's own process: {[s.own for s in some]}")


def main(pages: int, file: Path | None) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        archive = Path(scratch) / "in"
        synthetic.write(archive, pages)
        one, two = (convert(archive, Path(scratch) / str(jobs), jobs) for jobs in (1, 2))
        documents = sum(1 for path in (Path(scratch) / "2").glob("*.*") if path.is_file())
        print(f"{pages} pages, {documents} documents, {os.cpu_count()} cores")
        _shown("1 process", one, documents)
        _shown("2 processes", two, documents)
        ideal = 2 * one.cpu / two.cpu * (1 - two.watch.asleep) / (1 - one.watch.asleep)
        print(f"two processes / one, by the clock: {one.seconds / two.seconds:.2f}", end="; ")
        print(f"on idle cores: {ideal:.2f}")
        again = convert(archive, Path(scratch) / "2", 2)
        print(f"nothing to do: {again.seconds:.2f} s (CPU {again.cpu:.2f} s)")
        if file:
            lines = (
                f"{s.at:.1f} {s.own} {' '.join(map(str, s.workers))}\n" for s in two.watch.samples
            )
            file.write_text("".join(lines))
        bench_peers.main(sorted(archive.rglob("*.txt"))[: bench_peers.PAGES])


if __name__ == "__main__":
    given = sys.argv[1:]
    main(int(given[0]) if given else 200, Path(given[1]) if given[1:] else None)
