"""The same document through reportlab's platypus and through typst, as their manuals say.

Both get every word with its face, size and colour, links to paragraphs, bookmarked headings,
contents with page numbers, lists, tables with repeated heads, running heads and page numbers. Left
out of theirs, not of ours: charts, the page's grid, and what they have no means for.
"""

from __future__ import annotations

import importlib
import io
import json
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from exporter.document.model import (
    Block,
    Contents,
    Document,
    Group,
    Heading,
    Inline,
    Link,
    List,
    PageBreak,
    Paragraph,
    Table,
    Text,
)
from exporter.fonts import face_path
from exporter.styling.load import load
from exporter.styling.model import Rule
from exporter.typeset.pages_blocks import anchors_of
from exporter.typeset.pages_text import label
from exporter.writers._pdf_structure import nested_levels

STYLE = load("plain")
PAGE = STYLE.page
FACES = {"song": "Exporter Song", "title": "Exporter Title", "hei": "Exporter Hei"}
DEPTH = 3

Make = Callable[[Document], int]


class Bit(NamedTuple):
    """Words in one dress, that may be a link."""

    text: str
    rule: Rule
    target: str = ""


class Piece(NamedTuple):
    """A block: what it is (heading, paragraph, item, table, contents, page), its role and words."""

    kind: str
    role: str = ""
    bits: tuple[Bit, ...] = ()
    level: int = 0
    anchor: str = ""
    mark: str = ""
    rows: tuple[tuple[tuple[Piece, ...], ...], ...] = ()
    weights: tuple[float, ...] = ()


def pieces(document: Document) -> Iterator[Piece]:
    """The document as the peers are given it."""
    found = list(_pieces(document.blocks, frozenset(anchors_of(document.blocks))))
    levels = iter(nested_levels([piece.level for piece in found if piece.kind == "heading"]))
    for piece in found:
        yield piece._replace(level=next(levels)) if piece.kind == "heading" else piece


def _pieces(blocks: tuple[Block, ...], anchors: frozenset[str]) -> Iterator[Piece]:
    for block in blocks:
        match block:
            case Heading(level, content, role, anchor):
                bits = _bits(content, role, anchors)
                yield Piece("heading", role, bits, level, anchor or "")
            case Paragraph(content, role, anchor, number):
                bits = _bits(content, role, anchors)
                yield Piece("paragraph", role, bits, 0, anchor or "", number or "")
            case List(items, role, ordered):
                for at, item in enumerate(items, 1):
                    mark = label(STYLE.rule(role), at, ordered=ordered)
                    bits = _bits(item.content, role, anchors)
                    yield Piece("item", role, bits, 0, item.anchor or "", mark)
            case Table():
                yield _table(block, anchors)
            case Group():
                yield from _pieces(block.blocks, anchors)
            case Contents():
                yield Piece("contents", block.title)
            case PageBreak():
                yield Piece("page")
            case _:
                pass


def _bits(content: tuple[Inline, ...], role: str, anchors: frozenset[str]) -> tuple[Bit, ...]:
    rule = STYLE.rule(role)
    return tuple(
        Bit(
            inline.text,
            STYLE.inline(inline.role, rule),
            inline.target if isinstance(inline, Link) and inline.target in anchors else "",
        )
        for inline in content
        if isinstance(inline, Text | Link)
    )


def _table(table: Table, anchors: frozenset[str]) -> Piece:
    rows = tuple(
        tuple(tuple(_pieces(cell.blocks, anchors)) for cell in row.cells)
        for row in (*table.head, *table.rows)
        if len(row.cells) == len(table.columns)
    )
    weights = tuple(column.weight for column in table.columns)
    return Piece("table", table.role, level=len(table.head), rows=rows, weights=weights)


