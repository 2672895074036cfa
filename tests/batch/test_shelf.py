"""The output folder: what is ours may be replaced, nothing else; no half file is ever seen."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from exporter.batch.journal import Page
from exporter.batch.model import Draft, Keepsake, Output, RecordResult, ReportLine
from exporter.batch.page import Source
from exporter.batch.shelf import Shelf
from exporter.batch.store import STATE
from exporter.errors import UsageError, WriteError
from exporter.notices import Span


def result(shelf: Shelf, words: bytes, title: str = "标题", record: str = "r1") -> RecordResult:
    scratch = Path(shelf.scratch or ".") / f"{record}.docx"
    if shelf.scratch:
        scratch.write_bytes(words)
    draft = Draft("docx", ".docx", str(scratch), hashlib.sha256(words).hexdigest(), len(words))
    return RecordResult(record, Span(0, 1), "done", title, "2024-01-02", (draft,))


def place(shelf: Shelf, made: RecordResult) -> tuple[tuple[Output, ...], bool]:
    """The files of one record, put in their place, and whether anything changed."""
    parcel = shelf.name(Source("page.txt", "page.txt", "page.txt"), made)
    (placed,) = shelf.place([parcel])
    if placed.error is not None:
        raise placed.error
    return parcel.outputs, placed.changed


def put(folder: Path, words: bytes, *, force: bool = False, **given: str) -> bool:
    with Shelf(str(folder), force=force, dry_run=False) as shelf:
        outputs, changed = place(shelf, result(shelf, words, **given))
        assert (folder / outputs[0].path).read_bytes() == words
        return changed


NAME = "2024-01-02 标题.docx"


def test_a_file_is_placed_and_remembered(tmp_path: Path) -> None:
    assert put(tmp_path, b"one")
    assert [p.name for p in tmp_path.iterdir() if p.name != STATE] == [NAME]
    assert sorted(p.name for p in (tmp_path / STATE).iterdir()) == ["journal.jsonl", "lock"]


def test_the_same_bytes_again_change_nothing(tmp_path: Path) -> None:
    put(tmp_path, b"one")
    before = (tmp_path / NAME).stat().st_mtime_ns
    assert not put(tmp_path, b"one")
    assert (tmp_path / NAME).stat().st_mtime_ns == before


def test_our_own_file_is_replaced(tmp_path: Path) -> None:
    put(tmp_path, b"one")
    assert put(tmp_path, b"two")


def test_a_stranger_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"theirs")
    with pytest.raises(WriteError, match="not-ours"):
        put(tmp_path, b"one")
    assert (tmp_path / NAME).read_bytes() == b"theirs"
    assert put(tmp_path, b"one", force=True)


def test_a_file_that_an_editor_changed_is_not_overwritten(tmp_path: Path) -> None:
    put(tmp_path, b"one")
    (tmp_path / NAME).write_bytes(b"one, mended by hand")
    with pytest.raises(WriteError, match="not-ours"):
        put(tmp_path, b"two")


def test_a_link_out_of_the_folder_is_not_written_through(tmp_path: Path) -> None:
    outside, out = tmp_path / "outside", tmp_path / "out"
    outside.write_bytes(b"theirs")
    out.mkdir()
    (out / NAME).symlink_to(outside)
    with pytest.raises(WriteError, match="not-ours"):
        put(out, b"one")
    assert put(out, b"one", force=True)
    assert not (out / NAME).is_symlink()
    for name in ("lock", "journal.jsonl"):
        (out / STATE / name).unlink(missing_ok=True)
        (out / STATE / name).symlink_to(outside)
        with pytest.raises(WriteError, match="linked"):
            put(out, b"two")
        (out / STATE / name).unlink()
    assert outside.read_bytes() == b"theirs"


def test_names_stay_with_their_records_between_runs(tmp_path: Path) -> None:
    put(tmp_path, b"one", record="r1")
    put(tmp_path, b"two", record="r2")
    assert not put(tmp_path, b"one", record="r1")
    assert not put(tmp_path, b"two", record="r2")
    assert len(list(tmp_path.glob("*.docx"))) == 2


def test_two_runs_at_once_in_one_folder_are_refused(tmp_path: Path) -> None:
    with (
        Shelf(str(tmp_path), force=False, dry_run=False),
        pytest.raises(UsageError, match="locked"),
        Shelf(str(tmp_path), force=False, dry_run=False),
    ):
        pass
    assert put(tmp_path, b"one")


def test_the_scratch_of_a_killed_run_is_removed(tmp_path: Path) -> None:
    left = tmp_path / STATE / "run-killed"
    left.mkdir(parents=True)
    (left / "half.pdf").write_bytes(b"%PDF")
    put(tmp_path, b"one")
    assert not left.exists()


def test_a_dry_run_leaves_no_trace(tmp_path: Path) -> None:
    target = tmp_path / "new"
    with Shelf(str(target), force=False, dry_run=True) as shelf:
        outputs, changed = place(shelf, result(shelf, b"one"))
    assert changed
    assert outputs[0].path == NAME
    assert not target.exists()


KEY = ("sha", "key")


def finish(folder: Path, *, key: tuple[str, str] = KEY) -> None:
    """A whole page: its one record placed, then remembered."""
    with Shelf(str(folder), force=False, dry_run=False) as shelf:
        made = result(shelf, key[1].encode())
        outputs, _ = place(shelf, made)
        line = ReportLine(
            "page.txt", key[0], "r1", made.span, "done", "标题", None, outputs, (), None, None, 1.5
        )
        shelf.remember(Page("page.txt", *key, (line,), (Keepsake(),)))


def known(folder: Path, sha256: str, key: str) -> str | None:
    with Shelf(str(folder), force=False, dry_run=True) as shelf:
        page = shelf.finished("page.txt", sha256, key)
        return page.lines[0].status if page else None


def test_a_finished_page_is_known_until_its_bytes_its_key_or_its_files_change(
    tmp_path: Path,
) -> None:
    finish(tmp_path)
    assert known(tmp_path, *KEY) == "unchanged"
    assert known(tmp_path, "other", "key") is None
    assert known(tmp_path, "sha", "other") is None
    (tmp_path / NAME).unlink()
    assert known(tmp_path, *KEY) is None


def test_a_file_written_over_by_another_style_is_made_again(tmp_path: Path) -> None:
    finish(tmp_path)
    finish(tmp_path, key=("sha", "another style"))
    assert known(tmp_path, *KEY) is None
    assert known(tmp_path, "sha", "another style") == "unchanged"


def test_the_journal_of_a_killed_run_is_good_up_to_its_torn_line(tmp_path: Path) -> None:
    finish(tmp_path)
    journal = tmp_path / STATE / "journal.jsonl"
    whole = journal.read_bytes()
    journal.write_bytes(whole + whole[: len(whole) // 3])
    assert known(tmp_path, *KEY) == "unchanged"
    finish(tmp_path)
    assert journal.read_bytes() == whole


def test_a_target_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(WriteError, match="cannot-write"):
        put(tmp_path / "out", b"one")
