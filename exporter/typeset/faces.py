"""Which faces a style's typeface means on this machine, and which of them has a character.

A typeface is a chain of names, tried in order for each character: ``shipped:song`` (a face of this
package), a font file (``.ttf .otf .ttc .otc``), or the family, full or PostScript name of an
installed font. Shipped Song ends every chain. Font folders (those that the environment variable
``EXPORTER_FONTS`` lists, then the system's) are read once in a process, when a name needs it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import Final

import msgspec

from exporter.errors import WriteError
from exporter.fonts import face_path
from exporter.typeset.characters import CELL_WIDE, CLASSES, CLASSES_NARROW
from exporter.typeset.face import Face, count_faces, open_face

SHIPPED: Final = "shipped:"
_SUFFIXES: Final = (".ttf", ".otf", ".ttc", ".otc")
_FOLDERS_VARIABLE: Final = "EXPORTER_FONTS"
_LAST_RESORT: Final = "shipped:song"


class Chain:
    """Faces in order; each character comes from the first that has it.

    `unresolved` are the names of the typeface that this machine has no font for. A character that
    none has is measured (and would be painted) as the first face's ``.notdef``: ask `missing`
    first. `letters` is for `str.translate`: each character's class by itself
    (`exporter.typeset.characters`), with `ODD` added where the character isn't of the first face
    or, though of a class that is as wide as a cell, isn't 1 em wide. `absent` are the characters so
    met that no face has.
    """

    def __init__(self, faces: tuple[Face, ...], unresolved: tuple[str, ...] = ()) -> None:
        self.faces = faces
        self.unresolved = unresolved
        self.foreign: dict[str, int] = {}
        self.absent: set[str] = set()
        self.widths = _Widths(self)
        self.letters = _Letters(self)
        self._scaled: dict[tuple[float, float], _ScaledWidths] = {}

    def missing(self, text: str) -> str:
        """The characters of `text` that no face has, each once, in order."""
        letters = text.translate(self.letters)
        if letters.isascii() or self.absent.isdisjoint(text):
            return ""
        return "".join([c for c in dict.fromkeys(text) if c in self.absent])

    def holds(self, character: str) -> bool:
        """Whether some face has the character."""
        return any(face.has(character) for face in self.faces)

    def face_of(self, character: str) -> Face:
        """The first face that has the character, else the first face."""
        self.widths[character]
        return self.faces[self.foreign.get(character, 0)]

    def scaled(self, scale: float, spacing: float) -> dict[str, float]:
        """Character → advance in pt at `scale` pt to the em, with `spacing` pt after it."""
        key = (scale, spacing)
        if key not in self._scaled:
            self._scaled[key] = _ScaledWidths(self.widths, scale, spacing)
        return self._scaled[key]


_UNPAINTED: Final = "\t\n\u2060\u200b"
ODD: Final = 0x80
_NARROW_QUOTE: Final = 0.9  # em


class _Letters(dict[int, str]):
    def __init__(self, chain: Chain) -> None:
        super().__init__()
        self._chain = chain

    def __missing__(self, code: int) -> str:
        chain, character = self._chain, chr(code)
        letter = self._classes[code]
        if character not in _UNPAINTED:
            if not chain.faces[0].has(character):
                odd = True
                if not chain.holds(character):
                    chain.absent.add(character)
            else:
                odd = letter in CELL_WIDE and chain.widths[character] != 1.0
            letter = chr(ord(letter) + ODD) if odd else letter
        self[code] = letter
        return letter

    @cached_property
    def _classes(self) -> dict[int, str]:
        """The classes of characters in these faces."""
        return CLASSES_NARROW if self._chain.widths["“"] < _NARROW_QUOTE else CLASSES


class _Widths(dict[str, float]):
    """Character → advance in em; fills `Chain.foreign` with what isn't in the first face."""

    def __init__(self, chain: Chain) -> None:
        super().__init__()
        self._faces = chain.faces
        self._foreign = chain.foreign

    def __missing__(self, character: str) -> float:
        if character in _UNPAINTED:
            width = 0.0
        else:
            index = next((i for i, face in enumerate(self._faces) if face.has(character)), 0)
            if index:
                self._foreign[character] = index
            width = self._faces[index].advances[character]
        self[character] = width
        return width


