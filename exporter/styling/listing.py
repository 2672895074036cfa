"""What there is to choose from: each style's name with its one line; nothing is resolved for it."""

from __future__ import annotations

from exporter.errors import ExporterError
from exporter.notices import Notice, Outcome
from exporter.styling.find import available, find
from exporter.styling.read import read


def listed() -> Outcome[tuple[tuple[str, str], ...]]:
    """Name and title of every style, shipped ones first. One that can't be read is named in a
    notice and left out, so that a broken package hides no other style.
    """
    found: list[tuple[str, str]] = []
    notices: list[Notice] = []
    for name in available():
        try:
            title = read(find(name)).get(("title",))
        except ExporterError as fault:
            notices.append(Notice(fault.code, params=fault.params))
        else:
            found.append((name, str(title.value) if title else name))
    return Outcome(tuple(found), tuple(notices))
