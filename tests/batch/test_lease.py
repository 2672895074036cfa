"""One run at a time has a place, whenever and wherever another starts."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from exporter.batch import lease
from exporter.batch.lease import LEASE, Lease
from exporter.batch.remote import Remote, opened
from exporter.batch.shelf import Shelf
from exporter.errors import UsageError, WriteError
from tests.batch.conftest import Place
from tests.bench import synthetic

FOLDER = "out/.exporter/flags"
FAR = {"host": "far-away", "machine": "another", "process": 1}
"""A flag of another machine, whose processes we can't look at."""


@pytest.fixture
def store(place: Place) -> Remote:
    return opened(place.url)


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lease, "PAUSE", 0.0)


def flags(place: Place) -> list[str]:
    return [name for name in place.tree() if name.startswith(FOLDER)]


def raised(place: Place, *, held: bool, name: str = "theirs") -> None:
    place.write({f"{FOLDER}/{name}.json": json.dumps({**FAR, "held": held}).encode()})


def asking(place: Place, store: Remote) -> Lease:
    return Lease(store, f"{place.root}/{FOLDER}")


remote = pytest.mark.parametrize("place", ["memory", "s3", "gs"], indirect=True)


@remote
def test_a_second_run_is_refused_until_the_first_is_over(place: Place) -> None:
    out = f"{place.url}/out"
    with Shelf(out, force=False, dry_run=False), pytest.raises(UsageError, match="store-taken"):
        Shelf(out, force=False, dry_run=False).__enter__()
    with Shelf(out, force=False, dry_run=False):
        assert len(flags(place)) == 1
    assert not flags(place)


@remote
@pytest.mark.parametrize("held", [True, False])
def test_a_flag_of_another_machine_keeps_away_while_it_is_good(
    place: Place, store: Remote, held: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    raised(place, held=held)
    with pytest.raises(UsageError, match="store-taken") as caught:
        asking(place, store).take()
    assert caught.value.params["host"] == "far-away"
    assert 0 < int(str(caught.value.params["seconds"])) <= LEASE
    assert flags(place) == [f"{FOLDER}/theirs.json"]
    monkeypatch.setattr(lease, "LEASE", -1.0)  # the store's clock says that it is over
    mine = asking(place, store)
    mine.take()
    (left,) = flags(place)
    assert left != f"{FOLDER}/theirs.json"
    mine.release()
    assert not flags(place)


@pytest.mark.parametrize("place", ["memory"], indirect=True)
def test_a_flag_of_a_dead_process_of_this_machine_is_passed_over(
    place: Place, store: Remote
) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    words = {"host": "here", "machine": lease._machine(), "process": dead.pid, "held": True}
    place.write({f"{FOLDER}/dead.json": json.dumps(words).encode()})
    mine = asking(place, store)
    mine.take()
    assert f"{FOLDER}/dead.json" not in flags(place)
    mine.release()


@pytest.mark.parametrize("place", ["memory"], indirect=True)
@pytest.mark.parametrize("at", range(8))
def test_wherever_another_run_comes_between_only_one_has_the_place(
    place: Place, store: Remote, at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other takes the place whole before each question or write of ours in turn."""
    monkeypatch.setattr(lease, "_is_dead", lambda process: False)
    first, second = asking(place, store), asking(place, store)
    left, has = [at], list[Lease]()

    def between(act: str) -> None:
        whole = getattr(Remote, act)

        def acted(self: Remote, *given: object) -> object:
            left[0] -= 1
            if left[0] == -1:
                _try(second, has)
            return whole(self, *given)

        monkeypatch.setattr(Remote, act, acted)

    for act in ("put", "files", "remove", "modified"):
        between(act)
    _try(first, has)
    assert len(has) == 1
    has[0].check()
    has[0].release()
    assert not flags(place)


def _try(mine: Lease, has: list[Lease]) -> None:
    try:
        mine.take()
    except UsageError:
        return
    has.append(mine)


@pytest.mark.parametrize("place", ["memory"], indirect=True)
def test_a_run_that_slept_asks_again_and_writes_nothing_when_another_took_over(
    place: Place, store: Remote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [0.0]
    monkeypatch.setattr(lease, "_now", lambda: clock[0])
    shelf = Shelf(f"{place.url}/out", force=False, dry_run=False)
    shelf.__enter__()
    clock[0] = 1000.0
    shelf._store.save("a.json", b"1")
    (mine,) = flags(place)
    place.fs.rm_file(f"{place.root}/{mine}")
    raised(place, held=True)
    clock[0] = 2000.0
    before = place.tree()
    (tmp_path / "x").write_bytes(b"2")
    for write in (
        lambda: shelf._store.put("x", tmp_path / "x"),
        lambda: shelf._store.save("a.json", b"2"),
        lambda: shelf.__exit__(),
    ):
        with pytest.raises(WriteError, match="store-lost"):
            write()
    assert place.tree() == before


RACE = """
import os, sys, time
from exporter.cli import main

while not os.path.exists(sys.argv[1]):
    time.sleep(0.002)
sys.argv = ["exporter", *sys.argv[2:]]
main()
"""


@pytest.mark.parametrize("place", ["file", "s3", "gs"], indirect=True)
def test_of_processes_that_start_at_once_one_makes_the_pages(place: Place, tmp_path: Path) -> None:
    synthetic.write(tmp_path / "in", 3)
    words = ["convert", str(tmp_path / "in"), "-o", f"{place.url}/out", "--to", "json", "-j", "1"]
    words += ["--json"]
    command = [sys.executable, "-c", RACE, str(tmp_path / "go"), *words]
    env = {**os.environ, "EXPORTER_LANG": "en"}
    runs = [
        subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env
        )
        for _ in range(3)
    ]
    time.sleep(1)
    (tmp_path / "go").touch()
    told = [run.communicate(timeout=120) for run in runs]
    codes = [run.returncode for run in runs]
    assert set(codes) <= {0, 2}, told
    assert 0 in codes
    assert all("writing there" in err for (_, err), code in zip(told, codes, strict=True) if code)
    made = [json.loads(out) for (out, _), code in zip(told, codes, strict=True) if not code]
    assert sum(run["done"] for run in made) == 3  # what came later found it done
    assert len([name for name in place.tree("out") if "/" not in name]) == 3
    assert not flags(place)


def test_a_killed_run_is_taken_over_at_once_on_the_same_machine(s3: Place, tmp_path: Path) -> None:
    words = f"""
import time
from exporter.batch.shelf import Shelf
with Shelf({s3.url + "/out"!r}, force=False, dry_run=False):
    print("taken", flush=True)
    time.sleep(600)
"""
    run = subprocess.Popen([sys.executable, "-c", words], stdout=subprocess.PIPE, text=True)
    assert run.stdout is not None
    assert run.stdout.readline() == "taken\n"
    with pytest.raises(UsageError, match="store-taken"):
        Shelf(f"{s3.url}/out", force=False, dry_run=False).__enter__()
    run.send_signal(signal.SIGKILL)
    run.communicate()
    with Shelf(f"{s3.url}/out", force=False, dry_run=False):
        assert len(flags(s3)) == 1
    assert not flags(s3)
