"""Where styles lie: shipped ones by name, a user's file by path, others by the entry point
``exporter.styles``.

Nothing but this module knows that a wheel holds the shipped styles in ``exporter/styles`` while a
checkout has them in ``styles`` beside the package. From a bare path only data is read, never code;
an entry point names a package that holds ``style.toml`` and may offer ``transform(document) ->
document``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from exporter.errors import StyleError, UnknownStyle
from exporter.styling.keys import nearest

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from exporter.document.model import Document

GROUP: Final = "exporter.styles"
BIGGEST: Final = 1_000_000
Transform = Callable[["Document"], "Document"]


class StyleSource(NamedTuple):
    """A style file: its name, what to call it in a message, its bytes, the folder of its fonts."""

    name: str
    label: str
    data: bytes
    folder: Path | None


def shipped_folder() -> Traversable:
    """The folder of the shipped styles, in a wheel or in a checkout."""
    package = files("exporter")
    inside = package / "styles"
    if inside.is_dir():
        return inside
    return Path(str(package)).parent / "styles"


def shipped() -> tuple[str, ...]:
    """Names of the shipped styles, sorted."""
    names = (entry.name for entry in shipped_folder().iterdir())
    return tuple(sorted(name[: -len(".toml")] for name in names if name.endswith(".toml")))


def announced() -> dict[str, EntryPoint]:
    """Styles of other packages by name. A shipped name can't be taken; of two the first stays."""
    from importlib.metadata import entry_points

    own = shipped()
    found: dict[str, EntryPoint] = {}
    for point in sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value)):
        if point.name not in own:
            found.setdefault(point.name, point)
    return found


def available() -> tuple[str, ...]:
    """Every style that `find` knows by name: the shipped ones, then those of other packages."""
    return (*shipped(), *announced())


def find(name_or_path: str) -> StyleSource:
    """The style file of that name, or at that path.

    What ends in ``.toml`` or has a path separator is a path. Raises `UnknownStyle` or `StyleError`.
    """
    if name_or_path.endswith(".toml") or "/" in name_or_path or "\\" in name_or_path:
        return _at(Path(name_or_path))
    if name_or_path in shipped():
        return _shipped(name_or_path)
    if point := announced().get(name_or_path):
        return _of_package(point)
    known = available()
    raise UnknownStyle(
        "styling.unknown-style",
        name=name_or_path,
        known=", ".join(known),
        nearest=nearest(name_or_path, known),
    )


def transform(name: str) -> Transform | None:
    """The announced package's own change of the document, if it has one. Imports that package only.

    Raises `StyleError` when the package can't be imported.
    """
    point = None if name in shipped() else announced().get(name)
    if point is None:
        return None
    try:
        module = point.load()
    except Exception as fault:
        raise _broken(point, fault) from fault
    found: Transform | None = getattr(module, "transform", None)
    return found


def _shipped(name: str) -> StyleSource:
    path = shipped_folder() / f"{name}.toml"
    folder = path.parent if isinstance(path, Path) else None
    return StyleSource(name, f"{name}.toml", path.read_bytes(), folder)


def _at(path: Path) -> StyleSource:
    label = path.as_posix()
    try:
        if path.is_dir():
            path = path / "style.toml"
        if path.exists() and not path.is_file():
            raise StyleError("styling.file-unreadable", file=label, reason="not a regular file")
        if path.stat().st_size > BIGGEST:
            raise StyleError("styling.file-too-big", file=label, limit=BIGGEST)
        data = path.read_bytes()
    except FileNotFoundError as fault:
        raise StyleError("styling.file-missing", file=label) from fault
    except OSError as fault:
        raise StyleError("styling.file-unreadable", file=label, reason=fault.strerror) from fault
    return StyleSource(path.stem, label, data, path.parent)


def _of_package(point: EntryPoint) -> StyleSource:
    folder = _folder_of(point.module)
    if folder is None or not (folder / "style.toml").is_file():
        raise _broken(point, FileNotFoundError("style.toml"))
    return _at(folder / "style.toml")._replace(name=point.name)


def _folder_of(module: str) -> Path | None:
    """The folder of a package, found without running any of its code."""
    parts = module.split(".")
    for root in map(Path, sys.path):
        folder = root.joinpath(*parts)
        if folder.is_dir():
            return folder
    return None


def _broken(point: EntryPoint, fault: Exception) -> StyleError:
    package = point.dist.name if point.dist else point.module
    return StyleError(
        "styling.broken-plugin", name=point.name, package=package, reason=type(fault).__name__
    )
