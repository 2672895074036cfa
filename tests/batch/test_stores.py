"""The same pages in, the same files out, whatever the place: a disk, memory, S3."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tarfile
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import fsspec
import msgspec
import pytest

from exporter.batch import lease, store_remote
from exporter.batch.alarm import Here
from exporter.batch.catalogue import Catalogue
from exporter.batch.crew import Crew, Limits
from exporter.batch.model import Job, ReportLine
from exporter.batch.remote import Remote
from exporter.batch.run import convert
from exporter.batch.shelf import Shelf
from exporter.batch.sources import find_sources, read_bytes
from exporter.errors import SourceError, UsageError, WriteError
from exporter.messages import render
from exporter.styling.load import load
from tests.batch.conftest import SECRET, Place
from tests.conftest import Command

WORDS = """云州市第{0}场新闻发布会

主持人 王明：各位记者朋友，大家好！今天发布第{0}项工作，投入资金{0}3.5万元。

2024-01-0{0}
"""
PAGES = {f"a/0{number}.txt": WORDS.format(number).encode() for number in range(1, 5)}
PAGES["a/05.txt"] = WORDS.format(4).replace("万元", "亿元").encode()
"""The last has the title and date of the one before: its name bears a mark."""
WRITES = 13
"""Of a run of five pages, placed two at a time: mark, plans, files, what is done, journal, removals
come to more; it is killed at each of so many of the first.
"""


def run(given: Sequence[str], out: str, *, style: str = "plain") -> list[ReportLine]:
    job = Job(target=out, scratch="", formats=("json",), style=style)
    with Shelf(out, force=False, dry_run=False) as shelf:
        return list(convert(find_sources(given), job, shelf, Crew(Here(0), Limits(1, 0, 0)), "en"))


def statuses(lines: Sequence[ReportLine]) -> list[str]:
    return [line.status for line in lines]


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What the six pages become on a disk, without the state."""
    folder = tmp_path_factory.mktemp("local")
    for name, data in PAGES.items():
        (folder / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "in" / name).write_bytes(data)
    run([str(folder / "in")], str(folder / "out"))
    return {path.name: path.read_bytes() for path in (folder / "out").glob("*.json")}


def made(place: Place) -> dict[str, bytes]:
    return {name: data for name, data in place.tree("out").items() if "/" not in name}


def test_the_files_are_those_of_a_disk_and_a_second_run_makes_none(
    place: Place, local: dict[str, bytes]
) -> None:
    place.write({f"in/{name}": data for name, data in PAGES.items()})
    first = run([f"{place.url}/in"], f"{place.url}/out")
    assert statuses(first) == ["done"] * len(PAGES)
    assert made(place) == local
    before = place.tree()
    again = run([f"{place.url}/in"], f"{place.url}/out")
    assert statuses(again) == ["unchanged"] * len(PAGES)
    assert place.tree() == before
    state = {name for name in before if name.startswith("out/.exporter/")}
    assert state == {"out/.exporter/journal.jsonl"}


def test_only_what_changed_or_is_missing_is_made_again(place: Place) -> None:
    place.write(PAGES)
    out = f"{place.url}/out"
    name = run([f"{place.url}/a"], out)[0].outputs[0].path
    place.fs.rm_file(f"{place.root}/out/{name}")
    place.write({"a/03.txt": PAGES["a/03.txt"].replace("资金".encode(), "经费".encode())})
    lines = run([f"{place.url}/a"], out)
    assert statuses(lines).count("unchanged") == len(PAGES) - 2
    assert len(made(place)) == len(PAGES)


def test_a_file_that_is_not_ours_is_not_overwritten(place: Place) -> None:
    place.write(PAGES)
    (name, *_) = (
        o.path for line in run([f"{place.url}/a"], f"{place.url}/x") for o in line.outputs
    )
    place.write({f"out/{name}": b"theirs"})
    lines = run([f"{place.url}/a"], f"{place.url}/out")
    assert statuses(lines).count("failed") == 1
    assert [line.error_code for line in lines if line.error_code] == ["batch.not-ours"]
    assert made(place)[name] == b"theirs"


