"""Rates of a whole run on the synthetic archive: ``python -m tests.bench.bench_batch [PAGES]``.

Documents (a record in one format) per second with one and with two processes, DOCX and PDF
together; the ratio of the two; memory of the workers as pages go by; a run with nothing to do.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import NamedTuple

from tests.bench import synthetic

FORMATS = ("docx", "pdf")


class Run(NamedTuple):
    """Seconds, and the resident MiB of the largest worker at ten moments of the run."""

    seconds: float
    memory: tuple[int, ...]


def convert(archive: Path, out: Path, jobs: int) -> Run:
    formats = [word for name in FORMATS for word in ("--to", name)]
    words = ["convert", str(archive), "-o", str(out), *formats, "-j", str(jobs), "--quiet"]
    began = time.perf_counter()
    run = subprocess.Popen([sys.executable, "-m", "exporter", *words])
    samples: list[int] = []
    watcher = threading.Thread(target=_sample, args=(run, samples), daemon=True)
    watcher.start()
    if run.wait():
        raise SystemExit(f"convert: exit {run.returncode}")
    seconds = time.perf_counter() - began
    watcher.join()
    every = max(1, len(samples) // 10)
    return Run(seconds, tuple(samples[every // 2 :: every][:10]))


def _sample(run: subprocess.Popen[bytes], samples: list[int]) -> None:
    while run.poll() is None:
        sizes = [_resident(child) for child in _children(run.pid)]
        samples.append(max(sizes, default=0))
        time.sleep(0.1)


def _children(parent: int) -> list[int]:
    """Processes that any thread of `parent` started (Linux: /proc)."""
    try:
        files = [task / "children" for task in Path(f"/proc/{parent}/task").iterdir()]
        return [int(word) for file in files for word in file.read_text().split()]
    except OSError:
        return []


def _resident(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(li.split()[1]) // 1024 for li in lines if li.startswith("VmRSS")), 0)


def main(pages: int) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        archive = Path(scratch) / "in"
        synthetic.write(archive, pages)
        runs = {jobs: convert(archive, Path(scratch) / str(jobs), jobs) for jobs in (1, 2)}
        made = len(list((Path(scratch) / "1").glob("*.*"))) - 1
        for jobs, run in runs.items():
            print(f"{jobs} processes: {run.seconds:.1f} s, {made / run.seconds:.1f} documents/s")
            print(f"  MiB of the largest worker over the run: {' '.join(map(str, run.memory))}")
        print(f"two processes / one: {runs[1].seconds / runs[2].seconds:.2f}")
        again = convert(archive, Path(scratch) / "2", 2)
        rate = pages / again.seconds
        print(f"nothing to do: {again.seconds:.2f} s, {rate:.0f} pages/s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 200)
