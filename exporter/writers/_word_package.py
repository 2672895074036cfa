"""The package: parts, their relations, properties and settings, zipped to the same bytes."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, cast

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.oxml import CT_Types, serialize_part_xml
from docx.opc.package import OpcPackage
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI
from docx.opc.part import Part

from exporter import __version__
from exporter.document.model import Document, Language
from exporter.styling.model import Style
from exporter.writers import _word_names as names
from exporter.writers._word_pages import differs_even
from exporter.writers._word_xml import Node, Sieve, node, part, plain, worded
from exporter.writers._word_zip import zipped

if TYPE_CHECKING:
    from docx.package import Package

EPOCH = "1980-01-01"
MAIN, NOTES, PACKAGE = "/word/document.xml", "/word/footnotes.xml", ""
OUTSIDE = ""
"""The content type of what is no part: a file that a link leads to."""
CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_COMPATIBLE_WITH = "http://schemas.microsoft.com/office/word"
_COMPATIBILITY = (
    ("compatibilityMode", 15),
    ("overrideTableStyleFontSizeAndJustification", 1),
    ("enableOpenTypeFeatures", 1),
    ("doNotFlipMirrorIndents", 1),
    ("differentiateMultirowTableHeaders", 1),
)


class _Place(NamedTuple):
    """A part's place in the package: its uri, its type, what refers to it (the empty uri: the
    package itself) and as what.
    """

    uri: str
    content_type: str
    source: str
    relation: str


class WordPackage:
    """A package under way; parts are added with their relations, `zipped` gives the file."""

    def __init__(self) -> None:
        self._places: list[_Place] = []
        self._data: dict[str, bytes] = {}
        self._relations: Counter[str] = Counter()
        self.attach(MAIN, CT.WML_DOCUMENT_MAIN, RT.OFFICE_DOCUMENT, source=PACKAGE)

    def attach(
        self, uri: str, content_type: str, relation: str, data: bytes = b"", source: str = MAIN
    ) -> str:
        """Adds a part that the part `source` refers to; the id of the relation."""
        self._data[uri] = data
        return self._relate(_Place(uri, content_type, source, relation))

    def link(self, target: str, in_note: bool) -> str:
        """Notes that the body, or a note, links to a file outside; the id of the relation."""
        source = NOTES if in_note else MAIN
        return self._relate(_Place(target, OUTSIDE, source, RT.HYPERLINK))

    def _relate(self, place: _Place) -> str:
        self._places.append(place)
        self._relations[place.source] += 1
        return f"rId{self._relations[place.source]}"

    def fill(self, uri: str, data: bytes) -> None:
        """Gives a part that is there its bytes."""
        self._data[uri] = data

    def characters(self) -> str:
        """The characters of the parts so far, each once: of body, notes, heads and feet."""
        held = (data.decode() for uri, data in self._data.items() if uri.endswith(".xml"))
        return "".join(sorted(set().union(*held)))

    def zipped(self) -> bytes:
        """The file: parts in the order of their relations, every time the same."""
        members = _members(tuple(self._places))
        return zipped((name, self._data[uri] if uri else own) for name, uri, own in members)


@lru_cache(maxsize=64)
def _members(places: tuple[_Place, ...]) -> tuple[tuple[str, str, bytes], ...]:
    """The members in order: a name with the uri of its part, or with bytes of its own, which are
    the same for all packages of these parts (content types, relations).
    """
    package = OpcPackage()
    # python-docx types a part's package as its own document package; any OPC package serves
    whole = cast("Package", package)
    parts = {
        place.uri: Part(PackURI(place.uri), place.content_type, b"", whole)
        for place in places
        if place.content_type != OUTSIDE
    }
    relations: Counter[str] = Counter()
    for place in places:
        source = parts[place.source] if place.source else package
        relations[place.source] += 1
        outside = place.content_type == OUTSIDE
        target = place.uri if outside else parts[place.uri]
        number = f"rId{relations[place.source]}"
        source.rels.add_relationship(place.relation, target, number, is_external=outside)
    members = [
        (CONTENT_TYPES_URI.membername, "", _content_types(places)),
        (PACKAGE_URI.rels_uri.membername, "", _utf8(package.rels.xml)),
    ]
    for uri, made in parts.items():
        members.append((made.partname.membername, uri, b""))
        if made.rels:
            members.append((made.partname.rels_uri.membername, "", _utf8(made.rels.xml)))
    return tuple(members)


def _utf8(data: str | bytes) -> bytes:
    return data.encode("utf-8") if isinstance(data, str) else data


def _content_types(places: tuple[_Place, ...]) -> bytes:
    types = CT_Types.new()
    defaults = {"rels": CT.OPC_RELATIONSHIPS, "xml": CT.XML}
    overrides = {}
    for place in places:
        if place.content_type == OUTSIDE:
            continue
        extension = place.uri.rpartition(".")[2]
        if extension in ("xlsx", "odttf", "png", "jpeg"):
            defaults[extension] = place.content_type
        else:
            overrides[place.uri] = place.content_type
    for extension, content_type in sorted(defaults.items()):
        types.add_default(extension, content_type)
    for uri, content_type in sorted(overrides.items()):
        types.add_override(uri, content_type)
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
        ("dc:language", names.LANGUAGES[document.language]),
        ("cp:lastModifiedBy", author),
    )
    stated = tuple(worded(tag, clean(text)) for tag, text in words if text)
    dates = tuple(
        Node(f"dcterms:{kind}", (("xsi:type", "dcterms:W3CDTF"),), (), date)
        for kind in ("created", "modified")
    )
    prefixes = ("cp", "dc", "dcterms", "xsi")
    return part("cp:coreProperties", prefixes, *(said.markup() for said in (*stated, *dates)))


def app_properties() -> bytes:
    """The tool's name and version."""
    major, minor, *_ = (*__version__.split("."), "0")
    version = worded("ep:AppVersion", f"{int(major):02d}.{int(minor):04d}")
    name = worded("ep:Application", "exporter")
    return part("ep:Properties", ("ep",), name.markup(), version.markup())


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
        ).markup()
        for number, (name, value) in enumerate(values, start=2)
    )
    return part("cup:Properties", ("cup", "vt"), *properties)


def settings(style: Style, language: Language, *, has_notes: bool) -> bytes:
    """Word's settings of the document. Nothing in them makes Word ask the reader a question."""
    page = style.page
    return _settings(page.mirrored, differs_even(page), has_notes, style.embed_fonts, language)


@lru_cache(maxsize=16)
def _settings(
    mirrored: bool, even: bool, has_notes: bool, embeds: bool, language: Language
) -> bytes:
    separators = (node("w:footnote", id=-1), node("w:footnote", id=0))
    children = (
        *((node("w:embedTrueTypeFonts"), node("w:saveSubsetFonts")) if embeds else ()),
        *((node("w:mirrorMargins"),) if mirrored else ()),
        node("w:defaultTabStop", val=420),
        *((node("w:evenAndOddHeaders"),) if even else ()),
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
        node("w:themeFontLang", val="en-US", eastAsia=names.east_asian(language)),
        node("w:decimalSymbol", val="."),
        node("w:listSeparator", val=","),
    )
    return part("w:settings", ("w",), *(child.markup() for child in children))