def test_what_is_found_and_in_which_order(place: Place) -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("in.txt", b"zipped")
        packed.writestr("picture.png", b"no page")
    tar = io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w:gz") as whole:
        info = tarfile.TarInfo("t.html")
        info.size = 6
        whole.addfile(info, io.BytesIO(b"tarred"))
    files = {
        "a/b.txt": b"1",
        "a.txt": b"2",
        "a b#%.html": b"3",
        "z.zip": archive.getvalue(),
        "y.tar.gz": tar.getvalue(),
        ".hidden/c.txt": b"no",
        "note.md": b"no",
        "昭通/一.txt": b"4",
    }
    place.write({f"in/{name}": data for name, data in files.items()})
    passed: Counter[str] = Counter()
    found = list(find_sources([f"{place.url}/in"], passed))
    assert passed == {".md": 1}
    labels = ["a b#%.html", "a.txt", "a/b.txt", "y.tar.gz!/t.html", "z.zip!/in.txt", "昭通/一.txt"]
    assert [source.label for source in found] == labels
    contents = [read_bytes(source) for source in found]
    assert contents == [b"3", b"2", b"1", b"tarred", b"zipped", b"4"]
    base = f"{place.url}/in".removeprefix("file://")
    assert [source.name for source in found] == [f"{base}/{label}" for label in labels]
    assert [s.label for s in find_sources([f"{place.url}/in/*.txt"])] == ["a.txt"]
    both = find_sources([f"{place.url}/in/a.txt", f"{place.url}/in"])
    assert [source.label for source in both].count("a.txt") == 1


