"""Listing a folder of very many files: ``python -m tests.bench.bench_listing [COUNT [FOLDER]]``.

Seconds of CPU until the first page and until the last, and how far the memory grew: names of a
folder are held `BATCH` at a time, the others wait on the disk, so that it stays flat whatever the
folder holds. The empty files are made in `FOLDER`, a tmpfs for choice.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path

from exporter.batch.ordering import BATCH
from exporter.batch.sources import find_sources


def _peak() -> int:
    """MiB that this process held at most so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main(count: int, parent: str | None) -> None:
    """Makes the files, lists them, prints a line."""
    with tempfile.TemporaryDirectory(dir=parent) as folder:
        for number in range(count):
            (Path(folder) / f"{number:08}.txt").touch()
        before, start = _peak(), time.process_time()
        sources = find_sources([folder])
        last = next(sources).name
        first = time.process_time() - start
        found = 1
        for source in sources:
            assert source.name > last
            last, found = source.name, found + 1
        whole = time.process_time() - start
        peak = _peak()  # removing the folder holds its names
    assert found == count
    print(f"{count} files, {BATCH} at a time: first after {first:.2f} s, last after {whole:.2f} s")
    print(f"memory: {before} MiB before, {peak} MiB at most")


if __name__ == "__main__":
    given = sys.argv[1:]
    main(int(given[0]) if given else 200_000, given[1] if given[1:] else None)
