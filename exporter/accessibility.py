"""Whether a DOCX can be read by everyone: fourteen rules, each from the file to its faults.

The rules are those that Word's own checker and PDF/UA agree on (WCAG 2.2: 1.1.1, 1.3.1, 1.3.2,
1.4.3, 2.4.2, 2.4.4, 2.4.6, 3.1.1). The file may have been restyled since, or come from elsewhere.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from exporter.errors import SourceError
from exporter.notices import Notice
from exporter.styling.contrast import WHITE
from exporter.styling.contrast import contrast as ratio

if TYPE_CHECKING:
    from lxml import etree

W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
WORD = f"{{{W['w']}}}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
NORMAL_CONTRAST, LARGE_CONTRAST, LARGE_SIZE = 4.5, 3.0, 18.0
SMALLEST = 7.0
CARRIERS = ("Separator", "ChartParagraph")
"""Styles of our own paragraphs without words: they part tables and carry charts."""
MOST_BYTES = 100_000_000
"""Of a part, unpacked."""
_HEX = re.compile("[0-9A-Fa-f]{6}")
_SHOWN = 40


class Parts(NamedTuple):
    """The parts that the rules look at."""

    body: etree._Element
    styles: etree._Element
    core: etree._Element


def faults(path: str, data: bytes) -> tuple[Notice, ...]:
    """Every fault of the file, by rule: notices with code ``access.RULE`` and the place as
    ``where``. Raises `SourceError` for what is no DOCX.
    """
    parts = _parts(path, data)
    return tuple(
        Notice(f"access.{name}", params={"where": where[:_SHOWN]})
        for name, rule in RULES.items()
        for where in rule(parts)
    )


def _parts(path: str, data: bytes) -> Parts:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            read = (
                etree.fromstring(_member(archive, name), parser)
                for name in ("word/document.xml", "word/styles.xml", "docProps/core.xml")
            )
            return Parts(*read)
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, etree.XMLSyntaxError) as fault:
        raise SourceError("access.unreadable", path=path, reason=str(fault)) from fault


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    if archive.getinfo(name).file_size > MOST_BYTES:
        raise ValueError(f"{name} > {MOST_BYTES // 1_000_000} MB")
    return archive.read(name)


def _all(element: etree._Element, path: str) -> list[etree._Element]:
    found: list[etree._Element] = element.xpath(path, namespaces=W)
    return found


def _value(element: etree._Element, path: str) -> str | None:
    found = element.xpath(path, namespaces=W)
    return str(found[0]) if found else None


def _id(style: etree._Element) -> str:
    return str(style.get(WORD + "styleId"))


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
            yield _text(table)


def _data_tables(parts: Parts) -> list[etree._Element]:
    return _all(parts.body, "//w:tbl[not(w:tblPr/w:tblpPr)]")


def tables_described(parts: Parts) -> Iterator[str]:
    """A table of data has a caption or a description."""
    for table in _data_tables(parts):
        if not _all(table, "w:tblPr/w:tblCaption|w:tblPr/w:tblDescription"):
            yield _text(table)


def tables_regular(parts: Parts) -> Iterator[str]:
    """Every row fills the grid; no table stands in a table; no cell spans rows."""
    for table in _all(parts.body, "//w:tbl"):
        columns = len(_all(table, "w:tblGrid/w:gridCol"))
        for row in _all(table, "w:tr"):
            spans = (_value(cell, "w:tcPr/w:gridSpan/@w:val") for cell in _all(row, "w:tc"))
            if sum(int(span or 1) for span in spans) != columns:
                yield f"row: {_text(row)}"
        if _all(table, ".//w:tbl|.//w:vMerge"):
            yield f"merged: {_text(table)}"


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
            yield text


def links_lead_somewhere(parts: Parts) -> Iterator[str]:
    """Every link has words and a bookmark, or a target outside, to go to."""
    marks = set(_all(parts.body, "//w:bookmarkStart/@w:name"))
    for link in _all(parts.body, "//w:hyperlink"):
        leads = link.get(WORD + "anchor") in marks or link.get(RELATION + "id")
        if not leads or not _text(link).strip():
            yield _text(link) or str(link.get(WORD + "anchor"))


def contrast(parts: Parts) -> Iterator[str]:
    """Text in a style stands out from its ground, 4.5 to 1 (large text 3 to 1)."""
    for style in _all(parts.styles, "w:style[@w:type!='table']"):
        color = _value(style, "w:rPr/w:color/@w:val")
        if color is None or not _HEX.fullmatch(color) or _id(style) == "Watermark":
            continue
        ground = _value(style, "w:pPr/w:shd/@w:fill|w:rPr/w:shd/@w:fill")
        size = float(_value(style, "w:rPr/w:sz/@w:val") or 20) / 2
        least = LARGE_CONTRAST if size >= LARGE_SIZE else NORMAL_CONTRAST
        under = f"#{ground}" if ground and _HEX.fullmatch(ground) else WHITE
        if ratio(f"#{color}", under) < least:
            yield f"{_id(style)} {color}"


def large_enough(parts: Parts) -> Iterator[str]:
    """No style is smaller than 7 pt (what parts tables holds no text)."""
    for style in _all(parts.styles, "w:style[w:rPr/w:sz]"):
        if _id(style) in CARRIERS:
            continue
        if float(_value(style, "w:rPr/w:sz/@w:val") or 0) < SMALLEST * 2:
            yield _id(style)


RULES: dict[str, Callable[[Parts], Iterator[str]]] = {
    rule.__name__.replace("_", "-"): rule
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
"""Every rule by its id."""
