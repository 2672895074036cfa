"""What SOURCE means: files, folders, globs, zips."""

from __future__ import annotations

import os
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.batch.ordering import in_order
from exporter.batch.page import INNER
from exporter.batch.sources import find_sources, read_bytes
from exporter.errors import SourceError, UsageError


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    (tmp_path / "b.txt").write_text("b")
    (tmp_path / "a.html").write_text("a")
    (tmp_path / "note.docx").write_bytes(b"not a page")
    (tmp_path / ".hidden.txt").write_text("no")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "c.txt").write_text("c")
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as packed:
        packed.writestr("in/d.txt", "d")
        packed.writestr("in/e.png", "e")
    return tmp_path


def names(folder: Path, *given: str) -> list[str]:
    found = find_sources(given or [str(folder)])
    return [source.name.removeprefix(f"{folder.as_posix()}/") for source in found]


def test_a_folder_is_walked_in_order_of_names(archive: Path) -> None:
    assert names(archive) == ["a.html", "b.txt", "sub/c.txt", f"z.zip{INNER}in/d.txt"]


def test_a_glob_and_a_file_name_a_page_once(archive: Path) -> None:
    assert names(archive, str(archive / "b.txt"), str(archive / "*.txt")) == ["b.txt"]


def test_any_file_named_itself_is_taken(archive: Path) -> None:
    assert names(archive, str(archive / "note.docx")) == ["note.docx"]


def test_members_are_read_in_place(archive: Path) -> None:
    assert [read_bytes(s) for s in find_sources([str(archive / "z.zip")])] == [b"d"]


def test_a_member_is_named_as_reports_name_it(archive: Path) -> None:
    (named,) = find_sources([f"{archive / 'z.zip'}{INNER}in/d.txt"])
    (listed,) = find_sources([str(archive / "z.zip")])
    assert named == listed
    assert read_bytes(named) == b"d"


def test_a_page_of_a_broken_archive_is_told_with_the_fault_of_that(archive: Path) -> None:
    (archive / "z.zip").write_bytes(b"PK")
    (found,) = find_sources([f"{archive / 'z.zip'}{INNER}in/d.txt"])
    assert found.fault is not None
    assert found.fault.code == "batch.bad-zip"


def test_a_file_whose_name_looks_like_a_member_is_itself(archive: Path) -> None:
    (archive / "z.zip!").mkdir()
    (archive / "z.zip!" / "f.txt").write_text("f")
    (found,) = find_sources([str(archive / "z.zip!" / "f.txt")])
    assert read_bytes(found) == b"f"


@pytest.mark.parametrize("missing", ["nowhere", "no*where", f"z.zip{INNER}f.txt", f"b.txt{INNER}c"])
def test_a_path_that_is_not_there_is_refused_before_anything_is_done(
    archive: Path, missing: str
) -> None:
    with pytest.raises(UsageError):
        find_sources([str(archive), str(archive / missing)])


def test_documents_bear_names_relative_to_what_was_given(archive: Path) -> None:
    labels = [source.label for source in find_sources([str(archive)])]
    assert labels == ["a.html", "b.txt", "sub/c.txt", f"z.zip{INNER}in/d.txt"]
    (source,) = find_sources([str(archive / "sub" / "c.txt")])
    assert source.label == "c.txt"


