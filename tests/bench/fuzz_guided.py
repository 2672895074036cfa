"""Fuzzing led by coverage, where atheris is installed: ``python -m tests.bench.fuzz_guided FOLDER
[libFuzzer's flags]``, ``-runs=100000`` for one.

Pages from bytes through the reader to the briefing, with the rules of `tests.bench.fuzz`: what is
raised that is not for people, a ledger that does not replay, or a second of CPU time ends it, and
the page is left in `FOLDER`. It begins with the small pages of the tests.
"""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["exporter"]):
    from exporter import pipeline
    from exporter.errors import SourceError
    from exporter.styling.load import load

from tests import hostile
from tests.bench import fuzz

SMALL = 3000
"""Bytes of a page to begin with."""
LIMIT = 20 * fuzz.LIMIT
"""Seconds; counting coverage slows everything down."""


def one(data: bytes) -> None:
    """Tries the page; raises when something is wrong."""
    signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT)
    try:
        fuzz.read(data, deep=True)
    except SourceError:
        return
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def main(folder: Path, flags: list[str]) -> None:
    """Fuzzes until libFuzzer's flags say that it is enough."""
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    files = [path for pattern in hostile.PAGES for path in hostile.ROOT.glob(pattern)]
    for path in files:
        if path.is_file():
            (corpus / path.name).write_bytes(path.read_bytes()[:SMALL])
    load("plain")
    assert pipeline.clean_page(pipeline.read_page("warm", b"warm").value)
    words = ["fuzz", str(corpus), f"-artifact_prefix={folder}/", f"-max_len={SMALL}", *flags]
    signal.signal(signal.SIGVTALRM, fuzz.ring)
    atheris.Setup(words, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
