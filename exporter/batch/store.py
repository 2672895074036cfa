"""Where the files of a run stand: a folder of ours, or a place in another file system.

A `Store` puts finished files under their names, whole or not at all, and keeps lines of state
beside them in ``.exporter``. The shelf decides what may be put; the store knows how.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

STATE = ".exporter"


class Store(Protocol):
    """`shown` is its name for people; `window` the number of pages whose files are best put
    together. All raise `WriteError` when it refuses. `size`, `digest` and `put` may be called from
    several threads.
    """

    shown: str
    window: int

    def start(self) -> str:
        """Takes the store for this run; a fresh local folder for unfinished files comes back.

        Raises `UsageError` when another run has it.
        """
        ...

    def stop(self) -> None:
        """Gives it back; what is unfinished goes."""
        ...

    def size(self, name: str) -> int | None:
        """Bytes of the file of that name; ``None`` when there is none."""
        ...

    def digest(self, name: str) -> str | None:
        """The sha256 of the file of that name; ``None`` when there is none."""
        ...

    def put(self, name: str, scratch: Path) -> None:
        """The scratch file's bytes under the name, at once; the scratch file goes."""
        ...

    def state(self) -> Iterator[bytes]:
        """The lines of state that earlier runs left, the oldest first; may be read before `start`.
        The last may be torn.
        """
        ...

    def note(self, line: bytes) -> None:
        """One more line of state; safe once `commit` came back."""
        ...

    def commit(self) -> None:
        """All lines noted so far are safe."""
        ...

    def settle(self, lines: Iterable[bytes]) -> None:
        """These lines are the whole state from now on."""
        ...

    def load(self, name: str) -> bytes:
        """A small file of its own beside the state; nothing when there is none."""
        ...

    def append(self, name: str, data: bytes) -> None:
        """Adds to such a file; safe when it comes back, even from a loss of power."""
        ...

    def save(self, name: str, data: bytes) -> None:
        """Writes such a file anew, whole or not at all."""
        ...
