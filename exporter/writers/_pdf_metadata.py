"""What the file says of itself: XMP, the information dictionary, and the briefing's provenance.

PDF/A-2 allows no attachment but PDF/A files (ISO 19005-2, 6.8), so the provenance is a property of
the XMP packet, JSON in a schema of our own, described as PDF/A wants it (6.6.2.3). The packet is
neither compressed nor encrypted, so `_pdf_provenance` finds it by scanning, as XMP is meant to be
found.
"""

from __future__ import annotations

import re

import msgspec

from exporter.document.model import Document
from exporter.writers._pdf_provenance import NAMESPACE
from exporter.writers._pdf_structure import LANGUAGES
from exporter.writers._pdf_text import text_string

PRODUCER = "exporter with reportlab"
_BEGIN = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
_END = '<?xpacket end="r"?>'
_BARRED = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
_SCHEMAS = (
    (
        "PDF/UA identification",
        "http://www.aiim.org/pdfua/ns/id/",
        "pdfuaid",
        (("part", "Integer", "The part of ISO 14289 that the file conforms to"),),
    ),
    (
        "Provenance of a briefing",
        NAMESPACE,
        "exporter",
        (("provenance", "Text", "Source file, digest, and the spans of key figures, as JSON"),),
    ),
)


def xmp_packet(document: Document) -> bytes:
    """The metadata of the file: PDF/A-2a and PDF/UA-1, Dublin Core, and the provenance."""
    described = (
        _dublin_core(document),
        _dates(document),
        f"<pdf:Producer>{PRODUCER}</pdf:Producer>"
        f"<pdf:Keywords>{_xml(keywords(document))}</pdf:Keywords>",
        "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        f"<exporter:provenance>{_xml(msgspec.json.encode(document.provenance).decode())}</exporter:provenance>",
        _extension_schemas(),
    )
    body = "".join(
        f'<rdf:Description rdf:about="">{part}</rdf:Description>\n' for part in described
    )
    return (
        f'{_BEGIN}\n<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF{_NAMESPACES}>\n'
        f"{body}</rdf:RDF></x:xmpmeta>\n{_END}"
    ).encode()


_NAMESPACES = "".join(
    f' xmlns:{prefix}="{uri}"'
    for prefix, uri in (
        ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
        ("dc", "http://purl.org/dc/elements/1.1/"),
        ("xmp", "http://ns.adobe.com/xap/1.0/"),
        ("pdf", "http://ns.adobe.com/pdf/1.3/"),
        ("pdfaid", "http://www.aiim.org/pdfa/ns/id/"),
        ("pdfuaid", "http://www.aiim.org/pdfua/ns/id/"),
        ("pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/"),
        ("pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#"),
        ("pdfaProperty", "http://www.aiim.org/pdfa/ns/property#"),
        ("exporter", NAMESPACE),
    )
)


def _dublin_core(document: Document) -> str:
    language = LANGUAGES[document.language]
    parts = [
        "<dc:format>application/pdf</dc:format>",
        f"<dc:title>{_alternative(document.title, language)}</dc:title>",
        f"<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>",
    ]
    if document.author:
        author = _xml(document.author)
        parts.append(f"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>")
    if document.subject:
        parts.append(f"<dc:description>{_alternative(document.subject, language)}</dc:description>")
    return "".join(parts)


def _alternative(text: str, language: str) -> str:
    words = _xml(text)
    return (
        f'<rdf:Alt><rdf:li xml:lang="x-default">{words}</rdf:li>'
        f'<rdf:li xml:lang="{language}">{words}</rdf:li></rdf:Alt>'
    )


def _dates(document: Document) -> str:
    dated = (
        f"<xmp:CreateDate>{document.date}</xmp:CreateDate>"
        f"<xmp:ModifyDate>{document.date}</xmp:ModifyDate>"
        if document.date
        else ""
    )
    return f"{dated}<xmp:CreatorTool>exporter</xmp:CreatorTool>"


def _extension_schemas() -> str:
    """The description of the schemas that PDF/A doesn't know by itself."""
    described = "".join(_extension_schema(*schema) for schema in _SCHEMAS)
    return f"<pdfaExtension:schemas><rdf:Bag>{described}</rdf:Bag></pdfaExtension:schemas>"


def _extension_schema(
    name: str, uri: str, prefix: str, properties: tuple[tuple[str, str, str], ...]
) -> str:
    listed = "".join(
        '<rdf:li rdf:parseType="Resource">'
        f"<pdfaProperty:name>{key}</pdfaProperty:name>"
        f"<pdfaProperty:valueType>{kind}</pdfaProperty:valueType>"
        "<pdfaProperty:category>internal</pdfaProperty:category>"
        f"<pdfaProperty:description>{purpose}</pdfaProperty:description></rdf:li>"
        for key, kind, purpose in properties
    )
    return (
        '<rdf:li rdf:parseType="Resource">'
        f"<pdfaSchema:schema>{name}</pdfaSchema:schema>"
        f"<pdfaSchema:namespaceURI>{uri}</pdfaSchema:namespaceURI>"
        f"<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>"
        f"<pdfaSchema:property><rdf:Seq>{listed}</rdf:Seq></pdfaSchema:property></rdf:li>"
    )


def information(document: Document) -> bytes:
    """The information dictionary, saying what the XMP says (for readers that know no XMP)."""
    words = {
        "Title": document.title,
        "Author": document.author or "",
        "Subject": document.subject or "",
        "Keywords": keywords(document),
        "Creator": "exporter",
        "Producer": PRODUCER,
    }
    body = "".join(f"/{key}{text_string(_allowed(text))}" for key, text in words.items() if text)
    if document.date:
        body += "".join(
            f"/{key}(D:{document.date.replace('-', '')})" for key in ("CreationDate", "ModDate")
        )
    return f"<<{body}>>".encode("ascii")


def keywords(document: Document) -> str:
    """The keywords in one line."""
    return ", ".join(document.keywords)


def _xml(text: str) -> str:
    return _allowed(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _allowed(text: str) -> str:
    """`text` without characters that XML 1.0 can't hold."""
    return _BARRED.sub("", text)
