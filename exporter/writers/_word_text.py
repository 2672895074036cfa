"""Inlines as runs: text, links, footnotes, bookmarks.

A run never has formatting of its own but its role's style. The two exceptions say what the text
*is*, not how it looks: the hint that a quotation mark is Chinese, the language of a foreign word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple, assert_never

import msgspec

from exporter.document.model import (
    Anchor,
    FileLink,
    Inline,
    Language,
    LineBreak,
    Link,
    Note,
    Tab,
    Text,
)
from exporter.notices import Notice
from exporter.styling.model import Style
from exporter.writers import _word_names as names
from exporter.writers._word_xml import Node, Sieve, escaped, node, part

# Characters that Word sets in the Latin face unless told otherwise (ECMA-376-1, 17.3.2.26)
_AMBIGUOUS = re.compile(
    "[·×÷°±\u2010-\u2012\u2014-\u2027\u2030-\u203b\u2100-\u22ff\u2460-\u24ff\u2500-\u27bf]"
    # the dash of a range of numbers is Latin: in a Chinese face it would be a whole em
    "|(?<!\\d)\u2013|\u2013(?!\\d)"
)
_PIECES = re.compile(r"([\t\n])")
_NOT_IN_NAMES = re.compile(r"[^0-9A-Za-z_]")
_LONGEST_NAME = 40
_OPENING = 12


class Bookmarks:
    """Anchors as bookmarks: names that Word allows, one for each anchor, ids in order of use."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._taken: set[str] = set()
        self._placed: set[str] = set()

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

    def around(self, anchor: str) -> tuple[str, str]:
        """Start and end of the bookmark; nothing when the anchor is placed already."""
        if anchor in self._placed:
            return "", ""
        self._placed.add(anchor)
        number = len(self._placed)
        start = f'<w:bookmarkStart w:id="{number}" w:name="{self.name(anchor)}"/>'
        return start, f'<w:bookmarkEnd w:id="{number}"/>'

    def point(self, anchor: str) -> str:
        """The bookmark with nothing in it."""
        return "".join(self.around(anchor))


class Footnotes:
    """The part ``footnotes.xml``; ids count from 1."""

    def __init__(self) -> None:
        self.notes: list[list[str]] = []
        self.linked = False

    def part(self) -> bytes | None:
        """The part's bytes; ``None`` when there is no note."""
        if not self.notes:
            return None
        prefixes = ("w", "r") if self.linked else ("w",)
        return part("w:footnotes", prefixes, _SEPARATORS, *(p for n in self.notes for p in n))


_SEPARATORS = "".join(
    node("w:footnote", node("w:p", node("w:r", node(f"w:{kind}"))), type=kind, id=number).markup()
    for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
)


class _Placed(NamedTuple):
    """A link as written: where its tags stand, what it points to."""

    out: list[str]
    start: int
    end: int
    target: str