def platypus() -> Make:
    """Makes it with reportlab's own layout."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for name in FACES:
        pdfmetrics.registerFont(TTFont(name, str(face_path(name))))
    return _Platypus().make


class _Platypus:
    """Style sheets, made once; and the story of each document."""

    def __init__(self) -> None:
        from reportlab.lib.styles import ParagraphStyle
        from reportlab.platypus.tableofcontents import TableOfContents

        self.styles = {role: self._style(role) for role in STYLE.rules}
        self.entries = [
            ParagraphStyle(f"toc{n}", fontName="song", fontSize=11, leading=19, leftIndent=11 * n)
            for n in range(DEPTH)
        ]
        self.contents: Callable[[], Any] = lambda: TableOfContents(
            dotsMinLevel=0, levelStyles=self.entries
        )

    def _style(self, role: str) -> Any:
        from reportlab.lib.styles import ParagraphStyle

        rule = STYLE.rule(role)
        return ParagraphStyle(
            role,
            fontName=rule.face if rule.face in FACES else "song",
            fontSize=rule.font_size,
            leading=rule.line_height,
            textColor=rule.color,
            alignment={"left": 0, "center": 1, "right": 2, "justify": 4}[rule.text_align],
            leftIndent=rule.margin_left,
            firstLineIndent=max(rule.text_indent, 0),
            bulletIndent=0 if rule.margin_left else -24,
            bulletFontName="song",
            bulletFontSize=rule.font_size,
            spaceBefore=rule.space_before,
            spaceAfter=rule.space_after,
            keepWithNext=rule.break_after == "avoid",
            wordWrap="CJK",
        )

    def make(self, document: Document) -> int:
        """The PDF's length."""
        from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

        def running(canvas: Any, template: Any) -> None:
            canvas.setFont("song", 9)
            canvas.drawCentredString(PAGE.width / 2, PAGE.foot_distance, str(template.page))
            if template.page > 1:
                high = PAGE.height - PAGE.head_distance
                canvas.drawCentredString(PAGE.width / 2, high, document.title)

        class Template(BaseDocTemplate):  # type: ignore[misc]  # reportlab is not typed
            def afterFlowable(self, flowable: Any) -> None:
                if level := getattr(flowable, "level", 0):
                    words, key = flowable.getPlainText(), f"h{id(flowable)}"
                    self.canv.bookmarkPage(key)
                    self.canv.addOutlineEntry(words, key, level - 1)
                    if level <= DEPTH:
                        self.notify("TOCEntry", (level - 1, words, self.page, key))

        out = io.BytesIO()
        frame = Frame(
            PAGE.margin_left,
            PAGE.margin_bottom,
            PAGE.text_width,
            PAGE.text_height,
            0,
            0,
            0,
            0,
        )
        template = Template(out, title=document.title)
        template.addPageTemplates(PageTemplate(frames=[frame], onPage=running))
        template.multiBuild([flowable for p in pieces(document) for flowable in self.flowables(p)])
        return len(out.getvalue())

    def flowables(self, piece: Piece) -> Iterator[Any]:
        """The piece for platypus."""
        from reportlab.platypus import PageBreak as NewPage
        from reportlab.platypus import Table as Rows

        match piece.kind:
            case "page":
                yield NewPage()
            case "contents":
                yield self.contents()
            case "table":
                cells = [[[self.words(p) for p in cell] for cell in row] for row in piece.rows]
                share = PAGE.text_width / sum(piece.weights)
                widths = [weight * share for weight in piece.weights]
                yield Rows(cells, colWidths=widths, repeatRows=piece.level)
            case _ if piece.bits:
                yield self.words(piece)

    def words(self, piece: Piece) -> Any:
        """A paragraph or heading."""
        from reportlab.platypus import Paragraph as Words

        markup = f'<a name="{piece.anchor}"/>' if piece.anchor else ""
        block = STYLE.rule(piece.role)
        markup += "".join([self.markup(bit, block) for bit in piece.bits])
        made = Words(markup, self.styles[piece.role], bulletText=piece.mark or None)
        made.level = piece.level
        return made

    def markup(self, bit: Bit, block: Rule) -> str:
        """The words in reportlab's markup."""
        from xml.sax.saxutils import escape

        words, rule = escape(bit.text), bit.rule
        if (rule.face, rule.font_size, rule.color) != (block.face, block.font_size, block.color):
            face = rule.face if rule.face in FACES else "song"
            words = (
                f'<font name="{face}" size="{rule.font_size}" color="{rule.color}">{words}</font>'
            )
        return f'<a href="#{bit.target}">{words}</a>' if bit.target else words


