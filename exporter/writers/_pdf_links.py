"""Links and the places that they lead to: annotations, named destinations, bookmarks."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import unquote

from exporter.document.model import Language
from exporter.messages import text
from exporter.typeset.pages_model import HeadingPlace, Part
from exporter.writers._pdf_file import ArchiveDocument
from exporter.writers._pdf_structure import StructureTree, nested_levels
from exporter.writers._pdf_text import text_string


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
        name = self._document.reserve()
        key = self._tree.annotate(part, name, self._pages)
        left, bottom, right, top = box
        self._document.fill(
            name,
            b"<</Type/Annot/Subtype/Link/Rect[%.2f %.2f %.2f %.2f]/Border[0 0 0]/F 4"
            b"/StructParent %d/Contents%s%s>>"
            % (
                *(left, bottom, right, top),
                key,
                _contents(self._says(node), self._language, outside=node.outside),
                _aim(node),
            ),
        )
        return name

    def _says(self, node: Part) -> str:
        """The words of the link; of one to a file, whose words may be short, the file's name."""
        return unquote(node.target) if node.outside else node.text or node.target

    def destinations(self, pages: list[int]) -> bytes:
        """The catalogue's entry that names all places; nothing where there are none."""
        names = sorted((_name(anchor), place) for anchor, place in self._marks.items())
        listed = b"".join(
            [
                b"%s[%d 0 R/XYZ %.2f %.2f null]" % (name, pages[page], x, y)
                for name, (page, x, y) in names
            ]
        )
        return b"/Names<</Dests<</Names[%s]>>>>" % listed if names else b""

    def outline(self, headings: tuple[HeadingPlace, ...]) -> bytes:
        """Adds the bookmarks; the catalogue's entries for them, nothing where there are none."""
        if not headings:
            return b""
        root = self._document.reserve(1 + len(headings))
        levels = nested_levels([heading.level for heading in headings])
        top = _link_up(headings, levels, self._document, root)
        self._document.fill(
            root,
            b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>"
            % (root + 1 + top[0], root + 1 + top[-1], len(top)),
        )
        return b"/Outlines %d 0 R/PageMode/UseOutlines" % root


@lru_cache(maxsize=4096)
def _name(anchor: str) -> bytes:
    """The name of a destination, or an address, as a string object."""
    return f"<{anchor.encode('utf-8').hex()}>".encode("ascii")


def _aim(node: Part) -> bytes:
    """Where the link leads: a place of this document, or a file by an address that is resolved
    against the document's own (ISO 32000-1, 12.6.4.7).
    """
    if node.outside:
        return b"/A<</S/URI/URI%s>>" % _name(node.target)
    return b"/Dest%s" % _name(node.target)


@lru_cache(maxsize=4096)
def _contents(target: str, language: Language, *, outside: bool) -> bytes:
    """What a link says of itself, as a string object."""
    key = "writers.pdf-file-link" if outside else "writers.pdf-link"
    return text_string(text(key, language, target=target)).encode("ascii")


def _link_up(
    headings: tuple[HeadingPlace, ...], levels: list[int], document: ArchiveDocument, root: int
) -> list[int]:
    """Fills in the entries, whose numbers follow `root`; the indices of those at the top."""
    children: dict[int, list[int]] = {-1: []}
    path: list[int] = []
    for i, level in enumerate(levels):
        del path[level - 1 :]
        parent = path[-1] if path else -1
        children.setdefault(parent, []).append(i)
        children.setdefault(i, [])
        path.append(i)
    first = root + 1
    for parent, kids in children.items():
        for at, i in enumerate(kids):
            below = children[i]
            fields = [("Parent", first + parent if parent >= 0 else root)]
            fields += [("Prev", first + kids[at - 1])] if at else []
            fields += [("Next", first + kids[at + 1])] if at + 1 < len(kids) else []
            if below:
                fields += [("First", first + below[0]), ("Last", first + below[-1])]
            links = "".join(f"/{key} {value} 0 R" for key, value in fields)
            closed = f"/Count {-len(below)}" if below else ""
            words = f"<</Title{text_string(headings[i].text)}{links}{closed}/Dest".encode("ascii")
            document.fill(first + i, words + _name(headings[i].anchor) + b">>")
    return children[-1]
