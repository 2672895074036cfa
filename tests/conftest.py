"""What all tests share: the seeds, the command line, the flag that renews golden files."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="write the golden files anew")


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the seed pages."""
    return SEEDS


Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def exporter() -> Command:
    """Runs the real command in a process of its own, in English unless told otherwise."""

    def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "exporter", *map(str, arguments)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**os.environ, "EXPORTER_LANG": "en", **environment},
        )

    return run
