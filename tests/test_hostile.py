"""Damaged pages and odd documents: nothing is raised but for people, nothing lost, files open.

``python -m tests.bench.fuzz`` tries the same by the hundred thousand.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exporter import pipeline
from exporter.errors import SourceError, StyleError, UnknownStyle
from exporter.styling.load import load
from exporter.writers import find
from tests import hostile
from tests.bench import fuzz

SLOW = settings(
    deadline=None, max_examples=40, suppress_health_check=list(HealthCheck), derandomize=True
)
CHANCE = st.randoms(use_true_random=False)
GUARD = """
import sys

def guard(event, args):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.bind"):
        with open(LOG, "a") as log:
            log.write(event + "\\n")
        raise PermissionError(event)

sys.addaudithook(guard)
"""
TEMPTING = (
    '<!DOCTYPE html SYSTEM "http://127.0.0.1:9/x.dtd" [<!ENTITY x SYSTEM "http://127.0.0.1:9/">]>'
    '<html><head><base href="http://127.0.0.1:9/"><link rel="stylesheet" href="a.css">'
    '<title>某市新闻发布会</title></head><body><img src="http://127.0.0.1:9/a.png">'
    "<p>主持人：大家好，2024年投资26.04亿元。&x;</p><script src='b.js'></script></body></html>"
)


@SLOW
@given(CHANCE)
def test_a_damaged_page_is_read_to_its_briefing_and_nothing_is_lost(chance: random.Random) -> None:
    data = hostile.page(chance)
    with suppress(SourceError):
        fuzz.read(data, deep=True)


@SLOW
@given(CHANCE)
def test_a_damaged_archive_gives_what_is_whole(chance: random.Random) -> None:
    fuzz.archive(chance)


@SLOW
@given(CHANCE)
def test_a_damaged_style_is_a_style_or_told(chance: random.Random) -> None:
    with suppress(StyleError, UnknownStyle):
        fuzz.style(chance)


@pytest.mark.parametrize("name", sorted(hostile.CHECKS))
@SLOW
@given(CHANCE)
def test_an_odd_document_becomes_a_file_that_opens(name: str, chance: random.Random) -> None:
    document = hostile.document(chance)
    written = pipeline.write_document(document, load("plain"), find.find(name))
    hostile.CHECKS[name](written.value)


def test_nothing_asks_the_network(tmp_path: Path) -> None:
    log = tmp_path / "asked"
    (tmp_path / "sitecustomize.py").write_text(GUARD.replace("LOG", repr(str(log))), "utf-8")
    (tmp_path / "in").mkdir()
    for number in range(2):
        (tmp_path / "in" / f"{number}.html").write_text(f"{TEMPTING}{number}", "utf-8")
    path = os.pathsep.join((str(tmp_path), str(hostile.ROOT.parent)))
    environment = {**os.environ, "PYTHONPATH": path}

    def run(*words: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run([sys.executable, *words], capture_output=True, env=environment)

    formats = [word for name in hostile.CHECKS for word in ("--to", name)]
    out = tmp_path / "out"
    done = run("-m", "exporter", "convert", str(tmp_path / "in"), "-o", str(out), *formats)
    assert done.returncode == 0, done.stderr
    assert len(list(out.glob("*.*"))) >= len(hostile.CHECKS)
    assert not log.exists()
    call = "import socket; socket.create_connection(('127.0.0.1', 9))"
    assert run("-c", call).returncode != 0
    assert log.read_text() == "socket.getaddrinfo\n"
