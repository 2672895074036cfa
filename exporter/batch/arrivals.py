"""Which files of a watched folder are whole: nothing tells when a writer is done, so a file counts
as whole when neither its size nor its time of change moved for `QUIET` seconds.

A writer that rests for longer gets its page converted early, and again when the rest has come.
"""

from __future__ import annotations

import os
from collections.abc import Iterable

QUIET = 0.4
"""Seconds; two looks at the folder."""

State = tuple[int, int]


class Arrivals:
    """Files that were heard of and may still grow."""

    def __init__(self) -> None:
        self._waiting: dict[str, tuple[State, float]] = {}
        self._taken: dict[str, State] = {}

    def heard(self, paths: Iterable[str], now: float) -> None:
        """Something was done to these files at `now` (seconds of any steady clock)."""
        for path in paths:
            state = _state(path)
            if state is not None and self._taken.get(path) != state:
                self._waiting[path] = (state, now)

    def whole(self, now: float) -> list[str]:
        """The files that have stood still, in order of name; each is given once for each state.

        An empty file is not whole: whoever made it has yet to write. One that is gone is forgotten.
        """
        ready = []
        for path, (state, since) in sorted(self._waiting.items()):
            current = _state(path)
            if current is None:
                del self._waiting[path]
            elif current != state:
                self._waiting[path] = (current, now)
            elif current[0] and now - since >= QUIET:
                del self._waiting[path]
                self._taken[path] = current
                ready.append(path)
        return ready


def _state(path: str) -> State | None:
    """Size and time of change of a regular file."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return (status.st_size, status.st_mtime_ns) if os.path.isfile(path) else None
