"""The output folder: names are given, files put in their place by a rename, and remembered.

``OUT/.exporter/files.json`` remembers which files this tool wrote, for which record, with which
digest. A file that is not in it, or that someone has changed since, is not ours to overwrite
without ``--force``. The memory is written after the files, so it never claims one that isn't there.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import unicodedata
from pathlib import Path

import msgspec

from exporter.batch.model import Draft, Output, RecordResult
from exporter.batch.names import stem, unique
from exporter.errors import SourceError, WriteError

STATE = ".exporter"


class Entry(msgspec.Struct, frozen=True):
    """A file that we wrote: for which record, and the sha256 of its bytes."""

    owner: str
    sha256: str


class Shelf:
    """The files of one output folder. Use it as a context: the memory is saved at the end."""

    def __init__(self, target: str, *, force: bool, dry_run: bool) -> None:
        self.target = Path(target)
        self.force = force
        self.dry_run = dry_run
        self.scratch = ""
        self._entries: dict[str, Entry] = {}
        self._taken: dict[str, str] = {}

    def __enter__(self) -> Shelf:
        try:
            if not self.dry_run:
                (self.target / STATE).mkdir(parents=True, exist_ok=True)
                self.scratch = tempfile.mkdtemp(prefix="run-", dir=self.target / STATE)
            self._entries = self._remembered()
        except OSError as error:
            raise WriteError(
                "batch.cannot-write", path=self.target, why=error.strerror or error
            ) from error
        for name, entry in self._entries.items():
            self._taken.setdefault(_folded(Path(name).stem), entry.owner)
        return self

    def __exit__(self, *_: object) -> None:
        if not self.dry_run:
            self._save()
            shutil.rmtree(self.scratch, ignore_errors=True)

    def place(self, source: str, result: RecordResult) -> tuple[tuple[Output, ...], bool]:
        """The record's files under their names, and whether any byte of the folder changed.

        Raises `WriteError` when a name is held by a file that is not ours, or the disk refuses.
        """
        owner = f"{source}#{result.record}"
        mark = hashlib.sha256(owner.encode()).hexdigest()
        base = unique(
            stem(result.date, result.title or "", result.record), mark, self._taken, owner
        )
        for draft in result.drafts:
            self._permit(f"{base}{draft.suffix}", draft)
        changed = [self._put(f"{base}{draft.suffix}", draft, owner) for draft in result.drafts]
        outputs = tuple(
            Output(f"{base}{d.suffix}", d.format, d.sha256, d.size, d.pages) for d in result.drafts
        )
        return outputs, any(changed)

    def _permit(self, name: str, draft: Draft) -> None:
        path = self.target / name
        if self.force or not path.exists():
            return
        there = _digest(path)
        entry = self._entries.get(name)
        if there != draft.sha256 and (entry is None or entry.sha256 != there):
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
                raise WriteError("batch.cannot-write", path=path, why=error.strerror) from error
            self._entries[name] = Entry(owner, draft.sha256)
        return not same

    def _remembered(self) -> dict[str, Entry]:
        path = self.target / STATE / "files.json"
        if not path.is_file():
            return {}
        try:
            return msgspec.json.decode(path.read_bytes(), type=dict[str, Entry])
        except msgspec.DecodeError as error:
            raise SourceError("batch.bad-state", path=path) from error

    def _save(self) -> None:
        data = msgspec.json.encode(dict(sorted(self._entries.items())))
        path = self.target / STATE / "files.json"
        unfinished = Path(self.scratch) / "files.json"
        try:
            unfinished.write_bytes(msgspec.json.format(data, indent=1) + b"\n")
            os.replace(unfinished, path)
        except OSError as error:
            raise WriteError("batch.cannot-write", path=path, why=error.strerror) from error


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
