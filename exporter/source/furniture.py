"""Lines that belong to the page and not to the record: navigation, breadcrumbs, tools, page feet.

A line goes for what it says (`phrases.FURNITURE_LINES`) or, before the first sentence of the page, for
repeating the last item of a navigation line (the name of the column).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.source.draft import Change
from exporter.source.phrases import BARE_MARKER, FURNITURE_LINES
from exporter.source.records import lines

LONGEST = 260
_CUES = tuple((re.compile(cue.pattern), cue.reason) for cue in FURNITURE_LINES)
_CODE = re.compile(r"(?:var|function|document\.|window\.|\$\(|if\s?\(|\}|//|/\*)[ -~]{0,400}")


def furniture(text: str) -> Iterator[Change]:
    """A removal for each line of furniture, with its line end."""
    columns: set[str] = set()
    for start, end in lines(text):
        line = text[start:end].strip() if end - start <= LONGEST else ""
        if not line:
            continue
        reason = "name of the column" if line in columns else reason_of(line)
        if reason == "navigation" or reason == "breadcrumb":
            columns.update(re.split(r"[\s>›»|｜/]+", line))
        if reason is not None:
            rule = "furniture." + reason.replace(" ", "-")
            yield Change(start, min(end + 1, len(text)), "", rule, reason)


def reason_of(line: str) -> str | None:
    """Why the line is furniture, ``None`` if it isn't."""
    for pattern, reason in _CUES:
        if pattern.fullmatch(line):
            return reason
    if BARE_MARKER.fullmatch(line):
        return "list marker without text"
    return "script" if _CODE.fullmatch(line) else None