def test_a_broken_zip_is_a_page_with_a_fault(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK no zip")
    (tmp_path / "b.txt").write_text("b")
    faulty, good = find_sources([str(tmp_path)])
    with pytest.raises(SourceError, match=r"a\.zip"):
        read_bytes(faulty)
    assert read_bytes(good) == b"b"


def test_a_bomb_is_refused_unread(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("zeros.txt", "0" * 20_000_000)
    (source,) = find_sources([str(tmp_path)])
    with pytest.raises(SourceError, match="too-large"):
        read_bytes(source)


def test_a_link_to_a_folder_is_not_followed(archive: Path) -> None:
    (archive / "loop").symlink_to(archive, target_is_directory=True)
    assert len(names(archive)) == 4


def test_a_link_in_a_circle_is_a_page_that_cannot_be_read(archive: Path) -> None:
    (archive / "c.txt").symlink_to("c.txt")
    (archive / "d.txt").symlink_to("nowhere")
    os.mkfifo(archive / "e.txt")
    assert names(archive) == ["a.html", "b.txt", "c.txt", "sub/c.txt", f"z.zip{INNER}in/d.txt"]
    circle = list(find_sources([str(archive)]))[2]
    with pytest.raises(SourceError, match="symbolic links"):
        read_bytes(circle)


def test_a_link_out_of_the_folder_is_followed_only_when_it_is_named(archive: Path) -> None:
    (archive / "sub" / "inside.txt").symlink_to(archive / "b.txt")
    (archive / "sub" / "outside.txt").symlink_to(archive.parent / "secret.txt")
    (archive.parent / "secret.txt").write_text("secret")
    found = {Path(source.file).name: source for source in find_sources([str(archive)])}
    assert read_bytes(found["inside.txt"]) == b"b"
    with pytest.raises(SourceError, match="leads-out"):
        read_bytes(found["outside.txt"])
    matched = {Path(s.file).name: s for s in find_sources([str(archive / "**" / "*side.txt")])}
    assert read_bytes(matched["inside.txt"]) == b"b"
    with pytest.raises(SourceError, match="leads-out"):
        read_bytes(matched["outside.txt"])
    (named,) = find_sources([str(archive / "sub" / "outside.txt")])
    assert read_bytes(named) == b"secret"


def test_a_folder_without_permission_is_a_page_with_a_fault(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scandir = os.scandir

    def closed(folder: Path) -> Iterator[os.DirEntry[str]]:
        if Path(folder).name == "sub":
            raise PermissionError(13, "Permission denied", str(folder))
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", closed)
    sources = list(find_sources([str(archive)]))
    assert [Path(source.file).name for source in sources] == ["a.html", "b.txt", "sub", "z.zip"]
    with pytest.raises(SourceError, match="Permission denied"):
        read_bytes(sources[2])


def test_files_of_other_types_are_counted_but_not_those_of_an_output_folder(
    tmp_path: Path,
) -> None:
    (tmp_path / "out" / ".exporter").mkdir(parents=True)
    (tmp_path / "sub").mkdir()
    named = ("a.PNG", "sub/b.png", "page", "v1.2 of the page", ".hidden.css", "out/a.docx")
    for name in (*named, "a.jsp", "b.aspx", "c.jhtml", "sub/d.txt"):
        (tmp_path / name).touch()
    passed: Counter[str] = Counter()
    found = [source.label for source in find_sources([str(tmp_path)], passed)]
    assert found == ["a.jsp", "b.aspx", "c.jhtml", "sub/d.txt"]
    assert passed == {".png": 2, "": 2}


@given(st.lists(st.text(st.characters(exclude_characters="\0", codec="utf-8"))), st.integers(1, 4))
def test_names_are_in_order_whatever_waits_on_the_disk(given_names: list[str], held: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("exporter.batch.ordering.BATCH", held)
        assert list(in_order(iter(given_names))) == sorted(given_names)
    undecodable = os.fsdecode(b"\xff.txt")
    assert list(in_order([undecodable, "a"])) == ["a", undecodable]


@pytest.mark.parametrize("size", [1, 3, 7, 8])
def test_a_large_folder_is_listed_in_parts_in_the_same_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    for number in range(7):
        (tmp_path / f"{number}.txt").touch()
    (tmp_path / "3b").mkdir()
    (tmp_path / "3b" / "x.txt").touch()
    whole = names(tmp_path)
    monkeypatch.setattr("exporter.batch.ordering.BATCH", size)
    assert names(tmp_path) == whole == sorted(whole)
    assert len(whole) == 8
    looks: list[object] = []
    scandir = os.scandir

    def counted(path: Path) -> object:
        looks.append(path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", counted)
    assert names(tmp_path) == whole
    assert looks == [tmp_path, tmp_path / "3b"]  # each folder is gone through once
