"""Pages: paper, margins, grid and columns (``w:sectPr``), running heads and feet, the watermark."""

from __future__ import annotations

import re
from typing import NamedTuple

from exporter.document.model import Document
from exporter.styling.model import Logo, PageSetup, Rule, RunningLine, Style
from exporter.typeset.measuring import Measuring, Parts
from exporter.typeset.pages_running import dash_place
from exporter.writers import _word_names as names
from exporter.writers._word_chart import picture
from exporter.writers._word_styles import Dress, Edges, StyleBook
from exporter.writers._word_table import advance
from exporter.writers._word_text import TAB, Runs, field
from exporter.writers._word_xml import Node, node, part, plain, twips

_PREFIXES = ("w", "r", "v", "o", "wp", "a", "pic")
_PLACES = re.compile(r"\{(\w+)\}")
_EDGES: dict[tuple[bool, bool], Edges] = {
    (False, False): "",
    (True, False): "center",
    (False, True): "right",
    (True, True): "both",
}
# what stands for a number of pages in words that are measured, and Word's field for it
_MARK = "\x0e"
_PAGE_MARKS = {"page": f"{_MARK}88{_MARK}", "pages": f"{_MARK}888{_MARK}"}
_FIELDS = {_PAGE_MARKS["page"]: "PAGE", _PAGE_MARKS["pages"]: "NUMPAGES"}
_MARKS = re.compile(f"({'|'.join(_FIELDS)})")
_FIRST_SHAPE = 2048  # of the ids that Word keeps for heads and feet
_SURE_TO_FIT = 0.4  # of the text's width


class Running(NamedTuple):
    """A part for a running head or foot: which, on which pages, its bytes, the logo that its first
    relation is.
    """

    kind: str
    pages: str
    data: bytes
    logo: Logo | None = None


def _versions(style: Style, kind: str) -> dict[str, RunningLine | None]:
    """The line of every sort of page that the style tells apart; ``None`` is an empty line."""
    page = style.page
    usual: RunningLine | None = getattr(page, kind)
    even: RunningLine | None = getattr(page, f"{kind}_even")
    first: RunningLine | None = getattr(page, f"{kind}_first")
    lines = {"default": usual}
    if differs_even(page):
        lines["even"] = usual if even is None else even
    if differs_first(style):
        lines["first"] = usual if first is None else first
    return lines


def differs_even(page: PageSetup) -> bool:
    """Whether left-hand pages have lines of their own."""
    return page.head_even is not None or page.foot_even is not None


def differs_first(style: Style) -> bool:
    """Whether the first page has lines of its own, or a logo."""
    page = style.page
    return page.head_first is not None or page.foot_first is not None or style.logo is not None


def running_parts(document: Document, style: Style, runs: Runs, book: StyleBook) -> list[Running]:
    """The heads and feet that print something, the watermark in every head."""
    parts: list[Running] = []
    for kind, tag in (("head", "w:hdr"), ("foot", "w:ftr")):
        for pages, line in _versions(style, kind).items():
            marked = kind == "head" and bool(style.watermark)
            logo = style.logo if kind == "head" and pages == "first" else None
            said = line is not None and bool(line.left or line.center or line.right)
            if not (said or marked or logo):
                continue
            if logo:
                words = _logo(logo, runs)
            elif line is not None and said:
                words = _line(line, (document, style, runs, book))
            else:
                # the watermark's paragraph alone: no rule of a line that says nothing
                words = _BARE
            mark = _watermark(style, runs, len(parts) + 1).markup() if marked else ""
            data = part(tag, _PREFIXES, "<w:p>", words, mark, "</w:p>")
            name = "header" if kind == "head" else "footer"
            parts.append(Running(name, pages, data, logo))
    return parts


_BARE = f'<w:pPr><w:pStyle w:val="{names.SEPARATOR[0]}"/></w:pPr>'


def _logo(logo: Logo, runs: Runs) -> str:
    """What the logo's paragraph holds: a picture in the line, with what it shows in words."""
    style = f'<w:pPr><w:pStyle w:val="{names.LOGO_PARAGRAPH[0]}"/></w:pPr>'
    return f"{style}<w:r>{picture(logo, 'rId1', runs.sieve).markup()}</w:r>"


def _line(line: RunningLine, made: tuple[Document, Style, Runs, StyleBook]) -> str:
    """What a running line's paragraph holds: its parts at the left, the middle and the right."""
    document, style, runs, book = made
    left, center, right = _parts(line, document, style)
    style_id = book.paragraph(line.role, Dress(edges=_EDGES[bool(center), bool(right)]))
    out = [f'<w:pPr><w:pStyle w:val="{style_id}"/></w:pPr>']
    _words(out, left, runs)
    for text in (center, right):
        if text:
            # no tab for a part that isn't there: a long first part may reach beyond its stop
            out.append(TAB)
            _words(out, text, runs)
    return "".join(out)