def packed(kind: str, files: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    if kind == "zip":
        with zipfile.ZipFile(held, "w") as archive:
            for name, data in files.items():
                archive.writestr(name, data)
        return held.getvalue()
    with tarfile.open(fileobj=held, mode="w:gz" if kind == "tar.gz" else "w") as tar:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    return held.getvalue()


@pytest.mark.parametrize("kind", ["zip", "tar", "tar.gz"])
def test_an_archive_is_read_by_its_url(place: Place, kind: str, tmp_path: Path) -> None:
    place.write({f"a.{kind}": packed(kind, PAGES)})
    made = run([f"{place.url}/a.{kind}"], str(tmp_path / "out"))
    assert [line.source.partition("!/")[2] for line in made] == list(PAGES)
    assert statuses(made) == ["done"] * len(PAGES)
    scheme = kind.partition(".")[0]
    inner = list(find_sources([f"{scheme}://::{place.url}/a.{kind}"]))
    assert [source.name.partition("::")[0] for source in inner] == [
        f"{scheme}://{name}" for name in PAGES
    ]
    assert [read_bytes(source) for source in inner] == list(PAGES.values())
    with pytest.raises(UsageError, match="read-only-store"):
        run([str(tmp_path)], f"{scheme}://out::{place.url}/a.{kind}")


@pytest.mark.parametrize("place", ["memory", "s3", "gs"], indirect=True)
def test_killed_anywhere_and_resumed_is_the_same_and_no_page_is_made_twice(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.write(PAGES)
    monkeypatch.setattr(store_remote.RemoteStore, "window", 2)
    run([f"{place.url}/a"], f"{place.url}/whole")
    monkeypatch.setattr(lease, "_is_dead", lambda process: True)
    partly = 0
    for writes in range(0, WRITES, 1 if place.url.startswith("memory") else 4):
        with monkeypatch.context() as patch:
            kill_after(writes, patch)
            with pytest.raises(KeyboardInterrupt):
                run([f"{place.url}/a"], f"{place.url}/out")
        there = len(made(place))
        partly += 0 < there < len(PAGES)
        lines = run([f"{place.url}/a"], f"{place.url}/out")
        assert place.tree("out") == place.tree("whole")
        assert statuses(lines).count("unchanged") == there
        place.fs.rm(f"{place.root}/out", recursive=True)
    assert partly > 1


def kill_after(writes: int, patch: pytest.MonkeyPatch) -> None:
    """From now on only so many writes reach a place; then the process can do nothing more."""
    left = [writes]
    for name in ("put", "remove"):
        patch.setattr(Remote, name, _until_killed(getattr(Remote, name), left))
    patch.setattr(lease.Lease, "_go_on_renewing", lambda self: None)


def _until_killed(act: Callable[..., None], left: list[int]) -> Callable[..., None]:
    def act_or_die(self: Remote, path: str, *data: bytes) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        act(self, path, *data)

    return act_or_die


def test_a_password_in_a_url_is_in_no_file_report_or_message(tmp_path: Path) -> None:
    secret = "memory://ann:hunter2-pass@host"
    fs = fsspec.filesystem("memory")
    fs.pipe({f"/ann:hunter2-pass@host/in/{name}": data for name, data in PAGES.items()})
    fs.pipe_file("/ann:hunter2-pass@host/in/a/bad.zip", b"no archive")
    job = Job(f"{secret}/out", "", ("docx",), "plain", catalogue=True)
    with Shelf(job.target, force=False, dry_run=False) as shelf:
        catalogue = Catalogue(shelf, load("plain"))
        crew = Crew(Here(0), Limits(1, 0, 0))
        sources = find_sources([f"{secret}/in"])
        lines = list(convert(sources, job, shelf, crew, "en", gatherer=catalogue))
        catalogue.finish()
    assert statuses(lines) == ["done"] * len(PAGES) + ["failed"]
    out = "/ann:hunter2-pass@host/out"
    held = b"".join(fs.cat_file(path) for path in fs.find(out) if not path.endswith("x"))
    told = msgspec.json.encode(lines) + held + repr(lines).encode() + shelf.target.encode()
    assert b"memory://***@host/in/a/01.txt" in told
    assert b"hunter2" not in told
    for path in fs.glob(f"{out}/*.*x"):
        with zipfile.ZipFile(io.BytesIO(fs.cat_file(path))) as packed:
            assert not any(b"hunter2" in packed.read(name) for name in packed.namelist())
    with pytest.raises(UsageError, match="no-such-path") as caught:
        find_sources([f"{secret}/nothing"])
    assert "hunter2" not in str(caught.value)


def test_paths_of_our_own_disk_load_no_library_for_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(PAGES["a/01.txt"])
    words = f"""
import sys
from exporter.cli import main
sys.argv = ["exporter", "convert", {str(tmp_path / "a.txt")!r}, "-o", "file://{tmp_path}/out",
            "--to", "json", "--catalogue"]
try:
    main()
except SystemExit as stop:
    assert not stop.code, stop.code
wanted = [name for name in ("fsspec", "s3fs", "pyarrow", "distributed") if name in sys.modules]
assert not wanted, wanted
sys.modules["fsspec"] = sys.modules["fsspec.core"] = None
sys.argv = ["exporter", "convert", "s3://bucket/a", "-o", "out"]
main()
"""
    done = subprocess.run(
        [sys.executable, "-c", words],
        capture_output=True,
        text=True,
        env={**os.environ, "LANG": "C"},
    )
    assert done.returncode == 2, done.stderr
    assert done.stderr.endswith("s3:// needs fsspec: pip install 'exporter[stores]'\n")


def test_the_real_command_reads_and_writes_s3_and_tells_no_secret(
    s3: Place, exporter: Command, local: dict[str, bytes], tmp_path: Path
) -> None:
    s3.write({f"in/{name}": data for name, data in PAGES.items()})
    report = tmp_path / "report.jsonl"
    flags = ("--to", "json", "--report", report, "--json")
    done = exporter("convert", f"{s3.url}/in", "-o", f"{s3.url}/out", *flags)
    assert done.returncode == 0, done.stderr
    assert made(s3) == local
    told = done.stdout + done.stderr + report.read_text("utf-8")
    told += "".join(data.decode() for data in s3.tree("out").values())
    assert SECRET not in told
    assert f"{s3.url}/out" in done.stderr


@pytest.mark.usefixtures("s3", "gs")
@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("s3://no-such-bucket-at-all/x", "no-such-path"),
        ("gs://no-such-bucket-at-all/x", "no-such-path"),
        ("nowhere://host/x", "unknown-scheme"),
        ("sftp://ann:hunter2-pass@127.0.0.1/x", "needs-driver"),
        ("memory://nothing-here/x", "no-such-path"),
        ("memory://nothing-here/*.txt", "glob-empty"),
    ],
)
def test_what_is_wrong_with_a_source_is_named(url: str, code: str) -> None:
    with pytest.raises(UsageError, match=code) as caught:
        list(find_sources([url]))
    sentence = render(caught.value, "en")
    assert url.split("//")[0] in sentence
    assert "hunter2" not in sentence + str(caught.value) + repr(caught.value.params)


