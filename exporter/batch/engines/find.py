"""An engine by name: the modules of this package, then those that others announce."""

from __future__ import annotations

from difflib import get_close_matches
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from importlib.resources import files
from typing import Final, cast

from exporter.batch.engines import Engine
from exporter.errors import UsageError

GROUP: Final = "exporter.engines"
LOCAL: Final = "local"
"""Our own processes; no module."""


def shipped() -> tuple[str, ...]:
    """Names of the shipped engines, sorted."""
    names = (entry.name for entry in files(__package__).iterdir())
    modules = (name.removesuffix(".py") for name in names if name.endswith(".py"))
    return tuple(sorted(name for name in modules if name not in ("__init__", "find")))


def announced() -> dict[str, EntryPoint]:
    """Engines of other packages by name. A shipped name can't be taken; of two the first stays."""
    found: dict[str, EntryPoint] = {}
    for point in sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value)):
        if point.name not in (LOCAL, *shipped()):
            found.setdefault(point.name, point)
    return found


def available() -> tuple[str, ...]:
    """Every name that ``--engine`` takes; imports none."""
    return (LOCAL, *shipped(), *announced())


def find(name: str) -> Engine:
    """The engine of that name. Raises `UsageError` for an unknown one, and for one of a package
    that can't be used, named with its package.
    """
    if name in shipped():
        return cast(Engine, import_module(f"{__package__}.{name}"))
    point = announced().get(name)
    if point is None:
        known = available()
        nearest = get_close_matches(name, known, 1, 0.0)[0]
        raise UsageError("cli.bad-choice", name=name, known=", ".join(known), nearest=nearest)
    try:
        engine = point.load()
        if not callable(engine.hire):
            raise TypeError(point.value)
    except Exception as fault:
        package = point.dist.name if point.dist else point.module
        why = type(fault).__name__
        raise UsageError("batch.broken-engine", name=name, package=package, why=why) from fault
    return cast(Engine, engine)
