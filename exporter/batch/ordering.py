"""Names in order, however many: some are held, the others wait on the disk in sorted runs."""

from __future__ import annotations

import heapq
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from typing import IO

BATCH = 50_000
"""Names held at once: 10 MiB at most, were all 200 characters long."""
CHUNK = 64 * 1024
END = b"\0"
"""No name of a file has it (POSIX, Windows)."""


def in_order(names: Iterable[str]) -> Iterator[str]:
    """The names sorted, each gone through once. Raises `OSError` of the files in which they wait,
    which have no names and vanish with the iterator.
    """
    left = iter(names)
    with ExitStack() as stack:
        runs: list[Iterator[str]] = []
        while len(batch := sorted(islice(left, BATCH))) == BATCH:
            file = stack.enter_context(tempfile.TemporaryFile())
            file.writelines(os.fsencode(name) + END for name in batch)
            runs.append(_names(file))
        yield from heapq.merge(*runs, batch)


def _names(file: IO[bytes]) -> Iterator[str]:
    file.seek(0)
    rest = b""
    while chunk := file.read(CHUNK):
        *whole, rest = (rest + chunk).split(END)
        yield from map(os.fsdecode, whole)
