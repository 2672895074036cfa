"""Kills a run again and again, resumes it, and compares the tree with an unbroken run's.

``python -m tests.bench.kill [PAGES [KILLS [FORMAT...]]]``: `KILLS` times ``kill -9`` of the whole
group of processes over one output folder, each at a random number of finished files and a random
moment after; then a last run to the end. Prints a line for each kill, and what was lost: files that
were ever seen with other bytes under their final names, that differ at the end, are missing or too
many; files that a later run wrote anew; report lines that don't add up.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from tests.bench import synthetic

LATER = 0.4
"""Seconds, at most, from the wanted number of files to the kill."""


class Case(NamedTuple):
    """The archive, and the formats that it is converted to."""

    archive: Path
    formats: tuple[str, ...]

    def command(self, out: Path, *flags: str) -> list[str]:
        formats = [word for name in self.formats for word in ("--to", name)]
        words = [sys.executable, "-m", "exporter", "convert", str(self.archive), "-o", str(out)]
        return [*words, *formats, "--catalogue", "--quiet", "-j", "2", *flags]


class Seen(NamedTuple):
    """A file under its final name: digest, time of its last change in ns."""

    sha256: str
    changed: int


def tree(out: Path) -> dict[str, str]:
    """Every file but the lock, with its digest."""
    files = (path for path in sorted(out.rglob("*")) if path.is_file() and path.name != "lock")
    return {str(path.relative_to(out)): _sha256(path) for path in files}


def seen(out: Path) -> dict[str, Seen]:
    """The files under their final names."""
    paths = (path for path in out.glob("*.*") if path.is_file())
    return {path.name: Seen(_sha256(path), path.stat().st_mtime_ns) for path in paths}


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def killed(command: list[str], out: Path, files: int, later: float) -> bool:
    """Whether the run was still going when so many files stood in their place."""
    run = subprocess.Popen(command, start_new_session=True)
    while run.poll() is None and sum(1 for _ in out.glob("*.*")) < files:
        time.sleep(0.01)
    time.sleep(later)
    alive = run.poll() is None
    if alive:
        os.killpg(run.pid, signal.SIGKILL)
    run.wait()
    return alive


def main(pages: int, kills: int, formats: tuple[str, ...]) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        archive, one, two = (Path(scratch) / name for name in ("in", "unbroken", "killed"))
        case = Case(archive, formats)
        synthetic.write(archive, pages)
        subprocess.run(case.command(one), check=True)
        meant, chance = tree(one), random.Random(7)
        points = sorted(chance.choices(range(pages * len(formats)), k=kills))
        half = again = 0
        before: dict[str, Seen] = {}
        for number, point in enumerate(points, 1):
            alive = killed(case.command(two), two, point, chance.uniform(0, LATER))
            after = seen(two)
            half += sum(file.sha256 != meant.get(name) for name, file in after.items())
            again += sum(before[name] != after.get(name) for name in before)
            before = after
            print(f"kill {number}: at {point}, {len(after)} files, killed: {alive}", flush=True)
        report = Path(scratch) / "report.jsonl"
        subprocess.run(case.command(two, "--report", str(report)), check=True)
        last = tree(two)
        wrong = [name for name in meant.keys() | last.keys() if meant.get(name) != last.get(name)]
        again += sum(before[name] != file for name, file in seen(two).items() if name in before)
        counts = Counter(json.loads(line)["status"] for line in report.open("rb"))
        print(f"{pages} pages, {kills} kills, {len(last)} files; last run: {dict(counts)}")
        print(f"half files seen: {half}; differ at the end: {wrong}; written anew: {again}")


if __name__ == "__main__":
    given = [*sys.argv[1:], *("200", "20")[len(sys.argv) - 1 :]]
    main(int(given[0]), int(given[1]), tuple(given[2:]) or ("json",))
