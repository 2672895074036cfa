"""The XML that a DOCX is made of: names, elements as values, and what may stand in them.

Markup is text that begins and ends between elements. A part is joined from pieces of it, several
times as fast as a tree of elements is built. Whatever a document or a style says gets into it
through `escaped` alone. `Node` is an element as a value (a tag, its attributes, its children): two
of them can be compared, which is how a style says only what differs from the style that it is based
on.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = {
    "w": W,
    "r": R,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
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
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_REFERENCES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
    | {"\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)
_SPECIAL = re.compile('[&<>"\t\n\r]')


def escaped(text: str) -> str:
    """`text` as markup, for content and for attributes in double quotes. What XML 1.0 has no place
    for is dropped; line ends and tabs are references, so that attributes keep them.
    """
    if not text.isprintable():
        text = _FORBIDDEN.sub("", text)
    return text.translate(_REFERENCES) if _SPECIAL.search(text) else text


class Node(NamedTuple):
    """An element as a value. Names are prefixed (``w:ind``)."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple[Node, ...] = ()
    text: str | None = None

    def markup(self) -> str:
        """The element as markup, its prefixes undeclared."""
        said = "".join([f' {key}="{escaped(value)}"' for key, value in self.attributes])
        held = "".join([child.markup() for child in self.children])
        if self.text:
            held = escaped(self.text) + held
        return f"<{self.tag}{said}>{held}</{self.tag}>" if held else f"<{self.tag}{said}/>"


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


def part(tag: str, prefixes: tuple[str, ...], *markup: str) -> bytes:
    """A part's bytes: the element `tag` round the markup, which uses those prefixes."""
    declared = "".join(f' xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in prefixes)
    return "".join((_DECLARATION, f"<{tag}{declared}>", *markup, f"</{tag}>")).encode("utf-8")


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
