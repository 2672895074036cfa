"""The counter of a bulletin's numbers (期号, 总期号): no gap, no number twice, each record its own.

``OUT/.exporter/issues.jsonl`` has a line for each number given. It is written, and forced to the
disk, before the record's files are put in their place: a number that may be printed is never given
again. Only one record is under way at a time, so a run that was killed can leave at most the last
line without files; such a line is taken back when the next run begins. A record keeps its number
whatever is made of it later, by its name in the run (``source#record``).
"""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from exporter.batch.model import Output
from exporter.batch.store import Store
from exporter.document.plan import Issue

NAME = "issues.jsonl"


class Given(msgspec.Struct, frozen=True):
    """A number that was given to `owner`, and the files (name, sha256) that it was printed in."""

    owner: str
    issue: Issue
    files: tuple[tuple[str, str], ...]


class Issues:
    """The counter of one store: `read`, `open`, then `next` and `give` by turns, then `close`."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._given: dict[str, Given] = {}
        self._last: dict[str, int] = {}
        self._total = 0
        self._more = False

    def read(self, owners: Collection[str]) -> None:
        """Takes in what earlier runs gave; `owners` are the records whose files they put into the
        store. A last line that no file answers for is taken back.
        """
        for line in self._store.load(NAME).splitlines():
            try:
                given = msgspec.json.decode(line, type=Given)
            except msgspec.MsgspecError:
                continue  # torn by a kill: its files were not yet put in their place
            self._given[given.owner] = given
        last = max(self._given.values(), key=lambda given: given.issue.total, default=None)
        if last and last.owner not in owners and not any(map(self._there, last.files)):
            del self._given[last.owner]
        for given in self._given.values():
            self._counted(given.issue)

    def open(self) -> None:
        """Ready to give numbers, what was taken back is gone."""
        if self._given or self._store.load(NAME):
            self._rewrite()

    def next(self, owner: str, year: str, first: tuple[int, int]) -> Issue:
        """The number that is the owner's; `first` are issue and total to begin with."""
        known = self._given.get(owner)
        if known is not None:
            return known.issue
        first_issue, first_total = first
        begun = self._total > 0
        issue = self._last.get(year, 0 if begun else first_issue - 1) + 1
        return Issue(year, issue, self._total + 1 if begun else first_total)

    def give(self, owner: str, issue: Issue, files: tuple[Output, ...]) -> None:
        """Notes the number before the files that bear it are put in their place."""
        if owner in self._given:
            return
        given = Given(owner, issue, tuple((file.path, file.sha256) for file in files))
        self._given[owner] = given
        self._counted(issue)
        self._more = True
        self._store.append(NAME, msgspec.json.encode(given) + b"\n")

    def _counted(self, issue: Issue) -> None:
        self._last[issue.year] = max(issue.issue, self._last.get(issue.year, 0))
        self._total = max(issue.total, self._total)

    def close(self) -> None:
        """The numbers written anew in their order."""
        if self._more:
            self._rewrite()

    def _rewrite(self) -> None:
        ordered = sorted(self._given.values(), key=lambda given: given.issue.total)
        lines = (msgspec.json.encode(given) + b"\n" for given in ordered)
        self._store.save(NAME, b"".join(lines))

    def _there(self, file: tuple[str, str]) -> bool:
        """Whether the very file is in its place."""
        name, sha256 = file
        return self._store.digest(name) == sha256
