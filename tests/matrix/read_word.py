"""A DOCX as its reader sees it: paper, margins, and what each run's styles come to."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TWIPS = 20


class WordFile:
    """The parts of a file, styles resolved along what they are based on."""

    def __init__(self, data: bytes) -> None:
        with ZipFile(io.BytesIO(data)) as archive:
            self._parts = {name: archive.read(name) for name in archive.namelist()}
        self._body = self._part("word/document.xml")[0]
        styles = self._part("word/styles.xml")
        self._styles = {style.get(f"{_W}styleId"): style for style in styles.iter(f"{_W}style")}
        self._defaults = styles.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr")

    def _part(self, name: str) -> Any:
        return etree.fromstring(self._parts[name])

    def papers(self) -> list[tuple[float, float]]:
        """Width and height of each section in pt."""
        sizes = self._body.iter(f"{_W}pgSz")
        return [(_length(size, "w"), _length(size, "h")) for size in sizes]

    def margins(self) -> list[tuple[float, float, float, float]]:
        """Top, right, bottom and left margins of each section in pt."""
        return [
            (_length(m, "top"), _length(m, "right"), _length(m, "bottom"), _length(m, "left"))
            for m in self._body.iter(f"{_W}pgMar")
        ]

    def text(self) -> str:
        """The words of the body."""
        return "".join(words.text or "" for words in self._body.iter(f"{_W}t"))

    def outlined(self) -> list[str]:
        """The paragraphs that the outline lists, in order."""
        return [
            "".join(words.text or "" for words in paragraph.iter(f"{_W}t"))
            for paragraph in self._body.iter(f"{_W}p")
            if self._level(paragraph) < 9
        ]

    def _level(self, paragraph: Any) -> int:
        own = paragraph.find(f"{_W}pPr/{_W}outlineLvl")
        levels = (style.find(f"{_W}pPr/{_W}outlineLvl") for style in self._chain(_style(paragraph)))
        said = own if own is not None else next((one for one in levels if one is not None), None)
        return 9 if said is None else int(said.get(f"{_W}val"))

    def fonts(self) -> set[tuple[str, str]]:
        """Latin and East Asian font of every run with words in it."""
        found = (self._said(run, "rFonts") for run in self._runs())
        return {(fonts.get(f"{_W}ascii"), fonts.get(f"{_W}eastAsia")) for fonts in found}

    def colors(self) -> set[str]:
        """The colours of all words: of runs, of numbers, of charts."""
        runs = {self._said(run, "color").get(f"{_W}val") for run in self._runs()}
        charts = (self._parts[name].decode() for name in self._parts if "/charts/chart" in name)
        words = (re.findall(r"<a:(?:defRPr|rPr)[^>]*>.*?</a:", chart) for chart in charts)
        drawn = (re.findall(r'srgbClr val="(\w+)"', one) for found in words for one in found)
        return runs | {color for colors in drawn for color in colors}

    def _runs(self) -> Iterator[Any]:
        names = (name for name in self._parts if re.match(r"word/(document|header|footer)", name))
        for name in names:
            for run in self._part(name).iter(f"{_W}r"):
                if "".join(words.text or "" for words in run.iter(f"{_W}t")).strip():
                    yield run

    def _said(self, run: Any, tag: str) -> Any:
        """What the styles of a run say last of `tag`: its own, its paragraph's, the defaults."""
        paragraph = next(run.iterancestors(f"{_W}p"))
        chain = (*self._chain(_style(run)), *self._chain(_style(paragraph)))
        said = (style.find(f"{_W}rPr/{_W}{tag}") for style in chain)
        found = next((one for one in said if one is not None), None)
        return self._defaults.find(f"{_W}{tag}") if found is None else found

    def _chain(self, style_id: str | None) -> Iterator[Any]:
        while style_id is not None:
            style = self._styles[style_id]
            yield style
            based = style.find(f"{_W}basedOn")
            style_id = None if based is None else based.get(f"{_W}val")


def _style(element: Any) -> str | None:
    """The style that a run or a paragraph names."""
    for path in ("rPr/rStyle", "pPr/pStyle"):
        found = element.find("/".join(_W + tag for tag in path.split("/")))
        if found is not None:
            return str(found.get(f"{_W}val"))
    return None


def _length(element: Any, name: str) -> float:
    return int(element.get(_W + name)) / _TWIPS
