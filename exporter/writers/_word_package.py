"""The package: parts, their relations, properties and settings, zipped to the same bytes."""

from __future__ import annotations

import zipfile
from io import BytesIO

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.oxml import CT_Types, serialize_part_xml
from docx.opc.package import OpcPackage
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI
from docx.opc.part import Part

from exporter import __version__
from exporter.document.model import Document
from exporter.styling.model import Style
from exporter.writers._word_pages import differs_even
from exporter.writers._word_xml import Node, Sieve, node, plain, serialize, worded

EPOCH = "1980-01-01"
CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_LEVEL = 4  # of compression: a third of the time of the usual 6, for files larger by a fifteenth
_DOS_EPOCH = (1980, 1, 1, 0, 0, 0)
_LANGUAGE = {"zh": "zh-CN", "en": "en-US"}
_COMPATIBLE_WITH = "http://schemas.microsoft.com/office/word"
_COMPATIBILITY = (
    ("compatibilityMode", 15),
    ("overrideTableStyleFontSizeAndJustification", 1),
    ("enableOpenTypeFeatures", 1),
    ("doNotFlipMirrorIndents", 1),
    ("differentiateMultirowTableHeaders", 1),
)


class WordPackage:
    """A package under way; parts are added with their relations, `zipped` gives the file."""

    def __init__(self) -> None:
        self._package = OpcPackage()
        self.main = self.part("/word/document.xml", CT.WML_DOCUMENT_MAIN, b"")
        self._package.relate_to(self.main, RT.OFFICE_DOCUMENT)

    def part(self, uri: str, content_type: str, data: bytes) -> Part:
        """A new part, related to nothing yet."""
        return Part(PackURI(uri), content_type, data, self._package)

    def attach(self, uri: str, content_type: str, relation: str, data: bytes) -> str:
        """Adds a part that the main document refers to; the relation's id."""
        return str(self.main.relate_to(self.part(uri, content_type, data), relation))

    def describe(self, uri: str, content_type: str, relation: str, data: bytes) -> None:
        """Adds a part that describes the package."""
        self._package.relate_to(self.part(uri, content_type, data), relation)

    def zipped(self) -> bytes:
        """The file: parts in the order of their relations, every time the same."""
        parts = list(self._package.iter_parts())
        out = BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            _put(archive, CONTENT_TYPES_URI, _content_types(parts))
            _put(archive, PACKAGE_URI.rels_uri, _utf8(self._package.rels.xml))
            for part in parts:
                _put(archive, part.partname, part.blob)
                if part.rels:
                    _put(archive, part.partname.rels_uri, _utf8(part.rels.xml))
        return out.getvalue()


def _utf8(data: str | bytes) -> bytes:
    return data.encode("utf-8") if isinstance(data, str) else data


def _put(archive: zipfile.ZipFile, uri: PackURI, data: bytes) -> None:
    """A member with a fixed time and fixed rights."""
    member = zipfile.ZipInfo(uri.membername, _DOS_EPOCH)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.external_attr = 0o600 << 16
    member.create_system = 3
    archive.writestr(member, data, compresslevel=_LEVEL)


def _content_types(parts: list[Part]) -> bytes:
    types = CT_Types.new()
    defaults = {"rels": CT.OPC_RELATIONSHIPS, "xml": CT.XML}
    overrides = {}
    for part in parts:
        if part.partname.ext in ("xlsx", "odttf"):
            defaults[part.partname.ext] = part.content_type
        else:
            overrides[str(part.partname)] = part.content_type
    for extension, content_type in sorted(defaults.items()):
        types.add_default(extension, content_type)
    for name, content_type in sorted(overrides.items()):
        types.add_override(name, content_type)
    data: bytes = serialize_part_xml(types)
    return data


def core_properties(document: Document, clean: Sieve) -> bytes:
    """Title, author, subject, keywords, language; the dates are the event's, not the clock's."""
    date = f"{document.date or EPOCH}T00:00:00Z"
    author = clean(document.author or "")
    words = (
        ("dc:title", document.title),
        ("dc:creator", author),
        ("dc:subject", document.subject or ""),
        ("cp:keywords", "; ".join(document.keywords)),
        ("dc:language", _LANGUAGE[document.language]),
        ("cp:lastModifiedBy", author),
    )
    stated = tuple(worded(tag, clean(text)) for tag, text in words if text)
    dates = tuple(
        Node(f"dcterms:{kind}", (("xsi:type", "dcterms:W3CDTF"),), (), date)
        for kind in ("created", "modified")
    )
    root = plain("cp:coreProperties", *stated, *dates)
    return serialize(root.root("cp", "dc", "dcterms", "xsi"))


def app_properties() -> bytes:
    """The tool's name and version."""
    major, minor, *_ = (*__version__.split("."), "0")
    root = Node(
        "ep:Properties",
        (),
        (
            worded("ep:Application", "exporter"),
            worded("ep:AppVersion", f"{int(major):02d}.{int(minor):04d}"),
        ),
    )
    return serialize(root.root("ep"))


def custom_properties(document: Document, style: Style, clean: Sieve) -> bytes:
    """Where the document comes from, so that it can be verified: source, record, tool, style."""
    source = document.provenance
    values = (
        ("source", source.path),
        ("source-sha256", source.sha256),
        ("record", source.record),
        ("record-span", f"{source.span.start}-{source.span.end}"),
        ("tool", f"exporter {__version__}"),
        ("style", style.name),
        ("style-sha256", style.digest),
    )
    properties = (
        plain(
            "cup:property",
            worded("vt:lpwstr", clean(value)),
            fmtid=_CUSTOM_FORMAT,
            pid=number,
            name=name,
        )
        for number, (name, value) in enumerate(values, start=2)
    )
    return serialize(plain("cup:Properties", *properties).root("cup", "vt"))


def settings(style: Style, *, has_notes: bool, embeds: bool) -> bytes:
    """Word's settings of the document. Nothing in them makes Word ask the reader a question."""
    page = style.page
    separators = (node("w:footnote", id=-1), node("w:footnote", id=0))
    children = (
        *((node("w:embedTrueTypeFonts"), node("w:saveSubsetFonts")) if embeds else ()),
        *((node("w:mirrorMargins"),) if page.mirrored else ()),
        node("w:defaultTabStop", val=420),
        *((node("w:evenAndOddHeaders"),) if differs_even(page) else ()),
        node("w:characterSpacingControl", val="compressPunctuation"),
        *((node("w:footnotePr", *separators),) if has_notes else ()),
        node(
            "w:compat",
            node("w:doNotExpandShiftReturn"),
            *(
                node("w:compatSetting", name=name, uri=_COMPATIBLE_WITH, val=value)
                for name, value in _COMPATIBILITY
            ),
        ),
        node("w:themeFontLang", val="en-US", eastAsia="zh-CN"),
        node("w:decimalSymbol", val="."),
        node("w:listSeparator", val=","),
    )
    return serialize(node("w:settings", *children).root("w"))