class _ScaledWidths(dict[str, float]):
    def __init__(self, widths: dict[str, float], scale: float, spacing: float) -> None:
        super().__init__()
        self._widths, self._scale, self._spacing = widths, scale, spacing

    def __missing__(self, character: str) -> float:
        if character in _UNPAINTED:
            width = 0.0
        else:
            width = self._widths[character] * self._scale + self._spacing
        self[character] = width
        return width


@cache
def resolve(names: tuple[str, ...]) -> Chain:
    """The chain that these names mean here. Raises `WriteError` for a font file that isn't one."""
    faces: list[Face] = []
    unresolved: list[str] = []
    for name in (*names, _LAST_RESORT):
        face = find_face(name)
        if face is None:
            unresolved.append(name)
        elif face not in faces:
            faces.append(face)
    return Chain(tuple(faces), tuple(unresolved))


def find_face(name: str) -> Face | None:
    """The face of that name, ``None`` where there is none.

    Raises `WriteError`: ``typeset.font-unreadable`` for a file that isn't a font, ``font-variable``
    and ``font-barred`` for one that can't be used, ``typeset.no-such-face`` for a shipped face that
    isn't there.
    """
    if name.startswith(SHIPPED):
        try:
            return open_face(face_path(name.removeprefix(SHIPPED)))
        except KeyError:
            raise WriteError("typeset.no-such-face", name=name) from None
    if name.lower().endswith(_SUFFIXES):
        return _file_face(Path(name))
    place = installed_faces().get(_fold(name))
    return open_face(*place) if place else None


def _file_face(path: Path) -> Face | None:
    """The (first) face of a file. Raises `WriteError` for one that mustn't or can't be used."""
    if not path.is_file():
        return None
    face = open_face(path)
    if face.variable:
        raise WriteError("typeset.font-variable", file=path)
    if not face.embeddable:
        raise WriteError("typeset.font-barred", file=path)
    return face


class InstalledFace(msgspec.Struct, frozen=True):
    """A face of an installed font: its names (family, full, PostScript) and where it is."""

    names: tuple[str, ...]
    path: Path
    number: int
    weight: int


@cache
def installed() -> tuple[InstalledFace, ...]:
    """The installed faces that can be used, sorted by file: static, not barred from embedding."""
    return tuple(_scan(font_folders()))


@cache
def installed_faces() -> dict[str, tuple[Path, int]]:
    """Folded name → file and number; of several faces the nearest to weight 400, then by file."""
    best: dict[str, tuple[int, InstalledFace]] = {}
    for face in installed():
        distance = abs(face.weight - 400)
        for name in face.names:
            known = best.get(_fold(name))
            if known is None or distance < known[0]:
                best[_fold(name)] = (distance, face)
    return {name: (face.path, face.number) for name, (_, face) in best.items()}


def font_folders() -> tuple[Path, ...]:
    """The folders where fonts are: those of ``EXPORTER_FONTS``, the system's, the user's."""
    named = os.environ.get(_FOLDERS_VARIABLE, "")
    return (*(Path(folder) for folder in named.split(os.pathsep) if folder), *_usual_folders())


def _usual_folders() -> tuple[Path, ...]:
    home = Path.home()
    if sys.platform == "win32":
        windows = Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"
        return (windows, home / "AppData/Local/Microsoft/Windows/Fonts")
    if sys.platform == "darwin":
        return (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts")
    return (
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        home / ".local/share/fonts",
        home / ".fonts",
    )


def _scan(folders: Iterable[Path]) -> Iterator[InstalledFace]:
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix.lower() in _SUFFIXES:
                for number in range(count_faces(path)):
                    yield from _read_installed(path, number)


def _read_installed(path: Path, number: int) -> Iterator[InstalledFace]:
    try:
        face = Face(path, number)
    except WriteError:
        return
    if face.embeddable and not face.variable:
        names = face.names(16, 1, 4, 6)
        yield InstalledFace(names, path, number, face.weight)


def _fold(name: str) -> str:
    """A name as names are compared: without case, spaces and hyphens."""
    return "".join(c for c in name.casefold() if c not in " -_")