IMPATIENT = """
import asyncio, types
import gcsfs.retry
from exporter.cli import main

async def at_once(seconds):
    pass

gcsfs.retry.asyncio = types.SimpleNamespace(**{**vars(asyncio), "sleep": at_once})
main()
"""
"""The command, but that gcsfs doesn't wait half a minute between its six tries."""


@pytest.mark.parametrize(
    ("url", "variable"), [("s3://a/b", "AWS_ENDPOINT_URL"), ("gs://a/b", "STORAGE_EMULATOR_HOST")]
)
def test_a_store_that_does_not_answer_is_one_line(
    exporter: Command, tmp_path: Path, url: str, variable: str
) -> None:
    """The drivers log what they raise, with tracebacks: none of it is for people."""
    keys = {"AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": SECRET, "AWS_MAX_ATTEMPTS": "1"}
    nobody = {variable: "http://127.0.0.1:9", "GCSFS_EXPERIMENTAL_ZB_HNS_SUPPORT": "false", **keys}
    words = [sys.executable, "-c", IMPATIENT, "convert", url, "-o", str(tmp_path / "out")]
    done = subprocess.run(words, capture_output=True, text=True, env={**os.environ, **nobody})
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert url in line
    assert "127.0.0.1:9" in line


@pytest.mark.parametrize("place", ["s3", "gs"], indirect=True)
def test_a_bucket_that_is_not_there_or_refuses_is_named(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = f"{place.url[:5]}no-such-bucket-at-all/x"
    with pytest.raises(WriteError, match="store-missing") as missing:
        Shelf(nowhere, force=False, dry_run=False).__enter__()
    assert missing.value.params["path"] == nowhere

    def denied(self: object, path: str, data: bytes, **_: object) -> None:
        raise PermissionError(f"AccessDenied for {SECRET}")

    monkeypatch.setenv("STORE_SECRET", SECRET)
    monkeypatch.setattr(type(place.fs), "pipe_file", denied)
    with pytest.raises(WriteError, match="store-denied") as caught:
        Shelf(f"{place.url}/out", force=False, dry_run=False).__enter__()
    assert SECRET not in str(caught.value)
    assert "***" in render(caught.value, "en")


def test_one_page_that_can_not_be_fetched_does_not_stop_the_rest(
    s3: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    s3.write(PAGES)
    cat = type(s3.fs).cat_file

    def fail_once(self: object, path: str, *given: object, **named: object) -> bytes:
        if path.endswith("02.txt"):
            raise OSError("connection reset")
        data: bytes = cat(self, path, *given, **named)
        return data

    monkeypatch.setattr(type(s3.fs), "cat_file", fail_once)
    lines = run([f"{s3.url}/a"], f"{s3.url}/out")
    assert statuses(lines).count("failed") == 1
    assert "connection reset" in str([line.error for line in lines if line.error])
    assert statuses(run([f"{s3.url}/a"], f"{s3.url}/out")).count("failed") == 1


@pytest.mark.parametrize("place", ["s3", "gs"], indirect=True)
def test_a_large_listing_comes_in_pieces_in_order(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"{number:03}.txt" for number in range(25)]
    place.write({f"in/{name}": b"x" for name in names})
    monkeypatch.setattr("exporter.batch.remote_listing.PAGE", 10)
    assert [source.label for source in find_sources([f"{place.url}/in"])] == names
    (source,) = find_sources([f"{place.url}/in/{names[0]}"])
    place.fs.rm_file(f"{place.root}/in/{names[0]}")
    with pytest.raises(SourceError, match="store-missing"):
        read_bytes(source)
