"""The outputs of a run: names are given, files put in their place in a store, and remembered.

A file that the journal does not know, or that someone has changed since, is not ours to overwrite
without ``--force``; one with the very bytes that we would write is left as it is.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path, PurePosixPath

import msgspec

from exporter.batch.issues import Issues
from exporter.batch.journal import File, Journal, Page
from exporter.batch.model import Draft, Output, RecordResult
from exporter.batch.names import stem, unique
from exporter.batch.page import Source
from exporter.batch.stores import open_store
from exporter.document.plan import Issue
from exporter.errors import WriteError

OURS = "the run"
"""Owner of the files that belong to no record."""
RESERVED = ("catalogue", "figures")
"""Stems of such files."""
SIDE_BY_SIDE = 16
"""Files put at once into a store that answers slowly."""


class Parcel(msgspec.Struct, frozen=True):
    """A record's finished files, the names that they are to have, the number that they bear."""

    owner: str
    drafts: tuple[Draft, ...]
    outputs: tuple[Output, ...]
    issue: Issue | None = None


class Placed(msgspec.Struct, frozen=True):
    """What came of a parcel: files in their place, whether any byte changed, why it stopped."""

    files: tuple[File, ...]
    changed: bool
    error: WriteError | None = None


class Shelf:
    """The files of one store. A context: the journal is put in order at its end.

    For each record `name` its files, then `place` the parcels of one or more pages, and `remember`
    the pages; `window` is how many pages are best placed at once.
    """

    def __init__(self, target: str, *, force: bool, dry_run: bool) -> None:
        self._store = open_store(target)
        self.force = force
        self.dry_run = dry_run
        self.scratch = ""
        self.target = self._store.shown
        self.window = 1 if dry_run else self._store.window
        self._journal = Journal(self._store)
        self.issues = Issues(self._store)
        self._taken: dict[str, str] = {}
        self._claims: set[tuple[str, str]] = set()

    def __enter__(self) -> Shelf:
        if not self.dry_run:
            self.scratch = self._store.start()
        try:
            self._journal.read()
            self.issues.read({file.owner for file in self._journal.files.values()})
            if not self.dry_run:
                self.issues.open()
        except BaseException:
            self._stop()
            raise
        self._taken = dict.fromkeys(RESERVED, OURS)
        for file in (*self._journal.files.values(), *self._journal.claims()):
            self._taken.setdefault(_folded(PurePosixPath(file.path).stem), file.owner)
        self._claims = {(file.path, file.sha256) for file in self._journal.claims()}
        return self

    def _stop(self) -> None:
        self._journal.forget()
        if not self.dry_run:
            self._store.stop()

    def __exit__(self, *_: object) -> None:
        try:
            if not self.dry_run:
                self._journal.close()
                self.issues.close()
        finally:
            self._stop()

    def finished(self, source: str, sha256: str, key: str) -> Page | None:
        """The page as an earlier run left it, if nothing changed since and its files are there."""
        if self.force:
            return None
        page = self._journal.page(source, sha256, key)
        if page is None:
            page = self._seen_through(source, sha256, key)
        if page is None or not all(self._store.size(f.path) == f.size for f in page.files):
            return None
        lines = tuple(
            msgspec.structs.replace(line, status="unchanged" if line.outputs else line.status)
            for line in page.lines
        )
        return msgspec.structs.replace(page, lines=lines)

    def _seen_through(self, source: str, sha256: str, key: str) -> Page | None:
        """A page that was only planned when the run was killed, if all its files are there."""
        page = self._journal.planned(source, sha256, key)
        if page is None or any(self._store.digest(f.path) != f.sha256 for f in page.files):
            return None
        if not self.dry_run:
            for file in page.files:
                self._journal.add(file)
            self._journal.add(page)
        return page

    def remember(self, page: Page) -> None:
        """Note a page whose files are in place; one with a failure is left to be tried again."""
        if not self.dry_run and all(line.status != "failed" for line in page.lines):
            self._journal.add(_lasting(page))

    def commit(self) -> None:
        """What is remembered outlives us."""
        if not self.dry_run:
            self._store.commit()

    def name(self, source: Source, result: RecordResult, issue: Issue | None = None) -> Parcel:
        """The record's files with their names, which are its own from now on; `issue` is the number
        that they bear. The same archive gives the same names wherever it lies.
        """
        owner = f"{source.name}#{result.record}"
        mark = _hash(f"{source.label}#{result.record}")[:6] + _hash(owner)[:26]
        plain = stem(result.date, result.title or "", result.record)
        base = unique(plain, mark, self._taken, owner)
        outputs = (Output(f"{base}{d.suffix}", d.format, d.sha256, d.size) for d in result.drafts)
        return Parcel(owner, result.drafts, tuple(outputs), issue)

    def lay(self, scratch: Path) -> Output:
        """Puts a finished file of the whole run in its place. Raises `WriteError`."""
        name, digest, size = scratch.name, _digest(scratch), scratch.stat().st_size
        draft = Draft(scratch.suffix[1:], scratch.suffix, str(scratch), digest, size)
        output = Output(name, draft.format, digest, size)
        (placed,) = self.place([Parcel(OURS, (draft,), (output,))])
        if placed.error is not None:
            raise placed.error
        self.commit()
        return output

    def plan(self, pages: Sequence[Page]) -> None:
        """Says which pages' files are to be placed next, where they are placed many at a time."""
        if self.window > 1:
            self._journal.plan(map(_lasting, pages))

    def place(self, parcels: Sequence[Parcel]) -> list[Placed]:
        """Puts the parcels' files under their names; what came of each, in their order."""
        if self.window == 1:
            return [self._noted(self._put(parcel)) for parcel in parcels]
        with ThreadPoolExecutor(SIDE_BY_SIDE, "exporter-put") as threads:
            return [self._noted(placed) for placed in threads.map(self._put, parcels)]

    def _noted(self, placed: Placed) -> Placed:
        if not self.dry_run:
            for file in placed.files:
                self._journal.add(file)
        return placed

    def _put(self, parcel: Parcel) -> Placed:
        """The parcel's files, when all of them may be put; their number is noted first. May run in
        any thread, but one with a number.
        """
        done: list[File] = []
        changed = False
        try:
            same = [self._same(output) for output in parcel.outputs]
            if parcel.issue is not None and not self.dry_run:
                self.issues.give(parcel.owner, parcel.issue, parcel.outputs)
            for draft, output, already in zip(parcel.drafts, parcel.outputs, same, strict=True):
                if not self.dry_run:
                    self._put_one(draft, output, already=already)
                done.append(File(output.path, parcel.owner, output.sha256, output.size))
                changed |= not already
        except WriteError as error:
            return Placed(tuple(done), changed, error)
        return Placed(tuple(done), changed)

    def _same(self, output: Output) -> bool:
        """Whether the very file is there already. Raises `WriteError` for one that isn't ours."""
        there = self._store.digest(output.path)
        if there is None or there == output.sha256:
            return there is not None
        ours = self._journal.files.get(output.path)
        known = ours is not None and ours.sha256 == there
        if not (self.force or known or (output.path, there) in self._claims):
            raise WriteError("batch.not-ours", path=f"{self.target.rstrip('/')}/{output.path}")
        return False

    def _put_one(self, draft: Draft, output: Output, *, already: bool) -> None:
        scratch = Path(draft.scratch)
        if already:
            scratch.unlink(missing_ok=True)
        else:
            self._store.put(output.path, scratch)


def _lasting(page: Page) -> Page:
    """The page as it is remembered: the same for every run."""
    lines = tuple(
        msgspec.structs.replace(line, seconds=0.0, status="done" if line.outputs else line.status)
        for line in page.lines
    )
    return msgspec.structs.replace(page, lines=lines)


def _hash(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
