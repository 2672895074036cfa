"""A stop is heard wherever it meets the run."""

from __future__ import annotations

import subprocess
import sys

WORDS = """
import signal, sys, time
from exporter import cli
from exporter.__main__ import main


class Finalised:
    def __del__(self):
        {act}


def app():
    Finalised()
    time.sleep({seconds})


cli.app = app
main()
"""


def run(act: str, seconds: int) -> subprocess.CompletedProcess[str]:
    words = WORDS.format(act=act, seconds=seconds)
    return subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, timeout=60)


def test_a_stop_in_a_finaliser_is_not_lost() -> None:
    done = run("signal.raise_signal(signal.SIGINT); time.sleep(0)", 600)
    assert done.returncode == 130
    assert done.stderr == ""


def test_what_else_goes_wrong_in_a_finaliser_is_told() -> None:
    done = run("raise ValueError('told')", 0)
    assert done.returncode == 0
    assert "ValueError: told" in done.stderr