def _parts(line: RunningLine, document: Document, style: Style) -> Parts:
    """The words of a running line, its places filled, pages as `_FIELDS`; the longest is cut short
    where they would meet: Word would set a second line and push the text down.
    """
    given = {name: words.replace(_MARK, "") for name, words in document.fields.items()}
    fields = {**given, **_PAGE_MARKS}

    def filled(template: str) -> str:
        return _PLACES.sub(lambda place: fields.get(place[1], ""), template).strip()

    parts = filled(line.left), filled(line.center), filled(line.right)
    rule = style.rule(line.role)
    if advance("".join(parts)) * rule.font_size < _SURE_TO_FIT * style.page.text_width:
        return parts
    return Measuring(document, style).running(parts, line.role, _has_page)


def _has_page(words: str) -> bool:
    return _MARK in words


def _words(out: list[str], text: str, runs: Runs) -> None:
    """The words of a part, pages by Word's fields."""
    for piece in _MARKS.split(text):
        if piece in _FIELDS:
            out.append(field(_FIELDS[piece], "1"))
        else:
            runs.text(out, piece)


def _watermark(style: Style, runs: Runs, number: int) -> Node:
    """Words along the diagonal behind the text, in the shape that Word itself makes for them. By
    the shape's name Word knows it for a watermark, to be changed or taken away in its own menu.
    """
    rule: Rule = style.rule("watermark")
    words = runs.sieve(style.watermark)
    face = style.typefaces[rule.face].docx_east_asian
    width = rule.font_size * max(2, len(words))
    place = (
        f"position:absolute;margin-left:0;margin-top:0;width:{width:.0f}pt;"
        f"height:{rule.font_size:.0f}pt;rotation:315;z-index:-251658752;"
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        "mso-position-vertical:center;mso-position-vertical-relative:margin"
    )
    shape = plain(
        "v:shape",
        plain("v:fill", opacity="1"),
        plain("v:textpath", style=f'font-family:"{face}";font-size:1pt', string=words),
        id=f"PowerPlusWaterMarkObject{number}",
        o_spid=f"_x0000_s{_FIRST_SHAPE + number}",
        type="#_x0000_t136",
        alt="",
        style=place,
        filled="t",
        fillcolor=rule.color,
        stroked="f",
    )
    return node("w:r", node("w:pict", _WORD_ART, shape))


_WORD_ART = plain(
    "v:shapetype",
    plain("v:path", textpathok="t", o_connecttype="rect"),
    plain("v:textpath", on="t", fitshape="t"),
    id="_x0000_t136",
    coordsize="21600,21600",
    o_spt="136",
    adj="10800",
    path="m@7,l@8,m@5,21600l@6,21600e",
)


def section(
    style: Style,
    references: tuple[tuple[str, str, str], ...],
    columns: Rule | None = None,
    *,
    continuous: bool = False,
) -> Node:
    """The section's properties. `references` are (header or footer, pages, relation)."""
    page = style.page
    children = [
        node(f"w:{kind}Reference", type=pages, r_id=relation)
        for kind, pages, relation in references
    ]
    if continuous:
        children.append(node("w:type", val="continuous"))
    children += [
        node("w:pgSz", w=twips(page.width), h=twips(page.height)),
        _margins(style),
        _columns(columns),
    ]
    if differs_first(style) and not continuous:
        children.append(node("w:titlePg"))
    if page.grid_lines:
        # rounded down: 225 mm make 22 lines of 579 twips, but only 21 of 580
        pitch = int(page.text_height / page.grid_lines * 20 + 0.001)
        children.append(node("w:docGrid", type="lines", linePitch=pitch))
    return Node("w:sectPr", (), tuple(children))


def _margins(style: Style) -> Node:
    page = style.page
    return node(
        "w:pgMar",
        top=twips(page.margin_top),
        right=twips(page.margin_right),
        bottom=twips(page.margin_bottom),
        left=twips(page.margin_left),
        header=_distance(style, page.head, page.margin_top, page.head_distance),
        footer=_distance(style, page.foot, page.margin_bottom, page.foot_distance, foot=True),
        gutter=0,
    )


def _distance(
    style: Style, line: RunningLine | None, margin: float, usual: float, *, foot: bool = False
) -> int:
    """From the paper's edge to the line, twips; an `offset` is told from the type area instead."""
    if line is None or line.offset is None:
        return twips(usual)
    rule = style.rule(line.role)
    if foot:
        # it is the dashes that stand so far from the text
        margin += dash_place(rule.line_height, rule.font_size)
    return twips(max(0.0, margin - line.offset - rule.line_height))


def _columns(rule: Rule | None) -> Node:
    if rule is None or rule.columns < 2:
        return node("w:cols", space=0)
    ruled = int(rule.column_rule is not None)
    return node("w:cols", num=rule.columns, space=twips(rule.column_gap), sep=ruled)
