"""A checker of accessibility for DOCX: fourteen rules, each from the file to its faults.

The rules are those that Word's own checker and PDF/UA agree on (WCAG 2.2: 1.1.1, 1.3.1, 1.3.2,
1.4.3, 2.4.2, 2.4.4, 2.4.6, 3.1.1).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from lxml import etree

from tests.writers.word_reading import W, part

WORD = f"{{{W['w']}}}"
NORMAL_CONTRAST, LARGE_CONTRAST, LARGE_SIZE = 4.5, 3.0, 18.0
SMALLEST = 7.0
CARRIERS = ("Separator", "ChartParagraph")


class Fault(NamedTuple):
    """What a rule objects to, and where."""

    rule: str
    where: str


class Parts(NamedTuple):
    """The parts that the rules look at."""

    body: etree._Element
    styles: etree._Element
    core: etree._Element


def faults(data: bytes) -> list[Fault]:
    """Every fault of the file, by rule."""
    parts = Parts(
        part(data, "word/document.xml"),
        part(data, "word/styles.xml"),
        part(data, "docProps/core.xml"),
    )
    return [Fault(name, where) for name, rule in RULES.items() for where in rule(parts)]


def _all(element: etree._Element, path: str) -> list[etree._Element]:
    return element.xpath(path, namespaces=W)


def _value(element: etree._Element, path: str) -> str | None:
    found = element.xpath(path, namespaces=W)
    return str(found[0]) if found else None


def _text(element: etree._Element) -> str:
    return "".join(_all(element, ".//w:t/text()"))


def title(parts: Parts) -> Iterator[str]:
    """The file has a title."""
    if not parts.core.xpath("string(*[local-name()='title'])").strip():
        yield "core properties"


def language(parts: Parts) -> Iterator[str]:
    """The language is stated, for Chinese as well as for Latin text."""
    found = _all(parts.styles, "w:docDefaults//w:lang")
    if not found or not all(found[0].get(WORD + key) for key in ("val", "eastAsia")):
        yield "document defaults"


def heading_order(parts: Parts) -> Iterator[str]:
    """No level of heading is left out on the way down."""
    before = 0
    for level, paragraph in _headings(parts):
        if level > before + 1:
            yield _text(paragraph)
        before = level


def _headings(parts: Parts) -> Iterator[tuple[int, etree._Element]]:
    levels = {
        style.get(WORD + "styleId"): _outline(style, parts)
        for style in _all(parts.styles, "w:style")
    }
    for paragraph in _all(parts.body, "//w:body//w:p"):
        own = _value(paragraph, "w:pPr/w:outlineLvl/@w:val")
        level = int(own) if own else levels.get(_value(paragraph, "w:pPr/w:pStyle/@w:val"))
        if level is not None and level < 9:
            yield level + 1, paragraph


def _outline(style: etree._Element, parts: Parts) -> int | None:
    found = _value(style, "w:pPr/w:outlineLvl/@w:val")
    if found is not None:
        return int(found)
    base = _value(style, "w:basedOn/@w:val")
    above = _all(parts.styles, f"w:style[@w:styleId='{base}']") if base else []
    return _outline(above[0], parts) if above else None


def headings_say_something(parts: Parts) -> Iterator[str]:
    """No heading is empty."""
    for level, paragraph in _headings(parts):
        if not _text(paragraph).strip():
            yield f"heading of level {level}"


def header_rows(parts: Parts) -> Iterator[str]:
    """A table of data with a look for its first row repeats that row as its head."""
    for table in _data_tables(parts):
        if _value(table, "w:tblPr/w:tblLook/@w:firstRow") == "1" and not _all(
            table, "w:tr[1]/w:trPr/w:tblHeader"
        ):
            yield _text(table)[:20]


def _data_tables(parts: Parts) -> list[etree._Element]:
    return _all(parts.body, "//w:tbl[not(w:tblPr/w:tblpPr)]")


def tables_described(parts: Parts) -> Iterator[str]:
    """A table of data has a caption or a description."""
    for table in _data_tables(parts):
        if not _all(table, "w:tblPr/w:tblCaption|w:tblPr/w:tblDescription"):
            yield _text(table)[:20]


def tables_regular(parts: Parts) -> Iterator[str]:
    """Every row fills the grid; no table stands in a table; no cell spans rows."""
    for table in _all(parts.body, "//w:tbl"):
        columns = len(_all(table, "w:tblGrid/w:gridCol"))
        for row in _all(table, "w:tr"):
            spans = (_value(cell, "w:tcPr/w:gridSpan/@w:val") for cell in _all(row, "w:tc"))
            if sum(int(span or 1) for span in spans) != columns:
                yield f"row: {_text(row)[:20]}"
        if _all(table, ".//w:tbl|.//w:vMerge"):
            yield f"merged: {_text(table)[:20]}"


def pictures_described(parts: Parts) -> Iterator[str]:
    """Every drawing has words in its place."""
    for properties in parts.body.xpath("//*[local-name()='docPr']"):
        if not (properties.get("descr") or "").strip():
            yield str(properties.get("id"))


def nothing_floats(parts: Parts) -> Iterator[str]:
    """Drawings stand in the text, so that they are read where they belong; no text box."""
    for found in parts.body.xpath("//*[local-name()='anchor' or local-name()='txbxContent']"):
        if (
            found.tag.startswith("{http://schemas.openxmlformats.org/drawingml")
            or "txbx" in found.tag
        ):
            yield found.tag


def no_empty_lines(parts: Parts) -> Iterator[str]:
    """No empty paragraph makes room: what is empty carries a line, a section, a place."""
    for paragraph in _all(parts.body, "//w:body/w:p"):
        style = _value(paragraph, "w:pPr/w:pStyle/@w:val")
        carries = style in CARRIERS or _has_border(parts, style)
        if not (carries or _text(paragraph).strip() or _all(paragraph, ".//w:drawing|.//w:br")):
            yield f"style {style}"


def _has_border(parts: Parts, style: str | None) -> bool:
    return bool(_all(parts.styles, f"w:style[@w:styleId='{style}']/w:pPr/w:pBdr/*[@w:sz]"))


def no_layout_by_spaces(parts: Parts) -> Iterator[str]:
    """No three spaces or tabs in a row."""
    for paragraph in _all(parts.body, "//w:p"):
        text = "".join(
            "\t" if piece.tag == WORD + "tab" else piece.text or ""
            for piece in _all(paragraph, ".//w:r/w:t|.//w:r/w:tab")
        )
        if any(run in text for run in ("   ", "\t\t", "\u3000\u3000\u3000")):
            yield text[:20]


def links_lead_somewhere(parts: Parts) -> Iterator[str]:
    """Every link has words and a bookmark to go to."""
    marks = set(_all(parts.body, "//w:bookmarkStart/@w:name"))
    for link in _all(parts.body, "//w:hyperlink"):
        if link.get(WORD + "anchor") not in marks or not _text(link).strip():
            yield _text(link) or str(link.get(WORD + "anchor"))


def contrast(parts: Parts) -> Iterator[str]:
    """Text in a style stands out from its ground, 4.5 to 1 (large text 3 to 1)."""
    for style in _all(parts.styles, "w:style[@w:type!='table']"):
        color = _value(style, "w:rPr/w:color/@w:val")
        if color is None or style.get(WORD + "styleId") == "Watermark":
            continue
        ground = _value(style, "w:pPr/w:shd/@w:fill|w:rPr/w:shd/@w:fill")
        size = int(_value(style, "w:rPr/w:sz/@w:val") or 20) / 2
        least = LARGE_CONTRAST if size >= LARGE_SIZE else NORMAL_CONTRAST
        if ratio(color, ground if ground not in (None, "auto") else "FFFFFF") < least:
            yield f"{style.get(WORD + 'styleId')} {color}"


def ratio(one: str, other: str) -> float:
    """The contrast of two colours (WCAG 2.2)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(color: str) -> float:
    parts = (int(color[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def large_enough(parts: Parts) -> Iterator[str]:
    """No style is smaller than 7 pt (what parts tables holds no text)."""
    for style in _all(parts.styles, "w:style[w:rPr/w:sz]"):
        if style.get(WORD + "styleId") in CARRIERS:
            continue
        if int(_value(style, "w:rPr/w:sz/@w:val") or 0) < SMALLEST * 2:
            yield str(style.get(WORD + "styleId"))


RULES: dict[str, Callable[[Parts], Iterator[str]]] = {
    rule.__name__: rule
    for rule in (
        title,
        language,
        heading_order,
        headings_say_something,
        header_rows,
        tables_described,
        tables_regular,
        pictures_described,
        nothing_floats,
        no_empty_lines,
        no_layout_by_spaces,
        links_lead_somewhere,
        contrast,
        large_enough,
    )
}
