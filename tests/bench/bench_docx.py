"""How fast DOCX files are made: ``python -m tests.bench.bench_docx``.

The briefing of the PDF bench, made by this package, by python-docx as its manual shows it
(``table.cell`` for every cell), by python-docx with care (a prepared template, ``row.cells``) and,
where it is installed, by docxtpl: the same words, headings, lists and tables, warm, in one process.
Ours has links, numbers, bookmarks and properties as well; its contents (which take our own page
layout) and charts (with their workbooks) are left out, since the others have none; the last line
is with them. Medians of CPU time, given as ratios, since machines differ.
"""

from __future__ import annotations

import importlib
import io
from collections.abc import Callable, Iterator

import docx
import msgspec
from docx.document import Document as WordDocument

from exporter.document.model import Block, Chart, Contents, Document, Group
from exporter.writers import docx as writer
from tests.bench.bench_pdf import STYLE, Piece, briefing, measured, pieces

STYLES = {"p": "Normal", "li": "List Number", "h1": "Title", "h2": "Heading 1", "h3": "Heading 2"}


def ours(document: Document) -> Callable[[], int]:
    """Makes the DOCX with this package; of a new copy, whose pages nobody has built before."""
    return lambda: len(writer.write(msgspec.structs.replace(document), STYLE).value)


def by_the_manual(given: list[Piece]) -> Callable[[], int]:
    """Makes it as python-docx's manual does."""

    def fill(word: WordDocument, rows: list[list[str]]) -> None:
        table = word.add_table(rows=len(rows), cols=len(rows[0]))
        for i, row in enumerate(rows):
            for j, text in enumerate(row):
                table.cell(i, j).text = text

    return lambda: _made(docx.Document(), given, fill)


def with_care(given: list[Piece]) -> Callable[[], int]:
    """Makes it with a prepared template and each row's cells asked for once."""
    out = io.BytesIO()
    docx.Document().save(out)
    template = out.getvalue()

    def fill(word: WordDocument, rows: list[list[str]]) -> None:
        table = word.add_table(rows=len(rows), cols=len(rows[0]))
        for line, row in zip(table.rows, rows, strict=True):
            for cell, text in zip(line.cells, row, strict=True):
                cell.text = text

    return lambda: _made(docx.Document(io.BytesIO(template)), given, fill)


def _made(
    word: WordDocument, given: list[Piece], fill: Callable[[WordDocument, list[list[str]]], None]
) -> int:
    for kind, words in given:
        if isinstance(words, str):
            word.add_paragraph(words, style=STYLES[kind])
        elif words:
            fill(word, words)
    out = io.BytesIO()
    word.save(out)
    return len(out.getvalue())


def by_template(given: list[Piece]) -> Callable[[], int] | None:
    """Makes it with docxtpl, if that is installed."""
    try:
        template_class = importlib.import_module("docxtpl").DocxTemplate
    except ImportError:
        return None
    word = docx.Document()
    word.add_paragraph("{%p for kind, words in pieces %}")
    for kind, style in STYLES.items():
        word.add_paragraph(f"{{%p if kind == '{kind}' %}}")
        word.add_paragraph("{{ words }}", style=style)
        word.add_paragraph("{%p endif %}")
    word.add_paragraph("{%p if kind == 'table' %}")
    table = word.add_table(rows=3, cols=3)
    rows = (
        ("{%tr for row in words %}", "", ""),
        ("{%tc for text in row %}", "{{ text }}", "{%tc endfor %}"),
        ("{%tr endfor %}", "", ""),
    )
    for line, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(line.cells, texts, strict=True):
            cell.text = text
    word.add_paragraph("{%p endif %}")
    word.add_paragraph("{%p endfor %}")
    out = io.BytesIO()
    word.save(out)
    template = out.getvalue()

    def make() -> int:
        filled = template_class(io.BytesIO(template))
        filled.render({"pieces": given}, autoescape=True)
        made = io.BytesIO()
        filled.save(made)
        return len(made.getvalue())

    return make


def plain_blocks(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks that every way of making it can make."""
    for block in blocks:
        if isinstance(block, Group):
            yield msgspec.structs.replace(block, blocks=tuple(plain_blocks(block.blocks)))
        elif not isinstance(block, Chart | Contents):
            yield block


def main() -> None:
    """Prints a line for each way of making it."""
    document = briefing()
    bare = msgspec.structs.replace(document, blocks=tuple(plain_blocks(document.blocks)))
    given = list(pieces(bare.blocks))
    makers = {
        "ours": ours(bare),
        "table.cell": by_the_manual(given),
        "with care": with_care(given),
        "docxtpl": by_template(given),
        "the whole": ours(document),
    }
    found = {name: measured(make) for name, make in makers.items() if make}
    own = found["ours"][0]
    for name, (seconds, size) in found.items():
        ratio = f"ours is {own / seconds:.3f} x"
        print(f"{name:14} {seconds * 1000:6.0f} ms  {size / 1024:6.0f} KB  {ratio}")


if __name__ == "__main__":
    main()
