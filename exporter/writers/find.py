"""A writer by name: the modules of this package, then those that others announce.

The name of a writer is the name of its module; what begins with an underscore is a writer's inside.
Nothing is imported until a writer is asked for, and then only that one.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from importlib import import_module
from importlib.resources import files
from typing import TYPE_CHECKING, Final, cast

from exporter.errors import UnknownFormat
from exporter.notices import Notice
from exporter.writers import Writer

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP: Final = "exporter.writers"
_NOT_WRITERS: Final = ("__init__.py", "find.py")


def shipped() -> tuple[str, ...]:
    """Names of the shipped writers, sorted."""
    names = (entry.name for entry in files(__package__).iterdir())
    return tuple(
        sorted(
            name.removesuffix(".py")
            for name in names
            if name.endswith(".py") and not name.startswith("_") and name not in _NOT_WRITERS
        )
    )


def announced() -> dict[str, EntryPoint]:
    """Writers of other packages by name. A shipped name can't be taken; of two the first stays."""
    from importlib.metadata import entry_points

    own = shipped()
    found: dict[str, EntryPoint] = {}
    for point in sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value)):
        if point.name not in own:
            found.setdefault(point.name, point)
    return found


def available() -> tuple[str, ...]:
    """Every name that `find` takes: shipped ones, then those of other packages; imports none."""
    return (*shipped(), *announced())


def find(name: str) -> Writer:
    """The writer of that name. Raises `UnknownFormat`, also for a broken one of a package."""
    if name in shipped():
        return cast(Writer, import_module(f"{__package__}.{name}"))
    point = announced().get(name)
    if point is None:
        raise _unknown(name)
    try:
        return _checked(point)
    except Exception as fault:
        raise _broken(point, fault) from fault


def broken() -> tuple[Notice, ...]:
    """A notice for each writer of another package that can't be used; imports all of those."""
    notices = []
    for point in announced().values():
        try:
            _checked(point)
        except Exception as fault:
            error = _broken(point, fault)
            notices.append(Notice(error.code, params=error.params))
    return tuple(notices)


def _checked(point: EntryPoint) -> Writer:
    """The announced module, when it has the three names of a writer."""
    module = point.load()
    if not (callable(module.write) and isinstance(module.suffix, str) and module.media_type):
        raise TypeError(point.value)
    return cast(Writer, module)


def _unknown(name: str) -> UnknownFormat:
    known = available()
    low = name[:100].lower()
    near = max(known, key=lambda other: SequenceMatcher(None, low, other).ratio(), default="")
    return UnknownFormat("document.unknown-format", name=name, known=", ".join(known), nearest=near)


def _broken(point: EntryPoint, fault: Exception) -> UnknownFormat:
    return UnknownFormat(
        "document.broken-writer",
        name=point.name,
        package=point.dist.name if point.dist else point.module,
        reason=type(fault).__name__,
        known=", ".join(shipped()),
        nearest="",
    )
