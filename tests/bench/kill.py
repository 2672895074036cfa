"""Kills a run again and again, resumes it, and compares the tree with an unbroken run's.

``python -m tests.bench.kill [PAGES [KILLS]]``: `KILLS` times ``kill -9`` of the whole group of
processes, at random numbers of finished files, over one output folder; then a last run to the end.
Prints a line for each kill, and what was lost: files that differ, are missing or too many; pages
made twice.
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
from collections.abc import Iterator
from pathlib import Path

from tests.bench import synthetic

FORMATS = ("json",)


def command(archive: Path, out: Path, *flags: str) -> list[str]:
    formats = [word for name in FORMATS for word in ("--to", name)]
    words = [sys.executable, "-m", "exporter", "convert", str(archive), "-o", str(out)]
    return [*words, *formats, "--catalogue", "--quiet", *flags]


def tree(out: Path) -> dict[str, str]:
    """Every file but the lock, with its digest."""
    files = (path for path in sorted(out.rglob("*")) if path.is_file() and path.name != "lock")
    return {str(p.relative_to(out)): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def whole(out: Path) -> Iterator[Path]:
    """The files under their final names; each must parse at any moment."""
    for path in out.glob("*.json"):
        json.loads(path.read_text("utf-8"))
        yield path


def killed(archive: Path, out: Path, files: int) -> bool:
    """Whether the run was still going when so many files stood in their place."""
    run = subprocess.Popen(command(archive, out, "-j", "2"), start_new_session=True)
    while run.poll() is None and len(list(out.glob("*.json"))) < files:
        time.sleep(0.002)
    alive = run.poll() is None
    if alive:
        os.killpg(run.pid, signal.SIGKILL)
    run.wait()
    return alive


def main(pages: int, kills: int) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        archive, one, two = (Path(scratch) / name for name in ("in", "unbroken", "killed"))
        synthetic.write(archive, pages)
        subprocess.run(command(archive, one, "-j", "2"), check=True)
        twice = 0
        for number, point in enumerate(sorted(random.Random(7).choices(range(pages), k=kills)), 1):
            before = {path.name: path.stat().st_mtime_ns for path in whole(two)}
            alive = killed(archive, two, point)
            after = {path.name: path.stat().st_mtime_ns for path in whole(two)}
            twice += sum(after.get(name) != stamp for name, stamp in before.items())
            print(f"kill {number}: at {point}, {len(after)} files whole, killed: {alive}")
        report = Path(scratch) / "report.jsonl"
        subprocess.run(command(archive, two, "-j", "2", "--report", str(report)), check=True)
        first, last = tree(one), tree(two)
        wrong = sorted(
            name for name in first.keys() | last.keys() if first.get(name) != last.get(name)
        )
        lines = len(report.read_bytes().splitlines())
        print(f"{pages} pages, {kills} kills, {len(last)} files, {lines} report lines")
        print(f"differ: {len(wrong)} {wrong[:5]}; files replaced by a later run: {twice}")


if __name__ == "__main__":
    main(*(int(word) for word in (sys.argv[1:] or ["200", "20"])))
