"""Where another summariser can be put in (entry point group ``exporter.summarizers``).

A summariser chooses; it can't write: what it gives back are cuts of the source, and the gate checks
them as it checks our own. None is shipped besides the one that the rules of this package make.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import entry_points
from typing import Protocol

from exporter.briefing.model import Fact, KeyPoint
from exporter.errors import UsageError
from exporter.transcript.model import Transcript

GROUP = "exporter.summarizers"


class Summarizer(Protocol):
    """Chooses the key points of a transcript.

    Each must be an `Excerpt`: stretches of paragraphs of this transcript, joined. Those that the
    gate refuses are left out with a notice.
    """

    def __call__(self, transcript: Transcript, facts: Sequence[Fact]) -> Sequence[KeyPoint]:
        """The key points, in source order."""
        ...


def names() -> tuple[str, ...]:
    """The names of the summarisers that are installed."""
    return tuple(sorted(entry.name for entry in entry_points(group=GROUP)))


def load(name: str) -> Summarizer:
    """The installed summariser of that name. Raises `UsageError` when there is none."""
    for entry in entry_points(group=GROUP):
        if entry.name == name:
            found: Summarizer = entry.load()
            return found
    raise UsageError("briefing.unknown-summarizer", name=name, known=", ".join(names()) or "-")
