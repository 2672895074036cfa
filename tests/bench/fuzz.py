"""Damaged pages through the reader and odd documents through every writer, as many as wanted.

``python -m tests.bench.fuzz FOLDER [COUNT [FIRST]]``: input `n` depends on its number alone, so a
crash of the interpreter is found again from the count. ``FOLDER/counts.json`` says how far it came,
``FOLDER/faults.jsonl`` what was found: anything raised that is not for people, a page over one
second of CPU time, a ledger that does not replay, a file that its reader refuses.
"""

from __future__ import annotations

import json
import random
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

from exporter import pipeline
from exporter.batch import digest, names
from exporter.batch.sources import find_sources, read_bytes
from exporter.errors import ExporterError, SourceError
from exporter.messages import render
from exporter.notices import Notice
from exporter.styling.find import available
from exporter.styling.load import load
from exporter.styling.model import Style
from exporter.writers import find
from tests import hostile
from tests.sample import sample_document

LIMIT = 1.0
"""Seconds of CPU time that one input may take."""
EVERY = 500
SCRATCH = "/dev/shm" if Path("/dev/shm").is_dir() else None
"""Where small files cost nothing."""


class TooLong(BaseException):
    """Not an `Exception`, so that nothing on the way takes it for a page's own failure."""


def ring(_number: int, _frame: object) -> None:
    raise TooLong


@cache
def styled(name: str) -> Style:
    """The shipped style, read once."""
    return load(name)


def read(data: bytes, deep: bool) -> tuple[Notice, ...]:
    """The page through the reader; `deep`: on to the briefing and its composition."""
    page = pipeline.read_page("fuzz.txt", data)
    records = pipeline.clean_page(page.value)
    notices = page.notices + records.notices
    assert "".join(record.replay() for record in records.value) == page.value.text
    for record in records.value:
        transcript = pipeline.read_record(record)
        notices += transcript.notices
        if deep and transcript.value.kind != "empty":
            briefing = pipeline.brief_record(transcript.value)
            document = pipeline.compose_record(briefing.value, styled("plain").plan)
            notices += briefing.notices + document.notices
    return notices


def write(random: random.Random, name: str) -> tuple[Notice, ...]:
    """An odd document through the writer, and the file through its check."""
    style = styled(random.choice(available()) if random.random() < 0.3 else "plain")
    outcome = pipeline.write_document(hostile.document(random), style, find.find(name))
    hostile.CHECKS[name](outcome.value)
    return outcome.notices


def report(random: random.Random) -> None:
    """A damaged report through its reader; what can be read is shown to people."""
    line = {
        "source": hostile.words(random),
        "sha256": None,
        "record": hostile.words(random),
        "span": [0, 1],
        "status": random.choice(("done", "failed", "empty", "odd")),
        "title": hostile.words(random),
        "date": None,
        "outputs": [],
        "notices": [{"code": hostile.words(random), "params": {"x": hostile.words(random)}}],
        "error": hostile.words(random),
        "error_code": None,
        "seconds": 1.0,
    }
    lines = digest.read_report("r", json.dumps(line).encode())
    digest.to_html(lines, "en")
    hostile.etree.fromstring(digest.to_junit(lines))


def archive(random: random.Random) -> None:
    """A damaged archive through its reader: each of its pages, or why it can't be read."""
    suffix, data = hostile.archive(random)
    with tempfile.NamedTemporaryFile(suffix=suffix, dir=SCRATCH) as file:
        file.write(data)
        file.flush()
        for source in find_sources([file.name]):
            try:
                assert len(read_bytes(source)) < len(data) * 300
            except SourceError as error:
                render(error, "en")


def style(random: random.Random) -> None:
    """A damaged style through its reader; one that is a style still dresses a document."""
    with tempfile.NamedTemporaryFile(suffix=".toml", dir=SCRATCH) as file:
        file.write(hostile.style(random))
        file.flush()
        dress = load(file.name)
    name = random.choice(("docx", "pdf"))
    hostile.CHECKS[name](find.find(name).write(sample_document(), dress).value)


def name(random: random.Random) -> None:
    """A title as the name of a file."""
    stem = names.stem(None, hostile.words(random, 400), "r1")
    assert 0 < len(stem.encode()) <= 210, stem
    assert not set('\\/:*?"<>|\n\0') & set(stem), stem


def one(number: int) -> tuple[str, Callable[[], object]]:
    """What input `number` is: its kind, and how to try it."""
    chance = random.Random(number)
    match chance.randrange(100):
        case kind if kind < 72:
            return "page", lambda: read(hostile.page(chance), deep=False)
        case kind if kind < 86:
            return "page to briefing", lambda: read(hostile.page(chance), deep=True)
        case kind if kind < 94:
            writer = ("docx", "pdf", "markdown", "json")[number % 4]
            return writer, lambda: write(chance, writer)
        case kind if kind < 95:
            return "style", lambda: style(chance)
        case kind if kind < 97:
            return "archive", lambda: archive(chance)
        case kind if kind < 98:
            return "report", lambda: report(chance)
        case _:
            return "name", lambda: name(chance)


def tried(kind: str, action: Callable[[], object]) -> dict[str, str] | None:
    """What is wrong, or nothing."""
    signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT)
    try:
        notices = action()
        for notice in notices if isinstance(notices, tuple) else ():
            render(notice, "en")
    except ExporterError as error:
        if error.code.startswith("gate."):
            return {"kind": kind, "fault": str(error)}
        render(error, "en")
    except TooLong:
        return {"kind": kind, "fault": "too long", "trace": traceback.format_exc()[-1500:]}
    except Exception as error:
        fault = f"{type(error).__name__}: {str(error)[:200]}"
        return {"kind": kind, "fault": fault, "trace": traceback.format_exc()[-1500:]}
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return None


def main(folder: Path, count: int, first: int) -> None:
    """Tries `count` inputs from number `first` on."""
    folder.mkdir(parents=True, exist_ok=True)
    signal.signal(signal.SIGVTALRM, ring)
    hostile.corpus()
    counts: Counter[str] = Counter()
    faults = 0
    with (folder / "faults.jsonl").open("a", encoding="utf-8") as log:
        for number in range(first, first + count):
            kind, action = one(number)
            counts[kind] += 1
            wrong = tried(kind, action)
            if wrong:
                faults += 1
                log.write(json.dumps({"number": number, **wrong}, ensure_ascii=True) + "\n")
                log.flush()
            if (number + 1) % EVERY == 0 or number == first + count - 1:
                facts = {"next": number + 1, "faults": faults, "cpu": round(time.process_time())}
                (folder / "counts.json").write_text(json.dumps({**facts, **counts}, indent=1))


if __name__ == "__main__":
    given = [*sys.argv[2:], "10000", "0"] if len(sys.argv) == 2 else [*sys.argv[2:], "0"]
    main(Path(sys.argv[1]), int(given[0]), int(given[1]))
