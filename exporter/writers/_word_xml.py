"""The XML that a DOCX is made of: names, elements, and what may stand in them.

Elements are lxml's own; no text is ever joined into markup. `Node` is an element as a value (a tag,
its attributes, its children): two of them can be compared, which is how a style says only what
differs from the style that it is based on.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple, TypeAlias

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = {
    "w": W,
    "r": R,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "ep": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "cup": "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
}
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

# an lxml element: the library has no types of its own
Element: TypeAlias = Any


@cache
def name(prefixed: str) -> str:
    """The full name of ``w:p`` in lxml's form. Raises ``KeyError`` for an unknown prefix."""
    prefix, _, local = prefixed.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if local else prefix


class Node(NamedTuple):
    """An element as a value. Names are prefixed (``w:ind``)."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple[Node, ...] = ()
    text: str | None = None

    def under(self, parent: Element) -> Element:
        """The element that it stands for, newly appended to `parent`."""
        element = etree.SubElement(parent, name(self.tag))
        return self._fill(element)

    def root(self, *prefixes: str) -> Element:
        """The element that it stands for, as the root of a part that uses `prefixes`."""
        return self._fill(etree.Element(name(self.tag), nsmap={p: NAMESPACES[p] for p in prefixes}))

    def _fill(self, element: Element) -> Element:
        for key, value in self.attributes:
            element.set(name(key), value)
        element.text = self.text
        for child in self.children:
            child.under(element)
        return element


def node(tag: str, *children: Node, **attributes: str | int) -> Node:
    """A `Node`; attributes have the prefix of their tag, ``r_id`` stands for ``r:id``."""
    prefix = tag.partition(":")[0]
    named = tuple((_attribute(prefix, key), str(value)) for key, value in attributes.items())
    return Node(tag, named, children)


def plain(tag: str, *children: Node, **attributes: str | int) -> Node:
    """A `Node` whose attributes have no prefix (drawings, charts); ``r_id`` stands for ``r:id``."""
    named = tuple((_attribute("", key), str(value)) for key, value in attributes.items())
    return Node(tag, named, children)


def worded(tag: str, text: str, **attributes: str) -> Node:
    """A `Node` with text in it and attributes without prefix."""
    return Node(tag, tuple(attributes.items()), (), text)


@cache
def _attribute(prefix: str, key: str) -> str:
    own, _, local = key.partition("_")
    if local and own in NAMESPACES:
        return f"{own}:{local}"
    return f"{prefix}:{key}" if prefix else key


def serialize(element: Element) -> bytes:
    """The part's bytes: UTF-8 with declaration."""
    data: bytes = etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


class Sieve:
    """Lets through what may stand in XML; counts the rest (control characters, lone surrogates)."""

    def __init__(self) -> None:
        self.dropped = 0

    def __call__(self, text: str) -> str:
        """`text` without the characters that XML 1.0 has no place for."""
        if text.isprintable():
            return text
        kept, count = _FORBIDDEN.subn("", text)
        self.dropped += count
        return kept.replace("\r\n", "\n").replace("\r", "\n")


def twips(points: float) -> int:
    """Twentieths of a point, rounded to the nearest."""
    return round(points * 20)
