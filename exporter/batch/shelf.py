"""The output folder: names are given, files put in their place by a rename, and remembered.

A file that the journal does not know, or that someone has changed since, is not ours to overwrite
without ``--force``; one with the very bytes that we would write is left as it is.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import unicodedata
from pathlib import Path
from typing import IO

import msgspec

from exporter.batch.issues import Issues
from exporter.batch.journal import File, Journal, Page
from exporter.batch.model import Draft, Output, RecordResult
from exporter.batch.names import stem, unique
from exporter.document.plan import Issue
from exporter.errors import UsageError, WriteError

STATE = ".exporter"
SCRATCH = "run-"
OURS = "the run"
"""Owner of the files that belong to no record."""
RESERVED = ("catalogue", "figures")
"""Stems of such files."""


class Shelf:
    """The files of one output folder. A context: the journal is put in order at its end."""

    def __init__(self, target: str, *, force: bool, dry_run: bool) -> None:
        self.target = Path(target)
        self.force = force
        self.dry_run = dry_run
        self.scratch = ""
        self._journal = Journal(self.target / STATE)
        self.issues = Issues(self.target / STATE)
        self._taken: dict[str, str] = {}
        self._lock: IO[bytes] | None = None

    def __enter__(self) -> Shelf:
        try:
            self._journal.read()
            self.issues.read(self.target, {file.owner for file in self._journal.files.values()})
            if not self.dry_run:
                self._prepare(self.target / STATE)
                self._journal.open()
                self.issues.open()
        except OSError as error:
            raise _refused(self.target, error) from error
        self._taken = dict.fromkeys(RESERVED, OURS)
        for file in self._journal.files.values():
            self._taken.setdefault(_folded(Path(file.path).stem), file.owner)
        return self

    def _prepare(self, state: Path) -> None:
        """The state folder, locked against a second run, without the scratch of killed ones."""
        state.mkdir(parents=True, exist_ok=True)
        self._lock = _lock(state)
        for left in state.glob(f"{SCRATCH}*"):
            shutil.rmtree(left, ignore_errors=True)
        self.scratch = tempfile.mkdtemp(prefix=SCRATCH, dir=state)

    def __exit__(self, *_: object) -> None:
        if self.dry_run:
            return
        try:
            self._journal.close(Path(self.scratch))
            self.issues.close(Path(self.scratch))
        except OSError as error:
            raise _refused(self.target, error) from error
        finally:
            shutil.rmtree(self.scratch, ignore_errors=True)
            if self._lock is not None:
                self._lock.close()

    def finished(self, source: str, sha256: str, key: str) -> Page | None:
        """The page as an earlier run left it, if nothing changed since and its files are there."""
        page = None if self.force else self._journal.page(source, sha256, key)
        if page is None or not all(self._there(o) for line in page.lines for o in line.outputs):
            return None
        lines = tuple(
            msgspec.structs.replace(line, status="unchanged" if line.outputs else line.status)
            for line in page.lines
        )
        return msgspec.structs.replace(page, lines=lines)

    def remember(self, page: Page) -> None:
        """Note a page whose files are in place; one with a failure is left to be tried again."""
        if not self.dry_run and all(line.status != "failed" for line in page.lines):
            lines = tuple(
                msgspec.structs.replace(
                    line, seconds=0.0, status="done" if line.outputs else line.status
                )
                for line in page.lines
            )
            self._journal.add(msgspec.structs.replace(page, lines=lines))

    def lay(self, scratch: Path) -> Output:
        """Puts a finished file of the whole run in its place, as `place` does a record's."""
        name, digest, size = scratch.name, _digest(scratch), scratch.stat().st_size
        draft = Draft(scratch.suffix[1:], scratch.suffix, str(scratch), digest, size)
        self._permit(self.target / name, draft)
        self._put(name, draft, OURS)
        return Output(name, draft.format, digest, size)

    def place(
        self, source: str, result: RecordResult, issue: Issue | None = None
    ) -> tuple[tuple[Output, ...], bool]:
        """The record's files under their names, and whether any byte of the folder changed. The
        number that they bear is noted before they are put in their place.

        Raises `WriteError` when a name is held by a file that is not ours, or the disk refuses.
        """
        owner = f"{source}#{result.record}"
        mark = hashlib.sha256(owner.encode()).hexdigest()
        plain = stem(result.date, result.title or "", result.record)
        base = unique(plain, mark, self._taken, owner)
        for draft in result.drafts:
            self._permit(self.target / f"{base}{draft.suffix}", draft)
        outputs = tuple(
            Output(f"{base}{d.suffix}", d.format, d.sha256, d.size) for d in result.drafts
        )
        if issue is not None and not self.dry_run:
            self.issues.give(owner, issue, outputs)
        changed = [self._put(f"{base}{draft.suffix}", draft, owner) for draft in result.drafts]
        return outputs, any(changed)

    def _there(self, output: Output) -> bool:
        try:
            return (self.target / output.path).stat().st_size == output.size
        except OSError:
            return False

    def _permit(self, path: Path, draft: Draft) -> None:
        if self.force or not path.exists():
            return
        there = _digest(path)
        ours = self._journal.files.get(path.name)
        if there != draft.sha256 and (ours is None or there != ours.sha256):
            raise WriteError("batch.not-ours", path=path)

    def _put(self, name: str, draft: Draft, owner: str) -> bool:
        path = self.target / name
        same = path.exists() and _digest(path) == draft.sha256
        if not self.dry_run:
            try:
                if same:
                    os.unlink(draft.scratch)
                else:
                    os.replace(draft.scratch, path)
            except OSError as error:
                raise _refused(path, error) from error
            self._journal.add(File(name, owner, draft.sha256, draft.size))
        return not same


def _lock(state: Path) -> IO[bytes] | None:
    """The folder's lock, held until it is closed or we die; ``None`` where there are no such locks.

    Raises `UsageError` when another run holds it.
    """
    try:
        import fcntl
    except ImportError:
        return None
    file = (state / "lock").open("wb")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        file.close()
        raise UsageError("batch.locked", path=state.parent) from error
    return file


def _refused(path: Path, error: OSError) -> WriteError:
    return WriteError("batch.cannot-write", path=path, why=error.strerror or error)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
