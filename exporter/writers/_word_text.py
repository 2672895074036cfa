"""Inlines as runs: text, links, footnotes, bookmarks.

A run never has formatting of its own but its role's style. The two exceptions say what the text
*is*, not how it looks: the hint that a quotation mark is Chinese, the language of a foreign word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import assert_never

import msgspec
from lxml import etree

from exporter.document.model import Anchor, Inline, Language, LineBreak, Link, Note, Tab, Text
from exporter.notices import Notice
from exporter.styling.model import Style
from exporter.writers import _word_names as names
from exporter.writers._word_xml import SPACE, Element, Node, Sieve, name, node, serialize

_RUN, _RPR, _TEXT, _TAB, _BREAK = (name(f"w:{tag}") for tag in ("r", "rPr", "t", "tab", "br"))
_STYLE, _FONTS, _HINT, _LANG, _VAL = (
    name(f"w:{tag}") for tag in ("rStyle", "rFonts", "hint", "lang", "val")
)
_LINK, _ANCHOR, _HISTORY = name("w:hyperlink"), name("w:anchor"), name("w:history")
_START, _END, _ID, _NAME = (
    name(f"w:{tag}") for tag in ("bookmarkStart", "bookmarkEnd", "id", "name")
)
_sub = etree.SubElement

# Characters that Word sets in the Latin face unless told otherwise (ECMA-376-1, 17.3.2.26)
_AMBIGUOUS = re.compile("[·×÷°±\u2010-\u2027\u2030-\u203b\u2100-\u22ff\u2460-\u24ff\u2500-\u27bf]")
_PIECES = re.compile(r"([\t\n])")
_NOT_IN_NAMES = re.compile(r"[^0-9A-Za-z_]")
_LONGEST_NAME = 40
_OPENING = 12
_WORD_LANGUAGE = {"zh": "zh-CN", "en": "en-US"}


class Bookmarks:
    """Anchors as bookmarks: names that Word allows, one for each anchor, ids in order of use."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._taken: set[str] = set()
        self._placed: set[str] = set()
        self._count = 0

    def name(self, anchor: str) -> str:
        """The bookmark's name: letters, digits and underscores, a letter first, at most 40."""
        if anchor not in self._names:
            stem = _NOT_IN_NAMES.sub("_", anchor)
            stem = (stem if stem[:1].isalpha() or stem[:1] == "_" else f"a{stem}")[:_LONGEST_NAME]
            chosen, number = stem, 1
            while chosen in self._taken:
                number += 1
                chosen = f"{stem[: _LONGEST_NAME - 6]}_{number}"
            self._taken.add(chosen)
            self._names[anchor] = chosen
        return self._names[anchor]

    def has(self, anchor: str) -> bool:
        """Whether the anchor has been placed."""
        return anchor in self._placed

    def open(self, parent: Element, anchor: str) -> str | None:
        """Starts the bookmark in `parent`; its id, ``None`` when the anchor is placed already."""
        if anchor in self._placed:
            return None
        self._placed.add(anchor)
        self._count += 1
        start = _sub(parent, _START)
        start.set(_ID, str(self._count))
        start.set(_NAME, self.name(anchor))
        return str(self._count)

    @staticmethod
    def close(parent: Element, number: str | None) -> None:
        """Ends the bookmark with that id."""
        if number is not None:
            _sub(parent, _END).set(_ID, number)


class Footnotes:
    """The part ``footnotes.xml``; ids count from 1."""

    def __init__(self) -> None:
        self.root = node("w:footnotes").root("w")
        for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
            line = node("w:p", node("w:r", node(f"w:{kind}")))
            node("w:footnote", line, type=kind, id=number).under(self.root)
        self.count = 0

    def part(self) -> bytes | None:
        """The part's bytes; ``None`` when there is no note."""
        return serialize(self.root) if self.count else None


