"""Archives read in place: order, sameness, bombs, broken ones, names that point elsewhere."""

from __future__ import annotations

import gzip
import io
import lzma
import os
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from exporter.batch import archives, unpacking
from exporter.batch.archives import open_archive
from exporter.batch.page import INNER
from exporter.batch.sources import find_sources, read_bytes
from exporter.errors import SourceError
from tests.conftest import Command

PAGES = {"b/二.txt": b"two", "a.html": b"one", "b/10.txt": b"ten"}
KINDS = {".tar": "w", ".tar.gz": "w:gz", ".tgz": "w:gz", ".tar.xz": "w:xz"}


def member(name: str, data: bytes = b"", **facts: object) -> tuple[tarfile.TarInfo, bytes]:
    info = tarfile.TarInfo(name)
    info.size = len(data)
    for fact, value in facts.items():
        setattr(info, fact, value)
    return info, data


def tar(path: Path, *members: tuple[tarfile.TarInfo, bytes]) -> Path:
    kind = next(mode for suffix, mode in reversed(KINDS.items()) if path.name.endswith(suffix))
    with tarfile.open(path, kind) as packed:  # type: ignore[call-overload]
        for info, data in members:
            packed.addfile(info, io.BytesIO(data))
    return path


def read_all(path: Path) -> list[tuple[str, bytes]]:
    return [(s.name.partition(INNER)[2], read_bytes(s)) for s in find_sources([str(path)])]


@pytest.mark.parametrize("suffix", KINDS)
def test_a_tar_is_listed_and_read_as_a_zip_is(tmp_path: Path, suffix: str) -> None:
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as packed:
        for name, data in PAGES.items():
            packed.writestr(name, data)
    path = tar(tmp_path / f"t{suffix}", *(member(name, data) for name, data in PAGES.items()))
    assert read_all(path) == read_all(tmp_path / "z.zip") == sorted(PAGES.items())
    (folder,) = {source.label.partition(INNER)[0] for source in find_sources([str(path)])}
    assert folder == path.name


def test_links_devices_and_other_files_are_no_pages(tmp_path: Path) -> None:
    path = tar(
        tmp_path / "t.tar",
        member("good.txt", b"good"),
        member("link.txt", type=tarfile.SYMTYPE, linkname="/etc/passwd"),
        member("hard.txt", type=tarfile.LNKTYPE, linkname="../../etc/passwd"),
        member("device.txt", type=tarfile.CHRTYPE, devmajor=1, devminor=9),
        member("pipe.txt", type=tarfile.FIFOTYPE),
        member("folder.txt", type=tarfile.DIRTYPE),
        member("picture.png", b"png"),
    )
    assert read_all(path) == [("good.txt", b"good")]


def test_of_two_members_with_one_name_the_later_counts(tmp_path: Path) -> None:
    path = tar(tmp_path / "t.tgz", member("a.txt", b"old"), member("a.txt", b"new"))
    assert read_all(path) == [("a.txt", b"new")]


def test_a_member_that_names_a_place_outside_writes_nothing_there(
    exporter: Command, seeds: Path, tmp_path: Path
) -> None:
    page = (seeds / "004_589898bb6b70e58a.txt").read_bytes()
    names = ("../../out.txt", "/etc/exporter.txt", "a\nb.txt", f"{'长' * 90}.txt")
    path = tar(tmp_path / "in.tar.gz", *(member(name, page) for name in names))
    done = exporter("convert", path, "-o", tmp_path / "o" / "out", "--to", "json", "-j", "1")
    assert done.returncode == 0, done.stderr
    made = sorted(p.relative_to(tmp_path).parts[0] for p in tmp_path.rglob("*.json"))
    assert set(made) == {"o"}
    assert sorted(os.listdir(tmp_path)) == ["in.tar.gz", "o"]


@pytest.mark.parametrize("pack", [gzip.compress, lzma.compress])
def test_a_packed_bomb_is_stopped_and_what_came_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pack: Callable[[bytes], bytes]
) -> None:
    monkeypatch.setattr(unpacking, "FLOOR", 1024 * 1024)
    plain = tar(tmp_path / "t.tar", member("a.txt", b"first"), member("b.txt", bytes(40_000_000)))
    path = tmp_path / ("bomb.tgz" if pack is gzip.compress else "bomb.tar.xz")
    path.write_bytes(pack(plain.read_bytes()))
    sources = list(find_sources([str(path)]))
    assert read_bytes(sources[0]) == b"first"
    for source in sources[1:]:
        with pytest.raises(SourceError):
            read_bytes(source)
    assert sources[-1].fault is not None
    assert sources[-1].fault.code == "batch.too-large"


def test_a_member_larger_than_a_page_may_be_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "MAX_BYTES", 10)
    path = tar(tmp_path / "t.tar", member("a.txt", b"0" * 11))
    with pytest.raises(SourceError, match="too-large"):
        read_all(path)


@pytest.mark.parametrize("suffix", KINDS)
@pytest.mark.parametrize("cut", [0, 100, 700, 3000])
def test_a_torn_tar_gives_what_is_whole_and_one_fault(
    tmp_path: Path, suffix: str, cut: int
) -> None:
    noise = [member(f"{n}.txt", os.urandom(600)) for n in range(8)]
    path = tar(tmp_path / f"t{suffix}", *noise)
    path.write_bytes(path.read_bytes()[:cut])
    whole = {info.name: data for info, data in noise}
    read, faults = 0, 0
    for source in find_sources([str(path)]):
        try:
            assert read_bytes(source) == whole[source.member or ""]
            read += 1
        except SourceError:
            faults += 1
    assert faults >= 1
    assert read >= 1 or cut < 3000 or suffix == ".tar.xz"


def test_an_xz_that_asks_for_gigabytes_of_memory_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tar(tmp_path / "t.tar.xz", member("a.txt", b"a"))
    monkeypatch.setattr(unpacking, "XZ_MEMORY", 1024)
    (source,) = find_sources([str(path)])
    with pytest.raises(SourceError, match="bad-tar"):
        read_bytes(source)


def test_an_archive_stays_open_until_its_file_changes(tmp_path: Path) -> None:
    path = tar(tmp_path / "t.tgz", member("a.txt", b"a"))
    first = open_archive(str(path))
    assert open_archive(str(path)) is first
    tar(path, member("a.txt", b"a"), member("b.txt", os.urandom(2000)))
    assert open_archive(str(path)).names == ("a.txt", "b.txt")


def test_a_pipe_named_as_an_archive_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.tar")
    (source,) = find_sources([str(tmp_path / "pipe.tar")])
    with pytest.raises(SourceError, match="not-a-file"):
        read_bytes(source)


def test_a_name_that_is_no_utf8_is_shown_and_read(tmp_path: Path) -> None:
    path = tar(tmp_path / "t.tar", member(os.fsdecode(b"\xd0\xc2\xce\xc5.txt"), b"gbk"))
    (tmp_path / os.fsdecode(b"\xff.txt")).write_bytes(b"file")
    found = [(s.label, read_bytes(s)) for s in find_sources([str(tmp_path)])]
    assert found == [("t.tar!/\\xd0\\xc2\\xce\\xc5.txt", b"gbk"), ("\\xff.txt", b"file")]
    assert path.exists()


def test_a_zip_of_a_version_to_come_is_a_page_with_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("a.txt", "a")
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 6] = 200  # "version needed to extract" (APPNOTE 4.3.12)
    path.write_bytes(data)
    (source,) = find_sources([str(tmp_path)])
    with pytest.raises(SourceError, match="bad-zip"):
        read_bytes(source)
