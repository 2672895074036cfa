"""How fast PDFs are made: ``python -m tests.bench.bench_pdf``.

The briefing of the 2024-04-12 record with its whole transcript, in the style `plain`, made by this
package, by reportlab's platypus and, where the package ``typst`` is installed, by typst, warm, in
one process, fonts loaded. Twice by each peer: with the same content (`tests.bench.pdf_peers`), and
with its bare words, without links, contents, faces and running lines, which ours has all the
while. Ours is tagged and linked, typst's tagged; platypus's can't be. No document is made twice: in
each round other characters stand at the heads of all texts, since typst remembers what it
compiled. The ways take turns, and medians of CPU time are given as ratios, since machines differ.
"""

from __future__ import annotations

import importlib
import io
import json
import re
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle
from pathlib import Path

import msgspec

from exporter import pipeline
from exporter.document.model import Block, Document, Group, Heading, List, Paragraph, Table
from exporter.fonts import face_path
from exporter.styling.load import load
from exporter.typeset.pages import paginate
from exporter.typeset.pages_text import plain_text
from exporter.writers import pdf
from tests.bench.pdf_peers import platypus, typst

SEED = Path(__file__).parents[2] / "seeds" / "000_9639f3bb049e7fe2.txt"
DATE = "2024-04-12"
ROUNDS = 15
HEADS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒"
_HEAD = re.compile(rb'(?<="text":")[\xe4-\xe9]..(?=[^"]{12})')
STYLE = load("plain")

Piece = tuple[str, str | list[list[str]]]


def briefing() -> Document:
    """The document to make, from the seed page."""
    page = pipeline.read_page(str(SEED), SEED.read_bytes()).value
    for record in pipeline.clean_page(page).value:
        transcript = pipeline.read_record(record).value
        if transcript.kind == "transcript":
            document = pipeline.compose_record(
                pipeline.brief_record(transcript).value, STYLE.plan
            ).value
            if document.date == DATE:
                return document
    raise SystemExit(f"no record of {DATE}")


def pieces(blocks: tuple[Block, ...]) -> Iterator[Piece]:
    """The document as (kind, words): what the peers are given."""
    for block in blocks:
        match block:
            case Heading():
                yield f"h{min(block.level, 3)}", plain_text(block.content)
            case Paragraph():
                yield "p", plain_text(block.content)
            case List():
                yield from (("li", plain_text(item.content)) for item in block.items)
            case Table():
                rows = [
                    ["".join(plain_text(p.content) for p in cell.blocks) for cell in row.cells]
                    for row in (*block.head, *block.rows)
                    if len(row.cells) == len(block.columns)
                ]
                yield "table", rows
            case Group():
                yield from pieces(block.blocks)
            case _:
                pass


def varied(document: Document, head: str) -> Document:
    """The document with `head` for the first character of each text of some length."""
    data = _HEAD.sub(head.encode(), msgspec.json.encode(document))
    return msgspec.json.decode(data, type=Document)


def ours() -> Callable[[Document], int]:
    """Makes the PDF with this package."""
    return lambda document: len(pdf.write(document, STYLE).value)


def platypus_words() -> Callable[[Document], int]:
    """Makes its bare words with reportlab's own layout."""
    from xml.sax.saxutils import escape

    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph as Words
    from reportlab.platypus import SimpleDocTemplate
    from reportlab.platypus import Table as Rows

    for name in ("song", "title"):
        pdfmetrics.registerFont(TTFont(name, str(face_path(name))))
    body = ParagraphStyle(
        "p",
        fontName="song",
        fontSize=11,
        leading=19,
        wordWrap="CJK",
        alignment=4,
        firstLineIndent=22,
    )
    item = ParagraphStyle("li", parent=body, firstLineIndent=0, leftIndent=22)
    cell = ParagraphStyle("td", parent=item, leftIndent=0, alignment=0, fontSize=10.5)
    heads = {
        f"h{n}": ParagraphStyle(
            f"h{n}", parent=cell, fontName="title", fontSize=size, leading=28, keepWithNext=1
        )
        for n, size in ((1, 20), (2, 14), (3, 11))
    }
    styles = {"p": body, "li": item, **heads}

    def make(document: Document) -> int:
        story = [
            Words(escape(words), styles[kind])
            if isinstance(words, str)
            else Rows([[Words(escape(text), cell) for text in row] for row in words], repeatRows=1)
            for kind, words in pieces(document.blocks)
            if words
        ]
        out = io.BytesIO()
        SimpleDocTemplate(
            out, leftMargin=99.6, rightMargin=99.6, topMargin=88, bottomMargin=94
        ).build(story)
        return len(out.getvalue())

    return make


def typst_words() -> Callable[[Document], int] | None:
    """Makes its bare words with typst, if that is installed."""
    try:
        compiler = importlib.import_module("typst").Compiler
    except ImportError:
        return None
    fonts = [str(face_path("song").parent)]
    made = compiler(b"", font_paths=fonts, ignore_system_fonts=True)
    return lambda document: len(made.compile(typst_source(document), format="pdf"))


def typst_source(document: Document) -> bytes:
    """The document in typst's language."""

    def quoted(text: str) -> str:
        return json.dumps(text, ensure_ascii=False)

    lines = [
        '#set page(paper: "a4", margin: (x: 99.6pt, top: 88pt, bottom: 94pt), numbering: "1")',
        '#set text(font: "Exporter Song", size: 11pt, lang: "zh")',
        "#set par(justify: true, first-line-indent: 2em, leading: 8pt, spacing: 8pt)",
        '#show heading: set text(font: "Exporter Title")',
    ]
    for kind, words in pieces(document.blocks):
        if isinstance(words, str):
            make = {"p": "par", "li": "enum.item"}.get(kind, "")
            call = f"#{make}[" if make else f"#heading(level: {kind[1:]})["
            lines.append(f"{call}#{quoted(words)}]" + ("\n" if kind == "p" else ""))
        elif words:
            cells = ", ".join(f"[#{quoted(text)}]" for row in words for text in row)
            lines.append(f"#table(columns: {len(words[0])}, stroke: none, {cells})")
    return "\n".join(lines).encode()


def seconds(make: Callable[[], int]) -> float:
    """CPU time of making it once."""
    start = time.process_time()
    make()
    return time.process_time() - start


def main() -> None:
    """Prints a line for each way of making it."""
    document = briefing()
    ways = {
        "ours": ours(),
        "platypus": platypus(),
        "typst": typst(),
        "platypus, bare words": platypus_words(),
        "typst, bare words": typst_words(),
    }
    makers = {name: make for name, make in ways.items() if make}
    sizes = {name: make(document) for name, make in makers.items()}
    times: dict[str, list[float]] = {name: [] for name in makers}
    for _, head in zip(range(ROUNDS), cycle(HEADS), strict=False):
        other = varied(document, head)
        for name, make in makers.items():
            times[name].append(seconds(partial(make, other)))
    own = statistics.median(times["ours"])
    print(f"{len(paginate(document, STYLE).pages)} pages")
    for name, found in times.items():
        median = statistics.median(found)
        print(
            f"{name:20} {median * 1000:6.0f} ms  {sizes[name] / 1024:6.0f} KB"
            f"  ours is {own / median:.2f} x"
        )


if __name__ == "__main__":
    main()