class Runs:
    """Writes inlines into paragraphs."""

    def __init__(self, style: Style, language: Language) -> None:
        self._style = style
        self._chinese = language == "zh"
        self.sieve = Sieve()
        self.bookmarks = Bookmarks()
        self.footnotes = Footnotes()
        self._links: list[tuple[Element, str]] = []

    def write(self, parent: Element, inlines: Iterable[Inline]) -> None:
        """Appends the inlines to `parent` (a paragraph, or a hyperlink)."""
        for inline in inlines:
            match inline:
                case Text():
                    self.text(parent, inline.text, inline.role, inline.language)
                case Link():
                    self._link(parent, inline)
                case Anchor():
                    self.bookmarks.close(parent, self.bookmarks.open(parent, inline.id))
                case Note():
                    self._note(parent, inline)
                case Tab():
                    _sub(_sub(parent, _RUN), _TAB)
                case LineBreak():
                    _sub(_sub(parent, _RUN), _BREAK)
                case _:
                    assert_never(inline)

    def text(
        self, parent: Element, text: str, role: str = "text", language: Language | None = None
    ) -> None:
        """Appends a run of `text`; tabs and line ends in it become Word's own."""
        if not text or self._hidden(role):
            return
        run = _sub(parent, _RUN)
        self._dress(run, text, role, language)
        clean = self.sieve(text)
        if "\t" not in clean and "\n" not in clean:
            _words(run, clean)
            return
        for piece in _PIECES.split(clean):
            if piece == "\t":
                _sub(run, _TAB)
            elif piece == "\n":
                _sub(run, _BREAK)
            elif piece:
                _words(run, piece)

    def _hidden(self, role: str) -> bool:
        return role != "text" and self._style.rule(role).display == "none"

    def _dress(self, run: Element, text: str, role: str, language: Language | None) -> None:
        chinese = self._chinese if language is None else language == "zh"
        hinted = chinese and not text.isascii() and _AMBIGUOUS.search(text)
        if role == "text" and not hinted and language is None:
            return
        properties = _sub(run, _RPR)
        if role != "text":
            _sub(properties, _STYLE).set(_VAL, names.style_id(role))
        if hinted:
            _sub(properties, _FONTS).set(_HINT, "eastAsia")
        if language is not None:
            _sub(properties, _LANG).set(_VAL, _WORD_LANGUAGE[language])

    def _link(self, parent: Element, link: Link) -> None:
        if self._hidden(link.role):
            return
        element = _sub(parent, _LINK)
        element.set(_ANCHOR, self.bookmarks.name(link.target))
        element.set(_HISTORY, "1")
        self.text(element, link.text, link.role)
        self._links.append((element, link.target))

    def _note(self, parent: Element, note: Note) -> None:
        self.footnotes.count += 1
        number = self.footnotes.count
        reference = node("w:rPr", node("w:rStyle", val=names.FOOTNOTE_REFERENCE[0]))
        node("w:r", reference, node("w:footnoteReference", id=number)).under(parent)
        element = node("w:footnote", id=number).under(self.footnotes.root)
        paragraph = node(
            "w:p",
            node("w:pPr", node("w:pStyle", val=names.style_id("footnote"))),
            node("w:r", reference, node("w:footnoteRef")),
        ).under(element)
        self.text(paragraph, " ")
        self.write(paragraph, note.content)

    def settle(self) -> tuple[Notice, ...]:
        """Turns links whose anchor never came into text; what was dropped or came to nothing."""
        notices = []
        for element, target in self._links:
            if not self.bookmarks.has(target):
                _unwrap(element)
                notices.append(Notice("writers.docx-dead-link", params={"target": target}))
        if self.sieve.dropped:
            count = str(self.sieve.dropped)
            notices.append(Notice("writers.docx-characters-dropped", params={"count": count}))
        return tuple(notices)


def opening_link(first: Text, target: str) -> tuple[Inline, ...]:
    """The text with its first words a link: up to the first mark, a dozen characters at most."""
    opening = first.text[:_OPENING]
    end = next((at for at, c in enumerate(opening) if not c.isalnum()), _OPENING)
    end = max(end, 1)
    link = Link(first.text[:end], target, first.role)
    return (link, msgspec.structs.replace(first, text=first.text[end:]))


def _words(run: Element, text: str) -> None:
    """Appends words to a run; spaces at their ends are kept only where that is said."""
    words = _sub(run, _TEXT)
    words.text = text
    if text[:1].isspace() or text[-1:].isspace():
        words.set(SPACE, "preserve")


def _unwrap(element: Element) -> None:
    """Puts the element's children in its place."""
    parent = element.getparent()
    for child in list(element):
        element.addprevious(child)
    parent.remove(element)


def field(parent: Element, instruction: str, shown: str) -> None:
    """Appends a field with the result that is `shown` until it is updated."""
    for part in field_start(instruction):
        part.under(parent)
    _sub(_sub(parent, _RUN), _TEXT).text = shown
    field_mark("end").under(parent)


def field_start(instruction: str) -> tuple[Node, ...]:
    """The runs that begin a field, up to its result."""
    words = Node("w:instrText", (("xml:space", "preserve"),), (), f" {instruction} ")
    return (field_mark("begin"), node("w:r", words), field_mark("separate"))


def field_mark(kind: str) -> Node:
    """A field's ``begin``, ``separate`` or ``end``."""
    return node("w:r", node("w:fldChar", fldCharType=kind))
