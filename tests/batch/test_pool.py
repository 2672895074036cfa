"""The pool: a task that crashes, loops or eats memory fails alone; the rest goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from exporter.batch.pool import Pool, TaskTimeout, WorkerDied
from tests.conftest import ROOT

MIB = 1024 * 1024


def double(number: int) -> int:
    return 2 * number


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def loop() -> None:
    while True:
        pass


def fail() -> None:
    raise ValueError("wrong")


def eat(size: int) -> int:
    return len(bytearray(size))


def test_results_come_back_and_errors_too() -> None:
    with Pool(2) as pool:
        assert [f.result() for f in [pool.submit(double, n) for n in range(20)]] == list(
            range(0, 40, 2)
        )
        with pytest.raises(ValueError, match="wrong"):
            pool.submit(fail).result()


def test_a_death_takes_only_its_own_task() -> None:
    with Pool(2) as pool:
        futures = [
            pool.submit(die if n == 3 else double, *([] if n == 3 else [n])) for n in range(8)
        ]
        with pytest.raises(WorkerDied):
            futures[3].result()
        assert [f.result() for n, f in enumerate(futures) if n != 3] == [0, 2, 4, 8, 10, 12, 14]


def test_a_loop_is_stopped_at_the_timeout() -> None:
    with Pool(1, timeout=2) as pool:
        looping, after = pool.submit(loop), pool.submit(double, 4)
        with pytest.raises(TaskTimeout):
            looping.result()
        assert after.result() == 8


def test_memory_is_limited() -> None:
    with Pool(1, memory=512 * MIB) as pool:
        with pytest.raises(MemoryError):
            pool.submit(eat, 1024 * MIB).result()
        assert pool.submit(eat, MIB).result() == MIB


def gone(process: Path) -> bool:
    """Whether the process has ended, by its folder in /proc."""
    try:
        return "State:\tZ" in (process / "status").read_text()
    except OSError:
        return True


def follow_me() -> None:
    """A pool whose only worker tells who it is, then loops."""
    with Pool(1) as pool:
        print(pool.submit(os.getpid).result(), flush=True)
        pool.submit(loop).result()


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="asks /proc")
def test_a_worker_follows_who_started_it(tmp_path: Path) -> None:
    code = "from tests.batch.test_pool import follow_me\nif __name__ == '__main__': follow_me()"
    (tmp_path / "run.py").write_text(code)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(tmp_path / "run.py")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as run:
        assert run.stdout is not None
        worker = Path("/proc") / run.stdout.readline().decode().strip()
        assert worker.is_dir()
        run.kill()
    deadline = time.monotonic() + 60
    while not gone(worker):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_shutdown_with_cancelling_does_not_wait_for_the_work() -> None:
    pool = Pool(1)
    pool.submit(loop)
    time.sleep(0.2)
    queued = pool.submit(double, 1)
    pool.shutdown(wait=True, cancel_futures=True)
    with pytest.raises(CancelledError):
        queued.result(timeout=1)
    with pytest.raises(RuntimeError):
        pool.submit(double, 1)
