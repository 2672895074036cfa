"""How a run went: counts that add up, and the exit code that they mean."""

from __future__ import annotations

from collections import Counter
from typing import get_args

from exporter.batch.model import ReportLine, Status

GIVE_UP = 20
"""Records in a row that could not be written: it is the folder that is at fault, not they."""
DONE, FAILED, DOUBTFUL, NOTHING = 0, 1, 3, 4


class Tally:
    """Counts report lines as they come; `pages` is the number of sources met so far,
    `status` of records by status."""

    def __init__(self, target: str) -> None:
        self._target = target
        self.pages = 0
        self.status: Counter[str] = Counter()
        self._last = ""
        self._files = 0
        self._doubtful = 0
        self._refused = 0

    def add(self, line: ReportLine) -> None:
        """Take a line into account."""
        self.status[line.status] += 1
        self.pages += line.source != self._last  # a page's lines come one after the other
        self._last = line.source
        self._files += len(line.outputs)
        self._doubtful += line.error_code == "batch.strict"
        refused = line.error_code == "batch.cannot-write"
        self._refused = self._refused + 1 if refused else 0

    @property
    def hopeless(self) -> bool:
        """Whether the output folder takes nothing any more (full, gone, made read-only)."""
        return self._refused >= GIVE_UP

    def counts(self) -> dict[str, object]:
        """The places of the summary's sentence; done + unchanged + empty +
        duplicate + failed = records."""
        statuses = {name: self.status[name] for name in get_args(Status)}
        return {
            "records": self.status.total(),
            "pages": self.pages,
            "files": self._files,
            "target": self._target,
            **statuses,
        }

    def exit_code(self) -> int:
        """1 some failed, 3 only under ``--strict``, 4 nothing had text, else 0."""
        if self.status["failed"] > self._doubtful:
            return FAILED
        if self._doubtful:
            return DOUBTFUL
        return DONE if self.status["done"] or self.status["unchanged"] else NOTHING
