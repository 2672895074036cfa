"""A PDF as its reader sees it: paper, where texts begin, faces and colours of what is painted."""

from __future__ import annotations

import io
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.generic import ContentStream, Destination

_BLACK = "#000000"


class PdfFile:
    """A file opened by pypdf."""

    def __init__(self, data: bytes) -> None:
        self._reader = PdfReader(io.BytesIO(data))
        self._text = "".join(page.extract_text() for page in self._reader.pages)

    def papers(self) -> list[tuple[float, float]]:
        """Width and height of each page in pt."""
        boxes = (page.mediabox for page in self._reader.pages)
        return [(float(box.width), float(box.height)) for box in boxes]

    def text(self) -> str:
        """The words of all pages."""
        return self._text

    def outline(self) -> list[str]:
        """The titles of the bookmarks, in order."""

        def titles(entries: list[Destination | list[Destination]]) -> Iterator[str]:
            for entry in entries:
                if isinstance(entry, list):
                    yield from titles(entry)  # type: ignore[arg-type]
                else:
                    yield str(entry.title)

        return list(titles(self._reader.outline))  # type: ignore[arg-type]

    def starts(self) -> list[float]:
        """Where painted texts begin, pt from the left edge of the paper."""
        found: list[float] = []

        def note(text: str, _: object, matrix: list[float], *__: object) -> None:
            if text.strip():
                found.append(matrix[4])

        for page in self._reader.pages:
            page.extract_text(visitor_text=note)
        return found

    def fonts(self) -> set[str]:
        """The names of the faces, without the marks of their subsets."""
        used = (page["/Resources"]["/Font"] for page in self._reader.pages)  # type: ignore[index]
        names = (str(font.get_object()["/BaseFont"]) for fonts in used for font in fonts.values())
        return {name.rpartition("+")[2].lstrip("/") for name in names}

    def colors(self) -> set[str]:
        """The colours that text is painted in, ``rrggbb``."""
        found = set()
        for page in self._reader.pages:
            color, outer = _BLACK, []
            for operands, operator in ContentStream(page.get_contents(), self._reader).operations:
                match operator:
                    case b"q":
                        outer.append(color)
                    case b"Q":
                        color = outer.pop()
                    case b"rg":
                        color = "#" + "".join(f"{round(float(x) * 255):02x}" for x in operands)
                    case b"g":
                        color = "#" + f"{round(float(operands[0]) * 255):02x}" * 3
                    case b"Tj" | b"TJ":
                        found.add(color)
        return {color.lstrip("#") for color in found}
