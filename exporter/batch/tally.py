"""How a run went: counts that add up, and the exit code that they mean."""

from __future__ import annotations

from collections import Counter

from exporter.batch.model import ReportLine

DONE, FAILED, DOUBTFUL, NOTHING = 0, 1, 3, 4


class Tally:
    """Counts report lines as they come."""

    def __init__(self, target: str) -> None:
        self._target = target
        self._status: Counter[str] = Counter()
        self._sources: set[str] = set()
        self._files = 0
        self._doubtful = 0

    def add(self, line: ReportLine) -> None:
        """Take a line into account."""
        self._status[line.status] += 1
        self._sources.add(line.source)
        self._files += len(line.outputs)
        self._doubtful += line.error_code == "batch.strict"

    @property
    def pages(self) -> int:
        """Number of source files met so far."""
        return len(self._sources)

    def counts(self) -> dict[str, object]:
        """The places of the summary's sentence; done + unchanged + empty + failed = records."""
        statuses = {name: self._status[name] for name in ("done", "unchanged", "empty", "failed")}
        return {
            "records": self._status.total(),
            "pages": self.pages,
            "files": self._files,
            "target": self._target,
            **statuses,
        }

    def exit_code(self) -> int:
        """1 some failed, 3 only under ``--strict``, 4 nothing had text, else 0."""
        if self._status["failed"] > self._doubtful:
            return FAILED
        if self._doubtful:
            return DOUBTFUL
        return DONE if self._status["done"] or self._status["unchanged"] else NOTHING
