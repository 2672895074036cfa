"""The structure tree: which marked content on which page is which heading, paragraph, cell, link.

The parts of `exporter.typeset.pages_model` become structure elements (ISO 32000-1, 14.7 and 14.8;
ISO 14289-1). An element joins its parent when its first content is painted, so that the children of
each stand in the order of reading.
"""

from __future__ import annotations

from itertools import accumulate
from typing import NamedTuple

from exporter.document.model import Language
from exporter.typeset.pages_model import Part, PartKind
from exporter.writers._pdf_file import ArchiveDocument
from exporter.writers._pdf_text import number, text_string

LANGUAGES: dict[Language, str] = {"zh": "zh-CN", "zh-Hant": "zh-Hant", "en": "en-US"}

_TAGS: dict[PartKind, str] = {
    "document": "Document",
    "section": "Sect",
    "paragraph": "P",
    "list": "L",
    "item": "LI",
    "label": "Lbl",
    "body": "LBody",
    "table": "Table",
    "head_rows": "THead",
    "body_rows": "TBody",
    "row": "TR",
    "head_cell": "TH",
    "cell": "TD",
    "caption": "Caption",
    "figure": "Figure",
    "contents": "TOC",
    "entry": "TOCI",
    "reference": "Reference",
    "link": "Link",
    "span": "Span",
    "note": "Note",
}
_WITHOUT_ATTRIBUTES = frozenset({"paragraph", "heading", "link", "span", "item", "body", "label"})
_JOINED_ANYHOW = ("cell", "head_cell")
_FILLED_IN_ORDER = ("table", "head_rows", "body_rows", "row")


class _Annotation(NamedTuple):
    """A link annotation: the page's index, its object."""

    page: int
    number: int


_Content = tuple[int, int]
"""A marked-content sequence: the page's index, its number there."""

_Kid = _Content | _Annotation | int


