"""The faces that come with the package: Chinese print on any machine, with no further set-up.

``faces.toml`` lists them: name → file, family, source, licence. `build.py` made the files.
"""

from __future__ import annotations

import atexit
import tomllib
from contextlib import ExitStack
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

import msgspec


class ShippedFace(msgspec.Struct, frozen=True):
    """A face of the package: its file beside this module, its family name, its source."""

    file: str
    family: str
    weight: int
    licence: str
    source: str
    sha256: str


@cache
def shipped_faces() -> dict[str, ShippedFace]:
    """Name → face, in the order of ``faces.toml``."""
    table = tomllib.loads((files(__package__) / "faces.toml").read_text(encoding="utf-8"))
    return msgspec.convert(table, dict[str, ShippedFace])


@cache
def face_path(name: str) -> Path:
    """The file of the shipped face ``song``, ``title``, ``hei``, ``kai`` or ``medium``.

    Of a zipped package the face is unpacked, once, until the process ends. Raises `KeyError` for
    any other name.
    """
    resource = files(__package__) / shipped_faces()[name].file
    return resource if isinstance(resource, Path) else _UNPACKED.enter_context(as_file(resource))


_UNPACKED: Final = ExitStack()
atexit.register(_UNPACKED.close)
