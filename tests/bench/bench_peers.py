"""Rates of the writers on the synthetic archive beside those of their peers: ``python -m
tests.bench.bench_peers``.

The same documents, full transcripts included, as PDF by this package and by typst, as DOCX by
this package, docxtpl and python-docx (with care), in turns, warm, in one process; documents per
second of CPU time. Charts and contents are left out for all, since the peers of DOCX have none.
The last two lines are this package's whole way from the page's bytes, for scale.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from pathlib import Path

import msgspec

from exporter import pipeline
from exporter.document.model import Document
from exporter.writers import docx, pdf
from tests.bench import bench_docx, bench_pdf, synthetic

PAGES = 33
"""Three of each body."""
STYLE = bench_pdf.STYLE
Maker = Callable[[Document], Callable[[], object]]


def documents(data: bytes) -> Iterable[Document]:
    """The documents of a page."""
    for record in pipeline.clean_page(pipeline.read_page("page.txt", data).value).value:
        transcript = pipeline.read_record(record).value
        if transcript.kind != "empty":
            briefing = pipeline.brief_record(transcript).value
            yield pipeline.compose_record(briefing, STYLE.plan).value


def _bare(document: Document) -> Document:
    blocks = tuple(bench_docx.plain_blocks(document.blocks))
    return msgspec.structs.replace(document, blocks=blocks)


def makers() -> dict[str, Maker]:
    """Each way of making a file, by its name: what it needs is made ready before the clock runs."""
    found: dict[str, Maker] = {
        "PDF, ours": lambda document: lambda: pdf.write(document, STYLE),
        "DOCX, ours": lambda document: lambda: docx.write(document, STYLE),
        "DOCX, python-docx": lambda d: bench_docx.with_care(list(bench_docx.pieces(d.blocks))),
    }
    if find_spec("docxtpl"):
        found["DOCX, docxtpl"] = lambda document: bench_docx.by_template(document) or int
    if compiler := bench_pdf.typst():
        found["PDF, typst"] = lambda document: lambda: compiler(document)
    return dict(sorted(found.items(), key=lambda way: (way[0][0], "ours" not in way[0])))


def main(pages: list[Path]) -> None:
    """Prints a line for each way, with ours beside it."""
    whole = {"page to both": 0.0}
    count = 0
    ways = makers()
    spent = dict.fromkeys(ways, 0.0)
    for number, path in enumerate(pages):
        data = path.read_bytes()
        start = time.process_time()
        for document in documents(data):
            docx.write(document, STYLE)
            pdf.write(document, STYLE)
        whole["page to both"] += time.process_time() - start
        for document in map(_bare, documents(data)):
            for name, make in ways.items():
                ready = make(msgspec.structs.replace(document))  # laid out by nobody before
                start = time.process_time()
                ready()
                if number:  # the first warms them up
                    spent[name] += time.process_time() - start
            count += bool(number)
    print(f"{count} documents, one process, a CPU second:")
    for name, seconds in spent.items():
        own = spent[f"{name.split(',')[0]}, ours"]
        print(f"  {name:18} {count / seconds:6.1f} documents, ours makes {seconds / own:.2f} x")
    print(f"  bytes to both      {2 * count / whole['page to both']:6.1f} documents")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        synthetic.write(Path(scratch), int(sys.argv[1]) if sys.argv[1:] else PAGES)
        main(sorted(Path(scratch).rglob("*.txt")))