def typst() -> Make | None:
    """Makes it with typst, if that is installed."""
    try:
        compiler = importlib.import_module("typst").Compiler
    except ImportError:
        return None
    made = compiler(b"", font_paths=[str(face_path("song").parent)], ignore_system_fonts=True)
    return lambda document: len(made.compile(typst_source(document), format="pdf"))


def typst_source(document: Document) -> bytes:
    """The document in typst's language."""
    return "\n".join(
        [
            f"#set document(title: {_quoted(document.title)})",
            f'#set page(paper: "a4", margin: (x: {PAGE.margin_left}pt, top: {PAGE.margin_top}pt,'
            f' bottom: {PAGE.margin_bottom}pt), numbering: "1", header: context {{'
            f" if here().page() > 1 [#align(center, text(9pt)[#{_quoted(document.title)}])] }})",
            '#set text(font: "Exporter Song", size: 11pt, lang: "zh")',
            "#show heading: set text(size: 1em)",
            *(_function(role) for role in STYLE.rules),
            *(_call(piece) for piece in pieces(document)),
        ]
    ).encode()


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _function(role: str) -> str:
    """A function that sets its body in the dress of `role`."""
    rule = STYLE.rule(role)
    leading = rule.line_height - rule.font_size
    justify = str(rule.text_align == "justify").lower()
    indent = f"(amount: {max(rule.text_indent, 0)}pt, all: true)"
    return (
        f"#let as-{role}(body) = block(above: {rule.space_before + leading}pt, below: "
        f"{rule.space_after + leading}pt, inset: (left: {rule.margin_left}pt), {{ "
        f"set par(justify: {justify}, leading: {leading}pt, spacing: {leading}pt, "
        f'first-line-indent: {indent}); set text({_dress(rule)}, weight: "regular"); body }})'
    )


def _dress(rule: Rule) -> str:
    face = FACES.get(rule.face, FACES["song"])
    return f'font: "{face}", size: {rule.font_size}pt, fill: rgb("{rule.color}")'


def _call(piece: Piece) -> str:
    match piece.kind:
        case "page":
            return "#pagebreak()"
        case "contents":
            return f"#outline(depth: {DEPTH}, title: {_quoted(piece.role)})"
        case "table":
            columns = ", ".join(f"{weight}fr" for weight in piece.weights)
            rows = ["".join(f"[{_inside(cell)}]," for cell in row) for row in piece.rows]
            head = f"table.header({''.join(rows[: piece.level])})," if piece.level else ""
            body = "".join(rows[piece.level :])
            return f"#table(columns: ({columns},), stroke: none, {head}{body})"
        case _:
            return _block(piece)


def _inside(cell: tuple[Piece, ...]) -> str:
    return "".join(f"#as-{piece.role}[{_words(piece)}]" for piece in cell)


def _block(piece: Piece) -> str:
    words = _words(piece)
    if piece.kind == "item":
        words = f"#enum(numbering: n => {_quoted(piece.mark)}, [{words}])"
    elif piece.mark:
        words = f"#place(dx: -24pt, text(8pt)[{piece.mark}])" + words
    elif piece.kind == "heading":
        words = f"#heading(level: {piece.level})[{words}]"
    return f"#as-{piece.role}[{words}]" + (f" <{piece.anchor}>" if piece.anchor else "")


def _words(piece: Piece) -> str:
    block = STYLE.rule(piece.role)
    return "".join([_bit(bit, block) for bit in piece.bits])


def _bit(bit: Bit, block: Rule) -> str:
    words = f"#{_quoted(bit.text)}"
    if _dress(bit.rule) != _dress(block):
        words = f"#text({_dress(bit.rule)})[{words}]"
    return f"#link(<{bit.target}>)[{words}]" if bit.target else words