class StructureTree:
    """Collects what is painted, then writes the tree."""

    def __init__(
        self, parts: tuple[Part, ...], document: ArchiveDocument, page_height: float
    ) -> None:
        self._parts = parts
        self._document = document
        self._height = page_height
        self._kids: list[list[_Kid]] = [[] for _ in parts]
        self._joined = [False] * len(parts)
        self._owners: list[list[int]] = []
        self._annotations: list[int] = []
        self._tags = _tags(parts)

    def start_page(self) -> None:
        """From now on content is painted on the next page."""
        self._owners.append([])

    def mark(self, part: int) -> str:
        """The operator that begins content of `part` on the current page."""
        if not self._joined[part]:
            self._join(part)
        owners = self._owners[-1]
        number = len(owners)
        owners.append(part)
        self._kids[part].append((len(self._owners) - 1, number))
        return f"/{self._tags[part]} <</MCID {number}>> BDC"

    def annotate(self, part: int, number: int, pages: int) -> int:
        """Gives the annotation object `number` to the link `part`; its key in the parent tree.

        Pages have the keys before: `pages` is how many there are.
        """
        self._join(part)
        self._kids[part].append(_Annotation(len(self._owners) - 1, number))
        self._annotations.append(part)
        return pages + len(self._annotations) - 1

    def _join(self, part: int) -> None:
        while part >= 0 and not self._joined[part]:
            self._joined[part] = True
            parent = self._parts[part].parent
            if parent >= 0:
                self._kids[parent].append(part)
            part = parent

    def write(self, pages: list[int]) -> int:
        """Adds all elements; `pages` are the pages' objects. The number of the tree's root."""
        self._complete()
        document = self._document
        root = document.reserve(1 + sum(self._joined))
        references = list(accumulate(self._joined, initial=root))[1:]
        for part, node in enumerate(self._parts):
            if self._joined[part]:
                above = references[node.parent] if node.parent >= 0 else root
                element = self._element(part, node, above, references, pages)
                document.fill(references[part], element.encode("ascii"))
        tree = document.add(self._parent_tree(references).encode("ascii"))
        document.fill(
            root,
            (
                f"<</Type/StructTreeRoot/K {references[0]} 0 R/ParentTree {tree} 0 R"
                f"/ParentTreeNextKey {len(self._owners) + len(self._annotations)}"
                f"{self._identifiers(references)}>>"
            ).encode("ascii"),
        )
        return root

    def _complete(self) -> None:
        """Empty cells join too, and rows and cells are put into the order of the document."""
        kinds = [node.kind for node in self._parts]
        for part in [p for p, kind in enumerate(kinds) if kind in _JOINED_ANYHOW]:
            self._join(part)
        for part in [p for p, kind in enumerate(kinds) if kind in _FILLED_IN_ORDER]:
            self._kids[part].sort(key=lambda kid: kid if isinstance(kid, int) else -1)

    def _element(
        self, part: int, node: Part, above: int, references: list[int], pages: list[int]
    ) -> str:
        """The element of `part`, whose parent is the object `above`."""
        page: int | None = None
        kids: list[str] = []
        for kid in self._kids[part]:
            if type(kid) is int:
                kids.append(f"{references[kid]} 0 R")
            elif type(kid) is _Annotation:
                kids.append(f"<</Type/OBJR/Pg {pages[kid.page]} 0 R/Obj {kid.number} 0 R>>")
            else:
                there, number = kid  # type: ignore[misc]  # what is left of the union
                page = there if page is None else page
                if there == page:
                    kids.append(str(number))
                else:
                    kids.append(f"<</Type/MCR/Pg {pages[there]} 0 R/MCID {number}>>")
        on = "" if page is None else f"/Pg {pages[page]} 0 R"
        inside = f"/K[{' '.join(kids)}]" if kids else ""
        plain = node.kind in _WITHOUT_ATTRIBUTES and node.language is None
        attributes = "" if plain else self._attributes(part)
        return f"<</Type/StructElem/S/{self._tags[part]}/P {above} 0 R{on}{attributes}{inside}>>"

    def _attributes(self, part: int) -> str:
        node = self._parts[part]
        words = ""
        if node.language:
            words += f"/Lang({LANGUAGES[node.language]})"
        match node.kind:
            case "figure":
                left, top, right, bottom = node.box or (0, 0, 0, 0)
                box = (left, self._height - bottom, right, self._height - top)
                words += f"/Alt{text_string(node.text)}/A<</O/Layout/Placement/Block"
                words += f"/BBox[{' '.join(map(number, box))}]>>"
            case "list":
                numbering = "Decimal" if node.ordered else "Disc"
                words += f"/A<</O/List/ListNumbering/{numbering}>>"
            case "table" if node.text:
                words += f"/A<</O/Table/Summary{text_string(node.text)}>>"
            case "head_cell" | "cell":
                words += _cell_attributes(node)
            case "note":
                words += f"/ID({_note_id(part)})"
            case _:
                pass
        return words

    def _parent_tree(self, references: list[int]) -> str:
        entries = [
            f"{page}[{' '.join(f'{references[part]} 0 R' for part in owners)}]"
            for page, owners in enumerate(self._owners)
        ]
        entries += [
            f"{len(self._owners) + i} {references[part]} 0 R"
            for i, part in enumerate(self._annotations)
        ]
        return f"<</Nums[{' '.join(entries)}]>>"

    def _identifiers(self, references: list[int]) -> str:
        """The tree of the notes' identifiers (ISO 14289-1, 7.9); nothing where there are no
        notes.
        """
        notes = [p for p, node in enumerate(self._parts) if node.kind == "note" and self._joined[p]]
        names = sorted((_note_id(part), references[part]) for part in notes)
        if not names:
            return ""
        return f"/IDTree<</Names[{' '.join(f'({name}) {ref} 0 R' for name, ref in names)}]>>"


def _note_id(part: int) -> str:
    return f"note-{part:07d}"


def _cell_attributes(node: Part) -> str:
    words = ""
    if node.scope:
        words += f"/Scope/{node.scope.capitalize()}"
    if node.columns > 1:
        words += f"/ColSpan {node.columns}"
    return f"/A<</O/Table{words}>>" if words else ""


def _tags(parts: tuple[Part, ...]) -> list[str]:
    """The structure types; headings have levels from 1 to 6 (ISO 14289-1, 7.4.2)."""
    levels = iter(nested_levels([node.level for node in parts if node.kind == "heading"]))
    return [
        f"H{min(next(levels), 6)}" if node.kind == "heading" else _TAGS[node.kind] for node in parts
    ]


def nested_levels(levels: list[int]) -> list[int]:
    """The levels as depths: starting at 1 and never deeper by more than one."""
    nested: list[int] = []
    above: list[int] = []
    for level in levels:
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        nested.append(len(above))
    return nested
