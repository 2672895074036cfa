"""How fast DOCX files are made: ``python -m tests.bench.bench_docx``.

The briefing of the PDF bench, warm, in one process, the same headings, lists and tables, made by

- this package: with bookmarks, links, numbers, notes, running heads and properties;
- docxtpl, where it is installed: with bookmarks and links, each run its own;
- python-docx as its manual shows it (``table.cell`` for every cell), and with care (a prepared
  template, each style and each row's cells asked for once): words alone, since
  it makes neither bookmarks nor links.

Contents (which take our own page layout) and charts (with their workbooks) are left out, since the
others have none; the last line is ours with them. Medians of CPU time, given as ratios, since
machines differ.
"""

from __future__ import annotations

import importlib
import io
import statistics
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

import docx
import msgspec
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from exporter.document.model import (
    Block,
    Chart,
    Contents,
    Document,
    Group,
    Heading,
    Inline,
    Link,
    List,
    Paragraph,
    Table,
    Text,
)
from exporter.writers import docx as writer
from tests.bench.bench_pdf import STYLE, Piece, briefing, pieces

ROUNDS = 11
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

    return lambda: _made(docx.Document(), given, fill, careful=False)


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

    return lambda: _made(docx.Document(io.BytesIO(template)), given, fill, careful=True)


def _made(
    word: WordDocument,
    given: list[Piece],
    fill: Callable[[WordDocument, list[list[str]]], None],
    *,
    careful: bool,
) -> int:
    styles = {kind: word.styles[name] if careful else name for kind, name in STYLES.items()}
    for kind, words in given:
        if isinstance(words, str):
            word.add_paragraph(words, style=styles[kind])
        elif words:
            fill(word, words)
    out = io.BytesIO()
    word.save(out)
    return len(out.getvalue())


class Words(NamedTuple):
    """A paragraph for docxtpl: its style, its bookmark, its runs with what they point to."""

    style: str
    anchor: str
    runs: list[tuple[str, str]]


def _words(kind: str, anchor: str | None, inlines: tuple[Inline, ...]) -> Words:
    runs = [
        (inline.text, inline.target if isinstance(inline, Link) else "")
        for inline in inlines
        if isinstance(inline, Text | Link)
    ]
    return Words(STYLES[kind].replace(" ", ""), anchor or "", runs)


def linked(blocks: tuple[Block, ...]) -> Iterator[Words | list[list[list[Words]]]]:
    """The document with its bookmarks and links; tables as rows of cells of paragraphs."""
    for block in blocks:
        match block:
            case Heading():
                yield _words(f"h{min(block.level, 3)}", block.anchor, block.content)
            case Paragraph():
                yield _words("p", block.anchor, block.content)
            case List():
                yield from (_words("li", item.anchor, item.content) for item in block.items)
            case Table():
                yield [
                    [[_words("p", p.anchor, p.content) for p in cell.blocks] for cell in row.cells]
                    for row in (*block.head, *block.rows)
                    if len(row.cells) == len(block.columns)
                ]
            case Group():
                yield from linked(block.blocks)
            case _:
                pass


_PARAGRAPH = f"""<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="{{{{ p.style }}}}"/></w:pPr>
{{% if p.anchor %}}
<w:bookmarkStart w:id="{{{{ loop.index }}}}" w:name="{{{{ p.anchor }}}}"/>
<w:bookmarkEnd w:id="{{{{ loop.index }}}}"/>
{{% endif %}}
{{% for text, target in p.runs %}}
{{% if target %}}
<w:hyperlink w:anchor="{{{{ target }}}}"><w:r><w:t>{{{{ text }}}}</w:t></w:r></w:hyperlink>
{{% else %}}
<w:r><w:t>{{{{ text }}}}</w:t></w:r>
{{% endif %}}
{{% endfor %}}</w:p>"""


def _template() -> bytes:
    """A template for docxtpl: paragraphs with bookmarks and links, tables of such paragraphs."""
    word = docx.Document()
    for text in ("{%p for p in pieces %}", "{%p if p.style %}", "{%p else %}"):
        word.add_paragraph(text)
    word.paragraphs[1]._p.addnext(parse_xml(_PARAGRAPH))
    table = word.add_table(rows=3, cols=3)
    table.cell(0, 0).text = "{%tr for row in p %}"
    table.cell(1, 0).text = "{%tc for cell in row %}"
    table.cell(1, 1).text = "{%p for p in cell %}"
    table.cell(1, 1)._tc.append(parse_xml(_PARAGRAPH))
    table.cell(1, 1).add_paragraph("{%p endfor %}")
    table.cell(1, 2).text = "{%tc endfor %}"
    table.cell(2, 0).text = "{%tr endfor %}"
    word.add_paragraph("{%p endif %}")
    word.add_paragraph("{%p endfor %}")
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def by_template(document: Document) -> Callable[[], int] | None:
    """Makes it with docxtpl, if that is installed."""
    try:
        template_class = importlib.import_module("docxtpl").DocxTemplate
    except ImportError:
        return None
    template, given = _template(), list(linked(document.blocks))

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


def measured(makers: dict[str, Callable[[], int]]) -> dict[str, tuple[float, int]]:
    """Median CPU time in seconds and size of what each makes, in turn, so that all have the same
    weather.
    """
    sizes = {name: make() for name, make in makers.items()}
    times: dict[str, list[float]] = {name: [] for name in makers}
    for _ in range(ROUNDS):
        for name, make in makers.items():
            start = time.process_time()
            make()
            times[name].append(time.process_time() - start)
    return {name: (statistics.median(times[name]), size) for name, size in sizes.items()}


def main() -> None:
    """Prints a line for each way of making it."""
    document = briefing()
    bare = msgspec.structs.replace(document, blocks=tuple(plain_blocks(document.blocks)))
    given = list(pieces(bare.blocks))
    makers = {
        "ours": ours(bare),
        "table.cell": by_the_manual(given),
        "with care": with_care(given),
        "docxtpl": by_template(bare),
        "the whole": ours(document),
    }
    found = measured({name: make for name, make in makers.items() if make})
    own = found["ours"][0]
    for name, (seconds, size) in found.items():
        ratio = f"ours is {own / seconds:.3f} x"
        print(f"{name:14} {seconds * 1000:6.0f} ms  {size / 1024:6.0f} KB  {ratio}")


if __name__ == "__main__":
    main()