class Runs:
    """Writes inlines as markup, appended to a list of pieces. `link` gives the id of a relation to
    a file outside, from the body or, when true, from the notes.
    """

    def __init__(self, style: Style, language: Language, link: Callable[[str, bool], str]) -> None:
        self._relate, self._in_note = link, False
        self._style = style
        self.language = language
        self._chinese = language != "en"
        self.sieve = Sieve()
        self.bookmarks = Bookmarks()
        self.footnotes = Footnotes()
        self._links: list[_Placed] = []
        self._openings: dict[tuple[str, Language | None, bool], str | None] = {}

    def write(self, out: list[str], inlines: Iterable[Inline]) -> None:
        """Appends the inlines to `out`, which must stay as it is till `settle`."""
        for inline in inlines:
            match inline:
                case Text():
                    self.text(out, inline.text, inline.role, inline.language)
                case Link():
                    self._link(out, inline)
                case FileLink():
                    self._file_link(out, inline)
                case Anchor():
                    out.append(self.bookmarks.point(inline.id))
                case Note():
                    self._note(out, inline)
                case Tab():
                    out.append(TAB)
                case LineBreak():
                    out.append("<w:r><w:br/></w:r>")
                case _:
                    assert_never(inline)

    def text(
        self, out: list[str], text: str, role: str = "text", language: Language | None = None
    ) -> None:
        """Appends a run of `text`; tabs and line ends in it become Word's own."""
        if not text:
            return
        chinese = self._chinese if language is None else language != "en"
        hinted = chinese and not text.isascii() and _AMBIGUOUS.search(text) is not None
        key = (role, language, hinted)
        if key not in self._openings:
            self._openings[key] = self._opening(role, language, hinted=hinted)
        opening = self._openings[key]
        if opening is None:
            return
        clean = self.sieve(text)
        if "\t" in clean or "\n" in clean:
            held = "".join(map(_piece, _PIECES.split(clean)))
        else:
            held = _words(clean)
        out.append(f"{opening}{held}</w:r>")

    def _hidden(self, role: str) -> bool:
        return role != "text" and self._style.rule(role).display == "none"

    def _opening(self, role: str, language: Language | None, *, hinted: bool) -> str | None:
        """How a run of the role begins; ``None`` when the style hides it."""
        if self._hidden(role):
            return None
        properties = [
            *((node("w:rStyle", val=names.style_id(role)),) if role != "text" else ()),
            *((node("w:rFonts", hint="eastAsia"),) if hinted else ()),
            *((node("w:lang", val=names.LANGUAGES[language]),) if language is not None else ()),
        ]
        dress = Node("w:rPr", (), tuple(properties)).markup() if properties else ""
        return f"<w:r>{dress}"

    def _link(self, out: list[str], link: Link) -> None:
        if self._hidden(link.role):
            return
        words: list[str] = []
        self.text(words, link.text, link.role)
        self.linked(out, link.target, words)

    def linked(self, out: list[str], target: str, runs: list[str]) -> None:
        """Appends runs as a link to the anchor `target`, if that comes before `settle`."""
        start = len(out)
        name = self.bookmarks.name(target)
        out += (f'<w:hyperlink w:anchor="{name}" w:history="1">', *runs, "</w:hyperlink>")
        self._links.append(_Placed(out, start, len(out) - 1, target))

    def _file_link(self, out: list[str], link: FileLink) -> None:
        if self._hidden(link.role):
            return
        relation = self._relate(self.sieve(link.target), self._in_note)
        self.footnotes.linked |= self._in_note
        out.append(f'<w:hyperlink r:id="{relation}" w:history="1">')
        self.text(out, link.text, link.role)
        out.append("</w:hyperlink>")

    def _note(self, out: list[str], note: Note) -> None:
        notes = self.footnotes.notes
        number = len(notes) + 1
        out.append(f'{_REFERENCE}<w:footnoteReference w:id="{number}"/></w:r>')
        style = names.style_id("footnote")
        inside = [
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>',
            f"{_REFERENCE}<w:footnoteRef/></w:r>",
        ]
        notes.append(inside)
        self.text(inside, " ")
        self._in_note = True
        self.write(inside, note.content)
        self._in_note = False
        inside.append("</w:p></w:footnote>")

    def settle(self) -> tuple[Notice, ...]:
        """Turns links whose anchor never came into text; what was dropped or came to nothing."""
        notices = []
        for out, start, end, target in self._links:
            if not self.bookmarks.has(target):
                out[start] = out[end] = ""
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


def _words(text: str) -> str:
    """Words of a run; spaces at their ends are kept only where that is said."""
    kept = ' xml:space="preserve"' if text[:1].isspace() or text[-1:].isspace() else ""
    return f"<w:t{kept}>{escaped(text)}</w:t>"


def _piece(piece: str) -> str:
    """A tab, a line's end or words."""
    if piece == "\t":
        return "<w:tab/>"
    if piece == "\n":
        return "<w:br/>"
    return _words(piece) if piece else ""


def field(instruction: str, shown: str) -> str:
    """A field with the result that is `shown` until it is updated."""
    result = f"<w:r><w:t>{escaped(shown)}</w:t></w:r>"
    return f"{field_start(instruction)}{result}{FIELD_END}"


def field_start(instruction: str) -> str:
    """The runs that begin a field, up to its result."""
    words = f'<w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText>'
    return f"{_mark('begin')}<w:r>{words}</w:r>{_mark('separate')}"


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


FIELD_END = _mark("end")
TAB = "<w:r><w:tab/></w:r>"
_REFERENCE = f'<w:r><w:rPr><w:rStyle w:val="{names.FOOTNOTE_REFERENCE[0]}"/></w:rPr>'
