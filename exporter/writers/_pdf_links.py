"""Links and the places that they lead to: annotations, named destinations, bookmarks."""

from __future__ import annotations

from exporter.document.model import Language
from exporter.messages import text
from exporter.typeset.pages_model import HeadingPlace, Part
from exporter.writers._pdf_file import ArchiveDocument, RawObject
from exporter.writers._pdf_structure import StructureTree, nested_levels
from exporter.writers._pdf_text import number, text_string


class Links:
    """The annotations and destinations of a document of `pages` pages."""

    def __init__(
        self,
        parts: tuple[Part, ...],
        tree: StructureTree,
        document: ArchiveDocument,
        *,
        pages: int,
        page_height: float,
        language: Language,
    ) -> None:
        self._parts = parts
        self._tree = tree
        self._document = document
        self._pages = pages
        self._height = page_height
        self._language = language
        self._page = -1
        self._marks: dict[str, tuple[int, float, float]] = {}

    def start_page(self) -> None:
        """From now on things are on the next page."""
        self._page += 1

    def mark(self, anchor: str, x: float, y: float) -> None:
        """Says that `anchor` stands here; the first place counts."""
        self._marks.setdefault(anchor, (self._page, x, self._height - y))

    def link(self, part: int, box: tuple[float, float, float, float]) -> int:
        """A link annotation for the link `part`, over `box`; its object number."""
        node = self._parts[part]
        name, annotation = self._document.add()
        key = self._tree.annotate(part, name, self._pages)
        words = text("writers.pdf-link", self._language, target=node.text or node.target)
        annotation.data = (
            f"<</Type/Annot/Subtype/Link/Rect[{' '.join(map(number, box))}]/Border[0 0 0]/F 4"
            f"/StructParent {key}/Contents{text_string(words)}/Dest{_name(node.target)}>>"
        ).encode("ascii")
        return name

    def destinations(self, pages: list[int]) -> str:
        """The catalogue's entry that names all places; nothing where there are none."""
        names = sorted((_name(anchor), place) for anchor, place in self._marks.items())
        listed = " ".join(
            f"{name}[{pages[page]} 0 R/XYZ {number(x)} {number(y)} null]"
            for name, (page, x, y) in names
        )
        return f"/Names<</Dests<</Names[{listed}]>>>>" if names else ""

    def outline(self, headings: tuple[HeadingPlace, ...]) -> str:
        """Adds the bookmarks; the catalogue's entries for them, nothing where there are none."""
        if not headings:
            return ""
        root, root_object = self._document.add()
        entries = [self._document.add() for _ in headings]
        levels = nested_levels([heading.level for heading in headings])
        top = _link_up(headings, levels, entries, root)
        root_object.data = (
            f"<</Type/Outlines/First {entries[top[0]][0]} 0 R/Last {entries[top[-1]][0]} 0 R"
            f"/Count {len(top)}>>"
        ).encode("ascii")
        return f"/Outlines {root} 0 R/PageMode/UseOutlines"


def _name(anchor: str) -> str:
    """A destination's name as a string object."""
    return f"<{anchor.encode('utf-8').hex()}>"


def _link_up(
    headings: tuple[HeadingPlace, ...],
    levels: list[int],
    entries: list[tuple[int, RawObject]],
    root: int,
) -> list[int]:
    """Fills the entries in; the indices of those at the top."""
    children: dict[int, list[int]] = {-1: []}
    path: list[int] = []
    for i, level in enumerate(levels):
        del path[level - 1 :]
        parent = path[-1] if path else -1
        children.setdefault(parent, []).append(i)
        children.setdefault(i, [])
        path.append(i)
    for parent, kids in children.items():
        above = entries[parent][0] if parent >= 0 else root
        for at, i in enumerate(kids):
            below = children[i]
            fields = [("Parent", above)]
            fields += [("Prev", entries[kids[at - 1]][0])] if at else []
            fields += [("Next", entries[kids[at + 1]][0])] if at + 1 < len(kids) else []
            if below:
                fields += [("First", entries[below[0]][0]), ("Last", entries[below[-1]][0])]
            links = "".join(f"/{key} {value} 0 R" for key, value in fields)
            closed = f"/Count {-len(below)}" if below else ""
            title = text_string(headings[i].text)
            words = f"<</Title{title}{links}{closed}/Dest{_name(headings[i].anchor)}>>"
            entries[i][1].data = words.encode("ascii")
    return children[-1]
