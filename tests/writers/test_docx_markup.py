"""What the document says is text in every part of a DOCX, whatever it is."""

from __future__ import annotations

import io
from typing import Any
from zipfile import ZipFile

import msgspec
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from exporter.document.model import (
    Cell,
    Chart,
    ChartPoint,
    ChartSeries,
    Column,
    Contents,
    Document,
    Heading,
    Link,
    Note,
    Paragraph,
    Provenance,
    Row,
    Table,
    Text,
)
from exporter.notices import Span
from exporter.styling.load import load
from exporter.styling.model import Style
from exporter.writers import docx
from exporter.writers._word_fonts import obfuscated
from exporter.writers._word_xml import escaped
from exporter.writers._word_zip import zipped
from tests.writers.word_reading import W, names, part

PLAIN = load("plain")
SOURCE = Provenance("页面.txt", "ab" * 32, "r1", Span(3, 9))


def written(*blocks: Any, style: Style = PLAIN, **more: Any) -> bytes:
    return docx.write(Document("题", "zh", tuple(blocks), SOURCE, **more), style).value


def test_markup_is_escaped_for_content_and_attributes_alike() -> None:
    hostile = '&amp; <b a="1">\t"甲"\r\n\'\x07\ud800]]>\ufffe'
    element = etree.fromstring(f'<a b="{escaped(hostile)}">{escaped(hostile)}</a>')
    assert element.text == element.get("b") == '&amp; <b a="1">\t"甲"\r\n\']]>'


@given(st.text(max_size=40))
@settings(max_examples=60, deadline=None)
def test_every_part_is_well_formed_whatever_the_document_says(text: str) -> None:
    blocks = (
        Heading(2, (Text(text),), "heading_1", text or "a"),
        Paragraph((Link(text, text or "a"), Note((Text(text),)))),
        Table(
            (Column(),),
            (),
            (Row((Cell((Paragraph((Text(text),), "table_cell"),)),)),),
            summary=text,
            caption=(Text(f"表1{text}"),),
        ),
        Chart("bar", text, (text,), (ChartSeries(text, (ChartPoint("1", text),)),), text, text),
        Contents(text),
    )
    style = msgspec.structs.replace(PLAIN, watermark=text)
    data = written(*blocks, style=style, author=text, fields={"title": text})
    for member in names(data):
        if member.endswith((".xml", ".rels")):
            part(data, member)


def test_embedded_faces_have_the_characters_of_notes() -> None:
    style = msgspec.structs.replace(PLAIN, embed_fonts=True)
    data = written(Paragraph((Text("水"), Note((Text("火"),)))), style=style)
    key = part(data, "word/fontTable.xml").xpath(
        "string(w:font[@w:name='Exporter Song']/w:embedRegular/@w:fontKey)", namespaces=W
    )
    with ZipFile(io.BytesIO(data)) as archive:
        font = TTFont(io.BytesIO(obfuscated(archive.read("word/fonts/font1.odttf"), key[1:-1])))
    assert ord("火") in font.getBestCmap()


def test_the_zip_is_whole_and_says_nothing_of_when_it_was_made() -> None:
    members = [("a.xml", b"<a/>" * 40_000), ("b/c.xml", "甲".encode()), ("empty", b"")]
    with ZipFile(io.BytesIO(zipped(members))) as archive:
        assert archive.testzip() is None
        assert [(info.filename, archive.read(info)) for info in archive.infolist()] == members
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert zipped([]) == b"PK\x05\x06" + bytes(18)
